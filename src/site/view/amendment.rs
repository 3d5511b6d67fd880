//! The views of amendments and bills: their stages and contents.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::conflict::Conflict;
use super::link::{Backlink, Banner, Citation, Link, When};
use super::prose::Prose;

/// Template `amendments`.
#[derive(Clone, Debug, Serialize)]
pub struct Amendments {
    /// All amendments, latest stage first.
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
    /// When that stage was reached.
    pub reached: Option<When>,
    /// Number of its elements.
    pub elements: usize,
}

/// Template `amendment`.
#[derive(Clone, Debug, Serialize)]
pub struct Amendment {
    /// Its id.
    pub id: String,
    /// Its country.
    pub country: Link,
    /// The title in the site's language.
    pub title: TaggedText,
    /// `bill` or `act`.
    pub kind: &'static str,
    /// The number as issued.
    pub number: Option<String>,
    /// The law that it became or is, if that is recorded.
    pub law: Option<Link>,
    /// The laws and articles that it changes.
    pub amends: Vec<Link>,
    /// Earlier bills from which it developed.
    pub follows: Vec<Link>,
    /// Later bills and acts that developed from it.
    pub followed_by: Vec<Link>,
    /// Notices about its state on the day of the view.
    pub banners: Vec<Banner>,
    /// The steps that were taken, in chronological order.
    pub stages: Vec<Stage>,
    /// The parts of its contents.
    pub elements: Vec<Element>,
    /// Wordings that it introduced.
    pub wordings: Vec<Link>,
    /// Cells that rest on it.
    pub cells: Vec<Cell>,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// The text below its fields in the file; shown last.
    pub body: Prose,
    /// Conflicts that concern it.
    pub conflicts: Vec<Conflict>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A step in the course of an amendment.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// Message `stage-<key>`.
    pub kind: &'static str,
    /// When the step was taken.
    pub reached: When,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// A note by the editors.
    pub note: Option<Prose>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// One part of the contents of an amendment.
#[derive(Clone, Debug, Serialize)]
pub struct Element {
    /// Anchor on the amendment's page.
    pub id: String,
    /// What this part would change.
    pub text: Prose,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// How the source puts it (message `modality-<key>`), or empty.
    pub modality: &'static str,
    /// The day for which the source says so.
    pub observed: Option<When>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}
