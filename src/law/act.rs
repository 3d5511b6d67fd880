//! When an act towards an instrument was done, and who says so.

use crate::text::At;

use super::{Action, ActionKind, Corpus, Date, Statement};

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
        kind if kind.binds() || kind.ends() || kind == ActionKind::ProvisionalApplication => {
            [deposited, given, &None, &None, &None]
        }
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
