//! Disputes: conflicts between sources, and answers on which two coders differ.

use crate::law::{self, cell};
use crate::site::context::Context;
use crate::site::page::piece::{answer, conflict, treaty};
use crate::site::view::{CellDetail, Disagreements, DisputedAction};

pub fn view<'s>(cx: &Context<'s>) -> Disagreements {
    let corpus = cx.corpus();
    let pairs = || cx.site.index.codebook().flat_map(|q| corpus.columns.iter().map(move |c| (q, c)));
    let clashing =
        |(q, c): &(&'s law::Question, &'s law::CountryId)| !cell::on(corpus, q, c, cx.day).disputing.is_empty();
    let coders = |(q, c): &(&law::Question, &law::CountryId)| two_coders(q.kind, corpus.findings_of(&q.id, c));
    Disagreements {
        conflicts: corpus.conflicts.iter().map(|c| conflict::view(cx, c)).collect(),
        cells: pairs().filter(clashing).map(|(q, c)| cell_detail_elsewhere(cx, q, c)).collect(),
        actions: disputed_actions(cx),
        coders: pairs().filter(coders).map(|(q, c)| cell_detail_elsewhere(cx, q, c)).collect(),
    }
}

/// The details of a cell, for a page with cells of several questions: its anchor contains the question.
pub fn cell_detail_elsewhere<'s>(
    cx: &Context<'s>,
    question: &'s law::Question,
    country: &'s law::CountryId,
) -> CellDetail {
    CellDetail { id: format!("{}-{}", question.id, country), ..answer::detail(cx, question, country) }
}

/// Whether two coders answered one cell differently from the same source for the same time.
pub fn two_coders(kind: law::AnswerKind, findings: &[law::Finding]) -> bool {
    findings.iter().enumerate().any(|(n, a)| {
        findings[n + 1..].iter().any(|b| {
            a.coder() != b.coder()
                && !a.is_computed()
                && !b.is_computed()
                && a.citation.source.value == b.citation.source.value
                && a.observed.may_equal(&b.observed)
                && cell::differ(kind, a, b)
        })
    })
}

/// The actions to which sources give dates that cannot all be right.
pub fn disputed_actions<'s>(cx: &Context<'s>) -> Vec<DisputedAction> {
    let corpus = cx.corpus();
    let of = |action: &'s law::Action| DisputedAction {
        country: cx.country(&action.country),
        instrument: corpus
            .instruments
            .get(action.instrument.as_str())
            .map(|i| treaty::instrument_at(cx, i, &action.country))
            .expect("after assembly each action's instrument exists"),
        action: treaty::action(cx, action),
    };
    corpus.actions.iter().filter(|a| treaty::disputed(a)).map(of).collect()
}
