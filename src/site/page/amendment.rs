//! The page of an amendment or bill: its stages in the order of time, its contents, and the articles whose wordings
//! it introduced, which is recorded at the wordings.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::date::{list_order, when};
use crate::site::page::piece::statute::banner;
use crate::site::page::piece::{amendment, answer, conflict, dispute, origin};
use crate::site::view::{Amendment, Banner, Element, Stage};

pub fn view<'s>(cx: &Context<'s>, amendment: &'s law::Amendment) -> Amendment {
    let id = amendment.id.as_str();
    let mut stages: Vec<&law::Stage> = amendment.stages.iter().collect();
    stages.sort_by_key(|s| (list_order(Some(&s.reached)), s.kind));
    let link = |a: &law::AmendmentId| cx.link(Kind::Amendment, a.as_str());
    let followers = cx.site.index.followers_of(&amendment.id);
    let changed = cx.site.index.provisions_by_amendment.get(&amendment.id).map_or(&[][..], Vec::as_slice);
    Amendment {
        id: id.to_owned(),
        country: cx.country(&amendment.country),
        title: amendment.title.clone(),
        kind: amendment.kind.word(),
        number: amendment.number.clone(),
        law: amendment.law.as_ref().map(|l| cx.link(Kind::Law, l.as_str())),
        amends: amendment
            .amends
            .iter()
            .filter_map(|t| Some(cx.record_ref(&cx.corpus().resolve_amended(t).ok()?)))
            .collect(),
        follows: amendment.follows.iter().map(|a| link(&a.value)).collect(),
        followed_by: followers.map(|a| link(&a.id)).collect(),
        banners: amendment_banners(cx, amendment),
        stages: stages.into_iter().enumerate().map(|(n, s)| stage(cx, s, n)).collect(),
        elements: amendment.elements.iter().map(|e| element(cx, e)).collect(),
        wordings: changed
            .iter()
            .map(|at| cx.link(Kind::Provision, cx.corpus().provisions.rows()[*at].id.as_str()))
            .collect(),
        cells: answer::cells_on(cx, Kind::Amendment, id),
        topics: cx.topics(&amendment.topics),
        body: cx.prose(&amendment.body, "text-"),
        conflicts: conflict::touching(cx, Kind::Amendment, id),
        cited_by: origin::backlinks(cx, Kind::Amendment, id),
        trace: amendment.head.trace.clone(),
    }
}

fn amendment_banners(cx: &Context<'_>, amendment: &law::Amendment) -> Vec<Banner> {
    let bill = amendment.kind == law::AmendmentKind::Bill;
    let mut banners = Vec::new();
    if bill {
        let last = amendment::last_stage(cx, amendment);
        let word = last.map_or("", |s| s.kind.word());
        banners.push(Banner { on: last.map(|s| when(&s.reached)), word, ..banner("bill") });
    }
    banners.extend(dispute::banner(cx, Kind::Amendment, amendment.id.as_str()));
    banners
}

fn stage(cx: &Context<'_>, stage: &law::Stage, number: usize) -> Stage {
    Stage {
        kind: stage.kind.word(),
        reached: when(&stage.reached),
        citation: cx.citation(&stage.citation),
        note: cx.note(stage.note.as_ref(), &format!("stage-{number}-")),
        trace: stage.trace.clone(),
    }
}

fn element(cx: &Context<'_>, element: &law::Element) -> Element {
    let id = format!("element-{}", element.id.value);
    Element {
        text: cx.prose(&element.text, &format!("{id}-")),
        id,
        topics: cx.topics(&element.topics),
        modality: element.modality.map_or("", law::Modality::word),
        observed: element.observed.as_ref().map(when),
        citation: cx.citation(&element.citation),
        trace: element.trace.clone(),
    }
}
