//! What lies between two published days: which pairs of days are compared, and the page of each pair. Where one page
//! would be too long, it tells how much there is and what tells most, and each country has the whole on a page of its own.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::law::{self, Basis, CountryId, Day, Kind, Question, cell, cell::State, status, status::Status};

use super::Site;
use super::changes::of_status;
use super::date::{of_day, when};
use super::days::joins_treaties;
use super::route::{Address, DayPair, Page, are_neighbours, day_pairs, is_too_much, told_of_one};
use super::sheet::Sheet;
use super::turn::{Said, Turn, What, rests};
use super::view::{
    self, Amount, Between, BetweenCountry, BetweenDigest, BetweenInstrument, BetweenTally, CellTurn, Link, StatusTurn,
    Tally, Telling,
};

/// Cells that are answered for the first time are named where the matrix has no more cells than these; else counted.
const MOST_CELLS: usize = 2000;

/// How much lies between the days of each pair, by country in the order of the columns.
#[derive(Debug, Default)]
pub(super) struct Compared(BTreeMap<DayPair, Vec<Amount>>);

/// What a country's cells say on a day, in the order of the codebook, and its statuses, in the order of the grid.
struct Stand {
    says: Vec<Said>,
    statuses: Vec<Status>,
}

/// What became of a cell from one day to another.
enum Became {
    /// It is answered for the first time.
    Answered,
    /// Nothing speaks for the later day any more.
    Silent,
    /// It says something else.
    Other,
}

fn became(question: &Question, was: &Said, is: &Said) -> Option<Became> {
    match (was.state.answers(), is.state.answers()) {
        _ if was.agrees(is, question.kind) => None,
        (false, true) => Some(Became::Answered),
        (true, false) if is.state != State::NotApplicable => Some(Became::Silent),
        (false, false) => None,
        _ => Some(Became::Other),
    }
}

impl Amount {
    fn all(&self) -> usize {
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
    fn compared_pairs(&self) -> impl Iterator<Item = DayPair> {
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

    fn compared_instruments(&self) -> impl Iterator<Item = &law::Instrument> {
        self.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty)
    }

    fn stand(&self, country: &CountryId, day: Day) -> Stand {
        let corpus = &self.corpus;
        let instruments = self.compared_instruments().filter(|_| joins_treaties(corpus, country));
        Stand {
            says: self.codebook().map(|q| Said::of(&cell::on(corpus, q, country, day))).collect(),
            statuses: instruments.map(|i| status::on(corpus, country, &i.id, day).status).collect(),
        }
    }

    fn amount(&self, country: &CountryId, (first, last): (Day, Day), stands: &BTreeMap<Day, Stand>) -> Amount {
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

    fn acts_between(&self, country: &CountryId, first: Day, last: Day) -> impl Iterator<Item = &Turn> {
        let acts = self.turns.of_country(country).filter(|turn| !matches!(turn.what, What::Answer { .. }));
        acts.filter(move |turn| turn.within(first, last))
    }

    /// Whether cells that are answered for the first time are named on a page of all countries.
    fn names_first_answers(&self) -> bool {
        self.corpus.columns.len() * self.corpus.codebook.len() <= MOST_CELLS
    }

    /// Whether what lies between two days is too much for one page.
    fn is_too_much(&self, pair: &DayPair) -> bool {
        let first = |amount: &Amount| if self.names_first_answers() { 0 } else { amount.first };
        let lines = |list: &Vec<Amount>| is_too_much(list.iter().map(|amount| amount.all() - first(amount)));
        self.compared.0.get(pair).is_some_and(lines)
    }

    /// How many lines of one country a page tells that does not tell all.
    fn told_of_one(&self, pair: &DayPair) -> usize {
        let countries = |list: &Vec<Amount>| list.iter().filter(|amount| amount.all() > 0).count();
        let countries = self.compared.0.get(pair).map(countries).unwrap_or_default();
        told_of_one(countries)
    }

    fn amount_of(&self, pair: &DayPair, country: &CountryId) -> Option<&Amount> {
        let column = self.corpus.columns.iter().position(|id| id == country)?;
        self.compared.0.get(pair)?.get(column)
    }

    /// Whether the page of a pair leaves something of a country to a page of its own.
    fn has_own_page(&self, pair: &DayPair, country: &CountryId) -> bool {
        let all = self.amount_of(pair, country).map(Amount::all).unwrap_or_default();
        self.is_too_much(pair) && all > self.told_of_one(pair)
    }

    /// The published days that are compared with others. The last published day may be that of the main views: then
    /// there is nothing between the two.
    fn compared_days(&self) -> Vec<Day> {
        let of_matrix = &self.calendar.matrix;
        let days = if of_matrix.is_empty() { &self.calendar.treaties } else { of_matrix };
        days.iter().copied().filter(|day| *day < self.calendar.main).collect()
    }

    /// Whether the two days of a pair follow each other.
    fn is_near(&self, pair: &DayPair) -> bool {
        are_neighbours(&self.compared_days(), pair)
    }

    /// The pairs of days that are compared, in the order of time.
    pub(super) fn pairs(&self) -> Vec<DayPair> {
        day_pairs(&self.compared_days())
    }
}

fn page_of((first, last): DayPair) -> Page {
    Page::ChangesBetween(first, last)
}

fn page_of_country((first, last): DayPair, country: &CountryId) -> Page {
    Page::ChangesBetweenCountry(country.clone(), first, last)
}

impl<'s> Sheet<'s> {
    pub(super) fn pair_link(&self, pair: DayPair) -> view::DayPair {
        view::DayPair {
            href: self.to(&page_of(pair)),
            first: of_day(pair.0),
            last: of_day(pair.1.unwrap_or(self.site.calendar.main)),
            main: pair.1.is_none(),
            near: self.site.is_near(&pair),
        }
    }

    /// What changed since the published day before that of the matrix on this page.
    pub(super) fn since_day_before(&self) -> Option<view::DayPair> {
        let pairs = self.site.pairs();
        let pair = pairs.iter().rfind(|(_, last)| *last == self.at.on)?;
        Some(self.pair_link(*pair))
    }

    /// What changed between the two days of a pair.
    pub(super) fn between(&self, pair: DayPair) -> Option<Between> {
        let site = self.site;
        let last = pair.1.unwrap_or(site.calendar.main);
        let days = (pair.0, last);
        let amounts = site.compared.0.get(&pair)?;
        let found = self.between_of(pair, last, amounts, |p| Some(page_of(*p)));
        let columns = self.corpus().columns.iter();
        if site.is_too_much(&pair) {
            let changed = columns.zip(amounts).filter(|(_, amount)| amount.all() > 0);
            let digests = changed.map(|(country, amount)| self.digest(country, pair, days, amount)).collect();
            let tallies = site.compared_instruments().map(|i| self.tally(i, days)).filter(|t| t.count > 0).collect();
            return Some(Between { digests, tallies, ..found });
        }
        let named = site.names_first_answers();
        let countries = columns.map(|c| self.between_country(c, days, named));
        let all = site.treaty_columns();
        let instruments = site.compared_instruments().map(|i| self.between_instrument(i, &all, days));
        Some(Between {
            countries: countries.filter(|c| !is_empty(c)).collect(),
            instruments: instruments.filter(|i| !i.rows.is_empty()).collect(),
            ..found
        })
    }

    /// What changed in one country between the two days of a pair.
    pub(super) fn between_in_country(&self, country: &CountryId, pair: DayPair) -> Option<Between> {
        let site = self.site;
        let last = pair.1.unwrap_or(site.calendar.main);
        let amount = site.amount_of(&pair, country)?;
        let own = |p: &DayPair| site.has_own_page(p, country).then(|| page_of_country(*p, country));
        let found = self.between_of(pair, last, std::slice::from_ref(amount), own);
        let days = (pair.0, last);
        let joins = [country].into_iter().filter(|c| joins_treaties(self.corpus(), c)).collect::<Vec<_>>();
        let instruments = site.compared_instruments().map(|i| self.between_instrument(i, &joins, days));
        Some(Between {
            of: Some(self.country(country)),
            whole: Some(self.pair_link(pair)),
            countries: vec![self.between_country(country, days, true)],
            instruments: instruments.filter(|i| !i.rows.is_empty()).collect(),
            ..found
        })
    }

    /// What the page of a pair says at its head and its foot; `at` tells where the pages of its neighbours are.
    fn between_of(&self, pair: DayPair, last: Day, of: &[Amount], at: impl Fn(&DayPair) -> Option<Page>) -> Between {
        let site = self.site;
        let first = pair.0;
        let pairs = site.pairs();
        let step = |with: &dyn Fn(&DayPair) -> bool| {
            let pair = pairs.iter().find(|p| with(p))?;
            Some(view::DayPair { href: self.to(&at(pair)?), ..self.pair_link(*pair) })
        };
        let on = |day: Option<Day>| {
            let main = Address::new(Page::Matrix);
            let published = day.is_none_or(|day| site.calendar.matrix.contains(&day));
            let at = day.map_or_else(|| main.clone(), |day| main.on_day(day));
            published.then(|| self.href(&at.path, None))
        };
        Between {
            of: None,
            whole: None,
            first: of_day(first),
            last: of_day(last),
            main: pair.1.is_none(),
            first_matrix: on(Some(first)),
            last_matrix: on(pair.1),
            changed: of.iter().map(|amount| amount.changed).sum(),
            acts: of.iter().map(|amount| amount.acts).sum(),
            statuses: of.iter().map(|amount| amount.statuses).sum(),
            previous: step(&|p| site.is_near(p) && p.1 == Some(first)),
            next: step(&|p| site.is_near(p) && pair.1 == Some(p.0)),
            since: step(&|p| p.0 == first && p.1.is_none() && pair.1.is_some()),
            countries: Vec::new(),
            instruments: Vec::new(),
            digests: Vec::new(),
            tallies: Vec::new(),
        }
    }

    /// The pairs of days whose pages leave something of a country to pages of its own.
    pub(super) fn pairs_of_country(&self, country: &CountryId) -> Vec<view::DayPair> {
        let own = self.site.compared_pairs().filter(|pair| self.site.has_own_page(pair, country));
        let link =
            |pair: DayPair| view::DayPair { href: self.to(&page_of_country(pair, country)), ..self.pair_link(pair) };
        own.map(link).collect()
    }

    fn digest(&self, country: &CountryId, pair: DayPair, days: (Day, Day), amount: &Amount) -> BetweenDigest {
        let site = self.site;
        let told = self.telling(country, days, site.told_of_one(&pair));
        let own = site.has_own_page(&pair, country).then(|| page_of_country(pair, country));
        BetweenDigest {
            id: country.to_string(),
            country: self.country(country),
            href: own.map(|page| self.to(&page)),
            amount: amount.clone(),
            more: amount.all() - told.len(),
            told,
        }
    }

    /// What tells most of what lies between two days: answers that are others before those for which nothing speaks any
    /// more, what is certain before what is not, another word before another value; then statuses, acts, the latest
    /// first, and first answers.
    fn telling(&self, country: &CountryId, (first, last): (Day, Day), most: usize) -> Vec<Telling> {
        let site = self.site;
        let corpus = self.corpus();
        let mut found: Vec<(u8, bool, bool, Telling)> = Vec::new();
        for question in site.codebook() {
            let (before, after) =
                (cell::on(corpus, question, country, first), cell::on(corpus, question, country, last));
            let (was, is) = (Said::of(&before), Said::of(&after));
            let Some(became) = became(question, &was, &is) else { continue };
            let (rank, known) = match became {
                Became::Other => (0, true),
                Became::Silent => (1, true),
                Became::Answered => (4, false),
            };
            let told = Telling {
                when: None,
                what: String::new(),
                of: Link { href: self.cell(&question.id, country), text: question.label.clone() },
                was: known.then(|| self.standing(question, &was)),
                is: Some(self.standing(question, &is)),
            };
            found.push((rank, before.uncertain || after.uncertain, was.state == is.state, told));
        }
        for instrument in site.compared_instruments().filter(|_| joins_treaties(corpus, country)) {
            let on = |day| status::on(corpus, country, &instrument.id, day);
            let (before, after) = (on(first), on(last));
            if before.status != after.status {
                let told = Telling {
                    when: None,
                    what: String::new(),
                    of: self.instrument_at(instrument, country),
                    was: Some(of_status(before.status)),
                    is: Some(of_status(after.status)),
                };
                found.push((2, before.uncertain || after.uncertain, false, told));
            }
        }
        for turn in site.acts_between(country, first, last).take(most) {
            found.push((3, false, false, self.telling_of(turn)));
        }
        found.sort_by_key(|(rank, uncertain, same, _)| (*rank, *uncertain, *same));
        found.into_iter().map(|(.., told)| told).take(most).collect()
    }

    /// How many countries stand otherwise towards an instrument, by what they became.
    fn tally(&self, instrument: &law::Instrument, (first, last): (Day, Day)) -> BetweenTally {
        let corpus = self.corpus();
        let mut became: BTreeMap<Status, usize> = BTreeMap::new();
        for country in self.site.treaty_columns() {
            let on = |day| status::on(corpus, country, &instrument.id, day).status;
            let is = on(last);
            if on(first) != is {
                *became.entry(is).or_default() += 1;
            }
        }
        let tallies = Status::ALL
            .iter()
            .filter_map(|status| became.get(status).map(|count| Tally { status: status.word(), count: *count }));
        BetweenTally {
            id: format!("instrument-{}", instrument.id),
            instrument: self.link(Kind::Instrument, instrument.id.as_str()),
            count: became.values().sum(),
            became: tallies.collect(),
        }
    }

    fn between_country(&self, country: &CountryId, (first, last): (Day, Day), named: bool) -> BetweenCountry {
        let site = self.site;
        let corpus = self.corpus();
        let mut out = BetweenCountry {
            id: country.to_string(),
            country: self.country(country),
            changed: Vec::new(),
            first: Vec::new(),
            first_count: 0,
            ended: Vec::new(),
            acts: Vec::new(),
        };
        for question in site.codebook() {
            let (before, after) =
                (cell::on(corpus, question, country, first), cell::on(corpus, question, country, last));
            let (was, is) = (Said::of(&before), Said::of(&after));
            let turn = || self.cell_turn(question, country, (&before, &was), (&after, &is), (first, last));
            match became(question, &was, &is) {
                Some(Became::Answered) => {
                    out.first_count += 1;
                    out.first.extend(named.then(turn));
                }
                Some(Became::Silent) => out.ended.push(turn()),
                Some(Became::Other) => out.changed.push(turn()),
                None => {}
            }
        }
        out.acts = site.acts_between(country, first, last).map(|turn| self.alteration(turn)).collect();
        out
    }

    fn cell_turn(
        &self,
        question: &'s Question,
        country: &CountryId,
        (before, was): (&cell::CellOn<'_>, &Said),
        (after, is): (&cell::CellOn<'_>, &Said),
        (first, last): (Day, Day),
    ) -> CellTurn {
        let findings = [after.shown, before.shown];
        let mut records: Vec<(Kind, &str)> = findings.into_iter().flatten().flat_map(rests).collect();
        records.sort();
        records.dedup();
        let turns = records.iter().flat_map(|(kind, id)| self.site.turns.of_record(*kind, id));
        let why = turns.filter(|turn| turn.country == *country && turn.within(first, last));
        CellTurn {
            question: Link { href: self.cell(&question.id, country), text: question.label.clone() },
            wording: question.wording.clone(),
            was: self.standing(question, was),
            is: self.standing(question, is),
            observed: after.shown.filter(|_| question.basis != Basis::Action).map(|f| when(&f.observed)),
            citation: after.shown.map(|f| self.citation(&f.citation)),
            rests_on: after.shown.iter().flat_map(|f| rests(f)).map(|(kind, id)| self.link(kind, id)).collect(),
            why: why.map(|turn| self.alteration(turn)).collect(),
            uncertain: before.uncertain || after.uncertain,
        }
    }

    fn between_instrument(
        &self,
        instrument: &'s law::Instrument,
        columns: &[&CountryId],
        (first, last): (Day, Day),
    ) -> BetweenInstrument {
        let corpus = self.corpus();
        let row = |country: &&CountryId| {
            let on = |day| status::on(corpus, country, &instrument.id, day);
            let (before, after) = (on(first), on(last));
            (before.status != after.status).then(|| StatusTurn {
                country: Link { href: self.instrument_at(instrument, country).href, ..self.country(country) },
                was: of_status(before.status),
                is: of_status(after.status),
                uncertain: before.uncertain || after.uncertain,
                why: self
                    .site
                    .turns
                    .of_instrument(&instrument.id)
                    .filter(|turn| turn.country == **country && turn.within(first, last))
                    .filter(|turn| !matches!(turn.what, What::Act { recorded: false, .. }))
                    .map(|turn| self.alteration(turn))
                    .collect(),
            })
        };
        BetweenInstrument {
            id: format!("instrument-{}", instrument.id),
            instrument: self.link(Kind::Instrument, instrument.id.as_str()),
            rows: columns.iter().filter_map(row).collect(),
        }
    }
}

fn is_empty(country: &BetweenCountry) -> bool {
    country.changed.is_empty() && country.first_count == 0 && country.ended.is_empty() && country.acts.is_empty()
}
