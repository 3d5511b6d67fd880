//! Where a string of TOML ends, also while it is being typed.

use std::ops::Range;

/// Of the string whose first mark `quote` stands at byte `at`: the bytes of its words, and the byte behind its last mark. One
/// that nobody closed ends with its line, or with the text if it may have several lines.
pub(super) fn string(text: &str, at: usize, quote: u8) -> (Range<usize>, usize) {
    let bytes = text.as_bytes();
    let three = [quote, quote, quote];
    let is_long = bytes[at..].starts_with(&three);
    let start = at + if is_long { 3 } else { 1 };
    let mut end = start;
    while end < bytes.len() {
        match bytes[end] {
            b'\\' if quote == b'"' => end += 1,
            b'\n' if !is_long => return (start..end, end),
            byte if byte == quote && !is_long => return (start..end, end + 1),
            byte if byte == quote && bytes[end..].starts_with(&three) => {
                // Up to two marks may stand before the last three.
                let marks = bytes[end..].iter().take(5).take_while(|byte| **byte == quote).count();
                return (start..end + marks - 3, end + marks);
            }
            _ => {}
        }
        end += 1;
    }
    (start..bytes.len().max(start), bytes.len().max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> (&str, usize) {
        let (words, behind) = string(text, 0, text.as_bytes()[0]);
        (&text[words], behind)
    }

    #[test]
    fn a_string_ends_at_its_mark_and_an_open_one_with_its_line() {
        assert_eq!(words(r#""a\"я" # b"#), (r#"a\"я"#, 7));
        assert_eq!(words(r"'a\' b"), (r"a\", 4));
        assert_eq!(words("\"a\nb"), ("a", 2));
        assert_eq!(words("\"\"\"a\n\"b\"\"\"\"\"c"), ("a\n\"b\"\"", 12));
        assert_eq!(words("'''a\n"), ("a\n", 5));
    }
}
