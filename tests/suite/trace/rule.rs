//! What must stand on the elements of the site for each kind of row.

use std::collections::{BTreeMap, BTreeSet};

use scraper::ElementRef;

use crate::html::{all, select, words};

use super::page::Site;
use super::register::{Register, Row as Table, date_in_words, marked_ranges, ranges};

/// An element that publishes rows, and what a reader sees in it and above it.
#[derive(Debug)]
pub struct Carrier {
    /// The page.
    pub path: String,
    /// The nearest identity on it.
    pub anchor: String,
    /// The rows.
    pub ids: Vec<String>,
    /// The country under whose name it stands.
    pub country: Option<String>,
    /// The words above it: title, line above the title, heading of its section.
    pub above: String,
    /// How it is put: manner, stage, act.
    pub labels: Vec<String>,
    /// The days that it shows.
    pub days: String,
    /// Among them the days for which its source speaks.
    pub observed: String,
    /// Among them the dates of an act.
    pub dates: String,
    /// The figure that it shows.
    pub figure: String,
    /// Its own citations: source and words.
    pub cites: Vec<(String, String)>,
}

/// All elements that publish rows, on the pages that are theirs. A record that is shown on other pages too is the same
/// record.
pub struct Carriers(pub Vec<Carrier>);

impl Carriers {
    /// Reads the whole site.
    pub fn of(site: &Site) -> Carriers {
        Carriers::on(site, site.paths().into_iter().filter(|path| is_home(path)))
    }

    /// Reads some pages of it.
    pub fn on(site: &Site, paths: impl Iterator<Item = String>) -> Carriers {
        let mut list = Vec::new();
        for path in paths {
            let Some(page) = site.page(&path) else { continue };
            for element in page.select(&select("main [data-trace]")) {
                let conflict = element.value().classes().any(|class| class == "conflict");
                // An answer that is computed repeats the rows of the acts that it is computed from.
                let computed = all(element, ".verdict > .tag").iter().any(|tag| tag.starts_with("follows from"));
                if !computed && (!conflict || path.starts_with("disagreements/")) {
                    list.push(carrier(&path, element));
                }
            }
        }
        Carriers(list)
    }

    /// Those of a row.
    pub fn of_row(&self, id: &str) -> impl Iterator<Item = &Carrier> {
        self.0.iter().filter(move |carrier| carrier.ids.iter().any(|known| known == id))
    }

    /// "row page#anchor", and how many where it is more than one.
    pub fn places(&self) -> BTreeSet<String> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for carrier in &self.0 {
            for id in &carrier.ids {
                *counts.entry(format!("{id} {}#{}", carrier.path, carrier.anchor)).or_default() += 1;
            }
        }
        counts.into_iter().map(|(place, n)| if n > 1 { format!("{place} ×{n}") } else { place }).collect()
    }
}

/// Pages on which records stand in full. A handbook repeats what stands on other pages.
fn is_home(path: &str) -> bool {
    !path.ends_with("/handbook.html")
        && ["countries/", "questions/", "disagreements/", "glossary/"].iter().any(|start| path.starts_with(start))
}

fn carrier(path: &str, element: ElementRef<'_>) -> Carrier {
    let ancestors: Vec<ElementRef<'_>> = element.ancestors().filter_map(ElementRef::wrap).collect();
    let above = |selector: &str| ancestors.iter().rev().find(|e| e.value().name() == "main").map(|m| all(*m, selector));
    let section = ancestors.iter().find(|e| e.value().name() == "section");
    let heading = section.and_then(|s| s.select(&select("h2, h3")).next());
    let own = element.value().attr("id");
    let anchor = own
        .or_else(|| section.and_then(|s| s.value().attr("id").or_else(|| s.value().attr("aria-labelledby"))))
        .unwrap_or_default();
    let country = match path.strip_prefix("countries/") {
        Some(rest) => rest.split('/').next().map(str::to_owned),
        None if path.starts_with("questions/") => anchor.strip_prefix("country-").map(str::to_owned),
        None => None,
    };
    let act = ancestors.iter().find(|e| e.value().name() == "tbody").map(|body| all(*body, ".act")).unwrap_or_default();
    let mut labels = all(element, ".modality");
    labels.extend(all(element, "li > strong"));
    labels.extend(act);
    if own.is_some_and(|id| id.starts_with("statistic-")) {
        labels.push("statistic".to_owned());
    }
    let own_cites = select("a.cite.own");
    let cites = element.select(&own_cites).filter_map(|link| {
        let file = link.value().attr("href")?.rsplit('/').next()?;
        Some((file.strip_suffix(".html")?.to_owned(), words(link)))
    });
    let titles = [above("h1"), above(".kicker")].into_iter().flatten().flatten();
    Carrier {
        path: path.to_owned(),
        anchor: anchor.to_owned(),
        ids: element.value().attr("data-trace").unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
        country,
        above: titles.chain(heading.map(words)).collect::<Vec<_>>().join(" | "),
        labels,
        observed: all(element, ".obs").join(" | "),
        dates: all(element, ".dates").join(" | "),
        figure: all(element, "td.end").concat(),
        days: all(element, ".obs, time, .dates, .when, td[data-label=Period]").join(" | "),
        cites: cites.collect(),
    }
}

/// Every row that must be published.
pub struct Rows {
    /// The rows.
    pub list: Vec<Row>,
    known: BTreeSet<String>,
}

/// A row, and what kind it is.
#[derive(Clone)]
pub struct Row {
    /// What the register calls it; treaty acts and cells have no name, so theirs says which they are.
    pub id: String,
    kind: Kind,
    table: Table,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Claim,
    Contradiction,
    Conflict,
    Statistic,
    Gap,
    Action,
    Absence,
    Cell,
    Law,
    Amendment,
    Wording,
    Entry,
    EntryMore,
}

impl Rows {
    /// All rows of the register.
    pub fn of(register: &Register) -> Rows {
        let mut list = Vec::new();
        let mut add = |kind: Kind, table: &[Table], name: &dyn Fn(&Table) -> String| {
            list.extend(table.iter().map(|row| Row { id: name(row), kind, table: row.clone() }));
        };
        let named = |column: &'static str| move |row: &Table| row[column].clone();
        add(Kind::Claim, &register.claims, &named("claim_id"));
        add(Kind::Contradiction, &register.contradictions, &named("id"));
        add(Kind::Conflict, &register.conflicts, &named("id"));
        add(Kind::Statistic, &register.statistics, &named("stat_id"));
        add(Kind::Gap, &register.gaps, &named("gap_id"));
        add(Kind::Action, &register.actions, &|row| {
            ["country_iso2", "instrument_id", "action", "date", "source_id"].map(|c| row[c].as_str()).join(" ")
        });
        add(Kind::Absence, &register.absences, &|row| {
            format!("{} {} absence {}", row["country_iso2"], row["instrument_id"], row["source_id"])
        });
        add(Kind::Cell, &register.matrix, &|row| {
            ["question_id", "country_iso2", "value", "as_of", "source_id"].map(|c| row[c].as_str()).join(" ")
        });
        add(Kind::Law, &register.law, &named("fact_id"));
        add(Kind::Amendment, &register.amendments, &named("amendment_id"));
        add(Kind::Wording, &register.wordings, &named("row_id"));
        add(Kind::Entry, &register.entry_rules, &|row| format!("{} rule of entry", row["instrument_id"]));
        add(Kind::EntryMore, &register.entry_rules_more, &|row| format!("{} final clauses", row["instrument_id"]));
        let mut known: BTreeSet<String> = list.iter().map(|row| row.id.clone()).collect();
        known.extend(register.matrix.iter().map(|row| row["question_id"].clone()));
        Rows { list, known }
    }

    /// Elements that name rows which the register does not have.
    pub fn strangers(&self, carriers: &Carriers) -> Vec<String> {
        let ids = carriers.0.iter().flat_map(|c| c.ids.iter().map(move |id| (c, id)));
        ids.filter(|(_, id)| !self.known.contains(*id))
            .map(|(c, id)| format!("{}#{}: there is no row {id}", c.path, c.anchor))
            .collect()
    }
}

/// The site's identity of a country of the register.
fn country_of(code: &str) -> String {
    match code {
        "REG" => "central-asia".to_owned(),
        code => code.to_lowercase(),
    }
}

/// What a manner of the register may be called on the site.
fn labels_of(certainty: &str) -> &'static [&'static str] {
    match certainty {
        "announced" => &["announced"],
        "planned" => &["planned"],
        "submitted" => &["submitted"],
        "passed" => &["passed", "adopted"],
        "in-force" => &["in force"],
        "practice" => &["practice"],
        "assessment" => &["assessment"],
        "history" => &["history"],
        "definition" => &["definition"],
        "provenance" => &["about the source itself"],
        "signed" => &["signature"],
        "ratified" => &["ratification", "accession", "reservation"],
        "statistic" => &["statistic"],
        other => panic!("the register has a manner `{other}`"),
    }
}

impl Row {
    /// What is wrong with the row on the site.
    pub fn check(&self, site: &Site, carriers: &Carriers, register: &Register) -> Vec<String> {
        let found = match self.kind {
            Kind::Claim => self.claim(carriers, register),
            Kind::Contradiction => self.contradiction(carriers),
            Kind::Conflict => self.conflict(carriers),
            Kind::Statistic => self.statistic(carriers),
            Kind::Gap => self.gap(carriers, register),
            Kind::Action => self.action(site, register),
            Kind::Absence => self.absence(site),
            Kind::Cell => self.cell(site),
            Kind::Law => self.law(carriers),
            Kind::Amendment => self.amendment(site, carriers),
            Kind::Wording if self.field("country_iso2").is_empty() => self.treaty_wording(site),
            Kind::Wording => self.wording(site, carriers),
            Kind::Entry => self.entry(site),
            Kind::EntryMore => self.entry_more(site),
        };
        found.into_iter().map(|why| format!("{}: {why}", self.id)).collect()
    }

    /// Whether records of the content carry it, one by one. Cells and absences are compared as they are; facts and
    /// amendments stand with the records that tell them.
    pub fn is_carried(&self) -> bool {
        let kinds = [Kind::Claim, Kind::Contradiction, Kind::Conflict, Kind::Statistic, Kind::Gap, Kind::Action];
        kinds.contains(&self.kind) || self.kind == Kind::Wording && !self.field("country_iso2").is_empty()
    }

    /// Whether a file can hold this row: gaps of several countries share a name.
    pub fn is_of(&self, path: &str) -> bool {
        match self.kind {
            Kind::Gap => path.starts_with(&format!("content/countries/{}/", country_of(self.field("country_iso2")))),
            _ => true,
        }
    }

    /// Whether a statement of a country's treaty file, below its act, or an instrument's file says what a treaty row says.
    pub fn is_statement(&self, path: &str, act: &str, block: &str) -> bool {
        if self.kind != Kind::Action {
            return false;
        }
        let (country, instrument, date) = (self.field("country_iso2"), self.field("instrument_id"), self.field("date"));
        let line = |start: &str, value: &str| format!("{start} = \"{value}\"");
        if country.is_empty() {
            return path == format!("content/instruments/{instrument}.md") && block.contains(&line("in_force", date));
        }
        let kinds: &[&str] = match self.field("action") {
            "ratification" | "accession" | "entry_into_force" => {
                &["ratification", "accession", "domestic-ratification"]
            }
            kind => &[kind],
        };
        let dated = block.lines().any(|l| !l.starts_with("observed") && l.ends_with(&format!("{date}\"")));
        path == format!("content/countries/{}/treaties.md", country_of(country))
            && act.contains(&line("instrument", instrument))
            && block.starts_with("[[action.statement]]")
            && block.contains(&line("source", self.field("source_id")))
            && (date.is_empty() || dated)
            && kinds.iter().any(|kind| act.contains(&line("kind", kind)))
    }

    fn field(&self, name: &str) -> &str {
        &self.table[name]
    }

    fn claim(&self, carriers: &Carriers, register: &Register) -> Vec<String> {
        let mut found = Vec::new();
        let wanted: Vec<String> =
            self.field("countries").split([' ', ',']).filter(|c| !c.is_empty()).map(country_of).collect();
        let here: Vec<&Carrier> = carriers.of_row(&self.id).collect();
        for country in &wanted {
            let of = |c: &&&Carrier| match &c.country {
                Some(at) => at == country,
                None => country == "central-asia",
            };
            if !here.iter().any(|c| of(&c)) {
                found.push(format!("stands nowhere under {country}"));
            }
        }
        let days = dates(self.field("event_date"));
        for carrier in here {
            let at = format!("{}#{}", carrier.path, carrier.anchor);
            if let Some(country) = &carrier.country {
                if !wanted.contains(country) {
                    found.push(format!("{at}: is not said of {country}"));
                }
                found.extend(under_its_name(carrier, country));
            }
            let lines = carrier.lines("iom-2005");
            for range in ranges(self.field("paper_lines")) {
                if !lines.contains(&range) {
                    found.push(format!("{at}: is cited without {range:?}: {:?}", carrier.cites));
                }
            }
            let allowed = labels_of(self.field("certainty"));
            let shown =
                |label: &String| allowed.iter().any(|a| label.starts_with(a) || label.ends_with(&format!("({a})")));
            if !carrier.labels.iter().any(shown) {
                found.push(format!("{at}: is {} and shown as {:?}", self.field("certainty"), carrier.labels));
            }
            let told = |words: &str| words.contains(self.field("as_of")) || days.iter().any(|day| words.contains(day));
            let shown = if carrier.observed.is_empty() { &carrier.days } else { &carrier.observed };
            if !told(shown) {
                found.push(format!("{at}: shows neither its day nor that of the event: {}", carrier.days));
            }
            if !carrier.dates.is_empty() && !days.is_empty() && !days.iter().any(|day| carrier.dates.contains(day)) {
                found.push(format!("{at}: shows another date of the act: {}", carrier.dates));
            }
            if let Some(figure) = register.statistics.iter().find(|row| row["claim_id"] == self.id) {
                let figure = format!("{} {}", value_of(figure), figure["unit"]);
                if carrier.figure != figure {
                    found.push(format!("{at}: does not say {figure}: {}", carrier.figure));
                }
            }
        }
        found
    }

    fn contradiction(&self, carriers: &Carriers) -> Vec<String> {
        let here: Vec<&Carrier> = carriers.of_row(&self.id).collect();
        let lines: Vec<(u32, u32)> = here.iter().flat_map(|c| c.lines("iom-2005")).collect();
        let lost = ranges(self.field("paper_lines")).into_iter().filter(|range| !covered(*range, &lines));
        let lost = lost.map(|range| format!("no side is cited with {range:?}: {lines:?}"));
        none_is_a_fault(&here).into_iter().chain(lost).collect()
    }

    fn conflict(&self, carriers: &Carriers) -> Vec<String> {
        let here: Vec<&Carrier> = carriers.of_row(&self.id).collect();
        let mut found = none_is_a_fault(&here);
        let papers = here.iter().any(|c| c.cites.iter().any(|(id, _)| id == "iom-2005"));
        if !papers && self.field("kind") != "source vs source" {
            found.push("the paper has no side".into());
        }
        let lines: Vec<(u32, u32)> = here.iter().flat_map(|c| c.lines("iom-2005")).collect();
        for range in marked_ranges(self.field("paper_says")).into_iter().filter(|range| !covered(*range, &lines)) {
            found.push(format!("the paper is not cited with {range:?}: {lines:?}"));
        }
        for source in self.field("source_ids").split(';').filter(|s| !s.is_empty()) {
            if !here.iter().any(|c| c.cites.iter().any(|(id, _)| id == source.trim())) {
                found.push(format!("no side rests on {source}"));
            }
        }
        found
    }

    fn statistic(&self, carriers: &Carriers) -> Vec<String> {
        let country = country_of(self.field("country_iso2"));
        let here: Vec<&Carrier> = carriers.of_row(&self.id).filter(|c| c.country.as_ref() == Some(&country)).collect();
        let mut found = none_is_a_fault(&here);
        for carrier in here {
            found.extend(under_its_name(carrier, &country));
            let figure = format!("{} {}", value_of(&self.table), self.field("unit"));
            if carrier.figure != figure {
                found.push(format!("does not say {figure}: {}", carrier.figure));
            }
            if !carrier.cites.iter().any(|(id, _)| id == self.field("source_id")) {
                found.push(format!("rests on {:?}", carrier.cites));
            }
            for end in ["period_start", "period_end"] {
                let said = date_in_words(self.field(end));
                if said.as_ref().is_some_and(|day| !carrier.days.contains(day)) {
                    found.push(format!("does not show {said:?}: {}", carrier.days));
                }
            }
        }
        found
    }

    fn gap(&self, carriers: &Carriers, register: &Register) -> Vec<String> {
        let country = country_of(self.field("country_iso2"));
        let here: Vec<&Carrier> = carriers.of_row(&self.id).filter(|c| c.country.as_ref() == Some(&country)).collect();
        let mut found = none_is_a_fault(&here);
        for carrier in here {
            found.extend(under_its_name(carrier, &country));
            if !carrier.days.contains(self.field("as_of")) {
                found.push(format!("does not show {}: {}", self.field("as_of"), carrier.days));
            }
            let lines = carrier.lines(self.field("source_id"));
            let claim = register.claim(self.field("claim_id")).expect("the register names claims that it has");
            for range in ranges(&claim["paper_lines"]).into_iter().filter(|range| !covered(*range, &lines)) {
                found.push(format!("is cited without {range:?}: {:?}", carrier.cites));
            }
            let later = self.field("later_source_id");
            if !later.is_empty() && !carrier.cites.iter().any(|(id, _)| id == later) {
                found.push(format!("what changed later does not rest on {later}: {:?}", carrier.cites));
            }
        }
        found
    }

    /// The statement of one source on one act, on the country's page or, for the instrument itself, on its own.
    fn action(&self, site: &Site, register: &Register) -> Vec<String> {
        let (instrument, source) = (self.field("instrument_id"), self.field("source_id"));
        let date = date_in_words(self.field("date"));
        if self.field("country_iso2").is_empty() {
            let Some(page) = site.page(&format!("instruments/{instrument}.html")) else {
                return vec!["has no page".into()];
            };
            // The words of its articles may name the day, too: it stands among the facts, with the article of its rule.
            let facts = all(page.root_element(), "main dl.facts").join(" | ");
            let rule = register.entry_rules.iter().find(|rule| rule["instrument_id"] == *instrument);
            let shown = date.is_some_and(|date| facts.contains(&date));
            let ruled = rule.is_none_or(|rule| facts.contains(&format!(", {}", rule["article"])));
            return if shown && ruled { Vec::new() } else { vec!["its entry into force is not shown".into()] };
        }
        let country = country_of(self.field("country_iso2"));
        let path = format!("countries/{country}/index.html");
        let Some(page) = site.page(&path) else { return vec![format!("there is no {path}")] };
        let acts: &[&str] = match self.field("action") {
            "signature" => &["signature"],
            "ratification" => &["ratification", "ratification at home", "accession"],
            "accession" => &["accession", "ratification at home"],
            "reservation" => &["reservation"],
            "entry_into_force" => &["ratification", "accession"],
            "planned" => &["planned"],
            "announced" => &["announced"],
            other => panic!("the register has an act `{other}`"),
        };
        let section = format!("#treaty-{instrument} tbody");
        let mut near = Vec::new();
        for body in page.select(&select(&section)) {
            let act = all(body, ".act").concat();
            if !acts.iter().any(|a| act == *a || act.ends_with(&format!("({a})"))) {
                continue;
            }
            for row in body.select(&select("tr")) {
                let rests = row
                    .select(&select("a.cite.own"))
                    .any(|a| a.value().attr("href").is_some_and(|href| href.ends_with(&format!("/{source}.html"))));
                let days = all(row, ".dates").join(" | ");
                let said = match &date {
                    Some(date) => days.contains(date),
                    None => days.contains("undated"),
                };
                if rests && said {
                    return Vec::new();
                }
                near.push(format!("{act}: {days}, {rests}"));
            }
        }
        vec![format!("no act says so; there are {near:?}")]
    }

    /// What stands on an instrument's page: words, and the sources that it links to.
    fn instrument(&self, site: &Site) -> Option<(String, BTreeSet<String>)> {
        let page = site.page(&format!("instruments/{}.html", self.field("instrument_id")))?;
        let name =
            |a: ElementRef<'_>| Some(a.value().attr("href")?.rsplit('/').next()?.strip_suffix(".html")?.to_owned());
        let sources = page.select(&select("main a.cite")).filter_map(name).collect();
        Some((words(page.root_element()), sources))
    }

    /// The rule by which an instrument enters into force for a state: the general day, the words of the article, its source.
    fn entry(&self, site: &Site) -> Vec<String> {
        let Some((text, sources)) = self.instrument(site) else { return vec!["has no page".into()] };
        let mut found = Vec::new();
        for column in ["general_in_force", "opened_for_signature", "closed_for_signature"] {
            found.extend(
                date_in_words(self.field(column))
                    .filter(|day| !text.contains(day))
                    .map(|day| format!("{column}: {day} is not shown")),
            );
        }
        if !text.contains(self.field("quote")) {
            found.push("its words are not quoted".to_owned());
        }
        if !sources.contains(self.field("source_id")) {
            found.push(format!("does not rest on {}", self.field("source_id")));
        }
        found
    }

    /// What its general day, and who confirms the rule, rest on.
    fn entry_more(&self, site: &Site) -> Vec<String> {
        let Some((text, sources)) = self.instrument(site) else { return vec!["has no page".into()] };
        let columns = ["general_in_force_source_id", "second_source_id", "signature_source_id"];
        let named = columns.map(|column| self.field(column)).into_iter().filter(|id| !id.is_empty());
        let mut found: Vec<String> =
            named.filter(|id| !sources.contains(*id)).map(|id| format!("does not rest on {id}")).collect();
        if !text.contains(self.field("general_in_force_quote")) {
            found.push("the words on its entry into force are not quoted".to_owned());
        }
        found
    }

    fn absence(&self, site: &Site) -> Vec<String> {
        let country = country_of(self.field("country_iso2"));
        let Some(page) = site.page(&format!("countries/{country}/index.html")) else {
            return vec!["has no page".into()];
        };
        let date = date_in_words(self.field("as_of")).expect("a day");
        let selector = format!("#treaty-{} .absence", self.field("instrument_id"));
        let source = format!("/{}.html", self.field("source_id"));
        let said = page.select(&select(&selector)).any(|e| {
            let rests =
                e.select(&select("a.cite.own")).any(|a| a.value().attr("href").is_some_and(|h| h.ends_with(&source)));
            rests && words(e).contains(&date)
        });
        if said { Vec::new() } else { vec!["is not shown".into()] }
    }

    fn law(&self, carriers: &Carriers) -> Vec<String> {
        let country = country_of(self.field("country_iso2"));
        let here: Vec<&Carrier> = carriers.of_row(&self.id).filter(|c| c.country.as_ref() == Some(&country)).collect();
        let mut found = none_is_a_fault(&here);
        let rests = |c: &&Carrier| c.cites.iter().any(|(id, _)| id == self.field("source_id"));
        if !here.is_empty() && !here.iter().any(rests) {
            found.push(format!("no element rests on {}", self.field("source_id")));
        }
        found
    }

    fn amendment(&self, site: &Site, carriers: &Carriers) -> Vec<String> {
        let country = country_of(self.field("country_iso2"));
        let here: Vec<&Carrier> = carriers.of_row(&self.id).filter(|c| c.country.as_ref() == Some(&country)).collect();
        let mut found = none_is_a_fault(&here);
        let date = date_in_words(self.field("date"));
        let source = format!("/{}.html", self.field("source_id"));
        let says = |c: &&Carrier| {
            let Some(page) = site.page(&c.path) else { return false };
            let main = page.select(&select("main")).next().expect("each page has a <main>");
            let rests =
                main.select(&select("a.cite")).any(|a| a.value().attr("href").is_some_and(|h| h.ends_with(&source)));
            rests && date.as_ref().is_none_or(|date| words(main).contains(date))
        };
        if !here.is_empty() && !here.iter().any(says) {
            found.push(format!("no page of it shows {date:?} and {}", self.field("source_id")));
        }
        found
    }

    /// Words of a national law: letter by letter on the page of the article, in their language, from their source; and
    /// the act that brought them, with its number and its day.
    fn wording(&self, site: &Site, carriers: &Carriers) -> Vec<String> {
        let (country, source) = (country_of(self.field("country_iso2")), self.field("source_id"));
        let article = self.field("article").split('(').next().unwrap_or_default();
        let place = format!("art. {article},");
        let here: Vec<&Carrier> = carriers.of_row(&self.id).collect();
        let mut found = none_is_a_fault(&here);
        let rests = |c: &Carrier| c.cites.iter().any(|(id, text)| id == source && text.contains(&place));
        found.extend(here.iter().filter(|c| !rests(c)).map(|c| format!("{}#{}: {:?}", c.path, c.anchor, c.cites)));
        let laws = format!("countries/{country}/laws/");
        let quoted = |c: &&&Carrier| {
            let Some(page) = site.page(&c.path) else { return false };
            let selector = format!("#{} .quotation blockquote[lang=ru]", c.anchor);
            let shown = all(page.root_element(), &selector).concat();
            ["heading_ru", "quote_ru"].iter().all(|column| shown.contains(self.field(column)))
        };
        if !here.iter().filter(|c| c.path.starts_with(&laws)).any(|c| quoted(&c)) {
            found.push("no article quotes it".into());
        }
        found.extend(self.act(site, &country));
        found
    }

    /// What is wrong with the act that brought a wording: "Law No. 480 of 9 July 2003".
    fn act(&self, site: &Site, country: &str) -> Option<String> {
        let (_, act) = self.field("by").split_once(" No. ")?;
        let (number, day) = act.split_once(" of ")?;
        let folder = format!("countries/{country}/amendments/");
        let says = |path: &String| {
            let Some(page) = site.page(path) else { return false };
            let main = page.select(&select("main")).next().expect("each page has a <main>");
            let text = words(main);
            text.contains(&format!("№ {number}")) && text.contains(day)
        };
        let told = site.paths().iter().filter(|path| path.starts_with(&folder)).any(says);
        (!told).then(|| format!("no amendment is № {number} of {day}"))
    }

    /// Words of a treaty, on its own page.
    fn treaty_wording(&self, site: &Site) -> Vec<String> {
        let Some(page) = site.page("instruments/tip-protocol-2000.html") else { return vec!["has no page".into()] };
        let source = format!("/{}.html", self.field("source_id"));
        let said = page.select(&select("article.provision")).any(|article| {
            let cites = select("a.cite.own");
            let rests = article.select(&cites).any(|a| a.value().attr("href").is_some_and(|h| h.ends_with(&source)));
            rests && all(article, ".quotation blockquote").concat() == self.field("quote_ru")
        });
        if said { Vec::new() } else { vec!["is not quoted".into()] }
    }

    /// A coded answer: on the page of its question, under its country, with its day and its source.
    fn cell(&self, site: &Site) -> Vec<String> {
        super::cell::check(&self.table, site)
    }
}

impl Carrier {
    /// The lines with which it cites a source of its own.
    fn lines(&self, source: &str) -> Vec<(u32, u32)> {
        self.cites.iter().filter(|(id, _)| id == source).flat_map(|(_, text)| marked_ranges(text)).collect()
    }
}

/// A figure in words: the register has a sign where the paper has a word.
fn value_of(row: &Table) -> String {
    match row["value"].as_str() {
        ">40000" => "over 40,000".to_owned(),
        value => value.to_owned(),
    }
}

fn none_is_a_fault(here: &[&Carrier]) -> Vec<String> {
    if here.is_empty() { vec!["stands nowhere".into()] } else { Vec::new() }
}

/// The name of the country stands above the element.
fn under_its_name(carrier: &Carrier, country: &str) -> Option<String> {
    let name = match country {
        "kz" => "Kazakhstan",
        "kg" => "Kyrgyzstan",
        "tj" => "Tajikistan",
        "tm" => "Turkmenistan",
        "uz" => "Uzbekistan",
        "central-asia" => "Central Asia",
        _ => return Some(format!("{}: `{country}` has no name here", carrier.path)),
    };
    let told = carrier.above.contains(name);
    (!told).then(|| format!("{}#{}: {name} is not named above it: {}", carrier.path, carrier.anchor, carrier.above))
}

/// Whether every line of a range lies in one of the others.
fn covered((first, last): (u32, u32), others: &[(u32, u32)]) -> bool {
    (first..=last).all(|line| others.iter().any(|(a, b)| (*a..=*b).contains(&line)))
}

/// The dates in a text of the register, in the words of the site.
fn dates(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '-')).filter_map(date_in_words).collect()
}
