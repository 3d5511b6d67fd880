//! The interface that all kinds of record share.

use crate::text::{Prose, Span};

use super::head::Head;
use super::word::Kind;

/// A record, or an entry of a file that holds several.
pub trait Record {
    /// What all kinds of record have in common.
    fn head(&self) -> &Head;

    /// For the decoders.
    fn head_mut(&mut self) -> &mut Head;

    /// The text of links to it; empty for entries without a name of their own.
    fn title(&self) -> &str {
        ""
    }

    /// The Markdown below its fields, where its file has any.
    fn body(&self) -> Option<&Prose> {
        None
    }

    /// The kind and the id by which prose can reference it; `None` for entries that cannot be referenced.
    fn named(&self) -> Option<(Kind, &str)> {
        None
    }

    /// What must be unique: what messages call it, its id and the span of that. `None` for entries that may be repeated.
    fn unique(&self) -> Option<(&'static str, String, Span)> {
        self.named().map(|(kind, id)| (kind.word(), id.to_owned(), self.head().at))
    }

    /// Whether it was written by an author, not computed from other records.
    fn is_written(&self) -> bool {
        true
    }

    /// The record in whose folder it lies and without which it is dropped: a country, law or section.
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
