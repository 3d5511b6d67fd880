//! The view of a whole page, and the enum of all views.

use serde::Serialize;

use crate::text::TaggedText;

use super::about::{About, DataPage, NotFound, ProsePage};
use super::amendment::{Amendment, Amendments};
use super::between::Between;
use super::change::{Changes, DayPair};
use super::country::{Countries, Country, CountrySheet, Handbook};
use super::disagreements::Disagreements;
use super::glossary::Glossary;
use super::history::CountryHistory;
use super::home::Home;
use super::link::{Crumb, Link, When};
use super::matrix::{Collection, Matrix, SectionPage};
use super::module::{HandoutPage, Module, Modules};
use super::pair::{Comparisons, Pair};
use super::question::{Question, Questions};
use super::reference::Reference;
use super::search::Search;
use super::source::{Source, Sources};
use super::split::SplitPage;
use super::stale::Stale;
use super::statute::{Law, Laws, Provision};
use super::timeline::Timeline;
use super::topic::{Topic, Topics};
use super::treaty::{Instrument, Instruments, Treaties};
use super::unresearched::Unresearched;

/// The version of the views, on which themes rely; see the module documentation for when it is raised.
pub const VERSION: u32 = 3;

/// A page, ready to be printed.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Its path from the root of the site: `countries/xr/index.html`.
    pub path: String,
    /// Relative address of the root of the site: `../../`, or empty. Not used on the page for missing addresses, where
    /// it is empty.
    pub root: String,
    /// Language, BCP 47.
    pub language: String,
    /// The direction of the script: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The page in all languages of the site; empty if there is only one.
    pub languages: Vec<PageLanguage>,
    /// Whether the original of its record has changed since it was translated.
    pub stale: bool,
    /// The title; empty if the theme's message `page-<kind>` gives it.
    pub title: TaggedText,
    /// One line for search engines and those with whom the page is shared; empty where it has no text of its own, and the
    /// theme's message `describe-<kind>` says what it is.
    pub description: String,
    /// The kind of page: the name of its template without `.html`.
    pub kind: &'static str,
    /// The door behind which it lies, as in `site.doors`; empty for pages that lie behind none.
    pub door: &'static str,
    /// The pages above this one, from the home page down.
    pub breadcrumbs: Vec<Crumb>,
    /// The table of contents of a long page.
    pub contents: Vec<Heading>,
    /// The day of the view, for pages that have views on several days.
    pub day: Option<DayView>,
    /// The absolute address, if the configuration has a `base_url`.
    pub canonical: Option<String>,
    /// The address to which readers report errors on this page.
    pub report: Option<String>,
    /// schema.org JSON-LD, ready to be set in a `script` of that type.
    pub json_ld: Option<String>,
    /// Path of the feed of this page's changes, from the root of the site.
    pub feed: Option<String>,
    /// The quick exit, if the configuration puts one on this page.
    pub exit: Option<Exit>,
    /// How to cite the page; `None` for pages that nobody cites, such as lists.
    pub cite: Option<Reference>,
    /// If the page is split by country: its parts, or the link from a part to the whole.
    pub division: Option<SplitPage>,
    /// The content of the page.
    pub view: View,
}

/// The quick exit: a button for readers who may have to leave a page at once.
#[derive(Clone, Debug, Serialize)]
pub struct Exit {
    /// Its target: the empty page of the site, or the address that the configuration names.
    pub href: String,
    /// Whether the target is outside the site.
    pub outside: bool,
    /// The page that says where to find help.
    pub help: Option<Link>,
}

/// A page in one of the site's languages.
#[derive(Clone, Debug, Serialize)]
pub struct PageLanguage {
    /// The language, BCP 47.
    pub language: String,
    /// The language's name in itself.
    pub name: String,
    /// Relative to the page that holds it.
    pub href: String,
    /// The absolute address, if the configuration has a `base_url`; else as `href`.
    pub address: String,
    /// Whether this is the page that holds the link.
    pub here: bool,
}

/// A line of the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// The anchor.
    pub id: String,
    /// Message key of its words, for parts that all pages of the kind have.
    pub key: Option<String>,
    /// Its words in the content, if it has no key.
    pub text: TaggedText,
}

/// The day of a view, and links to other days and views.
#[derive(Clone, Debug, Serialize)]
pub struct DayView {
    /// The day.
    pub on: When,
    /// Whether this is the main view (today, or the day of `--as-of`).
    pub main: bool,
    /// The main view of the same page.
    pub main_href: String,
    /// The other days of this page, in order, including this one: each leads to the page of the day, or to the day on the
    /// country's history.
    pub others: Vec<DayLink>,
    /// On the page of a country: the page that gives all its days as periods.
    pub history: Option<String>,
    /// Other pages on this day; on the nearest published day, if this one is not published for them.
    pub views: Vec<DayLink>,
    /// On the matrix: what changed since the published day before this one.
    pub since: Option<DayPair>,
}

/// A link to a view on a day.
#[derive(Clone, Debug, Serialize)]
pub struct DayLink {
    /// Relative to the page that holds it.
    pub href: String,
    /// The day.
    pub on: When,
    /// Whether it is the page that holds the link.
    pub here: bool,
    /// Message key of the kind of page (`page-matrix`), or empty.
    pub key: &'static str,
    /// Words of the content (a country's name), or empty.
    pub text: TaggedText,
    /// Whether this is the nearest published day, since the wanted one is not published.
    pub nearest: bool,
}

/// The content of a page. Templates do not see the names of the variants; they see [`Page::kind`].
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// `home`
    Home(Home),
    /// `countries`
    Countries(Countries),
    /// `country`
    Country(Box<Country>),
    /// `handbook-country` and `handbook-all`
    Handbook(Box<Handbook>),
    /// `country-sheet`: a country on one sheet of paper.
    CountrySheet(Box<CountrySheet>),
    /// `country-history`: what the page of a country says on each day.
    CountryHistory(Box<CountryHistory>),
    /// `instruments`
    Instruments(Instruments),
    /// `instrument`
    Instrument(Box<Instrument>),
    /// `treaties`: the grid.
    Treaties(Treaties),
    /// `laws`
    Laws(Laws),
    /// `law`
    Law(Box<Law>),
    /// `provision`
    Provision(Box<Provision>),
    /// `amendments`: the tracker.
    Amendments(Amendments),
    /// `amendment`
    Amendment(Box<Amendment>),
    /// `timeline`
    Timeline(Timeline),
    /// `changes`: of the whole site; `changes-year`, `changes-country`, `changes-instrument`: of one
    Changes(Changes),
    /// `changes-between`
    Between(Box<Between>),
    /// `topics`
    Topics(Topics),
    /// `topic`
    Topic(Box<Topic>),
    /// `questions`: the codebook.
    Questions(Questions),
    /// `question`
    Question(Box<Question>),
    /// `matrix` and `matrix-transposed`
    Matrix(Matrix),
    /// `comparisons`: what is set side by side.
    Comparisons(Comparisons),
    /// `pair`: two countries side by side, on a day.
    Pair(Box<Pair>),
    /// `section`: a section of the codebook by itself, on a day.
    Section(Box<SectionPage>),
    /// `sheet`: what a reader collects.
    Collection(Collection),
    /// `modules`
    Modules(Modules),
    /// `module`
    Module(Box<Module>),
    /// `handout`
    Handout(Box<HandoutPage>),
    /// `sources`
    Sources(Sources),
    /// `source`
    Source(Box<Source>),
    /// `disagreements`
    Disagreements(Disagreements),
    /// `unresearched`
    Unresearched(Unresearched),
    /// `stale`: what nobody has confirmed for long
    Stale(Stale),
    /// `glossary`
    Glossary(Glossary),
    /// `about`
    About(About),
    /// `page`
    Prose(ProsePage),
    /// `data`
    Data(DataPage),
    /// `search`, and `search-list`: what there is of one country
    Search(Search),
    /// `moved`: a former address that leads on.
    Moved(Link),
    /// `not-found`, and `blank`: the page that says nothing
    NotFound(NotFound),
}
