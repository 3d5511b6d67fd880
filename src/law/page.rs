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
    /// What it is for.
    pub kind: PageKind,
    /// Its place in the list of pages, smallest first.
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

/// What a page of prose is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The words on the home page.
    Home,
    /// The words on the page about the site.
    About,
    /// Any other page.
    Page,
}
