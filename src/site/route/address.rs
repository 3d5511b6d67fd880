//! Addresses of pages. Paths name a file, are in lower case, safe on every file system, and readable.

use std::sync::Arc;

use crate::law::{Corpus, Day};

use super::limit::MOST_PAGES_IN_ONE_LIST;
use super::page::{FRAME, Page};
use super::pair::pairs;
use super::record::{ABOUT, path_of};

/// The address of a page or of its view on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Path from the root of the site: `countries/xr/index.html`.
    pub path: Arc<str>,
    /// Which page it is.
    pub page: Page,
    /// The day of the view; `None`: the main view.
    pub on: Option<Day>,
}

impl Address {
    /// The address of a page's main view.
    pub fn new(page: Page) -> Address {
        Address { path: page.path().into(), page, on: None }
    }

    /// The same page on a day. It lies in the folder of the main view, so that relative links are the same.
    pub fn on_day(&self, day: Day) -> Address {
        Address { path: day_path(&self.page.path(), day).into(), page: self.page.clone(), on: Some(day) }
    }
}

/// The path of a view on a day: `countries/xr/index.html` becomes `countries/xr/on-2004-10-05.html`, and
/// `matrix/by-country.html` becomes `matrix/by-country-on-2004-10-05.html`.
pub fn day_path(path: &str, day: Day) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) => format!("{folder}on-{day}.html"),
        None => format!("{}-on-{day}.html", path.strip_suffix(".html").unwrap_or(path)),
    }
}

/// The inverse of `day_path`: the path of the main view, and the day. `None` if `path` names no day.
pub fn split_day(path: &str) -> Option<(String, Day)> {
    let (start, day) = path.strip_suffix(".html")?.rsplit_once("on-")?;
    let (start, day) = (start, Day::parse(day)?);
    match start.strip_suffix('-') {
        Some(page) => Some((format!("{page}.html"), day)),
        None => Some((format!("{start}index.html"), day)),
    }
}

/// The pages of a site in output order, except those that depend on its history or on the length of its lists.
pub fn main_pages(corpus: &Corpus) -> Vec<Page> {
    let mut list = FRAME.to_vec();
    list.extend([Page::Stale, Page::MatrixTransposed]);
    list.extend(corpus.sections.iter().map(|s| Page::Section(s.id.clone())));
    list.extend(pairs(corpus).into_iter().map(|(first, second)| Page::Pair(first.clone(), second.clone())));
    list.extend(corpus.countries.iter().map(|c| Page::Country(c.id.clone())));
    list.extend(corpus.instruments.iter().map(|i| Page::Instrument(i.id.clone())));
    list.extend(corpus.laws.iter().map(|l| Page::Law(l.id.clone())));
    list.extend(corpus.provisions.iter().map(|p| Page::Provision(p.id.clone())));
    list.extend(corpus.amendments.iter().map(|a| Page::Amendment(a.id.clone())));
    list.extend(corpus.topics.iter().map(|t| Page::Topic(t.id.clone())));
    list.extend(corpus.questions.iter().map(|q| Page::Question(q.id.clone())));
    list.extend(corpus.sources.iter().map(|s| Page::Source(s.id.clone())));
    list.extend(corpus.pages.iter().filter(|p| p.id.as_str() != ABOUT).map(|p| Page::Prose(p.id.clone())));
    for module in corpus.modules.iter() {
        list.push(Page::Module(module.id.clone()));
        let shorter = module.shorter_versions().into_iter().filter(|minutes| *minutes < module.minutes.value);
        list.extend(shorter.map(|minutes| Page::ModuleVersion(module.id.clone(), minutes)));
        let handouts = module.handouts.iter();
        list.extend(handouts.map(|h| Page::Handout(module.id.clone(), h.id.value.as_str().into())));
    }
    if list.len() > MOST_PAGES_IN_ONE_LIST {
        list.extend(corpus.countries.iter().map(|c| Page::SearchCountry(c.id.clone())));
    }
    list.extend(corpus.columns.iter().map(|c| Page::HandbookCountry(c.clone())));
    list.extend(corpus.columns.iter().map(|c| Page::CountrySheet(c.clone())));
    list.extend(corpus.countries.iter().map(|c| Page::CountryHistory(c.id.clone())));
    if !corpus.columns.is_empty() {
        list.push(Page::HandbookAll);
    }
    list.push(Page::NotFound);
    let safety = &corpus.settings.safety;
    if safety.at.is_some() && safety.target.is_none() {
        list.push(Page::Blank);
    }
    for ((kind, from), to) in &corpus.aliases {
        if path_of(*kind, from).1.is_none() {
            list.push(Page::Moved { kind: *kind, from: from.clone(), to: to.clone() });
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_on_a_day_lies_beside_its_main_view_and_leads_back() {
        let day = Day::parse("2004-10-05").expect("a day");
        for main in ["countries/xr/index.html", "matrix/by-country.html", "index.html"] {
            assert_eq!(split_day(&day_path(main, day)), Some((main.to_owned(), day)));
        }
        assert_eq!(split_day("pages/on-time.html"), None);
    }
}
