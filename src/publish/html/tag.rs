//! The tags of a template, found without parsing what they say.

use std::ops::Range;

/// What stands between the signs of a tag.
pub(super) fn inner<'t>(text: &'t str, tag: &Range<usize>) -> &'t str {
    &text[tag.start + 2..tag.end - 2]
}

/// The ranges of the tags `{% … %}`, outside comments and raw blocks.
pub(super) fn statements(text: &str) -> impl Iterator<Item = Range<usize>> {
    tags(text).into_iter().filter(|tag| text[tag.start..].starts_with("{%"))
}

/// The ranges of the tags `{% … %}` and `{{ … }}`, outside comments and raw blocks.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|n| at + n) {
        let rest = &text[open..];
        let end = match rest.as_bytes().get(1) {
            Some(b'#') => rest.find("#}").map(|n| open + n + 2),
            Some(b'{') => closing(text, open + 2, "}}"),
            Some(b'%') => closing(text, open + 2, "%}"),
            _ => Some(open + 1),
        };
        let Some(end) = end else { break };
        at = end;
        if rest.starts_with("{%") {
            let is = |name: &str, tag: &str| tag[2..tag.len() - 2].trim_matches(['-', ' ', '\t', '\r', '\n']) == name;
            if is("raw", &text[open..end]) {
                let mut blocks = text[end..].match_indices("{%").map(|(n, _)| end + n);
                let closes =
                    blocks.find_map(|n| closing(text, n + 2, "%}").filter(|until| is("endraw", &text[n..*until])));
                let Some(until) = closes else { break };
                at = until;
            } else {
                out.push(open..end);
            }
        } else if rest.starts_with("{{") {
            out.push(open..end);
        }
    }
    out
}

/// The end of the tag whose inner text begins at `at`: behind `mark`, outside words in quotation marks.
fn closing(text: &str, at: usize, mark: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut quote) = (at, None);
    while at < bytes.len() {
        match (quote, bytes[at]) {
            (None, b'"' | b'\'' | b'`') => quote = Some(bytes[at]),
            (Some(_), b'\\') => at += 1,
            (Some(mark), byte) if mark == byte => quote = None,
            (None, _) if bytes[at..].starts_with(mark.as_bytes()) => return Some(at + mark.len()),
            _ => {}
        }
        at += 1;
    }
    None
}
