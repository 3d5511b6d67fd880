//! The view of a whole page, and the enum of all views.

use serde::Serialize;

use crate::text::TaggedText;

use super::about::{About, DataPage, NotFound, ProsePage};
use super::amendment::{Amendment, Amendments};
use super::between::Between;
use super::change::{Changes, DayPair};
use super::country::{Countries, Country, Handbook};
use super::disagreements::Disagreements;
use super::glossary::Glossary;
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
use super::statute::{Law, Laws, Provision};
use super::timeline::Timeline;
use super::topic::{Topic, Topics};
use super::treaty::{Instrument, Instruments, Treaties};
use super::unresearched::Unresearched;

/// The version of the views, on which themes rely; see the module documentation for when it is raised.
pub const VERSION: u32 = 2;

/// A page, ready to be printed.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Where it is written, from the root of the site: `countries/xr/index.html`.
    pub path: String,
    /// From the page to the root of the site: `../../`, or nothing. Empty and unused on the 404 page.
    pub root: String,
    /// Language, BCP 47.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The page in all languages of the site, in their order; nothing where there is only one.
    pub languages: Vec<PageLanguage>,
    /// Whether the words of its record have changed in the first language since they were translated.
    pub stale: bool,
    /// Title; empty where the page's kind alone names it (then the theme's message `page-<kind>` does).
    pub title: TaggedText,
    /// One line for search engines and lists.
    pub description: String,
    /// The kind of page: the name of its template without `.html`.
    pub kind: &'static str,
    /// From the home page to here, the page itself not included.
    pub breadcrumbs: Vec<Crumb>,
    /// The parts of a long page.
    pub contents: Vec<Heading>,
    /// The day on which the law is shown.
    pub day: Option<DayView>,
    /// The absolute address, where the configuration names a base.
    pub canonical: Option<String>,
    /// Where readers report an error on this page.
    pub report: Option<String>,
    /// schema.org JSON-LD, ready to be set in a `script` of that type.
    pub json_ld: Option<String>,
    /// The feed of what changed to which the page leads, from the root of the site.
    pub feed: Option<String>,
    /// The way out that the page offers, where the configuration wants one.
    pub exit: Option<Exit>,
    /// How the page is cited; `None` for lists, and other pages that nobody cites.
    pub cite: Option<Reference>,
    /// Where a page of all countries would be too long: what it leaves to pages of single ones.
    pub division: Option<SplitPage>,
    /// What the page shows.
    pub view: View,
}

/// A way out of a page that a reader may have to leave at once.
#[derive(Clone, Debug, Serialize)]
pub struct Exit {
    /// Where it leads: a page of the site that says nothing, or the address that the configuration names.
    pub href: String,
    /// Whether that is outside the site.
    pub outside: bool,
    /// The page that says where help is found.
    pub help: Option<Link>,
}

/// A page in one of the site's languages.
#[derive(Clone, Debug, Serialize)]
pub struct PageLanguage {
    /// The language, BCP 47.
    pub language: String,
    /// What it calls itself.
    pub name: String,
    /// Where the page is.
    pub href: String,
    /// The absolute address, where the configuration names a base; else as `href`.
    pub address: String,
    /// Whether this is the page that holds the link.
    pub here: bool,
}

/// A line of the contents list.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// The anchor.
    pub id: String,
    /// The key of its words in the theme's messages, if it is a part that every such page has.
    pub key: Option<String>,
    /// Its words otherwise.
    pub text: TaggedText,
}

/// The day on which a view stands, and the other days on which it is published.
#[derive(Clone, Debug, Serialize)]
pub struct DayView {
    /// The day.
    pub on: When,
    /// Whether this is the main view (today, or the day of `--as-of`).
    pub main: bool,
    /// The main view of the same page.
    pub main_href: String,
    /// The days on which this view is published, in order, this one included.
    pub others: Vec<DayLink>,
    /// The other views on this day, or on the nearest day before it that is published.
    pub views: Vec<DayLink>,
    /// On the matrix: what changed since the published day before this one.
    pub since: Option<DayPair>,
}

/// A view on a day.
#[derive(Clone, Debug, Serialize)]
pub struct DayLink {
    /// Where it is.
    pub href: String,
    /// The day.
    pub on: When,
    /// Whether it is the page that holds the link.
    pub here: bool,
    /// Message key of the kind of view (`page-matrix`), or empty.
    pub key: &'static str,
    /// Words of the content (a country's name), or empty.
    pub text: TaggedText,
    /// Whether the day asked for is not published and this is the nearest one.
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
