//! Tests of single values: numbers, ids, language tags.

use toml::de::DeValue;

use crate::text::{is_slug, not_portable};

/// The value as an integer; `None` if it is another type or does not fit into 64 bits.
pub(super) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Whether `text` has the form of a reference: `id`, `kind:id`, `id#part`. A part may be the number of a paragraph as a law
/// writes it: `12#2-1/а`.
pub(super) fn is_id(text: &str) -> bool {
    let (kind, bare) = text.split_once(':').unwrap_or(("kind", text));
    let (id, part) = bare.split_once('#').map_or((bare, None), |(id, part)| (id, Some(part)));
    let is_number = |number: &str| {
        !number.is_empty() && number.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase() || "-.".contains(c))
    };
    is_slug(kind) && id.split('/').all(is_slug) && part.is_none_or(|part| part.split('/').all(is_number))
}

/// Why a slug cannot be an id nevertheless: its page would replace another, or some system cannot store a file of that
/// name. `None` if it can.
pub(super) fn refused(name: &str) -> Option<&'static str> {
    match name {
        "index" => Some("`index` is the page of the folder itself"),
        name if is_slug(name) => not_portable(name),
        _ => None,
    }
}

/// Whether `tag` is well-formed as BCP 47: a language, and subtags such as a script. It need not exist.
pub(super) fn has_form_of_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
