//! The types of the table of forms: for each kind of file, where it lies, which fields it has, and what decodes it.
//!
//! The forms themselves stand beside their decoders in [`super::kind`]. Validation refuses a field that is not in its
//! form, `collatio new` writes a form to fill in, the reference prints them all, and the tests walk over them.

use crate::law::{AnyRecord, CountryId, Kind};
use crate::text::Diagnostic;

use super::fields::Fields;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// Words on one line.
    Words,
    /// Markdown.
    Prose,
    /// A date in one of the forms of [`crate::law::Form`], in quotes.
    Date,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// The identity of a record of this kind.
    Id(&'static str),
    /// A list of identities of records of this kind.
    Ids(&'static str),
    /// Any identity, as in `[[id]]`.
    AnyIds,
    /// A list of words.
    List,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A web address.
    Url,
    /// A table with these fields.
    Table(&'static [Field]),
    /// A table whose keys are up to the author (answers and their definitions).
    Map,
    /// A list of tables, written `[[name]]`, each with these fields.
    Entries(&'static [Field]),
    /// A word in another language: `{ text = "…", language = "ru" }`.
    LocalizedText,
    /// A list of those.
    LocalizedTexts,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the front matter, the same as in the program.
    pub name: &'static str,
    /// What it holds.
    pub holds: FieldType,
    /// Whether a record without it is refused.
    pub required: bool,
    /// Whether it holds words of the site's language, which a translation may give in another.
    pub translatable: bool,
    /// What it says, for the manual.
    pub meaning: &'static str,
    /// What a filled-in form shows, as TOML.
    pub example: &'static str,
}

/// One kind of file.
#[derive(Clone, Copy, Debug)]
pub struct FileKind {
    /// Its name on the command line (`collatio new country …`) and in the manual.
    pub name: &'static str,
    /// Where its files lie below `content/`; `{…}` stands for a name.
    pub path: &'static str,
    /// What it is.
    pub meaning: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
    /// Whether a Markdown body is expected after the front matter, and what it is for.
    pub body: Option<&'static str>,
    /// What makes records of its fields.
    pub(super) decode: Decode,
}

/// How the fields of a file become records.
#[derive(Clone, Copy, Debug)]
pub(super) enum Decode {
    /// The file is one record, whose id is its path.
    Record(fn(&Place<'_>, &Fields<'_, '_>, &mut Vec<Diagnostic>) -> Option<AnyRecord>),
    /// The file holds entries, each of them a record of the country in whose folder it lies.
    Entries(fn(&Place<'_>, &Fields<'_, '_>, &mut Vec<Diagnostic>) -> Vec<AnyRecord>),
}

/// What the path of a file says: its kind, and the names that stand in the gaps of the kind's path.
#[derive(Debug)]
pub(super) struct Place<'p> {
    pub(super) kind: &'static FileKind,
    /// In the order of the path.
    pub(super) names: Vec<&'p str>,
}

impl Place<'_> {
    /// The kind and the id of the record that the file is; `None` for the home page and for files of entries.
    pub(super) fn record(&self) -> Option<(Kind, String)> {
        let kind = Kind::parse(self.kind.name)?;
        let id = match kind {
            Kind::Question => self.names.last()?.to_string(),
            _ => self.names.join("/"),
        };
        Some((kind, id))
    }

    /// The id of the record that the file is; empty where it has none.
    pub(super) fn id(&self) -> String {
        self.record().map(|(_, id)| id).unwrap_or_default()
    }

    /// The folder above the file, if the path has a gap for it: the section of a question.
    pub(super) fn folder(&self) -> &str {
        self.names.first().copied().unwrap_or_default()
    }

    /// The country in whose folder the file lies.
    pub(super) fn country(&self) -> CountryId {
        CountryId::new(self.folder())
    }
}

pub(super) const fn required(
    name: &'static str,
    holds: FieldType,
    meaning: &'static str,
    example: &'static str,
) -> Field {
    Field { name, holds, required: true, translatable: false, meaning, example }
}

pub(super) const fn optional(
    name: &'static str,
    holds: FieldType,
    meaning: &'static str,
    example: &'static str,
) -> Field {
    Field { name, holds, required: false, translatable: false, meaning, example }
}

/// A required field with words of the site's language.
pub(super) const fn required_words(
    name: &'static str,
    holds: FieldType,
    meaning: &'static str,
    example: &'static str,
) -> Field {
    Field { translatable: true, ..required(name, holds, meaning, example) }
}

/// An optional field with words of the site's language.
pub(super) const fn optional_words(
    name: &'static str,
    holds: FieldType,
    meaning: &'static str,
    example: &'static str,
) -> Field {
    Field { translatable: true, ..optional(name, holds, meaning, example) }
}

/// The fields of words with their language: of [`FieldType::LocalizedText`].
pub const TONGUE: &[Field] = &[
    required("text", FieldType::Words, "The words.", "\"…\""),
    required("language", FieldType::Words, "Their language, BCP 47.", "\"ru\""),
];
