//! The views of pages that are split because they would be too long or too heavy.

use serde::Serialize;

use crate::text::TaggedText;

use super::change::Preview;
use super::link::Link;

/// How a page is split by country. On the page itself: the countries, with counts and previews. On the part of one
/// country (`timeline-country`, `laws-country`, `amendments-country`, `topic-country`, `source-country`): the country
/// and the link back. The lists of a page that is split are empty.
#[derive(Clone, Debug, Serialize)]
pub struct SplitPage {
    /// On a part: its country.
    pub of: Option<Link>,
    /// On a part: the address of the whole page.
    pub whole: Option<String>,
    /// On the page itself: the countries that have a part.
    pub countries: Vec<CountrySummary>,
    /// On a page that is split into parts with some rows and some countries: the table of its parts.
    pub parts: Option<PartTable>,
    /// On such a part: the ways to the others.
    pub beside: Option<PartsBeside>,
}

/// The parts of a page as a table: a row for each group of rows, a column for each group of countries.
#[derive(Clone, Debug, Serialize)]
pub struct PartTable {
    /// What is counted: `answered` (cells with an answer), `bound` (countries that are bound). Message
    /// `parts-counted-<key>`.
    pub counted: &'static str,
    /// The names of the groups of countries.
    pub columns: Vec<TaggedText>,
    /// The groups of rows; one without a name if each part has all rows.
    pub rows: Vec<PartRow>,
    /// For each column the count of all its parts.
    pub totals: Vec<PartCount>,
    /// The count of all parts.
    pub total: PartCount,
    /// All countries with the ways to their cells.
    pub countries: Vec<PartMember>,
}

/// A row of the table of parts.
#[derive(Clone, Debug, Serialize)]
pub struct PartRow {
    /// The name of the group; empty if there is only one.
    pub name: TaggedText,
    /// The sections or instruments in it.
    pub members: Vec<PartMember>,
    /// Its part for each column.
    pub parts: Vec<PartCell>,
    /// The count of all its parts.
    pub total: PartCount,
}

/// A part in the table of parts.
#[derive(Clone, Debug, Serialize)]
pub struct PartCell {
    /// Its page.
    pub href: String,
    /// How many of its cells count.
    pub count: PartCount,
}

/// How many cells count, of all.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PartCount {
    /// Number of cells that count.
    pub count: usize,
    /// Number of cells.
    pub of: usize,
}

/// A link with the anchor at which it stands.
#[derive(Clone, Debug, Serialize)]
pub struct PartMember {
    /// Anchor on the page, or empty.
    pub id: String,
    /// Where the cells of the record are.
    pub link: Link,
}

/// The ways from a part to the others.
#[derive(Clone, Debug, Serialize)]
pub struct PartsBeside {
    /// Parts with other rows and the same countries.
    pub rows: Vec<Link>,
    /// Parts with the same rows and other countries.
    pub countries: Vec<Link>,
}

/// A summary of one country's part.
#[derive(Clone, Debug, Serialize)]
pub struct CountrySummary {
    /// Anchor on the page.
    pub id: String,
    /// The country.
    pub country: Link,
    /// The page of the part.
    pub href: String,
    /// The number of lines, by kind.
    pub counts: Vec<Counted>,
    /// A preview of a few lines.
    pub told: Vec<Preview>,
}

/// A number of lines of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// The kind of line. Message `amount-<what>`.
    pub what: &'static str,
    /// Number of lines.
    pub count: usize,
}
