//! References to records that are not there.

use super::desk::{Desk, Edit, Make, Mistake, Numbers};
use super::field::misspelt;

const GROUP: &str = "references";

fn content(path: &str) -> bool {
    path.starts_with("content/") && !path.starts_with("content/modules")
}

fn national(path: &str) -> bool {
    path.starts_with("content/countries/") && !path.contains("central-asia")
}

/// The ids of provisions in a list: `["kz/penal-code-1997/128"]`.
fn provision(value: &str) -> Option<&str> {
    let id = value.strip_prefix("[\"")?.split('"').next()?;
    let id = id.split('#').next()?;
    (id.matches('/').count() == 2).then_some(id)
}

/// The first link to a provision or law in a line of prose.
fn link(text: &str) -> Option<&str> {
    let inner = &text[text.find("[[")? + 2..];
    let id = inner.split(['|', ']', '\\']).next()?;
    (id.contains('/') && !id.contains('#')).then_some(id)
}

/// Removes a file; a report is right anywhere but the reports must be few.
fn removed(
    desk: &Desk,
    numbers: &mut Numbers,
    of: impl Fn(&str) -> bool,
    help: impl Fn(&str) -> Vec<String>,
) -> Option<Mistake> {
    let list: Vec<&str> = desk.paths().filter(|path| of(path)).collect();
    let path = *list.get(numbers.below(list.len()))?;
    Some(Mistake { files: vec![(path.to_owned(), None)], right: None, help: help(path), told: format!("{path}: gone") })
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "id of a source misspelt", |desk, numbers| {
        let at = numbers.below(100);
        desk.at_line(numbers, content, |line| {
            let id = line.quoted("source").filter(|id| id.len() > 6)?;
            let letters = id.bytes().take_while(|b| !b.is_ascii_digit()).count();
            if letters < 4 {
                return None;
            }
            let wrong = format!("{}{}", misspelt(&id[..letters], at % 3), &id[letters..]);
            (desk.text(&format!("content/sources/{wrong}.md")).is_none()
                && !wrong.contains("--")
                && !wrong.starts_with('-'))
            .then(|| Edit::line(line, format!("source = \"{wrong}\"")).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "id of a question misspelt", |desk, numbers| {
        let at = numbers.below(100);
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                let id = line.quoted("question")?;
                Some(Edit::line(line, format!("question = \"{}\"", misspelt(id, at % 5))).help([format!("`{id}`")]))
            },
        )
    }),
    (GROUP, "id of an instrument misspelt", |desk, numbers| {
        let at = numbers.below(100);
        desk.at_line(
            numbers,
            |p| p.ends_with("treaties.md"),
            |line| {
                let id =
                    line.quoted("instrument").filter(|id| id.as_bytes()[..3].is_ascii() && !id[..3].contains('-'))?;
                Some(Edit::line(line, format!("instrument = \"{}\"", misspelt(id, at % 2))).help([format!("`{id}`")]))
            },
        )
    }),
    (GROUP, "id of a topic misspelt", |desk, numbers| {
        let at = numbers.below(100);
        desk.at_line(numbers, content, |line| {
            let (_, value) =
                line.field().filter(|(name, value)| *name == "topics" && value.matches('"').count() == 2)?;
            let id = value.trim_matches(['[', ']', '"']);
            Some(Edit::line(line, format!("topics = [\"{}\"]", misspelt(id, at % 4))).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "another word for a topic or a question", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let (_, value) =
                line.field().filter(|(name, value)| *name == "topics" && value.matches('"').count() == 2)?;
            let _ = value;
            Some(Edit::line(line, "topics = [\"slavery\"]").help(["write `content/topics/", "there are"]))
        })
    }),
    (GROUP, "number of an article that is not recorded", |desk, numbers| {
        let article = 300 + numbers.below(90);
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                let (_, value) = line.field().filter(|(name, _)| *name == "rests_on")?;
                let id = provision(value)?;
                let law = id.rsplit_once('/')?.0;
                let wrong = format!("{law}/{article}");
                desk.text(&format!("content/countries/{}.md", wrong.replacen('/', "/laws/", 1))).is_none().then(|| {
                    Edit::line(line, format!("rests_on = [\"{wrong}\"]")).help([
                        format!("content/countries/{}.md", wrong.replacen('/', "/laws/", 1)),
                        format!("`{law}` has"),
                    ])
                })
            },
        )
    }),
    (GROUP, "article of the code of another country", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| national(p) && p.contains("/findings/"),
            |line| {
                let (_, value) = line.field().filter(|(name, _)| *name == "rests_on")?;
                let id = provision(value)?;
                let other = if id.starts_with("kg/") { "tm" } else { "kg" };
                let (country, rest) = id.split_once('/')?;
                let wrong = format!("{other}/{rest}");
                let file = |id: &str| format!("content/countries/{}.md", id.replacen('/', "/laws/", 1));
                let _ = country;
                desk.text(&file(&wrong)).is_none().then(|| {
                    Edit::line(line, format!("rests_on = [\"{wrong}\"]")).help([
                        format!("content/countries/{other}/laws"),
                        format!("`{other}` has"),
                        format!("`{id}`"),
                    ])
                })
            },
        )
    }),
    (GROUP, "another year of the code", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/findings/") || p.ends_with("offences.md"),
            |line| {
                let (name, value) = line.field().filter(|(name, _)| matches!(*name, "rests_on" | "provision"))?;
                let wrong =
                    value.replace("penal-code-1997", "penal-code-1998").replace("penal-code-2014", "penal-code-2015");
                (wrong != value).then(|| Edit::line(line, format!("{name} = {wrong}")).help(["`kz` has"]))
            },
        )
    }),
    (GROUP, "the law left out of the id of an article", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                let (_, value) = line.field().filter(|(name, _)| *name == "rests_on")?;
                let id = provision(value)?;
                let mut parts = id.split('/');
                let short = format!("{}/{}", parts.next()?, parts.nth(1)?);
                Some(Edit::line(line, format!("rests_on = [\"{short}\"]")).help([format!("`{id}`")]))
            },
        )
    }),
    (GROUP, "the country left out of an id", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.contains("/findings/"),
            |line| {
                let (_, value) = line.field().filter(|(name, _)| *name == "rests_on")?;
                let id = provision(value)?;
                Some(Edit::line(line, format!("rests_on = [\"{}\"]", id.split_once('/')?.1)).help([format!("`{id}`")]))
            },
        )
    }),
    (GROUP, "the path of a file for an id", |desk, numbers| {
        let at = numbers.below(3);
        desk.at_line(numbers, content, |line| {
            let id = line.quoted("source")?;
            let wrong = [format!("{id}.md"), format!("sources/{id}"), format!("content/sources/{id}.md")][at].clone();
            Some(Edit::line(line, format!("source = \"{wrong}\"")).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "capitals, spaces or underscores in an id", |desk, numbers| {
        let at = numbers.below(2);
        desk.at_line(numbers, content, |line| {
            let id = line.quoted("source").filter(|id| id.contains('-'))?;
            let wrong = if at == 0 { id.to_uppercase() } else { id.replace('-', "_") };
            Some(Edit::line(line, format!("source = \"{wrong}\"")).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "a Cyrillic letter in an id", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let id = line.quoted("source").filter(|id| id.contains(['o', 'e', 'a', 'c', 'p']))?;
            let wrong: String = id
                .chars()
                .map(|c| match c {
                    'o' => 'о',
                    'e' => 'е',
                    'a' => 'а',
                    'c' => 'с',
                    'p' => 'р',
                    c => c,
                })
                .collect();
            Some(Edit::line(line, format!("source = \"{wrong}\"")).help(["retype", "did you mean", id]))
        })
    }),
    (GROUP, "the name of a source for its id", |desk, numbers| {
        desk.at_line(numbers, content, |line| {
            let id = line.quoted("source")?;
            let text = desk.text(&format!("content/sources/{id}.md"))?;
            let short = text.lines().find_map(|l| l.strip_prefix("short = \"")?.strip_suffix('"'))?;
            Some(Edit::line(line, format!("source = \"{short}\"")).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "a source that is gone", |desk, numbers| {
        let cited = |path: &str| {
            let id = path.trim_start_matches("content/sources/").trim_end_matches(".md");
            desk.files.iter().any(|file| file.text.contains(&format!("source = \"{id}\"")))
        };
        removed(desk, numbers, |p| p.starts_with("content/sources/") && cited(p), |path| vec![path.to_owned()])
    }),
    (GROUP, "the most cited source gone", |desk, numbers| {
        removed(desk, numbers, |p| p == "content/sources/iom-2005.md", |path| vec![path.to_owned()])
    }),
    (GROUP, "a question gone", |desk, numbers| {
        removed(
            desk,
            numbers,
            |p| p.starts_with("content/questions/") && !p.ends_with("index.md"),
            // A question may lie in any section.
            |path| vec![format!("content/questions/…/{}", path.rsplit('/').next().unwrap_or_default())],
        )
    }),
    (GROUP, "a topic gone", |desk, numbers| {
        removed(desk, numbers, |p| p.starts_with("content/topics/"), |path| vec![path.to_owned()])
    }),
    (GROUP, "the record of a law gone", |desk, numbers| {
        removed(desk, numbers, |p| p.contains("/laws/") && p.ends_with("index.md"), |path| vec![path.to_owned()])
    }),
    (GROUP, "the record of a country gone", |desk, numbers| {
        removed(
            desk,
            numbers,
            |p| national(p) && p.matches('/').count() == 3 && p.ends_with("index.md"),
            |path| vec![path.to_owned()],
        )
    }),
    (GROUP, "a treaty gone", |desk, numbers| {
        removed(desk, numbers, |p| p.starts_with("content/instruments/"), |path| vec![path.to_owned()])
    }),
    (GROUP, "a source renamed", |desk, numbers| {
        let list: Vec<&str> = desk.paths().filter(|path| path.starts_with("content/sources/tip-")).collect();
        let path = list[numbers.below(list.len())];
        let new = format!("{}-state-report.md", path.trim_end_matches(".md").replace("tip-", "dos-"));
        let id = new.trim_start_matches("content/sources/").trim_end_matches(".md").to_owned();
        let text = desk.text(path)?.to_owned();
        Some(Mistake {
            told: format!("{path} → {new}"),
            files: vec![(path.to_owned(), None), (new, Some(text))],
            right: None,
            help: vec![format!("`{id}`")],
        })
    }),
    (GROUP, "an article in a link misspelt", |desk, numbers| {
        let at = numbers.below(6);
        desk.at_line(numbers, national, |line| {
            let id = link(line.text).filter(|id| line.text.len() > 60 && id.matches('/').count() == 2)?;
            let law = id.split('/').nth(1)?;
            let wrong = id.replace(law, &misspelt(law, at));
            Some(Edit::line(line, line.text.replacen(id, &wrong, 1)).help([format!("`{id}`")]))
        })
    }),
    (GROUP, "a number exchanged in a link", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let id = link(line.text).filter(|id| id.matches('/').count() == 2)?;
            let (law, number) = id.rsplit_once('/')?;
            if number.len() != 3 || !number.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            let swapped = format!("{law}/{}{}{}", &number[..1], &number[2..], &number[1..2]);
            let file = |id: &str| format!("content/countries/{}.md", id.replacen('/', "/laws/", 1));
            (swapped != id && desk.text(&file(&swapped)).is_none()).then(|| {
                Edit::line(line, line.text.replacen(id, &swapped, 1)).help([
                    file(&swapped),
                    format!("`{law}` has"),
                    format!("`{id}`"),
                ])
            })
        })
    }),
    (GROUP, "a law replaced by itself", |desk, numbers| {
        desk.at_line(
            numbers,
            |path| path.contains("/laws/") && path.ends_with("/index.md"),
            |line| {
                line.quoted("by")?;
                let own = line.path.strip_prefix("content/countries/")?.strip_suffix("/index.md")?;
                let own = own.replace("/laws/", "/");
                Some(Edit::line(line, format!("by = \"{own}\"")).help(["took its place"]))
            },
        )
    }),
    (GROUP, "a link to a part that is not there", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let id = link(line.text).filter(|id| id.matches('/').count() == 1)?;
            Some(
                Edit::line(line, line.text.replacen(id, &format!("{id}#part-9"), 1))
                    .help(["leave out what stands after `#`", "it has"]),
            )
        })
    }),
    (GROUP, "words in a link for an id", |desk, numbers| {
        desk.at_line(numbers, national, |line| {
            let id = link(line.text).filter(|_| line.is_prose())?;
            Some(
                Edit::line(line, line.text.replacen(&format!("[[{id}"), "[[the penal code", 1))
                    .help(["`[[id]]`", "[[id|words]]"]),
            )
        })
    }),
];
