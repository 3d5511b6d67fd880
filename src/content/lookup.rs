//! Finds the form of a file by its path, and the fields of a table in it.

use crate::law::Kind;
use crate::text::{FileId, Span};

use super::form::{Field, FieldType, FileKind, TONGUE};
use super::kind::is_record;
use super::place;
use super::record::{COMMON, ENTRY_COMMON, FILE_COMMON};
use super::settings::SETTINGS;

/// The form of a file.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// The configuration, `collatio.toml`.
    Settings,
    /// A file of content.
    Content(&'static FileKind),
    /// The translation of a file of content, whose fields are those that can be translated.
    Translation(&'static FileKind),
}

/// The form of the file at `path`, relative to the root of the site; `None` where no kind of file belongs there.
pub fn of_path(path: &str) -> Option<Form> {
    if path == "collatio.toml" {
        return Some(Form::Settings);
    }
    let below = path.strip_prefix("content/")?;
    let head = Span::head(FileId(0));
    if let Some((record, _)) = place::translation(below) {
        return place::place(&format!("{record}.md"), head).ok().map(|place| Form::Translation(place.kind));
    }
    place::place(below, head).ok().map(|place| Form::Content(place.kind))
}

/// The record of which the file at `path` is, relative to the root of the site, or its translation: kind and id.
pub fn record_at(path: &str) -> Option<(Kind, String)> {
    let below = path.strip_prefix("content/")?;
    let own = place::translation(below).map(|(record, _)| format!("{record}.md"));
    place::place(own.as_deref().unwrap_or(below), Span::head(FileId(0))).ok()?.record()
}

impl Form {
    /// The kind of file; `None` for the configuration.
    pub fn kind(self) -> Option<&'static FileKind> {
        match self {
            Form::Settings => None,
            Form::Content(kind) | Form::Translation(kind) => Some(kind),
        }
    }

    /// The fields of the table at `path`, as its header names it: none for the fields of the file itself,
    /// `["action", "statement"]` for `[[action.statement]]`. `None` where there is no such table, or where its keys are
    /// the author's own.
    pub fn fields(self, path: &[&str]) -> Option<Vec<&'static Field>> {
        let mut fields: Vec<&'static Field> = match self {
            Form::Settings => SETTINGS.iter().collect(),
            Form::Content(kind) | Form::Translation(kind) => {
                let common = if kind.body.is_some() { COMMON } else { FILE_COMMON };
                kind.fields.iter().chain(common).collect()
            }
        };
        for name in path {
            let field = fields.into_iter().find(|field| field.name == *name)?;
            fields = match field.holds {
                FieldType::Table(inner) => inner.iter().collect(),
                FieldType::Entries(inner) if is_record(name) => inner.iter().chain(ENTRY_COMMON).collect(),
                FieldType::Entries(inner) => inner.iter().collect(),
                FieldType::LocalizedText | FieldType::LocalizedTexts => TONGUE.iter().collect(),
                _ => return None,
            };
        }
        Some(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &str, table: &[&str]) -> Vec<&'static str> {
        let fields = of_path(path).and_then(|form| form.fields(table)).unwrap_or_default();
        fields.into_iter().map(|field| field.name).collect()
    }

    #[test]
    fn a_table_has_the_fields_of_its_place() {
        assert!(names("content/countries/xr/index.md", &[]).contains(&"capital"));
        assert!(names("content/countries/xr/treaties.md", &["action"]).contains(&"trace"), "an entry is a record");
        let statement = names("content/countries/xr/treaties.md", &["action", "statement"]);
        assert!(statement.contains(&"deposited") && !statement.contains(&"instrument"), "{statement:?}");
        assert_eq!(names("content/countries/xr/index.md", &["names"]), ["text", "language"]);
        assert!(names("collatio.toml", &["days"]).contains(&"also"));
        assert!(names("content/countries/xr/index.ru.md", &[]).contains(&"name"));
    }

    #[test]
    fn what_is_in_no_form_has_no_fields() {
        assert!(names("content/countries/xr/treaties.md", &["acton"]).is_empty());
        assert!(names("content/nowhere/a.md", &[]).is_empty());
        assert!(names("README.md", &[]).is_empty());
    }
}
