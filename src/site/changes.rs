//! The pages that list what changed: for the site, a year, a country and an instrument.

use std::collections::BTreeMap;

use crate::law::{self, CountryId, Kind, Question, cell, status, status::Status};

use super::Site;
use super::address::{self, Address};
use super::cell::{stage_key, value_date};
use super::date::when;
use super::division::{MOST_LINES, MOST_OF_ALL_YEARS};
use super::sheet::Sheet;
use super::turn::{Said, Turn, What};
use super::view::{Alteration, Changes, ChangesYear, Edit, Link, Standing, YearLink};

/// Of a list that is split, the first page shows whole years, so many lines at least.
const LATEST: usize = 60;

/// So many changes stand on the page of a country or an instrument.
const LATEST_OF_ONE: usize = 5;

impl Site {
    /// Whether there is anything to say of what changed.
    pub(super) fn has_changes(&self) -> bool {
        !(self.turns.all.is_empty() && self.corpus.changes.is_empty())
    }

    pub(super) fn country_changed(&self, id: &CountryId) -> bool {
        self.turns.of_country(id).next().is_some() || self.corpus.changes.iter().any(|c| c.country == *id)
    }

    /// The addresses of the pages that say what changed, besides the list of the whole site.
    pub(super) fn change_addresses(&self) -> Vec<Address> {
        let mut list = Vec::new();
        if !self.has_changes() {
            return list;
        }
        let years = |of: Address, turns: Vec<(i16, usize)>| turns.into_iter().map(move |(year, _)| of_year(&of, year));
        list.extend(years(of_site(), split(self.turns.listed())));
        for country in self.corpus.countries.iter().filter(|c| self.country_changed(&c.id)) {
            let of = of_country(country.id.as_str());
            list.push(of.clone());
            list.extend(years(of, split(self.turns.of_country(&country.id))));
        }
        let changed = |i: &&law::Instrument| self.turns.of_instrument(&i.id).next().is_some();
        for instrument in self.corpus.instruments.iter().filter(changed) {
            let of = of_instrument(instrument.id.as_str());
            list.push(of.clone());
            list.extend(years(of, split(self.turns.of_instrument(&instrument.id))));
        }
        list
    }
}

/// The years that have a page of their own, latest first: none where one page lists all.
fn split<'t>(turns: impl Iterator<Item = &'t Turn>) -> Vec<(i16, usize)> {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    turns.filter_map(Turn::year).for_each(|year| *years.entry(year).or_default() += 1);
    if years.values().sum::<usize>() <= MOST_OF_ALL_YEARS {
        return Vec::new();
    }
    years.into_iter().rev().collect()
}

/// Whether a change lies in a year, as its page is named.
pub(super) fn is_in(turn: &Turn, year: &str) -> bool {
    turn.year().is_some_and(|own| year.parse() == Ok(own))
}

/// The list of the whole site.
fn of_site() -> Address {
    Address::new("changes", "", address::frame("changes"))
}

/// The page of a year of a list.
fn of_year(list: &Address, year: i16) -> Address {
    let (kind, id, folder) = match list.kind {
        "changes-country" => ("changes-country-year", format!("{}/{year}", list.id), format!("countries/{}/", list.id)),
        "changes-instrument" => {
            ("changes-instrument-year", format!("{}/{year}", list.id), format!("instruments/{}/", list.id))
        }
        _ => ("changes-year", year.to_string(), String::new()),
    };
    Address::new(kind, &id, format!("{folder}changes/{year:04}.html"))
}

fn of_country(id: &str) -> Address {
    Address::new("changes-country", id, country_path(id))
}

/// The page that lists what changed in a country.
pub(super) fn country_path(id: &str) -> String {
    format!("countries/{id}/changes.html")
}

fn of_instrument(id: &str) -> Address {
    Address::new("changes-instrument", id, instrument_path(id))
}

/// The page that lists what changed of an instrument.
pub(super) fn instrument_path(id: &str) -> String {
    format!("instruments/{id}/changes.html")
}

impl<'s> Sheet<'s> {
    /// The list of the whole site.
    pub(super) fn changes(&self) -> Changes {
        let site = self.site;
        let instruments = site.instruments().filter(|i| site.turns.of_instrument(&i.id).next().is_some());
        let countries = site.countries().filter(|c| site.country_changed(&c.id));
        Changes {
            countries: countries.map(|c| self.link_to_country_changes(&c.id)).collect(),
            instruments: instruments
                .map(|i| Link { text: i.short().to_owned(), href: self.href(&of_instrument(i.id.as_str()).path, None) })
                .collect(),
            pairs: site.pairs().into_iter().map(|pair| self.pair_link(pair)).collect(),
            edits: self.edits(|_| true),
            ..self.listing(None, site.turns.listed(), &of_site(), None)
        }
    }

    pub(super) fn changes_of_year(&self, year: &str) -> Changes {
        self.listing(None, self.site.turns.listed(), &of_site(), Some(year))
    }

    pub(super) fn changes_of_country(&self, id: &str) -> Changes {
        let id = CountryId::new(id);
        let edits = self.edits(|change| change.country == id);
        Changes { pairs: self.pairs_of_country(&id), edits, ..self.listing_of_country(&id, None) }
    }

    pub(super) fn changes_of_country_in(&self, id: &str) -> Changes {
        let (country, year) = id.split_once('/').unwrap_or((id, ""));
        self.listing_of_country(&CountryId::new(country), Some(year))
    }

    pub(super) fn changes_of_instrument(&self, id: &str) -> Changes {
        let (instrument, year) = id.split_once('/').map_or((id, None), |(id, year)| (id, Some(year)));
        let of = self.link(Kind::Instrument, instrument);
        let id = law::InstrumentId::new(instrument);
        self.listing(Some(of), self.site.turns.of_instrument(&id), &of_instrument(instrument), year)
    }

    fn listing_of_country(&self, id: &CountryId, year: Option<&str>) -> Changes {
        self.listing(Some(self.country(id)), self.site.turns.of_country(id), &of_country(id.as_str()), year)
    }

    /// A list, or one year of it. What is split by years shows whole years first, the latest ones, and leaves the others
    /// to their pages.
    fn listing<'t>(
        &self,
        of: Option<Link>,
        turns: impl Iterator<Item = &'t Turn> + Clone,
        list: &Address,
        year: Option<&str>,
    ) -> Changes {
        let years = split(turns.clone());
        let first = first_years(&years);
        let shown = |turn: &&Turn| match year {
            Some(year) => is_in(turn, year),
            None => first.is_none_or(|first| turn.year().is_none_or(|year| year >= first)),
        };
        let most = if first.is_some() && year.is_none() { MOST_LINES } else { usize::MAX };
        let mut lines = if self.is_divided() { Vec::new() } else { self.by_year(turns.filter(shown), most) };
        let other_years: Vec<YearLink> =
            years.into_iter().map(|(year, count)| self.link_to_year(list, year, count)).collect();
        for shown in &mut lines {
            let whole = other_years.iter().find(|other| other.year == shown.year && !other.here);
            let left = whole.map(|whole| YearLink { count: whole.count - shown.lines.len(), ..whole.clone() });
            shown.left = left.filter(|left| left.count > 0);
        }
        Changes {
            of,
            years: lines,
            other_years,
            countries: Vec::new(),
            instruments: Vec::new(),
            pairs: Vec::new(),
            edits: Vec::new(),
        }
    }

    /// The changes under their years, no more of the dated ones than `most`.
    fn by_year<'t>(&self, turns: impl Iterator<Item = &'t Turn>, most: usize) -> Vec<ChangesYear> {
        let mut years: Vec<ChangesYear> = Vec::new();
        let shown = turns.enumerate().filter(|(n, turn)| *n < most || turn.year().is_none());
        for (_, turn) in shown {
            let year = turn.year().map(|year| year.to_string()).unwrap_or_default();
            let line = self.alteration(turn);
            match years.last_mut().filter(|last| last.year == year) {
                Some(last) => last.lines.push(line),
                None => {
                    let id = if year.is_empty() { "undated".to_owned() } else { format!("year-{year}") };
                    years.push(ChangesYear { id, year, lines: vec![line], left: None });
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
        self.latest(self.site.turns.of_country(id))
    }

    /// The latest changes of an instrument up to the day of the page.
    pub(super) fn latest_of_instrument(&self, id: &law::InstrumentId) -> Vec<Alteration> {
        self.latest(self.site.turns.of_instrument(id))
    }

    fn latest<'t>(&self, turns: impl Iterator<Item = &'t Turn>) -> Vec<Alteration> {
        let dated = |turn: &&Turn| turn.year().is_some() && turn.date.reached(self.day) != Some(false);
        turns.filter(dated).take(LATEST_OF_ONE).map(|turn| self.alteration(turn)).collect()
    }

    /// The link to what changed in a country, if anything did.
    pub(super) fn link_to_changes_of_country(&self, id: &CountryId) -> Option<String> {
        self.site.country_changed(id).then(|| self.link_to_country_changes(id).href)
    }

    /// The pages of single years of the list of the whole site.
    pub(super) fn years_of_changes(&self) -> Vec<YearLink> {
        let turns = self.site.turns.listed();
        split(turns).into_iter().map(|(year, count)| self.link_to_year(&of_site(), year, count)).collect()
    }

    fn link_to_year(&self, list: &Address, year: i16, count: usize) -> YearLink {
        let at = of_year(list, year);
        YearLink { here: at.path == self.at.path, href: self.href(&at.path, None), year: year.to_string(), count }
    }

    /// The link to where the list of a country tells of a year.
    pub(super) fn link_to_year_of_country(&self, id: &CountryId, year: &str) -> String {
        let list = of_country(id.as_str());
        let years = split(self.site.turns.of_country(id));
        match years.iter().find(|(own, _)| own.to_string() == year) {
            Some((own, _)) => self.href(&of_year(&list, *own).path, None),
            None => self.href(&list.path, Some(&format!("year-{year}"))),
        }
    }

    pub(super) fn link_to_country_changes(&self, id: &CountryId) -> Link {
        Link { href: self.href(&of_country(id.as_str()).path, None), text: self.site.name(Kind::Country, id.as_str()) }
    }

    /// The link to what changed of an instrument, if anything did.
    pub(super) fn link_to_changes_of_instrument(&self, id: &law::InstrumentId) -> Option<String> {
        let changed = self.site.turns.of_instrument(id).next().is_some();
        changed.then(|| self.href(&of_instrument(id.as_str()).path, None))
    }

    pub(super) fn standing(&self, question: &Question, said: &Said) -> Standing {
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
}

pub(super) fn of_status(status: Status) -> Standing {
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
