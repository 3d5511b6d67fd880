//! What a file mentions: each reference to a record, in fields and in prose, with its span.
//!
//! The forms say which fields hold references, so that nothing here knows a kind of record. Files that cannot be parsed
//! in full give what can be.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::law::Kind;
use crate::text::{File, FileId, Prose, Span, Target};

use super::content_file::ContentFile;
use super::form::{Field, FieldType};
use super::kind::is_record;
use super::lookup::{Form, of_path};
use super::record::ENTRY_COMMON;

/// A reference to a record, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The kind of the record that the place can name; `None` where it can name several.
    pub kind: Option<Kind>,
    /// What is written: `id`, `kind:id`, `id#part`.
    pub text: String,
    /// The bytes of `text`, without quotation marks and brackets.
    pub span: Span,
}

/// The mentions of a file, in the order of its bytes.
pub fn mentions(id: FileId, file: &File) -> Vec<Mention> {
    let mut list = found(id, file).0;
    list.sort_by_key(|mention| mention.span);
    list
}

/// The pictures of its prose: each path below `content/`, and where the picture is written.
pub fn pictures(id: FileId, file: &File) -> Vec<(String, Span)> {
    found(id, file).1
}

/// The mentions and the pictures of a file.
fn found(id: FileId, file: &File) -> (Vec<Mention>, Vec<(String, Span)>) {
    let Some(form) = of_path(&file.path) else { return Default::default() };
    let (content_file, end) = match form {
        Form::Settings => (ContentFile::whole(id, &file.text, ""), file.text.len()),
        _ => match ContentFile::open(id, &file.text, "") {
            Ok(opened) => opened,
            Err(_) => return Default::default(),
        },
    };
    let table = content_file.table(end).table;
    let mut found = Found { content_file: &content_file, list: Vec::new(), pictures: Vec::new() };
    found.table(&table, form.fields(&[]).unwrap_or_default());
    found.prose(&content_file.body());
    (found.list, found.pictures)
}

struct Found<'s, 'a> {
    content_file: &'s ContentFile<'a>,
    list: Vec<Mention>,
    pictures: Vec<(String, Span)>,
}

impl<'a> Found<'_, 'a> {
    fn table(&mut self, table: &DeTable<'a>, fields: Vec<&Field>) {
        for (key, value) in table {
            if let Some(field) = fields.iter().find(|field| field.name == key.get_ref().as_ref()) {
                self.value(field, value);
            }
        }
    }

    fn value(&mut self, field: &Field, value: &Spanned<DeValue<'a>>) {
        match (field.holds, value.get_ref()) {
            (FieldType::Prose, DeValue::String(_)) => {
                if let Some(prose) = self.content_file.prose(value) {
                    self.prose(&prose);
                }
            }
            (FieldType::Map, DeValue::Table(map)) => {
                map.values().filter_map(|text| self.content_file.prose(text)).for_each(|prose| self.prose(&prose));
            }
            (FieldType::Id(kind) | FieldType::IdOrIds(kind), DeValue::String(_)) => self.id(Kind::parse(kind), value),
            (FieldType::Ids(kind) | FieldType::IdOrIds(kind), DeValue::Array(list)) => {
                list.iter().for_each(|item| self.id(Kind::parse(kind), item));
            }
            (FieldType::AnyIds, DeValue::Array(list)) => list.iter().for_each(|item| self.id(None, item)),
            (FieldType::Table(fields), DeValue::Table(inner)) => self.table(inner, fields.iter().collect()),
            (FieldType::Entries(fields), DeValue::Array(list)) => {
                let entries = list.iter().filter_map(|item| item.get_ref().as_table());
                let common = if is_record(field.name) { ENTRY_COMMON } else { &[] };
                entries.for_each(|entry| self.table(entry, fields.iter().chain(common).collect()));
            }
            _ => {}
        }
    }

    fn id(&mut self, kind: Option<Kind>, value: &Spanned<DeValue<'a>>) {
        let Some(text) = value.get_ref().as_str() else { return };
        let at = self.content_file.at(value);
        let raw = &self.content_file.text[at.range()];
        if let Some(start) = raw.find(text).filter(|_| !text.is_empty()) {
            let start = at.range().start + start;
            self.push(kind, text, start..start + text.len());
        }
    }

    fn prose(&mut self, prose: &Prose) {
        self.pictures.extend(prose.pictures());
        // Where a value has escapes the span is that of the whole value, and each reference stands behind the last.
        let mut behind: (Option<Span>, usize) = (None, 0);
        for reference in prose.refs() {
            let (kind, text, mark) = match reference.target {
                Target::Record(text) => (None, text, "[["),
                Target::Source { source, .. } => (Some(Kind::Source), source, "@"),
            };
            let raw = &self.content_file.text[reference.span.range()];
            let from = if behind.0 == Some(reference.span) { behind.1 } else { 0 };
            let marked = || raw[from..].find(&format!("{mark}{text}")).map(|at| at + mark.len());
            let start = if raw == text { Some(0) } else { marked().or_else(|| raw[from..].find(text)) };
            if let Some(at) = start.map(|at| from + at).filter(|_| !text.is_empty()) {
                behind = (Some(reference.span), at + text.len());
                let start = reference.span.range().start + at;
                self.push(kind, text, start..start + text.len());
            }
        }
    }

    fn push(&mut self, kind: Option<Kind>, text: &str, range: Range<usize>) {
        let span = Span::new(self.content_file.id, range.start, range.end);
        self.list.push(Mention { kind, text: text.to_owned(), span });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, text: &str) -> Vec<(Option<&'static str>, String, String)> {
        let file = File::new(path, text);
        let found = mentions(FileId(0), &file).into_iter();
        found.map(|m| (m.kind.map(Kind::word), m.text, file.text[m.span.range()].to_owned())).collect()
    }

    #[test]
    fn fields_name_records_of_their_kind_and_prose_any() {
        let text = "+++\nname = \"Руритания\"\nsuccessors = [\"xs\"]\n+++\n\nSee [[xr/code/12#2|the article]] [@book, p. 1].\n";
        let own = |kind, id: &str, raw: &str| (kind, id.to_owned(), raw.to_owned());
        let expected = [
            own(Some("country"), "xs", "xs"),
            own(None, "xr/code/12#2", "xr/code/12#2"),
            own(Some("source"), "book", "book"),
        ];
        assert_eq!(told("content/countries/xr/index.md", text), expected);
    }

    #[test]
    fn entries_of_entries_are_read_and_what_cannot_be_parsed_costs_only_itself() {
        let text = "+++\n[[action]]\ninstrument = \"treaty\"\nkind = \n[[action.statement]]\nsource = 'un'\n+++\n";
        let ids: Vec<String> =
            told("content/countries/xr/treaties.md", text).into_iter().map(|(_, id, _)| id).collect();
        assert_eq!(ids, ["treaty", "un"]);
    }

    #[test]
    fn the_configuration_mentions_records_and_a_file_of_no_kind_none() {
        let ids = |path: &str, text: &str| told(path, text).len();
        assert_eq!(ids("collatio.toml", "countries = [\"xr\", \"xs\"]\n"), 2);
        assert_eq!(ids("content/strange.txt", "+++\n+++\n[[xr]]\n"), 0);
        assert_eq!(ids("content/countries/xr/index.md", "no fence [[xr]]"), 0);
    }
}
