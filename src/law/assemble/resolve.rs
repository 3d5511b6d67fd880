//! Resolves references between records and reports those that cannot be resolved: a record that requires the reference
//! is dropped, in others only the reference is. Owners are resolved before the records that they own.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::text::{At, Diagnostics, paragraph_address};

use super::super::{
    AmendmentId, Citation, InstrumentId, Kind, LawId, Offence, OffenceId, ProvisionId, Record, Records, RestsOn,
    Settings, SourceId,
};
use super::derive::Aliases;
use super::index::{IdIndex, UNKNOWN};
use super::reference::ambiguous;
use super::remedy::remedy;

/// Resolves all references between records. Dropped records are added to `records.excluded`.
pub(super) fn resolve(records: &mut Records, aliases: &Aliases, found: &mut Diagnostics) {
    let mut index = IdIndex::new(std::mem::take(&mut records.excluded), aliases);
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
    records.offences.iter_mut().for_each(|r| rename(&mut r.citation.source, Kind::Source, SourceId::as_str, &index));
    let has_source = |r: &Offence, found: &mut Diagnostics| {
        let source = &r.citation.source;
        index.check(Kind::Source, source.as_str(), source.span, found)
    };
    let offences = std::mem::take(&mut records.offences).into_iter();
    let (with_source, mut without) = offences.partition::<Vec<_>, _>(|r| has_source(r, found));
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
        instrument.citations.retain_mut(|c| cited(c, index, found));
        drop_unknown(&mut instrument.supplements, Kind::Instrument, |id| id.as_str(), index, found);
        if instrument.entry.as_mut().is_some_and(|e| !cited(&mut e.citation, index, found)) {
            instrument.entry = None;
        }
        for exception in instrument.entry.iter_mut().flat_map(|entry| &mut entry.exceptions) {
            keep(&mut exception.countries, Kind::Country, |id| id.as_str(), index, found);
        }
        if let Some(end) = &mut instrument.end {
            drop_unknown(&mut end.by, Kind::Instrument, |id| id.as_str(), index, found);
        }
        if instrument.end.as_mut().is_some_and(|end| !cited(&mut end.citation, index, found)) {
            instrument.end = None;
        }
        for article in &mut instrument.articles {
            if article.citation.as_mut().is_some_and(|c| !cited(c, index, found)) {
                article.citation = None;
            }
        }
    }
    records.actions.retain_mut(|action| {
        action.statements.retain_mut(|s| cited(&mut s.citation, index, found));
        drop_unknown(&mut action.law, Kind::Law, |id| id.as_str(), index, found);
        drop_unknown(&mut action.to, Kind::Country, |id| id.as_str(), index, found);
        let instrument = &mut action.instrument;
        known(instrument, Kind::Instrument, |id| id.as_str(), index, found) && !action.statements.is_empty()
    });
    records.absences.retain_mut(|absence| {
        known(&mut absence.instrument, Kind::Instrument, |id| id.as_str(), index, found)
            & cited(&mut absence.citation, index, found)
    });
    resolve_laws(records, index, found);
    resolve_codebook(records, index, found);
    records.statistics.retain_mut(|s| cited(&mut s.citation, index, found));
    records.gaps.retain_mut(|gap| {
        keep(&mut gap.topics, Kind::Topic, |id| id.as_str(), index, found);
        if gap.later.as_mut().is_some_and(|(_, c)| !cited(c, index, found)) {
            gap.later = None;
        }
        cited(&mut gap.citation, index, found)
    });
    records.observations.retain_mut(|observation| {
        keep(&mut observation.topics, Kind::Topic, |id| id.as_str(), index, found);
        cited(&mut observation.citation, index, found)
    });
    for term in &mut records.terms {
        if term.citation.as_mut().is_some_and(|c| !cited(c, index, found)) {
            term.citation = None;
        }
    }
    for conflict in &mut records.conflicts {
        // `preferred` is the number of a side, so it no longer fits once a side is dropped.
        let before = conflict.sides.len();
        conflict.sides.retain_mut(|s| cited(&mut s.citation, index, found));
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
        law.citations.retain_mut(|c| cited(c, index, found));
        keep(&mut law.topics, Kind::Topic, |id| id.as_str(), index, found);
        if law.repeal.as_mut().is_some_and(|r| !cited(&mut r.citation, index, found)) {
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
            cited(&mut wording.citation, index, found)
        });
    }
    records.offences.iter_mut().for_each(|offence| resolve_offence(offence, index, found));
    for amendment in &mut records.amendments {
        keep(&mut amendment.topics, Kind::Topic, |id| id.as_str(), index, found);
        keep(&mut amendment.follows, Kind::Amendment, |id| id.as_str(), index, found);
        drop_unknown(&mut amendment.law, Kind::Law, |id| id.as_str(), index, found);
        amendment.stages.retain_mut(|s| cited(&mut s.citation, index, found));
        amendment.elements.retain_mut(|element| {
            keep(&mut element.topics, Kind::Topic, |id| id.as_str(), index, found);
            cited(&mut element.citation, index, found)
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
        let parent = question.parent.as_mut().map(|p| &mut p.question);
        if parent.is_some_and(|q| !known(q, Kind::Question, |id| id.as_str(), index, found)) {
            question.parent = None;
        }
    }
    records.findings.retain_mut(|finding| {
        finding.rests_on.retain_mut(|rests_on| rests(rests_on, index, found));
        let region = finding.region.as_mut().map(|r| &mut r.id);
        if region.is_some_and(|id| !known(id, Kind::Country, |id| id.as_str(), index, found)) {
            finding.region = None;
        }
        finding.also.retain_mut(|also| cited(&mut also.citation, index, found));
        known(&mut finding.question, Kind::Question, |id| id.as_str(), index, found)
            & cited(&mut finding.citation, index, found)
    });
    records.changes.retain_mut(|c| known(&mut c.question, Kind::Question, |id| id.as_str(), index, found));
}

/// Replaces a former id by the present one.
fn rename<T: From<Arc<str>>>(at: &mut At<T>, kind: Kind, id: impl Fn(&T) -> &str, index: &IdIndex) {
    if let Some(now) = index.present(kind, id(&at.value)) {
        at.value = T::from(now);
    }
}

/// Whether a reference leads to a record, under its present or a former id; if not, reports it.
fn known<T: From<Arc<str>>>(
    at: &mut At<T>,
    kind: Kind,
    id: impl Fn(&T) -> &str,
    index: &IdIndex,
    found: &mut Diagnostics,
) -> bool {
    rename(at, kind, &id, index);
    index.check(kind, id(&at.value), at.span, found)
}

/// Replaces former ids in the configuration by present ones.
pub(super) fn rename_in_settings(settings: &mut Settings, aliases: &Aliases) {
    if aliases.is_empty() {
        return;
    }
    let present = |kind: Kind, id: &str| aliases.get(&(kind, id.into())).cloned();
    for at in settings.countries.iter_mut().chain(settings.groups.iter_mut().flat_map(|group| &mut group.countries)) {
        present(Kind::Country, at.as_str()).into_iter().for_each(|now| at.value = now.into());
    }
    for at in &mut settings.safety.sections {
        present(Kind::Section, at.as_str()).into_iter().for_each(|now| at.value = now.into());
    }
    if let Some(at) = &mut settings.safety.help {
        present(Kind::Page, at.as_str()).into_iter().for_each(|now| at.value = now.into());
    }
}

/// Removes unknown ids from a list, and reports them.
fn keep<T: From<Arc<str>>>(
    list: &mut Vec<At<T>>,
    kind: Kind,
    id: impl Fn(&T) -> &str,
    index: &IdIndex,
    found: &mut Diagnostics,
) {
    list.retain_mut(|at| known(at, kind, &id, index, found));
}

/// Removes an unknown id from a field, and reports it.
fn drop_unknown<T: From<Arc<str>>>(
    field: &mut Option<At<T>>,
    kind: Kind,
    id: impl Fn(&T) -> &str,
    index: &IdIndex,
    found: &mut Diagnostics,
) {
    if field.as_mut().is_some_and(|at| !known(at, kind, id, index, found)) {
        *field = None;
    }
}

fn resolve_offence(offence: &mut Offence, index: &IdIndex, found: &mut Diagnostics) {
    keep(&mut offence.topics, Kind::Topic, |id| id.as_str(), index, found);
    drop_unknown(&mut offence.provision, Kind::Provision, |id| id.as_str(), index, found);
    drop_unknown(&mut offence.law, Kind::Law, |id| id.as_str(), index, found);
}

fn cited(citation: &mut Citation, index: &IdIndex, found: &mut Diagnostics) -> bool {
    known(&mut citation.source, Kind::Source, |id| id.as_str(), index, found)
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
    let former = || RestsOn::KINDS.iter().filter(|kind| wanted.is_none_or(|word| kind.word() == word));
    let now = match RestsOn::KINDS.iter().any(|kind| index.has(*kind, id)) {
        true => None,
        false => former().find_map(|kind| index.present(*kind, id)),
    };
    let id = now.as_deref().unwrap_or(id);
    let fitting: Vec<Kind> = RestsOn::KINDS
        .iter()
        .copied()
        .filter(|kind| wanted.is_none_or(|word| kind.word() == word) && index.has(*kind, id))
        .filter(|kind| part.is_none() || *kind == Kind::Provision)
        .collect();
    match fitting[..] {
        [kind] => {
            *rests_on = match kind {
                Kind::Provision => {
                    let paragraph = part.map(|part| paragraph_address(part).into());
                    RestsOn::Provision(At::new(ProvisionId::new(id), at), paragraph)
                }
                Kind::Offence => RestsOn::Offence(At::new(OffenceId::new(id), at)),
                Kind::Amendment => RestsOn::Amendment(At::new(AmendmentId::new(id), at)),
                Kind::Instrument => RestsOn::Instrument(At::new(InstrumentId::new(id), at)),
                _ => RestsOn::Law(At::new(LawId::new(id), at)),
            };
            true
        }
        [] if RestsOn::KINDS.iter().any(|kind| index.excluded.is_unread(*kind, id)) => false,
        [] if let Some(fault) = index.excluded.drafts.fault(&RestsOn::KINDS, id, at) => {
            found.push(fault);
            false
        }
        [] => {
            let fault = UNKNOWN.at(at, format!("no provision, law, offence, amendment or instrument is `{id}`"));
            let other =
                Kind::ALL.iter().find(|kind| wanted.is_none_or(|word| kind.word() == word) && index.has(**kind, id));
            let all =
                "an answer rests on an article, a law, an offence, an amendment, an instrument, or on `\"source\"`";
            found.push(match other {
                Some(Kind::Source) => fault.help(format!(
                    "where the word of the source is all, write `rests_on = [\"source\"]`, and `source = \"{id}\"`"
                )),
                Some(kind) => fault.help(format!("`{id}` is a {}; {all}", kind.word())),
                None => {
                    let fault = remedy(fault, &RestsOn::KINDS, id, &|kind| index.of(kind).collect());
                    fault.help("where the word of the source is all, write `rests_on = [\"source\"]`")
                }
            });
            false
        }
        _ => {
            found.push(ambiguous(id, &fitting, at));
            false
        }
    }
}
