//! The views of instruments, of the acts of countries towards them, and of the grid of treaty statuses.

use serde::Serialize;

use crate::text::TaggedText;

use super::change::ChangeEntry;
use super::conflict::Conflict;
use super::link::{Backlink, Citation, Link, Quotation, When};
use super::prose::Prose;

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
    /// `not-recorded`, `no-action`, `signatory`, `provisional`, `bound` (deposited; not in force for it, or entry into
    /// force not computed), `party`, `former-party`, `ended` (the state or the instrument). Message `status-<key>`,
    /// glyph `status-glyph-<key>`.
    pub key: &'static str,
    /// Whether it is uncertain on this day.
    pub uncertain: bool,
    /// The kind of the act that made it (`ratification` …; message `action-<kind>`), or empty.
    pub by: &'static str,
    /// Its mark in the depositary's tables, or empty.
    pub mark: String,
    /// When.
    pub since: Option<When>,
    /// The day up to which the table that was read speaks: for `no-action` always, else where the view is of a later
    /// day.
    pub as_of: Option<When>,
    /// Entry into force for this state.
    pub in_force: Option<When>,
    /// Whether that was computed from the instrument's rule.
    pub in_force_computed: bool,
    /// Whether it could not be computed because the rule is not recorded.
    pub in_force_unknown: bool,
    /// Whether a reservation or declaration of its own stands.
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
    /// Who did it, where that was a state before this one or a union; `href` is empty where it has no page here.
    pub predecessor: Option<Link>,
    /// For an objection: the state whose reservation it objects to.
    pub to: Option<Link>,
    /// For an objection: to what, `reservation` or `declaration`. Message `objects-to-<key>`.
    pub to_act: &'static str,
    /// For an objection: which of that state's reservations, where there are several.
    pub to_number: Option<u32>,
    /// For territorial application: to which territories.
    pub territories: Vec<String>,
    /// Why no day of entry into force is computed from it.
    pub not_computed: Option<TaggedText>,
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
    /// Then: where that rule stands.
    pub rule: Option<Citation>,
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
    /// When a withdrawal took effect, a reservation or the like was taken back, or provisional application ended.
    pub effective: Option<When>,
    /// What took effect then: `effective` (a withdrawal), `taken-back` (a reservation and the like), `ended`
    /// (provisional or territorial application). Message `date-of-<key>`.
    pub effective_as: &'static str,
    /// A date without saying which of these.
    pub given: Option<When>,
    /// The day for which the source speaks.
    pub observed: Option<When>,
    /// The source's words.
    pub quote: Option<String>,
    /// Why it is preferred.
    pub preferred: Option<TaggedText>,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A table without an entry.
#[derive(Clone, Debug, Serialize)]
pub struct Absence {
    /// What was not found.
    pub finding: TaggedText,
    /// The day of the table.
    pub observed: When,
    /// The source and the place.
    pub citation: Citation,
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
    pub title: TaggedText,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// When it came into force.
    pub in_force: Option<When>,
    /// Countries that are bound on the day of the main views, among those compared.
    pub bound: usize,
    /// Countries that have only signed, among those compared.
    pub signatories: usize,
    /// Countries that are compared and of which anything is recorded towards it.
    pub countries: usize,
}

/// `instrument`
#[derive(Clone, Debug, Serialize)]
pub struct Instrument {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: TaggedText,
    /// Its short title.
    pub short: TaggedText,
    /// `treaty` or `standard`.
    pub kind: &'static str,
    /// When it was adopted.
    pub adopted: Option<When>,
    /// A second day of adoption, where it has two.
    pub also_adopted: Option<When>,
    /// When it was opened for signature.
    pub opened: Option<When>,
    /// The last day on which it could be signed.
    pub closed: Option<When>,
    /// When it came into force.
    pub in_force: Option<When>,
    /// From when it is not in force any more.
    pub ended: Option<When>,
    /// How it ended (message `instrument-end-<key>`), or empty.
    pub ended_how: &'static str,
    /// The instrument that took its place.
    pub ended_by: Option<Link>,
    /// What that rests on.
    pub ended_citation: Option<Citation>,
    /// The rule by which it enters into force for one state, in words.
    pub entry: Option<TaggedText>,
    /// What that rests on.
    pub entry_citation: Option<Citation>,
    /// Who keeps the record.
    pub depositary: Option<TaggedText>,
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
    /// How many of all that are recorded have ever signed it, as the depositary counts.
    pub signatures: usize,
    /// How many of all that are recorded are bound on the day, as the depositary counts: organisations are told apart.
    pub parties: usize,
    /// How many of these are organisations.
    pub organisations: usize,
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
    pub latest: Vec<ChangeEntry>,
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
    pub heading: Option<TaggedText>,
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
    /// The days up to which its tables speak, where the view is of a later day: the first, and the last if it is
    /// another.
    pub as_of: Vec<When>,
    /// One for each column: where it leads, and the status.
    pub cells: Vec<TreatyCell>,
}

/// A cell of the grid.
#[derive(Clone, Debug, Serialize)]
pub struct TreatyCell {
    /// Its anchor on the instrument's page.
    pub href: String,
    /// The country's name.
    pub country_name: TaggedText,
    /// The status.
    pub status: Status,
    /// The year since when it is so, or the years between which that lies (`2004–2005`); empty where none is known.
    pub years: String,
    /// The same as a date.
    pub since: Option<When>,
}
