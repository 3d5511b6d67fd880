//! Pages of prose.

use crate::text::{Prose, TaggedText};

use super::record::{Record, head, named};
use super::{Head, PageId};

/// A page of prose.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id; `index` is the home page.
    pub id: PageId,
    /// In the site's language.
    pub title: TaggedText,
    /// Where the prose is shown.
    pub kind: PageKind,
    /// Sort key in the list of pages, smallest first.
    pub order: i64,
    /// The prose.
    pub body: Prose,
}

named!(Page);

impl Record for Page {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// Where a page of prose is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// On the home page.
    Home,
    /// On the page about the site.
    About,
    /// On a page of its own.
    Page,
}
