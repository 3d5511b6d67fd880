//! Parses prose into a tree.
//!
//! What comes in is an author's text; what goes out are [`Block`]s of bounded depth, in which faulty constructs are
//! plain text. It reports no faults: [`super::dialect`] does.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::name::anchor;
use super::node::{Align, Block, Inline, Numbering};
use super::plain;
use super::reference::{Mark, Names, is_escaped};
use super::script::{Address, DEEPEST, Script, address, is_picture, one_line};

/// The tree of `text`.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let script = Script::new(text);
    let mut tree = Tree::new(&script);
    for (event, range) in script.events() {
        tree.event(event, range);
    }
    tree.finish()
}

/// An element whose end has not been seen, and what was collected for it.
enum Open {
    Root,
    Paragraph,
    Heading { level: u8, id: Option<String> },
    Quote,
    List { numbering: Option<Numbering>, items: Vec<Vec<Block>> },
    Item,
    Table { align: Vec<Align>, head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    Head(Vec<Vec<Inline>>),
    Row(Vec<Vec<Inline>>),
    Cell,
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    Term,
    Meaning,
    Footnote(String),
    Code { language: Option<String>, text: String },
    Html(String),
    Emphasis,
    Strong,
    Struck,
    Link { href: Option<String> },
    Image { path: Option<String> },
}

struct Level {
    open: Open,
    range: Range<usize>,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
}

impl Level {
    fn new(open: Open, range: Range<usize>) -> Level {
        Level { open, range, blocks: Vec::new(), inlines: Vec::new() }
    }

    /// The blocks of a container; inline nodes outside a paragraph become a [`Block::Plain`].
    fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }

    fn flush(&mut self) {
        if !self.inlines.is_empty() {
            let inlines = std::mem::take(&mut self.inlines);
            self.blocks.push(Block::Plain(inlines));
        }
    }
}

struct Tree<'s> {
    script: &'s Script<'s>,
    levels: Vec<Level>,
    /// Number of open levels that are flattened because they are nested too deep.
    flat: usize,
    /// Number of open links and pictures: inside one, no other may begin.
    links: usize,
    /// Ids of headings that are taken, and how often each was asked for.
    ids: BTreeMap<String, usize>,
}

impl<'s> Tree<'s> {
    fn new(script: &'s Script<'s>) -> Tree<'s> {
        Tree { script, levels: vec![Level::new(Open::Root, 0..0)], flat: 0, links: 0, ids: BTreeMap::new() }
    }

    fn top(&mut self) -> &mut Level {
        self.levels.last_mut().expect("the root is never closed")
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                let code = self.code(&code, range);
                self.inline(Inline::Code(code));
            }
            Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.raw(&text);
            }
            Event::FootnoteReference(label) => {
                let label = self.script.original(&label).to_owned();
                self.inline(Inline::FootnoteMark(label));
            }
            Event::SoftBreak if is_point(&self.script.text[range.end..]) => self.inline(Inline::HardBreak),
            Event::SoftBreak => self.inline(Inline::SoftBreak),
            Event::HardBreak => self.inline(Inline::HardBreak),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(_) => {}
        }
    }

    fn raw(&mut self, text: &CowStr<'_>) {
        let text = self.script.original(text).to_owned();
        match &mut self.top().open {
            Open::Html(all) | Open::Code { text: all, .. } => all.push_str(&text),
            _ => self.words(&text),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let deepens = !matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::Item
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::DefinitionListTitle
                | Tag::DefinitionListDefinition
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
        );
        if self.flat > 0 || (deepens && self.levels.len() > DEEPEST) {
            self.flat += 1;
            return;
        }
        let open = self.open(tag);
        let written = &self.script.text[range.clone()];
        if let (Open::Item, Open::List { numbering: Some(numbering), .. }) = (&open, &mut self.top().open) {
            numbering.push(written);
        }
        if matches!(open, Open::Link { .. } | Open::Image { .. }) {
            self.links += 1;
        }
        self.levels.push(Level::new(open, range));
    }

    fn open(&self, tag: Tag<'_>) -> Open {
        let owned = |text: &CowStr<'_>| self.script.original(text).to_owned();
        match tag {
            Tag::Paragraph => Open::Paragraph,
            Tag::Heading { level, id, .. } => Open::Heading { level: level as u8, id: id.as_ref().map(owned) },
            Tag::BlockQuote(_) => Open::Quote,
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) if !language.is_empty() => Some(owned(&language)),
                    _ => None,
                };
                Open::Code { language, text: String::new() }
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) => Open::Html(String::new()),
            Tag::List(first) => Open::List { numbering: first.map(|_| Numbering::new()), items: Vec::new() },
            Tag::Item => Open::Item,
            Tag::FootnoteDefinition(label) => Open::Footnote(owned(&label)),
            Tag::DefinitionList => Open::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Open::Term,
            Tag::DefinitionListDefinition => Open::Meaning,
            Tag::Table(align) => {
                Open::Table { align: align.into_iter().map(alignment).collect(), head: Vec::new(), rows: Vec::new() }
            }
            Tag::TableHead => Open::Head(Vec::new()),
            Tag::TableRow => Open::Row(Vec::new()),
            Tag::TableCell => Open::Cell,
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => Open::Emphasis,
            Tag::Strong => Open::Strong,
            Tag::Strikethrough => Open::Struck,
            Tag::Link { link_type, dest_url, .. } => {
                let href = owned(&dest_url);
                let href = if link_type == LinkType::Email && !href.starts_with("mailto:") {
                    format!("mailto:{href}")
                } else {
                    href
                };
                let allowed = matches!(address(&href), Address::Web | Address::Anchor);
                Open::Link { href: allowed.then_some(href) }
            }
            Tag::Image { dest_url, .. } => {
                let path = owned(&dest_url);
                Open::Image { path: is_picture(&path).then_some(path) }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if self.flat > 0 {
            self.flat -= 1;
            if matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock) {
                self.inline(Inline::HardBreak);
            }
            return;
        }
        if self.levels.len() < 2 {
            return;
        }
        let Some(level) = self.levels.pop() else { return };
        self.close(level);
    }

    fn close(&mut self, mut level: Level) {
        let open = std::mem::replace(&mut level.open, Open::Root);
        match open {
            Open::Root => {}
            Open::Paragraph => self.block(Block::Paragraph(level.inlines)),
            Open::Heading { level: number, id } => {
                let id = self.heading_id(id, &level.inlines);
                self.block(Block::Heading { level: number, id, text: level.inlines });
            }
            Open::Quote => self.block(Block::Quote(level.into_blocks())),
            Open::List { numbering, items } => self.block(Block::List { numbering, items }),
            Open::Item => {
                let blocks = level.into_blocks();
                if let Open::List { items, .. } = &mut self.top().open {
                    items.push(blocks);
                }
            }
            Open::Table { align, head, rows } => self.block(Block::Table { align, head, rows }),
            Open::Head(cells) => {
                if let Open::Table { head, .. } = &mut self.top().open {
                    *head = cells;
                }
            }
            Open::Row(cells) => {
                if let Open::Table { rows, .. } = &mut self.top().open {
                    rows.push(cells);
                }
            }
            Open::Cell => {
                if let Open::Head(cells) | Open::Row(cells) = &mut self.top().open {
                    cells.push(level.inlines);
                }
            }
            Open::Definitions(list) => self.block(Block::Definitions(list)),
            Open::Term => {
                if let Open::Definitions(list) = &mut self.top().open {
                    list.push((level.inlines, Vec::new()));
                }
            }
            Open::Meaning => {
                let blocks = level.into_blocks();
                if let Open::Definitions(list) = &mut self.top().open
                    && let Some((_, meanings)) = list.last_mut()
                {
                    meanings.push(blocks);
                }
            }
            Open::Footnote(label) => self.block(Block::Footnote { label, blocks: level.into_blocks() }),
            Open::Code { language, text } => self.block(Block::Code { language, text }),
            Open::Html(text) => self.block(Block::Paragraph(vec![Inline::Text(text.trim_end().to_owned())])),
            Open::Emphasis => self.inline(Inline::Emphasis(level.inlines)),
            Open::Strong => self.inline(Inline::Strong(level.inlines)),
            Open::Struck => self.struck(level),
            Open::Link { href } => self.link(href, level),
            Open::Image { path } => self.image(path, level),
        }
    }

    fn struck(&mut self, level: Level) {
        // A single `~` means "about" before a number: "10~20 and 30~40".
        if self.script.text[level.range.clone()].starts_with("~~") {
            self.inline(Inline::Struck(level.inlines));
        } else {
            self.words("~");
            level.inlines.into_iter().for_each(|inline| self.inline(inline));
            self.words("~");
        }
    }

    fn link(&mut self, href: Option<String>, level: Level) {
        self.links -= 1;
        match href {
            Some(href) if self.links == 0 => self.inline(Inline::Link { href, text: level.inlines }),
            _ => {
                let text = one_line(&self.script.text[level.range]);
                self.words(&text);
            }
        }
    }

    fn image(&mut self, path: Option<String>, level: Level) {
        self.links -= 1;
        match path {
            Some(path) => {
                let alt = plain::inlines(&level.inlines, &|_| None);
                self.inline(Inline::Image { path, alt });
            }
            None => {
                let text = one_line(&self.script.text[level.range]);
                self.words(&text);
            }
        }
    }

    fn heading_id(&mut self, id: Option<String>, text: &[Inline]) -> String {
        let wanted = match id {
            Some(id) if super::is_slug(&id) => id,
            Some(id) => anchor(&id),
            // Without names of records, so that an anchor does not change when a record is renamed.
            None => anchor(&plain::inlines(text, &|_| None)),
        };
        let mut id = wanted.clone();
        while self.ids.contains_key(&id) {
            let count = self.ids.entry(wanted.clone()).or_insert(1);
            *count += 1;
            id = format!("{wanted}-{count}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }

    fn block(&mut self, block: Block) {
        let level = self.top();
        level.flush();
        level.blocks.push(block);
    }

    fn inline(&mut self, inline: Inline) {
        self.top().inlines.push(inline);
    }

    /// Adds characters, joined to a text node before them.
    fn words(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.top().inlines.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => self.inline(Inline::Text(text.to_owned())),
        }
    }

    fn text(&mut self, text: &CowStr<'_>) {
        let script = self.script;
        if let Open::Code { text: all, .. } | Open::Html(all) = &mut self.top().open {
            all.push_str(script.original(text));
            return;
        }
        let Some(start) = self.script.offset(text) else {
            self.words(text);
            return;
        };
        let range = start..start + text.len();
        let mut from = range.start;
        for mark in script.marks_in(&range) {
            self.raised(from..mark.range.start);
            self.mark(mark);
            from = mark.range.end;
        }
        self.raised(from..range.end.max(from));
    }

    /// Adds characters, in which `^1^` is raised, even inside words.
    fn raised(&mut self, range: Range<usize>) {
        let script = self.script;
        let text = script.text;
        let mut from = range.start;
        let mut search = range.start;
        while let Some(open) = text[search..range.end].find('^').map(|at| search + at) {
            let rest = &text[open + 1..range.end];
            let close = rest.find('^').filter(|at| (1..=24).contains(at) && !rest[..*at].contains(char::is_whitespace));
            match close {
                Some(length) if !is_escaped(text.as_bytes(), open) => {
                    self.words(&text[from..open]);
                    self.inline(Inline::Superscript(vec![Inline::Text(rest[..length].to_owned())]));
                    from = open + length + 2;
                    search = from;
                }
                _ => search = open + 1,
            }
        }
        self.words(&text[from..range.end]);
    }

    fn mark(&mut self, mark: &Mark) {
        let script = self.script;
        let text = script.text;
        if self.links > 0 {
            let words = one_line(&text[mark.range.clone()]);
            self.words(&words);
            return;
        }
        match &mark.names {
            Names::Record { id, words, .. } => {
                let words = words.clone().map_or(Vec::new(), |words| inlines(&text[words]));
                self.inline(Inline::Reference { id: text[id.clone()].to_owned(), text: words });
            }
            Names::Sources(list) => {
                for (id, place) in list {
                    let place = place.clone().map(|place| one_line(&text[place]).into_owned());
                    self.inline(Inline::Citation { source: text[id.clone()].to_owned(), place });
                }
            }
        }
    }

    /// The text of a code span, in which references are plain characters.
    fn code(&self, code: &CowStr<'_>, range: Range<usize>) -> String {
        let is_masked = || !self.script.literal_in(&range).is_empty();
        if self.script.offset(code).is_some() || (self.script.marks_in(&range).is_empty() && !is_masked()) {
            return self.script.original(code).to_owned();
        }
        one_line(self.script.text[range].trim_matches('`')).into_owned()
    }

    fn finish(mut self) -> Vec<Block> {
        while self.levels.len() > 1 {
            let Some(level) = self.levels.pop() else { break };
            self.close(level);
        }
        self.levels.pop().map_or(Vec::new(), Level::into_blocks)
    }
}

/// Whether a line begins with a number or bullet that is no list in Markdown, `a)`, `(1)`, `2)`, `1.1.`, `—` or `•`:
/// such a line keeps its line break.
fn is_point(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let Some((mark, rest)) = line.split_once([' ', '\t', '\u{a0}']) else { return false };
    if mark.contains('\n') || rest.trim_start().is_empty() {
        return false;
    }
    if matches!(mark, "—" | "–" | "•" | "·" | "▪" | "◦" | "●" | "■" | "‣") {
        return true;
    }
    let numbers = mark.strip_suffix('.').unwrap_or(mark);
    if numbers.contains('.') {
        return numbers.split('.').all(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    }
    let Some(inner) = mark.strip_suffix(')') else { return false };
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    let is_roman = inner.chars().all(|c| "ivxIVX".contains(c));
    let most = if is_roman || inner.bytes().all(|b| b.is_ascii_digit()) { 5 } else { 2 };
    (1..=most).contains(&inner.chars().count()) && inner.chars().all(char::is_alphanumeric)
}

/// The inline nodes of a reference's words, which may be stressed or raised.
fn inlines(text: &str) -> Vec<Inline> {
    let text = one_line(text);
    if !text.contains(['*', '_', '^', '~', '\\', '&']) {
        return vec![Inline::Text(text.into_owned())];
    }
    match blocks(&text).into_iter().next() {
        Some(Block::Paragraph(list)) => list.into_iter().filter(|inline| !leads_elsewhere(inline)).collect(),
        _ => vec![Inline::Text(text.into_owned())],
    }
}

fn leads_elsewhere(inline: &Inline) -> bool {
    matches!(
        inline,
        Inline::Link { .. }
            | Inline::Image { .. }
            | Inline::Reference { .. }
            | Inline::Citation { .. }
            | Inline::FootnoteMark(_)
    )
}

fn alignment(align: Alignment) -> Align {
    match align {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, Prose, Span};

    fn paragraph(text: &str) -> Vec<Inline> {
        match blocks(text).into_iter().next() {
            Some(Block::Paragraph(list)) => list,
            other => panic!("no paragraph but {other:?}"),
        }
    }

    fn words(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    fn citation(source: &str, place: &str) -> Inline {
        Inline::Citation { source: source.to_owned(), place: Some(place.to_owned()) }
    }

    #[test]
    fn an_article_number_is_raised_inside_a_word_unless_escaped() {
        assert_eq!(
            paragraph(r"ст. 128^1^ и 5\^1^"),
            [words("ст. 128"), Inline::Superscript(vec![words("1")]), words(" и 5^1^")]
        );
    }

    #[test]
    fn a_citation_is_one_whatever_follows_its_bracket() {
        assert_eq!(paragraph("а [@x, L1](y)[z]"), [words("а "), citation("x", "L1"), words("(y)[z]")]);
        assert_eq!(paragraph("[@x, L1]: y"), [citation("x", "L1"), words(": y")]);
        assert_eq!(paragraph(r"\[@x, L1]"), [words("[@x, L1]")]);
        assert_eq!(paragraph("`[@x, L1]`"), [Inline::Code("[@x, L1]".to_owned())]);
    }

    #[test]
    fn a_reference_with_words_is_whole_in_a_table() {
        let tree = blocks("| а | б |\n|---|--:|\n| [[x\\|y *z*]] | [@q, p. 1] |\n");
        let Some(Block::Table { align, rows, .. }) = tree.first() else { panic!("no table but {tree:?}") };
        assert_eq!(align, &[Align::Start, Align::End]);
        let text = vec![words("y "), Inline::Emphasis(vec![words("z")])];
        assert_eq!(rows[0], [vec![Inline::Reference { id: "x".to_owned(), text }], vec![citation("q", "p. 1")]]);
    }

    #[test]
    fn nothing_that_could_run_becomes_a_link() {
        for href in ["javascript:alert(1)", "JavaScript&colon;x", "data:text/html,x", "//host/x", "a.html"] {
            let text = format!("[слово]({href})");
            assert_eq!(paragraph(&text), [Inline::Text(text.clone())], "{href}");
        }
        assert_eq!(paragraph("<b>x</b>"), [words("<b>x</b>")]);
        assert_eq!(paragraph("![x](https://host/a.png)"), [words("![x](https://host/a.png)")]);
    }

    #[test]
    fn two_headings_of_one_name_have_two_anchors() {
        let ids: Vec<String> = blocks("## Суд {#court}\n## Court\n## court\n")
            .into_iter()
            .filter_map(|block| match block {
                Block::Heading { id, .. } => Some(id),
                _ => None,
            })
            .collect();
        assert_eq!(ids, ["court", "court-2", "court-3"]);
    }

    #[test]
    fn nesting_is_bounded_and_nothing_is_lost() {
        let plain = |text: &str| {
            let prose = Prose::of_value(text, Span::head(FileId(0)));
            prose.plain(&|_| None)
        };
        let deepest = format!("{}конец", "> ".repeat(5_000));
        assert!(plain(&deepest).ends_with("конец"));
        let stressed = format!("{}x{}", "*_".repeat(2_000), "_*".repeat(2_000));
        assert!(plain(&stressed).contains('x'));
        let listed: String = (0..200).map(|n| format!("{}- x{n}\n", "  ".repeat(n))).collect();
        assert!(plain(&listed).contains("x199"));
    }
}
