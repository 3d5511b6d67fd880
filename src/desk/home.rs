//! The files into which new findings go: to the answers of the cell, of the section, or of the coder.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::Corpus;
use crate::text::slug;

use super::column::Column;
use super::known::Known;

/// A finding that is added.
#[derive(Clone, Debug)]
pub(super) struct Addition {
    pub(super) row: u32,
    pub(super) country: String,
    pub(super) question: String,
    pub(super) coder: String,
    /// Whether another coder has answered the cell.
    pub(super) is_second_coding: bool,
    /// The words of all columns.
    pub(super) values: Vec<String>,
}

/// A finding that stands in a file, or will.
struct Placed {
    path: String,
    question: String,
    coder: String,
}

/// The file of each new finding, in the order of `additions`.
///
/// It goes to the answers that its coder gave to the question already. Where others alone answered it, it goes into a file
/// of the coder's own. Else it stands where the coder answers the section's other questions alone; in a file named after
/// the question, where each file of the country holds one cell; or in that of the section.
pub(super) fn homes(
    corpus: &Corpus,
    columns: &[Column],
    known: &BTreeMap<String, Vec<Known>>,
    additions: &[Addition],
) -> Vec<String> {
    let mut countries: BTreeMap<&str, Country> = BTreeMap::new();
    for (country, list) in known {
        let place = |known: &Known| Placed {
            path: known.path.clone(),
            question: known.question.clone(),
            coder: known.text(columns, "coder").to_owned(),
        };
        let has_a_file_per_cell = has_a_file_per_cell(list);
        countries.insert(country, Country { placed: list.iter().map(place).collect(), has_a_file_per_cell });
    }
    let mut homes = vec![String::new(); additions.len()];
    // Second codings first: the rest of what their coders answer joins them.
    let (second, first): (Vec<usize>, Vec<usize>) =
        (0..additions.len()).partition(|at| additions[*at].is_second_coding);
    for at in second.into_iter().chain(first) {
        let addition = &additions[at];
        let country = countries.entry(&addition.country).or_default();
        let path = country.home(corpus, addition);
        let (question, coder) = (addition.question.clone(), addition.coder.clone());
        country.placed.push(Placed { path: path.clone(), question, coder });
        homes[at] = path;
    }
    homes
}

/// What a country answers.
#[derive(Default)]
struct Country {
    placed: Vec<Placed>,
    has_a_file_per_cell: bool,
}

impl Country {
    fn home(&self, corpus: &Corpus, addition: &Addition) -> String {
        let section = |question: &str| {
            corpus.questions.get(question).map_or("findings", |question| question.section.as_str()).to_owned()
        };
        let coder = &addition.coder;
        let is_own = |placed: &&Placed| placed.question == addition.question && placed.coder == *coder;
        if let Some(own) = self.placed.iter().rfind(is_own) {
            return own.path.clone();
        }
        let path = |name: &str| format!("content/countries/{}/findings/{name}.md", addition.country);
        let own_section = section(&addition.question);
        let name = if self.has_a_file_per_cell { &addition.question } else { &own_section };
        let is_of_kin = |placed: &&Placed| {
            let is_named = placed.path == path(&slug(coder));
            self.is_of_one(&placed.path, coder) && (is_named || section(&placed.question) == own_section)
        };
        match self.placed.iter().rfind(is_of_kin).filter(|_| !self.has_a_file_per_cell) {
            Some(own) => own.path.clone(),
            None if addition.is_second_coding => path(&format!("{name}-{}", slug(coder))),
            None => path(name),
        }
    }

    /// Whether all answers in the file are this coder's.
    fn is_of_one(&self, path: &str, coder: &str) -> bool {
        self.placed.iter().filter(|placed| placed.path == path).all(|placed| placed.coder == coder)
    }
}

/// Whether a country's answers stand in several files, none of which has two questions.
fn has_a_file_per_cell(known: &[Known]) -> bool {
    let mut cells: BTreeMap<&str, &str> = BTreeMap::new();
    for finding in known {
        if *cells.entry(&finding.path).or_insert(&finding.question) != finding.question {
            return false;
        }
    }
    cells.values().collect::<BTreeSet<_>>().len() > 1
}
