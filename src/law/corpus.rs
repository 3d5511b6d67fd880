//! The corpus: all records in a fixed order, with all references resolved.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::text::paragraph_address;

use super::excluded::Excluded;
use super::law_change::LawChanges;
use super::table_day::TableDays;
use super::{
    Absence, Action, Amendment, Change, CompleteTable, Conflict, Country, CountryId, Day, Finding, Gap, Handout, Head,
    Instrument, InstrumentId, Kind, Law, LawId, Module, Named, Observation, Offence, Page, PageKind, Provision,
    Question, QuestionId, Record, Rendering, Section, Settings, Source, Statistic, Term, Topic,
};

/// The target of a reference: a record, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordRef {
    /// The kind of the record.
    pub kind: Kind,
    /// The id of the record.
    pub id: Arc<str>,
    /// The part named behind `#`, which exists: the address of a paragraph in a wording of an article, the key of an
    /// instrument's article, the id of an amendment's element, a country on a question's page, or the id of a module's
    /// handout or exercise.
    pub anchor: Option<Arc<str>>,
}

/// Why a reference cannot be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResolveError {
    /// No record has this id.
    Unknown,
    /// Records of several kinds have this id, and the reference names no kind.
    Ambiguous(Vec<Kind>),
    /// The record exists; the part after `#` does not.
    Part(RecordRef),
}

/// The kinds whose ids have as many `/` as `id`.
pub(super) fn kinds_at_depth(id: &str) -> impl Iterator<Item = Kind> {
    let depth = id.matches('/').count();
    Kind::ALL.iter().copied().filter(move |kind| kind.depth() == depth)
}

/// Records of one kind in the order of their ids.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<T>,
    /// The position of each id in `rows`. It is never iterated, so that its hash order cannot reach the output.
    places: HashMap<Box<str>, usize, FxBuildHasher>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { rows: Vec::new(), places: HashMap::default() }
    }
}

impl<T: Named> Table<T> {
    /// Sorts the records. The caller guarantees that their ids are unique.
    pub fn new(mut rows: Vec<T>) -> Table<T> {
        rows.sort_by(|a, b| a.id().cmp(b.id()));
        let places = rows.iter().enumerate().map(|(at, row)| (row.id().into(), at)).collect();
        Table { rows, places }
    }

    /// The record with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.position(id).map(|at| &self.rows[at])
    }

    /// Its position in the order of ids.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// All records in the order of their ids.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// All records in the order of their ids.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Changes each record. Its id must not change.
    pub(super) fn each_mut(&mut self, change: impl FnMut(&mut T)) {
        self.rows.iter_mut().for_each(change);
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// The range of findings of each cell, by question and country. Two levels, so that a look-up allocates no key. Their
/// hash order never reaches the output.
#[derive(Clone, Debug, Default)]
pub struct Cells(HashMap<QuestionId, HashMap<CountryId, Range<usize>, FxBuildHasher>, FxBuildHasher>);

impl Cells {
    /// The range of the findings of one cell.
    pub fn get(&self, question: &QuestionId, country: &CountryId) -> Option<Range<usize>> {
        self.0.get(question)?.get(country).cloned()
    }

    /// Adds a cell, or replaces its range.
    pub(crate) fn insert(&mut self, question: QuestionId, country: CountryId, range: Range<usize>) {
        self.0.entry(question).or_default().insert(country, range);
    }

    /// All cells in the order of their findings, which is by question and country.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &CountryId, Range<usize>)> {
        let of_question = |(question, cells)| {
            let cells: &HashMap<_, _, _> = cells;
            cells.iter().map(move |(country, range)| (question, country, Range::clone(range)))
        };
        let mut all: Vec<_> = self.0.iter().flat_map(of_question).collect();
        all.sort_by_key(|(_, _, range)| range.start);
        all.into_iter()
    }

    /// The number of cells with findings.
    pub fn len(&self) -> usize {
        self.0.values().map(HashMap::len).sum()
    }

    /// Whether there are no cells with findings.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An entry on the relation of a country to an instrument.
pub trait OfPair {
    /// The country and the instrument.
    fn pair(&self) -> (&CountryId, &InstrumentId);
}

impl OfPair for Action {
    fn pair(&self) -> (&CountryId, &InstrumentId) {
        (&self.country, &self.instrument.value)
    }
}

impl OfPair for Absence {
    fn pair(&self) -> (&CountryId, &InstrumentId) {
        (&self.country, &self.instrument.value)
    }
}

/// Entries sorted by country and instrument, with the range of each pair. The statuses of a world's treaties look
/// up millions of them, and to search for each among all entries would take most of the time.
#[derive(Clone, Debug)]
pub struct Pairs<T> {
    rows: Vec<T>,
    /// Two levels, so that a look-up allocates no key. It is never iterated.
    ranges: HashMap<CountryId, HashMap<InstrumentId, Range<usize>, FxBuildHasher>, FxBuildHasher>,
}

impl<T> Default for Pairs<T> {
    fn default() -> Pairs<T> {
        Pairs { rows: Vec::new(), ranges: HashMap::default() }
    }
}

impl<T: OfPair> Pairs<T> {
    /// Entries that are sorted by country and instrument.
    pub fn new(rows: Vec<T>) -> Pairs<T> {
        let mut found = Pairs { rows, ranges: HashMap::default() };
        let mut start = 0;
        for run in found.rows.chunk_by(|a, b| a.pair() == b.pair()) {
            let (country, instrument) = run[0].pair();
            let of_country = found.ranges.entry(country.clone()).or_default();
            of_country.insert(instrument.clone(), start..start + run.len());
            start += run.len();
        }
        found
    }

    /// Changes what is derived of each entry; its country and instrument must stay.
    pub(super) fn derive(&mut self, change: impl FnMut(&mut T)) {
        self.rows.iter_mut().for_each(change);
    }

    /// The entries of one pair.
    pub(super) fn of(&self, country: &CountryId, instrument: &InstrumentId) -> &[T] {
        let range = self.ranges.get(country).and_then(|of_country| of_country.get(instrument));
        range.map_or(&[], |range| &self.rows[range.clone()])
    }
}

#[cfg(test)]
impl<T: OfPair> Pairs<T> {
    /// Changes the entries of a sample.
    pub(crate) fn change(&mut self, change: impl FnOnce(&mut Vec<T>)) {
        let mut rows = std::mem::take(&mut self.rows);
        change(&mut rows);
        *self = Pairs::new(rows);
    }
}

/// For tests, which must not change a country or an instrument in this way.
#[cfg(test)]
impl<T> std::ops::DerefMut for Pairs<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.rows
    }
}

impl<T: OfPair> From<Vec<T>> for Pairs<T> {
    fn from(rows: Vec<T>) -> Pairs<T> {
        Pairs::new(rows)
    }
}

impl<T> std::ops::Deref for Pairs<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.rows
    }
}

impl<'p, T> IntoIterator for &'p Pairs<T> {
    type Item = &'p T;
    type IntoIter = std::slice::Iter<'p, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

/// Defines [`Corpus`], [`Records`] and [`AnyRecord`] from one list of the kinds of record. A kind whose records are named
/// (`[[kind:id]]`) is one of [`Kind`] too; an entry of a file is not. What else a new kind touches stands in
/// `CONTRIBUTING.md`.
macro_rules! corpus {
    (
        named { $($(#[$of_table:meta])* $table:ident: $named:ident,)+ }
        entries { $($(#[$of_list:meta])* $list:ident: $entry:ident in $collection:ident,)+ }
        more { $($(#[$of_field:meta])* $field:ident: $type:ty,)+ }
    ) => {
        /// A record as it was decoded from one file, with no reference resolved.
        #[derive(Clone, Debug)]
        #[expect(missing_docs, reason = "each variant holds the record of its name")]
        pub enum AnyRecord {
            $($named($named),)+
            $($entry($entry),)+
            /// A record whose file could not be decoded. Only its path is known, so that references to it are not
            /// reported.
            Unread {
                kind: Kind,
                id: Arc<str>,
            },
        }

        impl AnyRecord {
            /// The head of the record; `None` for one that could not be decoded.
            pub fn head_mut(&mut self) -> Option<&mut Head> {
                match self {
                    $(AnyRecord::$named(record) => Some(record.head_mut()),)+
                    $(AnyRecord::$entry(record) => Some(record.head_mut()),)+
                    AnyRecord::Unread { .. } => None,
                }
            }
        }

        /// The decoded records, one list per kind, which become the corpus. (In a single list of [`AnyRecord`] each
        /// record would take the size of the largest kind.)
        #[derive(Clone, Debug, Default)]
        pub struct Records {
            pub(super) excluded: Excluded,
            pub(super) home: Option<Page>,
            $(pub(super) $table: Vec<$named>,)+
            $(pub(super) $list: Vec<$entry>,)+
        }

        impl Records {
            /// Adds a record to those of its kind.
            pub fn add(&mut self, record: AnyRecord) {
                match record {
                    AnyRecord::Page(page) if page.kind == PageKind::Home => self.home = Some(page),
                    $(AnyRecord::$named(record) => self.$table.push(record),)+
                    $(AnyRecord::$entry(record) => self.$list.push(record),)+
                    AnyRecord::Unread { kind, id } => {
                        self.excluded.unread.insert((kind, id));
                    }
                }
            }

            /// Keeps the records for which `keep` is true. Owners are visited before the records that they own.
            pub(super) fn retain(&mut self, mut keep: impl FnMut(&dyn Record) -> bool) {
                $(self.$table.retain(|record| keep(record));)+
                $(self.$list.retain(|record| keep(record));)+
                self.home.take_if(|home| !keep(home));
            }

            /// Sorts each list by the place in the files.
            pub(super) fn sort_by_place(&mut self) {
                $(self.$table.sort_by_key(|record| record.head.at);)+
                $(self.$list.sort_by_key(|record| record.head.at);)+
            }

            /// Calls `see` for each record that prose can reference.
            pub(super) fn each_named<'r>(&'r self, mut see: impl FnMut(&'r dyn Record)) {
                $(self.$table.iter().for_each(|record| see(record));)+
            }
        }

        /// The law: all records, with all references resolved. It is made by [`super::assemble()`], which reports and
        /// leaves out what cannot be resolved, so that later stages need no checks of their own.
        #[derive(Clone, Debug, Default)]
        pub struct Corpus {
            $($(#[$of_field])* pub $field: $type,)+
            $($(#[$of_table])* pub $table: Table<$named>,)+
            $($(#[$of_list])* pub $list: $collection<$entry>,)+
        }

        impl Corpus {
            /// A corpus of these records, with all derived fields empty.
            pub(super) fn of(settings: Settings, records: Records) -> Corpus {
                Corpus {
                    settings,
                    home: records.home,
                    $($table: Table::new(records.$table),)+
                    $($list: $collection::from(records.$list),)+
                    ..Corpus::default()
                }
            }

            /// The record of this kind and id.
            pub fn record(&self, kind: Kind, id: &str) -> Option<&dyn Record> {
                match kind {
                    $(Kind::$named => self.$table.get(id).map(|record| record as &dyn Record),)+
                }
            }

            /// The ids of the records of this kind, in order.
            pub fn ids(&self, kind: Kind) -> Vec<&str> {
                match kind {
                    $(Kind::$named => self.$table.iter().map(Named::id).collect(),)+
                }
            }

            /// All records and entries by kind, computed findings included.
            pub fn every_record(&self) -> impl Iterator<Item = &dyn Record> {
                let home = self.home.iter().map(|record| record as &dyn Record);
                home$(.chain(self.$table.iter().map(|record| record as &dyn Record)))+
                    $(.chain(self.$list.iter().map(|record| record as &dyn Record)))+
            }
        }
    };
}

corpus! {
    named {
        /// Jurisdictions: states, parts of states, regions, organisations.
        countries: Country,
        /// Treaties and standards.
        instruments: Instrument,
        /// Acts and codes of countries.
        laws: Law,
        /// Articles of laws.
        provisions: Provision,
        /// Conduct that a country punishes, as sources name it.
        offences: Offence,
        /// Acts and bills that change laws.
        amendments: Amendment,
        /// Subjects under which records are listed.
        topics: Topic,
        /// Sections of the codebook, which group its questions.
        sections: Section,
        /// Questions of the codebook.
        questions: Question,
        /// Sources that statements cite.
        sources: Source,
        /// Terms of the glossary.
        terms: Term,
        /// Disagreements between sources.
        conflicts: Conflict,
        /// Pages of prose.
        pages: Page,
        /// Training modules.
        modules: Module,
    }
    entries {
        /// Treaty actions, in the order of their ids.
        actions: Action in Pairs,
        /// Source tables without an entry for a country, by country, instrument and day.
        absences: Absence in Pairs,
        /// Findings by question, country and place in the files. Those that were computed from treaty actions are among
        /// them (see [`super::computed::findings`]).
        findings: Finding in Vec,
        /// Edits of cells that the editors recorded.
        changes: Change in Vec,
        /// Statistics, by country and id.
        statistics: Statistic in Vec,
        /// Gaps, by country and id.
        gaps: Gap in Vec,
        /// Observations, by country and place in its file.
        observations: Observation in Vec,
    }
    more {
        /// `collatio.toml`.
        settings: Settings,
        /// The countries that are compared, in column order: as the configuration names them, then by name; regions
        /// last.
        columns: Vec<CountryId>,
        /// Tables that list all who acted towards an instrument, by instrument and day.
        complete_tables: Vec<CompleteTable>,
        /// The days of the depositaries' tables that have no recorded day of reading.
        table_days: TableDays,
        /// Questions by section, then by `order`.
        codebook: Vec<QuestionId>,
        /// The changes of laws and articles, with their dates.
        law_changes: LawChanges,
        /// For each cell, the range of its findings in `findings`.
        cells: Cells,
        /// `content/index.md`.
        home: Option<Page>,
        /// In a further language of the site: which texts are translated.
        rendering: Option<Rendering>,
        /// The present id for each kind and former id.
        aliases: BTreeMap<(Kind, Arc<str>), Arc<str>>,
    }
}

impl Corpus {
    /// Resolves a reference as in `[[text]]`: `id`, `kind:id`, `id#part`. A former id resolves to the present one.
    pub fn resolve(&self, text: &str) -> Result<RecordRef, ResolveError> {
        let (whole, part) = text.split_once('#').map_or((text, None), |(whole, part)| (whole, Some(part)));
        let named = whole.split_once(':');
        let kinds: Vec<Kind> = match named.and_then(|(word, _)| Kind::parse(word)) {
            Some(kind) => vec![kind],
            None if named.is_some() => return Err(ResolveError::Unknown),
            None => kinds_at_depth(whole).collect(),
        };
        self.resolve_among(&kinds, named.map_or(whole, |(_, id)| id), part)
    }

    /// Resolves `id` or `id#part` of a field that can name records of one kind.
    pub fn resolve_as(&self, kind: Kind, text: &str) -> Result<RecordRef, ResolveError> {
        let (id, part) = text.split_once('#').map_or((text, None), |(id, part)| (id, Some(part)));
        self.resolve_among(&[kind], id, part)
    }

    fn resolve_among(&self, kinds: &[Kind], id: &str, part: Option<&str>) -> Result<RecordRef, ResolveError> {
        let mut fitting: Vec<RecordRef> = kinds.iter().filter_map(|kind| self.record_ref(*kind, id)).collect();
        // If only one of the candidates has the named part, that one is meant.
        if let Some(part) = part.filter(|_| fitting.len() > 1)
            && fitting.iter().filter(|record_ref| self.has_part(record_ref, part)).count() == 1
        {
            fitting.retain(|record_ref| self.has_part(record_ref, part));
        }
        let record_ref = match fitting.len() {
            0 => return Err(ResolveError::Unknown),
            1 => fitting.remove(0),
            _ => return Err(ResolveError::Ambiguous(fitting.into_iter().map(|t| t.kind).collect())),
        };
        // The part of a question is a country, which may have had another id.
        let country = part.filter(|_| record_ref.kind == Kind::Question && !self.aliases.is_empty());
        let country = country.and_then(|id| self.aliases.get(&(Kind::Country, id.into())));
        let part = country.map(|now| &**now).or(part);
        // A paragraph may be named by its word and in the figures of its language.
        let paragraph = part.filter(|_| record_ref.kind == Kind::Provision).map(paragraph_address);
        match paragraph.as_deref().or(part) {
            None => Ok(record_ref),
            Some(part) if self.has_part(&record_ref, part) => Ok(RecordRef { anchor: Some(part.into()), ..record_ref }),
            Some(_) => Err(ResolveError::Part(record_ref)),
        }
    }

    /// Resolves a reference of an amendment's `amends`. Only laws and provisions can be amended; where one of them has
    /// the id, records of other kinds with the same id are not meant.
    pub fn resolve_amended(&self, text: &str) -> Result<RecordRef, ResolveError> {
        let id = text.strip_prefix("law:").or_else(|| text.strip_prefix("provision:")).unwrap_or(text);
        self.resolve_among(&[Kind::Law, Kind::Provision], id, None).or_else(|_| self.resolve(text))
    }

    /// The record of `kind` with this id or former id.
    fn record_ref(&self, kind: Kind, id: &str) -> Option<RecordRef> {
        let here = |id: &str| self.record(kind, id).is_some();
        if here(id) {
            return Some(RecordRef { kind, id: id.into(), anchor: None });
        }
        if self.aliases.is_empty() {
            return None;
        }
        let now = self.aliases.get(&(kind, id.into()))?;
        here(now).then(|| RecordRef { kind, id: now.clone(), anchor: None })
    }

    /// The present id of the source that prose names by `id`, which may be a former one.
    pub fn source_id<'a>(&'a self, id: &'a str) -> &'a str {
        self.present_id(Kind::Source, id)
    }

    /// The present id of the record of `kind` that is called `id`, which may be a former one; an unknown id stays.
    pub fn present_id<'a>(&'a self, kind: Kind, id: &'a str) -> &'a str {
        if self.aliases.is_empty() || self.record(kind, id).is_some() {
            return id;
        }
        self.aliases.get(&(kind, id.into())).map_or(id, |now| now)
    }

    /// The reference `text` (`id`, `kind:id`, `id#part`) to a record of one of `kinds`, with the present id where it has a
    /// former one.
    pub fn present_reference<'a>(&self, kinds: &[Kind], text: &'a str) -> Cow<'a, str> {
        let (whole, part) = text.split_once('#').map_or((text, None), |(whole, part)| (whole, Some(part)));
        let (word, id) = whole.split_once(':').map_or((None, whole), |(word, id)| (Some(word), id));
        let kinds = kinds.iter().filter(|kind| word.is_none_or(|word| kind.word() == word));
        if self.aliases.is_empty() || kinds.clone().any(|kind| self.record(*kind, id).is_some()) {
            return text.into();
        }
        let Some(now) = kinds.clone().map(|kind| self.present_id(*kind, id)).find(|now| *now != id) else {
            return text.into();
        };
        let word = word.map(|word| format!("{word}:")).unwrap_or_default();
        let part = part.map(|part| format!("#{part}")).unwrap_or_default();
        format!("{word}{now}{part}").into()
    }

    fn has_part(&self, record_ref: &RecordRef, part: &str) -> bool {
        self.parts(record_ref).iter().any(|own| own == part)
    }

    /// The parts that can be named behind `#` in a reference to this record.
    pub(super) fn parts(&self, record_ref: &RecordRef) -> Vec<Cow<'_, str>> {
        let id = &record_ref.id;
        match record_ref.kind {
            Kind::Provision => {
                let provision = self.provisions.get(id).into_iter();
                provision.flat_map(Provision::paragraphs).map(Cow::Owned).collect()
            }
            Kind::Instrument => {
                let articles = self.instruments.get(id).into_iter().flat_map(|i| &i.articles);
                articles.map(|a| a.key.as_str().into()).collect()
            }
            Kind::Amendment => {
                let elements = self.amendments.get(id).into_iter().flat_map(|a| &a.elements);
                elements.map(|e| e.id.as_str().into()).collect()
            }
            Kind::Question => self.columns.iter().map(|country| country.as_str().into()).collect(),
            Kind::Module => self.modules.get(id).into_iter().flat_map(Module::parts).map(Cow::Borrowed).collect(),
            _ => Vec::new(),
        }
    }

    /// The findings of a cell, computed ones included, in the order of the files.
    pub fn findings_of(&self, question: &QuestionId, country: &CountryId) -> &[Finding] {
        self.cells.get(question, country).map_or(&[], |range| &self.findings[range])
    }

    /// The columns of a handout in the order of the matrix: the compared ones among the countries that it names; all,
    /// if it names none.
    pub fn columns_of(&self, handout: &Handout) -> Vec<&CountryId> {
        self.columns.iter().filter(|country| handout.names(country)).collect()
    }

    /// The actions of one country towards one instrument.
    pub fn actions_of(&self, country: &CountryId, instrument: &InstrumentId) -> &[Action] {
        self.actions.of(country, instrument)
    }

    /// All actions of one country.
    pub fn actions_by(&self, country: &CountryId) -> &[Action] {
        range_of(&self.actions, |action| action.country.cmp(country))
    }

    /// The recorded absences of one country from tables of one instrument.
    pub fn absences_of(&self, country: &CountryId, instrument: &InstrumentId) -> &[Absence] {
        self.absences.of(country, instrument)
    }

    /// The tables that list all who acted towards the instrument.
    pub fn complete_tables_of(&self, instrument: &InstrumentId) -> &[CompleteTable] {
        range_of(&self.complete_tables, |table| table.instrument.cmp(instrument))
    }

    /// The provisions of one law, in the order of their ids.
    pub fn provisions_of(&self, law: &LawId) -> &[Provision] {
        range_of(self.provisions.rows(), |provision| provision.law.cmp(law))
    }

    /// The latest day that any record names: the default for today where neither the command line nor the configuration
    /// gives it, so that a build does not depend on a clock.
    pub fn latest_day(&self) -> Option<Day> {
        let sources = self.sources.iter().flat_map(|s| [&s.accessed, &s.stored]).flatten();
        let findings = self.findings.iter().map(|f| &f.observed.value);
        let statements = self.actions.iter().flat_map(|a| &a.statements).filter_map(|s| s.date());
        let wordings = self.provisions.iter().flat_map(|p| &p.wordings).filter_map(|w| w.period.from.as_ref());
        sources.chain(findings).chain(statements).chain(wordings).filter_map(|d| d.latest().or(d.earliest())).max()
    }

    /// Whether a statement on an action is *recorded*: its source is a depositary, and the act is of a kind that is
    /// deposited.
    pub fn records_act(&self, action: &Action, statement: &super::Statement) -> bool {
        action.kind.value.is_deposited() && self.records(&statement.citation)
    }

    /// Whether a statement on treaty actions with this citation is *recorded*, which means of the tier of depositaries,
    /// and not only *reported*.
    pub fn records(&self, citation: &super::Citation) -> bool {
        self.tier(citation) == Some(super::Tier::Depositary)
    }

    /// How near to the law the cited place stands: the tier of the citation, else that of its source.
    pub fn tier(&self, citation: &super::Citation) -> Option<super::Tier> {
        citation.tier.or_else(|| self.sources.get(citation.source.as_str())?.tier)
    }
}

/// The part of the sorted `rows` for which `order` is `Equal`, by binary search.
fn range_of<T>(rows: &[T], order: impl Fn(&T) -> std::cmp::Ordering) -> &[T] {
    let behind = &rows[rows.partition_point(|row| order(row).is_lt())..];
    // Such parts are short: to walk through one costs less than a second search among all rows.
    let count = behind.iter().take_while(|row| order(row).is_eq()).count();
    &behind[..count]
}
