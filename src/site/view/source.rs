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
    /// Its tier, or empty. Message `tier-<key>`.
    pub tier: &'static str,
    /// How often it is cited: on this page, or, in the list of sources, on the whole site.
    pub cited: usize,
    /// Whether it is only background, which no statement needs to cite.
    pub background: bool,
}

/// Template `sources`.
#[derive(Clone, Debug, Serialize)]
pub struct Sources {
    /// The sources by tier, nearest to the law first; the last group has no recorded tier.
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

/// Template `source`.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// The whole reference.
    pub citation: String,
    /// Short name; the id if it has none.
    pub short: String,
    /// The author, as the source gives it.
    pub author: Option<String>,
    /// The title, as the source gives it.
    pub title: Option<String>,
    /// The publisher, as the source gives it.
    pub publisher: Option<String>,
    /// Year or date of publication, in the words of the reference.
    pub year: Option<String>,
    /// In words: "data set", "report", "press".
    pub kind: Option<TaggedText>,
    /// How near to the law it stands, or empty. Message `tier-<key>`.
    pub tier: &'static str,
    /// Its address on the web.
    pub url: Option<String>,
    /// Address of an archived copy.
    pub archived: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// The licence under which it may be used, in words.
    pub licence: Option<String>,
    /// The date of the copy that was read.
    pub stored: Option<When>,
    /// The day on which it was last looked up.
    pub accessed: Option<When>,
    /// Whether it is only background, which no statement needs to cite.
    pub background: bool,
    /// What a reader should know about it.
    pub body: Prose,
    /// The statements that cite it.
    pub cited_by: Vec<SourceUse>,
}

/// A statement that cites a source.
#[derive(Clone, Debug, Serialize)]
pub struct SourceUse {
    /// Where the statement is: a page or an anchor.
    pub link: Link,
    /// Kind of record (message `kind-<key>`).
    pub kind: &'static str,
    /// The place in the source, or empty.
    pub place: String,
}
