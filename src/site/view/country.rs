//! The views of a country: its page, its entry in lists, its handbook.

use serde::Serialize;

use crate::text::TaggedText;

use super::amendment::AmendmentLine;
use super::cell::{Cell, CellRow};
use super::change::ChangeEntry;
use super::conflict::Conflict;
use super::glossary::Term;
use super::link::{Backlink, Banner, Citation, Crumb, Link, LocalizedText, Quotation, Span, When};
use super::matrix::Matrix;
use super::prose::Prose;
use super::source::{SourceGroup, SourceLine};
use super::statute::{LawLine, Offence, WordingTranslation};
use super::timeline::Timeline;
use super::treaty::{ActionsByInstrument, Treaties, TreatyLine};

/// A country in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CountryCard {
    /// Its page.
    pub link: Link,
    /// Its id.
    pub id: String,
    /// `state`, `part`, `region`, `organisation`.
    pub kind: &'static str,
    /// The first paragraph of its profile, as plain text.
    pub summary: TaggedText,
    /// The current answers by which the country is summarised, at most a few. Shown instead of `summary` if there are
    /// any.
    pub glance: Vec<Cell>,
    /// Number of cells with an answer (not silent, not unresearched …).
    pub answered: usize,
    /// Number of all questions.
    pub questions: usize,
    /// Number of treaties that bind it on the day of the view; `None` if nothing is recorded towards any treaty.
    pub bound: Option<usize>,
}

/// Template `countries`.
#[derive(Clone, Debug, Serialize)]
pub struct Countries {
    /// The handbook of all compared countries, if there are any.
    pub handbook: Option<String>,
    /// Those with a column in the matrix.
    pub compared: Vec<CountryCard>,
    /// Those without a column, which appear on the pages of instruments only.
    pub others: Vec<CountryCard>,
}

/// An earlier name of a country.
#[derive(Clone, Debug, Serialize)]
pub struct FormerName {
    /// The name.
    pub name: TaggedText,
    /// The first day of the next name.
    pub until: When,
}

/// An article on which the headline answers of a country rest, with its wording of the day.
#[derive(Clone, Debug, Serialize)]
pub struct MainArticle {
    /// Its page; the text names it.
    pub link: Link,
    /// The heading, in the language of the site where it is recorded so.
    pub heading: Option<TaggedText>,
    /// Key of the wording's state on the day. Message: `wording-is-<key>`.
    pub state: &'static str,
    /// When the wording is law.
    pub period: Span,
    /// The day on which a source shows it, where the period is not recorded.
    pub observed: Option<When>,
    /// The first of its words.
    pub words: Option<Quotation>,
    /// The first of its words in the language of the site, where `words` are in another.
    pub translated: Option<WordingTranslation>,
    /// Where no words are recorded: what the site says of it in a few words of its own.
    pub summary: String,
    /// The penalty, as the source gives it.
    pub penalty: Option<TaggedText>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

/// Template `country-sheet`: a country on one sheet of paper.
#[derive(Clone, Debug, Serialize)]
pub struct CountrySheet {
    /// The country's page.
    pub country: Link,
    /// The current answers by which the country is summarised.
    pub glance: Vec<Cell>,
    /// The articles on which they rest.
    pub articles: Vec<MainArticle>,
    /// All answers by section, as long as they have room.
    pub sections: Vec<CountrySection>,
    /// The states of these answers, for the key.
    pub states: Vec<&'static str>,
    /// Number of the questions that have no room on the sheet.
    pub left: usize,
    /// Its dates as a picture.
    pub timeline: Option<Timeline>,
    /// Number of the sources that its records cite.
    pub sources: usize,
    /// Number of disagreements that concern it.
    pub conflicts: usize,
}

/// Template `country`: a country on a day.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Country {
    /// Its id.
    pub id: String,
    /// Anchor on a page with several countries.
    pub anchor: String,
    /// Its name.
    pub name: TaggedText,
    /// Its full name, where it differs from `name`.
    pub official_name: Option<TaggedText>,
    /// `state`, `part`, `region`, `organisation`.
    pub kind: &'static str,
    /// Its code of ISO 3166.
    pub iso: Option<String>,
    /// Its earlier names, oldest first.
    pub former_names: Vec<FormerName>,
    /// The first day of its existence.
    pub from: Option<When>,
    /// The first day on which it no longer exists.
    pub until: Option<When>,
    /// The states that preceded it.
    pub predecessors: Vec<Link>,
    /// The states that succeeded it.
    pub successors: Vec<Link>,
    /// For a part: the state to which it belongs.
    pub part_of: Option<Link>,
    /// Seat of government.
    pub capital: Option<TaggedText>,
    /// Names in other languages.
    pub names: Vec<LocalizedText>,
    /// For a region: its members; for a member: its regions.
    pub related: Vec<Link>,
    /// The comparisons with one other country each; the text is the other's name.
    pub comparisons: Vec<Link>,
    /// Notices about the country and about the view.
    pub banners: Vec<Banner>,
    /// The part of the profile before its first heading.
    pub body: Prose,
    /// Whether it has a column in the matrix, and so sections on this page.
    pub compared: bool,
    /// The current answers by which the country is summarised.
    pub glance: Vec<Cell>,
    /// The articles on which they rest.
    pub articles: Vec<MainArticle>,
    /// Its dates as a picture and as a list; on its main view alone, and only where they are not too many for it.
    pub timeline: Option<Timeline>,
    /// The page with the timeline, where it would be too long here.
    pub timeline_elsewhere: Option<String>,
    /// Its statuses on the day of the view.
    pub treaty_summary: Vec<TreatyLine>,
    /// Its treaty actions by instrument.
    pub treaties: ActionsByInstrument,
    /// Which of its parts the page has.
    pub has: CountryParts,
    /// The part of the profile on treaties (`{#treaties}`).
    pub treaties_prose: Prose,
    /// The sections of the codebook.
    pub sections: Vec<CountrySection>,
    /// Laws that no section shows.
    pub laws: Vec<LawLine>,
    /// The part of the profile on laws (`{#laws}`).
    pub laws_prose: Prose,
    /// Offences that no section shows.
    pub offences: Vec<Offence>,
    /// Statistics that no section shows.
    pub statistics: Vec<Statistic>,
    /// The part of the profile on statistics (`{#statistics}`).
    pub statistics_prose: Prose,
    /// Observations by topic.
    pub observations: Vec<ObservationGroup>,
    /// The part of the profile on observations (`{#observations}`).
    pub observations_prose: Prose,
    /// Places in modules that name the country, or conduct that is punished there.
    pub modules: Vec<Backlink>,
    /// What the law or practice lacked, according to sources.
    pub gaps: Vec<Gap>,
    /// The part of the profile on gaps (`{#gaps}`).
    pub gaps_prose: Prose,
    /// Cells whose state is a denial or a limit (`no`, `no-provision`, `partial`, `indirect`, `unclear`).
    pub denied_or_limited: CellList,
    /// Cells that nobody has answered, with their state.
    pub unanswered: CellList,
    /// Its bills and amending acts.
    pub amendments: Vec<AmendmentLine>,
    /// The part of the profile on amendments (`{#amendments}`).
    pub amendments_prose: Prose,
    /// The latest changes of its law and its latest acts, up to the day of the view.
    pub latest: Vec<ChangeEntry>,
    /// The latest answers that differ from those of the source before, up to the day of the view: no changes of the law.
    pub readings: Vec<ChangeEntry>,
    /// The page with all its changes, if there are any.
    pub changes: Option<String>,
    /// Its handbook for paper, if it is compared and this page is not the handbook.
    pub handbook: Option<String>,
    /// The sheet of paper that shows it at a glance, under the same condition.
    pub sheet: Option<String>,
    /// Its answers as a picture; on its main page alone.
    pub picture: Option<String>,
    /// The parts of the profile that neither a section nor a part of the page shows, in the order of the profile.
    pub other: Vec<ProsePart>,
    /// Conflicts that concern it.
    pub conflicts: Vec<Conflict>,
    /// The sources that its records cite, most cited first.
    pub sources: Vec<SourceLine>,
    /// The part of the profile on sources (`{#sources}`).
    pub sources_prose: Prose,
}

/// Cells of a country: each of them, or where these would be too many, how many there are in each section.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CellList {
    /// The cells.
    pub cells: Vec<Cell>,
    /// The sections of this page, with the number of cells in each.
    pub sections: Vec<CellsOfSection>,
}

impl CellList {
    /// Whether there is no such cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.sections.is_empty()
    }
}

/// The number of cells in a section.
#[derive(Clone, Debug, Serialize)]
pub struct CellsOfSection {
    /// Its anchor on this page.
    pub id: String,
    /// Its title.
    pub title: TaggedText,
    /// The number of cells.
    pub count: usize,
}

/// Which parts a country's page has, of those that both its records and its profile may fill. The template prints a part
/// and the table of contents names it where it is true here.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct CountryParts {
    /// Treaty actions that no section shows, or words of the profile on treaties.
    pub treaties: bool,
    /// The part of the profile before its first heading, if the page begins with `glance`; else that part has no heading.
    pub profile: bool,
    /// Laws that no section shows, or words of the profile on laws.
    pub laws: bool,
    /// Statistics that no section shows, or words of the profile on statistics.
    pub statistics: bool,
    /// Observations, or words of the profile on them.
    pub observations: bool,
    /// Gaps, cells with a denial or a limit, cells without an answer, or words of the profile on gaps.
    pub gaps: bool,
    /// Bills and amending acts, or words of the profile on them.
    pub amendments: bool,
    /// Sources, or words of the profile on them.
    pub sources: bool,
}

/// A part of the profile that has no fixed place on the page.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePart {
    /// Anchor on the page.
    pub id: String,
    /// Heading.
    pub title: TaggedText,
    /// The text below the heading.
    pub body: Prose,
}

/// A section of the codebook on a country's page.
#[derive(Clone, Debug, Serialize)]
pub struct CountrySection {
    /// Anchor on the page.
    pub id: String,
    /// Title.
    pub title: TaggedText,
    /// Address of this section in the matrix.
    pub matrix: String,
    /// The part of the profile on this section.
    pub body: Prose,
    /// If no question of the section applies to this jurisdiction: the number of its questions; `cells` is empty then.
    /// Else 0.
    pub not_applicable: usize,
    /// The cells.
    pub cells: Vec<CellRow>,
    /// Whether the section shows treaty actions.
    pub shows_treaties: bool,
    /// What the profile says on treaties, in the first section that shows them; empty in the others.
    pub treaties_prose: Prose,
    /// The statuses and actions towards the instruments of this section, where it shows treaty actions.
    pub treaties: ActionsByInstrument,
    /// Offences, where the section shows them.
    pub offences: Vec<Offence>,
    /// Laws, where the section shows them.
    pub laws: Vec<LawLine>,
    /// Statistics, where the section shows them.
    pub statistics: Vec<Statistic>,
}

/// A figure that a source gives.
#[derive(Clone, Debug, Serialize)]
pub struct Statistic {
    /// Anchor on the country's page.
    pub id: String,
    /// What was counted.
    pub counted: TaggedText,
    /// The figure as the source prints it.
    pub value: String,
    /// The unit of the figure ("persons", "cases").
    pub unit: TaggedText,
    /// The part of the whole that was counted, if only one was.
    pub breakdown: Option<TaggedText>,
    /// The authority that counted.
    pub counted_by: Option<TaggedText>,
    /// First day of the period.
    pub from: Option<When>,
    /// The day after the last day of the period, or the date as given.
    pub until: Option<When>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// A note by the editors.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// Something that the law or practice of a country lacked.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    /// Anchor on the country's page.
    pub id: String,
    /// What was lacking.
    pub text: Prose,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// The day for which the source says so.
    pub observed: When,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// What changed later.
    pub later: Option<Prose>,
    /// The source for what changed later.
    pub later_citation: Option<Citation>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A statement of a source about a country, for which no question asks.
#[derive(Clone, Debug, Serialize)]
pub struct Observation {
    /// Anchor on the country's page.
    pub id: String,
    /// What the source says, in the site's own words.
    pub text: Prose,
    /// How the source puts it (message `modality-<key>`).
    pub modality: &'static str,
    /// The day for which the source speaks.
    pub observed: When,
    /// The time of which it speaks, in words, where it differs from `observed`.
    pub period: Option<TaggedText>,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// The words of the source, verbatim.
    pub quotation: Option<Quotation>,
    /// A note by the editors.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// Observations under one topic.
#[derive(Clone, Debug, Serialize)]
pub struct ObservationGroup {
    /// The topic; `None` for observations without one.
    pub topic: Option<Link>,
    /// The observations.
    pub list: Vec<Observation>,
}

/// Templates `handbook-country` and `handbook-all`: everything about one country, or about all compared ones, for
/// paper.
#[derive(Clone, Debug, Serialize)]
pub struct Handbook {
    /// The countries, each as on its own page.
    pub countries: Vec<Country>,
    /// If there are too many countries for one handbook: the handbook of each.
    pub others: Vec<Link>,
    /// The treaty status; in the handbook of all.
    pub treaties: Option<Treaties>,
    /// The comparison matrix; in the handbook of all.
    pub matrix: Option<Matrix>,
    /// The treaty status and the matrix, where they are too heavy for the handbook: the links to their pages.
    pub split: Vec<Crumb>,
    /// Where sources disagree; in the handbook of all.
    pub conflicts: Vec<Conflict>,
    /// The glossary; in the handbook of all.
    pub terms: Vec<Term>,
    /// The sources by tier; in the handbook of all.
    pub sources: Vec<SourceGroup>,
    /// All states that a cell may have, for the legend.
    pub states: Vec<&'static str>,
    /// All standings that an answer may have, for the legend.
    pub standings: Vec<&'static str>,
    /// In a country's handbook: the address of the handbook of all.
    pub all: Option<String>,
}
