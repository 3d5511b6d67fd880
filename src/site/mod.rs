//! The site as its readers meet it: pages, links and backlinks, matrices, timelines, redlines, and views on a day.
//!
//! What comes in is the [`Corpus`]; what goes out are the finished views of [`view`], made one page at a time, so that a
//! large site is never held whole. This room never knows templates, bytes or paths on disk.

mod between;
mod changes;
mod collation;
mod context;
mod date;
mod days;
mod division;
mod exit;
mod feed;
mod interval;
mod likeness;
mod listing;
mod order;
mod page;
mod part;
mod prose;
mod redline;
mod reference;
mod references;
mod route;
pub mod search;
mod turn;
pub mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::law::{AmendmentId, Corpus, CountryId, Day, LawId, ProvisionId, SourceId, Tongue, TopicId};
use crate::text::Span;

pub use part::{Belongs, NoPart, Part};
pub use route::{Address, Page};

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

/// The days of a build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Days {
    /// Today, where the command line says so; else the configuration's edition; else the latest day of any record.
    pub today: Option<Day>,
    /// The day of the main views; else today.
    pub as_of: Option<Day>,
}

/// Words that names are made with; a theme gives them in the site's language.
#[derive(Clone, Debug)]
pub struct Words {
    /// How an article is called in a reference; `{}` stands for its number.
    pub article: String,
    /// How an article of a law is called where the law is not in sight; `{law}` and `{article}` stand for the two.
    pub article_of_law: String,
    /// How two countries are called that stand side by side; `{first}` and `{second}` stand for the two.
    pub pair: String,
    /// What the language calls itself.
    pub own_name: String,
    /// What the page is called that says what changed in a country; `{}` stands for its name.
    pub changes_of: String,
    /// What a country's handbook is called; `{}` stands for its name.
    pub handbook_of: String,
    /// What the matrix is called.
    pub matrix: String,
    /// What the grid of treaties is called.
    pub treaties: String,
    /// Where something was read that is cited; `{site}`, `{edition}` and `{day}` stand for the three.
    pub cite_note: String,
    /// Up to which day the site was researched; `{day}` stands for it.
    pub cite_as_at: String,
}

impl Default for Words {
    fn default() -> Words {
        Words {
            article: "art. {}".to_owned(),
            article_of_law: "{law}, {article}".to_owned(),
            pair: "{first} and {second}".to_owned(),
            own_name: String::new(),
            changes_of: "What changed: {}".to_owned(),
            handbook_of: "{}: handbook".to_owned(),
            matrix: "Comparison matrix".to_owned(),
            treaties: "Treaty status".to_owned(),
            cite_note: "{site}, {edition}, {day}".to_owned(),
            cite_as_at: "law as at {day}".to_owned(),
        }
    }
}

/// The site in one of its languages.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The language, BCP 47.
    pub language: String,
    /// What it calls itself.
    pub name: String,
    /// The folder in which its pages lie, with `/`; nothing for the first language.
    pub folder: String,
}

impl Edition {
    /// The edition in the language at this place in the configuration.
    pub fn new(language: &str, name: String, place: usize) -> Edition {
        let folder = if place == 0 { String::new() } else { format!("{}/", language.to_ascii_lowercase()) };
        Edition { language: language.to_owned(), name, folder }
    }
}

/// The site: the corpus, the addresses of its pages, and what refers to what. It makes a view when it is asked for one.
#[derive(Debug)]
pub struct Site {
    corpus: Corpus,
    words: Words,
    collation: collation::Collation,
    inputs: view::Inputs,
    /// The site in all its languages, where there are several, and which of them this is.
    editions: (Vec<Edition>, usize),
    calendar: days::Calendar,
    references: references::References,
    glossary: prose::Glossary,
    turns: turn::Turns,
    compared: between::Compared,
    /// What the languages of the texts call countries whose records do not say it.
    called: BTreeMap<CountryId, Vec<Tongue>>,
    /// Countries by their place in the corpus: those of the columns first, in their order, then the others by name.
    country_order: Vec<usize>,
    divisions: route::Divisions,
    /// Instruments by their place in the corpus, in the order of grids.
    instrument_order: Vec<usize>,
    /// Provisions of each law by their place in the corpus, in the order of their numbers.
    articles: BTreeMap<LawId, Vec<usize>>,
    /// Offences that name a provision, by their place in the corpus.
    offences_by_provision: BTreeMap<ProvisionId, Vec<usize>>,
    /// Provisions under a topic, by their place in the corpus.
    provisions_by_topic: BTreeMap<TopicId, Vec<usize>>,
    /// Provisions that have a wording from an amendment, by their place in the corpus.
    provisions_by_amendment: BTreeMap<AmendmentId, Vec<usize>>,
    /// How often a country's records cite a source.
    sources_by_country: BTreeMap<CountryId, BTreeMap<SourceId, usize>>,
    /// Addresses of the main views, in the order in which they are printed.
    main_views: Vec<Address>,
    /// The same by path.
    by_path: BTreeMap<Arc<str>, usize>,
    /// Those that belong to a country, in the same order.
    views_by_country: BTreeMap<Box<str>, Vec<usize>>,
}

/// Finds the addresses of all pages and what refers to what. It cannot fail.
pub fn compile(corpus: Corpus, days: Days, words: Words, inputs: view::Inputs) -> Site {
    let mut offences_by_provision: BTreeMap<ProvisionId, Vec<usize>> = BTreeMap::new();
    for (at, offence) in corpus.offences.iter().enumerate() {
        if let Some(provision) = &offence.provision {
            offences_by_provision.entry(provision.value.clone()).or_default().push(at);
        }
    }
    let mut provisions_by_topic: BTreeMap<TopicId, Vec<usize>> = BTreeMap::new();
    for (at, provision) in corpus.provisions.iter().enumerate() {
        for topic in &provision.topics {
            provisions_by_topic.entry(topic.value.clone()).or_default().push(at);
        }
    }
    let mut provisions_by_amendment: BTreeMap<AmendmentId, Vec<usize>> = BTreeMap::new();
    for (at, provision) in corpus.provisions.iter().enumerate() {
        for amendment in provision.wordings.iter().filter_map(|wording| wording.by.as_ref()) {
            let list = provisions_by_amendment.entry(amendment.value.clone()).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }
    let mut instrument_order: Vec<usize> = (0..corpus.instruments.len()).collect();
    instrument_order.sort_by_key(|at| (corpus.instruments.rows()[*at].order, *at));
    let collation = collation::Collation::of(&corpus.settings.language);
    let references = references::References::new(&corpus);
    let mut site = Site {
        calendar: days::Calendar::new(&corpus, days),
        glossary: prose::Glossary::new(&corpus),
        articles: order::article_order(&corpus),
        sources_by_country: references.sources_by_country(&corpus),
        turns: turn::Turns::new(&corpus),
        compared: between::Compared::default(),
        divisions: route::Divisions::new(&corpus, &references),
        by_path: BTreeMap::new(),
        views_by_country: BTreeMap::new(),
        called: order::called(&corpus),
        country_order: order::order(&corpus, &collation),
        references,
        instrument_order,
        offences_by_provision,
        provisions_by_topic,
        provisions_by_amendment,
        main_views: Vec::new(),
        editions: (Vec::new(), 0),
        collation,
        words,
        inputs,
        corpus,
    };
    site.compared = site.compare_days();
    let mut pages = route::main_pages(&site.corpus);
    let behind = pages.iter().rposition(|page| !matches!(page, Page::Moved { .. })).unwrap_or_default();
    let further = site.change_pages().into_iter().chain(site.between_pages()).chain(site.divisions.pages());
    pages.splice(behind..behind, further.collect::<Vec<_>>());
    site.main_views = pages.into_iter().map(Address::new).collect();
    for (at, address) in site.main_views.iter().enumerate() {
        if let Some(country) = address.page.country() {
            site.views_by_country.entry(country.into()).or_default().push(at);
        }
    }
    site.by_path = site.main_views.iter().enumerate().map(|(at, address)| (address.path.clone(), at)).collect();
    site
}

impl Site {
    /// The law that the site shows.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The same site as one of several languages.
    pub fn among(self, editions: Vec<Edition>, own: usize) -> Site {
        Site { editions: (editions, own), ..self }
    }

    /// The site in all its languages; nothing where there is only one.
    pub fn editions(&self) -> &[Edition] {
        &self.editions.0
    }

    /// The folder in which its pages lie, with `/`; nothing for the first language.
    pub fn folder(&self) -> &str {
        let (editions, own) = &self.editions;
        editions.get(*own).map_or("", |edition| &edition.folder)
    }
}
