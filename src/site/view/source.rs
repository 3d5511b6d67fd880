//! The views of sources, and of the statements that cite them.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::{Link, When};
use super::prose::Prose;

/// A source in a list.
#[derive(Clone, Debug, Serialize)]
pub struct SourceLine {
    /// Its page; the text is its short name.
    pub link: Link,
    /// The whole reference.
    pub citation: String,
    /// Its tier, or empty.
    pub tier: &'static str,
    /// How often it is cited (here: on this page; in the list: on the site).
    pub cited: usize,
    /// Whether it is background only.
    pub background: bool,
}

/// `sources`
#[derive(Clone, Debug, Serialize)]
pub struct Sources {
    /// By tier, nearest first; the last group is "not recorded" (empty key).
    pub groups: Vec<SourceGroup>,
}

/// Sources of one tier.
#[derive(Clone, Debug, Serialize)]
pub struct SourceGroup {
    /// Message `tier-<key>`; empty: not recorded.
    pub tier: &'static str,
    /// The sources.
    pub sources: Vec<SourceLine>,
}

/// `source`
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// The whole reference.
    pub citation: String,
    /// Short name.
    pub short: String,
    /// Author.
    pub author: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Year.
    pub year: Option<String>,
    /// Kind.
    pub kind: Option<TaggedText>,
    /// Tier, or empty.
    pub tier: &'static str,
    /// Address.
    pub url: Option<String>,
    /// Archived copy.
    pub archived: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// The day of the copy that was read.
    pub stored: Option<When>,
    /// The day it was last looked up.
    pub accessed: Option<When>,
    /// Whether it is background only.
    pub background: bool,
    /// What a reader should know.
    pub body: Prose,
    /// All that cites it.
    pub cited_by: Vec<SourceUse>,
}

/// A use of a source.
#[derive(Clone, Debug, Serialize)]
pub struct SourceUse {
    /// Where: a page or an anchor.
    pub link: Link,
    /// Kind of record (message `kind-<key>`).
    pub kind: &'static str,
    /// The place in the source, or empty.
    pub place: String,
}
