//! Disagreements between sources.

use crate::text::{At, Prose, Span, TaggedText};

use super::record::{Record, head, named};
use super::{Citation, ConflictId, Head};

/// A disagreement between sources, or inside one.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The name of its file.
    pub id: ConflictId,
    /// What is disputed, in one line.
    pub title: TaggedText,
    /// Its sides; two or more.
    pub sides: Vec<Side>,
    /// The number of the preferred side, from 1; `None`: undecided.
    pub preferred: Option<At<usize>>,
    /// Why that side is preferred, or why none is.
    pub reason: Prose,
    /// References to the records that it concerns, as in `[[id]]`; their pages show it.
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
    /// The header of its entry in the file, where diagnostics point.
    pub at: Span,
    /// The statement of this side.
    pub says: Prose,
    /// The source that says so, and the place in it.
    pub citation: Citation,
}
