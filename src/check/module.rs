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

/// A shorter version of a module that cannot be one.
pub static MODULE_VERSION: Fault = Fault {
    code: "module-version",
    level: Level::Error,
    summary: "a step, handout or exercise belongs to a version that the module cannot have",
    explanation: "A module may have shorter versions, each known by its time in minutes. The steps name them, \
                  `versions = [{ of = 30, minutes = 10 }]`; handouts and exercises say to which of these they belong. A version that \
                  takes as long as the whole is the whole, to which everything belongs; one that no step names has nothing to \
                  teach; and one that is named twice would take its time twice.\n\n\
                  Name a version that is shorter than the whole and that a step has, once.",
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
            check_versions(module, found);
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

fn check_versions(module: &Module, found: &mut Diagnostics) {
    let known = module.shorter_versions();
    let whole = module.minutes.value;
    let steps = module.steps.iter().map(|step| step.versions.iter().map(|version| &version.of).collect::<Vec<_>>());
    let parts = module.handouts.iter().map(|h| &h.versions).chain(module.exercises.iter().map(|e| &e.versions));
    for named in steps.chain(parts.map(|versions| versions.iter().collect())) {
        for (number, of) in named.iter().enumerate() {
            let message = if of.value >= whole {
                format!("a version of {} minutes is not shorter than the whole, which takes {whole}", of.value)
            } else if !known.contains(&of.value) {
                format!("no step belongs to a version of {} minutes", of.value)
            } else if named[..number].iter().any(|before| before.value == of.value) {
                format!("the version of {} minutes is named twice", of.value)
            } else {
                continue;
            };
            let help = "name a version that is shorter than the whole and that a step has, once";
            found.push(MODULE_VERSION.at(of.span, message).help(help));
        }
    }
    for of in known.into_iter().filter(|of| *of < whole) {
        let in_it = || module.steps.iter().filter_map(|step| step.in_version(of));
        let sum: u64 = in_it().map(|version| u64::from(version.minutes)).sum();
        if let Some(first) = in_it().next().filter(|_| sum != u64::from(of)) {
            let message = format!("in the version of {of} minutes the steps of `{}` take {sum}", module.id);
            found.push(MINUTES_SUM.at(first.of.span, message).help("correct `minutes` of a step in this version"));
        }
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
