//! The pages that say what changed: the lists for the site, a year, a country and an instrument, and what lies between
//! two published days.

use std::collections::BTreeMap;

use crate::law::{self, Basis, CountryId, Day, Kind, Question, cell, cell::State, status, status::Status};

use super::Site;
use super::address::{self, Address};
use super::cell::{stage_key, value_date};
use super::changes::{Said, Turn, What, rests};
use super::date::{of_day, when};
use super::days::joins_treaties;
use super::sheet::Sheet;
use super::view::{
    Alteration, Between, BetweenCountry, BetweenInstrument, CellTurn, Changes, ChangesYear, DayPair, Edit, Link,
    Standing, StatusTurn, YearLink,
};

/// The list of the whole site is split by years where it has more lines than these.
const MOST_ON_ONE_PAGE: usize = 400;

/// Of a list that is split, the first page shows whole years, so many lines at least.
const LATEST: usize = 60;

/// So many changes stand on the page of a country or an instrument.
const LATEST_OF_ONE: usize = 5;

/// Each two published days are compared where that makes no more pages than these; else neighbours, and each day with
/// the main view.
const MOST_PAIRS: usize = 120;

/// Cells that are answered for the first time are named where the matrix has no more cells than these; else counted.
const MOST_CELLS: usize = 2000;

/// What is compared: two published days; `None` is the day of the main views.
pub(super) type Pair = (Day, Option<Day>);

impl Site {
    /// The changes that the list of the whole site shows: those of the countries that are compared, and of laws.
    pub(super) fn listed_changes(&self) -> impl Iterator<Item = &Turn> + Clone {
        let shown = |turn: &&Turn| match turn.what {
            What::Act { .. } | What::Entry { .. } => {
                self.corpus.columns.contains(&turn.country) && joins_treaties(&self.corpus, &turn.country)
            }
            _ => true,
        };
        self.changes.all.iter().filter(shown)
    }

    /// The years that have a page of their own, latest first: none where one page lists all.
    pub(super) fn change_years(&self) -> Vec<(i16, usize)> {
        let mut years: BTreeMap<i16, usize> = BTreeMap::new();
        self.listed_changes().filter_map(year_of).for_each(|year| *years.entry(year).or_default() += 1);
        if years.values().sum::<usize>() <= MOST_ON_ONE_PAGE {
            return Vec::new();
        }
        years.into_iter().rev().collect()
    }

    /// Whether there is anything to say of what changed.
    pub(super) fn has_changes(&self) -> bool {
        !(self.changes.all.is_empty() && self.corpus.changes.is_empty())
    }

    pub(super) fn country_changed(&self, id: &CountryId) -> bool {
        self.changes.of_country(id).next().is_some() || self.corpus.changes.iter().any(|c| c.country == *id)
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

    /// The addresses of the pages that say what changed, besides the list of the whole site.
    pub(super) fn change_addresses(&self) -> Vec<Address> {
        let mut list = Vec::new();
        if !self.has_changes() {
            return list;
        }
        list.extend(self.change_years().into_iter().map(|(year, _)| of_year(year)));
        let countries = self.corpus.countries.iter().filter(|c| self.country_changed(&c.id));
        list.extend(countries.map(|c| of_country(c.id.as_str())));
        let changed = |i: &&law::Instrument| self.changes.of_instrument(&i.id).next().is_some();
        list.extend(self.corpus.instruments.iter().filter(changed).map(|i| of_instrument(i.id.as_str())));
        list.extend(self.pairs().into_iter().map(between));
        list
    }

    /// The days of a pair, as an address names them.
    fn pair(&self, id: &str) -> Option<(Pair, Day)> {
        let (first, last) = id.split_once(':')?;
        let pair = (Day::parse(first)?, Day::parse(last));
        Some((pair, pair.1.unwrap_or(self.calendar.main)))
    }
}

fn year_of(turn: &Turn) -> Option<i16> {
    turn.date.earliest().or(turn.date.latest()).map(Day::year)
}

fn of_year(year: i16) -> Address {
    Address::new("changes-year", &year.to_string(), format!("changes/{year:04}.html"))
}

fn of_country(id: &str) -> Address {
    Address::new("changes-country", id, country_path(id))
}

/// The page that lists what changed in a country.
pub(super) fn country_path(id: &str) -> String {
    format!("countries/{id}/changes.html")
}

fn of_instrument(id: &str) -> Address {
    Address::new("changes-instrument", id, format!("instruments/{id}/changes.html"))
}

fn between((first, last): Pair) -> Address {
    let id = format!("{first}:{}", last.map(|day| day.to_string()).unwrap_or_default());
    let path = match last {
        Some(last) => format!("changes/from-{first}-to-{last}.html"),
        // The day of the main views is another in each edition; the address stays.
        None => format!("changes/since-{first}.html"),
    };
    Address::new("changes-between", &id, path)
}

impl<'s> Sheet<'s> {
    /// The list of the whole site.
    pub(super) fn changes(&self) -> Changes {
        let site = self.site;
        let years = site.change_years();
        let first = first_years(&years);
        let shown = |turn: &&Turn| first.is_none_or(|first| year_of(turn).is_none_or(|year| year >= first));
        let years = years.into_iter().map(|(year, count)| YearLink {
            href: self.href(&of_year(year).path, None),
            year: year.to_string(),
            count,
            here: false,
        });
        let instruments = site.instruments().filter(|i| site.changes.of_instrument(&i.id).next().is_some());
        let countries = site.countries().filter(|c| site.country_changed(&c.id));
        Changes {
            of: None,
            years: self.by_year(site.listed_changes().filter(shown)),
            other_years: years.collect(),
            countries: countries.map(|c| self.link_to_country_changes(&c.id)).collect(),
            instruments: instruments
                .map(|i| Link { text: i.short().to_owned(), href: self.href(&of_instrument(i.id.as_str()).path, None) })
                .collect(),
            pairs: site.pairs().into_iter().map(|pair| self.pair_link(pair)).collect(),
            edits: self.edits(|_| true),
        }
    }

    pub(super) fn changes_of_year(&self, year: &str) -> Changes {
        let years = self.site.change_years().into_iter().map(|(y, count)| YearLink {
            href: self.href(&of_year(y).path, None),
            year: y.to_string(),
            count,
            here: y.to_string() == year,
        });
        let of = |turn: &&Turn| year_of(turn).is_some_and(|y| y.to_string() == year);
        Changes { other_years: years.collect(), ..self.listing(None, self.site.listed_changes().filter(of)) }
    }

    pub(super) fn changes_of_country(&self, id: &str) -> Changes {
        let id = CountryId::new(id);
        let list = self.listing(Some(self.country(&id)), self.site.changes.of_country(&id));
        Changes { edits: self.edits(|change| change.country == id), ..list }
    }

    pub(super) fn changes_of_instrument(&self, id: &str) -> Changes {
        let of = self.link(Kind::Instrument, id);
        self.listing(Some(of), self.site.changes.of_instrument(&law::InstrumentId::new(id)))
    }

    fn listing<'t>(&self, of: Option<Link>, turns: impl Iterator<Item = &'t Turn>) -> Changes {
        Changes {
            of,
            years: self.by_year(turns),
            other_years: Vec::new(),
            countries: Vec::new(),
            instruments: Vec::new(),
            pairs: Vec::new(),
            edits: Vec::new(),
        }
    }

    fn by_year<'t>(&self, turns: impl Iterator<Item = &'t Turn>) -> Vec<ChangesYear> {
        let mut years: Vec<ChangesYear> = Vec::new();
        for turn in turns {
            let year = year_of(turn).map(|year| year.to_string()).unwrap_or_default();
            let line = self.alteration(turn);
            match years.last_mut().filter(|last| last.year == year) {
                Some(last) => last.lines.push(line),
                None => {
                    let id = if year.is_empty() { "undated".to_owned() } else { format!("year-{year}") };
                    years.push(ChangesYear { id, year, lines: vec![line] });
                }
            }
        }
        years
    }

    fn edits(&self, of: impl Fn(&law::Change) -> bool) -> Vec<Edit> {
        let corpus = self.corpus();
        let mut list: Vec<&law::Change> = corpus.changes.iter().filter(|c| of(c)).collect();
        list.sort_by_key(|c| (std::cmp::Reverse(c.changed.latest()), c.question.value.clone(), c.country.clone()));
        list.into_iter().filter_map(|change| self.edit(change)).collect()
    }

    pub(super) fn edit(&self, change: &law::Change) -> Option<Edit> {
        let question = self.corpus().questions.get(change.question.as_str())?;
        Some(Edit {
            cell: Link { href: self.cell(&question.id, &change.country), text: question.label.clone() },
            country: self.country(&change.country),
            was: change.was.clone(),
            changed: when(&change.changed),
            reason: change.reason.clone(),
            coder: change.coder.clone(),
        })
    }

    /// The latest changes of a country up to the day of the page.
    pub(super) fn latest_of_country(&self, id: &CountryId) -> Vec<Alteration> {
        self.latest(self.site.changes.of_country(id))
    }

    /// The latest changes of an instrument up to the day of the page.
    pub(super) fn latest_of_instrument(&self, id: &law::InstrumentId) -> Vec<Alteration> {
        self.latest(self.site.changes.of_instrument(id))
    }

    fn latest<'t>(&self, turns: impl Iterator<Item = &'t Turn>) -> Vec<Alteration> {
        let dated = |turn: &&Turn| year_of(turn).is_some() && turn.date.reached(self.day) != Some(false);
        turns.filter(dated).take(LATEST_OF_ONE).map(|turn| self.alteration(turn)).collect()
    }

    /// The link to what changed in a country, if anything did.
    pub(super) fn link_to_changes_of_country(&self, id: &CountryId) -> Option<String> {
        self.site.country_changed(id).then(|| self.link_to_country_changes(id).href)
    }

    fn link_to_country_changes(&self, id: &CountryId) -> Link {
        Link { href: self.href(&of_country(id.as_str()).path, None), text: self.site.name(Kind::Country, id.as_str()) }
    }

    /// The link to what changed of an instrument, if anything did.
    pub(super) fn link_to_changes_of_instrument(&self, id: &law::InstrumentId) -> Option<String> {
        let changed = self.site.changes.of_instrument(id).next().is_some();
        changed.then(|| self.href(&of_instrument(id.as_str()).path, None))
    }

    fn pair_link(&self, pair: Pair) -> DayPair {
        DayPair {
            href: self.href(&between(pair).path, None),
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

    fn standing(&self, question: &Question, said: &Said) -> Standing {
        Standing {
            status: "",
            state: said.state.key(),
            value_date: value_date(question, said.value.as_deref()),
            value: said.value.clone(),
        }
    }

    pub(super) fn alteration(&self, turn: &Turn) -> Alteration {
        let corpus = self.corpus();
        let mut line = Alteration {
            id: turn.key(corpus),
            when: when(&turn.date),
            later: turn.date.reached(self.site.calendar.today) == Some(false),
            country: self.country(&turn.country),
            kind: "law",
            what: String::new(),
            of: Link { href: String::new(), text: String::new() },
            was: None,
            is: None,
            by: None,
            redline: None,
            citation: None,
            recorded: true,
            computed: false,
        };
        match &turn.what {
            What::Act { action, recorded } => self.act_line(turn, &corpus.actions[*action], *recorded, &mut line),
            What::Entry { action, computed } => {
                let action = &corpus.actions[*action];
                line.kind = "treaty";
                line.what = "entry-in-force".to_owned();
                line.of = self.of_action(action);
                line.was = Some(of_status(Status::Bound));
                line.is = Some(of_status(Status::Party));
                line.computed = *computed;
                line.citation = status::recorded(corpus, action).next().map(|s| self.citation(&s.citation));
            }
            What::Law { law, date } => {
                let law = &corpus.laws.rows()[*law];
                let repeal = law.repeal.as_ref().filter(|_| *date == "repealed");
                line.what = match repeal {
                    Some(repeal) => format!("repeal-{}", super::statute::repeal_key(repeal.verb)),
                    None => format!("law-date-{date}"),
                };
                line.of = self.link(Kind::Law, law.id.as_str());
                line.by = repeal.and_then(|r| r.by.as_ref()).map(|by| self.link(Kind::Law, by.as_str()));
                let citation = repeal.map(|r| &r.citation).or(law.citations.first());
                line.citation = citation.map(|c| self.citation(c));
            }
            What::Stage { amendment, stage } => {
                let amendment = &corpus.amendments.rows()[*amendment];
                let stage = &amendment.stages[*stage];
                line.kind = "amendment";
                line.what = format!("stage-{}", stage_key(stage.kind));
                line.of = self.link(Kind::Amendment, amendment.id.as_str());
                line.citation = Some(self.citation(&stage.citation));
            }
            What::Wording { provision, number } | What::WordingEnd { provision, number } => {
                let provision = &corpus.provisions.rows()[*provision];
                let wording = &provision.wordings[*number];
                let path = address::of_record(Kind::Provision, provision.id.as_str()).0;
                let href = self.href(&path, Some(&format!("wording-{}", number + 1)));
                line.kind = "wording";
                let ends = matches!(turn.what, What::WordingEnd { .. });
                line.what = if ends { "wording-ended" } else { "wording-new" }.to_owned();
                line.by = wording.by.as_ref().filter(|_| !ends).map(|a| self.link(Kind::Amendment, a.as_str()));
                line.citation = Some(self.citation(&wording.citation));
                line.redline = (!ends && super::statute::has_redline(provision, *number)).then(|| href.clone());
                line.of = Link { href, text: self.site.name(Kind::Provision, provision.id.as_str()) };
            }
            What::Answer { question, was, is, on } => {
                let question = &corpus.questions.rows()[*question];
                line.kind = "answer";
                line.what = "answer-changed".to_owned();
                line.of = Link { href: self.cell(&question.id, &turn.country), text: question.label.clone() };
                line.was = Some(self.standing(question, was));
                line.is = Some(self.standing(question, is));
                let shown = cell::on(corpus, question, &turn.country, *on).shown;
                line.citation = shown.map(|f| self.citation(&f.citation));
            }
        }
        line
    }

    fn act_line(&self, turn: &Turn, action: &law::Action, recorded: bool, line: &mut Alteration) {
        let corpus = self.corpus();
        line.kind = "treaty";
        line.what = format!("action-{}", action.kind.value.word());
        line.of = self.of_action(action);
        line.recorded = recorded;
        let kept = |s: &&law::Statement| !recorded || corpus.records_act(action, s);
        let statement = action.statements.iter().find(|s| kept(s) && s.date().is_some());
        line.citation = statement.or(action.statements.first()).map(|s| self.citation(&s.citation));
        if let (Some(first), Some(last), true) = (turn.date.earliest(), turn.date.latest(), recorded) {
            let on = |day| status::on(corpus, &action.country, &action.instrument.value, day).status;
            let (was, is) = (on(first.previous()), on(last));
            if was != is {
                (line.was, line.is) = (Some(of_status(was)), Some(of_status(is)));
            }
        }
    }

    fn of_action(&self, action: &law::Action) -> Link {
        match self.corpus().instruments.get(action.instrument.as_str()) {
            Some(instrument) => self.instrument_at(instrument, &action.country),
            None => self.link(Kind::Instrument, action.instrument.as_str()),
        }
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
        let acts = site.changes.of_country(country).filter(|turn| !matches!(turn.what, What::Answer { .. }));
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
        let turns = records.iter().flat_map(|(kind, id)| self.site.changes.of_record(*kind, id));
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
                    .changes
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

fn of_status(status: Status) -> Standing {
    Standing { status: status.key(), state: "", value: None, value_date: None }
}

/// The first year that the first page of a split list shows; `None`: it shows all.
fn first_years(years: &[(i16, usize)]) -> Option<i16> {
    let mut lines = 0;
    for (year, count) in years {
        lines += count;
        if lines >= LATEST {
            return Some(*year);
        }
    }
    None
}
