//! Which texts of a corpus in a further language are translated.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::text::{FileId, Span};

/// The translated texts of a corpus; all others are in the first language.
#[derive(Clone, Debug, Default)]
pub struct Rendering {
    /// The first language of the site.
    pub first: String,
    /// Byte ranges of translated text, by file, in order.
    pub translated: BTreeMap<FileId, Vec<Range<u32>>>,
    /// Files that a machine translated.
    pub machine: BTreeSet<FileId>,
    /// Files whose original has changed since it was translated.
    pub stale: BTreeSet<FileId>,
}

impl Rendering {
    /// Whether the text at `span` was translated.
    pub fn is_translated(&self, span: Span) -> bool {
        let list = self.translated.get(&span.file);
        list.is_some_and(|list| list.iter().any(|range| range.start <= span.start && span.end <= range.end))
    }
}
