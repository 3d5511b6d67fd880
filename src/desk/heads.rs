//! The headings of an imported table, wherever its columns were moved to, and what the cells below them say.

use crate::law::Day;
use crate::text::nearest;

use super::column::Column;
use super::grid::{Cell, Grid};
use super::workbook::letters;

/// Where the columns of a table stand.
#[derive(Debug)]
pub(super) struct Heads {
    /// The position in `Grid::rows` of the row of headings.
    pub(super) at: usize,
    /// Heading and column, from 0, in the order of the file.
    found: Vec<(String, usize)>,
}

impl Heads {
    /// Finds the row with the headings `needed` among the first of the table; `None` if there is none.
    pub(super) fn find(grid: &Grid, needed: &[&str]) -> Option<Heads> {
        grid.rows.iter().take(20).enumerate().find_map(|(at, (_, cells))| {
            let names = cells.iter().map(|cell| cell.text().unwrap_or_default().trim().to_lowercase());
            let found: Vec<(String, usize)> = names.enumerate().map(|(column, name)| (name, column)).collect();
            let found: Vec<_> = found.into_iter().filter(|(name, _)| !name.is_empty()).collect();
            let has = |name: &&str| found.iter().any(|(known, _)| known == name);
            needed.iter().all(has).then_some(Heads { at, found })
        })
    }

    /// The column with the heading `name`, from 0.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.found.iter().find(|(known, _)| known == name).map(|(_, column)| *column)
    }

    /// The letters of the column with the heading `name`, and the heading.
    pub(super) fn letters(&self, name: &str) -> Option<(String, String)> {
        self.column(name).map(|column| (letters(column as u16), name.to_owned()))
    }

    /// A sentence for each heading that is none of `known`, and for each that stands twice.
    pub(super) fn strangers(&self, known: &[&str]) -> Vec<String> {
        let mut told = Vec::new();
        for (name, column) in &self.found {
            let place = letters(*column as u16);
            if self.column(name) != Some(*column) {
                told.push(format!("column {place}: `{name}` stands twice; the first is read"));
            } else if !known.contains(&name.as_str()) {
                let near = nearest(name, known.iter().copied()).map(|near| format!(" (did you mean `{near}`?)"));
                told.push(format!("column {place}: `{name}` is no field and is not read{}", near.unwrap_or_default()));
            }
        }
        told
    }
}

/// What a cell says, in words; an error says what the spreadsheet made of it, and what helps.
pub(super) fn words(cell: &Cell, column: &Column, holds_date: bool) -> Result<String, (String, String)> {
    match cell {
        Cell::Empty => Ok(String::new()),
        Cell::Text(text) if column.is_code() => Ok(text.trim_matches(is_quote).trim().to_owned()),
        Cell::Text(text) => Ok(text.clone()),
        Cell::Number(number) if holds_date => Ok(day_or_year(*number)),
        Cell::Number(number) => Ok(number.to_string()),
        Cell::Day(day) if holds_date => Ok(day.clone()),
        Cell::Day(day) => Err((
            format!("the spreadsheet made the day {day} of what was typed"),
            "format the cell as text and type it again".to_owned(),
        )),
        Cell::Flag(flag) => {
            let word = if *flag { "TRUE" } else { "FALSE" };
            let help = match column.name.as_str() {
                "answer" => "write `yes` or `no`, in a cell that is formatted as text",
                _ => "format the cell as text and type it again",
            };
            Err((format!("the spreadsheet made the truth value {word} of what was typed"), help.to_owned()))
        }
        Cell::Broken(error) => Err((
            format!("the cell holds a formula without a result ({error})"),
            "type the words themselves".to_owned(),
        )),
    }
}

fn is_quote(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '„' | '«' | '»' | '‘' | '’')
}

/// A number in a column of dates: a year, or the day that spreadsheets count from the end of 1899.
fn day_or_year(number: f64) -> String {
    serial_day(number).unwrap_or_else(|| number.to_string())
}

/// The day that spreadsheets mean by a number, for days since 1927; smaller numbers are years.
pub(super) fn serial_day(number: f64) -> Option<String> {
    let whole = number.floor();
    // Spreadsheets have a 29 February 1900, which never was; days after it are counted from 30 December 1899.
    let first = Day::parse("1899-12-30")?;
    (10_000.0..100_000.0).contains(&whole).then(|| first.plus_days(whole as u32).to_string())
}

/// Whether a cell means the date `current`, written in another form: `04.10.2004`, `10/4/2004`.
pub(super) fn is_same_day(current: &str, cell: &str) -> bool {
    let Some(day) = Day::parse(current) else { return false };
    let mut numbers = cell.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty());
    let mut next = || numbers.next().and_then(|part| part.parse::<i32>().ok());
    let (Some(first), Some(second), Some(year)) = (next(), next(), next()) else { return false };
    let (own_day, own_month) = (i32::from(day.day()), i32::from(day.month()));
    year == i32::from(day.year())
        && ((first, second) == (own_day, own_month) || (first, second) == (own_month, own_day))
}

/// Whether a cell says `current`, but for letters that the encoding of its file does not have: these became `?`.
pub(super) fn is_same_but_lost(current: &str, cell: &str) -> bool {
    current.chars().count() == cell.chars().count()
        && current.chars().zip(cell.chars()).all(|(own, read)| own == read || (read == '?' && !own.is_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_makes_of_a_day_is_that_day() {
        assert_eq!(day_or_year(38264.0), "2004-10-04");
        assert_eq!(day_or_year(2004.0), "2004");
        for cell in ["04.10.2004", "10/4/2004", "4-10-2004"] {
            assert!(is_same_day("2004-10-04", cell), "{cell}");
        }
        assert!(!is_same_day("2004-10-04", "05.10.2004") && !is_same_day("2004-10", "01.10.2004"));
    }

    #[test]
    fn lost_letters_are_no_change_and_others_are() {
        assert!(is_same_but_lost("Қазақ", "?аза?") && is_same_but_lost("ё", "ё"));
        assert!(!is_same_but_lost("ab", "a?") && !is_same_but_lost("аб", "а"));
    }

    #[test]
    fn headings_are_found_wherever_they_stand() {
        let row = |words: &[&str]| words.iter().map(|word| Cell::Text((*word).to_owned())).collect();
        let rows = vec![(1, row(&["My notes"])), (2, row(&["Question ", "country", "", "qestion", "country"]))];
        let heads = Heads::find(&Grid { rows, ..Grid::default() }, &["country", "question"]).expect("they are there");
        assert_eq!((heads.at, heads.column("question"), heads.column("country")), (1, Some(0), Some(1)));
        let told = heads.strangers(&["country", "question"]);
        assert!(told[0].contains("did you mean `question`") && told[1].contains("twice"), "{told:?}");
    }
}
