//! Where pages are. A path names its file, is lower case and safe on every file system, and says what it holds.

use std::sync::Arc;

use crate::law::{Corpus, Day, Kind, Thing};

/// Where a page is: its path, its kind, its record, its day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Path from the root of the site: `countries/xr/index.html`.
    pub path: Arc<str>,
    /// The kind of page, as `view::Page::kind`.
    pub kind: &'static str,
    /// The identity of its record, or nothing.
    pub(super) id: Arc<str>,
    /// The day, where it is not the main view.
    pub(super) on: Option<Day>,
}

impl Address {
    pub(super) fn new(kind: &'static str, id: &str, path: impl Into<Arc<str>>) -> Address {
        Address { path: path.into(), kind, id: id.into(), on: None }
    }

    /// The same view on a day: it lies beside the main view, so that the same relative links lead on.
    pub(super) fn on_day(&self, day: Day) -> Address {
        Address { path: day_path(&self.path, day).into(), on: Some(day), ..self.clone() }
    }

    /// Whether people look for the page: for none that only leads on, says that there is no such page, or says nothing.
    pub fn is_sought(&self) -> bool {
        !matches!(self.kind, "moved" | "not-found" | BLANK)
    }

    /// The day that the address names, if it is not a main view.
    pub fn day(&self) -> Option<Day> {
        self.on
    }
}

/// `countries/xr/index.html` becomes `countries/xr/on-2004-10-05.html`; `matrix/by-country.html` becomes
/// `matrix/by-country-on-2004-10-05.html`.
pub(super) fn day_path(path: &str, day: Day) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) => format!("{folder}on-{day}.html"),
        None => format!("{}-on-{day}.html", path.strip_suffix(".html").unwrap_or(path)),
    }
}

/// The main path and the day that a path on a day names.
pub(super) fn split_day(path: &str) -> Option<(String, Day)> {
    let (start, day) = path.strip_suffix(".html")?.rsplit_once("on-")?;
    let (start, day) = (start, Day::parse(day)?);
    match start.strip_suffix('-') {
        Some(page) => Some((format!("{page}.html"), day)),
        None => Some((format!("{start}index.html"), day)),
    }
}

/// The path of a record's page, and the anchor on it where the record has no page of its own.
pub(super) fn of_record(kind: Kind, id: &str) -> (String, Option<String>) {
    let (country, rest) = id.split_once('/').unwrap_or((id, ""));
    match kind {
        Kind::Country => (["countries/", id, "/index.html"].concat(), None),
        Kind::Instrument => (["instruments/", id, ".html"].concat(), None),
        Kind::Law => (["countries/", country, "/laws/", rest, "/index.html"].concat(), None),
        Kind::Provision => (["countries/", country, "/laws/", rest, ".html"].concat(), None),
        Kind::Offence => (["countries/", country, "/index.html"].concat(), Some(format!("offence-{rest}"))),
        Kind::Amendment => (["countries/", country, "/amendments/", rest, ".html"].concat(), None),
        Kind::Topic => (["topics/", id, ".html"].concat(), None),
        Kind::Section => ("matrix/index.html".to_owned(), Some(id.to_owned())),
        Kind::Question => (["questions/", id, ".html"].concat(), None),
        Kind::Source => (["sources/", id, ".html"].concat(), None),
        Kind::Term => ("glossary/index.html".to_owned(), Some(id.to_owned())),
        Kind::Conflict => ("disagreements/index.html".to_owned(), Some(id.to_owned())),
        Kind::Page if id == "index" => ("index.html".to_owned(), None),
        Kind::Page if id == "about" => ("about/index.html".to_owned(), None),
        Kind::Page => (format!("pages/{id}.html"), None),
        Kind::Module => (format!("modules/{id}.html"), None),
    }
}

/// The path and the anchor of a place that refers to something, as `law::walk` names it: on an instrument's page the
/// anchor is a country, not an article.
pub(super) fn of_origin(thing: &Thing) -> (String, Option<String>) {
    match (thing.kind, &thing.anchor) {
        (Kind::Instrument, Some(country)) => (of_record(thing.kind, &thing.id).0, Some(country.to_string())),
        _ => of_thing(thing),
    }
}

/// The path and the anchor to which a reference leads.
pub(super) fn of_thing(thing: &Thing) -> (String, Option<String>) {
    let (path, anchor) = of_record(thing.kind, &thing.id);
    let named = thing.anchor.as_ref().map(|anchor| match thing.kind {
        Kind::Instrument => article_anchor(anchor),
        Kind::Amendment => format!("element-{anchor}"),
        Kind::Module => part_anchor(anchor),
        _ => anchor.to_string(),
    });
    (path, named.or(anchor))
}

/// The anchor of an instrument's article on its page.
pub(super) fn article_anchor(key: &str) -> String {
    format!("article-{key}")
}

/// The anchor of a module's handout or exercise on its page.
pub(super) fn part_anchor(id: &str) -> String {
    format!("part-{id}")
}

/// The page of a module's handout by itself.
pub(super) fn handout(module: &str, id: &str) -> String {
    format!("modules/{module}/{id}.html")
}

/// The page of two countries side by side, in the order of the columns.
pub(super) fn pair(first: &str, second: &str) -> String {
    format!("compare/{first}/{second}.html")
}

/// The page of a section of the codebook by itself. In the matrix the section is an anchor.
pub(super) fn section(id: &str) -> String {
    format!("sections/{id}.html")
}

/// The pages that every site has: message key and path, in the order of the navigation.
pub(super) const FRAME: &[(&str, &str)] = &[
    ("home", "index.html"),
    ("countries", "countries/index.html"),
    ("matrix", "matrix/index.html"),
    ("comparisons", "compare/index.html"),
    ("sheet", "sheet/index.html"),
    ("treaties", "treaties/index.html"),
    ("instruments", "instruments/index.html"),
    ("laws", "laws/index.html"),
    ("amendments", "amendments/index.html"),
    ("timeline", "timeline/index.html"),
    ("changes", "changes/index.html"),
    ("topics", "topics/index.html"),
    ("modules", "modules/index.html"),
    ("questions", "questions/index.html"),
    ("disagreements", "disagreements/index.html"),
    ("unresearched", "unresearched/index.html"),
    ("sources", "sources/index.html"),
    ("glossary", "glossary/index.html"),
    ("data", "data/index.html"),
    ("about", "about/index.html"),
    (SEARCH, "search/index.html"),
];

/// The page on which the site is searched, and which lists all of its pages.
pub(super) const SEARCH: &str = "search";

/// The page that says nothing, to which the way out leads. It is no part of the site: nothing leads back from it, and
/// nobody finds it by searching.
pub const BLANK: &str = "blank";

/// Where it lies.
pub(super) const BLANK_PATH: &str = "blank.html";

/// The handbook of one country, meant for paper.
pub(super) const HANDBOOK_OF: &str = "handbook-country";

/// The handbook of all that is compared, meant for paper.
pub(super) const HANDBOOK: &str = "handbook-all";

/// The path of a country's handbook.
pub(super) fn handbook_of(country: &str) -> String {
    format!("countries/{country}/handbook.html")
}

/// The path of the handbook of all.
pub(super) const HANDBOOK_PATH: &str = "countries/handbook.html";

/// The page that lists what there is of one country, where the list of all pages would be too long.
pub(super) const SEARCH_LIST: &str = "search-list";

/// The path of that page.
pub(super) fn search_list(country: &str) -> String {
    format!("search/of-{country}.html")
}

/// The path of a page that every site has.
pub(super) fn frame(kind: &str) -> &'static str {
    FRAME.iter().find(|(key, _)| *key == kind).map_or("index.html", |(_, path)| path)
}

/// The addresses of all main views, in the order in which they are printed.
pub(super) fn main_views(corpus: &Corpus) -> Vec<Address> {
    let mut list: Vec<Address> = FRAME.iter().map(|(kind, path)| Address::new(kind, "", *path)).collect();
    list.push(Address::new("matrix-transposed", "", "matrix/by-country.html"));
    list.extend(corpus.sections.iter().map(|s| Address::new("section", s.id.as_str(), section(s.id.as_str()))));
    for (first, second) in super::group::pairs(corpus) {
        let path = pair(first.as_str(), second.as_str());
        list.push(Address::new("pair", &format!("{first}/{second}"), path));
    }
    let mut add = |kind: &'static str, of: Kind, id: &str| list.push(Address::new(kind, id, of_record(of, id).0));
    corpus.countries.iter().for_each(|c| add("country", Kind::Country, c.id.as_str()));
    corpus.instruments.iter().for_each(|i| add("instrument", Kind::Instrument, i.id.as_str()));
    corpus.laws.iter().for_each(|l| add("law", Kind::Law, l.id.as_str()));
    corpus.provisions.iter().for_each(|p| add("provision", Kind::Provision, p.id.as_str()));
    corpus.amendments.iter().for_each(|a| add("amendment", Kind::Amendment, a.id.as_str()));
    corpus.topics.iter().for_each(|t| add("topic", Kind::Topic, t.id.as_str()));
    corpus.questions.iter().for_each(|q| add("question", Kind::Question, q.id.as_str()));
    corpus.sources.iter().for_each(|s| add("source", Kind::Source, s.id.as_str()));
    corpus.pages.iter().filter(|p| p.id.as_str() != "about").for_each(|p| add("page", Kind::Page, p.id.as_str()));
    for module in corpus.modules.iter() {
        let id = module.id.as_str();
        list.push(Address::new("module", id, of_record(Kind::Module, id).0));
        let sheet = |part: &str| Address::new("handout", &format!("{id}/{part}"), handout(id, part));
        list.extend(module.handouts.iter().map(|h| sheet(&h.id.value)));
    }
    if list.len() > super::listing::MOST_ON_ONE_PAGE {
        let countries = corpus.countries.iter().map(|c| c.id.as_str());
        list.extend(countries.map(|id| Address::new(SEARCH_LIST, id, search_list(id))));
    }
    list.extend(corpus.columns.iter().map(|c| Address::new(HANDBOOK_OF, c.as_str(), handbook_of(c.as_str()))));
    if !corpus.columns.is_empty() {
        list.push(Address::new(HANDBOOK, "", HANDBOOK_PATH));
    }
    list.push(Address::new("not-found", "", "404.html"));
    let safety = &corpus.settings.safety;
    if safety.at.is_some() && safety.target.is_none() {
        list.push(Address::new(BLANK, "", BLANK_PATH));
    }
    for ((kind, old), new) in &corpus.aliases {
        let (path, anchor) = of_record(*kind, old);
        if anchor.is_none() {
            list.push(Address::new("moved", &format!("{}:{new}", kind.word()), path));
        }
    }
    list
}

/// `../../` as often as `path` is deep.
pub(super) fn root_of(path: &str) -> String {
    "../".repeat(folders(path))
}

/// How many folders a path goes down.
fn folders(path: &str) -> usize {
    path.bytes().filter(|byte| *byte == b'/').count()
}

/// An address outside the site, if it is one that a page may lead to: `https:`, `http:` or `mailto:`.
pub(super) fn web(url: &str) -> Option<String> {
    let lower = url.trim().to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    known.then(|| url.trim().to_owned())
}

/// The shortest relative link from the page at `from` to the file at `to`.
pub(super) fn relative(from: &str, to: &str, anchor: Option<&str>) -> String {
    let mut out = String::with_capacity(to.len() + 16);
    if from != to || anchor.is_none() {
        let shared = shared_folders(from, to);
        for _ in 0..folders(&from[shared..]) {
            out.push_str("../");
        }
        out.push_str(&to[shared..]);
    }
    if let Some(anchor) = anchor {
        out.push('#');
        out.push_str(anchor);
    }
    out
}

/// Length of the folders, with their `/`, that two paths share.
fn shared_folders(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    a.as_bytes()[..same].iter().rposition(|c| *c == b'/').map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_their_file() {
        let link = |from, to| relative(from, to, None);
        assert_eq!(link("countries/xr/index.html", "countries/xr/laws/code/128.html"), "laws/code/128.html");
        assert_eq!(link("countries/xr/laws/code/128.html", "countries/xs/index.html"), "../../../xs/index.html");
        assert_eq!(link("index.html", "matrix/index.html"), "matrix/index.html");
        assert_eq!(relative("a/b.html", "a/b.html", Some("x")), "#x");
        assert_eq!(relative("a/on-2004-01-01.html", "a/index.html", Some("x")), "index.html#x");
    }

    #[test]
    fn a_view_on_a_day_lies_beside_its_main_view_and_leads_back() {
        let day = Day::parse("2004-10-05").expect("a day");
        for main in ["countries/xr/index.html", "matrix/by-country.html", "index.html"] {
            assert_eq!(split_day(&day_path(main, day)), Some((main.to_owned(), day)));
        }
        assert_eq!(split_day("pages/on-time.html"), None);
    }
}
