//! Countries by ISO 3166-1 code: their names in the Unicode Common Locale Data Repository (CLDR) and the language most
//! likely written there. These names are used where a record gives none of its own in a language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use icu_locale::names::RegionDisplayName;
use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, Locale, LocaleExpander};

/// The CLDR name of the country with the code `iso` in a language (BCP 47); `None` where the data has none.
pub fn country_name(iso: &str, language: &str) -> Option<String> {
    let region: Region = iso.parse().ok()?;
    let locale: Locale = language.parse().ok()?;
    let name = RegionDisplayName::try_new_light(locale.into(), region).ok()?.to_string();
    // For an unknown name the data returns the code.
    (!name.eq_ignore_ascii_case(iso)).then_some(name)
}

/// The language that most people write in the country with the code `iso`, from the likely subtags of CLDR.
pub fn country_language(iso: &str) -> Option<String> {
    let mut locale: LanguageIdentifier = format!("und-{iso}").parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut locale);
    (!locale.language.is_unknown()).then(|| locale.language.to_string())
}

/// The script in which a language is mostly written, ISO 15924 (`Cyrl`); `None` where CLDR does not know it, or where it is
/// neither Latin nor Cyrillic.
pub fn language_script(language: &str) -> Option<String> {
    let mut locale: LanguageIdentifier = language.parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut locale);
    locale.script.map(|script| script.to_string()).filter(|script| matches!(script.as_str(), "Latn" | "Cyrl"))
}

/// Kinds of country codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// ISO 3166-1 alpha-2: `JP`.
    Country,
    /// ISO 3166-1 alpha-3: `JPN`.
    Country3,
    /// The United Nations' numeric code, M49: `392`.
    Figures,
    /// ISO 3166-2: `RU-TA`.
    Subdivision,
}

/// The status of a code in its standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A country or a subdivision has it.
    Assigned,
    /// User-assigned: `XA` to `XZ` and the like. `XK`, which many use for Kosovo, is one of them.
    Private,
    /// Assigned formerly, to a country that has ceased to exist or has changed its name: `SU`, `CS`, `YU`.
    Former,
    /// Well-formed but not assigned.
    Unknown,
    /// Not well-formed.
    Malformed,
}

impl Code {
    /// The status of `code` in this standard.
    pub fn standing(self, code: &str) -> Standing {
        let letters = |count: usize| code.len() == count && code.bytes().all(|b| b.is_ascii_uppercase());
        match self {
            Code::Country if !letters(2) => Standing::Malformed,
            Code::Country if rust_iso3166::from_alpha2(code).is_some() => Standing::Assigned,
            Code::Country if is_private2(code) => Standing::Private,
            Code::Country if formers().any(|former| former.former.alpha2 == code) => Standing::Former,
            Code::Country3 if !letters(3) => Standing::Malformed,
            Code::Country3 if rust_iso3166::from_alpha3(code).is_some() => Standing::Assigned,
            Code::Country3 if is_private3(code) => Standing::Private,
            Code::Country3 if formers().any(|former| former.former.alpha3 == code) => Standing::Former,
            Code::Figures if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_digit()) => Standing::Malformed,
            Code::Figures if rust_iso3166::from_numeric_str(code).is_some() => Standing::Assigned,
            // M49 numbers from 900 are user-assigned.
            Code::Figures if code.starts_with('9') => Standing::Private,
            Code::Figures if formers().any(|former| format!("{:03}", former.former.numeric) == code) => {
                Standing::Former
            }
            Code::Subdivision => subdivision(code),
            Code::Country | Code::Country3 | Code::Figures => Standing::Unknown,
        }
    }

    /// Whether `code` is assigned today.
    pub fn is_known(self, code: &str) -> bool {
        matches!(self.standing(code), Standing::Assigned | Standing::Private)
    }
}

fn subdivision(code: &str) -> Standing {
    let Some((country, part)) = code.split_once('-') else { return Standing::Malformed };
    let fits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    match Code::Country.standing(country) {
        Standing::Malformed => Standing::Malformed,
        _ if !fits => Standing::Malformed,
        Standing::Assigned if rust_iso3166::iso3166_2::from_code(code).is_some() => Standing::Assigned,
        Standing::Assigned => Standing::Unknown,
        other => other,
    }
}

/// ISO 3166-3: countries whose codes were withdrawn.
fn formers() -> impl Iterator<Item = &'static rust_iso3166::iso3166_3::CountryCode3> {
    rust_iso3166::iso3166_3::ALL.iter()
}

/// The country that had a withdrawn code, and the year of its withdrawal: `SU`, the USSR, 1992.
pub fn former_holder(code: &str) -> Option<(&'static str, i32)> {
    let is_of = |former: &&rust_iso3166::iso3166_3::CountryCode3| {
        former.former.alpha2 == code || former.former.alpha3 == code || format!("{:03}", former.former.numeric) == code
    };
    let former = formers().find(is_of)?;
    Some((former.name, *former.validity.last()?))
}

/// Whether a two-letter code is user-assigned: AA, QM to QZ, XA to XZ and ZZ (ISO 3166-1, clause 5.2).
fn is_private2(code: &str) -> bool {
    matches!(code, "AA" | "ZZ") || ("QM"..="QZ").contains(&code) || code.starts_with('X')
}

/// Whether a three-letter code is user-assigned: AAA to AAZ, QMA to QZZ, XAA to XZZ and ZZA to ZZZ.
fn is_private3(code: &str) -> bool {
    code.starts_with("AA") || code.starts_with("ZZ") || ("QMA"..="QZZ").contains(&code) || code.starts_with('X')
}

/// The other codes of a country, alpha-3 and numeric: `JPN` and `392` for `JP`.
pub fn codes_of(alpha2: &str) -> Option<(&'static str, String)> {
    let country = rust_iso3166::from_alpha2(alpha2)?;
    Some((country.alpha3, format!("{:03}", country.numeric)))
}

/// The two-letter code of the country with this three-letter or numeric code.
pub fn country_of(code: &str) -> Option<String> {
    let country = rust_iso3166::from_alpha3(code).or_else(|| rust_iso3166::from_numeric_str(code))?;
    Some(country.alpha2.to_owned())
}

/// The two-letter code that was meant by `text`: one in lower case, a three-letter code, the English name, or a code
/// reserved for another use, such as `UK`.
pub fn country_meant(text: &str) -> Option<String> {
    let upper = text.trim().to_uppercase();
    let own = match upper.as_str() {
        "UK" => Some("GB"),
        "EL" => Some("GR"),
        _ => None,
    };
    let by_name = || rust_iso3166::ALL.iter().find(|country| country.name.eq_ignore_ascii_case(text.trim()));
    own.map(str::to_owned)
        .or_else(|| Code::Country.is_known(&upper).then(|| upper.clone()))
        .or_else(|| rust_iso3166::from_alpha3(&upper).map(|country| country.alpha2.to_owned()))
        .or_else(|| by_name().map(|country| country.alpha2.to_owned()))
}

/// The two-letter code of the country that English calls so, by ISO 3166-1 and CLDR; `None` where several are called so.
pub fn country_called(name: &str) -> Option<&'static str> {
    CALLED.get(&name.trim().to_lowercase()).copied().flatten()
}

/// Countries by their English names in small letters; `None` for a name of several.
static CALLED: LazyLock<BTreeMap<String, Option<&'static str>>> = LazyLock::new(|| {
    let mut called: BTreeMap<String, Option<&'static str>> = BTreeMap::new();
    for country in rust_iso3166::ALL {
        let mut names = vec![country.name.to_owned()];
        names.extend(country_name(country.alpha2, "en"));
        // "Name (State of)", "Name, State of": the words behind come first in a text.
        let parted = country.name.split_once(" (").map(|(short, long)| (short, long.trim_end_matches(')')));
        if let Some((short, long)) = parted.or_else(|| country.name.split_once(", ")) {
            names.extend([short.to_owned(), format!("{long} {short}")]);
        }
        names.extend(names.clone().iter().filter_map(|name| name.strip_prefix("the ").map(str::to_owned)));
        for name in names {
            let holder = called.entry(name.to_lowercase()).or_insert(Some(country.alpha2));
            if *holder != Some(country.alpha2) {
                *holder = None;
            }
        }
    }
    // A river or a people that is in the name of a second state, behind its form of government.
    let shared = |name: &str| called.keys().any(|other| other.ends_with(&format!(" of the {name}")));
    let several: Vec<String> = called.keys().filter(|name| shared(name)).cloned().collect();
    called.extend(several.into_iter().map(|name| (name, None)));
    called
});

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
    fn a_code_stands_as_its_standard_says() {
        for (kind, code, standing) in [
            (Code::Country, "JP", Standing::Assigned),
            (Code::Country, "XK", Standing::Private),
            (Code::Country, "XR", Standing::Private),
            (Code::Country, "SU", Standing::Former),
            (Code::Country, "CS", Standing::Former),
            (Code::Country, "UK", Standing::Unknown),
            (Code::Country, "jp", Standing::Malformed),
            (Code::Country, "\u{41a}P", Standing::Malformed),
            (Code::Country, "JPN", Standing::Malformed),
            (Code::Country3, "JPN", Standing::Assigned),
            (Code::Country3, "XKX", Standing::Private),
            (Code::Country3, "SUN", Standing::Former),
            (Code::Country3, "JP", Standing::Malformed),
            (Code::Figures, "392", Standing::Assigned),
            (Code::Figures, "999", Standing::Private),
            (Code::Figures, "390", Standing::Unknown),
            (Code::Figures, "98", Standing::Malformed),
            (Code::Subdivision, "GB-SCT", Standing::Assigned),
            (Code::Subdivision, "XR-1", Standing::Private),
            (Code::Subdivision, "GB-QQQ", Standing::Unknown),
            (Code::Subdivision, "GB_SCT", Standing::Malformed),
            (Code::Subdivision, "UK-SCT", Standing::Unknown),
        ] {
            assert_eq!(kind.standing(code), standing, "{code}");
        }
    }

    #[test]
    fn a_country_is_known_by_the_names_that_lists_give_it() {
        for (name, code) in [
            ("Japan", Some("JP")),
            ("State of Palestine", Some("PS")),
            ("British Virgin Islands", Some("VG")),
            ("Congo", None),
            ("Nowhere", None),
        ] {
            assert_eq!(country_called(name), code, "{name}");
        }
    }

    #[test]
    fn the_code_that_was_meant_is_found() {
        for (text, meant) in
            [("UK", Some("GB")), ("JPN", Some("JP")), ("jp", Some("JP")), ("Japan", Some("JP")), ("Nowhere", None)]
        {
            assert_eq!(country_meant(text).as_deref(), meant, "{text}");
        }
        assert_eq!(codes_of("JP"), Some(("JPN", "392".to_owned())));
        assert_eq!(former_holder("SU").map(|(_, year)| year), Some(1992));
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
