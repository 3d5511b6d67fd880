//! The walls of the house: which room may use which, as the crate's documentation lists them; that no circle of files
//! stands anywhere, by imports or by methods of one type in several files; and how long a file and a function may be.

mod circle;
mod debt;
mod size;
mod source;

use std::collections::BTreeSet;

use debt::{KNOTTED, LONG, SPREAD};
use source::{House, tokens};

/// Each room and what it may use besides itself. `lib` holds what the crate's own root declares.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("law", &["text"]),
    ("content", &["law", "text"]),
    ("check", &["law", "text"]),
    ("editor", &["check", "content", "law", "text"]),
    ("site", &["law", "text"]),
    ("table", &["law", "site", "text"]),
    ("publish", &["site", "table", "text"]),
    ("desk", &["content", "law", "lib", "text"]),
    ("disk", &["lib", "publish", "text"]),
];

/// Files of the program: they see the library's public door, and each other.
const PROGRAM: &[&str] = &["main", "cli", "console", "explain", "lsp", "new", "serve"];

/// What `lib.rs` itself declares: a room that names one of these uses the root.
const ROOT_ITEMS: &[&str] = &[
    "Input",
    "Build",
    "Inspection",
    "Survey",
    "build",
    "build_without_trial",
    "faults",
    "inspect",
    "survey",
    "Theme",
    "ThemeFile",
    "Unreadable",
    "Why",
];

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

/// What reaches a room through another that hands it on, where the way itself is allowed.
fn handed_round(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (from, to, why) in circle::between_rooms(house) {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == from.room()) else { continue };
        if !allowed.contains(&to.room()) {
            found.push(format!("{}: `{}` leads to {}", from.path, why, to.path));
        }
    }
    found
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

#[test]
fn no_room_uses_what_lies_above_it() {
    let house = House::read();
    let mut found: Vec<String> = house.sources.iter().flat_map(|file| violations(&file.path, &file.text)).collect();
    found.extend(handed_round(&house));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_table_of_the_test_is_the_table_of_the_documentation() {
    let map = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).expect("the map is text");
    let stands = |room: &str| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room).is_dir();
    for (room, allowed) in MAY_USE.iter().filter(|(room, _)| stands(room)) {
        let row = map.lines().find(|line| line.starts_with(&format!("//! | [`{room}`]"))).expect("each room has a row");
        let cell = row.split('|').nth(2).unwrap_or_default().trim().trim_start_matches('–');
        let listed: BTreeSet<&str> = cell.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().filter(|name| stands(name)).collect();
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

/// What a list of old debts has too little and too much.
fn differences(found: &BTreeSet<String>, listed: &[&str]) -> Vec<String> {
    let listed: BTreeSet<String> = listed.iter().map(|line| (*line).to_owned()).collect();
    let new = found.difference(&listed).map(|line| format!("new: {line}"));
    let gone = listed.difference(found).map(|line| format!("settled, take it off the list: {line}"));
    new.chain(gone).collect()
}

/// `COLLATIO_ARROWS=1` shows which arrows the circles still have.
#[test]
fn no_circle_of_files_stands_anywhere() {
    let house = House::read();
    let knots = circle::knots(&house);
    let files = knots.iter().flat_map(|knot| knot.files.iter().cloned()).collect();
    let mut wrong = differences(&files, KNOTTED);
    wrong.extend(circle::globs(&house));
    let arrows: Vec<&String> = knots.iter().flat_map(|knot| &knot.arrows).collect();
    let asked = std::env::var_os("COLLATIO_ARROWS").is_some();
    assert!(wrong.is_empty() && !asked, "{}\nthe arrows of the circles:\n{arrows:#?}", wrong.join("\n"));
}

#[test]
fn the_methods_of_a_type_stand_in_one_file() {
    let wrong = differences(&circle::spread(&House::read()).into_iter().collect(), SPREAD);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_and_no_function_is_long_without_a_reason() {
    let found: Vec<(String, String)> = House::read().sources.iter().flat_map(size::too_long).collect();
    let wrong = differences(&found.iter().map(|(what, _)| what.clone()).collect(), LONG);
    assert!(wrong.is_empty(), "{}\n{found:#?}", wrong.join("\n"));
}

fn planted(files: &[(&str, &str)]) -> House {
    let owned: Vec<(String, String)> = files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
    House::of(&owned)
}

/// The files on a circle of a house with these rooms; each has a ceiling that declares nothing else.
fn knotted(files: &[(&str, &str)]) -> Vec<String> {
    let ceilings = [("src/lib.rs", ""), ("src/main.rs", ""), (CEILING, ""), ("src/site/mod.rs", "")];
    let missing = ceilings.into_iter().filter(|(path, _)| files.iter().all(|(other, _)| path != other));
    let all: Vec<(&str, &str)> = missing.chain(files.iter().copied()).collect();
    circle::knots(&planted(&all)).into_iter().flat_map(|knot| knot.files).collect()
}

const A: &str = "src/law/a.rs";
const B: &str = "src/law/b.rs";
const C: &str = "src/law/c.rs";
const CEILING: &str = "src/law/mod.rs";

#[test]
fn each_kind_of_circle_is_caught() {
    for (why, files) in [
        ("two siblings", vec![(A, "use super::b::x;"), (B, "use super::a::y;")]),
        ("by way of a third", vec![(A, "use super::b::x;"), (B, "use super::c::z;"), (C, "use crate::law::a::y;")]),
        ("a path in a function", vec![(A, "fn f() { super::b::x() }"), (B, "fn x() -> crate::law::a::Y { y() }")]),
        ("inside a macro", vec![(A, "fn f() { println!(\"{}\", super::b::x()) }"), (B, "use super::a::y;")]),
        ("a name in braces", vec![(A, "use super::{b::{self, x}, c};"), (B, "use super::a::y;"), (C, "")]),
        ("an alias of a module", vec![(A, "use super::b as other; fn f() { other::x() }"), (B, "use super::a::y;")]),
        (
            "handed on by the ceiling",
            vec![(CEILING, "pub use a::Y; pub use b::X;"), (A, "use super::X;"), (B, "use crate::law::Y;")],
        ),
        (
            "handed on twice",
            vec![
                (CEILING, "pub use a::Y; pub mod d;"),
                (A, "use super::d::X;"),
                ("src/law/d/mod.rs", "pub use e::X;"),
                ("src/law/d/e.rs", "use crate::law::Y;"),
            ],
        ),
        ("a floor that is a ceiling", vec![(CEILING, "mod a; pub struct X; fn f() { a::y() }"), (A, "use super::X;")]),
        (
            "a ceiling that uses what it hands on",
            vec![(CEILING, "pub use a::Y; pub struct X { y: Y }"), (A, "use super::X;")],
        ),
        ("a ceiling that imports for itself", vec![(CEILING, "use a::Y; pub struct X;"), (A, "use super::X;")]),
        (
            "methods called from the type's file",
            vec![
                (A, "pub struct X; impl X { fn f(&self) { self.g() } }"),
                (B, "use super::a::X; impl X { fn g(&self) {} }"),
            ],
        ),
        (
            "a method by its path",
            vec![(A, "pub struct X; fn f() { X::g() }"), (B, "impl<'a> super::a::X where u8: Copy { fn g() {} }")],
        ),
        ("between rooms", vec![(A, "use crate::site::s::x;"), ("src/site/s.rs", "use crate::law::a::y;")]),
        ("the root itself", vec![("src/lib.rs", "use law::a::y; pub struct Input;"), (A, "use crate::Input;")]),
        (
            "the program",
            vec![("src/cli.rs", "use crate::serve;  fn f() { serve::g() }"), ("src/serve.rs", "use crate::cli;")],
        ),
    ] {
        assert!(knotted(&files).len() >= 2, "{why} is not caught");
    }
}

#[test]
fn what_is_no_circle_is_not_reproached() {
    for (why, files) in [
        ("one way", vec![(A, "use super::b::x; use super::c::z;"), (B, "use super::c::z;"), (C, "")]),
        (
            "a ceiling that only hands on",
            vec![(CEILING, "mod a; pub use a::Y; pub(crate) use b::X;"), (A, "use super::X;")],
        ),
        ("a comment", vec![(A, "// super::b::x\n//! [`super::b`]"), (B, "use super::a::y;")]),
        ("a string", vec![(A, "const X: &str = r#\"use super::b::x;\"#;"), (B, "use super::a::y;")]),
        ("tests", vec![(A, "#[cfg(test)]\nmod tests { use crate::law::b::x; }"), (B, "use super::a::y;")]),
        (
            "a file for tests",
            vec![(CEILING, "#[cfg(test)] pub(crate) mod a;"), (A, "use super::b::x;"), (B, "use super::a::y;")],
        ),
        (
            "a field called like a module",
            vec![(A, "use super::b::x; "), (B, "fn f(q: Q) { q.a.y(); let a = q.a; a.z() }")],
        ),
        (
            "methods that the type's file does not call",
            vec![(A, "pub struct X; fn f() { h() }"), (B, "use super::a::X; impl X { fn g(&self) {} }")],
        ),
        (
            "a trait for a type",
            vec![(A, "pub struct X; fn f() { g() }"), (B, "impl T for super::a::X { fn g(&self) {} }")],
        ),
    ] {
        assert_eq!(knotted(&files), Vec::<String>::new(), "{why}");
    }
}

#[test]
fn what_is_handed_round_a_wall_is_caught() {
    let house = planted(&[
        ("src/lib.rs", "pub mod law; pub mod site; pub mod publish;"),
        ("src/law/mod.rs", "mod a; pub use a::Day;"),
        (A, "pub struct Day;"),
        ("src/site/mod.rs", "pub use crate::law::Day;"),
        ("src/publish/mod.rs", "use crate::site::Day;"),
    ]);
    assert_eq!(handed_round(&house), ["src/publish/mod.rs: `use crate::site::Day` leads to src/law/a.rs"]);
}

#[test]
fn all_of_a_module_at_once_is_caught() {
    let globs = |a: &str| circle::globs(&planted(&[("src/lib.rs", ""), (CEILING, ""), (A, a), (B, "enum E {}")])).len();
    assert_eq!(globs("use super::b::*;"), 1);
    assert_eq!(globs("pub use crate::law::{b::*};"), 1);
    assert_eq!(globs("use rayon::prelude::*;\nuse super::b::E::*;\n#[cfg(test)] mod tests { use super::*; }"), 0);
}

#[test]
fn methods_of_one_type_in_two_files_are_caught() {
    let spread =
        |b: &str| circle::spread(&planted(&[(CEILING, "pub use a::X;"), (A, "pub struct X; impl X {}"), (B, b)]));
    assert_eq!(spread("use super::X; impl X {}"), ["methods of X in src/law/b.rs"]);
    assert_eq!(spread("impl<'a> super::a::X<'a> { }").len(), 1);
    assert_eq!(spread("struct X; impl X {} impl Clone for super::X {}"), Vec::<String>::new());
    assert_eq!(spread("#[cfg(test)] mod tests { use super::super::X; impl X {} }"), Vec::<String>::new());
}

#[test]
fn a_file_and_a_function_that_are_too_long_are_caught_unless_they_say_why() {
    let lines = |count: usize| "    let x = 1;\n".repeat(count);
    let function = |head: &str, count: usize| format!("{head}fn f() {{\n{}}}\n", lines(count));
    let found = |text: &str| size::too_long(&source::Source::read(A, text)).into_iter().map(|(what, _)| what).collect();
    let none: [&str; 0] = [];
    let wrong: Vec<String> = found(&function("", 79));
    assert_eq!(wrong, ["src/law/a.rs fn f"]);
    let wrong: Vec<String> = found(&format!("impl X {{ {} }}", function("/// What it does.\n", 79)));
    assert_eq!(wrong, ["src/law/a.rs fn f"]);
    let wrong: Vec<String> = found(&function("", 78));
    assert_eq!(wrong, none);
    let wrong: Vec<String> =
        found(&function("// Long because each kind has an arm of its own.\n#[rustfmt::skip]\n", 79));
    assert_eq!(wrong, none);
    let wrong: Vec<String> = found(&function("// Long because.\n", 79));
    assert_eq!(wrong, ["src/law/a.rs fn f"], "a reason has words");
    let wrong: Vec<String> = found(&"const X: u8 = 1;\n".repeat(901));
    assert_eq!(wrong, [A]);
    let wrong: Vec<String> =
        found(&format!("//! X.\n//! Long because it is one table.\n{}", "const X: u8 = 1;\n".repeat(899)));
    assert_eq!(wrong, none);
}

/// A letter for private use, as itself or as an escape, or nothing.
fn private_letter(text: &str) -> Option<char> {
    let is_private = |c: &char| matches!(*c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    let escaped = text.split("\\u{").skip(1).filter_map(|rest| rest.split('}').next());
    let escaped = escaped.filter_map(|hex| char::from_u32(u32::from_str_radix(hex, 16).ok()?));
    text.chars().chain(escaped).find(is_private)
}

#[test]
fn no_letter_for_private_use_stands_in_the_source_for_content_can_hold_each() {
    let caught = ['f', 'F'].map(|digit| format!("const MARK: char = '\\u{{{digit}8f0}}';"));
    assert!(caught.iter().all(|line| private_letter(line).is_some()));
    assert_eq!(private_letter("let zero = '\\u{200b}'; let no_letter = \"u{f8f0}\";"), None);
    let mut folders = vec![crate::shipped::repository().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the source can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(&path).expect("the source is text");
                assert_eq!(private_letter(&text), None, "{}", path.display());
            }
        }
    }
}
