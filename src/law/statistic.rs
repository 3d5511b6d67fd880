//! Statistics.

use crate::text::{At, Prose, Span, TaggedText};

use super::record::{Record, head};
use super::{Citation, CountryId, Date, Head, Kind};

/// A figure that a source gives: what was counted, by whom, over which period.
#[derive(Clone, Debug)]
pub struct Statistic {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Unique within the country.
    pub id: At<String>,
    /// What was counted.
    pub counted: TaggedText,
    /// The figure as the source prints it ("about 30", "370").
    pub value: String,
    /// Where the figure is written, for diagnostics.
    pub value_at: Span,
    /// Unit ("persons", "cases").
    pub unit: TaggedText,
    /// The part of the whole that was counted ("female"), if only one was.
    pub breakdown: Option<TaggedText>,
    /// The authority that counted.
    pub counted_by: Option<TaggedText>,
    /// First day of the period.
    pub from: Option<Date>,
    /// The day after the last day of the period, or the date as given.
    pub until: Option<Date>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
}

impl Record for Statistic {
    head!();

    fn unique(&self) -> Option<(&'static str, String, Span)> {
        Some(("figure", format!("{}/{}", self.country, self.id.value), self.id.span))
    }

    fn title(&self) -> &str {
        &self.counted
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}
