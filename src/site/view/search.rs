//! The view of the search page: the list of all pages, for readers without JavaScript.

use serde::Serialize;

use super::link::{Crumb, Link};

/// `search`: the list of all pages, and the place for a field where the site has an index; `search-list`: what there is
/// of one country
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// Whether the site has an index.
    pub indexed: bool,
    /// Checksum of the input, by which a browser knows that its copy of the index is of another build.
    pub version: String,
    /// The pages by kind.
    pub groups: Vec<SearchGroup>,
    /// Pages that list what there is of each country, where one page would be too long.
    pub lists: Vec<Link>,
}

/// Pages of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct SearchGroup {
    /// Message `kinds-<kind>`.
    pub kind: &'static str,
    /// By country.
    pub lists: Vec<Listed>,
}

/// Pages of one kind and one country.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// The country, where they belong to one.
    pub country: Option<Link>,
    /// The pages: words of the content, or the key of a message (`page-<key>`).
    pub pages: Vec<Crumb>,
}
