//! What of a corpus is in its language, where that is not the site's first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::text::{FileId, Span};

use super::Kind;

/// The texts of a corpus in a further language: those that were translated; all others stand in the first.
#[derive(Clone, Debug, Default)]
pub struct Rendering {
    /// The first language of the site.
    pub first: String,
    /// Where translated text stands, by file.
    pub translated: BTreeMap<FileId, Vec<Range<u32>>>,
    /// Records that a machine translated.
    pub machine: BTreeSet<(Kind, Arc<str>)>,
}

impl Rendering {
    /// Whether what stands at `span` was translated.
    pub fn is_translated(&self, span: Span) -> bool {
        let list = self.translated.get(&span.file);
        list.is_some_and(|list| list.iter().any(|range| range.start <= span.start && span.end <= range.end))
    }
}
