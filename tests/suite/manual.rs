//! The manual is held to the program: its reference is what the program would print today, and the site of its tutorial
//! is built.

#[path = "../../examples/manual/pages.rs"]
mod pages;

use std::fs;
use std::path::Path;

use collatio::text::File;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_reference_is_up_to_date() {
    for (path, text) in pages::pages() {
        assert!(read(path) == text, "{path} is out of date: run `cargo run --example manual` and read what changed");
    }
}

/// The files of the tutorial: a path in backquotes on a line of its own, then a block of code.
fn tutorial() -> Vec<(String, String)> {
    let manual = read("docs/manual.md");
    let mut files = Vec::new();
    let mut lines = manual.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(path) = line.strip_prefix("`content/").and_then(|rest| rest.strip_suffix('`')) else { continue };
        assert_eq!((lines.next(), lines.next()), (Some(""), Some("```markdown")), "after {path} comes its text");
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        files.push((format!("content/{path}"), text.join("\n") + "\n"));
    }
    files
}

#[test]
fn the_country_of_the_tutorial_can_be_added_to_the_shipped_site_as_it_stands() {
    let mut input = collatio::disk::read(root()).expect("the repository can be read");
    let files = tutorial();
    assert!(files.len() > 5, "the tutorial has files");
    for (path, text) in &files {
        assert!(input.files.iter().all(|file| *file.path != *path.as_str()), "{path} is not in the site yet");
        input.files.push(File::new(path.as_str(), text.as_str()));
    }
    input.files.sort_by(|a, b| a.path.cmp(&b.path));
    let build = collatio::build(&input);
    let found: Vec<String> = build
        .diagnostics
        .iter()
        .filter(|found| files.iter().any(|(path, _)| build.files.get(found.span.file).path.as_ref() == path.as_str()))
        .map(|found| format!("{}: {}", build.files.get(found.span.file).path, found.message))
        .collect();
    assert_eq!(found, Vec::<String>::new());
    let renderer = build.renderer.expect("the theme can be read");
    for page in ["countries/xr/index.html", "countries/xr/laws/penal-code/12.html"] {
        assert!(renderer.paths().iter().any(|path| path == page), "{page} is not among the pages");
    }
}
