//! How values of the law map to columns and cells: a text fills one column, a date three, a citation two.

use std::borrow::Cow;

use crate::law::{
    ActionKind, AmendmentId, AmendmentKind, AnswerKind, Asks, Basis, Citation, ConflictId, CountryId, CountryKind,
    Date, Day, Domain, InstrumentEndKind, InstrumentId, InstrumentKind, Kind, LawId, LawKind, LocalizedText, Modality,
    ModuleId, OffenceId, ProvisionId, QuestionId, Quotation, RepealVerb, SectionId, SourceId, SourceRole, StageKind,
    Standing, Status, TermId, Tier, TopicId, Translation, cell::State, provision_state::WordingEnd,
};
use crate::text::{At, Prose, TaggedText};

use super::cell::{Cell, Column, ColumnType, Missing, Presence};

/// The table to which every citation refers.
pub(super) const SOURCES: &str = "sources";

/// A value that fills one or more cells of a row. Its type determines the columns, their types and whether they may be
/// empty.
pub(super) trait Value<'c> {
    /// The columns for a value called `name`.
    fn columns(name: &str, description: &str) -> Vec<Column>;
    /// The column that refers to the `id` of another table, and the name of that table; `None` for most values.
    fn foreign_key(_name: &str) -> Option<(String, &'static str)> {
        None
    }
    /// Appends its cells, one for each column.
    fn fill(self, row: &mut Vec<Cell<'c>>);
    /// Appends empty cells, one for each column, for the reason `why`.
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>);
}

/// Implements `Value` for types that fill one column; the second argument says whether it is required.
macro_rules! one_column {
    ($($type:ty, $column:expr, |$value:ident| $cell:expr;)*) => {$(
        impl<'c> Value<'c> for $type {
            fn columns(name: &str, description: &str) -> Vec<Column> {
                let column: fn(Column) -> Column = $column;
                vec![column(Column::new(name, description, ColumnType::Text))]
            }
            fn fill(self, row: &mut Vec<Cell<'c>>) {
                let $value = self;
                row.push($cell);
            }
            fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
                row.push(Cell::Missing(why));
            }
        }
    )*};
}

fn optional(column: Column) -> Column {
    column
}

fn number(column: Column) -> Column {
    Column { holds: ColumnType::Number, ..column }.required()
}

fn flag(column: Column) -> Column {
    Column { holds: ColumnType::Flag, ..column }.required()
}

fn day(column: Column) -> Column {
    Column { holds: ColumnType::Day, ..column }
}

one_column! {
    &'c str, optional, |text| words(text);
    &'c String, optional, |text| words(text);
    &'c TaggedText, optional, |text| words(text);
    &'c Prose, optional, |prose| words(prose.text().trim());
    // Ids that the export makes for rows without an id in the content.
    String, Column::required, |id| Cell::Text(Cow::Owned(id));
    usize, number, |number| Cell::Number(number as i64);
    u32, number, |number| Cell::Number(i64::from(number));
    i64, number, |number| Cell::Number(number);
    bool, flag, |flag| Cell::Flag(flag);
    Day, day, |day| Cell::Text(Cow::Owned(day.to_string()));
}

fn words(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Missing(Missing::NotRecorded) } else { Cell::Text(Cow::Borrowed(text)) }
}

macro_rules! ids {
    ($($id:ident)*) => {
        one_column! { $(
            &'c $id, Column::required, |id| Cell::Text(Cow::Borrowed(id.as_str()));
            $id, Column::required, |id| Cell::Text(Cow::Owned(id.as_str().to_owned()));
        )* }
        $(
            impl Item for $id {
                fn item(&self) -> Cow<'_, str> {
                    Cow::Borrowed(self.as_str())
                }
            }
        )*
    };
}

ids! {
    CountryId InstrumentId LawId ProvisionId OffenceId AmendmentId TopicId SectionId QuestionId SourceId TermId
    ConflictId ModuleId
}

macro_rules! words {
    ($($type:ident)*) => {
        one_column! { $( $type, Column::required, |value| Cell::Text(Cow::Borrowed(value.word())); )* }
    };
}

words! {
    ActionKind AmendmentKind AnswerKind Asks Basis CountryKind Domain InstrumentEndKind InstrumentKind Kind LawKind Modality RepealVerb
    SourceRole StageKind Standing State Status Tier Translation WordingEnd
}

impl<'c, T: Value<'c>> Value<'c> for Presence<T> {
    fn columns(name: &str, description: &str) -> Vec<Column> {
        T::columns(name, description).into_iter().map(|column| Column { required: false, ..column }).collect()
    }
    fn foreign_key(name: &str) -> Option<(String, &'static str)> {
        T::foreign_key(name)
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        match self {
            Ok(value) => value.fill(row),
            Err(why) => T::missing(why, row),
        }
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        T::missing(why, row);
    }
}

/// Implements `Value` for a wrapper by converting it to another type: wrapper, inner type, other type, conversion.
macro_rules! like {
    ($($type:ty; $inner:ty; $other:ty; |$value:ident| $as_other:expr;)*) => {$(
        impl<'c, T> Value<'c> for $type
        where
            $inner: Value<'c>,
        {
            fn columns(name: &str, description: &str) -> Vec<Column> {
                <$other>::columns(name, description)
            }
            fn foreign_key(name: &str) -> Option<(String, &'static str)> {
                <$other>::foreign_key(name)
            }
            fn fill(self, row: &mut Vec<Cell<'c>>) {
                let $value = self;
                $as_other.fill(row);
            }
            fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
                <$other>::missing(why, row);
            }
        }
    )*};
}

like! {
    Option<T>; T; Presence<T>; |value| value.ok_or(Missing::NotRecorded);
    &'c Option<T>; &'c T; Option<&'c T>; |value| value.as_ref();
    &'c At<T>; &'c T; &'c T; |at| (&at.value);
}

impl<'c> Value<'c> for &Date {
    /// The date as it is written, and its first and last possible day.
    fn columns(name: &str, description: &str) -> Vec<Column> {
        let bound = |which: &str, day: &str| Column {
            bound: true,
            ..Column::new(format!("{name}_{which}"), format!("The {day} possible day of `{name}`."), ColumnType::Day)
        };
        let written = Column::new(name, description, ColumnType::Text).required();
        vec![written, bound("earliest", "first"), bound("latest", "last")]
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        row.push(Cell::Text(Cow::Owned(self.to_string())));
        for bound in [self.earliest(), self.latest()] {
            row.push(bound.map_or(Cell::Missing(Missing::Open), |day| Cell::Text(Cow::Owned(day.to_string()))));
        }
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        row.extend((0..3).map(|_| Cell::Missing(why)));
    }
}

impl<'c> Value<'c> for Date {
    fn columns(name: &str, description: &str) -> Vec<Column> {
        <&Date as Value>::columns(name, description)
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        (&self).fill(row);
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        <&Date as Value>::missing(why, row);
    }
}

impl<'c> Value<'c> for &'c Citation {
    /// `citation` fills `source` and `place`, `later_citation` fills `later_source` and `later_place`.
    fn columns(name: &str, description: &str) -> Vec<Column> {
        let prefix = name.strip_suffix("citation").unwrap_or(name);
        let source = Column::new(format!("{prefix}source"), description, ColumnType::Text).required();
        let place = Column::new(format!("{prefix}place"), "The place in that source.", ColumnType::Text);
        vec![source, place]
    }
    fn foreign_key(name: &str) -> Option<(String, &'static str)> {
        Some((format!("{}source", name.strip_suffix("citation").unwrap_or(name)), SOURCES))
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        row.push(Cell::Text(Cow::Borrowed(self.source.value.as_str())));
        row.push(words(&self.place));
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        row.extend([Cell::Missing(why), Cell::Missing(why)]);
    }
}

impl<'c> Value<'c> for &'c Quotation {
    fn columns(_: &str, description: &str) -> Vec<Column> {
        let column = |name, description| Column::new(name, description, ColumnType::Text);
        vec![
            column("quote", description),
            column("quote_language", "The language of `quote`, BCP 47."),
            column("translation", "If `quote` is a translation: of what standing."),
            column("original", "The words of the original."),
            column("original_language", "The language of `original`, BCP 47."),
        ]
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        row.push(words(&self.text));
        row.push(words(&self.language));
        self.translation.fill(row);
        let original = self.original.as_ref();
        row.push(words(original.map_or("", |words| &words.text)));
        row.push(words(original.map_or("", |words| &words.language)));
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        let rest = if why == Missing::NotRecorded { Missing::NotApplicable } else { why };
        row.push(Cell::Missing(why));
        row.extend((0..4).map(|_| Cell::Missing(rest)));
    }
}

/// An item of a list cell.
pub(super) trait Item {
    /// The item as one string.
    fn item(&self) -> Cow<'_, str>;
}

impl Item for TaggedText {
    fn item(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Item for String {
    fn item(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl<T: Item> Item for At<T> {
    fn item(&self) -> Cow<'_, str> {
        self.value.item()
    }
}

impl Item for LocalizedText {
    /// The text after its language tag: `ru: слово`.
    fn item(&self) -> Cow<'_, str> {
        Cow::Owned(format!("{}: {}", self.language, self.text))
    }
}

impl<'c, T: Item> Value<'c> for Vec<&'c T> {
    fn columns(name: &str, description: &str) -> Vec<Column> {
        vec![Column::new(name, description, ColumnType::List)]
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        row.push(list(self.into_iter().map(Item::item).collect()));
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        row.push(Cell::Missing(why));
    }
}

impl<'c, T: Item> Value<'c> for &'c Vec<T> {
    fn columns(name: &str, description: &str) -> Vec<Column> {
        <Vec<&T>>::columns(name, description)
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        row.push(list(self.iter().map(Item::item).collect()));
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        <Vec<&T>>::missing(why, row);
    }
}

impl<'c> Value<'c> for Vec<String> {
    fn columns(name: &str, description: &str) -> Vec<Column> {
        <Vec<&String>>::columns(name, description)
    }
    fn fill(self, row: &mut Vec<Cell<'c>>) {
        row.push(list(self.into_iter().map(Cow::Owned).collect()));
    }
    fn missing(why: Missing, row: &mut Vec<Cell<'c>>) {
        row.push(Cell::Missing(why));
    }
}

fn list(items: Vec<Cow<'_, str>>) -> Cell<'_> {
    if items.is_empty() { Cell::Missing(Missing::NotRecorded) } else { Cell::List(items) }
}
