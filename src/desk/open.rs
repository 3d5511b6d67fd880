//! Opens a file of a spreadsheet: XLSX by its sheet, CSV by its separator and encoding.

use super::comma;
use super::grid::Grid;

/// Reads a file; `name` tells by its ending what it is. In a workbook the sheet `wanted` is read, or the first.
pub(super) fn open(name: &str, bytes: &[u8], wanted: &str) -> Result<Grid, String> {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        _ if is_zip => workbook(bytes, wanted),
        "csv" | "tsv" | "txt" => comma::read(bytes),
        _ => Err("it is neither a workbook (XLSX) nor a table (CSV)".to_owned()),
    }
}

#[cfg(not(feature = "sheet"))]
fn workbook(_: &[u8], _: &str) -> Result<Grid, String> {
    Err("this program was made without the feature `sheet`, and reads no workbooks; save the sheet as CSV UTF-8"
        .to_owned())
}

#[cfg(feature = "sheet")]
fn workbook(bytes: &[u8], wanted: &str) -> Result<Grid, String> {
    use super::grid::Cell;
    use calamine::{Data, Reader as _, Xlsx, XlsxError};
    let told = |error: XlsxError| error.to_string();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).map_err(told)?;
    let names = book.sheet_names();
    let name = names.iter().find(|name| name.as_str() == wanted).or(names.first());
    let Some(name) = name.cloned() else { return Err("it has no sheet".to_owned()) };
    let mut grid = Grid::default();
    let range = book.worksheet_range(&name).map_err(told)?;
    let (top, left) = range.start().unwrap_or_default();
    // Some programs store a formula without what it gives. The cell looks empty here, and full to whoever wrote it.
    let formulas = book.worksheet_formula(&name).map_err(told)?;
    let formula = |row: u32, column: u32| formulas.get_value((row - 1, column)).filter(|text| !text.is_empty());
    let day = |day: &calamine::ExcelDateTime| {
        let (year, month, day, ..) = day.to_ymd_hms_milli();
        Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
    };
    for (row, cells) in (top + 1..).zip(range.rows()) {
        let cell = |data: &Data| match data {
            Data::Empty => Cell::Empty,
            Data::String(text) => Cell::Text(text.clone()),
            Data::Int(number) => Cell::Number(*number as f64),
            Data::Float(number) => Cell::Number(*number),
            Data::Bool(flag) => Cell::Flag(*flag),
            Data::DateTime(found) if found.is_datetime() => day(found),
            Data::DateTime(found) => Cell::Number(found.as_f64()),
            Data::DateTimeIso(text) => Cell::Day(text.chars().take(10).collect()),
            Data::DurationIso(text) => Cell::Text(text.clone()),
            Data::Error(error) => Cell::Broken(error.to_string()),
        };
        let blank = std::iter::repeat_n(Cell::Empty, left as usize);
        let cells = (left..).zip(cells).map(|(column, data)| match (data, formula(row, column)) {
            (data, Some(formula)) if cell(data).is_empty() => {
                Cell::Broken(format!("={}", formula.trim_start_matches('=')))
            }
            _ => cell(data),
        });
        grid.rows.push((row, blank.chain(cells).collect()));
    }
    let merged = book.merge_cells_by_sheet_name(&name).map_err(told)?;
    grid.merged = merged.iter().map(|it| [it.start.0 + 1, it.end.0 + 1, it.start.1, it.end.1]).collect();
    Ok(grid)
}
