//! The views of the citation of a page.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{LocalizedText, When};

/// How a page is cited: what it shows as what that is, and the page as the place where it was read.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    /// What is cited.
    pub kind: ReferenceKind,
    /// A key for lists of references.
    pub key: String,
    /// Its own title.
    pub title: TaggedText,
    /// Its official title, where that is another.
    pub original: Option<LocalizedText>,
    /// Its number.
    pub number: Option<String>,
    /// The country whose law it is.
    pub jurisdiction: Option<TaggedText>,
    /// The number of the article.
    pub section: Option<String>,
    /// The article in words: "art. 128".
    pub section_words: Option<TaggedText>,
    /// When it was made, or (a bill that nobody adopted or signed) first heard of.
    pub made: Option<When>,
    /// What happened to it on that day: a stage of amendments (`adopted`, `signed`, `announced` …), behind `stage-`;
    /// nothing where no day is known.
    pub made_as: &'static str,
    /// When it was published.
    pub published: Option<When>,
    /// When it came into force.
    pub in_force: Option<When>,
    /// Author, or depositary.
    pub author: Option<TaggedText>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Year, in the words of the source.
    pub year: Option<String>,
    /// Of a source: the whole reference as the record has it.
    pub whole: Option<String>,
    /// The source, and the place in it, from which the site has it.
    pub place: Option<String>,
    /// Where it was read, in one line: the site, its edition, and the day of the law.
    pub note: TaggedText,
    /// The name of the site.
    pub site: TaggedText,
    /// The day of the edition.
    pub edition: When,
    /// The day on which the page shows the law.
    pub on: When,
    /// Its absolute address; for a source, its own.
    pub url: Option<String>,
    /// Where the page lies, from the root of the site.
    pub path: String,
    /// Language, BCP 47.
    pub language: String,
    /// Files for reference managers.
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

/// A file for reference managers.
#[derive(Clone, Debug, Serialize)]
pub struct ReferenceFile {
    /// `bib`, `ris`, `json`. Message `cite-<form>`.
    pub form: &'static str,
    /// A name under which to keep it.
    pub name: String,
    /// An address that holds the whole file.
    pub href: String,
}
