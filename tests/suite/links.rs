//! The built sites as files: every link leads somewhere, every name can lie on any disk, nothing is asked of other hosts,
//! and nothing stands in a page that its policy forbids.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use collatio::Build;
use collatio::text::File;
use rayon::prelude::*;
use scraper::ElementRef;
use sha2::{Digest as _, Sha256};

use crate::html::{Page, join, words};
use crate::shipped::{SHIPPED, files_of, input, repository};

/// What is written of a site, and its pages as a browser reads them.
struct Site {
    files: BTreeMap<String, Vec<u8>>,
    pages: BTreeMap<String, Read>,
}

/// What a page has in its text.
#[derive(Default)]
struct Read {
    /// Every identity, in the order of the page.
    ids: Vec<String>,
    /// Attributes by which something is loaded or led to.
    leads: Vec<Attribute>,
    /// Attributes that name identities of the page.
    points: Vec<Attribute>,
    /// What a policy forbids in the page, as the attribute is written.
    forbidden: Vec<String>,
    /// The policy.
    policy: Option<String>,
    /// The text of each style of the page's own.
    styles: Vec<String>,
    /// The text of each script of the page's own that is no data.
    scripts: Vec<String>,
    language: Option<String>,
    title: String,
    /// How many headings of the first level, and how many main parts there are.
    headings: usize,
    mains: usize,
    has_doctype: bool,
}

struct Attribute {
    tag: String,
    name: String,
    value: String,
}

impl std::fmt::Display for Attribute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} {}=\"{}\">", self.tag, self.name, self.value)
    }
}

impl Read {
    fn of(text: &str) -> Read {
        let mut read =
            Read { has_doctype: text.trim_start().to_lowercase().starts_with("<!doctype html>"), ..Read::default() };
        for element in Page::of(text).all("*") {
            read.element(element);
        }
        read
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let tag = element.value().name();
        let inner = || element.text().collect::<String>();
        match tag {
            "html" => self.language = element.attr("lang").map(str::to_owned),
            "title" if self.title.is_empty() => self.title = words(element),
            "h1" => self.headings += 1,
            "main" => self.mains += 1,
            "style" => self.styles.push(inner()),
            "script" => {
                let is_data = element.attr("type") == Some("application/ld+json");
                if element.attr("src").is_none() && !is_data {
                    self.scripts.push(inner());
                }
            }
            "meta" if element.attr("http-equiv") == Some("Content-Security-Policy") => {
                self.policy = element.attr("content").map(str::to_owned);
            }
            _ => {}
        }
        for (name, value) in element.value().attrs() {
            let attribute = || Attribute { tag: tag.to_owned(), name: name.to_owned(), value: value.to_owned() };
            match name {
                "id" => self.ids.push(value.to_owned()),
                "href" | "src" | "srcset" | "action" | "poster" | "data" => self.leads.push(attribute()),
                "for" | "aria-labelledby" | "aria-describedby" | "aria-controls" | "headers" => {
                    self.points.push(attribute());
                }
                _ => {}
            }
            let is_program = value.trim_start().to_lowercase().starts_with("javascript:");
            if name == "style" || name.starts_with("on") || is_program {
                self.forbidden.push(attribute().to_string());
            }
        }
    }
}

/// The shipped content and the small sites, each printed and read once.
static SITES: LazyLock<Vec<(&str, Site)>> = LazyLock::new(|| {
    let small = |root: &str| {
        let input = collatio::disk::read(&repository().join(root)).expect("the site can be read");
        printed(&collatio::build(&input))
    };
    let [velo, bare] = ["tests/sites/velo", "tests/sites/bare"];
    vec![("", printed(&SHIPPED)), (velo, small(velo)), (bare, small(bare))]
});

fn printed(build: &Build) -> Site {
    let renderer = build.renderer.as_ref().expect("the theme can be read");
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut begun = false;
    let found = renderer.print(&mut |mut output| {
        assert!(begun == files.contains_key(&output.path), "{} is written twice", output.path);
        begun = output.goes_on;
        files.entry(output.path).or_default().append(&mut output.bytes);
        Ok::<(), ()>(())
    });
    assert!(found.is_ok_and(|found| found.is_empty()), "the templates print without a fault");
    assert!(files.len() > 20, "there is a site");
    let pages = files
        .par_iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.clone(), Read::of(std::str::from_utf8(bytes).expect("pages are UTF-8"))));
    Site { pages: pages.collect(), files }
}

#[test]
fn every_link_of_every_page_leads_to_a_file_and_every_anchor_to_a_place() {
    for (root, site) in SITES.iter() {
        let broken = broken_links(site);
        assert!(broken.is_empty(), "{root}: {} broken\n{}", broken.len(), broken[..broken.len().min(20)].join("\n"));
    }
}

fn broken_links(site: &Site) -> Vec<String> {
    let mut broken = Vec::new();
    for (path, page) in &site.pages {
        for link in &page.leads {
            let leads = matches!(&*link.name, "href" | "src" | "action" | "poster") && !is_outside(link);
            if leads && let Err(why) = resolve(path, &link.value, site) {
                broken.push(format!("{path}: {link}: {why}"));
            }
        }
    }
    broken
}

#[test]
fn an_identity_stands_once_on_a_page_and_what_points_to_one_finds_it() {
    for (_, site) in SITES.iter() {
        assert_eq!(confused_ids(site), Vec::<String>::new());
    }
}

/// The ids that stand twice on a page, and what points to one that the page does not have.
fn confused_ids(site: &Site) -> Vec<String> {
    let mut found = Vec::new();
    for (path, page) in &site.pages {
        let mut seen = BTreeSet::new();
        for id in page.ids.iter().filter(|id| !seen.insert(id.as_str())) {
            found.push(format!("{path}: `{id}` stands twice"));
        }
        let lost = |named: &&Attribute| named.value.split_whitespace().any(|id| !seen.contains(id));
        found.extend(page.points.iter().filter(lost).map(|named| format!("{path}: {named} points to nothing")));
    }
    found
}

/// Records of a small site under ids that the theme gives to parts of the pages on which they stand.
#[test]
fn a_record_may_be_called_what_the_theme_calls_a_part_of_its_page() {
    let names = [
        ("lunyovo", "answers"),
        ("srebrolesye", "main"),
        ("verkhnetish", "by-country"),
        ("zhizn", "latest"),
        ("koza", "on-this-page"),
        ("skolko-mostov", "disputed-coders"),
    ];
    let renamed = |text: &str| names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    let files = files_of(&repository().join("tests/sites/velo"));
    let files = files.iter().map(|file| File::new(renamed(&file.path), renamed(&file.text))).collect();
    let site = printed(&collatio::build(&input(files)));
    assert!(site.files.contains_key("countries/answers/index.html"));
    assert_eq!(confused_ids(&site), Vec::<String>::new());
    assert_eq!(broken_links(&site), Vec::<String>::new());
}

#[test]
fn nothing_is_asked_of_another_host_and_nothing_stands_in_a_page_that_its_policy_forbids() {
    for (_, site) in SITES.iter() {
        for (path, page) in &site.pages {
            let policy = page.policy.as_ref().unwrap_or_else(|| panic!("{path} has no policy"));
            assert_eq!(page.forbidden, Vec::<String>::new(), "{path}");
            for link in &page.leads {
                let (tag, name) = (&*link.tag, &*link.name);
                let loads = matches!(name, "src" | "srcset" | "poster" | "data")
                    || (name == "href" && matches!(tag, "link" | "use" | "image"));
                if loads && !(tag == "link" && is_outside(link)) {
                    assert!(!link.value.contains("//") || link.value.starts_with("data:"), "{path}: {link}");
                }
            }
            // The page for missing addresses brings its style and its script along.
            assert!(page.scripts.is_empty() || path.ends_with("404.html"), "{path} has a script of its own");
            let styles = page.styles.iter().map(|style| ("style-src", style));
            let scripts = page.scripts.iter().map(|script| ("script-src", script));
            for (directive, text) in styles.chain(scripts) {
                let named = format!("{directive} 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
                assert!(policy.contains(&named), "{path} has a {directive} that its policy forbids");
                assert!(!text.contains("@import") && !text.contains("://"), "{path} asks for more");
            }
        }
        for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".css")) {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains("@import") && !text.contains("://"), "{path} asks for more");
        }
    }
}

#[test]
fn every_file_name_can_lie_on_a_stick_and_on_windows() {
    let reserved = ["con", "prn", "aux", "nul"];
    for (_, site) in SITES.iter() {
        let mut folded = BTreeSet::new();
        for path in site.files.keys() {
            assert!(path.len() < 200, "{path} is too long");
            assert!(folded.insert(path.to_lowercase()), "{path} differs from another by capitals alone");
            for part in path.split('/') {
                let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_');
                assert!(!part.is_empty() && part.chars().all(safe), "{path}");
                assert!(!part.ends_with('.') && part != ".." && part != ".", "{path}");
                let stem = part.split('.').next().unwrap_or_default();
                assert!(!reserved.contains(&stem), "{path} is a device on Windows");
            }
        }
    }
}

#[test]
fn every_page_says_its_language_its_title_and_where_its_main_part_begins() {
    for (_, site) in SITES.iter() {
        for (path, page) in &site.pages {
            assert!(page.has_doctype, "{path}");
            assert!(page.language.as_ref().is_some_and(|language| !language.is_empty()), "{path} has no language");
            assert!(!page.title.is_empty(), "{path} has no title");
            assert_eq!(page.headings, 1, "{path} has one heading of the first level");
            assert_eq!(page.mains, 1, "{path} has one main part");
        }
    }
}

#[test]
fn what_the_tests_read_of_a_page_is_what_stands_there() {
    let text = "<!-- <a href=\"no\"> --><a class=x href='a&amp;b.html#c' onclick=\"x()\">1 < 2</a><script>\"<i id=no>\"</script>\
                <noscript><a href=d></a></noscript><template><p id=q></p></template><p id=\"p\" headers='p  o'>";
    let read = Read::of(text);
    let written = |list: &[Attribute]| list.iter().map(Attribute::to_string).collect::<Vec<_>>();
    assert_eq!(written(&read.leads), ["<a href=\"a&b.html#c\">", "<a href=\"d\">"]);
    assert_eq!(written(&read.points), ["<p headers=\"p  o\">"]);
    assert_eq!(read.ids, ["q", "p"]);
    assert_eq!(read.scripts, ["\"<i id=no>\""]);
    assert_eq!(read.forbidden, ["<a onclick=\"x()\">"]);
    assert_eq!(join("a/b/index.html", "../c/d.html"), Some("a/c/d.html".to_owned()));
    assert_eq!(join("index.html", "../d.html"), None);
}

/// An address that leaves the site, in a place where leaving is allowed.
fn is_outside(link: &Attribute) -> bool {
    let scheme = ["https:", "http:", "mailto:"].iter().any(|scheme| link.value.starts_with(scheme));
    scheme && matches!(&*link.tag, "a" | "link") || link.value.starts_with("data:")
}

/// Whether a page is the matrix, in whichever language.
fn is_matrix(file: &str) -> bool {
    file.split('/').rev().nth(1) == Some("matrix")
}

fn resolve(path: &str, value: &str, site: &Site) -> Result<(), &'static str> {
    let (file, anchor) = value.split_once('#').map_or((value, None), |(file, anchor)| (file, Some(anchor)));
    if file.starts_with('/') {
        return Err("is absolute");
    }
    let file = if file.is_empty() { Some(path.to_owned()) } else { join(path, file) }.ok_or("leaves the site")?;
    if !site.files.contains_key(&file) {
        return Err("no such file");
    }
    match (anchor, site.pages.get(&file)) {
        // What is chosen in the matrix, for its script: no place on the page.
        (Some(anchor), Some(_)) if anchor.contains('=') && is_matrix(&file) => Ok(()),
        (Some(anchor), Some(page)) if !page.ids.iter().any(|id| id == anchor) => Err("no such anchor"),
        (Some(""), _) => Err("an empty anchor"),
        _ => Ok(()),
    }
}
