//! What is disputed: conflicts between sources, cells and acts on which they disagree, answers on which two coders
//! differ; and the banner that says so.

use std::collections::BTreeSet;

use crate::law::{self, CountryId, Kind, TopicId, cell};
use crate::site::context::Context;
use crate::site::page::piece::{answer, treaty};
use crate::site::route::{self, Page};
use crate::site::view::{Banner, Cell, CellDetail, Link};
use crate::text::TaggedText;

/// The banner of a record that says what sources dispute of it. `None` where nothing is disputed.
pub fn banner(cx: &Context<'_>, kind: Kind, id: &str) -> Option<Banner> {
    let conflicts = cx.site.index.references.conflicts_of(kind, id).iter();
    let link = |id: &law::Conflict| Link { href: cx.record(Kind::Conflict, id.id.as_str()), text: id.title.clone() };
    banner_of(cx, id, conflicts.filter_map(|id| cx.corpus().conflicts.get(id)).map(link).collect())
}

/// The same for a country: all that the page of disputes lists for it.
pub fn banner_of_country(cx: &Context<'_>, country: &CountryId) -> Option<Banner> {
    banner_of(cx, country.as_str(), of_country(cx, country))
}

fn banner_of(cx: &Context<'_>, id: &str, links: Vec<Link>) -> Option<Banner> {
    let all = cx.href(&Page::Disagreements.path(), Some(&place_of_country(&CountryId::new(id.split('/').next()?))));
    (!links.is_empty()).then_some(Banner { key: "disputed", on: None, until: None, links, all, word: "" })
}

/// All that is disputed in a country on the page's day, with the places on the page of all disputes; disputed cells lead to
/// their own.
pub fn of_country(cx: &Context<'_>, country: &CountryId) -> Vec<Link> {
    let corpus = cx.corpus();
    let there = |dispute: Dispute| Link {
        href: cx.href(&Page::Disagreements.path(), dispute.link.href.strip_prefix('#')),
        ..dispute.link
    };
    let conflicts = corpus.conflicts.iter().map(|conflict| of_conflict(cx, conflict));
    let conflicts = conflicts.filter(|dispute| dispute.countries.contains(country)).map(there);
    let compared = corpus.columns.contains(country);
    let questions = || cx.site.index.codebook().filter(|_| compared);
    let cell = |question: &law::Question| Link { href: cx.cell(&question.id, country), text: question.label.clone() };
    let disputed = questions().filter(|question| is_disputed(cx, question, country)).map(cell);
    let coded_twice = questions().filter(|question| is_coded_twice(cx, question, country)).map(cell);
    let actions = corpus.actions.iter().filter(|action| action.country == *country && treaty::disputed(action));
    conflicts.chain(disputed).chain(coded_twice).chain(actions.map(|action| there(of_action(cx, action)))).collect()
}

/// Whether the sources of a cell disagree on the page's day.
pub fn is_disputed(cx: &Context<'_>, question: &law::Question, country: &CountryId) -> bool {
    !cell::on(cx.corpus(), question, country, cx.day).disputing.is_empty()
}

/// Whether two coders answered a cell differently from the same source.
pub fn is_coded_twice(cx: &Context<'_>, question: &law::Question, country: &CountryId) -> bool {
    cell::is_coded_differently(question.kind, cx.corpus().findings_of(&question.id, country))
}

/// A dispute of any kind, with what it concerns.
pub struct Dispute {
    /// Its place on the page of all disputes.
    pub link: Link,
    pub countries: BTreeSet<CountryId>,
    pub topics: BTreeSet<TopicId>,
}

pub fn of_conflict(cx: &Context<'_>, conflict: &law::Conflict) -> Dispute {
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

pub fn of_cell(cx: &Context<'_>, cell: &Cell, place: &str) -> Dispute {
    let text =
        TaggedText::filled("{country}: {question}", &[("{country}", &cell.country_name), ("{question}", &cell.label)]);
    let topics = topics_of(cx.corpus(), Kind::Question, &cell.question);
    Dispute {
        link: Link { href: format!("#{place}"), text },
        countries: [CountryId::new(cell.country.as_str())].into(),
        topics: topics.iter().map(|topic| topic.value.clone()).collect(),
    }
}

pub fn of_action(cx: &Context<'_>, action: &law::Action) -> Dispute {
    let instrument = cx.link(Kind::Instrument, action.instrument.as_str()).text;
    let country = cx.country_name(&action.country);
    let text = TaggedText::filled("{country}: {instrument}", &[("{country}", &country), ("{instrument}", &instrument)]);
    Dispute {
        link: Link { href: format!("#{}", place_of_action(action)), text },
        countries: [action.country.clone()].into(),
        topics: BTreeSet::new(),
    }
}

pub fn place_of_action(action: &law::Action) -> String {
    format!("act-{}", action.id().joined("-"))
}

/// The anchor of a country's disputes on the page of disagreements.
pub fn place_of_country(country: &CountryId) -> String {
    format!("in-{country}")
}

fn place_of_cell(question: &law::Question, country: &CountryId) -> String {
    format!("{}-{}", question.id, country)
}

/// The details of a cell, for a page with cells of several questions: its anchor contains the question.
pub fn cell_detail<'s>(cx: &Context<'s>, question: &'s law::Question, country: &'s law::CountryId) -> CellDetail {
    CellDetail { id: place_of_cell(question, country), ..answer::detail(cx, question, country) }
}

/// The same for a cell that two coders answered: it may stand on the page a second time.
pub fn coded_twice<'s>(cx: &Context<'s>, question: &'s law::Question, country: &'s CountryId) -> CellDetail {
    let detail = cell_detail(cx, question, country);
    CellDetail { id: format!("coders-{}", detail.id), ..detail }
}
