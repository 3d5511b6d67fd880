//! Feeds of what changed, read back by a parser for feeds.

use std::collections::BTreeSet;

use atom_syndication::Feed;
use collatio::Build;
use collatio::text::File;

use crate::shipped::{VELO, files_of, input, page, repository};

/// The small site, published at an address, with a later day of its edition.
fn velo(edition: &str) -> Build {
    let mut files = files_of(&repository().join("tests/sites/velo"));
    let settings = files.iter_mut().find(|file| &*file.path == "collatio.toml").expect("it has settings");
    let text = settings.text.replace("edition = \"2026-03-01\"", &format!("edition = \"{edition}\""));
    *settings = File::new("collatio.toml", format!("base_url = \"https://example.org/a&b/\"\n{text}"));
    collatio::build(&input(files))
}

fn feed(build: &Build, path: &str) -> Feed {
    Feed::read_from(page(build, path).as_bytes()).expect("it is an Atom feed")
}

#[test]
fn the_feed_of_the_site_is_valid_and_each_entry_leads_to_its_line() {
    let build = velo("2026-03-01");
    let feed = feed(&build, "changes/feed.xml");
    assert_eq!(feed.id(), "https://example.org/a&b/changes/feed.xml");
    assert_eq!(feed.updated().to_rfc3339(), "2026-03-01T00:00:00+00:00");
    assert!(feed.links().iter().any(|link| link.rel() == "self" && link.href() == feed.id()));
    assert_eq!(feed.authors().len(), 1, "an entry without an author has that of the feed");
    assert!(feed.entries().len() > 10);
    let ids: BTreeSet<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
    assert_eq!(ids.len(), feed.entries().len(), "no two entries are the same");
    for entry in feed.entries() {
        let link = entry.links().iter().find(|link| link.rel() == "alternate").expect("each leads somewhere");
        let (address, anchor) = link.href().split_once('#').expect("to a line");
        let path = address.strip_prefix("https://example.org/a&b/").expect("of the site");
        assert!(page(&build, path).contains(&format!("id=\"{anchor}\"")), "{path} has {anchor}");
    }
    let days: Vec<_> = feed.entries().iter().map(|entry| *entry.updated()).collect();
    assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "the latest first: {days:?}");
}

#[test]
fn an_entry_stays_as_it_is_in_a_later_edition() {
    let [first, second] =
        ["2026-03-01", "2027-01-01"].map(|edition| feed(&velo(edition), "countries/lunyovo/feed.xml"));
    assert!(first.updated() < second.updated());
    assert!(!first.entries().is_empty());
    assert_eq!(first.entries(), second.entries());
}

#[test]
fn pages_lead_to_their_feed_and_a_country_has_its_own() {
    let build = velo("2026-03-01");
    let link = |feed: &str| {
        format!("type=\"application/atom+xml\" title=\"Где поставить велосипед – Что изменилось\" href=\"{feed}\">")
    };
    assert!(page(&build, "changes/index.html").contains(&link("../changes/feed.xml")));
    assert!(page(&build, "countries/lunyovo/index.html").contains(&link("../../countries/lunyovo/feed.xml")));
    let of_country = feed(&build, "countries/lunyovo/feed.xml");
    assert!(of_country.entries().iter().all(|entry| entry.id().contains("/countries/lunyovo/changes.html#")));
}

#[test]
fn without_an_address_there_is_no_feed() {
    let build = &*VELO;
    let paths = build.renderer.as_ref().expect("the theme can be read").paths();
    assert!(!paths.iter().any(|path| path.ends_with("feed.xml")));
    assert!(!page(build, "changes/index.html").contains("atom+xml"));
}

#[test]
fn an_entry_has_the_name_that_the_country_had_on_its_day() {
    let law = |name: &str, adopted: &str| {
        let text = format!(
            "+++\ntitle = \"{name}\"\nadopted = \"{adopted}\"\n[[citation]]\nsource = \"gazette\"\nplace = \"no. 1\"\n+++\n"
        );
        File::new(format!("content/countries/xr/laws/{}/index.md", name.to_lowercase()), text)
    };
    let names = "[[former_name]]\nname = \"Middleland\"\nuntil = \"2000-01-01\"\n";
    let build = collatio::build(&input(vec![
        File::new(
            "collatio.toml",
            "title = \"Islands\"\nlanguage = \"en\"\nedition = \"2026-01-31\"\nbase_url = \"https://example.org\"\n",
        ),
        File::new("content/index.md", "+++\ntitle = \"Islands\"\n+++\n"),
        File::new("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\n+++\n"),
        File::new("content/countries/xr/index.md", format!("+++\nname = \"Ruritania\"\n{names}+++\n")),
        law("Bridges", "1999-12-31"),
        law("Ferries", "2000-01-01"),
    ]));
    let titles = |path: &str| feed(&build, path).entries().iter().map(|e| e.title().to_string()).collect::<Vec<_>>();
    for path in ["changes/feed.xml", "countries/xr/feed.xml"] {
        let titles = titles(path);
        assert!(titles.iter().any(|title| title.contains("Ruritania") && title.contains("Ferries")), "{titles:?}");
        assert!(titles.iter().any(|title| title.contains("Middleland") && title.contains("Bridges")), "{titles:?}");
        assert_eq!(titles.len(), 2);
    }
}
