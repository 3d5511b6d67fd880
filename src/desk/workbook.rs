//! A sheet as a workbook for people with a spreadsheet: what may be filled in is open, ids are protected, the allowed
//! answers are a list in the cell, and the definitions of the question are a note on it. The same input gives the same
//! bytes.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Note,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::content::form::FieldType;

use super::sheet::{FIXED, REASON, Row, Sheet};

/// The name of the sheet of cells.
pub(super) const ANSWERS: &str = "answers";

/// The last row of a sheet of the format (ECMA-376), from 0.
const LAST_ROW: u32 = 1_048_575;

/// The most notes in a workbook: each is a drawing, and spreadsheets with very many open slowly.
const MOST_NOTES: usize = 20_000;

/// The longest text of a note that people still read, in characters.
const LONGEST_NOTE: usize = 3000;

/// Prints the workbook; an error says which limit of the format it would break.
pub fn workbook(sheet: &Sheet) -> Result<Vec<u8>, String> {
    if sheet.rows.len() > 500_000 {
        return Err(format!("{} rows are too many for one sheet; choose countries or sections", sheet.rows.len()));
    }
    write(sheet).map_err(|error| error.to_string())
}

fn write(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The time of writing would make two exports differ.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&fixed).set_title(&sheet.title));
    let lists = Lists::of(sheet);
    workbook.push_worksheet(answers(sheet, &lists)?);
    workbook.push_worksheet(sources(sheet)?);
    workbook.push_worksheet(about()?);
    workbook.push_worksheet(lists.sheet()?);
    workbook.save_to_buffer()
}

/// The lists from which cells are filled, each in a column of a hidden sheet: a list within a cell may have 255
/// characters only.
struct Lists {
    columns: Vec<Vec<String>>,
    numbers: BTreeMap<Vec<String>, usize>,
}

impl Lists {
    fn of(sheet: &Sheet) -> Lists {
        let mut lists = Lists { columns: Vec::new(), numbers: BTreeMap::new() };
        sheet.rows.iter().for_each(|row| lists.add(row.answers.words.clone()));
        for column in &sheet.columns {
            if let FieldType::OneOf(words) = column.field.holds {
                lists.add(words.iter().map(|word| (*word).to_owned()).collect());
            }
        }
        lists
    }

    fn add(&mut self, words: Vec<String>) {
        if !self.numbers.contains_key(&words) {
            self.numbers.insert(words.clone(), self.columns.len());
            self.columns.push(words);
        }
    }

    /// The cells of a list, as a formula; `None` for a list that is empty or was not added.
    fn formula(&self, words: &[String]) -> Option<Formula> {
        let number = *self.numbers.get(words)?;
        let letters = letters(number as u16);
        (!words.is_empty()).then(|| Formula::new(format!("=lists!${letters}$1:${letters}${}", words.len())))
    }

    fn sheet(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name("lists")?;
        for (at, words) in (0..).zip(&self.columns) {
            for (row, word) in (0..).zip(words) {
                sheet.write_string(row, at, word)?;
            }
        }
        sheet.set_hidden(true);
        sheet.protect();
        Ok(sheet)
    }
}

/// The name of a column, from 0: `A`, `Z`, `AA`.
pub(super) fn letters(column: u16) -> String {
    let (high, low) = (column / 26, (b'A' + (column % 26) as u8) as char);
    if high == 0 { low.to_string() } else { format!("{}{low}", letters(high - 1)) }
}

fn answers(sheet: &Sheet, lists: &Lists) -> Result<Worksheet, XlsxError> {
    let mut out = Worksheet::new();
    out.set_name(ANSWERS)?;
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let locked =
        Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top).set_background_color(0xEEEEEE);
    let open = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top).set_unlocked();
    let names = names(sheet);
    for (at, name) in (0..).zip(&names) {
        // The whole column is text, so that no program makes a day of `2004-10`; cells below the last row are open.
        out.set_column_format(at, &open)?;
        out.set_column_width(at, width(name))?;
        out.write_string_with_format(0, at, *name, &heading)?;
    }
    let fixed = FIXED.len() as u16;
    for (at, column) in (fixed..).zip(&sheet.columns) {
        let need = if column.field.required { " Required." } else { "" };
        let parted = match (column.is_list(), column.is_code()) {
            (true, true) => " Several have commas or `;` between.",
            (true, false) => " Several have `;` between.",
            _ => "",
        };
        out.insert_note(0, at, &note(&format!("{}{need}{parted}", column.meaning())))?;
    }
    let reason = fixed + sheet.columns.len() as u16;
    out.insert_note(0, reason, &note("Why the old answer was wrong. Leave it empty for a new observation."))?;
    for (at, row) in (1..).zip(&sheet.rows) {
        let cells = [&row.entry, &row.codebook, &row.country, &row.question, &row.asks, &row.now];
        for (column, words) in (0..).zip(cells) {
            out.write_string_with_format(at, column, words, &locked)?;
        }
        out.write_string_with_format(at, fixed - 1, row.answers.words.join(", "), &locked)?;
        for (column, words) in (fixed..).zip(&row.values) {
            match words.is_empty() {
                true => out.write_blank(at, column, &open)?,
                false => out.write_string_with_format(at, column, words, &open)?,
            };
        }
        out.write_blank(at, reason, &open)?;
        if (at as usize) <= MOST_NOTES {
            out.insert_note(at, fixed, &note(&row.answers.definitions))?;
        }
    }
    validations(&mut out, sheet, lists)?;
    out.set_freeze_panes(1, 4)?;
    out.autofilter(0, 0, sheet.rows.len() as u32, names.len() as u16 - 1)?;
    out.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    });
    Ok(out)
}

/// The headings of the sheet of cells.
pub(super) fn names(sheet: &Sheet) -> Vec<&str> {
    let fields = sheet.columns.iter().map(|column| column.name.as_str());
    FIXED.into_iter().chain(fields).chain([REASON]).collect()
}

fn width(name: &str) -> u32 {
    match name {
        "entry" | "codebook" => 8,
        "country" | "coder" | "reviewer" | "observed" => 12,
        "asks" | "quote" | "original" | "note" | "plain" => 45,
        "answers" => 24,
        _ => 20,
    }
}

/// The lists in the cells: the answers of each question, keywords, and the sources of the site.
fn validations(out: &mut Worksheet, sheet: &Sheet, lists: &Lists) -> Result<(), XlsxError> {
    let fixed = FIXED.len() as u16;
    let Some(answer) = (fixed..).zip(&sheet.columns).find(|(_, column)| column.name == "answer").map(|(at, _)| at)
    else {
        return Ok(());
    };
    let mut first = 0;
    while first < sheet.rows.len() {
        let row = &sheet.rows[first];
        let same = |other: &Row| other.question == row.question;
        let count = sheet.rows[first..].iter().take_while(|other| same(other)).count();
        if let Some(formula) = lists.formula(&row.answers.words) {
            let style = DataValidationErrorStyle::Warning;
            let list = DataValidation::new().allow_list_formula(formula).set_error_style(style);
            let list = list.show_error_message(!row.answers.free).set_error_title("Not an answer of this question")?;
            out.add_data_validation(first as u32 + 1, answer, (first + count) as u32, answer, &list)?;
        }
        first += count;
    }
    for (at, column) in (fixed..).zip(&sheet.columns) {
        let list = match column.field.holds {
            FieldType::OneOf(words) => {
                let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
                lists.formula(&words).map(|formula| DataValidation::new().allow_list_formula(formula))
            }
            FieldType::Id("source") if !sheet.sources.is_empty() => {
                let formula = Formula::new(format!("=sources!$A$2:$A${}", sheet.sources.len() + 1));
                Some(DataValidation::new().allow_list_formula(formula).show_error_message(false))
            }
            _ => None,
        };
        if let Some(list) = list {
            out.add_data_validation(1, at, LAST_ROW, at, &list)?;
        }
    }
    Ok(())
}

fn note(text: &str) -> Note {
    let text: String = text.chars().take(LONGEST_NOTE).collect();
    let height = (text.len() as u32 / 2 + 60).min(400);
    Note::new(text).add_author_prefix(false).set_width(420).set_height(height)
}

fn sources(sheet: &Sheet) -> Result<Worksheet, XlsxError> {
    let mut out = Worksheet::new();
    out.set_name("sources")?;
    let heading = Format::new().set_bold();
    let cell = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    for ((at, name), width) in (0..).zip(["source", "short", "citation", "kind", "tier"]).zip([28, 28, 90, 24, 20]) {
        out.write_string_with_format(0, at, name, &heading)?;
        out.set_column_width(at, width)?;
    }
    for (at, row) in (1..).zip(&sheet.sources) {
        for (column, words) in (0..).zip(row) {
            out.write_string_with_format(at, column, words.chars().take(32_000).collect::<String>(), &cell)?;
        }
    }
    out.set_freeze_panes(1, 1)?;
    let options = ProtectionOptions { format_columns: true, ..ProtectionOptions::new() };
    out.protect_with_options(&options);
    Ok(out)
}

/// What the workbook is, for whoever gets it without the manual.
fn about() -> Result<Worksheet, XlsxError> {
    const LINES: [&str; 9] = [
        "Each row of the sheet `answers` is an answer to a question for a country, from one source for one day. Grey cells are fixed; fill in the others.",
        "An empty row is a cell that nobody has researched. Leave it empty, or fill in all required fields: their headings say which these are.",
        "A later answer: write the new answer, its source, place and day over the old one. The old answer is kept as history.",
        "A correction: write the right answer over the wrong one, leave source and day, and say in `reason` why the old one was wrong.",
        "Another coder's answer: write it with that coder in `coder`; the first coder's answer stays. A coder's own sheet is made by `collatio sheet export --coder ID`.",
        "Two answers to one cell: copy the row to the end of the sheet, or write country and question there.",
        "Dates are words: 2004-10-05, 2004-10, 2004, mid-2005, after 2017, undated. Several ids in a cell, and several answers to a question that allows them, have commas or `;` between.",
        "A row that is deleted here is not deleted in the files. Cells must not be merged. Columns and rows may be moved, and columns may be added.",
        "`collatio sheet import FILE` shows what would change; with `--write` it is written.",
    ];
    let mut out = Worksheet::new();
    out.set_name("about")?;
    out.set_column_width(0, 110)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (at, line) in (0..).zip(LINES) {
        out.write_string_with_format(at, 0, line, &wrapped)?;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_the_names_that_spreadsheets_give_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }
}
