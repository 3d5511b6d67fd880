//! Disagreements between sources.

use crate::text::{At, Prose, Span, TaggedText};

use super::record::{Record, head, named};
use super::{Citation, ConflictId, Head};

/// A disagreement between sources, or inside one.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id.
    pub id: ConflictId,
    /// What is disputed, in one line.
    pub title: TaggedText,
    /// What each side says, side by side; two or more.
    pub sides: Vec<Side>,
    /// Which side is preferred (its number from 1); `None`: undecided.
    pub preferred: Option<At<usize>>,
    /// Why that one, or why none.
    pub reason: Prose,
    /// Records that it touches, by id as in `[[id]]`; shown on their pages.
    pub touches: Vec<At<String>>,
    /// The Markdown below the front matter; shown last.
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
    /// The header of its entry.
    pub at: Span,
    /// What it says.
    pub says: Prose,
    /// The source and the place in it.
    pub citation: Citation,
}
