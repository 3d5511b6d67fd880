//! Pairs of published days that are compared: how much changed between the two, and which countries get a page of their
//! own because one page would be too long.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::law::{CountryId, Day, Instrument, Question, cell, cell::State, history, status, status::Status};
use crate::site::event::CellValue;
use crate::site::index::{Index, joins_treaties};
use crate::site::view::Amount;

use super::limit::{is_too_much, preview_of_one};
use super::page::Page;
use super::pair::{DayPair, are_neighbours, day_pairs};

/// If the matrix has at most this many cells, first answers are listed one by one; else they are only counted.
const MOST_CELLS: usize = 2000;

/// The changes for each pair of days, by country in column order.
#[derive(Debug, Default)]
pub struct Compared(BTreeMap<DayPair, Vec<Changes>>);

/// What changed in one country between two days. Pages look at these cells and statuses alone: on a large site nearly
/// all others stay the same, and to compute both days of each cell and status again would take most of a page's time.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// How many changes there are.
    pub amount: Amount,
    /// The questions whose cells changed, by their positions in the codebook, in its order.
    cells: Box<[u32]>,
    /// The compared instruments towards which the status changed, by their positions, in their order.
    statuses: Box<[u32]>,
}

impl Changes {
    /// The questions whose answers changed; `codebook` lists all.
    pub fn questions<'q>(&self, codebook: &[&'q Question]) -> impl Iterator<Item = &'q Question> {
        self.cells.iter().filter_map(|at| codebook.get(*at as usize).copied())
    }

    /// The instruments towards which the status changed; `compared` lists all that are compared.
    pub fn instruments<'i>(&self, compared: &[&'i Instrument]) -> impl Iterator<Item = &'i Instrument> {
        self.statuses.iter().filter_map(|at| compared.get(*at as usize).copied())
    }

    /// Whether the status towards the compared instrument at this position changed.
    pub fn has_status(&self, position: usize) -> bool {
        self.statuses.binary_search_by(|at| (*at as usize).cmp(&position)).is_ok()
    }
}

/// What one cell says, or what one status is, on each of the compared days. It is computed once for each run of days between
/// which nothing can change.
struct Through<T> {
    /// What it is in each run of days.
    values: Vec<T>,
    /// For each compared day, the position in `values`.
    on: Vec<usize>,
}

impl<T> Through<T> {
    /// `days` are the compared days and `changes` those on which the value can change, both sorted.
    fn new(days: &[Day], changes: &[Day], value: impl Fn(Day) -> T) -> Through<T> {
        let mut found = Through { values: Vec::new(), on: Vec::with_capacity(days.len()) };
        let mut seen = None;
        for day in days {
            let changed = changes.partition_point(|change| change <= day);
            if seen != Some(changed) {
                found.values.push(value(*day));
                seen = Some(changed);
            }
            found.on.push(found.values.len() - 1);
        }
        found
    }

    /// The values on two days, given by their positions; `None` where nothing can have changed between them.
    fn pair(&self, first: usize, last: usize) -> Option<(&T, &T)> {
        let (first, last) = (*self.on.get(first)?, *self.on.get(last)?);
        (first != last).then(|| (&self.values[first], &self.values[last]))
    }
}

/// All cells of a country, in the order of the codebook, and its statuses, in the order of the grid.
struct Country {
    says: Vec<Through<CellValue>>,
    statuses: Vec<Through<Status>>,
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
        let days: Vec<Day> = days.into_iter().collect();
        let at = |day: Day| days.partition_point(|other| *other < day);
        let of_country = |country: &CountryId| -> Vec<Changes> {
            let through = through(index, country, &days);
            let acts = |pair: &DayPair| index.acts_between(country, pair.0, last(pair)).count();
            let of_pair = |pair: &DayPair| changes(index, &through, (at(pair.0), at(last(pair))), acts(pair));
            pairs.iter().map(of_pair).collect()
        };
        let found: Vec<Vec<Changes>> = index.corpus.columns.par_iter().map(of_country).collect();
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

    /// The changes between a pair of days, by country in column order; `None` if the pair has no page.
    pub fn of(&self, pair: &DayPair) -> Option<&[Changes]> {
        self.0.get(pair).map(Vec::as_slice)
    }

    /// Whether the changes between two days are too many for one page.
    pub fn is_too_much(&self, index: &Index, pair: &DayPair) -> bool {
        let first = |amount: &Amount| if names_first_answers(index) { 0 } else { amount.first };
        let lines =
            |list: &Vec<Changes>| is_too_much(list.iter().map(|changes| changes.amount.all() - first(&changes.amount)));
        self.0.get(pair).is_some_and(lines)
    }

    /// The number of preview lines for each country, where its changes are on a page of its own.
    pub fn preview_of_one(&self, pair: &DayPair) -> usize {
        let countries = |list: &Vec<Changes>| list.iter().filter(|changes| changes.amount.all() > 0).count();
        let countries = self.0.get(pair).map(countries).unwrap_or_default();
        preview_of_one(countries)
    }

    /// The changes of one country; `None` if the pair or the country is not compared.
    pub fn of_country(&self, index: &Index, pair: &DayPair, country: &CountryId) -> Option<&Changes> {
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
        let all = self.of_country(index, pair, country).map(|changes| changes.amount.all()).unwrap_or_default();
        self.is_too_much(index, pair) && all > self.preview_of_one(pair)
    }
}

fn through(index: &Index, country: &CountryId, days: &[Day]) -> Country {
    let corpus = &index.corpus;
    let cell = |question| {
        let changes = history::cell_change_days(corpus, question, country);
        Through::new(days, &changes, |day| CellValue::of(&cell::on(corpus, question, country, day)))
    };
    let status = |instrument: &Instrument| {
        let changes = status::change_days(corpus, country, &instrument.id);
        let on = |day| status::without_as_of(corpus, country, &instrument.id, day).status;
        Through::new(days, &changes, on)
    };
    let instruments = index.compared_instruments().filter(|_| joins_treaties(corpus, country));
    Country { says: index.codebook().map(cell).collect(), statuses: instruments.map(status).collect() }
}

/// The changes of a country between two days, given by their positions among the compared ones. `acts` is the number of
/// events between them.
fn changes(index: &Index, country: &Country, (first, last): (usize, usize), acts: usize) -> Changes {
    let mut amount = Amount { acts, ..Amount::default() };
    let mut cells = Vec::new();
    for ((question, says), at) in index.codebook().zip(&country.says).zip(0..) {
        let Some((was, is)) = says.pair(first, last) else { continue };
        match became(question, was, is) {
            Some(CellChange::Answered) => amount.first += 1,
            Some(CellChange::Silent) => amount.ended += 1,
            Some(CellChange::Other) => amount.changed += 1,
            None => continue,
        }
        cells.push(at);
    }
    let statuses = country.statuses.iter().zip(0..);
    let changed = statuses.filter(|(status, _)| status.pair(first, last).is_some_and(|(was, is)| was != is));
    let statuses: Box<[u32]> = changed.map(|(_, at)| at).collect();
    amount.statuses = statuses.len();
    Changes { amount, cells: cells.into(), statuses }
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
