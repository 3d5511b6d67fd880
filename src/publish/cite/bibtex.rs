//! BibTeX. Laws are `misc`, which every style knows; what is special to them goes into additional fields.

use super::field::{dated, figures, made, note, site};
use crate::site::view::{Reference, ReferenceKind};

/// One entry of the file.
pub(super) fn print(reference: &Reference) -> String {
    let kind = if reference.kind == ReferenceKind::Page { "online" } else { "misc" };
    let mut out = format!("@{kind}{{{},\n", reference.key);
    let mut set = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    let author = reference.author.as_deref().or(reference.jurisdiction.as_deref());
    // A second pair of braces keeps a name together and preserves the capitals of a title.
    if let Some(author) = author {
        set("author", &format!("{{{}}}", escaped(author)));
    }
    set("title", &format!("{{{}}}", escaped(&reference.title)));
    if let Some(made) = made(reference) {
        let year = figures(made).first().map(|year| format!("{year:04}")).unwrap_or_default();
        set("date", &dated(made, "-"));
        set("year", &year);
    }
    set("year", &escaped(reference.year.as_deref().unwrap_or_default()));
    set("number", &escaped(reference.number.as_deref().unwrap_or_default()));
    set("pages", &escaped(reference.section_words.as_deref().unwrap_or_default()));
    set("publisher", &escaped(reference.publisher.as_deref().unwrap_or_default()));
    set("organization", &escaped(site(reference).unwrap_or_default()));
    set("note", &escaped(&note(reference)));
    if let Some(url) = &reference.url {
        set("url", &address(url));
    }
    set("langid", &reference.language);
    out.push_str("}\n\n");
    out
}

/// Escapes characters that are special in TeX.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '#' | '&' | '$' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Addresses are verbatim in BibTeX; only what would end the field is escaped.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}
