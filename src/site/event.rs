//! The history: acts towards instruments, stages of laws and bills, new and ended wordings, changed answers. It is
//! computed once; pages, comparisons of two days and feeds select from it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::law::{
    self, AnswerKind, Basis, Corpus, CountryId, Date, Day, InstrumentId, Kind, Question, RestsOn, StageKind, cell,
    cell::State,
    history::{StateInterval, intervals},
    status,
};

use super::date::list_order;
use super::index::treaty_columns;

/// One change, on the date that its records give.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) date: Date,
    pub(super) country: CountryId,
    pub(super) what: EventKind,
}

/// What changed. Records are given by their position in the corpus.
#[derive(Clone, Debug)]
pub(super) enum EventKind {
    /// An act towards an instrument; `recorded` by its depositary or only reported.
    Act { action: usize, recorded: bool },
    /// The instrument came into force for the country because of that act.
    Entry { action: usize, computed: bool },
    /// A reservation or the like was withdrawn, or provisional application ended.
    TakenBack { action: usize },
    /// The state began, with a status that follows from what a state before it had done.
    StatusBegin { action: usize },
    /// The state or the instrument ended, and with it the status that followed from the act.
    StatusEnd { action: usize },
    /// A date of a law, by the name of its field.
    Law { law: usize, date: &'static str },
    /// A bill or an amending act reached a stage, given by its position.
    Stage { amendment: usize, stage: usize },
    /// A wording began; `number` is its position.
    Wording { provision: usize, number: usize },
    /// A wording ended, and no recorded wording follows at once.
    WordingEnd { provision: usize, number: usize },
    /// The answer of a cell changed from `was` to `is` on a day.
    Answer { question: usize, on: Day, was: CellValue, is: CellValue },
}

/// The answer of a cell: its state and, if it has one, its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellValue {
    pub(super) state: State,
    pub(super) value: Option<String>,
}

impl CellValue {
    pub(super) fn of(on: &cell::CellOn<'_>) -> CellValue {
        CellValue { state: on.state, value: on.shown.and_then(|f| f.answer.value.value()).map(str::to_owned) }
    }

    /// Whether it is the same answer, or the same date known more or less exactly.
    pub(super) fn agrees(&self, other: &CellValue, kind: AnswerKind) -> bool {
        let dates = |value: &Option<String>| value.as_ref().and_then(|value| Date::parse(value).ok());
        match (dates(&self.value), dates(&other.value)) {
            (Some(a), Some(b)) if kind == AnswerKind::Date && self.state == other.state => a.may_equal(&b),
            _ => self == other,
        }
    }
}

/// All events, newest first, with the positions of those of each country, instrument and record.
#[derive(Debug, Default)]
pub(super) struct History {
    pub(super) all: Vec<Event>,
    by_country: BTreeMap<CountryId, Vec<usize>>,
    by_instrument: BTreeMap<InstrumentId, Vec<usize>>,
    by_record: BTreeMap<(Kind, Arc<str>), Vec<usize>>,
    /// Positions of the events that the list of the whole site shows: all but the acts of countries that are not
    /// compared.
    listed: Vec<usize>,
}

impl History {
    pub(super) fn new(corpus: &Corpus) -> History {
        let mut all = Vec::new();
        acts(corpus, &mut all);
        laws(corpus, &mut all);
        stages(corpus, &mut all);
        wordings(corpus, &mut all);
        answers(corpus, &mut all);
        all.sort_by_cached_key(|event| {
            let (open, first, _, last) = list_order(Some(&event.date));
            (open, std::cmp::Reverse((first, last)), event.country.clone(), event.key(corpus))
        });
        let joining: BTreeSet<&CountryId> = treaty_columns(corpus).collect();
        let mut history = History { all, ..History::default() };
        for (at, event) in history.all.iter().enumerate() {
            let is_act = event.instrument(corpus).is_some();
            if !is_act || joining.contains(&event.country) {
                history.listed.push(at);
            }
            history.by_country.entry(event.country.clone()).or_default().push(at);
            if let Some(instrument) = event.instrument(corpus) {
                history.by_instrument.entry(instrument.clone()).or_default().push(at);
            }
            for record in event.records(corpus) {
                history.by_record.entry(record).or_default().push(at);
            }
        }
        history
    }

    fn picked<'a>(&'a self, places: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Event> + Clone {
        places.map_or(&[][..], Vec::as_slice).iter().map(|at| &self.all[*at])
    }

    /// The events that the list of the whole site shows: all but the acts of countries that are not compared.
    pub(super) fn listed(&self) -> impl Iterator<Item = &Event> + Clone {
        self.picked(Some(&self.listed))
    }

    /// The events of a country.
    pub(super) fn of_country(&self, id: &CountryId) -> impl Iterator<Item = &Event> + Clone {
        self.picked(self.by_country.get(id))
    }

    /// The events of an instrument.
    pub(super) fn of_instrument(&self, id: &InstrumentId) -> impl Iterator<Item = &Event> + Clone {
        self.picked(self.by_instrument.get(id))
    }

    /// The events of a record or of a part of it.
    pub(super) fn of_record(&self, kind: Kind, id: &str) -> impl Iterator<Item = &Event> + Clone {
        self.picked(self.by_record.get(&(kind, Arc::from(id))))
    }
}

impl Event {
    /// An id that stays the same as long as those of the records do; valid as an anchor.
    pub(super) fn key(&self, corpus: &Corpus) -> String {
        let dots = |id: &str| id.replace('/', ".");
        let act = |action: usize| corpus.actions[action].id().joined(".");
        let provision = |at: usize| dots(corpus.provisions.rows()[at].id.as_str());
        match &self.what {
            EventKind::Act { action, .. } => format!("act.{}", act(*action)),
            EventKind::Entry { action, .. } => format!("entry.{}", act(*action)),
            EventKind::TakenBack { action } => format!("taken-back.{}", act(*action)),
            EventKind::StatusBegin { action } => format!("taken-over.{}", act(*action)),
            EventKind::StatusEnd { action } => format!("ended.{}", act(*action)),
            EventKind::Law { law, date } => format!("law.{}.{date}", dots(corpus.laws.rows()[*law].id.as_str())),
            EventKind::Stage { amendment, stage } => {
                let amendment = &corpus.amendments.rows()[*amendment];
                let kind = amendment.stages[*stage].kind.word();
                format!("amendment.{}.{kind}.{}", dots(amendment.id.as_str()), stage + 1)
            }
            EventKind::Wording { provision: at, number } => format!("wording.{}.{}", provision(*at), number + 1),
            EventKind::WordingEnd { provision: at, number } => format!("wording-end.{}.{}", provision(*at), number + 1),
            EventKind::Answer { question, on, .. } => {
                format!("answer.{}.{}.{on}", corpus.questions.rows()[*question].id, self.country)
            }
        }
    }

    fn instrument<'c>(&self, corpus: &'c Corpus) -> Option<&'c InstrumentId> {
        match &self.what {
            EventKind::Act { action, .. }
            | EventKind::Entry { action, .. }
            | EventKind::TakenBack { action }
            | EventKind::StatusBegin { action }
            | EventKind::StatusEnd { action } => Some(&corpus.actions[*action].instrument.value),
            _ => None,
        }
    }

    /// The records concerned: answers that rest on them are affected by the event.
    fn records(&self, corpus: &Corpus) -> Vec<(Kind, Arc<str>)> {
        let record = |kind: Kind, id: &str| (kind, Arc::from(id));
        match &self.what {
            EventKind::Act { action, .. }
            | EventKind::Entry { action, .. }
            | EventKind::TakenBack { action }
            | EventKind::StatusBegin { action }
            | EventKind::StatusEnd { action } => {
                vec![record(Kind::Instrument, corpus.actions[*action].instrument.as_str())]
            }
            EventKind::Law { law, .. } => vec![record(Kind::Law, corpus.laws.rows()[*law].id.as_str())],
            EventKind::Stage { amendment, .. } => {
                let amendment = &corpus.amendments.rows()[*amendment];
                let changed = amendment.amends.iter().filter_map(|text| corpus.resolve_amended(text).ok());
                let changed = changed.map(|record_ref| (record_ref.kind, Arc::from(&*record_ref.id)));
                let mut list = vec![record(Kind::Amendment, amendment.id.as_str())];
                list.extend(changed);
                list
            }
            EventKind::Wording { provision, .. } | EventKind::WordingEnd { provision, .. } => {
                vec![record(Kind::Provision, corpus.provisions.rows()[*provision].id.as_str())]
            }
            EventKind::Answer { .. } => Vec::new(),
        }
    }

    /// Whether it is only that a later source gives another answer, and not an act or a change of the law.
    pub(super) fn is_answer(&self) -> bool {
        matches!(self.what, EventKind::Answer { .. })
    }

    /// The first possible year; if only the latest day is known, that day's year.
    pub(super) fn year(&self) -> Option<i16> {
        self.date.earliest().or(self.date.latest()).map(Day::year)
    }

    /// Whether it may lie after `first` and not after `last`. Undated events lie in no period.
    pub(super) fn within(&self, first: Day, last: Day) -> bool {
        let dated = self.date.earliest().or(self.date.latest()).is_some();
        dated && self.date.reached(first) != Some(true) && self.date.reached(last) != Some(false)
    }
}

fn acts(corpus: &Corpus, out: &mut Vec<Event>) {
    for (at, action) in corpus.actions.iter().enumerate() {
        let done = law::act::act_date(corpus, action);
        out.push(Event {
            date: done.map_or_else(Date::undated, |done| done.date.clone()),
            country: action.country.clone(),
            what: EventKind::Act { action: at, recorded: done.is_some_and(|done| done.recorded) },
        });
        let done = done.map(|done| done.date);
        if let Some(end) = taken_back(corpus, action).filter(|end| done != Some(*end)) {
            let (date, country) = (end.clone(), action.country.clone());
            out.push(Event { date, country, what: EventKind::TakenBack { action: at } });
        }
        if let Some(begin) = status_begin(corpus, action) {
            let (date, country) = (begin.clone(), action.country.clone());
            out.push(Event { date, country, what: EventKind::StatusBegin { action: at } });
        }
        if let Some(end) = status_end(corpus, action) {
            let (date, country) = (end.clone(), action.country.clone());
            out.push(Event { date, country, what: EventKind::StatusEnd { action: at } });
        }
        let is_recorded = action.statements.iter().any(|s| corpus.records_act(action, s));
        if let Some(entry) = law::entry::entry_into_force(corpus, action).filter(|_| is_recorded)
            && makes_party(corpus, action, &entry.date, done)
        {
            out.push(Event {
                date: entry.date,
                country: action.country.clone(),
                what: EventKind::Entry { action: at, computed: entry.computed },
            });
        }
    }
}

/// The recorded day on which a reservation or the like was withdrawn, or provisional application ended.
fn taken_back<'c>(corpus: &'c Corpus, action: &'c law::Action) -> Option<&'c Date> {
    let kind = action.kind.value;
    let can_end = kind.modifies() || kind == law::ActionKind::ProvisionalApplication;
    let mut days = law::act::recorded(corpus, action).filter(|_| can_end).filter_map(|s| s.effective.as_ref());
    let own = days.next().map(|date| &date.value);
    own.or_else(|| law::act::revoked(corpus, action)).or_else(|| last_provisional_day(corpus, action))
}

/// The day that the instrument sets for the end of provisional application, if it ended that of this act.
fn last_provisional_day<'c>(corpus: &'c Corpus, action: &law::Action) -> Option<&'c Date> {
    let until = corpus.instruments.get(action.instrument.as_str())?.provisional_until.as_ref()?;
    let on = |day| status::without_as_of(corpus, &action.country, &action.instrument.value, day);
    let before = on(until.earliest()?.previous());
    let is_its_own = before.by.is_some_and(|by| std::ptr::eq(by, action));
    let is_over = on(until.latest()?).status != status::Status::Provisional;
    (is_its_own && before.status == status::Status::Provisional && is_over).then_some(until)
}

/// The first day of the state, if its status follows from this act of an earlier day on it.
fn status_begin<'c>(corpus: &'c Corpus, action: &law::Action) -> Option<&'c Date> {
    let from = corpus.countries.get(action.country.as_str())?.from.as_ref()?;
    let done = law::act::act_date(corpus, action).filter(|done| done.recorded && done.date.surely_before(from))?;
    let on = |day| status::without_as_of(corpus, &action.country, &action.instrument.value, day);
    let is_by_it = on(from.latest()?).by.is_some_and(|by| std::ptr::eq(by, action));
    (is_by_it && done.date.latest()? < from.earliest()?).then_some(from)
}

/// The end of the state or instrument, if it ended a status that followed from this act.
fn status_end<'c>(corpus: &'c Corpus, action: &law::Action) -> Option<&'c Date> {
    let ends = status::ends_of(corpus, &action.country, &action.instrument.value);
    let end = ends.into_iter().flatten().min_by_key(|end| end.latest())?;
    let on = |day| status::without_as_of(corpus, &action.country, &action.instrument.value, day);
    let before = on(end.earliest()?.previous());
    let is_its_own = before.by.is_some_and(|by| std::ptr::eq(by, action));
    let is_over = matches!(on(end.latest()?).status, status::Status::Ended | status::Status::NoLonger);
    (is_its_own && before.status != status::Status::FormerParty && is_over).then_some(end)
}

/// Whether the country becomes a party on that date because of this act, which was `done` on another day: the event of an
/// act that binds at once says so itself. A succession can bind from a day before its deposit.
fn makes_party(corpus: &Corpus, action: &law::Action, date: &Date, done: Option<&Date>) -> bool {
    let (Some(first), Some(last)) = (date.earliest(), date.latest()) else { return false };
    let on = |day| status::without_as_of(corpus, &action.country, &action.instrument.value, day);
    let after = on(last);
    let is_by_it = after.status == status::Status::Party && after.by.is_some_and(|by| std::ptr::eq(by, action));
    let before = on(first.previous()).status;
    let is_back_dated = done.is_none_or(|done| date.surely_before(done));
    is_by_it
        && (matches!(before, status::Status::Bound | status::Status::Provisional)
            || is_back_dated && before != status::Status::Party)
}

fn laws(corpus: &Corpus, out: &mut Vec<Event>) {
    for (at, law) in corpus.laws.iter().enumerate() {
        out.extend(law.dates().map(|(name, date)| Event {
            date: date.clone(),
            country: law.country.clone(),
            what: EventKind::Law { law: at, date: name },
        }));
    }
}

fn stages(corpus: &Corpus, out: &mut Vec<Event>) {
    for (at, amendment) in corpus.amendments.iter().enumerate() {
        let law = amendment.law.as_ref().and_then(|id| corpus.laws.get(id.as_str()));
        let stages = amendment.stages.iter().enumerate();
        let new = stages.filter(|(number, stage)| {
            let same = |other: &law::Stage| other.kind == stage.kind && other.reached.value == stage.reached.value;
            !amendment.stages[..*number].iter().any(same) && !law.is_some_and(|law| says(law, stage))
        });
        out.extend(new.map(|(number, stage)| Event {
            date: stage.reached.value.clone(),
            country: amendment.country.clone(),
            what: EventKind::Stage { amendment: at, stage: number },
        }));
    }
}

/// Whether the law's own record has this stage on the same day, so that the event would be listed twice.
fn says(law: &law::Law, stage: &law::Stage) -> bool {
    let date = match stage.kind {
        StageKind::Adopted => &law.adopted,
        StageKind::Signed => &law.signed,
        StageKind::Published => &law.published,
        StageKind::InForce => &law.commences,
        _ => &None,
    };
    date.as_ref().is_some_and(|date| date.value == stage.reached.value)
}

fn wordings(corpus: &Corpus, out: &mut Vec<Event>) {
    for (at, provision) in corpus.provisions.iter().enumerate() {
        let Some(law) = corpus.laws.get(provision.law.as_str()) else { continue };
        let is_of = |date: &Date, of: &Option<crate::text::At<Date>>| of.as_ref().is_some_and(|d| d.value == *date);
        for (number, wording) in provision.wordings.iter().enumerate() {
            let mut add = |date: &Date, what| {
                out.push(Event { date: date.clone(), country: law.country.clone(), what });
            };
            // If the article began together with its law, the event of the law covers it.
            if let Some(from) = &wording.period.from
                && !(number == 0 && (is_of(from, &law.commences) || is_of(from, &law.adopted)))
            {
                add(from, EventKind::Wording { provision: at, number });
            }
            let next = provision.wordings.get(number + 1).and_then(|w| w.period.from.as_ref());
            if let Some(until) = &wording.period.until
                && next != Some(until)
                && law.repeal.as_ref().is_none_or(|r| r.repealed.value != *until)
            {
                add(until, EventKind::WordingEnd { provision: at, number });
            }
        }
    }
}

/// The changes of answers. A first answer is no change, and neither is silence before or after an answer, since nobody
/// knows what it hides. Answers that follow from treaty acts are left out, because those acts are events themselves.
fn answers(corpus: &Corpus, out: &mut Vec<Event>) {
    let of_question = |(at, question): (usize, &Question)| {
        let columns = corpus.columns.iter().filter(|_| question.basis != Basis::Action);
        columns.flat_map(|country| history(corpus, at, question, country)).collect::<Vec<Event>>()
    };
    let found: Vec<Vec<Event>> = corpus.questions.rows().par_iter().enumerate().map(of_question).collect();
    out.extend(found.into_iter().flatten());
}

fn history(corpus: &Corpus, at: usize, question: &Question, country: &CountryId) -> Vec<Event> {
    if corpus.findings_of(&question.id, country).len() < 2 {
        return Vec::new();
    }
    let list = intervals(corpus, question, country);
    let event = |pair: &[StateInterval<'_>]| {
        let [before, after] = pair else { return None };
        if question.kind == AnswerKind::Text && is_reworded(corpus, before, after) {
            return None;
        }
        let (was, is) = (CellValue::of(&before.cell), CellValue::of(&after.cell));
        let on =
            after.first.filter(|_| !was.agrees(&is, question.kind) && was.state.answers() && is.state.answers())?;
        let what = EventKind::Answer { question: at, on, was, is };
        Some(Event { date: dated(before, after, on), country: country.clone(), what })
    };
    list.windows(2).filter_map(event).collect()
}

/// Whether two answers in free words rest on the same records, and on the same wordings of their articles: then the later
/// source puts the same into other words, perhaps those of another language.
fn is_reworded(corpus: &Corpus, before: &StateInterval<'_>, after: &StateInterval<'_>) -> bool {
    let (Some(old), Some(new)) = (before.cell.shown, after.cell.shown) else { return false };
    let days = |finding: &law::Finding| finding.observed.earliest().zip(finding.observed.latest());
    let (Some((_, read)), Some((again, _))) = (days(old), days(new)) else { return false };
    let is_same_wording = |(kind, id): (Kind, &str)| match (kind, corpus.provisions.get(id)) {
        (Kind::Provision, Some(provision)) => {
            let on = |day| law::provision_state::on(corpus, provision, day).wording;
            on(read) == on(again)
        }
        _ => true,
    };
    let records: Vec<(Kind, &str)> = rests(old).collect();
    !records.is_empty() && records.iter().copied().eq(rests(new)) && records.into_iter().all(is_same_wording)
}

/// The date of the change as its finding gives it, so that a year stays a year.
fn dated(before: &StateInterval<'_>, after: &StateInterval<'_>, on: Day) -> Date {
    let new = after.cell.shown.into_iter().flat_map(|f| [Some(&f.observed), f.from.as_ref()]);
    let old = before.cell.shown.into_iter().map(|f| f.until.as_ref());
    let dates: Vec<&Date> = new.chain(old).flatten().map(|d| &d.value).collect();
    let begins = |d: &&&Date| d.earliest() == Some(on);
    let found = dates.iter().find(begins).or_else(|| dates.iter().find(|d| d.latest() == Some(on)));
    found.map_or_else(|| Date::day(on), |date| (*date).clone())
}

/// Kind and id of the records on which a finding rests, without sources.
pub(super) fn rests(finding: &law::Finding) -> impl Iterator<Item = (Kind, &str)> {
    let of_source = |r: &&RestsOn| !matches!(r, RestsOn::Source(_));
    finding.rests_on.iter().filter(of_source).filter_map(super::index::rests_on)
}
