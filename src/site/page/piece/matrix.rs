//! The matrix, or a part of it.

use crate::law::{self, CountryId, Kind, Question, Standing, cell::State};
use crate::site::context::Context;
use crate::site::likeness::says;
use crate::site::page::piece::{answer, part};
use crate::site::route;
use crate::site::view::{Cell, GradedValue, Matrix, MatrixRow, MatrixSection};

/// The matrix with the questions for which `of` is true and all columns. `other_way` is the address of its transposed
/// form.
pub fn whole(cx: &Context<'_>, of: impl Fn(&Question) -> bool, other_way: String) -> Matrix {
    let of = |question: &Question| of(question) && part::has_row(cx, Kind::Question, question.id.as_str());
    slice(cx, of, &part::columns(cx, cx.corpus().columns.iter().collect()), other_way)
}

/// Like `whole`, for some of the countries.
pub fn slice(cx: &Context<'_>, of: impl Fn(&Question) -> bool, columns: &[&CountryId], other_way: String) -> Matrix {
    let mut sections: Vec<MatrixSection> = Vec::new();
    for question in cx.site.index.codebook().filter(|q| of(q)) {
        let cells: Vec<Cell> = columns.iter().map(|country| answer::cell(cx, question, country)).collect();
        let row = MatrixRow {
            id: question.id.to_string(),
            says: says(question, &cells),
            question: cx.link(Kind::Question, question.id.as_str()),
            wording: question.wording.clone(),
            domain: question.domain.word(),
            cells,
        };
        match sections.last_mut().filter(|s| s.section == question.section.as_str()) {
            Some(section) => section.rows.push(row),
            None => sections.push(MatrixSection {
                id: route::record_anchor(Kind::Section, question.section.as_str()),
                section: question.section.to_string(),
                title: cx.site.index.name(Kind::Section, question.section.as_str()),
                rows: vec![row],
            }),
        }
    }
    let cells = || sections.iter().flat_map(|s| &s.rows).flat_map(|r| &r.cells);
    let occurs = |key: &str| cells().any(|c| c.state == key);
    Matrix {
        countries: columns.iter().map(|c| cx.country(c)).collect(),
        ids: columns.iter().map(|c| c.to_string()).collect(),
        regions: columns.iter().filter(|c| cx.is_region(c)).map(|c| c.to_string()).collect(),
        states: State::WORDS.iter().copied().filter(|key| occurs(key)).collect(),
        standings: Standing::WORDS.iter().copied().filter(|key| cells().any(|c| c.standing == *key)).collect(),
        values: values_of(cells()),
        sections,
        other_way,
    }
}

/// The distinct answers to scales and choices in these cells, in the order of their first occurrence.
fn values_of<'v>(cells: impl Iterator<Item = &'v Cell>) -> Vec<GradedValue> {
    let mut list: Vec<GradedValue> = Vec::new();
    for cell in cells.filter(|cell| !cell.value_key.is_empty()) {
        let keys: Vec<&str> = cell.value_key.split(' ').collect();
        let value = cell.value.clone().unwrap_or_default();
        // A single value may contain a comma; several answers have a key each.
        let values: Vec<&str> = if keys.len() == 1 { vec![&value] } else { value.split(", ").collect() };
        for (key, value) in keys.into_iter().zip(values) {
            if !list.iter().any(|known| known.key == key) {
                list.push(GradedValue { key: key.to_owned(), value: value.to_owned(), step: cell.step });
            }
        }
    }
    list
}

/// With more countries than this a table at a glance has no room for a mark or a strip for each.
pub const MOST_COLUMNS_AT_A_GLANCE: usize = 16;

/// The columns without those of regions.
pub fn countries<'s>(cx: &Context<'s>) -> Vec<&'s CountryId> {
    cx.corpus().columns.iter().filter(|id| !cx.is_region(id)).collect()
}

/// The code of ISO 3166 of a country, where its name has no room; empty if it has none.
pub fn code(cx: &Context<'_>, id: &law::CountryId) -> String {
    cx.corpus().countries.get(id.as_str()).and_then(|country| country.iso.clone()).unwrap_or_default()
}
