//! The site as its readers meet it: pages, links and backlinks, matrices, timelines, redlines, and views on a day.
//!
//! What comes in is the [`Corpus`]; what goes out are the finished views of [`view`], made one page at a time, so that a
//! large site is never held whole. This room never knows templates, bytes or paths on disk.

pub mod view;

use crate::law::{Corpus, Day};

/// The days of a build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Days {
    /// Today, where the command line says so; else the configuration's edition; else the latest day of any record.
    pub today: Option<Day>,
    /// The day of the main views; else today.
    pub as_of: Option<Day>,
}

/// The site: the corpus, the addresses of its pages, and what refers to what. It makes a view when it is asked for one.
#[derive(Debug)]
pub struct Site {
    corpus: Corpus,
}

/// Finds the addresses of all pages and what refers to what. It cannot fail.
pub fn compile(corpus: Corpus, days: Days, inputs: view::Inputs) -> Site {
    let _ = (days, inputs);
    Site { corpus }
}

impl Site {
    /// The addresses of all pages, in the order in which they are printed.
    pub fn addresses(&self) -> Vec<Address> {
        let _ = &self.corpus;
        Vec::new()
    }

    /// The address that `path` names: also a view on a day that is not published.
    pub fn find(&self, path: &str) -> Option<Address> {
        let _ = path;
        None
    }

    /// The page at `address`. A pure function: pages can be made in any order and at once.
    pub fn page(&self, address: &Address) -> view::Page {
        let _ = address;
        unreachable!("no addresses yet")
    }

    /// What all pages share.
    pub fn frame(&self) -> view::Frame {
        unreachable!("not yet")
    }
}

/// Where a page is: its kind, its record, its day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Path from the root of the site: `countries/kz/index.html`.
    pub path: String,
    /// The kind of page, as [`view::Page::kind`].
    pub kind: &'static str,
}
