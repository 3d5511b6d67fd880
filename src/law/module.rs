//! Training modules: how the time is spent, what is handed out, and exercises whose answers records prove.

use crate::text::{At, Prose};

use super::record::{Record, head, named};
use super::{CountryId, Day, Head, ModuleId, QuestionId, TopicId};

/// A training module.
#[derive(Clone, Debug)]
pub struct Module {
    /// What every record carries.
    pub head: Head,
    /// Its identity.
    pub id: ModuleId,
    /// Its title.
    pub title: String,
    /// For whom it is.
    pub audience: String,
    /// What they can do afterwards; one or more.
    pub objectives: Vec<String>,
    /// The time of the whole.
    pub minutes: At<u32>,
    /// Its place in the list of modules, smallest first.
    pub order: i64,
    /// Where it belongs.
    pub topics: Vec<At<TopicId>>,
    /// Its steps in their order; one or more.
    pub steps: Vec<Step>,
    /// Slices of the matrix.
    pub handouts: Vec<Handout>,
    /// Situations with a task and an answer.
    pub exercises: Vec<Exercise>,
    /// More to say.
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

/// A step of a module.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// How long it takes.
    pub minutes: u32,
    /// What is done.
    pub text: Prose,
}

/// A slice of the matrix, to be handed out.
#[derive(Clone, Debug)]
pub struct Handout {
    /// Its identity within the module.
    pub id: At<String>,
    /// Its title.
    pub title: String,
    /// The questions that it shows.
    pub questions: Vec<At<QuestionId>>,
    /// The countries that it shows; none named: all that are compared.
    pub countries: Vec<At<CountryId>>,
    /// The day on which it shows them; `None`: the day of the main views.
    pub day: Option<At<Day>>,
    /// A remark.
    pub note: Option<Prose>,
}

/// A situation with a task; its answer, and what proves that.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Its identity within the module.
    pub id: At<String>,
    /// Its title.
    pub title: String,
    /// What happened.
    pub situation: Prose,
    /// What is to be found out.
    pub task: Prose,
    /// The answer.
    pub answer: Prose,
    /// The day for which cells prove it; `None`: the day of the main views.
    pub day: Option<At<Day>>,
    /// Records that prove it, and cells, as in `[[id]]`; one or more.
    pub proves: Vec<At<String>>,
}

impl Module {
    /// The title of the handout or exercise with this identity.
    pub fn part(&self, id: &str) -> Option<&str> {
        let handouts = self.handouts.iter().map(|h| (&h.id, &h.title));
        let mut parts = handouts.chain(self.exercises.iter().map(|e| (&e.id, &e.title)));
        parts.find(|(known, _)| known.value == id).map(|(_, title)| title.as_str())
    }

    /// The identities of its handouts and exercises.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let handouts = self.handouts.iter().map(|h| h.id.as_str());
        handouts.chain(self.exercises.iter().map(|e| e.id.as_str()))
    }
}

impl Handout {
    /// Whether it shows the country: it names it, or names none.
    pub fn names(&self, country: &CountryId) -> bool {
        self.countries.is_empty() || self.countries.iter().any(|named| named.value == *country)
    }

    /// Whether it shows the question.
    pub fn shows(&self, question: &QuestionId) -> bool {
        self.questions.iter().any(|q| q.value == *question)
    }
}
