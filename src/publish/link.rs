//! Links as they are printed: the one place that decides where a printed link leads, for templates and for prose.
//!
//! What comes in is an address as a view holds it, relative to the page that is printed; what goes out is where it leads
//! in the copy that the page is printed for. What was printed is noted here too, so that nobody reads a finished page to
//! find its links: views name more than templates print.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use tera::Value;

/// What becomes of the links of a page.
#[derive(Clone, Debug)]
pub(super) enum Links {
    /// They lead where the view says: the whole site is there.
    Whole,
    /// Of a copy that has some files only: a link to another file is its words alone.
    Part(Arc<Kept>),
}

/// The files of a copy that has not all.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Their paths from the root of the site.
    pub paths: Arc<BTreeSet<String>>,
    /// What the templates below `depth/` print for its pages of one language, by the way to the root.
    pub depths: Depths,
}

/// What is printed once for many pages.
pub(super) type Depths = RwLock<BTreeMap<String, Value>>;

/// What a page printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    /// The paths of the site to which its links lead.
    pub links: BTreeSet<String>,
    /// The paths of the pictures that it shows.
    pub pictures: BTreeSet<String>,
}

impl Noted {
    fn add(&mut self, other: &Noted) {
        self.links.extend(other.links.iter().cloned());
        self.pictures.extend(other.pictures.iter().cloned());
    }
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Way<'a> {
    /// To this address.
    To(Cow<'a, str>),
    /// To a page that the copy does not have.
    Nowhere,
}

/// The page that is being printed.
struct Printed {
    /// Its path from the root of the site, the folder of its language included.
    path: String,
    links: Links,
    noted: Noted,
    /// What each prose holds of which the views were made: it counts when a template prints it.
    prose: BTreeMap<String, Noted>,
    /// What the prose holds that is being made.
    made: Noted,
}

thread_local! {
    /// A page is printed by one thread, and filters of a template engine know nothing of the page.
    static PRINTED: RefCell<Option<Printed>> = const { RefCell::new(None) };
}

/// Prints a page, whose path from the root of the site is `path`, with its links as `links` says.
pub(super) fn on_page<T>(path: String, links: Links, print: impl FnOnce() -> T) -> (T, Noted) {
    let printed = Printed { path, links, noted: Noted::default(), prose: BTreeMap::new(), made: Noted::default() };
    let before = PRINTED.replace(Some(printed));
    let done = print();
    let noted = PRINTED.replace(before).map(|printed| printed.noted).unwrap_or_default();
    (done, noted)
}

/// What is printed once for all pages of the copy, so far; `None`: the page is one of the whole site, and no links are
/// noted. Where they are, each page prints all for itself, so that none is missed.
pub(super) fn depths() -> Option<Arc<Kept>> {
    PRINTED.with_borrow(|printed| match &printed.as_ref()?.links {
        Links::Whole => Some(Arc::default()),
        Links::Part(kept) => Some(kept.clone()),
    })
}

/// Where a link of a template leads, which is printed now.
pub(super) fn way(href: &str) -> Way<'_> {
    way_noted(href, |page| &mut page.noted)
}

/// Where a link of a prose leads, which is made now and printed later.
pub(super) fn way_in_prose(href: &str) -> Way<'_> {
    way_noted(href, |page| &mut page.made)
}

fn way_noted(href: &str, noted: impl Fn(&mut Printed) -> &mut Noted) -> Way<'_> {
    PRINTED.with_borrow_mut(|printed| {
        let Some(page) = printed else { return Way::To(href.into()) };
        let Some(path) = target(&page.path, href) else { return Way::To(href.into()) };
        let way = page.links.way(&path, href);
        noted(page).links.insert(path);
        way
    })
}

/// Whether a link leads anywhere.
pub(super) fn leads(href: &str) -> bool {
    PRINTED.with_borrow(|printed| {
        let way = printed.as_ref().and_then(|page| Some(page.links.way(&target(&page.path, href)?, href)));
        !href.is_empty() && way != Some(Way::Nowhere)
    })
}

/// Notes a picture of the prose that is made now.
pub(super) fn picture(src: &str) {
    PRINTED.with_borrow_mut(|printed| {
        if let Some(page) = printed
            && let Some(path) = target(&page.path, src)
        {
            page.made.pictures.insert(path);
        }
    });
}

/// Notes that `html` is all of the prose that was made since the last one.
pub(super) fn prose_made(html: &str) {
    PRINTED.with_borrow_mut(|printed| {
        if let Some(page) = printed {
            let made = std::mem::take(&mut page.made);
            if !made.links.is_empty() || !made.pictures.is_empty() {
                page.prose.insert(html.to_owned(), made);
            }
        }
    });
}

/// Notes that a template prints this HTML: that of a prose, or its own.
pub(super) fn prose_printed(html: &str) {
    PRINTED.with_borrow_mut(|printed| {
        if let Some(page) = printed
            && let Some(made) = page.prose.remove(html)
        {
            page.noted.add(&made);
        }
    });
}

impl Links {
    /// The way to the file at `path`, to which `href` leads in the whole site.
    fn way<'a>(&self, path: &str, href: &'a str) -> Way<'a> {
        match self {
            Links::Part(kept) if !kept.paths.contains(path) => Way::Nowhere,
            Links::Whole | Links::Part(_) => Way::To(href.into()),
        }
    }
}

/// The path of the file to which a link on the page at `from` leads. `None`: it leads out of the site, or to a place on
/// the same page.
fn target(from: &str, href: &str) -> Option<String> {
    let way = href.split(['#', '?']).next().unwrap_or_default();
    let before_slash = way.split('/').next().unwrap_or_default();
    if way.is_empty() || way.starts_with('/') || before_slash.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in way.split('/') {
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
        let (ways, noted) = on_page("a/index.html".to_owned(), part, || {
            ["../x.html#y", "b.html#z", "#z", "https://example.org/"].map(|href| (leads(href), way(href)))
        });
        let leading = ways.map(|(leads, way)| (leads, way != Way::Nowhere));
        assert_eq!(leading, [(false, false), (true, true), (true, true), (true, true)]);
        assert_eq!(noted.links.into_iter().collect::<Vec<_>>(), ["a/b.html", "x.html"]);
        assert!(leads("../x.html"), "of no page all is there");
    }

    #[test]
    fn what_a_prose_links_to_counts_when_it_is_printed() {
        let ((), noted) = on_page("a.html".to_owned(), Links::Whole, || {
            for (href, html) in [("b.html", "<p>b</p>"), ("c.html", "<p>c</p>")] {
                way_in_prose(href);
                prose_made(html);
            }
            prose_printed("<p>c</p>");
            prose_printed("<p>other</p>");
        });
        assert_eq!(noted.links.into_iter().collect::<Vec<_>>(), ["c.html"]);
    }
}
