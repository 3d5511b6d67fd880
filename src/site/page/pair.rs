//! The comparison of two countries on the page's day: the questions by section, and the treaties; in each group what
//! differs first, then what both share, then what neither answers.
//!
//! What comes in is two columns of the matrix; what goes out is rows that are already sorted and counted, with the keys that
//! occur for the legends. When two answers are alike is decided in `likeness`, not here.

use crate::law::{self, CountryId, Kind, Standing, cell::State, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::index::joins_treaties;
use crate::site::likeness::{Likeness, answers, likeness};
use crate::site::page::piece::{answer, section, treaty};
use crate::site::route;
use crate::site::route::Page;
use crate::site::view::{Cell, Link, Pair, PairRow, PairSection, PairTreaties, PairTreaty, Status};

pub fn view<'s>(cx: &Context<'s>, pair: [&'s CountryId; 2]) -> Pair {
    let rows: Vec<Compared<'s>> = cx.site.index.codebook().map(|question| compared(cx, question, pair)).collect();
    let count = |likeness: Likeness| rows.iter().filter(|row| row.likeness == likeness).count();
    let cells = || rows.iter().flat_map(|row| &row.view.cells);
    Pair {
        countries: pair.map(|c| cx.country(c)).into(),
        ids: pair.map(CountryId::to_string).into(),
        matrix: cx.to(&Page::Matrix),
        questions: rows.len(),
        differ: count(Likeness::Different),
        similar: count(Likeness::Similar),
        same: count(Likeness::Same),
        unsettled: count(Likeness::Unsettled),
        only_one: count(Likeness::OnlyOne),
        none: count(Likeness::Neither),
        states: State::WORDS.iter().copied().filter(|key| cells().any(|cell| cell.state == *key)).collect(),
        standings: Standing::WORDS.iter().copied().filter(|key| cells().any(|cell| cell.standing == *key)).collect(),
        sections: sections(cx, rows),
        treaties: treaties(cx, pair),
    }
}

/// A question with the answers of both countries, compared.
struct Compared<'s> {
    section: &'s law::SectionId,
    likeness: Likeness,
    view: PairRow,
}

fn compared<'s>(cx: &Context<'s>, question: &'s law::Question, pair: [&CountryId; 2]) -> Compared<'s> {
    let cells: [Cell; 2] = pair.map(|country| answer::cell(cx, question, country));
    let likeness = likeness(question, &cells);
    let answering = cells.iter().find(|cell| likeness == Likeness::OnlyOne && answers(cell));
    let view = PairRow {
        question: cx.link(Kind::Question, question.id.as_str()),
        id: question.id.to_string(),
        wording: question.wording.clone(),
        domain: question.domain.word(),
        likeness: likeness.word(),
        answering_country: answering.map(|cell| cell.country_name.clone()).unwrap_or_default(),
        cells: cells.into(),
    };
    Compared { section: &question.section, likeness, view }
}

/// Rows in the groups in which a reader looks at them.
struct Grouped<Row> {
    different: Vec<Row>,
    same: Vec<Row>,
    none: Vec<Row>,
}

impl<Row> Grouped<Row> {
    fn of(rows: impl IntoIterator<Item = (Likeness, Row)>) -> Grouped<Row> {
        let mut groups = Grouped { different: Vec::new(), same: Vec::new(), none: Vec::new() };
        for (likeness, row) in rows {
            match likeness {
                Likeness::Same => groups.same.push(row),
                Likeness::Neither => groups.none.push(row),
                _ => groups.different.push(row),
            }
        }
        groups
    }

    fn all(&self) -> impl Iterator<Item = &Row> {
        self.different.iter().chain(&self.same).chain(&self.none)
    }
}

fn sections(cx: &Context<'_>, mut rows: Vec<Compared<'_>>) -> Vec<PairSection> {
    let mut out = Vec::new();
    for section in cx.site.index.sections() {
        let own = rows.extract_if(.., |row| *row.section == section.id);
        let groups = Grouped::of(own.map(|row| (row.likeness, row.view)));
        if groups.all().next().is_none() {
            continue;
        }
        out.push(PairSection {
            id: route::record_anchor(Kind::Section, section.id.as_str()),
            title: section::link(cx, section),
            different: groups.different,
            same: groups.same,
            none: groups.none,
        });
    }
    out
}

/// The treaty statuses of both; `None` if one of them joins no treaties or there is no treaty.
fn treaties(cx: &Context<'_>, pair: [&CountryId; 2]) -> Option<PairTreaties> {
    if !pair.iter().all(|country| joins_treaties(cx.corpus(), country)) {
        return None;
    }
    let treaties = cx.site.index.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty);
    let groups = Grouped::of(treaties.map(|treaty| compared_treaty(cx, treaty, pair)));
    let occurs = |key: &str| groups.all().flat_map(|row| &row.statuses).any(|status| status.key == key);
    let statuses: Vec<&'static str> = TreatyStatus::WORDS.iter().copied().filter(|key| occurs(key)).collect();
    let has_rows = groups.all().next().is_some();
    let Grouped { different, same, none } = groups;
    has_rows.then_some(PairTreaties { different, same, none, statuses })
}

fn compared_treaty(cx: &Context<'_>, instrument: &law::Instrument, pair: [&CountryId; 2]) -> (Likeness, PairTreaty) {
    let statuses: [Status; 2] = pair.map(|country| treaty::status(cx, country, &instrument.id));
    let is_recorded = pair.map(|country| law::status::is_known(cx.corpus(), country, &instrument.id));
    let (likeness, answering) = match is_recorded {
        [false, false] => (Likeness::Neither, None),
        [true, false] => (Likeness::OnlyOne, Some(pair[0])),
        [false, true] => (Likeness::OnlyOne, Some(pair[1])),
        [true, true] if statuses[0].key == statuses[1].key => (Likeness::Same, None),
        [true, true] => (Likeness::Different, None),
    };
    let view = PairTreaty {
        instrument: Link { text: instrument.short().to_owned(), ..cx.link(Kind::Instrument, instrument.id.as_str()) },
        hrefs: pair.map(|country| treaty::instrument_at(cx, instrument, country).href).into(),
        statuses: statuses.into(),
        likeness: likeness.word(),
        answering_country: answering.map(|country| cx.country_name(country)).unwrap_or_default(),
    };
    (likeness, view)
}
