//! The views of the glossary.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Backlink, Citation, LocalizedText, When};
use super::prose::Prose;

/// Template `glossary`.
#[derive(Clone, Debug, Serialize)]
pub struct Glossary {
    /// The terms in alphabetical order.
    pub terms: Vec<Term>,
}

/// A term of the glossary.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// Anchor on the page.
    pub id: String,
    /// The word that is explained.
    pub term: TaggedText,
    /// The word in the languages of the sources.
    pub originals: Vec<LocalizedText>,
    /// The explanation.
    pub body: Prose,
    /// The source of the explanation, if it has one.
    pub citation: Option<Citation>,
    /// The day for which the source uses the word in this sense.
    pub observed: Option<When>,
    /// Pages on which it occurs.
    pub cited_by: Vec<Backlink>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
}
