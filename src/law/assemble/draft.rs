//! Removes drafts for a public build.

use super::super::excluded::Draft;
use super::super::{Head, Records};

/// Removes the drafts and their dependants: everything in the folder of a draft country or law, and the questions of a
/// draft section.
pub(super) fn drop_drafts(records: &mut Records) {
    let mut drafts = std::mem::take(&mut records.excluded.drafts);
    records.retain(|record| {
        let head: &Head = record.head();
        let own = head.draft.then_some(Draft { at: head.at, belongs: false });
        let draft = own.or_else(|| record.owner().and_then(|(kind, id)| drafts.owner(kind, id)));
        if let (Some(draft), Some((kind, id))) = (draft, record.named()) {
            drafts.add(kind, id, head.aliases.iter().map(|alias| alias.value.as_str()), draft);
        }
        draft.is_none()
    });
    records.excluded.drafts = drafts;
}
