//! The views of the home page.

use serde::Serialize;

use crate::text::TaggedText;

use super::country::CountryCard;
use super::grid::{GlanceGrid, Summary};
use super::link::Link;
use super::prose::Prose;

/// Template `home`.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// The prose of the page.
    pub body: Prose,
    /// The first headline question of each of the first sections, with the sentence that sums up its answers.
    pub findings: Vec<HomeFinding>,
    /// All questions and countries at a glance.
    pub grid: GlanceGrid,
    /// The ways in: `matrix`, `countries`, `modules`. A site without modules has two.
    pub entrances: Vec<Entrance>,
    /// The countries that are compared.
    pub countries: Vec<CountryCard>,
    /// The sections of the codebook with their questions.
    pub sections: Vec<SectionList>,
    /// The topics.
    pub topics: Vec<Link>,
    /// The instruments.
    pub instruments: Vec<Link>,
    /// How many records of each kind the site has.
    pub counts: Counts,
}

/// The finding with which the first page begins.
#[derive(Clone, Debug, Serialize)]
pub struct HomeFinding {
    /// The question's page; the text is its label.
    pub question: Link,
    /// What the countries answer.
    pub summary: Summary,
}

/// A way into the site, as the first page offers it.
#[derive(Clone, Debug, Serialize)]
pub struct Entrance {
    /// Kind of page. Messages `way-<key>` and `way-<key>-means`.
    pub key: &'static str,
    /// Its address.
    pub href: String,
}

/// The numbers of records.
#[derive(Clone, Debug, Serialize)]
pub struct Counts {
    /// Countries that are compared, without regions.
    pub countries: usize,
    /// Questions.
    pub questions: usize,
    /// Cells with at least one finding.
    pub cells: usize,
    /// Findings.
    pub findings: usize,
    /// Instruments.
    pub instruments: usize,
    /// Treaty actions.
    pub actions: usize,
    /// Laws.
    pub laws: usize,
    /// Provisions.
    pub provisions: usize,
    /// Amendments.
    pub amendments: usize,
    /// Sources.
    pub sources: usize,
    /// Conflicts.
    pub conflicts: usize,
    /// Terms.
    pub terms: usize,
}

/// A section of the codebook with its questions.
#[derive(Clone, Debug, Serialize)]
pub struct SectionList {
    /// Anchor in the codebook and the matrix.
    pub id: String,
    /// Its title, leading to its part of the matrix.
    pub title: Link,
    /// Its introduction.
    pub body: Prose,
    /// Its questions.
    pub questions: Vec<QuestionLine>,
}

/// A question in a list.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionLine {
    /// Its page; the text is the label.
    pub link: Link,
    /// Its wording.
    pub wording: TaggedText,
    /// `law` or `practice`. Message `domain-<key>`.
    pub domain: &'static str,
}
