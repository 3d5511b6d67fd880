//! The views of the glance grid: the whole comparison on one screen, a mark and a year for each answer; and of the
//! sentence that sums up the answers to one question.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::CellTime;
use super::link::{Link, When};

/// The comparison at a glance: a row for each question, a column for each country without the regions.
#[derive(Clone, Debug, Serialize)]
pub struct GlanceGrid {
    /// The columns.
    pub countries: Vec<Link>,
    /// For each column its code of ISO 3166, where names have no room; empty if it has none.
    pub codes: Vec<String>,
    /// Whether there are so many countries that each row counts its answers instead of showing a cell for each.
    pub counted: bool,
    /// The sections of the codebook.
    pub sections: Vec<GlanceSection>,
    /// The states that occur, for the legend.
    pub states: Vec<&'static str>,
    /// Address of the same grid as a picture; `None` where there is none.
    pub picture: Option<String>,
}

/// A section of the glance grid.
#[derive(Clone, Debug, Serialize)]
pub struct GlanceSection {
    /// Its title, leading to its part of the matrix.
    pub title: Link,
    /// A row for each question.
    pub rows: Vec<GlanceRow>,
}

/// A row of the glance grid.
#[derive(Clone, Debug, Serialize)]
pub struct GlanceRow {
    /// The question's page; the text is its label.
    pub question: Link,
    /// Its wording.
    pub wording: TaggedText,
    /// A cell for each column; empty if the grid counts.
    pub cells: Vec<GlanceCell>,
    /// The number of answers of each kind, in the order of the states; empty unless the grid counts.
    pub counts: Vec<GlanceCount>,
}

/// A cell of the glance grid.
#[derive(Clone, Debug, Serialize)]
pub struct GlanceCell {
    /// Address of the cell's details.
    pub href: String,
    /// Key of the state, as in a cell of the matrix. Mark: message `mark-<key>`.
    pub state: &'static str,
    /// Key of the standing, as in a cell of the matrix.
    pub standing: &'static str,
    /// How strongly the mark is filled: `fresh`, `older`, `oldest` by the age of the answer and the limits of the
    /// configuration; `none` for a cell without an answer. An answer that was overtaken is always `oldest`.
    pub fill: &'static str,
    /// The answer itself, where the state is `value`.
    pub value: Option<String>,
    /// The value as a date, if the question asks for one.
    pub value_date: Option<When>,
    /// The time of the answer, as in a cell of the matrix.
    pub time: Option<CellTime>,
    /// The year of that time, or its first and last possible year; empty where there is none.
    pub years: String,
    /// Whether sources disagree on the day of the view.
    pub disputed: bool,
}

/// Answers of one kind in a row of the glance grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GlanceCount {
    /// Key of the state.
    pub state: &'static str,
    /// Number of countries.
    pub count: usize,
    /// Number of countries before these in the row, for the place on a bar.
    pub before: usize,
}

/// What the countries answer to a question, in one sentence. Regions are not counted.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// The answers with the countries that give them: answers first, then the reasons why there is none.
    pub groups: Vec<SummaryGroup>,
    /// Number of countries.
    pub of: usize,
    /// Whether so many countries are compared that the sentence gives their number and not their names.
    pub counted: bool,
    /// How the days of `first` and `last` are meant: `sources` speak of them, or `acts` date from them. Empty if no
    /// answer has a day.
    pub times: &'static str,
    /// The earliest year of the answers; empty if no answer has a day.
    pub first: String,
    /// The latest, where it is another; else empty.
    pub last: String,
    /// Countries whose answer was overtaken.
    pub overtaken: Vec<TaggedText>,
    /// Countries whose answer is uncertain on the day.
    pub uncertain: Vec<TaggedText>,
    /// Countries on whose answer sources disagree.
    pub disputed: Vec<TaggedText>,
}

/// Countries that give the same answer.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryGroup {
    /// Key of the state. For answers that differ in their words, `value` without a `value`.
    pub state: &'static str,
    /// The answer itself, if the question defines its answers.
    pub value: Option<String>,
    /// The countries.
    pub countries: Vec<TaggedText>,
    /// Number of countries.
    pub count: usize,
}
