//! Disagreements between sources.

use crate::text::{At, Prose, Span};

use super::record::{Record, head, named};
use super::{Citation, ConflictId, Head};

/// A disagreement between sources, or inside one.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// What every record carries.
    pub head: Head,
    /// Its identity.
    pub id: ConflictId,
    /// What is disputed, in one line.
    pub title: String,
    /// What each side says, side by side; two or more.
    pub sides: Vec<Side>,
    /// Which side is preferred (its number from 1); `None`: undecided.
    pub preferred: Option<At<usize>>,
    /// Why that one, or why none.
    pub reason: Prose,
    /// Records that it touches, by identity as in `[[id]]`; shown on their pages.
    pub touches: Vec<At<String>>,
    /// More to say.
    pub body: Prose,
}

named!(Conflict);

impl Record for Conflict {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// One side of a conflict.
#[derive(Clone, Debug)]
pub struct Side {
    /// Where it stands in the file.
    pub at: Span,
    /// What it says.
    pub says: Prose,
    /// What it rests on.
    pub citation: Citation,
}
