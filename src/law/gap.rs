//! What the law or practice of a country lacked.

use crate::text::{At, Prose, Span};

use super::record::{Record, head};
use super::{Citation, CountryId, Date, Head, Kind, TopicId};

/// Something that the law or practice of a country lacked, as a source says.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Its id within the country.
    pub id: At<String>,
    /// What was lacking.
    pub text: Prose,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// The day for which the source says so.
    pub observed: Date,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// What changed later, and what that rests on.
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
