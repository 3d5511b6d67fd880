//! The comparison in the wide form in which people read it in a spreadsheet: a row for each country, a column for each
//! question. The narrow form, with periods and sources, is the table of states.

use crate::law::cell::{self, State};
use crate::law::{Corpus, standing};

use super::codebook::codebook;

/// The answers on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The day, ISO 8601; empty where no record names a day.
    pub day: String,
    /// Section, id and label of each question, in the order of the codebook.
    pub questions: Vec<[String; 3]>,
    /// Each country with its answers, in the order of the questions.
    pub rows: Vec<(String, Vec<Answered>)>,
}

/// One cell of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The state, or the value of the answer where it is one.
    pub answer: String,
    /// How reliable it is on the day.
    pub standing: &'static str,
}

/// The answers on the day of the edition.
pub(super) fn matrix(corpus: &Corpus) -> Matrix {
    let Some(day) = corpus.settings.edition.or_else(|| corpus.latest_day()) else { return Matrix::default() };
    let section = |id: &str| corpus.sections.get(id).map_or_else(|| id.to_owned(), |section| section.title.to_string());
    let questions = codebook(corpus)
        .map(|question| [section(question.section.as_str()), question.id.to_string(), question.label.to_string()]);
    let rows = corpus.columns.iter().map(|id| {
        let name = corpus.countries.get(id.as_str()).map_or_else(|| id.to_string(), |country| country.name.to_string());
        let answers = codebook(corpus).map(|question| {
            let cell = cell::on(corpus, question, id, day);
            let value = cell.shown.filter(|_| cell.state == State::Value).and_then(|shown| shown.answer.value.value());
            let answer = value.unwrap_or(cell.state.word()).to_owned();
            Answered { answer, standing: standing::of(corpus, question, id, day, &cell).standing.word() }
        });
        (name, answers.collect())
    });
    Matrix { day: day.to_string(), questions: questions.collect(), rows: rows.collect() }
}
