//! Codes of countries and languages.

use super::desk::{Edit, Make};

const GROUP: &str = "codes";

fn country(path: &str) -> bool {
    path.starts_with("content/countries/") && path.matches('/').count() == 3 && path.ends_with("index.md")
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "another country's iso", |desk, numbers| {
        desk.at_line(numbers, country, |line| {
            let code = line.quoted("iso")?;
            let other = if code == "GE" { "AM" } else { "GE" };
            Some(
                Edit::line(line, format!("iso = \"{other}\""))
                    .right(line.number.saturating_sub(3)..=line.number + 4)
                    .help([code, "belong to", "of one country"]),
            )
        })
    }),
    (GROUP, "another country's iso3", |desk, numbers| {
        desk.at_line(numbers, country, |line| {
            let code = line.quoted("iso3")?;
            Some(Edit::line(line, "iso3 = \"GEO\"").help([code]))
        })
    }),
    (GROUP, "another country's number", |desk, numbers| {
        desk.at_line(numbers, country, |line| {
            let code = line.quoted("m49")?;
            Some(Edit::line(line, "m49 = \"268\"").help([code]))
        })
    }),
    (GROUP, "a code that is none", |desk, numbers| {
        let wrong = ["KAZ", "UK", "kz", "Q1", "K"][numbers.below(5)];
        desk.at_line(numbers, country, |line| {
            let code = line.quoted("iso")?;
            Some(Edit::line(line, format!("iso = \"{wrong}\"")).help([code, "did you mean", "two capital", "ISO 3166"]))
        })
    }),
    (GROUP, "codes of two countries exchanged", |desk, numbers| {
        desk.at_line(numbers, country, |line| {
            let code = line.quoted("iso")?;
            let other = if code == "KZ" { "KG" } else { "KZ" };
            Some(Edit::line(line, format!("iso = \"{other}\"")).right(0..=line.number + 4).help([
                code,
                "correct the one",
                "belong to",
            ]))
        })
    }),
    (GROUP, "the code of a country for a language", |desk, numbers| {
        let wrong = ["kz", "cn", "jp", "ua", "gr"][numbers.below(5)];
        desk.at_line(
            numbers,
            |p| p.starts_with("content/"),
            |line| {
                line.quoted("language").or(line.quoted("quote_language"))?;
                let name = line.field()?.0;
                Some(Edit::line(line, format!("{name} = \"{wrong}\"")).help(["did you mean", "BCP 47"]))
            },
        )
    }),
    (GROUP, "the name of a language", |desk, numbers| {
        let wrong = ["Russian", "english", "RU", "русский"][numbers.below(4)];
        desk.at_line(
            numbers,
            |p| p.starts_with("content/"),
            |line| {
                line.quoted("language").or(line.quoted("quote_language"))?;
                let name = line.field()?.0;
                Some(Edit::line(line, format!("{name} = \"{wrong}\"")).help(["`ru`", "`en`", "BCP 47"]))
            },
        )
    }),
    (GROUP, "a region that a language does not have", |desk, numbers| {
        let wrong = ["en-UK", "ru-RUS1", "kk-Cyrillic"][numbers.below(3)];
        desk.at_line(
            numbers,
            |p| p.starts_with("content/"),
            |line| {
                line.quoted("language").or(line.quoted("quote_language"))?;
                let name = line.field()?.0;
                Some(Edit::line(line, format!("{name} = \"{wrong}\"")).help(["did you mean", "BCP 47"]))
            },
        )
    }),
    (GROUP, "the language of a quotation wrong", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/laws/"),
            |line| {
                line.quoted("quote_language").filter(|code| *code == "ru")?;
                Some(
                    Edit::line(line, "quote_language = \"en\"")
                        .right(line.number.saturating_sub(6)..=line.number)
                        .help(["quote_language", "`ru`", "Cyrillic"]),
                )
            },
        )
    }),
];
