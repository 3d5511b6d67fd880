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

use super::localizer::Localizer;
use super::output::Output;

use code::FOLDER;
pub use fold::{fold, words};

/// Whether a file is of an index.
pub(super) fn is_file(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    parts.next().is_some_and(|name| name.ends_with(".js")) && parts.next() == Some(FOLDER)
}

/// Hands on the files of the index one after another, always in the same order; none for a site that does without.
pub(super) fn each<E>(
    site: &Site,
    localizer: &dyn Localizer,
    sink: &mut dyn FnMut(Output) -> Result<(), E>,
) -> Result<(), E> {
    if site.is_indexed() { write::each(site, localizer, sink) } else { Ok(()) }
}
