//! A wide table, with a row for each country and a column for each question or the other way round, as tables of
//! comparison are often kept: its answers are put into the empty cells of a sheet.
//!
//! Such a table has no sources, and an answer without one is no finding; so it becomes a sheet to complete, and nothing is
//! written into files.

use std::collections::BTreeMap;

use crate::law::{Corpus, Kind};

use super::grid::{Cell, Grid};
use super::open::open;
use super::sheet::{Row, Sheet};
use super::state::States;

/// Puts the answers of the table in the file `name` into `sheet`; returns what was not matched, a sentence each. An error
/// says why the table cannot be read at all.
pub fn fill(sheet: &mut Sheet, corpus: &Corpus, name: &str, bytes: &[u8]) -> Result<Vec<String>, String> {
    let grid = open(name, bytes, "")?;
    let grid = if headings(&grid, corpus).is_some() { grid } else { turned(grid) };
    let (at, questions) = headings(&grid, corpus)
        .ok_or("no row and no column of it names questions of the site, by id, label or wording")?;
    let states = States::of(corpus);
    let mut told = Vec::new();
    let heads = &grid.rows[at].1;
    let strange =
        heads.iter().enumerate().skip(1).filter(|(column, cell)| !questions.contains_key(column) && !cell.is_empty());
    let strange: Vec<String> = strange.filter_map(|(_, cell)| cell.text()).collect();
    if !strange.is_empty() {
        told.push(format!("no questions of the site, passed over: {}", strange.join("; ")));
    }
    let mut unknown = Vec::new();
    for (_, cells) in grid.rows.iter().skip(at + 1) {
        let first = cells.first().and_then(Cell::text).unwrap_or_default().trim().to_owned();
        let own = corpus.countries.get(corpus.present_id(Kind::Country, &first)).map(|country| &country.id);
        let Some(country) = own.or_else(|| states.find(&first)) else {
            unknown.extend((!first.is_empty()).then_some(first));
            continue;
        };
        for (column, question) in &questions {
            let answer = cells.get(*column).and_then(Cell::text).unwrap_or_default();
            if !answer.trim().is_empty() && !put(sheet, country.as_str(), question, answer.trim()) {
                told.push(format!("{country}, {question}: not in the sheet, for it is not among what is exported"));
            }
        }
    }
    if !unknown.is_empty() {
        told.push(format!("no countries of the site, passed over: {}", unknown.join("; ")));
    }
    Ok(told)
}

/// The position of the row that names questions, and the question of each column.
fn headings(grid: &Grid, corpus: &Corpus) -> Option<(usize, BTreeMap<usize, String>)> {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for question in corpus.questions.iter() {
        let (label, wording): (&str, &str) = (&question.label, &question.wording);
        for name in [question.id.as_str(), label, wording] {
            names.entry(folded(name)).or_insert_with(|| question.id.to_string());
        }
    }
    for ((_, former), now) in corpus.aliases.iter().filter(|((kind, _), _)| *kind == Kind::Question) {
        names.entry(folded(former)).or_insert_with(|| now.to_string());
    }
    grid.rows.iter().take(20).enumerate().find_map(|(at, (_, cells))| {
        let found = cells.iter().enumerate().skip(1);
        let found = found.filter_map(|(column, cell)| Some((column, names.get(&folded(&cell.text()?))?.clone())));
        let found: BTreeMap<usize, String> = found.collect();
        (!found.is_empty()).then_some((at, found))
    })
}

/// The table with rows for columns.
fn turned(grid: Grid) -> Grid {
    let width = grid.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let column = |at: usize| grid.rows.iter().map(|(_, cells)| cells.get(at).cloned().unwrap_or(Cell::Empty)).collect();
    let rows = (1..).zip((0..width).map(column)).collect();
    Grid { rows, ..Grid::default() }
}

/// Puts an answer into the sheet, unless a finding of the cell gives it; whether the sheet has the cell.
fn put(sheet: &mut Sheet, country: &str, question: &str, answer: &str) -> bool {
    let Some(column) = sheet.columns.iter().position(|column| column.name == "answer") else { return false };
    let is_of_cell = |row: &Row| row.country == country && row.question == question;
    let Some(last) = sheet.rows.iter().rposition(is_of_cell) else { return false };
    let words = &sheet.rows[last].answers.words;
    let known = words.iter().find(|word| word.to_lowercase() == answer.to_lowercase());
    let answer = known.cloned().unwrap_or_else(|| answer.to_owned());
    if sheet.rows.iter().any(|row| is_of_cell(row) && row.values[column] == answer) {
        return true;
    }
    if sheet.rows[last].entry.is_empty() && sheet.rows[last].values[column].is_empty() {
        sheet.rows[last].values[column] = answer;
        return true;
    }
    let mut row = Row { entry: String::new(), ..sheet.rows[last].clone() };
    row.values = vec![String::new(); sheet.columns.len()];
    row.values[column] = answer;
    sheet.rows.insert(last + 1, row);
    true
}
