//! Pages that would be too heavy and are split into parts with some rows and some groups of countries: what a part
//! shows, and the table of the parts with their counts.
//!
//! What comes in is the context: which parts there are was decided when the site was compiled. The functions that
//! make rows ask here which rows and columns they show, so that they need not know whether the page is a part.

use rayon::prelude::*;

use crate::law::{self, CountryId, Kind, cell, status, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::page::piece::section;
use crate::site::route::{self, GroupName, Page, PartGrid, PartGroup};
use crate::site::view::{Link, PartCell, PartCount, PartMember, PartRow, PartTable, PartsBeside, SplitPage};
use crate::text::TaggedText;

/// The groups of rows and of countries of the part that the page is; `None` if it is no part. The inner `None`: the part
/// has all rows, or all countries.
fn groups<'s>(cx: &Context<'s>) -> Option<(Option<&'s PartGroup>, Option<&'s PartGroup>)> {
    let Page::Part { of, rows, columns } = &cx.at.page else { return None };
    cx.site.pages.parts.of(of)?.groups(rows, columns)
}

/// Whether the page leaves its cells to parts.
pub fn is_split(cx: &Context<'_>) -> bool {
    cx.site.pages.parts.of(&cx.at.page).is_some()
}

/// Those of the countries whose cells the page shows.
pub fn columns<'s>(cx: &Context<'s>, all: Vec<&'s CountryId>) -> Vec<&'s CountryId> {
    match groups(cx) {
        Some((_, None)) => all,
        Some((_, Some(group))) => {
            all.into_iter().filter(|id| group.members.iter().any(|member| **member == *id.as_str())).collect()
        }
        None if is_split(cx) => Vec::new(),
        None => all,
    }
}

/// Whether the page shows the cells of a row, which is a record of this kind.
pub fn has_row(cx: &Context<'_>, kind: Kind, id: &str) -> bool {
    match groups(cx) {
        Some((Some(group), _)) => has(group, kind, id),
        Some((None, _)) => true,
        None => !is_split(cx),
    }
}

fn has(group: &PartGroup, kind: Kind, id: &str) -> bool {
    group.kind == kind && group.members.iter().any(|member| **member == *id)
}

/// The part of the page that shows the cells of a row. `None`: the page is whole, or is that part.
pub fn with_row(cx: &Context<'_>, kind: Kind, id: &str) -> Option<Page> {
    let grid = cx.site.pages.parts.of(&cx.at.page)?;
    let group = grid.rows.iter().find(|group| has(group, kind, id))?;
    Some(cx.at.page.part_with(&group.slug, &"".into()))
}

/// The ways to the parts of a page that is split by its rows alone.
pub fn by_rows(cx: &Context<'_>) -> Vec<Link> {
    let grid = cx.site.pages.parts.of(&cx.at.page).filter(|grid| grid.columns.is_empty());
    let link =
        |group: &PartGroup| Link { href: cx.to(&cx.at.page.part_with(&group.slug, &"".into())), text: name(cx, group) };
    grid.iter().flat_map(|grid| grid.rows.iter()).map(link).collect()
}

/// On a page that is split the table of its parts, on a part the ways to the others. `None`: the page is whole.
pub fn view(cx: &Context<'_>) -> Option<SplitPage> {
    let of = cx.at.page.unsplit();
    let grid = cx.site.pages.parts.of(of)?;
    let none = SplitPage { of: None, whole: None, countries: Vec::new(), parts: None, beside: None };
    let Some((rows, columns)) = groups(cx) else {
        // What is split by its rows alone has a list of them in place of a table.
        let parts = Some(grid).filter(|grid| !grid.columns.is_empty()).map(|grid| table(cx, grid));
        return Some(SplitPage { parts, ..none });
    };
    let names: Vec<TaggedText> = [rows, columns].into_iter().flatten().map(|group| name(cx, group)).collect();
    let text = TaggedText::joined(&names, ", ");
    let slug = |group: Option<&PartGroup>| group.map_or_else(|| "".into(), |group| group.slug.clone());
    let link =
        |rows: Option<&PartGroup>, columns: Option<&PartGroup>| cx.to(&of.part_with(&slug(rows), &slug(columns)));
    let is_other = |own: Option<&PartGroup>, group: &PartGroup| own.is_some_and(|own| own.slug != group.slug);
    let other_rows = grid.rows.iter().filter(|group| is_other(rows, group));
    let other_columns = grid.columns.iter().filter(|group| is_other(columns, group));
    Some(SplitPage {
        of: Some(Link { href: String::new(), text }),
        whole: Some(cx.to(of)),
        beside: Some(PartsBeside {
            rows: other_rows.map(|group| Link { href: link(Some(group), columns), text: name(cx, group) }).collect(),
            countries: other_columns
                .map(|group| Link { href: link(rows, Some(group)), text: name(cx, group) })
                .collect(),
        }),
        ..none
    })
}

fn name(cx: &Context<'_>, group: &PartGroup) -> TaggedText {
    let name = |kind: Kind, id: &str| cx.site.index.name(kind, id);
    match &group.name {
        GroupName::Record(kind, id) => name(*kind, id),
        GroupName::Range(kind, first, last) => TaggedText::joined(&[name(*kind, first), name(*kind, last)], " – "),
        GroupName::Others => cx.site.index.words.others.as_str().into(),
        GroupName::Treaties => cx.site.index.words.treaties.as_str().into(),
    }
}

fn table(cx: &Context<'_>, grid: &PartGrid) -> PartTable {
    let of = &cx.at.page;
    let counts = counts(cx, grid);
    let cell = |row: usize, rows: &str, at: usize| {
        let columns = &grid.columns[at];
        let (count, all) = counts[row][at];
        PartCell { href: cx.to(&of.part_with(&rows.into(), &columns.slug)), count: PartCount { count, of: all } }
    };
    let row = |row: usize, group: Option<&PartGroup>| {
        let rows = group.map_or("", |group| &group.slug);
        PartRow {
            name: group.map(|group| name(cx, group)).unwrap_or_default(),
            members: group.map(|group| members(cx, group)).unwrap_or_default(),
            parts: (0..grid.columns.len()).map(|at| cell(row, rows, at)).collect(),
            total: sum(counts[row].iter()),
        }
    };
    let rows = match grid.rows.len() {
        0 => vec![row(0, None)],
        _ => grid.rows.iter().enumerate().map(|(at, group)| row(at, Some(group))).collect(),
    };
    PartTable {
        counted: if *of == Page::Treaties { "bound" } else { "answered" },
        columns: grid.columns.iter().map(|group| name(cx, group)).collect(),
        rows,
        totals: (0..grid.columns.len()).map(|at| sum(counts.iter().map(|row| &row[at]))).collect(),
        total: sum(counts.iter().flatten()),
        countries: chooser(cx, grid),
    }
}

fn sum<'c>(counts: impl Iterator<Item = &'c (usize, usize)>) -> PartCount {
    let (count, of) = counts.fold((0, 0), |(count, of), next| (count + next.0, of + next.1));
    PartCount { count, of }
}

/// The records of a group of rows: sections of the codebook with the anchors that links to the matrix name, or instruments.
fn members(cx: &Context<'_>, group: &PartGroup) -> Vec<PartMember> {
    if cx.at.page == Page::Treaties {
        let link = |id: &std::sync::Arc<str>| PartMember { id: String::new(), link: cx.link(Kind::Instrument, id) };
        return group.members.iter().map(link).collect();
    }
    let corpus = cx.corpus();
    let asked = group.members.iter().filter_map(|id| corpus.questions.get(id)).map(|question| &question.section);
    let sections: std::collections::BTreeSet<&law::SectionId> = asked.collect();
    let shown = cx.site.index.sections().filter(|section| sections.contains(&section.id));
    let link = |section: &law::Section| PartMember {
        id: route::record_anchor(Kind::Section, section.id.as_str()),
        link: section::link(cx, section),
    };
    shown.map(link).collect()
}

/// Every country, with the way to its cells: to its part, or to its own page where it is in several parts.
fn chooser(cx: &Context<'_>, grid: &PartGrid) -> Vec<PartMember> {
    let member = |country: &law::Country| {
        let id = &country.id;
        let part = grid.rows.is_empty().then(|| grid.column_of(id.as_str())).flatten();
        let anchor = route::record_anchor(Kind::Country, id.as_str());
        let link = match (&cx.at.page, part) {
            (Page::Question(_), Some(_)) => {
                Link { href: cx.href(&cx.at.page.path(), Some(&anchor)), text: cx.country_name(id) }
            }
            (page, Some(part)) => {
                Link { href: cx.to(&page.part_with(&"".into(), &part.slug)), text: cx.country_name(id) }
            }
            _ => cx.country(id),
        };
        grid.column_of(id.as_str()).map(|_| PartMember { id: anchor, link })
    };
    cx.site.index.countries().filter_map(member).collect()
}

/// For each group of rows and of countries: how many cells are answered, or how many states bound, and how many cells
/// there are.
fn counts(cx: &Context<'_>, grid: &PartGrid) -> Vec<Vec<(usize, usize)>> {
    let corpus = cx.corpus();
    let all: Vec<&str> = match &cx.at.page {
        Page::Question(id) => vec![id.as_str()],
        Page::Section(id) => cx.site.index.codebook().filter(|q| q.section == *id).map(|q| q.id.as_str()).collect(),
        _ => corpus.codebook.iter().map(|id| id.as_str()).collect(),
    };
    let rows: Vec<Vec<&str>> = match grid.rows.len() {
        0 => vec![all],
        _ => grid.rows.iter().map(|group| group.members.iter().map(|id| &**id).collect()).collect(),
    };
    let of_row = |rows: &Vec<&str>| -> Vec<(usize, usize)> {
        let of_group = |group: &PartGroup| {
            let countries = group.members.iter().filter_map(|id| corpus.countries.get(id));
            let count = countries.map(|c| rows.iter().filter(|row| does_count(cx, row, &c.id)).count()).sum();
            (count, rows.len() * group.members.len())
        };
        grid.columns.iter().map(of_group).collect()
    };
    rows.par_iter().map(of_row).collect()
}

/// Whether the cell of a question is answered, or the country is bound by the instrument.
fn does_count(cx: &Context<'_>, row: &str, country: &CountryId) -> bool {
    let (corpus, day) = (cx.corpus(), cx.day);
    if cx.at.page == Page::Treaties {
        let instrument = corpus.instruments.get(row);
        let status = instrument.map(|i| status::without_as_of(corpus, country, &i.id, day).status);
        return matches!(status, Some(TreatyStatus::Party | TreatyStatus::Bound));
    }
    corpus.questions.get(row).is_some_and(|question| cell::on(corpus, question, country, day).state.answers())
}
