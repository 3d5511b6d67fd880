//! Prose as pages show it, with all references resolved.

use crate::text::{self, TaggedText};

/// Prose with all references resolved. `publish::html` serialises it as HTML: print it with `| safe`.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Its language, if that is not the page's; BCP 47.
    pub language: Option<String>,
    /// Whether it is written from right to left.
    pub is_rtl: bool,
    /// Whether a machine translated it.
    pub machine: bool,
    /// A prefix for the ids of its headings and footnotes, so that several texts on one page do not collide.
    pub prefix: String,
}

impl Prose {
    /// The anchor on the page of a heading that the author called `name`, or of the target of `#name`.
    pub fn anchor(&self, name: &str) -> String {
        authored(&self.prefix, name)
    }
}

/// The anchor on the page of what an author called `name`, in a prose with this prefix. The anchors of the theme and of
/// records, and the names that authors give, contain no `_`; so the two can never be equal.
pub fn authored(prefix: &str, name: &str) -> String {
    format!("{prefix}_{name}")
}

/// A block of resolved prose: like [`text::Block`], with links in place of references.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading: its level on the page, its anchor, its text.
    Heading(u8, String, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Text without a paragraph of its own, such as a short list item.
    Plain(Vec<Inline>),
    /// A list; if it is numbered, with its numbers as the author typed them.
    List(Option<text::Numbering>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table: alignments, head, rows.
    Table(Vec<text::Align>, Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    /// Terms with their definitions.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A footnote: its number on the page, and its text.
    Footnote(usize, Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// A horizontal rule.
    Rule,
}

/// A span of resolved running text.
#[derive(Clone, Debug)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// The name of a record.
    Name(TaggedText),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Text that is struck out.
    Struck(Vec<Inline>),
    /// Superscript.
    Superscript(Vec<Inline>),
    /// Literal text.
    Code(String),
    /// A link within the site: address and text.
    Link(String, Vec<Inline>),
    /// A link to another site: address and text.
    Outside(String, Vec<Inline>),
    /// An occurrence of a glossary term: address of the entry, the words, and the definition in one line.
    Term(String, String, String),
    /// A citation: address of the source's page, its short name, and the cited place.
    Citation(String, String, Option<String>),
    /// A picture: address, and alternative text.
    Image(String, String),
    /// The reference mark of a footnote: its number on the page.
    FootnoteMark(usize),
    /// A line break in the file, which pages treat as a space.
    SoftBreak,
    /// A line break.
    HardBreak,
}
