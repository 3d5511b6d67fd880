//! What a country's actions towards an instrument amount to on a day.
//!
//! Rules after the Vienna Convention on the Law of Treaties (1969), articles 11 to 18, 24, 54 to 56. Only *recorded*
//! statements count; what sources report stands beside them.

use crate::text::{At, Span};

use super::{
    Action, ActionKind, Answer, Asks, Citation, Corpus, CountryId, Date, Day, Finding, Head, InstrumentId, Question,
    RestsOn, StageKind, Statement,
};

/// What a country's actions amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing is recorded: no statement of a depositary and no table without an entry.
    NotRecorded,
    /// No action is recorded up to that day.
    NoAction,
    /// Signed, not bound.
    Signatory,
    /// An act that binds is deposited; it is not in force for the country yet, or when it came into force is not known.
    Bound,
    /// In force for the country.
    Party,
    /// Was bound, and withdrew.
    FormerParty,
}

impl Status {
    /// All statuses with their keys, in order.
    pub const ALL: [(Status, &'static str); 6] = [
        (Status::Party, "party"),
        (Status::Bound, "bound"),
        (Status::Signatory, "signatory"),
        (Status::FormerParty, "former-party"),
        (Status::NoAction, "no-action"),
        (Status::NotRecorded, "not-recorded"),
    ];

    /// Its key.
    pub fn key(self) -> &'static str {
        Status::ALL.iter().find(|(status, _)| *status == self).map_or("", |(_, key)| key)
    }
}

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

/// When `instrument` comes into force for the state whose `action` (one that binds) is recorded: as a recorded statement
/// gives it; else computed from the instrument's rule and the day of deposit, but never before the instrument's own
/// entry into force. `None` where the rule or the day is not recorded.
pub fn entry_into_force(corpus: &Corpus, action: &Action) -> Option<EntryOn> {
    if !action.kind.value.binds() {
        return None;
    }
    let recorded = || action.statements.iter().filter(|s| corpus.records(&s.citation.source.value));
    if let Some(given) = recorded().find_map(|s| s.in_force.as_ref()) {
        return Some(EntryOn { date: given.value.clone(), computed: false });
    }
    let instrument = corpus.instruments.get(action.instrument.value.as_str())?;
    let rule = instrument.entry.as_ref()?;
    let deposited = recorded().find_map(|s| s.date()).and_then(Date::exact)?;
    let own = deposited.plus_months(rule.months).plus_days(rule.days);
    let first = match &instrument.in_force {
        Some(date) => date.exact()?,
        None => return None,
    };
    Some(EntryOn { date: Date::day(own.max(first)), computed: true })
}

/// The status of `country` towards `instrument` on `day`.
pub fn on<'c>(corpus: &'c Corpus, country: &CountryId, instrument: &InstrumentId, day: Day) -> StatusOn<'c> {
    let actions = corpus.actions_of(country, instrument);
    let recorded = |action: &'c Action| -> Option<&'c Date> {
        action.statements.iter().filter(|s| corpus.records(&s.citation.source.value)).find_map(|s| s.date())
    };
    let as_of = corpus.absences_of(country, instrument).iter().filter_map(|a| a.observed.latest()).max();
    let dated: Vec<(&Action, &Date)> = actions.iter().filter_map(|a| Some((a, recorded(a)?))).collect();
    let nothing =
        StatusOn { status: Status::NotRecorded, uncertain: false, by: None, since: None, in_force: None, as_of };
    if dated.is_empty() {
        return match as_of {
            Some(_) => StatusOn { status: Status::NoAction, ..nothing },
            None => nothing,
        };
    }
    let mut found = StatusOn { status: Status::NoAction, ..nothing };
    // Surely reached acts decide; acts that may have been reached make the status uncertain.
    let rank = |kind: ActionKind| match kind {
        kind if kind.ends() => 2,
        kind if kind.binds() => 1,
        ActionKind::Signature => 0,
        _ => -1,
    };
    let mut order: Vec<&(&Action, &Date)> = dated.iter().filter(|(a, _)| rank(a.kind.value) >= 0).collect();
    order.sort_by_key(|(a, date)| (rank(a.kind.value), date.earliest()));
    for (action, date) in order {
        let (date, ends) = match action.statements.iter().find_map(|s| s.effective.as_ref()) {
            Some(effective) if action.kind.value.ends() => (&effective.value, true),
            _ => (*date, action.kind.value.ends()),
        };
        match date.reached(day) {
            Some(false) => {}
            None => found.uncertain = true,
            Some(true) => {
                found.by = Some(action);
                found.since = Some(date);
                if ends {
                    found.status = Status::FormerParty;
                } else if action.kind.value.binds() {
                    found.in_force = entry_into_force(corpus, action);
                    let in_force = found.in_force.as_ref().map(|entry| entry.date.reached(day));
                    found.status = if in_force == Some(Some(true)) { Status::Party } else { Status::Bound };
                    found.uncertain = in_force == Some(None);
                } else {
                    found.status = Status::Signatory;
                    found.uncertain = false;
                }
            }
        }
    }
    found
}

/// The days on which the status of `country` towards `instrument` can change.
pub fn change_days(corpus: &Corpus, country: &CountryId, instrument: &InstrumentId) -> Vec<Day> {
    let mut days = Vec::new();
    for action in corpus.actions_of(country, instrument) {
        let statements = action.statements.iter().filter(|s| corpus.records(&s.citation.source.value));
        for statement in statements {
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

/// The coder of findings that were computed from treaty actions.
pub const COMPUTED: &str = "computed";

/// The findings that follow from treaty actions for `question` (whose basis is [`super::Basis::Action`]) and `country`:
/// one for each statement that answers it, one `no` from the day the instrument was opened or adopted up to the first
/// recorded act, and one `no` for each table without an entry, on the day of that table.
pub fn findings(corpus: &Corpus, question: &Question, country: &CountryId) -> Vec<Finding> {
    let Some(computed) = &question.computed else {
        return Vec::new();
    };
    let mut out = Vec::new();
    // Of several instruments, one `yes` answers; a `no` for one of them answers nothing.
    let alone = computed.instruments.len() == 1;
    for instrument in &computed.instruments {
        let actions = corpus.actions_of(country, &instrument.value);
        let absences = corpus.absences_of(country, &instrument.value);
        let start = corpus
            .instruments
            .get(instrument.value.as_str())
            .and_then(|i| i.opened.as_ref().or(i.adopted.as_ref()))
            .cloned();
        let make = |answer: Answer, citation: &Citation, observed: Date, at: Span, trace: &[String]| Finding {
            head: Head {
                at,
                draft: false,
                aliases: Vec::new(),
                trace: trace.to_vec(),
                acknowledge: Vec::new(),
                confirmed_on: None,
            },
            country: country.clone(),
            question: At::new(question.id.clone(), at),
            answer: At::new(answer, at),
            rests_on: vec![RestsOn::Instrument(At::new(instrument.value.clone(), at))],
            citation: citation.clone(),
            observed: At::new(observed, at),
            coder: COMPUTED.to_owned(),
            reviewer: None,
            from: None,
            until: None,
            modality: None,
            preferred: None,
            region: None,
            quotation: None,
            plain: None,
            note: None,
        };
        let mut any_recorded: Option<(&Citation, Span)> = None;
        let mut denied_from_start = false;
        for action in actions {
            let kind = action.kind.value;
            for statement in &action.statements {
                let recorded = corpus.records(&statement.citation.source.value);
                if recorded {
                    any_recorded.get_or_insert((&statement.citation, statement.at));
                }
                let Some(answer) = answer_of(computed.asks, action, kind, statement) else {
                    continue;
                };
                let observed = if recorded {
                    let date = if kind.ends() {
                        statement.effective.as_ref().map(|d| &d.value).or(statement.date())
                    } else {
                        statement.date()
                    };
                    date.cloned()
                } else {
                    statement.observed.clone().or_else(|| statement.date().cloned())
                };
                let observed = observed.unwrap_or_else(Date::undated);
                if alone
                    && recorded
                    && matches!(answer, Answer::Yes)
                    && let Some(start) = &start
                    && !denied_from_start
                    && start.surely_before(&observed)
                {
                    denied_from_start = true;
                    out.push(make(Answer::No, &statement.citation, start.clone(), statement.at, &[]));
                }
                let mut finding = make(answer, &statement.citation, observed, statement.at, &statement.trace);
                finding.head.trace.extend(action.head.trace.iter().cloned());
                finding.preferred = statement.preferred.clone();
                finding.note = statement.note.clone();
                out.push(finding);
            }
        }
        // The depositary's table shows the country, but no act that answers the question.
        let answered = out.iter().any(|f| {
            corpus.records(&f.citation.source.value)
                && f.rests_on.iter().any(|r| matches!(r, RestsOn::Instrument(i) if i.value == instrument.value))
        });
        if !answered
            && alone
            && computed.asks != Asks::Reserved
            && let (Some((citation, at)), Some(start)) = (any_recorded, &start)
        {
            out.push(make(Answer::No, citation, start.clone(), at, &[]));
        }
        if computed.asks == Asks::Reserved || !alone {
            continue;
        }
        for absence in absences {
            if absence.signature_only && computed.asks == Asks::Signed {
                continue;
            }
            if let Some(start) = &start
                && !answered
            {
                out.push(make(Answer::No, &absence.citation, start.clone(), absence.head.at, &[]));
            }
            out.push(make(
                Answer::No,
                &absence.citation,
                absence.observed.clone(),
                absence.head.at,
                &absence.head.trace,
            ));
        }
    }
    out
}

fn answer_of(asks: Asks, action: &Action, kind: ActionKind, statement: &Statement) -> Option<Answer> {
    let pending = |stage| Answer::Pending { stage: Some(stage), reached: statement.date().cloned() };
    let wanted = |kind: ActionKind| match asks {
        Asks::Signed => matches!(kind, ActionKind::Signature | ActionKind::DefinitiveSignature),
        Asks::Bound => kind.binds(),
        Asks::Reserved => kind.modifies(),
    };
    match kind {
        ActionKind::Announced if action.act.is_some_and(wanted) => Some(pending(StageKind::Announced)),
        ActionKind::Planned if action.act.is_some_and(wanted) => Some(pending(StageKind::Planned)),
        kind if kind.ends() && asks == Asks::Bound => Some(Answer::No),
        kind if wanted(kind) => Some(Answer::Yes),
        _ => None,
    }
}
