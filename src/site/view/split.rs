//! The views of pages that are split by country because they would be too long.

use serde::Serialize;

use super::change::Preview;
use super::link::Link;

/// A page that would be too long for one: on the page itself the countries, with what there is of each; on the page of
/// one country (`timeline-country`, `laws-country`, `amendments-country`, `topic-country`, `source-country`) that
/// country and the way back. The page's own lists are empty where its countries have pages.
#[derive(Clone, Debug, Serialize)]
pub struct SplitPage {
    /// The country of which alone the page shows something.
    pub of: Option<Link>,
    /// The page of all countries.
    pub whole: Option<String>,
    /// The countries that have a page.
    pub countries: Vec<CountrySummary>,
}

/// What a divided page leaves to the page of one country.
#[derive(Clone, Debug, Serialize)]
pub struct CountrySummary {
    /// Anchor.
    pub id: String,
    /// The country.
    pub country: Link,
    /// The page that tells all of it.
    pub href: String,
    /// How much it is.
    pub counts: Vec<Counted>,
    /// A little of it.
    pub told: Vec<Preview>,
}

/// How much there is of something.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// Of what. Message `amount-<what>`.
    pub what: &'static str,
    /// How many.
    pub count: usize,
}
