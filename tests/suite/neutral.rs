//! The engine knows no country and no subject: what is particular lives in the content and its configuration.

use std::collections::BTreeSet;

use crate::shipped::{files_of, input, repository};

/// Words of the shipped content that are words of comparative law anywhere.
const GENERAL: &[&str] = &[
    "accession",
    "definition",
    "international",
    "commitments",
    "autonomous",
    "crime",
    "proceedings",
    "protection",
    "criminal",
    "organised",
    "groups",
    "group",
    "victim",
    "section",
    "country",
    "article",
    "treaty",
    "child",
    "children",
    "central",
    "protocol",
    "convention",
    "hotlines",
    "law",
    "liability",
    "transport",
    "confiscation",
    "qualified",
    "practice",
    "person",
    "persons",
    "united",
    "trial",
    "keeping",
    "russian",
    "data",
    "what",
    "history",
    "paper",
    "figures",
    "limits",
    "stay",
    "must",
    "return",
    "proved",
    "where",
    "this",
    "forms",
    // The code of a script.
    "arab",
];

/// Names of languages are a list of their own, in the theme.
fn is_language(line: &str) -> bool {
    line.trim_start().starts_with("language-")
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// Countries' codes and names, and the words of topics and terms, so far as they are particular.
fn particular() -> BTreeSet<String> {
    let root = repository();
    let mut out = BTreeSet::new();
    for file in files_of(&root) {
        let parts: Vec<&str> = file.path.split('/').collect();
        let field = |name: &str| {
            let start = format!("{name} = \"");
            file.text
                .lines()
                .find_map(|l| l.strip_prefix(&start)?.strip_suffix('"').map(str::to_owned))
                .unwrap_or_default()
        };
        match parts[..] {
            ["content", "countries", id, "index.md"] => {
                out.insert(id.to_owned());
                out.extend(words(&field("name")).filter(|w| w.len() > 3));
            }
            ["content", "topics", _] => out.extend(words(&field("title")).filter(|w| w.len() > 3)),
            ["content", "terms", _] => out.extend(words(&field("term")).filter(|w| w.len() > 3)),
            ["content", "instruments", id] => out.extend([id.trim_end_matches(".md").to_owned()]),
            _ => {}
        }
    }
    out.retain(|w| !GENERAL.contains(&w.as_str()) && !is_plain(w));
    assert!(out.len() > 30, "the shipped content has particulars: {out:?}");
    out
}

/// Two letters that are a word of English or of the program's own, or the tag of a language that has two scripts, which
/// search knows.
fn is_plain(word: &str) -> bool {
    matches!(word, "my" | "th" | "tr" | "il" | "ae" | "gr" | "kr" | "ru" | "uz" | "with" | "from" | "states")
}

#[test]
fn no_country_code_and_no_subject_word_of_the_content_stands_in_the_engine_or_its_themes() {
    let particular = particular();
    let mut found = Vec::new();
    for folder in ["src", "themes"] {
        for entry in walkdir::WalkDir::new(repository().join(folder)).sort_by_file_name() {
            let entry = entry.expect("the repository can be read");
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            for (number, line) in text.lines().enumerate().filter(|(_, l)| !is_language(l)) {
                let told: Vec<String> = words(line).filter(|w| particular.contains(w)).collect();
                if !told.is_empty() {
                    found.push(format!("{}:{}: {}", entry.path().display(), number + 1, told.join(", ")));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_site_of_another_subject_in_another_language_is_built_without_a_fault() {
    for site in ["velo", "bare"] {
        let build = collatio::build(&input(files_of(&repository().join("tests/sites").join(site))));
        assert!(build.is_sound() && build.diagnostics.is_empty(), "{site}");
    }
}
