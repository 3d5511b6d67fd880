//! The built sites as files: every link leads somewhere, every name can lie on any disk, nothing is asked of other hosts,
//! and nothing stands in a page that its policy forbids.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use collatio::text::File;
use sha2::{Digest as _, Sha256};

use crate::shipped::{files_of, input, repository};

type Site = BTreeMap<String, Vec<u8>>;

/// The shipped content and the small sites, each printed once.
static SITES: LazyLock<Vec<(&str, Site)>> =
    LazyLock::new(|| ["", "tests/sites/velo", "tests/sites/bare"].map(|root| (root, site(root))).into());

fn site(root: &str) -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    printed(&collatio::disk::read(&root).expect("the site can be read"))
}

fn printed(input: &collatio::Input) -> Site {
    let renderer = collatio::build(input).renderer.expect("the theme can be read");
    let mut files = Site::new();
    let mut begun = false;
    let found = renderer.print(&mut |mut output| {
        assert!(begun == files.contains_key(&output.path), "{} is written twice", output.path);
        begun = output.goes_on;
        files.entry(output.path).or_default().append(&mut output.bytes);
        Ok::<(), ()>(())
    });
    assert!(found.is_ok_and(|found| found.is_empty()), "the templates print without a fault");
    assert!(files.len() > 20, "there is a site");
    files
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
    let anchors: BTreeMap<&str, BTreeSet<String>> = html(site).map(|(path, text)| (path, ids(text))).collect();
    for (path, text) in html(site) {
        for (tag, name, value) in attributes(text) {
            let leads = matches!(name, "href" | "src" | "action" | "poster") && !is_outside(tag, &value);
            if leads && let Err(why) = resolve(path, &value, site, &anchors) {
                broken.push(format!("{path}: <{tag} {name}=\"{value}\">: {why}"));
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
    for (path, text) in html(site) {
        let mut seen = BTreeSet::new();
        for (_, _, id) in attributes(text).filter(|(_, name, _)| *name == "id") {
            if !seen.insert(id.clone()) {
                found.push(format!("{path}: `{id}` stands twice"));
            }
        }
        for (tag, name, value) in attributes(text) {
            if matches!(name, "for" | "aria-labelledby" | "aria-describedby" | "aria-controls" | "headers")
                && value.split_whitespace().any(|id| !seen.contains(id))
            {
                found.push(format!("{path}: <{tag} {name}=\"{value}\"> points to nothing"));
            }
        }
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
    let site = printed(&input(files));
    assert!(site.contains_key("countries/answers/index.html"));
    assert_eq!(confused_ids(&site), Vec::<String>::new());
    assert_eq!(broken_links(&site), Vec::<String>::new());
}

#[test]
fn nothing_is_asked_of_another_host_and_nothing_stands_in_a_page_that_its_policy_forbids() {
    for (_, site) in SITES.iter() {
        for (path, text) in html(site) {
            let (_, policy) = text
                .split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .unwrap_or_else(|| panic!("{path} has no policy"));
            let policy = policy.split('"').next().unwrap_or_default();
            for (tag, name, value) in attributes(text) {
                let here = format!("{path}: <{tag} {name}=\"{value}\">");
                assert_ne!(name, "style", "{here}");
                assert!(!name.starts_with("on"), "{here}");
                assert!(!value.trim_start().to_lowercase().starts_with("javascript:"), "{here}");
                let loads = matches!(name, "src" | "srcset" | "poster" | "data")
                    || (name == "href" && matches!(tag, "link" | "use" | "image"));
                if loads && !(tag == "link" && is_outside(tag, &value)) {
                    assert!(!value.contains("//") || value.starts_with("data:"), "{here}");
                }
            }
            for script in text.split("<script").skip(1) {
                let head = script.split('>').next().unwrap_or_default();
                assert!(head.contains("src=") || head.contains("application/ld+json"), "{path}: <script{head}>");
            }
            // The page for missing addresses brings its style along.
            for style in text.split("<style").skip(1) {
                let words = style.split_once('>').and_then(|(_, rest)| rest.split_once("</style>"));
                let (words, _) = words.unwrap_or_else(|| panic!("{path} has a style without an end"));
                let named = format!("style-src 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(words)));
                assert!(policy.contains(&named), "{path} has a style that its policy forbids");
                assert!(!words.contains("@import") && !words.contains("://"), "{path} asks for more");
            }
        }
        for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".css")) {
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
        for path in site.keys() {
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
        for (path, text) in html(site) {
            assert!(text.trim_start().to_lowercase().starts_with("<!doctype html>"), "{path}");
            let language =
                attributes(text).any(|(tag, name, value)| tag == "html" && name == "lang" && !value.is_empty());
            assert!(language, "{path} has no language");
            let title = text.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            assert!(!title.trim().is_empty(), "{path} has no title");
            assert_eq!(text.matches("<h1").count(), 1, "{path} has one heading of the first level");
            assert_eq!(text.matches("<main").count(), 1, "{path} has one main part");
        }
    }
}

#[test]
fn what_the_tests_read_of_a_page_is_what_stands_there() {
    let text = "<!-- <a href=\"no\"> --><a class=x href='a&amp;b.html#c' disabled>1 < 2</a><script>\"<i id=no>\"</script><p id=\"p\">";
    let found: Vec<_> = attributes(text).collect();
    let expected = [("a", "class", "x"), ("a", "href", "a&b.html#c"), ("a", "disabled", ""), ("p", "id", "p")];
    assert_eq!(found, expected.map(|(tag, name, value)| (tag, name, value.to_owned())));
    assert_eq!(join("a/b/index.html", "../c/d.html"), Some("a/c/d.html".to_owned()));
    assert_eq!(join("index.html", "../d.html"), None);
}

fn html(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    site.iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

fn ids(text: &str) -> BTreeSet<String> {
    attributes(text).filter(|(_, name, _)| *name == "id").map(|(_, _, value)| value).collect()
}

/// An address that leaves the site, in a place where leaving is allowed.
fn is_outside(tag: &str, value: &str) -> bool {
    let scheme = ["https:", "http:", "mailto:"].iter().any(|scheme| value.starts_with(scheme));
    scheme && matches!(tag, "a" | "link") || value.starts_with("data:")
}

/// Whether a page is the matrix, in whichever language.
fn is_matrix(file: &str) -> bool {
    file.split('/').rev().nth(1) == Some("matrix")
}

fn resolve(
    path: &str,
    value: &str,
    site: &Site,
    anchors: &BTreeMap<&str, BTreeSet<String>>,
) -> Result<(), &'static str> {
    let (file, anchor) = value.split_once('#').map_or((value, None), |(file, anchor)| (file, Some(anchor)));
    if file.starts_with('/') {
        return Err("is absolute");
    }
    let file = if file.is_empty() { Some(path.to_owned()) } else { join(path, file) }.ok_or("leaves the site")?;
    if !site.contains_key(&file) {
        return Err("no such file");
    }
    match (anchor, anchors.get(file.as_str())) {
        // What is chosen in the matrix, for its script: no place on the page.
        (Some(anchor), Some(_)) if anchor.contains('=') && is_matrix(&file) => Ok(()),
        (Some(anchor), Some(ids)) if !ids.contains(anchor) => Err("no such anchor"),
        (Some(""), _) => Err("an empty anchor"),
        _ => Ok(()),
    }
}

/// The path to which a relative address leads from the page at `path`.
fn join(path: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The attributes of every tag: tag, name, value with its entities read. Comments and the inside of scripts are not tags.
fn attributes(text: &str) -> impl Iterator<Item = (&str, &str, String)> {
    let mut rest = text;
    let mut tag = "";
    std::iter::from_fn(move || {
        loop {
            if tag.is_empty() {
                let at = rest.find('<')?;
                rest = &rest[at + 1..];
                if let Some(comment) = rest.strip_prefix("!--") {
                    rest = comment.split_once("-->").map_or("", |(_, after)| after);
                } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(rest.len());
                    (tag, rest) = rest.split_at(end);
                }
                continue;
            }
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if let Some(after) = rest.strip_prefix('>') {
                rest =
                    if tag == "script" { after.split_once("</script>").map_or("", |(_, after)| after) } else { after };
                tag = "";
                continue;
            }
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))?;
            let (name, after) = rest.split_at(end);
            let Some(value) = after.strip_prefix('=') else {
                rest = after;
                return Some((tag, name, String::new()));
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, after) = match quote {
                Some(quote) => value[1..].split_once(quote)?,
                None => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>')?),
            };
            rest = after;
            return Some((tag, name, entities(value)));
        }
    })
}

fn entities(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
