//! What a country's actions towards an instrument amount to on a day.
//!
//! Rules after the Vienna Convention on the Law of Treaties (1969), articles 11 to 18, 24, 54 to 56. Only *recorded*
//! statements count; what sources report stands beside them.

use crate::text::At;

use super::{Action, ActionKind, Corpus, CountryId, Date, Day, InstrumentId, Statement};

pub use super::word::Status;

/// A status on a day, and what made it.
#[derive(Clone, Debug)]
pub struct StatusOn<'c> {
    /// The status.
    pub status: Status,
    /// Whether it is uncertain on this day, because a date is known in part only.
    pub uncertain: bool,
    /// The act that made it.
    pub by: Option<&'c Action>,
    /// The date of that act.
    pub since: Option<&'c Date>,
    /// When the instrument came or comes into force for the country.
    pub in_force: Option<EntryOn>,
    /// For [`Status::NoAction`]: the last day up to which a table that was read speaks.
    pub as_of: Option<Day>,
}

/// The entry into force of an instrument for one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryOn {
    /// When.
    pub date: Date,
    /// Whether it was computed from the instrument's rule, and not given by a source.
    pub computed: bool,
}

/// The statements on `action` that its depositary records, the preferred one first.
pub fn recorded<'c>(corpus: &'c Corpus, action: &'c Action) -> impl Iterator<Item = &'c Statement> {
    let of = |preferred: bool| {
        action.statements.iter().filter(move |s| s.preferred.is_some() == preferred && corpus.records(&s.citation))
    };
    of(true).chain(of(false))
}

/// The date on which an act of this `kind` was done towards the others, as `statement` gives it: signed, deposited, or
/// given without saying which. What was done at home is no act towards the others, unless the kind is just that.
pub fn date_of(kind: ActionKind, statement: &Statement) -> Option<&At<Date>> {
    let (signed, deposited, given) = (&statement.signed, &statement.deposited, &statement.given);
    let fields = match kind {
        ActionKind::Signature | ActionKind::DefinitiveSignature => [signed, deposited, given, &None, &None],
        kind if kind.binds() || kind.ends() => [deposited, given, &None, &None, &None],
        _ => [signed, deposited, given, &statement.domestic, &statement.effective],
    };
    fields.into_iter().flatten().next()
}

/// When an act was done, and who says so.
#[derive(Clone, Copy, Debug)]
pub struct ActDate<'c> {
    /// Of what ends the bond, the day from which it ends, where one is given; of all else, the day of the act itself.
    pub date: &'c Date,
    /// The statement that gives it.
    pub statement: &'c Statement,
    /// Whether that statement is a depositary's, and not a report.
    pub recorded: bool,
}

/// When an act was done: as its depositary records it, else as the first source gives it that gives any date.
pub fn act_date<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<ActDate<'c>> {
    let kind = action.kind.value;
    let effective = |s: &'c Statement| s.effective.as_ref().filter(|_| kind.ends());
    let of_act = || recorded(corpus, action).filter(|s| corpus.records_act(action, s));
    let is_recorded =
        of_act().find_map(|s| Some((effective(s)?, s))).or_else(|| of_act().find_map(|s| Some((date_of(kind, s)?, s))));
    if let Some((date, statement)) = is_recorded {
        return Some(ActDate { date: &date.value, statement, recorded: true });
    }
    let reported = |statement: &'c Statement| {
        let date = effective(statement).map(|date| &date.value).or_else(|| statement.date())?;
        Some(ActDate { date, statement, recorded: false })
    };
    action.statements.iter().find_map(reported)
}

/// When the instrument comes into force for the state whose `action` (one that binds) is recorded: as a recorded
/// statement gives it; else computed from the instrument's rule and the day of deposit, but never before the
/// instrument's own entry into force. `None` where the rule or the day is not recorded. For a succession, which may be
/// back-dated, and for provisional application nothing is computed: the rule does not speak of them.
pub fn entry_into_force(corpus: &Corpus, action: &Action) -> Option<EntryOn> {
    let kind = action.kind.value;
    if !kind.binds() {
        return None;
    }
    if let Some(given) = recorded(corpus, action).find_map(|s| s.in_force.as_ref()) {
        return Some(EntryOn { date: given.value.clone(), computed: false });
    }
    if matches!(kind, ActionKind::Succession | ActionKind::ProvisionalApplication) {
        return None;
    }
    let instrument = corpus.instruments.get(action.instrument.value.as_str())?;
    let rule = instrument.entry.as_ref()?;
    let deposited = recorded(corpus, action).find_map(|s| date_of(kind, s)).and_then(|d| d.exact())?;
    let own = Date::day(deposited.plus_months(rule.months).plus_days(rule.days));
    let first = instrument.in_force.as_ref()?;
    let date = match (first.exact(), own.exact()) {
        (Some(first), Some(own)) => Date::day(own.max(first)),
        _ if first.surely_before(&own) => own,
        _ => return None,
    };
    Some(EntryOn { date, computed: true })
}

/// An act that makes, changes or ends a status, and the day from which it does.
struct Act<'c> {
    action: &'c Action,
    date: &'c Date,
    /// It ends the bond, and from when is not recorded: only the day of the notice is.
    notice_only: bool,
}

static UNDATED: Date = Date::undated();

/// The recorded acts that matter to a status, in the order of time. Where dates are known in part, an act that ends the
/// bond comes as late as it can and any other as early as it can; on one day, a signature before what binds.
fn acts<'c>(corpus: &'c Corpus, actions: &'c [Action]) -> Vec<Act<'c>> {
    let mut acts: Vec<Act<'c>> = Vec::new();
    for action in actions {
        let kind = action.kind.value;
        if !(kind == ActionKind::Signature || kind.binds() || kind.ends()) {
            continue;
        }
        if recorded(corpus, action).next().is_some() {
            let done = act_date(corpus, action).filter(|done| done.recorded);
            let date = done.map_or(&UNDATED, |done| done.date);
            let is_effective = done.is_some_and(|done| done.statement.effective.is_some());
            acts.push(Act { action, date, notice_only: kind.ends() && !is_effective });
        }
    }
    acts.sort_by_key(|act| match act.action.kind.value {
        kind if kind.ends() => (act.date.latest().or(act.date.earliest()), 2),
        kind => (act.date.earliest(), u8::from(kind.binds())),
    });
    acts
}

/// The status of `country` towards `instrument` on `day`.
pub fn on<'c>(corpus: &'c Corpus, country: &CountryId, instrument: &InstrumentId, day: Day) -> StatusOn<'c> {
    let actions = corpus.actions_of(country, instrument);
    let as_of = corpus.absences_of(country, instrument).iter().filter_map(|a| a.observed.latest()).max();
    let any_recorded = actions.iter().any(|action| recorded(corpus, action).next().is_some());
    let status = if any_recorded || as_of.is_some() { Status::NoAction } else { Status::NotRecorded };
    let mut found = StatusOn { status, uncertain: false, by: None, since: None, in_force: None, as_of };
    // Acts that have surely been done decide; one that may have been done since makes the status uncertain.
    let (done, open): (Vec<Act>, Vec<Act>) = acts(corpus, actions)
        .into_iter()
        .filter(|act| act.date.reached(day) != Some(false))
        .partition(|act| act.date.reached(day) == Some(true));
    for act in &done {
        apply(corpus, &mut found, act, day);
    }
    found.uncertain |= open.iter().any(|act| may_change(&found, act));
    found
}

/// Whether `act`, which may have been done, would make the status another if it was.
fn may_change(found: &StatusOn<'_>, act: &Act<'_>) -> bool {
    let over = found.since.is_some_and(|since| act.date.surely_before(since));
    let matters = match act.action.kind.value {
        kind if kind.ends() => found.status != Status::FormerParty,
        kind if kind.binds() => found.status != Status::Party,
        _ => found.status == Status::NoAction,
    };
    matters && !over
}

fn apply<'c>(corpus: &'c Corpus, found: &mut StatusOn<'c>, act: &Act<'c>, day: Day) {
    let kind = act.action.kind.value;
    if kind.ends() {
        found.status = Status::FormerParty;
        found.in_force = None;
        found.uncertain = act.notice_only;
    } else if kind.binds() {
        if found.status == Status::Party {
            return;
        }
        found.in_force = entry_into_force(corpus, act.action);
        let entered = found.in_force.as_ref().map(|entry| entry.date.reached(day));
        found.status = if entered == Some(Some(true)) { Status::Party } else { Status::Bound };
        found.uncertain = entered == Some(None);
    } else {
        // A signature takes nothing away from a state that is bound, and gives nothing back to one that withdrew.
        if !matches!(found.status, Status::NotRecorded | Status::NoAction) {
            return;
        }
        found.status = Status::Signatory;
        found.uncertain = false;
    }
    found.by = Some(act.action);
    found.since = Some(act.date);
}

/// The days on which the status of `country` towards `instrument` can change.
pub fn change_days(corpus: &Corpus, country: &CountryId, instrument: &InstrumentId) -> Vec<Day> {
    let mut days = Vec::new();
    for action in corpus.actions_of(country, instrument) {
        for statement in recorded(corpus, action) {
            let dates =
                [&statement.signed, &statement.deposited, &statement.in_force, &statement.given, &statement.effective];
            for date in dates.into_iter().flatten() {
                days.extend(date.earliest());
                days.extend(date.latest());
            }
        }
        if let Some(entry) = entry_into_force(corpus, action) {
            days.extend(entry.date.earliest());
            days.extend(entry.date.latest());
        }
    }
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

    /// A treaty in force from 2003-09-29 for those who joined by then, and thirty days after the deposit for others.
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
        assert_eq!(status(&sample, "2004-12-31"), (Status::Bound, false));
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
}
