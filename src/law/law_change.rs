//! The recorded changes of laws and articles: later wordings, ends, amending acts, repeals. They are collected once, so
//! that the question whether an answer has been overtaken does not need to read all amendments again.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::{Amendment, AmendmentKind, Date, Kind, LawId, ProvisionId, StageKind};

/// One change of a law or an article.
#[derive(Clone, Debug)]
pub struct LawChange {
    /// When the change took effect, as recorded.
    pub date: Date,
    /// How the law or article was changed.
    pub kind: LawChangeKind,
    /// Kind and id of the record that states the change: the amendment, where one is recorded; else the law or the
    /// article.
    pub record: (Kind, Arc<str>),
}

/// How a law or an article was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawChangeKind {
    /// An act amends it.
    Amended,
    /// A later wording began.
    NewWording,
    /// A wording ended, and no recorded wording follows.
    Ended,
    /// The law was repealed, or ended in another way without a successor.
    Repealed,
    /// Another law replaced it.
    Replaced,
}

/// All changes by law and by article, each list in chronological order. The maps are never iterated, so that their hash
/// order cannot reach the output.
#[derive(Clone, Debug, Default)]
pub struct LawChanges {
    of_law: HashMap<LawId, Vec<LawChange>, FxBuildHasher>,
    of_provision: HashMap<ProvisionId, Vec<LawChange>, FxBuildHasher>,
}

impl LawChanges {
    /// The changes that name the law as a whole.
    pub fn of_law(&self, law: &LawId) -> &[LawChange] {
        self.of_law.get(law).map_or(&[], Vec::as_slice)
    }

    /// The changes that name the article.
    pub fn of_provision(&self, provision: &ProvisionId) -> &[LawChange] {
        self.of_provision.get(provision).map_or(&[], Vec::as_slice)
    }

    /// Adds a change of a law as a whole.
    pub(super) fn add_to_law(&mut self, law: LawId, change: LawChange) {
        insert(self.of_law.entry(law).or_default(), change);
    }

    /// Adds a change of an article.
    pub(super) fn add_to_provision(&mut self, provision: ProvisionId, change: LawChange) {
        insert(self.of_provision.entry(provision).or_default(), change);
    }
}

/// Inserts in chronological order; changes with the same date keep the order of insertion.
fn insert(list: &mut Vec<LawChange>, change: LawChange) {
    let key = |change: &LawChange| (change.date.earliest(), change.date.latest());
    let at = list.partition_point(|other| key(other) <= key(&change));
    list.insert(at, change);
}

/// When an amendment took effect: its entry into force; for an act without a recorded one, its publication, signature
/// or adoption, in this order. `None` for a bill, and for what was rejected or withdrawn.
pub fn effect(amendment: &Amendment) -> Option<&Date> {
    let of = |kind: StageKind| amendment.stages.iter().rev().find(|s| s.kind == kind).map(|s| &s.reached.value);
    if of(StageKind::Rejected).or(of(StageKind::Withdrawn)).is_some() {
        return None;
    }
    let steps = || of(StageKind::Published).or(of(StageKind::Signed)).or(of(StageKind::Adopted));
    of(StageKind::InForce).or_else(|| steps().filter(|_| amendment.kind == AmendmentKind::Act))
}
