//! References inside prose, as their authors write them: `[[id]]`, `[[id#anchor|words]]` and `[@source, place]`.
//!
//! What comes in is text; what goes out are the ranges of references, and what each names. They are found before the
//! Markdown is parsed, so that neighbouring brackets or bars cannot change what they mean. Whether a range lies inside
//! code, only the parser can tell.

use std::ops::Range;

/// The longest reference that is recognized, in bytes: an unclosed bracket cannot swallow a page, and the search stays
/// linear.
const LONGEST: usize = 2_000;

/// A reference and its range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Bytes of the text, from the first bracket to behind the last.
    pub(super) range: Range<usize>,
    /// The record or sources that it names.
    pub(super) names: Names,
}

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Names {
    /// A record.
    Record {
        /// The id, with kind and anchor if they were written.
        id: Range<usize>,
        /// The words to show in its place.
        words: Option<Range<usize>>,
        /// Whether the `|` before the words is not escaped by a backslash; inside a table that is a fault.
        bare_bar: bool,
    },
    /// Sources, each with the place in it if one is given.
    Sources(Vec<(Range<usize>, Option<Range<usize>>)>),
}

/// All references of `text`, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('[').map(|at| from + at) {
        let mark = match bytes.get(at + 1) {
            Some(b'[') if !is_escaped(bytes, at) => record(text, at),
            Some(b'@') if !is_escaped(bytes, at) => sources(text, at),
            _ => None,
        };
        from = match mark {
            Some(mark) => {
                let end = mark.range.end;
                found.push(mark);
                end
            }
            None => at + 1,
        };
    }
    found
}

/// Whether the byte at `at` is escaped: an odd number of backslashes stands before it.
pub(super) fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}

/// `text` with each of the `stretches`, which must be sorted, replaced by as many ASCII letters, so that all other
/// offsets stay the same.
pub(super) fn masked(text: &str, stretches: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    for range in stretches {
        if range.start < out.len() {
            continue;
        }
        out.push_str(&text[out.len()..range.start]);
        out.extend(std::iter::repeat_n('x', range.len()));
    }
    out.push_str(&text[out.len()..]);
    out
}

/// The text from `start` up to the bracket `end` that closes it. Code, another bracket, or a line that may begin a new
/// block ends the search without a result.
fn inside<'t>(text: &'t str, start: usize, end: &str) -> Option<&'t str> {
    let mut limit = text.len().min(start + LONGEST);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let rest = &text[start..limit];
    let mut after_line = false;
    for (at, c) in rest.char_indices() {
        match c {
            ']' if rest[at..].starts_with(end) => return Some(&rest[..at]),
            '[' | ']' | '`' => return None,
            '\n' if after_line => return None,
            '\n' => after_line = true,
            c if after_line && c.is_whitespace() => {}
            c if after_line && !(c.is_alphanumeric() || c == '@') => return None,
            _ => after_line = false,
        }
    }
    None
}

fn record(text: &str, at: usize) -> Option<Mark> {
    let start = at + 2;
    let inner = inside(text, start, "]]")?;
    let range = at..start + inner.len() + 2;
    let bar = inner.find('|');
    let (id_end, words, bare_bar) = match bar {
        Some(bar) if inner[..bar].ends_with('\\') => (bar - 1, Some(start + bar + 1..range.end - 2), false),
        Some(bar) => (bar, Some(start + bar + 1..range.end - 2), true),
        None => (inner.len(), None, false),
    };
    let id = trimmed(text, start..start + id_end);
    let words = words.map(|words| trimmed(text, words)).filter(|words| !words.is_empty());
    let written = &text[id.clone()];
    let fits = !id.is_empty() && !written.starts_with('@') && !written.contains(char::is_whitespace);
    fits.then_some(Mark { range, names: Names::Record { id, words, bare_bar } })
}

fn sources(text: &str, at: usize) -> Option<Mark> {
    let start = at + 1;
    let inner = inside(text, start, "]")?;
    let range = at..start + inner.len() + 1;
    let mut list = Vec::new();
    let mut from = 0;
    loop {
        let end = next_source(&inner[from..]).map_or(inner.len(), |next| from + next);
        list.push(source(text, start + from..start + end)?);
        if end == inner.len() {
            break;
        }
        from = end + 1;
    }
    Some(Mark { range, names: Names::Sources(list) })
}

/// The offset of the `;` behind which the next `@source` begins.
fn next_source(text: &str) -> Option<usize> {
    text.match_indices(';').map(|(at, _)| at).find(|at| text[at + 1..].trim_start().starts_with('@'))
}

fn source(text: &str, range: Range<usize>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let range = trimmed(text, range);
    let piece = text[range.clone()].strip_prefix('@')?;
    let id_len = piece.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(piece.len());
    let id = range.start + 1..range.start + 1 + id_len;
    let rest = piece[id_len..].trim_start();
    let place = match rest.strip_prefix(',') {
        Some(place) => trimmed(text, range.end - place.len()..range.end),
        None if rest.is_empty() => return text[id.clone()].starts_with(char::is_alphanumeric).then_some((id, None)),
        None => return None,
    };
    let fits = text[id.clone()].starts_with(char::is_alphanumeric) && !place.is_empty();
    fits.then_some((id, Some(place)))
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..start + piece.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        marks(text)
            .into_iter()
            .flat_map(|mark| match mark.names {
                Names::Record { id, words, .. } => {
                    vec![format!("{}|{}", &text[id], words.map_or("", |w| &text[w]))]
                }
                Names::Sources(list) => list
                    .into_iter()
                    .map(|(id, place)| format!("@{}, {}", &text[id], place.map_or("", |p| &text[p])))
                    .collect(),
            })
            .collect()
    }

    #[test]
    fn several_sources_stand_in_one_pair_of_brackets() {
        assert_eq!(named("[@a, L1; @b, p. 2; 3](x)[y]"), ["@a, L1", "@b, p. 2; 3"]);
        assert_eq!(named("слово [@a]: конец"), ["@a, "]);
    }

    #[test]
    fn a_record_is_named_with_or_without_words() {
        assert_eq!(named("[[a/b#c|слова]] [[d\\|e]] [[f]]"), ["a/b#c|слова", "d|e", "f|"]);
    }

    #[test]
    fn what_is_escaped_or_left_open_is_no_reference() {
        assert!(named("\\[@a] \\[[b]] [[c [@d").is_empty());
        assert!(named("[[]] [@] [@a b] [[a b]]").is_empty());
    }

    #[test]
    fn a_reference_goes_over_a_line_but_not_into_another_block() {
        assert_eq!(named("[[@a]] [[@b, L1]]"), ["@a, ", "@b, L1"]);
        assert_eq!(named("[@a,\nL1]"), ["@a, L1"]);
        assert!(named("[@a,\n\nL1] [[a|b\n- c]]").is_empty());
    }
}
