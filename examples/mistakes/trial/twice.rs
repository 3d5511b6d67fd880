//! The same thing written twice.

use super::desk::{Desk, Edit, Make, Mistake, Numbers};

const GROUP: &str = "twice";

/// An entry a second time behind itself, changed by `change`.
fn entry(desk: &Desk, numbers: &mut Numbers, file: &str, name: &str, change: fn(&str) -> String) -> Option<Mistake> {
    desk.at_line(
        numbers,
        |path| path.contains(file) && !path.contains("central-asia"),
        |line| {
            if !line.in_fields || line.text != name {
                return None;
            }
            let end = line.entry();
            let lines = &line.lines[line.number..end];
            let again: Vec<String> = lines.iter().map(|line| change(line)).collect();
            let text = format!("{}\n{}", lines.join("\n"), again.join("\n"));
            Some(Edit::lines(line, line.number, lines.len(), text).right(line.number..=end + lines.len()).help([
                "delete one",
                "delete the copy",
                "keep one",
                "give each",
                "another id",
                "correct",
            ]))
        },
    )
}

/// A file a second time under another name.
fn file(
    desk: &Desk,
    numbers: &mut Numbers,
    of: impl Fn(&str) -> bool,
    rename: impl Fn(&str) -> String,
    change: fn(&str) -> String,
) -> Option<Mistake> {
    let list: Vec<&str> = desk.paths().filter(|path| of(path)).collect();
    let path = *list.get(numbers.below(list.len()))?;
    let text = desk.text(path)?.lines().map(change).collect::<Vec<_>>().join("\n") + "\n";
    let new = rename(path);
    Some(Mistake {
        told: format!("{path} copied to {new}"),
        files: vec![(new, Some(text))],
        right: None,
        help: vec!["delete".into(), "says `".into(), "rename".into()],
    })
}

fn renamed_id(line: &str) -> String {
    match line.strip_prefix("id = \"").and_then(|rest| rest.strip_suffix('"')) {
        Some(id) => format!("id = \"{id}-again\""),
        None => line.to_owned(),
    }
}

pub const KINDS: &[(&str, &str, Make)] = &[
    (GROUP, "a finding", |desk, numbers| entry(desk, numbers, "/findings/", "[[finding]]", str::to_owned)),
    (GROUP, "a finding with another remark", |desk, numbers| {
        entry(desk, numbers, "/findings/", "[[finding]]", |line| {
            if line.starts_with("note = ") { "note = \"Seen again.\"".to_owned() } else { line.to_owned() }
        })
    }),
    (GROUP, "a finding from another page of its source", |desk, numbers| {
        entry(desk, numbers, "/findings/", "[[finding]]", |line| {
            if line.starts_with("place = ") { "place = \"elsewhere\"".to_owned() } else { line.to_owned() }
        })
    }),
    (GROUP, "an observation under another id", |desk, numbers| {
        entry(desk, numbers, "/observations.md", "[[observation]]", renamed_id)
    }),
    (GROUP, "an observation with the same id", |desk, numbers| {
        entry(desk, numbers, "/observations.md", "[[observation]]", str::to_owned)
    }),
    (GROUP, "an offence under another id", |desk, numbers| {
        entry(desk, numbers, "/offences.md", "[[offence]]", renamed_id)
    }),
    (GROUP, "a figure under another id", |desk, numbers| {
        entry(desk, numbers, "/statistics.md", "[[statistic]]", renamed_id)
    }),
    (GROUP, "an act towards a treaty", |desk, numbers| {
        entry(desk, numbers, "/treaties.md", "[[action]]", str::to_owned)
    }),
    (GROUP, "a statement of an act", |desk, numbers| {
        entry(desk, numbers, "/treaties.md", "[[action.statement]]", str::to_owned)
    }),
    (GROUP, "a stage of a bill", |desk, numbers| entry(desk, numbers, "/amendments/", "[[stage]]", str::to_owned)),
    (GROUP, "a wording of an article", |desk, numbers| entry(desk, numbers, "/laws/", "[[wording]]", str::to_owned)),
    (GROUP, "a source under another name", |desk, numbers| {
        file(desk, numbers, |p| p.starts_with("content/sources/"), |p| p.replace(".md", "-2.md"), str::to_owned)
    }),
    (GROUP, "a source with the same address", |desk, numbers| {
        let has_url =
            |p: &str| p.starts_with("content/sources/") && desk.text(p).is_some_and(|t| t.contains("\nurl = "));
        file(
            desk,
            numbers,
            has_url,
            |p| p.replace(".md", "-2.md"),
            |line| {
                if line.starts_with("citation = ") {
                    "citation = \"Another reference to it\"".to_owned()
                } else {
                    line.to_owned()
                }
            },
        )
    }),
    (GROUP, "an article under another name", |desk, numbers| {
        file(
            desk,
            numbers,
            |p| p.contains("/laws/") && !p.ends_with("index.md"),
            |p| p.replace(".md", "-2.md"),
            str::to_owned,
        )
    }),
    (GROUP, "a question under another name", |desk, numbers| {
        file(
            desk,
            numbers,
            |p| p.starts_with("content/questions/") && !p.ends_with("index.md"),
            |p| p.replace(".md", "-2.md"),
            str::to_owned,
        )
    }),
    (GROUP, "a bill under another name", |desk, numbers| {
        file(desk, numbers, |p| p.contains("/amendments/"), |p| p.replace(".md", "-2.md"), str::to_owned)
    }),
    (GROUP, "a field", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/"),
            |line| {
                line.words()?;
                Some(Edit::line(line, format!("{0}\n{0}", line.text)).help(["keep one"]))
            },
        )
    }),
    (GROUP, "an item of a list", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/") && !p.contains("modules"),
            |line| {
                let (name, value) = line.field().filter(|(name, value)| {
                    matches!(*name, "topics" | "rests_on" | "amends") && value.starts_with("[\"")
                })?;
                let first = value[1..].split(',').next()?.trim_end_matches(']');
                Some(Edit::line(line, format!("{name} = [{first}, {}", &value[1..])).help(["delete", "keep one"]))
            },
        )
    }),
    (GROUP, "a paragraph of prose", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/") && !p.contains("modules"),
            |line| {
                (line.is_prose() && !line.text.starts_with('-') && line.text.len() > 100 && line.before().is_empty())
                    .then(|| Edit::line(line, format!("{0}\n\n{0}", line.text)).help(["delete"]))
            },
        )
    }),
    (GROUP, "a word", |desk, numbers| {
        desk.at_line(
            numbers,
            |p| p.starts_with("content/") && !p.contains("modules"),
            |line| {
                let text = line.text.replacen(" the ", " the the ", 1);
                (line.is_prose() && text != line.text).then(|| Edit::line(line, text).help(["delete"]))
            },
        )
    }),
];
