//! Text that knows which of its parts are not in the language of the page: language and origin are kept beside the text
//! as byte ranges, and are carried into every name that is composed of it.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use icu_locale::{LanguageIdentifier, LocaleExpander};

/// Languages written from right to left where their tag names no script.
const RIGHT_TO_LEFT: &[&str] = &[
    "ae", "aeb", "ajp", "apc", "apd", "ar", "arc", "arq", "ary", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa",
    "glk", "haz", "he", "iw", "ji", "khw", "ks", "lrc", "luz", "mzn", "nqo", "ota", "pnb", "prs", "ps", "rhg", "sam",
    "sd", "sdh", "skr", "syc", "syr", "tmr", "ug", "ur", "yi",
];

/// Scripts written from right to left, ISO 15924.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] =
    &["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi"];

/// The direction of a language (BCP 47), as in HTML's `dir`: `ltr` or `rtl`. A script in its tag takes precedence; else
/// that in which the language is most likely written in the region of the tag (`kk` in China, `pa` in Pakistan).
pub fn direction(language: &str) -> &'static str {
    let language = language.to_ascii_lowercase();
    let mut parts = language.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    let is_script = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let script = parts.clone().find(is_script).map(str::to_owned).or_else(|| {
        let has_region = parts.next().is_some();
        likely_script(&language).filter(|_| has_region)
    });
    let is_rtl = match script.as_deref() {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&first),
    };
    if is_rtl { "rtl" } else { "ltr" }
}

/// The script, in lower case, in which a language is most likely written in the region of its tag.
fn likely_script(tag: &str) -> Option<String> {
    let mut parsed: LanguageIdentifier = tag.parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut parsed);
    parsed.script.map(|script| script.as_str().to_ascii_lowercase())
}

/// A text and the origins of its parts. Most texts have no tags: they are words of the site in the language of the
/// page.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaggedText {
    text: String,
    /// Sorted by position; no two overlap.
    tags: Box<[Tag]>,
}

/// The origin of a range of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Tag {
    /// First byte of the range in the text; `end` is the byte after the last.
    start: usize,
    end: usize,
    origin: Origin,
}

/// The origin of words that are not simply the site's own in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Left untranslated, in this language (BCP 47).
    Untranslated(Arc<str>),
    /// Translated by a machine.
    Machine,
}

impl TaggedText {
    /// A text of one origin throughout; `None` for the site's own words.
    pub fn new(text: impl Into<String>, origin: Option<Origin>) -> TaggedText {
        let text = text.into();
        let tag = origin.filter(|_| !text.is_empty()).map(|origin| Tag { start: 0, end: text.len(), origin });
        TaggedText { tags: tag.into_iter().collect(), text }
    }

    /// The text without its tags.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text without its tags, consumed.
    pub fn into_string(self) -> String {
        self.text
    }

    /// Whether any part has an origin of its own.
    pub fn is_tagged(&self) -> bool {
        !self.tags.is_empty()
    }

    /// The language of the first part that is untranslated.
    pub fn untranslated(&self) -> Option<&str> {
        self.tags.iter().find_map(|tag| match &tag.origin {
            Origin::Untranslated(language) => Some(&**language),
            Origin::Machine => None,
        })
    }

    /// Whether any part was translated by a machine.
    pub fn is_of_machine(&self) -> bool {
        self.tags.iter().any(|tag| tag.origin == Origin::Machine)
    }

    /// The text split into runs of one origin each. Concatenated, they are the whole text.
    pub fn runs(&self) -> Vec<(&str, Option<&Origin>)> {
        let mut out = Vec::with_capacity(2 * self.tags.len() + 1);
        let mut from = 0;
        for tag in &self.tags {
            out.push((&self.text[from..tag.start], None));
            out.push((&self.text[tag.start..tag.end], Some(&tag.origin)));
            from = tag.end;
        }
        out.push((&self.text[from..], None));
        out.retain(|(text, _)| !text.is_empty());
        out
    }

    /// Applies `change` to each run and keeps the origin of each.
    pub fn map_runs(&self, mut change: impl FnMut(&str) -> String) -> TaggedText {
        let runs = self.runs().into_iter();
        runs.map(|(text, origin)| TaggedText::new(change(text), origin.cloned())).collect()
    }

    /// The part before the byte `end`, which must be a character boundary.
    pub fn cut(&self, end: usize) -> TaggedText {
        let tags = self.tags.iter().filter(|tag| tag.start < end);
        let tags = tags.map(|tag| Tag { end: tag.end.min(end), ..tag.clone() });
        TaggedText { text: self.text[..end].to_owned(), tags: tags.collect() }
    }

    /// Replaces the names in a pattern by texts. The texts themselves are not treated as patterns.
    pub fn filled(pattern: &str, texts: &[(&str, &TaggedText)]) -> TaggedText {
        let mut out = Vec::new();
        let mut rest = pattern;
        while let Some(at) = rest.find('{') {
            out.push(TaggedText::from(&rest[..at]));
            rest = &rest[at..];
            match texts.iter().find(|(name, _)| rest.starts_with(name)) {
                Some((name, text)) => {
                    out.push((*text).clone());
                    rest = &rest[name.len()..];
                }
                None => {
                    out.push("{".into());
                    rest = &rest[1..];
                }
            }
        }
        out.push(rest.into());
        out.into_iter().collect()
    }

    /// The texts joined by `between`.
    pub fn joined<'t>(texts: impl IntoIterator<Item = &'t TaggedText>, between: &str) -> TaggedText {
        let mut out = Vec::new();
        for text in texts {
            if !out.is_empty() {
                out.push(TaggedText::from(between));
            }
            out.push(text.clone());
        }
        out.into_iter().collect()
    }
}

impl FromIterator<TaggedText> for TaggedText {
    fn from_iter<I: IntoIterator<Item = TaggedText>>(list: I) -> TaggedText {
        let mut list = list.into_iter();
        let Some(TaggedText { mut text, tags }) = list.next() else { return TaggedText::default() };
        let mut tags = tags.into_vec();
        for more in list {
            let from = text.len();
            text.push_str(&more.text);
            let moved = more.tags.into_vec().into_iter();
            tags.extend(moved.map(|tag| Tag { start: tag.start + from, end: tag.end + from, ..tag }));
        }
        TaggedText { text, tags: tags.into_boxed_slice() }
    }
}

impl From<&str> for TaggedText {
    fn from(text: &str) -> TaggedText {
        TaggedText { text: text.to_owned(), tags: Box::default() }
    }
}

impl From<String> for TaggedText {
    fn from(text: String) -> TaggedText {
        TaggedText { text, tags: Box::default() }
    }
}

impl From<&String> for TaggedText {
    fn from(text: &String) -> TaggedText {
        text.as_str().into()
    }
}

impl Deref for TaggedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for TaggedText {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for TaggedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl PartialEq<str> for TaggedText {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for TaggedText {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_direction_is_that_of_the_script_in_the_region() {
        for tag in
            ["ar", "fa-AF", "kk-Arab", "kk-CN", "pa-PK", "uz-AF", "ku-Arab", "ckb", "he-IL", "az-IR", "ug-Arab-CN"]
        {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["en", "kk", "pa", "pa-IN", "ku", "ku-TR", "uz-UZ", "tg", "en-AF", "ar-Latn", "zh-CN", "x y", ""] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }

    fn english(text: &str) -> TaggedText {
        TaggedText::new(text, Some(Origin::Untranslated("en".into())))
    }

    fn runs(text: &TaggedText) -> Vec<(&str, bool)> {
        text.runs().into_iter().map(|(text, origin)| (text, origin.is_some())).collect()
    }

    #[test]
    fn a_name_made_of_texts_keeps_the_language_of_each() {
        let name =
            TaggedText::filled("{law}, {article}!", &[("{law}", &english("{article}")), ("{article}", &"б 3".into())]);
        assert_eq!(name, "{article}, б 3!");
        assert_eq!(runs(&name), [("{article}", true), (", б 3!", false)]);
        assert_eq!(name.untranslated(), Some("en"));
        assert!(!name.is_of_machine());
    }

    #[test]
    fn a_language_runs_as_its_script_does() {
        for tag in ["fa-AF", "ar", "ps", "ckb", "az-Arab-IR", "tg-Arab", "FA", "he-IL", "prs"] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["en", "ru", "ku", "fa-Latn", "ug-Cyrl", "az-Latn", "zh-Hant", ""] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }

    #[test]
    fn a_text_that_is_cut_or_changed_keeps_its_languages() {
        let text =
            TaggedText::joined(&[english("abc"), "где".into(), TaggedText::new("жз", Some(Origin::Machine))], "-");
        assert_eq!(runs(&text), [("abc", true), ("-где-", false), ("жз", true)]);
        assert_eq!(runs(&text.cut(2)), [("ab", true)]);
        assert_eq!(runs(&text.cut(4)), [("abc", true), ("-", false)]);
        assert_eq!(runs(&text.map_runs(str::to_uppercase)), [("ABC", true), ("-ГДЕ-", false), ("ЖЗ", true)]);
        assert!(text.is_of_machine());
    }
}
