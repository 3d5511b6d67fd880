//! The building blocks of tables: columns with types, and cells that give the reason where they are empty.

use std::borrow::Cow;

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words, an id, a key, or a day in ISO form.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Flag(bool),
    /// Several words or ids.
    List(Vec<Cow<'a, str>>),
    /// No value; the reason.
    Missing(Missing),
}

/// Why a cell is empty. The reasons differ in meaning, and none of them is "no".
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
    /// All reasons, in the order of the documentation.
    pub const ALL: [Missing; 4] = [Missing::NotRecorded, Missing::NotApplicable, Missing::Silent, Missing::Open];

    /// The reason in words, for the description of the tables.
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
pub(super) type Presence<T> = Result<T, Missing>;

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, the same as in the files of content where there is one.
    pub name: String,
    /// What its values mean, for people.
    pub description: String,
    /// The type of its values.
    pub holds: ColumnType,
    /// Whether no cell of it may be empty.
    pub required: bool,
    /// Whether it gives the first or last possible day of the date in the column before it.
    pub bound: bool,
}

/// The type of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Words, an id or a key.
    Text,
    /// A day in ISO form.
    Day,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// Several words or ids.
    List,
}

impl Column {
    /// A column whose cells may be empty.
    pub(super) fn new(name: impl Into<String>, description: impl Into<String>, holds: ColumnType) -> Column {
        let (name, description) = (name.into(), description.into());
        Column { name, description, holds, required: false, bound: false }
    }

    /// The same column, with empty cells forbidden.
    pub(super) fn required(self) -> Column {
        Column { required: true, ..self }
    }
}
