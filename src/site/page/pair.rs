//! The comparison of two countries: differences first, then what both share.

use crate::law::{self, CountryId, Kind, Standing, cell::State, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::index::joins_treaties;
use crate::site::likeness::{answers, likeness};
use crate::site::page::piece::{answer, treaty};
use crate::site::route::{self, Page};
use crate::site::view::{Cell, Link, Pair, PairRow, PairSection, PairTreaties, PairTreaty, Status};

pub fn view<'s>(cx: &Context<'s>, pair: [&'s CountryId; 2]) -> Pair {
    let rows: Vec<(&law::SectionId, PairRow)> =
        cx.site.index.codebook().map(|q| (&q.section, pair_row(cx, q, pair))).collect();
    let count = |key: &str| rows.iter().filter(|(_, row)| row.likeness == key).count();
    let stands = |key: &str| rows.iter().flat_map(|(_, row)| &row.cells).any(|c| c.standing == key);
    let occurs = |key: &str| rows.iter().flat_map(|(_, row)| &row.cells).any(|c| c.state == key);
    Pair {
        countries: pair.map(|c| cx.country(c)).into(),
        ids: pair.map(CountryId::to_string).into(),
        matrix: cx.to(&Page::Matrix),
        questions: rows.len(),
        differ: count("differs"),
        similar: count("similar"),
        same: count("same"),
        unsettled: count("unsettled"),
        one: count("one"),
        none: count("none"),
        states: State::WORDS.iter().copied().filter(|key| occurs(key)).collect(),
        standings: Standing::WORDS.iter().copied().filter(|key| stands(key)).collect(),
        sections: pair_sections(cx, rows),
        treaties: pair_treaties(cx, pair),
    }
}

pub fn pair_row<'s>(cx: &Context<'s>, question: &'s law::Question, pair: [&CountryId; 2]) -> PairRow {
    let cells: Vec<Cell> = pair.iter().map(|country| answer::cell(cx, question, country)).collect();
    PairRow {
        question: cx.link(Kind::Question, question.id.as_str()),
        id: question.id.to_string(),
        wording: question.wording.clone(),
        domain: question.domain.word(),
        likeness: likeness(question, &cells),
        answers: cells.iter().find(|c| answers(c)).map(|c| c.country_name.clone()).unwrap_or_default(),
        cells,
    }
}

pub fn pair_sections(cx: &Context<'_>, rows: Vec<(&law::SectionId, PairRow)>) -> Vec<PairSection> {
    let mut out: Vec<PairSection> = Vec::new();
    for (id, row) in rows {
        let anchor = route::record_anchor(Kind::Section, id.as_str());
        if out.last().is_none_or(|section| section.id != anchor) {
            out.push(PairSection {
                id: anchor,
                title: Link {
                    href: cx.to(&Page::Section(id.clone())),
                    text: cx.site.index.name(Kind::Section, id.as_str()),
                },
                open: Vec::new(),
                same: Vec::new(),
                none: Vec::new(),
            });
        }
        let section = out.last_mut().expect("one was pushed");
        match row.likeness {
            "same" => section.same.push(row),
            "none" => section.none.push(row),
            _ => section.open.push(row),
        }
    }
    out
}

/// The treaty statuses of both; `None` if one of them joins no treaties or there is no treaty.
pub fn pair_treaties(cx: &Context<'_>, pair: [&CountryId; 2]) -> Option<PairTreaties> {
    if !pair.iter().all(|country| joins_treaties(cx.corpus(), country)) {
        return None;
    }
    let unknown = |status: &Status| status.key == TreatyStatus::NotRecorded.word();
    let (mut open, mut same, mut none) = (Vec::new(), Vec::new(), Vec::new());
    for instrument in cx.site.index.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty) {
        let statuses: Vec<Status> = pair.iter().map(|country| treaty::status(cx, country, &instrument.id)).collect();
        let likeness = match (unknown(&statuses[0]), unknown(&statuses[1])) {
            (true, true) => "none",
            (false, false) if statuses[0].key == statuses[1].key => "same",
            (false, false) => "differs",
            _ => "one",
        };
        let known = statuses.iter().position(|s| !unknown(s));
        let row = PairTreaty {
            instrument: Link {
                text: instrument.short().to_owned(),
                ..cx.link(Kind::Instrument, instrument.id.as_str())
            },
            hrefs: pair.map(|country| treaty::instrument_at(cx, instrument, country).href).into(),
            statuses,
            likeness,
            answers: known.map(|at| cx.country_name(pair[at])).unwrap_or_default(),
        };
        match likeness {
            "same" => same.push(row),
            "none" => none.push(row),
            _ => open.push(row),
        }
    }
    let all = || open.iter().chain(&same).chain(&none).flat_map(|row: &PairTreaty| &row.statuses);
    let occurs = |key: &str| all().any(|status| status.key == key);
    let statuses = TreatyStatus::WORDS.iter().copied().filter(|key| occurs(key)).collect();
    let any = !(open.is_empty() && same.is_empty() && none.is_empty());
    any.then_some(PairTreaties { open, same, none, statuses })
}
