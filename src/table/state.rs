//! The states of a cell by interval: on which days a cell can change, and what it says between two of them.

use crate::law::cell::{self, CellOn, State};
use crate::law::{Corpus, CountryId, Day, Question};

/// A state and the days on which it holds, both included; `None` is open.
#[derive(Clone, Debug)]
pub(super) struct Interval<'c> {
    pub first: Option<Day>,
    pub last: Option<Day>,
    pub cell: CellOn<'c>,
}

/// The states of a cell in the order of time. They touch each other, and the first and the last are open.
pub(super) fn intervals<'c>(corpus: &'c Corpus, question: &'c Question, country: &CountryId) -> Vec<Interval<'c>> {
    let days = change_days(corpus, question, country);
    let on = |day: Day| cell::on(corpus, question, country, day);
    // Between two change days nothing changes, so one day of each stretch speaks for it.
    let before = days.first().map_or(Day::new(1, 1, 1), |day| Some(day.previous()));
    let mut list: Vec<Interval<'c>> = Vec::with_capacity(days.len() + 1);
    if let Some(before) = before.filter(|before| days.first() != Some(before)) {
        list.push(Interval { first: None, last: None, cell: on(before) });
    }
    for day in days {
        let cell = on(day);
        match list.last_mut() {
            Some(last) if same(&last.cell, &cell) => {}
            Some(last) => {
                last.last = Some(day.previous());
                list.push(Interval { first: Some(day), last: None, cell });
            }
            None => list.push(Interval { first: None, last: None, cell }),
        }
    }
    list
}

/// What the preferred finding says, behind a state that is not its own.
pub(super) fn preferred(cell: &CellOn<'_>) -> Option<State> {
    cell.shown.filter(|_| cell.state == State::Conflicting).map(|finding| finding.answer.value.state())
}

fn same(a: &CellOn<'_>, b: &CellOn<'_>) -> bool {
    let shown = match (a.shown, b.shown) {
        (Some(a), Some(b)) => std::ptr::eq(a, b),
        (None, None) => true,
        _ => false,
    };
    shown && a.state == b.state && a.uncertain == b.uncertain && a.said_of == b.said_of
}

/// More questions than this do not hang on each other; where records make a circle, it ends here.
const DEEPEST: usize = 32;

/// The days on which the cell can change: those of its own findings, and of the questions on which it depends.
fn change_days(corpus: &Corpus, question: &Question, country: &CountryId) -> Vec<Day> {
    let mut days = cell::change_days(corpus.findings_of(&question.id, country));
    let mut below = question;
    for _ in 0..DEEPEST {
        let Some(above) = below.parent.as_ref().and_then(|p| corpus.questions.get(p.question.value.as_str())) else {
            break;
        };
        days.extend(cell::change_days(corpus.findings_of(&above.id, country)));
        below = above;
    }
    days.sort();
    days.dedup();
    days
}
