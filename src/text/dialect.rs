//! Checks prose against the Markdown dialect.
//!
//! What comes in is a [`Located`] text; what goes out are its references and its faults, found in one pass over the
//! parser's events, without building the tree. Content must never run script or contact another host, so raw HTML,
//! unknown schemes and remote pictures are faults and never reach the tree as links.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::address::{BAD_ADDRESS, host_meant, is_web_address, letters_meant, scheme_meant, unfollowed};
use super::author::{ByAuthor, CITATION_BY_AUTHOR, by_author as by_author_in};
use super::bare_address;
use super::character::{first_unseen, is_blank, named};
use super::cited::{self, CITATION_FORM};
use super::construct::{self, FALSE_SPACE, NOT_LISTED, Refusal};
use super::layout;
use super::located::Located;
use super::number::{FIGURE_IN_WORD, LETTER_IN_NUMBER, NO_SUCH_DAY, RANGE_REVERSED};
use super::reference::{Mark, Names, is_escaped};
use super::script::{Address, DEEPEST, Script, address, is_picture};
use super::unfilled::{UNFILLED, tokens};
use super::unfinished::{self, BROKEN_OFF, PLACEHOLDER, TWICE, UNCLOSED};
use super::{Diagnostics, Fault, Level, Span};

/// HTML tags in prose: the dialect has none, and they could run script.
pub static RAW_HTML: Fault = Fault {
    code: "raw-html",
    level: Level::Error,
    summary: "prose contains HTML",
    explanation: "Prose is Markdown alone: HTML could run as script, and it would be lost in print and in the data. \
Write Markdown instead, or put the characters in backquotes if they are to be shown: `` `<b>` ``. A single `<` is \
written `\\<`.",
};

/// A link with a scheme other than `https`, `http` and `mailto`.
pub static LINK_SCHEME: Fault = Fault {
    code: "link-scheme",
    level: Level::Error,
    summary: "a link leads to an address that is not allowed",
    explanation: "A link may begin with `https:`, `http:` or `mailto:`, or be an anchor of the same page (`#part`). \
Anything else (`javascript:`, `data:`, `file:` …) could harm a reader.",
};

/// A link to a file; records are linked by `[[id]]`.
pub static FILE_LINK: Fault = Fault {
    code: "file-link",
    level: Level::Error,
    summary: "a link names a file",
    explanation: "Pages move; records keep their id. Link to a record with `[[id]]` or `[[id|words]]`: the \
address is found when the site is built, and a link that leads nowhere is noticed.",
};

/// A picture that is not one of the files below `content/`.
pub static PICTURE: Fault = Fault {
    code: "picture",
    level: Level::Error,
    summary: "a picture is not one of the site's own files",
    explanation: "Pages ask nothing of another host, so that they can be read from a folder and tell nobody who reads \
them. Put the picture below `content/` and name it by its path there: `![What it shows](pictures/map.png)`.",
};

/// A reference inside a table whose `|` is not escaped, so that it ends the cell.
pub static TABLE_BAR: Fault = Fault {
    code: "table-bar",
    level: Level::Error,
    summary: "the bar of a reference in a table has no backslash",
    explanation: "In a table a bar ends the cell. Other programs that read the file would cut the reference in two. \
Write `[[id\\|words]]` in tables.",
};

/// A row with more cells than its table has columns.
pub static TABLE_CELLS: Fault = Fault {
    code: "table-cells",
    level: Level::Error,
    summary: "a row has more cells than the head of its table",
    explanation: "What stands behind the last column is not shown to anybody. Either the head lacks a column, or a bar in \
the row is a character of the text: in a table that is written `\\|`.",
};

/// A picture without a description for readers who cannot see it.
pub static SILENT_PICTURE: Fault = Fault {
    code: "silent-picture",
    level: Level::Warning,
    summary: "a picture without words",
    explanation: "People who listen to a page, and all who read it where the picture is missing, learn from the words in \
the brackets what the picture shows: `![The four provinces](pictures/map.png)`.",
};

/// Markdown that the parser did not understand and that would be printed as characters.
pub static LEFTOVER: Fault = Fault {
    code: "leftover-markup",
    level: Level::Error,
    summary: "Markdown was not understood and would be shown as characters",
    explanation: "`[[`, `[@`, `](` or `**` stand in what readers would see. Often a bracket is not closed, an address \
holds a space, a citation has no comma before the place, or `**` stands inside a word (`**word**s`: put a space or a \
punctuation mark after it). If the characters themselves are meant, write a backslash before the first: `\\[`.",
};

/// A mark of a footnote that has no text.
pub static UNKNOWN_FOOTNOTE: Fault = Fault {
    code: "unknown-footnote",
    level: Level::Error,
    summary: "a mark leads to a footnote that is not there",
    explanation: "`[^a]` needs a footnote of the same name in the same text, on a line of its own: `[^a]: Words.`",
};

/// A footnote to which no mark leads.
pub static UNUSED_FOOTNOTE: Fault = Fault {
    code: "unused-footnote",
    level: Level::Warning,
    summary: "no mark leads to a footnote",
    explanation: "A footnote `[^a]: …` is read where a mark `[^a]` leads to it. Set the mark, or delete the footnote.",
};

/// A heading of level 1, which is the title of the page.
pub static HEADING_FIRST: Fault = Fault {
    code: "heading-first-level",
    level: Level::Error,
    summary: "a heading of the first level",
    explanation: "The page has its own title, which is its only heading of the first level. Begin with `##`.",
};

/// A heading that skips a level, such as `####` under `##`.
pub static HEADING_SKIPS: Fault = Fault {
    code: "heading-skips",
    level: Level::Warning,
    summary: "a heading skips a level",
    explanation: "After `##` comes `##` or `###`. People who listen to a page move by its headings, and a missing level \
looks to them like a missing part.",
};

/// An anchor `{#…}` that is not a valid id.
pub static BAD_ANCHOR: Fault = Fault {
    code: "bad-anchor",
    level: Level::Error,
    summary: "the anchor of a heading is not a name",
    explanation: "An anchor `{#name}` consists of lower-case ASCII letters, digits and single `-`. Letters of other \
alphabets that look the same would make links fail.",
};

/// A reference or citation inside the text of a link.
pub static NESTED_LINK: Fault = Fault {
    code: "nested-link",
    level: Level::Error,
    summary: "a reference stands inside a link",
    explanation: "One place on a page can lead to one other place only. Put the reference before or after the link.",
};

/// Quotations, lists or stress nested deeper than the limit.
pub static TOO_DEEP: Fault = Fault {
    code: "too-deep",
    level: Level::Error,
    summary: "quotations, lists or stress are nested too deep",
    explanation: "Text that is nested more than thirty levels deep cannot be read by anyone. The deeper levels are \
shown as if they stood on the last.",
};

/// All faults of prose.
pub static FAULTS: &[&Fault] = &[
    &RAW_HTML,
    &LINK_SCHEME,
    &BAD_ADDRESS,
    &bare_address::BARE_ADDRESS,
    &FILE_LINK,
    &PICTURE,
    &TABLE_BAR,
    &TABLE_CELLS,
    &SILENT_PICTURE,
    &LEFTOVER,
    &UNKNOWN_FOOTNOTE,
    &UNUSED_FOOTNOTE,
    &HEADING_FIRST,
    &HEADING_SKIPS,
    &BAD_ANCHOR,
    &UNFILLED,
    &NESTED_LINK,
    &TOO_DEEP,
    &NOT_LISTED,
    &FALSE_SPACE,
    &CITATION_FORM,
    &PLACEHOLDER,
    &BROKEN_OFF,
    &UNCLOSED,
    &TWICE,
    &RANGE_REVERSED,
    &LETTER_IN_NUMBER,
    &FIGURE_IN_WORD,
    &NO_SUCH_DAY,
    &CITATION_BY_AUTHOR,
];

/// The links of the prose to anchors of its own page: the anchor without `#`, and the place of the link.
pub(super) fn anchors(prose: &Located) -> Vec<(String, Span)> {
    let script = Script::new(prose.text());
    let links = |(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let anchor = script.original(&dest_url).strip_prefix('#')?.to_owned();
            Some((anchor, prose.place(range)))
        }
        _ => None,
    };
    script.events().filter_map(links).collect()
}

/// The citations of the prose that may lack their `@`: id, place, and where they stand.
pub(super) fn without_mark(prose: &Located) -> Vec<(String, String, Span)> {
    if !cited::has_single_bracket(prose.text()) {
        return Vec::new();
    }
    let script = Script::new(prose.text());
    let mut found = Vec::new();
    let mut code = 0;
    for (event, range) in script.events() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Text(_) if code == 0 => found.extend(cited::without_mark(&script, range)),
            _ => {}
        }
    }
    found.into_iter().map(|(range, id, place)| (id, place, prose.place(range))).collect()
}

/// What may be citations by author or number in running text, and where they stand.
pub(super) fn by_author(prose: &Located) -> Vec<(ByAuthor, Span)> {
    let mut found = by_author_in(prose.text());
    if found.is_empty() {
        return Vec::new();
    }
    let script = Script::new(prose.text());
    let mut texts: Vec<Range<usize>> = Vec::new();
    let mut apart = 0;
    for (event, range) in script.events() {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. }) => apart += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Link | TagEnd::Image) => apart -= 1,
            Event::Text(_) if apart == 0 => texts.push(range),
            _ => {}
        }
    }
    found.retain(|cited| texts.iter().any(|text| text.contains(&cited.range.start)));
    found.into_iter().map(|cited| (prose.place(cited.range.clone()), cited)).map(|(at, cited)| (cited, at)).collect()
}

/// The pictures of the prose that lie below `content/`: path and place. Others are faults and left out.
pub(super) fn pictures(prose: &Located) -> Vec<(String, Span)> {
    let script = Script::new(prose.text());
    let shown = |(event, range)| match event {
        Event::Start(Tag::Image { dest_url, .. }) => {
            let path = script.original(&dest_url).to_owned();
            is_picture(&path).then(|| (path, prose.place(range)))
        }
        _ => None,
    };
    script.events().filter_map(shown).collect()
}

/// The faults of a prose.
pub(super) fn faults(prose: &Located) -> Diagnostics {
    read(prose).1
}

/// Where the references of a prose begin, and its faults.
fn read(prose: &Located) -> (Vec<usize>, Diagnostics) {
    let text = prose.text();
    let mut diagnostics = Diagnostics::new();
    unfinished::check(prose, &mut diagnostics);
    for range in tokens(text) {
        let fault = UNFILLED.at(prose.place(range), "the prose is not filled in here");
        diagnostics.push(fault.help("write what is asked for in place of this line, or delete it"));
    }
    if is_plain(text) {
        return (Vec::new(), diagnostics);
    }
    let script = Script::new(text);
    let mut reading = Reading::new(prose, &script, diagnostics);
    if let Some(range) = script.too_deep.clone() {
        reading.too_deep(range);
    }
    construct::of_lines(&script).into_iter().for_each(|refusal| reading.refused(refusal));
    layout::of_layout(&script).into_iter().for_each(|refusal| reading.refused(refusal));
    for (event, range) in script.events() {
        if let Some(refusal) = construct::of_event(&script, &event, &range, reading.quotes) {
            reading.refused(refusal);
        }
        reading.event(event, range);
    }
    reading.finish()
}

/// Where the references of a prose begin; `None` where each mark is one. Only code shows marks letter by letter.
pub(super) fn read_marks(prose: &Located) -> Option<BTreeSet<usize>> {
    let text = prose.text();
    let may_hold_code = text.contains(['`', '\t', '<']) || text.contains("    ") || text.contains("~~~");
    (may_hold_code && text.contains('[')).then(|| read(prose).0.into_iter().collect())
}

/// Whether `text` cannot contain Markdown, so that the parser need not run. May be `false` for plain text.
fn is_plain(text: &str) -> bool {
    let begins_plainly =
        |b: &u8| !(b.is_ascii_digit() || matches!(b, b' ' | b'\t' | b'-' | b'+' | b':' | 0xc2 | 0xe2 | 0xe3));
    text.as_bytes().first().is_none_or(begins_plainly)
        && !text.bytes().any(|b| {
            matches!(
                b,
                b'*' | b'_'
                    | b'`'
                    | b'['
                    | b']'
                    | b'<'
                    | b'#'
                    | b'&'
                    | b'\\'
                    | b'>'
                    | b'='
                    | b'|'
                    | b'~'
                    | b'\n'
                    | b'@'
            )
        })
}

struct Reading<'t> {
    prose: &'t Located,
    script: &'t Script<'t>,
    /// Where the references begin.
    refs: Vec<usize>,
    diagnostics: Diagnostics,
    heading: u8,
    depth: usize,
    tables: usize,
    /// Number of columns of the table that is being read.
    columns: usize,
    links: usize,
    /// Depth of block quotations at the current place.
    quotes: usize,
    html: bool,
    code: bool,
    /// Whether too deep nesting was reported; once per prose is enough.
    deep: bool,
    /// Offset up to which leftovers were reported, so that a row of brackets is reported once.
    told_to: usize,
    /// Footnotes: label and place of the definition.
    notes: Vec<(String, Range<usize>)>,
    /// Anchors of the headings so far.
    anchors: std::collections::BTreeSet<String>,
    /// Labels for which a mark was seen.
    note_marks: std::collections::BTreeSet<String>,
}

impl<'t> Reading<'t> {
    fn new(prose: &'t Located, script: &'t Script<'t>, diagnostics: Diagnostics) -> Reading<'t> {
        Reading {
            prose,
            script,
            refs: Vec::new(),
            diagnostics,
            heading: 1,
            depth: 0,
            tables: 0,
            columns: 0,
            links: 0,
            quotes: 0,
            html: false,
            code: false,
            deep: false,
            told_to: 0,
            notes: Vec::new(),
            anchors: BTreeSet::new(),
            note_marks: BTreeSet::new(),
        }
    }

    fn fault(&mut self, fault: &'static Fault, range: Range<usize>, message: impl Into<String>, help: &str) {
        let range = first_line(self.script.text, range);
        self.diagnostics.push(fault.at(self.prose.place(range), message).help(help));
    }

    fn refused(&mut self, refusal: Refusal) {
        let is_space = self.script.text[refusal.range.clone()].trim().is_empty();
        let range = if is_space { refusal.range } else { first_line(self.script.text, refusal.range) };
        self.diagnostics.push(refusal.fault.at(self.prose.place(range), refusal.message).help(refusal.help));
    }

    fn too_deep(&mut self, range: Range<usize>) {
        if !std::mem::replace(&mut self.deep, true) {
            self.fault(
                &TOO_DEEP,
                range,
                format!("nested more than {DEEPEST} levels deep"),
                "write it on fewer levels; more than three are hard to read",
            );
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if !self.code => {
                if let Some(offset) = self.script.offset(&text) {
                    self.text(offset..offset + text.len());
                }
            }
            Event::InlineHtml(_) => self.raw_html(range),
            Event::Html(_) if !std::mem::replace(&mut self.html, true) => self.raw_html(range),
            Event::FootnoteReference(label) => {
                self.note_marks.insert(self.script.original(&label).to_lowercase());
            }
            _ => {}
        }
    }

    fn raw_html(&mut self, range: Range<usize>) {
        let shown: String = self.script.text[range.clone()].trim().chars().take(24).collect();
        let shown = shown.lines().next().unwrap_or_default().replace('`', "'");
        self.fault(
            &RAW_HTML,
            range,
            format!("`{shown}` is HTML"),
            "write Markdown, or put the characters in backquotes to show them",
        );
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.too_deep(range.clone());
        }
        match tag {
            Tag::Heading { level, id, .. } => self.heading(level, id, range),
            Tag::Paragraph => self.no_table(range),
            Tag::Table(columns) => {
                self.tables += 1;
                self.columns = columns.len();
            }
            Tag::TableRow => self.row(range),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => self.code = true,
            Tag::HtmlBlock => self.html = false,
            Tag::FootnoteDefinition(label) => {
                let label = self.script.original(&label).to_owned();
                self.notes.push((label, range));
            }
            Tag::Link { link_type, dest_url, .. } => {
                self.links += 1;
                self.link(link_type, &dest_url, range);
            }
            Tag::Image { dest_url, .. } => {
                self.links += 1;
                self.picture(&dest_url, range);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.depth = self.depth.saturating_sub(1);
        match tag {
            TagEnd::Table => self.tables -= 1,
            TagEnd::CodeBlock => self.code = false,
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::Link | TagEnd::Image => self.links -= 1,
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<CowStr<'_>>, range: Range<usize>) {
        let level = level as u8;
        if level == 1 && self.script.text[range.clone()].starts_with('#') {
            self.fault(
                &HEADING_FIRST,
                range.clone(),
                "a heading of the first level; the page has its own title",
                "begin with `##`",
            );
        } else if level > self.heading + 1 {
            let (before, wanted) = (self.heading, "#".repeat(usize::from(self.heading) + 1));
            let message = match before {
                1 => format!("the first heading is of level {level}"),
                _ => format!("a heading of level {level} follows one of level {before}"),
            };
            self.fault(&HEADING_SKIPS, range.clone(), message, &format!("write `{wanted}`"));
        }
        self.heading = level;
        let line = &self.script.text[range.clone()];
        let words = line.rsplit_once('{').map(|(words, _)| words.trim_start_matches(['#', ' ', '\t']));
        if id.is_some() && words.is_some_and(is_blank) {
            let message = format!("`{}` is a heading without words", line.trim());
            self.fault(&NOT_LISTED, range.clone(), message, "write its words, or delete it");
        }
        if let Some(id) = id {
            let id = self.script.original(&id).to_owned();
            if !self.anchors.insert(id.clone()) {
                let message = format!("another heading above has the anchor `{id}`");
                self.fault(&NOT_LISTED, range, message, "give it a name of its own, or none");
            } else if !super::is_slug(&id) {
                let help = match super::foreign_letter(&id) {
                    Some(letter) => format!("`{letter}` is not an ASCII letter; retype the name"),
                    None => "use lower-case letters, digits and single `-`".to_owned(),
                };
                self.fault(&BAD_ANCHOR, range, format!("`{id}` cannot be an anchor"), &help);
            }
        }
    }

    fn link(&mut self, kind: LinkType, href: &str, range: Range<usize>) {
        if let Some(unseen) = first_unseen(href) {
            let message = format!("the address `{}` has {}", shortened(href), named(unseen));
            self.fault(
                &LINK_SCHEME,
                range,
                message,
                "delete the character: nobody sees it, and the address leads elsewhere",
            );
            return;
        }
        if kind == LinkType::Email {
            return;
        }
        if href.is_empty() {
            let help = "write its address between the round brackets, or delete the brackets around its words";
            self.fault(&FILE_LINK, range, "the link leads nowhere".to_owned(), help);
            return;
        }
        match address(href) {
            Address::Web => {
                let at = self.prose.place(first_line(self.script.text, range));
                self.diagnostics.extend(unfollowed(href, at));
            }
            Address::Anchor => {}
            Address::OtherScheme if let Some(meant) = scheme_meant(href) => self.fault(
                &LINK_SCHEME,
                range,
                format!("the link leads to `{}`", shortened(href)),
                &format!("a web address begins with `https://`, with both slashes: write `{meant}`"),
            ),
            Address::OtherScheme => self.fault(
                &LINK_SCHEME,
                range,
                format!("the link leads to `{}`", shortened(href)),
                "a link begins with `https:`, `http:`, `mailto:` or `#`",
            ),
            Address::File if let Some(meant) = letters_meant(href) => self.fault(
                &FILE_LINK,
                range,
                format!("the address `{}` has no beginning", shortened(href)),
                &format!("an address for letters begins with `mailto:`: write `{meant}`"),
            ),
            Address::File if let Some(meant) = host_meant(href) => self.fault(
                &FILE_LINK,
                range,
                format!("the address `{}` has no beginning", shortened(href)),
                &format!("write `{meant}`"),
            ),
            Address::File => self.fault(
                &FILE_LINK,
                range,
                format!("the link names the file `{}`", shortened(href)),
                "use [[id]] or [[id|words]]: the address is found when the site is built",
            ),
        }
    }

    /// Reports cells beyond the last column, which every Markdown reader silently drops.
    fn row(&mut self, range: Range<usize>) {
        let parsed = self.script.parsed.as_bytes();
        let line = first_line(&self.script.parsed, range);
        let is_bar = |at: &usize| parsed.get(*at) == Some(&b'|') && (*at == 0 || parsed[*at - 1] != b'\\');
        let inner = line.start + usize::from(is_bar(&line.start))..line.end;
        self.missing_cells(&line, inner.clone().filter(is_bar).count() + usize::from(!is_bar(&(line.end - 1))));
        let Some(last) = inner.clone().filter(is_bar).nth(self.columns.saturating_sub(1)) else { return };
        if last + 1 < inner.end {
            let cells = match self.columns {
                1 => "1 cell".to_owned(),
                many => format!("{many} cells"),
            };
            self.fault(
                &TABLE_CELLS,
                last + 1..inner.end,
                format!("the head has {cells}, and what follows would not be shown"),
                "write a bar that is meant as `\\|`, or add a column to the head",
            );
        }
    }

    /// Reports a row of `cells` cells where the head has more: readers would see blank cells, and nobody could tell which are
    /// meant to be empty. A line without a bar is told as words behind a table.
    fn missing_cells(&mut self, line: &Range<usize>, cells: usize) {
        if cells >= self.columns || !self.script.parsed[line.clone()].contains('|') {
            return;
        }
        let message = format!("the head has {} cells, and the row has {cells}", self.columns);
        let help = "write a bar for each cell that is missing: `|  |` is an empty one";
        self.fault(&TABLE_CELLS, line.clone(), message, help);
    }

    /// Reports a table whose delimiter row does not match its head: the parser reads it as a paragraph of bars and
    /// dashes.
    fn no_table(&mut self, range: Range<usize>) {
        let mut start = range.start;
        for line in self.script.parsed[range].split_inclusive('\n') {
            let only = line.chars().all(|c| matches!(c, '|' | '-' | ':' | '>' | ' ' | '\t' | '\r' | '\n'));
            if only && line.contains('|') && line.contains("--") {
                let above =
                    self.script.parsed[..start].trim_end_matches(['\n', '\r']).rsplit('\n').next().unwrap_or_default();
                let cells = |line: &str| line.trim().trim_matches('|').split('|').count();
                let help = match cells(above) == cells(line) {
                    true => "put an empty line before the head of the table",
                    false => "under the head of a table stands a line with as many cells as the head: `|---|---|`",
                };
                self.fault(&LEFTOVER, start..start + line.len(), "a table would be shown as it stands", help);
            }
            start += line.len();
        }
    }

    fn picture(&mut self, path: &str, range: Range<usize>) {
        let written = &self.script.text[range.clone()];
        if written.strip_prefix("![").is_some_and(|rest| rest.trim_start().starts_with(']')) {
            self.fault(
                &SILENT_PICTURE,
                range.clone(),
                format!("nothing says what the picture `{}` shows", shortened(path)),
                "write it in the brackets: `![what it shows](pictures/map.png)`",
            );
        }
        if !is_picture(path) {
            self.fault(
                &PICTURE,
                range,
                format!("the picture `{}` is not one of the site's own files", shortened(path)),
                "put it below `content/` and write its path there: `![what it shows](pictures/map.png)`",
            );
        }
    }

    /// Checks a range of running text.
    fn text(&mut self, range: Range<usize>) {
        let script = self.script;
        for mark in script.marks_in(&range) {
            self.mark(mark);
        }
        for refusal in cited::of_text(script, range.clone()) {
            if refusal.range.start >= self.told_to {
                self.told_to = refusal.range.end;
                self.refused(refusal);
            }
        }
        if self.links == 0 {
            bare_address::bare(script.text, range.clone()).into_iter().for_each(|refusal| self.refused(refusal));
        }
        self.marks_in_words(&range);
        self.leftovers(range);
    }

    fn mark(&mut self, mark: &Mark) {
        if self.links > 0 {
            self.fault(
                &NESTED_LINK,
                mark.range.clone(),
                "a reference stands inside a link",
                "put it before or after the link",
            );
            return;
        }
        if let Names::Record { bare_bar: true, words, .. } = &mark.names
            && self.tables > 0
        {
            let bar = words.as_ref().map_or(mark.range.clone(), |words| {
                let bar = self.script.text[..words.start].rfind('|').unwrap_or(words.start);
                bar..bar + 1
            });
            self.fault(
                &TABLE_BAR,
                bar,
                "the bar of a reference in a table has no backslash",
                "write `\\|` in tables: `[[id\\|words]]`",
            );
        }
        if let Names::Record { words: Some(words), .. } = &mark.names {
            self.words(words.clone());
        }
        if let Some(refusal) = cited::of_mark(self.script, mark) {
            self.told_to = refusal.range.end;
            self.refused(refusal);
        }
        self.refs.push(mark.range.start);
    }

    /// Checks the words of a reference, in which only stress and raised characters are allowed.
    fn words(&mut self, range: Range<usize>) {
        let words = &self.script.text[range.clone()];
        if !words.contains(['*', '_', '&', '~']) {
            return;
        }
        let script = Script::new(words);
        for (event, at) in script.events() {
            let Some(refusal) = construct::of_event(&script, &event, &at, 0) else { continue };
            let at = range.start + refusal.range.start..range.start + refusal.range.end;
            self.refused(Refusal { range: at, ..refusal });
        }
    }

    /// Reports strong stress or strike-through that begins or ends inside a word.
    fn marks_in_words(&mut self, range: &Range<usize>) {
        let script = self.script;
        for marks in script.literal_in(range).iter().filter(|marks| marks.len() > 1) {
            if script.text[marks.clone()].starts_with(['*', '~']) {
                self.leftover(marks.clone());
            }
        }
    }

    fn leftovers(&mut self, range: Range<usize>) {
        let parsed = self.script.parsed.as_bytes();
        for at in range {
            let here = parsed[at];
            if at < self.told_to || !matches!(here, b'[' | b']' | b'*') || is_escaped(parsed, at) {
                continue;
            }
            let next = parsed.get(at + 1).copied();
            match (here, next) {
                (b'[', Some(b'^')) => {
                    let label = self.script.text[at + 2..].split([']', '[', '\n', ' ']).next().unwrap_or_default();
                    let end = at + 2 + label.len();
                    if !label.is_empty() && parsed.get(end) == Some(&b']') {
                        self.unknown_footnote(at..end + 1, label);
                    } else {
                        self.leftover(at..at + 2);
                    }
                    self.told_to = end;
                }
                (b'*', Some(next)) if next != b'*' && self.opens_stress(at) => {
                    self.leftover(at..at + 1);
                    self.told_to = at + 1;
                }
                (b']', _) if let Some(end) = parted_address(self.script.text, at) => {
                    let address = &self.script.text[end.clone()];
                    let words = self.script.text[..at].rsplit('[').next().unwrap_or_default();
                    let message = "a space stands between the words of a link and its address";
                    let help = format!("delete it: `[{}]({address})`", shortened(words));
                    self.fault(&LEFTOVER, at..end.start, message, &help);
                    self.told_to = end.end;
                }
                (b'[', Some(b'[' | b'@')) | (b']', Some(b'(')) | (b'*', Some(b'*')) => {
                    self.leftover(at..at + 2);
                    self.told_to = at + parsed[at..].iter().take_while(|b| **b == here).count();
                }
                _ => {}
            }
        }
    }

    /// Whether the `*` at `at` stands before a word, as a mark that opens stress does.
    fn opens_stress(&self, at: usize) -> bool {
        let text = self.script.text;
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || c == '(') && text[at + 1..].starts_with(char::is_alphabetic)
    }

    fn leftover(&mut self, range: Range<usize>) {
        let found = &self.script.text[range.clone()];
        let help = match found {
            "[[" if self.script.text[range.end..].starts_with('@') => {
                "write `[@source, place]`, in one pair of brackets"
            }
            "[[" if let Some(citation) = cited::as_record(self.script.text, range.start) => {
                let help = format!(
                    "a citation is `{citation}`, with one pair of brackets; a link to a record is `[[id|words]]`"
                );
                self.fault(&LEFTOVER, range, "`[[` would be shown as it stands", &help);
                return;
            }
            "[[" => "write `[[id]]` or `[[id|words]]`: the id first, without spaces",
            "[@" => "write `[@source, place]`",
            "](" => match broken_address(self.script.text, range.clone()) {
                Some(help) => {
                    self.fault(&LEFTOVER, range, "the address of a link holds a space", &help);
                    return;
                }
                None => "the address of a link holds no space and no unpaired bracket",
            },
            "[^" => "write `[^name]`, and the footnote `[^name]: …` on a line of its own",
            "*" => "write `*` behind the last of the stressed words, too",
            _ => {
                "write `**` on both sides of the words; it touches them, and outside it stands a space or a punctuation mark"
            }
        };
        let help = format!("{help}; if the characters are meant, write a backslash before them");
        let message = format!("`{found}` would be shown as it stands");
        self.fault(&LEFTOVER, range, message, &help);
    }

    fn unknown_footnote(&mut self, range: Range<usize>, label: &str) {
        let year = label.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let is_of_author = label.starts_with(char::is_alphabetic)
            && (year.len() > 4 && year.is_char_boundary(year.len() - 4))
            && matches!(year[year.len() - 4..].parse(), Ok(1800..=2099));
        let help = match is_of_author {
            true => "a citation names the record of its source: `[@source, place]`".to_owned(),
            false => format!("write the footnote on a line of its own: `[^{label}]: …`"),
        };
        self.fault(&UNKNOWN_FOOTNOTE, range, format!("there is no footnote `{label}`"), &help);
    }

    fn finish(mut self) -> (Vec<usize>, Diagnostics) {
        let mut written = BTreeSet::new();
        for (label, range) in std::mem::take(&mut self.notes) {
            if !written.insert(label.to_lowercase()) {
                let message = format!("there is another footnote `{label}` before this one");
                self.fault(&NOT_LISTED, range.clone(), message, "give it a name of its own");
            }
            if !self.note_marks.contains(&label.to_lowercase()) {
                let message = format!("no mark leads to the footnote `{label}`");
                let help = format!("set `[^{label}]` where it belongs, or delete the footnote");
                self.fault(&UNUSED_FOOTNOTE, range, message, &help);
            }
        }
        (self.refs, self.diagnostics)
    }
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// The address in round brackets that stands behind `]` at `at` and a space.
fn parted_address(text: &str, at: usize) -> Option<Range<usize>> {
    let behind = text[at + 1..].trim_start();
    let open = text.len() - behind.len();
    let address = behind.strip_prefix('(')?.split(')').next()?;
    let words = text[..at].rsplit('[').next()?;
    let is_link = is_web_address(address) || (address.starts_with("www.") && scheme_meant(address).is_some());
    let is_parted = open > at + 1 && open < at + 4 && words.len() < at;
    // `[sic] (https://…)` and `[12] (https://…)` are no words of a link.
    let is_words = words.contains(char::is_alphabetic) && words != "sic" && !words.contains('\n');
    (is_link && is_parted && is_words).then(|| open + 1..open + 1 + address.len())
}

/// What helps where behind `](` stands an address with other words.
fn broken_address(text: &str, range: Range<usize>) -> Option<String> {
    let inner = text[range.end..].lines().next()?.split(')').next()?.trim();
    let (address, rest) = inner.split_once(char::is_whitespace)?;
    let address = address.trim_end_matches([',', ';']);
    let address = if is_web_address(address) { address.to_owned() } else { scheme_meant(address)? };
    let words = text[..range.start].rsplit('[').next().filter(|words| words.len() < 60)?;
    let rest = rest.trim().trim_matches(['"', '\'', ',', ';']).trim();
    Some(format!("write `[{words}]({address})`, and behind it what belongs to the sentence: `{rest}`"))
}

/// `range` up to the end of its first line, trimmed.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(piece) = text.get(range.clone()) else { return range };
    let start = range.start + (piece.len() - piece.trim_start().len());
    let line = text[start..range.end.max(start)].lines().next().unwrap_or_default().trim_end();
    start..start + line.len()
}

#[cfg(test)]
mod tests {
    use super::super::{FileId, Span};
    use super::*;

    fn prose(text: &str) -> Located {
        Located { text: text.into(), at: Span::head(FileId(0)), exact: false }
    }

    #[test]
    fn a_row_of_brackets_is_told_once() {
        let found = read(&prose(&"[".repeat(3000))).1;
        let codes: Vec<&str> = found.iter().map(|diagnostic| diagnostic.fault.code).collect();
        assert_eq!(codes, ["leftover-markup"]);
    }
}
