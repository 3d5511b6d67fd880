//! Gaps: what the law or practice of a country lacked.

use crate::text::{At, Prose, Span};

use super::record::{Record, head};
use super::{Citation, CountryId, Date, Head, Kind, TopicId};

/// A gap: something that the law or practice of a country lacked, according to a source.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Unique within the country.
    pub id: At<String>,
    /// The gap, in the site's own words.
    pub text: Prose,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// The day for which the source says so.
    pub observed: Date,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// What changed later, with the evidence for that.
    pub later: Option<(Prose, Citation)>,
}

impl Record for Gap {
    head!();

    fn unique(&self) -> Option<(&'static str, String, Span)> {
        Some(("gap", format!("{}/{}", self.country, self.id.value), self.id.span))
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}
