//! A text of an author with the place where it stands, and what it may point to.

use std::ops::Range;

use super::extract::Extract;
use super::file::Span;

/// An author's characters, and where they stand.
#[derive(Clone, Debug)]
pub struct Located {
    /// The characters.
    pub(super) text: Extract,
    /// Where they stand.
    pub(super) at: Span,
    /// Whether byte `n` of the text is byte `at.start + n` of the file (a value in quotes may hold escapes).
    pub(super) exact: bool,
}

impl Located {
    /// The characters.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The place in the file of the bytes `range` of the text; the whole value where it holds escapes.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        if self.exact {
            let start = self.at.start as usize;
            Span::new(self.at.file, start + range.start, start + range.end)
        } else {
            self.at
        }
    }
}

/// Something that prose points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseRef {
    /// What it points to.
    pub target: Target,
    /// Where it stands.
    pub span: Span,
}

/// What a reference in prose names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `[[id]]`, `[[id#anchor]]`, `[[kind:id|text]]`: a record.
    Record(String),
    /// `[@source, place]`: a source, and the place in it if one is given.
    Source {
        /// The source's id.
        source: String,
        /// The place in it, as written.
        place: Option<String>,
    },
}
