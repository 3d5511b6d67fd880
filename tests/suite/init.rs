//! Beginning a site: what `collatio init` and the forms of `collatio new` write is refused where it is not filled in, and
//! nowhere else; filled in, it is a site.

use crate::sandbox::{Run, Sandbox, tree};

const INIT: [&str; 10] = [
    "init",
    "site",
    "--title",
    "Law of data",
    "--subject",
    "Data protection",
    "--country",
    "xa=Ära",
    "--country",
    "xb=Borduria",
];

fn codes(run: &Run) -> Vec<&str> {
    let lines = run.err.lines().filter_map(|line| line.split_once('[')?.1.split_once(']'));
    let mut codes: Vec<&str> = lines.map(|(code, _)| code).collect();
    codes.dedup();
    codes
}

/// What an author might write in place of a token.
fn answer(asked: &str) -> &str {
    let of_kind =
        |kind: &str| asked.strip_prefix("id").is_some_and(|rest| rest.trim_start_matches('s') == format!(" ({kind})"));
    match asked {
        _ if asked.ends_with("as year-month-day") => "2004-10-05",
        _ if asked.starts_with("tag") => "en",
        "web address" => "https://example.org/",
        "ids" => "source",
        _ if of_kind("source") => "a-source",
        _ if of_kind("instrument") => "a-treaty",
        _ if of_kind("question") => "a-question",
        _ if of_kind("country") => "xa",
        _ if of_kind("law") => "xa/code",
        _ if of_kind("topic") => "a-topic",
        "when it was given" => "2004-10-05",
        _ if asked.contains(", ") => asked.split(", ").next().unwrap_or_default(),
        _ => asked,
    }
}

/// Replaces the tokens of all files of content of a site.
pub fn fill_in(sandbox: &Sandbox) {
    for (path, bytes) in tree(sandbox.path()) {
        let text = String::from_utf8(bytes).expect("it is text");
        let line = |line: &str| match line.split_once("FILL IN: ") {
            Some((before, rest)) if !line.starts_with('#') => {
                let (asked, after) =
                    rest.split_once('"').map_or((rest, ""), |(asked, _)| (asked, &rest[asked.len()..]));
                let one_of = before.trim_end_matches('"').trim_end_matches(" = ");
                let given = match (asked, one_of) {
                    ("one of these words", "kind") if path.ends_with("module.md") => "work",
                    ("one of these words", "kind") => "accession",
                    ("one of these words", _) => "source",
                    _ => answer(asked),
                };
                format!("{before}{given}{after}\n")
            }
            _ => format!("{line}\n"),
        };
        if path.contains("content/") || path.ends_with(".toml") {
            sandbox.put(&path, text.lines().map(line).collect::<String>());
        }
    }
}

#[test]
fn a_begun_site_is_refused_for_its_tokens_alone_and_filled_in_it_is_published() {
    for more in [&["--treaties", "no"][..], &["--treaties", "yes", "--language", "ru"]] {
        let sandbox = Sandbox::new();
        let run = sandbox.run(&[&INIT[..], more].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        let check = ["check", "--root", "site", "--deny", "warnings", "--format", "concise"];
        let run = sandbox.run(&check);
        assert_eq!((run.code, codes(&run)), (1, vec!["unfilled"]), "{}", run.err);
        assert!(run.err.contains("content/sources/first-source.md:6:12: error[unfilled]"), "{}", run.err);
        fill_in(&sandbox);
        let run = sandbox.run(&check);
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(sandbox.run(&["build", "--root", "site", "--deny", "warnings"]).code, 0);
    }
}

#[test]
fn a_folder_with_something_in_it_is_refused_and_stays_as_it_was() {
    for there in ["site/content/index.md", "site/notes.txt", "site/collatio.toml"] {
        let sandbox = Sandbox::new();
        sandbox.put(there, "words");
        let run = sandbox.run(&INIT);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("it is not empty"), "{}", run.err);
        assert_eq!(tree(sandbox.path()).len(), 1);
    }
    let sandbox = Sandbox::new();
    sandbox.put("site/.gitignore", "mine");
    assert_eq!(sandbox.run(&INIT).code, 2, "what it would write is there already");
    assert_eq!(tree(sandbox.path()).len(), 1);
    sandbox.put("other/.git/HEAD", "ref");
    assert_eq!(sandbox.run(&["init", "other", "--country", "xa=Ära"]).code, 0, "a folder of Git alone is empty");
    assert_eq!(sandbox.run(&["init", "third"]).code, 2, "nobody can be asked which countries it has");
}

/// A form of each kind of file, in an order in which each has what it belongs to.
const FORMS: [(&str, &str); 20] = [
    ("home", ""),
    ("source", "a-source"),
    ("topic", "a-topic"),
    ("instrument", "a-treaty"),
    ("section", "a"),
    ("question", "a/a-question"),
    ("country", "xa"),
    ("findings", "xa/more"),
    ("law", "xa/code"),
    ("provision", "xa/code/12"),
    ("offences", "xa"),
    ("amendment", "xa/bill"),
    ("statistics", "xa"),
    ("gaps", "xa"),
    ("observations", "xa"),
    ("term", "a-term"),
    ("conflict", "a-conflict"),
    ("module", "a-module"),
    ("page", "about"),
    ("treaties", "xb"),
];

#[test]
fn each_form_is_refused_for_its_tokens_alone() {
    let sandbox = Sandbox::new();
    for (kind, path) in FORMS {
        let path = path.replace("xb", "xa");
        let there = kind == "treaties" && sandbox.path().join("content/countries/xa/treaties.md").exists();
        let run = sandbox.run(&["new", kind, &path]);
        assert_eq!(run.code, if there { 2 } else { 0 }, "{kind}: {}", run.err);
    }
    let run = sandbox.run(&["check", "--format", "concise"]);
    assert_eq!(codes(&run), ["unfilled"], "{}", run.err);
    // With each line written out, but for the flags, nothing is refused that a form itself offers.
    for (path, bytes) in tree(sandbox.path()) {
        let text = String::from_utf8(bytes).expect("it is text");
        let line = |line: &str| match line.strip_prefix('#') {
            Some(field) if !field.starts_with(' ') && !field.ends_with(" = true") => format!("{field}\n"),
            _ => format!("{line}\n"),
        };
        sandbox.put(&path, text.lines().map(line).collect::<String>());
    }
    let run = sandbox.run(&["check", "--format", "concise"]);
    assert_eq!(codes(&run), ["unfilled"], "{}", run.err);
}
