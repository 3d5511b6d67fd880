//! The view of the search page: the list of all pages, for readers without JavaScript.

use serde::Serialize;

use super::link::{Crumb, Link};

/// Template `search`: the list of all pages, with a search field if the site has an index. Template `search-list`: the
/// pages of one country.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// Whether the site has an index.
    pub indexed: bool,
    /// Checksum of the input, by which a browser recognises that its copy of the index is outdated.
    pub version: String,
    /// The pages, by kind.
    pub groups: Vec<SearchGroup>,
    /// The lists of single countries, if one list of all pages would be too long.
    pub lists: Vec<Link>,
}

/// Pages of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct SearchGroup {
    /// The kind of page. Message `kinds-<kind>`.
    pub kind: &'static str,
    /// The pages of this kind, by country.
    pub lists: Vec<Listed>,
}

/// Pages of one kind and one country.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// The country, for pages that belong to one.
    pub country: Option<Link>,
    /// The pages: with words of the content, or with a message key (`page-<key>`).
    pub pages: Vec<Crumb>,
}
