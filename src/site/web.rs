//! Addresses outside the site.

/// An address outside the site, if it is one that a page may lead to: `https:`, `http:` or `mailto:`.
pub fn web(url: &str) -> Option<String> {
    let lower = url.trim().to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    known.then(|| url.trim().to_owned())
}
