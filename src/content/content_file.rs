//! One file of content: its front matter, its body, and their places in the file.
//!
//! What comes in is a text file; what goes out is a [`ContentFile`] and the parsed table. The fences are found here and
//! not by the Markdown parser, so that every span counts from the start of the whole file.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::law::{Date, DateError, Rendering};
use crate::text::{
    Change, Diagnostic, Extract, Fault, FileId, Level, Prose, Span, fences, foreign_letter, is_unseen, named,
};

use super::date_meant::date_meant;
use super::fault::FOREIGN_LETTER;
use super::quotation_mark::{curly, unclosed};
use super::slip::Mended;

pub static NO_FRONT_MATTER: Fault = Fault {
    code: "no-front-matter",
    level: Level::Error,
    summary: "a file has no front matter",
    explanation: "A file of content begins with its fields, written as TOML between two lines of three plus signs:\n\n\
```text\n+++\ntitle = \"Registration\"\n+++\n\nThe prose.\n```\n\n`collatio new` writes a form to fill in.",
};

pub static OPEN_FRONT_MATTER: Fault = Fault {
    code: "open-front-matter",
    level: Level::Error,
    summary: "the front matter has no end",
    explanation: "The fields of a file stand between two lines of `+++`. The second is missing, so that nobody can tell \
the fields from the prose.",
};

pub static SYNTAX: Fault = Fault {
    code: "toml-syntax",
    level: Level::Error,
    summary: "the front matter is not TOML",
    explanation: "A field is written `name = \"value\"` on a line of its own; lists stand in square brackets, and a \
further entry begins with its name in two pairs of them: `[[finding]]`. Words and dates stand in straight double \
quotation marks; a quotation mark inside them takes a backslash: `\\\"`. Words on several lines stand between `\"\"\"`.",
};

pub static DUPLICATE_KEY: Fault = Fault {
    code: "duplicate-field",
    level: Level::Error,
    summary: "a field is given twice",
    explanation: "A record has each field once; where there are several of a thing, the field is a list. The first is \
kept until one of the two is deleted.",
};

pub static BARE_DATE: Fault = Fault {
    code: "bare-date",
    level: Level::Error,
    summary: "a date stands without quotation marks",
    explanation: "Dates are words: `\"2004\"`, `\"2004-10\"`, `\"2004-10-05\"`, `\"mid-2005\"`, `\"between 2008-02-21 and \
2010\"`, `\"after 2017\"`, `\"undated\"`. Without quotation marks a year is a number, and a month is no TOML at all.",
};

/// The most syntax errors that are reported for one file: a file with more is probably not TOML.
const MOST_FAULTS: usize = 64;

/// The front matter of a file, parsed with recovery.
pub(super) struct Toml<'a> {
    /// The fields that could be parsed.
    pub(super) table: DeTable<'a>,
    pub(super) faults: Vec<Diagnostic>,
    /// Whether parts could not be parsed, so that a seemingly missing field may be in one of them.
    pub(super) is_torn: bool,
}

/// A file of content, cut into front matter and body.
#[derive(Clone, Copy)]
pub(super) struct ContentFile<'a> {
    pub(super) id: FileId,
    pub(super) text: &'a Arc<str>,
    /// Byte offset of the TOML in `text`.
    base: usize,
    /// Start and end of the Markdown in `text`, in bytes.
    body: (usize, usize),
    /// The span of the first `+++`: faults of the record as a whole are reported here.
    pub(super) fence: Span,
    /// The first language of the site, BCP 47: that of quotations without a language of their own.
    pub(super) language: &'a str,
    /// Which parts are translated, when the file is read in a further language.
    pub(super) rendering: Option<&'a Rendering>,
    /// The front matter that is parsed in place of the file's own, where that has slips.
    mended: Option<&'a Mended>,
}

impl<'a> ContentFile<'a> {
    /// Finds the two `+++` lines. Returns the file, and the byte offset at which its TOML ends.
    pub(super) fn open(
        id: FileId,
        text: &'a Arc<str>,
        language: &'a str,
    ) -> Result<(ContentFile<'a>, usize), Diagnostic> {
        let Some(fences) = fences(text) else {
            let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
            let first = text[start..].lines().next().unwrap_or_default();
            let fence = Span::new(id, start, start + first.trim_end().len());
            return Err(no_front_matter(&text[start..], fence));
        };
        let fence = Span::new(id, fences.first.start, fences.first.end);
        let Range { start: base, end } = fences.fields;
        if let Some(prose) = fences.prose {
            let body = (prose, text.len());
            let content_file = ContentFile { id, text, base, body, fence, language, rendering: None, mended: None };
            return Ok((content_file, end));
        }
        let mut at = base;
        for line in text[base..].split_inclusive('\n') {
            if let Some(fault) = hidden_fence(line, id, at).or_else(|| almost_fence(line, id, at)) {
                return Err(fault);
            }
            at += line.len();
        }
        let fault = OPEN_FRONT_MATTER.at(fence, "the front matter that begins here has no end");
        Err(fault.help("write `+++` on a line of its own after the last field"))
    }

    /// The same file for a further language; `rendering` says which parts are translated.
    pub(super) fn rendered(self, rendering: Option<&'a Rendering>) -> ContentFile<'a> {
        ContentFile { rendering, ..self }
    }

    /// A file that is only TOML, without fences and body: `collatio.toml`.
    pub(super) fn whole(id: FileId, text: &'a Arc<str>, language: &'a str) -> ContentFile<'a> {
        let base = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let body = (text.len(), text.len());
        ContentFile { id, text, base, body, fence: Span::head(id), language, rendering: None, mended: None }
    }

    /// The front matter as written, up to byte `end` of the file.
    pub(super) fn toml(&self, end: usize) -> &'a str {
        &self.text[self.base..end.max(self.base)]
    }

    /// The same file, with `mended` in place of its front matter.
    pub(super) fn with<'b>(&self, mended: &'b Mended) -> ContentFile<'b>
    where
        'a: 'b,
    {
        ContentFile { mended: Some(mended), ..*self }
    }

    /// Whether the field `name` with the value at `value` is all that stands on its line.
    pub(super) fn is_all_of_its_line(&self, name: &str, value: Span) -> bool {
        let Range { start, end } = value.range();
        let before = &self.text[self.text[..start].rfind('\n').map_or(0, |at| at + 1)..start];
        let behind = self.text[end..].lines().next().unwrap_or_default();
        before.trim_end().strip_suffix('=').is_some_and(|key| key.trim() == name)
            && behind.trim().is_empty()
            && !self.text[start..end].contains('\n')
    }

    /// Parses the TOML up to byte `end`.
    pub(super) fn table(&self, end: usize) -> Toml<'a> {
        let toml = self.mended.map_or(self.toml(end), |mended| &mended.text);
        let (table, mut errors) = DeTable::parse_recoverable(toml);
        errors.sort_by_key(|error| error.span().map_or(0, |range| range.start));
        let table = table.into_inner();
        let is_torn = !errors.is_empty() || self.mended.is_some_and(|mended| mended.is_lossy);
        let mut faults: Vec<Diagnostic> = self.slips();
        if let Some(missing) = self.headless(&table, toml, &errors) {
            errors.retain(|error| !missing.covers(error));
            faults.push(missing.fault);
        }
        let mut last_line = None;
        let mut open = None;
        for error in errors {
            if faults.len() == MOST_FAULTS {
                break;
            }
            let range = error.span().unwrap_or(0..0);
            // Words that were meant to stand between quotation marks go on until the next field.
            if open.is_some_and(|at: usize| !begins_field(toml, at, range.start)) {
                open = Some(range.start);
                continue;
            }
            open = open_quote(toml, &range, error.message()).map(|_| range.start);
            let line = toml.as_bytes().iter().take(range.start).filter(|b| **b == b'\n').count();
            // One mistake often makes the parser report several errors on one line; only the first is useful.
            if last_line != Some(line) {
                faults.extend(self.syntax(&table, toml, &range, error.message()));
            }
            last_line = Some(line);
        }
        Toml { table, faults, is_torn }
    }

    /// The diagnostic for one parser error; `None` where the field was parsed nevertheless, since validation will
    /// report it as unknown.
    fn syntax(&self, table: &DeTable<'_>, toml: &str, range: &Range<usize>, message: &str) -> Option<Diagnostic> {
        let mut start = range.start.min(toml.len());
        while !toml.is_char_boundary(start) {
            start -= 1;
        }
        let line_start = toml[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = toml[line_start..].lines().next().unwrap_or_default();
        if message.starts_with("duplicate key") {
            return Some(self.duplicate(table, toml, range));
        }
        if let Some((open, length)) = open_quote(toml, range, message) {
            return Some(self.open_quote(toml, open, length));
        }
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        if let Some(letter) = foreign_letter(key).filter(|_| !key.contains(['"', '\''])) {
            let name = key.trim().trim_matches(['[', ']']).trim();
            if first_key(table, name, usize::MAX).is_some() {
                return None;
            }
            let at = line_start + key.find(name).unwrap_or(0);
            let message = format!("the field `{name}` has the letter `{letter}`, which is not ASCII");
            let fault = FOREIGN_LETTER.at(self.span(&(at..at + name.len())), message);
            return Some(fault.help("names of fields are written in ASCII letters; retype it"));
        }
        if let Some(date) = bare_date(toml, line_start..line_start + line.len(), start) {
            let written = &toml[date.clone()];
            let message = format!("`{written}` is a date without quotation marks");
            let meant = match Date::parse(written) {
                Err(DateError::YearNotFirst(day)) => Some(day.to_string()),
                Ok(_) => None,
                Err(_) => date_meant(written),
            };
            let whole = format!("\"{}\"", meant.as_deref().unwrap_or(written));
            let fault = BARE_DATE.at(self.span(&date), message).help(format!("write `{whole}`"));
            return Some(fault.certain_fix(Change::Whole(whole)));
        }
        let fault = SYNTAX.at(self.span(&(start..range.end.max(start))), message.to_owned());
        let value_at = value.find(|c: char| !c.is_whitespace() && !is_unseen(c)).unwrap_or(value.len());
        let stray = || toml[start..].starts_with(is_unseen).then(|| start - line_start);
        let unseen = key.find(is_unseen).or_else(|| value[..value_at].find(is_unseen).map(|at| key.len() + 1 + at));
        let unseen = unseen.or_else(stray);
        if let Some((at, c)) = unseen.and_then(|at| Some((line_start + at, line[at..].chars().next()?))) {
            let message = format!("{} stands among the fields", named(c));
            let fault = SYNTAX.at(self.span(&(at..at + c.len_utf8())), message);
            let space = Change::Whole(" ".into());
            return Some(fault.help("delete it, or type an ordinary space").certain_fix(space));
        }
        let value = value.trim();
        Some(if let Some(mark) = curly(line) {
            let message = "a curly quotation mark stands in place of a straight one";
            SYNTAX.at(fault.span, message).help(not_of_toml(mark))
        } else if value.starts_with(char::is_alphabetic) {
            fault.help("words stand in quotation marks: \"…\"")
        } else if value.starts_with('"') && message.starts_with("unexpected key or value") {
            fault.help("write a backslash before a quotation mark that stands within the words: `\\\"`")
        } else if message.starts_with("missing comma between array elements") {
            fault.help("write a comma between two items of a list, behind the first of them")
        } else {
            fault.help(
                "a field is `name = \"words\"`, a list is `name = [\"a\", \"b\"]`, an entry begins with `[[name]]`",
            )
        })
    }

    /// The slips that were mended; a file with more than a report can hold is told so far.
    fn slips(&self) -> Vec<Diagnostic> {
        let slips = self.mended.map_or(&[][..], |mended| &mended.slips);
        let told = slips.iter().take(MOST_FAULTS).map(|slip| {
            let at = Span::new(self.id, self.base + slip.range.start, self.base + slip.range.end);
            let fault = SYNTAX.at(at, slip.message.clone()).help(slip.help.clone());
            match &slip.line {
                Some(line) => fault.fix(Change::Line(line.clone())),
                None => fault,
            }
        });
        told.collect()
    }

    /// An entry without its header: fields of one table that are given twice, the first of them the first field of the
    /// entry above.
    fn headless(&self, table: &DeTable<'_>, toml: &str, errors: &[toml::de::Error]) -> Option<Headless> {
        let twice = errors.iter().filter(|error| error.message().starts_with("duplicate key"));
        let twice: Vec<Range<usize>> = twice.filter_map(toml::de::Error::span).collect();
        let first = twice.first()?.clone();
        let header_of = |at: usize| {
            let lines = toml.get(..at)?.lines().rev().map(str::trim);
            lines.into_iter().find(|line| line.starts_with('['))
        };
        let header = header_of(first.start).filter(|header| header.starts_with("[["))?;
        let above = toml.get(..first.start)?.rfind(header)?;
        let end = toml[first.start..].find("\n[").map_or(toml.len(), |at| first.start + at);
        let begins = toml[above..].lines().nth(1).and_then(|line| line.split('=').next()).unwrap_or_default().trim();
        let name = toml.get(first.clone()).unwrap_or_default();
        let inside = twice.iter().filter(|range| range.start < end).count();
        if inside < 2 && begins != name || first_key(table, name, first.start).is_none() {
            return None;
        }
        // Fields that the entry above does not have may come first.
        let before = toml[above..first.start].rfind("\n\n").map_or(first.start, |at| above + at + 2);
        let at = if toml[before..first.start].contains('=') { before } else { first.start };
        let word = toml[at..].split(['=', ' ', '\n']).next().unwrap_or_default().trim().len();
        let message = format!("`{name}` is given twice: an entry begins here without its first line");
        let fault = DUPLICATE_KEY.at(self.span(&(at..at + word)), message);
        let fault = fault.help(format!("write `{header}` on a line of its own before it"));
        Some(Headless { fault, lines: above..end })
    }

    fn open_quote(&self, toml: &str, open: usize, length: usize) -> Diagnostic {
        let marks = &toml[open..open + length];
        let fault = SYNTAX.at(
            self.span(&(open..open + length)),
            match length {
                3 => format!("the words that begin behind `{marks}` have no end"),
                _ => "the quotation mark that opens here is not closed on its line".to_owned(),
            },
        );
        let line = toml[open..].lines().next().unwrap_or_default();
        if let Some(mark) = curly(line) {
            return fault.help(not_of_toml(mark));
        }
        let fault = fault.help(format!("write `{marks}` behind the last word"));
        if length == 3 { fault } else { fault.help("words on several lines stand between `\"\"\"`") }
    }

    fn duplicate(&self, table: &DeTable<'_>, toml: &str, range: &Range<usize>) -> Diagnostic {
        let name = toml.get(range.clone()).unwrap_or_default().trim_matches(['"', '\'']);
        let fault = DUPLICATE_KEY.at(self.span(range), format!("`{name}` is given twice"));
        let fault = fault.help("keep one of the two; several things of a kind stand in one list");
        match first_key(table, name, range.start) {
            Some(first) => fault.note(self.span(&first), "it is given here first"),
            None => fault,
        }
    }

    /// Converts a range relative to the start of the TOML into a span of the whole file.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let original = |at: usize| self.mended.map_or(at, |mended| mended.original(at));
        Span::new(self.id, self.base + original(range.start), self.base + original(range.end))
    }

    pub(super) fn at<T>(&self, value: &Spanned<T>) -> Span {
        self.span(&value.span())
    }

    pub(super) fn body(&self) -> Prose {
        Prose::of_file(self.id, self.text, self.body.0..self.body.1)
    }

    /// A string value as Markdown. It shares the text of the file, unless escapes make the value differ from it.
    pub(super) fn prose(&self, value: &Spanned<DeValue<'a>>) -> Option<Prose> {
        let text = value.get_ref().as_str()?;
        Some(match self.place_of(value, text) {
            Some(range) => Prose::of_file(self.id, self.text, range),
            None => Prose::of_value(text, self.at(value)),
        })
    }

    /// A string value as plain text. It shares the text of the file, unless escapes make the value differ from it.
    pub(super) fn extract(&self, value: &Spanned<DeValue<'a>>) -> Option<Extract> {
        let text = value.get_ref().as_str()?;
        let words = text.trim();
        Some(match self.place_of(value, text) {
            Some(range) => {
                let start = range.start + (text.len() - text.trim_start().len());
                Extract::of(self.text, start..start + words.len())
            }
            None => Extract::from(words),
        })
    }

    /// The range of the file that holds exactly `text`, between the quotes of `value`; `None` where escapes were
    /// decoded.
    fn place_of(&self, value: &Spanned<DeValue<'a>>, text: &str) -> Option<Range<usize>> {
        let at = self.at(value);
        let raw = self.text.get(at.range())?;
        for quotes in ["\"\"\"\r\n", "\"\"\"\n", "'''\r\n", "'''\n", "\"\"\"", "'''", "\"", "'"] {
            let inner = raw.strip_prefix(quotes).and_then(|raw| raw.strip_suffix(quotes.trim_end()));
            if inner == Some(text) {
                let start = at.range().start + quotes.len();
                return Some(start..start + text.len());
            }
        }
        None
    }
}

/// An entry without its header, and the lines of the two entries that ran together.
struct Headless {
    fault: Diagnostic,
    lines: Range<usize>,
}

impl Headless {
    fn covers(&self, error: &toml::de::Error) -> bool {
        error.message().starts_with("duplicate key") && error.span().is_some_and(|at| self.lines.contains(&at.start))
    }
}

fn not_of_toml(mark: char) -> String {
    format!("`{mark}` ({}) is not the quotation mark of TOML; type a straight one: `\"`", named(mark))
}

/// The place and length of the quotation mark that was forgotten to close, where that is what an error says.
fn open_quote(toml: &str, range: &Range<usize>, message: &str) -> Option<(usize, usize)> {
    let is_of_string = message.starts_with("invalid") && message.contains("string, expected `");
    unclosed(toml, range.start).filter(|_| is_of_string)
}

/// Whether a field or a table begins on a line behind that of `from`, up to the line of `to`.
fn begins_field(toml: &str, from: usize, to: usize) -> bool {
    let line_end = |at: usize| toml[at..].find('\n').map_or(toml.len(), |n| at + n);
    let between = toml.get(line_end(from)..line_end(to)).unwrap_or_default();
    between.lines().any(|line| {
        let name = line.split('=').next().unwrap_or_default().trim();
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        line.trim_start().starts_with('[') || line.contains('=') && is_name
    })
}

fn no_front_matter(text: &str, fence: Span) -> Diagnostic {
    let fault = NO_FRONT_MATTER.at(fence, "the file does not begin with front matter");
    if text.starts_with("---") {
        fault.help("front matter is TOML between lines of `+++`, not YAML between lines of `---`")
    } else if text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c)).starts_with("+++") {
        let unseen = text.chars().next().filter(|c| is_unseen(*c)).map(|c| format!(": {}", named(c)));
        fault.help(format!("delete what stands before the first `+++`{}", unseen.unwrap_or_default()))
    } else {
        fault.help("write the fields between two lines of `+++` at the top of the file")
    }
}

/// The range of a date without quotation marks (`2004-10` and other forms that TOML does not have): the word at
/// `start`, or the whole value on the line.
fn bare_date(toml: &str, line: Range<usize>, start: usize) -> Option<Range<usize>> {
    if start > line.end {
        return None;
    }
    let ends = |c: char| c.is_whitespace() || "=[]{},\"'#".contains(c);
    // The character at which the word ends may be several bytes long.
    let before = toml[line.start..start].rmatch_indices(ends).next();
    let from = before.map_or(line.start, |(at, end)| line.start + at + end.len());
    let until = toml[start..line.end].find(ends).map_or(line.end, |at| start + at);
    let value_start = toml[line.clone()].find('=').map_or(line.end, |at| line.start + at + 1);
    let value = toml[value_start..line.end].split('#').next().unwrap_or_default();
    let value_start = value_start + value.len() - value.trim_start().len();
    let word = from..until.max(from);
    let value = value_start..value_start + value.trim().len();
    [word, value].into_iter().find(|range| is_bare_date(&toml[range.clone()]))
}

fn is_bare_date(value: &str) -> bool {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let numeric = digits >= 1
        && value.contains(['-', '/', '.'])
        && value.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
    let worded = ["early-", "mid-", "late-", "after ", "before ", "by ", "between "];
    numeric || worded.iter().any(|word| value.starts_with(word)) || value == "undated"
}

/// The fault of a line that would be a fence but for invisible characters on it.
fn hidden_fence(line: &str, file: FileId, start: usize) -> Option<Diagnostic> {
    let line = line.trim_end();
    let (at, unseen) = line.char_indices().find(|(_, c)| is_unseen(*c))?;
    let is_fence = line.chars().filter(|c| !is_unseen(*c)).eq("+++".chars());
    let span = Span::new(file, start + at, start + at + unseen.len_utf8());
    let message = format!("{} stands beside `+++`, which is therefore no fence", named(unseen));
    is_fence.then(|| OPEN_FRONT_MATTER.at(span, message).help("delete the character: nobody sees it"))
}

/// The fault of a line that was most likely meant as the second fence: of another program, or with spaces or other numbers
/// of signs.
fn almost_fence(line: &str, file: FileId, start: usize) -> Option<Diagnostic> {
    let words = line.trim();
    let signs = words.bytes().filter(|b| *b == b'+').count();
    let is_fence = matches!(words, "---" | "...") || signs > 1 && words.bytes().all(|b| matches!(b, b'+' | b' '));
    let at = start + (line.len() - line.trim_start().len());
    let fault = OPEN_FRONT_MATTER
        .at(Span::new(file, at, at + words.len()), format!("the front matter has no end: `{words}` is no fence"));
    is_fence.then(|| fault.help("write `+++`, three plus signs, on a line of its own after the last field"))
}

/// The last place before the offset `before` at which the key `name` is written, in any table.
fn first_key(table: &DeTable<'_>, name: &str, before: usize) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    let mut tables = vec![table];
    while let Some(table) = tables.pop() {
        for (key, value) in table {
            let span = key.span();
            if key.get_ref() == name
                && span.start < before
                && found.as_ref().is_none_or(|found| found.start < span.start)
            {
                found = Some(span);
            }
            match value.get_ref() {
                DeValue::Table(inner) => tables.push(inner),
                DeValue::Array(list) => tables.extend(list.iter().filter_map(|item| item.get_ref().as_table())),
                _ => {}
            }
        }
    }
    found
}
