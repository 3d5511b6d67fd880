//! Pairs of published days that are compared: how much changed between the two, and which countries get a page of their
//! own because one page would be too long.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::law::{CountryId, Day, Question, cell, cell::State, status, status::Status};
use crate::site::event::CellValue;
use crate::site::index::{Index, joins_treaties};
use crate::site::view::Amount;

use super::limit::{is_too_much, preview_of_one};
use super::page::Page;
use super::pair::{DayPair, are_neighbours, day_pairs};

/// If the matrix has at most this many cells, first answers are listed one by one; else they are only counted.
const MOST_CELLS: usize = 2000;

/// The number of changes for each pair of days, by country in column order.
#[derive(Debug, Default)]
pub struct Compared(BTreeMap<DayPair, Vec<Amount>>);

/// The answers of a country's cells on a day, in the order of the codebook, and its statuses, in the order of the grid.
struct Snapshot {
    says: Vec<CellValue>,
    statuses: Vec<Status>,
}

/// How the answer of a cell changed from one day to another.
pub enum CellChange {
    /// From no answer to a first one.
    Answered,
    /// From an answer to none.
    Silent,
    /// From an answer to another one.
    Other,
}

pub fn became(question: &Question, was: &CellValue, is: &CellValue) -> Option<CellChange> {
    match (was.state.answers(), is.state.answers()) {
        _ if was.agrees(is, question.kind) => None,
        (false, true) => Some(CellChange::Answered),
        (true, false) if is.state != State::NotApplicable => Some(CellChange::Silent),
        (false, false) => None,
        _ => Some(CellChange::Other),
    }
}

impl Compared {
    /// Counts the changes for each pair of days.
    pub fn new(index: &Index) -> Compared {
        let pairs = if index.has_changes() { compared_pairs(index) } else { Vec::new() };
        let last = |pair: &DayPair| pair.1.unwrap_or(index.calendar.main);
        let days: BTreeSet<Day> = pairs.iter().flat_map(|pair| [pair.0, last(pair)]).collect();
        let of_country = |country: &CountryId| -> Vec<Amount> {
            let stands: BTreeMap<Day, Snapshot> = days.iter().map(|day| (*day, stand(index, country, *day))).collect();
            pairs.iter().map(|pair| amount(index, country, (pair.0, last(pair)), &stands)).collect()
        };
        let found: Vec<Vec<Amount>> = index.corpus.columns.par_iter().map(of_country).collect();
        let of_pair = |(at, pair): (usize, &DayPair)| (*pair, found.iter().map(|list| list[at].clone()).collect());
        Compared(pairs.iter().enumerate().map(of_pair).collect())
    }

    /// The pages of all pairs, each followed by the pages of single countries for that pair.
    pub fn pages(&self, index: &Index) -> Vec<Page> {
        let of_pair = |pair: DayPair| {
            let countries = index.corpus.columns.iter().filter(|c| self.has_own_page(index, &pair, c));
            let own: Vec<Page> = countries.map(|c| page_of_country(pair, c)).collect();
            std::iter::once(page_of(pair)).chain(own).collect::<Vec<_>>()
        };
        self.pairs(index).flat_map(of_pair).collect()
    }

    /// The pairs that have a page, in chronological order.
    pub fn pairs(&self, index: &Index) -> impl Iterator<Item = DayPair> {
        compared_pairs(index).into_iter().filter(|pair| self.0.contains_key(pair))
    }

    /// The number of changes for a pair of days, by country in column order; `None` if the pair has no page.
    pub fn of(&self, pair: &DayPair) -> Option<&[Amount]> {
        self.0.get(pair).map(Vec::as_slice)
    }

    /// Whether the changes between two days are too many for one page.
    pub fn is_too_much(&self, index: &Index, pair: &DayPair) -> bool {
        let first = |amount: &Amount| if names_first_answers(index) { 0 } else { amount.first };
        let lines = |list: &Vec<Amount>| is_too_much(list.iter().map(|amount| amount.all() - first(amount)));
        self.0.get(pair).is_some_and(lines)
    }

    /// The number of preview lines for each country, where its changes are on a page of its own.
    pub fn preview_of_one(&self, pair: &DayPair) -> usize {
        let countries = |list: &Vec<Amount>| list.iter().filter(|amount| amount.all() > 0).count();
        let countries = self.0.get(pair).map(countries).unwrap_or_default();
        preview_of_one(countries)
    }

    /// The number of changes of one country; `None` if the pair or the country is not compared.
    pub fn amount_of(&self, index: &Index, pair: &DayPair, country: &CountryId) -> Option<&Amount> {
        let column = index.corpus.columns.iter().position(|id| id == country)?;
        self.0.get(pair)?.get(column)
    }

    /// Whether a country has a page of its own for a pair, because the pair's page shows only a preview of its changes. It
    /// has none where the days of countries are on their histories.
    pub fn has_own_page(&self, index: &Index, pair: &DayPair, country: &CountryId) -> bool {
        !index.calendar.in_histories && self.is_previewed(index, pair, country)
    }

    /// Whether the page of a pair shows only a preview of a country's changes.
    pub fn is_previewed(&self, index: &Index, pair: &DayPair, country: &CountryId) -> bool {
        let all = self.amount_of(index, pair, country).map(Amount::all).unwrap_or_default();
        self.is_too_much(index, pair) && all > self.preview_of_one(pair)
    }
}

fn stand(index: &Index, country: &CountryId, day: Day) -> Snapshot {
    let corpus = &index.corpus;
    let instruments = index.compared_instruments().filter(|_| joins_treaties(corpus, country));
    Snapshot {
        says: index.codebook().map(|q| CellValue::of(&cell::on(corpus, q, country, day))).collect(),
        statuses: instruments.map(|i| status::on(corpus, country, &i.id, day).status).collect(),
    }
}

fn amount(index: &Index, country: &CountryId, (first, last): (Day, Day), stands: &BTreeMap<Day, Snapshot>) -> Amount {
    let (before, after) = (&stands[&first], &stands[&last]);
    let mut out = Amount::default();
    for ((question, was), is) in index.codebook().zip(&before.says).zip(&after.says) {
        match became(question, was, is) {
            Some(CellChange::Answered) => out.first += 1,
            Some(CellChange::Silent) => out.ended += 1,
            Some(CellChange::Other) => out.changed += 1,
            None => {}
        }
    }
    out.statuses = before.statuses.iter().zip(&after.statuses).filter(|(was, is)| was != is).count();
    out.acts = index.acts_between(country, first, last).count();
    out
}

/// Whether the page of a pair lists first answers one by one, or only counts them.
pub fn names_first_answers(index: &Index) -> bool {
    index.corpus.columns.len() * index.corpus.codebook.len() <= MOST_CELLS
}

/// The published days before that of the main views. They are compared with each other and with that day.
fn compared_days(index: &Index) -> Vec<Day> {
    let of_matrix = &index.calendar.matrix;
    let days = if of_matrix.is_empty() { &index.calendar.treaties } else { of_matrix };
    days.iter().copied().filter(|day| *day < index.calendar.main).collect()
}

/// Whether no published day lies between the two days of a pair.
pub fn is_near(index: &Index, pair: &DayPair) -> bool {
    are_neighbours(&compared_days(index), pair)
}

/// The pairs of days that are compared, in chronological order.
pub fn compared_pairs(index: &Index) -> Vec<DayPair> {
    day_pairs(&compared_days(index))
}

pub fn page_of((first, last): DayPair) -> Page {
    Page::ChangesBetween(first, last)
}

pub fn page_of_country((first, last): DayPair, country: &CountryId) -> Page {
    Page::ChangesBetweenCountry(country.clone(), first, last)
}
