//! The date of an act towards an instrument, and the statement that gives it.

use crate::text::At;

use super::{Action, ActionKind, Corpus, Date, Statement};

/// The statements on `action` whose source is a depositary's, the preferred one first.
pub fn recorded<'c>(corpus: &'c Corpus, action: &'c Action) -> impl Iterator<Item = &'c Statement> {
    let of = |preferred: bool| {
        action.statements.iter().filter(move |s| s.preferred.is_some() == preferred && corpus.records(&s.citation))
    };
    of(true).chain(of(false))
}

/// Whether a depositary states the act.
pub fn is_recorded(corpus: &Corpus, action: &Action) -> bool {
    recorded(corpus, action).next().is_some()
}

/// The date of the act according to its depositary, with its place.
pub fn recorded_date<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<&'c At<Date>> {
    recorded(corpus, action).find_map(|statement| date_of(action.kind.value, statement))
}

/// The date of an act of this `kind` as `statement` gives it: the first of the fields that can date such an act
/// (signed, deposited, given without saying which). The date of a domestic act dates no act towards other states: only
/// kinds that neither sign, bind nor end use it. The withdrawal of a reservation or the like does not date it either.
pub fn date_of(kind: ActionKind, statement: &Statement) -> Option<&At<Date>> {
    let (signed, deposited, given) = (&statement.signed, &statement.deposited, &statement.given);
    let fields = match kind {
        ActionKind::Signature | ActionKind::DefinitiveSignature => [signed, deposited, given, &None, &None],
        kind if kind.binds() || kind.ends() || kind == ActionKind::ProvisionalApplication => {
            [deposited, given, &None, &None, &None]
        }
        kind if kind.modifies() => [signed, deposited, given, &statement.domestic, &None],
        _ => [signed, deposited, given, &statement.domestic, &statement.effective],
    };
    fields.into_iter().flatten().next()
}

/// When a notice of withdrawal or denunciation was itself withdrawn, by its depositary: it then takes no effect.
pub fn revoked<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<&'c Date> {
    let mut dates = recorded(corpus, action).filter(|_| action.kind.value.ends()).filter_map(|s| s.revoked.as_ref());
    dates.next().map(|date| &date.value)
}

/// The date of an act and its evidence.
#[derive(Clone, Copy, Debug)]
pub struct ActDate<'c> {
    /// For withdrawals and denunciations the day from which they take effect, where one is given; for all other acts
    /// the day of the act itself.
    pub date: &'c Date,
    /// The statement that gives it.
    pub statement: &'c Statement,
    /// Whether that statement is a depositary's, and not a report.
    pub recorded: bool,
}

/// The date of an act: as its depositary records it, or as far as its table tells (see [`Action::by_table`]); else from the
/// first statement that gives any date. `None`: no source gives one.
pub fn act_date<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<ActDate<'c>> {
    let kind = action.kind.value;
    let effective = |s: &'c Statement| s.effective.as_ref().filter(|_| kind.ends() && s.revoked.is_none());
    let of_act = || recorded(corpus, action).filter(|s| corpus.records_act(action, s));
    let is_told_by_table = action.by_table.as_ref().filter(|_| !of_act().any(|s| effective(s).is_some()));
    if let Some((date, statement)) = is_told_by_table.zip(of_act().next()) {
        return Some(ActDate { date, statement, recorded: true });
    }
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
