//! What changed laws and articles, and when: later wordings, ends, acts that amend, repeals. It is gathered once, so that
//! whoever asks whether an answer has been overtaken need not read all amendments again.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Amendment, AmendmentKind, Date, Kind, LawId, ProvisionId, StageKind};

/// One change of a law or an article.
#[derive(Clone, Debug)]
pub struct LawChange {
    /// When it took effect, as recorded.
    pub date: Date,
    /// What was done.
    pub kind: LawChangeKind,
    /// The record that tells of it, its kind and its id: the amendment, where it is recorded; else the law or the article.
    pub record: (Kind, Arc<str>),
}

/// How a law or an article was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawChangeKind {
    /// An act amends it.
    Amended,
    /// A later wording began.
    NewWording,
    /// The wording ended, and none that is recorded follows.
    Ended,
    /// The law was repealed, or ceased.
    Repealed,
    /// Another law took its place.
    Replaced,
}

/// All changes, by what they touch, each list in the order of time.
#[derive(Clone, Debug, Default)]
pub struct LawChanges {
    of_law: BTreeMap<LawId, Vec<LawChange>>,
    of_provision: BTreeMap<ProvisionId, Vec<LawChange>>,
}

impl LawChanges {
    /// The changes that touch a law as a whole.
    pub fn of_law(&self, law: &LawId) -> &[LawChange] {
        self.of_law.get(law).map_or(&[], Vec::as_slice)
    }

    /// The changes that touch an article by name.
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

/// Keeps a list in the order of time; of one time, in the order in which they come.
fn insert(list: &mut Vec<LawChange>, change: LawChange) {
    let key = |change: &LawChange| (change.date.earliest(), change.date.latest());
    let at = list.partition_point(|other| key(other) <= key(&change));
    list.insert(at, change);
}

/// When an amendment changed the law: the day of its entry into force; of an act for which none is recorded, the last
/// step by which it became an act. `None` for a bill, and for what was refused or taken back.
pub fn effect(amendment: &Amendment) -> Option<&Date> {
    let of = |kind: StageKind| amendment.stages.iter().rev().find(|s| s.kind == kind).map(|s| &s.reached.value);
    if of(StageKind::Rejected).or(of(StageKind::Withdrawn)).is_some() {
        return None;
    }
    let steps = || of(StageKind::Published).or(of(StageKind::Signed)).or(of(StageKind::Adopted));
    of(StageKind::InForce).or_else(|| steps().filter(|_| amendment.kind == AmendmentKind::Act))
}
