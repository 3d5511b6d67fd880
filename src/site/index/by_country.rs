//! The positions of each country's records in the corpus, so that a page about one country does not scan the records of
//! all. They are in the order of the corpus.

use std::collections::BTreeMap;

use crate::law::{Corpus, CountryId};

/// Positions of records in a list of the corpus, by country.
#[derive(Debug, Default)]
pub struct Places(BTreeMap<CountryId, Vec<usize>>);

impl Places {
    fn new<T>(all: &[T], country: impl Fn(&T) -> &CountryId) -> Places {
        let mut places: BTreeMap<CountryId, Vec<usize>> = BTreeMap::new();
        for (at, record) in all.iter().enumerate() {
            places.entry(country(record).clone()).or_default().push(at);
        }
        Places(places)
    }

    /// The country's records in `all`, which must be the list for which the positions were found.
    pub fn of<'r, T>(&self, all: &'r [T], country: &CountryId) -> impl Iterator<Item = &'r T> + Clone + use<'r, '_, T> {
        self.0.get(country).map_or(&[][..], Vec::as_slice).iter().map(|at| &all[*at])
    }
}

/// The positions of each country's records, by kind.
#[derive(Debug, Default)]
pub struct ByCountry {
    pub actions: Places,
    pub laws: Places,
    pub offences: Places,
    pub amendments: Places,
    pub gaps: Places,
    pub observations: Places,
    pub statistics: Places,
    pub changes: Places,
}

impl ByCountry {
    pub fn new(corpus: &Corpus) -> ByCountry {
        ByCountry {
            actions: Places::new(&corpus.actions, |action| &action.country),
            laws: Places::new(corpus.laws.rows(), |law| &law.country),
            offences: Places::new(corpus.offences.rows(), |offence| &offence.country),
            amendments: Places::new(corpus.amendments.rows(), |amendment| &amendment.country),
            gaps: Places::new(&corpus.gaps, |gap| &gap.country),
            observations: Places::new(&corpus.observations, |observation| &observation.country),
            statistics: Places::new(&corpus.statistics, |statistic| &statistic.country),
            changes: Places::new(&corpus.changes, |change| &change.country),
        }
    }
}
