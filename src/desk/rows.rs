//! The rows of an imported sheet of cells: what each says, and what cannot be read.

use crate::content::form::FieldType;
use crate::law::cell::several;
use crate::law::{AnswerKind, Corpus, Kind, Question};
use crate::text::nearest_id;

use super::column::Column;
use super::former::present;
use super::grid::{Cell, Grid};
use super::heads::{Heads, words};
use super::plan::{Plan, Spot};
use super::sheet::{FIXED, REASON, fingerprint};

/// A row that says something.
#[derive(Clone, Debug)]
pub(super) struct Read {
    /// The number of the row in the file.
    pub(super) row: u32,
    /// The code of the finding that the row shows; empty for a new one.
    pub(super) entry: String,
    pub(super) country: String,
    pub(super) question: String,
    /// The words of the fields, by column; `None` where the sheet has no such column.
    pub(super) values: Vec<Option<String>>,
    pub(super) reason: String,
}

impl Read {
    /// The words of the cell in the column `name`; `None` where the sheet has no such column.
    pub(super) fn value(&self, columns: &[Column], name: &str) -> Option<&str> {
        let at = columns.iter().position(|column| column.name == name)?;
        self.values.get(at)?.as_deref()
    }
}

/// The site and the columns by which rows are read.
pub(super) struct Reading<'r> {
    pub(super) corpus: &'r Corpus,
    pub(super) columns: &'r [Column],
    pub(super) heads: &'r Heads,
}

impl Reading<'_> {
    /// Reads all rows below the headings; what cannot be read is refused in `plan`.
    pub(super) fn rows(&self, grid: &Grid, plan: &mut Plan) -> Vec<Read> {
        let known: Vec<&str> =
            FIXED.into_iter().chain(self.columns.iter().map(|column| column.name.as_str())).chain([REASON]).collect();
        self.heads.strangers(&known).into_iter().for_each(|told| plan.notice(told));
        let below = grid.rows.iter().skip(self.heads.at + 1);
        below.filter_map(|(row, cells)| self.row(*row, cells, &grid.merged, plan)).collect()
    }

    /// The place of a column in a row.
    pub(super) fn spot(&self, row: u32, name: &str) -> Spot {
        Spot { row, column: self.heads.letters(name) }
    }

    fn row(&self, row: u32, cells: &[Cell], merged: &[[u32; 4]], plan: &mut Plan) -> Option<Read> {
        let cell = |name: &str| self.heads.column(name).map(|at| cells.get(at).unwrap_or(&Cell::Empty));
        let fixed = |name: &str| cell(name).and_then(Cell::text).unwrap_or_default().trim().to_owned();
        // A sheet that was made for a coder has the coder in each row, whether it is filled in or not.
        let says = |column: &&Column| column.name != "coder" && cell(&column.name).is_some_and(|cell| !cell.is_empty());
        let entry = fixed("entry");
        let now = |kind: Kind, name: &str| self.corpus.present_id(kind, &fixed(name)).to_owned();
        let (country, question) = (now(Kind::Country, "country"), now(Kind::Question, "question"));
        if entry.is_empty() && !self.columns.iter().any(|column| says(&column)) {
            return None;
        }
        if let Some(range) = merged.iter().find(|[first, last, ..]| (*first..=*last).contains(&row)) {
            let column = super::workbook::letters(range[2] as u16);
            let spot = Spot { row, column: Some((column, "merged".to_owned())) };
            plan.refuse(
                spot,
                "cells of the row are merged, so that nobody can say which of them is meant",
                "unmerge them",
            );
            return None;
        }
        self.ids(row, &country, &question, &fixed("codebook"), plan)?;
        let kind = self.corpus.questions.get(&question).map(|question| question.kind);
        let mut values = Vec::new();
        let mut is_whole = true;
        for column in self.columns {
            let holds_date = column.is_date() || column.name == "answer" && kind == Some(AnswerKind::Date);
            let Some(cell) = cell(&column.name) else {
                values.push(None);
                continue;
            };
            match words(cell, column, holds_date) {
                Ok(words) => {
                    if holds_date && matches!(cell, Cell::Day(_)) && words.ends_with("-01") {
                        let spot = self.spot(row, &column.name);
                        plan.notice(format!(
                            "{spot}: the cell holds the day {words}; if only its month is known, write `{}` as text",
                            &words[..7]
                        ));
                    }
                    let words = match kind {
                        Some(AnswerKind::Several) if column.name == "answer" => one_line(&words),
                        _ => present(self.corpus, column, &column.normal(&words)),
                    };
                    self.source(row, column, &words, plan);
                    values.push(Some(words));
                }
                Err((why, help)) => {
                    plan.refuse(self.spot(row, &column.name), why, help);
                    is_whole = false;
                }
            }
        }
        is_whole.then(|| Read { row, entry, country, question, values, reason: fixed(REASON) })
    }

    /// Refuses a source that the site does not have. The trial would find it, too, but only in a row without other faults.
    fn source(&self, row: u32, column: &Column, words: &str, plan: &mut Plan) {
        let sources = || self.corpus.sources.iter().map(|source| source.id.as_str());
        if words.is_empty() || !matches!(column.field.holds, FieldType::Id("source")) || sources().any(|id| id == words)
        {
            return;
        }
        let near = nearest_id(words, sources()).map(|near| format!("did you mean `{near}`?"));
        let help = near.unwrap_or_else(|| format!("make its record first: `collatio new source {words}`"));
        plan.refuse(self.spot(row, &column.name), format!("there is no source `{words}`"), help);
    }

    /// Whether country and question are known; tells if the question is another than that of the export.
    fn ids(&self, row: u32, country: &str, question: &str, codebook: &str, plan: &mut Plan) -> Option<()> {
        let countries = || self.corpus.countries.iter().map(|country| country.id.as_str());
        let questions = || self.corpus.questions.iter().map(|question| question.id.as_str());
        let mut is_known = true;
        if countries().all(|known| known != country) {
            let same = countries().find(|known| known.eq_ignore_ascii_case(country));
            let near = same.or_else(|| nearest_id(country, countries())).map(|near| format!("did you mean `{near}`?"));
            let help = near.unwrap_or_else(|| "write the id of a country of the site".to_owned());
            plan.refuse(self.spot(row, "country"), format!("there is no country `{country}`"), help);
            is_known = false;
        }
        if questions().all(|known| known != question) {
            let same = questions().find(|known| known.eq_ignore_ascii_case(question));
            let near = same.or_else(|| nearest_id(question, questions())).map(|near| format!("did you mean `{near}`?"));
            let help = near.unwrap_or_else(|| "the codebook has changed since the export; export again".to_owned());
            plan.refuse(self.spot(row, "question"), format!("there is no question `{question}`"), help);
            is_known = false;
        }
        if let Some(asked) = self.corpus.questions.get(question)
            && !codebook.is_empty()
            && !self.ids_of(asked).any(|id| codebook == fingerprint(asked, id))
        {
            plan.notice(format!(
                "the question `{question}` has been changed since the export; read it again before you answer"
            ));
        }
        is_known.then_some(())
    }

    /// The id of a question, and those that it had.
    fn ids_of<'q>(&'q self, question: &'q Question) -> impl Iterator<Item = &'q str> {
        let own = question.id.as_str();
        let aliases = self.corpus.aliases.iter();
        let former = aliases.filter(move |((kind, _), now)| *kind == Kind::Question && &***now == own);
        std::iter::once(own).chain(former.map(|((_, former), _)| &**former))
    }
}

/// Several answers in one cell, in the form in which files have them.
fn one_line(words: &str) -> String {
    several(&words.replace('\n', ",")).collect::<Vec<_>>().join(", ")
}
