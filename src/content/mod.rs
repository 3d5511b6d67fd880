//! Files become records: front matter and Markdown, one decoder per kind of record.
//!
//! What comes in are files of text; what goes out are [`Record`]s in which every value knows its place. This room never
//! knows other records than the one in hand, nor today's date.

pub mod form;

use crate::law::{Record, Settings};
use crate::text::{Diagnostics, Files, Unreadable};

/// Reads the configuration and every file of content. A bad file costs only itself.
pub fn read(files: &Files) -> (Settings, Vec<Record>, Diagnostics) {
    let _ = files;
    (Settings::default(), Vec::new(), Diagnostics::new())
}

/// Files that are not text, as diagnostics.
pub fn unreadable(files: &Files, list: &[Unreadable]) -> Diagnostics {
    let _ = (files, list);
    Diagnostics::new()
}
