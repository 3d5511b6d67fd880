//! The views of the matrix, of one section of it, and of the page on which a reader collects answers.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::link::Link;
use super::prose::Prose;
use super::strip::StripGrid;

/// Templates `matrix` (questions × countries) and `matrix-transposed` (countries × questions): the matrix on a day.
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    /// The columns.
    pub countries: Vec<Link>,
    /// The ids of the columns.
    pub ids: Vec<String>,
    /// The ids of those columns that are regions.
    pub regions: Vec<String>,
    /// The sections.
    pub sections: Vec<MatrixSection>,
    /// The states that occur, for the legend.
    pub states: Vec<&'static str>,
    /// The values of scales and choices that occur, for the filter.
    pub values: Vec<GradedValue>,
    /// The standings that occur, for the legend.
    pub standings: Vec<&'static str>,
    /// Address of the transposed matrix; empty for a part of the matrix on another page.
    pub other_way: String,
}

/// A value of a question that defines its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GradedValue {
    /// Its key in the filter.
    pub key: String,
    /// The value as it is printed.
    pub value: String,
    /// Its style class, as in `Cell`.
    pub step: &'static str,
}

/// A section of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixSection {
    /// Anchor on the page.
    pub id: String,
    /// Id of the section, which the scripts of the matrix write into addresses.
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
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// For each cell the number of its answer: equal numbers mean equal answers. 0: the cell has no answer that could
    /// be compared.
    pub says: Vec<usize>,
}

/// Template `sheet`: the answers that a reader collects. A script fills the page.
#[derive(Clone, Debug, Serialize)]
pub struct Collection {
    /// The matrix, where answers can be collected.
    pub matrix: String,
    /// The list of comparisons of countries and sections.
    pub comparisons: String,
}

/// Template `section`.
#[derive(Clone, Debug, Serialize)]
pub struct SectionPage {
    /// Its id.
    pub id: String,
    /// Its introduction.
    pub body: Prose,
    /// Its part of the matrix.
    pub matrix: Matrix,
    /// Its cells through the years; `None` if nothing in them has a day, or if too many countries are compared.
    pub strips: Option<StripGrid>,
    /// The section before it.
    pub previous: Option<Link>,
    /// The section after it.
    pub next: Option<Link>,
}
