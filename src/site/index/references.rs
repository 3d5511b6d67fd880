//! Backlinks: what refers to each record. They are computed once, so that no page has to search for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::law::{Corpus, CountryId, Kind, RecordRef, RestsOn, SourceId, walk};
use crate::text::{Prose, Target};

/// A list for each record. Two map levels, so that a look-up needs no owned key.
type Of<T> = BTreeMap<Kind, BTreeMap<Arc<str>, Vec<T>>>;

/// A statement that cites a source, and the cited place.
pub type Use = (RecordRef, Option<Arc<str>>);

/// A cell: the ids of its question and its country.
pub type CellKey = (Arc<str>, Arc<str>);

/// Everything that refers to something.
#[derive(Debug, Default)]
pub struct References {
    /// Texts, and parts of modules, that reference a record.
    named: Of<RecordRef>,
    /// Statements that cite a source, with the cited place.
    cited: BTreeMap<Arc<str>, Vec<Use>>,
    /// Positions, in `cited`, of the statements of one country that cite a source.
    cited_in: BTreeMap<Arc<str>, BTreeMap<CountryId, Vec<usize>>>,
    /// Conflicts that concern a record.
    touched: Of<Arc<str>>,
    /// Cells whose findings rest on a record.
    resting: Of<CellKey>,
}

impl References {
    pub fn new(corpus: &Corpus) -> References {
        let mut references = References::default();
        walk::each_prose(corpus, &mut |origin, prose| references.prose(corpus, &origin, prose));
        walk::each_citation(corpus, &mut |origin, citation| {
            let place = (!citation.place.is_empty()).then(|| citation.place.as_str().into());
            references.cited.entry(citation.source.value.as_str().into()).or_default().push((origin, place));
        });
        walk::each_named(corpus, &mut |origin, record_ref| match record_ref.kind {
            Kind::Source => references.cited.entry(record_ref.id).or_default().push((origin, None)),
            kind => add(&mut references.named, kind, record_ref.id, origin),
        });
        for conflict in corpus.conflicts.iter() {
            for record_ref in conflict.touches.iter().filter_map(|t| corpus.resolve(t).ok()) {
                add(&mut references.touched, record_ref.kind, record_ref.id, conflict.id.as_str().into());
            }
        }
        for finding in &corpus.findings {
            let cell = (finding.question.value.as_str().into(), finding.country.as_str().into());
            for (kind, id) in finding.rests_on.iter().filter_map(rests_on) {
                add(&mut references.resting, kind, id.into(), cell.clone());
            }
        }
        references.cited.values_mut().for_each(set);
        references.cited_in =
            references.cited.iter().map(|(source, uses)| (source.clone(), by_country(uses, corpus))).collect();
        references.named.values_mut().flat_map(BTreeMap::values_mut).for_each(set);
        references.touched.values_mut().flat_map(BTreeMap::values_mut).for_each(set);
        references.resting.values_mut().flat_map(BTreeMap::values_mut).for_each(set);
        references
    }

    fn prose(&mut self, corpus: &Corpus, origin: &RecordRef, prose: &Prose) {
        for reference in prose.refs() {
            match &reference.target {
                Target::Record(text) => {
                    if let Ok(RecordRef { kind, id, .. }) = corpus.resolve(text) {
                        add(&mut self.named, kind, id, origin.clone());
                    }
                }
                Target::Source { source, place } => {
                    let place = place.as_deref().map(Into::into);
                    self.cited.entry(corpus.source_id(source).into()).or_default().push((origin.clone(), place));
                }
            }
        }
    }

    /// Texts, and parts of modules, that reference the record.
    pub fn naming(&self, kind: Kind, id: &str) -> &[RecordRef] {
        of(&self.named, kind, id)
    }

    /// Statements that cite the source.
    pub fn citing(&self, source: &str) -> &[Use] {
        self.cited.get(source).map_or(&[], Vec::as_slice)
    }

    /// Statements of one country that cite the source.
    pub fn citing_in(&self, source: &str, country: &CountryId) -> impl Iterator<Item = &Use> {
        let places = self.cited_in.get(source).and_then(|of_source| of_source.get(country));
        places.into_iter().flatten().map(|at| &self.citing(source)[*at])
    }

    /// Each statement that cites a source, with the id of the source.
    pub fn uses(&self) -> impl Iterator<Item = (&str, &RecordRef)> {
        self.cited.iter().flat_map(|(source, uses)| uses.iter().map(move |(origin, _)| (&**source, origin)))
    }

    /// Conflicts that concern the record.
    pub fn conflicts_of(&self, kind: Kind, id: &str) -> &[Arc<str>] {
        of(&self.touched, kind, id)
    }

    /// Cells whose findings rest on the record.
    pub fn cells_on(&self, kind: Kind, id: &str) -> &[CellKey] {
        of(&self.resting, kind, id)
    }
}

impl References {
    /// How often the records of each country cite a source.
    pub fn sources_by_country(&self, corpus: &Corpus) -> BTreeMap<CountryId, BTreeMap<SourceId, usize>> {
        let mut out: BTreeMap<CountryId, BTreeMap<SourceId, usize>> = BTreeMap::new();
        for (source, countries) in &self.cited_in {
            let Some(source) = corpus.sources.get(source) else { continue };
            for (country, uses) in countries {
                out.entry(country.clone()).or_default().insert(source.id.clone(), uses.len());
            }
        }
        out
    }
}

/// Positions of statements, by the country on whose page they are shown.
fn by_country(uses: &[Use], corpus: &Corpus) -> BTreeMap<CountryId, Vec<usize>> {
    let mut places: BTreeMap<CountryId, Vec<usize>> = BTreeMap::new();
    for (at, (origin, _)) in uses.iter().enumerate() {
        if let Some(country) = country_of(origin, corpus) {
            places.entry(country).or_default().push(at);
        }
    }
    places
}

fn add<T>(lists: &mut Of<T>, kind: Kind, id: Arc<str>, one: T) {
    lists.entry(kind).or_default().entry(id).or_default().push(one);
}

fn of<'l, T>(lists: &'l Of<T>, kind: Kind, id: &str) -> &'l [T] {
    lists.get(&kind).and_then(|of_kind| of_kind.get(id)).map_or(&[], Vec::as_slice)
}

/// Sorts a list and removes duplicates.
fn set<T: Ord>(list: &mut Vec<T>) {
    list.sort();
    list.dedup();
    list.shrink_to_fit();
}

/// The country on whose page the statement is shown.
pub fn country_of(record_ref: &RecordRef, corpus: &Corpus) -> Option<CountryId> {
    let id = match record_ref.kind {
        Kind::Country | Kind::Law | Kind::Provision | Kind::Offence | Kind::Amendment => {
            record_ref.id.split('/').next()?
        }
        Kind::Question | Kind::Instrument => record_ref.anchor.as_deref()?,
        _ => return None,
    };
    corpus.countries.get(id).map(|c| c.id.clone())
}

/// The record on which a finding rests, with the paragraph where it names one; `None` for a source.
pub fn basis(basis: &RestsOn) -> Option<RecordRef> {
    let anchor = match basis {
        RestsOn::Provision(_, part) => part.clone(),
        _ => None,
    };
    rests_on(basis).map(|(kind, id)| RecordRef { kind, id: id.into(), anchor })
}

/// Kind and id of the record on which a finding rests; `None` for a source.
pub fn rests_on(rests_on: &RestsOn) -> Option<(Kind, &str)> {
    match rests_on {
        RestsOn::Provision(id, _) => Some((Kind::Provision, id.as_str())),
        RestsOn::Law(id) => Some((Kind::Law, id.as_str())),
        RestsOn::Offence(id) => Some((Kind::Offence, id.as_str())),
        RestsOn::Amendment(id) => Some((Kind::Amendment, id.as_str())),
        RestsOn::Instrument(id) => Some((Kind::Instrument, id.as_str())),
        RestsOn::Source(_) => None,
    }
}
