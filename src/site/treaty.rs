//! Treaty actions, statuses, instruments, and the grid.

use crate::law::{self, ActionKind, CountryId, InstrumentId, Kind, status, status::Status as Standing};

use super::date::{list_order, of_day, when};
use super::days::treaty_columns;
use super::sheet::{Sheet, at_date};
use super::view::{
    Absence, Action, DisputedAction, Instrument, InstrumentActions, InstrumentLine, Instruments, LegendLine, Link,
    Statement, Status, StatusCount, Treaties, TreatyCell, TreatyLine, TreatyRow,
};

impl<'s> Sheet<'s> {
    /// The status of a country towards an instrument on the sheet's day.
    pub(super) fn status(&self, country: &CountryId, instrument: &InstrumentId) -> Status {
        let corpus = self.corpus();
        let on = status::on(corpus, country, instrument, self.day);
        let actions = corpus.actions_of(country, instrument);
        let reached =
            |a: &&law::Action| a.statements.iter().filter_map(there_by).any(|d| d.reached(self.day) != Some(false));
        let binding = on.by.filter(|a| a.kind.value.binds());
        Status {
            key: on.status.word(),
            uncertain: on.uncertain,
            by: on.by.map_or("", |a| a.kind.value.word()),
            mark: on.by.map(mark).unwrap_or_default(),
            since: on.since.map(when),
            as_of: on.as_of.filter(|_| on.status == Standing::NoAction).map(of_day),
            in_force_computed: on.in_force.as_ref().is_some_and(|e| e.computed),
            in_force_unknown: binding.is_some() && on.in_force.is_none(),
            in_force: on.in_force.map(|e| when(&e.date)),
            modified: actions.iter().filter(reached).any(|a| a.kind.value.modifies()),
            reported: actions.iter().any(|a| disputed(a) || (a.kind.value.is_deposited() && !any_recorded(self, a))),
        }
    }

    /// Summary of a country's statuses: instruments on which something is recorded.
    pub(super) fn treaty_lines(&self, country: &CountryId) -> Vec<TreatyLine> {
        let line = |instrument: &law::Instrument| TreatyLine {
            instrument: self.instrument_at(instrument, country),
            status: self.status(country, &instrument.id),
        };
        let known = |line: &TreatyLine| line.status.key != Standing::NotRecorded.word() || line.status.reported;
        self.site.instruments().map(line).filter(known).collect()
    }

    /// The instrument's page, at the country's actions.
    pub(super) fn instrument_at(&self, instrument: &law::Instrument, country: &CountryId) -> Link {
        let (path, _) = super::route::path_of(Kind::Instrument, instrument.id.as_str());
        Link { href: self.href(&path, Some(country.as_str())), text: instrument.short().to_owned() }
    }

    /// A country's actions, instrument by instrument.
    pub(super) fn actions_by_instrument(&self, country: &CountryId) -> Vec<InstrumentActions> {
        let of = |i: &law::Instrument| {
            let group =
                self.actions(country, &i.id, self.link(Kind::Instrument, i.id.as_str()), &format!("treaty-{}", i.id));
            (!group.actions.is_empty() || !group.absences.is_empty()).then_some(group)
        };
        self.site.instruments().filter_map(of).collect()
    }

    fn actions(&self, country: &CountryId, instrument: &InstrumentId, of: Link, id: &str) -> InstrumentActions {
        let corpus = self.corpus();
        let mut list: Vec<&law::Action> = corpus.actions_of(country, instrument).iter().collect();
        list.sort_by_key(|a| (list_order(date_of(self, a)), a.kind.value, a.number));
        InstrumentActions {
            of,
            id: id.to_owned(),
            status: self.status(country, instrument),
            actions: list.into_iter().map(|a| self.action(a)).collect(),
            absences: corpus.absences_of(country, instrument).iter().map(|a| self.absence(a)).collect(),
        }
    }

    pub(super) fn action(&self, action: &law::Action) -> Action {
        let kind = action.kind.value;
        let prefix = format!("{}-{}-{}-{}-", action.country, action.instrument.value, kind.word(), action.number);
        let mut statements: Vec<&law::Statement> = action.statements.iter().collect();
        statements.sort_by_key(|s| !self.corpus().records_act(action, s));
        let computed = status::entry_into_force(self.corpus(), action).filter(|e| e.computed);
        Action {
            kind: kind.word(),
            act: action.act.map_or("", ActionKind::word),
            number: action.number,
            binds: kind.binds(),
            mark: mark(action),
            articles: action.articles.clone(),
            quotation: action.quotation.as_ref().map(|q| self.quotation(q)),
            law: action.law.as_ref().map(|l| self.link(Kind::Law, l.as_str())),
            statements: statements
                .iter()
                .enumerate()
                .map(|(n, s)| self.statement(action, s, &format!("{prefix}{n}-")))
                .collect(),
            in_force_computed: computed.map(|e| when(&e.date)),
            disputed: disputed(action),
            note: self.note(action.note.as_ref(), &prefix),
            trace: action.head.trace.clone(),
        }
    }

    fn statement(&self, action: &law::Action, statement: &law::Statement, prefix: &str) -> Statement {
        Statement {
            recorded: self.corpus().records_act(action, statement),
            citation: self.citation(&statement.citation),
            signed: at_date(&statement.signed),
            deposited: at_date(&statement.deposited),
            in_force: at_date(&statement.in_force),
            domestic: at_date(&statement.domestic),
            effective: at_date(&statement.effective),
            given: at_date(&statement.given),
            observed: statement.observed.as_ref().map(when),
            quote: statement.quote.clone(),
            preferred: statement.preferred.clone(),
            note: self.note(statement.note.as_ref(), prefix),
            trace: statement.trace.clone(),
        }
    }

    fn absence(&self, absence: &law::Absence) -> Absence {
        Absence {
            finding: absence.finding.clone(),
            observed: when(&absence.observed),
            citation: self.citation(&absence.citation),
        }
    }

    pub(super) fn instruments_page(&self) -> Instruments {
        Instruments { instruments: self.site.instruments().map(|i| self.instrument_line(i)).collect() }
    }

    fn instrument_line(&self, instrument: &law::Instrument) -> InstrumentLine {
        let countries = self.site.treaty_columns();
        let standing = |c: &&CountryId| status::on(self.corpus(), c, &instrument.id, self.day).status;
        let count = |wanted: &[Standing]| countries.iter().filter(|c| wanted.contains(&standing(c))).count();
        InstrumentLine {
            link: Link { text: instrument.short().to_owned(), ..self.link(Kind::Instrument, instrument.id.as_str()) },
            title: instrument.title.clone(),
            adopted: instrument.adopted.as_ref().map(when),
            in_force: instrument.in_force.as_ref().map(when),
            bound: count(&[Standing::Party, Standing::Bound]),
            signatories: count(&[Standing::Signatory]),
            countries: countries.len(),
        }
    }

    pub(super) fn instrument(&self, instrument: &'s law::Instrument) -> Instrument {
        let corpus = self.corpus();
        let id = &instrument.id;
        let at_country = |c: &CountryId| self.actions(c, id, self.country(c), c.as_str());
        let columns = self.site.treaty_columns();
        let compared: Vec<InstrumentActions> = columns.iter().map(|c| at_country(c)).collect();
        let is_other = |c: &&law::Country| {
            let acted = !corpus.actions_of(&c.id, id).is_empty() || !corpus.absences_of(&c.id, id).is_empty();
            acted && !columns.contains(&&c.id)
        };
        let others: Vec<InstrumentActions> =
            corpus.countries.iter().filter(is_other).map(|c| at_country(&c.id)).collect();
        let modifying = |group: &InstrumentActions| InstrumentActions {
            actions: group.actions.iter().filter(|a| modifies(a)).cloned().collect(),
            absences: Vec::new(),
            id: format!("reservations-{}", group.id),
            ..group.clone()
        };
        let reservations = compared.iter().chain(&others).map(modifying).filter(|g| !g.actions.is_empty()).collect();
        let count =
            |key: &'static str| StatusCount { key, count: compared.iter().filter(|g| g.status.key == key).count() };
        let read_against = |q: &&law::Question| self.reads_against(q, id);
        Instrument {
            id: id.to_string(),
            title: instrument.title.clone(),
            short: instrument.short().to_owned(),
            kind: match instrument.kind {
                law::InstrumentKind::Treaty => "treaty",
                law::InstrumentKind::Standard => "standard",
            },
            adopted: instrument.adopted.as_ref().map(when),
            opened: instrument.opened.as_ref().map(when),
            closed: instrument.closed.as_ref().map(when),
            in_force: instrument.in_force.as_ref().map(when),
            entry: instrument.entry.as_ref().map(|e| e.words.clone()),
            entry_citation: instrument.entry.as_ref().map(|e| self.citation(&e.citation)),
            depositary: instrument.depositary.clone(),
            supplements: instrument.supplements.as_ref().map(|i| self.link(Kind::Instrument, i.as_str())),
            supplemented_by: self
                .site
                .instruments()
                .filter(|i| i.supplements.as_ref().is_some_and(|s| s.value == *id))
                .map(|i| self.link(Kind::Instrument, i.id.as_str()))
                .collect(),
            citations: instrument.citations.iter().map(|c| self.citation(c)).collect(),
            body: self.prose(&instrument.body, "text-"),
            articles: instrument.articles.iter().map(|a| self.article(instrument, a)).collect(),
            counts: Standing::WORDS.iter().map(|key| count(key)).filter(|c| c.count > 0).collect(),
            legend: legend(compared.iter().chain(&others).flat_map(|g| &g.actions).map(|a| a.kind)),
            compared,
            others,
            reservations,
            questions: self
                .site
                .codebook()
                .filter(read_against)
                .map(|q| self.link(Kind::Question, q.id.as_str()))
                .collect(),
            latest: self.latest_of_instrument(id),
            changes: self.link_to_changes_of_instrument(id),
            conflicts: self.conflicts(Kind::Instrument, id.as_str()),
            cited_by: self.backlinks(Kind::Instrument, id.as_str()),
        }
    }

    fn reads_against(&self, question: &law::Question, instrument: &InstrumentId) -> bool {
        let benchmark =
            question.benchmark.as_ref().is_some_and(|b| b.value.split('#').next() == Some(instrument.as_str()));
        benchmark || question.computed.as_ref().is_some_and(|c| c.instruments.iter().any(|i| i.value == *instrument))
    }

    /// The grid of treaties on the sheet's day.
    pub(super) fn grid(&self) -> Treaties {
        let columns = self.site.treaty_columns();
        let cell = |instrument: &law::Instrument, country: &CountryId| TreatyCell {
            href: self.instrument_at(instrument, country).href,
            country_name: self.site.name(Kind::Country, country.as_str()),
            status: self.status(country, &instrument.id),
        };
        let row = |instrument: &law::Instrument| TreatyRow {
            instrument: Link {
                text: instrument.short().to_owned(),
                ..self.link(Kind::Instrument, instrument.id.as_str())
            },
            cells: columns.iter().map(|c| cell(instrument, c)).collect(),
        };
        let treaties = self.site.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty);
        let rows: Vec<TreatyRow> = treaties.map(row).collect();
        let statuses = || rows.iter().flat_map(|r| &r.cells).map(|c| &c.status);
        Treaties {
            countries: columns.iter().map(|c| self.country(c)).collect(),
            statuses: Standing::WORDS.iter().copied().filter(|key| statuses().any(|s| s.key == *key)).collect(),
            legend: legend(statuses().map(|s| s.by)),
            rows,
        }
    }

    /// The actions whose sources give dates that cannot all be right, or that only a report knows.
    pub(super) fn disputed_actions(&self) -> Vec<DisputedAction> {
        let corpus = self.corpus();
        let of = |action: &'s law::Action| DisputedAction {
            country: self.country(&action.country),
            instrument: corpus
                .instruments
                .get(action.instrument.as_str())
                .map(|i| self.instrument_at(i, &action.country))
                .expect("after assembly each action's instrument exists"),
            action: self.action(action),
        };
        corpus.actions.iter().filter(|a| disputed(a)).map(of).collect()
    }
}

impl super::Site {
    /// The instruments in the order of grids.
    pub(super) fn instruments(&self) -> impl Iterator<Item = &law::Instrument> {
        self.instrument_order.iter().map(|at| &self.corpus.instruments.rows()[*at])
    }

    /// The countries that are compared and can join treaties.
    pub(super) fn treaty_columns(&self) -> Vec<&CountryId> {
        treaty_columns(&self.corpus).collect()
    }
}

fn modifies(action: &Action) -> bool {
    ActionKind::parse(action.kind).is_some_and(ActionKind::modifies)
}

fn legend<'a>(kinds: impl Iterator<Item = &'a str>) -> Vec<LegendLine> {
    let occurring: std::collections::BTreeSet<&str> = kinds.collect();
    ActionKind::ALL
        .iter()
        .filter(|kind| occurring.contains(kind.word()))
        .map(|kind| LegendLine { kind: kind.word(), mark: kind.mark() })
        .collect()
}

/// The mark in the depositary's table: as a source gives it, else the usual one.
fn mark(action: &law::Action) -> String {
    let given = action.statements.iter().find_map(|s| s.mark.clone());
    given.unwrap_or_else(|| action.kind.value.mark().to_owned())
}

fn any_recorded(sheet: &Sheet<'_>, action: &law::Action) -> bool {
    action.statements.iter().any(|s| sheet.corpus().records(&s.citation))
}

/// The date of an action: as it is recorded, else as it is reported.
fn date_of<'a>(sheet: &Sheet<'_>, action: &'a law::Action) -> Option<&'a law::Date> {
    let recorded = action.statements.iter().filter(|s| sheet.corpus().records(&s.citation));
    recorded.chain(&action.statements).find_map(|s| s.date())
}

/// Whether two of its statements give, for the same event, dates that cannot both be right.
fn disputed(action: &law::Action) -> bool {
    let given = |s: &law::Statement| s.given.as_ref().map(|d| d.value.clone());
    let main = |s: &law::Statement| {
        [&s.signed, &s.deposited, &s.domestic].into_iter().flatten().map(|d| d.value.clone()).collect::<Vec<_>>()
    };
    let clash = |a: &law::Date, b: &law::Date| !a.may_equal(b);
    action.statements.iter().enumerate().any(|(n, a)| {
        action.statements[n + 1..].iter().any(|b| {
            let same_event = [
                (&a.signed, &b.signed),
                (&a.deposited, &b.deposited),
                (&a.in_force, &b.in_force),
                (&a.domestic, &b.domestic),
            ]
            .iter()
            .any(|(x, y)| matches!((x, y), (Some(x), Some(y)) if clash(x, y)));
            let fits_none =
                |date: &law::Date, others: Vec<law::Date>| !others.is_empty() && others.iter().all(|o| clash(date, o));
            let given_against =
                given(a).is_some_and(|d| fits_none(&d, main(b))) || given(b).is_some_and(|d| fits_none(&d, main(a)));
            let both_given = matches!((given(a), given(b)), (Some(x), Some(y)) if clash(&x, &y));
            same_event || given_against || both_given
        })
    })
}

/// The day by which an act was there: its date, or, where it has none, that of the table that shows it.
fn there_by(statement: &law::Statement) -> Option<&law::Date> {
    statement.date().filter(|date| date.earliest().or(date.latest()).is_some()).or(statement.observed.as_ref())
}
