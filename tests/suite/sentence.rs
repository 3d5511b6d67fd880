//! The sentence with which the page of a question begins: for each answer and each standing, in each language that the
//! theme speaks. What it says is made of rules, so that each rule has a case here.

use collatio::Build;
use collatio::text::File;

use crate::html::Page;
use crate::shipped::{input, page};

const COUNTRIES: [(&str, &str); 3] = [("xr", "Ruritania"), ("xs", "Strelsau"), ("xt", "Zenda")];

/// A site of the first `of` countries with one question of a kind, and each country's findings in its own file.
fn island(language: &str, question: &str, findings: &[String]) -> Build {
    let file = |path: &str, text: &str| File::new(path, format!("+++\n{text}+++\n"));
    let mut files = vec![
        File::new(
            "collatio.toml",
            format!("title = \"Islands\"\nlanguage = \"{language}\"\nedition = \"2020-06-01\"\n"),
        ),
        file("content/index.md", "title = \"Islands\"\n"),
        file("content/questions/boats/index.md", "title = \"Boats\"\norder = 1\n"),
        file(
            "content/questions/boats/licence.md",
            &format!(
                "wording = \"Does a boat need a licence?\"\nlabel = \"Licence\"\norder = 1\ndomain = \"law\"\n{question}"
            ),
        ),
        file(
            "content/questions/boats/owned.md",
            "wording = \"Can a boat be owned?\"\nlabel = \"Owned\"\norder = 2\ndomain = \"law\"\nkind = \"yes-no\"\n\
             basis = \"source\"\n",
        ),
        file("content/sources/report.md", "citation = \"Report\"\ntier = \"academic\"\n"),
        file("content/sources/other.md", "citation = \"Other\"\ntier = \"academic\"\n"),
    ];
    for ((id, name), findings) in COUNTRIES.iter().zip(findings) {
        files
            .push(file(&format!("content/countries/{id}/index.md"), &format!("name = \"{name}\"\nkind = \"state\"\n")));
        files.push(file(
            &format!("content/countries/{id}/laws/act/index.md"),
            "title = \"Act\"\nadopted = \"1990-01-01\"\n\n[[citation]]\nsource = \"report\"\nplace = \"p. 1\"\n",
        ));
        let article = |number: u8, changed: &str| {
            let wording = |bound: &str| {
                format!("[[wording]]\n{bound}summary = \"Of boats.\"\nsource = \"report\"\nplace = \"p. 2\"\n")
            };
            let before = wording(&format!("from = \"1990-01-01\"\nuntil = \"{changed}\"\n"));
            let after = wording(&format!("from = \"{changed}\"\n"));
            file(
                &format!("content/countries/{id}/laws/act/{number}.md"),
                &format!("article = \"{number}\"\n\n{before}\n{after}"),
            )
        };
        files.extend([article(7, "2010-01-01"), article(8, "2020")]);
        if !findings.is_empty() {
            files.push(file(&format!("content/countries/{id}/findings/boats.md"), findings));
        }
    }
    collatio::build(&input(files))
}

fn finding(answer: &str, observed: &str, more: &str) -> String {
    of_source(answer, observed, "report", "rests_on = [\"source\"]", more)
}

fn of_source(answer: &str, observed: &str, source: &str, rests_on: &str, more: &str) -> String {
    format!(
        "[[finding]]\nquestion = \"licence\"\nanswer = \"{answer}\"\n{rests_on}\nsource = \"{source}\"\nplace = \"p. 3\"\n\
         observed = \"{observed}\"\ncoder = \"coder-1\"\n{more}\n"
    )
}

/// What stands first on the page of the question.
fn sentence(build: &Build) -> String {
    assert!(build.renderer.is_some(), "{:?}", build.diagnostics);
    Page::of(&page(build, "questions/licence.html")).words(".lead.found")
}

const YES_NO: &str = "kind = \"yes-no\"\nbasis = \"source\"\n";

/// The sentence in each language about countries with these findings.
#[track_caller]
fn says(question: &str, findings: &[String], english: &str, russian: &str) {
    for (language, expected) in [("en", english), ("ru", russian)] {
        assert_eq!(sentence(&island(language, question, findings)), expected, "{language}");
    }
}

#[test]
fn each_state_of_a_cell_is_named_and_silence_has_no_time() {
    let silent = ["source-silent", "source-unavailable"];
    let states = [
        ("yes", "", "yes", "да"),
        ("no", "", "no", "нет"),
        ("no-provision", "searched = \"the act\"", "no provision", "нормы нет"),
        ("partial", "limit = \"on lakes\"", "partial", "частично"),
        ("unclear", "", "unclear", "неясно"),
        ("pending", "stage = \"submitted\"\nreached = \"2019\"", "pending", "ожидается"),
        ("varies", "parts = [\"north\"]", "varies", "различается"),
        ("source-silent", "", "source silent", "источник молчит"),
        ("source-unavailable", "title = \"Act\"", "source unavailable", "источник недоступен"),
    ];
    for (state, more, english, russian) in states {
        let (en, ru) = match silent.contains(&state) {
            true => (String::new(), String::new()),
            false => (" Latest source: 2020.".to_owned(), " Последний источник: 2020.".to_owned()),
        };
        says(
            YES_NO,
            &[finding(state, "2020-06-01", more)],
            &format!("{english} in the one country compared.{en}"),
            &format!("{russian} – единственная страна.{ru}"),
        );
    }
    let general = of_source("indirect", "2020-06-01", "report", "rests_on = [\"xr/act/7\"]", "");
    says(
        "kind = \"yes-no\"\nbasis = \"provision\"\n",
        &[general],
        "indirect in the one country compared. Latest source: 2020.",
        "косвенно – единственная страна. Последний источник: 2020.",
    );
    says(
        YES_NO,
        &[String::new()],
        "not researched in the one country compared.",
        "не исследовано – единственная страна.",
    );
}

#[test]
fn countries_that_answer_alike_are_named_together_and_those_without_an_answer_last() {
    let (yes, no) = (finding("yes", "2005", ""), finding("no", "2020-06-01", ""));
    says(
        YES_NO,
        &[yes.clone(), yes.clone(), yes.clone()],
        "yes in all 3 countries. Latest source for each: 2005.",
        "да – все страны (3). Последний источник по каждой: 2005.",
    );
    says(
        YES_NO,
        &[yes.clone(), yes.clone()],
        "yes in both countries. Latest source for each: 2005.",
        "да – обе страны. Последний источник по каждой: 2005.",
    );
    says(
        YES_NO,
        &[String::new(), no.clone(), yes.clone()],
        "yes in Zenda; no in Strelsau; not researched in Ruritania. Latest source for each: 2005 to 2020.",
        "да – Zenda; нет – Strelsau; не исследовано – Ruritania. Последний источник по каждой: 2005 – 2020.",
    );
    says(
        YES_NO,
        &[yes.clone(), no, yes],
        "yes in Ruritania and Zenda; no in Strelsau. Latest source for each: 2005 to 2020.",
        "да – Ruritania и Zenda; нет – Strelsau. Последний источник по каждой: 2005 – 2020.",
    );
}

#[test]
fn an_answer_of_a_list_is_named_and_one_in_words_or_figures_of_its_own_is_counted() {
    let listed = [
        ("kind = \"scale\"\nbasis = \"source\"\nanswers = { low = \"little\", high = \"much\" }\n", "high"),
        ("kind = \"choice\"\nbasis = \"source\"\nanswers = { sail = \"by wind\", oar = \"by hand\" }\n", "oar"),
    ];
    for (question, answer) in listed {
        says(
            question,
            &[finding(answer, "2020-06-01", ""), finding(answer, "2020-06-01", "")],
            &format!("{answer} in both countries. Latest source for each: 2020."),
            &format!("{answer} – обе страны. Последний источник по каждой: 2020."),
        );
    }
    let free = [
        ("kind = \"number\"\nbasis = \"source\"\n", "12"),
        ("kind = \"date\"\nbasis = \"source\"\n", "2004-10-05"),
        ("kind = \"text\"\nbasis = \"source\"\n", "the harbour master"),
    ];
    says(
        "kind = \"several\"\nbasis = \"source\"\nanswers = { sail = \"by wind\", oar = \"by hand\" }\n",
        &[finding("sail, oar", "2020-06-01", ""), finding("oar", "2020-06-01", "")],
        "sail in Ruritania; oar in both countries. Latest source for each: 2020.",
        "sail – Ruritania; oar – обе страны. Последний источник по каждой: 2020.",
    );
    for (question, answer) in free {
        let found = finding(answer, "2020-06-01", "");
        says(
            question,
            &[found.clone(), String::new(), found.clone()],
            "an answer for Ruritania and Zenda; not researched in Strelsau. Latest source for each: 2020.",
            "есть ответ: Ruritania и Zenda; не исследовано – Strelsau. Последний источник по каждой: 2020.",
        );
        says(
            question,
            &[found.clone(), found],
            "an answer for both countries. Latest source for each: 2020.",
            "есть ответ по обеим странам. Последний источник по каждой: 2020.",
        );
    }
}

#[test]
fn what_overtook_an_answer_what_is_uncertain_and_what_is_disputed_is_said_of_the_countries_concerned() {
    let law = "kind = \"yes-no\"\nbasis = \"provision\"\n";
    let on = |country: &str, article: u8| {
        of_source("yes", "2005-01-01", "report", &format!("rests_on = [\"{country}/act/{article}\"]"), "")
    };
    says(
        law,
        &[on("xr", 7), on("xs", 7), on("xt", 8)],
        "yes in all 3 countries. Latest source for each: 2005. The answers for Ruritania and Strelsau are older than \
         recorded changes of the law and have not been checked since. \
         Uncertain on this day: Zenda.",
        "да – все страны (3). Последний источник по каждой: 2005. Ответы даны до более поздних изменений закона и с новым \
         текстом не сверены: Ruritania и Strelsau. \
         На этот день неясно: Zenda.",
    );
    let both = |preferred: &str| {
        finding("yes", "2020-06-01", preferred) + &of_source("no", "2020-06-01", "other", "rests_on = [\"source\"]", "")
    };
    says(
        YES_NO,
        &[both(""), finding("yes", "2020-06-01", "")],
        "yes in Strelsau; conflicting in Ruritania. Latest source for each: 2020. Sources disagree on Ruritania.",
        "да – Strelsau; противоречиво – Ruritania. Последний источник по каждой: 2020. Источники расходятся: Ruritania.",
    );
}
