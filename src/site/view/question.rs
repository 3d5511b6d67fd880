//! The views of questions of the codebook, with the answers of all countries.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::{Cell, CellDetail, StateCount};
use super::conflict::Conflict;
use super::grid::Summary;
use super::home::SectionList;
use super::link::{Backlink, Citation, Link, When};
use super::prose::Prose;
use super::strip::Strips;
use super::treaty::Article;

/// Template `questions`.
#[derive(Clone, Debug, Serialize)]
pub struct Questions {
    /// The sections with their questions.
    pub sections: Vec<SectionList>,
}

/// Template `question`.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// Its wording.
    pub wording: TaggedText,
    /// Its label.
    pub label: TaggedText,
    /// Its section, leading to the matrix.
    pub section: Link,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// The evidence that an answer needs: `provision`, `action`, `source`. Message `basis-<key>`.
    pub basis: &'static str,
    /// The form of the answers: `yes-no`, … Message `answer-kind-<key>`.
    pub kind: &'static str,
    /// The meaning of each answer to this question.
    pub answers: Vec<AnswerMeaning>,
    /// States that occur in its cells and are not among `answers` (message `state-<key>-means`).
    pub other_states: Vec<&'static str>,
    /// For coders: what counts as an answer.
    pub include: Option<Prose>,
    /// For coders: what does not count.
    pub exclude: Option<Prose>,
    /// The article against which answers are measured.
    pub benchmark: Option<Benchmark>,
    /// The question on whose answer it depends whether this one applies.
    pub parent: Option<Link>,
    /// The answers to `parent` for which this question applies.
    pub parent_when: Vec<String>,
    /// Questions that depend on this one.
    pub children: Vec<Link>,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// The text below its fields in the file; shown last.
    pub body: Prose,
    /// What the countries answer, in one sentence; `None` if no country but regions is compared.
    pub summary: Option<Summary>,
    /// The cells, in the order of the columns.
    pub cells: Vec<CellDetail>,
    /// The elements of the benchmark that findings name as met or not met; `None` if none is named.
    pub elements: Option<Elements>,
    /// The cells through the years; `None` if nothing in them has a day.
    pub strips: Option<Strips>,
    /// How many cells are in each state, in the order of the states.
    pub counts: Vec<StateCount>,
    /// Conflicts that concern it.
    pub conflicts: Vec<Conflict>,
    /// The question before it.
    pub previous: Option<Link>,
    /// The question after it.
    pub next: Option<Link>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// The meaning of an answer to a question.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerMeaning {
    /// The word of the answer.
    pub answer: String,
    /// Whether `answer` is the key of a state (message `state-<answer>`), and not a word of the content.
    pub is_state: bool,
    /// What it means.
    pub meaning: Prose,
}

/// The article against which answers are measured.
#[derive(Clone, Debug, Serialize)]
pub struct Benchmark {
    /// The instrument, or its article.
    pub link: Link,
    /// The article, if one is named.
    pub article: Option<Article>,
}

/// The elements of a benchmark against the countries.
#[derive(Clone, Debug, Serialize)]
pub struct Elements {
    /// The benchmark's article.
    pub of: Link,
    /// The columns.
    pub countries: Vec<Link>,
    /// For each column the cell of the question.
    pub answers: Vec<Cell>,
    /// A row for each element that a finding names.
    pub rows: Vec<ElementRow>,
}

/// An element of a benchmark.
#[derive(Clone, Debug, Serialize)]
pub struct ElementRow {
    /// The element, as the finding names it.
    pub element: TaggedText,
    /// For each column what is recorded; `None`: no finding names the element.
    pub cells: Vec<Option<ElementMark>>,
}

/// What the last finding that names an element says of it.
#[derive(Clone, Debug, Serialize)]
pub struct ElementMark {
    /// Whether the element is met.
    pub met: bool,
    /// Whether the cell shows this finding on the day of the view; else it is an earlier one, or one of several.
    pub shown: bool,
    /// The year for which the finding speaks.
    pub years: String,
    /// The same as a date.
    pub observed: When,
    /// The records on which the finding rests.
    pub rests_on: Vec<Link>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}
