//! The tree of prose: blocks and the pieces of running text in them, references not yet resolved.

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
        /// The numbers of the items, where it is numbered.
        numbering: Option<Numbering>,
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

/// The numbers of a list as their author typed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// What stands behind each number.
    pub mark: ListMark,
    /// One number for each item.
    pub numbers: Vec<u64>,
}

/// What stands behind the number of an item.
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

    /// Adds the number with which `written` begins.
    pub(super) fn push(&mut self, written: &str) {
        let written = written.trim_start();
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        if self.numbers.is_empty() && written[digits..].starts_with(')') {
            self.mark = ListMark::Bracket;
        }
        let next = self.numbers.last().map_or(1, |last| last + 1);
        self.numbers.push(written[..digits].parse().unwrap_or(next));
    }

    /// The number of the item at `at` with its mark.
    pub fn label(&self, at: usize) -> String {
        let number = self.numbers.get(at).copied().unwrap_or_default();
        match self.mark {
            ListMark::Point => format!("{number}."),
            ListMark::Bracket => format!("{number})"),
        }
    }
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
        /// The source's id.
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
