//! The views of training modules: steps, handouts and exercises.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::link::{Backlink, Link, When};
use super::matrix::Matrix;
use super::prose::Prose;

/// `modules`
#[derive(Clone, Debug, Serialize)]
pub struct Modules {
    /// All of them.
    pub modules: Vec<ModuleLine>,
}

/// A module in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleLine {
    /// Its page.
    pub link: Link,
    /// For whom it is.
    pub audience: TaggedText,
    /// The time of the whole.
    pub minutes: u32,
    /// What they can do afterwards.
    pub objectives: Vec<TaggedText>,
}

/// `module`
#[derive(Clone, Debug, Serialize)]
pub struct Module {
    /// Its id.
    pub id: String,
    /// For whom it is.
    pub audience: TaggedText,
    /// The time of the whole.
    pub minutes: u32,
    /// What they can do afterwards.
    pub objectives: Vec<TaggedText>,
    /// Topics.
    pub topics: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// Its steps in their order.
    pub steps: Vec<ModuleStep>,
    /// Slices of the matrix.
    pub handouts: Vec<Handout>,
    /// Situations with a task and an answer.
    pub exercises: Vec<Exercise>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A step of a module.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleStep {
    /// Anchor.
    pub id: String,
    /// Its title.
    pub title: TaggedText,
    /// How long it takes.
    pub minutes: u32,
    /// What is done.
    pub text: Prose,
}

/// A slice of the matrix that is handed out.
#[derive(Clone, Debug, Serialize)]
pub struct Handout {
    /// Anchor on the module's page.
    pub id: String,
    /// Its title.
    pub title: TaggedText,
    /// Its own page, made to be printed.
    pub href: String,
    /// The day on which it shows its cells.
    pub on: When,
    /// Whether it is made for that day; else it shows the last finding of each cell up to it.
    pub dated: bool,
    /// The slice; a link of a cell leads to the cell as the main views show it.
    pub matrix: Matrix,
    /// A remark.
    pub note: Option<Prose>,
}

/// `handout`: one by itself.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutPage {
    /// Its module.
    pub module: Link,
    /// The handout.
    pub handout: Handout,
    /// The sources of what its cells say.
    pub sources: Vec<HandoutSource>,
}

/// A source on which cells of a handout rest.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutSource {
    /// Its page; the text is its short name.
    pub link: Link,
    /// The whole reference.
    pub citation: String,
    /// The places in it that are cited.
    pub places: Vec<HandoutPlace>,
}

/// A place in a source.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutPlace {
    /// The place.
    pub place: String,
    /// The cells that rest on it, by question.
    pub rows: Vec<HandoutRow>,
}

/// Cells of one question.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutRow {
    /// The question's label.
    pub question: TaggedText,
    /// The countries' names.
    pub countries: Vec<TaggedText>,
}

/// A situation with a task; its answer, and what proves that.
#[derive(Clone, Debug, Serialize)]
pub struct Exercise {
    /// Anchor.
    pub id: String,
    /// Its title.
    pub title: TaggedText,
    /// What happened.
    pub situation: Prose,
    /// What is to be found out.
    pub task: Prose,
    /// The answer.
    pub answer: Prose,
    /// The answer once more with anchors of its own, for a second place on the page.
    pub answer_again: Prose,
    /// The day for which cells prove it, if it is not that of the page.
    pub on: Option<When>,
    /// What proves it.
    pub proofs: Vec<Proof>,
}

/// What proves an answer.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// Where it stands.
    pub link: Link,
    /// Kind of record, or `cell` (message `kind-<key>`).
    pub kind: &'static str,
    /// The cell, if it is one, on the day of the page.
    pub cell: Option<Cell>,
}
