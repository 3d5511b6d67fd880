//! Links from a page to its versions in other languages.

use crate::site::compiled::{Locale, Site};
use crate::site::route::{self, Address, Page};
use crate::site::view::PageLanguage;

/// The page in all languages of the site. Each language has the same pages at the same paths.
pub fn languages(site: &Site, address: &Address) -> Vec<PageLanguage> {
    let (locales, own) = &site.locales;
    let from = format!("{}{}", site.folder(), address.path);
    let base = site.index.base_url();
    let one = |(at, edition): (usize, &Locale)| {
        let to = format!("{}{}", edition.folder, address.path);
        let href = route::relative(&from, &to, None);
        let public = to.strip_suffix("index.html").unwrap_or(&to);
        PageLanguage {
            language: edition.language.clone(),
            name: edition.name.clone(),
            address: base.as_ref().map_or_else(|| href.clone(), |base| format!("{base}/{public}")),
            href,
            here: at == *own,
        }
    };
    locales.iter().enumerate().map(one).collect()
}

/// Whether the original of the page's record has changed since it was translated.
pub fn is_stale(site: &Site, address: &Address) -> bool {
    let corpus = &site.index.corpus;
    let Some(rendering) = corpus.rendering.as_ref().filter(|rendering| !rendering.stale.is_empty()) else {
        return false;
    };
    let head = match &address.page {
        Page::Home => corpus.home.as_ref().map(|page| &page.head),
        Page::About => corpus.pages.get("about").map(|page| &page.head),
        Page::Prose(id) => corpus.pages.get(id.as_str()).map(|page| &page.head),
        Page::Country(id) => corpus.countries.get(id.as_str()).map(|country| &country.head),
        Page::Instrument(id) => corpus.instruments.get(id.as_str()).map(|instrument| &instrument.head),
        Page::Law(id) => corpus.laws.get(id.as_str()).map(|law| &law.head),
        Page::Provision(id) => corpus.provisions.get(id.as_str()).map(|provision| &provision.head),
        Page::Amendment(id) => corpus.amendments.get(id.as_str()).map(|amendment| &amendment.head),
        Page::Topic(id) => corpus.topics.get(id.as_str()).map(|topic| &topic.head),
        Page::Question(id) => corpus.questions.get(id.as_str()).map(|question| &question.head),
        Page::Module(id) | Page::ModuleVersion(id, _) => corpus.modules.get(id.as_str()).map(|module| &module.head),
        Page::Source(id) => corpus.sources.get(id.as_str()).map(|source| &source.head),
        _ => None,
    };
    head.is_some_and(|head| rendering.stale.contains(&head.at.file))
}
