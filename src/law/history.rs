//! The states of a cell over time, computed in one place for the page of the cell, the list of changes and the exported
//! table.

use super::cell::{self, CellOn};
use super::standing::{self, StandingOn};
use super::{Corpus, CountryId, Date, Day, Question};

/// A period in which the cell and its standing stay the same.
#[derive(Clone, Debug)]
pub struct StateInterval<'c> {
    /// The first day; `None` for the first interval.
    pub first: Option<Day>,
    /// The last day, inclusive; `None` for the last interval.
    pub last: Option<Day>,
    /// The cell on each of these days.
    pub cell: CellOn<'c>,
    /// The standing of that answer on each of these days.
    pub standing: StandingOn<'c>,
}

/// The intervals of a cell, at least one, in chronological order and without gaps. The first and the last are open. A
/// new one begins where another finding is shown, even if it says the same.
pub fn intervals<'c>(corpus: &'c Corpus, question: &'c Question, country: &CountryId) -> Vec<StateInterval<'c>> {
    let days = change_days(corpus, question, country);
    let on = |day: Day| {
        let cell = cell::on(corpus, question, country, day);
        let standing = standing::of(corpus, question, country, day, &cell);
        StateInterval { first: None, last: None, cell, standing }
    };
    // Nothing changes between two change days, so it is enough to compute one day of each interval.
    let before = days.first().map_or(Day::new(1, 1, 1), |day| Some(day.previous()));
    let mut list: Vec<StateInterval<'c>> = Vec::with_capacity(days.len() + 1);
    list.extend(before.filter(|before| days.first() != Some(before)).map(&on));
    for day in days {
        let next = on(day);
        match list.last_mut() {
            Some(last) if is_same(last, &next) => {}
            Some(last) => {
                last.last = Some(day.previous());
                list.push(StateInterval { first: Some(day), ..next });
            }
            None => list.push(next),
        }
    }
    list
}

fn is_same(a: &StateInterval<'_>, b: &StateInterval<'_>) -> bool {
    let shown = match (a.cell.shown, b.cell.shown) {
        (Some(a), Some(b)) => std::ptr::eq(a, b),
        (None, None) => true,
        _ => false,
    };
    let since = match (&a.standing.since, &b.standing.since) {
        (Some(a), Some(b)) => a.is_same(b),
        (None, None) => true,
        _ => false,
    };
    let standing = since && a.standing.standing == b.standing.standing;
    shown && standing && a.cell.state == b.cell.state && a.cell.said_of == b.cell.said_of
}

/// Whether two intervals give the same answer, whatever it rests on.
pub fn says_the_same<'c>(a: &StateInterval<'c>, b: &StateInterval<'c>) -> bool {
    let value = |cell: &CellOn<'c>| cell.shown.and_then(|f| f.answer.value.value());
    a.cell.state == b.cell.state && value(&a.cell) == value(&b.cell)
}

/// The longest chain of questions and parents that is followed; it bounds the recursion.
const DEEPEST: usize = 32;

/// The days on which a cell or its standing can change, in order: because of its own findings, or of the questions on
/// which it depends.
pub fn change_days(corpus: &Corpus, question: &Question, country: &CountryId) -> Vec<Day> {
    let mut days = cell_change_days(corpus, question, country);
    with_parents(corpus, question, |question| days.extend(standing::change_days(corpus, question, country)));
    days.sort();
    days.dedup();
    days
}

/// The days on which what a cell says can change, in order.
pub fn cell_change_days(corpus: &Corpus, question: &Question, country: &CountryId) -> Vec<Day> {
    let mut days = Vec::new();
    with_parents(corpus, question, |question| {
        days.extend(cell::change_days(corpus.findings_of(&question.id, country)));
    });
    days.extend(corpus.countries.get(country.as_str()).and_then(|c| c.from.as_ref()).and_then(Date::earliest));
    days.sort();
    days.dedup();
    days
}

/// Calls `see` for the question, its parent, the parent of that, and so on.
fn with_parents<'c>(corpus: &'c Corpus, question: &'c Question, mut see: impl FnMut(&'c Question)) {
    let mut next = Some(question);
    for _ in 0..=DEEPEST {
        let Some(question) = next else { return };
        see(question);
        next = question.parent.as_ref().and_then(|p| corpus.questions.get(p.question.value.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::super::{Answer, AnswerKind};
    use super::*;

    fn told(sample: &Sample) -> Vec<String> {
        let corpus = sample.corpus();
        let question = corpus.questions.get("q").expect("the question is there");
        let end = |day: Option<Day>| day.map_or("…".to_owned(), |day| day.to_string());
        let line = |i: &StateInterval<'_>| {
            format!("{} {} {}, {}", end(i.first), end(i.last), i.cell.state.word(), i.standing.standing.word())
        };
        intervals(&corpus, question, &CountryId::new("xr")).iter().map(line).collect()
    }

    #[test]
    fn an_interval_begins_where_another_finding_is_shown_even_if_it_says_the_same() {
        let sample = Sample::new().question("q", AnswerKind::YesNo);
        assert_eq!(told(&sample), ["… … not-researched, not-in-sight"]);
        let sample = sample.finding("paper", "2003-01-01", Answer::Yes, |_| {});
        let silence = "… 2002-12-31 not-researched, not-in-sight";
        assert_eq!(told(&sample), [silence, "2003-01-01 2003-01-01 yes, holds", "2003-01-02 … yes, last-known"]);
        let sample = sample.finding("report", "2008-05-02", Answer::Yes, |_| {});
        let carried = "2003-01-02 2008-05-01 yes, last-known";
        let again = ["2008-05-02 2008-05-02 yes, holds", "2008-05-03 … yes, last-known"];
        assert_eq!(told(&sample), [&[silence, "2003-01-01 2003-01-01 yes, holds", carried][..], &again].concat());
    }
}
