//! One file below `tests/cases/` is one case: a small site, and below it the diagnostics that it must give, and parts of
//! its pages.
//!
//! A case begins with a sentence that says what it shows. Then stand the files of the site, each under a line
//! `-- path --`, and at the end, under `-- expect --`, what is expected: one line for each diagnostic, its help and
//! notes indented below. A file that cannot be read stands there without text, as `-- path (encoding) --`, and so does a
//! picture, as `-- path (picture) --`. A file below `themes/default/` belongs to the theme.
//! A line `-- drafts --` shows the drafts of the site.
//!
//! Below the diagnostics may stand parts of pages, each under a line `-- expect PATH SELECTOR --` that is written by hand:
//! every element of the page that the selector finds, as [`outline`] draws it.
//!
//! The places of faults are marked in the input by hand, with `⟦` and `⟧`, which are taken out before the site is
//! built: every diagnostic lies exactly at a mark, and every mark has one; a `⟦` without its `⟧` marks where one begins. `COLLATIO_ACCEPT=1 cargo test --test suite cases`
//! writes the expected lines anew, never the marks; read every changed line then as if a stranger had sent it.
//!
//! `COLLATIO_CASE=text/` runs only the cases whose path holds those words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use crate::html::{Page, outline};
use crate::shipped::{input, repository};
use collatio::publish::{ThemeFile, built_in};
use collatio::text::{Diagnostic, Fault, File, Files, Unreadable, Why};

/// A case as its author wrote it.
pub struct Case {
    /// Path below `tests/cases/`.
    name: String,
    path: PathBuf,
    /// All up to the expected lines.
    head: String,
    pub files: Vec<File>,
    unreadable: Vec<Unreadable>,
    /// Whether drafts are shown.
    drafts: bool,
    /// Paths below `content/`.
    pictures: Vec<String>,
    /// File, first byte, byte after the last.
    marks: BTreeSet<(String, usize, usize)>,
    /// File and first byte, where the end is not marked.
    begins: BTreeSet<(String, usize)>,
    /// The files of the site's own theme, by their path below the theme's folder.
    pub theme: Vec<(String, ThemeFile)>,
    expected: String,
    parts: Vec<Part>,
}

/// A part of a page that a case expects.
struct Part {
    /// Path and selector, as the line says.
    header: String,
    expected: String,
}

/// What a case came to.
struct Outcome {
    /// What is wrong with the case; nothing where it gives what it expects.
    trouble: Option<String>,
    /// The code of each diagnostic, and the words before it on its line.
    shown: Vec<(&'static str, String)>,
}

/// Each case is built once, for all tests that ask about them.
static OUTCOMES: LazyLock<Vec<Outcome>> = LazyLock::new(|| {
    let accept = std::env::var_os("COLLATIO_ACCEPT").is_some();
    cases().par_iter().map(|case| case.run(accept)).collect()
});

const EXPECT: &str = "-- expect --\n";
const EXPECT_PART: &str = "-- expect ";

/// The case of a name: its path below `tests/cases/` without `.txt`.
pub fn case(name: &str) -> Case {
    let root = repository().join("tests/cases");
    read(&root, root.join(format!("{name}.txt")))
}

fn cases() -> Vec<Case> {
    let root = repository().join("tests/cases");
    let only = std::env::var("COLLATIO_CASE").unwrap_or_default();
    walkdir::WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the cases can be read").into_path())
        .filter(|path| path.is_file())
        .map(|path| read(&root, path))
        .filter(|case| case.name.contains(&only))
        .collect()
}

fn read(root: &Path, path: PathBuf) -> Case {
    let name = path.strip_prefix(root).expect("it lies below").to_string_lossy().replace('\\', "/");
    assert!(name.ends_with(".txt"), "{name} is no case: its name does not end with .txt");
    let text = std::fs::read_to_string(&path).expect("a case is text");
    let (input, expected) = text.split_once(EXPECT).unwrap_or_else(|| panic!("{name} has no `-- expect --`"));
    let mut expected = expected.split(EXPECT_PART);
    let diagnostics = expected.next().unwrap_or_default().to_owned();
    let part = |text: &str| {
        let (header, expected) = text.split_once(" --\n").unwrap_or_else(|| panic!("{name}: no ` --` ends `{text}`"));
        Part { header: header.to_owned(), expected: expected.to_owned() }
    };
    let parts = expected.map(part).collect();
    let mut case = Case {
        name,
        path,
        head: input.to_owned(),
        files: Vec::new(),
        unreadable: Vec::new(),
        drafts: false,
        pictures: Vec::new(),
        marks: BTreeSet::new(),
        begins: BTreeSet::new(),
        theme: Vec::new(),
        expected: diagnostics,
        parts,
    };
    let mut section: Option<(String, String)> = None;
    for line in input.split_inclusive('\n') {
        match line.strip_prefix("-- ").and_then(|line| line.trim_end().strip_suffix(" --")) {
            Some(header) => {
                if let Some((header, text)) = section.replace((header.to_owned(), String::new())) {
                    case.file(&header, &text);
                }
            }
            None => {
                if let Some((_, text)) = &mut section {
                    text.push_str(line);
                }
            }
        }
    }
    if let Some((header, text)) = section {
        case.file(&header, &text);
    }
    assert!(!case.head.starts_with("--"), "{} does not begin with a sentence that says what it shows", case.name);
    case
}

impl Case {
    fn file(&mut self, header: &str, marked: &str) {
        if header == "drafts" {
            self.drafts = true;
            return;
        }
        let (path, why) = match header.split_once(" (") {
            Some((path, why)) => (path, why.strip_suffix(')')),
            None => (header, None),
        };
        let text = self.unmark(path, marked);
        if let Some(of_theme) = path.strip_prefix("themes/default/") {
            let file = ThemeFile { shown: path.to_owned(), bytes: text.into_bytes().into() };
            self.theme.push((of_theme.to_owned(), file));
            return;
        }
        let Some(why) = why else {
            self.files.push(File::new(path, text));
            return;
        };
        if why == "picture" {
            self.pictures.push(path.strip_prefix("content/").expect("pictures lie below `content/`").to_owned());
            return;
        }
        let why = match why {
            "encoding" => Why::Encoding { offset: 7, looks_like: "Windows-1251" },
            "large" => Why::TooLarge(1000),
            "link" => Why::SymbolicLink,
            "name" => Why::Name,
            "program" => Why::NotContent("a program"),
            other => panic!("{}: nobody knows the trouble `{other}`", self.name),
        };
        self.unreadable.push(Unreadable { path: path.to_owned(), why });
    }

    /// Takes the marks out of a text and notes where they stood.
    fn unmark(&mut self, path: &str, marked: &str) -> String {
        let marked = marked.replace("␍", "\r").replace("␛BOM", "\u{feff}");
        let mut text = String::new();
        let mut open = Vec::new();
        for c in marked.chars() {
            match c {
                '⟦' => open.push(text.len()),
                '⟧' => {
                    let start = open.pop().unwrap_or_else(|| panic!("{}: a `⟧` without `⟦`", self.name));
                    self.marks.insert((path.to_owned(), start, text.len()));
                }
                c => text.push(c),
            }
        }
        self.begins.extend(open.into_iter().map(|start| (path.to_owned(), start)));
        text
    }

    /// The site of the case.
    pub fn input(&self) -> collatio::Input {
        let assets = self.pictures.iter().map(|path| (path.clone(), Arc::from([]))).collect();
        let theme = built_in().overlay(self.theme.iter().cloned());
        let (unreadable, drafts) = (self.unreadable.clone(), self.drafts);
        collatio::Input { unreadable, assets, theme, drafts, ..input(self.files.clone()) }
    }

    /// What a build found in the files of the case; faults of the built-in theme are not its business.
    fn found<'b>(&self, build: &'b collatio::Build) -> Vec<&'b Diagnostic> {
        let files = self.files.iter().map(|file| &*file.path);
        let unreadable = self.unreadable.iter().map(|file| file.path.as_str());
        let theme = self.theme.iter().map(|(_, file)| file.shown.as_str());
        let own: BTreeSet<&str> = files.chain(unreadable).chain(theme).collect();
        let is_own = |d: &&Diagnostic| own.contains(&*build.files.get(d.span.file).path);
        build.diagnostics.iter().filter(is_own).collect()
    }

    /// Builds the site of the case and holds its diagnostics to the marks and to the expected lines.
    fn run(&self, accept: bool) -> Outcome {
        let build = collatio::build(&self.input());
        let mut trouble = String::new();
        let mut found = BTreeSet::new();
        let mut begun = BTreeSet::new();
        let diagnostics = self.found(&build);
        for diagnostic in &diagnostics {
            let range = diagnostic.span.range();
            let path = build.files.get(diagnostic.span.file).path.to_string();
            let place = (path, range.start, range.end);
            let begin = (place.0.clone(), place.1);
            let begins = self.begins.contains(&begin);
            begun.insert(begin);
            if !begins && !self.marks.contains(&place) {
                let what = printed(diagnostic, &build.files);
                let text = &build.files.get(diagnostic.span.file).text;
                let shown = text.get(range).unwrap_or_default();
                let _ = writeln!(trouble, "no mark stands around `{shown}`:\n{what}");
            }
            found.insert(place);
        }
        for (path, start, end) in self.marks.difference(&found) {
            let _ = writeln!(trouble, "nothing was found at the mark in {path}, bytes {start} to {end}");
        }
        for (path, start) in self.begins.difference(&begun) {
            let _ = writeln!(trouble, "nothing was found at the mark in {path}, byte {start}");
        }
        let printed: String = diagnostics.iter().map(|d| printed(d, &build.files)).collect();
        let mut changed = Vec::new();
        if printed != self.expected {
            changed.push(format!("expected:\n{}found:\n{printed}", self.expected));
        }
        let mut accepted = format!("{}{EXPECT}{printed}", self.head);
        for part in &self.parts {
            let found = part.find(&build).unwrap_or_else(|why| {
                let _ = writeln!(trouble, "{}: {why}", part.header);
                String::new()
            });
            if found != part.expected {
                changed.push(format!("{}\nexpected:\n{}found:\n{found}", part.header, part.expected));
            }
            let _ = write!(accepted, "{EXPECT_PART}{} --\n{found}", part.header);
        }
        if !changed.is_empty() && accept && trouble.is_empty() {
            std::fs::write(&self.path, accepted).expect("a case can be written");
        } else {
            trouble.push_str(&changed.join("\n"));
        }
        let before = |diagnostic: &&Diagnostic| {
            let text = &build.files.get(diagnostic.span.file).text;
            let before = text.get(..diagnostic.span.range().start).unwrap_or_default();
            (diagnostic.fault.code, before.rsplit('\n').next().unwrap_or_default().to_owned())
        };
        Outcome {
            trouble: (!trouble.is_empty()).then(|| format!("\n== {}\n{trouble}", self.name)),
            shown: diagnostics.iter().map(before).collect(),
        }
    }
}

impl Part {
    /// The part as the site prints it, or why there is none.
    fn find(&self, build: &collatio::Build) -> Result<String, String> {
        let (path, selector) = self.header.split_once(' ').ok_or("there is no selector behind the path")?;
        let renderer = build.renderer.as_ref().ok_or("the theme cannot be read")?;
        let page = renderer.file(path).ok_or("there is no such page")?.map_err(|_| "the page cannot be printed")?;
        let page = Page::of(&String::from_utf8(page.bytes).expect("pages are UTF-8"));
        let found: String = page.all(selector).into_iter().map(outline).collect();
        if found.is_empty() { Err("nothing on the page is so".to_owned()) } else { Ok(found) }
    }
}

fn printed(diagnostic: &Diagnostic, files: &Files) -> String {
    let place = |span: collatio::text::Span| {
        let file = files.get(span.file);
        let place = file.place(span.start);
        format!("{}:{}:{}", file.path, place.line, place.column)
    };
    let fault = diagnostic.fault;
    let mut out =
        format!("{}: {}[{}]: {}\n", place(diagnostic.span), fault.level.word(), fault.code, diagnostic.message);
    for help in &diagnostic.help {
        let _ = writeln!(out, "  help: {help}");
    }
    for note in &diagnostic.notes {
        let _ = match note.span {
            Some(span) => writeln!(out, "  note: {}: {}", place(span), note.message),
            None => writeln!(out, "  note: {}", note.message),
        };
    }
    out
}

#[test]
fn every_case_gives_the_diagnostics_that_it_expects() {
    assert!(!OUTCOMES.is_empty(), "there are no cases");
    let trouble: Vec<&str> = OUTCOMES.iter().filter_map(|outcome| outcome.trouble.as_deref()).collect();
    assert!(trouble.is_empty(), "{} of {} cases:\n{}", trouble.len(), OUTCOMES.len(), trouble.concat());
}

/// The codes for which a case expects a diagnostic, each with the words before it on its line.
fn shown() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut shown: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (code, line) in OUTCOMES.iter().flat_map(|outcome| &outcome.shown) {
        shown.entry(code).or_default().push(line);
    }
    shown
}

/// Faults that are found at the first byte of a file, at the beginning of a line, or in a field that stands alone on
/// its line: no word can stand before them.
const AT_THE_BEGINNING: &[&str] = &[
    "not-utf-8",
    "too-large",
    "symbolic-link",
    "not-content",
    "bad-file-name",
    "translation-file",
    "misplaced-file",
    "no-front-matter",
    "open-front-matter",
    "missing-field",
    "duplicate-id",
    "missing-index",
    "unexpected-body",
    "unused-footnote",
    "heading-first-level",
    "heading-skips",
    "bad-anchor",
    "bad-address",
    "bad-theme-name",
    "bad-size",
    "many-days",
    "stale-translation",
    "article-file-name",
    "article-number",
    "same-file",
    "bad-code",
    "unknown-subdivision",
    "former-code",
    "read-before-published",
];

#[test]
fn every_fault_has_a_case_and_those_of_reading_stand_once_behind_a_cyrillic_word() {
    if std::env::var_os("COLLATIO_CASE").is_some() {
        return;
    }
    let shown = shown();
    let rooms: [&[&Fault]; 3] = [collatio::text::FAULTS, collatio::content::FAULTS, collatio::law::FAULTS];
    let cyrillic = |line: &&str| line.chars().any(|c| ('а'..='я').contains(&c));
    let mut wanting = Vec::new();
    for fault in rooms.into_iter().flatten() {
        match shown.get(fault.code) {
            None => wanting.push(format!("no case shows `{}`", fault.code)),
            Some(lines) if AT_THE_BEGINNING.contains(&fault.code) || lines.iter().any(cyrillic) => {}
            Some(_) => wanting.push(format!("no case shows `{}` behind a Cyrillic word", fault.code)),
        }
    }
    for fault in collatio::check::FAULTS.iter().filter(|fault| !shown.contains_key(fault.code)) {
        wanting.push(format!("no case shows `{}`", fault.code));
    }
    assert!(wanting.is_empty(), "{}", wanting.join("\n"));
}

#[test]
fn every_fault_has_one_code_and_says_what_helps() {
    let mut codes = BTreeSet::new();
    for fault in collatio::faults() {
        assert!(codes.insert(fault.code), "two faults have the code `{}`", fault.code);
        assert!(!fault.summary.ends_with('.'), "the summary of `{}` ends with a period", fault.code);
        assert!(fault.explanation.len() > 40, "`{}` is not explained", fault.code);
    }
}
