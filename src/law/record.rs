//! The interface that all kinds of record share.

use crate::text::{Prose, Span};

use super::head::Head;
use super::word::Kind;

/// A record, or an entry of a file that holds several.
pub trait Record {
    /// The fields that all kinds of record share.
    fn head(&self) -> &Head;

    /// Like `head`, for the decoders.
    fn head_mut(&mut self) -> &mut Head;

    /// The text of links to it; empty for entries that have no name.
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

    /// The key that must be unique among all records: the noun that messages use, the id, and where the id stands.
    /// `None` for entries that may be repeated.
    fn unique(&self) -> Option<(&'static str, String, Span)> {
        self.named().map(|(kind, id)| (kind.word(), id.to_owned(), self.head().at))
    }

    /// Whether an author wrote it; computed findings are records too.
    fn is_written(&self) -> bool {
        true
    }

    /// The country, law or section in whose folder it lies; the record is dropped if its owner does not exist.
    fn owner(&self) -> Option<(Kind, &str)> {
        None
    }
}

/// A record that prose can reference by its id.
pub trait Named: Record {
    /// The kind in `[[kind:id]]`.
    const KIND: Kind;

    /// The id in `[[kind:id]]`: the path of the record's file below the folder of its kind, without the ending; of an
    /// entry of a file, the country and the entry's own id.
    fn id(&self) -> &str;
}

/// Implements the head methods of [`Record`] for a type with a field `head`; with `named`, also `named`.
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

/// Implements [`Named`] for a type that has its id in the field `id` and bears the name of its kind.
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
