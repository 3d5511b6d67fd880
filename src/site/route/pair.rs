//! Pairs that are compared: countries of the configuration's groups, and published days.

use std::collections::BTreeSet;

use crate::law::{self, Corpus, CountryId, Day};

/// All pairs of countries within the configuration's groups, each once and in column order. Countries that are not
/// compared are in no pair.
pub fn pairs(corpus: &Corpus) -> Vec<(&CountryId, &CountryId)> {
    let groups = corpus.settings.groups.iter().map(|group| members(corpus, group));
    let found: BTreeSet<(usize, usize)> = groups.flat_map(|list| pairs_within(&list)).collect();
    found.into_iter().map(|(a, b)| (&corpus.columns[a], &corpus.columns[b])).collect()
}

/// The column numbers of a group's countries, in ascending order.
pub fn members(corpus: &Corpus, group: &law::Group) -> Vec<usize> {
    let column = |id: &CountryId| corpus.columns.iter().position(|c| c == id);
    let found: BTreeSet<usize> = group.countries.iter().filter_map(|id| column(&id.value)).collect();
    found.into_iter().collect()
}

fn pairs_within(list: &[usize]) -> Vec<(usize, usize)> {
    list.iter().enumerate().flat_map(|(n, a)| list[n + 1..].iter().map(move |b| (*a, *b))).collect()
}

/// If comparing every two published days makes at most this many pages, all are made; else only neighbouring days are
/// compared, and each day with the main view.
const MOST_PAIRS_OF_DAYS: usize = 120;

/// Two compared days, the earlier first; `None` is the day of the main views.
pub type DayPair = (Day, Option<Day>);

/// The compared pairs of published days, in chronological order.
pub fn day_pairs(days: &[Day]) -> Vec<DayPair> {
    let points: Vec<Option<Day>> = days.iter().copied().map(Some).chain([None]).collect();
    let all = days.len() * (days.len() + 1) / 2 <= MOST_PAIRS_OF_DAYS;
    let mut pairs = Vec::new();
    for (at, first) in days.iter().enumerate() {
        let others = points[at + 1..].iter().enumerate();
        let wanted = others.filter(|(n, last)| all || *n == 0 || last.is_none());
        pairs.extend(wanted.map(|(_, last)| (*first, *last)));
    }
    pairs
}

/// Whether no published day lies between the two days of a pair.
pub fn are_neighbours(days: &[Day], pair: &DayPair) -> bool {
    days.iter().copied().find(|day| *day > pair.0).is_none_or(|next| Some(next) == pair.1)
}
