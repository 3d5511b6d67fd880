//! What a row of data is made of: columns that say what they hold, and cells that say why they are empty.
//!
//! A row type is declared once, by [`row!`]; its columns, their descriptions and its cells follow from that, so that a
//! table and what is said of it cannot drift apart.

use std::borrow::Cow;

use crate::law::{Citation, Date, Head, Quotation, Tongue};
use crate::text::{At, Prose};

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words, an identity, a key, or a day in ISO form.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Several words or identities.
    List(Vec<Cow<'a, str>>),
    /// Nothing, and why.
    Missing(Missing),
}

/// Why a cell is empty. These are different things, and none of them is "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// No source that was read gives it, or nobody wrote it down.
    NotRecorded,
    /// The column does not apply to this row.
    NotApplicable,
    /// The source on which the row rests was read and does not say it.
    Silent,
    /// A period or a date has no bound on this side.
    Open,
}

impl Missing {
    /// All of them.
    pub const ALL: [Missing; 4] = [Missing::NotRecorded, Missing::NotApplicable, Missing::Silent, Missing::Open];

    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Missing::NotRecorded => "not recorded",
            Missing::NotApplicable => "not applicable",
            Missing::Silent => "silent",
            Missing::Open => "open",
        }
    }
}

/// A value, or why there is none.
pub(super) type Known<T> = Result<T, Missing>;

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, the same as in the files of content where there is one.
    pub name: String,
    /// What it says.
    pub meaning: String,
    /// What its cells hold.
    pub holds: Holds,
    /// Whether every row has a value.
    pub required: bool,
    /// Whether it is the first or last possible day of the column before it.
    pub bound: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words, an identity or a key.
    Text,
    /// A day in ISO form.
    Day,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// Several words or identities.
    List,
}

impl Column {
    fn new(name: impl Into<String>, meaning: impl Into<String>, holds: Holds) -> Column {
        Column { name: name.into(), meaning: meaning.into(), holds, required: false, bound: false }
    }
}

/// What can be a field of a row. It may fill several columns: a date fills three.
pub(super) trait Field {
    /// The columns of a field called `name`.
    fn columns(name: &str, meaning: &str) -> Vec<Column>;
    /// Its cells, one for each column.
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>);
    /// The same cells where there is no value.
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>);
}

/// A row of one table.
pub(super) trait Row {
    /// Name of the table, and of its file.
    const TABLE: &'static str;
    /// What a row is.
    const MEANING: &'static str;
    /// The columns that tell its rows apart.
    const KEY: &'static [&'static str];
    /// Columns whose values are the `id` of another table: column and table.
    const REFERENCES: &'static [(&'static str, &'static str)];
    /// The columns.
    fn columns() -> Vec<Column>;
    /// The cells.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// Declares a row type with its table, its key and its references; the documentation of a field describes its column.
macro_rules! row {
    (
        #[doc = $meaning:literal]
        $table:literal $name:ident<$life:lifetime> by [$($key:literal),*] to [$($from:literal -> $to:literal),*] {
            $( #[doc = $doc:literal] $field:ident: $type:ty, )*
        }
    ) => {
        #[doc = $meaning]
        pub(super) struct $name<$life> {
            $( #[doc = $doc] pub $field: $type, )*
        }

        impl<$life> Row for $name<$life> {
            const TABLE: &'static str = $table;
            const MEANING: &'static str = $meaning;
            const KEY: &'static [&'static str] = &[$($key),*];
            const REFERENCES: &'static [(&'static str, &'static str)] = &[$(($from, $to)),*];

            fn columns() -> Vec<Column> {
                let mut list = Vec::new();
                $( list.extend(<$type as Field>::columns(stringify!($field), $doc.trim())); )*
                list
            }

            fn cells(&self) -> Vec<Cell<'_>> {
                let mut out = Vec::with_capacity(40);
                $( self.$field.cells(&mut out); )*
                out
            }
        }
    };
}
pub(super) use row;

/// The identity of a record; never missing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Id<'c>(pub &'c str);

/// A key out of a small set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word(pub &'static str);

/// Several words or identities.
#[derive(Clone, Debug, Default)]
pub(super) struct List<'c>(pub Vec<Cow<'c, str>>);

impl<'c> List<'c> {
    /// The words as they are.
    pub(super) fn of(words: &'c [String]) -> List<'c> {
        List(words.iter().map(|word| Cow::Borrowed(word.as_str())).collect())
    }

    /// Values with their places: the values.
    pub(super) fn at<T>(values: &'c [At<T>], text: impl Fn(&'c T) -> &'c str) -> List<'c> {
        List(values.iter().map(|at| Cow::Borrowed(text(&at.value))).collect())
    }

    /// Words with their languages: `ru: слово`.
    pub(super) fn tongues(words: &'c [Tongue]) -> List<'c> {
        List(words.iter().map(|word| Cow::Owned(format!("{}: {}", word.language, word.text))).collect())
    }
}

/// What every record carries.
pub(super) struct Carried<'c>(pub &'c Head);

/// A field that fills one column.
macro_rules! one_column {
    ($type:ty, $holds:expr, $required:expr, |$self:ident| $cell:expr) => {
        impl Field for $type {
            fn columns(name: &str, meaning: &str) -> Vec<Column> {
                vec![Column { required: $required, ..Column::new(name, meaning, $holds) }]
            }
            fn cells<'a>(&'a $self, out: &mut Vec<Cell<'a>>) {
                out.push($cell);
            }
            fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
                out.push(Cell::Missing(why));
            }
        }
    };
}

one_column!(Id<'_>, Holds::Text, true, |self| Cell::Text(Cow::Borrowed(self.0)));
one_column!(Word, Holds::Text, true, |self| Cell::Text(Cow::Borrowed(self.0)));
one_column!(&str, Holds::Text, false, |self| words(self));
one_column!(String, Holds::Text, false, |self| words(self));
one_column!(&Prose, Holds::Text, false, |self| words(self.text().trim()));
one_column!(Own, Holds::Text, true, |self| Cell::Text(Cow::Borrowed(&self.0)));
one_column!(OwnDay, Holds::Day, false, |self| Cell::Text(Cow::Borrowed(&self.0)));
one_column!(usize, Holds::Number, true, |self| Cell::Number(*self as i64));
one_column!(u32, Holds::Number, true, |self| Cell::Number(i64::from(*self)));
one_column!(i64, Holds::Number, true, |self| Cell::Number(*self));
one_column!(bool, Holds::Flag, true, |self| Cell::Flag(*self));
one_column!(List<'_>, Holds::List, false, |self| match self.0.as_slice() {
    [] => Cell::Missing(Missing::NotRecorded),
    list => Cell::List(list.to_vec()),
});

/// An identity that the export makes, for rows that have none of their own in the content.
pub(super) struct Own(pub String);

/// A day known in full.
pub(super) struct OwnDay(pub String);

fn words(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Missing(Missing::NotRecorded) } else { Cell::Text(Cow::Borrowed(text)) }
}

impl<T: Field> Field for Known<T> {
    fn columns(name: &str, meaning: &str) -> Vec<Column> {
        let mut list = T::columns(name, meaning);
        list.iter_mut().for_each(|column| column.required = false);
        list
    }
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>) {
        match self {
            Ok(value) => value.cells(out),
            Err(why) => T::missing(*why, out),
        }
    }
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
        T::missing(why, out);
    }
}

impl<T: Field> Field for Option<T> {
    fn columns(name: &str, meaning: &str) -> Vec<Column> {
        <Known<T> as Field>::columns(name, meaning)
    }
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>) {
        match self {
            Some(value) => value.cells(out),
            None => T::missing(Missing::NotRecorded, out),
        }
    }
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
        T::missing(why, out);
    }
}

impl Field for &Date {
    fn columns(name: &str, meaning: &str) -> Vec<Column> {
        let bound = |which: &str, day: &str| Column {
            bound: true,
            ..Column::new(format!("{name}_{which}"), format!("The {day} possible day of `{name}`."), Holds::Day)
        };
        let written = Column { required: true, ..Column::new(name, meaning, Holds::Text) };
        vec![written, bound("earliest", "first"), bound("latest", "last")]
    }
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>) {
        date_cells(self, out);
    }
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
        out.extend((0..3).map(|_| Cell::Missing(why)));
    }
}

impl Field for Date {
    fn columns(name: &str, meaning: &str) -> Vec<Column> {
        <&Date as Field>::columns(name, meaning)
    }
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>) {
        date_cells(self, out);
    }
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
        <&Date as Field>::missing(why, out);
    }
}

/// A date as it is written, its first and its last possible day.
fn date_cells(date: &Date, out: &mut Vec<Cell<'_>>) {
    out.push(Cell::Text(Cow::Owned(date.to_string())));
    for bound in [date.earliest(), date.latest()] {
        out.push(bound.map_or(Cell::Missing(Missing::Open), |day| Cell::Text(Cow::Owned(day.to_string()))));
    }
}

impl Field for &Citation {
    /// `citation` fills `source` and `place`, `later_citation` fills `later_source` and `later_place`.
    fn columns(name: &str, meaning: &str) -> Vec<Column> {
        let prefix = name.strip_suffix("citation").unwrap_or(name);
        let source = Column { required: true, ..Column::new(format!("{prefix}source"), meaning, Holds::Text) };
        vec![source, Column::new(format!("{prefix}place"), "The place in that source.", Holds::Text)]
    }
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>) {
        out.push(Cell::Text(Cow::Borrowed(self.source.value.as_str())));
        out.push(words(&self.place));
    }
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
        out.extend([Cell::Missing(why), Cell::Missing(why)]);
    }
}

impl Field for &Quotation {
    fn columns(_: &str, meaning: &str) -> Vec<Column> {
        let column = |name: &str, meaning: &str| Column::new(name, meaning, Holds::Text);
        vec![
            column("quote", meaning),
            column("quote_language", "The language of `quote`, BCP 47."),
            column("translation", "If `quote` is a translation: of what standing."),
            column("original", "The words of the original."),
            column("original_language", "The language of `original`, BCP 47."),
        ]
    }
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>) {
        let original = self.original.as_ref();
        out.push(words(&self.text));
        out.push(words(&self.language));
        out.push(words(self.translation.map_or("", crate::law::Translation::word)));
        out.push(words(original.map_or("", |words| &words.text)));
        out.push(words(original.map_or("", |words| &words.language)));
    }
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
        let rest = if why == Missing::NotRecorded { Missing::NotApplicable } else { why };
        out.push(Cell::Missing(why));
        out.extend((0..4).map(|_| Cell::Missing(rest)));
    }
}

impl Field for Carried<'_> {
    fn columns(_: &str, _: &str) -> Vec<Column> {
        let trace = "What an outside register calls the statements that the row publishes.";
        let confirmed = "When somebody looked again and found it still right.";
        let mut list = vec![Column::new("trace", trace, Holds::List)];
        list.extend(<Option<&Date> as Field>::columns("confirmed_on", confirmed));
        list
    }
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>) {
        match self.0.trace.as_slice() {
            [] => out.push(Cell::Missing(Missing::NotRecorded)),
            list => out.push(Cell::List(list.iter().map(|id| Cow::Borrowed(id.as_str())).collect())),
        }
        match &self.0.confirmed_on {
            Some(date) => date_cells(date, out),
            None => <&Date as Field>::missing(Missing::NotRecorded, out),
        }
    }
    fn missing(why: Missing, out: &mut Vec<Cell<'_>>) {
        out.push(Cell::Missing(why));
        <&Date as Field>::missing(why, out);
    }
}
