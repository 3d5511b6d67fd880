//! The search index, which works without a server: scripts that a page loads one by one, as a query needs them.
//!
//! What comes in is the [`Site`]; what goes out are files below `search/`. A dictionary maps each form of a word to its
//! group (the forms of one word), lists map a group to entries, and records say what a result shows. All are split into
//! files of about the same length, and `head.js` says where each begins. `assets/search.js` of the theme reads them;
//! both sides agree on [`fold()`] and `code`.

mod code;
mod fold;
mod index;
mod spelling;
mod write;

use crate::site::Site;

use super::localizer::Localizer;
use super::output::Output;

use code::FOLDER;
pub use fold::{fold, words};

/// Whether a path belongs to the search index.
pub(super) fn is_file(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    parts.next().is_some_and(|name| name.ends_with(".js")) && parts.next() == Some(FOLDER)
}

/// Passes on the files of the index, always in the same order; none for a site without search.
pub(super) fn each<E>(
    site: &Site,
    localizer: &dyn Localizer,
    sink: &mut dyn FnMut(Output) -> Result<(), E>,
) -> Result<(), E> {
    if site.is_indexed() { write::each(site, localizer, sink) } else { Ok(()) }
}
