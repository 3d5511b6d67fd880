//! Tables as CSV: UTF-8 without byte order mark, lines ending in LF, one header line.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula, and execute it.
//! Such text gets a leading apostrophe. So that this can be undone, text that already has apostrophes before such a
//! character gets one more: a reader removes exactly one.

use std::borrow::Cow;

use crate::table::{Cell, ColumnType, Missing, Table};

use super::mark::mark;
use super::piece::Pieces;

/// The separator of list items within a cell.
pub(super) const BETWEEN: &str = "|";

/// Prints `table` as CSV.
pub(super) fn print(table: Table<'_>, out: &mut Pieces<'_>) {
    const IN_MEMORY: &str = "pieces take all bytes";
    let Table { columns, rows, .. } = table;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(columns.iter().map(|column| column.name.as_str())).expect(IN_MEMORY);
    for row in rows {
        for (cell, column) in row.iter().zip(&columns) {
            writer.write_field(words(cell, column.holds).as_bytes()).expect(IN_MEMORY);
        }
        writer.write_record(None::<&[u8]>).expect("a row has a cell for each column");
    }
    writer.flush().expect(IN_MEMORY);
}

fn words<'c>(cell: &'c Cell<'_>, holds: ColumnType) -> Cow<'c, str> {
    match cell {
        Cell::Text(text) if holds == ColumnType::Text => defused(lines(text)),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Flag(true) => Cow::Borrowed("true"),
        Cell::Flag(false) => Cow::Borrowed("false"),
        Cell::List(items) => {
            let items: Vec<String> = items.iter().map(|item| lines(item).replace(BETWEEN, "/")).collect();
            defused(Cow::Owned(items.join(BETWEEN)))
        }
        Cell::Missing(why) => Cow::Borrowed(mark(*why)),
    }
}

/// `text` with all line ends replaced by LF.
fn lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// `text` with a leading apostrophe where a program would take it for a formula or for the mark of an empty cell.
fn defused(text: Cow<'_, str>) -> Cow<'_, str> {
    let bare = text.trim_start_matches('\'');
    let formula = bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let missing = Missing::ALL.into_iter().any(|why| !mark(why).is_empty() && mark(why) == bare);
    if formula || missing { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> String {
        defused(lines(words)).into_owned()
    }

    #[test]
    fn words_that_a_spreadsheet_would_run_are_defused_and_others_are_not() {
        for start in ["=", "+", "-", "@", "\t", "\n"] {
            assert_eq!(text(&format!("{start}1+1")), format!("'{start}1+1"));
        }
        assert_eq!(text("\r1"), "'\n1");
        assert_eq!(text("Art. 128 = 1"), "Art. 128 = 1");
        assert_eq!(text("'own words'"), "'own words'");
    }

    #[test]
    fn what_was_defused_can_be_told_from_what_an_author_wrote() {
        assert_ne!(text("=1"), text("'=1"));
        assert_eq!(text("'=1"), "''=1");
    }

    #[test]
    fn an_author_cannot_write_what_an_empty_cell_says() {
        assert_eq!(text("(silent)"), "'(silent)");
    }

    #[test]
    fn an_item_of_a_list_does_not_become_two() {
        let list = Cell::List(vec!["a|b".into(), "c".into()]);
        assert_eq!(words(&list, ColumnType::List), "a/b|c");
    }

    #[test]
    fn what_is_empty_says_why() {
        let all = Missing::ALL.map(|why| words(&Cell::Missing(why), ColumnType::Text).into_owned());
        assert_eq!(all, ["", "(n/a)", "(silent)", "(open)"]);
    }
}
