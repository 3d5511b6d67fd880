//! The glossary.

use crate::text::{Prose, TaggedText};

use super::record::{Record, head, named};
use super::{Citation, Date, Head, LocalizedText, TermId};

/// An entry of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The name of its file.
    pub id: TermId,
    /// The word that is explained.
    pub term: TaggedText,
    /// Further forms that are linked where they occur in prose.
    pub forms: Vec<String>,
    /// The word in the languages of the sources.
    pub originals: Vec<LocalizedText>,
    /// The source that says so, and the place in it.
    pub citation: Option<Citation>,
    /// The day for which the source uses the word in this sense.
    pub observed: Option<Date>,
    /// The explanation.
    pub body: Prose,
}

named!(Term);

impl Record for Term {
    head!(named);

    fn title(&self) -> &str {
        &self.term
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}
