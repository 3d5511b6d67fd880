//! What changed, and when: the acts towards instruments, what became of laws, bills and wordings, and answers that
//! turned into others. They are found once; pages, comparisons of two days and feeds pick from them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::law::{
    self, AnswerKind, Basis, Corpus, CountryId, Date, Day, InstrumentId, Kind, Question, RestsOn, StageKind, cell,
    cell::State,
    history::{Interval, intervals},
    status,
};

use super::date::list_order;
use super::index::treaty_columns;

/// A change, as its records date it.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub(super) date: Date,
    pub(super) country: CountryId,
    pub(super) what: What,
}

/// Of what a change is one. Records stand by their place in the corpus.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// An act towards an instrument.
    Act { action: usize, recorded: bool },
    /// The instrument came into force for the country by that act.
    Entry { action: usize, computed: bool },
    /// A date of a law: the key behind `law-date-`.
    Law { law: usize, date: &'static str },
    /// A bill or an amending act reached a stage.
    Stage { amendment: usize, stage: usize },
    /// A wording began.
    Wording { provision: usize, number: usize },
    /// A wording ended, and none that is recorded follows at once.
    WordingEnd { provision: usize, number: usize },
    /// An answer turned into another.
    Answer { question: usize, on: Day, was: Said, is: Said },
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) state: State,
    pub(super) value: Option<String>,
}

impl Said {
    pub(super) fn of(on: &cell::CellOn<'_>) -> Said {
        Said { state: on.state, value: on.shown.and_then(|f| f.answer.value.value()).map(str::to_owned) }
    }

    /// Whether it is no other answer: the same one, or the same date known better or worse.
    pub(super) fn agrees(&self, other: &Said, kind: AnswerKind) -> bool {
        let dates = |value: &Option<String>| value.as_ref().and_then(|value| Date::parse(value).ok());
        match (dates(&self.value), dates(&other.value)) {
            (Some(a), Some(b)) if kind == AnswerKind::Date && self.state == other.state => a.may_equal(&b),
            _ => self == other,
        }
    }
}

/// All changes, the newest first, and where those of a country, an instrument and a record stand among them.
#[derive(Debug, Default)]
pub(super) struct Turns {
    pub(super) all: Vec<Turn>,
    by_country: BTreeMap<CountryId, Vec<usize>>,
    by_instrument: BTreeMap<InstrumentId, Vec<usize>>,
    by_record: BTreeMap<(Kind, Arc<str>), Vec<usize>>,
    /// Those that the list of the whole site shows: of the countries that are compared, and of laws.
    listed: Vec<usize>,
}

impl Turns {
    pub(super) fn new(corpus: &Corpus) -> Turns {
        let mut all = Vec::new();
        acts(corpus, &mut all);
        laws(corpus, &mut all);
        stages(corpus, &mut all);
        wordings(corpus, &mut all);
        answers(corpus, &mut all);
        all.sort_by_cached_key(|turn| {
            let (open, first, _, last) = list_order(Some(&turn.date));
            (open, std::cmp::Reverse((first, last)), turn.country.clone(), turn.key(corpus))
        });
        let joining: BTreeSet<&CountryId> = treaty_columns(corpus).collect();
        let mut turns = Turns { all, ..Turns::default() };
        for (at, turn) in turns.all.iter().enumerate() {
            let is_act = matches!(turn.what, What::Act { .. } | What::Entry { .. });
            if !is_act || joining.contains(&turn.country) {
                turns.listed.push(at);
            }
            turns.by_country.entry(turn.country.clone()).or_default().push(at);
            if let Some(instrument) = turn.instrument(corpus) {
                turns.by_instrument.entry(instrument.clone()).or_default().push(at);
            }
            for record in turn.records(corpus) {
                turns.by_record.entry(record).or_default().push(at);
            }
        }
        turns
    }

    fn picked<'a>(&'a self, places: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Turn> + Clone {
        places.map_or(&[][..], Vec::as_slice).iter().map(|at| &self.all[*at])
    }

    /// Those that the list of the whole site shows: of the countries that are compared, and of laws.
    pub(super) fn listed(&self) -> impl Iterator<Item = &Turn> + Clone {
        self.picked(Some(&self.listed))
    }

    /// Those of a country.
    pub(super) fn of_country(&self, id: &CountryId) -> impl Iterator<Item = &Turn> + Clone {
        self.picked(self.by_country.get(id))
    }

    /// Those of an instrument.
    pub(super) fn of_instrument(&self, id: &InstrumentId) -> impl Iterator<Item = &Turn> + Clone {
        self.picked(self.by_instrument.get(id))
    }

    /// Those of a record, or of what belongs to it.
    pub(super) fn of_record(&self, kind: Kind, id: &str) -> impl Iterator<Item = &Turn> + Clone {
        self.picked(self.by_record.get(&(kind, Arc::from(id))))
    }
}

impl Turn {
    /// An identity that stays as long as the records keep theirs; it can be an anchor.
    pub(super) fn key(&self, corpus: &Corpus) -> String {
        let dots = |id: &str| id.replace('/', ".");
        let act = |action: usize| corpus.actions[action].id().joined(".");
        let provision = |at: usize| dots(corpus.provisions.rows()[at].id.as_str());
        match &self.what {
            What::Act { action, .. } => format!("act.{}", act(*action)),
            What::Entry { action, .. } => format!("entry.{}", act(*action)),
            What::Law { law, date } => format!("law.{}.{date}", dots(corpus.laws.rows()[*law].id.as_str())),
            What::Stage { amendment, stage } => {
                let amendment = &corpus.amendments.rows()[*amendment];
                let kind = amendment.stages[*stage].kind.word();
                format!("amendment.{}.{kind}.{}", dots(amendment.id.as_str()), stage + 1)
            }
            What::Wording { provision: at, number } => format!("wording.{}.{}", provision(*at), number + 1),
            What::WordingEnd { provision: at, number } => format!("wording-end.{}.{}", provision(*at), number + 1),
            What::Answer { question, on, .. } => {
                format!("answer.{}.{}.{on}", corpus.questions.rows()[*question].id, self.country)
            }
        }
    }

    fn instrument<'c>(&self, corpus: &'c Corpus) -> Option<&'c InstrumentId> {
        match &self.what {
            What::Act { action, .. } | What::Entry { action, .. } => Some(&corpus.actions[*action].instrument.value),
            _ => None,
        }
    }

    /// The records on which an answer may rest that this changes.
    fn records(&self, corpus: &Corpus) -> Vec<(Kind, Arc<str>)> {
        let one = |kind: Kind, id: &str| (kind, Arc::from(id));
        match &self.what {
            What::Act { action, .. } | What::Entry { action, .. } => {
                vec![one(Kind::Instrument, corpus.actions[*action].instrument.as_str())]
            }
            What::Law { law, .. } => vec![one(Kind::Law, corpus.laws.rows()[*law].id.as_str())],
            What::Stage { amendment, .. } => {
                let amendment = &corpus.amendments.rows()[*amendment];
                let changed = amendment.amends.iter().filter_map(|text| corpus.resolve(text).ok());
                let changed = changed.map(|thing| (thing.kind, Arc::from(&*thing.id)));
                let mut list = vec![one(Kind::Amendment, amendment.id.as_str())];
                list.extend(changed);
                list
            }
            What::Wording { provision, .. } | What::WordingEnd { provision, .. } => {
                vec![one(Kind::Provision, corpus.provisions.rows()[*provision].id.as_str())]
            }
            What::Answer { .. } => Vec::new(),
        }
    }

    /// The first year in which it may lie; of what is only known to lie before a day, the year of that day.
    pub(super) fn year(&self) -> Option<i16> {
        self.date.earliest().or(self.date.latest()).map(Day::year)
    }

    /// Whether it may lie after the one day and not after the other. What has no date at all lies nowhere.
    pub(super) fn within(&self, first: Day, last: Day) -> bool {
        let dated = self.date.earliest().or(self.date.latest()).is_some();
        dated && self.date.reached(first) != Some(true) && self.date.reached(last) != Some(false)
    }
}

fn acts(corpus: &Corpus, out: &mut Vec<Turn>) {
    for (at, action) in corpus.actions.iter().enumerate() {
        let done = status::act_date(corpus, action);
        out.push(Turn {
            date: done.map_or_else(Date::undated, |done| done.date.clone()),
            country: action.country.clone(),
            what: What::Act { action: at, recorded: done.is_some_and(|done| done.recorded) },
        });
        let is_recorded = action.statements.iter().any(|s| corpus.records_act(action, s));
        if let Some(entry) = status::entry_into_force(corpus, action).filter(|_| is_recorded)
            && makes_party(corpus, action, &entry.date)
        {
            out.push(Turn {
                date: entry.date,
                country: action.country.clone(),
                what: What::Entry { action: at, computed: entry.computed },
            });
        }
    }
}

/// Whether with that date the country is a party and was none before.
fn makes_party(corpus: &Corpus, action: &law::Action, date: &Date) -> bool {
    let (Some(first), Some(last)) = (date.earliest(), date.latest()) else { return false };
    let on = |day| status::on(corpus, &action.country, &action.instrument.value, day);
    let after = on(last);
    after.status == status::Status::Party
        && after.by.is_some_and(|by| std::ptr::eq(by, action))
        && on(first.previous()).status == status::Status::Bound
}

fn laws(corpus: &Corpus, out: &mut Vec<Turn>) {
    for (at, law) in corpus.laws.iter().enumerate() {
        out.extend(law.dates().map(|(name, date)| Turn {
            date: date.clone(),
            country: law.country.clone(),
            what: What::Law { law: at, date: name },
        }));
    }
}

fn stages(corpus: &Corpus, out: &mut Vec<Turn>) {
    for (at, amendment) in corpus.amendments.iter().enumerate() {
        let law = amendment.law.as_ref().and_then(|id| corpus.laws.get(id.as_str()));
        let stages = amendment.stages.iter().enumerate();
        let new = stages.filter(|(number, stage)| {
            let same = |other: &law::Stage| other.kind == stage.kind && other.reached.value == stage.reached.value;
            !amendment.stages[..*number].iter().any(same) && !law.is_some_and(|law| says(law, stage))
        });
        out.extend(new.map(|(number, stage)| Turn {
            date: stage.reached.value.clone(),
            country: amendment.country.clone(),
            what: What::Stage { amendment: at, stage: number },
        }));
    }
}

/// Whether the law that a bill became says of itself that it reached the stage, on the same day.
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

fn wordings(corpus: &Corpus, out: &mut Vec<Turn>) {
    for (at, provision) in corpus.provisions.iter().enumerate() {
        let Some(law) = corpus.laws.get(provision.law.as_str()) else { continue };
        let is_of = |date: &Date, of: &Option<crate::text::At<Date>>| of.as_ref().is_some_and(|d| d.value == *date);
        for (number, wording) in provision.wordings.iter().enumerate() {
            let mut add = |date: &Date, what| {
                out.push(Turn { date: date.clone(), country: law.country.clone(), what });
            };
            // That an article came with its law, the law's own line says.
            if let Some(from) = &wording.period.from
                && !(number == 0 && (is_of(from, &law.commences) || is_of(from, &law.adopted)))
            {
                add(from, What::Wording { provision: at, number });
            }
            let next = provision.wordings.get(number + 1).and_then(|w| w.period.from.as_ref());
            if let Some(until) = &wording.period.until
                && next != Some(until)
                && law.repeal.as_ref().is_none_or(|r| r.repealed.value != *until)
            {
                add(until, What::WordingEnd { provision: at, number });
            }
        }
    }
}

/// The answers that turned into others. A first answer is no change, and neither is silence after one: nobody knows
/// what was before and behind them. Answers that follow from treaty acts change with those.
fn answers(corpus: &Corpus, out: &mut Vec<Turn>) {
    let of_question = |(at, question): (usize, &Question)| {
        let columns = corpus.columns.iter().filter(|_| question.basis != Basis::Action);
        columns.flat_map(|country| turns(corpus, at, question, country)).collect::<Vec<Turn>>()
    };
    let found: Vec<Vec<Turn>> = corpus.questions.rows().par_iter().enumerate().map(of_question).collect();
    out.extend(found.into_iter().flatten());
}

fn turns(corpus: &Corpus, at: usize, question: &Question, country: &CountryId) -> Vec<Turn> {
    if corpus.findings_of(&question.id, country).len() < 2 {
        return Vec::new();
    }
    let list = intervals(corpus, question, country);
    let turn = |pair: &[Interval<'_>]| {
        let [before, after] = pair else { return None };
        let (was, is) = (Said::of(&before.cell), Said::of(&after.cell));
        let on =
            after.first.filter(|_| !was.agrees(&is, question.kind) && was.state.answers() && is.state.answers())?;
        let what = What::Answer { question: at, on, was, is };
        Some(Turn { date: dated(before, after, on), country: country.clone(), what })
    };
    list.windows(2).filter_map(turn).collect()
}

/// The date from which an answer is another, as its finding gives it: a year stays a year.
fn dated(before: &Interval<'_>, after: &Interval<'_>, on: Day) -> Date {
    let new = after.cell.shown.into_iter().flat_map(|f| [Some(&f.observed), f.from.as_ref()]);
    let old = before.cell.shown.into_iter().map(|f| f.until.as_ref());
    let dates: Vec<&Date> = new.chain(old).flatten().map(|d| &d.value).collect();
    let begins = |d: &&&Date| d.earliest() == Some(on);
    let found = dates.iter().find(begins).or_else(|| dates.iter().find(|d| d.latest() == Some(on)));
    found.map_or_else(|| Date::day(on), |date| (*date).clone())
}

/// The records on which a finding rests.
pub(super) fn rests(finding: &law::Finding) -> impl Iterator<Item = (Kind, &str)> {
    let of_source = |r: &&RestsOn| !matches!(r, RestsOn::Source(_));
    finding.rests_on.iter().filter(of_source).filter_map(super::index::rests_on)
}
