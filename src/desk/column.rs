//! The columns of a sheet of findings, made from the form of a finding: how a field's value looks in a cell, and which
//! value the words of a cell mean.

use crate::content::form::{Field, FieldType};
use crate::content::kind::FINDINGS;
use crate::content::{COMMON, ENTRY_COMMON};

use super::front::{Entry, Value};

/// The longest text of a cell in XLSX, in UTF-16 code units.
const LONGEST: usize = 32_767;

/// A column that authors fill in: a field, or a part of it.
#[derive(Clone, Debug)]
pub struct Column {
    /// The heading.
    pub name: String,
    /// The field of the form.
    pub field: &'static Field,
    pub(super) part: Part,
}

/// Which part of a field a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// The text of a field with a language.
    Text,
    /// The language of such a field.
    Language,
}

/// The columns of the fields of a finding, without the question. Lists of tables stay in the files.
pub(super) fn columns() -> Vec<Column> {
    let form = FINDINGS.fields.iter().find(|field| field.name == "finding").map(|field| field.holds);
    let Some(FieldType::Entries(fields)) = form else { return Vec::new() };
    let confirmed = COMMON.iter().filter(|field| field.name == "confirmed_on");
    let mut columns: Vec<Column> = Vec::new();
    for field in fields.iter().chain(confirmed) {
        if field.name == "question" || columns.iter().any(|column| column.name == field.name) {
            continue;
        }
        match field.holds {
            FieldType::Table(_) | FieldType::Map | FieldType::Entries(_) | FieldType::LocalizedTexts => {}
            FieldType::Flag | FieldType::Number => {}
            FieldType::LocalizedText => {
                columns.push(Column { name: field.name.to_owned(), field, part: Part::Text });
                columns.push(Column { name: format!("{}_language", field.name), field, part: Part::Language });
            }
            _ => columns.push(Column { name: field.name.to_owned(), field, part: Part::Whole }),
        }
    }
    columns
}

/// The names of the fields of a finding in the order of the form.
pub(super) fn order() -> Vec<&'static str> {
    let form = FINDINGS.fields.iter().find(|field| field.name == "finding").map(|field| field.holds);
    let Some(FieldType::Entries(fields)) = form else { return Vec::new() };
    fields.iter().chain(ENTRY_COMMON).map(|field| field.name).collect()
}

/// The entry of a finding that holds the field: its own, or the `[defaults]` of its file.
pub(super) fn holder<'e>(entry: &'e Entry, defaults: Option<&'e Entry>, name: &str) -> Option<&'e Entry> {
    if entry.field(name).is_some() { Some(entry) } else { defaults.filter(|entry| entry.field(name).is_some()) }
}

impl Column {
    /// What authors write in it, a sentence.
    pub fn meaning(&self) -> String {
        match self.part {
            Part::Language => format!("The language of `{}`, as its BCP 47 tag: `ru`, `kk`.", self.field.name),
            Part::Whole | Part::Text => self.field.meaning.to_owned(),
        }
    }

    /// Whether its cells hold several values, parted by `;` or, where these are ids, by commas.
    pub fn is_list(&self) -> bool {
        use FieldType::{AnyIds, IdOrIds, Ids, Languages, List};
        matches!(self.field.holds, AnyIds | IdOrIds(_) | Ids(_) | Languages | List)
    }

    /// Whether its cells hold ids, keywords or dates: no words in which quotation marks could be meant.
    pub(super) fn is_code(&self) -> bool {
        use FieldType::{Date, Id, Language, OneOf, Url};
        let is_plain_list = self.is_list() && !matches!(self.field.holds, FieldType::List);
        self.part == Part::Language
            || is_plain_list
            || matches!(self.field.holds, Date | Id(_) | Language | OneOf(_) | Url)
    }

    /// Whether its cells hold dates.
    pub(super) fn is_date(&self) -> bool {
        matches!(self.field.holds, FieldType::Date)
    }

    /// The words of the cell for a value.
    pub(super) fn shown(&self, value: Option<&Value>) -> String {
        match value {
            Some(Value::Text(text)) if self.part != Part::Language => self.normal(text),
            Some(Value::List(items)) => listed(items),
            Some(Value::Localized(text, _)) if self.part == Part::Text => self.normal(text),
            Some(Value::Localized(_, language)) if self.part == Part::Language => language.trim().to_owned(),
            _ => String::new(),
        }
    }

    /// The words of a cell in the one form in which they are compared: lines end in LF, nothing stands around them, and
    /// lists are parted in one way.
    pub(super) fn normal(&self, words: &str) -> String {
        if self.is_list() { self.joined(&self.values(words)) } else { plain(words) }
    }

    /// The values in a cell; one that holds no list has one.
    pub(super) fn values(&self, words: &str) -> Vec<String> {
        let words = plain(words);
        match self.is_list() {
            // No id has a comma, and words have.
            true if self.is_code() => items(&words.replace(',', ";")),
            true => items(&words),
            false => vec![words],
        }
    }

    /// The words of a cell with these values.
    pub(super) fn joined(&self, values: &[String]) -> String {
        if self.is_list() { listed(values) } else { values.concat() }
    }

    /// The value that the words of a cell mean, for a field of one part; `None` for an empty cell.
    pub(super) fn value(&self, words: &str) -> Option<Value> {
        let words = self.normal(words);
        if words.is_empty() {
            return None;
        }
        Some(match self.field.holds {
            _ if self.is_list() => Value::List(self.values(&words)),
            _ => Value::Text(words),
        })
    }
}

/// The text with LF for line ends, without blanks around it, and without characters that XLSX cannot store; what does
/// not fit into a cell is cut.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut length = 0;
    let kept = text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    kept.take_while(|c| {
        length += c.len_utf16();
        length <= LONGEST
    })
    .collect()
}

/// Several values in one cell: parted by `; `. A semicolon or backslash within a value has a backslash before it.
fn listed(items: &[String]) -> String {
    let escaped = items.iter().map(|item| plain(item).replace('\\', "\\\\").replace(';', "\\;").replace('\n', " "));
    escaped.collect::<Vec<_>>().join("; ")
}

/// The values in one cell, parted by `;` or by lines.
fn items(words: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut chars = words.chars();
    while let Some(c) = chars.next() {
        let next = match c {
            ';' | '\n' => {
                items.push(String::new());
                continue;
            }
            '\\' => chars.next().unwrap_or('\\'),
            c => c,
        };
        if let Some(last) = items.last_mut() {
            last.push(next);
        }
    }
    items.into_iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str) -> Column {
        columns().into_iter().find(|column| column.name == name).expect("the form has the field")
    }

    #[test]
    fn each_field_that_a_cell_can_show_has_a_column() {
        let names: Vec<String> = columns().into_iter().map(|column| column.name).collect();
        for name in ["answer", "rests_on", "source", "observed", "met", "original", "original_language", "confirmed_on"]
        {
            assert!(names.iter().any(|known| known == name), "{name} in {names:?}");
        }
        assert!(!names.iter().any(|name| name == "question" || name == "acknowledge"));
    }

    #[test]
    fn a_list_comes_back_from_its_cell() {
        let met = column("met");
        for list in [vec!["one"], vec!["a; b", "c\\d"], vec!["x", "y", "z"]] {
            let value = Value::List(list.iter().map(|item| (*item).to_owned()).collect());
            assert_eq!(met.value(&met.shown(Some(&value))), Some(value));
        }
        assert_eq!(met.value(" a ;b;\n c;; "), Some(Value::List(vec!["a".into(), "b".into(), "c".into()])));
        assert_eq!(met.value(" \n"), None);
    }

    #[test]
    fn ids_may_have_commas_between_and_words_may_have_commas_within() {
        let (rests_on, met) = (column("rests_on"), column("met"));
        for words in ["xr/a; xr/b", "xr/a,xr/b", "xr/a , xr/b;", "xr/a\nxr/b"] {
            assert_eq!(rests_on.normal(words), "xr/a; xr/b", "{words}");
        }
        assert_eq!(met.values("one, two; three"), ["one, two", "three"]);
    }

    #[test]
    fn blanks_and_line_ends_make_no_difference() {
        let note = column("note");
        assert_eq!(note.normal("  one\r\ntwo \r\n"), "one\ntwo");
        assert_eq!(note.normal("a\u{a0}"), "a");
    }
}
