//! Resolves references between records and reports those that cannot be resolved: a record that requires the reference
//! is dropped, in others only the reference is. Owners are resolved before the records that they own.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::text::{At, Diagnostics, nearest};

use super::super::{
    AmendmentId, Citation, InstrumentId, Kind, LawId, Offence, OffenceId, ProvisionId, Record, Records, RestsOn,
};
use super::index::{IdIndex, UNKNOWN};
use super::reference::ambiguous;

/// Resolves all references between records. Dropped records are added to `records.excluded`.
pub(super) fn resolve(records: &mut Records, found: &mut Diagnostics) {
    let mut index = IdIndex::new(std::mem::take(&mut records.excluded));
    index.add(&records.countries);
    index.add(&records.sources);
    index.add(&records.topics);
    index.add(&records.terms);
    index.add(&records.pages);
    index.add(&records.modules);
    index.add(&records.instruments);
    index.add(&records.sections);
    index.add(&records.conflicts);
    let owned = owned(records);
    let of_country = |record: &dyn Record| matches!(record.owner(), Some((Kind::Country, _)));
    records.retain(|record| !of_country(record) || index.has_owner(record, found));
    index.add(&records.laws);
    index.add(&records.amendments);
    // An article is not reported if its law exists in the files and was dropped only because its country was.
    let gone = owned.iter().filter(|(kind, id)| *kind == Kind::Law && !index.has(*kind, id)).cloned();
    let gone: Vec<(Kind, Arc<str>)> = gone.collect();
    index.excluded.unread.extend(gone);
    records.retain(|record| of_country(record) || index.has_owner(record, found));
    let offences = std::mem::take(&mut records.offences).into_iter();
    let (with_source, mut without) = offences.partition::<Vec<_>, _>(|r| cited(&r.citation, &index, found));
    records.offences = with_source;
    index.add(&records.provisions);
    index.add(&records.questions);
    index.add(&records.offences);
    // Dropped records have been reported, so references to them are not reported again.
    let gone: Vec<(Kind, Arc<str>)> = owned.into_iter().filter(|(kind, id)| !index.has(*kind, id)).collect();
    index.excluded.unread.extend(gone);
    // These records are dropped in any case; they are resolved only to report all of their faults in this run.
    without.iter_mut().for_each(|offence| resolve_offence(offence, &index, found));
    resolve_references(records, &index, found);
    records.excluded = index.excluded;
}

/// The ids of records that are dropped if their owner does not exist.
fn owned(records: &Records) -> BTreeSet<(Kind, Arc<str>)> {
    let mut list = BTreeSet::new();
    records.each_named(|record| {
        let named = record.named().filter(|_| record.owner().is_some());
        list.extend(named.map(|(kind, id)| (kind, Arc::from(id))));
    });
    list
}

fn resolve_references(records: &mut Records, index: &IdIndex, found: &mut Diagnostics) {
    for list in records.sources.iter_mut().flat_map(|source| &mut source.complete) {
        keep(&mut list.instruments, Kind::Instrument, |id| id.as_str(), index, found);
    }
    for country in &mut records.countries {
        for list in [&mut country.members, &mut country.predecessors, &mut country.successors] {
            keep(list, Kind::Country, |id| id.as_str(), index, found);
        }
        drop_unknown(&mut country.part_of, Kind::Country, |id| id.as_str(), index, found);
    }
    for instrument in &mut records.instruments {
        instrument.citations.retain(|c| cited(c, index, found));
        drop_unknown(&mut instrument.supplements, Kind::Instrument, |id| id.as_str(), index, found);
        if instrument.entry.as_ref().is_some_and(|e| !cited(&e.citation, index, found)) {
            instrument.entry = None;
        }
        for exception in instrument.entry.iter_mut().flat_map(|entry| &mut entry.exceptions) {
            keep(&mut exception.countries, Kind::Country, |id| id.as_str(), index, found);
        }
        if let Some(end) = &mut instrument.end {
            drop_unknown(&mut end.by, Kind::Instrument, |id| id.as_str(), index, found);
        }
        if instrument.end.as_ref().is_some_and(|end| !cited(&end.citation, index, found)) {
            instrument.end = None;
        }
        for article in &mut instrument.articles {
            if article.citation.as_ref().is_some_and(|c| !cited(c, index, found)) {
                article.citation = None;
            }
        }
    }
    records.actions.retain_mut(|action| {
        action.statements.retain(|s| cited(&s.citation, index, found));
        drop_unknown(&mut action.law, Kind::Law, |id| id.as_str(), index, found);
        drop_unknown(&mut action.to, Kind::Country, |id| id.as_str(), index, found);
        let at = &action.instrument;
        index.check(Kind::Instrument, at.as_str(), at.span, found) && !action.statements.is_empty()
    });
    records.absences.retain(|absence| {
        let at = &absence.instrument;
        index.check(Kind::Instrument, at.as_str(), at.span, found) & cited(&absence.citation, index, found)
    });
    resolve_laws(records, index, found);
    resolve_codebook(records, index, found);
    records.statistics.retain(|s| cited(&s.citation, index, found));
    records.gaps.retain_mut(|gap| {
        keep(&mut gap.topics, Kind::Topic, |id| id.as_str(), index, found);
        if gap.later.as_ref().is_some_and(|(_, c)| !cited(c, index, found)) {
            gap.later = None;
        }
        cited(&gap.citation, index, found)
    });
    records.observations.retain_mut(|observation| {
        keep(&mut observation.topics, Kind::Topic, |id| id.as_str(), index, found);
        cited(&observation.citation, index, found)
    });
    for term in &mut records.terms {
        if term.citation.as_ref().is_some_and(|c| !cited(c, index, found)) {
            term.citation = None;
        }
    }
    for conflict in &mut records.conflicts {
        // `preferred` is the number of a side, so it no longer fits once a side is dropped.
        let before = conflict.sides.len();
        conflict.sides.retain(|s| cited(&s.citation, index, found));
        if conflict.sides.len() < before {
            conflict.preferred = None;
        }
    }
    for module in &mut records.modules {
        keep(&mut module.topics, Kind::Topic, |id| id.as_str(), index, found);
        for handout in &mut module.handouts {
            keep(&mut handout.questions, Kind::Question, |id| id.as_str(), index, found);
            keep(&mut handout.countries, Kind::Country, |id| id.as_str(), index, found);
        }
    }
}

fn resolve_laws(records: &mut Records, index: &IdIndex, found: &mut Diagnostics) {
    for law in &mut records.laws {
        law.citations.retain(|c| cited(c, index, found));
        keep(&mut law.topics, Kind::Topic, |id| id.as_str(), index, found);
        if law.repeal.as_ref().is_some_and(|r| !cited(&r.citation, index, found)) {
            law.repeal = None;
        }
        if let Some(repeal) = &mut law.repeal {
            drop_unknown(&mut repeal.by, Kind::Law, |id| id.as_str(), index, found);
        }
    }
    for provision in &mut records.provisions {
        keep(&mut provision.topics, Kind::Topic, |id| id.as_str(), index, found);
        provision.wordings.retain_mut(|wording| {
            keep(&mut wording.by, Kind::Amendment, |id| id.as_str(), index, found);
            keep(&mut wording.repealed_by, Kind::Amendment, |id| id.as_str(), index, found);
            wording.repealed |= !wording.repealed_by.is_empty();
            cited(&wording.citation, index, found)
        });
    }
    records.offences.iter_mut().for_each(|offence| resolve_offence(offence, index, found));
    for amendment in &mut records.amendments {
        keep(&mut amendment.topics, Kind::Topic, |id| id.as_str(), index, found);
        keep(&mut amendment.follows, Kind::Amendment, |id| id.as_str(), index, found);
        drop_unknown(&mut amendment.law, Kind::Law, |id| id.as_str(), index, found);
        amendment.stages.retain(|s| cited(&s.citation, index, found));
        amendment.elements.retain_mut(|element| {
            keep(&mut element.topics, Kind::Topic, |id| id.as_str(), index, found);
            cited(&element.citation, index, found)
        });
    }
}

fn resolve_codebook(records: &mut Records, index: &IdIndex, found: &mut Diagnostics) {
    for question in &mut records.questions {
        keep(&mut question.topics, Kind::Topic, |id| id.as_str(), index, found);
        if let Some(computed) = &mut question.computed {
            keep(&mut computed.instruments, Kind::Instrument, |id| id.as_str(), index, found);
        }
        drop_unknown(&mut question.about, Kind::Question, |id| id.as_str(), index, found);
        let parent = question.parent.as_ref().map(|p| &p.question);
        if parent.is_some_and(|q| !index.check(Kind::Question, q.as_str(), q.span, found)) {
            question.parent = None;
        }
    }
    records.findings.retain_mut(|finding| {
        finding.rests_on.retain_mut(|rests_on| rests(rests_on, index, found));
        if finding.region.as_ref().is_some_and(|r| !index.check(Kind::Country, r.id.as_str(), r.id.span, found)) {
            finding.region = None;
        }
        let question = &finding.question;
        index.check(Kind::Question, question.as_str(), question.span, found) & cited(&finding.citation, index, found)
    });
    records.changes.retain(|c| index.check(Kind::Question, c.question.as_str(), c.question.span, found));
}

/// Removes unknown ids from a list, and reports them.
fn keep<T>(list: &mut Vec<At<T>>, kind: Kind, id: impl Fn(&T) -> &str, index: &IdIndex, found: &mut Diagnostics) {
    list.retain(|at| index.check(kind, id(&at.value), at.span, found));
}

/// Removes an unknown id from a field, and reports it.
fn drop_unknown<T>(
    field: &mut Option<At<T>>,
    kind: Kind,
    id: impl Fn(&T) -> &str,
    index: &IdIndex,
    found: &mut Diagnostics,
) {
    if field.as_ref().is_some_and(|at| !index.check(kind, id(&at.value), at.span, found)) {
        *field = None;
    }
}

fn resolve_offence(offence: &mut Offence, index: &IdIndex, found: &mut Diagnostics) {
    keep(&mut offence.topics, Kind::Topic, |id| id.as_str(), index, found);
    drop_unknown(&mut offence.provision, Kind::Provision, |id| id.as_str(), index, found);
    drop_unknown(&mut offence.law, Kind::Law, |id| id.as_str(), index, found);
}

fn cited(citation: &Citation, index: &IdIndex, found: &mut Diagnostics) -> bool {
    index.check(Kind::Source, citation.source.as_str(), citation.source.span, found)
}

/// Corrects the kind of a reference: `content` does not know the kinds and decodes every id as a law's.
fn rests(rests_on: &mut RestsOn, index: &IdIndex, found: &mut Diagnostics) -> bool {
    let RestsOn::Law(text) = rests_on else { return true };
    let at = text.span;
    let written = text.value.to_string();
    let (wanted, id) = match written.split_once(':') {
        Some((word, id)) => (Some(word), id),
        None => (None, written.as_str()),
    };
    // Only an article has parts on which a finding can rest. Whether it has this one, is checked when all records are
    // there.
    let (id, part) = id.split_once('#').map_or((id, None), |(id, part)| (id, Some(part)));
    let fitting: Vec<Kind> = BASES
        .iter()
        .copied()
        .filter(|kind| wanted.is_none_or(|word| kind.word() == word) && index.has(*kind, id))
        .filter(|kind| part.is_none() || *kind == Kind::Provision)
        .collect();
    match fitting[..] {
        [kind] => {
            *rests_on = match kind {
                Kind::Provision => RestsOn::Provision(At::new(ProvisionId::new(id), at), part.map(Arc::from)),
                Kind::Offence => RestsOn::Offence(At::new(OffenceId::new(id), at)),
                Kind::Amendment => RestsOn::Amendment(At::new(AmendmentId::new(id), at)),
                Kind::Instrument => RestsOn::Instrument(At::new(InstrumentId::new(id), at)),
                _ => RestsOn::Law(At::new(LawId::new(id), at)),
            };
            true
        }
        [] if BASES.iter().any(|kind| index.excluded.is_unread(*kind, id)) => false,
        [] if let Some(fault) = index.excluded.drafts.fault(&BASES, id, at) => {
            found.push(fault);
            false
        }
        [] => {
            let names = BASES.iter().flat_map(|kind| index.of(*kind));
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

/// The kinds of record that a finding can rest on.
const BASES: [Kind; 5] = [Kind::Provision, Kind::Law, Kind::Offence, Kind::Amendment, Kind::Instrument];
