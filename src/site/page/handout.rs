//! The page of a handout: the handout as in its module, and the sources of its cells, each with the places that are
//! cited and the cells that rest on them. Its day is the handout's own, not the page's.

use crate::law::{self, Kind, Question, cell, cell::State};
use crate::site::context::Context;
use crate::site::page::piece::handout;
use crate::site::view::{HandoutPage, HandoutPlace, HandoutRow, HandoutSource};
use crate::text::TaggedText;
use std::collections::BTreeMap;

/// The handout with the sources of its cells.
pub fn view<'s>(cx: &Context<'s>, module: &'s law::Module, handout: &'s law::Handout) -> HandoutPage {
    HandoutPage {
        module: cx.link(Kind::Module, module.id.as_str()),
        handout: handout::view(cx, module, handout),
        sources: sources_shown(&handout::on_day_of(cx, handout), handout),
    }
}

/// The sources of the findings that a handout shows, in the order of their first use; for each cited place, the cells
/// that rest on it.
fn sources_shown<'s>(cx: &Context<'s>, handout: &'s law::Handout) -> Vec<HandoutSource> {
    let corpus = cx.corpus();
    let columns = corpus.columns_of(handout);
    let mut order: Vec<&str> = Vec::new();
    let mut places: BTreeMap<&str, Vec<HandoutPlace>> = BTreeMap::new();
    for question in cx.site.index.codebook().filter(|q| handout.shows(&q.id)) {
        for country in &columns {
            for citation in cited_by_cell(corpus, question, country, cx.day) {
                let source = citation.source.as_str();
                let known = places.entry(source).or_insert_with(|| {
                    order.push(source);
                    Vec::new()
                });
                let at = known.iter().position(|p| p.place == citation.place).unwrap_or_else(|| {
                    known.push(HandoutPlace { place: citation.place.clone(), rows: Vec::new() });
                    known.len() - 1
                });
                add_cell(&mut known[at], &question.label, cx.country_name(country));
            }
        }
    }
    let source = |id: &str| HandoutSource {
        link: cx.link(Kind::Source, id),
        citation: corpus.sources.get(id).map(|s| s.citation.clone()).unwrap_or_default(),
        places: places.remove(id).unwrap_or_default(),
    };
    order.into_iter().map(source).collect()
}

/// Adds a cell to those that rest on a place. Cells must come question by question.
fn add_cell(place: &mut HandoutPlace, question: &TaggedText, country: TaggedText) {
    match place.rows.last_mut().filter(|row| row.question == *question) {
        Some(row) if row.countries.contains(&country) => {}
        Some(row) => row.countries.push(country),
        None => place.rows.push(HandoutRow { question: question.clone(), countries: vec![country] }),
    }
}

/// The citations of the findings that a cell shows; if sources disagree, of all disputing findings.
fn cited_by_cell<'c>(
    corpus: &'c law::Corpus,
    question: &'c Question,
    country: &law::CountryId,
    day: law::Day,
) -> Vec<&'c law::Citation> {
    let on = cell::on(corpus, question, country, day);
    let shown = on.shown.into_iter();
    match on.state {
        State::NotApplicable | State::NotResearched => Vec::new(),
        _ => shown.chain(on.disputing).map(|finding| &finding.citation).collect(),
    }
}
