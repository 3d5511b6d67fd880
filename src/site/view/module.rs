//! The views of training modules: steps, handouts and exercises.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::link::{Backlink, Link, When};
use super::matrix::Matrix;
use super::prose::Prose;

/// Template `modules`.
#[derive(Clone, Debug, Serialize)]
pub struct Modules {
    /// All modules in their order.
    pub modules: Vec<ModuleLine>,
    /// What there is to print and to hand out besides their handouts.
    pub sheets: ModuleSheets,
}

/// Pages that fit a sheet of paper each.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleSheets {
    /// The sheet of each compared country.
    pub countries: Vec<Link>,
    /// The glance grid, which is printed as one sheet; `None` if nothing is compared.
    pub grid: Option<String>,
    /// The same grid as a picture; `None` where there is none.
    pub picture: Option<String>,
}

/// A module in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleLine {
    /// Its page.
    pub link: Link,
    /// The audience, in words.
    pub audience: TaggedText,
    /// Duration in minutes.
    pub minutes: u32,
    /// What participants can do afterwards.
    pub objectives: Vec<TaggedText>,
    /// Its versions, the shortest first, the whole last.
    pub versions: Vec<ModuleVersion>,
    /// Its handouts, each as a page of its own.
    pub handouts: Vec<Link>,
}

/// A version of a module.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleVersion {
    /// Its duration in minutes.
    pub minutes: u32,
    /// Its page.
    pub href: String,
    /// Whether it is the page that holds the link.
    pub here: bool,
}

/// Template `module`.
#[derive(Clone, Debug, Serialize)]
pub struct Module {
    /// Its id.
    pub id: String,
    /// The audience, in words.
    pub audience: TaggedText,
    /// Duration of the version in minutes.
    pub minutes: u32,
    /// Whether it is the whole module; shorter versions have some of the steps, handouts and exercises, and neither
    /// objectives nor a body.
    pub whole: bool,
    /// Its versions, the shortest first, the whole last.
    pub versions: Vec<ModuleVersion>,
    /// What participants can do afterwards.
    pub objectives: Vec<TaggedText>,
    /// The list of the sheets that there are besides its handouts; `None` if there are none.
    pub sheets: Option<String>,
    /// The topics under which it is listed.
    pub topics: Vec<Link>,
    /// The text below its fields in the file; shown last.
    pub body: Prose,
    /// Its steps in their order, each with the handouts and exercises that it is the first to name.
    pub steps: Vec<ModuleStep>,
    /// The days on which its handouts show the law, as their authors chose them.
    pub days: Vec<When>,
    /// Links to all handouts on the page.
    pub handout_links: Vec<Link>,
    /// Links to all exercises on the page.
    pub exercise_links: Vec<Link>,
    /// Parts of the matrix to print that no step names.
    pub handouts: Vec<Handout>,
    /// Invented cases with a task and an answer that no step names.
    pub exercises: Vec<Exercise>,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A step of a module.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleStep {
    /// Anchor on the page.
    pub id: String,
    /// Its title.
    pub title: TaggedText,
    /// Duration in minutes, in this version.
    pub minutes: u32,
    /// Instructions for those who teach.
    pub text: Prose,
    /// What the class sees on the wall.
    pub slide: Option<Prose>,
    /// What is done otherwise in this version.
    pub note: Option<Prose>,
    /// Texts of cards that are cut out and handed out in the step.
    pub cards: Vec<TaggedText>,
    /// Handouts that the step is the first to name.
    pub handouts: Vec<Handout>,
    /// Exercises that the step is the first to name.
    pub exercises: Vec<Exercise>,
}

/// A part of the matrix to print and hand out.
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
    /// Whether its author chose that day; else it is the day of the main views.
    pub dated: bool,
    /// Its cells; their links lead to the cells of the main views.
    pub matrix: Matrix,
    /// For a day that its author chose: the cells for which a later answer is recorded, as the main views show them.
    pub later: Vec<Cell>,
    /// A note by the editors.
    pub note: Option<Prose>,
}

/// Template `handout`: a handout as a page of its own.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutPage {
    /// Its module.
    pub module: Link,
    /// The handout.
    pub handout: Handout,
    /// The sources of its cells.
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

/// A cited place in a source.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutPlace {
    /// Article, page, paragraph or the like.
    pub place: String,
    /// The cells that rest on it, by question.
    pub rows: Vec<HandoutRow>,
}

/// Cells of one question that rest on the same place.
#[derive(Clone, Debug, Serialize)]
pub struct HandoutRow {
    /// The question's label.
    pub question: TaggedText,
    /// The countries' names.
    pub countries: Vec<TaggedText>,
}

/// An invented case with a task, its answer, and the proofs of the answer.
#[derive(Clone, Debug, Serialize)]
pub struct Exercise {
    /// Anchor on the page.
    pub id: String,
    /// Its title.
    pub title: TaggedText,
    /// The invented case.
    pub situation: Prose,
    /// What participants are to find out.
    pub task: Prose,
    /// The answer.
    pub answer: Prose,
    /// The answer with other anchors, for a second place on the page.
    pub answer_again: Prose,
    /// The day on which cells prove it, if it is not that of the page.
    pub on: Option<When>,
    /// The records and cells that prove the answer.
    pub proofs: Vec<Proof>,
}

/// A record or cell that proves an answer.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// The record or cell.
    pub link: Link,
    /// Kind of record, or `cell` (message `kind-<key>`).
    pub kind: &'static str,
    /// The cell, if it is one, on the day of the page.
    pub cell: Option<Cell>,
}
