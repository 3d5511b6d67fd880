//! The views of conflicts: what sources dispute.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Backlink, Citation, Link};
use super::prose::Prose;

/// A conflict.
#[derive(Clone, Debug, Serialize)]
pub struct Conflict {
    /// Anchor on the page of disagreements.
    pub id: String,
    /// Its address on the page of disagreements.
    pub href: String,
    /// What is disputed, in one line.
    pub title: TaggedText,
    /// What each side says; two or more.
    pub sides: Vec<Side>,
    /// Why the preferred side is preferred, or why none is.
    pub reason: Prose,
    /// Whether a side is preferred.
    pub decided: bool,
    /// The records that it concerns.
    pub touches: Vec<Link>,
    /// The text below its fields in the file; shown last.
    pub body: Prose,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}

/// A side of a conflict.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// The statement of this side.
    pub says: Prose,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// Whether this side is preferred.
    pub preferred: bool,
}
