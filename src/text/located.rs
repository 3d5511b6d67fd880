//! A text with its place in a file, and the references in prose.

use std::borrow::Cow;
use std::ops::Range;

use super::extract::Extract;
use super::file::Span;

/// An author's text and its place.
#[derive(Clone, Debug)]
pub struct Located {
    /// The text, with escapes decoded.
    pub(super) text: Extract,
    /// Where it stands in the file.
    pub(super) at: Span,
    /// Whether byte `n` of the text is byte `at.start + n` of the file; not so where a quoted value has escapes.
    pub(super) exact: bool,
}

impl Located {
    /// The text, with escapes decoded.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The place in the file of the bytes `range` of the text; the whole value where it has escapes.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        if self.exact {
            let start = self.at.start as usize;
            Span::new(self.at.file, start + range.start, start + range.end)
        } else {
            self.at
        }
    }
}

/// A reference in prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseRef<'t> {
    /// What it points to.
    pub target: Target<'t>,
    /// Where it stands.
    pub span: Span,
}

/// A link to a record in prose, with its words.
#[derive(Clone, Debug)]
pub struct RecordLink<'t> {
    /// The id, with kind and anchor if they were written.
    pub id: &'t str,
    /// The words on which it is set, if its author gave some.
    pub words: Option<Cow<'t, str>>,
    /// Where the whole link stands in the file.
    pub span: Span,
    /// The bytes of the prose from its first bracket to behind its last.
    pub range: Range<usize>,
}

/// What a reference in prose names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'t> {
    /// `[[id]]`, `[[id#anchor]]`, `[[kind:id|text]]`: a record.
    Record(&'t str),
    /// `[@source, place]`: a source, and the place in it if one is given.
    Source {
        /// The source's id.
        source: &'t str,
        /// The place in it, as written.
        place: Option<Cow<'t, str>>,
    },
}
