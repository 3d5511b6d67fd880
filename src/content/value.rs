//! What a value of TOML or a word may be.

use toml::de::DeValue;

use crate::text::{is_slug, not_portable};

/// The number, if it can be counted with.
pub(super) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Whether `text` is an address that a reader may follow. Anything else never becomes a value of a record, for a faulty
/// site is shown to its author.
pub(super) fn is_address(text: &str) -> bool {
    let begun = ["https://", "http://", "mailto:"].iter().any(|s| text.len() > s.len() && text.starts_with(s));
    begun && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
}

/// Whether `text` can name a record, or a part of one.
pub(super) fn is_identity(text: &str) -> bool {
    let bare = text.split_once(':').map_or(text, |(_, bare)| bare);
    let (id, anchor) = bare.split_once('#').map_or((bare, None), |(id, anchor)| (id, Some(anchor)));
    id.split('/').all(is_slug) && anchor.is_none_or(is_slug)
}

/// Why a slug cannot name a record all the same: its page could not lie on every system, or is another page's.
pub(super) fn refused(name: &str) -> Option<&'static str> {
    match name {
        "index" => Some("`index` is the page of the folder itself"),
        name if is_slug(name) => not_portable(name),
        _ => None,
    }
}

/// Whether `tag` looks like the tag of a language.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
