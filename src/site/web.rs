//! Addresses outside the site.

use crate::text::is_web_address;

/// An address outside the site, if it is one that a page may lead to: `https:`, `http:` or `mailto:`.
pub fn web(url: &str) -> Option<String> {
    let url = url.trim();
    is_web_address(url).then(|| url.to_owned())
}
