//! Records that exist but are not in the corpus: those that could not be decoded, and drafts with their dependants,
//! which a public build leaves out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::text::{Diagnostic, Fault, Level, Span};

use super::word::Kind;

pub static DRAFT_REFERENCE: Fault = Fault {
    code: "draft-reference",
    level: Level::Error,
    summary: "a reference names a draft, which a public build leaves out",
    explanation: "A record with `draft = true` is not published, and neither is what lies in the folder of such a \
                  country or law, or the questions of such a section: a link to it would lead nowhere.\n\nTake \
                  `draft = true` away when the record is ready, leave out what names it, or make what names it a draft, \
                  too. With `--drafts`, drafts are shown, and such links lead to them.",
};

/// The ids of records that exist but are not in the corpus.
#[derive(Clone, Debug, Default)]
pub(super) struct Excluded {
    /// Records that could not be decoded. A reference to one is dropped silently, since the file has a fault already.
    pub(super) unread: BTreeSet<(Kind, Arc<str>)>,
    /// Drafts. A reference to one is a fault.
    pub(super) drafts: Drafts,
}

impl Excluded {
    /// Whether the record's file could not be decoded.
    pub(super) fn is_unread(&self, kind: Kind, id: &str) -> bool {
        self.unread.contains(&(kind, Arc::from(id)))
    }

    /// Whether `text`, a reference as in `[[text]]`, names a record whose file could not be decoded.
    pub(super) fn names_unread(&self, text: &str) -> bool {
        if self.unread.is_empty() {
            return false;
        }
        let whole = text.split('#').next().unwrap_or_default();
        let id = whole.split_once(':').map_or(whole, |(_, id)| id);
        Kind::ALL.iter().any(|kind| self.is_unread(*kind, id))
    }
}

/// Where a draft is declared (`at`), and whether the record is left out only because its owner is a draft (`belongs`).
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub(super) at: Span,
    pub(super) belongs: bool,
}

/// The drafts that were left out, by kind and id.
#[derive(Clone, Debug, Default)]
pub(super) struct Drafts {
    now: BTreeMap<(Kind, Arc<str>), Draft>,
    /// By former id.
    former: BTreeMap<(Kind, Arc<str>), Draft>,
}

impl Drafts {
    pub(super) fn add<'a>(&mut self, kind: Kind, id: &str, former: impl Iterator<Item = &'a str>, draft: Draft) {
        self.now.insert((kind, id.into()), draft);
        self.former.extend(former.map(|id| ((kind, id.into()), draft)));
    }

    pub(super) fn has(&self, kind: Kind, id: &str) -> bool {
        self.now.contains_key(&(kind, id.into()))
    }

    /// If the owner is a draft: the entry for a record that is left out with it.
    pub(super) fn owner(&self, kind: Kind, id: &str) -> Option<Draft> {
        self.now.get(&(kind, id.into())).map(|draft| Draft { belongs: true, ..*draft })
    }

    /// The fault of a reference at `span` to a draft of one of these `kinds`; `None` if no draft has the id.
    pub(super) fn fault(&self, kinds: &[Kind], id: &str, span: Span) -> Option<Diagnostic> {
        let find = |kind: &Kind| {
            let key = (*kind, id.into());
            Some((kind.word(), self.now.get(&key).or_else(|| self.former.get(&key))?))
        };
        let (word, draft) = kinds.iter().find_map(find)?;
        let (is, here) = match draft.belongs {
            false => ("is a draft", "the draft is here"),
            true => ("belongs to a draft", "the draft that it belongs to is here"),
        };
        let message = format!("the {word} `{id}` {is}, which a public build leaves out");
        let help = "take `draft = true` away when it is ready, or leave out what names it; `--drafts` shows drafts";
        Some(DRAFT_REFERENCE.at(span, message).help(help).note(draft.at, here))
    }
}
