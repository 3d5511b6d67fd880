//! When two cells give the same answer: one rule for the pages of two countries and for the script of the matrix.

use std::collections::BTreeSet;

use crate::law::cell::{State, several};
use crate::law::{self, AnswerKind};

use super::view::Cell;

/// Numbers the distinct answers of a row of cells: equal numbers mean equal answers. 0: the cell gives no answer that
/// could be compared, because it is silent, unclear, or its sources disagree.
///
/// Two answers are equal if state, value, elements, limit and stage are. Cells of the state `varies` are equal to
/// nothing: they share a word but no answer.
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

/// Whether a cell gives any answer.
pub(super) fn answers(cell: &Cell) -> bool {
    State::parse(cell.state).is_some_and(State::answers)
}

fn is_unsettled(cell: &Cell) -> bool {
    [State::Unclear, State::Conflicting].iter().any(|state| state.word() == cell.state)
}

fn same(question: &law::Question, a: &Cell, b: &Cell) -> bool {
    let alike = a.state == b.state && a.detail == b.detail && a.lacking == b.lacking && a.stage == b.stage;
    let value = match question.kind {
        AnswerKind::Several => listed(a) == listed(b),
        _ => a.value == b.value,
    };
    a.state != State::Varies.word() && alike && value
}

/// The single answers of a question with several, regardless of their order.
fn listed(cell: &Cell) -> BTreeSet<&str> {
    cell.value.iter().flat_map(|words| several(words)).collect()
}

/// How the answers of two countries compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same answer.
    Same,
    /// The same word with other details.
    Similar,
    /// Different answers.
    Different,
    /// Both answer, but one is unclear or disputed.
    Unsettled,
    /// Only one of them answers.
    OnlyOne,
    /// Neither answers.
    Neither,
}

impl Likeness {
    /// The key in views and messages.
    pub(super) fn word(self) -> &'static str {
        match self {
            Likeness::Same => "same",
            Likeness::Similar => "similar",
            Likeness::Different => "differs",
            Likeness::Unsettled => "unsettled",
            Likeness::OnlyOne => "one",
            Likeness::Neither => "none",
        }
    }
}

/// How the answers of two cells to one question compare.
pub(super) fn likeness(question: &law::Question, cells: &[Cell; 2]) -> Likeness {
    let has_words = |cell: &Cell| cell.state != State::Value.word() || question.kind == AnswerKind::Text;
    if cells.iter().all(answers) && cells.iter().any(is_unsettled) {
        return Likeness::Unsettled;
    }
    match says(question, cells)[..] {
        _ if !cells.iter().any(answers) => Likeness::Neither,
        [0, _] | [_, 0] => Likeness::OnlyOne,
        [a, b] if a == b => Likeness::Same,
        _ if cells[0].state == cells[1].state && has_words(&cells[0]) => Likeness::Similar,
        _ => Likeness::Different,
    }
}
