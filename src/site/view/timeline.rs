//! The view of the timeline, as a picture and as a list.

use serde::Serialize;

use crate::text::TaggedText;

use super::change::YearLink;
use super::link::{Citation, Link, When};

/// Template `timeline`: the same events as a picture and as a list.
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    /// One lane per country, in the order of the columns; the last lane may be instruments.
    pub lanes: Vec<Lane>,
    /// The years at which the picture has a line.
    pub years: Vec<Tick>,
    /// Width of the picture in its own units.
    pub width: f64,
    /// Height of the picture, in the same units.
    pub height: f64,
    /// All events in chronological order, undated ones last.
    pub events: Vec<Event>,
    /// If the page is split: the pages of changes of single years.
    pub other_years: Vec<YearLink>,
}

/// The lane of one country.
#[derive(Clone, Debug, Serialize)]
pub struct Lane {
    /// The country.
    pub country: Link,
    /// Top edge, in units of the picture.
    pub y: f64,
    /// Height, in units of the picture.
    pub height: f64,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// The mark of an event, or of the events of one kind in one year.
#[derive(Clone, Debug, Serialize)]
pub struct Mark {
    /// Left end, in units of the picture.
    pub x: f64,
    /// Width, in units of the picture; 0 for a day known in full.
    pub width: f64,
    /// Vertical middle, in units of the picture.
    pub y: f64,
    /// Kind: `treaty`, `law`, `amendment`. Message `event-<kind>`.
    pub kind: &'static str,
    /// Index of the event, or of the first one, in [`Timeline::events`]; its anchor in the list is `event-<n>`.
    pub event: usize,
    /// Number of events: those of one kind in one year share a mark.
    pub count: usize,
    /// The name of the record of a single event, cut where it is long.
    pub label: TaggedText,
    /// Whether the label stands left of the mark.
    pub before: bool,
    /// Words for the tooltip: each event with its date.
    pub text: TaggedText,
}

/// A year on the scale.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    /// The year.
    pub year: i16,
    /// Horizontal position, in units of the picture.
    pub x: f64,
}

/// An event of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// Its number, from 0; its anchor is `event-<n>`.
    pub number: usize,
    /// The year under which it is listed, or empty.
    pub year: String,
    /// The anchor of the year, on the first event of each year.
    pub anchor: Option<String>,
    /// Its date, as exactly as it is known.
    pub when: When,
    /// The country.
    pub country: Link,
    /// `treaty`, `law`, `amendment`.
    pub kind: &'static str,
    /// The message key of the kind of event (`action-ratification`, `stage-adopted`, `law-date-adopted` …).
    pub what: String,
    /// The record in question.
    pub of: Link,
    /// For a treaty act: the state before this one, or the union, that did it.
    pub by: Option<Link>,
    /// The source that says so, and the place in it.
    pub citation: Option<Citation>,
    /// For treaty acts: whether the depositary records it, or sources only report it.
    pub recorded: bool,
}
