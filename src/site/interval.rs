//! How the state of a cell runs through time.

use crate::law::{Corpus, CountryId, Day, Question, cell};

/// A state of a cell from a first to a last day.
pub struct Stretch<'c> {
    pub first: Option<Day>,
    pub last: Option<Day>,
    pub on: cell::CellOn<'c>,
}

/// How the state of a cell runs through time: adjacent stretches differ.
pub fn intervals<'c>(corpus: &'c Corpus, question: &'c Question, country: &CountryId) -> Vec<Stretch<'c>> {
    let mut days = cell::change_days(corpus.findings_of(&question.id, country));
    // A date known in part is over on the day after its last; a parent's changes are its children's.
    let mut above = question.parent.as_ref();
    for _ in 0..32 {
        let Some(parent) = above.and_then(|p| corpus.questions.get(p.question.value.as_str())) else { break };
        days.extend(cell::change_days(corpus.findings_of(&parent.id, country)));
        above = parent.parent.as_ref();
    }
    days.sort();
    days.dedup();
    let mut out: Vec<Stretch<'c>> = Vec::new();
    let mut add = |first: Option<Day>, on: cell::CellOn<'c>| {
        let same = |s: &Stretch<'_>| {
            s.on.state == on.state
                && s.on.uncertain == on.uncertain
                && s.on.shown.map(|f| f.answer.value.value()) == on.shown.map(|f| f.answer.value.value())
        };
        match out.last_mut() {
            Some(last) if same(last) => {}
            last => {
                if let (Some(last), Some(first)) = (last, first) {
                    last.last = Some(first.previous());
                }
                out.push(Stretch { first, last: None, on });
            }
        }
    };
    if let Some(first) = days.first() {
        add(None, cell::on(corpus, question, country, first.previous()));
    }
    for day in &days {
        add(Some(*day), cell::on(corpus, question, country, *day));
    }
    out
}
