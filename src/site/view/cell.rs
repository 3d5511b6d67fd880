//! The views of a cell: its answer on a day, with its findings and its history.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Citation, Link, Quotation, Span, When};
use super::prose::Prose;
use super::treaty::Status;

/// A cell of the comparison: always in exactly one state.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The country's id.
    pub country: String,
    /// The country's name.
    pub country_name: TaggedText,
    /// The question's id.
    pub question: String,
    /// The question's label.
    pub label: TaggedText,
    /// The cell's anchor: its findings, citations, days, notes, history.
    pub href: String,
    /// Key of the state: `yes`, `no`, `value`, `no-provision`, `partial`, `indirect`, `unclear`, `conflicting`,
    /// `pending`, `varies`, `not-applicable`, `source-silent`, `source-unavailable`, `not-researched`. Message
    /// `state-<key>`, glyph `glyph-<key>`.
    pub state: &'static str,
    /// The value, where the state is `value` or a preferred value stands behind `conflicting`.
    pub value: Option<String>,
    /// What the filter of the matrix calls the value of a scale or a choice; empty for others.
    pub value_key: String,
    /// The same as a date, where it is one.
    pub value_date: Option<When>,
    /// Behind `conflicting`: the key of the preferred state, or empty.
    pub preferred: &'static str,
    /// Behind `partial`: the limit or the elements; behind `pending`: nothing (see `stage`). One line.
    pub detail: Option<TaggedText>,
    /// Behind `partial`: the elements that are not met, in one line, or empty.
    pub lacking: TaggedText,
    /// Where nothing speaks for the day of the view: the last answer for an earlier one.
    pub earlier: Option<Earlier>,
    /// Behind `pending`: the stage (message `stage-<key>`), or empty.
    pub stage: &'static str,
    /// Where the answer is computed from acts towards one treaty, and says whether it binds: the status behind it.
    pub commitment: Option<Status>,
    /// The time of the answer that is shown, in the words that fit what it is.
    pub time: Option<CellTime>,
    /// The day of the finding that is shown.
    pub observed: Option<When>,
    /// The place of the answer among those that a scale or a choice defines, as a class: `scale-1` (the first) to
    /// `scale-5` (the last), `choice`; empty for other questions and for what answers nothing.
    pub step: &'static str,
    /// How far the answer may be trusted for the day of the view: `holds`, `last-known`, `overtaken`, `uncertain`,
    /// `not-in-sight`. Message `standing-<key>`.
    pub standing: &'static str,
    /// How old an answer is that is carried on: `age-older` or `age-oldest` by the limits of the configuration; else
    /// empty. Words never depend on it.
    pub age: &'static str,
    /// What overtook the answer, or may have.
    pub since: Option<Since>,
    /// "Said of the region, not of this country": the region.
    pub said_of: Option<Link>,
    /// Whether sources disagree.
    pub disputed: bool,
    /// The source of the finding that is shown, and the place in it, in one line.
    pub source: Option<String>,
    /// How many findings there are.
    pub findings: usize,
}

/// The time of an answer: only what somebody observed is called observed, and an act or a law by what it is.
#[derive(Clone, Debug, Serialize)]
pub struct CellTime {
    /// `observed`; `as-of` (last known); `was` (overtaken); of treaty acts `signed`, `deposited`, `bound-since`,
    /// `reserved`, `ended`, `taken-back`; of tables without such an act `none-by`, and `none-yet` before there was any.
    /// Message `time-<key>`.
    pub key: &'static str,
    /// The day.
    pub date: When,
}

/// What overtook an answer: a change of what it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct Since {
    /// What was done: `amended`, `new-wording`, `ended`, `repealed`, `replaced`, `in-force`, `named-anew`. Message
    /// `since-<key>`.
    pub key: &'static str,
    /// When.
    pub date: When,
    /// The record that tells of it.
    pub link: Link,
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
    /// Anchor: `country-<id>` on the question's page.
    pub id: String,
    /// The cell as on the matrix.
    pub cell: Cell,
    /// The country's page.
    pub country: Link,
    /// Its findings, the one that is shown first, then by day, latest first.
    pub findings: Vec<Finding>,
    /// Why the preferred finding is preferred; for `conflicting`.
    pub reason: Option<TaggedText>,
    /// What the cell said before on this site.
    pub changes: Vec<CellChange>,
    /// How the cell's state ran through the years.
    pub intervals: Vec<StateInterval>,
}

/// A state of a cell during a time.
#[derive(Clone, Debug, Serialize)]
pub struct StateInterval {
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
    /// The place of the answer among those that a scale or a choice defines, as a class: `scale-1` (the first) to
    /// `scale-5` (the last), `choice`; empty for other questions and for what answers nothing.
    pub step: &'static str,
    /// How far that may be trusted on these days, as in a cell.
    pub standing: &'static str,
    /// What overtook it, or may have.
    pub since: Option<Since>,
}

/// A change of a cell.
#[derive(Clone, Debug, Serialize)]
pub struct CellChange {
    /// What it said.
    pub was: String,
    /// When it was changed.
    pub changed: When,
    /// Why.
    pub reason: TaggedText,
    /// By whom.
    pub coder: Option<String>,
}

/// What one source says on one question.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// Whether the cell shows this one on the day of the view.
    pub shown: bool,
    /// The place of the answer among those that a scale or a choice defines, as a class: `scale-1` (the first) to
    /// `scale-5` (the last), `choice`; empty for other questions and for what answers nothing.
    pub step: &'static str,
    /// How far it may be trusted for the day of the view, as in a cell; as if it alone answered.
    pub standing: &'static str,
    /// What overtook it, or may have.
    pub since: Option<Since>,
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
    pub met: Vec<TaggedText>,
    /// Elements that are not met.
    pub unmet: Vec<TaggedText>,
    /// The limit.
    pub limit: Option<TaggedText>,
    /// What was searched.
    pub searched: Option<TaggedText>,
    /// The stage, or empty.
    pub stage: &'static str,
    /// When the stage was reached.
    pub reached: Option<When>,
    /// The parts, where it varies.
    pub parts: Vec<TaggedText>,
    /// The title of the law that was not obtained.
    pub law_title: Option<TaggedText>,
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
    pub preferred: Option<TaggedText>,
    /// Who coded it.
    pub coder: String,
    /// Who looked it over.
    pub reviewer: Option<String>,
    /// When it was confirmed.
    pub confirmed: Option<When>,
    /// What an outside register calls what it publishes.
    pub trace: Vec<String>,
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

/// A number of cells in one state.
#[derive(Clone, Debug, Serialize)]
pub struct StateCount {
    /// Key of the state.
    pub state: &'static str,
    /// How many.
    pub count: usize,
    /// The answer of a scale or a choice, where it is counted by itself.
    pub value: Option<String>,
    /// Its class, as in a cell.
    pub step: &'static str,
}
