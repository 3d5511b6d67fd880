//! Addresses outside the site.

use crate::text::is_web_address;

/// The address, if a page may link to it: only `https:`, `http:` and `mailto:`.
pub fn web(url: &str) -> Option<String> {
    let url = url.trim();
    is_web_address(url).then(|| url.to_owned())
}
