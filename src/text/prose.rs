//! The one Markdown dialect.
//!
//! A [`Prose`] keeps the author's characters and where they stand; its tree is made when it is asked for, so that a
//! large site need not hold the trees of all its pages. `content` asks once for what the prose refers to and for its
//! faults; `site` asks for the tree and resolves its references; only `publish::html` prints it.

use std::ops::Range;
use std::sync::Arc;

use super::{Diagnostics, FileId, Span};

/// A block of prose as its author wrote it.
#[derive(Clone, Debug)]
pub struct Prose {
    text: Arc<str>,
    range: Range<u32>,
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
    /// A heading; `level` as written (`##` is 2); `id` from `{#id}` or made from its words.
    Heading { level: u8, id: String, text: Vec<Inline> },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; `start` where it is numbered. Each item is blocks; a tight item is one [`Block::Plain`].
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    /// Text of a tight list item or a definition, without a paragraph of its own.
    Plain(Vec<Inline>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table: one alignment per column, the cells of the head, the rows.
    Table { align: Vec<Align>, head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A footnote's text; its label as written.
    Footnote { label: String, blocks: Vec<Block> },
    /// Text to be shown letter by letter.
    Code { language: Option<String>, text: String },
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
    Link { href: String, text: Vec<Inline> },
    /// A picture of the site's own files (`path` below `content/`, as written).
    Image { path: String, alt: String },
    /// A record of the site; `text` is empty where the author gave none.
    Reference { id: String, text: Vec<Inline> },
    /// A source, and the place in it.
    Citation { source: String, place: Option<String> },
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
        Prose { text: text.clone(), range: at.start..at.end, at, exact: true }
    }

    /// A value of the front matter that stands at `at`.
    pub fn of_value(text: impl Into<Arc<str>>, at: Span) -> Prose {
        let text: Arc<str> = text.into();
        let range = 0..text.len() as u32;
        Prose { text, range, at, exact: false }
    }

    /// The author's characters.
    pub fn text(&self) -> &str {
        &self.text[self.range.start as usize..self.range.end as usize]
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
        let _ = self.exact;
        (Vec::new(), Diagnostics::new())
    }

    /// The tree. Faulty places come out as the characters that stand there.
    pub fn blocks(&self) -> Vec<Block> {
        Vec::new()
    }

    /// The words alone, on one line, for a title or a summary.
    pub fn plain(&self) -> String {
        String::new()
    }
}
