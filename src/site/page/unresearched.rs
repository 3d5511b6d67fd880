//! The page of open questions: cells that nobody has researched, and cells on which sources are silent.

use crate::law::coverage::coverage_of;
use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::likeness::answers;
use crate::site::page::piece::{answer, part, treaty};
use crate::site::route::Page;
use crate::site::view::{Cell, SectionAnswered, StaleLink, Unresearched, UnresearchedCountry};

pub fn view<'s>(cx: &Context<'s>) -> Unresearched {
    let of = |country: &'s law::CountryId| {
        let cells: Vec<Cell> = cx.site.index.codebook().map(|q| answer::cell(cx, q, country)).collect();
        let pick = |key: &str| cells.iter().filter(|c| c.state == key).cloned().collect();
        let unknown = |i: &&law::Instrument| {
            let joins = crate::site::index::joins_treaties(cx.corpus(), country);
            joins && treaty::is_unknown(cx, country, &i.id)
        };
        UnresearchedCountry {
            country: cx.country(country),
            not_researched: pick("not-researched"),
            silent: pick("source-silent"),
            unavailable: pick("source-unavailable"),
            answered: cells.iter().filter(|cell| answers(cell)).count(),
            questions: cells.len(),
            sections: sections(cx, country),
            treaties: cx
                .site
                .index
                .instruments()
                .filter(unknown)
                .map(|i| cx.link(Kind::Instrument, i.id.as_str()))
                .collect(),
        }
    };
    let stale = cx.site.index.stale().len();
    let columns = part::columns(cx, cx.corpus().columns.iter().collect());
    Unresearched {
        countries: columns.into_iter().map(of).collect(),
        stale: (stale > 0).then(|| StaleLink { href: cx.to(&Page::Stale), count: stale }),
        contribute: cx.site.index.report(),
    }
}

fn sections(cx: &Context<'_>, country: &law::CountryId) -> Vec<SectionAnswered> {
    let sections = coverage_of(cx.corpus(), country, cx.day).into_iter().filter(|section| section.counts.asked() > 0);
    let answered = |section: law::coverage::SectionCoverage| SectionAnswered {
        section: cx.link(Kind::Section, section.section.as_str()),
        answered: section.counts.answered,
        asked: section.counts.asked(),
        without_quotation: section.counts.without_quotation,
        machine_translated: section.counts.machine_translated,
    };
    sections.map(answered).collect()
}
