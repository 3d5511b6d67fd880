//! Collects the changes of laws and articles from the records that state them: laws, their articles and amendments.

use std::sync::Arc;

use super::super::law_change::{LawChange, LawChangeKind, LawChanges, effect};
use super::super::{Amendment, Corpus, Kind, Law, Provision, RepealVerb};

/// The changes of all laws and articles of `corpus`.
pub(in super::super) fn law_changes(corpus: &Corpus) -> LawChanges {
    let mut changes = LawChanges::default();
    corpus.laws.iter().for_each(|law| add_repeal(&mut changes, law));
    corpus.provisions.iter().for_each(|provision| add_wordings(&mut changes, provision));
    corpus.amendments.iter().for_each(|amendment| add_amendment(&mut changes, corpus, amendment));
    changes
}

fn add_repeal(changes: &mut LawChanges, law: &Law) {
    let Some(repeal) = &law.repeal else { return };
    let is_replaced = repeal.verb == RepealVerb::Replaced || repeal.by.is_some();
    let kind = if is_replaced { LawChangeKind::Replaced } else { LawChangeKind::Repealed };
    let record = repeal.by.as_ref().map_or(law.id.as_str(), |by| by.value.as_str());
    let change = LawChange { date: repeal.repealed.value.clone(), kind, record: named(Kind::Law, record) };
    changes.add_to_law(law.id.clone(), change);
}

fn add_wordings(changes: &mut LawChanges, provision: &Provision) {
    let own = || named(Kind::Provision, provision.id.as_str());
    for (at, wording) in provision.wordings.iter().enumerate() {
        if let Some(from) = wording.period.from.as_ref().filter(|_| at > 0) {
            let by = wording.by.first().map(|by| named(Kind::Amendment, by.value.as_str()));
            let record = by.unwrap_or_else(own);
            let change = LawChange { date: from.clone(), kind: LawChangeKind::NewWording, record };
            changes.add_to_provision(provision.id.clone(), change);
        }
        let next = provision.wordings.get(at + 1).and_then(|next| next.period.from.as_ref());
        if let Some(until) = wording.period.until.as_ref()
            && next.is_none_or(|next| until.surely_before(next))
        {
            let change = LawChange { date: until.clone(), kind: LawChangeKind::Ended, record: own() };
            changes.add_to_provision(provision.id.clone(), change);
        }
    }
}

fn add_amendment(changes: &mut LawChanges, corpus: &Corpus, amendment: &Amendment) {
    let Some(date) = effect(amendment) else { return };
    for target in &amendment.amends {
        let record = named(Kind::Amendment, amendment.id.as_str());
        let change = LawChange { date: date.clone(), kind: LawChangeKind::Amended, record };
        if let Some(provision) = corpus.provisions.get(&target.value) {
            changes.add_to_provision(provision.id.clone(), change);
        } else if let Some(law) = corpus.laws.get(&target.value) {
            changes.add_to_law(law.id.clone(), change);
        }
    }
}

fn named(kind: Kind, id: &str) -> (Kind, Arc<str>) {
    (kind, Arc::from(id))
}
