//! The view of the differences between two days of the matrix.

use serde::Serialize;

use crate::text::TaggedText;

use super::change::{ChangeEntry, DayPair, Preview, ShownValue};
use super::link::{Citation, Link, When};

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
    pub told: Vec<Preview>,
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

impl Amount {
    /// The total of all kinds of change.
    pub fn all(&self) -> usize {
        self.changed + self.first + self.ended + self.acts + self.statuses
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
    pub changed: Vec<CellEdit>,
    /// Cells that are answered for the first time; empty where they are too many to name.
    pub first: Vec<CellEdit>,
    /// How many these are.
    pub first_count: usize,
    /// Answers for which nothing speaks any more.
    pub ended: Vec<CellEdit>,
    /// What was done between the days, or may have been.
    pub acts: Vec<ChangeEntry>,
}

/// A cell that says on the one day something else than on the other.
#[derive(Clone, Debug, Serialize)]
pub struct CellEdit {
    /// The cell; the text is the question's label.
    pub question: Link,
    /// The question's wording.
    pub wording: TaggedText,
    /// On the one day.
    pub was: ShownValue,
    /// On the other.
    pub is: ShownValue,
    /// The day for which the finding that is shown on the other day speaks; `None`: it follows from an act.
    pub observed: Option<When>,
    /// The source of that finding.
    pub citation: Option<Citation>,
    /// What that finding rests on.
    pub rests_on: Vec<Link>,
    /// What was done between the days to that on which the cell rests.
    pub why: Vec<ChangeEntry>,
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
    pub rows: Vec<StatusEdit>,
}

/// A status that is on the one day another than on the other.
#[derive(Clone, Debug, Serialize)]
pub struct StatusEdit {
    /// The country, leading to its acts.
    pub country: Link,
    /// On the one day.
    pub was: ShownValue,
    /// On the other.
    pub is: ShownValue,
    /// Whether one of the two is uncertain on its day.
    pub uncertain: bool,
    /// The acts that explain it.
    pub why: Vec<ChangeEntry>,
}
