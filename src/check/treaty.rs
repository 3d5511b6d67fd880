//! Impossible acts of a country towards an instrument, and sources that date one act differently.
//!
//! Rules of chronology apply to recorded statements only: what a source reports may be wrong, and is shown beside the
//! record, not refused. A date known in part is out of order only if every day that it may mean would be.

use crate::law::act::{date_of, is_recorded, recorded, recorded_date};
use crate::law::{Action, ActionKind, Corpus, Date, Instrument, InstrumentKind, Statement};
use crate::law::{listing, status};
use crate::text::{At, Diagnostics, Fault, Level};

use super::alone::alone;

/// A signature on a day on which the instrument was not open for signature.
pub static SIGNATURE_OUTSIDE: Fault = Fault {
    code: "signature-outside-window",
    level: Level::Error,
    summary: "a signature on a day on which the instrument was not open for signature",
    explanation: "An instrument can be signed from the day it is opened for signature to the day it is closed. A \
                  recorded signature outside these days is a slip in one of the two files, or an accession.\n\n\
                  ```toml\n# instrument: closed = \"2002-12-12\"\nkind = \"signature\"\nsigned = \"2003-01-10\"\n```\n\n\
                  Compare both files with the depositary's table.",
};

/// A recorded act before the adoption of its instrument.
pub static ACT_BEFORE_INSTRUMENT: Fault = Fault {
    code: "act-before-instrument",
    level: Level::Error,
    summary: "an act towards an instrument that was not adopted yet",
    explanation: "Nobody can sign, ratify or accede to an instrument before it is adopted. One of the two dates is wrong, \
                  or the act belongs to another instrument (a convention and its protocol are two).\n\n\
                  Compare `adopted` of the instrument and the date of the act with their sources.",
};

/// A recorded act after the end of the state or of the instrument.
pub static ACT_AFTER_END: Fault = Fault {
    code: "act-after-end",
    level: Level::Warning,
    summary: "an act of a state that had ended, or towards an instrument that had",
    explanation: "Whoever ended does nothing any more, and nobody joins an instrument that is not in force any more. Such an \
                  act makes no status and answers no question.\n\n\
                  ```toml\n# instrument: [end] ended = \"2010-01-01\"\nkind = \"accession\"\ndeposited = \"2012-05-05\"\n```\n\n\
                  Compare `until` of the country and `[end]` of the instrument with the depositary's table. Often the act is the \
                  successor's, or one towards the instrument that took the place of the other.",
};

/// An act later than the table that is said to record it.
pub static ACT_AFTER_TABLE: Fault = Fault {
    code: "act-after-table",
    level: Level::Warning,
    summary: "an act later than the day on which its table was read",
    explanation: "A table that was read in 2015 records no act of 2020. Either the date is a slip, or a later table was read: then \
                  that table is a source of its own, or the statement says when it was read.\n\n\
                  ```toml\n[[action.statement]]\nsource = \"un\"\nobserved = \"2026-01-31\"   # the day of the later reading\n\
                  deposited = \"2020-02-09\"\n```",
};

/// An act of a state that did not exist yet.
pub static ACT_BEFORE_STATE: Fault = Fault {
    code: "act-before-state",
    level: Level::Warning,
    summary: "an act of a state that did not exist yet",
    explanation: "Nobody signs before it exists. The act is that of a state before it, or of a union of which it was a part: say whose \
                  it was (`predecessor = \"…\"`), or record the succession. A union that ended can be a country of its own, with \
                  `until` and `successors`.\n\nCompare `from` of the country and the date of the act with their sources.",
};

/// An objection to what is not recorded.
pub static OBJECTION_TO_NOTHING: Fault = Fault {
    code: "objection-to-nothing",
    level: Level::Warning,
    summary: "an objection to a reservation or declaration that is not recorded",
    explanation: "An objection has an object: the reservation of another state. Where acts of that state are recorded, and the \
                  reservation is not among them, either it is missing there or the objection names the wrong state or number \
                  (`to`, `to_number`; `act = \"declaration\"` for an objection to a declaration).",
};

/// A second act by which a state becomes bound, without a withdrawal between the two.
pub static SECOND_BOND: Fault = Fault {
    code: "second-bond",
    level: Level::Warning,
    summary: "a second act that binds, with no withdrawal between",
    explanation: "A state that is bound cannot bind itself again: two ratifications, or a ratification and an accession, \
                  are one act that was entered twice, unless the state withdrew between them. Provisional application \
                  may come before, a succession after what the state before it did.\n\n\
                  If two sources speak of one act, write one `[[action]]` with two `[[action.statement]]`. If it truly \
                  came back, enter its `withdrawal`. If the table gives an act of a state before it, or of a union of which it was \
                  a part, say whose it was: `predecessor = \"…\"`.",
};

/// A ratification without a signature before it.
pub static RATIFICATION_WITHOUT_SIGNATURE: Fault = Fault {
    code: "ratification-without-signature",
    level: Level::Warning,
    summary: "a ratification without a signature, where the instrument requires one",
    explanation: "Ratification confirms a signature; a state that did not sign accedes. Where a recorded ratification has \
                  no signature beside it, the signature is missing in the file, or the act is an accession (mark `a`).\n\n\
                  If the instrument can be ratified without signature, as the conventions of the International Labour \
                  Organization can, say so in its file: `ratification_needs_signature = false`. If a state before it, or a union, \
                  signed, say of the ratification whose it was: `predecessor = \"…\"`.",
};

/// A deposit before the signature.
pub static DEPOSIT_BEFORE_SIGNATURE: Fault = Fault {
    code: "deposit-before-signature",
    level: Level::Error,
    summary: "a ratification that was deposited before the signature",
    explanation: "Ratification, acceptance and approval follow the signature. If the recorded deposit surely lies before \
                  the recorded signature, the two dates may have changed places.\n\n\
                  Compare both with the depositary's table.",
};

/// An act that takes effect before it was done.
pub static EFFECT_BEFORE_ACT: Fault = Fault {
    code: "effect-before-act",
    level: Level::Error,
    summary: "an act that takes effect before it is done",
    explanation: "An instrument comes into force for a state after the deposit, and a withdrawal takes effect after its \
                  notice. Only a succession may be back-dated.\n\n\
                  ```toml\ndeposited = \"2003-12-09\"\nin_force = \"2003-09-29\"   # before the deposit\n```\n\n\
                  Often `in_force` is the day on which the instrument itself came into force: that stands in the \
                  instrument's file.",
};

/// An instrument in force for a state before it was in force at all.
pub static ENTRY_BEFORE_INSTRUMENT: Fault = Fault {
    code: "entry-before-instrument",
    level: Level::Error,
    summary: "an instrument in force for a country before it was in force at all",
    explanation: "An instrument can bind nobody before its own entry into force, except by provisional application and, \
                  back-dated, by succession.\n\n\
                  Compare `in_force` of the statement with `in_force` of the instrument.",
};

/// A withdrawal by a state that was not bound.
pub static WITHDRAWAL_WITHOUT_BOND: Fault = Fault {
    code: "withdrawal-without-bond",
    level: Level::Error,
    summary: "a withdrawal by a country that was not bound",
    explanation: "Only a state that is bound can withdraw. The act that bound it is missing in the file, or lies surely \
                  after the withdrawal.\n\n\
                  Enter the ratification or accession with its source. A signature that was taken back is a \
                  `notification`.",
};

/// A table without an entry for a country, although an earlier act of it is recorded.
pub static ABSENCE_CONTRADICTED: Fault = Fault {
    code: "absence-contradicted",
    level: Level::Error,
    summary: "a table without an entry, although an earlier act is recorded",
    explanation: "An `[[absence]]` says that the depositary's table of a day has no entry for the country. A recorded act \
                  surely before that day would stand in the table, unless the country withdrew.\n\n\
                  If the table shows the signature and only the later act is missing, write `signature_only = true`.",
};

/// A complete table that does not show an act of an earlier day.
pub static ABSENT_FROM_TABLE: Fault = Fault {
    code: "absent-from-table",
    level: Level::Warning,
    summary: "a complete table does not show an earlier act",
    explanation: "A source with `[[complete]]` lists all who acted by its day. A state whose act is recorded for that day or an earlier one \
                  would stand in it; here no statement on any of its acts cites the table, or only one on its signature does. What one \
                  table records and a later one lacks was corrected, has ended, or was passed over, and the status of the state is not \
                  carried to the day of a table that does not name it.\n\n\
                  ```toml\n[[action.statement]]\nsource = \"table-2020\"        # the later table lists it, too\nplace = \"row Ruritania\"\n\
                  deposited = \"2009-06-12\"\n```\n\n\
                  Look into the later table. If it lists the state, add such a statement to the act (`collatio import treaties` does). If the \
                  state left, enter its `withdrawal`. If the table lists some states only, remove `[[complete]]`; if it lists some kinds of act \
                  only, name them in its `kinds`.",
};

/// An act towards a standard, which countries cannot join.
pub static ACTION_TOWARDS_STANDARD: Fault = Fault {
    code: "action-towards-standard",
    level: Level::Error,
    summary: "an act of joining towards a standard that has no parties",
    explanation: "An instrument of `kind = \"standard\"` (principles, guidelines, a declaration) is not signed or ratified. \
                  Either it is a treaty, or the act belongs to another instrument.",
};

/// A date that acts of this kind do not have.
pub static DATE_OF_ANOTHER_ACT: Fault = Fault {
    code: "date-of-another-act",
    level: Level::Error,
    summary: "a statement gives a date that an act of its kind does not have",
    explanation: "Signing and depositing are two acts with an entry each; a signature is not deposited, and a ratification \
                  is not signed. Written into one entry, one of the two would be lost.\n\n\
                  ```toml\nkind = \"ratification\"\nsigned = \"2000-12-13\"      # belongs to kind = \"signature\"\n\
                  deposited = \"2003-12-09\"\n```\n\n\
                  Give each act its own `[[action]]`. A date that the source does not name is `given`.",
};

/// A `mark` that is not one of the letters of a depositary's table.
pub static MARK_IN_WORDS: Fault = Fault {
    code: "mark-in-words",
    level: Level::Warning,
    summary: "a mark that no table has",
    explanation: "`mark` is the letter or two that stand beside the date in the depositary's table (`a`, `AA`, `P`). Words in its \
                  place would be printed as a mark that nobody has ever used.\n\n\
                  Where the table only says that one of several acts was done (\"definitive signature, acceptance or \
                  succession\"), write `kind = \"bound-act-not-said\"` and keep the table's words in `quote`.",
};

/// Statements that date one act differently, without a preferred one.
pub static STATEMENTS_DISAGREE: Fault = Fault {
    code: "statements-disagree",
    level: Level::Warning,
    summary: "sources give surely different dates for one act, and none is preferred",
    explanation: "Both statements are kept and both are shown. A reader needs to know which prevails, and why.\n\n\
                  ```toml\n[[action.statement]]\npreferred = \"the depositary's own record\"\n```\n\n\
                  Write `preferred`, with the reason, at the statement that prevails.",
};

/// Two preferred statements of one act.
pub static TWO_PREFERRED: Fault = Fault {
    code: "two-preferred",
    level: Level::Error,
    summary: "two statements or findings that are both preferred",
    explanation: "`preferred` says which of several prevails; only one can.\n\n\
                  Keep it at the one that prevails, with the reason.",
};

/// Runs all checks of treaty actions, which must be sorted so that those of a country towards an instrument are
/// adjacent.
pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    let together = |a: &Action, b: &Action| a.country == b.country && a.instrument.value == b.instrument.value;
    for actions in corpus.actions.chunk_by(together) {
        let Some(instrument) = actions.first().and_then(|a| corpus.instruments.get(a.instrument.value.as_str())) else {
            continue;
        };
        for action in actions {
            alone(action.head.at, found, |found| {
                check_dates(corpus, instrument, action, found);
                check_statements(action, found);
                check_objection(corpus, action, found);
            });
        }
        alone(actions[0].head.at, found, |found| {
            check_signatures(corpus, instrument, actions, found);
            check_bonds(corpus, actions, found);
            check_withdrawals(corpus, actions, found);
            check_absences(corpus, actions, found);
            check_complete_tables(corpus, actions, found);
        });
    }
}

fn name(action: &Action) -> String {
    let kind = action.kind.value.word().replace('-', " ");
    format!("`{}`: {kind} (`{}`)", action.country, action.instrument.value)
}

fn signs(kind: ActionKind) -> bool {
    matches!(kind, ActionKind::Signature | ActionKind::DefinitiveSignature)
}

fn check_dates(corpus: &Corpus, instrument: &Instrument, action: &Action, found: &mut Diagnostics) {
    let kind = action.kind.value;
    if instrument.kind == InstrumentKind::Standard && (signs(kind) || kind.binds() || kind.ends()) {
        found.push(
            ACTION_TOWARDS_STANDARD
                .at(
                    action.kind.span,
                    format!("{}, but `{}` is a standard without parties", name(action), instrument.id),
                )
                .help("if countries can join it, write `kind = \"treaty\"` in its file")
                .note(instrument.head.at, "the standard is here"),
        );
    }
    for statement in recorded(corpus, action) {
        let Some(date) = date_of(kind, statement) else { continue };
        if let Some(adopted) = instrument.adopted.as_ref().filter(|adopted| date.surely_before(adopted)) {
            found.push(
                ACT_BEFORE_INSTRUMENT
                    .at(date.span, format!("{} on {}, but it was adopted on {adopted}", name(action), date.value))
                    .help("compare both dates with the depositary's table")
                    .note(instrument.head.at, "the instrument is here"),
            );
        } else if signs(kind) {
            check_window(instrument, action, date, found);
        }
        check_source_and_state(corpus, action, statement, date, found);
        let ends = status::ends_of(corpus, &action.country, &action.instrument.value);
        let joins = action.signs() || action.binds();
        let end = ends.into_iter().flatten().find(|end| joins && status::is_from(date, end));
        if let Some(end) = end {
            found.push(
                ACT_AFTER_END
                    .at(date.span, format!("{} on {}, but the state or the instrument ended on {end}", name(action), date.value))
                    .help("it makes no status; if another state did it, or it was done towards another instrument, enter it there")
                    .note(instrument.head.at, "the instrument is here"),
            );
        }
        check_effect(instrument, action, statement, date, found);
    }
}

/// Checks an act against the day on which its table was read, and the first day of its state.
fn check_source_and_state(
    corpus: &Corpus,
    action: &Action,
    statement: &Statement,
    date: &At<Date>,
    found: &mut Diagnostics,
) {
    let source = corpus.sources.get(statement.citation.source.as_str());
    let read = statement.observed.as_ref().or_else(|| source.and_then(|source| source.read()));
    if let Some(read) = read.filter(|read| read.surely_before(&date.value)) {
        let message = format!("{} on {}, but the table was read on {read}", name(action), date.value);
        let help = "compare the date with the table; for a later table write `observed`, or a source of its own";
        found.push(ACT_AFTER_TABLE.at(date.span, message).help(help));
    }
    let country = corpus.countries.get(action.country.as_str());
    let is_own = action.predecessor.is_none() && action.kind.value != ActionKind::Succession;
    let from = country.and_then(|country| country.from.as_ref()).filter(|from| is_own && date.surely_before(from));
    if let Some(from) = from {
        let message = format!("{} on {}, but the state exists from {from}", name(action), date.value);
        let help = "an act of a state before it says whose it was: `predecessor = \"…\"`; or compare both dates";
        found.push(ACT_BEFORE_STATE.at(date.span, message).help(help));
    }
}

/// Checks that what an objection is directed at is recorded, where acts of that state are.
fn check_objection(corpus: &Corpus, action: &Action, found: &mut Diagnostics) {
    let Some(to) = action.to.as_ref().filter(|_| action.kind.value == ActionKind::Objection) else { return };
    let kind = action.act.unwrap_or(ActionKind::Reservation);
    let theirs = corpus.actions_of(&to.value, &action.instrument.value);
    let number = action.to_number.unwrap_or(1);
    let is_object =
        |other: &&Action| other.kind.value == kind && (action.to_number.is_none() || other.number == number);
    let message = if to.value == action.country {
        "is directed at the state itself".to_owned()
    } else if !theirs.is_empty() && !theirs.iter().any(|other| is_object(&other)) {
        let which = action.to_number.map(|number| format!(" no. {number}")).unwrap_or_default();
        format!("is directed at a {}{which} of `{}`, which is not recorded", kind.word(), to.value)
    } else {
        return;
    };
    let help = "correct `to` and `to_number`, or enter what it objects to";
    found.push(OBJECTION_TO_NOTHING.at(to.span, format!("{} {message}", name(action))).help(help));
}

fn check_window(instrument: &Instrument, action: &Action, signed: &At<Date>, found: &mut Diagnostics) {
    let early = instrument.opened.as_ref().filter(|opened| signed.surely_before(opened));
    let late = instrument.closed.as_ref().filter(|closed| closed.surely_before(&signed.value));
    let message = match (early, late) {
        (Some(opened), _) => format!("before it was opened for signature on {opened}"),
        (_, Some(closed)) => format!("after it was closed for signature on {closed}"),
        _ => return,
    };
    found.push(
        SIGNATURE_OUTSIDE
            .at(signed.span, format!("{} on {}, {message}", name(action), signed.value))
            .help("compare both dates with the depositary's table; who joins later accedes")
            .note(instrument.head.at, "the instrument is here"),
    );
}

fn check_effect(
    instrument: &Instrument,
    action: &Action,
    statement: &Statement,
    date: &At<Date>,
    found: &mut Diagnostics,
) {
    let kind = action.kind.value;
    let effects = match kind {
        ActionKind::Succession => [None, None],
        ActionKind::ProvisionalApplication => [statement.in_force.as_ref(), statement.effective.as_ref()],
        kind if kind.binds() => [statement.in_force.as_ref(), None],
        kind if kind.ends() => [statement.effective.as_ref(), statement.revoked.as_ref()],
        _ => [statement.effective.as_ref(), None],
    };
    for effect in effects.into_iter().flatten() {
        check_one_effect(instrument, action, effect, date, found);
    }
}

fn check_one_effect(
    instrument: &Instrument,
    action: &Action,
    effect: &At<Date>,
    date: &At<Date>,
    found: &mut Diagnostics,
) {
    if effect.surely_before(date) {
        found.push(
            EFFECT_BEFORE_ACT
                .at(effect.span, format!("{} takes effect on {}, before {}", name(action), effect.value, date.value))
                .help("compare both dates with the source; the instrument's own entry into force stands in its file")
                .note(date.span, "the act is dated here"),
        );
    }
    let first = instrument.in_force.as_ref().filter(|first| effect.surely_before(first));
    if action.kind.value.binds()
        && let Some(first) = first
    {
        found.push(
            ENTRY_BEFORE_INSTRUMENT
                .at(
                    effect.span,
                    format!("{} is in force from {}, but the instrument from {first}", name(action), effect.value),
                )
                .help("compare both dates with the depositary's table")
                .note(instrument.head.at, "the instrument is here"),
        );
    }
}

/// Reads one of the dates of a statement.
type DateField = fn(&Statement) -> Option<&At<Date>>;

/// Checks the statements of one act, recorded by the depositary or not.
fn check_statements(action: &Action, found: &mut Diagnostics) {
    for statement in &action.statements {
        check_fields(action, statement, found);
        if let Some(mark) = statement.mark.as_ref().filter(|mark| mark.contains(char::is_whitespace)) {
            found.push(
                MARK_IN_WORDS
                    .at(statement.at, format!("{}: `{mark}` is no mark of a table", name(action)))
                    .help("keep the words in `quote`; where they do not say which act it was, write `kind = \"bound-act-not-said\"`"),
            );
        }
    }
    let mut preferred = action.statements.iter().filter(|s| s.preferred.is_some());
    if let (Some(first), Some(second)) = (preferred.next(), preferred.next()) {
        found.push(
            TWO_PREFERRED
                .at(second.at, format!("{} has two statements that are preferred", name(action)))
                .help("keep `preferred` at the one that prevails")
                .note(first.at, "the other is here"),
        );
        return;
    }
    if action.statements.iter().any(|s| s.preferred.is_some()) {
        return;
    }
    let fields: [DateField; 6] = [
        |s| s.revoked.as_ref(),
        |s| s.signed.as_ref(),
        |s| s.deposited.as_ref(),
        |s| s.in_force.as_ref(),
        |s| s.domestic.as_ref(),
        |s| s.effective.as_ref(),
    ];
    let apart = fields.iter().find_map(|field| apart(action.statements.iter().filter_map(field)));
    if let Some((one, other)) = apart.or_else(|| given_apart(action)) {
        found.push(
            STATEMENTS_DISAGREE
                .at(other.span, format!("{}: one source gives {}, another {}", name(action), one.value, other.value))
                .help("write `preferred = \"…\"`, with the reason, at the statement that prevails")
                .note(one.span, format!("{} is given here", one.value)),
        );
    }
}

/// Two dates that certainly differ, in the order of the file: the one that begins last and the one that ends first.
fn apart<'c>(dates: impl Iterator<Item = &'c At<Date>>) -> Option<(&'c At<Date>, &'c At<Date>)> {
    let dates: Vec<&At<Date>> = dates.collect();
    let last = dates.iter().copied().filter(|d| d.earliest().is_some()).max_by_key(|d| d.earliest())?;
    let first = dates.iter().copied().filter(|d| d.latest().is_some()).min_by_key(|d| d.latest())?;
    let pair = if first.span < last.span { (first, last) } else { (last, first) };
    first.surely_before(last).then_some(pair)
}

/// A date whose meaning the source does not state, and that differs from all dates of the other sources; with one of
/// these.
fn given_apart(action: &Action) -> Option<(&At<Date>, &At<Date>)> {
    let dates: fn(&Statement) -> [Option<&At<Date>>; 5] =
        |s| [&s.signed, &s.deposited, &s.given, &s.domestic, &s.in_force].map(Option::as_ref);
    for (position, statement) in action.statements.iter().enumerate() {
        let Some(given) = &statement.given else { continue };
        let rest = action.statements.iter().enumerate().filter(|(other, _)| *other != position);
        let mut others = rest.flat_map(|(_, other)| dates(other)).flatten().peekable();
        let first = others.peek().copied();
        if let Some(first) = first
            && others.all(|other| !other.may_equal(given))
        {
            return Some((first, given));
        }
    }
    None
}

fn check_fields(action: &Action, statement: &Statement, found: &mut Diagnostics) {
    let kind = action.kind.value;
    let to_come = matches!(kind, ActionKind::Announced | ActionKind::Planned);
    let at_home = kind == ActionKind::DomesticRatification;
    let is_provisional = kind == ActionKind::ProvisionalApplication;
    let fields = [
        ("signed", &statement.signed, signs(kind) || kind.modifies() || to_come),
        ("deposited", &statement.deposited, !(kind == ActionKind::Signature || to_come || at_home)),
        ("in_force", &statement.in_force, !(kind == ActionKind::Signature || to_come || at_home)),
        ("effective", &statement.effective, kind.ends() || kind.modifies() || is_provisional),
        ("revoked", &statement.revoked, kind.ends()),
    ];
    for (field, date, fits) in fields {
        if let Some(date) = date.as_ref().filter(|_| !fits) {
            found.push(
                DATE_OF_ANOTHER_ACT
                    .at(date.span, format!("{} has no date `{field}`", name(action)))
                    .help("give each act its own `[[action]]`; a date that the source does not name is `given`"),
            );
        }
    }
}

fn check_signatures(corpus: &Corpus, instrument: &Instrument, actions: &[Action], found: &mut Diagnostics) {
    use ActionKind::{Acceptance, Approval, Ratification};
    let signatures = || actions.iter().filter(|a| signs(a.kind.value) || a.signs());
    let first = signatures().filter_map(|a| recorded_date(corpus, a)).min_by_key(|d| d.earliest());
    let follows = |a: &&Action| matches!(a.kind.value, Ratification | Acceptance | Approval) && is_recorded(corpus, a);
    for action in actions.iter().filter(follows) {
        let unsigned = signatures().next().is_none();
        let own = action.predecessor.is_none();
        if unsigned && own && action.kind.value == Ratification && instrument.ratification_needs_signature {
            found.push(
                RATIFICATION_WITHOUT_SIGNATURE
                    .at(action.kind.span, format!("{} without a signature", name(action)))
                    .help(
                        "enter the signature; or it is an accession; or a state before it signed: `predecessor = \"…\"`; or \
                         `ratification_needs_signature = false` in the instrument's file",
                    ),
            );
        }
        let deposit = recorded_date(corpus, action);
        if let (Some(deposit), Some(signed)) = (deposit, first)
            && deposit.surely_before(signed)
        {
            found.push(
                DEPOSIT_BEFORE_SIGNATURE
                    .at(
                        deposit.span,
                        format!(
                            "{} deposited on {}, before the signature on {}",
                            name(action),
                            deposit.value,
                            signed.value
                        ),
                    )
                    .help("compare both dates with the depositary's table")
                    .note(signed.span, "the signature is dated here"),
            );
        }
    }
}

fn check_bonds(corpus: &Corpus, actions: &[Action], found: &mut Diagnostics) {
    // Acts of a predecessor state do not bind the state itself.
    let binds = |a: &&Action| a.binds() && a.predecessor.is_none() && is_recorded(corpus, a);
    let mut bonds: Vec<&Action> = actions.iter().filter(binds).collect();
    bonds.sort_by_key(|a| (recorded_date(corpus, a).and_then(|d| d.earliest()), a.head.at));
    for pair in bonds.windows(2) {
        let &[first, second] = pair else { continue };
        if second.kind.value == ActionKind::Succession {
            continue;
        }
        let (from, until) = (recorded_date(corpus, first), recorded_date(corpus, second));
        let between = |end: &Date| {
            !from.is_some_and(|from| end.surely_before(from)) && !until.is_some_and(|until| until.surely_before(end))
        };
        // A country may return before its withdrawal has taken effect.
        let notice = |action: &Action| recorded_date(corpus, action).is_some_and(|notice| between(notice));
        let left =
            |(action, date): (&Action, Option<&At<Date>>)| notice(action) || date.is_none_or(|date| between(date));
        if !ends(actions).any(left) {
            found.push(
                SECOND_BOND
                    .at(second.kind.span, format!("{} although it was bound already", name(second)))
                    .help(
                        "two sources of one act are two statements of one `[[action]]`; a country that came back needs its \
                         `withdrawal`; an act of a state before it says so: `predecessor = \"…\"`",
                    )
                    .note(first.kind.span, format!("the first act is this {}", first.kind.value.word().replace('-', " "))),
            );
        }
    }
}

/// The acts that end the obligation, according to any statement, and the date of each.
fn ends(actions: &[Action]) -> impl Iterator<Item = (&Action, Option<&At<Date>>)> {
    let stands = |action: &&Action| action.kind.value.ends() && action.statements.iter().all(|s| s.revoked.is_none());
    actions.iter().filter(stands).map(|action| {
        let effective = action.statements.iter().find_map(|s| s.effective.as_ref());
        (action, effective.or_else(|| action.statements.iter().find_map(|s| date_of(action.kind.value, s))))
    })
}

fn check_withdrawals(corpus: &Corpus, actions: &[Action], found: &mut Diagnostics) {
    for (action, ended) in ends(actions).filter(|(action, _)| is_recorded(corpus, action)) {
        let applies = |a: &Action| a.kind.value == ActionKind::ProvisionalApplication;
        let bound = actions.iter().filter(|a| a.binds() || applies(a)).any(|a| {
            let bound = recorded_date(corpus, a);
            !matches!((bound, ended), (Some(bound), Some(ended)) if ended.surely_before(bound))
        });
        if !bound {
            found.push(
                WITHDRAWAL_WITHOUT_BOND
                    .at(action.kind.span, format!("{} although nothing bound it before", name(action)))
                    .help("enter the act that bound it, with its source"),
            );
        }
    }
}

fn check_absences(corpus: &Corpus, actions: &[Action], found: &mut Diagnostics) {
    let Some(first) = actions.first() else { return };
    for absence in corpus.absences_of(&first.country, &first.instrument.value) {
        if !corpus.records(&absence.citation) {
            continue;
        }
        let withdrawn = ends(actions).any(|(_, date)| date.is_none_or(|date| !absence.observed.surely_before(date)));
        let signed = |a: &Action| signs(a.kind.value) || a.signs();
        let listed = |a: &&Action| a.binds() || (signed(a) && !absence.signature_only);
        let dated = actions.iter().filter(listed).filter_map(|a| Some((a, recorded_date(corpus, a)?)));
        let Some((action, date)) = dated.into_iter().find(|(_, d)| d.surely_before(&absence.observed)) else {
            continue;
        };
        if !withdrawn {
            found.push(
                ABSENCE_CONTRADICTED
                    .at(absence.head.at, format!("{} is recorded for {}, but the table of {} is said to have no entry", name(action), date.value, absence.observed))
                    .help("if only the later act is missing, write `signature_only = true`; else remove what the table does not show")
                    .note(date.span, "the act is recorded here"),
            );
        }
    }
}

/// Checks that each complete table that was made after an act shows it.
fn check_complete_tables(corpus: &Corpus, actions: &[Action], found: &mut Diagnostics) {
    let Some(first) = actions.first() else { return };
    let tables = listing::tables_of(corpus, &first.country, &first.instrument.value);
    for table in tables.filter(|table| corpus.records(&table.citation)) {
        let Some((action, date)) = listing::missing_from(corpus, table, &first.country) else { continue };
        let source = &table.citation.source.value;
        let message = format!(
            "{} is recorded for {}, but the complete table of {} (`{source}`) does not show it",
            name(action),
            date.value,
            table.observed
        );
        found.push(
            ABSENT_FROM_TABLE
                .at(date.span, message)
                .help(format!("if the table lists it, add a statement with `source = \"{source}\"` to the act; if the state left, enter its `withdrawal`"))
                .help("else correct the act; a table that lists some only is not `[[complete]]`")
                .note(table.at, "the table is said to be complete here"),
        );
    }
}
