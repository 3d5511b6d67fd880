//! The handbook of themes: what it says of the style is so, and its recipes work as they stand.

use std::collections::BTreeSet;

use crate::sandbox::{Sandbox, tree};
use crate::shipped::repository;

fn handbook() -> String {
    std::fs::read_to_string(repository().join("docs/theme.md")).expect("there is a handbook of themes")
}

/// The names of custom properties in a text that stand behind `before`.
fn properties<'t>(text: &'t str, before: &str) -> BTreeSet<&'t str> {
    let name = |at: usize| {
        let rest = &text[at..];
        &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len())]
    };
    text.match_indices(before).map(|(at, _)| name(at + before.len() - "--".len())).collect()
}

#[test]
fn the_handbook_lists_each_custom_property_of_the_style_and_no_other() {
    let theme = collatio::publish::built_in();
    let tokens = String::from_utf8_lossy(&theme.files["static/style/tokens.css"].bytes).into_owned();
    let handbook = handbook();
    let rows: Vec<&str> = handbook.lines().filter(|line| line.starts_with("| `--")).collect();
    assert_eq!(properties(&rows.join("\n"), "`--"), properties(&tokens, " --"));
}

#[test]
fn the_handbook_names_each_block_of_the_frame() {
    let theme = collatio::publish::built_in();
    let frame = String::from_utf8_lossy(&theme.files["templates/default/base.html"].bytes).into_owned();
    let handbook = handbook();
    let start = handbook.find("Its blocks are").expect("it names them");
    let told = &handbook[start..start + handbook[start..].find("\n\n").expect("a paragraph ends")];
    let blocks = frame.split("block ").skip(1).filter_map(|rest| rest.split_once(" %}"));
    let blocks: Vec<&str> = blocks.map(|(name, _)| name).filter(|name| !name.contains(char::is_whitespace)).collect();
    assert!(blocks.len() > 8, "{blocks:?}");
    for block in blocks {
        assert!(told.contains(&format!("`{block}`")), "{block}: {told}");
    }
}

/// The blocks of code that the handbook gives as whole files, and the names under which it gives them.
fn recipes(handbook: &str) -> Vec<(String, String)> {
    let mut recipes = Vec::new();
    let mut pieces = handbook.split("```");
    while let (Some(prose), Some(code)) = (pieces.next(), pieces.next()) {
        let path = prose.rsplit("\n\n").find(|paragraph| !paragraph.trim().is_empty()).and_then(|paragraph| {
            let start = paragraph.find("`themes/default/")? + 1;
            Some(paragraph[start..].split('`').next()?.to_owned())
        });
        if let (Some(path), Some((_, text))) = (path, code.split_once('\n')) {
            recipes.push((path, text.to_owned()));
        }
    }
    recipes
}

#[test]
fn the_recipes_of_the_handbook_work_as_they_stand() {
    let recipes = recipes(&handbook());
    let paths: Vec<&str> = recipes.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "themes/default/static/style/colours.css",
            "themes/default/templates/countries.html",
            "themes/default/templates/changes-country.html",
            "themes/default/templates/mine.html"
        ]
    );
    let sandbox = Sandbox::new();
    for (path, bytes) in tree(&repository().join("tests/sites/velo")) {
        sandbox.put(&path, bytes);
    }
    for (path, text) in &recipes {
        sandbox.put(path, text);
    }
    let run = sandbox.run(&["build", "--out", "out"]);
    assert_eq!(run.code, 0, "{run:?}");
    let made = tree(&sandbox.path().join("out"));
    let text = |path: &str| String::from_utf8_lossy(&made[path]).into_owned();
    let style = text("assets/style.css");
    assert!(style.find("#0b5c3b") > style.find("--link: #1d4276"), "the colours come after those of the program");
    assert!(text("countries/index.html").contains("Ask us when your country is not here."));
    let pages =
        made.keys().filter(|path| path.ends_with(".html") && text(path).contains("<body class=\"k-changes-country\""));
    assert!(
        pages.map(|path| text(path).contains(">One country<")).reduce(|a, b| a && b).expect("there are such pages")
    );
    let html: String = made.keys().filter(|path| path.ends_with(".html")).map(|path| text(path)).collect();
    assert!(html.contains("<a class=\"cite own\"") && !html.contains("[<a class=\"cite own\""));
}
