//! Links, dates, citations and quotations, which other views contain.

use serde::Serialize;

use crate::text::TaggedText;

/// A link to a page or an anchor of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// Relative to the page that holds it.
    pub href: String,
    /// The words.
    pub text: TaggedText,
}

/// A date as it is to be printed. `form` is `day`, `month`, `year`, `early`, `mid`, `late`, `between`, `after`,
/// `before`, `by` or `undated`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// As it is written in files; sorts and compares as text where it is a day.
    pub iso: String,
    /// In which form.
    pub form: &'static str,
    /// Year; 0 where there is none.
    pub year: i16,
    /// Month; 0 where there is none.
    pub month: u8,
    /// Day of the month; 0 where there is none.
    pub day: u8,
    /// The date that `after`, `before` and `by` speak of; the first of `between`.
    pub first: Option<Box<When>>,
    /// The second of `between`.
    pub second: Option<Box<When>>,
}

/// A period as it is to be printed: its first and its last day.
#[derive(Clone, Debug, Serialize)]
pub struct Span {
    /// First day; `None`: not recorded.
    pub first: Option<When>,
    /// Last day; `None`: goes on, or not recorded.
    pub last: Option<When>,
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The source's page.
    pub href: String,
    /// Its short name.
    pub short: String,
    /// The place.
    pub place: String,
    /// Its tier (`depositary`, `press` …); empty: not recorded. Message `tier-<tier>`.
    pub tier: &'static str,
}

/// Words of a source.
#[derive(Clone, Debug, Serialize)]
pub struct Quotation {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: String,
    /// Standing of the translation (`unofficial` …), or empty. Message `translation-<…>`.
    pub translation: &'static str,
    /// The words of the original.
    pub original: Option<LocalizedText>,
}

/// Words in a language.
#[derive(Clone, Debug, Serialize)]
pub struct LocalizedText {
    /// The words.
    pub text: String,
    /// Their language, BCP 47.
    pub language: String,
}

/// A banner: a message key (`banner-<key>`) with what it needs.
#[derive(Clone, Debug, Serialize)]
pub struct Banner {
    /// `not-yet-in-force`, `in-force-in-part`, `article-to-come`, `article-ended`, `article-gap`, `wording-to-come`,
    /// `wording-not-recorded`, `text-not-quoted`, `repealed`, `unofficial-translation`, `machine-translation`,
    /// `disputed`, `not-compared`, `region`, `historical-view`.
    pub key: &'static str,
    /// A day that it names.
    pub on: Option<When>,
    /// A second day that it names.
    pub until: Option<When>,
    /// Records that it names.
    pub links: Vec<Link>,
    /// A word that it needs (the verb of the repeal).
    pub word: &'static str,
}

/// A page that refers to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backlink {
    /// Where.
    pub link: Link,
    /// Kind of record (message `kind-<key>`).
    pub kind: &'static str,
}

/// A step of the breadcrumbs: a message key (`page-countries`) or words of the content.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// The key of its words in the theme's messages, if it is a page of the frame.
    pub key: Option<&'static str>,
    /// Its words otherwise.
    pub text: TaggedText,
}
