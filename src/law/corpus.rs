//! The corpus: all records, in one order, each reference leading somewhere.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::{
    Absence, Action, Amendment, Change, Conflict, Country, CountryId, Day, Finding, Gap, Instrument, InstrumentId,
    Kind, Law, LawId, Module, Observation, Offence, Page, Provision, Question, QuestionId, Rendering, Section,
    Settings, Source, Statistic, Term, Topic,
};

/// A record as it was read from a file, before anybody knows the others.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant holds the record of its name")]
pub enum Record {
    Country(Country),
    Instrument(Instrument),
    Action(Action),
    Absence(Absence),
    Law(Law),
    Provision(Provision),
    Offence(Offence),
    Amendment(Amendment),
    Topic(Topic),
    Section(Section),
    Question(Question),
    Finding(Finding),
    Change(Change),
    Source(Source),
    Statistic(Statistic),
    Gap(Gap),
    Observation(Observation),
    Term(Term),
    Conflict(Conflict),
    Page(Page),
    Module(Module),
    /// A record whose file could not be read: nothing is known of it but that it is there.
    Unread {
        kind: Kind,
        id: Arc<str>,
    },
}

impl Record {
    /// What every record carries, to be changed while it is read.
    pub fn head_mut(&mut self) -> Option<&mut super::Head> {
        Some(match self {
            Record::Country(r) => &mut r.head,
            Record::Instrument(r) => &mut r.head,
            Record::Action(r) => &mut r.head,
            Record::Absence(r) => &mut r.head,
            Record::Law(r) => &mut r.head,
            Record::Provision(r) => &mut r.head,
            Record::Offence(r) => &mut r.head,
            Record::Amendment(r) => &mut r.head,
            Record::Topic(r) => &mut r.head,
            Record::Section(r) => &mut r.head,
            Record::Question(r) => &mut r.head,
            Record::Finding(r) => &mut r.head,
            Record::Change(r) => &mut r.head,
            Record::Source(r) => &mut r.head,
            Record::Statistic(r) => &mut r.head,
            Record::Gap(r) => &mut r.head,
            Record::Observation(r) => &mut r.head,
            Record::Term(r) => &mut r.head,
            Record::Conflict(r) => &mut r.head,
            Record::Page(r) => &mut r.head,
            Record::Module(r) => &mut r.head,
            Record::Unread { .. } => return None,
        })
    }
}

/// A record that a reference leads to: its kind, its identity, and the anchor within it, if one was named and exists
/// (the key of an instrument's article, the identity of an amendment's element, a country on a question's page, the
/// identity of a module's handout or exercise).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing {
    /// Which kind.
    pub kind: Kind,
    /// Its identity.
    pub id: Arc<str>,
    /// The anchor.
    pub anchor: Option<Arc<str>>,
}

/// What has an identity.
pub trait Identified {
    /// The identity as text.
    fn identity(&self) -> &str;
}

macro_rules! identified {
    ($($type:ty),*) => {$(
        impl Identified for $type {
            fn identity(&self) -> &str {
                self.id.as_str()
            }
        }
    )*};
}

identified!(
    Country, Instrument, Law, Provision, Offence, Amendment, Topic, Section, Question, Source, Term, Conflict, Page,
    Module
);

/// Records of one kind in the order of their identities.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<T>,
    /// Where each identity stands. It is asked for one at a time and never gone through, so its order does not matter.
    places: HashMap<Box<str>, usize, FxBuildHasher>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { rows: Vec::new(), places: HashMap::default() }
    }
}

impl<T: Identified> Table<T> {
    /// Puts the records in order. The caller has made sure that no identity comes twice.
    pub fn new(mut rows: Vec<T>) -> Table<T> {
        rows.sort_by(|a, b| a.identity().cmp(b.identity()));
        let places = rows.iter().enumerate().map(|(at, row)| (row.identity().into(), at)).collect();
        Table { rows, places }
    }

    /// The record with this identity.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.position(id).map(|at| &self.rows[at])
    }

    /// Its position in the order of identities.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// All records in the order of their identities.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// All records in the order of their identities.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Changes each record; its identity must stay.
    pub(super) fn each_mut(&mut self, change: impl FnMut(&mut T)) {
        self.rows.iter_mut().for_each(change);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Where the findings of each cell stand, by question and country. Two levels, so that a cell is found without a key
/// being made for it.
#[derive(Clone, Debug, Default)]
pub struct Cells(BTreeMap<QuestionId, BTreeMap<CountryId, Range<usize>>>);

impl Cells {
    /// Where the findings of one cell stand.
    pub fn get(&self, question: &QuestionId, country: &CountryId) -> Option<Range<usize>> {
        self.0.get(question)?.get(country).cloned()
    }

    /// Adds a cell, or says anew where its findings stand.
    pub(crate) fn insert(&mut self, question: QuestionId, country: CountryId, range: Range<usize>) {
        self.0.entry(question).or_default().insert(country, range);
    }

    /// All cells by question and country.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &CountryId, Range<usize>)> {
        self.0.iter().flat_map(|(question, cells)| cells.iter().map(move |(c, range)| (question, c, range.clone())))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.values().map(BTreeMap::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The law: all records, each reference leading somewhere. It is made by `Corpus::assemble`, which reports and leaves
/// out what leads nowhere, so that later stages need no checks of their own.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The configuration.
    pub settings: Settings,
    /// Jurisdictions.
    pub countries: Table<Country>,
    /// The countries that are compared, in the order of the columns: as the configuration names them, then by name;
    /// regions last.
    pub columns: Vec<CountryId>,
    /// Treaties and standards.
    pub instruments: Table<Instrument>,
    /// Treaty actions, by country, instrument, kind and number.
    pub actions: Vec<Action>,
    /// Tables without an entry, by country, instrument and day.
    pub absences: Vec<Absence>,
    /// Laws.
    pub laws: Table<Law>,
    /// Provisions.
    pub provisions: Table<Provision>,
    /// Punished conduct.
    pub offences: Table<Offence>,
    /// Amendments.
    pub amendments: Table<Amendment>,
    /// Topics.
    pub topics: Table<Topic>,
    /// Sections of the codebook.
    pub sections: Table<Section>,
    /// Questions.
    pub questions: Table<Question>,
    /// Questions in the order of the codebook: by section and place.
    pub codebook: Vec<QuestionId>,
    /// Findings by question, country and place in the files. Those that were computed from treaty actions are among
    /// them (see [`super::status::findings`]).
    pub findings: Vec<Finding>,
    /// Where the findings of a cell stand in `findings`.
    pub cells: Cells,
    /// Changes of cells.
    pub changes: Vec<Change>,
    /// Sources.
    pub sources: Table<Source>,
    /// Figures, by country and identity.
    pub statistics: Vec<Statistic>,
    /// Gaps, by country and identity.
    pub gaps: Vec<Gap>,
    /// Observations, by country and place in its file.
    pub observations: Vec<Observation>,
    /// The glossary.
    pub terms: Table<Term>,
    /// Disagreements.
    pub conflicts: Table<Conflict>,
    /// Pages of prose.
    pub pages: Table<Page>,
    /// Training modules.
    pub modules: Table<Module>,
    /// The words on the home page.
    pub home: Option<Page>,
    /// What of it is in its language, where that is not the site's first.
    pub rendering: Option<Rendering>,
    /// Former identities: kind and old identity, and the identity that it has now.
    pub aliases: BTreeMap<(Kind, Arc<str>), Arc<str>>,
}

impl Corpus {
    /// The findings of a cell, computed ones included, in the order of the files.
    pub fn findings_of(&self, question: &QuestionId, country: &CountryId) -> &[Finding] {
        self.cells.get(question, country).map_or(&[], |range| &self.findings[range])
    }

    /// The actions of one country towards one instrument.
    pub fn actions_of(&self, country: &CountryId, instrument: &InstrumentId) -> &[Action] {
        range_of(&self.actions, |action| {
            (action.country.as_str(), action.instrument.value.as_str()).cmp(&(country.as_str(), instrument.as_str()))
        })
    }

    /// All actions of one country.
    pub fn actions_by(&self, country: &CountryId) -> &[Action] {
        range_of(&self.actions, |action| action.country.cmp(country))
    }

    /// The absences of one country from one instrument's tables.
    pub fn absences_of(&self, country: &CountryId, instrument: &InstrumentId) -> &[Absence] {
        range_of(&self.absences, |absence| {
            (absence.country.as_str(), absence.instrument.value.as_str()).cmp(&(country.as_str(), instrument.as_str()))
        })
    }

    /// The provisions of one law, in the order of their identities.
    pub fn provisions_of(&self, law: &LawId) -> &[Provision] {
        range_of(self.provisions.rows(), |provision| provision.law.cmp(law))
    }

    /// The latest day that any record names: today, where nobody says what day it is.
    pub fn latest_day(&self) -> Option<Day> {
        let sources = self.sources.iter().flat_map(|s| [&s.accessed, &s.stored]).flatten();
        let findings = self.findings.iter().map(|f| &f.observed.value);
        let statements = self.actions.iter().flat_map(|a| &a.statements).filter_map(|s| s.date());
        let wordings = self.provisions.iter().flat_map(|p| &p.wordings).filter_map(|w| w.period.from.as_ref());
        sources.chain(findings).chain(statements).chain(wordings).filter_map(|d| d.latest().or(d.earliest())).max()
    }

    /// Whether a statement on an action is recorded: its source is a depositary's, and the act one that is deposited.
    pub fn records_act(&self, action: &Action, statement: &super::Statement) -> bool {
        action.kind.value.is_deposited() && self.records(&statement.citation)
    }

    /// Whether what is cited on treaty actions is recorded (the depositary's) and not only reported.
    pub fn records(&self, citation: &super::Citation) -> bool {
        self.tier(citation) == Some(super::Tier::Depositary)
    }

    /// How near to the law the cited place stands: its own tier, else that of its source.
    pub fn tier(&self, citation: &super::Citation) -> Option<super::Tier> {
        citation.tier.or_else(|| self.sources.get(citation.source.as_str())?.tier)
    }
}

/// The stretch of `rows`, which are in order, for which `order` is `Equal`.
fn range_of<T>(rows: &[T], order: impl Fn(&T) -> std::cmp::Ordering) -> &[T] {
    let start = rows.partition_point(|row| order(row).is_lt());
    let end = rows.partition_point(|row| order(row).is_le());
    &rows[start..end]
}
