//! The compiled site: the index and the list of pages. The pages themselves are made one at a time, when they are asked
//! for.

use crate::law::{self, Corpus, Kind};
use crate::text::{FileId, Span};

use super::index::{Days, Index, Words};
use super::route::{self, Address, Page, Pages};
use super::view::Inputs;

/// A limit that the configuration sets to the size of files of the offline copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The field of `[budget]` that sets it.
    pub of: &'static str,
    /// The kind of page to each of which it applies; `None`: to all.
    pub page: Option<String>,
    /// The limit in bytes.
    pub bytes: u64,
    /// Where the configuration sets it, for diagnostics.
    pub span: Span,
}

/// Limits of the site's host, from the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostLimit {
    /// The greatest size of the whole site, in bytes.
    pub bytes: u64,
    /// The greatest number of files; `None`: no limit.
    pub files: Option<u64>,
    /// Where the configuration sets them, for diagnostics.
    pub span: Option<Span>,
}

/// One language of the site.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language, BCP 47.
    pub language: String,
    /// The language's name in itself.
    pub name: String,
    /// The folder of its pages, with a final `/`; empty for the first language.
    pub folder: String,
}

impl Locale {
    /// The language at this position of the configuration's list.
    pub fn new(language: &str, name: String, place: usize) -> Locale {
        let folder = if place == 0 { String::new() } else { format!("{}/", language.to_ascii_lowercase()) };
        Locale { language: language.to_owned(), name, folder }
    }
}

/// The site in one language: the index, and the list of its pages.
#[derive(Debug)]
pub struct Site {
    pub(super) index: Index,
    pub(super) pages: Pages,
    /// All languages of the site, if there are several, and the position of this one among them.
    pub(super) locales: (Vec<Locale>, usize),
}

/// Builds the index and the list of pages. It cannot fail: faults were reported before.
pub fn compile(corpus: Corpus, days: Days, words: Words, inputs: Inputs) -> Site {
    let index = Index::new(corpus, days, words, inputs);
    let pages = Pages::new(&index);
    Site { index, pages, locales: (Vec::new(), 0) }
}

impl Site {
    /// The law that the site shows.
    pub fn corpus(&self) -> &Corpus {
        &self.index.corpus
    }

    /// Checksum of the input, hexadecimal.
    pub fn checksum(&self) -> &str {
        &self.index.inputs.checksum
    }

    /// The link from a page to a file that all languages of the site share.
    pub fn shared(&self, from: &Address, path: &str) -> String {
        route::relative(&format!("{}{}", self.folder(), from.path), path, None)
    }

    /// This site as one of several languages; `own` is its position in `locales`.
    pub fn among(self, locales: Vec<Locale>, own: usize) -> Site {
        Site { locales: (locales, own), ..self }
    }

    /// All languages of the site; empty if there is only one.
    pub fn locales(&self) -> &[Locale] {
        &self.locales.0
    }

    /// The folder of its pages, with a final `/`; empty for the first language.
    pub fn folder(&self) -> &str {
        let (locales, own) = &self.locales;
        locales.get(*own).map_or("", |locale| &locale.folder)
    }

    /// The limits that the configuration sets to files of the offline copy.
    pub fn limits(&self) -> Vec<Limit> {
        let own = |limit: &law::Limit| Limit {
            of: limit.of,
            page: limit.page.clone(),
            bytes: limit.size.value,
            span: limit.size.span,
        };
        self.index.corpus.settings.budget.iter().map(own).collect()
    }

    /// The limits of the site's host.
    pub fn host(&self) -> HostLimit {
        let host = &self.index.corpus.settings.host;
        HostLimit { bytes: host.size, files: host.files, span: host.at }
    }

    /// Publishes only the ends of years, for views that were published on each day on which something changes. Returns
    /// whether there were such views.
    pub fn publish_year_ends(&mut self) -> bool {
        let changed = self.index.publish_year_ends();
        if changed {
            self.pages = Pages::new(&self.index);
        }
        changed
    }

    /// The addresses of all published pages in output order: each main view, followed by its views on other days.
    pub fn addresses(&self) -> Vec<Address> {
        self.pages.addresses(&self.index)
    }

    /// The address of `path`, including views on days that are not published.
    pub fn find(&self, path: &str) -> Option<Address> {
        self.pages.find(path)
    }

    /// Whether the page is so large that two such pages should not be made at the same time.
    pub fn is_large(&self, address: &Address) -> bool {
        self.pages.is_large(&self.index, address)
    }

    /// Where the page's record is written; for pages of no record, or of several, where the home page is.
    pub fn written_at(&self, address: &Address) -> Span {
        let corpus = &self.index.corpus;
        let record = match &address.page {
            Page::Moved { kind, to, .. } => Some((*kind, &**to)),
            // A comparison has no file; its address is long where the longer of the two ids is.
            Page::Pair(first, second) => {
                let longer = if first.as_str().len() >= second.as_str().len() { first } else { second };
                Some((Kind::Country, longer.as_str()))
            }
            page => page.record().or_else(|| Some((Kind::Country, page.country()?))),
        };
        let of_record = record.and_then(|(kind, id)| Some(corpus.record(kind, id)?.head()));
        let home = || corpus.home.as_ref().map(|page| &page.head);
        of_record.or_else(home).map_or(Span::head(FileId(0)), |head| head.at)
    }

    /// Whether the site has an index for search.
    pub fn is_indexed(&self) -> bool {
        self.index.is_indexed()
    }

    /// The language of the pages, BCP 47.
    pub fn language(&self) -> &str {
        self.index.language()
    }

    /// The direction of its script: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        self.index.direction()
    }

    /// The paths of the countries' pages: first the compared countries in column order, then the others.
    pub fn country_paths(&self) -> impl Iterator<Item = String> {
        self.index.countries().map(|country| route::path_of(Kind::Country, country.id.as_str()).0)
    }
}
