//! Prepares a text for the Markdown parser, and classifies its links.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, OffsetIter, Options, Parser};

use super::address::is_web_address;
use super::literal::literals;
use super::reference::{Mark, marks, masked};

/// The deepest nesting of quotations, lists and stress that is parsed. Deeper levels are read as if they stood on this
/// one.
pub(super) const DEEPEST: usize = 32;

/// A text prepared for the parser: references, and marks that are plain text in this dialect, are masked byte for byte,
/// and nesting is bounded.
pub(super) struct Script<'t> {
    /// The text as written.
    pub(super) text: &'t str,
    pub(super) parsed: Cow<'t, str>,
    /// The references.
    pub(super) marks: Vec<Mark>,
    /// Marks of CommonMark that are plain text in this dialect; sorted.
    pub(super) literal: Vec<Range<usize>>,
    /// The first place at which a line is nested too deep, if any.
    pub(super) too_deep: Option<Range<usize>>,
}

impl<'t> Script<'t> {
    pub(super) fn new(text: &'t str) -> Script<'t> {
        let marks = marks(text);
        let deep = deep_lines(text);
        let mut covered: Vec<Range<usize>> = marks.iter().map(|mark| mark.range.clone()).collect();
        let mut parsed = Cow::Borrowed(text);
        let literal = literals(text, &marks);
        if !deep.is_empty() || !literal.is_empty() {
            covered.extend(deep.iter().cloned());
            covered.extend(literal.iter().cloned());
            covered.sort_by_key(|range| range.start);
        }
        if !covered.is_empty() {
            parsed = Cow::Owned(masked(text, &covered));
        }
        Script { text, parsed, marks, literal, too_deep: deep.into_iter().next() }
    }

    pub(super) fn events(&self) -> OffsetIter<'_> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST;
        Parser::new_ext(&self.parsed, options).into_offset_iter()
    }

    /// The offset in the author's text of a string from the parser; `None` if the parser did not borrow it.
    pub(super) fn offset(&self, text: &CowStr<'_>) -> Option<usize> {
        let CowStr::Borrowed(piece) = text else { return None };
        let offset = (piece.as_ptr() as usize).checked_sub(self.parsed.as_ptr() as usize)?;
        (offset + piece.len() <= self.parsed.len()).then_some(offset)
    }

    /// The author's characters for a string from the parser, which may be masked.
    pub(super) fn original<'a>(&'a self, text: &'a CowStr<'_>) -> &'a str {
        match self.offset(text) {
            Some(offset) => &self.text[offset..offset + text.len()],
            None => text,
        }
    }

    /// The literal marks that begin in `range`.
    pub(super) fn literal_in(&self, range: &Range<usize>) -> &[Range<usize>] {
        let start = self.literal.partition_point(|marks| marks.start < range.start);
        let end = self.literal.partition_point(|marks| marks.start < range.end);
        &self.literal[start..end.max(start)]
    }

    /// The references that begin in `range`.
    pub(super) fn marks_in(&self, range: &Range<usize>) -> &[Mark] {
        let start = self.marks.partition_point(|mark| mark.range.start < range.start);
        let end = self.marks.partition_point(|mark| mark.range.start < range.end);
        &self.marks[start..end.max(start)]
    }
}

/// For each line that begins with more marks of quotations and lists than are allowed, the range of the excess marks.
fn deep_lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(range) = deep_prefix(line) {
            found.push(start + range.start..start + range.end);
        }
        start += line.len();
    }
    found
}

fn deep_prefix(line: &str) -> Option<Range<usize>> {
    let bytes = line.as_bytes();
    let gap = |at: usize| bytes.get(at).is_none_or(|b| b.is_ascii_whitespace());
    let mut at = 0;
    let mut count = 0;
    let mut surplus = None;
    loop {
        while bytes.get(at).is_some_and(|b| matches!(b, b' ' | b'\t')) {
            at += 1;
        }
        let digits = bytes[at..].iter().take(10).take_while(|b| b.is_ascii_digit()).count();
        let length = match bytes.get(at) {
            Some(b'>') => 1,
            Some(b'-' | b'*' | b'+' | b':') if gap(at + 1) => 1,
            _ if digits > 0 && matches!(bytes.get(at + digits), Some(b'.' | b')')) && gap(at + digits + 1) => {
                digits + 1
            }
            _ => break,
        };
        count += 1;
        if count > DEEPEST && surplus.is_none() {
            surplus = Some(at);
        }
        at += length;
    }
    let surplus = surplus?;
    let rule = ["-", "*"].iter().any(|c| line.trim().chars().all(|d| d.is_whitespace() || *c == d.to_string()));
    (!rule).then_some(surplus..at)
}

/// `text` on one line, with single spaces in place of line breaks.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// Where a link leads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Address {
    Web,
    Anchor,
    OtherScheme,
    File,
}

pub(super) fn address(href: &str) -> Address {
    let scheme = href.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '?', '#']));
    let hidden = href.contains(|c: char| c.is_control() || c.is_whitespace());
    match scheme {
        _ if hidden => Address::OtherScheme,
        Some(_) if is_web_address(href) => Address::Web,
        Some(_) => Address::OtherScheme,
        None if href.starts_with('#') => Address::Anchor,
        None if href.starts_with("//") || href.starts_with('\\') => Address::OtherScheme,
        None => Address::File,
    }
}

/// Whether `path` has the form of a path of a picture below `content/`.
pub(super) fn is_picture(path: &str) -> bool {
    address(path) == Address::File
        && !path.contains(['\\', '?', '#', '%'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
