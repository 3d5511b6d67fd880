//! Prose in the Markdown dialect.
//!
//! A [`Prose`] keeps the author's text and its place; the tree is parsed on demand, so that a large site need not hold
//! the trees of all its pages. `content` asks once for references and faults; `site` asks for the tree and resolves its
//! references; only `publish::html` prints it. The references are few and short, and asked for by several checks and at
//! each edit under `serve`: they are kept.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::author::ByAuthor;
use super::located::{Located, ProseRef, RecordLink};
use super::marked::Marked;
use super::node::Block;
use super::plain::{self, Footnotes, Names};
use super::{Diagnostics, Extract, FileId, Span, dialect, tree};

/// A block of prose as its author wrote it.
#[derive(Clone, Debug)]
pub struct Prose {
    words: Located,
    /// What is marked in it, from the first time that somebody asks; `None` where no bracket can mark anything. Clones
    /// share it, because records that did not change are cloned from one reading of the folder to the next.
    marked: Option<Arc<OnceLock<Marked>>>,
}

impl Prose {
    fn new(words: Located) -> Prose {
        let marked = words.text().contains(['[', '(']).then(Arc::default);
        Prose { words, marked }
    }

    fn marked(&self) -> Option<&Marked> {
        self.marked.as_ref().map(|marked| marked.get_or_init(|| Marked::of(&self.words)))
    }

    /// The bytes `range` of the file `file`, whose whole text is `text`.
    pub fn of_file(file: FileId, text: &Arc<str>, range: Range<usize>) -> Prose {
        let at = Span::new(file, range.start, range.end);
        Prose::new(Located { text: Extract::of(text, at.range()), at, exact: true })
    }

    /// The prose of a front matter value at `at`.
    pub fn of_value(text: impl Into<Extract>, at: Span) -> Prose {
        Prose::new(Located { text: text.into(), at, exact: false })
    }

    /// The Markdown as written.
    pub fn text(&self) -> &str {
        self.words.text()
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.words.at
    }

    /// Whether it has nothing but white space.
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Its faults.
    pub fn faults(&self) -> Diagnostics {
        dialect::faults(&self.words)
    }

    /// The references of the prose, in order.
    pub fn refs(&self) -> impl Iterator<Item = ProseRef<'_>> {
        self.marked().into_iter().flat_map(|marked| marked.refs(&self.words))
    }

    /// The links to records, with their words. Those that are shown letter by letter are among them.
    pub fn links(&self) -> impl Iterator<Item = RecordLink<'_>> {
        self.marked().into_iter().flat_map(|marked| marked.links(&self.words))
    }

    /// What stands in single brackets in running text and may be a citation without `@`: the id with which it begins, the
    /// place, and where it stands.
    pub fn without_mark(&self) -> &[(String, String, Span)] {
        self.marked().map_or(&[], |marked| &marked.unclear().without_mark)
    }

    /// What may be citations by author and year, or by a number, and where they stand.
    pub fn by_author(&self) -> &[(ByAuthor, Span)] {
        self.marked().map_or(&[], |marked| &marked.unclear().by_author)
    }

    /// The place in the file of the bytes `range` of the prose.
    pub fn place(&self, range: Range<usize>) -> Span {
        self.words.place(range)
    }

    /// The paths of the pictures that the prose shows, in order, and where they stand.
    pub fn pictures(&self) -> Vec<(String, Span)> {
        dialect::pictures(&self.words)
    }

    /// The anchors of the same page to which the prose links, without `#`, in order, and the places of the links.
    pub fn anchors(&self) -> Vec<(String, Span)> {
        dialect::anchors(&self.words)
    }

    /// The parsed tree. Faulty constructs appear as plain text.
    pub fn blocks(&self) -> Vec<Block> {
        tree::blocks(self.text())
    }

    /// Its plain text on one line, without the text of footnotes.
    pub fn plain(&self, names: Names<'_>) -> String {
        plain::blocks(&self.blocks(), Footnotes::LeftOut, names)
    }

    /// Its plain text on one line, footnotes included.
    pub fn plain_with_footnotes(&self, names: Names<'_>) -> String {
        match plain::has_marks(self.text()) {
            true => plain::blocks(&self.blocks(), Footnotes::Said, names),
            false => self.text().trim().to_owned(),
        }
    }

    /// The plain text of its first paragraph that is not empty.
    pub fn first_paragraph(&self, names: Names<'_>) -> String {
        plain::first_paragraph(&self.blocks(), names)
    }
}
