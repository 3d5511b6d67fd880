//! What stands at a place of a file that somebody is typing: a field, a value, the header of a table, a reference.
//!
//! A file is seldom valid while it is typed, so that no parser reads it here: the text before the place is scanned for
//! headers, keys, brackets and quotation marks, and nothing behind it matters but the end of the word.

use std::ops::Range;

use crate::text::fences;

use super::quoted::string;

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The name of a field, or its beginning, in the table with this path.
    Key {
        /// The names of the header, outermost first; none for the fields of the file itself.
        table: Vec<String>,
        /// The bytes of the name so far.
        word: Range<usize>,
    },
    /// The value of a field.
    Value {
        /// As for `Key`; the field of an inline table is in the table of that name.
        table: Vec<String>,
        /// The name of the field.
        key: String,
        /// The bytes of the value, or of the item of a list, without quotation marks.
        word: Range<usize>,
        /// Whether the place lies between quotation marks.
        is_quoted: bool,
    },
    /// The header of a table, `[name` or `[[name`.
    Header {
        /// The bytes of the name so far.
        word: Range<usize>,
        /// Whether it has two brackets, as entries have.
        is_entry: bool,
    },
    /// A reference to a record in prose, `[[id`.
    Record {
        /// The bytes of the id.
        word: Range<usize>,
    },
    /// A reference to a source in prose, `[@id`.
    Source {
        /// The bytes of the id.
        word: Range<usize>,
    },
}

/// What stands at byte `offset` of `text`. `is_all_toml` says that the file is TOML without fences. `None` where nothing is
/// known to belong, as within prose.
pub fn cursor(text: &str, offset: usize, is_all_toml: bool) -> Option<Cursor> {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    match toml_range(text, is_all_toml) {
        Some(toml) if offset < toml.start => None,
        Some(toml) if offset <= toml.end => in_toml(text, toml.start, offset),
        _ => in_prose(text, 0, offset),
    }
}

/// The bytes of the TOML of a file; up to the end of the file where its second fence is missing.
pub fn toml_range(text: &str, is_all_toml: bool) -> Option<Range<usize>> {
    if is_all_toml {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        return Some(start..text.len());
    }
    fences(text).map(|fences| fences.fields)
}

/// The state of the scan.
#[derive(Default)]
struct Scan {
    table: Vec<String>,
    /// The field whose value is being read.
    key: Option<String>,
    /// Open brackets; for a brace, the field of the inline table that is being read.
    open: Vec<(u8, Option<String>)>,
    /// The start of the line, or of the item behind the last bracket, brace, comma or equals sign.
    item: usize,
    line: usize,
}

fn in_toml(text: &str, start: usize, offset: usize) -> Option<Cursor> {
    let bytes = text.as_bytes();
    let mut scan = Scan { item: start, line: start, ..Scan::default() };
    let mut at = start;
    while at < offset {
        match bytes[at] {
            b'#' => {
                let end = line_end(text, at);
                if end >= offset {
                    return None;
                }
                at = end;
                continue;
            }
            quote @ (b'"' | b'\'') => {
                let (words, behind) = string(text, at, quote);
                // Behind the last mark one is no longer within the words.
                if words.end >= offset {
                    return quoted(&scan, text, words, offset);
                }
                at = behind;
                continue;
            }
            b'\n' => scan.newline(at + 1),
            b'[' if scan.key.is_none() && scan.open.is_empty() && text[scan.line..at].trim().is_empty() => {
                let end = line_end(text, at);
                if end >= offset {
                    return header(text, at, offset);
                }
                scan.table = header_names(&text[at..end]);
                at = end;
                continue;
            }
            bracket @ (b'[' | b'{') => {
                scan.open.push((bracket, None));
                scan.item = at + 1;
            }
            b']' | b'}' => {
                scan.open.pop();
                scan.item = at + 1;
            }
            b',' => scan.comma(at + 1),
            b'=' => scan.equals(text, at),
            _ => {}
        }
        at += 1;
    }
    scan.bare(text, offset)
}

impl Scan {
    fn newline(&mut self, next: usize) {
        if self.open.is_empty() {
            self.key = None;
        }
        (self.item, self.line) = (next, next);
    }

    fn comma(&mut self, next: usize) {
        if let Some((b'{', key)) = self.open.last_mut() {
            *key = None;
        }
        self.item = next;
    }

    fn equals(&mut self, text: &str, at: usize) {
        let name = text[self.item..at].trim().trim_matches(['"', '\'']).to_owned();
        match self.open.last_mut() {
            Some((b'{', key)) => *key = Some(name),
            Some(_) => {}
            None => self.key = Some(name),
        }
        self.item = at + 1;
    }

    /// The table and the field of the value that is being read; the field is `None` where a name is expected.
    fn place(&self) -> (Vec<String>, Option<String>) {
        let mut table = self.table.clone();
        let mut key = self.key.clone();
        for (_, inner) in self.open.iter().filter(|(bracket, _)| *bracket == b'{') {
            table.extend(key.take());
            key.clone_from(inner);
        }
        (table, key)
    }

    /// What stands at `offset`, outside of quotation marks.
    fn bare(&self, text: &str, offset: usize) -> Option<Cursor> {
        let typed = &text[self.item..offset];
        let from = self.item + (typed.len() - typed.trim_start().len());
        let (table, key) = self.place();
        let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let behind = text[offset..].find(|c: char| !is_of_name(c)).map_or(text.len(), |end| offset + end);
        match key {
            Some(key) => Some(Cursor::Value { table, key, word: from..behind, is_quoted: false }),
            None if text[from..offset].chars().all(is_of_name) => Some(Cursor::Key { table, word: from..behind }),
            None => None,
        }
    }
}

/// What stands at `offset` between quotation marks: a value, or a reference in its prose.
fn quoted(scan: &Scan, text: &str, inner: Range<usize>, offset: usize) -> Option<Cursor> {
    let (table, key) = scan.place();
    if offset < inner.start {
        return None;
    }
    if let Some(reference) = in_prose(text, inner.start, offset) {
        return Some(reference);
    }
    Some(Cursor::Value { table, key: key?, word: inner, is_quoted: true })
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

fn header(text: &str, at: usize, offset: usize) -> Option<Cursor> {
    let is_entry = text[at..].starts_with("[[");
    let start = at + if is_entry { 2 } else { 1 };
    let end = text[start..].find([']', '\n']).map_or(text.len(), |end| start + end);
    (start <= offset && offset <= end).then_some(Cursor::Header { word: start..end, is_entry })
}

fn header_names(line: &str) -> Vec<String> {
    let names = line.trim_start_matches('[').split(']').next().unwrap_or_default();
    names.split('.').map(|name| name.trim().trim_matches(['"', '\'']).to_owned()).filter(|n| !n.is_empty()).collect()
}

/// The reference that is open at `offset`, looked for from `start` on and on the same line.
fn in_prose(text: &str, start: usize, offset: usize) -> Option<Cursor> {
    let before = text.get(start..offset)?;
    let line = start + before.rfind('\n').map_or(0, |at| at + 1);
    let typed = &text[line..offset];
    let (record, source) = (typed.rfind("[["), typed.rfind("[@"));
    let is_source = source > record;
    let from = line + record.max(source)? + 2;
    let ends: &[char] = if is_source { &[',', ']', '\n', ';'] } else { &['|', ']', '\n'] };
    if text[from..offset].contains(ends) {
        return None;
    }
    let end = text[offset..].find(|c: char| ends.contains(&c) || c.is_whitespace() || c == '"');
    let word = from..end.map_or(text.len(), |end| offset + end);
    Some(if is_source { Cursor::Source { word } } else { Cursor::Record { word } })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands at the mark `‸`.
    fn at(text: &str) -> Option<Cursor> {
        let offset = text.find('‸').expect("the place is marked");
        cursor(&text.replace('‸', ""), offset, false)
    }

    fn value(text: &str) -> (Vec<String>, String, String, bool) {
        let plain = text.replace('‸', "");
        match at(text) {
            Some(Cursor::Value { table, key, word, is_quoted }) => (table, key, plain[word].to_owned(), is_quoted),
            other => panic!("{other:?} in {text}"),
        }
    }

    fn key(text: &str) -> (Vec<String>, String) {
        let plain = text.replace('‸', "");
        match at(text) {
            Some(Cursor::Key { table, word }) => (table, plain[word].to_owned()),
            other => panic!("{other:?} in {text}"),
        }
    }

    #[test]
    fn a_name_is_typed_in_the_table_of_the_header_above() {
        assert_eq!(key("+++\ncap‸\n+++\n"), (vec![], "cap".into()));
        assert_eq!(key("+++\nname = \"Я\"\n[[action]]\n‸\n"), (vec!["action".into()], String::new()));
        let nested = key("+++\n[[action]]\nkind = \"x\"\n[[action.statement]]\n  so‸urce = \"a\"\n+++\n");
        assert_eq!(nested, (vec!["action".into(), "statement".into()], "source".into()));
        assert_eq!(key("+++\nentry = { da‸\n+++"), (vec!["entry".into()], "da".into()));
    }

    #[test]
    fn a_value_belongs_to_its_field_even_while_it_has_no_end() {
        assert_eq!(value("+++\nlaw = \"xr/co‸\n+++"), (vec![], "law".into(), "xr/co".into(), true));
        assert_eq!(value("+++\nlaw = ‸\n+++"), (vec![], "law".into(), String::new(), false));
        assert_eq!(value("+++\nlaw = \"xr/‸code\"\n+++"), (vec![], "law".into(), "xr/code".into(), true));
        assert_eq!(value("+++\ntopics = [\"a\", \"b‸\"]\n+++"), (vec![], "topics".into(), "b".into(), true));
        assert_eq!(value("+++\ntopics = [\n  \"a\",\n  \"‸\"\n]\n+++"), (vec![], "topics".into(), String::new(), true));
        let inner = value("+++\n[[gap]]\noriginal = { text = \"я\", language = \"r‸\" }\n+++");
        assert_eq!(inner, (vec!["gap".into(), "original".into()], "language".into(), "r".into(), true));
    }

    #[test]
    fn what_stands_in_strings_and_comments_is_no_syntax() {
        assert_eq!(key("+++\nnote = \"\"\"\n[x]\na = 1\n\"\"\"\nsou‸\n+++"), (vec![], "sou".into()));
        assert_eq!(key("+++\nnote = \"[[x]] \\\" # no\"\n# [[action]]\nb‸"), (vec![], "b".into()));
        assert_eq!(at("+++\nname = \"a\" # see [[‸\n+++"), None);
    }

    #[test]
    fn headers_and_references_are_told_apart() {
        let entry = |text: &str| matches!(at(text), Some(Cursor::Header { is_entry: true, .. }));
        assert!(entry("+++\n[[fin‸") && entry("+++\n[[action.state‸ment]]\n+++"));
        assert!(matches!(at("+++\n[da‸"), Some(Cursor::Header { is_entry: false, .. })));
        assert!(matches!(at("+++\n+++\nSee [[xr/‸"), Some(Cursor::Record { .. })));
        assert!(matches!(at("+++\nnote = \"See [[xr/‸]]\"\n+++"), Some(Cursor::Record { .. })));
        assert!(matches!(at("+++\n+++\nSo it is [@bo‸ok, p. 1]."), Some(Cursor::Source { .. })));
        assert_eq!(at("+++\n+++\nSee [[xr]] and ‸"), None);
        assert_eq!(at("+++\n+++\nSo it is [@book, p. ‸1]."), None);
    }

    #[test]
    fn no_place_of_a_broken_file_is_too_strange() {
        let text = "+++\n[[a.\nb = {x = [\"я\", '''\n\u{301}\"\\\n+++\n[[ [@ \u{200b}";
        for offset in 0..=text.len() + 2 {
            for is_all_toml in [false, true] {
                let _ = cursor(text, offset, is_all_toml);
                let _ = cursor(&text[..text.floor_char_boundary(offset)], offset, is_all_toml);
            }
        }
    }
}
