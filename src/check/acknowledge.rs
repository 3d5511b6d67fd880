//! Acknowledged faults: those that must stand because the sources themselves contradict each other.
//!
//! An acknowledgement removes every fault of its code that is reported within its own record or entry: from where that
//! begins to where the next one in the same file begins. That of an instrument or a source reaches further: to every
//! act towards that instrument, and to every act or absence that cites the source. Only what this room finds can be
//! acknowledged, errors and warnings alike: faults of reading or of references have cost the site content that no
//! reason brings back. An acknowledgement that removes nothing is a fault itself, so that none outlives its reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{Acknowledgement, Corpus, Head, Record};
use crate::text::{Diagnostic, Diagnostics, Fault, FileId, Level, Span, nearest};

pub static ACKNOWLEDGED_UNKNOWN: Fault = Fault {
    code: "acknowledged-unknown",
    level: Level::Error,
    summary: "an acknowledgement names no fault that a record can acknowledge",
    explanation: "`fault` is the code in square brackets of a report: `error[date-order]`. Faults of reading (an unknown field, \
                  a wrong type) and of reference cannot be acknowledged: they are mended.\n\n\
                  `collatio explain` lists all codes.",
};

pub static ACKNOWLEDGED_IN_VAIN: Fault = Fault {
    code: "acknowledged-in-vain",
    level: Level::Error,
    summary: "an acknowledgement that is not needed",
    explanation: "The fault that it acknowledges is not there, or not in this record or entry. Left standing, it would hide \
                  the next fault of this kind, which nobody has looked at.\n\n\
                  Remove it, or move it into the entry at which the fault is reported.",
};

/// Removes acknowledged faults, and reports acknowledgements that name no fault of this room (`known`) or remove
/// nothing.
pub(super) fn acknowledge(corpus: &Corpus, known: &[&'static Fault], mut found: Diagnostics) -> Diagnostics {
    let starts = starts(corpus);
    let entry_of = |span: Span| {
        let starts = starts.get(&span.file)?;
        let after = starts.partition_point(|start| *start <= span.start);
        after.checked_sub(1).and_then(|at| starts.get(at)).map(|start| (span.file, *start))
    };
    let mut wanted: BTreeMap<(FileId, u32), Vec<&Acknowledgement>> = BTreeMap::new();
    for head in heads(corpus).filter(|head| !head.acknowledge.is_empty()) {
        wanted.entry((head.at.file, head.at.start)).or_default().extend(&head.acknowledge);
    }
    if wanted.is_empty() {
        return found;
    }
    let mut codes: BTreeSet<&str> = known.iter().map(|fault| fault.code).collect();
    codes.extend(found.iter().map(|d| d.fault).filter(|f| f.level == Level::Warning).map(|f| f.code));
    let mut used: BTreeSet<Span> = BTreeSet::new();
    let reach = reach(corpus, |place| wanted.contains_key(&place));
    found.take_if(|diagnostic| {
        let entry = entry_of(diagnostic.span);
        let further = entry.and_then(|entry| reach.get(&entry)).into_iter().flatten().copied();
        let here = entry.into_iter().chain(further).filter_map(|entry| wanted.get(&entry)).flatten();
        let here = here.filter(|a| a.fault.value == diagnostic.fault.code);
        let here: Vec<Span> = here.filter(|_| codes.contains(diagnostic.fault.code)).map(|a| a.fault.span).collect();
        used.extend(&here);
        !here.is_empty()
    });
    let vain = wanted.into_values().flatten().filter(|a| !used.contains(&a.fault.span));
    let vain: Vec<Diagnostic> = vain.map(|a| in_vain(a, &codes)).collect();
    found.extend(vain);
    found
}

/// A record or entry, identified by its file and the offset at which it begins.
type Place = (FileId, u32);

/// For each act and absence, its instrument and its sources as far as they have acknowledgements (`has`), which then
/// apply to it.
fn reach(corpus: &Corpus, has: impl Fn(Place) -> bool) -> BTreeMap<Place, Vec<Place>> {
    let place = |head: &Head| (head.at.file, head.at.start);
    let instrument = |id: &str| corpus.instruments.get(id).map(|record| place(&record.head));
    let source = |id: &str| corpus.sources.get(id).map(|record| place(&record.head));
    let mut reach = BTreeMap::new();
    let mut add = |entry: Place, mut from: Vec<Place>| {
        from.retain(|place| has(*place));
        from.sort_unstable();
        from.dedup();
        if !from.is_empty() {
            reach.insert(entry, from);
        }
    };
    for action in &corpus.actions {
        let sources = action.statements.iter().filter_map(|s| source(s.citation.source.as_str()));
        add(place(&action.head), instrument(action.instrument.as_str()).into_iter().chain(sources).collect());
    }
    for absence in &corpus.absences {
        let sources = source(absence.citation.source.as_str());
        add(place(&absence.head), instrument(absence.instrument.as_str()).into_iter().chain(sources).collect());
    }
    reach
}

fn in_vain(acknowledgement: &Acknowledgement, codes: &BTreeSet<&str>) -> Diagnostic {
    let fault = &acknowledgement.fault;
    if codes.contains(fault.as_str()) {
        ACKNOWLEDGED_IN_VAIN
            .at(fault.span, format!("`{}` is acknowledged, but is not found here", fault.value))
            .help("remove the acknowledgement, or move it into the entry at which the fault is reported")
    } else {
        ACKNOWLEDGED_UNKNOWN
            .at(fault.span, format!("`{}` is not a fault that a record can acknowledge", fault.value))
            .suggest(nearest(&fault.value, codes.iter().copied()))
    }
}

/// The offsets at which records and entries begin, by file, sorted.
fn starts(corpus: &Corpus) -> BTreeMap<FileId, Vec<u32>> {
    let mut starts: BTreeMap<FileId, Vec<u32>> = BTreeMap::new();
    for head in heads(corpus) {
        starts.entry(head.at.file).or_default().push(head.at.start);
    }
    for list in starts.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    starts
}

/// The heads of all records and entries in content. Computed findings are left out: they have the place of the
/// statement from which they were computed, and would split its entry.
pub(super) fn heads(corpus: &Corpus) -> impl Iterator<Item = &Head> {
    corpus.every_record().filter(|record| record.is_written()).map(Record::head)
}
