//! The views: what a page shows, finished. Templates, exports and indexes see these and nothing else.
//!
//! A view holds words of the content and keys of the theme's messages, never words of the interface: `state` is `yes`,
//! and a message file says how `yes` is printed. Links are relative to the page that holds them. Fields may be added;
//! a field that goes or changes its meaning raises [`VERSION`]. How dates, links, citations and prose are serialised,
//! `publish::html` says.

use serde::Serialize;

use crate::text;

/// The version of the views that themes rely on.
pub const VERSION: u32 = 1;

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
    pub title: String,
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
    pub division: Option<Division>,
    /// What the page shows.
    pub view: View,
}

/// A page that would be too long for one: on the page itself the countries, with what there is of each; on the page of one
/// country (`timeline-country`, `laws-country`, `amendments-country`, `topic-country`, `source-country`) that country and
/// the way back. The page's own lists are empty where its countries have pages.
#[derive(Clone, Debug, Serialize)]
pub struct Division {
    /// The country of which alone the page shows something.
    pub of: Option<Link>,
    /// The page of all countries.
    pub whole: Option<String>,
    /// The countries that have a page.
    pub countries: Vec<Share>,
}

/// What a divided page leaves to the page of one country.
#[derive(Clone, Debug, Serialize)]
pub struct Share {
    /// Anchor.
    pub id: String,
    /// The country.
    pub country: Link,
    /// The page that tells all of it.
    pub href: String,
    /// How much it is.
    pub counts: Vec<Counted>,
    /// A little of it.
    pub told: Vec<Telling>,
}

/// How much there is of something.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// Of what. Message `amount-<what>`.
    pub what: &'static str,
    /// How many.
    pub count: usize,
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

/// How a page is cited: what it shows as what that is, and the page as the place where it was read.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    /// What is cited.
    pub kind: ReferenceKind,
    /// A key for lists of references.
    pub key: String,
    /// Its own title.
    pub title: String,
    /// Its official title, where that is another.
    pub original: Option<Tongue>,
    /// Its number.
    pub number: Option<String>,
    /// The country whose law it is.
    pub jurisdiction: Option<String>,
    /// The number of the article.
    pub section: Option<String>,
    /// The article in words: "art. 128".
    pub section_words: Option<String>,
    /// When it was made, or (a bill that nobody adopted or signed) first heard of.
    pub made: Option<When>,
    /// What happened to it on that day: a stage of amendments (`adopted`, `signed`, `announced` …), behind `stage-`;
    /// nothing where no day is known.
    pub made_as: &'static str,
    /// When it was published.
    pub published: Option<When>,
    /// When it came into force.
    pub in_force: Option<When>,
    /// Author, or depositary.
    pub author: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Year, in the words of the source.
    pub year: Option<String>,
    /// Of a source: the whole reference as the record has it.
    pub whole: Option<String>,
    /// The source, and the place in it, from which the site has it.
    pub place: Option<String>,
    /// Where it was read, in one line: the site, its edition, and the day of the law.
    pub note: String,
    /// The name of the site.
    pub site: String,
    /// The day of the edition.
    pub edition: When,
    /// The day on which the page shows the law.
    pub on: When,
    /// Its absolute address; for a source, its own.
    pub url: Option<String>,
    /// Where the page lies, from the root of the site.
    pub path: String,
    /// Language, BCP 47.
    pub language: String,
    /// Files for reference managers.
    pub files: Vec<ReferenceFile>,
}

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    /// A law, an article of one, or an act that changes laws.
    Law,
    /// A treaty.
    Treaty,
    /// A standard that nobody joins.
    Standard,
    /// A bill.
    Bill,
    /// A source.
    Source,
    /// A page of the site itself.
    Page,
}

/// A file for reference managers.
#[derive(Clone, Debug, Serialize)]
pub struct ReferenceFile {
    /// `bib`, `ris`, `json`. Message `cite-<form>`.
    pub form: &'static str,
    /// A name under which to keep it.
    pub name: String,
    /// An address that holds the whole file.
    pub href: String,
}

/// A step of the breadcrumbs: a message key (`page-countries`) or words of the content.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// The key of its words in the theme's messages, if it is a page of the frame.
    pub key: Option<&'static str>,
    /// Its words otherwise.
    pub text: String,
}

/// A line of the contents list.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// The anchor.
    pub id: String,
    /// The key of its words in the theme's messages, if it is a part that every such page has.
    pub key: Option<String>,
    /// Its words otherwise.
    pub text: String,
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
    pub text: String,
    /// Whether the day asked for is not published and this is the nearest one.
    pub nearest: bool,
}

/// What a page shows. The name of the variant is not seen by templates; [`Page::kind`] is.
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
    OwnSheet(OwnSheet),
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

/// What all pages share.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// [`VERSION`].
    pub version: u32,
    /// The name of the site.
    pub title: String,
    /// One line that says what it is.
    pub description: String,
    /// Language, BCP 47.
    pub language: String,
    /// The first language of the site, where these pages are in a further one: whatever is not translated stands in it.
    pub first_language: Option<String>,
    /// The day of the edition (*today*).
    pub edition: When,
    /// The name of the edition.
    pub edition_name: Option<String>,
    /// The day on which the main views show the law.
    pub as_of: When,
    /// Whether that is another day than the edition's.
    pub historical: bool,
    /// The day up to which the site was researched.
    pub law_as_at: Option<When>,
    /// Where it is published.
    pub base_url: Option<String>,
    /// Licence of the content.
    pub licence: Option<String>,
    /// Address of the licence's text.
    pub licence_url: Option<String>,
    /// Notice on quoted sources.
    pub notice: Option<String>,
    /// Note on names and designations.
    pub designations: Option<String>,
    /// The parts of the site: path from the root, and message key.
    pub nav: Vec<NavItem>,
    /// The page on which the site is searched, from the root, and whether it has an index.
    pub search: String,
    /// Whether the site has an index.
    pub indexed: bool,
    /// Pages of prose: path from the root, and title.
    pub pages: Vec<NavItem>,
    /// Version of the program that made the site.
    pub generator: String,
    /// Number of content files, and a checksum of all input: what the build was made from.
    pub inputs: Inputs,
}

/// A step of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    /// Path from the root of the site.
    pub path: String,
    /// Message key, or empty.
    pub key: &'static str,
    /// Words of the content, or empty.
    pub text: String,
}

/// What a build was made from.
#[derive(Clone, Debug, Serialize)]
pub struct Inputs {
    /// Number of files of content.
    pub files: usize,
    /// Checksum of their paths and bytes, hexadecimal.
    pub checksum: String,
}

/// A link to a page or an anchor of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// Relative to the page that holds it.
    pub href: String,
    /// The words.
    pub text: String,
}

/// A date as it is to be printed. `form` is `day`, `month`, `year`, `early`, `mid`, `late`, `between`, `after`,
/// `before`, `by` or `undated`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// As it is written in files; sorts and compares as text where it is a day.
    pub iso: String,
    /// In which form.
    pub form: &'static str,
    /// Year; 0 where there is none.
    pub year: i16,
    /// Month; 0 where there is none.
    pub month: u8,
    /// Day of the month; 0 where there is none.
    pub day: u8,
    /// The date that `after`, `before` and `by` speak of; the first of `between`.
    pub first: Option<Box<When>>,
    /// The second of `between`.
    pub second: Option<Box<When>>,
}

/// A period as it is to be printed: its first and its last day.
#[derive(Clone, Debug, Serialize)]
pub struct Span {
    /// First day; `None`: not recorded.
    pub first: Option<When>,
    /// Last day; `None`: goes on, or not recorded.
    pub last: Option<When>,
}

/// Prose with its references resolved. Serialised as HTML by `publish::html`: set it with `| safe`.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Its language, where that is not the page's.
    pub language: Option<String>,
    /// Whether a machine translated it.
    pub machine: bool,
    /// Set before the ids of its headings and footnotes, so that several proses can stand on one page.
    pub prefix: String,
}

/// A block of resolved prose. As [`text::Block`], with links in place of references.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading: level on the page, anchor, words.
    Heading(u8, String, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Text without a paragraph of its own.
    Plain(Vec<Inline>),
    /// A list and, if it is numbered, its first number.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table: alignments, head, rows.
    Table(Vec<text::Align>, Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A footnote: its number on the page, its text.
    Footnote(usize, Vec<Block>),
    /// Letter by letter.
    Code(String),
    /// A rule across the page.
    Rule,
}

/// A piece of resolved running text.
#[derive(Clone, Debug)]
pub enum Inline {
    /// Characters.
    Text(String),
    /// Stress.
    Emphasis(Vec<Inline>),
    /// Strong stress.
    Strong(Vec<Inline>),
    /// Struck out.
    Struck(Vec<Inline>),
    /// Raised.
    Superscript(Vec<Inline>),
    /// Letter by letter.
    Code(String),
    /// A link within the site.
    Link(String, Vec<Inline>),
    /// A link that leaves the site.
    Outside(String, Vec<Inline>),
    /// A term of the glossary where it occurs: address, words, and the meaning in one line.
    Term(String, String, String),
    /// A citation: address of the source's page, its short name, the place.
    Citation(String, String, Option<String>),
    /// A picture: address, words for those who do not see it.
    Image(String, String),
    /// The mark of a footnote: its number on the page.
    FootnoteMark(usize),
    /// The end of a line in the file.
    SoftBreak,
    /// A line break.
    HardBreak,
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The source's page.
    pub href: String,
    /// Its short name.
    pub short: String,
    /// The place.
    pub place: String,
    /// Its tier (`depositary`, `press` …); empty: not recorded. Message `tier-<tier>`.
    pub tier: &'static str,
}

/// Words of a source.
#[derive(Clone, Debug, Serialize)]
pub struct Quotation {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: String,
    /// Standing of the translation (`unofficial` …), or empty. Message `translation-<…>`.
    pub translation: &'static str,
    /// The words of the original.
    pub original: Option<Tongue>,
}

/// Words in a language.
#[derive(Clone, Debug, Serialize)]
pub struct Tongue {
    /// The words.
    pub text: String,
    /// Their language, BCP 47.
    pub language: String,
}

/// A banner: a message key (`banner-<key>`) with what it needs.
#[derive(Clone, Debug, Serialize)]
pub struct Banner {
    /// `not-yet-in-force`, `in-force-in-part`, `historical-wording`, `wording-not-recorded`, `text-not-quoted`, `repealed`,
    /// `unofficial-translation`, `machine-translation`, `disputed`, `not-compared`, `region`, `historical-view`.
    pub key: &'static str,
    /// A day that it names.
    pub on: Option<When>,
    /// A second day that it names.
    pub until: Option<When>,
    /// A record that it names.
    pub link: Option<Link>,
    /// A word that it needs (the verb of the repeal).
    pub word: &'static str,
}

/// A cell of the comparison: always in exactly one state.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The country's identity.
    pub country: String,
    /// The country's name.
    pub country_name: String,
    /// The question's identity.
    pub question: String,
    /// The question's label.
    pub label: String,
    /// The cell's anchor: its findings, citations, days, notes, history.
    pub href: String,
    /// Key of the state: `yes`, `no`, `value`, `no-provision`, `partial`, `indirect`, `unclear`, `conflicting`,
    /// `pending`, `varies`, `not-applicable`, `source-silent`, `source-unavailable`, `not-researched`. Message
    /// `state-<key>`, glyph `glyph-<key>`.
    pub state: &'static str,
    /// The value, where the state is `value` or a preferred value stands behind `conflicting`.
    pub value: Option<String>,
    /// The same as a date, where it is one.
    pub value_date: Option<When>,
    /// Behind `conflicting`: the key of the preferred state, or empty.
    pub preferred: &'static str,
    /// Behind `partial`: the limit or the elements; behind `pending`: nothing (see `stage`). One line.
    pub detail: Option<String>,
    /// Behind `partial`: the elements that are not met, in one line, or empty.
    pub lacking: String,
    /// Where nothing speaks for the day of the view: the last answer for an earlier one.
    pub earlier: Option<Earlier>,
    /// Behind `pending`: the stage (message `stage-<key>`), or empty.
    pub stage: &'static str,
    /// Whether the answer is computed and there was no act yet: its day is that of the instrument, and says nothing of when
    /// somebody looked.
    pub no_act: bool,
    /// The day of the finding that is shown.
    pub observed: Option<When>,
    /// Whether the finding that is shown may lie after the day of the view.
    pub uncertain: bool,
    /// "Said of the region, not of this country": the region.
    pub said_of: Option<Link>,
    /// Whether sources disagree.
    pub disputed: bool,
    /// The source of the finding that is shown, and the place in it, in one line.
    pub source: Option<String>,
    /// How many findings there are.
    pub findings: usize,
}

/// An answer that speaks for an earlier day than that of the view.
#[derive(Clone, Debug, Serialize)]
pub struct Earlier {
    /// Key of the state, as in a cell.
    pub state: &'static str,
    /// The value, where it is one.
    pub value: Option<String>,
    /// The same as a date, where it is one.
    pub value_date: Option<When>,
    /// The day for which it spoke.
    pub observed: When,
}

/// A cell with all that is behind it.
#[derive(Clone, Debug, Serialize)]
pub struct CellDetail {
    /// The anchor on its page: the country's identity.
    pub id: String,
    /// The cell as on the matrix.
    pub cell: Cell,
    /// The country's page.
    pub country: Link,
    /// Its findings, the one that is shown first, then by day, latest first.
    pub findings: Vec<Finding>,
    /// Why the preferred finding is preferred; for `conflicting`.
    pub reason: Option<String>,
    /// What the cell said before on this site.
    pub changes: Vec<CellChange>,
    /// How the cell's state ran through the years.
    pub intervals: Vec<Interval>,
}

/// A state of a cell during a time.
#[derive(Clone, Debug, Serialize)]
pub struct Interval {
    /// First day; `None`: from the beginning.
    pub first: Option<When>,
    /// Last day; `None`: goes on.
    pub last: Option<When>,
    /// Key of the state.
    pub state: &'static str,
    /// The value, if it has one.
    pub value: Option<String>,
    /// The same as a date, where it is one.
    pub value_date: Option<When>,
    /// Whether it is uncertain on these days.
    pub uncertain: bool,
}

/// A change of a cell.
#[derive(Clone, Debug, Serialize)]
pub struct CellChange {
    /// What it said.
    pub was: String,
    /// When it was changed.
    pub changed: When,
    /// Why.
    pub reason: String,
    /// By whom.
    pub coder: Option<String>,
}

/// What one source says on one question.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// Whether the cell shows this one on the day of the view.
    pub shown: bool,
    /// Whether it lies after the day of the view.
    pub later: bool,
    /// Whether it was computed from treaty actions.
    pub computed: bool,
    /// Key of the state.
    pub state: &'static str,
    /// The value, if it is one.
    pub value: Option<String>,
    /// The same as a date, where it is one.
    pub value_date: Option<When>,
    /// The day for which the source says so.
    pub observed: When,
    /// What it rests on.
    pub rests_on: Vec<Link>,
    /// Whether it rests on the source's word alone.
    pub source_only: bool,
    /// The source and the place.
    pub citation: Citation,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// Elements that are met.
    pub met: Vec<String>,
    /// Elements that are not met.
    pub unmet: Vec<String>,
    /// The limit.
    pub limit: Option<String>,
    /// What was searched.
    pub searched: Option<String>,
    /// The stage, or empty.
    pub stage: &'static str,
    /// When the stage was reached.
    pub reached: Option<When>,
    /// The parts, where it varies.
    pub parts: Vec<String>,
    /// The title of the law that was not obtained.
    pub law_title: Option<String>,
    /// The region of which it was said.
    pub region: Option<Link>,
    /// When it was law, where the source states it.
    pub in_force: Option<Span>,
    /// Words of the source.
    pub quotation: Option<Quotation>,
    /// In plain words.
    pub plain: Option<Prose>,
    /// A remark.
    pub note: Option<Prose>,
    /// Why it is preferred.
    pub preferred: Option<String>,
    /// Who coded it.
    pub coder: String,
    /// Who looked it over.
    pub reviewer: Option<String>,
    /// When it was confirmed.
    pub confirmed: Option<When>,
    /// What an outside register calls what it publishes.
    pub trace: Vec<String>,
}

/// `home`
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// The words of the content.
    pub body: Prose,
    /// The countries that are compared.
    pub countries: Vec<CountryCard>,
    /// The sections of the codebook with their questions.
    pub sections: Vec<SectionList>,
    /// The topics.
    pub topics: Vec<Link>,
    /// The instruments.
    pub instruments: Vec<Link>,
    /// Counts, for the line that says how much there is.
    pub counts: Counts,
}

/// How much there is.
#[derive(Clone, Debug, Serialize)]
pub struct Counts {
    /// Countries that are compared, without regions.
    pub countries: usize,
    /// Questions.
    pub questions: usize,
    /// Cells with at least one finding.
    pub cells: usize,
    /// Findings.
    pub findings: usize,
    /// Instruments.
    pub instruments: usize,
    /// Treaty actions.
    pub actions: usize,
    /// Laws.
    pub laws: usize,
    /// Provisions.
    pub provisions: usize,
    /// Amendments.
    pub amendments: usize,
    /// Sources.
    pub sources: usize,
    /// Conflicts.
    pub conflicts: usize,
    /// Terms.
    pub terms: usize,
}

/// A country in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CountryCard {
    /// Its page.
    pub link: Link,
    /// Its identity.
    pub id: String,
    /// `state`, `part`, `region`, `organisation`.
    pub kind: &'static str,
    /// The first paragraph of its profile, words alone.
    pub summary: String,
    /// Cells with an answer (not silent, not researched …).
    pub answered: usize,
    /// Questions in all.
    pub questions: usize,
    /// Instruments to which it is bound on the day of the view.
    pub bound: usize,
}

/// A section of the codebook with its questions.
#[derive(Clone, Debug, Serialize)]
pub struct SectionList {
    /// Anchor in the codebook and the matrix.
    pub id: String,
    /// Its title, leading to its part of the matrix.
    pub title: Link,
    /// Its words.
    pub body: Prose,
    /// Its questions.
    pub questions: Vec<QuestionLine>,
}

/// A question in a list.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionLine {
    /// Its page; the text is the label.
    pub link: Link,
    /// Its wording.
    pub wording: String,
    /// `law` or `practice`. Message `domain-<key>`.
    pub domain: &'static str,
}

/// `countries`
#[derive(Clone, Debug, Serialize)]
pub struct Countries {
    /// The handbook of all that are compared, if any are.
    pub handbook: Option<String>,
    /// Those with a column in the matrix.
    pub compared: Vec<CountryCard>,
    /// Those that appear with the instruments alone.
    pub others: Vec<CountryCard>,
}

/// `country`, on a day
#[derive(Clone, Debug, Serialize)]
pub struct Country {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its full name.
    pub official_name: Option<String>,
    /// `state`, `part`, `region`, `organisation`.
    pub kind: &'static str,
    /// Its code.
    pub iso: Option<String>,
    /// Seat of government.
    pub capital: Option<String>,
    /// Names in other languages.
    pub names: Vec<Tongue>,
    /// For a region: its members; for a member: its regions.
    pub related: Vec<Link>,
    /// Pages on which it stands beside one other country; the text is that one's name.
    pub beside: Vec<Link>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// The top of the profile.
    pub body: Prose,
    /// Whether it is compared (has sections).
    pub compared: bool,
    /// A summary of its treaty statuses on the day.
    pub treaty_summary: Vec<TreatyLine>,
    /// The treaty actions, by instrument; shown in the section that asks for them, or on their own.
    pub treaties: Vec<InstrumentActions>,
    /// Whether a section shows the treaty actions (else they have a part of their own).
    pub treaties_in_section: bool,
    /// What the profile says on treaties (`{#treaties}`).
    pub treaties_prose: Prose,
    /// The sections of the codebook.
    pub sections: Vec<CountrySection>,
    /// Laws that no section shows.
    pub laws: Vec<LawLine>,
    /// What the profile says on laws.
    pub laws_prose: Prose,
    /// Offences that no section shows.
    pub offences: Vec<Offence>,
    /// Statistics that no section shows.
    pub statistics: Vec<Statistic>,
    /// What the profile says on figures.
    pub statistics_prose: Prose,
    /// What sources say beside the codebook, by topic.
    pub observations: Vec<ObservationGroup>,
    /// What the profile says on that (`{#observations}`).
    pub observations_prose: Prose,
    /// Places in modules that name the country, or conduct that is punished there.
    pub modules: Vec<Backlink>,
    /// What sources say was lacking.
    pub gaps: Vec<Gap>,
    /// What the profile says on gaps.
    pub gaps_prose: Prose,
    /// Cells whose state is a denial or a limit (`no`, `no-provision`, `partial`, `indirect`, `unclear`).
    pub weak: Vec<Cell>,
    /// Cells that nobody has answered, with their state.
    pub unanswered: Vec<Cell>,
    /// Amendments.
    pub amendments: Vec<AmendmentLine>,
    /// What the profile says on amendments.
    pub amendments_prose: Prose,
    /// What changed last, up to the day of the view.
    pub latest: Vec<Alteration>,
    /// The page of all that changed, if anything did.
    pub changes: Option<String>,
    /// Its handbook for paper, if it is compared and this is not that.
    pub handbook: Option<String>,
    /// Other parts of the profile.
    pub other: Vec<ProsePart>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Sources on which the page rests.
    pub sources: Vec<SourceLine>,
    /// What the profile says on sources.
    pub sources_prose: Prose,
}

/// A part of a profile.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePart {
    /// Anchor.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Words.
    pub body: Prose,
}

/// A section of the codebook on a country's page.
#[derive(Clone, Debug, Serialize)]
pub struct CountrySection {
    /// Anchor.
    pub id: String,
    /// Title.
    pub title: String,
    /// The same section of the matrix.
    pub matrix: String,
    /// What the profile says on it.
    pub body: Prose,
    /// How many questions do not apply to this jurisdiction, where none of the section does; its cells are left out then.
    pub not_applicable: usize,
    /// The cells.
    pub cells: Vec<CellRow>,
    /// Whether to set the treaty actions here.
    pub shows_treaties: bool,
    /// Offences, where the section shows them.
    pub offences: Vec<Offence>,
    /// Laws, where the section shows them.
    pub laws: Vec<LawLine>,
    /// Statistics, where the section shows them.
    pub statistics: Vec<Statistic>,
}

/// A cell on a country's page: the question, and the cell.
#[derive(Clone, Debug, Serialize)]
pub struct CellRow {
    /// The question's page; the text is its wording.
    pub question: Link,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// The cell.
    pub cell: Cell,
    /// The citation of the finding that is shown.
    pub citation: Option<Citation>,
    /// What the finding rests on.
    pub rests_on: Vec<Link>,
    /// The finding in plain words, or its note.
    pub plain: Option<Prose>,
}

/// A country's status towards an instrument, in a line.
#[derive(Clone, Debug, Serialize)]
pub struct TreatyLine {
    /// The instrument.
    pub instrument: Link,
    /// The status.
    pub status: Status,
}

/// The status of a country towards an instrument on a day.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// `not-recorded`, `no-action`, `signatory`, `bound` (deposited; not in force for it, or entry into force not
    /// computed), `party`, `former-party`. Message `status-<key>`, glyph `status-glyph-<key>`.
    pub key: &'static str,
    /// Whether it is uncertain on this day.
    pub uncertain: bool,
    /// The kind of the act that made it (`ratification` …; message `action-<kind>`), or empty.
    pub by: &'static str,
    /// Its mark in the depositary's tables, or empty.
    pub mark: String,
    /// When.
    pub since: Option<When>,
    /// For `no-action`: the day up to which the table that was read speaks.
    pub as_of: Option<When>,
    /// Entry into force for this state.
    pub in_force: Option<When>,
    /// Whether that was computed from the instrument's rule.
    pub in_force_computed: bool,
    /// Whether it could not be computed because the rule is not recorded.
    pub in_force_unknown: bool,
    /// Whether there are reservations, declarations or the like.
    pub modified: bool,
    /// Whether a source reports otherwise than is recorded, or reports what is not recorded.
    pub reported: bool,
}

/// A country's actions towards one instrument.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentActions {
    /// The instrument (on a country's page) or the country (on an instrument's page).
    pub of: Link,
    /// Anchor.
    pub id: String,
    /// The status on the day.
    pub status: Status,
    /// The actions, by date.
    pub actions: Vec<Action>,
    /// Tables without an entry.
    pub absences: Vec<Absence>,
}

/// An action with what its sources say.
#[derive(Clone, Debug, Serialize)]
pub struct Action {
    /// Message `action-<kind>`.
    pub kind: &'static str,
    /// For `announced` and `planned`: which act (message `action-<act>`), or empty.
    pub act: &'static str,
    /// 2 or more for a repetition.
    pub number: u32,
    /// Whether it binds.
    pub binds: bool,
    /// Its mark.
    pub mark: String,
    /// Articles that it touches.
    pub articles: Vec<String>,
    /// Its words.
    pub quotation: Option<Quotation>,
    /// The law by which it was done.
    pub law: Option<Link>,
    /// Recorded statements first, then reported ones.
    pub statements: Vec<Statement>,
    /// Entry into force, where it was computed from the instrument's rule.
    pub in_force_computed: Option<When>,
    /// Whether its sources give dates that cannot all be right.
    pub disputed: bool,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// What one source says of an action.
#[derive(Clone, Debug, Serialize)]
pub struct Statement {
    /// Recorded by the depositary, or reported by a source.
    pub recorded: bool,
    /// The source and the place.
    pub citation: Citation,
    /// When it was signed.
    pub signed: Option<When>,
    /// When it was deposited.
    pub deposited: Option<When>,
    /// When it came into force for this state.
    pub in_force: Option<When>,
    /// When it was done at home.
    pub domestic: Option<When>,
    /// When a withdrawal took effect.
    pub effective: Option<When>,
    /// A date without saying which of these.
    pub given: Option<When>,
    /// The day for which the source speaks.
    pub observed: Option<When>,
    /// The source's words.
    pub quote: Option<String>,
    /// Why it is preferred.
    pub preferred: Option<String>,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A table without an entry.
#[derive(Clone, Debug, Serialize)]
pub struct Absence {
    /// What was not found.
    pub finding: String,
    /// The day of the table.
    pub observed: When,
    /// The source and the place.
    pub citation: Citation,
}

/// Punished conduct.
#[derive(Clone, Debug, Serialize)]
pub struct Offence {
    /// Anchor on the country's page.
    pub id: String,
    /// The conduct.
    pub conduct: String,
    /// The provision or law; `None`: article not given.
    pub provision: Option<Link>,
    /// The code as the source calls it.
    pub code: Option<String>,
    /// Topics.
    pub topics: Vec<Link>,
    /// The day for which the source says so.
    pub observed: When,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// The source and the place.
    pub citation: Citation,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct Statistic {
    /// Anchor on the country's page.
    pub id: String,
    /// What was counted.
    pub counted: String,
    /// The figure.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Which part of the whole.
    pub breakdown: Option<String>,
    /// Who counted.
    pub counted_by: Option<String>,
    /// Over which period.
    pub from: Option<When>,
    /// Until.
    pub until: Option<When>,
    /// The source and the place.
    pub citation: Citation,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// Something that was lacking.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    /// Anchor on the country's page.
    pub id: String,
    /// What.
    pub text: Prose,
    /// Topics.
    pub topics: Vec<Link>,
    /// The day for which the source says so.
    pub observed: When,
    /// The source and the place.
    pub citation: Citation,
    /// What changed later.
    pub later: Option<Prose>,
    /// What that rests on.
    pub later_citation: Option<Citation>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// What a source says of a country where no question asks for it.
#[derive(Clone, Debug, Serialize)]
pub struct Observation {
    /// Anchor on the country's page.
    pub id: String,
    /// What it says.
    pub text: Prose,
    /// How the source puts it (message `modality-<key>`).
    pub modality: &'static str,
    /// The day for which the source speaks.
    pub observed: When,
    /// The time of which it speaks, in words, where that is another.
    pub period: Option<String>,
    /// Topics.
    pub topics: Vec<Link>,
    /// The source and the place.
    pub citation: Citation,
    /// The words of the source.
    pub quotation: Option<Quotation>,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// Observations under one topic.
#[derive(Clone, Debug, Serialize)]
pub struct ObservationGroup {
    /// The topic; `None`: without one.
    pub topic: Option<Link>,
    /// The observations.
    pub list: Vec<Observation>,
}

/// A conflict.
#[derive(Clone, Debug, Serialize)]
pub struct Conflict {
    /// Anchor on the page of disagreements.
    pub id: String,
    /// That anchor.
    pub href: String,
    /// What is disputed.
    pub title: String,
    /// The sides.
    pub sides: Vec<Side>,
    /// Why the preferred side is preferred, or why none is.
    pub reason: Prose,
    /// Whether one is.
    pub decided: bool,
    /// The records that it touches.
    pub touches: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A side of a conflict.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// What it says.
    pub says: Prose,
    /// The source and the place.
    pub citation: Citation,
    /// Whether it is preferred.
    pub preferred: bool,
}

/// A source in a list.
#[derive(Clone, Debug, Serialize)]
pub struct SourceLine {
    /// Its page; the text is its short name.
    pub link: Link,
    /// The whole reference.
    pub citation: String,
    /// Its tier, or empty.
    pub tier: &'static str,
    /// How often it is cited (here: on this page; in the list: on the site).
    pub cited: usize,
    /// Whether it is background only.
    pub background: bool,
}

/// `instruments`
#[derive(Clone, Debug, Serialize)]
pub struct Instruments {
    /// All of them.
    pub instruments: Vec<InstrumentLine>,
}

/// An instrument in a list.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentLine {
    /// Its page.
    pub link: Link,
    /// Its title.
    pub title: String,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it came into force.
    pub in_force: Option<When>,
    /// Countries that are bound on the day of the main views, among those compared.
    pub bound: usize,
    /// Countries that have only signed, among those compared.
    pub signatories: usize,
    /// Countries that are compared.
    pub countries: usize,
}

/// `instrument`
#[derive(Clone, Debug, Serialize)]
pub struct Instrument {
    /// Its identity.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its short title.
    pub short: String,
    /// `treaty` or `standard`.
    pub kind: &'static str,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it was opened for signature.
    pub opened: Option<When>,
    /// The last day on which it could be signed.
    pub closed: Option<When>,
    /// When it came into force.
    pub in_force: Option<When>,
    /// The rule by which it enters into force for one state, in words.
    pub entry: Option<String>,
    /// What that rests on.
    pub entry_citation: Option<Citation>,
    /// Who keeps the record.
    pub depositary: Option<String>,
    /// What it supplements.
    pub supplements: Option<Link>,
    /// What supplements it.
    pub supplemented_by: Vec<Link>,
    /// What its facts rest on.
    pub citations: Vec<Citation>,
    /// What it is about.
    pub body: Prose,
    /// Its articles.
    pub articles: Vec<Article>,
    /// Counts among the countries compared: status key and number, in the order of the statuses.
    pub counts: Vec<StatusCount>,
    /// Actions of the countries that are compared.
    pub compared: Vec<InstrumentActions>,
    /// Actions of the others.
    pub others: Vec<InstrumentActions>,
    /// Reservations, declarations and the like of all, by country.
    pub reservations: Vec<InstrumentActions>,
    /// The kinds of action that occur on the page, for the legend.
    pub legend: Vec<LegendLine>,
    /// Questions that are read against it or computed from it.
    pub questions: Vec<Link>,
    /// What changed last, up to the day of the view.
    pub latest: Vec<Alteration>,
    /// The page of all that changed, if anything did.
    pub changes: Option<String>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// A number of countries with one status.
#[derive(Clone, Debug, Serialize)]
pub struct StatusCount {
    /// Status key.
    pub key: &'static str,
    /// How many.
    pub count: usize,
}

/// A line of the legend: a kind of action and its mark. Messages `action-<kind>`, `action-<kind>-means`.
#[derive(Clone, Debug, Serialize)]
pub struct LegendLine {
    /// Kind.
    pub kind: &'static str,
    /// Mark, or empty.
    pub mark: &'static str,
}

/// An article of an instrument.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// Anchor.
    pub id: String,
    /// Number.
    pub number: String,
    /// Heading.
    pub heading: Option<String>,
    /// Words.
    pub quotation: Option<Quotation>,
    /// What they rest on.
    pub citation: Option<Citation>,
    /// In the site's own words.
    pub summary: Option<Prose>,
    /// Questions that are read against it.
    pub questions: Vec<Link>,
}

/// `treaties`: the grid, on a day
#[derive(Clone, Debug, Serialize)]
pub struct Treaties {
    /// The columns.
    pub countries: Vec<Link>,
    /// The rows.
    pub rows: Vec<TreatyRow>,
    /// The statuses that occur, for the legend.
    pub statuses: Vec<&'static str>,
    /// The kinds of action that occur, for the legend.
    pub legend: Vec<LegendLine>,
}

/// A row of the grid.
#[derive(Clone, Debug, Serialize)]
pub struct TreatyRow {
    /// The instrument.
    pub instrument: Link,
    /// One for each column: where it leads, and the status.
    pub cells: Vec<TreatyCell>,
}

/// A cell of the grid.
#[derive(Clone, Debug, Serialize)]
pub struct TreatyCell {
    /// Its anchor on the instrument's page.
    pub href: String,
    /// The country's name.
    pub country_name: String,
    /// The status.
    pub status: Status,
}

/// `laws`
#[derive(Clone, Debug, Serialize)]
pub struct Laws {
    /// By country.
    pub countries: Vec<CountryLaws>,
}

/// Laws of a country.
#[derive(Clone, Debug, Serialize)]
pub struct CountryLaws {
    /// The country.
    pub country: Link,
    /// Its laws.
    pub laws: Vec<LawLine>,
}

/// A law in a list.
#[derive(Clone, Debug, Serialize)]
pub struct LawLine {
    /// Its page.
    pub link: Link,
    /// Kind: message `law-<kind>`.
    pub kind: &'static str,
    /// Number.
    pub number: Option<String>,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it was signed.
    pub signed: Option<When>,
    /// The most important banner.
    pub banners: Vec<Banner>,
    /// Its provisions.
    pub provisions: Vec<Link>,
}

/// `law`
#[derive(Clone, Debug, Serialize)]
pub struct Law {
    /// Its identity.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Kind: message `law-<kind>`.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// Standing of the title's translation, or empty.
    pub title_translation: &'static str,
    /// Official title.
    pub official_title: Option<Tongue>,
    /// Number.
    pub number: Option<String>,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it was signed.
    pub signed: Option<When>,
    /// When it was published.
    pub published: Option<When>,
    /// When it commences.
    pub commences: Option<When>,
    /// When it ended.
    pub repealed: Option<When>,
    /// How: message `repeal-<verb>`; or empty.
    pub repeal_verb: &'static str,
    /// By which law.
    pub repealed_by: Option<Link>,
    /// What that rests on.
    pub repeal_citation: Option<Citation>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// What it is about.
    pub body: Prose,
    /// What its facts rest on.
    pub citations: Vec<Citation>,
    /// Its provisions.
    pub provisions: Vec<ProvisionLine>,
    /// The bills and acts by which it came.
    pub came_by: Vec<AmendmentLine>,
    /// Amendments that change it.
    pub amended_by: Vec<AmendmentLine>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Offences that name it.
    pub offences: Vec<Offence>,
    /// Topics.
    pub topics: Vec<Link>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A provision in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionLine {
    /// Its page; the text is its number.
    pub link: Link,
    /// Heading of the wording on the day of the main views.
    pub heading: Option<String>,
    /// Number of wordings.
    pub wordings: usize,
}

/// `provision`, on a day
#[derive(Clone, Debug, Serialize)]
pub struct Provision {
    /// Its identity.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Its law.
    pub law: Link,
    /// Its number.
    pub article: String,
    /// Heading of the wording that is shown.
    pub heading: Option<String>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// The wording in force on the day of the view, if one surely or perhaps is.
    pub current: Option<usize>,
    /// All wordings, latest first.
    pub wordings: Vec<Wording>,
    /// What changed between two wordings that do not follow each other, where both are recorded; the latest first.
    pub redlines: Vec<Redline>,
    /// What a reader should know.
    pub body: Prose,
    /// Topics.
    pub topics: Vec<Link>,
    /// Offences that name it.
    pub offences: Vec<Offence>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// The provision before it in the law.
    pub previous: Option<Link>,
    /// The provision after it in the law.
    pub next: Option<Link>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A wording.
#[derive(Clone, Debug, Serialize)]
pub struct Wording {
    /// Anchor: `wording-1` is the oldest.
    pub id: String,
    /// Whether it is law on the day of the view: `yes`, `no`, `uncertain`.
    pub in_force: &'static str,
    /// When it was law.
    pub period: Span,
    /// A day on which the source shows it.
    pub observed: Option<When>,
    /// Heading.
    pub heading: Option<String>,
    /// Words; `None`: not recorded.
    pub quotation: Option<Quotation>,
    /// In the site's own words.
    pub summary: Option<Prose>,
    /// Penalty.
    pub penalty: Option<String>,
    /// By which amendment it came.
    pub by: Option<Link>,
    /// The source and the place.
    pub citation: Citation,
    /// What changed against the wording before it, where both are recorded. Empty: nothing to compare.
    pub redline: Vec<Change>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// What changed from one wording to a later one.
#[derive(Clone, Debug, Serialize)]
pub struct Redline {
    /// When the earlier was law.
    pub first: Span,
    /// A day on which a source shows the earlier.
    pub first_observed: Option<When>,
    /// When the later was law.
    pub last: Span,
    /// A day on which a source shows the later.
    pub last_observed: Option<When>,
    /// The pieces.
    pub pieces: Vec<Change>,
}

/// A piece of a redline: `kind` is `same`, `ins` or `del`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which.
    pub kind: &'static str,
    /// The words.
    pub text: String,
}

/// `amendments`
#[derive(Clone, Debug, Serialize)]
pub struct Amendments {
    /// All, latest stage first.
    pub amendments: Vec<AmendmentLine>,
}

/// An amendment in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AmendmentLine {
    /// Its page.
    pub link: Link,
    /// Its country.
    pub country: Link,
    /// `bill` or `act`. Message `amendment-<kind>`.
    pub kind: &'static str,
    /// The last stage that is recorded up to the day of the view: message `stage-<key>`; or empty.
    pub stage: &'static str,
    /// When it was reached.
    pub reached: Option<When>,
    /// Number of elements.
    pub elements: usize,
}

/// `amendment`
#[derive(Clone, Debug, Serialize)]
pub struct Amendment {
    /// Its identity.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Title.
    pub title: String,
    /// `bill` or `act`.
    pub kind: &'static str,
    /// Number.
    pub number: Option<String>,
    /// The law that it is.
    pub law: Option<Link>,
    /// What it changes.
    pub amends: Vec<Link>,
    /// What it came from.
    pub follows: Vec<Link>,
    /// What came of it.
    pub followed_by: Vec<Link>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// Its stages by date.
    pub stages: Vec<Stage>,
    /// Its elements.
    pub elements: Vec<Element>,
    /// Wordings that came by it.
    pub wordings: Vec<Link>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Topics.
    pub topics: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A stage of an amendment.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// Message `stage-<key>`.
    pub kind: &'static str,
    /// When.
    pub reached: When,
    /// The source and the place.
    pub citation: Citation,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A part of what an amendment contains.
#[derive(Clone, Debug, Serialize)]
pub struct Element {
    /// Anchor.
    pub id: String,
    /// What it would do.
    pub text: Prose,
    /// Topics.
    pub topics: Vec<Link>,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// The day for which the source says so.
    pub observed: Option<When>,
    /// The source and the place.
    pub citation: Citation,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// `timeline`: the same events as a picture and as a list
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    /// One lane per country, in the order of the columns; the last lane may be instruments.
    pub lanes: Vec<Lane>,
    /// Years at which the picture has a line.
    pub years: Vec<Tick>,
    /// Width of the picture in its own units.
    pub width: f64,
    /// Height of the picture in its own units.
    pub height: f64,
    /// All events by date, undated ones last.
    pub events: Vec<Event>,
    /// Where the page is divided: the pages that list what changed in single years.
    pub other_years: Vec<YearLink>,
}

/// A lane of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Lane {
    /// The country.
    pub country: Link,
    /// Top edge of the lane in the picture.
    pub y: f64,
    /// Height of the lane.
    pub height: f64,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// A mark of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Mark {
    /// Left end.
    pub x: f64,
    /// Width; 0 for a day known in full.
    pub width: f64,
    /// Middle of the mark from the top of the picture.
    pub y: f64,
    /// Kind: `treaty`, `law`, `amendment`. Message `event-<kind>`.
    pub kind: &'static str,
    /// Number of the event in [`Timeline::events`]; its anchor in the list is `event-<n>`.
    pub event: usize,
    /// Words for the tooltip.
    pub text: String,
}

/// A year of the scale.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    /// The year.
    pub year: i16,
    /// Where.
    pub x: f64,
}

/// An event.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// Its number, from 0; its anchor is `event-<n>`.
    pub number: usize,
    /// The year by which it is listed, or empty.
    pub year: String,
    /// The anchor of the year, on the first event of each.
    pub anchor: Option<String>,
    /// When.
    pub when: When,
    /// The country.
    pub country: Link,
    /// `treaty`, `law`, `amendment`.
    pub kind: &'static str,
    /// What: message key (`action-ratification`, `stage-adopted`, `law-date-adopted` …).
    pub what: String,
    /// Of what.
    pub of: Link,
    /// The source and the place.
    pub citation: Option<Citation>,
    /// Recorded by the depositary (treaties), or reported.
    pub recorded: bool,
}

/// `handbook-country` and `handbook-all`: what is known of one country, or of all that are compared, for paper
#[derive(Clone, Debug, Serialize)]
pub struct Handbook {
    /// The countries, each as on its own page.
    pub countries: Vec<Country>,
    /// Where there are too many for one handbook: each country's own.
    pub others: Vec<Link>,
    /// The treaty status; in the handbook of all.
    pub treaties: Option<Treaties>,
    /// The comparison matrix; in the handbook of all.
    pub matrix: Option<Matrix>,
    /// Where sources disagree; in the handbook of all.
    pub conflicts: Vec<Conflict>,
    /// The glossary; in the handbook of all.
    pub terms: Vec<Term>,
    /// The sources by tier; in the handbook of all.
    pub sources: Vec<SourceGroup>,
    /// The states that a cell may have, for the legend.
    pub states: Vec<&'static str>,
    /// Where the other handbook is: of a country that of all, of all nothing.
    pub all: Option<String>,
}

/// `changes`, and the same of one year, country or instrument
#[derive(Clone, Debug, Serialize)]
pub struct Changes {
    /// The country or the instrument.
    pub of: Option<Link>,
    /// The changes by year, the latest first; those without any date last.
    pub years: Vec<ChangesYear>,
    /// The pages of single years, where one page would be too long.
    pub other_years: Vec<YearLink>,
    /// On the page of the whole site: the pages of the countries.
    pub countries: Vec<Link>,
    /// On the page of the whole site: the pages of the instruments.
    pub instruments: Vec<Link>,
    /// On the page of the whole site: the pages that compare two published days; on that of a country: its own of these,
    /// where those of the site do not tell all.
    pub pairs: Vec<DayPair>,
    /// What the editors changed, the latest first; nothing where nobody wrote it down.
    pub edits: Vec<Edit>,
}

/// The changes of a year.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesYear {
    /// Anchor.
    pub id: String,
    /// The year; empty: without a date.
    pub year: String,
    /// The changes.
    pub lines: Vec<Alteration>,
    /// The page of the year, where not all of them stand here; its count is that of those that do not.
    pub left: Option<YearLink>,
}

/// The page of a year.
#[derive(Clone, Debug, Serialize)]
pub struct YearLink {
    /// Where it is.
    pub href: String,
    /// The year.
    pub year: String,
    /// How many changes it lists.
    pub count: usize,
    /// Whether it is the page that holds the link.
    pub here: bool,
}

/// A change of the law.
#[derive(Clone, Debug, Serialize)]
pub struct Alteration {
    /// An identity that stays from edition to edition; the anchor of its line.
    pub id: String,
    /// When, as it is known.
    pub when: When,
    /// Whether it surely lies after the day of the edition.
    pub later: bool,
    /// The country.
    pub country: Link,
    /// `treaty`, `law`, `amendment`, `wording`, `answer`.
    pub kind: &'static str,
    /// What: message key (`action-ratification`, `entry-in-force`, `law-date-adopted`, `repeal-replaced`,
    /// `stage-adopted`, `wording-new`, `answer-changed` …).
    pub what: String,
    /// Of what.
    pub of: Link,
    /// What was before.
    pub was: Option<Standing>,
    /// What is since then.
    pub is: Option<Standing>,
    /// By which record.
    pub by: Option<Link>,
    /// Where the wording is set beside the one before it.
    pub redline: Option<String>,
    /// The source and the place.
    pub citation: Option<Citation>,
    /// Recorded by the depositary (treaties), or reported.
    pub recorded: bool,
    /// Whether the day was computed from the instrument's rule.
    pub computed: bool,
}

/// A status or what a cell says, by itself.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// Status key (message `status-<key>`), or empty.
    pub status: &'static str,
    /// Key of a cell's state, or empty.
    pub state: &'static str,
    /// The value, if it is one.
    pub value: Option<String>,
    /// The same as a date, where it is one.
    pub value_date: Option<When>,
}

/// Something that the editors changed.
#[derive(Clone, Debug, Serialize)]
pub struct Edit {
    /// The cell; the text is the question's label.
    pub cell: Link,
    /// The country.
    pub country: Link,
    /// What the cell said before.
    pub was: String,
    /// When it was changed.
    pub changed: When,
    /// Why.
    pub reason: String,
    /// By whom.
    pub coder: Option<String>,
}

/// A feed of what changed. It is no page: nothing but `publish::feed` prints it.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Its identity and its address.
    pub id: String,
    /// The country, where it is of one.
    pub of: Option<String>,
    /// The absolute address of the page that says the same.
    pub page: String,
    /// The absolute address of the site, with `/`.
    pub root: String,
    /// The day of the edition.
    pub updated: When,
    /// The entries, the latest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// Its identity: an address that stays from edition to edition.
    pub id: String,
    /// The day of the change, or that of the edition where it is still to come.
    pub updated: When,
    /// A change of the law; its links are paths from the root of the site.
    pub change: Option<Alteration>,
    /// Or one of the editors'.
    pub edit: Option<Edit>,
}

/// Two days that are compared.
#[derive(Clone, Debug, Serialize)]
pub struct DayPair {
    /// The page that compares them.
    pub href: String,
    /// The one day.
    pub first: When,
    /// The other.
    pub last: When,
    /// Whether the other is that of the main views.
    pub main: bool,
    /// Whether no published day lies between them.
    pub near: bool,
}

/// `changes-between`: what changed from one published day to another
#[derive(Clone, Debug, Serialize)]
pub struct Between {
    /// The country, on a page that tells of one alone.
    pub of: Option<Link>,
    /// On such a page: the page of all countries.
    pub whole: Option<DayPair>,
    /// The one day.
    pub first: When,
    /// The other.
    pub last: When,
    /// Whether the other is that of the main views.
    pub main: bool,
    /// The matrix on the one day, where it is published.
    pub first_matrix: Option<String>,
    /// The matrix on the other day, where it is published.
    pub last_matrix: Option<String>,
    /// How many answers are others.
    pub changed: usize,
    /// How many acts lie between the days.
    pub acts: usize,
    /// How many statuses are others.
    pub statuses: usize,
    /// The pair before it.
    pub previous: Option<DayPair>,
    /// The pair after it.
    pub next: Option<DayPair>,
    /// The one day and that of the main views.
    pub since: Option<DayPair>,
    /// By country; those where nothing changed are left out.
    pub countries: Vec<BetweenCountry>,
    /// Statuses by instrument; those where none changed are left out.
    pub instruments: Vec<BetweenInstrument>,
    /// In place of `countries`, where these would be too long for one page: how much there is of each.
    pub digests: Vec<BetweenDigest>,
    /// In place of `instruments` there: how many statuses are others.
    pub tallies: Vec<BetweenTally>,
}

/// How much changed in a country between two days, and what tells most of it.
#[derive(Clone, Debug, Serialize)]
pub struct BetweenDigest {
    /// Anchor.
    pub id: String,
    /// The country.
    pub country: Link,
    /// The page that tells all of it; `None`: it is all told here.
    pub href: Option<String>,
    /// How much it is.
    pub amount: Amount,
    /// How many lines are told only there.
    pub more: usize,
    /// What tells most.
    pub told: Vec<Telling>,
}

/// How much lies between two days.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Amount {
    /// Answers that are others.
    pub changed: usize,
    /// Cells that are answered for the first time.
    pub first: usize,
    /// Answers for which nothing speaks any more.
    pub ended: usize,
    /// What was done, or may have been.
    pub acts: usize,
    /// Statuses that are others.
    pub statuses: usize,
}

/// A change in few words: a cell, a status, or what was done.
#[derive(Clone, Debug, Serialize)]
pub struct Telling {
    /// When it was done.
    pub when: Option<When>,
    /// What was done, a message key as in `Alteration`; empty: what a cell or a status became.
    pub what: String,
    /// Of what.
    pub of: Link,
    /// On the one day; `None` for a first answer.
    pub was: Option<Standing>,
    /// On the other.
    pub is: Option<Standing>,
}

impl Telling {
    /// Something of which nothing is told but what it is.
    pub fn of(of: Link) -> Telling {
        Telling { when: None, what: String::new(), of, was: None, is: None }
    }
}

/// How many statuses towards an instrument changed between two days.
#[derive(Clone, Debug, Serialize)]
pub struct BetweenTally {
    /// Anchor.
    pub id: String,
    /// The instrument.
    pub instrument: Link,
    /// How many countries.
    pub count: usize,
    /// How many of them became what.
    pub became: Vec<Tally>,
}

/// A number of countries with a status.
#[derive(Clone, Debug, Serialize)]
pub struct Tally {
    /// Status key. Message `status-<key>`.
    pub status: &'static str,
    /// How many.
    pub count: usize,
}

/// What changed in a country between two days.
#[derive(Clone, Debug, Serialize)]
pub struct BetweenCountry {
    /// Anchor.
    pub id: String,
    /// The country.
    pub country: Link,
    /// Answers that are others.
    pub changed: Vec<CellTurn>,
    /// Cells that are answered for the first time; empty where they are too many to name.
    pub first: Vec<CellTurn>,
    /// How many these are.
    pub first_count: usize,
    /// Answers for which nothing speaks any more.
    pub ended: Vec<CellTurn>,
    /// What was done between the days, or may have been.
    pub acts: Vec<Alteration>,
}

/// A cell that says on the one day something else than on the other.
#[derive(Clone, Debug, Serialize)]
pub struct CellTurn {
    /// The cell; the text is the question's label.
    pub question: Link,
    /// The question's wording.
    pub wording: String,
    /// On the one day.
    pub was: Standing,
    /// On the other.
    pub is: Standing,
    /// The day for which the finding that is shown on the other day speaks; `None`: it follows from an act.
    pub observed: Option<When>,
    /// The source of that finding.
    pub citation: Option<Citation>,
    /// What that finding rests on.
    pub rests_on: Vec<Link>,
    /// What was done between the days to that on which the cell rests.
    pub why: Vec<Alteration>,
    /// Whether one of the two is uncertain on its day.
    pub uncertain: bool,
}

/// Statuses towards an instrument that changed between two days.
#[derive(Clone, Debug, Serialize)]
pub struct BetweenInstrument {
    /// Anchor.
    pub id: String,
    /// The instrument.
    pub instrument: Link,
    /// The countries.
    pub rows: Vec<StatusTurn>,
}

/// A status that is on the one day another than on the other.
#[derive(Clone, Debug, Serialize)]
pub struct StatusTurn {
    /// The country, leading to its acts.
    pub country: Link,
    /// On the one day.
    pub was: Standing,
    /// On the other.
    pub is: Standing,
    /// Whether one of the two is uncertain on its day.
    pub uncertain: bool,
    /// The acts that explain it.
    pub why: Vec<Alteration>,
}

/// `topics`
#[derive(Clone, Debug, Serialize)]
pub struct Topics {
    /// All of them.
    pub topics: Vec<TopicLine>,
}

/// A topic in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TopicLine {
    /// Its page.
    pub link: Link,
    /// What it covers, in a line.
    pub summary: String,
    /// Questions under it.
    pub questions: usize,
    /// Provisions and offences under it.
    pub provisions: usize,
}

/// `topic`
#[derive(Clone, Debug, Serialize)]
pub struct Topic {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it covers.
    pub body: Prose,
    /// Its questions as a slice of the matrix.
    pub matrix: Option<Matrix>,
    /// Where the page is divided: its questions.
    pub questions: Vec<Link>,
    /// On the page of one country: the answers of that country to them.
    pub cells: Vec<Cell>,
    /// Provisions and offences by country.
    pub countries: Vec<TopicCountry>,
    /// Amendments.
    pub amendments: Vec<AmendmentLine>,
    /// Elements of amendments.
    pub elements: Vec<TopicElement>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// What a topic gathers in one country.
#[derive(Clone, Debug, Serialize)]
pub struct TopicCountry {
    /// Anchor.
    pub id: String,
    /// The country.
    pub country: Link,
    /// Laws.
    pub laws: Vec<LawLine>,
    /// Provisions: law and number, heading.
    pub provisions: Vec<TopicProvision>,
    /// Offences.
    pub offences: Vec<Offence>,
    /// Gaps.
    pub gaps: Vec<Gap>,
    /// What sources say beside the codebook.
    pub observations: Vec<Observation>,
}

/// A provision under a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicProvision {
    /// Its page.
    pub link: Link,
    /// Its law.
    pub law: Link,
    /// Its heading.
    pub heading: Option<String>,
}

/// An element of an amendment under a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicElement {
    /// The amendment's element.
    pub link: Link,
    /// Its country.
    pub country: Link,
    /// What it would do.
    pub text: Prose,
}

/// `questions`
#[derive(Clone, Debug, Serialize)]
pub struct Questions {
    /// The sections with their questions.
    pub sections: Vec<SectionList>,
}

/// `question`
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// Its identity.
    pub id: String,
    /// Its wording.
    pub wording: String,
    /// Its label.
    pub label: String,
    /// Its section, leading to the matrix.
    pub section: Link,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// `provision`, `action`, `source`. Message `basis-<key>`.
    pub basis: &'static str,
    /// `yes-no`, … Message `answer-kind-<key>`.
    pub kind: &'static str,
    /// What each answer means here.
    pub answers: Vec<AnswerMeaning>,
    /// Other states that occur in its cells (message `state-<key>-means`).
    pub other_states: Vec<&'static str>,
    /// What counts.
    pub include: Option<Prose>,
    /// What does not.
    pub exclude: Option<Prose>,
    /// The benchmark.
    pub benchmark: Option<Benchmark>,
    /// The question that must be answered first.
    pub parent: Option<Link>,
    /// The answers with which this question applies.
    pub parent_when: Vec<String>,
    /// Questions that depend on this one.
    pub children: Vec<Link>,
    /// Topics.
    pub topics: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// The cells, in the order of the columns.
    pub cells: Vec<CellDetail>,
    /// How many cells are in each state, in the order of the states.
    pub counts: Vec<StateCount>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// The question before it.
    pub previous: Option<Link>,
    /// The question after it.
    pub next: Option<Link>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// What an answer means for a question.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerMeaning {
    /// The answer's word.
    pub answer: String,
    /// Whether it is the key of a state (message `state-<answer>`), and not a word of the content.
    pub is_state: bool,
    /// What it means.
    pub meaning: Prose,
}

/// The article that answers are read against.
#[derive(Clone, Debug, Serialize)]
pub struct Benchmark {
    /// The instrument or its article.
    pub link: Link,
    /// The article.
    pub article: Option<Article>,
}

/// A number of cells in one state.
#[derive(Clone, Debug, Serialize)]
pub struct StateCount {
    /// Key of the state.
    pub state: &'static str,
    /// How many.
    pub count: usize,
}

/// `matrix` (questions × countries) and `matrix-transposed` (countries × questions), on a day
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    /// The countries.
    pub countries: Vec<Link>,
    /// Their identities.
    pub ids: Vec<String>,
    /// The identities of those that are regions.
    pub regions: Vec<String>,
    /// The sections.
    pub sections: Vec<MatrixSection>,
    /// The states that occur, for the legend.
    pub states: Vec<&'static str>,
    /// The other way round; empty where there is none (a slice on another page).
    pub other_way: String,
}

/// A section of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixSection {
    /// Anchor.
    pub id: String,
    /// Title.
    pub title: String,
    /// Rows: a question and a cell for each country.
    pub rows: Vec<MatrixRow>,
}

/// A row of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The question's page; the text is its label.
    pub question: Link,
    /// Its identity.
    pub id: String,
    /// Its wording.
    pub wording: String,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// One for each country.
    pub cells: Vec<Cell>,
    /// For each cell the number of its answer: cells with the same number give the same one. 0: the cell gives none that
    /// could be compared.
    pub says: Vec<usize>,
}

/// `comparisons`
#[derive(Clone, Debug, Serialize)]
pub struct Comparisons {
    /// The groups of the configuration that have pairs.
    pub groups: Vec<PairedGroup>,
    /// The sections of the codebook, each on a page of its own.
    pub sections: Vec<Link>,
    /// The whole matrix.
    pub matrix: String,
    /// The page of what a reader collects.
    pub sheet: String,
}

/// `sheet`: what a reader collects; the script fills it.
#[derive(Clone, Debug, Serialize)]
pub struct OwnSheet {
    /// The matrix, where answers are collected.
    pub matrix: String,
    /// Where two countries stand side by side.
    pub comparisons: String,
}

/// Countries that are set side by side.
#[derive(Clone, Debug, Serialize)]
pub struct PairedGroup {
    /// The group's name.
    pub title: String,
    /// Its countries.
    pub countries: Vec<PairedCountry>,
}

/// A country, and those beside which it stands.
#[derive(Clone, Debug, Serialize)]
pub struct PairedCountry {
    /// The country.
    pub country: Link,
    /// The pages of its pairs; the text is the name of the other.
    pub with: Vec<Link>,
}

/// `section`
#[derive(Clone, Debug, Serialize)]
pub struct SectionPage {
    /// Its identity.
    pub id: String,
    /// Its words.
    pub body: Prose,
    /// Its part of the matrix.
    pub matrix: Matrix,
    /// The section before it.
    pub previous: Option<Link>,
    /// The section after it.
    pub next: Option<Link>,
}

/// `pair`: two countries side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    /// The two, in the order of the columns.
    pub countries: Vec<Link>,
    /// Their identities.
    pub ids: Vec<String>,
    /// The matrix, where the two stand among the others.
    pub matrix: String,
    /// How many questions there are.
    pub questions: usize,
    /// How many are answered differently.
    pub differ: usize,
    /// How many are answered by the same word with other details.
    pub similar: usize,
    /// How many are answered alike.
    pub same: usize,
    /// How many are answered for both, but unclearly or with sources that disagree.
    pub unsettled: usize,
    /// How many are answered for one of the two only.
    pub one: usize,
    /// How many are answered for neither.
    pub none: usize,
    /// The sections.
    pub sections: Vec<PairSection>,
    /// The states that occur, for the legend.
    pub states: Vec<&'static str>,
    /// Treaties, where both can join them.
    pub treaties: Option<PairTreaties>,
}

/// A section on the page of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct PairSection {
    /// Anchor.
    pub id: String,
    /// Its title, leading to its own page.
    pub title: Link,
    /// Questions that are not answered alike.
    pub open: Vec<PairRow>,
    /// Questions that are.
    pub same: Vec<PairRow>,
    /// Questions that are answered for neither.
    pub none: Vec<PairRow>,
}

/// A question on the page of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct PairRow {
    /// The question's page; the text is its label.
    pub question: Link,
    /// Its identity.
    pub id: String,
    /// Its wording.
    pub wording: String,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// `differs`, `similar` (the same word, other details), `same`, `unsettled` (one is unclear, or its
    /// sources disagree), `one` (one answers), `none`. Message `likeness-<key>`.
    pub likeness: &'static str,
    /// Behind `one`: the name of the country that answers.
    pub answers: String,
    /// The two cells.
    pub cells: Vec<Cell>,
}

/// Treaties on the page of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct PairTreaties {
    /// Treaties towards which the two do not stand alike.
    pub open: Vec<PairTreaty>,
    /// Treaties towards which they do.
    pub same: Vec<PairTreaty>,
    /// Treaties of which nothing is recorded for either.
    pub none: Vec<PairTreaty>,
    /// The statuses that occur, for the legend.
    pub statuses: Vec<&'static str>,
}

/// A treaty on the page of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct PairTreaty {
    /// The instrument.
    pub instrument: Link,
    /// The anchors of the two on the instrument's page.
    pub hrefs: Vec<String>,
    /// Their statuses.
    pub statuses: Vec<Status>,
    /// `differs`, `same`, `one`, `none`.
    pub likeness: &'static str,
    /// Behind `one`: the name of the country of which something is recorded.
    pub answers: String,
}

/// `modules`
#[derive(Clone, Debug, Serialize)]
pub struct Modules {
    /// All of them.
    pub modules: Vec<ModuleLine>,
}

/// A module in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleLine {
    /// Its page.
    pub link: Link,
    /// For whom it is.
    pub audience: String,
    /// The time of the whole.
    pub minutes: u32,
    /// What they can do afterwards.
    pub objectives: Vec<String>,
}

/// `module`
#[derive(Clone, Debug, Serialize)]
pub struct Module {
    /// Its identity.
    pub id: String,
    /// For whom it is.
    pub audience: String,
    /// The time of the whole.
    pub minutes: u32,
    /// What they can do afterwards.
    pub objectives: Vec<String>,
    /// Topics.
    pub topics: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// Its steps in their order.
    pub steps: Vec<ModuleStep>,
    /// Slices of the matrix.
    pub handouts: Vec<Handout>,
    /// Situations with a task and an answer.
    pub exercises: Vec<Exercise>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A step of a module.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleStep {
    /// Anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How long it takes.
    pub minutes: u32,
    /// What is done.
    pub text: Prose,
}

/// A slice of the matrix that is handed out.
#[derive(Clone, Debug, Serialize)]
pub struct Handout {
    /// Anchor on the module's page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its own page, made to be printed.
    pub href: String,
    /// The day on which it shows its cells.
    pub on: When,
    /// Whether it is made for that day; else it shows the last finding of each cell up to it.
    pub dated: bool,
    /// The slice; a link of a cell leads to the cell as the main views show it.
    pub matrix: Matrix,
    /// A remark.
    pub note: Option<Prose>,
}

/// `handout`: one by itself.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutPage {
    /// Its module.
    pub module: Link,
    /// The handout.
    pub handout: Handout,
    /// The sources of what its cells say.
    pub sources: Vec<HandoutSource>,
}

/// A source on which cells of a handout rest.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutSource {
    /// Its page; the text is its short name.
    pub link: Link,
    /// The whole reference.
    pub citation: String,
    /// The places in it that are cited.
    pub places: Vec<HandoutPlace>,
}

/// A place in a source.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutPlace {
    /// The place.
    pub place: String,
    /// The cells that rest on it, by question.
    pub rows: Vec<HandoutRow>,
}

/// Cells of one question.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutRow {
    /// The question's label.
    pub question: String,
    /// The countries' names.
    pub countries: Vec<String>,
}

/// A situation with a task; its answer, and what proves that.
#[derive(Clone, Debug, Serialize)]
pub struct Exercise {
    /// Anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What happened.
    pub situation: Prose,
    /// What is to be found out.
    pub task: Prose,
    /// The answer.
    pub answer: Prose,
    /// The answer once more with anchors of its own, for a second place on the page.
    pub answer_again: Prose,
    /// The day for which cells prove it, if it is not that of the page.
    pub on: Option<When>,
    /// What proves it.
    pub proofs: Vec<Proof>,
}

/// What proves an answer.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// Where it stands.
    pub link: Link,
    /// Kind of record, or `cell` (message `kind-<key>`).
    pub kind: &'static str,
    /// The cell, if it is one, on the day of the page.
    pub cell: Option<Cell>,
}

/// `sources`
#[derive(Clone, Debug, Serialize)]
pub struct Sources {
    /// By tier, nearest first; the last group is "not recorded" (empty key).
    pub groups: Vec<SourceGroup>,
}

/// Sources of one tier.
#[derive(Clone, Debug, Serialize)]
pub struct SourceGroup {
    /// Message `tier-<key>`; empty: not recorded.
    pub tier: &'static str,
    /// The sources.
    pub sources: Vec<SourceLine>,
}

/// `source`
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// Its identity.
    pub id: String,
    /// The whole reference.
    pub citation: String,
    /// Short name.
    pub short: String,
    /// Author.
    pub author: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Year.
    pub year: Option<String>,
    /// Kind.
    pub kind: Option<String>,
    /// Tier, or empty.
    pub tier: &'static str,
    /// Address.
    pub url: Option<String>,
    /// Archived copy.
    pub archived: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// The day of the copy that was read.
    pub stored: Option<When>,
    /// The day it was last looked up.
    pub accessed: Option<When>,
    /// Whether it is background only.
    pub background: bool,
    /// What a reader should know.
    pub body: Prose,
    /// All that cites it.
    pub cited_by: Vec<SourceUse>,
}

/// A use of a source.
#[derive(Clone, Debug, Serialize)]
pub struct SourceUse {
    /// Where: a page or an anchor.
    pub link: Link,
    /// Kind of record (message `kind-<key>`).
    pub kind: &'static str,
    /// The place in the source, or empty.
    pub place: String,
}

/// A page that refers to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backlink {
    /// Where.
    pub link: Link,
    /// Kind of record (message `kind-<key>`).
    pub kind: &'static str,
}

/// `disagreements`
#[derive(Clone, Debug, Serialize)]
pub struct Disagreements {
    /// Conflicts that are recorded as such.
    pub conflicts: Vec<Conflict>,
    /// Cells whose sources disagree on the day of the main views.
    pub cells: Vec<CellDetail>,
    /// Actions whose sources give dates that cannot all be right.
    pub actions: Vec<DisputedAction>,
    /// Cells that two coders answered differently.
    pub coders: Vec<CellDetail>,
}

/// An action whose sources disagree.
#[derive(Clone, Debug, Serialize)]
pub struct DisputedAction {
    /// The country.
    pub country: Link,
    /// The instrument's page, at the country.
    pub instrument: Link,
    /// The action.
    pub action: Action,
}

/// `unresearched`
#[derive(Clone, Debug, Serialize)]
pub struct Unresearched {
    /// By country.
    pub countries: Vec<UnresearchedCountry>,
    /// Where to send what is known.
    pub contribute: Option<String>,
}

/// What nobody has answered of one country.
#[derive(Clone, Debug, Serialize)]
pub struct UnresearchedCountry {
    /// The country.
    pub country: Link,
    /// Cells that nobody looked at.
    pub not_researched: Vec<Cell>,
    /// Cells whose source was read and says nothing.
    pub silent: Vec<Cell>,
    /// Cells whose law exists but was not obtained.
    pub unavailable: Vec<Cell>,
    /// Cells with an answer.
    pub answered: usize,
    /// Questions in all.
    pub questions: usize,
    /// Instruments of which nothing is recorded.
    pub treaties: Vec<Link>,
}

/// `glossary`
#[derive(Clone, Debug, Serialize)]
pub struct Glossary {
    /// Terms in order.
    pub terms: Vec<Term>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// Anchor.
    pub id: String,
    /// The word.
    pub term: String,
    /// In the original languages.
    pub originals: Vec<Tongue>,
    /// What it means.
    pub body: Prose,
    /// What it rests on.
    pub citation: Option<Citation>,
    /// The day for which the source uses it so.
    pub observed: Option<When>,
    /// Pages on which it occurs.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// `about`
#[derive(Clone, Debug, Serialize)]
pub struct About {
    /// The words of the content.
    pub body: Prose,
    /// How much there is.
    pub counts: Counts,
    /// All states in order, for the legend.
    pub states: Vec<&'static str>,
    /// All statuses in order.
    pub statuses: Vec<&'static str>,
    /// All tiers in order.
    pub tiers: Vec<&'static str>,
    /// First and last day on which a source was looked up.
    pub accessed: Option<Span>,
}

/// `page`
#[derive(Clone, Debug, Serialize)]
pub struct ProsePage {
    /// The words.
    pub body: Prose,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// `data`
#[derive(Clone, Debug, Serialize)]
pub struct DataPage {
    /// The files.
    pub files: Vec<DataFile>,
}

/// A file of data.
#[derive(Clone, Debug, Serialize)]
pub struct DataFile {
    /// Relative to the page.
    pub href: String,
    /// Its name; message `data-<name without ending>` says what it holds.
    pub name: String,
    /// That key.
    pub key: String,
    /// Number of rows.
    pub rows: Option<usize>,
}

/// `search`: the list of all pages, and the place for a field where the site has an index; `search-list`: what there is
/// of one country
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// Whether the site has an index.
    pub indexed: bool,
    /// The pages by kind.
    pub groups: Vec<SearchGroup>,
    /// Pages that list what there is of each country, where one page would be too long.
    pub lists: Vec<Link>,
}

/// Pages of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct SearchGroup {
    /// Message `kinds-<kind>`.
    pub kind: &'static str,
    /// By country.
    pub lists: Vec<Listed>,
}

/// Pages of one kind and one country.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// The country, where they belong to one.
    pub country: Option<Link>,
    /// The pages: words of the content, or the key of a message (`page-<key>`).
    pub pages: Vec<Crumb>,
}

/// `not-found`
#[derive(Clone, Debug, Serialize)]
pub struct NotFound {
    /// The absolute address of the folder of the home page, without `/` at its end, where the configuration names a base.
    pub home: Option<String>,
}
