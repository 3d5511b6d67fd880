//! The views of pages that are split by country because they would be too long.

use serde::Serialize;

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
