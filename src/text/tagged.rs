//! Words that know in which language they are, where that is not the language of the page: the language stands beside the
//! text, as ranges of its bytes, and goes with it into every name that is made of it.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// Languages that run from right to left where their tag names no script.
const RIGHT_TO_LEFT: &[&str] = &[
    "ae", "aeb", "ajp", "apc", "apd", "ar", "arc", "arq", "ary", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa",
    "glk", "haz", "he", "iw", "ji", "khw", "ks", "lrc", "luz", "mzn", "nqo", "ota", "pnb", "prs", "ps", "rhg", "sam",
    "sd", "sdh", "skr", "syc", "syr", "tmr", "ug", "ur", "yi",
];

/// Scripts that run from right to left, ISO 15924.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] =
    &["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi"];

/// How a language runs, BCP 47: `ltr` or `rtl`. A script in its tag decides.
pub fn direction(language: &str) -> &'static str {
    let language = language.to_ascii_lowercase();
    let mut parts = language.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let is_rtl = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&first),
    };
    if is_rtl { "rtl" } else { "ltr" }
}

/// Words with what is to be said of their language. Most texts have nothing to say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaggedText {
    text: String,
    /// In the order of the text; no two overlap.
    tags: Box<[Tag]>,
}

/// What is to be said of a range of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Tag {
    /// Bytes of the text.
    start: usize,
    end: usize,
    origin: Origin,
}

/// Where words come from that are not simply words of the site in its language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Nobody translated them: they are in this language, BCP 47.
    Untranslated(Arc<str>),
    /// A machine translated them.
    Machine,
}

impl TaggedText {
    /// Words of one origin.
    pub fn new(text: impl Into<String>, origin: Option<Origin>) -> TaggedText {
        let text = text.into();
        let tag = origin.filter(|_| !text.is_empty()).map(|origin| Tag { start: 0, end: text.len(), origin });
        TaggedText { tags: tag.into_iter().collect(), text }
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The characters alone.
    pub fn into_string(self) -> String {
        self.text
    }

    /// Whether there is anything to say of its language.
    pub fn is_tagged(&self) -> bool {
        !self.tags.is_empty()
    }

    /// The language of the words, or of some of them, that nobody translated.
    pub fn untranslated(&self) -> Option<&str> {
        self.tags.iter().find_map(|tag| match &tag.origin {
            Origin::Untranslated(language) => Some(&**language),
            Origin::Machine => None,
        })
    }

    /// Whether a machine translated any of the words.
    pub fn is_of_machine(&self) -> bool {
        self.tags.iter().any(|tag| tag.origin == Origin::Machine)
    }

    /// The text in runs of one origin. Put together again, they are the text.
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

    /// The same text with the runs made by `change`, each of the origin that it had.
    pub fn map_runs(&self, mut change: impl FnMut(&str) -> String) -> TaggedText {
        let runs = self.runs().into_iter();
        runs.map(|(text, origin)| TaggedText::new(change(text), origin.cloned())).collect()
    }

    /// The bytes before `end`, which is the border of a character.
    pub fn cut(&self, end: usize) -> TaggedText {
        let tags = self.tags.iter().filter(|tag| tag.start < end);
        let tags = tags.map(|tag| Tag { end: tag.end.min(end), ..tag.clone() });
        TaggedText { text: self.text[..end].to_owned(), tags: tags.collect() }
    }

    /// A pattern with texts in place of its names. What the texts say is no pattern again.
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

    /// The texts one after the other, with `between` between them.
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
