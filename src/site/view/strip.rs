//! The views of strips: what a cell said through the years, as a picture on a scale of years.

use serde::Serialize;

use super::link::{Link, When};

/// The strips of all countries for one question, under one another, on one scale.
#[derive(Clone, Debug, Serialize)]
pub struct Strips {
    /// The years of the scale that have a line and a figure.
    pub years: Vec<StripYear>,
    /// A strip for each country of which something is recorded.
    pub rows: Vec<StripRow>,
    /// Address of the same as a picture to save; `None` where there is none.
    pub picture: Option<String>,
}

/// The strips of a question for their picture. No template sees it.
#[derive(Clone, Debug)]
pub struct StripsPicture {
    /// The wording of the question.
    pub question: String,
    /// The strips.
    pub strips: Strips,
}

/// The strip of a country.
#[derive(Clone, Debug, Serialize)]
pub struct StripRow {
    /// The country; leads to its cell on the page.
    pub country: Link,
    /// Index of its cell in the page's list of cells; the same periods are there in words.
    pub cell: usize,
    /// The strip.
    pub strip: Strip,
}

/// The strips of all questions of a section: a row for each question, a strip for each country, on one scale.
#[derive(Clone, Debug, Serialize)]
pub struct StripGrid {
    /// The first year of the scale.
    pub first: String,
    /// The year of the edition, with which the scale ends.
    pub last: String,
    /// The columns.
    pub countries: Vec<Link>,
    /// For each column its code of ISO 3166, where names have no room; empty if it has none.
    pub codes: Vec<String>,
    /// The rows.
    pub rows: Vec<StripGridRow>,
}

/// The strips of a question.
#[derive(Clone, Debug, Serialize)]
pub struct StripGridRow {
    /// The question; leads to its strips.
    pub question: Link,
    /// A strip for each column.
    pub cells: Vec<Strip>,
}

/// What a cell said through the years. Positions and widths are in per cent of the scale.
#[derive(Clone, Debug, Serialize)]
pub struct Strip {
    /// Address of the cell's details.
    pub href: String,
    /// The height of the picture with its labels, in pixels; the strip itself takes the first 20.
    pub height: usize,
    /// The periods as they are drawn, in chronological order.
    pub parts: Vec<StripPart>,
    /// The answers: neighbouring periods with the same answer are one.
    pub runs: Vec<StripRun>,
    /// The years in which something changed or was observed.
    pub changes: Vec<StripChange>,
}

/// A period of a strip.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StripPart {
    /// Left end.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// The colour: `yes`, `no`, `half`, `value`, `odd`; `none` where there is no answer.
    pub mark: &'static str,
    /// How it is drawn: `full` where the answer holds, `carried` where it is carried on, `over` where it was overtaken,
    /// `unsure` where the day of the change is not known, `none` where there is no answer.
    pub fill: &'static str,
}

/// An answer of a strip, as long as it stays the same.
#[derive(Clone, Debug, Serialize)]
pub struct StripRun {
    /// Left end.
    pub x: f64,
    /// Key of the state. Message `state-<key>`, glyph `glyph-<key>`.
    pub state: &'static str,
    /// The answer itself, if the state is `value`.
    pub value: Option<String>,
    /// The value as a date, if the question asks for one.
    pub value_date: Option<When>,
    /// The first and the last year: `2003–2006`, `2003–`; the first one of a strip has no first year.
    pub years: String,
    /// What has room on the strip: `none`, `glyph`, or `word` for the glyph and the value.
    pub room: &'static str,
    /// Whether the glyph has room on the small strip of a table.
    pub room_small: bool,
    /// Whether the glyph stands on a full colour.
    pub on_full: bool,
}

/// A year in which something changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StripChange {
    /// Position.
    pub x: f64,
    /// The year, in short (`’03`).
    pub label: String,
    /// The line below the strip on which the label has room: 0 or 1.
    pub line: usize,
    /// Whether the label has room on a wide screen only.
    pub wide: bool,
}

/// A year of the scale.
#[derive(Clone, Debug, Serialize)]
pub struct StripYear {
    /// Position, in per cent.
    pub x: f64,
    /// The year.
    pub year: i16,
}
