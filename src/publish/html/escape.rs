//! Escapes text for HTML.

/// Appends `text` escaped, for an element or a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    // These characters are ASCII, so their bytes never occur inside another character.
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
