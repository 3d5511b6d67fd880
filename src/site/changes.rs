//! The pages that list what changed: for the site, a year, a country and an instrument.

use crate::law::{self, CountryId, Kind, Question, cell, status, status::Status};

use super::Site;
use super::cell::value_date;
use super::date::when;
use super::route::{self, MOST_LINES, Page, split_by_year};
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

    /// The pages that say what changed, besides the list of the whole site.
    pub(super) fn change_pages(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        if !self.has_changes() {
            return pages;
        }
        pages.extend(years_of(&Page::Changes, self.turns.listed()));
        for country in self.corpus.countries.iter().filter(|c| self.country_changed(&c.id)) {
            let list = Page::ChangesCountry(country.id.clone());
            let years = years_of(&list, self.turns.of_country(&country.id));
            pages.extend(std::iter::once(list.clone()).chain(years));
        }
        let changed = |i: &&law::Instrument| self.turns.of_instrument(&i.id).next().is_some();
        for instrument in self.corpus.instruments.iter().filter(changed) {
            let list = Page::ChangesInstrument(instrument.id.clone());
            let years = years_of(&list, self.turns.of_instrument(&instrument.id));
            pages.extend(std::iter::once(list.clone()).chain(years));
        }
        pages
    }
}

/// The years that have a page of their own, latest first, and their changes: none where one page lists all.
fn split<'t>(turns: impl Iterator<Item = &'t Turn>) -> Vec<(i16, usize)> {
    split_by_year(turns.filter_map(Turn::year))
}

/// The pages of a list's years.
fn years_of<'t>(list: &Page, turns: impl Iterator<Item = &'t Turn>) -> Vec<Page> {
    split(turns).into_iter().filter_map(|(year, _)| list.of_year(year)).collect()
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
                .map(|i| Link { text: i.short().to_owned(), href: self.to(&Page::ChangesInstrument(i.id.clone())) })
                .collect(),
            pairs: site.pairs().into_iter().map(|pair| self.pair_link(pair)).collect(),
            edits: self.edits(|_| true),
            ..self.listing(None, site.turns.listed(), &Page::Changes, None)
        }
    }

    pub(super) fn changes_of_year(&self, year: i16) -> Changes {
        self.listing(None, self.site.turns.listed(), &Page::Changes, Some(year))
    }

    pub(super) fn changes_of_country(&self, id: &CountryId) -> Changes {
        let edits = self.edits(|change| change.country == *id);
        Changes { pairs: self.pairs_of_country(id), edits, ..self.listing_of_country(id, None) }
    }

    pub(super) fn changes_of_country_in(&self, id: &CountryId, year: i16) -> Changes {
        self.listing_of_country(id, Some(year))
    }

    pub(super) fn changes_of_instrument(&self, id: &law::InstrumentId, year: Option<i16>) -> Changes {
        let of = self.link(Kind::Instrument, id.as_str());
        self.listing(Some(of), self.site.turns.of_instrument(id), &Page::ChangesInstrument(id.clone()), year)
    }

    fn listing_of_country(&self, id: &CountryId, year: Option<i16>) -> Changes {
        self.listing(Some(self.country(id)), self.site.turns.of_country(id), &Page::ChangesCountry(id.clone()), year)
    }

    /// A list, or one year of it. What is split by years shows whole years first, the latest ones, and leaves the others
    /// to their pages.
    fn listing<'t>(
        &self,
        of: Option<Link>,
        turns: impl Iterator<Item = &'t Turn> + Clone,
        list: &Page,
        year: Option<i16>,
    ) -> Changes {
        let years = split(turns.clone());
        let first = first_years(&years);
        let shown = |turn: &&Turn| match year {
            Some(year) => turn.year() == Some(year),
            None => first.is_none_or(|first| turn.year().is_none_or(|year| year >= first)),
        };
        let most = if first.is_some() && year.is_none() { MOST_LINES } else { usize::MAX };
        let mut lines = if self.is_divided() { Vec::new() } else { self.by_year(turns.filter(shown), most) };
        let other_years: Vec<YearLink> =
            years.into_iter().filter_map(|(year, count)| self.link_to_year(list, year, count)).collect();
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
        split(turns).into_iter().filter_map(|(year, count)| self.link_to_year(&Page::Changes, year, count)).collect()
    }

    fn link_to_year(&self, list: &Page, year: i16, count: usize) -> Option<YearLink> {
        let page = list.of_year(year)?;
        Some(YearLink { here: page == self.at.page, href: self.to(&page), year: year.to_string(), count })
    }

    /// The link to where the list of a country tells of a year.
    pub(super) fn link_to_year_of_country(&self, id: &CountryId, year: i16) -> String {
        let years = split(self.site.turns.of_country(id));
        match years.iter().any(|(own, _)| *own == year) {
            true => self.to(&Page::ChangesCountryYear(id.clone(), year)),
            false => self.href(&Page::ChangesCountry(id.clone()).path(), Some(&format!("year-{year}"))),
        }
    }

    pub(super) fn link_to_country_changes(&self, id: &CountryId) -> Link {
        Link { href: self.to(&Page::ChangesCountry(id.clone())), text: self.site.name(Kind::Country, id.as_str()) }
    }

    /// The link to what changed of an instrument, if anything did.
    pub(super) fn link_to_changes_of_instrument(&self, id: &law::InstrumentId) -> Option<String> {
        let changed = self.site.turns.of_instrument(id).next().is_some();
        changed.then(|| self.to(&Page::ChangesInstrument(id.clone())))
    }

    pub(super) fn standing(&self, question: &Question, said: &Said) -> Standing {
        Standing {
            status: "",
            state: said.state.word(),
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
                    Some(repeal) => format!("repeal-{}", repeal.verb.word()),
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
                line.what = format!("stage-{}", stage.kind.word());
                line.of = self.link(Kind::Amendment, amendment.id.as_str());
                line.citation = Some(self.citation(&stage.citation));
            }
            What::Wording { provision, number } | What::WordingEnd { provision, number } => {
                let provision = &corpus.provisions.rows()[*provision];
                let wording = &provision.wordings[*number];
                let path = route::path_of(Kind::Provision, provision.id.as_str()).0;
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
    Standing { status: status.word(), state: "", value: None, value_date: None }
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
