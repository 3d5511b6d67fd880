//! What messages call kinds of files and fields.

use super::form::FileKind;

/// "a law", "a file of treaties".
pub(super) fn form_noun(kind: &FileKind) -> String {
    // Kinds that hold several entries have plural names; the home page needs no article.
    match kind.name {
        name if name.ends_with('s') => format!("a file of {name}"),
        "home" => "the home page".to_owned(),
        name => with_article(name),
    }
}

/// "a country", "an action".
pub(super) fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}
