//! Drafts: kept out of a public build with all that belongs to them, and shown to those who ask for them.

use crate::shipped::{input, page};
use collatio::text::File;
use collatio::{Build, Input};

/// A country with a topic, a list of gaps and an article, as many of them drafts as `draft` says.
fn built(draft: [bool; 4], drafts: bool) -> Build {
    let [country, topic, gaps, law] = draft.map(|draft| if draft { "draft = true\n" } else { "" });
    let citation = "source = \"book\"\nplace = \"p. 1\"";
    let files = [
        ("content/index.md", "+++\ntitle = \"Site\"\n+++\n".to_owned()),
        ("content/sources/book.md", "+++\ncitation = \"Book\"\n+++\n[@book, p. 1]\n".to_owned()),
        ("content/topics/roads.md", format!("+++\n{topic}title = \"Roads\"\n+++\n")),
        ("content/countries/xr/index.md", format!("+++\n{country}name = \"Ruritania\"\ncompared = false\n+++\n")),
        (
            "content/countries/xr/gaps.md",
            format!(
                "+++\n{gaps}[[gap]]\nid = \"signs\"\ntext = \"No signs at all\"\nobserved = \"2005\"\n{citation}\n+++\n"
            ),
        ),
        (
            "content/countries/xr/laws/code/index.md",
            format!("+++\n{law}title = \"Road code\"\n[[citation]]\n{citation}\n+++\n"),
        ),
        (
            "content/countries/xr/laws/code/1.md",
            format!("+++\narticle = \"1\"\n[[wording]]\nfrom = \"2005\"\n{citation}\n+++\nOn the right.\n"),
        ),
    ];
    let files = files.into_iter().map(|(path, text)| File::new(path, text)).collect();
    let build = collatio::build(&Input { drafts, ..input(files) });
    let wrong: Vec<&str> = build.diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert!(build.is_sound(), "{wrong:?}");
    build
}

fn has(build: &Build, path: &str) -> bool {
    build.renderer.as_ref().expect("the theme can be read").paths().iter().any(|one| one == path)
}

const COUNTRY: &str = "countries/xr/index.html";
const ARTICLE: &str = "countries/xr/laws/code/1.html";

#[test]
fn a_draft_is_kept_out_with_all_that_belongs_to_it() {
    let none = built([false; 4], false);
    assert!(has(&none, COUNTRY) && has(&none, ARTICLE) && has(&none, "topics/roads.html"));
    assert!(page(&none, COUNTRY).contains("No signs at all"));
    let country = built([true, false, false, false], false);
    let renderer = country.renderer.as_ref().expect("the theme can be read");
    assert!(!renderer.paths().iter().any(|path| path.starts_with("countries/xr/")), "{:?}", renderer.paths());
    assert!(!has(&built([false, true, false, false], false), "topics/roads.html"));
    let gaps = built([false, false, true, false], false);
    assert!(has(&gaps, ARTICLE) && !page(&gaps, COUNTRY).contains("No signs at all"));
    let law = built([false, false, false, true], false);
    assert!(has(&law, COUNTRY) && !has(&law, ARTICLE) && !has(&law, "countries/xr/laws/code/index.html"));
}

#[test]
fn who_asks_for_drafts_is_shown_all_of_them() {
    let all = built([true; 4], true);
    assert!(has(&all, COUNTRY) && has(&all, ARTICLE) && has(&all, "topics/roads.html"));
    assert!(page(&all, COUNTRY).contains("No signs at all"));
}
