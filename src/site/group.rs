//! The groups of the configuration: which countries are set side by side.

use std::collections::BTreeSet;

use crate::law::{self, Corpus, CountryId};

/// All pairs of countries that some group of the configuration names, each once and in the order of the columns. A
/// country that is not compared has none.
pub(super) fn pairs(corpus: &Corpus) -> Vec<(&CountryId, &CountryId)> {
    let groups = corpus.settings.groups.iter().map(|group| members(corpus, group));
    let found: BTreeSet<(usize, usize)> = groups.flat_map(|list| pairs_within(&list)).collect();
    found.into_iter().map(|(a, b)| (&corpus.columns[a], &corpus.columns[b])).collect()
}

/// The columns of a group's countries, in order.
pub(super) fn members(corpus: &Corpus, group: &law::Group) -> Vec<usize> {
    let column = |id: &CountryId| corpus.columns.iter().position(|c| c == id);
    let found: BTreeSet<usize> = group.countries.iter().filter_map(|id| column(&id.value)).collect();
    found.into_iter().collect()
}

fn pairs_within(list: &[usize]) -> Vec<(usize, usize)> {
    list.iter().enumerate().flat_map(|(n, a)| list[n + 1..].iter().map(move |b| (*a, *b))).collect()
}
