//! Coded answers: a finding on the page of its question, or, where the answer is computed from treaty acts, the cell on
//! the day of the row.

use scraper::ElementRef;

use crate::html::{all, select, words};

use super::page::Site;
use super::register::{Row, date_in_words};

/// The site's questions for those of the register; where the register asks two things at once, two.
const QUESTIONS: [(&str, &[&str]); 40] = [
    ("Q01", &["untoc-signed"]),
    ("Q02", &["untoc-bound"]),
    ("Q03", &["tip-protocol-signed"]),
    ("Q04", &["tip-protocol-bound"]),
    ("Q05", &["reservations-made"]),
    ("Q06", &["som-protocol-bound"]),
    ("Q07", &["traffic-1949-bound"]),
    ("Q08", &["slavery-1926-bound"]),
    ("Q09", &["slavery-1956-bound"]),
    ("Q10", &["ilo-c029-ratified", "ilo-c105-ratified"]),
    ("Q11", &["ilo-c182-ratified"]),
    ("Q12", &["crc-opsc-bound"]),
    ("Q13", &["trafficking-offence"]),
    ("Q14", &["main-article"]),
    ("Q15", &["main-article-changed"]),
    ("Q16", &["definition-covered"]),
    ("Q17", &["acts-besides-recruitment"]),
    ("Q18", &["deception-required"]),
    ("Q19", &["exploitation-defined"]),
    ("Q20", &["minimum-sentence"]),
    ("Q21", &["organised-group-aggravates"]),
    ("Q22", &["proceeds-confiscated"]),
    ("Q23", &["child-sale-offence"]),
    ("Q24", &["recruiter-charged"]),
    ("Q25", &["transporters-charged", "exploiters-charged"]),
    ("Q26", &["coercion-as-keeping"]),
    ("Q27", &["other-articles-preferred"]),
    ("Q28", &["cases-dismissed"]),
    ("Q29", &["labour-exploitation-investigated"]),
    ("Q30", &["cases-opened-since"]),
    ("Q31", &["stay-procedure"]),
    ("Q32", &["victims-deported"]),
    ("Q33", &["victims-prosecuted"]),
    ("Q34", &["protection-in-proceedings"]),
    ("Q35", &["compensation-basis"]),
    ("Q36", &["reintegration-provided"]),
    ("Q37", &["prostitution-punished"]),
    ("Q38", &["coercion-into-prostitution"]),
    ("Q39", &["few-prosecutions"]),
    ("Q40", &["hotlines"]),
];

/// What is wrong with a row of the matrix on the site.
pub fn check(row: &Row, site: &Site) -> Vec<String> {
    let questions =
        QUESTIONS.iter().find(|(id, _)| *id == row["question_id"]).expect("the register asks 40 questions").1;
    questions.iter().filter_map(|question| one(row, question, site)).collect()
}

fn one(row: &Row, question: &str, site: &Site) -> Option<String> {
    let country = match row["country_iso2"].as_str() {
        "REG" => "central-asia".to_owned(),
        code => code.to_lowercase(),
    };
    let path = format!("questions/{question}.html");
    let page = site.page(&path)?;
    let cell = page.select(&select(&format!("section.cell[aria-labelledby=country-{country}]"))).next();
    let Some(cell) = cell else { return Some(format!("{path} has no cell of {country}")) };
    let regional = row["note"].contains("REGIONAL") && country != "central-asia";
    let findings: Vec<ElementRef<'_>> = cell.select(&select(".finding")).collect();
    let state = |e: ElementRef<'_>| e.select(&select(".verdict .state")).next().map(state_of).unwrap_or_default();
    let wanted = match row["value"].as_str() {
        _ if regional => "source-silent",
        "no-data" => "source-silent",
        "planned" | "announced" => "pending",
        word if word.starts_with("planned:") => "pending",
        word @ ("yes" | "no" | "partial") => word,
        _ => "value",
    };
    let day = match row["as_of"].as_str() {
        "undated" | "unknown" => None,
        text => Some(date_in_words(text).unwrap_or_else(|| text.to_owned())),
    };
    let source = format!("/{}.html", row["source_id"]);
    let rests = |e: ElementRef<'_>| {
        e.select(&select("a.cite.own")).any(|a| a.value().attr("href").is_some_and(|href| href.ends_with(&source)))
    };
    let said_of = |e: ElementRef<'_>| !regional || words(e).contains("Central Asia");
    let on_day = |e: ElementRef<'_>| day.as_ref().is_none_or(|day| all(e, ".obs").concat().contains(day.as_str()));
    let value = |e: ElementRef<'_>| e.select(&select(".verdict .word")).next().map(words).unwrap_or_default();
    let figures = |e: ElementRef<'_>| wanted != "value" || says_the_figures(&row["value"], &value(e));
    let fits = |e: &&ElementRef<'_>| state(**e) == wanted && rests(**e) && said_of(**e) && on_day(**e) && figures(**e);
    if findings.iter().any(|e| fits(&e)) {
        return None;
    }
    if row["question_id"].as_str() <= "Q12" {
        return computed(row, question, &country, wanted, site);
    }
    let there: Vec<String> = findings
        .iter()
        .map(|e| format!("{} `{}` {} {:?}", state(*e), value(*e), all(*e, ".obs").concat(), all(*e, "a.cite.own")))
        .collect();
    Some(format!("{path}#{country}: no finding is {wanted} for {day:?}; there are {there:#?}"))
}

/// Answers on treaties are computed: the page of the country on the day of the row shows the cell.
fn computed(row: &Row, question: &str, country: &str, wanted: &str, site: &Site) -> Option<String> {
    let (yes_or_no, path) = match row["as_of"].as_str() {
        "2005-06-30" | "mid-2005" | "2005-06" => (wanted, format!("countries/{country}/on-2005-06-30.html")),
        _ => (wanted, format!("countries/{country}/index.html")),
    };
    let page = site.page(&path)?;
    let link = format!("questions/{question}");
    for line in page.select(&select("table.answers tr")) {
        let leads = line.select(&select("th a")).any(|a| a.value().attr("href").is_some_and(|h| h.contains(&link)));
        if leads {
            let state = line.select(&select(".state")).next().map(state_of).unwrap_or_default();
            let shown = words(line);
            let wanted = if yes_or_no == "value" { "yes" } else { yes_or_no };
            let fits = state == wanted
                || shown.contains(&format!("preferred: {wanted} "))
                || shown.contains("disputed")
                || shown.contains("uncertain on this day");
            return (!fits).then(|| format!("{path}: {question} is {state}, not {wanted}: {shown}"));
        }
    }
    Some(format!("{path} does not answer {question}"))
}

/// A date of the row stands there in words, or every number of it.
fn says_the_figures(wanted: &str, shown: &str) -> bool {
    if let Some(date) = date_in_words(wanted) {
        return shown == date || shown == wanted;
    }
    wanted.split(' ').all(|word| match date_in_words(word) {
        Some(date) => shown.contains(&date),
        None => word.split(|c: char| !c.is_ascii_digit()).all(|number| shown.contains(number)),
    })
}

fn state_of(element: ElementRef<'_>) -> String {
    element.value().classes().find_map(|class| class.strip_prefix("s-")).unwrap_or_default().to_owned()
}
