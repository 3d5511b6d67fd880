//! The status of a country towards an instrument on a day, computed from its actions.
//!
//! The rules follow the Vienna Convention on the Law of Treaties (1969), articles 11 to 18, 24, 25, 54 to 56. Only
//! *recorded* statements count; what other sources report is shown beside them. An act that binds counts from its
//! deposit, a withdrawal from the day on which it takes effect: it ends what was deposited before the day of its
//! notice, and never what was deposited on that day or later.

use super::act::{act_date, date_of, is_recorded, recorded, revoked};
use super::entry::{EntryOn, entry_into_force};
use super::listing;
use super::{Action, ActionKind, Corpus, CountryId, Date, Day, InstrumentId, Statement, TableScope};

pub use super::word::Status;

/// The status of a country towards an instrument on a day, and the act from which it follows.
#[derive(Clone, Debug)]
pub struct StatusOn<'c> {
    /// The status by the rules of this module.
    pub status: Status,
    /// Whether it is uncertain on this day, because a date is known in part only.
    pub uncertain: bool,
    /// The act from which it follows.
    pub by: Option<&'c Action>,
    /// The date of that act; for [`Status::Ended`], the end of the instrument; for [`Status::NoLonger`], that of the country.
    pub since: Option<&'c Date>,
    /// The entry into force for the country, past or to come.
    pub in_force: Option<EntryOn>,
    /// The date of the last table that was read; for later days the status of this date is carried forward.
    pub as_of: Option<Date>,
}

/// A recorded act that changes the status.
struct Act<'c> {
    action: &'c Action,
    /// The day of the act; for withdrawals and denunciations, the day on which they take effect.
    date: &'c Date,
    /// The day from which the act counts; for a back-dated succession earlier than `date`.
    from: &'c Date,
    /// For acts that end the obligation, the day of the notice.
    notice: Option<&'c Date>,
    /// Whether it ends the obligation, but the day of effect is not recorded: then `date` is that of the notice.
    notice_only: bool,
}

static UNDATED: Date = Date::undated();

impl<'c> Act<'c> {
    fn of(corpus: &'c Corpus, action: &'c Action) -> Act<'c> {
        let kind = action.kind.value;
        let done = act_date(corpus, action).filter(|done| done.recorded);
        let in_force = recorded(corpus, action).find_map(|s| s.in_force.as_ref()).map(|date| &date.value);
        // Who is bound from a recorded day had joined by then, on whatever day the act was done.
        let entered = in_force.filter(|_| action.binds());
        let date = done.map(|done| done.date).or(entered).unwrap_or(&UNDATED);
        let is_effective = done.is_some_and(|done| done.statement.effective.is_some());
        let back_dated = in_force.filter(|from| kind == ActionKind::Succession && from.surely_before(date));
        let notice = recorded(corpus, action).find_map(|s| date_of(kind, s)).map(|date| &date.value);
        Act {
            action,
            date,
            from: back_dated.unwrap_or(date),
            notice: notice.or(Some(date)).filter(|_| kind.ends()),
            notice_only: kind.ends() && !is_effective,
        }
    }

    /// Whether the notice of `end` leaves this act untouched, because it was deposited on the day of the notice or
    /// later.
    fn outlives(&self, end: &Act<'_>) -> bool {
        let notice = end.notice.and_then(Date::earliest);
        self.action.binds() && matches!((self.from.earliest(), notice), (Some(from), Some(notice)) if from >= notice)
    }
}

/// The recorded acts that change a status, in chronological order. If dates are known in part, acts that end the
/// obligation are sorted by their latest day and others by their earliest. On one day a signature comes first.
fn acts<'c>(corpus: &'c Corpus, actions: &'c [Action]) -> Vec<Act<'c>> {
    let matters = |action: &&Action| action.signs() || action.binds() || action.kind.value.ends();
    let stands = |action: &&Action| is_recorded(corpus, action) && revoked(corpus, action).is_none();
    let found = actions.iter().filter(matters).filter(stands);
    let mut acts: Vec<Act<'c>> = found.map(|action| Act::of(corpus, action)).collect();
    acts.sort_by_key(|act| match act.action.kind.value {
        kind if kind.ends() => (act.from.latest().or(act.from.earliest()), 2),
        _ => (act.from.earliest(), u8::from(act.action.binds())),
    });
    acts
}

/// The status of `country` towards `instrument` on `day`.
pub fn on<'c>(corpus: &'c Corpus, country: &CountryId, instrument: &InstrumentId, day: Day) -> StatusOn<'c> {
    StatusOn { as_of: read_until(corpus, country, instrument), ..without_as_of(corpus, country, instrument, day) }
}

/// The same without the date of the last table (`as_of`), which costs more to find than all else.
pub fn without_as_of<'c>(corpus: &'c Corpus, country: &CountryId, instrument: &InstrumentId, day: Day) -> StatusOn<'c> {
    let actions = corpus.actions_of(country, instrument);
    let of = |status| StatusOn { status, uncertain: false, by: None, since: None, in_force: None, as_of: None };
    let record = corpus.countries.get(country.as_str());
    // What a state before it did was that one's own, though the table lists it in the row of the state of today.
    if record.is_some_and(|country| !country.has_begun(day)) {
        return of(Status::NotYet);
    }
    let until = record.and_then(|country| country.until.as_ref()).map(|until| &until.value);
    if let Some(until) = until.filter(|until| until.reached(day) == Some(true)) {
        return StatusOn { since: Some(until), ..of(Status::NoLonger) };
    }
    let is_known = is_known(corpus, country, instrument);
    let mut found = of(if is_known { Status::NoAction } else { Status::NotRecorded });
    // The status follows from acts that are surely done by then; an act that may have been done makes it uncertain.
    let ends = ends_of(corpus, country, instrument);
    let is_too_late = |act: &Act<'_>| ends.into_iter().flatten().any(|end| is_from(act.from, end));
    let (done, open): (Vec<Act>, Vec<Act>) = acts(corpus, actions)
        .into_iter()
        .filter(|act| act.from.reached(day) != Some(false) && !is_too_late(act))
        .partition(|act| act.from.reached(day) == Some(true));
    let applied = actions.iter().any(|action| action.kind.value == ActionKind::ProvisionalApplication);
    for (position, act) in done.iter().enumerate() {
        // Nothing can end for a state that was never bound, except its provisional application.
        let is_bound = matches!(found.status, Status::Bound | Status::Party);
        if act.action.kind.value.ends() && applied && !is_bound {
            continue;
        }
        let before = found.clone();
        apply(corpus, &mut found, act, day);
        if act.action.kind.value.ends() {
            let outlived = done[..position].iter().filter(|other| other.outlives(act));
            outlived.for_each(|other| apply(corpus, &mut found, other, day));
            // A state that was a party again when the notice took effect had never left.
            let entered = found.in_force.as_ref().map(|entry| &entry.date);
            if before.status == Status::Party && entered.is_some_and(|entered| !act.date.surely_before(entered)) {
                found = before;
            }
        }
    }
    found.uncertain |= open.iter().any(|act| may_change(&found, act));
    apply_provisional(corpus, &mut found, actions, instrument, day);
    apply_end(corpus, &mut found, instrument, day);
    let from = record.and_then(|country| country.from.as_ref());
    // What a state before it had joined is in force for this one from its own first day.
    if let Some((entry, from)) = found.in_force.as_mut().zip(from)
        && entry.date.surely_before(from)
    {
        *entry = EntryOn { date: from.clone(), computed: false };
    }
    found.uncertain |= is_known && from.into_iter().chain(until).any(|date| date.reached(day).is_none());
    found
}

/// Whether a depositary says anything of the country and the instrument: an act, or by a table that lacks it.
pub fn is_known(corpus: &Corpus, country: &CountryId, instrument: &InstrumentId) -> bool {
    corpus.actions_of(country, instrument).iter().any(|action| is_recorded(corpus, action))
        || !corpus.absences_of(country, instrument).is_empty()
        || listing::tables_of(corpus, country, instrument).any(|table| table.lists == TableScope::All)
}

/// The act by which the country was bound again when `ending`, a notice of withdrawal or denunciation, took effect: the
/// notice changed nothing.
pub fn overtaken_by<'c>(corpus: &'c Corpus, ending: &Action) -> Option<&'c Action> {
    let (country, instrument) = (&ending.country, &ending.instrument.value);
    let acts = acts(corpus, corpus.actions_of(country, instrument));
    let end = acts.iter().find(|act| act.action.id() == ending.id() && !act.notice_only)?;
    let (first, last) = (end.date.earliest()?.previous(), end.date.latest()?);
    let is_party = |day| {
        let on = without_as_of(corpus, country, instrument, day);
        on.status == Status::Party && !on.uncertain
    };
    let again = acts.iter().rev().find(|act| act.outlives(end) && act.from.reached(last) == Some(true))?;
    (is_party(first) && is_party(last)).then_some(again.action)
}

/// The date of the last depositary's table that was read for the country and the instrument, as exactly as it is
/// recorded: with the statement, or with the source's claim that the table is complete. A complete table counts only if it
/// names the country, or is older than all its acts (see [`super::listing`]). Where no date of a table is recorded, that on
/// which its source was last looked up; where that is not recorded either, the latest day that the table names (see
/// [`super::TableDays`]). `None` for tables without any date.
pub fn read_until(corpus: &Corpus, country: &CountryId, instrument: &InstrumentId) -> Option<Date> {
    let absent = corpus.absences_of(country, instrument).iter().map(|a| &a.observed);
    let complete = listing::tables_on(corpus, country, instrument).map(|table| &table.observed);
    let of_statement = |s: &'_ Statement| -> Option<Date> {
        let read = listing::day_of(corpus, instrument, s).cloned();
        read.or_else(|| corpus.table_days.of(instrument, &s.citation.source.value).map(Date::day))
    };
    let statements = corpus.actions_of(country, instrument).iter().flat_map(|action| recorded(corpus, action));
    let tables = absent.chain(complete).filter(|date| date.latest().is_some()).cloned();
    tables.chain(statements.filter_map(of_statement)).max_by_key(|date| (date.latest(), date.earliest()))
}

/// Whether `act` would change the status if it was done.
fn may_change(found: &StatusOn<'_>, act: &Act<'_>) -> bool {
    let over = found.since.is_some_and(|since| act.date.surely_before(since));
    let matters = if act.action.kind.value.ends() {
        found.status != Status::FormerParty
    } else if act.action.binds() {
        found.status != Status::Party
    } else {
        found.status == Status::NoAction
    };
    matters && !over
}

fn apply<'c>(corpus: &'c Corpus, found: &mut StatusOn<'c>, act: &Act<'c>, day: Day) {
    let kind = act.action.kind.value;
    if kind.ends() {
        found.status = Status::FormerParty;
        found.in_force = None;
        found.uncertain = act.notice_only;
    } else if act.action.binds() {
        // What bound the state before a succession was an act of its predecessor, and remains in effect.
        let succeeds = kind == ActionKind::Succession;
        if found.status == Status::Party && !succeeds {
            return;
        }
        let was_party = found.status == Status::Party;
        let entry = entry_into_force(corpus, act.action);
        if found.status == Status::Bound && entry.is_none() && !succeeds {
            return;
        }
        found.in_force = entry;
        let entered = found.in_force.as_ref().map(|entry| entry.date.reached(day));
        let is_party = entered == Some(Some(true)) || (was_party && entered.is_none());
        found.status = if is_party { Status::Party } else { Status::Bound };
        found.uncertain = entered == Some(None);
    } else {
        // A signature changes nothing for a state that is bound or has withdrawn.
        if !matches!(found.status, Status::NotRecorded | Status::NoAction) {
            return;
        }
        found.status = Status::Signatory;
        found.uncertain = false;
    }
    found.by = Some(act.action);
    found.since = Some(act.date);
}

/// Applies provisional application, which ends when the instrument enters into force for the country, or earlier.
fn apply_provisional<'c>(
    corpus: &'c Corpus,
    found: &mut StatusOn<'c>,
    actions: &'c [Action],
    instrument: &InstrumentId,
    day: Day,
) {
    let waits = found.status == Status::Bound && found.in_force.is_some();
    if !waits && !matches!(found.status, Status::NotRecorded | Status::NoAction | Status::Signatory) {
        return;
    }
    let until = corpus.instruments.get(instrument.as_str()).and_then(|i| i.provisional_until.as_ref());
    for action in actions.iter().filter(|a| a.kind.value == ActionKind::ProvisionalApplication) {
        let begin = recorded(corpus, action).find_map(|s| s.in_force.as_ref().or(date_of(action.kind.value, s)));
        let Some(begin) = begin.map(|date| &date.value) else { continue };
        let own = recorded(corpus, action).find_map(|s| s.effective.as_ref()).map(|date| &date.value);
        let end = own.or_else(|| left_after(corpus, actions, begin)).or(until);
        let (begun, ended) = (begin.reached(day), end.map_or(Some(false), |end| end.reached(day)));
        if begun != Some(false) && ended != Some(true) {
            found.status = Status::Provisional;
            found.uncertain |= begun.is_none() || ended.is_none();
            found.by = Some(action);
            found.since = Some(begin);
            found.in_force = None;
        }
    }
}

/// The first withdrawal after `begin`: the day on which it takes effect.
fn left_after<'c>(corpus: &'c Corpus, actions: &'c [Action], begin: &Date) -> Option<&'c Date> {
    let ending = actions.iter().filter(|action| action.kind.value.ends() && revoked(corpus, action).is_none());
    let ends = ending.map(|action| Act::of(corpus, action));
    let dates = ends.map(|act| act.date).filter(|date| !date.surely_before(begin) && date.latest().is_some());
    dates.min_by_key(|date| date.latest())
}

/// Applies the end of the instrument, which leaves no party.
fn apply_end<'c>(corpus: &'c Corpus, found: &mut StatusOn<'c>, instrument: &InstrumentId, day: Day) {
    if matches!(found.status, Status::NotRecorded | Status::NoAction | Status::FormerParty) {
        return;
    }
    let end = corpus.instruments.get(instrument.as_str()).and_then(|i| i.end.as_ref());
    let Some(end) = end.map(|end| &end.ended.value) else { return };
    match end.reached(day) {
        Some(true) => {
            found.status = Status::Ended;
            found.uncertain = false;
            found.by = None;
            found.in_force = None;
            found.since = Some(end);
        }
        Some(false) => {}
        None => found.uncertain = true,
    }
}

/// Whether `date` surely lies on or after `end`.
pub fn is_from(date: &Date, end: &Date) -> bool {
    matches!((date.earliest(), end.latest()), (Some(date), Some(end)) if date >= end)
}

/// The day from which the state no longer exists, and that from which the instrument no longer does.
pub fn ends_of<'c>(corpus: &'c Corpus, country: &CountryId, instrument: &InstrumentId) -> [Option<&'c Date>; 2] {
    let state = corpus.countries.get(country.as_str()).and_then(|country| country.until.as_ref());
    let instrument = corpus.instruments.get(instrument.as_str()).and_then(|i| i.end.as_ref());
    [state.map(|date| &date.value), instrument.map(|end| &end.ended.value)]
}

/// A period in which a status stays the same.
#[derive(Clone, Debug)]
pub struct StatusInterval<'c> {
    /// The first day; `None` for the first interval.
    pub first: Option<Day>,
    /// The last day, inclusive; `None` for the last interval.
    pub last: Option<Day>,
    /// The status on the first of these days; kind and certainty are the same on all.
    pub on: StatusOn<'c>,
}

/// The intervals of a status in chronological order and without gaps. The first and the last are open.
pub fn intervals<'c>(corpus: &'c Corpus, country: &CountryId, instrument: &InstrumentId) -> Vec<StatusInterval<'c>> {
    let days = change_days(corpus, country, instrument);
    let before = days.first().map_or(Day::new(1, 1, 1), |day| Some(day.previous()));
    let as_of = read_until(corpus, country, instrument);
    let mut list: Vec<StatusInterval<'c>> = Vec::with_capacity(days.len() + 1);
    for day in before.into_iter().chain(days) {
        let found = StatusOn { as_of: as_of.clone(), ..without_as_of(corpus, country, instrument, day) };
        match list.last_mut() {
            Some(last) if last.on.status == found.status && last.on.uncertain == found.uncertain => {}
            Some(last) => {
                last.last = Some(day.previous());
                list.push(StatusInterval { first: Some(day), last: None, on: found });
            }
            None => list.push(StatusInterval { first: None, last: None, on: found }),
        }
    }
    list
}

/// The days on which the status of `country` towards `instrument` can change, sorted.
pub fn change_days(corpus: &Corpus, country: &CountryId, instrument: &InstrumentId) -> Vec<Day> {
    let mut days = Vec::new();
    let mut add = |date: &Date| {
        days.extend(date.earliest());
        days.extend(date.latest());
    };
    let actions = corpus.actions_of(country, instrument);
    for action in actions {
        for statement in recorded(corpus, action) {
            let dates =
                [&statement.signed, &statement.deposited, &statement.in_force, &statement.given, &statement.effective];
            dates.into_iter().flatten().for_each(|date| add(date));
        }
        action.by_table.iter().for_each(&mut add);
        if let Some(entry) = entry_into_force(corpus, action) {
            add(&entry.date);
        }
    }
    let record = corpus.countries.get(country.as_str());
    let existence = record.map(|country| (country.from.as_ref(), country.until.as_ref().map(|until| &until.value)));
    existence.into_iter().flat_map(|(from, until)| from.into_iter().chain(until)).for_each(&mut add);
    if !actions.is_empty() {
        ends_of(corpus, country, instrument)[1].into_iter().for_each(&mut add);
        let until = corpus.instruments.get(instrument.as_str()).and_then(|i| i.provisional_until.as_ref());
        until.into_iter().for_each(&mut add);
    }
    days.retain(|day| record.is_none_or(|country| country.has_begun(*day)));
    days.sort();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::*;

    fn status(sample: &Sample, on_day: &str) -> (Status, bool) {
        let corpus = sample.corpus();
        let found = on(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"), day(on_day));
        (found.status, found.uncertain)
    }

    /// A treaty in force from 2003-09-29 for states that had joined by then, and thirty days after the deposit for
    /// others.
    fn treaty() -> Sample {
        Sample::new().treaty(Some("2003-09-29"), Some(30))
    }

    #[test]
    fn a_state_goes_from_signature_over_deposit_to_party_on_the_very_days() {
        let sample = treaty()
            .action("signature", &[("un", "signed", "2001-06-28")])
            .action("ratification", &[("un", "deposited", "2008-07-31")]);
        assert_eq!(status(&sample, "2001-06-27"), (Status::NoAction, false));
        assert_eq!(status(&sample, "2001-06-28"), (Status::Signatory, false));
        assert_eq!(status(&sample, "2008-07-30"), (Status::Signatory, false));
        assert_eq!(status(&sample, "2008-07-31"), (Status::Bound, false));
        assert_eq!(status(&sample, "2008-08-29"), (Status::Bound, false));
        assert_eq!(status(&sample, "2008-08-30"), (Status::Party, false));
    }

    #[test]
    fn nobody_is_a_party_before_the_instrument_is_in_force() {
        let sample = treaty().action("accession", &[("un", "deposited", "2002-07-08")]);
        assert_eq!(status(&sample, "2003-09-28"), (Status::Bound, false));
        assert_eq!(status(&sample, "2003-09-29"), (Status::Party, false));
    }

    #[test]
    fn the_entry_into_force_is_not_computed_without_a_recorded_rule() {
        let sample = Sample::new().treaty(Some("2003-09-29"), None).action("accession", &[("un", "deposited", "2004")]);
        assert_eq!(status(&sample, "2020-01-01"), (Status::Bound, false));
        let sample = treaty().action("succession", &[("un", "deposited", "2004-01-01")]);
        assert_eq!(status(&sample, "2020-01-01"), (Status::Bound, false));
    }

    #[test]
    fn an_entry_into_force_that_a_source_gives_is_taken_as_it_is() {
        let sample =
            treaty().action("accession", &[("un", "deposited", "2004-01-10"), ("un", "in_force", "2004-03-01")]);
        let corpus = sample.corpus();
        let entry = entry_into_force(&corpus, &corpus.actions[0]).expect("it is given");
        assert_eq!((entry.date.to_string().as_str(), entry.computed), ("2004-03-01", false));
    }

    #[test]
    fn between_the_bounds_of_a_date_known_in_part_the_status_is_uncertain() {
        let sample = treaty()
            .action("signature", &[("un", "signed", "2001-06-28")])
            .action("ratification", &[("un", "deposited", "2004")]);
        assert_eq!(status(&sample, "2003-12-31"), (Status::Signatory, false));
        assert_eq!(status(&sample, "2004-01-01"), (Status::Signatory, true));
        assert_eq!(status(&sample, "2004-12-30"), (Status::Signatory, true));
        assert_eq!(status(&sample, "2004-12-31"), (Status::Bound, true));
        assert_eq!(status(&sample, "2005-01-30"), (Status::Party, false));
    }

    #[test]
    fn an_undated_act_leaves_the_status_uncertain_on_every_day() {
        let sample = treaty()
            .action("signature", &[("un", "signed", "2001-06-28")])
            .action("ratification", &[("un", "deposited", "undated")]);
        assert_eq!(status(&sample, "2001-01-01"), (Status::NoAction, true));
        assert_eq!(status(&sample, "2010-01-01"), (Status::Signatory, true));
    }

    #[test]
    fn an_undated_act_was_done_by_the_day_of_the_table_that_shows_it() {
        let sample = treaty()
            .country()
            .action("signature", &[("un", "signed", "2001-06-28")])
            .action("ratification", &[("un", "deposited", "undated")])
            .with(|corpus| {
                for action in corpus.actions.iter_mut() {
                    action.statements[0].observed = Date::parse("2015-03-14").ok();
                }
            });
        assert_eq!(status(&sample, "2000-12-11"), (Status::NoAction, false));
        assert_eq!(status(&sample, "2010-01-01"), (Status::Signatory, true));
        assert_eq!(status(&sample, "2015-03-13"), (Status::Signatory, true));
        assert_eq!(status(&sample, "2015-04-13"), (Status::Party, false));
        let corpus = sample.corpus();
        let found = on(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"), day("2020-01-01"));
        assert_eq!(found.since.map(Date::to_string).as_deref(), Some("between 2000-12-12 and 2015-03-14"));
        let days = change_days(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"));
        assert!(["2000-12-12", "2015-03-14"].iter().all(|bound| days.contains(&day(bound))), "{days:?}");
    }

    #[test]
    fn an_undated_bond_is_older_than_the_notice_that_ended_it() {
        let sample = treaty()
            .action("accession", &[("un", "deposited", "undated")])
            .action("denunciation", &[("un", "deposited", "2010-01-01"), ("un", "effective", "2011-01-01")]);
        let sample = sample.with(|corpus| {
            corpus.actions.iter_mut().for_each(|action| action.statements[0].observed = Date::parse("2015-03-14").ok());
        });
        assert_eq!(status(&sample, "2010-02-01"), (Status::Party, false));
        assert_eq!(status(&sample, "2020-01-01"), (Status::FormerParty, false));
    }

    #[test]
    fn a_state_exists_from_its_first_day_to_the_day_before_its_end() {
        let sample = treaty().country().action("accession", &[("un", "deposited", "2004-01-10")]);
        let at = |from: &str, until: &str| {
            sample.clone().with(|corpus| {
                let mut country = corpus.countries.rows()[0].clone();
                country.from = Date::parse(from).ok();
                country.until = Date::parse(until).ok().map(|until| crate::text::At::new(until, country.head.at));
                corpus.countries = super::super::Table::new(vec![country]);
            })
        };
        let known = at("2001-01-01", "2010-01-01");
        assert_eq!(status(&known, "2000-12-31"), (Status::NotYet, false));
        assert_eq!(status(&known, "2001-01-01"), (Status::NoAction, false));
        assert_eq!(status(&known, "2010-01-01"), (Status::NoLonger, false));
        let in_part = at("2001", "2010");
        assert_eq!(status(&in_part, "2001-06-01"), (Status::NoAction, true));
        assert_eq!(status(&in_part, "2002-01-01"), (Status::NoAction, false));
        assert_eq!(status(&in_part, "2010-06-01"), (Status::Party, true));
    }

    #[test]
    fn what_a_state_before_it_had_joined_is_in_force_from_its_own_first_day() {
        let sample = treaty().country().action("accession", &[("un", "deposited", "2004-01-10")]).with(|corpus| {
            let mut country = corpus.countries.rows()[0].clone();
            country.from = Date::parse("2010-07-09").ok();
            corpus.countries = super::super::Table::new(vec![country]);
        });
        let corpus = sample.corpus();
        let on = |date| on(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"), day(date));
        assert_eq!(on("2010-07-08").status, Status::NotYet);
        let found = on("2010-07-09");
        assert_eq!(found.status, Status::Party);
        assert_eq!(found.in_force.map(|entry| entry.date.to_string()).as_deref(), Some("2010-07-09"));
    }

    #[test]
    fn a_notice_that_was_itself_withdrawn_ends_nothing() {
        let sample = treaty().action("accession", &[("un", "deposited", "2004-01-10")]);
        let notice =
            [("un", "deposited", "2016-11-10"), ("un", "effective", "2017-11-10"), ("un", "revoked", "2017-02-10")];
        assert_eq!(status(&sample.action("withdrawal", &notice), "2020-01-01"), (Status::Party, false));
    }

    #[test]
    fn a_notice_that_was_overtaken_names_the_act_that_overtook_it() {
        let by = |again: &str| {
            let sample = Sample::new()
                .treaty(Some("1990-01-01"), Some(30))
                .action("accession", &[("un", "deposited", "1991-01-01")])
                .action("denunciation", &[("un", "deposited", "1998-05-26"), ("un", "effective", "1999-05-26")])
                .again("accession", &[("un", "deposited", again)]);
            let corpus = sample.corpus();
            let ending = corpus.actions.iter().find(|action| action.kind.value.ends()).expect("it is there");
            overtaken_by(&corpus, ending).map(|by| by.number)
        };
        assert_eq!([by("1998-05-26"), by("1999-04-26"), by("1999-05-20")], [Some(2), Some(2), None]);
    }

    #[test]
    fn what_a_source_only_reports_makes_no_status() {
        let sample = treaty().action("ratification", &[("paper", "given", "2004")]);
        assert_eq!(status(&sample, "2020-01-01"), (Status::NotRecorded, false));
        let sample = sample.absence("un", "2015-03-14", false);
        assert_eq!(status(&sample, "2020-01-01"), (Status::NoAction, false));
    }

    #[test]
    fn what_was_done_at_home_binds_nobody_abroad() {
        let sample = treaty().action("ratification", &[("un", "domestic", "2002-05-29")]);
        assert_eq!(status(&sample, "2020-01-01"), (Status::NoAction, true));
    }

    #[test]
    fn a_withdrawal_ends_the_bond_when_it_takes_effect_and_not_when_it_is_notified() {
        let sample = treaty()
            .action("accession", &[("un", "deposited", "2004-01-10")])
            .action("withdrawal", &[("un", "deposited", "2010-01-01"), ("un", "effective", "2011-01-01")]);
        assert_eq!(status(&sample, "2010-12-31"), (Status::Party, false));
        assert_eq!(status(&sample, "2011-01-01"), (Status::FormerParty, false));
        let notice = treaty()
            .action("accession", &[("un", "deposited", "2004-01-10")])
            .action("withdrawal", &[("un", "deposited", "2010-01-01"), ("paper", "effective", "2012-01-01")]);
        assert_eq!(status(&notice, "2010-01-01"), (Status::FormerParty, true));
    }

    #[test]
    fn an_act_has_the_day_that_its_depositary_records_and_an_end_that_from_which_it_ends() {
        let of = |kind: &str, entries: &[(&str, &str, &str)]| {
            let corpus = treaty().action(kind, entries).corpus();
            act_date(&corpus, &corpus.actions[0]).map(|done| (done.date.to_string(), done.recorded))
        };
        let is = |day: &str, recorded: bool| Some((day.to_owned(), recorded));
        let notice = ("un", "deposited", "2010-01-01");
        assert_eq!(of("withdrawal", &[notice, ("un", "effective", "2011-01-01")]), is("2011-01-01", true));
        assert_eq!(of("withdrawal", &[notice, ("paper", "effective", "2012-01-01")]), is("2010-01-01", true));
        let reported = [("paper", "deposited", "2010-01-01"), ("paper", "effective", "2011-01-01")];
        assert_eq!(of("withdrawal", &reported), is("2011-01-01", false));
        assert_eq!(of("accession", &[("paper", "given", "2003"), notice]), is("2010-01-01", true));
        assert_eq!(of("ratification", &[("un", "domestic", "2002-05-29")]), is("2002-05-29", false));
        assert_eq!(of("ratification", &[]), None);
    }

    #[test]
    fn a_state_that_withdrew_can_come_back() {
        let sample = treaty()
            .action("accession", &[("un", "deposited", "2004-01-10")])
            .action("withdrawal", &[("un", "effective", "2010-01-01")])
            .again("accession", &[("un", "deposited", "2012-01-01")]);
        assert_eq!(status(&sample, "2011-01-01"), (Status::FormerParty, false));
        assert_eq!(status(&sample, "2012-01-31"), (Status::Party, false));
    }

    #[test]
    fn a_table_without_a_day_is_known_up_to_the_latest_day_that_it_names() {
        let as_of = |sample: &Sample| {
            let corpus = sample.corpus();
            let found = on(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"), day("2026-01-01"));
            (found.status, found.as_of.map(|day| day.to_string()).unwrap_or_default())
        };
        let is = |status: Status, day: &str| (status, day.to_owned());
        let undated = treaty().action("ratification", &[("un", "deposited", "undated")]);
        assert_eq!(as_of(&undated), is(Status::NoAction, ""));
        let joined = treaty().action("accession", &[("un", "deposited", "2004-01-10"), ("paper", "given", "2012")]);
        assert_eq!(as_of(&joined), is(Status::Party, "2004-01-10"));
        // An act of another state is in the same table.
        let table = joined.clone().action("accession", &[("un", "deposited", "2009-05-02")]).with(|corpus| {
            corpus.actions[1].country = CountryId::new("xs");
        });
        assert_eq!(as_of(&table), is(Status::Party, "2009-05-02"));
        // A published table speaks of the time up to its publication.
        let published = joined.clone().published("un", "2006");
        assert_eq!(as_of(&published), is(Status::Party, "2006-12-31"));
        // A recorded day of reading goes before all of these.
        let read = table.read("un", "2007-03-14");
        assert_eq!(as_of(&read), is(Status::Party, "2007-03-14"));
    }

    #[test]
    fn a_signature_after_the_bond_takes_nothing_away() {
        let sample = treaty()
            .action("accession", &[("un", "deposited", "2004-01-10")])
            .action("signature", &[("un", "signed", "2005-01-01")]);
        assert_eq!(status(&sample, "2006-01-01"), (Status::Party, false));
    }

    #[test]
    fn the_status_changes_on_its_change_days_only() {
        let sample = treaty()
            .action("signature", &[("un", "signed", "mid-2001")])
            .action("ratification", &[("un", "deposited", "2003-10-02")])
            .action("withdrawal", &[("un", "effective", "2006")]);
        let corpus = sample.corpus();
        let (country, instrument) = (CountryId::new("xr"), InstrumentId::new("treaty"));
        let changes = change_days(&corpus, &country, &instrument);
        let mut today = day("2001-01-01");
        let look = |today| {
            let found = on(&corpus, &country, &instrument, today);
            (found.status, found.uncertain)
        };
        let mut before = look(today);
        while today < day("2008-01-01") {
            today = today.next();
            let now = look(today);
            assert!(now == before || changes.contains(&today), "{today}");
            before = now;
        }
    }

    #[test]
    fn a_state_that_came_back_before_it_was_out_is_a_party_throughout() {
        let sample = Sample::new()
            .treaty(Some("1990-01-01"), Some(90))
            .action("accession", &[("un", "deposited", "1991-01-01")])
            .action("denunciation", &[("un", "deposited", "1998-05-26"), ("un", "effective", "1998-08-26")])
            .again("accession", &[("un", "deposited", "1998-05-26")]);
        for on_day in ["1998-05-25", "1998-05-26", "1998-08-25", "1998-08-26", "2020-01-01"] {
            assert_eq!(status(&sample, on_day), (Status::Party, false), "{on_day}");
        }
        let gap = Sample::new()
            .treaty(Some("1990-01-01"), Some(90))
            .action("accession", &[("un", "deposited", "1991-01-01")])
            .action("denunciation", &[("un", "deposited", "1998-05-26"), ("un", "effective", "1998-08-26")])
            .again("accession", &[("un", "deposited", "1998-08-01")]);
        assert_eq!(status(&gap, "1998-08-25"), (Status::Party, false));
        assert_eq!(status(&gap, "1998-08-26"), (Status::Bound, false));
        assert_eq!(status(&gap, "1998-10-30"), (Status::Party, false));
    }

    #[test]
    fn who_is_a_party_again_when_the_notice_takes_effect_is_one_since_the_first_entry() {
        let sample = Sample::new()
            .treaty(Some("1990-01-01"), Some(30))
            .action("accession", &[("un", "deposited", "1991-01-01")])
            .action("denunciation", &[("un", "deposited", "1998-05-26"), ("un", "effective", "1999-05-26")])
            .again("accession", &[("un", "deposited", "1999-04-26")]);
        let corpus = sample.corpus();
        let found = on(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"), day("2020-01-01"));
        assert_eq!(found.status, Status::Party);
        assert_eq!(found.in_force.map(|entry| entry.date.to_string()).as_deref(), Some("1991-01-31"));
    }

    #[test]
    fn provisional_application_is_no_bond_ends_and_gives_way_to_the_bond() {
        let applied = treaty()
            .action("signature", &[("un", "signed", "2001-06-28")])
            .action("provisional-application", &[("un", "given", "2002-01-01")]);
        assert_eq!(status(&applied, "2001-12-31"), (Status::Signatory, false));
        assert_eq!(status(&applied, "2020-01-01"), (Status::Provisional, false));
        let until = applied.clone().instrument(|i| i.provisional_until = Date::parse("2005-01-01").ok());
        assert_eq!(status(&until, "2004-12-31"), (Status::Provisional, false));
        assert_eq!(status(&until, "2005-01-01"), (Status::Signatory, false));
        let ended =
            treaty().action("provisional-application", &[("un", "given", "2002-01-01"), ("un", "effective", "2004")]);
        assert_eq!(status(&ended, "2004-06-01"), (Status::Provisional, true));
        assert_eq!(status(&ended, "2005-01-01"), (Status::NoAction, false));
        let left = applied
            .clone()
            .action("withdrawal", &[("un", "deposited", "2003-01-01"), ("un", "effective", "2003-02-01")]);
        assert_eq!(status(&left, "2003-01-31"), (Status::Provisional, false));
        assert_eq!(status(&left, "2003-02-01"), (Status::Signatory, false));
        let bound = applied.action("ratification", &[("un", "deposited", "2006-07-19")]);
        assert_eq!(status(&bound, "2006-08-17"), (Status::Provisional, false));
        assert_eq!(status(&bound, "2006-08-18"), (Status::Party, false));
    }

    #[test]
    fn a_succession_binds_from_its_own_day_and_follows_what_the_state_before_did() {
        let dates = [("un", "deposited", "2005-02-22"), ("un", "in_force", "2005-01-01")];
        let sample = treaty().action("succession", &dates);
        assert_eq!(status(&sample, "2004-12-31"), (Status::NoAction, false));
        assert_eq!(status(&sample, "2005-01-01"), (Status::Party, false));
        let after = treaty()
            .action("ratification", &[("un", "deposited", "2004-01-01")])
            .action("succession", &[("un", "deposited", "2010-03-12")]);
        let corpus = after.corpus();
        let found = on(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"), day("2020-01-01"));
        assert_eq!(found.status, Status::Party);
        assert_eq!(found.by.map(|by| by.kind.value), Some(ActionKind::Succession));
    }

    #[test]
    fn a_succession_to_a_signature_makes_a_signatory() {
        let sample = treaty().action("succession", &[("un", "deposited", "2005-02-22")]);
        let sample = sample.with(|corpus| corpus.actions[0].act = Some(ActionKind::Signature));
        assert_eq!(status(&sample, "2020-01-01"), (Status::Signatory, false));
    }

    #[test]
    fn a_state_or_an_instrument_that_ended_has_no_party() {
        let sample = treaty().country().action("accession", &[("un", "deposited", "2004-01-10")]);
        let end = Date::parse("2010-01-01").expect("a date");
        let ended = sample.clone().with(|corpus| {
            let mut country = corpus.countries.rows()[0].clone();
            country.until = Some(crate::text::At::new(end.clone(), country.head.at));
            corpus.countries = super::super::Table::new(vec![country]);
        });
        assert_eq!(status(&ended, "2009-12-31"), (Status::Party, false));
        assert_eq!(status(&ended, "2010-01-01"), (Status::NoLonger, false));
        let over = sample.instrument(|i| {
            let citation = i.entry.as_ref().expect("the sample has a rule").citation.clone();
            let ended = crate::text::At::new(end.clone(), i.head.at);
            let how = super::super::InstrumentEndKind::Terminated;
            i.end = Some(super::super::InstrumentEnd { ended, how, by: None, citation });
        });
        assert_eq!(status(&over, "2010-01-01"), (Status::Ended, false));
        let late = treaty().country().action("accession", &[("un", "deposited", "2012-01-10")]);
        let late = late.instrument(|i| {
            let citation = i.entry.as_ref().expect("the sample has a rule").citation.clone();
            let ended = crate::text::At::new(end.clone(), i.head.at);
            let how = super::super::InstrumentEndKind::Terminated;
            i.end = Some(super::super::InstrumentEnd { ended, how, by: None, citation });
        });
        assert_eq!(status(&late, "2020-01-01"), (Status::NoAction, false));
    }

    #[test]
    fn a_status_knows_up_to_which_day_a_table_was_read() {
        let sample = treaty().country().action("accession", &[("un", "deposited", "2004-01-10")]);
        let as_of = |sample: &Sample| {
            let corpus = sample.corpus();
            let found = on(&corpus, &CountryId::new("xr"), &InstrumentId::new("treaty"), day("2020-01-01"));
            (found.status, found.as_of.map(|day| day.to_string()))
        };
        assert_eq!(as_of(&sample), (Status::Party, Some("2004-01-10".to_owned())));
        let of_statement = sample.with(|corpus| {
            corpus.actions[0].statements[0].observed = Date::parse("2015-03-14").ok();
        });
        assert_eq!(as_of(&of_statement), (Status::Party, Some("2015-03-14".to_owned())));
    }

    #[test]
    fn who_is_not_in_a_table_that_lists_all_had_not_acted_by_its_day() {
        let sample = treaty().country().with(|corpus| {
            let observed = Date::parse("2015-03-14").expect("a date");
            let at = corpus.countries.rows()[0].head.at;
            let source = crate::text::At::new(super::super::SourceId::new("un"), at);
            let citation = super::super::Citation {
                source,
                place: "chapter 1".to_owned(),
                place_at: crate::text::Span::head(crate::text::FileId(0)),
                tier: None,
            };
            let instrument = InstrumentId::new("treaty");
            corpus.complete_tables =
                vec![super::super::CompleteTable { instrument, observed, lists: TableScope::All, citation, at }];
        });
        assert_eq!(status(&sample, "2020-01-01"), (Status::NoAction, false));
        let young = sample.clone().with(|corpus| {
            let mut country = corpus.countries.rows()[0].clone();
            country.from = Date::parse("2018-01-01").ok();
            corpus.countries = super::super::Table::new(vec![country]);
        });
        assert_eq!(status(&young, "2020-01-01"), (Status::NotRecorded, false));
        let region = sample.with(|corpus| {
            let mut country = corpus.countries.rows()[0].clone();
            country.kind = super::super::CountryKind::Region;
            corpus.countries = super::super::Table::new(vec![country]);
        });
        assert_eq!(status(&region, "2020-01-01"), (Status::NotRecorded, false));
    }
}
