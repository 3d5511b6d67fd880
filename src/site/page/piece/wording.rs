//! The state of an article on a day, and the differences between two wordings.

use crate::law::{self, provision_state::ProvisionOn};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::redline;
use crate::site::view::{ProvisionState, Quotation, WordingChange, WordingTranslation};
use crate::text::TaggedText;

/// The state of an article on a day, as a view.
pub fn state(cx: &Context<'_>, on: &ProvisionOn<'_>) -> ProvisionState {
    ProvisionState {
        key: on.state.word(),
        since: on.since.map(when),
        until: on.until.map(when),
        with_law: on.with_law,
        by: on.by.iter().map(|(kind, id)| cx.link(*kind, id)).collect(),
    }
}

/// The heading of the wording that is shown first.
pub fn heading(cx: &Context<'_>, provision: &law::Provision, on: &ProvisionOn<'_>) -> Option<TaggedText> {
    on.leading(provision).and_then(|wording| wording.heading_in(&cx.corpus().settings.language))
}

/// The translation of a wording into the language of the page, where its words, as they are shown, are in another.
pub fn translated<'w>(
    cx: &Context<'_>,
    wording: &'w law::Wording,
    words: Option<&Quotation>,
) -> Option<&'w law::WordingTranslation> {
    let language = &cx.corpus().settings.language;
    let is_foreign = words.is_some_and(|words| words.language != *language);
    wording.translations.iter().find(|other| is_foreign && other.language == *language)
}

/// A translation of a wording as a view.
pub fn translation(wording: &law::Wording, of: &law::WordingTranslation) -> WordingTranslation {
    WordingTranslation {
        language: of.language.clone(),
        heading: of.heading.clone(),
        text: of.text.clone(),
        holds: match (of.extract, wording.extract) {
            (true, _) => "part",
            (false, true) => "extract",
            (false, false) => "",
        },
        translation: of.standing.word(),
    }
}

/// Whether two successive wordings can be compared and differ: in the heading, or in words of the same language.
pub fn has_redline(provision: &law::Provision, number: usize) -> bool {
    number.checked_sub(1).is_some_and(|before| differ(provision, before, number))
}

fn differ(provision: &law::Provision, before: usize, number: usize) -> bool {
    let pairs = [headings(provision, before, number), both_quoted(provision, before, number)];
    pairs.into_iter().flatten().any(|[old, new]| redline::differ(old, new))
}

/// The differences between two wordings. If either the heading or the words differ, both are shown.
pub fn redline_of(provision: &law::Provision, before: usize, number: usize) -> WordingChange {
    if !differ(provision, before, number) {
        return WordingChange::default();
    }
    let heading = headings(provision, before, number).map(|[old, new]| redline::of_line(old, new));
    let words = both_quoted(provision, before, number).map(|[old, new]| match redline::differ(old, new) {
        true => redline::between(&redline::without_bars(old), &redline::without_bars(new)),
        false => redline::whole(&redline::without_bars(new)),
    });
    WordingChange { heading: heading.unwrap_or_default(), words: words.unwrap_or_default() }
}

/// The headings of two wordings, if both are recorded and not in different languages. Where both are quoted and one has
/// a heading, the other had none: it was added or removed.
fn headings(provision: &law::Provision, before: usize, number: usize) -> Option<[&str; 2]> {
    let [old, new] = [before, number].map(|n| &provision.wordings[n]);
    let language = |w: &law::Wording| w.quotation.as_ref().map(|q| q.language.clone());
    let is_translated = old.heading_language != new.heading_language
        || old.heading_language.is_none() && language(old).zip(language(new)).is_some_and(|(a, b)| a != b);
    let both = old.heading.as_ref().zip(new.heading.as_ref()).filter(|_| !is_translated);
    if let Some((old, new)) = both {
        return Some([&**old, &**new]);
    }
    both_quoted(provision, before, number)?;
    match (&old.heading, &new.heading) {
        (Some(heading), None) if old.heading_language.is_none() => Some([heading, ""]),
        (None, Some(heading)) if new.heading_language.is_none() => Some(["", heading]),
        _ => None,
    }
}

/// The words of two wordings, if both are quoted in the same language.
fn both_quoted(provision: &law::Provision, before: usize, number: usize) -> Option<[&str; 2]> {
    let quoted = |n: usize| provision.wordings[n].quotation.as_ref();
    let (old, new) = (quoted(before)?, quoted(number)?);
    (old.language == new.language).then_some([&old.text, &new.text])
}
