//! The ways through a site: its doors, the page for missing addresses, and what is disputed, by country and topic.

use crate::html::Page;
use crate::shipped::{VELO, input, page};
use collatio::Build;
use collatio::text::File;

const CITATION: &str = "source = \"book\"\nplace = \"p. 1\"";

/// A site of two countries with `conflicts`: titles, and the records that they concern.
fn built(settings: &str, conflicts: &[(&str, &str)]) -> Build {
    let mut files = vec![
        ("collatio.toml".to_owned(), settings.to_owned()),
        ("content/index.md".to_owned(), "+++\ntitle = \"Site\"\n+++\n".to_owned()),
        ("content/sources/book.md".to_owned(), "+++\ncitation = \"Book\"\n+++\n[@book, p. 1]\n".to_owned()),
        ("content/topics/roads.md".to_owned(), "+++\ntitle = \"Roads\"\n+++\n".to_owned()),
    ];
    for (id, name) in [("xr", "Ruritania"), ("xs", "Strelsau")] {
        let country = format!("+++\nname = \"{name}\"\ncompared = false\n+++\n");
        files.push((format!("content/countries/{id}/index.md"), country));
        let code = format!("+++\ntitle = \"Code of {name}\"\n[[citation]]\n{CITATION}\n+++\n");
        files.push((format!("content/countries/{id}/laws/code/index.md"), code));
    }
    for (number, (title, touches)) in conflicts.iter().enumerate() {
        let side = format!("[[side]]\nsays = \"So.\"\n{CITATION}\n");
        let front = format!("title = \"{title}\"\nreason = \"Nobody knows.\"\ntouches = {touches}\n");
        files.push((format!("content/conflicts/c-{number}.md"), format!("+++\n{front}{side}{side}+++\n")));
    }
    let files = files.into_iter().map(|(path, text)| File::new(path, text)).collect();
    let build = collatio::build(&input(files));
    let wrong: Vec<&str> = build.diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert!(build.is_sound(), "{wrong:?}");
    build
}

#[test]
fn a_banner_says_what_is_disputed_and_leads_there() {
    let few = built("", &[("The penalty", "[\"xr/code\"]"), ("The title", "[\"xr/code\", \"xr\"]")]);
    let law = Page::of(&page(&few, "countries/xr/laws/code/index.html"));
    let banner = law.one("p.banner.b-disputed").inner_html();
    let up = "../../../../disagreements/index.html";
    let first = format!("<a href=\"{up}#in-xr\">2 disagreements</a>: <a href=\"{up}#conflict-c-0\">The penalty</a>");
    let links = format!("{first}<span class=\"which\">; <a href=\"{up}#conflict-c-1\">The title</a></span>");
    assert!(banner.contains(&links), "{banner}");
    assert!(page(&few, "countries/xr/index.html").contains("2 disagreements</a>:"));
    let one = built("", &[("The title", "[\"xr\"]")]);
    assert!(page(&one, "countries/xr/index.html").contains("One disagreement</a>:"));
    assert!(!page(&few, "countries/xs/index.html").contains("b-disputed"));
    let many: Vec<(&str, &str)> = ["One", "Two", "Three", "Four", "Five"].map(|title| (title, "[\"xr\"]")).to_vec();
    let country = page(&built("", &many), "countries/xr/index.html");
    assert!(country.contains("<a href=\"../../disagreements/index.html#in-xr\">5 disagreements</a>:"), "{country}");
    assert!(country.contains("; and 2 more</span>"), "{country}");
}

#[test]
fn disagreements_are_gathered_by_country_and_by_topic() {
    let conflicts = [("Both", "[\"xr/code\", \"xs\"]"), ("On roads", "[\"topic:roads\"]"), ("Here", "[\"xr\"]")];
    let list = Page::of(&page(&built("", &conflicts), "disagreements/index.html"));
    let group =
        |id: &str| -> Vec<String> { list.all(&format!("ul#{id} > li")).iter().map(|item| item.inner_html()).collect() };
    let both = "<a href=\"#conflict-c-0\">Both</a>";
    let here = "<a href=\"#conflict-c-2\">Here</a>";
    assert_eq!(group("in-xr"), [both, here]);
    assert_eq!(group("in-xs"), [both]);
    assert_eq!(group("on-roads"), ["<a href=\"#conflict-c-1\">On roads</a>"]);
    assert_eq!(group("without-topic"), [both, here]);
    let none = page(&built("", &[]), "disagreements/index.html");
    assert!(!none.contains("narrowing"), "{none}");
}

#[test]
fn a_missing_address_leads_to_the_doors_and_the_search_where_the_address_of_the_site_is_known() {
    let known = page(&built("base_url = \"https://example.org/law\"\n", &[]), "404.html");
    for path in ["index.html", "search/index.html", "countries/index.html", "laws/index.html", "about/index.html"] {
        assert!(known.contains(&format!("<a href=\"https://example.org/law/{path}\">")), "{path}: {known}");
    }
    assert!(!known.contains("modules/index.html") && !known.contains("treaties/index.html"), "{known}");
    let unknown = page(&built("", &[]), "404.html");
    assert!(!unknown.contains("<a href") && unknown.contains("Back button"), "{unknown}");
}

#[test]
fn each_page_says_in_one_line_what_it_is_and_no_two_pages_say_the_same() {
    let paths = VELO.renderer.as_ref().expect("the theme can be read").paths();
    let mut known = std::collections::BTreeMap::new();
    for path in paths.iter().filter(|path| path.ends_with(".html")) {
        let html = Page::of(&page(&VELO, path));
        let meta = |property: &str| {
            let found = html.all(&format!("head > meta[property=\"{property}\"]"));
            found.first().and_then(|element| element.attr("content")).map(str::to_owned)
        };
        // The page for missing addresses has no frame, and neither has a redirect.
        let Some(title) = meta("og:title") else {
            assert!(html.all("header.top").is_empty(), "{path}");
            continue;
        };
        assert!(!title.trim().is_empty() && meta("og:type").is_some(), "{path}");
        let said = meta("og:description").expect(path);
        assert_eq!(html.one("meta[property=\"og:description\"]").attr("name"), Some("description"), "{path}");
        assert!(said.chars().count() > 15 && said.trim() == said && !said.contains("describe-"), "{path}: {said}");
        if let Some(other) = known.insert(said.clone(), path) {
            panic!("{other} and {path} both say: {said}");
        }
    }
    assert!(known.len() > 60, "{}", known.len());
}

#[test]
fn a_page_that_is_shared_names_its_address_where_the_address_of_the_site_is_known() {
    let known = Page::of(&page(&built("base_url = \"https://example.org/law\"\n", &[]), "countries/xr/index.html"));
    let canonical = known.one("link[rel=canonical]").attr("href").expect("it has an address");
    assert!(canonical.starts_with("https://example.org/law/countries/xr/"), "{canonical}");
    assert_eq!(known.one("meta[property=\"og:url\"]").attr("content"), Some(canonical));
    assert!(!page(&built("", &[]), "countries/xr/index.html").contains("og:url"));
}

#[test]
fn what_a_site_lacks_has_no_page_that_says_there_is_none() {
    let paths = |build: &Build| build.renderer.as_ref().expect("the theme can be read").paths();
    let little = paths(&built("", &[]));
    for path in ["treaties/index.html", "modules/index.html", "amendments/index.html", "glossary/index.html"] {
        assert!(!little.iter().any(|own| own == path), "{path}");
    }
    assert!(paths(&VELO).iter().any(|own| own == "modules/index.html"), "a site that has modules has the page");
}
