//! The views of instruments, of the acts of countries towards them, and of the grid of treaty statuses.

use serde::Serialize;

use crate::text::TaggedText;

use super::change::ChangeEntry;
use super::conflict::Conflict;
use super::link::{Backlink, Citation, Link, Quotation, When};
use super::prose::Prose;

/// A country's status towards an instrument, in one line.
#[derive(Clone, Debug, Serialize)]
pub struct TreatyLine {
    /// The instrument.
    pub instrument: Link,
    /// The status.
    pub status: Status,
}

/// The status of a country towards an instrument on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    /// `not-recorded`, `no-action`, `signatory`, `provisional`, `bound` (deposited; not in force for it, or entry into
    /// force not computed), `party`, `former-party`, `ended` (the instrument), `no-longer` and `not-yet` (the
    /// country does not exist on the day). Message `status-<key>`, glyph `status-glyph-<key>`.
    pub key: &'static str,
    /// Whether it is uncertain on this day.
    pub uncertain: bool,
    /// The kind of the act from which it follows (`ratification` …; message `action-<kind>`), or empty.
    pub by: &'static str,
    /// Its mark in the depositary's tables, or empty.
    pub mark: String,
    /// The date of that act; for `ended` and `no-longer`, of the end.
    pub since: Option<When>,
    /// The date up to which the table that was read is evidence, if the view is of a later day; for `no-action` also if it
    /// is of that day.
    pub as_of: Option<When>,
    /// Whether a party became one, or a former party left, only after that date: what the table showed was to come.
    pub was_to_come: bool,
    /// The entry into force for this country.
    pub in_force: Option<When>,
    /// Whether that lies surely after the day of the view.
    pub to_come: bool,
    /// Whether that was computed from the instrument's rule.
    pub in_force_computed: bool,
    /// Whether it could not be computed because the rule is not recorded.
    pub in_force_unknown: bool,
    /// Whether a reservation or declaration of the country stands.
    pub modified: bool,
    /// Whether a source reports something else than is recorded, or something that is not recorded.
    pub reported: bool,
}

/// A country's actions towards one instrument.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentActions {
    /// The instrument (on a country's page), or the country (on an instrument's page).
    pub of: Link,
    /// Anchor on the page.
    pub id: String,
    /// On a country's page: the address of the same acts on the instrument's page.
    pub elsewhere: Option<String>,
    /// The status on the day of the view.
    pub status: Status,
    /// The actions in chronological order.
    pub actions: Vec<Action>,
    /// Source tables without an entry for the country.
    pub absences: Vec<Absence>,
}

/// A country's actions by instrument.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ActionsByInstrument {
    /// The instruments to which there is an act, or of which a source says that there is none.
    pub each: Vec<InstrumentActions>,
    /// The others, of which nothing is known but the status.
    pub without: Vec<WithoutAct>,
}

impl ActionsByInstrument {
    /// Whether nothing is known towards any instrument.
    pub fn is_empty(&self) -> bool {
        self.each.is_empty() && self.without.is_empty()
    }
}

/// Instruments towards which a country has the same status without any act.
#[derive(Clone, Debug, Serialize)]
pub struct WithoutAct {
    /// The status on the day of the view.
    pub status: Status,
    /// The instruments.
    pub instruments: Vec<Anchored>,
}

/// A record with its anchor on the page.
#[derive(Clone, Debug, Serialize)]
pub struct Anchored {
    /// The anchor.
    pub id: String,
    /// The record.
    pub link: Link,
}

/// An act of a country towards an instrument, with the statements of sources.
#[derive(Clone, Debug, Serialize)]
pub struct Action {
    /// The kind of act. Message `action-<kind>`.
    pub kind: &'static str,
    /// For `announced` and `planned`: the act in question (message `action-<act>`), or empty.
    pub act: &'static str,
    /// 2 or more for a repetition.
    pub number: u32,
    /// Whether it binds the country.
    pub binds: bool,
    /// Whether it was surely done after the day of the view, so that the status says nothing of it.
    pub later: bool,
    /// Its mark in the depositary's tables, or empty.
    pub mark: String,
    /// The state or union that did it, if that was a predecessor; `href` is empty if it has no page here.
    pub predecessor: Option<Link>,
    /// The days on which it can have been done by the table that shows it, if the depositary gives no last one.
    pub by_table: Option<When>,
    /// For a withdrawal or denunciation that changed nothing: when the country had joined again before it took effect.
    pub overtaken: Option<When>,
    /// For an act by which a country joined again before its notice took effect: when the notice would have.
    pub renews: Option<When>,
    /// For an objection: the state whose reservation it objects to.
    pub to: Option<Link>,
    /// For an objection: its object, `reservation` or `declaration`. Message `objects-to-<key>`.
    pub to_act: &'static str,
    /// For an objection: the number of that state's reservation, if it made several.
    pub to_number: Option<u32>,
    /// For an objection: when what it objects to was withdrawn.
    pub to_taken_back: Option<When>,
    /// For territorial application: the territories, as the source names them.
    pub territories: Vec<String>,
    /// Why no entry into force is computed from it.
    pub not_computed: Option<TaggedText>,
    /// For reservations and the like: the articles that they concern.
    pub articles: Vec<String>,
    /// For reservations and the like: the text.
    pub quotation: Option<Quotation>,
    /// For a domestic act: the law by which it was performed.
    pub law: Option<Link>,
    /// Recorded statements first, then reported ones.
    pub statements: Vec<Statement>,
    /// The entry into force, if it was computed from the instrument's rule.
    pub in_force_computed: Option<When>,
    /// The source of that rule, if it was used.
    pub rule: Option<Citation>,
    /// Whether its sources give dates that cannot all be right.
    pub disputed: bool,
    /// A note by the editors.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// The statement of one source about an action.
#[derive(Clone, Debug, Serialize)]
pub struct Statement {
    /// Whether the depositary records it, or a source only reports it.
    pub recorded: bool,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// When it was signed.
    pub signed: Option<When>,
    /// When it was deposited.
    pub deposited: Option<When>,
    /// When the instrument came into force for this country.
    pub in_force: Option<When>,
    /// When the act was done under domestic law.
    pub domestic: Option<When>,
    /// When a withdrawal took effect, a reservation or the like was withdrawn, or provisional application ended.
    pub effective: Option<When>,
    /// When the notice of a withdrawal was itself withdrawn: it then takes no effect.
    pub revoked: Option<When>,
    /// The event of `effective`: `effective` (a withdrawal took effect), `taken-back` (a reservation or the like was
    /// withdrawn), `ended` (provisional or territorial application ended), `was-to-end` (a withdrawal that changed nothing
    /// was to take effect). Message `date-of-<key>`.
    pub effective_as: &'static str,
    /// A date that the source gives without naming the event.
    pub given: Option<When>,
    /// The day for which the source speaks.
    pub observed: Option<When>,
    /// The words of the source, verbatim.
    pub quote: Option<String>,
    /// Why it is preferred to other statements; `None`: it is not preferred.
    pub preferred: Option<TaggedText>,
    /// A note by the editors.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A source's table without an entry for the country.
#[derive(Clone, Debug, Serialize)]
pub struct Absence {
    /// What was looked for and not found.
    pub finding: TaggedText,
    /// The day of the table.
    pub observed: When,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}

/// Template `instruments`.
#[derive(Clone, Debug, Serialize)]
pub struct Instruments {
    /// All instruments in their order.
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
    /// Number of compared countries that are bound on the day of the main views.
    pub bound: usize,
    /// Number of compared countries that have only signed.
    pub signatories: usize,
    /// Number of compared countries of which anything is recorded towards it.
    pub countries: usize,
}

/// Template `instrument`.
#[derive(Clone, Debug, Serialize)]
pub struct Instrument {
    /// Its id.
    pub id: String,
    /// Its official title in the site's language.
    pub title: TaggedText,
    /// Its short title; the title if it has none.
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
    /// The general date on which it came into force.
    pub in_force: Option<When>,
    /// The first day on which it was no longer in force.
    pub ended: Option<When>,
    /// How it ended (message `instrument-end-<key>`), or empty.
    pub ended_how: &'static str,
    /// The instrument that replaced it.
    pub ended_by: Option<Link>,
    /// The source for its end.
    pub ended_citation: Option<Citation>,
    /// The rule by which it enters into force for one state, in words.
    pub entry: Option<TaggedText>,
    /// The source of that rule.
    pub entry_citation: Option<Citation>,
    /// The organisation or state that keeps the record of actions.
    pub depositary: Option<TaggedText>,
    /// The instrument that it supplements.
    pub supplements: Option<Link>,
    /// The instruments that supplement it.
    pub supplemented_by: Vec<Link>,
    /// The sources for these facts.
    pub citations: Vec<Citation>,
    /// What it is about.
    pub body: Prose,
    /// The articles that are cited.
    pub articles: Vec<Article>,
    /// The number of compared countries by status, in the order of the statuses.
    pub counts: Vec<StatusCount>,
    /// Number of all recorded jurisdictions that have ever signed, as depositaries count.
    pub signatures: usize,
    /// Number of all recorded jurisdictions that are bound on the day of the view, as depositaries count.
    pub parties: usize,
    /// Number of organisations among `parties`.
    pub organisations: usize,
    /// Actions of the compared countries.
    pub compared: Vec<InstrumentActions>,
    /// Actions of other countries.
    pub others: Vec<InstrumentActions>,
    /// Reservations, declarations and the like of all countries.
    pub reservations: Vec<InstrumentActions>,
    /// The kinds of action that occur on the page, for the legend.
    pub legend: Vec<LegendLine>,
    /// Questions that have it as their benchmark, or are computed from acts towards it.
    pub questions: Vec<Link>,
    /// The latest changes, up to the day of the view.
    pub latest: Vec<ChangeEntry>,
    /// The page with all changes, if there are any.
    pub changes: Option<String>,
    /// Conflicts that concern it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// A number of countries with one status.
#[derive(Clone, Debug, Serialize)]
pub struct StatusCount {
    /// Key of the status. Message `status-<key>`.
    pub key: &'static str,
    /// Number of countries.
    pub count: usize,
}

/// A line of the legend: a kind of action and its marks. Messages `action-<kind>`, `action-<kind>-means`.
#[derive(Clone, Debug, Serialize)]
pub struct LegendLine {
    /// The kind of act.
    pub kind: &'static str,
    /// The marks that are printed for it, the usual one first; a depositary's table may have others.
    pub marks: Vec<String>,
}

/// An article of an instrument.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// Anchor on the page.
    pub id: String,
    /// Its number as printed.
    pub number: String,
    /// Its number with the instrument's own word for an article: "Rule 3". `None` where the theme's word fits.
    pub label: Option<TaggedText>,
    /// Its subject.
    pub heading: Option<TaggedText>,
    /// The words, if a source quotes them.
    pub quotation: Option<Quotation>,
    /// The source of the words.
    pub citation: Option<Citation>,
    /// A summary in the site's own words.
    pub summary: Option<Prose>,
    /// Questions that have it as their benchmark.
    pub questions: Vec<Link>,
}

/// Template `treaties`: the grid of treaty statuses on a day.
#[derive(Clone, Debug, Serialize)]
pub struct Treaties {
    /// The columns.
    pub countries: Vec<Link>,
    /// For each column its code of ISO 3166, where names have no room; empty if it has none.
    pub codes: Vec<String>,
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
    /// The dates up to which its tables are evidence, if the view is of a later day: the first, and the last if it
    /// differs.
    pub as_of: Vec<When>,
    /// One cell for each column.
    pub cells: Vec<TreatyCell>,
}

/// A cell of the grid.
#[derive(Clone, Debug, Serialize)]
pub struct TreatyCell {
    /// Address of the country's acts on the instrument's page.
    pub href: String,
    /// The country's name.
    pub country_name: TaggedText,
    /// The status.
    pub status: Status,
    /// The year in which the status began, or the first and last possible year (`2004–2005`); empty if unknown.
    pub years: String,
    /// The same in as few signs as a mark has room for (`’04–’05`).
    pub short: String,
    /// The same as a date.
    pub since: Option<When>,
}
