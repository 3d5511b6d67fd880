//! The page of a law: its dates, articles and amendments, and the cells that rest on it. What amended it is recorded
//! at the amendments, which name the law or one of its articles.

use crate::law::{self, Kind, provision_state};
use crate::site::context::{Context, at_date, localized_text};
use crate::site::date::{list_order, when};
use crate::site::page::piece::{amendment, answer, conflict, offence, origin, statute, wording};
use crate::site::view::{Law, ProvisionLine};

pub fn view<'s>(cx: &Context<'s>, law: &'s law::Law) -> Law {
    let corpus = cx.corpus();
    let id = law.id.as_str();
    let amends = |a: &&law::Amendment| {
        a.amends.iter().filter_map(|t| corpus.resolve_amended(t).ok()).any(|t| {
            (t.kind == Kind::Law && *t.id == *id)
                || (t.kind == Kind::Provision && t.id.rsplit_once('/').is_some_and(|(l, _)| l == id))
        })
    };
    let own = cx.site.index.amendments_of(&law.country);
    let came_by = |a: &&law::Amendment| a.law.as_ref().is_some_and(|l| l.value == law.id);
    let offences = cx.site.index.offences_against(&law.id);
    Law {
        id: id.to_owned(),
        country: cx.country(&law.country),
        kind: law.kind.word(),
        title: law.title.clone(),
        title_translation: law.title_translation.map_or("", law::Translation::word),
        official_title: law.official_title.as_ref().map(localized_text),
        number: law.number.clone(),
        adopted: at_date(&law.adopted),
        signed: at_date(&law.signed),
        published: at_date(&law.published),
        commences: at_date(&law.commences),
        repealed: law.repeal.as_ref().map(|r| when(&r.repealed)),
        repeal_verb: law.repeal.as_ref().map_or("", |r| r.verb.word()),
        repealed_by: law.repeal.as_ref().and_then(|r| r.by.as_ref()).map(|l| cx.link(Kind::Law, l.as_str())),
        repeal_citation: law.repeal.as_ref().map(|r| cx.citation(&r.citation)),
        banners: statute::banners(cx, law),
        body: cx.prose(&law.body, "text-"),
        citations: law.citations.iter().map(|c| cx.citation(c)).collect(),
        provisions: cx.site.index.articles_of(&law.id).iter().map(|p| provision_line(cx, p)).collect(),
        came_by: own.clone().filter(came_by).map(|a| amendment::line(cx, a)).collect(),
        cells: answer::cells_on(cx, Kind::Law, id),
        amended_by: {
            let mut acts: Vec<&law::Amendment> = own.filter(amends).collect();
            let last = |a: &law::Amendment| a.stages.iter().map(|s| list_order(Some(&s.reached.value))).max();
            acts.sort_by_key(|a| (last(a), a.id.clone()));
            acts.into_iter().map(|a| amendment::line(cx, a)).collect()
        },
        offences: offences.map(|o| offence::view(cx, o)).collect(),
        topics: cx.topics(&law.topics),
        conflicts: conflict::touching(cx, Kind::Law, id),
        cited_by: origin::backlinks(cx, Kind::Law, id),
        trace: law.head.trace.clone(),
    }
}

fn provision_line(cx: &Context<'_>, provision: &law::Provision) -> ProvisionLine {
    let on = provision_state::on(cx.corpus(), provision, cx.day);
    ProvisionLine {
        link: statute::article_link(cx, provision),
        heading: wording::heading(cx, provision, &on),
        state: wording::state(cx, &on),
        wordings: provision.wordings.len(),
    }
}
