//! The elements of a benchmark against the countries: what findings name as met or not met, and nothing else.

use crate::law::CountryId;
use crate::site::context::Context;
use crate::site::page::piece::years;
use crate::site::view::{Benchmark, CellDetail, ElementMark, ElementRow, Elements, Finding};
use crate::text::TaggedText;

/// The elements that the findings of these cells name; `None` without an article as benchmark, or if none is named.
pub fn view(cx: &Context<'_>, benchmark: Option<&Benchmark>, cells: &[CellDetail]) -> Option<Elements> {
    let benchmark = benchmark.filter(|benchmark| benchmark.article.is_some())?;
    let is_country = |detail: &&CellDetail| !cx.is_region(&CountryId::new(detail.cell.country.as_str()));
    let columns: Vec<&CellDetail> = cells.iter().filter(is_country).collect();
    let mut names: Vec<&TaggedText> = Vec::new();
    for element in columns.iter().flat_map(|d| &d.findings).flat_map(|f| f.met.iter().chain(&f.unmet)) {
        if !names.iter().any(|known| is_same(known, element)) {
            names.push(element);
        }
    }
    let row = |element: &&TaggedText| ElementRow {
        element: (*element).clone(),
        cells: columns.iter().map(|detail| mark(element, &detail.findings)).collect(),
    };
    let rows: Vec<ElementRow> = names.iter().map(row).collect();
    (!rows.is_empty()).then(|| Elements {
        of: benchmark.link.clone(),
        countries: columns.iter().map(|detail| detail.country.clone()).collect(),
        answers: columns.iter().map(|detail| detail.cell.clone()).collect(),
        rows,
    })
}

/// What the last finding that names the element says of it: findings stand in the order of the cell, the shown one
/// first, then the latest.
fn mark(element: &TaggedText, findings: &[Finding]) -> Option<ElementMark> {
    let names = |list: &[TaggedText]| list.iter().any(|own| is_same(own, element));
    let finding = findings.iter().filter(|f| !f.later).find(|f| names(&f.met) || names(&f.unmet))?;
    Some(ElementMark {
        met: names(&finding.met),
        shown: finding.shown,
        years: years::in_full(&finding.observed),
        observed: finding.observed.clone(),
        rests_on: finding.rests_on.clone(),
        citation: finding.citation.clone(),
    })
}

fn is_same(a: &TaggedText, b: &TaggedText) -> bool {
    a.as_str().trim().to_lowercase() == b.as_str().trim().to_lowercase()
}
