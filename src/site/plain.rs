//! Plain words of prose.

use crate::text;

/// The words of the first paragraph, without its citations.
pub fn first_paragraph(prose: &text::Prose) -> String {
    let first = prose.blocks().into_iter().find_map(|block| match block {
        text::Block::Paragraph(list) => Some(plain(&list)),
        _ => None,
    });
    first.unwrap_or_default()
}

/// The words of running text, citations and footnote marks left out.
pub fn plain(list: &[text::Inline]) -> String {
    let mut out = String::new();
    add_plain(list, &mut out);
    let mut words = String::with_capacity(out.len());
    for word in out.split_whitespace() {
        if !words.is_empty() && !word.starts_with(['.', ',', ';', ':']) {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

pub fn add_plain(list: &[text::Inline], out: &mut String) {
    use text::Inline::*;
    for inline in list {
        match inline {
            Text(text) | Code(text) => out.push_str(text),
            Emphasis(list) | Strong(list) | Struck(list) | Superscript(list) | Link { text: list, .. } => {
                add_plain(list, out)
            }
            Reference { id, text } if text.is_empty() => out.push_str(id),
            Reference { text, .. } => add_plain(text, out),
            SoftBreak | HardBreak => out.push(' '),
            Image { alt, .. } => out.push_str(alt),
            Citation { .. } | FootnoteMark(_) => {}
        }
    }
}

/// At most `most` characters, cut between words.
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}
