//! Observations: statements of sources about a country for which no question asks.

use crate::text::{At, Prose, Span, TaggedText};

use super::record::{Record, head};
use super::{Citation, CountryId, Date, Head, Kind, Modality, Quotation, TopicId};

/// A statement of a source about a country, for which no question of the codebook asks: context, history, how cases go.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Unique within the country.
    pub id: At<String>,
    /// What the source says, in the site's own words.
    pub text: Prose,
    /// The status that the source gives to it: in force, planned, practice and so on.
    pub modality: Modality,
    /// The day for which the source speaks.
    pub observed: Date,
    /// Where that day is written, for diagnostics.
    pub observed_at: Span,
    /// The time of which it speaks, in words, where it differs from `observed`.
    pub period: Option<TaggedText>,
    /// One or more; the country's page lists it under the first.
    pub topics: Vec<At<TopicId>>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// The words of the source, verbatim.
    pub quotation: Option<Quotation>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
}

impl Record for Observation {
    head!();

    fn unique(&self) -> Option<(&'static str, String, Span)> {
        Some(("observation", format!("{}/{}", self.country, self.id.value), self.id.span))
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}
