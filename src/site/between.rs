//! What lies between two published days: which pairs of days are compared, and the page of each pair. Where one page
//! would be too long, it tells how much there is and what tells most, and each country has the whole on a page of its own.

use super::Site;
use super::days::joins_treaties;
use super::route::{DayPair, Page, are_neighbours, day_pairs, is_too_much, told_of_one};
use super::turn::{Said, Turn, What};
use super::view::Amount;
use crate::law::{self, CountryId, Day, Question, cell, cell::State, status, status::Status};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Cells that are answered for the first time are named where the matrix has no more cells than these; else counted.
const MOST_CELLS: usize = 2000;

/// How much lies between the days of each pair, by country in the order of the columns.
#[derive(Debug, Default)]
pub(super) struct Compared(pub(super) BTreeMap<DayPair, Vec<Amount>>);

/// What a country's cells say on a day, in the order of the codebook, and its statuses, in the order of the grid.
pub(super) struct Stand {
    says: Vec<Said>,
    statuses: Vec<Status>,
}

/// What became of a cell from one day to another.
pub(super) enum Became {
    /// It is answered for the first time.
    Answered,
    /// Nothing speaks for the later day any more.
    Silent,
    /// It says something else.
    Other,
}

pub(super) fn became(question: &Question, was: &Said, is: &Said) -> Option<Became> {
    match (was.state.answers(), is.state.answers()) {
        _ if was.agrees(is, question.kind) => None,
        (false, true) => Some(Became::Answered),
        (true, false) if is.state != State::NotApplicable => Some(Became::Silent),
        (false, false) => None,
        _ => Some(Became::Other),
    }
}

impl Amount {
    pub(super) fn all(&self) -> usize {
        self.changed + self.first + self.ended + self.acts + self.statuses
    }
}

impl Site {
    /// The pages that compare two days, and behind each those of the countries that have one.
    pub(super) fn between_pages(&self) -> Vec<Page> {
        let of_pair = |pair: DayPair| {
            let countries = self.corpus.columns.iter().filter(|c| self.has_own_page(&pair, c));
            let own: Vec<Page> = countries.map(|c| page_of_country(pair, c)).collect();
            std::iter::once(page_of(pair)).chain(own).collect::<Vec<_>>()
        };
        self.compared_pairs().flat_map(of_pair).collect()
    }

    /// The pairs whose pages there are, in the order of time.
    pub(super) fn compared_pairs(&self) -> impl Iterator<Item = DayPair> {
        self.pairs().into_iter().filter(|pair| self.compared.0.contains_key(pair))
    }

    /// Counts what lies between the days of each pair.
    pub(super) fn compare_days(&self) -> Compared {
        let pairs = if self.has_changes() { self.pairs() } else { Vec::new() };
        let last = |pair: &DayPair| pair.1.unwrap_or(self.calendar.main);
        let days: BTreeSet<Day> = pairs.iter().flat_map(|pair| [pair.0, last(pair)]).collect();
        let of_country = |country: &CountryId| -> Vec<Amount> {
            let stands: BTreeMap<Day, Stand> = days.iter().map(|day| (*day, self.stand(country, *day))).collect();
            pairs.iter().map(|pair| self.amount(country, (pair.0, last(pair)), &stands)).collect()
        };
        let found: Vec<Vec<Amount>> = self.corpus.columns.par_iter().map(of_country).collect();
        let of_pair = |(at, pair): (usize, &DayPair)| (*pair, found.iter().map(|list| list[at].clone()).collect());
        Compared(pairs.iter().enumerate().map(of_pair).collect())
    }

    pub(super) fn compared_instruments(&self) -> impl Iterator<Item = &law::Instrument> {
        self.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty)
    }

    pub(super) fn stand(&self, country: &CountryId, day: Day) -> Stand {
        let corpus = &self.corpus;
        let instruments = self.compared_instruments().filter(|_| joins_treaties(corpus, country));
        Stand {
            says: self.codebook().map(|q| Said::of(&cell::on(corpus, q, country, day))).collect(),
            statuses: instruments.map(|i| status::on(corpus, country, &i.id, day).status).collect(),
        }
    }

    pub(super) fn amount(
        &self,
        country: &CountryId,
        (first, last): (Day, Day),
        stands: &BTreeMap<Day, Stand>,
    ) -> Amount {
        let (before, after) = (&stands[&first], &stands[&last]);
        let mut out = Amount::default();
        for ((question, was), is) in self.codebook().zip(&before.says).zip(&after.says) {
            match became(question, was, is) {
                Some(Became::Answered) => out.first += 1,
                Some(Became::Silent) => out.ended += 1,
                Some(Became::Other) => out.changed += 1,
                None => {}
            }
        }
        out.statuses = before.statuses.iter().zip(&after.statuses).filter(|(was, is)| was != is).count();
        out.acts = self.acts_between(country, first, last).count();
        out
    }

    pub(super) fn acts_between(&self, country: &CountryId, first: Day, last: Day) -> impl Iterator<Item = &Turn> {
        let acts = self.turns.of_country(country).filter(|turn| !matches!(turn.what, What::Answer { .. }));
        acts.filter(move |turn| turn.within(first, last))
    }

    /// Whether cells that are answered for the first time are named on a page of all countries.
    pub(super) fn names_first_answers(&self) -> bool {
        self.corpus.columns.len() * self.corpus.codebook.len() <= MOST_CELLS
    }

    /// Whether what lies between two days is too much for one page.
    pub(super) fn is_too_much(&self, pair: &DayPair) -> bool {
        let first = |amount: &Amount| if self.names_first_answers() { 0 } else { amount.first };
        let lines = |list: &Vec<Amount>| is_too_much(list.iter().map(|amount| amount.all() - first(amount)));
        self.compared.0.get(pair).is_some_and(lines)
    }

    /// How many lines of one country a page tells that does not tell all.
    pub(super) fn told_of_one(&self, pair: &DayPair) -> usize {
        let countries = |list: &Vec<Amount>| list.iter().filter(|amount| amount.all() > 0).count();
        let countries = self.compared.0.get(pair).map(countries).unwrap_or_default();
        told_of_one(countries)
    }

    pub(super) fn amount_of(&self, pair: &DayPair, country: &CountryId) -> Option<&Amount> {
        let column = self.corpus.columns.iter().position(|id| id == country)?;
        self.compared.0.get(pair)?.get(column)
    }

    /// Whether the page of a pair leaves something of a country to a page of its own.
    pub(super) fn has_own_page(&self, pair: &DayPair, country: &CountryId) -> bool {
        let all = self.amount_of(pair, country).map(Amount::all).unwrap_or_default();
        self.is_too_much(pair) && all > self.told_of_one(pair)
    }

    /// The published days that are compared with others. The last published day may be that of the main views: then
    /// there is nothing between the two.
    pub(super) fn compared_days(&self) -> Vec<Day> {
        let of_matrix = &self.calendar.matrix;
        let days = if of_matrix.is_empty() { &self.calendar.treaties } else { of_matrix };
        days.iter().copied().filter(|day| *day < self.calendar.main).collect()
    }

    /// Whether the two days of a pair follow each other.
    pub(super) fn is_near(&self, pair: &DayPair) -> bool {
        are_neighbours(&self.compared_days(), pair)
    }

    /// The pairs of days that are compared, in the order of time.
    pub(super) fn pairs(&self) -> Vec<DayPair> {
        day_pairs(&self.compared_days())
    }
}

pub(super) fn page_of((first, last): DayPair) -> Page {
    Page::ChangesBetween(first, last)
}

pub(super) fn page_of_country((first, last): DayPair, country: &CountryId) -> Page {
    Page::ChangesBetweenCountry(country.clone(), first, last)
}
