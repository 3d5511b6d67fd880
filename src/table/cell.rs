//! The building blocks of tables: columns with types, and cells that give the reason where they are empty.

use std::borrow::Cow;

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words, an id, a key, or a day in ISO form.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Several words or ids.
    List(Vec<Cow<'a, str>>),
    /// Empty, and the reason.
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
pub(super) type Presence<T> = Result<T, Missing>;

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, the same as in the files of content where there is one.
    pub name: String,
    /// What it says, for people.
    pub description: String,
    /// What its cells hold.
    pub holds: ColumnType,
    /// Whether every row has a value.
    pub required: bool,
    /// Whether it is the first or last possible day of the column before it.
    pub bound: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Words, an id or a key.
    Text,
    /// A day in ISO form.
    Day,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// Several words or ids.
    List,
}

impl Column {
    /// A column that may be empty.
    pub(super) fn new(name: impl Into<String>, description: impl Into<String>, holds: ColumnType) -> Column {
        let (name, description) = (name.into(), description.into());
        Column { name, description, holds, required: false, bound: false }
    }

    /// The same column, required: every row has a value.
    pub(super) fn required(self) -> Column {
        Column { required: true, ..self }
    }
}
