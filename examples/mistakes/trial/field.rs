//! Fields under the wrong table, entries without their header, fields that a record does not have, and values of another
//! kind.

use super::desk::{Edit, Line, Make};

const TABLE: &str = "tables";
const FIELD: &str = "fields";

fn findings(path: &str) -> bool {
    path.contains("/findings/")
}

fn content(path: &str) -> bool {
    path.starts_with("content/") && !path.starts_with("content/modules")
}

fn is_entry(line: &Line<'_>, name: &str) -> bool {
    line.in_fields && line.text == name
}

/// A misspelling of a word: two neighbours exchanged, or a letter lost.
pub fn misspelt(word: &str, at: usize) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let n = at % letters.len().saturating_sub(1).max(1);
    if letters.len() > 2 && letters[n] != letters[n + 1] {
        letters.swap(n, n + 1);
    } else {
        letters.remove(n);
    }
    letters.into_iter().collect()
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (TABLE, "[[finding]] forgotten", |desk, numbers| {
        desk.at_line(numbers, findings, |line| {
            (is_entry(line, "[[finding]]") && line.number > 8).then(|| {
                Edit::lines(line, line.number, 1, "").right(line.number - 1..=line.entry()).help(["[[finding]]"])
            })
        })
    }),
    (TABLE, "[[action]] forgotten", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.ends_with("/treaties.md"),
            |line| {
                (is_entry(line, "[[action]]") && line.number > 8).then(|| {
                    Edit::lines(line, line.number, 1, "").right(line.number - 1..=line.entry()).help(["[[action]]"])
                })
            },
        )
    }),
    (TABLE, "[[action.statement]] forgotten", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.ends_with("/treaties.md"),
            |line| {
                is_entry(line, "[[action.statement]]").then(|| {
                    Edit::lines(line, line.number, 1, "")
                        .right(line.number.saturating_sub(5)..=line.entry())
                        .help(["[[action.statement]]"])
                })
            },
        )
    }),
    (TABLE, "[[statement]] for [[action.statement]]", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.ends_with("/treaties.md"),
            |line| {
                is_entry(line, "[[action.statement]]")
                    .then(|| Edit::line(line, "[[statement]]").help(["[[action.statement]]"]))
            },
        )
    }),
    (TABLE, "[[wording]] forgotten", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.contains("/laws/"),
            |line| {
                is_entry(line, "[[wording]]").then(|| {
                    Edit::lines(line, line.number, 1, "")
                        .right(line.number.saturating_sub(1)..=line.entry())
                        .help(["[[wording]]"])
                })
            },
        )
    }),
    (TABLE, "name of an entry in the plural", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let name = line
                .text
                .strip_prefix("[[")
                .and_then(|t| t.strip_suffix("]]"))
                .filter(|n| line.in_fields && !n.contains('.'))?;
            Some(Edit::line(line, format!("[[{name}s]]")).help([format!("`{name}`"), format!("[[{name}]]")]))
        })
    }),
    (TABLE, "a field of the record below an entry", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.contains("/laws/") || path.contains("/amendments/"),
            |line| {
                let (name, _) = line.field().filter(|(name, _)| {
                    matches!(*name, "topics" | "title" | "kind" | "article" | "amends" | "number")
                })?;
                let head = line.lines[..line.number].iter().all(|l| !l.starts_with('['));
                let first = line.lines.iter().position(|l| l.starts_with("[["))?;
                if !head || line.lines[first..].iter().any(|l| l.starts_with(&format!("{name} = "))) {
                    return None;
                }
                let mut lines: Vec<&str> = line.lines[line.number..=first].to_vec();
                let moved = lines.remove(0);
                lines.push(moved);
                let at = first;
                Some(Edit::lines(line, line.number, first + 1 - line.number, lines.join("\n")).right(at..=at).help([
                    "above the first".to_owned(),
                    "before the first".to_owned(),
                    format!("`{name}` is a field of"),
                ]))
            },
        )
    }),
    (TABLE, "a field of an entry above the first entry", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| findings(p) || p.ends_with("offences.md") || p.ends_with("observations.md"),
            |line| {
                let (name, _) = line.field().filter(|(name, _)| {
                    matches!(*name, "source" | "place" | "observed" | "coder" | "topics" | "modality")
                })?;
                let first = line.lines.iter().position(|l| l.starts_with('['))?;
                let own = line.lines[..line.number].iter().filter(|l| l.starts_with("[[")).count() == 1;
                if !own || line.lines[first].starts_with("[defaults") {
                    return None;
                }
                let mut lines: Vec<&str> = line.lines[first..=line.number].to_vec();
                let moved = lines.pop()?;
                lines.insert(0, moved);
                Some(Edit::lines(line, first, line.number + 1 - first, lines.join("\n")).right(first..=first).help([
                    "below `[[".to_owned(),
                    "below the line `[[".to_owned(),
                    format!("`{name}` is a field of `"),
                    "[[".to_owned(),
                ]))
            },
        )
    }),
    (TABLE, "[defaults] with two brackets", |desk, numbers| {
        desk.at_line(numbers, findings, |line| {
            is_entry(line, "[defaults]").then(|| Edit::line(line, "[[defaults]]").help(["`[defaults]`"]))
        })
    }),
    (TABLE, "[answers] with two brackets", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.contains("/questions/"),
            |line| is_entry(line, "[answers]").then(|| Edit::line(line, "[[answers]]").help(["`[answers]`"])),
        )
    }),
    (FIELD, "name of a field misspelt", |desk, numbers| {
        let at = numbers.below(100);
        desk.at_line(numbers, content, |line| {
            let (name, value) = line.field().filter(|(name, _)| name.len() > 3)?;
            Some(Edit::line(line, format!("{} = {value}", misspelt(name, at))).help([format!("`{name}`")]))
        })
    }),
    (FIELD, "name of a field with a capital", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = line.field()?;
            Some(
                Edit::line(line, format!("{}{} = {value}", name[..1].to_uppercase(), &name[1..]))
                    .help([format!("`{name}`")]),
            )
        })
    }),
    (FIELD, "another word for a field", |desk, numbers| {
        let at = numbers.below(100);
        desk.at_line(numbers, content, |line| {
            let (name, value) = line.field()?;
            let others: &[&str] = match name {
                "place" => &["page", "pages", "pinpoint", "locator", "article"],
                "source" => &["sources", "reference", "cite"],
                "observed" => &["date", "as_of", "year"],
                "quote" => &["quotation", "text", "words"],
                "note" => &["notes", "comment", "remark"],
                "rests_on" => &["basis", "based_on", "provision"],
                "url" => &["link", "web", "address"],
                "coder" => &["author", "coded_by"],
                "deposited" => &["date", "ratified"],
                "answer" => &["value", "result"],
                "accessed" => &["retrieved", "visited"],
                "citation" => &["reference"],
                _ => return None,
            };
            Some(Edit::line(line, format!("{} = {value}", others[at % others.len()])).help([format!("`{name}`")]))
        })
    }),
    (FIELD, "a required field left out", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, _) = line.field().filter(|(name, _)| {
                matches!(*name, "place" | "source" | "answer" | "question" | "wording" | "citation" | "reached")
            })?;
            let start = line.lines[..line.number].iter().rposition(|l| l.starts_with('[') || *l == "+++")?;
            if line.path.contains("/findings/") && line.lines.contains(&"[defaults]") {
                return None;
            }
            Some(Edit::lines(line, line.number, 1, "").right(start..=line.number).help([format!("write `{name} = ")]))
        })
    }),
    (FIELD, "a field left empty", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, _) = line.words()?;
            Some(Edit::line(line, format!("{name} = \"\"")).help(["fill it in"]))
        })
    }),
    (FIELD, "a field of spaces", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, _) = line.words()?;
            Some(Edit::line(line, format!("{name} = \"  \"")).help(["fill it in"]))
        })
    }),
    (FIELD, "number of an article without quotation marks", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.contains("/laws/"),
            |line| {
                let text = line.quoted("article").filter(|text| text.bytes().all(|b| b.is_ascii_digit()))?;
                Some(Edit::line(line, format!("article = {text}")).help([format!("\"{text}\"")]))
            },
        )
    }),
    (FIELD, "one text where a list belongs", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, value) = line.field().filter(|(name, value)| {
                matches!(*name, "topics" | "rests_on" | "amends") && value.matches('"').count() == 2
            })?;
            Some(
                Edit::line(line, format!("{name} = {}", value.trim_matches(['[', ']']))).help([format!("`{name} = [")]),
            )
        })
    }),
    (FIELD, "a list where one text belongs", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line
                .words()
                .filter(|(name, _)| matches!(*name, "source" | "place" | "question" | "answer" | "kind" | "title"))?;
            Some(Edit::line(line, format!("{name} = [\"{text}\"]")).help([format!("`{name} = \"")]))
        })
    }),
    (FIELD, "a word that is not among those of the field", |desk, numbers| {
        let at = numbers.below(100);
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words()?;
            let others: &[&str] = match name {
                "modality" => &["in force", "law", "planned?"],
                "tier" => &["official", "news", "NGO"],
                "domain" => &["laws", "reality"],
                "translation" => &["google", "own"],
                _ => return None,
            };
            Some(Edit::line(line, format!("{name} = \"{}\"", others[at % others.len()])).help([
                "`in-force`",
                "it is one of",
                "`planned`?",
                text,
            ]))
        })
    }),
    (FIELD, "a keyword with a capital or a space", |desk, numbers| {
        let space = numbers.below(2) == 0;
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(name, _)| matches!(*name, "modality" | "tier" | "answer"))?;
            if name == "answer" && !matches!(text, "yes" | "no" | "partial" | "source-silent" | "no-provision") {
                return None;
            }
            let other = if space && text.contains('-') {
                text.replace('-', " ")
            } else {
                format!("{}{}", text[..1].to_uppercase(), &text[1..])
            };
            Some(Edit::line(line, format!("{name} = \"{other}\"")).help([format!("`{text}`")]))
        })
    }),
    (FIELD, "a date as people write it", |desk, numbers| {
        let at = numbers.below(3);
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(name, text)| {
                text.len() == 10
                    && text.starts_with(['1', '2'])
                    && matches!(*name, "observed" | "accessed" | "reached" | "adopted" | "deposited" | "signed")
            })?;
            let (year, month, day) = (&text[..4], &text[5..7], &text[8..]);
            let other = match at {
                0 => format!("{day}.{month}.{year}"),
                1 => format!("{day}/{month}/{year}"),
                _ => format!(
                    "{} {} {year}",
                    day.trim_start_matches('0'),
                    collatio::text::MONTHS[month.parse::<usize>().ok()? - 1]
                ),
            };
            Some(Edit::line(line, format!("{name} = \"{other}\"")).help([text, "year first"]))
        })
    }),
    (FIELD, "a day that the calendar does not have", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (name, text) = line.words().filter(|(name, text)| {
                text.len() == 10
                    && text.starts_with(['1', '2'])
                    && matches!(*name, "observed" | "accessed" | "reached" | "adopted" | "deposited" | "signed")
            })?;
            Some(Edit::line(line, format!("{name} = \"{}-02-30\"", &text[..4])).help([
                "dates are written",
                "the last day",
                "-02-2",
            ]))
        })
    }),
];
