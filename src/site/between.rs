//! What lies between two published days: which pairs of days are compared, and the page of each pair.

use crate::law::{self, Basis, CountryId, Day, Kind, Question, cell, cell::State, status};

use super::Site;
use super::address::Address;
use super::changes::of_status;
use super::date::{of_day, when};
use super::sheet::Sheet;
use super::turn::{Said, What, rests};
use super::view::{Between, BetweenCountry, BetweenInstrument, CellTurn, DayPair, Link, StatusTurn};

/// Each two published days are compared where that makes no more pages than these; else neighbours, and each day with
/// the main view.
const MOST_PAIRS: usize = 120;

/// Cells that are answered for the first time are named where the matrix has no more cells than these; else counted.
const MOST_CELLS: usize = 2000;

/// What is compared: two published days; `None` is the day of the main views.
pub(super) type Pair = (Day, Option<Day>);

impl Site {
    /// The addresses of the pages that compare two days.
    pub(super) fn between_addresses(&self) -> Vec<Address> {
        let pairs = if self.has_changes() { self.pairs() } else { Vec::new() };
        pairs.into_iter().map(address_of).collect()
    }

    /// The published days that are compared with others. The last published day may be that of the main views: then
    /// there is nothing between the two.
    fn compared_days(&self) -> impl Iterator<Item = Day> {
        let of_matrix = &self.calendar.matrix;
        let days = if of_matrix.is_empty() { &self.calendar.treaties } else { of_matrix };
        days.iter().copied().filter(|day| *day < self.calendar.main)
    }

    /// Whether the two days of a pair follow each other.
    fn is_near(&self, pair: &Pair) -> bool {
        self.compared_days().find(|day| *day > pair.0).is_none_or(|next| Some(next) == pair.1)
    }

    /// The pairs of days that are compared, in the order of time.
    pub(super) fn pairs(&self) -> Vec<Pair> {
        let days: Vec<Day> = self.compared_days().collect();
        let points: Vec<Option<Day>> = days.iter().copied().map(Some).chain([None]).collect();
        let all = days.len() * (days.len() + 1) / 2 <= MOST_PAIRS;
        let mut pairs = Vec::new();
        for (at, first) in days.iter().enumerate() {
            let others = points[at + 1..].iter().enumerate();
            let wanted = others.filter(|(n, last)| all || *n == 0 || last.is_none());
            pairs.extend(wanted.map(|(_, last)| (*first, *last)));
        }
        pairs
    }

    /// The days of a pair, as an address names them.
    fn pair(&self, id: &str) -> Option<(Pair, Day)> {
        let (first, last) = id.split_once(':')?;
        let pair = (Day::parse(first)?, Day::parse(last));
        Some((pair, pair.1.unwrap_or(self.calendar.main)))
    }
}

fn address_of((first, last): Pair) -> Address {
    let id = format!("{first}:{}", last.map(|day| day.to_string()).unwrap_or_default());
    let path = match last {
        Some(last) => format!("changes/from-{first}-to-{last}.html"),
        // The day of the main views is another in each edition; the address stays.
        None => format!("changes/since-{first}.html"),
    };
    Address::new("changes-between", &id, path)
}

impl<'s> Sheet<'s> {
    pub(super) fn pair_link(&self, pair: Pair) -> DayPair {
        DayPair {
            href: self.href(&address_of(pair).path, None),
            first: of_day(pair.0),
            last: of_day(pair.1.unwrap_or(self.site.calendar.main)),
            main: pair.1.is_none(),
            near: self.site.is_near(&pair),
        }
    }

    /// What changed since the published day before that of the matrix on this page.
    pub(super) fn since_day_before(&self) -> Option<DayPair> {
        let pairs = self.site.pairs();
        let pair = pairs.iter().rfind(|(_, last)| *last == self.at.on)?;
        Some(self.pair_link(*pair))
    }

    /// What changed between the two days of a pair.
    pub(super) fn between(&self, id: &str) -> Option<Between> {
        let site = self.site;
        let (pair, last) = site.pair(id)?;
        let first = pair.0;
        let columns = &self.corpus().columns;
        let countries: Vec<BetweenCountry> = columns.iter().map(|c| self.between_country(c, first, last)).collect();
        let treaties = site.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty);
        let instruments: Vec<BetweenInstrument> = treaties.map(|i| self.between_instrument(i, first, last)).collect();
        let pairs = site.pairs();
        let step = |with: &dyn Fn(&Pair) -> bool| pairs.iter().find(|p| with(p)).map(|p| self.pair_link(*p));
        let on = |day: Option<Day>| {
            let main = site.main_views.iter().find(|a| a.kind == "matrix")?;
            let published = day.is_none_or(|day| site.calendar.matrix.contains(&day));
            let at = day.map_or_else(|| main.clone(), |day| main.on_day(day));
            published.then(|| self.href(&at.path, None))
        };
        Some(Between {
            first: of_day(first),
            last: of_day(last),
            main: pair.1.is_none(),
            first_matrix: on(Some(first)),
            last_matrix: on(pair.1),
            changed: countries.iter().map(|c| c.changed.len()).sum(),
            acts: countries.iter().map(|c| c.acts.len()).sum(),
            statuses: instruments.iter().map(|i| i.rows.len()).sum(),
            previous: step(&|p| site.is_near(p) && p.1 == Some(first)),
            next: step(&|p| site.is_near(p) && pair.1 == Some(p.0)),
            since: step(&|p| p.0 == first && p.1.is_none() && pair.1.is_some()),
            countries: countries.into_iter().filter(|c| !is_empty(c)).collect(),
            instruments: instruments.into_iter().filter(|i| !i.rows.is_empty()).collect(),
        })
    }

    fn between_country(&self, country: &CountryId, first: Day, last: Day) -> BetweenCountry {
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
        let named = corpus.columns.len() * corpus.codebook.len() <= MOST_CELLS;
        for question in site.codebook() {
            let (before, after) =
                (cell::on(corpus, question, country, first), cell::on(corpus, question, country, last));
            let (was, is) = (Said::of(&before), Said::of(&after));
            if was.agrees(&is, question.kind) {
                continue;
            }
            if !was.state.answers() && is.state.answers() {
                out.first_count += 1;
                if named {
                    out.first.push(self.cell_turn(question, country, (&before, &was), (&after, &is), (first, last)));
                }
            } else if was.state.answers() && !is.state.answers() && is.state != State::NotApplicable {
                out.ended.push(self.cell_turn(question, country, (&before, &was), (&after, &is), (first, last)));
            } else if was.state.answers() || is.state.answers() {
                out.changed.push(self.cell_turn(question, country, (&before, &was), (&after, &is), (first, last)));
            }
        }
        let acts = site.turns.of_country(country).filter(|turn| !matches!(turn.what, What::Answer { .. }));
        out.acts = acts.filter(|turn| turn.within(first, last)).map(|turn| self.alteration(turn)).collect();
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

    fn between_instrument(&self, instrument: &'s law::Instrument, first: Day, last: Day) -> BetweenInstrument {
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
        let columns = self.site.treaty_columns();
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
