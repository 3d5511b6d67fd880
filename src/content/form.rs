//! The types of forms: for each kind of file, its path, its fields, and its decoder.
//!
//! The forms themselves stand beside their decoders in [`super::kind`]. Validation refuses a field that is not in the
//! form, `collatio new` writes forms to fill in, the reference prints them all, and the tests iterate over them.

use crate::law::{AnyRecord, CountryId, Kind};
use crate::text::{Diagnostic, token};

use super::fields::Fields;

/// The type of a field's value.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// Plain text on one line.
    Words,
    /// Markdown.
    Prose,
    /// A date in one of the forms of [`crate::law::Form`], in quotes.
    Date,
    /// The tag of a language, BCP 47.
    Language,
    /// A list of such tags.
    Languages,
    /// One of these keywords.
    OneOf(&'static [&'static str]),
    /// The id of a record of the kind with this name.
    Id(&'static str),
    /// A list of ids of records of the kind with this name.
    Ids(&'static str),
    /// The id of a record of the kind with this name, or a list of such ids.
    IdOrIds(&'static str),
    /// A list of ids of records of any kind, written as in `[[id]]`.
    AnyIds,
    /// A list of plain texts.
    List,
    /// A whole number from 0 to a million.
    Number,
    /// `true` or `false`.
    Flag,
    /// A web address: `https:`, `http:`, for some fields `mailto:`.
    Url,
    /// A table with these fields.
    Table(&'static [Field]),
    /// A table with keys chosen by the author (answers and their definitions).
    Map,
    /// A list of tables, written `[[name]]`, each with these fields.
    Entries(&'static [Field]),
    /// Plain text with its language: `{ text = "…", language = "ru" }`.
    LocalizedText,
    /// A list of [`FieldType::LocalizedText`].
    LocalizedTexts,
}

/// A field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key in TOML, which is also the name of the field in the program.
    pub name: &'static str,
    /// The type of its value.
    pub holds: FieldType,
    /// Whether an absent field is an error.
    pub required: bool,
    /// Whether it holds text in the language of the site, so that a translation may replace it.
    pub translatable: bool,
    /// What authors should write in it: a sentence for the reference, and for the comments that `collatio new` writes.
    pub meaning: &'static str,
    /// An example value in TOML, for the reference; empty for tables. No form holds it, see [`Field::token`].
    pub example: &'static str,
}

impl Field {
    /// What a form holds in place of the value, in TOML: a token that the checker refuses, so that nothing invented is
    /// ever published. A flag has its example, for it invents nothing; a table is empty.
    pub fn token(&self) -> String {
        let asked = |what: &str| format!("\"{}\"", token(what));
        match self.holds {
            FieldType::Words | FieldType::Prose => asked(&self.asked()),
            FieldType::Date => asked(&format!("{}, as year-month-day", self.asked())),
            FieldType::Language => asked("tag of a language, BCP 47"),
            FieldType::Languages => format!("[{}]", asked("tags of languages, BCP 47")),
            FieldType::OneOf(words) if words.len() <= 4 => asked(&words.join(", ")),
            FieldType::OneOf(_) => asked("one of these words"),
            FieldType::Id(kind) => asked(&format!("id ({kind})")),
            FieldType::Ids(kind) | FieldType::IdOrIds(kind) => format!("[{}]", asked(&format!("ids ({kind})"))),
            FieldType::AnyIds => format!("[{}]", asked("ids")),
            FieldType::List => format!("[{}]", asked(&self.asked())),
            FieldType::Number => asked("a whole number, without quotation marks"),
            FieldType::Flag => self.example.to_owned(),
            FieldType::Url => asked("web address"),
            FieldType::Map => format!("{{ yes = {0}, no = {0} }}", asked("what it means here")),
            FieldType::LocalizedText => localized(&asked),
            FieldType::LocalizedTexts => format!("[{}]", localized(&asked)),
            FieldType::Table(_) | FieldType::Entries(_) => String::new(),
        }
    }

    /// What the field asks for, in a few words: the beginning of its meaning, without the answer to which it belongs.
    fn asked(&self) -> String {
        let whole = match self.meaning.strip_prefix('`').and_then(|rest| rest.split_once("`: ")) {
            Some((_, meant)) => meant,
            None => self.meaning,
        };
        let words = whole.split(['.', ':', ';', ',', '(', '`']).next().unwrap_or_default().trim();
        let mut letters = words.chars();
        let first = letters.next().map(|c| c.to_lowercase().collect::<String>()).unwrap_or_default();
        match words {
            "" => self.name.to_owned(),
            // An abbreviation keeps its capitals.
            _ if letters.as_str().starts_with(char::is_uppercase) => words.to_owned(),
            _ => first + letters.as_str(),
        }
    }
}

fn localized(asked: &impl Fn(&str) -> String) -> String {
    format!("{{ text = {}, language = {} }}", asked("the words"), asked("their language, BCP 47"))
}

/// A kind of file: the form of a record, or of a file with several entries.
#[derive(Clone, Copy, Debug)]
pub struct FileKind {
    /// Its name on the command line (`collatio new country …`) and in the reference.
    pub name: &'static str,
    /// The pattern of its paths below `content/`; each `{…}` matches one name.
    pub path: &'static str,
    /// What such a file is for: a sentence of the reference.
    pub meaning: &'static str,
    /// In the order in which the reference and `collatio new` show them.
    pub fields: &'static [Field],
    /// What the Markdown after the front matter is for; `None` where there must be none.
    pub body: Option<&'static str>,
    pub(super) decode: Decode,
}

/// How the fields of a file become records; the decoder adds faults that a form cannot express to the list.
#[derive(Clone, Copy, Debug)]
pub(super) enum Decode {
    /// The file is one record, whose id is given by its path.
    Record(fn(&Place<'_>, &Fields<'_, '_>, &mut Vec<Diagnostic>) -> Option<AnyRecord>),
    /// The file holds entries, each a record of the country in whose folder the file lies.
    Entries(fn(&Place<'_>, &Fields<'_, '_>, &mut Vec<Diagnostic>) -> Vec<AnyRecord>),
}

/// What the path of a file says: its kind, and the names matched by the `{…}` of the kind's pattern.
#[derive(Debug)]
pub(super) struct Place<'p> {
    pub(super) kind: &'static FileKind,
    /// In the order of the path.
    pub(super) names: Vec<&'p str>,
}

impl Place<'_> {
    /// The kind and the id of the file's record; `None` for the home page and for files with several entries.
    pub(super) fn record(&self) -> Option<(Kind, String)> {
        let kind = Kind::parse(self.kind.name)?;
        let id = match kind {
            Kind::Question => self.names.last()?.to_string(),
            _ => self.names.join("/"),
        };
        Some((kind, id))
    }

    /// The id of the file's record; empty where it has none.
    pub(super) fn id(&self) -> String {
        self.record().map(|(_, id)| id).unwrap_or_default()
    }

    /// The name of the folder that holds the file, if the pattern has a name there: the section of a question.
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

/// Like [`required`], for text in the site's language.
pub(super) const fn required_words(
    name: &'static str,
    holds: FieldType,
    meaning: &'static str,
    example: &'static str,
) -> Field {
    Field { translatable: true, ..required(name, holds, meaning, example) }
}

/// Like [`optional`], for text in the site's language.
pub(super) const fn optional_words(
    name: &'static str,
    holds: FieldType,
    meaning: &'static str,
    example: &'static str,
) -> Field {
    Field { translatable: true, ..optional(name, holds, meaning, example) }
}

/// The fields of [`FieldType::LocalizedText`].
pub const TONGUE: &[Field] = &[
    required("text", FieldType::Words, "The words.", "\"…\""),
    required("language", FieldType::Language, "Their language, BCP 47.", "\"ru\""),
];
