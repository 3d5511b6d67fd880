//! Where the tables of a file's front matter stand, byte by byte.
//!
//! What comes in is the text of a file; what goes out are the places of its entries, keys and values, so that an edit
//! can replace exactly these bytes and leave every other one as it is: comments, order, quotes, line ends.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::fences;

/// The front matter of a file.
#[derive(Debug)]
pub(super) struct Front {
    /// The fields that stand before the first table.
    pub(super) own: Entry,
    /// All tables and entries of lists at the first level, in the order of the file.
    pub(super) entries: Vec<Entry>,
    /// Offset of the line of the closing fence.
    pub(super) end: usize,
}

/// A table, or an entry `[[name]]`.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its name in the header; empty for the fields before the first table.
    pub(super) name: String,
    /// Its number among the entries of this name, from 0.
    pub(super) number: usize,
    /// Offsets of its first byte, and of the line behind its last.
    pub(super) range: Range<usize>,
    /// Offset of the line behind its header.
    pub(super) body: usize,
    /// Its fields in the order of the file, without tables below it.
    pub(super) fields: Vec<Found>,
    /// The entries below it, as `[[action.statement]]`.
    pub(super) below: Vec<Entry>,
}

/// A field as it stands in a file.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) name: String,
    /// The bytes from the key to the end of the value.
    pub(super) range: Range<usize>,
    /// The bytes of the value.
    pub(super) place: Range<usize>,
    pub(super) value: Value,
}

/// What a field holds, as far as a cell of a sheet can show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    List(Vec<String>),
    /// A text with its language.
    Localized(String, String),
    /// A number or a flag, as it is written.
    Bare(String),
    Other,
}

impl Entry {
    pub(super) fn field(&self, name: &str) -> Option<&Found> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The text of a field, trimmed; empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        match self.field(name).map(|field| &field.value) {
            Some(Value::Text(text)) => text.trim(),
            _ => "",
        }
    }
}

impl Front {
    /// Reads the front matter of `text`; `None` where it has none or is not TOML.
    pub(super) fn read(text: &str) -> Option<Front> {
        let fences = fences(text).filter(|fences| fences.prose.is_some())?;
        let (start, Range { start: base, end }) = (fences.first.start, fences.fields);
        let table = DeTable::parse(&text[base..end]).ok()?;
        let reading = Reading { text, base };
        let table = table.get_ref();
        let mut own = Entry { body: base, range: start..base, fields: reading.fields(table), ..Entry::default() };
        own.range.end = own.fields.iter().map(|field| reading.line_end(field.range.end)).max().unwrap_or(base);
        Some(Front { own, entries: reading.entries(table), end })
    }

    /// The offset behind the last entry `[[name]]`; that of the closing fence where there is none.
    pub(super) fn behind(&self, name: &str) -> usize {
        self.all(name).last().map_or(self.end, |entry| entry.range.end)
    }

    /// Whether nothing stands in it.
    pub(super) fn is_bare(&self) -> bool {
        self.own.fields.is_empty() && self.entries.is_empty()
    }

    /// The entries `[[name]]`.
    pub(super) fn all<'f>(&'f self, name: &str) -> impl Iterator<Item = &'f Entry> {
        self.entries.iter().filter(move |entry| entry.name == name)
    }
}

struct Reading<'t> {
    text: &'t str,
    /// Offset of the TOML in the text.
    base: usize,
}

impl Reading<'_> {
    fn range<T>(&self, of: &Spanned<T>) -> Range<usize> {
        let span = of.span();
        self.base + span.start..self.base + span.end
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |n| at + n + 1)
    }

    /// Whether a table has a header of its own, so that it is no inline table.
    fn has_header(&self, value: &Spanned<DeValue<'_>>) -> bool {
        self.text[self.range(value)].starts_with('[') && value.get_ref().is_table()
    }

    fn fields(&self, table: &DeTable<'_>) -> Vec<Found> {
        let mut fields: Vec<Found> = Vec::new();
        for (key, value) in table {
            let is_list = value.get_ref().as_array().is_some_and(|list| list.iter().any(|item| self.has_header(item)));
            if is_list || self.has_header(value) {
                continue;
            }
            let (key_at, place) = (self.range(key), self.range(value));
            fields.push(Found {
                name: key.get_ref().to_string(),
                range: key_at.start..place.end.max(key_at.end),
                value: self.value(value),
                place,
            });
        }
        fields.sort_by_key(|field| field.range.start);
        fields
    }

    fn value(&self, value: &Spanned<DeValue<'_>>) -> Value {
        match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Array(list) => {
                let texts: Option<Vec<String>> =
                    list.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect();
                texts.map_or(Value::Other, Value::List)
            }
            DeValue::Table(table) => {
                let of = |name: &str| table.get(name).and_then(|value| value.get_ref().as_str());
                match (of("text"), of("language")) {
                    (Some(text), Some(language)) if table.len() == 2 => {
                        Value::Localized(text.to_owned(), language.to_owned())
                    }
                    _ => Value::Other,
                }
            }
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {
                Value::Bare(self.text[self.range(value)].to_owned())
            }
            DeValue::Datetime(_) => Value::Other,
        }
    }

    fn entries(&self, table: &DeTable<'_>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (key, value) in table {
            let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
                DeValue::Array(list) => list.iter().collect(),
                _ => vec![value],
            };
            let with_header = items.into_iter().filter(|item| self.has_header(item));
            for (number, item) in with_header.enumerate() {
                let Some(inner) = item.get_ref().as_table() else { continue };
                let header = self.range(item);
                let body = self.line_end(header.end);
                let (fields, below) = (self.fields(inner), self.entries(inner));
                let last_field = fields.iter().map(|field| self.line_end(field.range.end)).max();
                let last = last_field.into_iter().chain(below.iter().map(|entry| entry.range.end)).max();
                let range = header.start..last.unwrap_or(body).max(body);
                entries.push(Entry { name: key.get_ref().to_string(), number, range, body, fields, below });
            }
        }
        entries.sort_by_key(|entry| entry.range.start);
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "+++\n# ä remark\ntitle = \"Ä\" # said\n\n[defaults]\nsource = 'a'\n\n[[finding]]\nlist = [\n  \"x\", # one\n  \"y\",\n]\nflag = true\n\n[[finding.acknowledge]]\nfault = \"f\"\n\n[[finding]]\noriginal = { text = \"T\", language = \"de\" }\n+++\n\nProse.\n";

    #[test]
    fn every_entry_and_field_is_found_where_it_stands() {
        let front = Front::read(TEXT).expect("it is front matter");
        assert_eq!(&TEXT[front.end..front.end + 3], "+++");
        assert_eq!(front.own.fields.len(), 1);
        assert_eq!(&TEXT[front.own.fields[0].place.clone()], "\"Ä\"");
        let findings: Vec<&Entry> = front.all("finding").collect();
        assert_eq!(findings.len(), 2);
        assert_eq!(findings[0].field("list").map(|f| &f.value), Some(&Value::List(vec!["x".into(), "y".into()])));
        assert!(TEXT[findings[0].range.clone()].ends_with("fault = \"f\"\n"));
        assert_eq!(findings[0].below[0].text("fault"), "f");
        assert_eq!(&TEXT[findings[1].body..findings[1].body + 8], "original");
        let original = Some(&Value::Localized("T".into(), "de".into()));
        assert_eq!(findings[1].field("original").map(|f| &f.value), original);
        assert_eq!(front.all("defaults").next().map(|e| e.text("source")), Some("a"));
    }

    #[test]
    fn what_is_no_front_matter_is_not_read() {
        for text in ["", "words", "+++\na = 1\n", "\n+++\n+++\n", "+++\na = \n+++\n"] {
            assert!(Front::read(text).is_none(), "{text:?}");
        }
    }
}
