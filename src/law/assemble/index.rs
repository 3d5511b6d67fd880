//! The index of existing ids, and the diagnostics for references to ids that do not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::text::{Diagnostics, Fault, Level, Span};

use super::super::excluded::Excluded;
use super::super::{Kind, Named, Record};
use super::derive::Aliases;
use super::remedy::remedy;

pub static UNKNOWN: Fault = Fault {
    code: "unknown-reference",
    level: Level::Error,
    summary: "a reference names a record that does not exist",
    explanation: "A reference is the id of a record: the path of its file below its folder, as in \
                  `xr/penal-code/128`.\n\nCorrect the id, or add the record.",
};

pub static NO_INDEX: Fault = Fault {
    code: "missing-index",
    level: Level::Error,
    summary: "a folder lacks the record that it belongs to",
    explanation: "What lies in a country's folder belongs to the country, and what lies in a law's folder to the law: \
                  the folder needs an `index.md` that says what it is.\n\n`collatio new country xr` or `collatio new law \
                  xr/penal-code` writes a form to fill in.",
};

/// The ids that exist, by kind.
#[derive(Default)]
pub(super) struct IdIndex {
    ids: BTreeMap<Kind, BTreeSet<Arc<str>>>,
    /// Records that exist but are not in the corpus.
    pub(super) excluded: Excluded,
    /// The present id for each kind and former id.
    aliases: Aliases,
    /// Owners already reported as missing, so that each is reported once.
    missing: BTreeSet<(Kind, String)>,
}

impl IdIndex {
    /// An empty index.
    pub(super) fn new(excluded: Excluded, aliases: &Aliases) -> IdIndex {
        IdIndex { excluded, aliases: aliases.clone(), ..IdIndex::default() }
    }

    /// The present id, where `id` is a former one.
    pub(super) fn present(&self, kind: Kind, id: &str) -> Option<Arc<str>> {
        if self.aliases.is_empty() { None } else { self.aliases.get(&(kind, id.into())).cloned() }
    }

    pub(super) fn add<T: Named>(&mut self, records: &[T]) {
        self.ids.entry(T::KIND).or_default().extend(records.iter().map(|record| Arc::<str>::from(record.id())));
    }

    pub(super) fn has(&self, kind: Kind, id: &str) -> bool {
        self.ids.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    /// The ids of one kind, in order.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.ids.get(&kind).into_iter().flatten().map(|id| &**id)
    }

    /// Whether a record of this kind exists. If not, reports that at `span`, unless the record's file could not be
    /// decoded.
    pub(super) fn check(&self, kind: Kind, id: &str, span: Span, found: &mut Diagnostics) -> bool {
        if self.has(kind, id) {
            return true;
        }
        if self.excluded.is_unread(kind, id) {
            return false;
        }
        if let Some(fault) = self.excluded.drafts.fault(&[kind], id, span) {
            found.push(fault);
            return false;
        }
        let other = Kind::ALL.iter().find(|k| **k != kind && self.has(**k, id));
        let mut diagnostic = UNKNOWN.at(span, format!("there is no {} `{id}`", kind.word()));
        diagnostic = match other {
            Some(other) => diagnostic.help(format!("`{id}` is a {}; a {} belongs here", other.word(), kind.word())),
            None => remedy(diagnostic, &[kind], id, &|kind| self.of(kind).collect()),
        };
        found.push(diagnostic);
        false
    }

    /// Whether the record's owner exists; if not, reports that, once per owner.
    pub(super) fn has_owner(&mut self, record: &dyn Record, found: &mut Diagnostics) -> bool {
        let Some((kind, id)) = record.owner() else { return true };
        let there = self.has(kind, id);
        let told = self.excluded.is_unread(kind, id);
        if !there && !told && self.missing.insert((kind, id.to_owned())) {
            let message = format!("this belongs to the {} `{id}`, which has no record", kind.word());
            let help = match kind {
                Kind::Law => {
                    let (country, law) = id.split_once('/').unwrap_or_default();
                    format!("write `content/countries/{country}/laws/{law}/index.md`")
                }
                Kind::Section => format!("write `content/questions/{id}/index.md`"),
                _ => format!("write `content/countries/{id}/index.md`"),
            };
            found.push(NO_INDEX.at(Span::head(record.head().at.file), message).help(help));
        }
        there
    }
}
