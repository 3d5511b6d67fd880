//! The views of a cell: its answer on a day, with its findings and its history.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Citation, Link, Quotation, Span, When};
use super::prose::Prose;
use super::treaty::Status;

/// A cell of the comparison: always in exactly one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The country's id.
    pub country: String,
    /// The country's name.
    pub country_name: TaggedText,
    /// The question's id.
    pub question: String,
    /// The question's label.
    pub label: TaggedText,
    /// Address of the cell's details: findings, citations, notes, history.
    pub href: String,
    /// Key of the state: `yes`, `no`, `value`, `no-provision`, `partial`, `indirect`, `unclear`, `conflicting`,
    /// `pending`, `varies`, `not-applicable`, `source-silent`, `source-unavailable`, `not-researched`. Message
    /// `state-<key>`, glyph `glyph-<key>`.
    pub state: &'static str,
    /// The answer itself, where the state is `value`, or where a preferred value is shown behind `conflicting`.
    pub value: Option<String>,
    /// The key of the value in the filter of the matrix, for a scale or a choice; else empty.
    pub value_key: String,
    /// The value as a date, if the question asks for one.
    pub value_date: Option<When>,
    /// For `conflicting`: the key of the preferred state, or empty.
    pub preferred: &'static str,
    /// For `partial`: the limit, or the elements that are met, in one line.
    pub detail: Option<TaggedText>,
    /// For `partial`: the elements that are not met, in one line; or empty.
    pub lacking: TaggedText,
    /// If nothing answers for the day of the view: the last answer for an earlier day.
    pub earlier: Option<Earlier>,
    /// For `pending`: the stage (message `stage-<key>`), or empty.
    pub stage: &'static str,
    /// For an answer that the country is bound by one treaty, computed from its acts: the status behind it.
    pub commitment: Option<Status>,
    /// The time of the answer, with the phrase that suits it.
    pub time: Option<CellTime>,
    /// The day for which the finding speaks that the cell shows.
    pub observed: Option<When>,
    /// The style class for the position of the answer among those that a scale or a choice defines: `scale-1` (the
    /// first) to `scale-5` (the last), `choice`; empty for other questions and for cells without an answer.
    pub step: &'static str,
    /// How far the answer may be relied on for the day of the view: `holds`, `last-known`, `overtaken`, `uncertain`,
    /// `not-in-sight`. Message `standing-<key>`.
    pub standing: &'static str,
    /// The age of an answer that is carried forward to the day of the view: `age-older` or `age-oldest`, by the limits
    /// of the configuration; else empty. Only the drawing depends on it, never the words.
    pub age: &'static str,
    /// What overtook the answer, or may have overtaken it.
    pub since: Option<Since>,
    /// The region, if the answer was given for a region and not for this country.
    pub said_of: Option<Link>,
    /// What is answered for that region on the day of the view.
    pub said_there: Option<Earlier>,
    /// Whether sources disagree on the day of the view.
    pub disputed: bool,
    /// The short name of the source of the finding that is shown, and the place in it, in one line.
    pub source: Option<String>,
    /// Number of findings of the cell.
    pub findings: usize,
}

/// The time of an answer, with a phrase: only what a source observed is called observed; acts and laws are named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellTime {
    /// `observed`; `as-of` (last known); `was` (overtaken); for treaty acts `signed`, `deposited`, `bound-since`,
    /// `reserved`, `ended`, `taken-back`; for tables without such an act `none-by`, and `none-yet` where there has
    /// never been any. Message `time-<key>`.
    pub key: &'static str,
    /// The day that the phrase names.
    pub date: When,
}

/// What overtook an answer: a change of what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Since {
    /// The kind of change: `amended`, `new-wording`, `ended`, `repealed`, `replaced`, `in-force`, `named-anew`. Message
    /// `since-<key>`.
    pub key: &'static str,
    /// The date of the change.
    pub date: When,
    /// The record that states the change.
    pub link: Link,
}

/// An answer beside that of the cell: the last one for a day before that of the view, or that of a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Earlier {
    /// Key of the state, as in a cell.
    pub state: &'static str,
    /// The answer itself, if the state is `value`.
    pub value: Option<String>,
    /// The value as a date, if the question asks for one.
    pub value_date: Option<When>,
    /// The day for which it speaks.
    pub observed: When,
}

/// A cell with its findings, edits and history.
#[derive(Clone, Debug, Serialize)]
pub struct CellDetail {
    /// Anchor: `country-<id>` on the question's page.
    pub id: String,
    /// The cell, as the matrix shows it.
    pub cell: Cell,
    /// The country's page.
    pub country: Link,
    /// Whether it is a region that is compared beside its countries.
    pub is_region: bool,
    /// The time from which the record has this answer and no other since; it may have held before.
    pub on_record_since: Option<When>,
    /// Its findings: the one that is shown first, then by day, latest first.
    pub findings: Vec<Finding>,
    /// Why the preferred finding is preferred, where sources disagree or coders did.
    pub reason: Option<TaggedText>,
    /// Whether coders read one source differently, and the reading that is shown is the preferred one.
    pub coders_differ: bool,
    /// Edits of the cell on this site.
    pub changes: Vec<CellChange>,
    /// The history of the cell: its states in chronological order; empty if it never changed.
    pub intervals: Vec<StateInterval>,
}

/// A period in which a cell has one state.
#[derive(Clone, Debug, Serialize)]
pub struct StateInterval {
    /// First day; `None`: open.
    pub first: Option<When>,
    /// Last day, inclusive; `None`: open.
    pub last: Option<When>,
    /// Key of the state. Message `state-<key>`.
    pub state: &'static str,
    /// The answer itself, if the state is `value`.
    pub value: Option<String>,
    /// The value as a date, if the question asks for one.
    pub value_date: Option<When>,
    /// The style class of the answer, as in `Cell`.
    pub step: &'static str,
    /// The standing on these days, as in `Cell`.
    pub standing: &'static str,
    /// What overtook the answer, or may have overtaken it.
    pub since: Option<Since>,
}

/// An edit of a cell on this site.
#[derive(Clone, Debug, Serialize)]
pub struct CellChange {
    /// What the cell said before.
    pub was: String,
    /// The day of the edit.
    pub changed: When,
    /// The reason of the edit.
    pub reason: TaggedText,
    /// The editor's anonymous id.
    pub coder: Option<String>,
}

/// A further source of a finding.
#[derive(Clone, Debug, Serialize)]
pub struct Support {
    /// The source, and the place in it.
    pub citation: Citation,
    /// Its words.
    pub quotation: Option<Quotation>,
}

/// The statement of one source on one question for one country.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// Whether the cell shows this finding on the day of the view.
    pub shown: bool,
    /// The style class of the answer, as in `Cell`.
    pub step: &'static str,
    /// The standing for the day of the view, as in `Cell`, as if this were the only finding.
    pub standing: &'static str,
    /// What overtook the answer, or may have overtaken it.
    pub since: Option<Since>,
    /// Whether it was observed after the day of the view.
    pub later: bool,
    /// Whether it was computed from treaty actions.
    pub computed: bool,
    /// Key of the state. Message `state-<key>`.
    pub state: &'static str,
    /// The answer itself, if the state is `value`.
    pub value: Option<String>,
    /// The value as a date, if the question asks for one.
    pub value_date: Option<When>,
    /// The day for which the source says so.
    pub observed: When,
    /// The same day with the phrase that suits it: `observed`, or that of an act.
    pub time: CellTime,
    /// The records on which it rests.
    pub rests_on: Vec<Link>,
    /// Whether it rests only on the source's own statement.
    pub source_only: bool,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// The whole reference of that source, as its record gives it, without a final period.
    pub reference: String,
    /// The address of that source on the web.
    pub reference_url: Option<String>,
    /// Further sources that say the same.
    pub also: Vec<Support>,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// For `partial`: the elements that are met.
    pub met: Vec<TaggedText>,
    /// For `partial`: the elements that are not met.
    pub unmet: Vec<TaggedText>,
    /// For `partial`: the limit, in words.
    pub limit: Option<TaggedText>,
    /// For `no-provision`: what was searched, and when.
    pub searched: Option<TaggedText>,
    /// For `pending`: the stage (message `stage-<key>`), or empty.
    pub stage: &'static str,
    /// For `pending`: when the stage was reached.
    pub reached: Option<When>,
    /// For `varies`: the parts of the country that differ.
    pub parts: Vec<TaggedText>,
    /// For `source-unavailable`: the title of the law whose text was not obtained.
    pub law_title: Option<TaggedText>,
    /// The region for which the source says so, if not for the country.
    pub region: Option<Link>,
    /// The period in which the answer is law, where the source states it.
    pub in_force: Option<Span>,
    /// The words of the source, verbatim.
    pub quotation: Option<Quotation>,
    /// The answer in plain words, for readers who are no lawyers.
    pub plain: Option<Prose>,
    /// A note by the editors.
    pub note: Option<Prose>,
    /// Why it is preferred to other findings; `None`: it is not preferred.
    pub preferred: Option<TaggedText>,
    /// The coder's anonymous id; `computed` for computed findings.
    pub coder: String,
    /// The reviewer's anonymous id.
    pub reviewer: Option<String>,
    /// The day on which somebody last verified the finding.
    pub confirmed: Option<When>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A cell on a country's page, with its question.
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
    /// The records on which that finding rests.
    pub rests_on: Vec<Link>,
    /// The finding in plain words; without these, its note.
    pub plain: Option<Prose>,
}

/// The number of cells with one state or one value.
#[derive(Clone, Debug, Serialize)]
pub struct StateCount {
    /// Key of the state. Message `state-<key>`.
    pub state: &'static str,
    /// Number of cells.
    pub count: usize,
    /// For a scale or a choice: the value that is counted.
    pub value: Option<String>,
    /// The style class of the value, as in `Cell`.
    pub step: &'static str,
}
