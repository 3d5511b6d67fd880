//! The view of the differences between two days of the matrix.

use serde::Serialize;

use crate::text::TaggedText;

use super::change::{ChangeEntry, DayPair, Preview, ShownValue};
use super::link::{Citation, Link, When};

/// Template `changes-between`: what changed from one published day to another.
#[derive(Clone, Debug, Serialize)]
pub struct Between {
    /// The country, on a page about one country.
    pub of: Option<Link>,
    /// The page of all countries, on a page about one country.
    pub whole: Option<DayPair>,
    /// The earlier day.
    pub first: When,
    /// The later day.
    pub last: When,
    /// Whether the later day is that of the main views.
    pub main: bool,
    /// The matrix on the earlier day, where it is published.
    pub first_matrix: Option<String>,
    /// The matrix on the later day, where it is published.
    pub last_matrix: Option<String>,
    /// Number of cells whose answer changed.
    pub changed: usize,
    /// Number of events between the two days.
    pub acts: usize,
    /// Number of treaty statuses that changed.
    pub statuses: usize,
    /// The pair of neighbouring days before this one.
    pub previous: Option<DayPair>,
    /// The pair of neighbouring days after this one.
    pub next: Option<DayPair>,
    /// The pair of the earlier day and the day of the main views.
    pub since: Option<DayPair>,
    /// The changes by country; countries without any are left out.
    pub countries: Vec<BetweenCountry>,
    /// The changed statuses by instrument; instruments without any are left out.
    pub instruments: Vec<BetweenInstrument>,
    /// In place of `countries`, where these would be too long for one page: amounts and previews for each country.
    pub digests: Vec<BetweenDigest>,
    /// In place of `instruments`, where `digests` are used: the number of changed statuses.
    pub tallies: Vec<BetweenTally>,
}

/// The amounts of change in a country between two days, with a preview.
#[derive(Clone, Debug, Serialize)]
pub struct BetweenDigest {
    /// Anchor on the page.
    pub id: String,
    /// The country.
    pub country: Link,
    /// The page with all its changes, or the first of the two days on its history; `None`: the preview is complete.
    pub href: Option<String>,
    /// The number of changes by kind.
    pub amount: Amount,
    /// Number of changes that are not in the preview.
    pub more: usize,
    /// The most important changes.
    pub told: Vec<Preview>,
}

/// Numbers of changes between two days.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Amount {
    /// Answers that changed.
    pub changed: usize,
    /// Cells that were answered for the first time.
    pub first: usize,
    /// Answers that ended, so that nothing answers any more.
    pub ended: usize,
    /// Events that happened, or may have happened, between the two days.
    pub acts: usize,
    /// Treaty statuses that changed.
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
    /// Anchor on the page.
    pub id: String,
    /// The instrument.
    pub instrument: Link,
    /// Number of countries whose status changed.
    pub count: usize,
    /// The number of countries by their new status.
    pub became: Vec<Tally>,
}

/// A number of countries with a status.
#[derive(Clone, Debug, Serialize)]
pub struct Tally {
    /// Status key. Message `status-<key>`.
    pub status: &'static str,
    /// Number of countries.
    pub count: usize,
}

/// What changed in a country between two days.
#[derive(Clone, Debug, Serialize)]
pub struct BetweenCountry {
    /// Anchor on the page.
    pub id: String,
    /// The country.
    pub country: Link,
    /// Cells whose answer changed.
    pub changed: Vec<CellEdit>,
    /// Cells that are answered for the first time; empty where they are too many to name.
    pub first: Vec<CellEdit>,
    /// Number of cells that were answered for the first time, whether listed or not.
    pub first_count: usize,
    /// Cells whose answer ended, so that nothing answers any more.
    pub ended: Vec<CellEdit>,
    /// Events that happened, or may have happened, between the two days.
    pub acts: Vec<ChangeEntry>,
}

/// A cell whose answer differs between the two days.
#[derive(Clone, Debug, Serialize)]
pub struct CellEdit {
    /// The cell; the text is the question's label.
    pub question: Link,
    /// The question's wording.
    pub wording: TaggedText,
    /// On the earlier day.
    pub was: ShownValue,
    /// On the later day.
    pub is: ShownValue,
    /// The day for which the finding shown on the later day speaks; `None`: the answer follows from a treaty act.
    pub observed: Option<When>,
    /// The source of that finding.
    pub citation: Option<Citation>,
    /// The records on which that finding rests.
    pub rests_on: Vec<Link>,
    /// The events between the two days that concern records on which the cell rests.
    pub why: Vec<ChangeEntry>,
    /// Whether it is uncertain on one of the two days.
    pub uncertain: bool,
}

/// Statuses towards an instrument that changed between two days.
#[derive(Clone, Debug, Serialize)]
pub struct BetweenInstrument {
    /// Anchor on the page.
    pub id: String,
    /// The instrument.
    pub instrument: Link,
    /// The countries whose status changed.
    pub rows: Vec<StatusEdit>,
}

/// A status that differs between the two days.
#[derive(Clone, Debug, Serialize)]
pub struct StatusEdit {
    /// The country, leading to its acts.
    pub country: Link,
    /// On the earlier day.
    pub was: ShownValue,
    /// On the later day.
    pub is: ShownValue,
    /// Whether it is uncertain on one of the two days.
    pub uncertain: bool,
    /// The events that explain the change.
    pub why: Vec<ChangeEntry>,
}
