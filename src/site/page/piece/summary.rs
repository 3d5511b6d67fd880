//! What the countries answer to a question, for a sentence that is made from the answers and so never goes stale.

use crate::law::{CountryId, Question, Standing, cell::State};
use crate::site::context::Context;
use crate::site::page::piece::{scale, years};
use crate::site::view::{Cell, Summary, SummaryGroup, When};
use crate::text::TaggedText;

/// With more countries than this the sentence gives numbers instead of names.
const MOST_NAMES: usize = 8;

/// The summary of the cells of `question`; `None` if no country but regions is compared.
pub fn view<'v>(cx: &Context<'_>, question: &Question, cells: impl Iterator<Item = &'v Cell>) -> Option<Summary> {
    let is_country = |cell: &&Cell| !cx.is_region(&CountryId::new(cell.country.as_str()));
    let cells: Vec<&Cell> = cells.filter(is_country).collect();
    if cells.is_empty() {
        return None;
    }
    let counted = cells.len() > MOST_NAMES;
    let names = |list: Vec<&&Cell>| list.into_iter().map(|cell| cell.country_name.clone()).collect::<Vec<TaggedText>>();
    let with = |standing: Standing| names(cells.iter().filter(|cell| cell.standing == standing.word()).collect());
    let (times, first, last) = times(&cells);
    Some(Summary {
        groups: groups(question, &cells),
        of: cells.len(),
        counted,
        times,
        first,
        last,
        overtaken: with(Standing::Overtaken),
        uncertain: with(Standing::Uncertain),
        disputed: names(cells.iter().filter(|cell| cell.disputed).collect()),
    })
}

/// The cells by answer: answers in the order of the question and of the states, then what is not answered.
fn groups(question: &Question, cells: &[&Cell]) -> Vec<SummaryGroup> {
    let mut list = Vec::new();
    for counted in scale::counts(question, cells.iter().copied()) {
        let gives = |cell: &&&Cell| match &counted.value {
            Some(word) => scale::gives(question, cell, word),
            None => cell.state == counted.state,
        };
        let countries: Vec<TaggedText> = cells.iter().filter(gives).map(|cell| cell.country_name.clone()).collect();
        let count = countries.len();
        list.push(SummaryGroup { state: counted.state, value: counted.value, countries, count });
    }
    list.sort_by_key(|group| !State::parse(group.state).is_some_and(State::answers));
    list
}

fn is_answer(cell: &Cell) -> bool {
    State::parse(cell.state).is_some_and(State::answers)
}

/// The first and the last year of the answers, and whether they are those of acts or of sources.
fn times(cells: &[&Cell]) -> (&'static str, String, String) {
    const ACTS: [&str; 4] = ["signed", "deposited", "bound-since", "reserved"];
    // These days are neither those of acts nor those for which a source was read.
    const OTHERS: [&str; 3] = ["ended", "taken-back", "none-yet"];
    let given = || cells.iter().filter(|cell| is_answer(cell)).filter_map(|cell| cell.time.as_ref());
    let acts = given().filter(|time| ACTS.contains(&time.key)).count();
    let is_meant = |key: &str| ACTS.contains(&key) == (acts > 0) && !OTHERS.contains(&key);
    let mut dates: Vec<&When> = given().filter(|time| is_meant(time.key)).map(|time| &time.date).collect();
    dates.sort_by_key(|date| first_day(date));
    let years: Vec<String> = dates.into_iter().map(years::in_full).filter(|years| !years.is_empty()).collect();
    let first = years.first().cloned().unwrap_or_default();
    let last = years.last().filter(|last| **last != first).cloned().unwrap_or_default();
    let key = match (first.is_empty(), acts) {
        (true, _) => "",
        (false, 0) => "sources",
        (false, _) => "acts",
    };
    (key, first, last)
}

/// A key by which dates of all forms are in the order of time.
fn first_day(date: &When) -> (i16, u8, u8) {
    match &date.first {
        Some(first) => first_day(first),
        None => (date.year, date.month, date.day),
    }
}
