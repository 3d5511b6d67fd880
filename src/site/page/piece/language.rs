//! Links from a page to its versions in other languages. Each language has the same pages at the same paths, so
//! nothing is looked up.

use crate::site::compiled::{Locale, Site};
use crate::site::route::{self, Address};
use crate::site::view::PageLanguage;

/// The page in all languages of the site. Each language has the same pages at the same paths.
pub fn languages(site: &Site, address: &Address) -> Vec<PageLanguage> {
    let (locales, own) = &site.locales;
    let from = format!("{}{}", site.folder(), address.path);
    let base = site.index.base_url();
    let link = |(at, locale): (usize, &Locale)| {
        let to = format!("{}{}", locale.folder, address.path);
        let href = route::relative(&from, &to, None);
        let public = to.strip_suffix("index.html").unwrap_or(&to);
        PageLanguage {
            language: locale.language.clone(),
            name: locale.name.clone(),
            address: base.as_ref().map_or_else(|| href.clone(), |base| format!("{base}/{public}")),
            href,
            here: at == *own,
        }
    };
    locales.iter().enumerate().map(link).collect()
}
