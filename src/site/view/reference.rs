//! The views of the citation of a page.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{LocalizedText, When};

/// The citation of a page: of what the page shows, with the page as the place where it was read.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    /// The kind of what is cited.
    pub kind: ReferenceKind,
    /// A citation key for lists of references.
    pub key: String,
    /// The title of what is cited.
    pub title: TaggedText,
    /// The title in the original language, where it differs.
    pub original: Option<LocalizedText>,
    /// The number as issued.
    pub number: Option<String>,
    /// For a law: its country.
    pub jurisdiction: Option<TaggedText>,
    /// For an article: its number.
    pub section: Option<String>,
    /// For an article: its number in words ("art. 128").
    pub section_words: Option<TaggedText>,
    /// The date on which it was made; for a bill that was not adopted or signed, when it was first heard of.
    pub made: Option<When>,
    /// The event of that date, as the end of a message key `stage-…` (`adopted`, `signed`, `announced` …); empty if
    /// there is no date.
    pub made_as: &'static str,
    /// When it was published.
    pub published: Option<When>,
    /// When it came into force.
    pub in_force: Option<When>,
    /// The author; for a treaty, the depositary.
    pub author: Option<TaggedText>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Year, in the words of the source.
    pub year: Option<String>,
    /// For a source: the whole reference, as its record gives it.
    pub whole: Option<String>,
    /// The source from which this site has it, and the place in it.
    pub place: Option<String>,
    /// Where it was read, in one line: the site, its edition, and the day of the view.
    pub note: TaggedText,
    /// The name of the site.
    pub site: TaggedText,
    /// The day of the edition.
    pub edition: When,
    /// The day of the view.
    pub on: When,
    /// The absolute address of the page; for a source, of the source itself.
    pub url: Option<String>,
    /// Path of the page from the root of the site.
    pub path: String,
    /// Language, BCP 47.
    pub language: String,
    /// The citation as files for reference managers.
    pub files: Vec<ReferenceFile>,
}

/// The kind of what is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    /// A law, an article of one, or an act that changes laws.
    Law,
    /// A treaty.
    Treaty,
    /// A standard, which nobody joins.
    Standard,
    /// A bill.
    Bill,
    /// A source.
    Source,
    /// A page of the site itself.
    Page,
}

/// A citation as a file for reference managers.
#[derive(Clone, Debug, Serialize)]
pub struct ReferenceFile {
    /// The format: `bib`, `ris`, `json`. Message `cite-<form>`.
    pub form: &'static str,
    /// The suggested file name.
    pub name: String,
    /// A `data:` address that contains the file.
    pub href: String,
}
