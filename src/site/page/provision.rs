//! The page of an article: its wordings, their differences, and the cells that rest on it.
//!
//! What comes in is the record of the article; what goes out is its wordings in the order of [`ProvisionOn::order`] (that
//! which is law on the page's day first, then the latest) with what changed between them, and what rests on it. When a
//! wording is law it asks `law::provision_state`, and never compares days itself.

use std::collections::BTreeSet;

use crate::law::provision_state::{self, ProvisionOn, ProvisionState, WordingEnd, WordingState};
use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::date::{span, when};
use crate::site::page::piece::wording::redline_of;
use crate::site::page::piece::{answer, conflict, dispute, offence, origin, statute, wording, words};
use crate::site::view::{Banner, Provision, Redline, Wording};

/// The most comparisons of wordings that do not follow each other; enough for all pairs of five wordings.
const MOST_REDLINES: usize = 6;

pub fn view<'s>(cx: &Context<'s>, provision: &'s law::Provision) -> Provision {
    let corpus = cx.corpus();
    let id = provision.id.as_str();
    let law = corpus.laws.get(provision.law.as_str()).expect("after assembly each provision's law exists");
    let on = provision_state::on(corpus, provision, cx.day);
    let is_current = matches!(on.state, ProvisionState::InForce | ProvisionState::Uncertain);
    let siblings = cx.site.index.articles_of(&provision.law);
    let place = siblings.iter().position(|p| std::ptr::eq(*p, provision));
    let neighbour = |at: Option<usize>| at.and_then(|at| siblings.get(at)).map(|p| statute::article_link(cx, p));
    // In the order of the page: the anchor of a paragraph goes to the wording that is shown first.
    let mut taken = BTreeSet::new();
    let with_words = |n: usize| {
        let quoted = provision.wordings[n].quotation.as_ref();
        let blocks = quoted.map(|q| words::blocks(&q.text, &mut taken)).unwrap_or_default();
        Wording { blocks, ..wording(cx, law, provision, n) }
    };
    let mut wordings: Vec<Wording> = on.order(provision).map(with_words).collect();
    if let Some(latest) = wordings.iter_mut().find(|w| !w.redline.is_empty()) {
        latest.redline_is_open = true;
    }
    Provision {
        id: id.to_owned(),
        country: cx.country(&law.country),
        law: cx.link(Kind::Law, law.id.as_str()),
        article: provision.article.clone(),
        heading: wording::heading(cx, provision, &on),
        banners: provision_banners(cx, law, provision, &on),
        state: wording::state(cx, &on),
        first_is_law: on.wording.is_some() && is_current,
        wordings,
        redlines: redlines(provision),
        body: cx.prose(&provision.body, "text-"),
        topics: cx.topics(&provision.topics),
        offences: cx.site.index.offences_of(&provision.id).map(|o| offence::view(cx, o)).collect(),
        cells: answer::cells_on(cx, Kind::Provision, id),
        conflicts: conflict::touching(cx, Kind::Provision, id),
        cited_by: origin::backlinks(cx, Kind::Provision, id),
        previous: neighbour(place.and_then(|at| at.checked_sub(1))),
        next: neighbour(place.map(|at| at + 1)),
        trace: provision.head.trace.clone(),
    }
}

fn wording(cx: &Context<'_>, law: &law::Law, provision: &law::Provision, number: usize) -> Wording {
    let wording = &provision.wordings[number];
    let redline = number.checked_sub(1).map(|before| redline_of(provision, before, number)).unwrap_or_default();
    let state = provision_state::wording_on(Some(law), provision, number, cx.day);
    let repealed_by = provision_state::repealed_by(cx.corpus(), provision, number);
    let quotation = wording.quotation.as_ref().map(|q| cx.quotation(q));
    let own = wording::translated(cx, wording, quotation.as_ref());
    let others = wording.translations.iter().filter(|other| own.is_none_or(|own| !std::ptr::eq(own, *other)));
    Wording {
        id: format!("wording-{}", number + 1),
        in_force: match state {
            WordingState::InForce => "yes",
            WordingState::Uncertain => "uncertain",
            WordingState::ToCome | WordingState::Earlier | WordingState::Ended => "no",
        },
        state: state.word(),
        until: wording.period.until.as_ref().map(when),
        period: span(&wording.period),
        observed: wording.observed.as_ref().map(when),
        heading: wording.heading.clone(),
        heading_language: wording.heading_language.clone().filter(|own| *own != cx.corpus().settings.language),
        quotation,
        blocks: Vec::new(),
        extract: wording.extract,
        translation: own.map(|t| wording::translation(wording, t)),
        translations: others.map(|t| wording::translation(wording, t)).collect(),
        summary: cx.note(wording.summary.as_ref(), &format!("w{}-", number + 1)),
        penalty: wording.penalty.clone(),
        by: wording.by.iter().map(|a| cx.link(Kind::Amendment, a.as_str())).collect(),
        repealed_by: repealed_by.iter().map(|(kind, id)| cx.link(*kind, id)).collect(),
        citation: cx.citation(&wording.citation),
        redline,
        redline_is_open: false,
        trace: wording.trace.clone(),
    }
}

fn provision_banners(
    cx: &Context<'_>,
    law: &law::Law,
    provision: &law::Provision,
    on: &ProvisionOn<'_>,
) -> Vec<Banner> {
    let mut banners = statute::banners(cx, law);
    banners.retain(|b| b.key != "disputed");
    let state = wording::state(cx, on);
    match on.state {
        ProvisionState::InForce | ProvisionState::Uncertain => {
            banners.extend(on.wording.into_iter().flat_map(|number| words_banner(provision, number)));
            banners.extend(to_come(cx, provision, on.wording));
        }
        // If the law itself has ended or not commenced, its own banner says so.
        _ if on.with_law => {}
        ProvisionState::ToCome => banners.push(Banner { on: state.until, ..statute::banner("article-to-come") }),
        ProvisionState::Ended => {
            let (on, until, links) = (state.since, state.until, state.by);
            banners.push(Banner { on, until, links, ..statute::banner("article-ended") });
        }
        ProvisionState::Gap => {
            banners.push(Banner { on: state.since, until: state.until, ..statute::banner("article-gap") });
        }
    }
    banners.extend(dispute::banner(cx, Kind::Provision, provision.id.as_str()));
    banners
}

/// The banner for what may have happened to an article or is to come: that its repeal may lie behind, its repeal, else a
/// new wording.
fn to_come(cx: &Context<'_>, provision: &law::Provision, current: Option<usize>) -> Option<Banner> {
    let later = |w: &&law::Wording| w.period.from.as_ref().is_some_and(|f| f.reached(cx.day) == Some(false));
    let next = provision.wordings.iter().find(later).and_then(|w| w.period.from.as_ref()).map(when);
    let is_repeal = |n: &usize| provision_state::end_of(cx.corpus(), provision, *n) == Some(WordingEnd::Repealed);
    if let Some(number) = current.filter(is_repeal)
        && let Some(until) = &provision.wordings[number].period.until
    {
        let by = provision_state::repealed_by(cx.corpus(), provision, number);
        let links = by.iter().map(|(kind, id)| cx.link(*kind, id)).collect();
        let key = if until.reached(cx.day).is_none() { "article-may-have-ended" } else { "article-will-end" };
        return Some(Banner { on: Some(when(until)), until: next, links, ..statute::banner(key) });
    }
    next.map(|on| Banner { on: Some(on), ..statute::banner("wording-to-come") })
}

/// The banner about the text of a wording that is law.
fn words_banner(provision: &law::Provision, number: usize) -> Option<Banner> {
    let wording = &provision.wordings[number];
    match wording.quotation.as_ref().map(|q| q.translation) {
        Some(Some(law::Translation::Unofficial)) => Some(statute::banner("unofficial-translation")),
        Some(Some(law::Translation::Machine)) => Some(statute::banner("machine-translation")),
        Some(_) => None,
        None => {
            let replaced = provision.wordings[..number].iter().any(|earlier| earlier.quotation.is_some());
            Some(statute::banner(if replaced { "wording-not-recorded" } else { "text-not-quoted" }))
        }
    }
}

/// Comparisons of wordings that do not follow each other, the latest first.
fn redlines(provision: &law::Provision) -> Vec<Redline> {
    let count = provision.wordings.len();
    let pairs = (2..count).rev().flat_map(|last| (0..last - 1).rev().map(move |first| (first, last)));
    let redline = |(first, last): (usize, usize)| {
        let change = redline_of(provision, first, last);
        let [first, last] = [first, last].map(|n| &provision.wordings[n]);
        (!change.is_empty()).then(|| Redline {
            first: span(&first.period),
            first_observed: first.observed.as_ref().map(when),
            last: span(&last.period),
            last_observed: last.observed.as_ref().map(when),
            change,
        })
    };
    pairs.filter_map(redline).take(MOST_REDLINES).collect()
}
