//! The view of what all pages of a site share.

use serde::Serialize;

use crate::text::TaggedText;

use super::link::When;

/// What all pages share.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The version of the views, `VERSION`.
    pub version: u32,
    /// The name of the site.
    pub title: TaggedText,
    /// One line that says what it is.
    pub description: TaggedText,
    /// Language, BCP 47.
    pub language: String,
    /// The first language of the site, where these pages are in a further one: whatever is not translated stands in it.
    pub first_language: Option<String>,
    /// The day of the edition (*today*).
    pub edition: When,
    /// The name of the edition.
    pub edition_name: Option<TaggedText>,
    /// The day on which the main views show the law.
    pub as_of: When,
    /// Whether that is another day than the edition's.
    pub historical: bool,
    /// The day up to which the site was researched.
    pub law_as_at: Option<When>,
    /// Where it is published.
    pub base_url: Option<String>,
    /// Licence of the content.
    pub licence: Option<String>,
    /// Address of the licence's text.
    pub licence_url: Option<String>,
    /// Notice on quoted sources.
    pub notice: Option<TaggedText>,
    /// Note on names and designations.
    pub designations: Option<TaggedText>,
    /// The parts of the site: path from the root, and message key.
    pub nav: Vec<NavItem>,
    /// The page on which the site is searched, from the root, and whether it has an index.
    pub search: String,
    /// Whether the site has an index.
    pub indexed: bool,
    /// Pages of prose: path from the root, and title.
    pub pages: Vec<NavItem>,
    /// Version of the program that made the site.
    pub generator: String,
}

/// A step of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    /// Path from the root of the site.
    pub path: String,
    /// Message key, or empty.
    pub key: &'static str,
    /// Words of the content, or empty.
    pub text: TaggedText,
}
