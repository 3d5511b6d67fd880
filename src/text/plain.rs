//! The only way from prose to plain text: for descriptions, link previews, lists of headings, the glossary and search.
//!
//! What comes in is prose and a function that names records, because this room knows none; what goes out is one line
//! without markup. A raised number stays raised (`130^1^` is `130¹`, never `1301`), a reference without words becomes
//! the record's name, and citations and footnote marks are dropped with the space before them.

use super::node::{Block, Inline};

/// Gives the name of the record that a reference names; `None` if there is no such record.
pub type Names<'n> = &'n dyn Fn(&str) -> Option<String>;

/// The plain text of blocks.
pub(super) fn blocks(blocks: &[Block], footnotes: Footnotes, names: Names<'_>) -> String {
    let mut line = Line::new(names);
    line.blocks(blocks, footnotes);
    line.words.finish()
}

/// The plain text of the first paragraph that has any.
pub(super) fn first_paragraph(blocks: &[Block], names: Names<'_>) -> String {
    let mut paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(list) => Some(inlines(list, names)),
        _ => None,
    });
    paragraphs.find(|words| !words.is_empty()).unwrap_or_default()
}

/// The plain text of inline nodes.
pub fn inlines(list: &[Inline], names: Names<'_>) -> String {
    let mut line = Line::new(names);
    line.inlines(list);
    line.words.finish()
}

/// At most `most` characters of `text`, cut between words.
pub fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((cut, _)) => format!("{}…", text[..cut].rsplit_once(' ').map_or(&text[..cut], |(words, _)| words)),
    }
}

/// Whether a prose may be anything else than plain words on one line.
pub(super) fn has_marks(text: &str) -> bool {
    const MARKS: [char; 17] = ['[', ']', '*', '_', '`', '#', '|', '>', '<', '\\', '&', '^', '~', '!', '\n', ':', '-'];
    text.contains(MARKS) || text.contains(['+', '=', '\t', '\r']) || text.contains("  ")
}

/// Whether the text of footnotes is included.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Footnotes {
    Said,
    LeftOut,
}

struct Line<'n> {
    words: Words,
    names: Names<'n>,
}

impl<'n> Line<'n> {
    fn new(names: Names<'n>) -> Line<'n> {
        Line { words: Words::default(), names }
    }

    fn blocks(&mut self, blocks: &[Block], footnotes: Footnotes) {
        blocks.iter().for_each(|block| self.block(block, footnotes));
    }

    fn block(&mut self, block: &Block, footnotes: Footnotes) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Plain(text) => self.inlines(text),
            Block::List { numbering, items } => {
                for (at, blocks) in items.iter().enumerate() {
                    if let Some(numbering) = numbering {
                        self.words.text(&numbering.label(at));
                        self.words.space();
                    }
                    self.blocks(blocks, footnotes);
                    self.words.end_block();
                }
            }
            Block::Quote(blocks) => self.blocks(blocks, footnotes),
            Block::Footnote { blocks, .. } if footnotes == Footnotes::Said => self.blocks(blocks, footnotes),
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    self.inlines(cell);
                    self.words.end_block();
                }
            }
            Block::Definitions(list) => {
                for (term, meanings) in list {
                    self.inlines(term);
                    self.words.end_block();
                    meanings.iter().for_each(|blocks| self.blocks(blocks, footnotes));
                }
            }
            Block::Code { text, .. } => self.words.text(text),
            Block::Footnote { .. } | Block::Rule => {}
        }
        self.words.end_block();
    }

    fn inlines(&mut self, list: &[Inline]) {
        list.iter().for_each(|inline| self.inline(inline));
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => self.words.text(text),
            Inline::Superscript(list) => self.words.raised(&inlines(list, self.names)),
            Inline::Emphasis(list) | Inline::Strong(list) | Inline::Struck(list) | Inline::Link { text: list, .. } => {
                self.inlines(list);
            }
            Inline::Reference { id, text } if text.is_empty() => match (self.names)(id) {
                Some(name) => self.words.text(&name),
                None => self.words.text(id),
            },
            Inline::Reference { text, .. } => self.inlines(text),
            Inline::Citation { .. } | Inline::FootnoteMark(_) => self.words.left_out(),
            Inline::SoftBreak | Inline::HardBreak => self.words.space(),
        }
    }
}

/// Builds one line of plain text. Public because trees of other types are written into it too.
#[derive(Debug, Default)]
pub struct Words {
    out: String,
    gap: Gap,
    after: After,
}

/// The separator to write before the next character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Space,
    Block,
}

/// What was dropped since the last character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum After {
    #[default]
    Nothing,
    Mark,
    SpacedMark,
}

impl Words {
    /// Adds text; white space is collapsed to single spaces.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() { self.space() } else { self.character(c) }
        }
    }

    /// Adds raised characters: as Unicode superscripts where all of them exist, else behind a `^`, so that they never
    /// merge with the number before them.
    pub fn raised(&mut self, text: &str) {
        match text.chars().map(raised).collect::<Option<String>>() {
            Some(raised) => self.text(&raised),
            None => {
                self.text("^");
                self.text(text);
            }
        }
    }

    /// Notes that a citation or footnote mark was dropped: the space before it must go too, or it would stand before
    /// the period.
    pub fn left_out(&mut self) {
        if self.gap == Gap::Space {
            self.gap = Gap::None;
            self.after = After::SpacedMark;
        } else if self.after == After::Nothing {
            self.after = After::Mark;
        }
    }

    /// Adds white space.
    pub fn space(&mut self) {
        if self.gap == Gap::None {
            self.gap = Gap::Space;
        }
    }

    /// Ends a block.
    pub fn end_block(&mut self) {
        self.gap = Gap::Block;
        self.after = After::Nothing;
    }

    /// The finished line.
    pub fn finish(self) -> String {
        self.out
    }

    fn character(&mut self, c: char) {
        // Parentheses that held only a citation are dropped.
        if self.after != After::Nothing && self.gap != Gap::Block && c == ')' && self.out.ends_with('(') {
            self.out.pop();
            self.out.truncate(self.out.trim_end().len());
            self.gap = Gap::None;
            return;
        }
        let parted = self.after == After::SpacedMark && (c.is_alphanumeric() || c == '(');
        if (self.gap != Gap::None || parted) && !self.out.is_empty() {
            self.out.push(' ');
        }
        self.out.push(c);
        self.gap = Gap::None;
        self.after = After::Nothing;
    }
}

/// The superscript form of a character, where fonts commonly have one.
fn raised(c: char) -> Option<char> {
    const PLAIN: &str = "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW";
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ";
    if RAISED.contains(c) || matches!(c, '.' | ',' | '/') {
        return Some(c);
    }
    let at = PLAIN.chars().position(|plain| plain == c)?;
    RAISED.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, Prose, Span};

    fn prose(text: &str) -> Prose {
        Prose::of_value(text, Span::head(FileId(0)))
    }

    fn names(id: &str) -> Option<String> {
        (id == "xr/act/12").then(|| "Ferry Act, art. 12".to_owned())
    }

    fn said(text: &str) -> String {
        prose(text).plain_with_footnotes(&names)
    }

    #[test]
    fn a_raised_number_never_becomes_a_part_of_the_one_before_it() {
        assert_eq!(said("Art. 130^1^, 131^12^ and 132¹."), "Art. 130¹, 131¹² and 132¹.");
        assert_eq!(said("Art. 5^bis^, 6^a^, 7^1,2^"), "Art. 5ᵇⁱˢ, 6ᵃ, 7¹,²");
        assert_eq!(said("Ст. 128^а^ и 9^q^"), "Ст. 128^а и 9^q");
        assert_eq!(
            said("**Art. *130^1^***\n\n# 7^2^ #\n\n- 8^3^\n\n| 9^4^ |\n|---|\n| 10^5^ |"),
            "Art. 130¹ 7² 8³ 9⁴ 10⁵"
        );
    }

    #[test]
    fn a_reference_without_words_is_the_name_of_its_record_wherever_it_stands() {
        let name = "Ferry Act, art. 12";
        for text in
            ["*[[xr/act/12]]*", "**~~[[xr/act/12]]~~**", "- [[xr/act/12]]", "> - *[[xr/act/12]]*", "# [[xr/act/12]]"]
        {
            assert_eq!(said(text), name, "{text}");
        }
        assert_eq!(said("| a |\n|---|\n| [[xr/act/12]] |"), format!("a {name}"));
        assert_eq!(said("A[^n].\n\n[^n]: By [[xr/act/12]]."), format!("A. By {name}."));
        assert_eq!(prose("A[^n].\n\n[^n]: By [[xr/act/12]].").plain(&names), "A.");
        assert_eq!(said("[[xr/act/12|the *act*]] [[xr/none]]"), "the act xr/none");
    }

    #[test]
    fn a_citation_goes_with_the_space_before_it() {
        assert_eq!(said("A kingdom [@a, 1998]. See [@b] next [@a, p. 1; @b]; end"), "A kingdom. See next; end");
        assert_eq!(said("Words [@a]\nthen ([@b]) more [@a]and"), "Words then more and");
        assert_eq!(said("One.\n\n[@a] two"), "One. two");
        assert_eq!(said("Loi : oui"), "Loi : oui");
        assert_eq!(said("**Art. 128^1^** of [[a|the code]] [@b, L1].\nNext."), "Art. 128¹ of the code. Next.");
    }

    #[test]
    fn the_first_paragraph_is_the_first_that_says_anything() {
        let first = |text: &str| prose(text).first_paragraph(&names);
        assert_eq!(first("# Head\n\n[@a]\n\nWords.\n\nMore."), "Words.");
        assert_eq!(first("- one\n\nBy *[[xr/act/12]]*."), "By Ferry Act, art. 12.");
        assert_eq!(first(""), "");
    }

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(shorten("one two three", 13), "one two three");
        assert_eq!(shorten("one two three", 9), "one two…");
        assert_eq!(shorten("слово", 3), "сло…");
    }
}
