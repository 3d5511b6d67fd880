//! Training modules: how the time is spent, what is handed out, and exercises whose answers records prove.

use std::collections::BTreeSet;

use crate::text::{At, Prose, TaggedText};

use super::record::{Record, head, named};
use super::{CountryId, Day, Head, ModuleId, QuestionId, TopicId};

/// A training module: a plan for teaching with the site's records.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The name of its file.
    pub id: ModuleId,
    /// In the site's language.
    pub title: TaggedText,
    /// The audience, in words.
    pub audience: TaggedText,
    /// What participants can do afterwards; one or more.
    pub objectives: Vec<TaggedText>,
    /// Duration of the whole in minutes; the durations of its steps add up to it.
    pub minutes: At<u32>,
    /// Sort key in the list of modules, smallest first.
    pub order: i64,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// Its steps in their order; one or more.
    pub steps: Vec<Step>,
    /// Excerpts of the matrix to print.
    pub handouts: Vec<Handout>,
    /// Invented cases with a task and an answer.
    pub exercises: Vec<Exercise>,
    /// The Markdown below the front matter; shown last.
    pub body: Prose,
}

named!(Module);

impl Record for Module {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// One activity of a module.
#[derive(Clone, Debug)]
pub struct Step {
    /// In the site's language.
    pub title: TaggedText,
    /// Duration in minutes, in the whole module.
    pub minutes: u32,
    /// Instructions for those who teach.
    pub text: Prose,
    /// What the class sees on the wall, if anything.
    pub slide: Option<Prose>,
    /// Texts of cards that are cut out and handed out in the step.
    pub cards: Vec<TaggedText>,
    /// The shorter versions of the module to which it belongs.
    pub versions: Vec<StepVersion>,
}

/// A step in a shorter version of its module.
#[derive(Clone, Debug)]
pub struct StepVersion {
    /// The version, by its duration in minutes.
    pub of: At<u32>,
    /// How long the step takes in it, in minutes.
    pub minutes: u32,
    /// What is done otherwise in it.
    pub note: Option<Prose>,
}

/// An excerpt of the matrix to print and hand out.
#[derive(Clone, Debug)]
pub struct Handout {
    /// Unique within the module, among exercises too.
    pub id: At<String>,
    /// In the site's language.
    pub title: TaggedText,
    /// The questions that it shows.
    pub questions: Vec<At<QuestionId>>,
    /// The countries that it shows; empty: all compared countries.
    pub countries: Vec<At<CountryId>>,
    /// The day on which it shows the cells; `None`: the day of the main views.
    pub day: Option<At<Day>>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
    /// The shorter versions of the module to which it belongs, by their durations in minutes.
    pub versions: Vec<At<u32>>,
}

/// An invented case with a task and an answer that records of the site prove.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Unique within the module, among handouts too.
    pub id: At<String>,
    /// In the site's language.
    pub title: TaggedText,
    /// An invented case.
    pub situation: Prose,
    /// What the participants are to find out.
    pub task: Prose,
    /// The model answer: pages show it on request, paper at the end.
    pub answer: Prose,
    /// The day on which the named cells prove it; `None`: the day of the main views.
    pub day: Option<At<Day>>,
    /// References to the records and cells that prove the answer, as in `[[id]]`; one or more.
    pub proves: Vec<At<String>>,
    /// The shorter versions of the module to which it belongs, by their durations in minutes.
    pub versions: Vec<At<u32>>,
}

impl Step {
    /// The step in the shorter version of this duration, if it belongs to it.
    pub fn in_version(&self, minutes: u32) -> Option<&StepVersion> {
        self.versions.iter().find(|version| version.of.value == minutes)
    }
}

impl Module {
    /// The durations of its shorter versions in minutes, the shortest first: those to which a step belongs.
    pub fn shorter_versions(&self) -> BTreeSet<u32> {
        self.steps.iter().flat_map(|step| &step.versions).map(|version| version.of.value).collect()
    }

    /// The title of the handout or exercise with this id.
    pub fn part(&self, id: &str) -> Option<&TaggedText> {
        let handouts = self.handouts.iter().map(|h| (&h.id, &h.title));
        let mut parts = handouts.chain(self.exercises.iter().map(|e| (&e.id, &e.title)));
        parts.find(|(known, _)| known.value == id).map(|(_, title)| title)
    }

    /// The ids of its handouts and exercises.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let handouts = self.handouts.iter().map(|h| h.id.as_str());
        handouts.chain(self.exercises.iter().map(|e| e.id.as_str()))
    }
}

impl Handout {
    /// Whether it shows the country.
    pub fn names(&self, country: &CountryId) -> bool {
        self.countries.is_empty() || self.countries.iter().any(|named| named.value == *country)
    }

    /// Whether it shows the question.
    pub fn shows(&self, question: &QuestionId) -> bool {
        self.questions.iter().any(|q| q.value == *question)
    }
}
