//! What languages call countries: the names of the Unicode Common Locale Data Repository, by ISO 3166-1 code, and which
//! language a country most likely writes. The names stand where a record gives none of its own in a language.

use icu_locale::names::RegionDisplayName;
use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, Locale, LocaleExpander};

/// The name of the country with an ISO code in a language, BCP 47; `None` where it is not known.
pub fn country_name(iso: &str, language: &str) -> Option<String> {
    let region: Region = iso.parse().ok()?;
    let locale: Locale = language.parse().ok()?;
    let name = RegionDisplayName::try_new_light(locale.into(), region).ok()?.to_string();
    // What the data does not have comes back as its code.
    (!name.eq_ignore_ascii_case(iso)).then_some(name)
}

/// The language that most people of the country with an ISO code write, after the likely subtags of the same data.
pub fn country_language(iso: &str) -> Option<String> {
    let mut locale: LanguageIdentifier = format!("und-{iso}").parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut locale);
    (!locale.language.is_unknown()).then(|| locale.language.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_has_a_name_in_each_language_that_the_data_knows() {
        for (iso, language, wanted) in [
            ("MY", "ru", Some("Малайзия")),
            ("UZ", "uz", Some("Oʻzbekiston")),
            ("IR", "ar", Some("إيران")),
            ("XR", "ru", None),
            ("RU-TA", "ru", None),
            ("MY", "not a language", None),
        ] {
            assert_eq!(country_name(iso, language).as_deref(), wanted, "{iso} in {language}");
        }
    }

    #[test]
    fn a_country_has_a_language_that_the_data_knows() {
        for (iso, wanted) in
            [("UZ", Some("uz")), ("JP", Some("ja")), ("MY", Some("ms")), ("XR", None), ("no code", None)]
        {
            assert_eq!(country_language(iso).as_deref(), wanted, "{iso}");
        }
    }
}
