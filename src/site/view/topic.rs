//! The views of topics, and of the records under them.

use serde::Serialize;

use crate::text::TaggedText;

use super::amendment::AmendmentLine;
use super::cell::Cell;
use super::country::{Gap, Observation};
use super::link::{Backlink, Link};
use super::matrix::Matrix;
use super::prose::Prose;
use super::statute::{LawLine, Offence, ProvisionState};

/// `topics`
#[derive(Clone, Debug, Serialize)]
pub struct Topics {
    /// All of them.
    pub topics: Vec<TopicLine>,
}

/// A topic in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TopicLine {
    /// Its page.
    pub link: Link,
    /// What it covers, in a line.
    pub summary: TaggedText,
    /// Questions under it.
    pub questions: usize,
    /// Provisions and offences under it.
    pub provisions: usize,
}

/// `topic`
#[derive(Clone, Debug, Serialize)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: TaggedText,
    /// What it covers.
    pub body: Prose,
    /// Its questions as a slice of the matrix.
    pub matrix: Option<Matrix>,
    /// Where the page is divided: its questions.
    pub questions: Vec<Link>,
    /// On the page of one country: the answers of that country to them.
    pub cells: Vec<Cell>,
    /// Provisions and offences by country.
    pub countries: Vec<TopicCountry>,
    /// Amendments.
    pub amendments: Vec<AmendmentLine>,
    /// Elements of amendments.
    pub elements: Vec<TopicElement>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// What a topic gathers in one country.
#[derive(Clone, Debug, Serialize)]
pub struct TopicCountry {
    /// Anchor.
    pub id: String,
    /// The country.
    pub country: Link,
    /// Laws.
    pub laws: Vec<LawLine>,
    /// Provisions: law and number, heading.
    pub provisions: Vec<TopicProvision>,
    /// Offences.
    pub offences: Vec<Offence>,
    /// Gaps.
    pub gaps: Vec<Gap>,
    /// What sources say beside the codebook.
    pub observations: Vec<Observation>,
}

/// A provision under a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicProvision {
    /// Its page.
    pub link: Link,
    /// Its law.
    pub law: Link,
    /// Its heading.
    pub heading: Option<TaggedText>,
    /// How it stands on the day of the view.
    pub state: ProvisionState,
}

/// An element of an amendment under a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicElement {
    /// The amendment's element.
    pub link: Link,
    /// Its country.
    pub country: Link,
    /// What it would do.
    pub text: Prose,
}
