//! The views of the matrix, of one section of it, and of the page on which a reader collects answers.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::link::Link;
use super::prose::Prose;

/// `matrix` (questions × countries) and `matrix-transposed` (countries × questions), on a day
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    /// The countries.
    pub countries: Vec<Link>,
    /// Their ids.
    pub ids: Vec<String>,
    /// The ids of those that are regions.
    pub regions: Vec<String>,
    /// The sections.
    pub sections: Vec<MatrixSection>,
    /// The states that occur, for the legend.
    pub states: Vec<&'static str>,
    /// The answers of scales and choices that occur, for the filter.
    pub values: Vec<GradedValue>,
    /// The standings that occur, for the legend.
    pub standings: Vec<&'static str>,
    /// The other way round; empty where there is none (a slice on another page).
    pub other_way: String,
}

/// An answer of a scale or a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GradedValue {
    /// What the filter calls it.
    pub key: String,
    /// The answer.
    pub value: String,
    /// Its class, as in a cell.
    pub step: &'static str,
}

/// A section of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixSection {
    /// Anchor.
    pub id: String,
    /// Id of the section, which the tools of the matrix write into addresses.
    pub section: String,
    /// Title.
    pub title: TaggedText,
    /// Rows: a question and a cell for each country.
    pub rows: Vec<MatrixRow>,
}

/// A row of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The question's page; the text is its label.
    pub question: Link,
    /// Its id.
    pub id: String,
    /// Its wording.
    pub wording: TaggedText,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// One for each country.
    pub cells: Vec<Cell>,
    /// For each cell the number of its answer: cells with the same number give the same one. 0: the cell gives none
    /// that could be compared.
    pub says: Vec<usize>,
}

/// `sheet`: what a reader collects; the script fills it.
#[derive(Clone, Debug, Serialize)]
pub struct Collection {
    /// The matrix, where answers are collected.
    pub matrix: String,
    /// Where two countries stand side by side.
    pub comparisons: String,
}

/// `section`
#[derive(Clone, Debug, Serialize)]
pub struct SectionPage {
    /// Its id.
    pub id: String,
    /// Its words.
    pub body: Prose,
    /// Its part of the matrix.
    pub matrix: Matrix,
    /// The section before it.
    pub previous: Option<Link>,
    /// The section after it.
    pub next: Option<Link>,
}
