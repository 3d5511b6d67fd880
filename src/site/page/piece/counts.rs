//! The amounts by which a reader judges how much the site holds. Topics, modules and what stands on the page of a
//! country alone (offences, statistics, gaps, observations) are not counted.

use crate::site::context::Context;
use crate::site::page::piece::matrix;
use crate::site::view::Counts;

pub fn of_site(cx: &Context<'_>) -> Counts {
    let corpus = cx.corpus();
    Counts {
        countries: matrix::countries(cx).len(),
        questions: corpus.questions.len(),
        cells: corpus.cells.len(),
        findings: corpus.findings.len(),
        instruments: corpus.instruments.len(),
        actions: corpus.actions.len(),
        laws: corpus.laws.len(),
        provisions: corpus.provisions.len(),
        amendments: corpus.amendments.len(),
        sources: corpus.sources.len(),
        conflicts: corpus.conflicts.len(),
        terms: corpus.terms.len(),
    }
}
