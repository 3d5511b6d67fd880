//! Links, dates, citations and quotations, which other views contain.

use serde::Serialize;

use crate::text::TaggedText;

/// A link to a page or an anchor of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// Relative to the page that holds it; empty where only the words are printed.
    pub href: String,
    /// The words.
    pub text: TaggedText,
}

/// A date as it is printed. `form` is `day`, `month`, `year`, `early`, `mid`, `late`, `between`, `after`, `before`,
/// `by` or `undated`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// As files spell it; whole days sort and compare as text.
    pub iso: String,
    /// The form in which the source gives it.
    pub form: &'static str,
    /// Year; 0 where there is none.
    pub year: i16,
    /// Month; 0 where there is none.
    pub month: u8,
    /// Day of the month; 0 where there is none.
    pub day: u8,
    /// For `after`, `before` and `by`: the date in question; for `between`: the first date.
    pub first: Option<Box<When>>,
    /// For `between`: the second date.
    pub second: Option<Box<When>>,
}

/// A period as it is printed, with its first and its last day.
#[derive(Clone, Debug, Serialize)]
pub struct Span {
    /// First day; `None`: not recorded.
    pub first: Option<When>,
    /// Last day, inclusive; `None`: goes on, or not recorded.
    pub last: Option<When>,
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The source's page.
    pub href: String,
    /// Its short name.
    pub short: String,
    /// Article, page, paragraph or the like.
    pub place: String,
    /// Its tier (`depositary`, `press` …); empty: not recorded. Message `tier-<tier>`.
    pub tier: &'static str,
}

/// Words of a source, verbatim.
#[derive(Clone, Debug, Serialize)]
pub struct Quotation {
    /// The words.
    pub text: String,
    /// Their language, BCP 47.
    pub language: String,
    /// Standing of the translation (`unofficial` …), or empty. Message `translation-<…>`.
    pub translation: &'static str,
    /// The words in the original language, where recorded.
    pub original: Option<LocalizedText>,
}

/// Text in one language.
#[derive(Clone, Debug, Serialize)]
pub struct LocalizedText {
    /// The words.
    pub text: String,
    /// Their language, BCP 47.
    pub language: String,
}

/// A notice at the top of a page: a message key with the values that the message needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Banner {
    /// `not-yet-in-force`, `in-force-in-part`, `article-to-come`, `article-ended`, `article-gap`, `wording-to-come`,
    /// `wording-not-recorded`, `text-not-quoted`, `repealed`, `unofficial-translation`, `machine-translation`,
    /// `disputed`, `not-compared`, `region`.
    pub key: &'static str,
    /// The day that the message names.
    pub on: Option<When>,
    /// The second day that the message names.
    pub until: Option<When>,
    /// The records that the message names; for `disputed` what is disputed, each with its place.
    pub links: Vec<Link>,
    /// For `disputed`: the place of all disputes of the country, or the page of all.
    pub all: String,
    /// A key that the message needs (the verb of the repeal).
    pub word: &'static str,
}

/// A page that refers to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backlink {
    /// The page, or its part.
    pub link: Link,
    /// Kind of record (message `kind-<key>`).
    pub kind: &'static str,
}

/// A step of the breadcrumbs, with the key of a message (`page-countries`) or words of the content.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// Message key of its words, if it is a page of the frame.
    pub key: Option<&'static str>,
    /// Its words in the content, if it has no key.
    pub text: TaggedText,
}
