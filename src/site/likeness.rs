//! What makes two answers the same: one rule for the pages of two countries and for the script of the matrix.

use std::collections::BTreeSet;

use crate::law::{self, AnswerKind, cell::State};

use super::view::Cell;

/// Which cells of a row give the same answer: those with the same number do. 0: the cell gives none that could be
/// compared, for it is silent, unclear, or its sources disagree.
///
/// Two answers are the same if state, value, elements, limit and stage are. What differs within a country is the same as
/// nothing else: two such cells share a word and no answer.
pub(super) fn says(question: &law::Question, cells: &[Cell]) -> Vec<usize> {
    let mut seen: Vec<&Cell> = Vec::new();
    let mut out = Vec::with_capacity(cells.len());
    for cell in cells {
        if !answers(cell) || is_unsettled(cell) {
            out.push(0);
            continue;
        }
        let known = seen.iter().position(|other| same(question, other, cell));
        if known.is_none() {
            seen.push(cell);
        }
        out.push(known.map_or(seen.len(), |at| at + 1));
    }
    out
}

/// Whether a cell gives an answer, whatever it is.
pub(super) fn answers(cell: &Cell) -> bool {
    State::parse(cell.state).is_some_and(State::answers)
}

fn is_unsettled(cell: &Cell) -> bool {
    ["unclear", "conflicting"].contains(&cell.state)
}

fn same(question: &law::Question, a: &Cell, b: &Cell) -> bool {
    let alike = a.state == b.state && a.detail == b.detail && a.lacking == b.lacking && a.stage == b.stage;
    let value = match question.kind {
        AnswerKind::Several => listed(a) == listed(b),
        _ => a.value == b.value,
    };
    a.state != "varies" && alike && value
}

/// The answers of a question that has several, in whatever order they are given.
fn listed(cell: &Cell) -> BTreeSet<&str> {
    cell.value.iter().flat_map(|words| words.split(',')).map(str::trim).collect()
}

/// How two cells stand to each other: `same`, `similar` (the same word, but other details), `differs`, `unsettled` (both
/// answer, one of them without saying which), `one` (only one answers), `none`.
pub(super) fn likeness(question: &law::Question, cells: &[Cell]) -> &'static str {
    let words = |cell: &Cell| cell.state != "value" || question.kind == AnswerKind::Text;
    if cells.iter().all(answers) && cells.iter().any(is_unsettled) {
        return "unsettled";
    }
    match says(question, cells)[..] {
        _ if !cells.iter().any(answers) => "none",
        [0, _] | [_, 0] => "one",
        [a, b] if a == b => "same",
        _ if cells[0].state == cells[1].state && words(&cells[0]) => "similar",
        _ => "differs",
    }
}
