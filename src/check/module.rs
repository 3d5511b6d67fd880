//! Training modules: the total time of their steps, and empty handouts.

use crate::law::cell::{self, State};
use crate::law::{Corpus, Day, Handout, Module};
use crate::text::{Diagnostics, Fault, Level};

use super::alone::alone;

/// A module whose minutes are not the sum of those of its steps.
pub static MINUTES_SUM: Fault = Fault {
    code: "minutes-sum",
    level: Level::Error,
    summary: "the steps of a module do not add up to its time",
    explanation: "`minutes` of a module is the time of the whole, and its steps say how it is spent. Whoever plans a day by the \
                  one and teaches by the others would run late.\n\n\
                  Correct `minutes` of the module or of a step. A break is a step too.",
};

/// A handout of which every cell is empty.
pub static HANDOUT_EMPTY: Fault = Fault {
    code: "handout-empty",
    level: Level::Warning,
    summary: "a handout shows no cell in which anything is recorded",
    explanation: "A handout is a slice of the matrix: its questions for its countries on its day. If it has no question or no \
                  country that is compared, or if nobody had researched any of its cells by that day, the sheet is empty.\n\n\
                  Name other questions, other countries or another day, or take the handout out.",
};

/// Runs all checks of modules. Where `faulty` records were left out, handouts are not reported as empty.
pub(super) fn check(corpus: &Corpus, today: Option<Day>, faulty: bool, found: &mut Diagnostics) {
    for module in corpus.modules.iter() {
        alone(module.head.at, found, |found| {
            check_minutes(module, found);
            for handout in module.handouts.iter().filter(|h| !faulty && is_empty(corpus, h, today)) {
                let message = format!("the handout `{}` shows no cell in which anything is recorded", handout.id.value);
                let fault = HANDOUT_EMPTY.at(handout.id.span, message);
                found.push(fault.help("name other questions, countries or another day, or take it out"));
            }
        });
    }
}

fn check_minutes(module: &Module, found: &mut Diagnostics) {
    let sum: u64 = module.steps.iter().map(|step| u64::from(step.minutes)).sum();
    let whole = module.minutes.value;
    if sum != u64::from(whole) {
        let message = format!("the steps of `{}` take {sum} minutes, the whole {whole}", module.id);
        found.push(MINUTES_SUM.at(module.minutes.span, message).help("correct `minutes` here, or of a step"));
    }
}

/// Whether no cell of the handout has a finding on its day.
fn is_empty(corpus: &Corpus, handout: &Handout, today: Option<Day>) -> bool {
    let day = handout.day.as_ref().map(|day| day.value).or(today);
    let columns = corpus.columns_of(handout);
    let mut questions = handout.questions.iter().filter_map(|q| corpus.questions.get(q.as_str()));
    questions.all(|question| {
        columns.iter().all(|country| match day {
            Some(day) => cell::on(corpus, question, country, day).state == State::NotResearched,
            None => corpus.findings_of(&question.id, country).is_empty(),
        })
    })
}
