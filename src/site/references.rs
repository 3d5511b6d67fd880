//! What refers to what: computed once, so that no page has to look for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::law::{Citation, Corpus, CountryId, Kind, RestsOn, SourceId, Thing};
use crate::text::{Prose, Target};

use super::address;

type Key = (Kind, Arc<str>);

/// A statement that cites a source, and the place in the source.
pub(super) type Use = (Origin, Option<Arc<str>>);

/// A cell: its question and its country.
pub(super) type CellKey = (Arc<str>, Arc<str>);

/// A place that refers to something: a record, and the anchor on its page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Origin {
    /// The record.
    pub(super) kind: Kind,
    /// Its identity.
    pub(super) id: Arc<str>,
    /// The anchor on its page, as it stands in the address.
    pub(super) anchor: Option<Arc<str>>,
}

impl Origin {
    fn of(kind: Kind, id: &str) -> Origin {
        Origin { kind, id: id.into(), anchor: None }
    }

    fn anchored(kind: Kind, id: &str, anchor: impl Into<Arc<str>>) -> Origin {
        Origin { anchor: Some(anchor.into()), ..Origin::of(kind, id) }
    }

    /// Where it is: path and anchor.
    pub(super) fn place(&self) -> (String, Option<String>) {
        let (path, anchor) = address::of_record(self.kind, &self.id);
        (path, self.anchor.as_ref().map(|a| a.to_string()).or(anchor))
    }
}

/// What refers to what.
#[derive(Debug, Default)]
pub(super) struct References {
    /// Prose that names a record.
    named: BTreeMap<Key, Vec<Origin>>,
    /// Statements that cite a source, and the place in it.
    cited: BTreeMap<Arc<str>, Vec<Use>>,
    /// Conflicts that touch a record.
    touched: BTreeMap<Key, Vec<Arc<str>>>,
    /// Cells that rest on a record: question and country.
    resting: BTreeMap<Key, Vec<CellKey>>,
}

impl References {
    pub(super) fn new(corpus: &Corpus) -> References {
        let mut references = References::default();
        each_prose(corpus, &mut |origin, prose| references.prose(corpus, &origin, prose));
        each_citation(corpus, &mut |origin, citation| {
            let place = (!citation.place.is_empty()).then(|| citation.place.as_str().into());
            references.cited.entry(citation.source.value.as_str().into()).or_default().push((origin, place));
        });
        for conflict in corpus.conflicts.iter() {
            for thing in conflict.touches.iter().filter_map(|t| corpus.resolve(t).ok()) {
                references.touched.entry((thing.kind, thing.id)).or_default().push(conflict.id.as_str().into());
            }
        }
        for finding in &corpus.findings {
            let cell = (finding.question.value.as_str().into(), finding.country.as_str().into());
            for (kind, id) in finding.rests_on.iter().filter_map(rests_on) {
                references.resting.entry((kind, id.into())).or_default().push(cell.clone());
            }
        }
        references.named.values_mut().for_each(|list| (list.sort(), list.dedup()).0);
        references.cited.values_mut().for_each(|list| (list.sort(), list.dedup()).0);
        references.touched.values_mut().for_each(|list| (list.sort(), list.dedup()).0);
        references.resting.values_mut().for_each(|list| (list.sort(), list.dedup()).0);
        references
    }

    fn prose(&mut self, corpus: &Corpus, origin: &Origin, prose: &Prose) {
        for reference in prose.read().0 {
            match reference.target {
                Target::Record(text) => {
                    if let Ok(Thing { kind, id, .. }) = corpus.resolve(&text) {
                        self.named.entry((kind, id)).or_default().push(origin.clone());
                    }
                }
                Target::Source { source, place } => {
                    let place = place.map(Into::into);
                    self.cited.entry(source.into()).or_default().push((origin.clone(), place));
                }
            }
        }
    }

    /// Prose that names the record.
    pub(super) fn naming(&self, kind: Kind, id: &str) -> &[Origin] {
        self.named.get(&(kind, id.into())).map_or(&[], Vec::as_slice)
    }

    /// Statements that cite the source.
    pub(super) fn citing(&self, source: &str) -> &[Use] {
        self.cited.get(source).map_or(&[], Vec::as_slice)
    }

    /// Conflicts that touch the record.
    pub(super) fn conflicts_of(&self, kind: Kind, id: &str) -> &[Arc<str>] {
        self.touched.get(&(kind, id.into())).map_or(&[], Vec::as_slice)
    }

    /// Cells that rest on the record: question and country.
    pub(super) fn cells_on(&self, kind: Kind, id: &str) -> &[CellKey] {
        self.resting.get(&(kind, id.into())).map_or(&[], Vec::as_slice)
    }
}

impl References {
    /// How often a country's records cite a source.
    pub(super) fn sources_by_country(&self, corpus: &Corpus) -> BTreeMap<CountryId, BTreeMap<SourceId, usize>> {
        let mut out: BTreeMap<CountryId, BTreeMap<SourceId, usize>> = BTreeMap::new();
        for (source, uses) in &self.cited {
            let Some(source) = corpus.sources.get(source) else { continue };
            for country in uses.iter().filter_map(|(origin, _)| origin.country(corpus)) {
                *out.entry(country).or_default().entry(source.id.clone()).or_default() += 1;
            }
        }
        out
    }
}

impl Origin {
    /// The country on whose page the statement is shown.
    fn country(&self, corpus: &Corpus) -> Option<CountryId> {
        let id = match self.kind {
            Kind::Country | Kind::Law | Kind::Provision | Kind::Offence | Kind::Amendment => {
                self.id.split('/').next()?
            }
            Kind::Question | Kind::Instrument => self.anchor.as_deref()?,
            _ => return None,
        };
        corpus.countries.get(id).map(|c| c.id.clone())
    }
}

/// The kind and identity of what a finding rests on.
pub(super) fn rests_on(rests_on: &RestsOn) -> Option<(Kind, &str)> {
    match rests_on {
        RestsOn::Provision(id) => Some((Kind::Provision, id.as_str())),
        RestsOn::Law(id) => Some((Kind::Law, id.as_str())),
        RestsOn::Offence(id) => Some((Kind::Offence, id.as_str())),
        RestsOn::Amendment(id) => Some((Kind::Amendment, id.as_str())),
        RestsOn::Instrument(id) => Some((Kind::Instrument, id.as_str())),
        RestsOn::Source(_) => None,
    }
}

/// Calls `see` for every prose of the corpus, with the place where it is shown.
fn each_prose(corpus: &Corpus, see: &mut dyn FnMut(Origin, &Prose)) {
    let mut note = |origin: Origin, prose: &Option<Prose>| prose.iter().for_each(|p| see(origin.clone(), p));
    for action in &corpus.actions {
        let origin = || Origin::anchored(Kind::Instrument, action.instrument.as_str(), action.country.as_str());
        note(origin(), &action.note);
        action.statements.iter().for_each(|s| note(origin(), &s.note));
    }
    for finding in &corpus.findings {
        let origin = || Origin::anchored(Kind::Question, finding.question.as_str(), finding.country.as_str());
        note(origin(), &finding.note);
        note(origin(), &finding.plain);
    }
    for provision in corpus.provisions.iter() {
        for wording in &provision.wordings {
            note(Origin::of(Kind::Provision, provision.id.as_str()), &wording.summary);
        }
    }
    corpus.offences.iter().for_each(|o| note(Origin::of(Kind::Offence, o.id.as_str()), &o.note));
    for amendment in corpus.amendments.iter() {
        amendment.stages.iter().for_each(|s| note(Origin::of(Kind::Amendment, amendment.id.as_str()), &s.note));
    }
    for statistic in &corpus.statistics {
        let anchor = format!("statistic-{}", statistic.id.value);
        note(Origin::anchored(Kind::Country, statistic.country.as_str(), anchor), &statistic.note);
    }
    for instrument in corpus.instruments.iter() {
        instrument.articles.iter().for_each(|a| note(Origin::of(Kind::Instrument, instrument.id.as_str()), &a.summary));
    }
    for question in corpus.questions.iter() {
        note(Origin::of(Kind::Question, question.id.as_str()), &question.include);
        note(Origin::of(Kind::Question, question.id.as_str()), &question.exclude);
    }
    each_body(corpus, see);
}

fn each_body(corpus: &Corpus, see: &mut dyn FnMut(Origin, &Prose)) {
    corpus.countries.iter().for_each(|c| see(Origin::of(Kind::Country, c.id.as_str()), &c.body));
    corpus.instruments.iter().for_each(|i| see(Origin::of(Kind::Instrument, i.id.as_str()), &i.body));
    corpus.laws.iter().for_each(|l| see(Origin::of(Kind::Law, l.id.as_str()), &l.body));
    corpus.provisions.iter().for_each(|p| see(Origin::of(Kind::Provision, p.id.as_str()), &p.body));
    corpus.topics.iter().for_each(|t| see(Origin::of(Kind::Topic, t.id.as_str()), &t.body));
    corpus.sections.iter().for_each(|s| see(Origin::of(Kind::Section, s.id.as_str()), &s.body));
    corpus.sources.iter().for_each(|s| see(Origin::of(Kind::Source, s.id.as_str()), &s.body));
    corpus.terms.iter().for_each(|t| see(Origin::of(Kind::Term, t.id.as_str()), &t.body));
    corpus.pages.iter().for_each(|p| see(Origin::of(Kind::Page, p.id.as_str()), &p.body));
    for question in corpus.questions.iter() {
        see(Origin::of(Kind::Question, question.id.as_str()), &question.body);
        question.answers.iter().for_each(|(_, p)| see(Origin::of(Kind::Question, question.id.as_str()), p));
    }
    for amendment in corpus.amendments.iter() {
        see(Origin::of(Kind::Amendment, amendment.id.as_str()), &amendment.body);
        for element in &amendment.elements {
            let anchor = format!("element-{}", element.id.value);
            see(Origin::anchored(Kind::Amendment, amendment.id.as_str(), anchor), &element.text);
        }
    }
    for gap in &corpus.gaps {
        let origin = || Origin::anchored(Kind::Country, gap.country.as_str(), format!("gap-{}", gap.id.value));
        see(origin(), &gap.text);
        gap.later.iter().for_each(|(text, _)| see(origin(), text));
    }
    for conflict in corpus.conflicts.iter() {
        let origin = || Origin::of(Kind::Conflict, conflict.id.as_str());
        see(origin(), &conflict.reason);
        see(origin(), &conflict.body);
        conflict.sides.iter().for_each(|s| see(origin(), &s.says));
    }
}

/// Calls `see` for every citation of the corpus outside prose, with the place where it is shown.
fn each_citation(corpus: &Corpus, see: &mut dyn FnMut(Origin, &Citation)) {
    for action in &corpus.actions {
        let origin = || Origin::anchored(Kind::Instrument, action.instrument.as_str(), action.country.as_str());
        action.statements.iter().for_each(|s| see(origin(), &s.citation));
    }
    for absence in &corpus.absences {
        see(
            Origin::anchored(Kind::Instrument, absence.instrument.as_str(), absence.country.as_str()),
            &absence.citation,
        );
    }
    // What was computed from treaty actions is cited there.
    for finding in corpus.findings.iter().filter(|f| f.coder != crate::law::status::COMPUTED) {
        let origin = Origin::anchored(Kind::Question, finding.question.as_str(), finding.country.as_str());
        see(origin, &finding.citation);
    }
    for law in corpus.laws.iter() {
        law.citations.iter().for_each(|c| see(Origin::of(Kind::Law, law.id.as_str()), c));
        law.repeal.iter().for_each(|r| see(Origin::of(Kind::Law, law.id.as_str()), &r.citation));
    }
    for provision in corpus.provisions.iter() {
        provision.wordings.iter().for_each(|w| see(Origin::of(Kind::Provision, provision.id.as_str()), &w.citation));
    }
    corpus.offences.iter().for_each(|o| see(Origin::of(Kind::Offence, o.id.as_str()), &o.citation));
    for amendment in corpus.amendments.iter() {
        amendment.stages.iter().for_each(|s| see(Origin::of(Kind::Amendment, amendment.id.as_str()), &s.citation));
        for element in &amendment.elements {
            let anchor = format!("element-{}", element.id.value);
            see(Origin::anchored(Kind::Amendment, amendment.id.as_str(), anchor), &element.citation);
        }
    }
    for statistic in &corpus.statistics {
        let anchor = format!("statistic-{}", statistic.id.value);
        see(Origin::anchored(Kind::Country, statistic.country.as_str(), anchor), &statistic.citation);
    }
    for gap in &corpus.gaps {
        let origin = || Origin::anchored(Kind::Country, gap.country.as_str(), format!("gap-{}", gap.id.value));
        see(origin(), &gap.citation);
        gap.later.iter().for_each(|(_, c)| see(origin(), c));
    }
    for instrument in corpus.instruments.iter() {
        let origin = || Origin::of(Kind::Instrument, instrument.id.as_str());
        instrument.citations.iter().for_each(|c| see(origin(), c));
        instrument.entry.iter().for_each(|e| see(origin(), &e.citation));
        instrument.articles.iter().filter_map(|a| a.citation.as_ref()).for_each(|c| see(origin(), c));
    }
    for term in corpus.terms.iter() {
        term.citation.iter().for_each(|c| see(Origin::of(Kind::Term, term.id.as_str()), c));
    }
    for conflict in corpus.conflicts.iter() {
        conflict.sides.iter().for_each(|s| see(Origin::of(Kind::Conflict, conflict.id.as_str()), &s.citation));
    }
}
