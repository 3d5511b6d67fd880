//! The view of the timeline, as a picture and as a list.

use serde::Serialize;

use crate::text::TaggedText;

use super::change::YearLink;
use super::link::{Citation, Link, When};

/// `timeline`: the same events as a picture and as a list
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    /// One lane per country, in the order of the columns; the last lane may be instruments.
    pub lanes: Vec<Lane>,
    /// Years at which the picture has a line.
    pub years: Vec<Tick>,
    /// Width of the picture in its own units.
    pub width: f64,
    /// Height of the picture in its own units.
    pub height: f64,
    /// All events by date, undated ones last.
    pub events: Vec<Event>,
    /// Where the page is divided: the pages that list what changed in single years.
    pub other_years: Vec<YearLink>,
}

/// A lane of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Lane {
    /// The country.
    pub country: Link,
    /// Top edge of the lane in the picture.
    pub y: f64,
    /// Height of the lane.
    pub height: f64,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// A mark of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Mark {
    /// Left end.
    pub x: f64,
    /// Width; 0 for a day known in full.
    pub width: f64,
    /// Middle of the mark from the top of the picture.
    pub y: f64,
    /// Kind: `treaty`, `law`, `amendment`. Message `event-<kind>`.
    pub kind: &'static str,
    /// Number of the event in [`Timeline::events`]; its anchor in the list is `event-<n>`.
    pub event: usize,
    /// Words for the tooltip.
    pub text: TaggedText,
}

/// A year of the scale.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    /// The year.
    pub year: i16,
    /// Where.
    pub x: f64,
}

/// An event.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// Its number, from 0; its anchor is `event-<n>`.
    pub number: usize,
    /// The year by which it is listed, or empty.
    pub year: String,
    /// The anchor of the year, on the first event of each.
    pub anchor: Option<String>,
    /// When.
    pub when: When,
    /// The country.
    pub country: Link,
    /// `treaty`, `law`, `amendment`.
    pub kind: &'static str,
    /// What: message key (`action-ratification`, `stage-adopted`, `law-date-adopted` …).
    pub what: String,
    /// Of what.
    pub of: Link,
    /// The source and the place.
    pub citation: Option<Citation>,
    /// Recorded by the depositary (treaties), or reported.
    pub recorded: bool,
}
