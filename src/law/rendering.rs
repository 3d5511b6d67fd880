//! Which texts of a corpus in a further language are translated.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::text::{FileId, Origin, Span};

/// Which texts of a corpus in a further language are translated; all others stand in the first language.
#[derive(Clone, Debug)]
pub struct Rendering {
    /// The first language of the site.
    pub first: Arc<str>,
    /// Byte ranges of translated text by file, in ascending order.
    pub translated: BTreeMap<FileId, Vec<Range<u32>>>,
    /// Files that a machine translated.
    pub machine: BTreeSet<FileId>,
    /// Files whose original has changed since they were translated.
    pub stale: BTreeSet<FileId>,
}

impl Rendering {
    /// A corpus of which nothing is translated yet; `first` is the first language of the site, BCP 47.
    pub fn of(first: &str) -> Rendering {
        Rendering { first: first.into(), translated: BTreeMap::new(), machine: BTreeSet::new(), stale: BTreeSet::new() }
    }

    /// Whether the text at `span` was translated.
    pub fn is_translated(&self, span: Span) -> bool {
        let list = self.translated.get(&span.file);
        list.is_some_and(|list| list.iter().any(|range| range.start <= span.start && span.end <= range.end))
    }

    /// The origin of the text at `span`, where it is not simply written in the corpus's language.
    pub fn origin(&self, span: Span) -> Option<Origin> {
        match self.is_translated(span) {
            false => Some(Origin::Untranslated(self.first.clone())),
            true => self.machine.contains(&span.file).then_some(Origin::Machine),
        }
    }
}
