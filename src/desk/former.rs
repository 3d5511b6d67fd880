//! Former ids in a sheet: a sheet that went out before a record was renamed comes back with the id of that time.
//!
//! The words of a cell become present ids before they are compared or written, and a finding is known under the checksums
//! that it had when its records had their former ids.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::form::FieldType;
use crate::law::{Corpus, Kind, RestsOn};

use super::column::Column;
use super::known::{Known, sum_of};

/// The most checksums of one finding. More than eight renamed records in one finding are not looked for.
const MOST_SUMS: usize = 256;

/// The kinds of records that the cells of a column name; none for other columns.
fn kinds(column: &Column) -> Vec<Kind> {
    match column.field.holds {
        FieldType::Id(kind) | FieldType::Ids(kind) | FieldType::IdOrIds(kind) => {
            Kind::parse(kind).into_iter().collect()
        }
        FieldType::AnyIds => RestsOn::KINDS.to_vec(),
        _ => Vec::new(),
    }
}

/// The words of a cell with present ids in place of former ones.
pub(super) fn present(corpus: &Corpus, column: &Column, words: &str) -> String {
    let kinds = kinds(column);
    if kinds.is_empty() || corpus.aliases.is_empty() {
        return words.to_owned();
    }
    let ids = column.values(words);
    let ids: Vec<String> = ids.iter().map(|id| corpus.present_reference(&kinds, id).into_owned()).collect();
    column.joined(&ids)
}

/// The former ids of all records.
pub(super) struct FormerIds<'c> {
    corpus: &'c Corpus,
    by_present: BTreeMap<(Kind, &'c Arc<str>), Vec<&'c Arc<str>>>,
}

impl<'c> FormerIds<'c> {
    pub(super) fn of(corpus: &'c Corpus) -> FormerIds<'c> {
        let mut by_present: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for ((kind, former), now) in &corpus.aliases {
            by_present.entry((*kind, now)).or_default().push(former);
        }
        FormerIds { corpus, by_present }
    }

    /// The findings of a site with present ids, each under the checksums that it has and had.
    pub(super) fn apply(&self, known: &mut BTreeMap<String, Vec<Known>>, columns: &[Column]) {
        if self.by_present.is_empty() {
            return;
        }
        for finding in known.values_mut().flatten() {
            let question = self.corpus.present_id(Kind::Question, &finding.question).to_owned();
            let words = columns.iter().zip(&finding.values);
            let values: Vec<String> = words.map(|(column, words)| present(self.corpus, column, words)).collect();
            let raw = std::mem::take(&mut finding.sums);
            finding.sums = raw.into_iter().chain(self.sums(&question, columns, &values)).collect();
            (finding.question, finding.values) = (question, values);
        }
    }

    /// The checksums of a finding with these words: as it is, and with each former id that one of its records had.
    pub(super) fn sums(&self, question: &str, columns: &[Column], values: &[String]) -> Vec<String> {
        let questions = self.variants(&[Kind::Question], question);
        let mut all: Vec<Vec<String>> = vec![Vec::new()];
        for (column, words) in columns.iter().zip(values) {
            let cells = self.cells(column, words);
            all.truncate((MOST_SUMS / cells.len()).max(1));
            let with = |cells: &[String], cell: &String| [cells, std::slice::from_ref(cell)].concat();
            all = all.iter().flat_map(|before| cells.iter().map(|cell| with(before, cell))).collect();
        }
        let sums = questions.iter().flat_map(|question| all.iter().map(|values| sum_of(question, columns, values)));
        sums.collect()
    }

    /// The words of a cell as they are, and with former ids.
    fn cells(&self, column: &Column, words: &str) -> Vec<String> {
        let kinds = kinds(column);
        if kinds.is_empty() || self.by_present.is_empty() {
            return vec![words.to_owned()];
        }
        let mut lists: Vec<Vec<String>> = vec![Vec::new()];
        for id in column.values(words) {
            let variants = self.variants(&kinds, &id);
            lists.truncate((MOST_SUMS / variants.len()).max(1));
            let with = |ids: &[String], id: &String| [ids, std::slice::from_ref(id)].concat();
            lists = lists.iter().flat_map(|before| variants.iter().map(|id| with(before, id))).collect();
        }
        lists.iter().map(|ids| column.joined(ids)).collect()
    }

    /// A reference, and the same with each former id.
    fn variants(&self, kinds: &[Kind], text: &str) -> Vec<String> {
        let (word, id) = text.split_once(':').map_or(("", text), |(word, id)| (word, id));
        let (id, part) = id.split_once('#').map_or((id, None), |(id, part)| (id, Some(part)));
        let id = Arc::from(id);
        let former = kinds.iter().filter_map(|kind| self.by_present.get(&(*kind, &id))).flatten();
        let colon = if word.is_empty() { "" } else { ":" };
        let part = part.map(|part| format!("#{part}")).unwrap_or_default();
        let former = former.map(|former| format!("{word}{colon}{former}{part}"));
        std::iter::once(text.to_owned()).chain(former).collect()
    }
}
