//! A table is defined by a list of columns: for each its name, its description and a function from the record of a row to
//! the value. The type of that value determines the type of the column; CSV, JSON and the schema follow from the list.

use crate::law::Head;

use super::cell::{Cell, Column, Missing, Presence};
use super::value::{SOURCES, Value};

/// One table: what it says of itself, and its rows.
pub struct Table<'c> {
    /// Its name, and that of its file without ending.
    pub name: &'static str,
    /// What a row is, for people.
    pub description: &'static str,
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// Its columns.
    pub columns: Vec<Column>,
    /// Columns whose values are the `id` of another table: column and table, in the order of the schema.
    pub foreign_keys: Vec<(String, &'static str)>,
    /// Its rows. To count them makes none.
    pub rows: Rows<'c>,
    /// Whether there are records behind the rows; else they are derived, and to count them is to derive them all.
    pub is_recorded: bool,
}

/// The rows of a table, in an order that depends on the content alone. Each has a cell for each column.
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

/// [`Rows`] with the type of record erased.
trait Source<'c> {
    fn next(&mut self) -> Option<Vec<Cell<'c>>>;
    fn count(self: Box<Self>) -> usize;
}

/// How a value fills its cells in a row, given what the row is made from.
type Fill<'c, R> = Box<dyn Fn(&R, &mut Vec<Cell<'c>>) + 'c>;

/// What a table has a row for, one after another.
type Records<'c, R> = Box<dyn Iterator<Item = R> + 'c>;

/// What rows of one kind are made from, and how a row is filled.
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

/// A table with a row for each `R`, to which columns are added in their order.
pub(super) struct TableOf<'c, R> {
    records: Records<'c, R>,
    key: &'static [&'static str],
    description: &'static str,
    columns: Vec<Column>,
    foreign_keys: Vec<(String, &'static str)>,
    fills: Vec<Fill<'c, R>>,
    is_recorded: bool,
}

/// Begins a table with a row for each of `records`, and says which columns tell its rows apart and what a row is.
pub(super) fn table<'c, R, I: Iterator<Item = R> + 'c>(
    records: impl IntoIterator<IntoIter = I>,
    key: &'static [&'static str],
    description: &'static str,
) -> TableOf<'c, R> {
    let records = Box::new(records.into_iter());
    TableOf { records, key, description, columns: vec![], foreign_keys: vec![], fills: vec![], is_recorded: true }
}

impl<'c, R: 'c> TableOf<'c, R> {
    /// Adds a column: its name, what it says, and how its value is got. A value may fill several columns: a date fills
    /// three.
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

    /// Adds the columns that every record fills.
    pub(super) fn common(self, head: impl Fn(&R) -> &'c Head + Copy + 'c) -> TableOf<'c, R> {
        self.column("trace", "What an outside register calls the statements that the row publishes.", move |record| {
            &head(record).trace
        })
        .column("confirmed_on", "When somebody looked again and found it still right.", move |record| {
            &head(record).confirmed_on
        })
    }

    /// Marks the rows as derived, so that they cannot be counted without making them.
    pub(super) fn derived(self) -> TableOf<'c, R> {
        TableOf { is_recorded: false, ..self }
    }

    /// The whole table, called `name`. Foreign keys stand in the order of the columns, those to sources last.
    pub(super) fn named(self, name: &'static str) -> Table<'c> {
        let TableOf { records, key, description, columns, mut foreign_keys, fills, is_recorded } = self;
        foreign_keys.sort_by_key(|(_, to)| *to == SOURCES);
        let rows = Rows(Box::new(Filled { records, fills, width: columns.len() }));
        Table { name, description, key, columns, foreign_keys, rows, is_recorded }
    }
}

/// A value that not every row can have: where there is none, the column does not apply.
pub(super) fn applicable<T>(value: Option<T>) -> Presence<T> {
    value.ok_or(Missing::NotApplicable)
}

/// A value that only some rows can have: where one of these has none, it is not recorded; to others the column does not
/// apply.
pub(super) fn where_applicable<T>(applies: bool, value: Option<T>) -> Presence<Option<T>> {
    if applies || value.is_some() { Ok(value) } else { Err(Missing::NotApplicable) }
}

/// The list, if something stands in it.
pub(super) fn some<T>(list: &Vec<T>) -> Option<&Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

/// Something that belongs to a record, and which of its kind it is there.
pub(super) struct Child<'c, P, C> {
    /// The record.
    pub(super) of: &'c P,
    /// From 1, in the order of the files.
    pub(super) number: usize,
    /// What belongs to it.
    pub(super) item: &'c C,
}

/// All that belongs to records in a list of theirs.
pub(super) fn children<'c, P, C: 'c>(
    records: &'c [P],
    list: impl Fn(&'c P) -> &'c Vec<C>,
) -> impl Iterator<Item = Child<'c, P, C>> {
    let numbered = move |of| list(of).iter().enumerate().map(move |(at, item)| Child { of, number: at + 1, item });
    records.iter().flat_map(numbered)
}

/// The number of `item` in `list`, from 1; 0 where it is of another list.
pub(super) fn number_in<T>(list: &[T], item: &T) -> usize {
    list.iter().position(|other| std::ptr::eq(other, item)).map_or(0, |at| at + 1)
}
