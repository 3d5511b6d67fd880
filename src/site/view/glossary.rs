//! The views of the glossary.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Backlink, Citation, LocalizedText, When};
use super::prose::Prose;

/// `glossary`
#[derive(Clone, Debug, Serialize)]
pub struct Glossary {
    /// Terms in order.
    pub terms: Vec<Term>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// Anchor.
    pub id: String,
    /// The word.
    pub term: TaggedText,
    /// In the original languages.
    pub originals: Vec<LocalizedText>,
    /// What it means.
    pub body: Prose,
    /// What it rests on.
    pub citation: Option<Citation>,
    /// The day for which the source uses it so.
    pub observed: Option<When>,
    /// Pages on which it occurs.
    pub cited_by: Vec<Backlink>,
    /// What an outside register calls it.
    pub trace: Vec<String>,
}
