//! Turns records into the corpus: makes ids unique and resolves references. What cannot be resolved is reported and
//! left out, so that every remaining reference resolves.

mod cycle;
mod derive;
mod draft;
mod group;
mod index;
mod law_change;
mod reference;
mod remedy;
mod resolve;
mod unique;

pub use reference::id_meant;
#[cfg(test)]
pub(super) use {derive::days_by_table, derive::table_days, law_change::law_changes};

use std::collections::BTreeSet;

use crate::text::{Diagnostics, Fault};

use super::excluded::DRAFT_REFERENCE;
use super::{Corpus, Records, Settings};

/// All faults that assembling reports.
pub static FAULTS: &[&Fault] = &[
    &unique::DUPLICATE,
    &index::UNKNOWN,
    &DRAFT_REFERENCE,
    &reference::AMBIGUOUS,
    &reference::UNKNOWN_PART,
    &index::NO_INDEX,
    &cycle::CIRCLE,
    &derive::ALIAS_TAKEN,
];

/// An example of each fault of this room; see [`crate::text::examples`].
pub static EXAMPLES: &str = include_str!("../examples.txt");

/// Adds to the faults of reading what only the whole corpus knows: which record was meant by its name.
pub fn name_ids(corpus: &Corpus, found: &mut Diagnostics) {
    group::name_ids(corpus, found);
}

/// Makes the corpus from all records; without `drafts`, draft records are left out. All faults come back as
/// diagnostics.
pub fn assemble(mut settings: Settings, mut records: Records, drafts: bool) -> (Corpus, Diagnostics) {
    let mut found = Diagnostics::new();
    if !drafts {
        draft::drop_drafts(&mut records);
    }
    unique::reject_duplicates(&mut records, &mut found);
    let mut aliases = derive::aliases(&records, &mut found);
    resolve::resolve(&mut records, &aliases, &mut found);
    cycle::break_circles(&mut records, &mut found);
    derive::sort_entries(&mut records);
    let mut present = BTreeSet::new();
    records.each_named(|record| present.extend(record.named()));
    aliases.retain(|(kind, _), id| present.contains(&(*kind, &**id)));
    resolve::rename_in_settings(&mut settings, &aliases);
    let columns = derive::columns(&settings, &records.countries);
    let codebook = derive::codebook(&records.sections, &records.questions);
    let excluded = std::mem::take(&mut records.excluded);
    let complete_tables = derive::complete_tables(&records.sources);
    let mut corpus = Corpus { aliases, columns, codebook, complete_tables, ..Corpus::of(settings, records) };
    reference::resolve_text_refs(&mut corpus, &excluded, &mut found);
    corpus.law_changes = law_change::law_changes(&corpus);
    corpus.table_days = derive::table_days(&corpus);
    let mut days = derive::days_by_table(&corpus).into_iter();
    corpus.actions.derive(|action| action.by_table = days.next().flatten());
    derive::derive_findings(&mut corpus);
    reference::check_prose(&corpus, &excluded, &mut found);
    group::group(&corpus, &mut found);
    (corpus, found)
}
