//! The index for search without a server: scripts that a page loads one by one, as many as a question needs.
//!
//! What comes in is the [`Site`]; what goes out are files below `search/`. A dictionary leads from each form of a word to
//! its group (the forms of one word), lists lead from a group to entries, records say what an entry shows. All are cut
//! into pieces of about the same length, and `head.js` says where each piece begins. `assets/search.js` of the theme reads
//! them; the two agree on [`fold()`] and `code`.

mod code;
mod fold;
mod index;
mod write;

use crate::site::Site;
use crate::site::view::When;

use super::Output;

pub use fold::{fold, words};

/// Words of the interface that an index needs.
pub(super) trait Wording: Sync {
    /// A message without arguments.
    fn message(&self, key: &str) -> String;
    /// A message without arguments, if there is one.
    fn optional(&self, key: &str) -> Option<String>;
    /// A date in words.
    fn date(&self, when: &When) -> String;
}

/// The files of the index, in order; none for a site that does without.
pub(super) fn files(site: &Site, wording: &dyn Wording) -> Vec<Output> {
    if !site.is_indexed() { Vec::new() } else { write::files(site, index::read(site, wording), wording) }
}
