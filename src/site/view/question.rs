//! The views of questions of the codebook, with the answers of all countries.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::{CellDetail, StateCount};
use super::conflict::Conflict;
use super::home::SectionList;
use super::link::{Backlink, Link};
use super::prose::Prose;
use super::treaty::Article;

/// `questions`
#[derive(Clone, Debug, Serialize)]
pub struct Questions {
    /// The sections with their questions.
    pub sections: Vec<SectionList>,
}

/// `question`
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
    /// `provision`, `action`, `source`. Message `basis-<key>`.
    pub basis: &'static str,
    /// `yes-no`, … Message `answer-kind-<key>`.
    pub kind: &'static str,
    /// What each answer means here.
    pub answers: Vec<AnswerMeaning>,
    /// Other states that occur in its cells (message `state-<key>-means`).
    pub other_states: Vec<&'static str>,
    /// What counts.
    pub include: Option<Prose>,
    /// What does not.
    pub exclude: Option<Prose>,
    /// The benchmark.
    pub benchmark: Option<Benchmark>,
    /// The question that must be answered first.
    pub parent: Option<Link>,
    /// The answers with which this question applies.
    pub parent_when: Vec<String>,
    /// Questions that depend on this one.
    pub children: Vec<Link>,
    /// Topics.
    pub topics: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// The cells, in the order of the columns.
    pub cells: Vec<CellDetail>,
    /// How many cells are in each state, in the order of the states.
    pub counts: Vec<StateCount>,
    /// Conflicts that touch it.
    pub conflicts: Vec<Conflict>,
    /// The question before it.
    pub previous: Option<Link>,
    /// The question after it.
    pub next: Option<Link>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// What an answer means for a question.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerMeaning {
    /// The answer's word.
    pub answer: String,
    /// Whether it is the key of a state (message `state-<answer>`), and not a word of the content.
    pub is_state: bool,
    /// What it means.
    pub meaning: Prose,
}

/// The article that answers are read against.
#[derive(Clone, Debug, Serialize)]
pub struct Benchmark {
    /// The instrument or its article.
    pub link: Link,
    /// The article.
    pub article: Option<Article>,
}
