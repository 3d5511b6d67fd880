//! Decides where printed links lead; the one place for templates and prose.
//!
//! What comes in is an address from a view, relative to the page that is printed; what goes out is the address in the
//! copy for which the page is printed. Printed links are also recorded here, because views contain more links than
//! templates print, and finished HTML is never parsed again.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use tera::Value;

/// How the links of a page are treated.
#[derive(Clone, Debug)]
pub(super) enum Links {
    /// Unchanged: the whole site is there.
    Whole,
    /// For a copy with some of the files: links to other files become plain text.
    Part(Arc<Kept>),
    /// For a single file that holds several pages: links become anchors within it.
    OneFile(Chapter),
}

/// The files of a partial copy.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Their paths from the root of the site.
    pub paths: Arc<BTreeSet<String>>,
    /// Cached output of the templates below `depth/` for its pages in one language, by the relative path to the root and
    /// the door.
    pub depths: Depths,
}

/// A page as a chapter of a single file.
#[derive(Clone, Debug)]
pub(super) struct Chapter {
    /// The id of the chapter; it prefixes all ids on the page.
    pub id: String,
    /// The folder of pages, with that of its language, that this chapter mentions: links to them lead to the place
    /// where it does.
    pub names: Option<String>,
    pub book: Arc<Book>,
}

/// The index of a single file.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// Ids of the chapters, by the paths of their pages.
    pub chapters: BTreeMap<String, String>,
    /// Ids of the places where chapters mention other pages, by the paths of these pages.
    pub places: BTreeMap<String, String>,
    /// Pictures as `data:` URLs, by their paths.
    pub pictures: BTreeMap<String, String>,
}

impl Chapter {
    /// The prefix of the ids on the page.
    pub(super) fn scope(&self) -> String {
        format!("{}--", self.id)
    }
}

/// Cached output of templates that many pages share, by the relative path to the root and the door.
pub(super) type Depths = RwLock<BTreeMap<(String, &'static str), Value>>;

/// What was printed on a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    /// Paths of the site to which links from templates lead.
    pub links: BTreeSet<String>,
    /// Paths of the site to which links from prose lead.
    pub links_of_prose: BTreeSet<String>,
    /// Paths of the pictures shown.
    pub pictures: BTreeSet<String>,
}

impl Noted {
    fn add_prose(&mut self, other: &Noted) {
        self.links_of_prose.extend(other.links_of_prose.iter().cloned());
        self.pictures.extend(other.pictures.iter().cloned());
    }
}

/// The outcome for a link.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome<'a> {
    /// A link to this address.
    To(Cow<'a, str>),
    /// No link: this is itself the place, with this id, to which other links lead.
    Place(Cow<'a, str>),
    /// No link: the copy does not have the page.
    Nowhere,
}

/// The state of the page that is being printed.
struct Printed {
    /// Its path from the root of the site, including the folder of its language.
    path: String,
    links: Links,
    noted: Noted,
    /// Links and pictures of each prose of the views, by its HTML; they count only when a template prints that HTML.
    prose: BTreeMap<String, Noted>,
    /// Links and pictures of the prose that is being converted.
    made: Noted,
    /// Pages already mentioned by a chapter: only the first mention becomes the place.
    placed: BTreeSet<String>,
}

thread_local! {
    /// A page is printed by one thread; thread-local, because filters of the template engine have no access to the
    /// page.
    static PRINTED: RefCell<Option<Printed>> = const { RefCell::new(None) };
}

/// Prints a page with the links policy `links`; `path` is its path from the root of the site. Returns what was printed.
pub(super) fn on_page<T>(path: String, links: Links, print: impl FnOnce() -> T) -> (T, Noted) {
    let (noted, made) = Default::default();
    let printed = Printed { path, links, noted, prose: BTreeMap::new(), made, placed: BTreeSet::new() };
    let before = PRINTED.replace(Some(printed));
    let done = print();
    let noted = PRINTED.replace(before).map(|printed| printed.noted).unwrap_or_default();
    (done, noted)
}

/// The cache of shared output for the copy that is printed; `None` for a page of the whole site, where no links are
/// recorded. Where links are recorded but the copy is whole, the cache is empty, so that each page prints all its
/// links.
pub(super) fn depths() -> Option<Arc<Kept>> {
    PRINTED.with_borrow(|printed| match &printed.as_ref()?.links {
        Links::Whole | Links::OneFile(_) => Some(Arc::default()),
        Links::Part(kept) => Some(kept.clone()),
    })
}

/// The outcome for a link that a template prints now.
pub(super) fn outcome(href: &str) -> Outcome<'_> {
    PRINTED.with_borrow_mut(|printed| {
        let Some(page) = printed else { return Outcome::To(href.into()) };
        let target = target(&page.path, href);
        let outcome = page.links.outcome(target.as_deref(), href);
        let Some(path) = target else { return outcome };
        page.noted.links.insert(path.clone());
        match (outcome, &page.links) {
            (Outcome::To(to), Links::OneFile(chapter)) if chapter.is_named(&path) && page.placed.insert(path) => {
                Outcome::Place(to.trim_start_matches('#').to_owned().into())
            }
            (outcome, _) => outcome,
        }
    })
}

/// The outcome for a link in prose, which is converted now and printed later.
pub(super) fn outcome_in_prose(href: &str) -> Outcome<'_> {
    PRINTED.with_borrow_mut(|printed| {
        let Some(page) = printed else { return Outcome::To(href.into()) };
        let target = target(&page.path, href);
        let outcome = page.links.outcome(target.as_deref(), href);
        page.made.links_of_prose.extend(target);
        outcome
    })
}

/// Whether a link leads anywhere in this copy.
pub(super) fn leads(href: &str) -> bool {
    !href.is_empty()
        && PRINTED.with_borrow(|printed| {
            let Some(page) = printed else { return true };
            page.links.outcome(target(&page.path, href).as_deref(), href) != Outcome::Nowhere
        })
}

/// The prefix of the ids on the page, if it is a chapter.
pub(super) fn scope() -> Option<String> {
    PRINTED.with_borrow(|printed| match &printed.as_ref()?.links {
        Links::OneFile(chapter) => Some(chapter.scope()),
        Links::Whole | Links::Part(_) => None,
    })
}

/// The address of a picture in the prose that is converted now.
pub(super) fn picture(src: &str) -> Cow<'_, str> {
    PRINTED.with_borrow_mut(|printed| {
        let Some(page) = printed else { return src.into() };
        let Some(path) = target(&page.path, src) else { return src.into() };
        let held = match &page.links {
            Links::OneFile(chapter) => chapter.book.pictures.get(&path).cloned(),
            Links::Whole | Links::Part(_) => None,
        };
        page.made.pictures.insert(path);
        held.map_or(src.into(), Cow::from)
    })
}

/// Records that `html` is the prose converted since the last call.
pub(super) fn prose_made(html: &str) {
    PRINTED.with_borrow_mut(|printed| {
        if let Some(page) = printed {
            let made = std::mem::take(&mut page.made);
            if !made.links_of_prose.is_empty() || !made.pictures.is_empty() {
                page.prose.insert(html.to_owned(), made);
            }
        }
    });
}

/// Records that a template prints this HTML, which may be that of a prose.
pub(super) fn prose_printed(html: &str) {
    PRINTED.with_borrow_mut(|printed| {
        if let Some(page) = printed
            && let Some(made) = page.prose.remove(html)
        {
            page.noted.add_prose(&made);
        }
    });
}

impl Links {
    /// The outcome for `href`, which leads to the site's file at `path`; without a path it leads to an anchor of the
    /// same page or out of the site.
    fn outcome<'a>(&self, path: Option<&str>, href: &'a str) -> Outcome<'a> {
        match (self, path) {
            (Links::Part(kept), Some(path)) if !kept.paths.contains(path) => Outcome::Nowhere,
            (Links::OneFile(chapter), path) => chapter.outcome(path, href),
            (Links::Whole | Links::Part(_), _) => Outcome::To(href.into()),
        }
    }
}

impl Chapter {
    fn outcome<'a>(&self, path: Option<&str>, href: &'a str) -> Outcome<'a> {
        let (file, anchor) = href.split_once('#').map_or((href, None), |(file, anchor)| (file, Some(anchor)));
        let within = |id: &str| match anchor {
            // Fragments with `=` are settings of a page's script and not anchors.
            Some(anchor) if !anchor.contains('=') => Outcome::To(format!("#{id}--{anchor}").into()),
            _ => Outcome::To(format!("#{id}").into()),
        };
        let Some(path) = path else {
            return if file.is_empty() { within(&self.id) } else { Outcome::To(href.into()) };
        };
        if let Some(id) = self.book.chapters.get(path) {
            return within(id);
        }
        self.book.places.get(path).map_or(Outcome::Nowhere, |place| Outcome::To(format!("#{place}").into()))
    }

    /// Whether links to the page at `path` lead to a place in this chapter.
    fn is_named(&self, path: &str) -> bool {
        self.book.places.contains_key(path) && self.names.as_ref().is_some_and(|names| path.starts_with(names))
    }
}

/// The path of the file to which a link on the page at `from` leads. `None` if it leads out of the site, or to an
/// anchor of the same page.
fn target(from: &str, href: &str) -> Option<String> {
    let file = href.split(['#', '?']).next().unwrap_or_default();
    let before_slash = file.split('/').next().unwrap_or_default();
    if file.is_empty() || file.starts_with('/') || before_slash.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_from_its_page_to_a_file() {
        let to = |from, href| target(from, href).unwrap_or_default();
        assert_eq!(to("a/b/c.html", "../d.html#x"), "a/d.html");
        assert_eq!(to("index.html", "a/index.html"), "a/index.html");
        assert_eq!(to("a/b.html", "../"), "index.html");
        for out in ["#x", "https://example.org/", "mailto:a@example.org", "//example.org/x", "/x", "data:,"] {
            assert_eq!(target("a/b.html", out), None, "{out}");
        }
    }

    #[test]
    fn a_link_out_of_a_part_leads_nowhere_and_others_stay() {
        let paths: BTreeSet<String> = ["a/index.html", "a/b.html"].map(str::to_owned).into();
        let part = Links::Part(Arc::new(Kept { paths: paths.into(), ..Kept::default() }));
        let (outcomes, noted) = on_page("a/index.html".to_owned(), part, || {
            ["../x.html#y", "b.html#z", "#z", "https://example.org/"].map(|href| (leads(href), outcome(href)))
        });
        let leading = outcomes.map(|(leads, outcome)| (leads, outcome != Outcome::Nowhere));
        assert_eq!(leading, [(false, false), (true, true), (true, true), (true, true)]);
        assert_eq!(noted.links.into_iter().collect::<Vec<_>>(), ["a/b.html", "x.html"]);
        assert!(leads("../x.html"), "of no page all is there");
    }

    #[test]
    fn what_a_prose_links_to_counts_when_it_is_printed() {
        let ((), noted) = on_page("a.html".to_owned(), Links::Whole, || {
            for (href, html) in [("b.html", "<p>b</p>"), ("c.html", "<p>c</p>")] {
                outcome_in_prose(href);
                prose_made(html);
            }
            prose_printed("<p>c</p>");
            prose_printed("<p>other</p>");
        });
        assert_eq!(noted.links_of_prose.into_iter().collect::<Vec<_>>(), ["c.html"]);
    }

    #[test]
    fn links_of_a_chapter_lead_on_within_the_file() {
        let pairs =
            |list: &[(&str, &str)]| list.iter().map(|(path, id)| ((*path).to_owned(), (*id).to_owned())).collect();
        let book = Book {
            chapters: pairs(&[("a/index.html", "a"), ("list.html", "list")]),
            places: pairs(&[("b/x.html", "place-b-x")]),
            ..Book::default()
        };
        let book = Arc::new(book);
        let outcomes = |id: &str, names: Option<&str>, list: [&'static str; 7]| {
            let chapter = Chapter { id: id.to_owned(), names: names.map(str::to_owned), book: book.clone() };
            on_page("a/index.html".to_owned(), Links::OneFile(chapter), || list.map(outcome)).0
        };
        let to = |href: &'static str| Outcome::To(href.into());
        let hrefs = [
            "#x",
            "../list.html",
            "../list.html#y",
            "../list.html#c=y",
            "../b/x.html#z",
            "../c.html",
            "https://example.org/",
        ];
        assert_eq!(
            outcomes("a", None, hrefs),
            [to("#a--x"), to("#list"), to("#list--y"), to("#list"), to("#place-b-x"), Outcome::Nowhere, to(hrefs[6])]
        );
        let named = outcomes("list", Some("b/"), ["../b/x.html"; 7]);
        assert_eq!(named[0], Outcome::Place("place-b-x".into()));
        assert!(named[1..].iter().all(|outcome| *outcome == to("#place-b-x")));
    }
}
