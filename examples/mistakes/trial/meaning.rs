//! Slips of meaning: all is well-formed, and something is wrong.

use super::desk::{Desk, Edit, Make, Mistake, Numbers};

pub const GROUP: &str = "meaning";

fn countries(path: &str) -> bool {
    path.starts_with("content/countries/")
}

fn national(path: &str) -> bool {
    countries(path) && !path.contains("central-asia")
}

/// `L135-138` with its ends exchanged.
fn reversed(text: &str) -> Option<String> {
    let at = text.find('L')?;
    let (from, rest) = text[at + 1..].split_once('-')?;
    let until: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (a, b) = (from.parse::<u32>().ok()?, until.parse::<u32>().ok()?);
    (a < b).then(|| text.replacen(&format!("L{from}-{until}"), &format!("L{until}-{from}"), 1))
}

/// A word of a text in quotation marks exchanged.
fn other_words(desk: &Desk, numbers: &mut Numbers) -> Option<Mistake> {
    let quotes: Vec<&str> =
        desk.files.iter().flat_map(|f| f.text.lines()).filter(|l| l.starts_with("quote = \"")).collect();
    desk.at_line(numbers, national, |line| {
        let quote = line.quoted("quote").filter(|q| q.len() > 60)?;
        if quotes.iter().filter(|l| l.contains(quote)).count() < 2 {
            return None;
        }
        let changed = quote.replacen(" and ", " or ", 1).replacen(" to ", " for ", 1);
        (changed != quote).then(|| Edit::line(line, format!("quote = \"{changed}\"")).help(["same words", "compare"]))
    })
}

/// The number of an article within the words of a link: `[[kz/code/128|Article 128]]`.
fn numbered_link(text: &str) -> Option<(&str, &str)> {
    let start = text.find("[[")?;
    let end = start + text[start..].find("]]")? + 2;
    let whole = &text[start..end];
    let (id, words) = whole[2..whole.len() - 2].split_once('|')?;
    let number = id.rsplit('/').next()?;
    let has = id.matches('/').count() == 2
        && number.bytes().all(|b| b.is_ascii_digit())
        && words.contains(&format!("Article {number}"));
    has.then_some((whole, number))
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "a range the wrong way round in a field", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let place = line.quoted("place")?;
            Some(Edit::line(line, format!("place = \"{}\"", reversed(place)?)).help([
                "the smaller",
                "exchange",
                "other way round",
            ]))
        })
    }),
    (GROUP, "a range the wrong way round in a citation", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let at = line.text.find("[@iom-2005, L").filter(|_| line.is_prose())?;
            let end = at + line.text[at..].find(']')?;
            let wrong = reversed(&line.text[at + 12..end])?;
            Some(Edit::line(line, format!("{}{wrong}{}", &line.text[..at + 12], &line.text[end..])).help([
                "the smaller",
                "exchange",
                "other way round",
            ]))
        })
    }),
    (GROUP, "a penalty whose least is above its most", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/laws/"),
            |line| {
                let text = line
                    .quoted("penalty")
                    .filter(|text| text.contains("3 to 8") || text.contains("5 to 7") || text.contains("7 to 10"))?;
                let wrong = text
                    .replacen("3 to 8", "8 to 3", 1)
                    .replacen("5 to 7", "7 to 5", 1)
                    .replacen("7 to 10", "10 to 7", 1);
                Some(Edit::line(line, format!("penalty = \"{wrong}\"")).help([
                    "the smaller",
                    "exchange",
                    "other way round",
                ]))
            },
        )
    }),
    (GROUP, "a range of years the wrong way round in prose", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            (line.is_prose() && line.before().is_empty() && !line.text.starts_with('-')).then(|| {
                Edit::line(line, format!("{} This was so from 2008 to 2003.", line.text)).help([
                    "the smaller",
                    "exchange",
                    "other way round",
                ])
            })
        })
    }),
    (GROUP, "another article in the words of a link", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let (whole, number) = numbered_link(line.text)?;
            let other = number.parse::<u32>().ok()? + 4;
            let wrong = whole.replace(&format!("Article {number}"), &format!("Article {other}"));
            Some(Edit::line(line, line.text.replacen(whole, &wrong, 1)).help([number, "words"]))
        })
    }),
    (GROUP, "another country in the words of a link", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/"),
            |line| {
                let names = [
                    ("[[kz|Kazakhstan]]", "[[kz|Uzbekistan]]"),
                    ("[[kg|Kyrgyzstan]]", "[[kg|Tajikistan]]"),
                    ("[[tj|Tajikistan]]", "[[tj|Kyrgyzstan]]"),
                    ("[[uz|Uzbekistan]]", "[[uz|Kazakhstan]]"),
                    ("[[tm|Turkmenistan]]", "[[tm|Tajikistan]]"),
                ];
                let (right, wrong) = names.iter().find(|(right, _)| line.text.contains(right))?;
                Some(Edit::line(line, line.text.replacen(right, wrong, 1)).help(["words", "`kz`", "names"]))
            },
        )
    }),
    (GROUP, "a link to the article of another country", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/countries/uz/index") || p.starts_with("content/countries/tj/index"),
            |line| {
                let (whole, _) = numbered_link(line.text)?;
                let wrong = whole
                    .replace("uz/criminal-code/135", "tj/criminal-code/132")
                    .replace("tj/criminal-code/132", "uz/criminal-code/135");
                let other = if whole.contains("uz/criminal-code/135") {
                    whole.replace("uz/criminal-code/135", "tj/criminal-code/132")
                } else {
                    wrong
                };
                (other != whole)
                    .then(|| Edit::line(line, line.text.replacen(whole, &other, 1)).help(["words", "135", "132"]))
            },
        )
    }),
    (GROUP, "another day beside the law that has one", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let months = [
                " January ",
                " February ",
                " March ",
                " April ",
                " May ",
                " June ",
                " July ",
                " August ",
                " September ",
                " October ",
                " November ",
                " December ",
            ];
            if !line.is_prose() || !line.text.contains("[[") {
                return None;
            }
            let link = line.text.find("[[")?;
            let month =
                months.iter().find(|m| line.text.find(**m).is_some_and(|at| at > 3 && at.abs_diff(link) < 60))?;
            let at = line.text.find(month)? + month.len();
            let year: u32 = line.text.get(at..at + 4)?.parse().ok()?;
            Some(
                Edit::line(line, format!("{}{}{}", &line.text[..at], year + 1, &line.text[at + 4..]))
                    .help(["compare", "dates", "is of"]),
            )
        })
    }),
    (GROUP, "another number of a law in the words of its link", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let at = ["|Law № ", "|Law N "].iter().find_map(|mark| line.text.find(mark))?;
            let digit = at + line.text[at..].find(|c: char| c.is_ascii_digit())?;
            let old = &line.text[digit..=digit];
            let new = if old == "9" { "8" } else { "9" };
            Some(
                Edit::line(line, format!("{}{new}{}", &line.text[..digit], &line.text[digit + 1..]))
                    .help(["compare", "number", "words"]),
            )
        })
    }),
    (GROUP, "observed after the year of the source", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/findings/") || p.ends_with("offences.md") || p.ends_with("observations.md"),
            |line| {
                line.quoted("observed").filter(|o| *o == "mid-2005")?;
                let cites = line.lines[line.number.saturating_sub(9)..(line.number + 9).min(line.lines.len())]
                    .contains(&"source = \"iom-2005\"");
                cites.then(|| Edit::line(line, "observed = \"2009\"").help(["source", "year"]))
            },
        )
    }),
    (GROUP, "looked up before it was published", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/sources/"),
            |line| {
                line.quoted("accessed")?;
                let year: u32 = line.lines.iter().find_map(|l| l.strip_prefix("year = \"")?.get(..4)?.parse().ok())?;
                Some(Edit::line(line, format!("accessed = \"{}-03-01\"", year - 2)).help(["publi", "year"]))
            },
        )
    }),
    (GROUP, "looked up before its copy was stored", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/sources/"),
            |line| {
                line.quoted("accessed")?;
                let year: u32 =
                    line.lines.iter().find_map(|l| l.strip_prefix("stored = \"")?.get(..4)?.parse().ok())?;
                Some(Edit::line(line, format!("accessed = \"{}-03-01\"", year - 1)).help(["stored", "publi"]))
            },
        )
    }),
    (GROUP, "a year of another century", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let (name, text) = line.words().filter(|(name, text)| {
                matches!(*name, "observed" | "deposited" | "reached" | "adopted") && text.starts_with("20")
            })?;
            Some(
                Edit::line(line, format!("{name} = \"21{}\"", &text[2..]))
                    .help(["slip", "edition", "compare", "look", "year"]),
            )
        })
    }),
    (GROUP, "a source of another country", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| national(p) && (p.contains("/findings/") || p.ends_with("statistics.md")),
            |line| {
                let id = line.quoted("source")?;
                let country = line.path.split('/').nth(2)?;
                let other = if country == "kz" { "tj" } else { "kz" };
                let ends = format!("-{country}");
                let wrong = match id {
                    _ if id.starts_with("tip-") && id.ends_with(&ends) => {
                        ["tip-2004", "tip-2005", "tip-2006", "tip-2007", "tip-2022"]
                            .iter()
                            .map(|y| format!("{y}-{other}"))
                            .find(|id| desk.text(&format!("content/sources/{id}.md")).is_some())?
                    }
                    _ if id.starts_with("asl-") => "asl-kg".to_owned(),
                    _ => return None,
                };
                (wrong != id && !(wrong == "asl-kg" && country == "kg"))
                    .then(|| Edit::line(line, format!("source = \"{wrong}\"")).help(["country", "another"]))
            },
        )
    }),
    (GROUP, "the same quotation in other words", other_words),
    (GROUP, "a line behind the end of the source", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let cites = line.lines[line.number.saturating_sub(1)..=line.number].contains(&"source = \"iom-2005\"");
            let place = line.quoted("place").filter(|place| cites && place.starts_with('L'))?;
            let _ = place;
            Some(Edit::line(line, "place = \"L1351-1380\"").help(["478", "ends"]))
        })
    }),
    (GROUP, "a line behind the end of the source in a citation", |desk, numbers| {
        desk.at_line(numbers, countries, |line| {
            let at = line.text.find("[@iom-2005, L").filter(|_| line.is_prose())?;
            Some(
                Edit::line(line, format!("{}9{}", &line.text[..at + 13], &line.text[at + 13..]))
                    .help(["478", "ends", "smaller"]),
            )
        })
    }),
    (GROUP, "a coder's name misspelt", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                line.quoted("coder")?;
                Some(Edit::line(line, "coder = \"codr-1\"").help(["`coder-1`"]))
            },
        )
    }),
    (GROUP, "letters within a number", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let (name, text) =
                line.words().filter(|(name, _)| matches!(*name, "place" | "value" | "number" | "note" | "answer"))?;
            let at = text
                .char_indices()
                .find(|(at, c)| *c == '0' && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
                .or_else(|| {
                    text.char_indices()
                        .find(|(at, c)| *c == '1' && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
                })?;
            let letter = if at.1 == '0' { 'O' } else { 'l' };
            Some(
                Edit::line(line, format!("{name} = \"{}{letter}{}\"", &text[..at.0], &text[at.0 + 1..]))
                    .help(["figure", "digit"]),
            )
        })
    }),
    (GROUP, "letters within a number of prose", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let at = line.text.find("Article 1").filter(|_| line.is_prose())? + 8;
            Some(Edit::line(line, format!("{}l{}", &line.text[..at], &line.text[at + 1..])).help(["figure", "digit"]))
        })
    }),
    (GROUP, "a figure of a statistic exchanged", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.ends_with("statistics.md"),
            |line| {
                let value = line.quoted("value").filter(|v| v.len() >= 2 && v.bytes().all(|b| b.is_ascii_digit()))?;
                let note = line.lines[line.number..].iter().take(9).find(|l| l.starts_with("note = "))?;
                let swapped: String = value.chars().rev().collect();
                (swapped != value && note.contains(value))
                    .then(|| Edit::line(line, format!("value = \"{swapped}\"")).help(["remark", "note", "compare"]))
            },
        )
    }),
    (GROUP, "a share above a hundred, a count below nought", |desk, numbers| {
        let below = numbers.below(2) == 0;
        desk.at_line(
            numbers,
            |p| p.ends_with("statistics.md"),
            |line| {
                let value = line.quoted("value").filter(|v| v.bytes().all(|b| b.is_ascii_digit()))?;
                let unit = line.after().starts_with("unit = ");
                let new = match below {
                    true => format!("value = \"-{value}\""),
                    false => format!("value = \"1{value}00\"\nunit = \"percent\""),
                };
                let edit = if below { Edit::line(line, new) } else { Edit::lines(line, line.number, 2, new) };
                (below || unit).then(|| edit.help(["compare the figure"]))
            },
        )
    }),
    (GROUP, "the row of another country", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.ends_with("treaties.md"),
            |line| {
                let place = line.quoted("place")?;
                let names = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan"];
                let own = names.iter().find(|name| place.contains(&format!("row {name}")))?;
                let other = if *own == "Kazakhstan" { "Tajikistan" } else { "Kazakhstan" };
                Some(
                    Edit::line(line, format!("place = \"{}\"", place.replacen(own, other, 1)))
                        .help(["correct the place"]),
                )
            },
        )
    }),
    (GROUP, "an act that amends itself", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/amendments/"),
            |line| {
                let (_, value) = line.field().filter(|(name, _)| *name == "amends")?;
                let mut parts = line.path.trim_start_matches("content/countries/").split('/');
                let id = format!("{}/{}", parts.next()?, parts.nth(1)?.trim_end_matches(".md"));
                let _ = value;
                Some(Edit::line(line, format!("amends = [\"{id}\"]")).help(["name the law"]))
            },
        )
    }),
    (GROUP, "an act signed after it was deposited", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.ends_with("treaties.md"),
            |line| {
                let signed = line.quoted("signed").filter(|s| s.len() == 10)?;
                let _ = signed;
                Some(Edit::line(line, "signed = \"2019-05-05\"").help(["compare", "look", "date", "after"]))
            },
        )
    }),
    (GROUP, "a law repealed before it was adopted", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/laws/") && p.ends_with("index.md"),
            |line| {
                let adopted = line.quoted("adopted")?;
                let _ = adopted;
                line.lines
                    .iter()
                    .any(|l| l.starts_with("repealed = "))
                    .then(|| Edit::line(line, "adopted = \"2024-01-01\"").right(0..=line.lines.len()).help(["compare"]))
            },
        )
    }),
];
