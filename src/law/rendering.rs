//! What of a corpus is in its language, where that is not the site's first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::text::{FileId, Span};

/// The texts of a corpus in a further language: those that were translated; all others stand in the first.
#[derive(Clone, Debug, Default)]
pub struct Rendering {
    /// The first language of the site.
    pub first: String,
    /// Where translated text stands, by file.
    pub translated: BTreeMap<FileId, Vec<Range<u32>>>,
    /// Files whose translation is a machine's.
    pub machine: BTreeSet<FileId>,
    /// Files whose words have changed since they were translated.
    pub stale: BTreeSet<FileId>,
}

impl Rendering {
    /// Whether what stands at `span` was translated.
    pub fn is_translated(&self, span: Span) -> bool {
        let list = self.translated.get(&span.file);
        list.is_some_and(|list| list.iter().any(|range| range.start <= span.start && span.end <= range.end))
    }
}
