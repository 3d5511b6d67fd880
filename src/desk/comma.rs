//! CSV: a sheet as spreadsheets open it by a double click, and tables as spreadsheets and data sets write them.
//!
//! Spreadsheets save CSV in the encoding and with the separator of their country: UTF-8 with or without a mark, UTF-16,
//! Windows-1251 or -1252; comma, semicolon or tab.

use super::grid::{Cell, Grid};
use super::sheet::Sheet;
use super::workbook::names;

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
    let (text, encoding) = decoded(bytes);
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
            "the file is in {name}, which lacks the letters of many languages; save it as \"CSV UTF-8\" to be sure"
        ));
    }
    Ok(Grid { rows, merged: Vec::new(), is_lossy: encoding.is_some(), notices })
}

/// The text of the file, and the name of its encoding where that is one that lacks letters.
pub(super) fn decoded(bytes: &[u8]) -> (String, Option<&'static str>) {
    let wide = |bytes: &[u8], big: bool| {
        let unit = |pair: &[u8]| {
            if big { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) }
        };
        String::from_utf16_lossy(&bytes.chunks_exact(2).map(unit).collect::<Vec<_>>())
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => return (wide(rest, false), None),
        [0xfe, 0xff, rest @ ..] => return (wide(rest, true), None),
        _ => {}
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.trim_start_matches('\u{feff}').to_owned(), None);
    }
    // Cyrillic words are runs of high bytes; in Western European text high bytes stand alone among ASCII letters.
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    let beside = bytes.windows(2).filter(|pair| pair[0] >= 0x80 && pair[1] >= 0x80).count();
    let (table, name) =
        if beside * 2 < high { (&WINDOWS_1252, "Windows-1252") } else { (&WINDOWS_1251, "Windows-1251") };
    let letter = |byte: &u8| match byte {
        0x80..=0xff => table.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        ascii => char::from(*ascii),
    };
    (bytes.iter().map(letter).collect(), Some(name))
}

/// The upper half of the code page, as the Encoding Standard lists it.
static WINDOWS_1251: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

/// The upper half of the code page, as the Encoding Standard lists it.
static WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

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
            let page = |c: char| match c.is_ascii() {
                true => c as u8,
                false => 0x80 + WINDOWS_1251.chars().position(|known| known == c).expect("it has the letter") as u8,
            };
            let bytes: Vec<u8> = of(separator).chars().map(page).collect();
            assert_eq!(cells(&bytes), wanted);
            assert!(read(&bytes).is_ok_and(|grid| grid.is_lossy));
            let wide: Vec<u8> = of(separator).encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(cells(&[&[0xff, 0xfe], &wide[..]].concat()), wanted);
        }
        assert_eq!(WINDOWS_1251.chars().count(), 128);
        assert_eq!(WINDOWS_1252.chars().count(), 128);
        assert_eq!(
            cells(
                "Côte d\u{2019}Ivoire,é"
                    .encode_utf16()
                    .map(|u| if u > 255 { 0x92 } else { u as u8 })
                    .collect::<Vec<_>>()
                    .as_slice()
            ),
            [["Côte d\u{2019}Ivoire", "é"]]
        );
    }

    #[test]
    fn what_was_defused_is_undone() {
        for words in ["=1", "'=1", "-", "plain", "'quoted'", "@x"] {
            assert_eq!(fused(&defused(words)), words);
        }
    }
}
