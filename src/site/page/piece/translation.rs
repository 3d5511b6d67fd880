//! What a page says of the translation of its words.

use crate::law::Kind;
use crate::site::Site;
use crate::site::route::{Address, Page};

/// Whether the original of the record whose words the page prints has changed since it was translated.
pub fn is_stale(site: &Site, address: &Address) -> bool {
    let corpus = &site.index.corpus;
    let Some(rendering) = corpus.rendering.as_ref().filter(|rendering| !rendering.stale.is_empty()) else {
        return false;
    };
    let head = match address.page.unsplit() {
        Page::Home => corpus.home.as_ref().map(|page| &page.head),
        page => record_of_words(page).and_then(|(kind, id)| Some(corpus.record(kind, id)?.head())),
    };
    head.is_some_and(|head| rendering.stale.contains(&head.at.file))
}

/// The record whose words the page prints: that which it shows, or of which it is another form. Lists, and one country's
/// part of a page, print the names of records and their answers.
fn record_of_words(page: &Page) -> Option<(Kind, &str)> {
    match page {
        Page::ModuleVersion(module, _) | Page::Handout(module, _) => Some((Kind::Module, module.as_str())),
        Page::HandbookCountry(country) => Some((Kind::Country, country.as_str())),
        page => page.record(),
    }
}
