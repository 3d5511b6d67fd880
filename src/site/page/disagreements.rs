//! Disputes: conflicts between sources, and answers on which two coders differ.

use std::collections::BTreeSet;

use crate::law::{self, CountryId, Kind, TopicId, cell};
use crate::site::context::Context;
use crate::site::page::piece::{answer, conflict, treaty};
use crate::site::route;
use crate::site::view::{CellDetail, DisagreementGroup, Disagreements, DisputedAction, Link};
use crate::text::TaggedText;

pub fn view<'s>(cx: &Context<'s>) -> Disagreements {
    let corpus = cx.corpus();
    let pairs = || cx.site.index.codebook().flat_map(|q| corpus.columns.iter().map(move |c| (q, c)));
    let clashing =
        |(q, c): &(&'s law::Question, &'s law::CountryId)| !cell::on(corpus, q, c, cx.day).disputing.is_empty();
    let coders =
        |(q, c): &(&law::Question, &law::CountryId)| cell::is_coded_differently(q.kind, corpus.findings_of(&q.id, c));
    let conflicts = corpus.conflicts.iter().map(|c| conflict::view(cx, c)).collect();
    let cells: Vec<CellDetail> = pairs().filter(clashing).map(|(q, c)| cell_detail_elsewhere(cx, q, c)).collect();
    let coders: Vec<CellDetail> = pairs().filter(coders).map(|(q, c)| coded_twice(cx, q, c)).collect();
    let actions = disputed_actions(cx);
    let of_conflicts = corpus.conflicts.iter().map(|c| of_conflict(cx, c));
    let of_cells = cells.iter().chain(&coders).map(|cell| of_cell(cx, cell));
    let of_actions = corpus.actions.iter().filter(|a| treaty::disputed(a)).map(|action| of_action(cx, action));
    let disputes: Vec<Dispute> = of_conflicts.chain(of_cells).chain(of_actions).collect();
    Disagreements {
        countries: by_country(cx, &disputes),
        topics: by_topic(cx, &disputes),
        conflicts,
        cells,
        actions,
        coders,
    }
}

/// A dispute of any kind, with what it concerns.
struct Dispute {
    /// Its place on the page.
    link: Link,
    countries: BTreeSet<CountryId>,
    topics: BTreeSet<TopicId>,
}

fn of_conflict(cx: &Context<'_>, conflict: &law::Conflict) -> Dispute {
    let corpus = cx.corpus();
    let (mut countries, mut topics) = (BTreeSet::new(), BTreeSet::new());
    for touched in conflict.touches.iter().filter_map(|text| corpus.resolve(&text.value).ok()) {
        let id = &*touched.id;
        match touched.kind {
            Kind::Country | Kind::Law | Kind::Provision | Kind::Offence | Kind::Amendment => {
                countries.extend(id.split('/').next().map(CountryId::new));
            }
            Kind::Topic => {
                topics.insert(TopicId::new(id));
            }
            _ => {}
        }
        topics.extend(topics_of(corpus, touched.kind, id).iter().map(|topic| topic.value.clone()));
    }
    let place = route::record_anchor(Kind::Conflict, conflict.id.as_str());
    Dispute { link: Link { href: format!("#{place}"), text: conflict.title.clone() }, countries, topics }
}

/// The topics under which a record is listed.
fn topics_of<'c>(corpus: &'c law::Corpus, kind: Kind, id: &str) -> &'c [crate::text::At<TopicId>] {
    let found = match kind {
        Kind::Question => corpus.questions.get(id).map(|question| &question.topics),
        Kind::Provision => corpus.provisions.get(id).map(|provision| &provision.topics),
        Kind::Offence => corpus.offences.get(id).map(|offence| &offence.topics),
        Kind::Amendment => corpus.amendments.get(id).map(|amendment| &amendment.topics),
        _ => None,
    };
    found.map_or(&[], Vec::as_slice)
}

fn of_cell(cx: &Context<'_>, detail: &CellDetail) -> Dispute {
    let cell = &detail.cell;
    let text =
        TaggedText::filled("{country}: {question}", &[("{country}", &cell.country_name), ("{question}", &cell.label)]);
    let topics = topics_of(cx.corpus(), Kind::Question, &cell.question);
    Dispute {
        link: Link { href: format!("#{}", detail.id), text },
        countries: [CountryId::new(cell.country.as_str())].into(),
        topics: topics.iter().map(|topic| topic.value.clone()).collect(),
    }
}

fn of_action(cx: &Context<'_>, action: &law::Action) -> Dispute {
    let instrument = cx.link(Kind::Instrument, action.instrument.as_str()).text;
    let country = cx.country_name(&action.country);
    let text = TaggedText::filled("{country}: {instrument}", &[("{country}", &country), ("{instrument}", &instrument)]);
    Dispute {
        link: Link { href: format!("#{}", place_of_action(action)), text },
        countries: [action.country.clone()].into(),
        topics: BTreeSet::new(),
    }
}

fn place_of_action(action: &law::Action) -> String {
    format!("act-{}", action.id().joined("-"))
}

fn by_country(cx: &Context<'_>, disputes: &[Dispute]) -> Vec<DisagreementGroup> {
    let group = |country: &law::Country| DisagreementGroup {
        id: place_of_country(&country.id),
        of: Some(cx.country(&country.id)),
        disputes: disputes.iter().filter(|d| d.countries.contains(&country.id)).map(|d| d.link.clone()).collect(),
    };
    cx.site.index.countries().map(group).filter(|group| !group.disputes.is_empty()).collect()
}

fn by_topic(cx: &Context<'_>, disputes: &[Dispute]) -> Vec<DisagreementGroup> {
    let under =
        |is_in: &dyn Fn(&Dispute) -> bool| disputes.iter().filter(|d| is_in(d)).map(|d| d.link.clone()).collect();
    let group = |topic: &law::Topic| DisagreementGroup {
        id: format!("on-{}", topic.id),
        of: Some(cx.link(Kind::Topic, topic.id.as_str())),
        disputes: under(&|d| d.topics.contains(&topic.id)),
    };
    let without =
        DisagreementGroup { id: "without-topic".to_owned(), of: None, disputes: under(&|d| d.topics.is_empty()) };
    cx.site.index.topics().map(group).chain([without]).filter(|group| !group.disputes.is_empty()).collect()
}

/// The anchor of a country's disputes on this page.
pub fn place_of_country(country: &CountryId) -> String {
    format!("in-{country}")
}

/// The details of a cell, for a page with cells of several questions: its anchor contains the question.
pub fn cell_detail_elsewhere<'s>(
    cx: &Context<'s>,
    question: &'s law::Question,
    country: &'s law::CountryId,
) -> CellDetail {
    CellDetail { id: format!("{}-{}", question.id, country), ..answer::detail(cx, question, country) }
}

/// The same for a cell that two coders answered: it may stand on the page a second time.
fn coded_twice<'s>(cx: &Context<'s>, question: &'s law::Question, country: &'s CountryId) -> CellDetail {
    let detail = cell_detail_elsewhere(cx, question, country);
    CellDetail { id: format!("coders-{}", detail.id), ..detail }
}

/// The actions to which sources give dates that cannot all be right.
pub fn disputed_actions<'s>(cx: &Context<'s>) -> Vec<DisputedAction> {
    let corpus = cx.corpus();
    let of = |action: &'s law::Action| DisputedAction {
        id: place_of_action(action),
        country: cx.country(&action.country),
        instrument: corpus
            .instruments
            .get(action.instrument.as_str())
            .map(|i| treaty::instrument_at(cx, i, &action.country))
            .expect("after assembly each action's instrument exists"),
        action: treaty::action(cx, action),
    };
    corpus.actions.iter().filter(|a| treaty::disputed(a)).map(of).collect()
}
