//! Quotation marks of TOML that authors forget, and those that programs put in their place.
//!
//! What comes in is the TOML of a file; what goes out are places and characters. It reads no values.

/// Quotation marks that word processors and keyboards insert in place of straight ones.
pub(super) const CURLY: &str = "“”„‟«»‹›‘’‚‛″′＂＇「」『』`´";

/// The offset and the length in bytes of the quotation mark that opens the string in which the offset `at` lies, where
/// that string has no end: on its line, or, between marks of three, in the file.
pub(super) fn unclosed(toml: &str, at: usize) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(open) = toml[from..].find(['"', '\'', '#']).map(|n| from + n).filter(|open| *open <= at) {
        let rest = &toml[open..];
        let line_end = rest.find('\n').map_or(toml.len(), |n| open + n);
        let mark = rest.chars().next().filter(|c| *c != '#');
        let Some(mark) = mark else {
            from = line_end;
            continue;
        };
        let three = mark.to_string().repeat(3);
        let (length, end) = if rest.starts_with(&three) { (3, toml.len()) } else { (1, line_end) };
        match closing(&toml[open + length..end], &three[..length]) {
            Some(behind) => from = open + length + behind,
            None if at <= end => return Some((open, length)),
            None => from = end,
        }
    }
    None
}

/// The offset behind the marks that close a string whose inner text begins `text`.
fn closing(text: &str, marks: &str) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if marks.starts_with('"') && rest.starts_with('\\') {
            at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
        } else if rest.starts_with(marks) {
            let run = rest.len() - rest.trim_start_matches(&marks[..1]).len();
            // Up to two marks may stand before the three that close.
            return Some(at + if marks.len() == 3 { run.min(5) } else { 1 });
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// A curly quotation mark at the start or end of a value, where TOML requires a straight one.
pub(super) fn curly(line: &str) -> Option<char> {
    let is_outer = |(at, mark): &(usize, char)| {
        let before = line[..*at].trim_end().chars().next_back();
        let after = line[at + mark.len_utf8()..].trim_start().chars().next();
        CURLY.contains(*mark)
            && (before.is_none_or(|c| "=[,{".contains(c)) || after.is_none_or(|c| ",]}#=".contains(c)))
    };
    line.char_indices().find(is_outer).map(|(_, mark)| mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_that_nothing_closes_is_found() {
        for (text, open) in [
            ("a = \"б\nc = \"d\"", Some((4, 1))),
            ("a = \"b\"\nc = \"\"\"d\ne = \"f\"", Some((12, 3))),
            ("# it's\na = 'b", Some((11, 1))),
            ("a = \"b\\\"", Some((4, 1))),
            ("a = \"b # c", Some((4, 1))),
            ("a = \"\"\"b \"quoted\"\"\"\"\nc = '''d", Some((25, 3))),
            ("a = \"b\"", None),
            ("a = ''", None),
        ] {
            assert_eq!(
                unclosed(text, text.find('\n').filter(|_| open == Some((4, 1))).unwrap_or(text.len())),
                open,
                "{text}"
            );
        }
    }
}
