//! The tables as one workbook for people with a spreadsheet: a sheet for each table, preceded by the comparison in its
//! wide form. All text is typed as text, so that no program takes `10-12` for a date or `=1` for a formula; the same
//! input gives the same bytes.
//!
//! The rows of a table are written to a temporary file as they are made: in memory, the cells of a world's findings would
//! take more than all else of a build.
//!
//! A sheet of the format (ECMA-376) has at most 1,048,576 rows, and a cell at most 32,767 characters. A table that
//! would be too large for the programs of old machines is left out, and the first sheet refers to its CSV file.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::table::{About, Cell, Column, ColumnType, Matrix, Missing, Table, Tables};

use super::csv::BETWEEN;
use super::mark::mark;

/// The longest text of a cell, in UTF-16 code units.
const LONGEST: usize = 32_767;

/// The most cells of one sheet.
const MOST_CELLS: usize = 400_000;

/// The most cells of the workbook: programs of old machines read all of them into memory.
const MOST_CELLS_IN_ALL: usize = 1_500_000;

/// Appended to text that was cut.
const CUT: &str = " […]";

/// Prints the workbook. `None` only if it would break a rule of the format, which the limits above exclude.
pub(super) fn print(tables: Tables<'_>) -> Option<Vec<u8>> {
    write(tables).ok()
}

fn write(tables: Tables<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&tables.about()));
    let matrix = tables.matrix();
    let mut left_out = Vec::new();
    let mut sheets = Vec::new();
    let mut cells = 0;
    for table in tables.all() {
        let name = table.name;
        match sheet(long_sheet(&mut workbook), table, MOST_CELLS.min(MOST_CELLS_IN_ALL - cells))? {
            Some((sheet, count)) => {
                cells += count;
                sheets.push(sheet);
            }
            None => left_out.push(name),
        }
    }
    workbook.push_worksheet(about(&tables.about(), &matrix.day, &left_out)?);
    if !matrix.rows.is_empty() && matrix.questions.len() < 16_000 {
        workbook.push_worksheet(wide("matrix", &matrix, |cell| &cell.answer)?);
        workbook.push_worksheet(wide("standings", &matrix, |cell| cell.standing)?);
    }
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}

/// The document properties: title and the day of the edition. The time of writing would make two builds differ.
fn properties(about: &About<'_>) -> DocProperties {
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1).expect("a day");
    let properties = DocProperties::new().set_creation_datetime(&fixed);
    match about.title {
        Some(title) => properties.set_title(title),
        None => properties,
    }
}

/// The first sheet: what the workbook is, and how to read its cells.
fn about(about: &About<'_>, day: &str, left_out: &[&str]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("about")?;
    sheet.set_column_width(0, 18)?.set_column_width(1, 90)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    let without = (!left_out.is_empty()).then(|| {
        format!("Too large for a sheet, and only in the CSV files and the JSON file: {}.", left_out.join(", "))
    });
    let lines = [
        ("title", about.title.map(str::to_owned)),
        ("description", about.description.map(str::to_owned)),
        ("edition", about.edition.clone()),
        ("law as at", about.law_as_at.clone()),
        ("answers as of", (!day.is_empty()).then(|| day.to_owned())),
        ("licence", about.licence.map(str::to_owned)),
        ("licence", about.licence_url.map(str::to_owned)),
        ("notice", about.notice.map(str::to_owned)),
        ("published at", about.base_url.map(str::to_owned)),
        ("checksum", about.checksum.map(str::to_owned)),
        ("sheets", Some("matrix: a row for each country, a column for each question, as of the day above; standings: how far each of these answers may be trusted on that day. The other sheets are the tables, one each; data/datapackage.json says what each column is.".to_owned())),
        ("empty cells", Some("An empty cell says why it is empty; none of them is \"no\". Blank: not recorded. (n/a): the column does not apply to the row. (silent): the source was read and does not say. (open): no bound on this side.".to_owned())),
        ("dates", Some("Dates are words in the form year-month-day, and stand as they are known: 2004, mid-2005, after 2017.".to_owned())),
        ("left out", without),
    ];
    for (row, (name, words)) in (0..).zip(lines.into_iter().filter_map(|(name, words)| Some((name, words?)))) {
        sheet.write_string_with_format(row, 0, name, &bold)?;
        sheet.write_string_with_format(row, 1, cut(&words), &wrapped)?;
    }
    Ok(sheet)
}

/// The sheet of the comparison: two header rows, then a row for each country.
fn wide<'m>(
    name: &str,
    matrix: &'m Matrix,
    words: impl Fn(&'m crate::table::Answered) -> &'m str,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    let heading = heading();
    sheet.write_string_with_format(0, 0, "section", &heading)?;
    sheet.write_string_with_format(1, 0, "country", &heading)?;
    sheet.set_column_width(0, 22)?;
    for (at, [section, _, label]) in (1..).zip(&matrix.questions) {
        sheet.write_string_with_format(0, at, cut(section), &heading)?;
        sheet.write_string_with_format(1, at, cut(label), &heading)?;
        sheet.set_column_width(at, 20)?;
    }
    for (row, (country, cells)) in (2..).zip(&matrix.rows) {
        sheet.write_string(row, 0, cut(country))?;
        for (at, cell) in (1..).zip(cells) {
            sheet.write_string(row, at, cut(words(cell)))?;
        }
    }
    sheet.set_freeze_panes(2, 1)?;
    let (rows, columns) = (matrix.rows.len() as u32, matrix.questions.len() as u16);
    sheet.autofilter(1, 0, rows + 1, columns)?;
    Ok(sheet)
}

/// An empty sheet whose rows go to a temporary file. Where the system gives none, they stay in memory; the workbook then
/// has the same cells in other bytes.
fn long_sheet(workbook: &mut Workbook) -> Worksheet {
    workbook.new_worksheet_with_constant_memory().unwrap_or_default()
}

/// Writes a table into an empty sheet, and counts its cells; `None` where there would be more than `most`.
fn sheet(mut sheet: Worksheet, table: Table<'_>, most: usize) -> Result<Option<(Worksheet, usize)>, XlsxError> {
    let Table { name, columns, rows, .. } = table;
    sheet.set_name(name)?;
    let heading = heading();
    let mut count = columns.len();
    for (at, column) in (0..).zip(&columns) {
        sheet.write_string_with_format(0, at, &column.name, &heading)?;
        sheet.set_column_width(at, width(column))?;
    }
    let mut last = 0;
    for (row, cells) in (1..).zip(rows) {
        count += cells.len();
        if count > most {
            return Ok(None);
        }
        for (at, cell) in (0..).zip(&cells) {
            write_cell(&mut sheet, row, at, cell)?;
        }
        last = row;
    }
    sheet.set_freeze_panes(1, 0)?;
    if last > 0 {
        sheet.autofilter(0, 0, last, columns.len() as u16 - 1)?;
    }
    Ok(Some((sheet, count)))
}

fn write_cell(sheet: &mut Worksheet, row: u32, at: u16, cell: &Cell<'_>) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string(row, at, cut(text))?,
        // Such numbers are far below those that the format cannot store exactly.
        Cell::Number(number) => sheet.write_number(row, at, *number as f64)?,
        Cell::Flag(flag) => sheet.write_boolean(row, at, *flag)?,
        Cell::List(items) => sheet.write_string(row, at, cut(&items.join(&format!(" {BETWEEN} "))))?,
        Cell::Missing(Missing::NotRecorded) => return Ok(()),
        Cell::Missing(why) => sheet.write_string(row, at, mark(*why))?,
    };
    Ok(())
}

fn heading() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

/// The width of a column, in characters.
fn width(column: &Column) -> u32 {
    match (column.holds, column.name.as_str()) {
        (ColumnType::Number | ColumnType::Flag | ColumnType::Day, _) => 12,
        (_, "quotation" | "note" | "plain" | "text" | "summary" | "body" | "title" | "citation" | "wording") => 50,
        (ColumnType::Text | ColumnType::List, _) => 20,
    }
}

/// Text that fits into a cell, without the control characters that the format cannot store.
fn cut(text: &str) -> String {
    let kept = || text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    // The format counts UTF-16 code units.
    if kept().map(char::len_utf16).sum::<usize>() <= LONGEST {
        return kept().collect();
    }
    let mut length = CUT.encode_utf16().count();
    let short = kept().take_while(|c| {
        length += c.len_utf16();
        length <= LONGEST
    });
    short.chain(CUT.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_too_long_for_a_cell_are_cut_and_say_so() {
        let long = "a".repeat(40_000);
        assert_eq!(cut(&long).encode_utf16().count(), LONGEST);
        assert!(cut(&long).ends_with(CUT));
        assert_eq!(cut("art.\u{1} 1\n2"), "art. 1\n2");
        let wide = "\u{1f600}".repeat(20_000);
        assert!(cut(&wide).encode_utf16().count() <= LONGEST);
    }
}
