//! The views of amendments and bills: their stages and contents.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::conflict::Conflict;
use super::link::{Backlink, Banner, Citation, Link, When};
use super::prose::Prose;

/// `amendments`
#[derive(Clone, Debug, Serialize)]
pub struct Amendments {
    /// All, latest stage first.
    pub amendments: Vec<AmendmentLine>,
}

/// An amendment in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AmendmentLine {
    /// Its page.
    pub link: Link,
    /// Its country.
    pub country: Link,
    /// `bill` or `act`. Message `amendment-<kind>`.
    pub kind: &'static str,
    /// The last stage that is recorded up to the day of the view: message `stage-<key>`; or empty.
    pub stage: &'static str,
    /// When it was reached.
    pub reached: Option<When>,
    /// Number of elements.
    pub elements: usize,
}

/// `amendment`
#[derive(Clone, Debug, Serialize)]
pub struct Amendment {
    /// Its id.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// Title.
    pub title: TaggedText,
    /// `bill` or `act`.
    pub kind: &'static str,
    /// Number.
    pub number: Option<String>,
    /// The law that it is.
    pub law: Option<Link>,
    /// What it changes.
    pub amends: Vec<Link>,
    /// What it came from.
    pub follows: Vec<Link>,
    /// What came of it.
    pub followed_by: Vec<Link>,
    /// Banners.
    pub banners: Vec<Banner>,
    /// Its stages by date.
    pub stages: Vec<Stage>,
    /// Its elements.
    pub elements: Vec<Element>,
    /// Wordings that came by it.
    pub wordings: Vec<Link>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// Topics.
    pub topics: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A stage of an amendment.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// Message `stage-<key>`.
    pub kind: &'static str,
    /// When.
    pub reached: When,
    /// The source and the place.
    pub citation: Citation,
    /// A remark.
    pub note: Option<Prose>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A part of what an amendment contains.
#[derive(Clone, Debug, Serialize)]
pub struct Element {
    /// Anchor.
    pub id: String,
    /// What it would do.
    pub text: Prose,
    /// Topics.
    pub topics: Vec<Link>,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// The day for which the source says so.
    pub observed: Option<When>,
    /// The source and the place.
    pub citation: Citation,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}
