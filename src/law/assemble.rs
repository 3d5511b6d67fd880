//! Records become the corpus: identities are unique, references lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::text::{At, Diagnostic, Diagnostics, Fault, Level, Span, Target, is_slug, nearest};

use super::draft::{DRAFT_REFERENCE, Draft, Drafts};
use super::{
    Basis, Cells, Conflict, Corpus, Country, CountryId, Finding, Identified, Kind, Question, QuestionId, Record,
    RestsOn, Settings, Table, Thing, status, walk,
};

/// Two records with one identity.
pub static DUPLICATE: Fault = Fault {
    code: "duplicate-identity",
    level: Level::Error,
    summary: "two records have the same identity",
    explanation: "Links, cells and addresses name records by their identity, so each may exist once.\n\nRename one of the \
                  two, or merge them. For a true repetition of a treaty action, give the second one `number = 2`.",
};

/// A reference to a record that is not there.
pub static UNKNOWN: Fault = Fault {
    code: "unknown-reference",
    level: Level::Error,
    summary: "a reference names a record that does not exist",
    explanation: "A reference is the identity of a record: the path of its file below its folder, as in \
                  `xr/penal-code/128`.\n\nCorrect the identity, or add the record.",
};

/// A reference in prose that fits records of several kinds.
pub static AMBIGUOUS: Fault = Fault {
    code: "ambiguous-reference",
    level: Level::Error,
    summary: "a reference fits records of several kinds",
    explanation: "A topic and a term may share a name. In prose, say which is meant: `[[term:registration]]` or \
                  `[[topic:registration]]`.",
};

/// A reference to a part of a record that is not there.
pub static UNKNOWN_PART: Fault = Fault {
    code: "unknown-part",
    level: Level::Error,
    summary: "a reference names a part of a record that does not exist",
    explanation: "After `#` stands the key of an instrument's article, the identity of an amendment's element, the \
                  identity of a module's handout or exercise, or a country on a question's page.",
};

/// A folder without its own record.
pub static NO_INDEX: Fault = Fault {
    code: "missing-index",
    level: Level::Error,
    summary: "a folder lacks the record that it belongs to",
    explanation: "What lies in a country's folder belongs to the country, and what lies in a law's folder to the law: \
                  the folder needs an `index.md` that says what it is.\n\n`collatio new country xr` or `collatio new law \
                  xr/penal-code` writes a form to fill in.",
};

/// References that lead back to where they began.
pub static CIRCLE: Fault = Fault {
    code: "circle",
    level: Level::Error,
    summary: "references lead in a circle",
    explanation: "A question cannot depend on itself, an instrument cannot supplement itself and a bill cannot come from \
                  itself, not even over others.",
};

/// An alias that is somebody's identity.
pub static ALIAS_TAKEN: Fault = Fault {
    code: "alias-taken",
    level: Level::Error,
    summary: "a former identity is in use",
    explanation: "An alias leaves a page that leads on to the record's present address. It cannot stand where another \
                  record has its page, and two records cannot have the same alias.",
};

/// The faults of this room.
pub static FAULTS: &[&Fault] =
    &[&DUPLICATE, &UNKNOWN, &DRAFT_REFERENCE, &AMBIGUOUS, &UNKNOWN_PART, &NO_INDEX, &CIRCLE, &ALIAS_TAKEN];

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// No record has this identity.
    Unknown,
    /// Records of these kinds have it.
    Ambiguous(Vec<Kind>),
    /// The record exists, the part after `#` does not.
    Part(Thing),
}

/// The records on their way into the corpus.
struct Heap {
    corpus: Records,
    found: Diagnostics,
}

/// Kinds and identities of records that could not be read.
type Unread = BTreeSet<(Kind, Arc<str>)>;

/// Records that are there, and yet not in the corpus.
#[derive(Clone, Debug, Default)]
struct Away {
    /// What names them is left out without a word: their own faults are told.
    unread: Unread,
    /// What names them is told.
    drafts: Drafts,
}

/// The records by kind, as they were read from files, before anybody knows the others: the lists that become the
/// corpus. One list of all would take the room of the largest record for each.
#[derive(Clone, Debug, Default)]
pub struct Records {
    away: Away,
    countries: Vec<Country>,
    instruments: Vec<super::Instrument>,
    actions: Vec<super::Action>,
    absences: Vec<super::Absence>,
    laws: Vec<super::Law>,
    provisions: Vec<super::Provision>,
    offences: Vec<super::Offence>,
    amendments: Vec<super::Amendment>,
    topics: Vec<super::Topic>,
    sections: Vec<super::Section>,
    questions: Vec<Question>,
    findings: Vec<Finding>,
    changes: Vec<super::Change>,
    sources: Vec<super::Source>,
    statistics: Vec<super::Statistic>,
    gaps: Vec<super::Gap>,
    observations: Vec<super::Observation>,
    terms: Vec<super::Term>,
    conflicts: Vec<Conflict>,
    pages: Vec<super::Page>,
    modules: Vec<super::Module>,
    home: Option<super::Page>,
}

impl Corpus {
    /// Puts the records together. What leads nowhere is reported and left out, so that afterwards every reference
    /// resolves: a record that needs it goes, a list loses it.
    pub fn assemble(settings: Settings, mut records: Records, drafts: bool) -> (Corpus, Diagnostics) {
        if !drafts {
            records.publish();
        }
        let mut heap = Heap { corpus: records, found: Diagnostics::new() };
        heap.single();
        heap.resolve();
        let away = std::mem::take(&mut heap.corpus.away);
        let (mut corpus, mut found) = heap.finish(settings, &away);
        corpus.compute();
        check_prose(&corpus, &away, &mut found);
        (corpus, found)
    }

    /// What `text` names, as in `[[text]]`: `id`, `kind:id`, `id#part`. A former identity leads to the present one.
    pub fn resolve(&self, text: &str) -> Result<Thing, Lost> {
        let (whole, part) = text.split_once('#').map_or((text, None), |(whole, part)| (whole, Some(part)));
        let named = whole.split_once(':');
        let kinds: Vec<Kind> = match named.and_then(|(word, _)| Kind::parse(word)) {
            Some(kind) => vec![kind],
            None if named.is_some() => return Err(Lost::Unknown),
            None => kinds_with(whole.matches('/').count()).to_vec(),
        };
        let id = named.map_or(whole, |(_, id)| id);
        let mut fitting: Vec<Thing> = kinds.iter().filter_map(|kind| self.thing(*kind, id)).collect();
        let thing = match fitting.len() {
            0 => return Err(Lost::Unknown),
            1 => fitting.remove(0),
            _ => return Err(Lost::Ambiguous(fitting.into_iter().map(|t| t.kind).collect())),
        };
        match part {
            None => Ok(thing),
            Some(part) if self.has_part(&thing, part) => Ok(Thing { anchor: Some(part.into()), ..thing }),
            Some(_) => Err(Lost::Part(thing)),
        }
    }

    /// The record of `kind` with this identity, or with it as a former one.
    fn thing(&self, kind: Kind, id: &str) -> Option<Thing> {
        let here = |id: &str| match kind {
            Kind::Country => self.countries.get(id).is_some(),
            Kind::Instrument => self.instruments.get(id).is_some(),
            Kind::Law => self.laws.get(id).is_some(),
            Kind::Provision => self.provisions.get(id).is_some(),
            Kind::Offence => self.offences.get(id).is_some(),
            Kind::Amendment => self.amendments.get(id).is_some(),
            Kind::Topic => self.topics.get(id).is_some(),
            Kind::Section => self.sections.get(id).is_some(),
            Kind::Question => self.questions.get(id).is_some(),
            Kind::Source => self.sources.get(id).is_some(),
            Kind::Term => self.terms.get(id).is_some(),
            Kind::Conflict => self.conflicts.get(id).is_some(),
            Kind::Page => self.pages.get(id).is_some(),
            Kind::Module => self.modules.get(id).is_some(),
        };
        if here(id) {
            return Some(Thing { kind, id: id.into(), anchor: None });
        }
        if self.aliases.is_empty() {
            return None;
        }
        let now = self.aliases.get(&(kind, id.into()))?;
        here(now).then(|| Thing { kind, id: now.clone(), anchor: None })
    }

    fn has_part(&self, thing: &Thing, part: &str) -> bool {
        match thing.kind {
            Kind::Instrument => {
                self.instruments.get(&thing.id).is_some_and(|i| i.articles.iter().any(|a| *a.key.value == *part))
            }
            Kind::Amendment => {
                self.amendments.get(&thing.id).is_some_and(|a| a.elements.iter().any(|e| *e.id.value == *part))
            }
            Kind::Question => self.columns.iter().any(|c| c.as_str() == part),
            Kind::Module => self.modules.get(&thing.id).is_some_and(|m| m.part(part).is_some()),
            _ => false,
        }
    }

    /// All identities that a reference with so many `/` could mean.
    fn names(&self, slashes: usize) -> Vec<&str> {
        fn add<'a, T: Identified>(table: &'a Table<T>, out: &mut Vec<&'a str>) {
            out.extend(table.iter().map(Identified::identity));
        }
        let mut out = Vec::new();
        match slashes {
            0 => {
                add(&self.countries, &mut out);
                add(&self.instruments, &mut out);
                add(&self.topics, &mut out);
                add(&self.sections, &mut out);
                add(&self.questions, &mut out);
                add(&self.sources, &mut out);
                add(&self.terms, &mut out);
                add(&self.conflicts, &mut out);
                add(&self.pages, &mut out);
                add(&self.modules, &mut out);
            }
            1 => {
                add(&self.laws, &mut out);
                add(&self.offences, &mut out);
                add(&self.amendments, &mut out);
            }
            _ => add(&self.provisions, &mut out),
        }
        out
    }

    /// Adds the findings that follow from treaty actions, and says where the findings of each cell stand.
    fn compute(&mut self) {
        let mut computed = Vec::new();
        for question in self.questions.iter().filter(|q| q.basis == Basis::Action) {
            for country in &self.columns {
                computed.extend(status::findings(self, question, country));
            }
        }
        self.findings.append(&mut computed);
        self.findings.sort_by(|a, b| {
            (&a.question.value, &a.country, a.head.at).cmp(&(&b.question.value, &b.country, b.head.at))
        });
        let mut start = 0;
        while start < self.findings.len() {
            let first = &self.findings[start];
            let key = (first.question.value.clone(), first.country.clone());
            let same = |f: &Finding| f.question.value == key.0 && f.country == key.1;
            let end = start + self.findings[start..].iter().take_while(|f| same(f)).count();
            self.cells.insert(key.0, key.1, start..end);
            start = end;
        }
    }
}

/// The kinds of record whose identities have so many `/`.
fn kinds_with(slashes: usize) -> &'static [Kind] {
    const NONE: &[Kind] = &[
        Kind::Country,
        Kind::Instrument,
        Kind::Topic,
        Kind::Section,
        Kind::Question,
        Kind::Source,
        Kind::Term,
        Kind::Conflict,
        Kind::Page,
        Kind::Module,
    ];
    match slashes {
        0 => NONE,
        1 => &[Kind::Law, Kind::Offence, Kind::Amendment],
        2 => &[Kind::Provision],
        _ => &[],
    }
}

impl Records {
    /// Adds a record to those of its kind.
    pub fn add(&mut self, record: Record) {
        match record {
            Record::Country(r) => self.countries.push(r),
            Record::Instrument(r) => self.instruments.push(r),
            Record::Action(r) => self.actions.push(r),
            Record::Absence(r) => self.absences.push(r),
            Record::Law(r) => self.laws.push(r),
            Record::Provision(r) => self.provisions.push(r),
            Record::Offence(r) => self.offences.push(r),
            Record::Amendment(r) => self.amendments.push(r),
            Record::Topic(r) => self.topics.push(r),
            Record::Section(r) => self.sections.push(r),
            Record::Question(r) => self.questions.push(r),
            Record::Finding(r) => self.findings.push(r),
            Record::Change(r) => self.changes.push(r),
            Record::Source(r) => self.sources.push(r),
            Record::Statistic(r) => self.statistics.push(r),
            Record::Gap(r) => self.gaps.push(r),
            Record::Observation(r) => self.observations.push(r),
            Record::Term(r) => self.terms.push(r),
            Record::Conflict(r) => self.conflicts.push(r),
            Record::Page(r) if r.kind == super::PageKind::Home => self.home = Some(r),
            Record::Page(r) => self.pages.push(r),
            Record::Module(r) => self.modules.push(r),
            Record::Unread { kind, id } => {
                self.away.unread.insert((kind, id));
            }
        }
    }

    /// Takes the drafts out, and what belongs to them: what lies in the folder of a draft country or law, and the questions
    /// of a draft section.
    fn publish(&mut self) {
        // Every list is named, or this does not compile.
        let Records {
            away: Away { drafts, unread: _ },
            countries,
            instruments,
            actions,
            absences,
            laws,
            provisions,
            offences,
            amendments,
            topics,
            sections,
            questions,
            findings,
            changes,
            sources,
            statistics,
            gaps,
            observations,
            terms,
            conflicts,
            pages,
            modules,
            home,
        } = self;
        named(countries, Kind::Country, |r| &r.head, |_| None, drafts);
        named(instruments, Kind::Instrument, |r| &r.head, |_| None, drafts);
        named(topics, Kind::Topic, |r| &r.head, |_| None, drafts);
        named(sections, Kind::Section, |r| &r.head, |_| None, drafts);
        named(sources, Kind::Source, |r| &r.head, |_| None, drafts);
        named(terms, Kind::Term, |r| &r.head, |_| None, drafts);
        named(conflicts, Kind::Conflict, |r| &r.head, |_| None, drafts);
        named(pages, Kind::Page, |r| &r.head, |_| None, drafts);
        named(modules, Kind::Module, |r| &r.head, |_| None, drafts);
        named(laws, Kind::Law, |r| &r.head, |r| Some((Kind::Country, r.country.as_str())), drafts);
        named(offences, Kind::Offence, |r| &r.head, |r| Some((Kind::Country, r.country.as_str())), drafts);
        named(amendments, Kind::Amendment, |r| &r.head, |r| Some((Kind::Country, r.country.as_str())), drafts);
        named(provisions, Kind::Provision, |r| &r.head, |r| Some((Kind::Law, r.law.as_str())), drafts);
        named(questions, Kind::Question, |r| &r.head, |r| Some((Kind::Section, r.section.as_str())), drafts);
        let is_shown =
            |head: &super::Head, country: &CountryId| !head.draft && !drafts.has(Kind::Country, country.as_str());
        actions.retain(|r| is_shown(&r.head, &r.country));
        absences.retain(|r| is_shown(&r.head, &r.country));
        findings.retain(|r| is_shown(&r.head, &r.country));
        changes.retain(|r| is_shown(&r.head, &r.country));
        statistics.retain(|r| is_shown(&r.head, &r.country));
        gaps.retain(|r| is_shown(&r.head, &r.country));
        observations.retain(|r| is_shown(&r.head, &r.country));
        home.take_if(|home| home.head.draft);
    }
}

/// Takes the drafts out of a list, and what belongs to one, and notes their identities.
fn named<T: Identified>(
    list: &mut Vec<T>,
    kind: Kind,
    head: fn(&T) -> &super::Head,
    owner: fn(&T) -> Option<(Kind, &str)>,
    drafts: &mut Drafts,
) {
    list.retain(|record| {
        let own = head(record).draft.then(|| Draft { at: head(record).at, belongs: false });
        let draft = own.or_else(|| owner(record).and_then(|(kind, id)| drafts.owner(kind, id)));
        if let Some(draft) = draft {
            let former = head(record).aliases.iter().map(|alias| alias.value.as_str());
            drafts.add(kind, record.identity(), former, draft);
        }
        draft.is_none()
    });
}

impl Heap {
    /// Keeps the first of several records with one identity.
    fn single(&mut self) {
        let (p, found) = (&mut self.corpus, &mut self.found);
        single(&mut p.countries, "country", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.instruments, "instrument", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.laws, "law", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.provisions, "provision", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.offences, "offence", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.amendments, "amendment", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.topics, "topic", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.sections, "section", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.questions, "question", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.sources, "source", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.terms, "term", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.conflicts, "conflict", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.pages, "page", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.modules, "module", |r| (r.id.to_string(), r.head.at), found);
        single(&mut p.statistics, "figure", |r| (format!("{}/{}", r.country, r.id.value), r.id.span), found);
        single(&mut p.gaps, "gap", |r| (format!("{}/{}", r.country, r.id.value), r.id.span), found);
        let observation = |r: &super::Observation| (format!("{}/{}", r.country, r.id.value), r.id.span);
        single(&mut p.observations, "observation", observation, found);
        let action = |r: &super::Action| {
            let again = if r.number > 1 { format!(" {}", r.number) } else { String::new() };
            (format!("{} {} {}{again}", r.country, r.instrument.value, action_word(r)), r.kind.span)
        };
        single(&mut p.actions, "action", action, found);
        for amendment in &mut p.amendments {
            single(&mut amendment.elements, "element", |e| (e.id.value.clone(), e.id.span), found);
        }
        for module in &mut p.modules {
            single(&mut module.handouts, "handout", |h| (h.id.value.clone(), h.id.span), found);
            single(&mut module.exercises, "exercise", |e| (e.id.value.clone(), e.id.span), found);
            apart(module, found);
        }
        for instrument in &mut p.instruments {
            single(&mut instrument.articles, "article", |a| (a.key.value.clone(), a.key.span), found);
        }
    }

    /// Reports what leads nowhere and leaves it out, the owners first and then what belongs to them.
    fn resolve(&mut self) {
        let p = &mut self.corpus;
        let mut known = Known { away: p.away.clone(), ..Known::default() };
        known.take(Kind::Country, p.countries.iter());
        known.take(Kind::Source, p.sources.iter());
        known.take(Kind::Topic, p.topics.iter());
        known.take(Kind::Term, p.terms.iter());
        known.take(Kind::Page, p.pages.iter());
        known.take(Kind::Module, p.modules.iter());
        known.take(Kind::Instrument, p.instruments.iter());
        known.take(Kind::Section, p.sections.iter());
        known.take(Kind::Conflict, p.conflicts.iter());
        let found = &mut self.found;
        let named = p.named();
        let mut at_home = |country: &CountryId, at: Span, found: &mut Diagnostics| known.country(country, at, found);
        p.laws.retain(|r| at_home(&r.country, r.head.at, found));
        p.offences.retain(|r| at_home(&r.country, r.head.at, found));
        p.amendments.retain(|r| at_home(&r.country, r.head.at, found));
        p.actions.retain(|r| at_home(&r.country, r.head.at, found));
        p.absences.retain(|r| at_home(&r.country, r.head.at, found));
        p.findings.retain(|r| at_home(&r.country, r.head.at, found));
        p.changes.retain(|r| at_home(&r.country, r.head.at, found));
        p.statistics.retain(|r| at_home(&r.country, r.head.at, found));
        p.gaps.retain(|r| at_home(&r.country, r.head.at, found));
        p.observations.retain(|r| at_home(&r.country, r.head.at, found));
        known.take(Kind::Law, p.laws.iter());
        known.take(Kind::Amendment, p.amendments.iter());
        // An article lacks no law that is there and only had to go with its country.
        let gone: Vec<(Kind, Arc<str>)> =
            named.iter().filter(|(kind, id)| *kind == Kind::Law && !known.has(*kind, id)).cloned().collect();
        known.away.unread.extend(gone);
        p.provisions.retain(|r| known.law(r, found));
        p.questions.retain(|r| known.section(r, found));
        let offences = std::mem::take(&mut p.offences).into_iter();
        let (with_source, mut without) = offences.partition::<Vec<_>, _>(|r| cited(&r.citation, &known, found));
        p.offences = with_source;
        known.take(Kind::Provision, p.provisions.iter());
        known.take(Kind::Question, p.questions.iter());
        known.take(Kind::Offence, p.offences.iter());
        // What had to go is told already; what names it is not at fault.
        let gone: Vec<(Kind, Arc<str>)> = named.into_iter().filter(|(kind, id)| !known.has(*kind, id)).collect();
        known.away.unread.extend(gone);
        // They are no more, and yet all that is wrong with them is told in this run.
        without.iter_mut().for_each(|offence| resolve_offence(offence, &known, found));
        p.resolve(&known, found);
        p.break_circles(found);
        p.away = known.away;
    }

    fn finish(self, settings: Settings, away: &Away) -> (Corpus, Diagnostics) {
        let (p, mut found) = (self.corpus, self.found);
        let aliases = aliases(&p, &mut found);
        let mut corpus = Corpus {
            rendering: None,
            columns: columns(&settings, &p.countries),
            settings,
            countries: Table::new(p.countries),
            instruments: Table::new(p.instruments),
            actions: p.actions,
            absences: p.absences,
            laws: Table::new(p.laws),
            provisions: Table::new(p.provisions),
            offences: Table::new(p.offences),
            amendments: Table::new(p.amendments),
            topics: Table::new(p.topics),
            codebook: codebook(&p.sections, &p.questions),
            sections: Table::new(p.sections),
            questions: Table::new(p.questions),
            findings: p.findings,
            cells: Cells::default(),
            changes: p.changes,
            sources: Table::new(p.sources),
            statistics: p.statistics,
            gaps: p.gaps,
            observations: p.observations,
            terms: Table::new(p.terms),
            conflicts: Table::new(p.conflicts),
            pages: Table::new(p.pages),
            modules: Table::new(p.modules),
            home: p.home,
            aliases,
        };
        corpus.actions.sort_by(|a, b| {
            let key =
                |r: &super::Action| (r.country.clone(), r.instrument.value.clone(), r.kind.value, r.number, r.head.at);
            key(a).cmp(&key(b))
        });
        corpus.absences.sort_by(|a, b| {
            let key =
                |r: &super::Absence| (r.country.clone(), r.instrument.value.clone(), r.observed.latest(), r.head.at);
            key(a).cmp(&key(b))
        });
        corpus.statistics.sort_by(|a, b| (&a.country, &a.id.value).cmp(&(&b.country, &b.id.value)));
        corpus.gaps.sort_by(|a, b| (&a.country, &a.id.value).cmp(&(&b.country, &b.id.value)));
        corpus.observations.sort_by(|a, b| (&a.country, a.head.at).cmp(&(&b.country, b.head.at)));
        corpus.settle_names(away, &mut found);
        (corpus, found)
    }
}

fn action_word(action: &super::Action) -> String {
    match action.act {
        Some(act) => format!("{} {}", action.kind.value.word(), act.word()),
        None => action.kind.value.word().to_owned(),
    }
}

/// Keeps the first of several with one identity, in the order of the files.
fn single<T>(list: &mut Vec<T>, what: &str, key: impl Fn(&T) -> (String, Span), found: &mut Diagnostics) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    list.sort_by_key(|r| key(r).1);
    list.retain(|record| {
        let (id, at) = key(record);
        match seen.get(&id) {
            None => {
                seen.insert(id, at);
                true
            }
            Some(first) => {
                let message = format!("the {what} `{id}` stands here a second time");
                found.push(DUPLICATE.at(at, message).note(*first, "the first one is here"));
                false
            }
        }
    });
}

/// A handout and an exercise of one module cannot have one identity either: both are parts of it, named alike.
fn apart(module: &mut super::Module, found: &mut Diagnostics) {
    let handouts = &module.handouts;
    module.exercises.retain(|exercise| {
        let Some(other) = handouts.iter().find(|h| h.id.value == exercise.id.value) else { return true };
        let message = format!("a handout of this module is called `{}` already", exercise.id.value);
        found.push(DUPLICATE.at(exercise.id.span, message).note(other.id.span, "the handout is here"));
        false
    });
}

/// The identities that exist, by kind.
#[derive(Default)]
struct Known {
    ids: BTreeMap<Kind, BTreeSet<Arc<str>>>,
    away: Away,
    reported: BTreeSet<(Kind, String)>,
}

impl Known {
    fn take<'a, T: Identified + 'a>(&mut self, kind: Kind, list: impl Iterator<Item = &'a T>) {
        self.ids.entry(kind).or_default().extend(list.map(|r| Arc::<str>::from(r.identity())));
    }

    fn has(&self, kind: Kind, id: &str) -> bool {
        self.ids.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    fn is_unread(&self, kind: Kind, id: &str) -> bool {
        self.away.unread.contains(&(kind, Arc::from(id)))
    }

    /// Whether a record of this kind exists; if not, says so at `span`.
    fn check(&self, kind: Kind, id: &str, span: Span, found: &mut Diagnostics) -> bool {
        if self.has(kind, id) {
            return true;
        }
        if self.is_unread(kind, id) {
            return false;
        }
        if let Some(fault) = self.away.drafts.fault(&[kind], id, span) {
            found.push(fault);
            return false;
        }
        let names = self.ids.get(&kind).into_iter().flatten().map(|id| &**id);
        let other = Kind::ALL.iter().find(|k| **k != kind && self.has(**k, id));
        let mut diagnostic = UNKNOWN.at(span, format!("there is no {} `{id}`", kind.word()));
        diagnostic = match other {
            Some(other) => diagnostic.help(format!("`{id}` is a {}; a {} belongs here", other.word(), kind.word())),
            None => with_remedy(diagnostic, nearest(id, names), kind, id),
        };
        found.push(diagnostic);
        false
    }

    /// Whether the country of a folder exists; said once for each country.
    fn country(&mut self, country: &CountryId, at: Span, found: &mut Diagnostics) -> bool {
        let there = self.has(Kind::Country, country.as_str());
        let told = self.is_unread(Kind::Country, country.as_str());
        if !there && !told && self.reported.insert((Kind::Country, country.to_string())) {
            let message = format!("this belongs to the country `{country}`, which has no record");
            found.push(
                NO_INDEX.at(Span::head(at.file), message).help(format!("write `content/countries/{country}/index.md`")),
            );
        }
        there
    }

    fn law(&mut self, provision: &super::Provision, found: &mut Diagnostics) -> bool {
        let there = self.has(Kind::Law, provision.law.as_str());
        let told = self.is_unread(Kind::Law, provision.law.as_str());
        if !there && !told && self.reported.insert((Kind::Law, provision.law.to_string())) {
            let message = format!("this belongs to the law `{}`, which has no record", provision.law);
            let (country, law) = provision.law.as_str().split_once('/').unwrap_or_default();
            let help = format!("write `content/countries/{country}/laws/{law}/index.md`");
            found.push(NO_INDEX.at(Span::head(provision.head.at.file), message).help(help));
        }
        there
    }

    fn section(&mut self, question: &Question, found: &mut Diagnostics) -> bool {
        let there = self.has(Kind::Section, question.section.as_str());
        let told = self.is_unread(Kind::Section, question.section.as_str());
        if !there && !told && self.reported.insert((Kind::Section, question.section.to_string())) {
            let message = format!("this belongs to the section `{}`, which has no record", question.section);
            let help = format!("write `content/questions/{}/index.md`", question.section);
            found.push(NO_INDEX.at(Span::head(question.head.at.file), message).help(help));
        }
        there
    }
}

/// Reports and takes out of a list what is not known.
fn keep<T>(list: &mut Vec<At<T>>, kind: Kind, id: impl Fn(&T) -> &str, known: &Known, found: &mut Diagnostics) {
    list.retain(|at| known.check(kind, id(&at.value), at.span, found));
}

/// Reports and takes away what is not known.
fn drop_unknown<T>(
    field: &mut Option<At<T>>,
    kind: Kind,
    id: impl Fn(&T) -> &str,
    known: &Known,
    found: &mut Diagnostics,
) {
    if field.as_ref().is_some_and(|at| !known.check(kind, id(&at.value), at.span, found)) {
        *field = None;
    }
}

fn resolve_offence(offence: &mut super::Offence, known: &Known, found: &mut Diagnostics) {
    keep(&mut offence.topics, Kind::Topic, |id| id.as_str(), known, found);
    drop_unknown(&mut offence.provision, Kind::Provision, |id| id.as_str(), known, found);
    drop_unknown(&mut offence.law, Kind::Law, |id| id.as_str(), known, found);
}

fn cited(citation: &super::Citation, known: &Known, found: &mut Diagnostics) -> bool {
    known.check(Kind::Source, citation.source.as_str(), citation.source.span, found)
}

impl Records {
    /// The identities of records that may have to go for want of what they belong to.
    fn named(&self) -> Unread {
        fn of<'a, T: Identified>(kind: Kind, list: &'a [T]) -> impl Iterator<Item = (Kind, Arc<str>)> + 'a {
            list.iter().map(move |record| (kind, Arc::from(record.identity())))
        }
        of(Kind::Law, &self.laws)
            .chain(of(Kind::Provision, &self.provisions))
            .chain(of(Kind::Offence, &self.offences))
            .chain(of(Kind::Amendment, &self.amendments))
            .chain(of(Kind::Question, &self.questions))
            .collect()
    }

    fn resolve(&mut self, known: &Known, found: &mut Diagnostics) {
        for country in &mut self.countries {
            keep(&mut country.members, Kind::Country, |id| id.as_str(), known, found);
        }
        for instrument in &mut self.instruments {
            instrument.citations.retain(|c| cited(c, known, found));
            drop_unknown(&mut instrument.supplements, Kind::Instrument, |id| id.as_str(), known, found);
            if instrument.entry.as_ref().is_some_and(|e| !cited(&e.citation, known, found)) {
                instrument.entry = None;
            }
            for article in &mut instrument.articles {
                if article.citation.as_ref().is_some_and(|c| !cited(c, known, found)) {
                    article.citation = None;
                }
            }
        }
        self.actions.retain_mut(|action| {
            action.statements.retain(|s| cited(&s.citation, known, found));
            drop_unknown(&mut action.law, Kind::Law, |id| id.as_str(), known, found);
            let at = &action.instrument;
            known.check(Kind::Instrument, at.as_str(), at.span, found) && !action.statements.is_empty()
        });
        self.absences.retain(|absence| {
            let at = &absence.instrument;
            known.check(Kind::Instrument, at.as_str(), at.span, found) & cited(&absence.citation, known, found)
        });
        self.resolve_laws(known, found);
        self.resolve_codebook(known, found);
        self.statistics.retain(|s| cited(&s.citation, known, found));
        self.gaps.retain_mut(|gap| {
            keep(&mut gap.topics, Kind::Topic, |id| id.as_str(), known, found);
            if gap.later.as_ref().is_some_and(|(_, c)| !cited(c, known, found)) {
                gap.later = None;
            }
            cited(&gap.citation, known, found)
        });
        self.observations.retain_mut(|observation| {
            keep(&mut observation.topics, Kind::Topic, |id| id.as_str(), known, found);
            cited(&observation.citation, known, found)
        });
        for term in &mut self.terms {
            if term.citation.as_ref().is_some_and(|c| !cited(c, known, found)) {
                term.citation = None;
            }
        }
        for conflict in &mut self.conflicts {
            // A preferred side is named by its number, so no side may go; a conflict that lost one loses the choice.
            let before = conflict.sides.len();
            conflict.sides.retain(|s| cited(&s.citation, known, found));
            if conflict.sides.len() < before {
                conflict.preferred = None;
            }
        }
        for module in &mut self.modules {
            keep(&mut module.topics, Kind::Topic, |id| id.as_str(), known, found);
            for handout in &mut module.handouts {
                keep(&mut handout.questions, Kind::Question, |id| id.as_str(), known, found);
                keep(&mut handout.countries, Kind::Country, |id| id.as_str(), known, found);
            }
        }
    }

    fn resolve_laws(&mut self, known: &Known, found: &mut Diagnostics) {
        for law in &mut self.laws {
            law.citations.retain(|c| cited(c, known, found));
            keep(&mut law.topics, Kind::Topic, |id| id.as_str(), known, found);
            if law.repeal.as_ref().is_some_and(|r| !cited(&r.citation, known, found)) {
                law.repeal = None;
            }
            if let Some(repeal) = &mut law.repeal {
                drop_unknown(&mut repeal.by, Kind::Law, |id| id.as_str(), known, found);
            }
        }
        for provision in &mut self.provisions {
            keep(&mut provision.topics, Kind::Topic, |id| id.as_str(), known, found);
            provision.wordings.retain_mut(|wording| {
                drop_unknown(&mut wording.by, Kind::Amendment, |id| id.as_str(), known, found);
                cited(&wording.citation, known, found)
            });
        }
        self.offences.iter_mut().for_each(|offence| resolve_offence(offence, known, found));
        for amendment in &mut self.amendments {
            keep(&mut amendment.topics, Kind::Topic, |id| id.as_str(), known, found);
            keep(&mut amendment.follows, Kind::Amendment, |id| id.as_str(), known, found);
            drop_unknown(&mut amendment.law, Kind::Law, |id| id.as_str(), known, found);
            amendment.stages.retain(|s| cited(&s.citation, known, found));
            amendment.elements.retain_mut(|element| {
                keep(&mut element.topics, Kind::Topic, |id| id.as_str(), known, found);
                cited(&element.citation, known, found)
            });
        }
    }

    fn resolve_codebook(&mut self, known: &Known, found: &mut Diagnostics) {
        for question in &mut self.questions {
            keep(&mut question.topics, Kind::Topic, |id| id.as_str(), known, found);
            if let Some(computed) = &mut question.computed {
                keep(&mut computed.instruments, Kind::Instrument, |id| id.as_str(), known, found);
            }
            let parent = question.parent.as_ref().map(|p| &p.question);
            if parent.is_some_and(|q| !known.check(Kind::Question, q.as_str(), q.span, found)) {
                question.parent = None;
            }
        }
        self.findings.retain_mut(|finding| {
            finding.rests_on.retain_mut(|rests_on| rests(rests_on, known, found));
            if finding.region.as_ref().is_some_and(|r| !known.check(Kind::Country, r.id.as_str(), r.id.span, found)) {
                finding.region = None;
            }
            let question = &finding.question;
            known.check(Kind::Question, question.as_str(), question.span, found)
                & cited(&finding.citation, known, found)
        });
        self.changes.retain(|c| known.check(Kind::Question, c.question.as_str(), c.question.span, found));
    }

    /// Takes out the reference that closes a circle.
    fn break_circles(&mut self, found: &mut Diagnostics) {
        const HELP: &str = "take out one of the references on the way";
        let mut parents: BTreeMap<String, String> = self
            .questions
            .iter()
            .filter_map(|q| Some((q.id.to_string(), q.parent.as_ref()?.question.to_string())))
            .collect();
        for question in &mut self.questions {
            let at = question.parent.as_ref().map(|p| p.question.span);
            if let Some(at) = at.filter(|_| in_circle(question.id.as_str(), &parents)) {
                found.push(CIRCLE.at(at, format!("the question `{}` depends on itself", question.id)).help(HELP));
                question.parent = None;
                parents.remove(question.id.as_str());
            }
        }
        let mut supplemented: BTreeMap<String, String> = self
            .instruments
            .iter()
            .filter_map(|i| Some((i.id.to_string(), i.supplements.as_ref()?.to_string())))
            .collect();
        for instrument in &mut self.instruments {
            let at = instrument.supplements.as_ref().map(|s| s.span);
            if let Some(at) = at.filter(|_| in_circle(instrument.id.as_str(), &supplemented)) {
                found.push(CIRCLE.at(at, format!("the instrument `{}` supplements itself", instrument.id)).help(HELP));
                instrument.supplements = None;
                supplemented.remove(instrument.id.as_str());
            }
        }
        let ids: Vec<String> = self.amendments.iter().map(|a| a.id.to_string()).collect();
        let follows: BTreeMap<String, Vec<String>> = self
            .amendments
            .iter()
            .map(|a| (a.id.to_string(), a.follows.iter().map(|f| f.to_string()).collect()))
            .collect();
        let circular: BTreeSet<String> = ids.into_iter().filter(|id| reaches(id, id, &follows)).collect();
        for amendment in self.amendments.iter_mut().filter(|a| circular.contains(a.id.as_str())) {
            if let Some(first) = amendment.follows.iter().find(|f| circular.contains(f.value.as_str())) {
                let message = format!("the amendment `{}` follows from itself", amendment.id);
                found.push(CIRCLE.at(first.span, message).help(HELP));
            }
            amendment.follows.retain(|f| !circular.contains(f.value.as_str()));
        }
    }
}

/// Whether `id` lies on a circle of single references.
fn in_circle(id: &str, next: &BTreeMap<String, String>) -> bool {
    let mut at = id;
    for _ in 0..=next.len() {
        match next.get(at) {
            Some(further) if further == id => return true,
            Some(further) => at = further,
            None => return false,
        }
    }
    false
}

/// Whether `goal` is reached from `start` by one step or more.
fn reaches(start: &str, goal: &str, next: &BTreeMap<String, Vec<String>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&String> = next.get(start).into_iter().flatten().collect();
    while let Some(id) = open.pop() {
        if id == goal {
            return true;
        }
        if seen.insert(id) {
            open.extend(next.get(id).into_iter().flatten());
        }
    }
    false
}

/// Finds out which kind of record a finding rests on: `content` reads every identity as a law's.
fn rests(rests_on: &mut RestsOn, known: &Known, found: &mut Diagnostics) -> bool {
    let RestsOn::Law(text) = rests_on else { return true };
    let at = text.span;
    let written = text.value.to_string();
    let (wanted, id) = match written.split_once(':') {
        Some((word, id)) => (Some(word), id),
        None => (None, written.as_str()),
    };
    let fitting: Vec<Kind> = BASES
        .iter()
        .copied()
        .filter(|kind| wanted.is_none_or(|word| kind.word() == word) && known.has(*kind, id))
        .collect();
    match fitting[..] {
        [kind] => {
            *rests_on = match kind {
                Kind::Provision => RestsOn::Provision(At::new(super::ProvisionId::new(id), at)),
                Kind::Offence => RestsOn::Offence(At::new(super::OffenceId::new(id), at)),
                Kind::Amendment => RestsOn::Amendment(At::new(super::AmendmentId::new(id), at)),
                Kind::Instrument => RestsOn::Instrument(At::new(super::InstrumentId::new(id), at)),
                _ => RestsOn::Law(At::new(super::LawId::new(id), at)),
            };
            true
        }
        [] if BASES.iter().any(|kind| known.is_unread(*kind, id)) => false,
        [] if let Some(fault) = known.away.drafts.fault(&BASES, id, at) => {
            found.push(fault);
            false
        }
        [] => {
            let names = BASES.iter().filter_map(|kind| known.ids.get(kind)).flatten().map(|id| &**id);
            let near = nearest(id, names);
            let fault = UNKNOWN.at(at, format!("no provision, law, offence, amendment or instrument is `{id}`"));
            found.push(match near {
                Some(near) => fault.suggest(Some(near)),
                None => fault.help("where the word of the source is all, write `rests_on = [\"source\"]`"),
            });
            false
        }
        _ => {
            found.push(ambiguous(id, &fitting, at));
            false
        }
    }
}

/// What a finding can rest on.
const BASES: [Kind; 5] = [Kind::Provision, Kind::Law, Kind::Offence, Kind::Amendment, Kind::Instrument];

/// The columns: as the configuration names them, then by name; regions last.
fn columns(settings: &Settings, countries: &[Country]) -> Vec<CountryId> {
    let place = |id: &CountryId| settings.countries.iter().position(|c| c.value == *id).unwrap_or(usize::MAX);
    let mut list: Vec<&Country> = countries.iter().filter(|c| c.compared).collect();
    list.sort_by_key(|c| {
        let region = c.kind == super::CountryKind::Region;
        (region, place(&c.id), c.name.to_lowercase(), c.id.clone())
    });
    list.into_iter().map(|c| c.id.clone()).collect()
}

/// The questions in the order of the codebook.
fn codebook(sections: &[super::Section], questions: &[Question]) -> Vec<QuestionId> {
    let place: BTreeMap<&str, (i64, &str)> =
        sections.iter().map(|s| (s.id.as_str(), (s.order, s.id.as_str()))).collect();
    let mut list: Vec<&Question> = questions.iter().collect();
    list.sort_by_key(|q| (place.get(q.section.as_str()), q.order, q.id.clone()));
    list.into_iter().map(|q| q.id.clone()).collect()
}

/// Former identities, none of which may be in use.
fn aliases(parts: &Records, found: &mut Diagnostics) -> BTreeMap<(Kind, Arc<str>), Arc<str>> {
    fn add<T: Identified>(
        kind: Kind,
        list: &[T],
        head: impl Fn(&T) -> &super::Head,
        out: &mut BTreeMap<(Kind, Arc<str>), Arc<str>>,
        found: &mut Diagnostics,
    ) {
        let taken: BTreeSet<&str> = list.iter().map(Identified::identity).collect();
        for record in list {
            for alias in &head(record).aliases {
                let key: (Kind, Arc<str>) = (kind, alias.value.as_str().into());
                if taken.contains(alias.value.as_str()) || out.contains_key(&key) {
                    let message = format!("the {} `{}` has this identity already", kind.word(), alias.value);
                    found.push(ALIAS_TAKEN.at(alias.span, message).help("remove the alias"));
                } else {
                    out.insert(key, record.identity().into());
                }
            }
        }
    }
    let mut out = BTreeMap::new();
    add(Kind::Country, &parts.countries, |r| &r.head, &mut out, found);
    add(Kind::Instrument, &parts.instruments, |r| &r.head, &mut out, found);
    add(Kind::Law, &parts.laws, |r| &r.head, &mut out, found);
    add(Kind::Provision, &parts.provisions, |r| &r.head, &mut out, found);
    add(Kind::Amendment, &parts.amendments, |r| &r.head, &mut out, found);
    add(Kind::Topic, &parts.topics, |r| &r.head, &mut out, found);
    add(Kind::Question, &parts.questions, |r| &r.head, &mut out, found);
    add(Kind::Source, &parts.sources, |r| &r.head, &mut out, found);
    add(Kind::Page, &parts.pages, |r| &r.head, &mut out, found);
    add(Kind::Module, &parts.modules, |r| &r.head, &mut out, found);
    out
}

impl Corpus {
    /// References that are written as in prose: benchmarks, what conflicts touch, what amendments amend, what
    /// proves an answer; and the countries that the configuration names.
    fn settle_names(&mut self, away: &Away, found: &mut Diagnostics) {
        let mut wrong: BTreeSet<Span> = BTreeSet::new();
        let mut check = |text: &At<String>, corpus: &Corpus| {
            if let Err(lost) = corpus.resolve(&text.value) {
                found.extend(lost_at(corpus, &text.value, text.span, lost, away));
                wrong.insert(text.span);
            }
        };
        self.conflicts.iter().flat_map(|c| &c.touches).for_each(|t| check(t, self));
        self.amendments.iter().flat_map(|a| &a.amends).for_each(|t| check(t, self));
        self.questions.iter().filter_map(|q| q.benchmark.as_ref()).for_each(|t| check(t, self));
        self.modules.iter().flat_map(|m| &m.exercises).flat_map(|e| &e.proves).for_each(|t| check(t, self));
        let named = self.settings.countries.iter().chain(self.settings.groups.iter().flat_map(|g| &g.countries));
        for country in named.filter(|c| self.countries.get(c.as_str()).is_none()) {
            wrong.insert(country.span);
            // A draft has its place in the order, for those who look at drafts.
            if is_unread(country.as_str(), &away.unread) || away.drafts.has(Kind::Country, country.as_str()) {
                continue;
            }
            let names = self.countries.iter().map(|c| c.id.as_str());
            let near = nearest(country.as_str(), names);
            found.push(UNKNOWN.at(country.span, format!("there is no country `{}`", country.value)).suggest(near));
        }
        self.settle_safety(away, &mut wrong, found);
        self.settings.countries.retain(|c| !wrong.contains(&c.span));
        self.settings.groups.iter_mut().for_each(|g| g.countries.retain(|c| !wrong.contains(&c.span)));
        let right = |text: &At<String>| !wrong.contains(&text.span);
        self.conflicts.each_mut(|c| c.touches.retain(right));
        self.amendments.each_mut(|a| a.amends.retain(right));
        self.modules.each_mut(|m| m.exercises.iter_mut().for_each(|e| e.proves.retain(right)));
        self.questions.each_mut(|q| {
            if q.benchmark.as_ref().is_some_and(|b| !right(b)) {
                q.benchmark = None;
            }
        });
    }
}

impl Corpus {
    /// What the configuration names for the safety of readers: sections, and the page with help.
    fn settle_safety(&mut self, away: &Away, wrong: &mut BTreeSet<Span>, found: &mut Diagnostics) {
        let safety = &self.settings.safety;
        let sections = safety.sections.iter().filter(|id| self.sections.get(id.as_str()).is_none());
        let help = safety.help.iter().filter(|id| self.pages.get(id.as_str()).is_none());
        let sections = sections.map(|id| (Kind::Section, id.span, id.as_str()));
        for (kind, span, id) in sections.chain(help.map(|id| (Kind::Page, id.span, id.as_str()))) {
            wrong.insert(span);
            if is_unread(id, &away.unread) {
                continue;
            }
            if let Some(fault) = away.drafts.fault(&[kind], id, span) {
                found.push(fault);
                continue;
            }
            let names: Vec<&str> = match kind {
                Kind::Section => self.sections.iter().map(|section| section.id.as_str()).collect(),
                _ => self.pages.iter().map(|page| page.id.as_str()).collect(),
            };
            found.push(UNKNOWN.at(span, format!("there is no {} `{id}`", kind.word())).suggest(nearest(id, names)));
        }
        self.settings.safety.sections.retain(|id| !wrong.contains(&id.span));
        self.settings.safety.help.take_if(|id| wrong.contains(&id.span));
    }
}

/// Reports references in prose that lead nowhere; the prose stays as it is.
fn check_prose(corpus: &Corpus, away: &Away, found: &mut Diagnostics) {
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    walk::each_prose(corpus, &mut |_, prose| {
        for reference in prose.refs() {
            let named = match &reference.target {
                Target::Record(text) => text,
                Target::Source { source, .. } => source,
            };
            if !seen.insert(reference.span) || is_unread(named, &away.unread) {
                continue;
            }
            match reference.target {
                Target::Record(text) => {
                    if let Err(lost) = corpus.resolve(&text) {
                        found.extend(lost_at(corpus, &text, reference.span, lost, away));
                    }
                }
                Target::Source { source, .. } => {
                    if corpus.sources.get(&source).is_some() {
                        continue;
                    }
                    if let Some(fault) = away.drafts.fault(&[Kind::Source], &source, reference.span) {
                        found.push(fault);
                    } else {
                        let near = nearest(&source, corpus.sources.iter().map(|s| s.id.as_str()));
                        let fault = UNKNOWN.at(reference.span, format!("there is no source `{source}`"));
                        found.push(with_remedy(fault, near, Kind::Source, &source));
                    }
                }
            }
        }
    });
}

fn ambiguous(text: &str, kinds: &[Kind], span: Span) -> Diagnostic {
    let words: Vec<&str> = kinds.iter().map(|k| k.word()).collect();
    let ways: Vec<String> = words.iter().map(|w| format!("`{w}:{text}`")).collect();
    AMBIGUOUS
        .at(span, format!("`{text}` is the name of several things: {}", words.join(", ")))
        .help(format!("write {}", ways.join(" or ")))
}

/// The nearest name; where nothing is near, the file that would make it known.
fn with_remedy(diagnostic: Diagnostic, near: Option<&str>, kind: Kind, id: &str) -> Diagnostic {
    let folder = match kind {
        Kind::Source => Some("sources"),
        Kind::Topic => Some("topics"),
        Kind::Instrument => Some("instruments"),
        _ => None,
    };
    match (near, folder.filter(|_| is_slug(id))) {
        (None, Some(folder)) => diagnostic.help(format!("write `content/{folder}/{id}.md`, or correct the name")),
        (near, _) => diagnostic.suggest(near),
    }
}

/// Whether `text` names a record that could not be read.
fn is_unread(text: &str, unread: &Unread) -> bool {
    if unread.is_empty() {
        return false;
    }
    let whole = text.split('#').next().unwrap_or_default();
    let id = whole.split_once(':').map_or(whole, |(_, id)| id);
    Kind::ALL.iter().any(|kind| unread.contains(&(*kind, Arc::from(id))))
}

/// The fault of a reference that leads nowhere; none where the record could not be read, for that is told.
fn lost_at(corpus: &Corpus, text: &str, span: Span, lost: Lost, away: &Away) -> Option<Diagnostic> {
    if is_unread(text, &away.unread) {
        return None;
    }
    Some(match lost {
        Lost::Unknown => {
            let whole = text.split('#').next().unwrap_or_default();
            let (word, id) = whole.split_once(':').map_or((None, whole), |(word, id)| (Some(word), id));
            let kinds: Vec<Kind> = match word {
                Some(word) => Kind::parse(word).into_iter().collect(),
                None => kinds_with(id.matches('/').count()).to_vec(),
            };
            if let Some(fault) = away.drafts.fault(&kinds, id, span) {
                return Some(fault);
            }
            let near = nearest(id, corpus.names(id.matches('/').count()));
            UNKNOWN.at(span, format!("nothing has the identity `{whole}`")).suggest(near)
        }
        Lost::Ambiguous(kinds) => ambiguous(text, &kinds, span),
        Lost::Part(thing) => {
            let part = text.split_once('#').map_or("", |(_, part)| part);
            if thing.kind == Kind::Question
                && let Some(fault) = away.drafts.fault(&[Kind::Country], part, span)
            {
                return Some(fault);
            }
            let parts: Vec<&str> = match thing.kind {
                Kind::Instrument => corpus
                    .instruments
                    .get(&thing.id)
                    .into_iter()
                    .flat_map(|i| &i.articles)
                    .map(|a| a.key.as_str())
                    .collect(),
                Kind::Amendment => corpus
                    .amendments
                    .get(&thing.id)
                    .into_iter()
                    .flat_map(|a| &a.elements)
                    .map(|e| e.id.as_str())
                    .collect(),
                Kind::Question => corpus.columns.iter().map(CountryId::as_str).collect(),
                Kind::Module => corpus.modules.get(&thing.id).into_iter().flat_map(|m| m.parts()).collect(),
                _ => Vec::new(),
            };
            let near = nearest(part, parts.iter().copied());
            let diagnostic =
                UNKNOWN_PART.at(span, format!("the {} `{}` has no part `{part}`", thing.kind.word(), thing.id));
            match near {
                Some(_) => diagnostic.suggest(near),
                None if parts.is_empty() => diagnostic.help("leave out what stands after `#`"),
                None => diagnostic.help(format!(
                    "it has {}",
                    parts.iter().take(12).map(|p| format!("`{p}`")).collect::<Vec<_>>().join(", ")
                )),
            }
        }
    })
}
