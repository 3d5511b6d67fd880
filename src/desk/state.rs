//! Which record of the site a name in a table means: by the names of the record, its codes, and the names that ISO 3166
//! and the Unicode Common Locale Data Repository give to these codes.

use std::collections::BTreeMap;

use crate::law::{Corpus, CountryId, CountryKind};
use crate::text::{country_called, country_meant, country_name};

/// The names of all states of a site.
pub(super) struct States(BTreeMap<String, CountryId>);

impl States {
    pub(super) fn of(corpus: &Corpus) -> States {
        let mut known: BTreeMap<String, CountryId> = BTreeMap::new();
        let countries = || corpus.countries.iter().filter(|country| country.kind != CountryKind::Region);
        // What a record says of itself goes before what a list says of its code.
        for country in countries() {
            let mut add = |name: &str| {
                known.entry(folded(name)).or_insert_with(|| country.id.clone());
            };
            add(&country.name);
            country.official_name.iter().for_each(|name| add(name));
            country.names.iter().for_each(|name| add(&name.text));
            country.former_names.iter().for_each(|former| add(&former.name));
            country.iso.iter().chain(&country.iso3).for_each(|code| add(code));
        }
        for country in countries() {
            let Some(iso) = country.iso.as_deref().filter(|iso| iso.len() == 2) else { continue };
            for language in ["en", "fr", "es", "ru"] {
                if let Some(name) = country_name(iso, language) {
                    known.entry(folded(&name)).or_insert_with(|| country.id.clone());
                }
            }
        }
        let by_iso = countries().filter_map(|country| Some((country.iso.clone()?, country.id.clone())));
        known.extend(by_iso.map(|(iso, id)| (format!("iso {iso}"), id)));
        States(known)
    }

    /// The record of the state that a table calls `name`.
    pub(super) fn find(&self, name: &str) -> Option<&CountryId> {
        self.0.get(&folded(name)).or_else(|| {
            let iso = country_meant(name)?;
            self.0.get(&format!("iso {iso}"))
        })
    }
}

/// Whether the standards know a state of this name, so that the site may have no record of it.
pub(super) fn is_state(name: &str) -> bool {
    country_called(name).is_some()
        || country_meant(name).or_else(|| country_meant(&name.replace("St. ", "Saint "))).is_some()
}

/// A name in lower case without what writers do in two ways: accents of quotation, articles, abbreviations, blanks.
fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace(['’', 'ʻ', '`'], "'").replace('&', "and").replace("st. ", "saint ");
    let lower = lower.trim();
    let bare = lower.strip_prefix("the ").unwrap_or(lower);
    let bare = bare.strip_suffix(", the").unwrap_or(bare);
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
