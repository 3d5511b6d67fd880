//! Which wording of an article is law on the day, and what changed between two.

use crate::law::{self};
use crate::site::context::Context;
use crate::site::redline;
use crate::site::view::Change;

/// The number of the wording to show on the page's day: one that surely is law; else, of those that may be, the one
/// that a source saw last up to that day; else the last that may be.
pub fn on_day(cx: &Context<'_>, provision: &law::Provision) -> Option<usize> {
    let all = || provision.wordings.iter().enumerate();
    let surely = all().filter(|(_, w)| in_force(cx, provision, w) == "yes").map(|(n, _)| n).next_back();
    let perhaps = || all().filter(|(_, w)| in_force(cx, provision, w) == "uncertain");
    let seen =
        |w: &law::Wording| w.observed.as_ref().filter(|o| o.reached(cx.day) == Some(true)).and_then(|o| o.latest());
    let seen_last = || perhaps().filter_map(|(n, w)| Some((seen(w)?, n))).max().map(|(_, n)| n);
    surely.or_else(seen_last).or_else(|| perhaps().map(|(n, _)| n).next_back())
}

/// Whether a wording is law on the page's day. Where no source says from when, it surely is on the days on which a
/// source saw it in force, and perhaps on all others until the law ends.
pub fn in_force<'s>(cx: &Context<'s>, provision: &law::Provision, wording: &law::Wording) -> &'static str {
    let law = cx.corpus().laws.get(provision.law.as_str());
    let ended = law.and_then(|l| l.repeal.as_ref()).and_then(|r| r.repealed.reached(cx.day));
    let on_the_day = |o: &law::Date| o.reached(cx.day) != Some(false) && o.latest().is_some_and(|last| last >= cx.day);
    match wording.period.contains(cx.day) {
        _ if ended == Some(true) => "no",
        Some(false) => "no",
        Some(true) if wording.period.from.is_some() => "yes",
        Some(true) if wording.observed.as_ref().and_then(law::Date::exact).is_some_and(|day| day == cx.day) => "yes",
        Some(true) if wording.observed.as_ref().is_some_and(|o| o.earliest().is_some() && on_the_day(o)) => "yes",
        _ => "uncertain",
    }
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
