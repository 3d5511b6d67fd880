//! Text as HTML in which nothing is markup.

/// Adds `text` so that it is nothing but text, in an element or in a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    // A sign of ASCII is one byte, and no part of another character.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}
