//! The home page.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::page::piece::{answer, card, counts, grid, section, summary};
use crate::site::route::Page;
use crate::site::view::{Cell, Entrance, Home, HomeFinding};

pub fn view(cx: &Context<'_>) -> Home {
    let corpus = cx.corpus();
    let column = |id: &law::CountryId| corpus.countries.get(id.as_str());
    let link = |kind: Kind, id: &str| cx.link(kind, id);
    let mut entrances = vec![Page::Matrix, Page::Countries];
    entrances.extend(cx.site.index.modules().next().map(|_| Page::Modules));
    Home {
        findings: findings(cx),
        grid: grid::view(cx),
        entrances: entrances.iter().map(|page| Entrance { key: page.kind(), href: cx.to(page) }).collect(),
        body: corpus.home.as_ref().map(|h| cx.prose(&h.body, "")).unwrap_or_default(),
        countries: corpus.columns.iter().filter_map(column).map(|c| card::view(cx, c)).collect(),
        sections: section::lists(cx),
        topics: cx.site.index.topics().map(|t| link(Kind::Topic, t.id.as_str())).collect(),
        instruments: cx.site.index.instruments().map(|i| link(Kind::Instrument, i.id.as_str())).collect(),
        counts: counts::of_site(cx),
    }
}

/// The most findings with which the page begins.
const MOST_FINDINGS: usize = 2;

/// The first headline question of each section to which a country has an answer, in the order of the codebook.
fn findings(cx: &Context<'_>) -> Vec<HomeFinding> {
    let mut list = Vec::new();
    let mut done = None;
    for question in cx.site.index.codebook().filter(|question| question.headline) {
        if list.len() == MOST_FINDINGS || done == Some(&question.section) {
            continue;
        }
        let columns = &cx.corpus().columns;
        let cells: Vec<Cell> = columns.iter().map(|country| answer::cell(cx, question, country)).collect();
        let summary = summary::view(cx, question, cells.iter());
        if let Some(summary) = summary.filter(|summary| !summary.times.is_empty()) {
            done = Some(&question.section);
            list.push(HomeFinding { question: cx.link(Kind::Question, question.id.as_str()), summary });
        }
    }
    list
}
