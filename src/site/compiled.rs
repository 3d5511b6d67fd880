//! The compiled site: the index, and the pages. Pages are made of it one at a time when they are asked for.

use crate::law::{self, Corpus, Kind};
use crate::text::{FileId, Span};

use super::index::{Days, Index, Words};
use super::route::{self, Address, Page, Pages};
use super::view::Inputs;

/// A limit that the configuration sets to how much files of the offline copy weigh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Of what: the field of the configuration.
    pub of: &'static str,
    /// The kind of page for whose pages it is, each alone.
    pub page: Option<String>,
    /// How many bytes are allowed.
    pub bytes: u64,
    /// Where the configuration says so.
    pub span: Span,
}

/// What the host of the site takes, as the configuration says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostLimit {
    /// The most bytes.
    pub bytes: u64,
    /// The most files, if there is a limit.
    pub files: Option<u64>,
    /// Where the configuration says so.
    pub span: Option<Span>,
}

/// The site in one of its languages.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language, BCP 47.
    pub language: String,
    /// What it calls itself.
    pub name: String,
    /// The folder in which its pages lie, with `/`; nothing for the first language.
    pub folder: String,
}

impl Locale {
    /// The edition in the language at this place in the configuration.
    pub fn new(language: &str, name: String, place: usize) -> Locale {
        let folder = if place == 0 { String::new() } else { format!("{}/", language.to_ascii_lowercase()) };
        Locale { language: language.to_owned(), name, folder }
    }
}

/// The site: what is computed once, and which pages there are.
#[derive(Debug)]
pub struct Site {
    pub(super) index: Index,
    pub(super) pages: Pages,
    /// The site in all its languages, where there are several, and which of them this is.
    pub(super) locales: (Vec<Locale>, usize),
}

/// Finds the addresses of all pages and what refers to what. It cannot fail.
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

    /// Checksum of the input of which it was made, hexadecimal.
    pub fn checksum(&self) -> &str {
        &self.index.inputs.checksum
    }

    /// The link from a page to a file that the site has once for all its languages.
    pub fn shared(&self, from: &Address, path: &str) -> String {
        route::relative(&format!("{}{}", self.folder(), from.path), path, None)
    }

    /// The same site as one of several languages.
    pub fn among(self, locales: Vec<Locale>, own: usize) -> Site {
        Site { locales: (locales, own), ..self }
    }

    /// The site in all its languages; nothing where there is only one.
    pub fn locales(&self) -> &[Locale] {
        &self.locales.0
    }

    /// The folder in which its pages lie, with `/`; nothing for the first language.
    pub fn folder(&self) -> &str {
        let (locales, own) = &self.locales;
        locales.get(*own).map_or("", |edition| &edition.folder)
    }

    /// The limits that the configuration sets to the offline copy.
    pub fn limits(&self) -> Vec<Limit> {
        let own = |limit: &law::Limit| Limit {
            of: limit.of,
            page: limit.page.clone(),
            bytes: limit.size.value,
            span: limit.size.span,
        };
        self.index.corpus.settings.budget.iter().map(own).collect()
    }

    /// What the host of the site takes.
    pub fn host(&self) -> HostLimit {
        let host = &self.index.corpus.settings.host;
        HostLimit { bytes: host.size, files: host.files, span: host.at }
    }

    /// Publishes year ends in the place of each day on which something changes. Whether there were such days.
    pub fn publish_year_ends(&mut self) -> bool {
        let changed = self.index.publish_year_ends();
        if changed {
            self.pages = Pages::new(&self.index);
        }
        changed
    }

    /// The addresses of all pages that are published, in the order in which they are printed: each main view, then the
    /// same view on its days.
    pub fn addresses(&self) -> Vec<Address> {
        self.pages.addresses(&self.index)
    }

    /// The address that `path` names: also a view on a day that is not published.
    pub fn find(&self, path: &str) -> Option<Address> {
        self.pages.find(path)
    }

    /// Whether a page shows so much of a large site that two such pages should not be made at once.
    pub fn is_large(&self, address: &Address) -> bool {
        self.pages.is_large(&self.index, address)
    }

    /// Where the record is written that a page shows; for a page of no record, or of several, the site's first page.
    pub fn written_at(&self, address: &Address) -> Span {
        let corpus = &self.index.corpus;
        let record = match &address.page {
            Page::Moved { kind, to, .. } => Some((*kind, &**to)),
            page => page.record(),
        };
        let of_record = record.and_then(|(kind, id)| Some(corpus.record(kind, id)?.head()));
        let home = || corpus.home.as_ref().map(|page| &page.head);
        of_record.or_else(home).map_or(Span::head(FileId(0)), |head| head.at)
    }

    /// Whether the site has an index for search.
    pub fn is_indexed(&self) -> bool {
        self.index.is_indexed()
    }

    /// The language of the site, BCP 47.
    pub fn language(&self) -> &str {
        self.index.language()
    }

    /// How its language runs: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        self.index.direction()
    }

    /// The paths of the countries' pages: first those that are compared, in the order of the columns, then the others.
    pub fn country_paths(&self) -> impl Iterator<Item = String> {
        self.index.countries().map(|country| route::path_of(Kind::Country, country.id.as_str()).0)
    }
}
