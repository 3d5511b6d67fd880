//! CSV: a sheet as spreadsheets open it by a double click, and tables as spreadsheets and data sets write them.
//!
//! Spreadsheets save CSV in the encoding and with the separator of their country: UTF-8 with or without a mark, UTF-16,
//! the code page of their language; comma, semicolon or tab.

use super::grid::{Cell, Grid};
use super::sheet::Sheet;
use super::workbook::names;
use crate::text::decoded;

/// Why a table or list of references is not read whose bytes are no text.
pub(super) const UNKNOWN_ENCODING: &str = "its bytes are no text in an encoding that is known here; save it as UTF-8";

/// Prints the sheet of cells as CSV: UTF-8 with a mark, so that spreadsheets do not take it for another encoding.
pub fn comma(sheet: &Sheet) -> Vec<u8> {
    const IN_MEMORY: &str = "memory takes all bytes";
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    writer.write_record(names(sheet)).expect(IN_MEMORY);
    for row in &sheet.rows {
        let answers = row.answers.words.join(", ");
        let fixed = [&row.entry, &row.codebook, &row.country, &row.question, &row.asks, &row.now, &answers];
        let cells = fixed.into_iter().chain(&row.values).map(|words| defused(words));
        writer.write_record(cells.chain([String::new()])).expect(IN_MEMORY);
    }
    writer.flush().expect(IN_MEMORY);
    drop(writer);
    out
}

/// The text with an apostrophe before it where a spreadsheet would take it for a formula.
fn defused(text: &str) -> String {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// Undoes [`defused`].
fn fused(text: &str) -> String {
    let bare = text.trim_start_matches('\'');
    match is_formula(bare) && text.len() > bare.len() {
        true => text.chars().skip(1).collect(),
        false => text.to_owned(),
    }
}

/// Reads a table that a spreadsheet or a program saved as CSV.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, String> {
    let (text, encoding) = decoded(bytes).ok_or(UNKNOWN_ENCODING)?;
    let separator = separator(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (number, record) in (1..).zip(reader.records()) {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |words: &str| match fused(words) {
            words if words.is_empty() => Cell::Empty,
            words => Cell::Text(words),
        };
        rows.push((number, record.iter().map(cell).collect()));
    }
    let mut notices = Vec::new();
    if let Some(name) = encoding {
        notices.push(format!(
            "the file seems to be in {name}, which lacks the letters of many languages; compare its words, and save it as \
             \"CSV UTF-8\" to be sure"
        ));
    }
    Ok(Grid { rows, merged: Vec::new(), is_lossy: encoding.is_some(), notices })
}

/// The separator that stands most often outside quotation marks in the first lines; a comma where none does.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes().take(20_000) {
        quoted ^= byte == b'"';
        if byte == b'\n' && !quoted && counts.iter().any(|(_, count)| *count > 0) {
            break;
        }
        if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == byte && !quoted) {
            *count += 1;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let grid = read(bytes).expect("it is a table");
        grid.rows.iter().map(|(_, row)| row.iter().map(|cell| cell.text().unwrap_or_default()).collect()).collect()
    }

    #[test]
    fn each_separator_and_encoding_is_read() {
        let wanted = [["страна", "ответ"], ["xr", "да, или «нет»"]].map(|row| row.map(str::to_owned).to_vec()).to_vec();
        let of = |separator: char| {
            let rows = wanted.iter().map(|row| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>());
            rows.map(|row| row.join(&separator.to_string())).collect::<Vec<_>>().join("\r\n")
        };
        for separator in [',', ';', '\t'] {
            assert_eq!(cells(of(separator).as_bytes()), wanted, "{separator:?}");
            assert_eq!(cells(format!("\u{feff}{}", of(separator)).as_bytes()), wanted);
            let text = of(separator);
            let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&text);
            assert_eq!(cells(&bytes), wanted);
            assert!(read(&bytes).is_ok_and(|grid| grid.is_lossy));
            let wide: Vec<u8> = of(separator).encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(cells(&[&[0xff, 0xfe], &wide[..]].concat()), wanted);
        }
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("Côte d\u{2019}Ivoire,é");
        assert_eq!(cells(&bytes), [["Côte d\u{2019}Ivoire", "é"]]);
        let (bytes, ..) = encoding_rs::GBK.encode("国家,答案\r\nxr,是");
        assert_eq!(cells(&bytes), [["国家", "答案"], ["xr", "是"]]);
    }

    #[test]
    fn what_was_defused_is_undone() {
        for words in ["=1", "'=1", "-", "plain", "'quoted'", "@x"] {
            assert_eq!(fused(&defused(words)), words);
        }
    }
}
