//! A table of cells as a file of a spreadsheet has it: XLSX or CSV.

/// The cells of a table.
#[derive(Debug, Default)]
pub struct Grid {
    /// The number of each row as a spreadsheet shows it, and its cells.
    pub rows: Vec<(u32, Vec<Cell>)>,
    /// Ranges of cells that were made one: the first and last row, the first and last column, columns from 0.
    pub merged: Vec<[u32; 4]>,
    /// Whether letters may have been lost when the file was saved.
    pub is_lossy: bool,
    /// What is to be said of the file.
    pub notices: Vec<String>,
}

/// A cell.
#[cfg_attr(not(feature = "sheet"), expect(dead_code, reason = "only workbooks have cells that are not text"))]
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, as year, month and day.
    Day(String),
    /// `TRUE` or `FALSE`.
    Flag(bool),
    /// A formula that has no result (`#REF!`).
    Broken(String),
}

impl Cell {
    /// What the cell says, where that is words or a number.
    pub fn text(&self) -> Option<String> {
        match self {
            Cell::Empty => Some(String::new()),
            Cell::Text(text) => Some(text.clone()),
            Cell::Number(number) => Some(number.to_string()),
            Cell::Day(_) | Cell::Flag(_) | Cell::Broken(_) => None,
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}
