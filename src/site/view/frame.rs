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
    /// One line that describes the site.
    pub description: TaggedText,
    /// Language, BCP 47.
    pub language: String,
    /// In a further language: the first language of the site, in which texts stand that are not translated.
    pub first_language: Option<String>,
    /// The day of the edition (*today*).
    pub edition: When,
    /// The name of the edition, if it has one.
    pub edition_name: Option<TaggedText>,
    /// The day on which the main views show the law.
    pub as_of: When,
    /// Whether `as_of` is another day than `edition`.
    pub historical: bool,
    /// The day up to which the site was researched.
    pub law_as_at: Option<When>,
    /// The address at which the site is published, without a final `/`.
    pub base_url: Option<String>,
    /// The whole address of the picture for sharing; `None` where there is none.
    pub shared_picture: Option<String>,
    /// Who edits and publishes the site.
    pub publisher: Option<TaggedText>,
    /// Licence of the content.
    pub licence: Option<String>,
    /// Address of the licence's text.
    pub licence_url: Option<String>,
    /// Notice on quoted sources.
    pub notice: Option<TaggedText>,
    /// Note on names and designations.
    pub designations: Option<TaggedText>,
    /// The doors of the navigation; each holds the pages that lie behind it. Doors with nothing behind them are left out.
    pub doors: Vec<Door>,
    /// Path of the search page from the root of the site.
    pub search: String,
    /// Whether the site has an index.
    pub indexed: bool,
    /// Pages of prose, with paths from the root of the site.
    pub pages: Vec<NavItem>,
    /// Version of the program that made the site.
    pub generator: String,
}

/// A door of the navigation: the first of its pages, and those that lie one step behind it.
#[derive(Clone, Debug, Serialize)]
pub struct Door {
    /// Its name: message `door-<name>`, and `door` of the pages that lie behind it.
    pub name: &'static str,
    /// Path of the page to which it leads, from the root of the site.
    pub path: String,
    /// The pages behind it, the one to which it leads first; message `nav-<key>`, else `page-<key>`.
    pub pages: Vec<NavItem>,
}

/// A link of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    /// Path from the root of the site.
    pub path: String,
    /// Message key of its words, or empty.
    pub key: &'static str,
    /// Its words in the content, or empty.
    pub text: TaggedText,
}
