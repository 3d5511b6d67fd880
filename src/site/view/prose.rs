//! Prose with its references resolved.

use crate::text::{self, TaggedText};

/// Prose with its references resolved. Serialised as HTML by `publish::html`: set it with `| safe`.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Its language, where that is not the page's.
    pub language: Option<String>,
    /// Whether a machine translated it.
    pub machine: bool,
    /// Set before the ids of its headings and footnotes, so that several proses can stand on one page.
    pub prefix: String,
}

impl Prose {
    /// The id on the page of a heading that the author called `name`, or of the place to which `#name` leads.
    pub fn anchor(&self, name: &str) -> String {
        authored(&self.prefix, name)
    }
}

/// The id on the page of what an author called `name` in a prose with this prefix. No id of the theme and none of a
/// record holds a `_`, and no name that an author gives; so the two can never be one.
pub fn authored(prefix: &str, name: &str) -> String {
    format!("{prefix}_{name}")
}

/// A block of resolved prose. As [`text::Block`], with links in place of references.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading: level on the page, anchor, words.
    Heading(u8, String, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Text without a paragraph of its own.
    Plain(Vec<Inline>),
    /// A list and, if it is numbered, its numbers as they were typed.
    List(Option<text::Numbering>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table: alignments, head, rows.
    Table(Vec<text::Align>, Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A footnote: its number on the page, its text.
    Footnote(usize, Vec<Block>),
    /// Letter by letter.
    Code(String),
    /// A rule across the page.
    Rule,
}

/// A piece of resolved running text.
#[derive(Clone, Debug)]
pub enum Inline {
    /// Characters.
    Text(String),
    /// What a record is called.
    Name(TaggedText),
    /// Stress.
    Emphasis(Vec<Inline>),
    /// Strong stress.
    Strong(Vec<Inline>),
    /// Struck out.
    Struck(Vec<Inline>),
    /// Raised.
    Superscript(Vec<Inline>),
    /// Letter by letter.
    Code(String),
    /// A link within the site.
    Link(String, Vec<Inline>),
    /// A link that leaves the site.
    Outside(String, Vec<Inline>),
    /// A term of the glossary where it occurs: address, words, and the meaning in one line.
    Term(String, String, String),
    /// A citation: address of the source's page, its short name, the place.
    Citation(String, String, Option<String>),
    /// A picture: address, words for those who do not see it.
    Image(String, String),
    /// The mark of a footnote: its number on the page.
    FootnoteMark(usize),
    /// The end of a line in the file.
    SoftBreak,
    /// A line break.
    HardBreak,
}
