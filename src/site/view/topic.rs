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

/// Template `topics`.
#[derive(Clone, Debug, Serialize)]
pub struct Topics {
    /// All topics in their order.
    pub topics: Vec<TopicLine>,
}

/// A topic in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TopicLine {
    /// Its page.
    pub link: Link,
    /// What it covers, in one line.
    pub summary: TaggedText,
    /// Number of its questions.
    pub questions: usize,
    /// Number of its provisions and offences.
    pub provisions: usize,
}

/// Template `topic`.
#[derive(Clone, Debug, Serialize)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: TaggedText,
    /// What it covers.
    pub body: Prose,
    /// Its questions as a part of the matrix.
    pub matrix: Option<Matrix>,
    /// If the page is split: its questions.
    pub questions: Vec<Link>,
    /// On the part of one country: that country's answers to these questions.
    pub cells: Vec<Cell>,
    /// Its laws, articles, offences, gaps and observations, by country.
    pub countries: Vec<TopicCountry>,
    /// Amendments under the topic.
    pub amendments: Vec<AmendmentLine>,
    /// Elements of amendments under the topic.
    pub elements: Vec<TopicElement>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// The records of one country under a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicCountry {
    /// Anchor on the page.
    pub id: String,
    /// The country.
    pub country: Link,
    /// Laws under the topic.
    pub laws: Vec<LawLine>,
    /// Articles under the topic.
    pub provisions: Vec<TopicProvision>,
    /// Offences under the topic.
    pub offences: Vec<Offence>,
    /// Gaps under the topic.
    pub gaps: Vec<Gap>,
    /// Statements of sources for which no question asks.
    pub observations: Vec<Observation>,
}

/// An article under a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicProvision {
    /// Its page.
    pub link: Link,
    /// Its law.
    pub law: Link,
    /// Its heading.
    pub heading: Option<TaggedText>,
    /// Its state on the day of the view.
    pub state: ProvisionState,
}

/// An element of an amendment under a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicElement {
    /// The element on the amendment's page.
    pub link: Link,
    /// Its country.
    pub country: Link,
    /// What the element would change.
    pub text: Prose,
}
