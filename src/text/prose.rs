//! The one Markdown dialect.
//!
//! A [`Prose`] keeps the author's characters and where they stand; its tree is made when it is asked for, so that a
//! large site need not hold the trees of all its pages. `content` asks once for what the prose refers to and for its
//! faults; `site` asks for the tree and resolves its references; only `publish::html` prints it.

use std::ops::Range;
use std::sync::Arc;

use super::{Diagnostics, Extract, FileId, Span, dialect, tree};

/// A block of prose as its author wrote it.
#[derive(Clone, Debug)]
pub struct Prose {
    text: Extract,
    at: Span,
    /// Whether byte `n` of the prose is byte `at.start + n` of the file (a value in quotes may hold escapes).
    exact: bool,
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
        /// The source's identity.
        source: String,
        /// The place in it, as written.
        place: Option<String>,
    },
}

/// A block of the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// As written: `##` is 2.
        level: u8,
        /// From `{#id}`, or made from its words; unique within the prose.
        id: String,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number, where it is numbered.
        start: Option<u64>,
        /// Each item is blocks; a tight item is one [`Block::Plain`].
        items: Vec<Vec<Block>>,
    },
    /// Text of a tight list item or a definition, without a paragraph of its own.
    Plain(Vec<Inline>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table.
    Table {
        /// One for each column.
        align: Vec<Align>,
        /// The cells of the head.
        head: Vec<Vec<Inline>>,
        /// The rows and their cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A footnote.
    Footnote {
        /// Its name, as written.
        label: String,
        /// Its text.
        blocks: Vec<Block>,
    },
    /// Text to be shown letter by letter.
    Code {
        /// What it is written in, if that is said.
        language: Option<String>,
        /// The characters.
        text: String,
    },
    /// A rule across the page.
    Rule,
}

/// How a column of a table is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// As the language runs.
    Start,
    /// Centred.
    Center,
    /// At the end of the line, for figures.
    End,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Characters.
    Text(String),
    /// Stress.
    Emphasis(Vec<Inline>),
    /// Strong stress.
    Strong(Vec<Inline>),
    /// Struck out.
    Struck(Vec<Inline>),
    /// Raised, as in the number of an article.
    Superscript(Vec<Inline>),
    /// Letter by letter.
    Code(String),
    /// A link to an address outside the site (`https:`, `http:`, `mailto:`) or to an anchor of the same page (`#…`).
    Link {
        /// The address.
        href: String,
        /// What is shown.
        text: Vec<Inline>,
    },
    /// A picture of the site's own files.
    Image {
        /// Its path below `content/`, as written.
        path: String,
        /// What it shows.
        alt: String,
    },
    /// A record of the site.
    Reference {
        /// What it names, with kind and anchor if they were written.
        id: String,
        /// The words that are shown; empty where the author gave none.
        text: Vec<Inline>,
    },
    /// A source, and the place in it.
    Citation {
        /// The source's identity.
        source: String,
        /// The place, as written.
        place: Option<String>,
    },
    /// The mark of a footnote.
    FootnoteMark(String),
    /// The end of a line in the file.
    SoftBreak,
    /// A line break that the author asked for.
    HardBreak,
}

impl Prose {
    /// The bytes `range` of the file `file`, whose whole text is `text`.
    pub fn of_file(file: FileId, text: &Arc<str>, range: Range<usize>) -> Prose {
        let at = Span::new(file, range.start, range.end);
        Prose { text: Extract::of(text, at.range()), at, exact: true }
    }

    /// A value of the front matter that stands at `at`.
    pub fn of_value(text: impl Into<Extract>, at: Span) -> Prose {
        Prose { text: text.into(), at, exact: false }
    }

    /// The author's characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.at
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// What the prose points to, in order, and what is wrong with it.
    pub fn read(&self) -> (Vec<ProseRef>, Diagnostics) {
        dialect::read(self)
    }

    /// What the prose points to, in order: as [`Prose::read`] says, but cheaper, for those who know its faults.
    pub fn refs(&self) -> Vec<ProseRef> {
        dialect::refs(self)
    }

    /// The paths of the pictures that the prose shows, in order, and where they stand.
    pub fn pictures(&self) -> Vec<(String, Span)> {
        dialect::pictures(self)
    }

    /// The anchors of the same page to which the prose leads, in order, and where the links stand.
    pub fn anchors(&self) -> Vec<(String, Span)> {
        dialect::anchors(self)
    }

    /// The tree. Faulty places come out as the characters that stand there.
    pub fn blocks(&self) -> Vec<Block> {
        tree::blocks(self.text())
    }

    /// The words alone, on one line, for a title or a summary.
    pub fn plain(&self) -> String {
        tree::plain(self.text())
    }

    /// The place in the file of the bytes `range` of the prose; the whole value where it holds escapes.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        if self.exact {
            let start = self.at.start as usize;
            Span::new(self.at.file, start + range.start, start + range.end)
        } else {
            self.at
        }
    }
}
