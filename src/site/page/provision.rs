//! An article of a law: its wordings, what changed between them, and what rests on it.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::date::{span, when};
use crate::site::page::piece::wording::redline_of;
use crate::site::page::piece::{answer, conflict, offence, origin, statute, wording};
use crate::site::view::{Banner, Provision, Redline, Wording};

/// So many pairs of wordings that do not follow each other are set beside each other: all of five wordings.
pub const MOST_REDLINES: usize = 6;

pub fn view<'s>(cx: &Context<'s>, provision: &'s law::Provision) -> Provision {
    let corpus = cx.corpus();
    let id = provision.id.as_str();
    let law = corpus.laws.get(provision.law.as_str()).expect("after assembly each provision's law exists");
    let current = wording::on_day(cx, provision);
    let count = provision.wordings.len();
    let siblings = cx.site.index.articles_of(&provision.law);
    let place = siblings.iter().position(|p| std::ptr::eq(*p, provision));
    let neighbour = |at: Option<usize>| at.and_then(|at| siblings.get(at)).map(|p| statute::article_link(cx, p));
    Provision {
        id: id.to_owned(),
        country: cx.country(&law.country),
        law: cx.link(Kind::Law, law.id.as_str()),
        article: provision.article.clone(),
        heading: current.or_else(|| last_dated(provision)).and_then(|n| provision.wordings[n].heading.clone()),
        banners: provision_banners(cx, law, provision, current),
        current: current.map(|n| count - 1 - n),
        wordings: (0..count).rev().map(|n| wording(cx, provision, n)).collect(),
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

pub fn wording(cx: &Context<'_>, provision: &law::Provision, number: usize) -> Wording {
    let wording = &provision.wordings[number];
    let redline = number.checked_sub(1).map(|before| redline_of(provision, before, number)).unwrap_or_default();
    Wording {
        id: format!("wording-{}", number + 1),
        in_force: wording::in_force(cx, provision, wording),
        period: span(&wording.period),
        observed: wording.observed.as_ref().map(when),
        heading: wording.heading.clone(),
        quotation: wording.quotation.as_ref().map(|q| cx.quotation(q)),
        summary: cx.note(wording.summary.as_ref(), &format!("w{}-", number + 1)),
        penalty: wording.penalty.clone(),
        by: wording.by.as_ref().map(|a| cx.link(Kind::Amendment, a.as_str())),
        citation: cx.citation(&wording.citation),
        redline,
        trace: wording.trace.clone(),
    }
}

pub fn provision_banners(
    cx: &Context<'_>,
    law: &law::Law,
    provision: &law::Provision,
    current: Option<usize>,
) -> Vec<Banner> {
    let mut banners = statute::banners(cx, law);
    banners.retain(|b| b.key != "disputed");
    match current {
        Some(number) => {
            let wording = &provision.wordings[number];
            let translation = wording.quotation.as_ref().and_then(|q| q.translation);
            match translation {
                Some(law::Translation::Unofficial) => banners.push(statute::banner("unofficial-translation")),
                Some(law::Translation::Machine) => banners.push(statute::banner("machine-translation")),
                _ => {}
            }
            if wording.quotation.is_none() {
                let replaced = provision.wordings[..number].iter().any(|earlier| earlier.quotation.is_some());
                banners.push(statute::banner(if replaced { "wording-not-recorded" } else { "text-not-quoted" }));
            }
        }
        // Where the law itself has ended, that is what a reader must know.
        None if banners.iter().any(|b| b.key == "repealed") => {}
        None => {
            if let Some(last) = provision.wordings.last() {
                let shown = span(&last.period);
                banners.push(Banner { on: shown.first, until: shown.last, ..statute::banner("historical-wording") });
            }
        }
    }
    if !cx.site.index.references.conflicts_of(Kind::Provision, provision.id.as_str()).is_empty() {
        banners.push(statute::banner("disputed"));
    }
    banners
}

/// The wordings that do not follow each other, two and two, the latest first.
pub fn redlines(provision: &law::Provision) -> Vec<Redline> {
    let count = provision.wordings.len();
    let pairs = (2..count).rev().flat_map(|last| (0..last - 1).rev().map(move |first| (first, last)));
    let redline = |(first, last): (usize, usize)| {
        let pieces = redline_of(provision, first, last);
        let [first, last] = [first, last].map(|n| &provision.wordings[n]);
        (!pieces.is_empty()).then(|| Redline {
            first: span(&first.period),
            first_observed: first.observed.as_ref().map(when),
            last: span(&last.period),
            last_observed: last.observed.as_ref().map(when),
            pieces,
        })
    };
    pairs.filter_map(redline).take(MOST_REDLINES).collect()
}

/// The number of the wording with the latest date; of several without any, the last.
pub fn last_dated(provision: &law::Provision) -> Option<usize> {
    let date = |w: &law::Wording| w.period.from.as_ref().or(w.observed.as_ref()).and_then(law::Date::latest);
    (0..provision.wordings.len()).max_by_key(|n| (date(&provision.wordings[*n]), *n))
}
