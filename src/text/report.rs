//! Reports of diagnostics, for people, for other programs, and for `grep`.
//!
//! What comes in are the files and the diagnostics; what goes out is text, one diagnostic at a time. Columns count
//! characters. No character of a file or a name can reach the terminal as a control sequence.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level as Mark, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, FileId, Files, Level, Place, Span};

/// Whether a report is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Plain text.
    Plain,
    /// With ANSI escape sequences.
    Coloured,
}

/// The version of the JSON report. It is raised when a field changes its meaning or is removed.
pub const SCHEMA: u32 = 1;

/// The longest part of a line that a report shows, in characters.
const WINDOW: usize = 160;

/// Size in bytes of the blocks for which character counts are cached.
const BLOCK: usize = 1024;

/// The most lines of one span that a report shows.
const LINES: usize = 5;

/// Formats diagnostics about one set of files.
#[derive(Debug)]
pub struct Reporter<'a> {
    files: &'a Files,
    /// Cached offsets of line starts, for the files that were asked about.
    lines: BTreeMap<FileId, Vec<u32>>,
    /// Cached numbers of characters before each block of [`BLOCK`] bytes, for the same files.
    blocks: BTreeMap<FileId, Vec<u32>>,
}

impl<'a> Reporter<'a> {
    /// A reporter on `files`, with empty caches.
    pub fn new(files: &'a Files) -> Reporter<'a> {
        Reporter { files, lines: BTreeMap::new(), blocks: BTreeMap::new() }
    }

    /// `path:line:column: error[code]: message`, then the annotated lines, the helps, and the notes.
    pub fn human(&mut self, diagnostic: &Diagnostic, ink: Ink) -> String {
        let level = diagnostic.fault.level;
        let mark = match level {
            Level::Error => Mark::ERROR,
            Level::Warning => Mark::WARNING,
        };
        let word = format!("{}[{}]", level.word(), diagnostic.fault.code);
        let mut out = self.head(diagnostic.span, &tint(&word, level_code(level), ink), &diagnostic.message);
        let help: Vec<String> = diagnostic.help.iter().map(|h| clean(h)).collect();
        let remarks: Vec<String> =
            diagnostic.notes.iter().filter(|n| n.span.is_none()).map(|n| clean(&n.message)).collect();
        self.snippet(&mut out, diagnostic.span, mark, &help, &remarks, ink);
        for note in &diagnostic.notes {
            let Some(span) = note.span else { continue };
            out.push_str(&self.head(span, &tint("note", "32", ink), &note.message));
            self.snippet(&mut out, span, Mark::NOTE, &[], &[], ink);
        }
        out
    }

    /// One line: `path:line:column: error[code]: message`.
    pub fn concise(&mut self, diagnostic: &Diagnostic) -> String {
        let word = format!("{}[{}]", diagnostic.fault.level.word(), diagnostic.fault.code);
        self.head(diagnostic.span, &word, &diagnostic.message).trim_end().to_owned()
    }

    /// One line: a JSON object.
    pub fn json(&mut self, diagnostic: &Diagnostic) -> String {
        let (start, end) = (self.place(diagnostic.span.file, diagnostic.span.start), self.end(diagnostic.span));
        let notes = diagnostic
            .notes
            .iter()
            .map(|note| {
                let at = note.span.map(|span| (span, self.place(span.file, span.start)));
                JsonNote {
                    path: at.map(|(span, _)| self.path(span.file)),
                    line: at.map(|(_, place)| place.line),
                    column: at.map(|(_, place)| place.column),
                    message: &note.message,
                }
            })
            .collect();
        let row = JsonDiagnostic {
            schema: SCHEMA,
            code: diagnostic.fault.code,
            level: diagnostic.fault.level.word(),
            path: self.path(diagnostic.span.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: &diagnostic.message,
            help: &diagnostic.help,
            notes,
        };
        serde_json::to_string(&row).expect("a row of words and numbers is JSON")
    }

    /// Line and column of a byte: the same as [`super::File::place`], but with cached line starts.
    pub fn place(&mut self, file: FileId, offset: u32) -> Place {
        let text = &*self.files.get(file).text;
        let mut offset = (offset as usize).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let (index, start) = self.line_of(file, offset);
        let mark = u32::from(start == 0 && text[..offset].starts_with('\u{feff}'));
        let column = self.characters(file, offset) - self.characters(file, start);
        Place { line: index as u32 + 1, column: column - mark + 1 }
    }

    /// The number of characters before a byte. Cached by block, so that a very long line with thousands of faults is
    /// counted once.
    fn characters(&mut self, file: FileId, offset: usize) -> u32 {
        let bytes = self.files.get(file).text.as_bytes();
        let count = |bytes: &[u8]| bytes.iter().filter(|b| (**b as i8) >= -0x40).count() as u32;
        let blocks = self.blocks.entry(file).or_insert_with(|| {
            let mut before = 0;
            let counted = bytes.chunks(BLOCK).map(|block| {
                before += count(block);
                before
            });
            std::iter::once(0).chain(counted).collect()
        });
        let block = offset / BLOCK;
        blocks[block] + count(&bytes[block * BLOCK..offset])
    }

    fn end(&mut self, span: Span) -> Place {
        self.place(span.file, span.end.max(span.start))
    }

    fn path(&self, file: FileId) -> &'a str {
        &self.files.get(file).path
    }

    /// The index (from 0) of the line that holds the byte `offset`, and the offset at which the line begins.
    fn line_of(&mut self, file: FileId, offset: usize) -> (usize, usize) {
        let starts = self.starts(file);
        let index = starts.partition_point(|start| *start as usize <= offset).saturating_sub(1);
        (index, starts.get(index).map_or(0, |start| *start as usize))
    }

    fn starts(&mut self, file: FileId) -> &[u32] {
        let text = &self.files.get(file).text;
        self.lines.entry(file).or_insert_with(|| {
            let after = |(at, byte): (usize, u8)| (byte == b'\n').then_some(at as u32 + 1);
            std::iter::once(0).chain(text.bytes().enumerate().filter_map(after)).collect()
        })
    }

    fn head(&mut self, span: Span, word: &str, message: &str) -> String {
        let Place { line, column } = self.place(span.file, span.start);
        format!("{}:{line}:{column}: {word}: {}\n", clean(self.path(span.file)), clean(message))
    }

    fn snippet(&mut self, out: &mut String, span: Span, mark: Mark<'_>, help: &[String], notes: &[String], ink: Ink) {
        let cut = self.cut(span);
        let mut group = Group::with_level(mark);
        if let Some(cut) = &cut {
            let annotation = AnnotationKind::Primary.span(cut.marked.clone());
            let source = Snippet::source(cut.text.as_str()).line_start(cut.line).fold(false).annotation(annotation);
            group = group.element(source);
        }
        group = group.elements(help.iter().map(|h| Mark::HELP.message(h.as_str())));
        group = group.elements(notes.iter().map(|n| Mark::NOTE.message(n.as_str())));
        if group.is_empty() {
            return;
        }
        let renderer = match ink {
            Ink::Plain => Renderer::plain(),
            Ink::Coloured => Renderer::styled(),
        };
        out.push_str(renderer.term_width(WINDOW + 40).render(&[group]).trim_end_matches('\n'));
        out.push('\n');
    }

    /// The lines of `span`, shortened: few lines, and of a long line the part around the fault. `None` where there is
    /// nothing to show.
    fn cut(&mut self, span: Span) -> Option<Cut> {
        let text = &*self.files.get(span.file).text;
        if text.is_empty() {
            return None;
        }
        let from = border(text, span.start as usize);
        let until = border(text, span.end as usize).max(from);
        let (first, _) = self.line_of(span.file, from);
        let (last, _) = self.line_of(span.file, until.saturating_sub(1).max(from));
        let mut cut = Cut { text: String::new(), line: first + 1, marked: 0..0 };
        let shown = first..=last.min(first + LINES - 1);
        for index in shown.clone() {
            let starts = self.starts(span.file);
            let start = starts.get(index).map_or(0, |s| *s as usize);
            let end = starts.get(index + 1).map_or(text.len(), |s| *s as usize);
            let line = text[start..end].trim_end_matches(['\n', '\r']);
            let (mut a, b) = (from.max(start) - start, until.min(start + line.len()).max(start) - start);
            if start == 0 && line.starts_with('\u{feff}') {
                a = a.max('\u{feff}'.len_utf8());
            }
            let offset = cut.text.len();
            let (piece, marked) = window(line, a.min(line.len()), b);
            if index == first {
                cut.marked.start = offset + marked.start;
            }
            cut.marked.end = offset + marked.end;
            cut.text.push_str(&piece);
            if index != *shown.end() {
                cut.text.push('\n');
            }
        }
        Some(cut)
    }
}

/// Lines to show: their text, the number of the first, and the byte ranges to mark.
struct Cut {
    text: String,
    line: usize,
    marked: std::ops::Range<usize>,
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    schema: u32,
    code: &'a str,
    level: &'a str,
    path: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    message: &'a str,
    help: &'a [String],
    notes: Vec<JsonNote<'a>>,
}

#[derive(Serialize)]
struct JsonNote<'a> {
    path: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    message: &'a str,
}

/// At most [`WINDOW`] characters of `line` around the bytes `a..b`, and the range of these bytes in them.
fn window(line: &str, a: usize, b: usize) -> (String, std::ops::Range<usize>) {
    let before = line[..a].chars().rev().take(WINDOW / 2).map(char::len_utf8).sum::<usize>();
    let from = if line.len() <= WINDOW { 0 } else { a - before };
    let until = line[from..].char_indices().nth(WINDOW).map_or(line.len(), |(at, _)| from + at);
    let mut piece = String::new();
    let mut marked = 0..0;
    if from > 0 {
        piece.push('…');
    }
    for (at, c) in line[from..until].char_indices() {
        if from + at == a {
            marked.start = piece.len();
        }
        push_clean(&mut piece, c);
        if from + at < b {
            marked.end = piece.len();
        }
    }
    if a >= until {
        marked.start = piece.len();
    }
    marked.end = marked.end.max(marked.start);
    if until < line.len() {
        piece.push('…');
    }
    (piece, marked)
}

fn border(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// `text` on one line, without control characters and characters that change the direction of text.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_clean(&mut out, c);
    }
    out
}

fn push_clean(out: &mut String, c: char) {
    match c {
        '\n' | '\r' | '\t' => out.push(' '),
        '\u{feff}' => {}
        c if c.is_control() => out.push('\u{fffd}'),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => out.push('\u{fffd}'),
        c => out.push(c),
    }
}

fn level_code(level: Level) -> &'static str {
    match level {
        Level::Error => "1;31",
        Level::Warning => "1;33",
    }
}

fn tint(word: &str, code: &str, ink: Ink) -> String {
    match ink {
        Ink::Plain => word.to_owned(),
        Ink::Coloured => format!("\u{1b}[{code}m{word}\u{1b}[0m"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fault, File};
    use super::*;

    static FIELD: Fault =
        Fault { code: "unknown-field", level: Level::Error, summary: "a field that is not there", explanation: "" };

    fn files(text: &str) -> Files {
        Files::new(vec![File::new("content/countries/xr/index.md", text)])
    }

    fn at(files: &Files, word: &str) -> Span {
        let (id, file) = files.iter().next().expect("there is one file");
        let start = file.text.find(word).expect("the word is there");
        Span::new(id, start, start + word.len())
    }

    #[test]
    fn a_report_for_people_shows_the_line_and_what_helps() {
        let files = files("+++\nимя = 1\nназвание = \"Душанбе\", captial = 2\n");
        let found = FIELD.at(at(&files, "captial"), "a country has no field `captial`").suggest(Some("capital"));
        let report = Reporter::new(&files).human(&found, Ink::Plain);
        let expected = "\
content/countries/xr/index.md:3:23: error[unknown-field]: a country has no field `captial`
  |
3 | название = \"Душанбе\", captial = 2
  |                       ^^^^^^^
  |
  = help: did you mean `capital`?
";
        assert_eq!(report, expected);
    }

    #[test]
    fn another_place_is_shown_in_the_same_shape() {
        let files = files("a = 1\nb = 2\na = 3\n");
        let first = at(&files, "a = 1");
        let found = FIELD.at(at(&files, "a = 3"), "`a` is given twice").note(first, "here it is given first");
        let report = Reporter::new(&files).human(&found, Ink::Plain);
        assert!(report.contains("index.md:1:1: note: here it is given first\n"), "{report}");
        assert!(report.contains("1 | a = 1"), "{report}");
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let long = format!("{}captial{}", "д".repeat(100_000), "é".repeat(100_000));
        let files = files(&long);
        let report = Reporter::new(&files).human(&FIELD.at(at(&files, "captial"), "no"), Ink::Plain);
        assert!(report.chars().count() < 1000, "{report}");
        assert!(report.contains("captial") && report.contains("^^^^^^^"), "{report}");
    }

    #[test]
    fn a_fault_of_many_lines_is_cut_to_the_first() {
        let files = files(&"line\n".repeat(1000));
        let (id, _) = files.iter().next().expect("there is one");
        let report = Reporter::new(&files).human(&FIELD.at(Span::new(id, 5, 4000), "no"), Ink::Plain);
        assert!(report.lines().count() < 15, "{report}");
        assert!(report.starts_with("content/countries/xr/index.md:2:1:"), "{report}");
    }

    #[test]
    fn nothing_in_a_file_steers_the_terminal() {
        let files = files("a\u{1b}[2Jb\u{202e}c\n");
        let (id, _) = files.iter().next().expect("there is one");
        let found = FIELD.at(Span::new(id, 0, 6), "a \u{1b}[31m name\nover two lines").help("\u{7}bell");
        let mut reporter = Reporter::new(&files);
        for report in [reporter.human(&found, Ink::Plain), reporter.concise(&found), reporter.json(&found)] {
            assert!(!report.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{report:?}");
        }
        assert_eq!(reporter.concise(&found).lines().count(), 1);
    }

    #[test]
    fn the_json_report_counts_characters_and_says_its_version() {
        let files = files("имя captial");
        let found = FIELD.at(at(&files, "captial"), "no").help("do").note(at(&files, "имя"), "there");
        let row: serde_json::Value = serde_json::from_str(&Reporter::new(&files).json(&found)).expect("it is JSON");
        assert_eq!(
            row,
            serde_json::json!({
                "schema": 1, "code": "unknown-field", "level": "error", "path": "content/countries/xr/index.md",
                "line": 1, "column": 5, "end_line": 1, "end_column": 12, "message": "no", "help": ["do"],
                "notes": [{ "path": "content/countries/xr/index.md", "line": 1, "column": 1, "message": "there" }],
            })
        );
    }

    #[test]
    fn any_span_in_any_text_can_be_reported() {
        for text in ["", "я", "\n", "\r\n\r\n", "\u{feff}x\n", "\u{feff}", "a\u{300}\t\u{0}я\nб", "日本\r\n語"] {
            let files = files(text);
            let (id, file) = files.iter().next().expect("there is one");
            let mut reporter = Reporter::new(&files);
            for start in 0..text.len() + 3 {
                assert_eq!(reporter.place(id, start as u32), file.place(start as u32));
                for end in 0..text.len() + 3 {
                    let found = FIELD.at(Span { file: id, start: start as u32, end: end as u32 }, "no");
                    reporter.human(&found, Ink::Coloured);
                    reporter.json(&found);
                }
            }
        }
    }
}
