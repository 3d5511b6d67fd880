//! The page of a topic: its records, country by country. Where these are too many, the page counts them, and each
//! country has a page of its own, which is made here, too.

use crate::law::{self, Kind, provision_state};
use crate::site::context::Context;
use crate::site::page::piece::{amendment, answer, gap, matrix, observation, offence, origin, split, statute, wording};
use crate::site::route;
use crate::site::view::{Link, Prose, Topic, TopicCountry, TopicElement, TopicProvision};

pub fn view<'s>(cx: &Context<'s>, topic: &'s law::Topic) -> Topic {
    let index = &cx.site.index;
    let id = &topic.id;
    let under = |topics: &[crate::text::At<law::TopicId>]| topics.iter().any(|t| t.value == *id);
    let part = cx.at.page.part().cloned();
    let divided = split::is_divided(cx);
    let questions = || index.codebook().filter(|q| under(&q.topics));
    let matrix = (!divided && part.is_none()).then(|| matrix::whole(cx, |q| under(&q.topics), String::new()));
    let provision = |provision: &law::Provision| {
        let on = provision_state::on(cx.corpus(), provision, cx.day);
        TopicProvision {
            link: cx.link(Kind::Provision, provision.id.as_str()),
            law: cx.link(Kind::Law, provision.law.as_str()),
            heading: wording::heading(cx, provision, &on),
            state: wording::state(cx, &on),
        }
    };
    let country = |country: &'s law::Country| TopicCountry {
        id: route::record_anchor(Kind::Country, country.id.as_str()),
        country: cx.country(&country.id),
        laws: index.laws_of(&country.id).filter(|l| under(&l.topics)).map(|l| statute::line(cx, l)).collect(),
        provisions: index.provisions_in(&country.id, id).map(provision).collect(),
        offences: index.offences_in(&country.id).filter(|o| under(&o.topics)).map(|o| offence::view(cx, o)).collect(),
        gaps: gap::under(cx, &country.id, id),
        observations: observation::under(cx, &country.id, id),
    };
    let countries = split::countries(cx).into_iter().map(country);
    let filled = |c: &TopicCountry| {
        !(c.laws.is_empty()
            && c.provisions.is_empty()
            && c.offences.is_empty()
            && c.gaps.is_empty()
            && c.observations.is_empty())
    };
    Topic {
        id: id.to_string(),
        title: topic.title.clone(),
        body: if part.is_none() { cx.prose(&topic.body, "text-") } else { Prose::default() },
        countries: countries.filter(filled).collect(),
        matrix: matrix.filter(|matrix| !matrix.sections.is_empty()),
        questions: questions().filter(|_| divided).map(|q| cx.link(Kind::Question, q.id.as_str())).collect(),
        cells: questions()
            .flat_map(|q| part.iter().map(move |country| (q, country)))
            .map(|(q, c)| answer::cell(cx, q, c))
            .collect(),
        amendments: listed_amendments(cx).filter(|a| under(&a.topics)).map(|a| amendment::line(cx, a)).collect(),
        elements: elements_under(cx, id),
        cited_by: if part.is_none() { origin::backlinks(cx, Kind::Topic, id.as_str()) } else { Vec::new() },
    }
}

fn listed_amendments<'s>(cx: &Context<'s>) -> impl Iterator<Item = &'s law::Amendment> {
    split::listed(cx, cx.corpus().amendments.rows(), &cx.site.index.by_country.amendments).into_iter()
}

fn elements_under(cx: &Context<'_>, topic: &law::TopicId) -> Vec<TopicElement> {
    let mut out = Vec::new();
    for amendment in listed_amendments(cx) {
        for element in amendment.elements.iter().filter(|e| e.topics.iter().any(|t| t.value == *topic)) {
            let link = cx.link(Kind::Amendment, amendment.id.as_str());
            out.push(TopicElement {
                link: Link { href: format!("{}#element-{}", link.href, element.id.value), text: link.text },
                country: cx.country(&amendment.country),
                text: cx.prose(
                    &element.text,
                    &format!("{}-{}-", amendment.id.as_str().replace('/', "-"), element.id.value),
                ),
            });
        }
    }
    out
}
