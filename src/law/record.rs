//! What all records have in common, so that nobody has to match over their kinds.

use crate::text::{Prose, Span};

use super::head::Head;
use super::word::Kind;

/// A record, or an entry of a file that holds several.
pub trait Record {
    /// Where it stands, its former ids, what it acknowledges.
    fn head(&self) -> &Head;

    /// The same, to be changed while it is read.
    fn head_mut(&mut self) -> &mut Head;

    /// What links call it, in the words of the record itself; empty where an entry has no name of its own.
    fn title(&self) -> &str {
        ""
    }

    /// The Markdown below its fields, where its file has any.
    fn body(&self) -> Option<&Prose> {
        None
    }

    /// The kind and the id by which prose can name it; none for an entry that only its file can show.
    fn named(&self) -> Option<(Kind, &str)> {
        None
    }

    /// What there may be only one of: what reports call it, its id, and where that is written. None for entries that may
    /// say the same twice.
    fn unique(&self) -> Option<(&'static str, String, Span)> {
        self.named().map(|(kind, id)| (kind.word(), id.to_owned(), self.head().at))
    }

    /// Whether somebody wrote it, and it was not computed from other records.
    fn is_written(&self) -> bool {
        true
    }

    /// The record in whose folder it lies, and without which it cannot be: its country, law or section.
    fn owner(&self) -> Option<(Kind, &str)> {
        None
    }
}

/// A record that prose can name by its id.
pub trait Named: Record {
    /// The kind by which `[[kind:id]]` names it.
    const KIND: Kind;

    /// The id as it is written.
    fn id(&self) -> &str;
}

/// The methods of [`Record`] on the head, for a type that has it in its field `head`; with `named`, also its kind and id.
macro_rules! head {
    () => {
        fn head(&self) -> &$crate::law::Head {
            &self.head
        }

        fn head_mut(&mut self) -> &mut $crate::law::Head {
            &mut self.head
        }
    };
    (named) => {
        head!();

        fn named(&self) -> Option<($crate::law::Kind, &str)> {
            Some((<Self as $crate::law::Named>::KIND, self.id.as_str()))
        }
    };
}
pub(super) use head;

/// Implements [`Named`] for a type that has its id in its field `id` and is called like its kind.
macro_rules! named {
    ($type:ident) => {
        impl $crate::law::Named for $type {
            const KIND: $crate::law::Kind = $crate::law::Kind::$type;

            fn id(&self) -> &str {
                self.id.as_str()
            }
        }
    };
}
pub(super) use named;
