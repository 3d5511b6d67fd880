//! The tree of prose: blocks and the inline nodes in them, references not yet resolved.

/// A block of the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// As written: 2 for `##`.
        level: u8,
        /// From `{#id}`, or made from its words; unique within the prose.
        id: String,
        /// The words of the heading.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The numbers of the items; `None` for a bulleted list.
        numbering: Option<Numbering>,
        /// The blocks of each item; a tight item is one [`Block::Plain`].
        items: Vec<Vec<Block>>,
    },
    /// Text of a tight list item or a definition, without a paragraph of its own.
    Plain(Vec<Inline>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table.
    Table {
        /// The alignment of each column.
        align: Vec<Align>,
        /// The head row: its cells.
        head: Vec<Vec<Inline>>,
        /// The other rows: their cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A definition list: each term with its definitions.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A footnote.
    Footnote {
        /// Its label, as written in `[^label]`.
        label: String,
        /// Its blocks.
        blocks: Vec<Block>,
    },
    /// A code block, shown verbatim.
    Code {
        /// The language named behind the fence.
        language: Option<String>,
        /// The code.
        text: String,
    },
    /// A thematic break.
    Rule,
}

impl Block {
    /// The labels of the footnotes whose marks are in it, in the order of the text.
    pub fn footnote_marks(&self) -> Vec<&str> {
        let mut marks = Vec::new();
        self.add_footnote_marks(&mut marks);
        marks
    }

    fn add_footnote_marks<'b>(&'b self, out: &mut Vec<&'b str>) {
        match self {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Plain(text) => marks_among(text, out),
            Block::List { items, .. } => items.iter().flatten().for_each(|block| block.add_footnote_marks(out)),
            Block::Quote(blocks) | Block::Footnote { blocks, .. } => {
                blocks.iter().for_each(|block| block.add_footnote_marks(out));
            }
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| marks_among(cell, out));
            }
            Block::Definitions(list) => {
                for (term, meanings) in list {
                    marks_among(term, out);
                    meanings.iter().flatten().for_each(|block| block.add_footnote_marks(out));
                }
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

fn marks_among<'b>(list: &'b [Inline], out: &mut Vec<&'b str>) {
    for inline in list {
        match inline {
            Inline::FootnoteMark(label) => out.push(label),
            Inline::Emphasis(list) | Inline::Strong(list) | Inline::Struck(list) | Inline::Superscript(list) => {
                marks_among(list, out);
            }
            Inline::Link { text, .. } | Inline::Reference { text, .. } => marks_among(text, out),
            _ => {}
        }
    }
}

/// The numbers of a list, as their author typed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// The punctuation behind each number.
    pub mark: ListMark,
    /// The number of each item.
    pub numbers: Vec<u64>,
}

/// The punctuation behind the number of a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMark {
    /// `1.`
    Point,
    /// `1)`
    Bracket,
}

impl Numbering {
    /// No numbers yet.
    pub(super) fn new() -> Numbering {
        Numbering { mark: ListMark::Point, numbers: Vec::new() }
    }

    /// Adds the number at the start of `written`.
    pub(super) fn push(&mut self, written: &str) {
        let written = written.trim_start();
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        if self.numbers.is_empty() && written[digits..].starts_with(')') {
            self.mark = ListMark::Bracket;
        }
        let next = self.numbers.last().map_or(1, |last| last + 1);
        self.numbers.push(written[..digits].parse().unwrap_or(next));
    }

    /// The label of the item at index `at`: its number and punctuation.
    pub fn label(&self, at: usize) -> String {
        let number = self.numbers.get(at).copied().unwrap_or_default();
        match self.mark {
            ListMark::Point => format!("{number}."),
            ListMark::Bracket => format!("{number})"),
        }
    }
}

/// Alignment of a table column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line: left in languages written from left to right.
    Start,
    /// Centred.
    Center,
    /// At the end of the line, for numbers.
    End,
}

/// An inline node.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain characters.
    Text(String),
    /// Emphasis, `*…*`.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, `**…**`.
    Strong(Vec<Inline>),
    /// Struck out, `~~…~~`.
    Struck(Vec<Inline>),
    /// Raised, `^…^`, as in the number of an article.
    Superscript(Vec<Inline>),
    /// Code, shown verbatim.
    Code(String),
    /// A link to an address outside the site (`https:`, `http:`, `mailto:`) or to an anchor of the same page (`#…`).
    Link {
        /// The address.
        href: String,
        /// The content of the link.
        text: Vec<Inline>,
    },
    /// A picture from the site's own files.
    Image {
        /// Its path below `content/`, as written.
        path: String,
        /// The text for readers who cannot see it.
        alt: String,
    },
    /// A reference to a record of the site, `[[…]]`.
    Reference {
        /// The id, with kind and anchor if they were written.
        id: String,
        /// The words to show; empty where the author gave none.
        text: Vec<Inline>,
    },
    /// A citation `[@source, place]`.
    Citation {
        /// The source's id.
        source: String,
        /// The place, as written.
        place: Option<String>,
    },
    /// The mark of a footnote.
    FootnoteMark(String),
    /// A line break in the file that is not one on the page.
    SoftBreak,
    /// A line break that the author asked for.
    HardBreak,
}
