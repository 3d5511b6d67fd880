//! What the complete tables of an instrument say of a state: which of them name it, and which acts their silence
//! contradicts.
//!
//! A table names a state if a statement on one of its acts cites the table's source. That an earlier table named it is no
//! evidence for the day of a later one.

use crate::text::At;

use super::act::{date_of, is_recorded, recorded, recorded_date};
use super::{Action, ActionKind, CompleteTable, Corpus, CountryId, CountryKind, Date, Day, InstrumentId, Statement};

/// The complete tables in which `country` could be listed: a table says nothing of a state that began after its day.
pub fn tables_of<'c>(
    corpus: &'c Corpus,
    country: &CountryId,
    instrument: &InstrumentId,
) -> impl Iterator<Item = &'c CompleteTable> {
    let from = corpus.countries.get(country.as_str()).and_then(|country| country.from.as_ref());
    let has_begun = move |table: &&CompleteTable| from.is_none_or(|from| !table.observed.surely_before(from));
    let listed = could_be_listed(corpus, country);
    corpus.complete_tables_of(instrument).iter().filter(move |_| listed).filter(has_begun)
}

/// Whether a jurisdiction of this kind can appear in a table of treaty actions.
pub fn could_be_listed(corpus: &Corpus, country: &CountryId) -> bool {
    let kind = corpus.countries.get(country.as_str()).map(|country| country.kind);
    matches!(kind, Some(CountryKind::State | CountryKind::Organisation))
}

/// The complete tables that say how the country stood on their day: those that name it, and those without it by whose
/// day it cannot have acted.
pub fn tables_on<'c>(
    corpus: &'c Corpus,
    country: &CountryId,
    instrument: &InstrumentId,
) -> impl Iterator<Item = &'c CompleteTable> {
    let actions = corpus.actions_of(country, instrument);
    tables_of(corpus, country, instrument).filter(move |table| {
        let may_be_done = |action: &&Action| {
            let is_bond = action.binds() || action.kind.value.ends();
            let is_listed = is_bond || action.signs() && table.lists_signatures();
            let date = recorded_date(corpus, action);
            is_listed && is_recorded(corpus, action) && date.is_none_or(|date| !table.observed.surely_before(date))
        };
        names(table, actions) || !actions.iter().any(|action| may_be_done(&action))
    })
}

/// An act of the country that the complete table would show, and does not, with its day: the table does not name the
/// country at all, or with its signature alone although it was bound by then. Nothing of what a state did that had left
/// or ended by the day of the table, nor of what a state before it did.
pub fn missing_from<'c>(
    corpus: &'c Corpus,
    table: &CompleteTable,
    country: &CountryId,
) -> Option<(&'c Action, &'c At<Date>)> {
    let actions = corpus.actions_of(country, &table.instrument);
    let until = corpus.countries.get(country.as_str()).and_then(|country| country.until.as_ref());
    let may_have_ended = until.is_some_and(|until| !table.observed.surely_before(until));
    if may_have_ended || actions.iter().any(|action| may_have_left(action, table)) {
        return None;
    }
    let cited = || actions.iter().filter(|action| cites(action, table));
    let is_bond_shown = cited().any(|action| !action.signs());
    let is_signature_shown = cited().next().is_some();
    let is_missing = |action: &&Action| {
        let is_asked_of_bonds = action.binds() && table.lists_bonds() && !is_bond_shown;
        let is_asked_of_signatures = action.signs() && table.lists_signatures() && !is_signature_shown;
        (is_asked_of_bonds || is_asked_of_signatures) && action.predecessor.is_none()
    };
    let by_then =
        |date: &Date| matches!((date.latest(), table.observed.earliest()), (Some(done), Some(day)) if done <= day);
    let dated = actions.iter().filter(is_missing).filter_map(|action| Some((action, recorded_date(corpus, action)?)));
    let missing = dated.filter(|(_, date)| by_then(date));
    missing.max_by_key(|(action, _)| action.binds())
}

/// The day on which the table of a statement was read, as it is recorded: with the statement, with the claim that the table
/// is complete, or with the source.
pub fn day_of<'c>(corpus: &'c Corpus, instrument: &InstrumentId, statement: &'c Statement) -> Option<&'c Date> {
    let source = corpus.sources.get(statement.citation.source.as_str())?;
    let tables = corpus.complete_tables_of(instrument);
    let complete = tables.iter().find(|table| table.citation.source.value == source.id);
    let read = statement.observed.as_ref().or(complete.map(|table| &table.observed)).or(source.read());
    read.filter(|date| date.latest().is_some())
}

/// The first day on which `country` could join `instrument`: its opening, else its adoption, but not before the state
/// existed. `None` where neither is recorded.
pub fn start_of<'c>(corpus: &'c Corpus, country: &CountryId, instrument: &InstrumentId) -> Option<&'c Date> {
    let open = corpus.instruments.get(instrument.as_str()).and_then(|i| i.opened.as_ref().or(i.adopted.as_ref()))?;
    let state = corpus.countries.get(country.as_str()).and_then(|country| country.from.as_ref());
    Some(state.filter(|from| open.surely_before(from)).unwrap_or(open))
}

/// The days by which an act must have been done because another act presupposes it: the only bond is older than the notice
/// that ends it, a signature than the ratification.
fn presupposed_by(corpus: &Corpus, action: &Action) -> Option<Day> {
    use ActionKind::{Acceptance, Approval, Ratification};
    let all = corpus.actions_of(&action.country, &action.instrument.value);
    let is_only_bond = action.binds() && all.iter().filter(|other| other.binds()).count() == 1;
    let follows = |other: &&Action| {
        let kind = other.kind.value;
        is_only_bond && kind.ends() || action.signs() && matches!(kind, Ratification | Acceptance | Approval)
    };
    let dates = all.iter().filter(follows).filter_map(|other| recorded_date(corpus, other));
    dates.filter_map(|date| date.latest()).min()
}

/// The days on which an act can have been done of which the depositary gives no day, or no last one: from the day on which
/// the instrument could be joined to that of the table that shows it, or of an act that presupposes it. `None` where the
/// record says enough, or no more than that is known.
pub fn days_by_table(corpus: &Corpus, action: &Action) -> Option<Date> {
    let kind = action.kind.value;
    let shown = || recorded(corpus, action).filter(|s| s.domestic.is_none() || date_of(kind, s).is_some());
    // What modifies a bond makes no status; the day of its table dates it well enough.
    if !(action.signs() || action.binds() || kind.ends()) {
        return None;
    }
    let is_entered = action.binds() && shown().any(|s| s.in_force.is_some());
    let done = shown().find_map(|s| date_of(kind, s)).map(|date| &date.value);
    if is_entered || done.is_some_and(|done| done.latest().is_some()) {
        return None;
    }
    let effective = shown().filter_map(|s| s.effective.as_ref()).filter_map(|date| date.value.latest());
    let read = shown().filter_map(|s| day_of(corpus, &action.instrument.value, s)?.latest());
    let effective = effective.filter(|_| kind.ends());
    let last = read.chain(effective).chain(presupposed_by(corpus, action)).min()?;
    let own = || start_of(corpus, &action.country, &action.instrument.value).and_then(Date::earliest);
    let start = || if action.predecessor.is_none() { own() } else { None };
    match done.and_then(Date::earliest).or_else(start).filter(|first| *first <= last) {
        Some(first) => Some(Date::within(first, last)),
        None => Date::parse(&format!("by {last}")).ok(),
    }
}

fn names(table: &CompleteTable, actions: &[Action]) -> bool {
    actions.iter().any(|action| cites(action, table))
}

/// Whether a statement on the act rests on the table: on its source, and not on an earlier reading of it.
fn cites(action: &Action, table: &CompleteTable) -> bool {
    action.statements.iter().any(|statement| {
        let is_earlier = statement.observed.as_ref().is_some_and(|observed| observed.surely_before(&table.observed));
        statement.citation.source.value == table.citation.source.value && !is_earlier
    })
}

/// Whether the act ends the obligation, and may have done so by the day of the table, according to any statement.
fn may_have_left(action: &Action, table: &CompleteTable) -> bool {
    let kind = action.kind.value;
    let effective = action.statements.iter().find_map(|statement| statement.effective.as_ref());
    let date = effective.or_else(|| action.statements.iter().find_map(|statement| date_of(kind, statement)));
    let is_revoked = action.statements.iter().any(|statement| statement.revoked.is_some());
    kind.ends() && !is_revoked && date.is_none_or(|date| !table.observed.surely_before(date))
}
