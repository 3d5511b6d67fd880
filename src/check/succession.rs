//! Successions of a state to a state that nobody names.
//!
//! A succession takes over a bond. Where the records name no state before, and show one alone that was bound by then and has
//! done nothing since, the two may be one story of which the end is missing: that state would be a party for ever.

use std::collections::BTreeMap;

use crate::law::act::act_date;
use crate::law::{Action, ActionKind, Corpus, Country, CountryId, Date, Day, listing};
use crate::text::{Diagnostics, Fault, Level};

/// A succession to a state that is not named, and a party that has done nothing since.
pub static SUCCESSION_TO_NOBODY: Fault = Fault {
    code: "succession-to-nobody",
    level: Level::Warning,
    summary: "a succession that names no state before, and one party that has done nothing since",
    explanation: "Whoever succeeds takes over what a state before it had done. Where no record names that state, and one alone was \
                  bound by then of which nothing is recorded since, it may be the one that ended: without an end it is shown as a \
                  party to this day, beside its successor.\n\n\
                  ```toml\n# the state after: from = \"1991-12-26\", predecessors = [\"old-union\"]\n\
                  # the state before: until = \"1991-12-26\", successors = [\"ruritania\"]\n```\n\n\
                  Write both. If it came after another state, name that one in `predecessors`; if that has no record here, make one, or \
                  acknowledge the fault and say which state it was.",
};

/// Checks the successions of states that came after no state.
pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    let is_named = |id: &CountryId| {
        let is_after = corpus.countries.get(id.as_str()).is_some_and(|country| !country.predecessors.is_empty());
        is_after || corpus.countries.iter().any(|other| other.successors.iter().any(|after| after.value == *id))
    };
    let is_open = |action: &&Action| action.kind.value == ActionKind::Succession && action.predecessor.is_none();
    let mut successions = corpus.actions.iter().filter(is_open).filter(|action| !is_named(&action.country)).peekable();
    if successions.peek().is_none() {
        return;
    }
    let last = last_days(corpus);
    let mut told: Vec<&CountryId> = Vec::new();
    for action in successions {
        // What is said of the state once holds for its other successions.
        if told.contains(&&action.country) {
            continue;
        }
        let Some((before, day)) = only_silent_party(corpus, action, &last) else { continue };
        told.push(&action.country);
        let message = format!(
            "`{}` succeeds to `{}` by {day}, and no state before it is named; `{}` alone was bound by then and has done nothing since",
            action.country, action.instrument.value, before.id
        );
        let help = format!(
            "if it came after it, write `predecessors` in the file of `{}`, and `until` and `successors` in that of `{}`",
            action.country, before.id
        );
        let fault = SUCCESSION_TO_NOBODY.at(action.kind.span, message).help(help);
        found.push(fault.note(before.head.at, "nothing here says that it ended"));
    }
}

/// The one party of which nothing is recorded from the day of the succession, and that day.
fn only_silent_party<'c>(
    corpus: &'c Corpus,
    action: &Action,
    last: &BTreeMap<&CountryId, Day>,
) -> Option<(&'c Country, Day)> {
    let entered = action.statements.iter().filter_map(|statement| statement.in_force.as_ref()).map(|date| &date.value);
    let done = act_date(corpus, action).map(|done| done.date);
    let day = entered.chain(done).filter_map(Date::earliest).min()?;
    let is_silent = |country: &&Country| {
        let is_over = last.get(&country.id).is_some_and(|last| *last < day);
        is_over
            && country.until.is_none()
            && country.id != action.country
            && listing::could_be_listed(corpus, &country.id)
    };
    let is_party = |country: &&Country| {
        let acts = corpus.actions_of(&country.id, &action.instrument.value);
        acts.iter().any(Action::binds) && !acts.iter().any(|act| act.kind.value.ends())
    };
    let mut parties = corpus.countries.iter().filter(is_silent).filter(is_party);
    parties.next().filter(|_| parties.next().is_none()).map(|country| (country, day))
}

/// The last day on which anything of each country is recorded: an act of its own or a finding that is coded.
fn last_days(corpus: &Corpus) -> BTreeMap<&CountryId, Day> {
    let mut days: BTreeMap<&CountryId, Day> = BTreeMap::new();
    let mut note = |id, date: Option<&Date>| {
        let day = date.map_or(Some(Day::LAST), Date::latest).unwrap_or(Day::LAST);
        let last = days.entry(id).or_insert(day);
        *last = day.max(*last);
    };
    for action in corpus.actions.iter() {
        note(&action.country, act_date(corpus, action).map(|done| done.date));
    }
    for finding in corpus.findings.iter().filter(|finding| !finding.is_computed()) {
        note(&finding.country, Some(&finding.observed.value));
    }
    for law in corpus.laws.iter() {
        law.dates().for_each(|(_, date)| note(&law.country, Some(date)));
    }
    days
}
