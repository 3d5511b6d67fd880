//! The walls of the house: which room may use which, as the crate's documentation lists them.

use std::collections::BTreeSet;

/// Each room and what it may use besides itself. `lib` holds what the crate's own root declares.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("law", &["text"]),
    ("content", &["law", "text"]),
    ("check", &["law", "text"]),
    ("site", &["law", "text"]),
    ("publish", &["site", "text"]),
    ("disk", &["lib", "publish", "text"]),
];

/// Files of the program: they see the library's public door, and each other.
const PROGRAM: &[&str] = &["main", "cli", "explain", "new", "serve"];

/// What `lib.rs` itself declares: a room that names one of these uses the root.
const ROOT_ITEMS: &[&str] = &["Input", "Build", "build", "faults", "Theme", "ThemeFile", "Unreadable", "Why"];

/// A word, a mark or a string of a source text, without comments.
fn tokens(source: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '/' && chars.peek() == Some(&'/') {
            chars.by_ref().find(|c| *c == '\n');
        } else if c == '"' {
            skip_string(&mut chars);
        } else if c == '\'' && quotes_a_letter(chars.clone()) {
            skip_letter(&mut chars);
        } else if c.is_alphanumeric() || c == '_' {
            let mut word = String::from(c);
            while let Some(next) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                word.push(next);
            }
            out.push(word);
        } else if c == ':' && chars.next_if_eq(&':').is_some() {
            out.push("::".to_owned());
        } else if !c.is_whitespace() {
            out.push(c.to_string());
        }
    }
    out
}

fn skip_string(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '"' => return,
            _ => {}
        }
    }
}

fn quotes_a_letter(mut ahead: std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    match ahead.next() {
        Some('\\') => true,
        Some(_) => ahead.next() == Some('\''),
        None => false,
    }
}

fn skip_letter(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    if chars.next() == Some('\\') {
        chars.next();
    }
    chars.find(|c| *c == '\'');
}

/// All paths that begin at `start` in `tokens`, groups in braces spread out: `crate::{a::B, c}` is `a::B` and `c`.
fn paths(tokens: &[String], start: &[&str]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let begins = at == 0 || tokens[at - 1] != "::" || at == 1 || !continues(&tokens[at - 2]);
        let goes_on = tokens.get(at + start.len()).is_some_and(|t| t == "::");
        if begins && goes_on && start.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|t| t == word))
        {
            spread(tokens, at + start.len(), &mut Vec::new(), &mut found);
        }
    }
    found
}

/// Whether a path goes on after this word: `a::b` is one path, `use ::b` begins one.
fn continues(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_') && word != "use"
}

/// Reads one branch from `at`; returns where it ends.
fn spread(tokens: &[String], mut at: usize, above: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let depth = above.len();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("::") => at += 1,
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|t| t != "}") {
                    let before = at;
                    at = spread(tokens, at, above, found);
                    if tokens.get(at).is_some_and(|t| t == ",") || at == before {
                        at += 1;
                    }
                }
                above.truncate(depth);
                return at + 1;
            }
            Some(word) if word.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '*') => {
                above.push(word.to_owned());
                at += 1;
                if tokens.get(at).is_none_or(|t| t != "::") {
                    break;
                }
            }
            _ => break,
        }
    }
    found.push(above.clone());
    above.truncate(depth);
    at
}

/// The room of a file of `src/`, and how many modules deep the file lies.
fn room_of(path: &str) -> (String, usize) {
    let below = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let parts: Vec<&str> = below.split('/').collect();
    (parts[0].to_owned(), if below == "lib" || below == "main" { 0 } else { parts.len() })
}

/// What the file `path` with the text `source` uses that it may not.
fn violations(path: &str, source: &str) -> Vec<String> {
    let (room, depth) = room_of(path);
    let tokens = tokens(source);
    if room == "lib" {
        return Vec::new();
    }
    if PROGRAM.contains(&room.as_str()) {
        return program_violations(path, &tokens);
    }
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{path}: the room `{room}` is not in the table")];
    };
    let mut used: Vec<Vec<String>> = paths(&tokens, &["crate"]);
    used.extend(paths(&tokens, &["collatio"]));
    // From a module at depth n, n times `super` is the root; from a module inside it (tests), once more.
    let mut climb = vec!["super"];
    for _ in 1..depth {
        climb.extend(["::", "super"]);
    }
    let climbed = paths(&tokens, &climb).into_iter();
    let climbed = climbed.map(|path| path.into_iter().skip_while(|part| part == "super").collect::<Vec<_>>());
    used.extend(climbed.filter(|path| path.first().is_some_and(|part| is_room(part))));
    let used: BTreeSet<String> = used.into_iter().map(|path| entered(&path)).collect();
    let wrong = used.into_iter().filter(|other| *other != room && !allowed.contains(&other.as_str()));
    wrong.map(|other| format!("{path}: `{room}` uses `{other}`")).collect()
}

fn is_room(name: &str) -> bool {
    MAY_USE.iter().any(|(room, _)| *room == name)
}

/// The room that a path from the root enters.
fn entered(path: &[String]) -> String {
    match path.first() {
        Some(first) if ROOT_ITEMS.contains(&first.as_str()) => "lib".to_owned(),
        Some(first) => first.clone(),
        None => "lib".to_owned(),
    }
}

/// The program names the library only by its door, never by a path to a file of it.
fn program_violations(path: &str, tokens: &[String]) -> Vec<String> {
    let inner = paths(tokens, &["crate"]).into_iter().filter_map(|used| used.first().cloned());
    let wrong: BTreeSet<String> = inner.filter(|first| !PROGRAM.contains(&first.as_str())).collect();
    let declared = tokens.windows(2).filter(|pair| pair[0] == "mod" && is_room(&pair[1])).map(|pair| pair[1].clone());
    wrong
        .into_iter()
        .chain(declared)
        .map(|other| format!("{path}: the program goes round the door to `{other}`"))
        .collect()
}

fn sources() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = walkdir::WalkDir::new(root.join("src")).sort_by_file_name().into_iter();
    let files = walk.map(|entry| entry.expect("the sources can be read"));
    files
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| {
            let below = entry.path().strip_prefix(root).expect("it lies below");
            let text = std::fs::read_to_string(entry.path()).expect("sources are text");
            (below.to_string_lossy().replace('\\', "/"), text)
        })
        .collect()
}

#[test]
fn no_room_uses_what_lies_above_it() {
    let found: Vec<String> = sources().iter().flat_map(|(path, text)| violations(path, text)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_table_of_the_test_is_the_table_of_the_documentation() {
    let map = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).expect("the map is text");
    for (room, allowed) in MAY_USE {
        let row = map.lines().find(|line| line.starts_with(&format!("//! | [`{room}`]"))).expect("each room has a row");
        let cell = row.split('|').nth(2).unwrap_or_default().trim().trim_start_matches('–');
        let listed: BTreeSet<&str> = cell.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().filter(|name| *name != "lib").collect();
        assert_eq!(listed, allowed, "{room}");
    }
}

#[test]
fn each_way_of_going_uphill_is_caught() {
    for (path, source) in [
        ("src/text/a.rs", "use crate::law::Day;"),
        ("src/text/mod.rs", "use crate::{text::File, law};"),
        ("src/law/mod.rs", "use crate::{\n    text::{File, Span},\n    content::{form::KINDS},\n};"),
        ("src/law/a.rs", "fn f() -> crate::site::Site { todo!() }"),
        ("src/publish/html/a.rs", "let day = crate::law::Day::parse(x);"),
        ("src/publish/html/a.rs", "use super::super::super::law::Day;"),
        ("src/check/a.rs", "use super::super::site::Site;"),
        ("src/check/a.rs", "mod tests { use super::super::super::site::Site; }"),
        ("src/check/mod.rs", "use super::site;"),
        ("src/site/a.rs", "pub use crate::publish::Output;"),
        ("src/site/a.rs", "pub(crate) use crate::content as reading;"),
        ("src/content/a.rs", "use crate::Input;"),
        ("src/law/a.rs", "impl From<crate::content::X> for Y {}"),
        ("src/law/a.rs", "/* a comment */ use ::collatio::site;"),
        ("src/cli.rs", "use crate::text::File;"),
        ("src/main.rs", "mod text;"),
        ("src/util/mod.rs", ""),
    ] {
        assert!(!violations(path, source).is_empty(), "{path}: {source}");
    }
}

#[test]
fn what_is_allowed_is_not_reproached() {
    for (path, source) in [
        ("src/law/a.rs", "use crate::text::{At, Span};\nuse super::date::Day;"),
        ("src/law/a.rs", "// use crate::site::Site;\n//! [`crate::publish`]"),
        ("src/law/a.rs", "const X: &str = \"use crate::site::Site;\";"),
        ("src/law/a.rs", "fn f<'a>(x: &'a str) -> char { '\"' }\nuse crate::text::File;"),
        ("src/publish/html/a.rs", "use super::super::Output;\nuse crate::site::view;"),
        ("src/text/a.rs", "pub(crate) mod sample;"),
        ("src/text/a.rs", "mod tests { use super::super::File; }"),
        ("src/disk/read.rs", "use crate::Input;"),
        ("src/cli.rs", "use collatio::text::File; use crate::explain;"),
    ] {
        assert_eq!(violations(path, source), Vec::<String>::new(), "{path}: {source}");
    }
}
