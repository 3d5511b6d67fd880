//! Language tags (BCP 47): whether they are well-formed, whether their subtags exist, and which tag an author meant.

use icu_locale::names::ScriptDisplayName;
use icu_locale::subtags::Script;
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};
use isolang::Language;

use super::name::nearest;
use super::region::{Code, country_language, country_name};

/// Why a tag is refused, and the tag that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTag {
    /// The reason, in lower case and without a final period.
    pub message: String,
    /// The tag that was meant, where it can be guessed.
    pub meant: Option<String>,
}

/// Checks a tag against BCP 47 (RFC 5646): it must be well-formed, in canonical case, with a language of ISO 639 and,
/// if present, a script of ISO 15924 and a region of ISO 3166-1. A language must have the shortest of its codes, as the
/// IANA registry of subtags requires.
pub fn check_language(tag: &str) -> Result<(), BadTag> {
    let Some(message) = fault(tag) else { return Ok(()) };
    let meant = match tag.parse::<LanguageIdentifier>() {
        Ok(parsed) if is_known(parsed.language.as_str()) && canonical(&parsed) != tag => Some(canonical(&parsed)),
        _ => meant(tag),
    };
    Err(BadTag { message, meant: meant.filter(|meant| fault(meant).is_none()) })
}

/// The message for a faulty tag; `None` for a good one.
fn fault(tag: &str) -> Option<String> {
    let Ok(parsed) = tag.parse::<LanguageIdentifier>() else {
        return Some(format!("`{tag}` is not the tag of a language"));
    };
    let language = parsed.language.as_str();
    if tag.len() < 2 || !is_known(language) {
        let country = language.to_ascii_uppercase();
        let country = Code::Country.is_known(&country).then(|| country_name(&country, "en")).flatten();
        return Some(match country {
            Some(country) => format!("`{tag}` is the code of a country ({country}), not of a language"),
            None => format!("`{tag}` is not the tag of a language that ISO 639 knows"),
        });
    }
    if let Some(script) = parsed.script
        && !is_script(script)
    {
        return Some(format!("`{script}` in `{tag}` is not the code of a script"));
    }
    if let Some(name) = script_named(&parsed) {
        return Some(format!("`{name}` in `{tag}` is the name of a script, not its code"));
    }
    if let Some(region) = parsed.region
        && region.is_alphabetic()
        && !Code::Country.is_known(region.as_str())
    {
        return Some(format!("`{region}` in `{tag}` is not the code of a country"));
    }
    (canonical(&parsed) != tag).then(|| format!("`{tag}` is not written as the tag of its language is"))
}

/// Names of scripts that people write in place of their codes, and that have the form of a variant of a language.
const SCRIPTS: [(&str, &str); 6] = [
    ("latin", "Latn"),
    ("cyrillic", "Cyrl"),
    ("arabic", "Arab"),
    ("hebrew", "Hebr"),
    ("greek", "Grek"),
    ("hangul", "Hang"),
];

/// The name of a script among the variants of a tag: `latin` in `uz-latin`.
fn script_named(tag: &LanguageIdentifier) -> Option<&'static str> {
    let is_variant = |name: &str| tag.variants.iter().any(|variant| variant.as_str() == name);
    SCRIPTS.iter().map(|(name, _)| *name).find(|name| is_variant(name))
}

/// Whether ISO 639-1 or 639-3 has this code, today or formerly, or leaves it to private use (`qaa` to `qtz`).
fn is_known(code: &str) -> bool {
    match code.len() {
        2 => Language::from_639_1(code).is_some() || replaced(code).is_some(),
        3 => Language::from_639_3(code).is_some() || ("qaa"..="qtz").contains(&code),
        _ => false,
    }
}

/// The successor of a two-letter code that ISO 639-1 has replaced, from the data of the locale canonicalizer.
fn replaced(code: &str) -> Option<String> {
    // A code that is still valid has no successor.
    if Language::from_639_1(code).is_some() {
        return None;
    }
    let mut parsed: Locale = code.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut parsed);
    let new = parsed.id.language.as_str();
    (new != code && new.len() == 2 && Language::from_639_1(new).is_some()).then(|| new.to_owned())
}

/// Codes of ISO 15924 for which CLDR knows no language: variants of scripts, writing for the blind, invented scripts,
/// and what is no script.
const OTHER_SCRIPTS: &[&str] = &[
    "Afak", "Aran", "Berf", "Blis", "Brai", "Cirt", "Cpmn", "Cyrs", "Dupl", "Egyd", "Egyh", "Geok", "Hanb", "Hntl",
    "Hrkt", "Inds", "Jamo", "Jurc", "Kitl", "Kpel", "Latf", "Latg", "Leke", "Loma", "Maya", "Moon", "Nkdb", "Nkgb",
    "Nshu", "Pcun", "Perm", "Phlv", "Piqd", "Psin", "Ranj", "Roro", "Sara", "Seal", "Shui", "Sidt", "Syre", "Syrj",
    "Syrn", "Tayo", "Teng", "Tols", "Visp", "Wole", "Zinh", "Zmth", "Zsye", "Zsym", "Zxxx", "Zyyy", "Zzzz",
];

/// Whether ISO 15924 has this code: CLDR names it, or knows a language that is written in it, or it is one of the others.
fn is_script(script: Script) -> bool {
    let mut likely = LanguageIdentifier { script: Some(script), ..LanguageIdentifier::UNKNOWN };
    LocaleExpander::new_extended().maximize(&mut likely);
    if likely.language != LanguageIdentifier::UNKNOWN.language || OTHER_SCRIPTS.contains(&script.as_str()) {
        return true;
    }
    let english = icu_locale::locale!("en");
    // For a script without a name the data returns its code.
    ScriptDisplayName::try_new_light(english.into(), script).is_ok_and(|name| name.to_string() != script.as_str())
}

/// The tag with the shortest code of its language, and each subtag in its canonical case.
fn canonical(tag: &LanguageIdentifier) -> String {
    let mut tag = tag.clone();
    let short = match tag.language.as_str() {
        code if code.len() == 3 => Language::from_639_3(code).and_then(|known| known.to_639_1()).map(str::to_owned),
        code => replaced(code),
    };
    if let Some(short) = short.and_then(|short| short.parse().ok()) {
        tag.language = short;
    }
    tag.to_string()
}

/// The tag that was meant by `text`: one with other separators or in other case, the code of a country, or the English
/// name of the language.
fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    let dashed = text.replace(['_', ' ', '.'], "-");
    let coded = SCRIPTS.iter().find_map(|(name, code)| {
        let (language, script) = dashed.split_once('-')?;
        script.eq_ignore_ascii_case(name).then(|| format!("{language}-{code}"))
    });
    if let Some(tag) = coded.and_then(|tag| tag.parse::<LanguageIdentifier>().ok())
        && is_known(tag.language.as_str())
    {
        return Some(canonical(&tag));
    }
    if dashed != text
        && let Ok(tag) = dashed.parse::<LanguageIdentifier>()
        && is_known(tag.language.as_str())
    {
        return Some(canonical(&tag));
    }
    let by_name = |name: &str| {
        if name.len() < 3 {
            return None;
        }
        let known = isolang::languages().find(|known| known.to_name().eq_ignore_ascii_case(name))?;
        Some(known.to_639_1().unwrap_or(known.to_639_3()).to_owned())
    };
    if let Some(tag) = by_name(text) {
        return Some(tag);
    }
    let mut parts = text.splitn(2, ['-', '_']);
    let (first, rest) = (parts.next()?, parts.next());
    // The code of a country is often mistaken for that of its language: `jp`, `ua`, `cn`.
    if first.len() == 2
        && Language::from_639_1(&first.to_ascii_lowercase()).is_none()
        && let Some(language) = language_of(&first.to_ascii_uppercase())
    {
        let whole = rest.map_or_else(|| language.clone(), |rest| format!("{language}-{rest}"));
        return whole.parse().ok().map(|tag| canonical(&tag));
    }
    // A typing error in the English name; short texts are codes, for which a nearest name means nothing.
    let names = isolang::languages().filter(|known| known.to_639_1().is_some()).map(|known| known.to_name());
    nearest(text, names.filter(|_| text.len() > 4)).and_then(by_name)
}

/// The language meant by the code of a country: the one most used there if it is native to the country, else the only
/// one that is.
fn language_of(country: &str) -> Option<String> {
    let most = country_language(country)?;
    let at_home = |code: &str| {
        let mut tag: LanguageIdentifier = code.parse().ok()?;
        LocaleExpander::new_extended().maximize(&mut tag);
        tag.region.filter(|region| region.as_str() == country)
    };
    if at_home(&most).is_some() {
        return Some(most);
    }
    let mut own = isolang::languages().filter_map(|known| known.to_639_1()).filter(|code| at_home(code).is_some());
    match (own.next(), own.next()) {
        (Some(only), None) => Some(only.to_owned()),
        _ => Some(most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant_by(tag: &str) -> Option<String> {
        check_language(tag).expect_err(tag).meant
    }

    #[test]
    fn every_script_that_is_valid_in_cldr_is_known() {
        // The regular codes of `common/validity/script.xml` of CLDR, read on 30 November 2026; `~` is a range.
        let codes = "Adlm Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Bopo Brah Brai Bugi Buhd Cakm Cans \
                     Cari Cham Cher Chrs Copt Cpmn Cprt Cyrl Cyrs Deva Diak Dogr Dsrt Dupl Egyp Elba Elym Ethi Gara Geor Glag \
                     Gong Gonm Goth Gran Grek Gujr Gukh Guru Hanb Hang Hani Hano Hans Hant Hatr Hebr Hira Hluw Hmng Hmnp Hrkt \
                     Hung Ital Jamo Java Jpan Jurc Kali Kana Kawi Khar Khmr Khoj Kits Knda Kore Krai Kthi Lana Laoo Latf Latg \
                     Latn Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym Modi Mong Mroo \
                     Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Onao Orkh Orya Osge Osma Ougr Palm Pauc Perm \
                     Phag Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd Sidd Sind Sinh Sogd Sogo Sora \
                     Soyo Sund Sunu Sylo Syrc Syre Syrj Syrn Tagb Takr Tale Talu Taml Tang Tavt Telu Tfng Tglg Thaa Thai Tibt \
                     Tirh Tnsa Todr Toto Tutg Ugar Vaii Vith Wara Wcho Xpeo Xsux Yezi Yiii Zanb Berf Hntl Pcun Seal Sidt Tayo \
                     Tols";
        let unknown = |code: &&str| Script::try_from_str(code).is_ok_and(|script| !is_script(script));
        assert_eq!(codes.split_whitespace().filter(unknown).collect::<Vec<_>>(), Vec::<&str>::new());
    }

    #[test]
    fn a_tag_of_a_language_is_accepted() {
        for tag in ["en", "ru", "kk", "tg", "uz-Cyrl", "sr-Latn", "sgh", "zh-Hant-TW", "mul", "und", "es-419", "qaa"] {
            assert_eq!(check_language(tag), Ok(()), "{tag}");
        }
    }

    #[test]
    fn every_script_in_which_a_language_is_written_is_known() {
        for tag in [
            "mn-Mong", "hi-Deva", "ka-Geor", "hy-Armn", "el-Grek", "pi-Thai", "am-Ethi", "pa-Guru", "bn-Beng",
            "gu-Gujr", "he-Hebr", "kn-Knda", "km-Khmr", "lo-Laoo", "ml-Mlym", "my-Mymr", "or-Orya", "si-Sinh",
            "ta-Taml", "te-Telu", "dv-Thaa", "bo-Tibt", "zgh-Tfng", "ii-Yiii", "chr-Cher", "cop-Copt", "got-Goth",
            "nqo-Nkoo", "ff-Adlm", "ko-Kore", "ja-Jpan", "ko-Hang", "ja-Hira", "ja-Kana", "zh-Bopo", "ru-Cyrs",
            "fr-Brai", "de-Latf", "ga-Latg",
        ] {
            assert_eq!(check_language(tag), Ok(()), "{tag}");
        }
    }

    #[test]
    fn what_was_meant_is_said() {
        for (tag, meant) in [
            ("ua", Some("uk")),
            ("jp", Some("ja")),
            ("Russian", Some("ru")),
            ("english", Some("en")),
            ("uz_Cyrl", Some("uz-Cyrl")),
            ("uz-latin", Some("uz-Latn")),
            ("sr_cyrillic", Some("sr-Cyrl")),
            ("EN", Some("en")),
            ("sr-latn", Some("sr-Latn")),
            ("jpn", Some("ja")),
            ("iw", Some("he")),
            ("қаз", None),
            ("xx", None),
            ("e", None),
            ("en-Xxxx", None),
            ("en-EX", None),
        ] {
            assert_eq!(meant_by(tag).as_deref(), meant, "{tag}");
        }
    }

    #[test]
    fn a_code_of_a_country_is_called_so() {
        let message = check_language("jp").expect_err("a country").message;
        assert_eq!(message, "`jp` is the code of a country (Japan), not of a language");
    }
}
