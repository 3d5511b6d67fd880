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
    /// That anchor.
    pub href: String,
    /// What is disputed.
    pub title: TaggedText,
    /// The sides.
    pub sides: Vec<Side>,
    /// Why the preferred side is preferred, or why none is.
    pub reason: Prose,
    /// Whether one is.
    pub decided: bool,
    /// The records that it touches.
    pub touches: Vec<Link>,
    /// More to say.
    pub body: Prose,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}

/// A side of a conflict.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// What it says.
    pub says: Prose,
    /// The source and the place.
    pub citation: Citation,
    /// Whether it is preferred.
    pub preferred: bool,
}
