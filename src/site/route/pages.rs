//! The list of pages of a site: which there are, in which order they are written, on which days, and where.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::law::Day;
use crate::site::index::Index;

use super::address::{Address, main_pages, split_day};
use super::changes::change_pages;
use super::compared::Compared;
use super::page::Page;
use super::part::Parts;
use super::split::SplitPages;

/// A page with more cells, lines or events is large.
const LARGE: usize = 2000;

/// The list of pages of a site.
#[derive(Debug)]
pub struct Pages {
    /// The compared pairs of days and the amounts of change between them.
    pub compared: Compared,
    /// Which pages leave their lists to pages of single countries.
    pub divisions: SplitPages,
    /// Which pages are split into parts with some rows and some countries.
    pub parts: Parts,
    /// Addresses of the main views, in output order.
    pub main_views: Vec<Address>,
    /// Positions in `main_views`, by path.
    by_path: BTreeMap<Arc<str>, usize>,
    /// Positions in `main_views` of the pages that belong to a country, in the same order.
    by_country: BTreeMap<Box<str>, Vec<usize>>,
}

/// Whether a page would show anything: a page of treaties, modules, amendments or words without any would read as a
/// statement that there are none.
fn has_content(index: &Index, page: &Page) -> bool {
    match page {
        Page::Treaties => index.compared_instruments().next().is_some(),
        Page::Amendments => !index.corpus.amendments.is_empty(),
        Page::Glossary => !index.corpus.terms.is_empty(),
        Page::Modules => !index.corpus.modules.is_empty(),
        Page::Stale => !index.stale().is_empty(),
        Page::CountryHistory(id) => !index.calendar.changes_of(&index.corpus, id.as_str()).is_empty(),
        _ => true,
    }
}

impl Pages {
    /// Finds all pages that the corpus needs.
    pub fn new(index: &Index) -> Pages {
        let compared = Compared::new(index);
        let divisions = SplitPages::new(&index.corpus, &index.references);
        let mut pages = main_pages(&index.corpus);
        pages.retain(|page| has_content(index, page));
        let behind = pages.iter().rposition(|page| !matches!(page, Page::Moved { .. })).unwrap_or_default();
        let parts = Parts::new(index);
        let further = change_pages(index).into_iter().chain(compared.pages(index)).chain(divisions.pages());
        let further = further.chain(parts.pages());
        pages.splice(behind..behind, further.collect::<Vec<_>>());
        let main_views: Vec<Address> = pages.into_iter().map(Address::new).collect();
        let mut by_country: BTreeMap<Box<str>, Vec<usize>> = BTreeMap::new();
        for (at, address) in main_views.iter().enumerate() {
            if let Some(country) = address.page.country() {
                by_country.entry(country.into()).or_default().push(at);
            }
        }
        let by_path = main_views.iter().enumerate().map(|(at, address)| (address.path.clone(), at)).collect();
        Pages { compared, divisions, parts, main_views, by_path, by_country }
    }

    /// The main views that belong to a country.
    pub fn of_country(&self, country: &str) -> Vec<&Address> {
        self.by_country.get(country).into_iter().flatten().map(|at| &self.main_views[*at]).collect()
    }

    /// The addresses of all published pages in output order: each main view, followed by its views on other days.
    pub fn addresses(&self, index: &Index) -> Vec<Address> {
        let mut list = Vec::with_capacity(self.main_views.len());
        for address in &self.main_views {
            list.push(address.clone());
            list.extend(self.days_of(index, address).into_iter().map(|day| address.on_day(day)));
        }
        list
    }

    /// The address of `path`, including views on days that are not published.
    pub fn find(&self, path: &str) -> Option<Address> {
        if let Some(at) = self.by_path.get(path) {
            return Some(self.main_views[*at].clone());
        }
        let (main, day) = split_day(path)?;
        let address = &self.main_views[*self.by_path.get(main.as_str())?];
        address.page.is_dated().then(|| address.on_day(day))
    }

    /// The published days of a page, besides its main view. A page that is split has none, for they would be many and
    /// heavy: the pages of its rows and countries tell how each cell changed.
    pub fn days_of(&self, index: &Index, address: &Address) -> Vec<Day> {
        if self.parts.of(address.page.unsplit()).is_some() {
            return Vec::new();
        }
        match &address.page {
            Page::Country(id) => index.calendar.of_country(&index.corpus, id.as_str()).to_vec(),
            Page::Provision(id) => index.calendar.of_provision(&index.corpus, id.as_str()),
            Page::Matrix | Page::MatrixTransposed => index.calendar.matrix.clone(),
            Page::Treaties => index.calendar.treaties.clone(),
            Page::Pair(first, second) => index.calendar.of_pair(&index.corpus, [first, second]),
            Page::Section(id) => index.calendar.of_section(&index.corpus, id.as_str()),
            page => {
                debug_assert!(!page.is_dated(), "a dated page has days: {page:?}");
                Vec::new()
            }
        }
    }

    /// Whether the page is so large that two such pages should not be made at the same time.
    pub fn is_large(&self, index: &Index, address: &Address) -> bool {
        let corpus = &index.corpus;
        let countries = corpus.columns.len();
        let shown = match &address.page {
            Page::Matrix | Page::MatrixTransposed | Page::Unresearched => countries * corpus.questions.len(),
            Page::Treaties => countries * corpus.instruments.len(),
            page if self.divisions.has(page) => 0,
            Page::Timeline => corpus.actions.len() + corpus.laws.len() + corpus.amendments.len(),
            Page::Laws => corpus.provisions.len(),
            Page::HandbookAll => corpus.sources.len() + countries * corpus.questions.len(),
            _ => 0,
        };
        shown > LARGE
    }
}
