//! A table is defined by a list of columns: for each its name, its description and a function from the record of a row
//! to the value. The type of that value determines the type of the column; CSV, JSON and the schema are derived from
//! the list.

use crate::law::Head;

use super::cell::{Cell, Column, Missing, Presence};
use super::value::{SOURCES, Value};

/// One table: its description and its rows.
pub struct Table<'c> {
    /// Its name, which is also the name of its CSV file without `.csv`.
    pub name: &'static str,
    /// What one row stands for, for people.
    pub description: &'static str,
    /// The primary key: the columns that identify a row.
    pub key: &'static [&'static str],
    /// Its columns.
    pub columns: Vec<Column>,
    /// Foreign keys: a column, and the table to whose `id` it refers; in the order of the schema.
    pub foreign_keys: Vec<(String, &'static str)>,
    /// Its rows. They can be counted without making them.
    pub rows: Rows<'c>,
    /// Whether each row is a record of the content. Otherwise the rows are derived, and counting them derives them all.
    pub is_recorded: bool,
}

/// The rows of a table, in an order that depends on the content alone. Each has one cell per column.
pub struct Rows<'c>(Box<dyn Source<'c> + 'c>);

impl<'c> Iterator for Rows<'c> {
    type Item = Vec<Cell<'c>>;

    fn next(&mut self) -> Option<Vec<Cell<'c>>> {
        self.0.next()
    }

    fn count(self) -> usize {
        self.0.count()
    }
}

/// [`Rows`] with the record type erased.
trait Source<'c> {
    fn next(&mut self) -> Option<Vec<Cell<'c>>>;
    fn count(self: Box<Self>) -> usize;
}

/// Appends the cells of one value to a row, given the record of the row.
type Fill<'c, R> = Box<dyn Fn(&R, &mut Vec<Cell<'c>>) + 'c>;

/// The records of the rows, in order.
type Records<'c, R> = Box<dyn Iterator<Item = R> + 'c>;

/// An iterator of rows: the records, and the functions that fill a row with their cells.
struct Filled<'c, R> {
    records: Records<'c, R>,
    fills: Vec<Fill<'c, R>>,
    width: usize,
}

impl<'c, R> Source<'c> for Filled<'c, R> {
    fn next(&mut self) -> Option<Vec<Cell<'c>>> {
        let record = self.records.next()?;
        let mut row = Vec::with_capacity(self.width);
        self.fills.iter().for_each(|fill| fill(&record, &mut row));
        Some(row)
    }

    fn count(self: Box<Self>) -> usize {
        self.records.count()
    }
}

/// A table under construction with one row for each `R`.
pub(super) struct TableOf<'c, R> {
    records: Records<'c, R>,
    key: &'static [&'static str],
    description: &'static str,
    columns: Vec<Column>,
    foreign_keys: Vec<(String, &'static str)>,
    fills: Vec<Fill<'c, R>>,
    is_recorded: bool,
}

/// Begins a table with a row for each of `records`; `key` names the columns that identify a row.
pub(super) fn table<'c, R, I: Iterator<Item = R> + 'c>(
    records: impl IntoIterator<IntoIter = I>,
    key: &'static [&'static str],
    description: &'static str,
) -> TableOf<'c, R> {
    let records = Box::new(records.into_iter());
    TableOf { records, key, description, columns: vec![], foreign_keys: vec![], fills: vec![], is_recorded: true }
}

impl<'c, R: 'c> TableOf<'c, R> {
    /// Adds a column: its name, its description, and the function that reads its value. A value may fill several
    /// columns: a date fills three.
    pub(super) fn column<V: Value<'c>>(
        mut self,
        name: &str,
        description: &str,
        value: impl Fn(&R) -> V + 'c,
    ) -> TableOf<'c, R> {
        self.columns.extend(V::columns(name, description));
        self.foreign_keys.extend(V::foreign_key(name));
        self.fills.push(Box::new(move |record, row| value(record).fill(row)));
        self
    }

    /// Adds a column that is a foreign key to the `id` of the table `to`.
    pub(super) fn reference<V: Value<'c>>(
        self,
        name: &str,
        to: &'static str,
        description: &str,
        value: impl Fn(&R) -> V + 'c,
    ) -> TableOf<'c, R> {
        self.column(name, description, value).foreign_key(name, to)
    }

    /// Makes a column a foreign key to the `id` of the table `to`.
    pub(super) fn foreign_key(mut self, column: &str, to: &'static str) -> TableOf<'c, R> {
        self.foreign_keys.push((column.to_owned(), to));
        self
    }

    /// Adds the columns that all records share.
    pub(super) fn common(self, head: impl Fn(&R) -> &'c Head + Copy + 'c) -> TableOf<'c, R> {
        self.column("trace", "What an outside register calls the statements that the row publishes.", move |record| {
            &head(record).trace
        })
        .column("confirmed_on", "When somebody looked again and found it still right.", move |record| {
            &head(record).confirmed_on
        })
    }

    /// Marks the rows as derived, so that they cannot be counted cheaply.
    pub(super) fn derived(self) -> TableOf<'c, R> {
        TableOf { is_recorded: false, ..self }
    }

    /// Finishes the table under `name`. Foreign keys stand in the order of the columns, those to sources last.
    pub(super) fn named(self, name: &'static str) -> Table<'c> {
        let TableOf { records, key, description, columns, mut foreign_keys, fills, is_recorded } = self;
        foreign_keys.sort_by_key(|(_, to)| *to == SOURCES);
        let rows = Rows(Box::new(Filled { records, fills, width: columns.len() }));
        Table { name, description, key, columns, foreign_keys, rows, is_recorded }
    }
}

/// A value that some rows cannot have: where it is absent, the column does not apply.
pub(super) fn applicable<T>(value: Option<T>) -> Presence<T> {
    value.ok_or(Missing::NotApplicable)
}

/// A value that only some rows can have: where `applies` but it is absent, it is not recorded; to other rows the column
/// does not apply.
pub(super) fn where_applicable<T>(applies: bool, value: Option<T>) -> Presence<Option<T>> {
    if applies || value.is_some() { Ok(value) } else { Err(Missing::NotApplicable) }
}

/// The list, or `None` if it is empty.
pub(super) fn some<T>(list: &Vec<T>) -> Option<&Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

/// An item of a list that belongs to a record.
pub(super) struct Child<'c, P, C> {
    /// The record to which it belongs.
    pub(super) of: &'c P,
    /// Its number in the list, from 1, in the order of the files.
    pub(super) number: usize,
    /// The item itself.
    pub(super) item: &'c C,
}

/// The items of a list in each record, with their numbers.
pub(super) fn children<'c, P, C: 'c>(
    records: &'c [P],
    list: impl Fn(&'c P) -> &'c Vec<C>,
) -> impl Iterator<Item = Child<'c, P, C>> {
    let numbered = move |of| list(of).iter().enumerate().map(move |(at, item)| Child { of, number: at + 1, item });
    records.iter().flat_map(numbered)
}

/// The number of `item` in `list` by address, from 1; 0 where it belongs to another list.
pub(super) fn number_in<T>(list: &[T], item: &T) -> usize {
    list.iter().position(|other| std::ptr::eq(other, item)).map_or(0, |at| at + 1)
}
