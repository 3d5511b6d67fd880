//! How an article stands on the day, and what changed between two.

use crate::law::{self, provision_state::ProvisionOn};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::redline;
use crate::site::view::{Change, ProvisionState};
use crate::text::TaggedText;

/// How an article stands on a day, as it is printed.
pub fn state(cx: &Context<'_>, on: &ProvisionOn<'_>) -> ProvisionState {
    ProvisionState {
        key: on.state.word(),
        since: on.since.map(when),
        until: on.until.map(when),
        with_law: on.with_law,
        by: on.by.iter().map(|(kind, id)| cx.link(*kind, id)).collect(),
    }
}

/// The heading of the wording with which an article leads.
pub fn heading(provision: &law::Provision, on: &ProvisionOn<'_>) -> Option<TaggedText> {
    on.wording.and_then(|n| provision.wordings[n].heading.clone())
}

/// Whether a wording is set beside the one before it: both are quoted in the same language, with other words.
pub fn has_redline(provision: &law::Provision, number: usize) -> bool {
    let quoted = number.checked_sub(1).and_then(|before| both_quoted(provision, before, number));
    quoted.is_some_and(|[old, new]| redline::differ(old, new))
}

pub fn redline_of(provision: &law::Provision, before: usize, number: usize) -> Vec<Change> {
    both_quoted(provision, before, number).map(|[old, new]| redline::between(old, new)).unwrap_or_default()
}

/// The words of two wordings, where both are quoted in the same language.
pub fn both_quoted(provision: &law::Provision, before: usize, number: usize) -> Option<[&str; 2]> {
    let quoted = |n: usize| provision.wordings[n].quotation.as_ref();
    let (old, new) = (quoted(before)?, quoted(number)?);
    (old.language == new.language).then_some([&old.text, &new.text])
}
