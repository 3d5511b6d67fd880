//! Characters that are markup in CommonMark but plain text in this dialect: marks inside a word, backquotes that open
//! or close nothing, backslashes before ordinary characters, and the colon of `[1]: …`.
//!
//! What comes in is an author's text; what goes out are the ranges that must be hidden from the parser.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::character::is_unspaced;
use super::reference::{Mark, is_escaped};

/// ASCII punctuation that is never markup: a backslash before one is printed as a backslash.
const NEVER_MARKS: &[u8] = b"\"$%',/;?@";

/// Characters that are markup at the beginning of a line only.
const LINE_MARKS: &[u8] = b"-+.:=";

/// The longest label of a link definition, in bytes.
const LONGEST_LABEL: usize = 1_000;

/// The ranges of `text`, outside its references, that are printed as they stand; sorted.
pub(super) fn literals(text: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if text.contains(['*', '~']) {
        runs_in_words(text, &mut out);
    }
    if text.contains('`') {
        backquotes(text, &mut out);
    }
    if text.contains('\\') {
        backslashes(text, &mut out);
    }
    if text.contains("]:") {
        out.extend(definitions(text).into_iter().map(|range| range.end - 1..range.end));
    }
    if !out.is_empty() {
        let kept = untouched(text);
        let within = |list: &[Range<usize>], at: usize| {
            let next = list.partition_point(|range| range.end <= at);
            list.get(next).is_some_and(|range| range.start <= at)
        };
        let referred: Vec<Range<usize>> = marks.iter().map(|mark| mark.range.clone()).collect();
        out.retain(|range| !within(&kept, range.start) && !within(&referred, range.start));
        out.sort_by_key(|range| range.start);
    }
    out
}

/// Ranges from `[` to `:` at which CommonMark would see a link definition `[label]:`.
pub(super) fn definitions(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    // Where the line of the last label begins, and up to where that is known.
    let (mut line, mut known) = (0, 0);
    let found = text.match_indices("]:").filter_map(|(at, _)| {
        if is_escaped(bytes, at) {
            return None;
        }
        let earliest = at.saturating_sub(LONGEST_LABEL);
        let opens = |n: &usize| matches!(bytes[*n], b'[' | b']') && !is_escaped(bytes, *n);
        let open = (earliest..at).rev().find(opens).filter(|n| bytes[*n] == b'[')?;
        let label = &text[open + 1..at];
        let is_footnote = label.starts_with(['^', '@']);
        // A label begins behind the end of the one before it, so that a long line is not searched at each.
        line = text.get(known..open).and_then(|text| text.rfind('\n')).map_or(line, |n| known + n + 1);
        known = open.max(known);
        let begins = is_line_prefix(text.get(line..open).unwrap_or_default());
        (begins && !is_footnote && !label.trim().is_empty()).then_some(open..at + 2)
    });
    found.collect()
}

/// Adds runs of `*` and `~` that stand inside a word, or that could neither open nor close anything.
fn runs_in_words(text: &str, out: &mut Vec<Range<usize>>) {
    for range in runs(text, |b| matches!(b, b'*' | b'~')) {
        if is_escaped(text.as_bytes(), range.start) {
            continue;
        }
        let (before, after) = neighbours(text, &range);
        let in_word = before.is_some_and(is_of_word) && after.is_some_and(is_of_word);
        let alone = before.is_some_and(opens_bracket) && after.is_some_and(closes_bracket);
        if in_word || alone {
            out.push(range);
        }
    }
}

/// Whether an emphasis mark may open emphasis, given the characters around it.
pub(super) fn may_open(before: Option<char>, next: Option<char>) -> bool {
    !before.is_some_and(is_of_word) && next.is_some_and(|c| !c.is_whitespace() && !closes_bracket(c))
}

/// Whether an emphasis mark may close emphasis, given the characters around it.
pub(super) fn may_close(last: Option<char>, after: Option<char>) -> bool {
    !after.is_some_and(is_of_word) && last.is_some_and(|c| !c.is_whitespace() && !opens_bracket(c))
}

fn opens_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '„' | '‘')
}

fn closes_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '”' | '’' | ',' | '.' | ';' | ':' | '!' | '?' | '…')
}

/// Whether `c` is part of a word in a script that separates words by spaces.
fn is_of_word(c: char) -> bool {
    (c.is_alphanumeric() || is_combining_mark(c)) && !is_unspaced(c)
}

/// A run of backquotes.
struct Backquotes {
    range: Range<usize>,
    opens: bool,
    closes: bool,
    escaped: bool,
}

/// Adds backquotes that delimit no code: apostrophes of Uzbek words, and those without a partner.
fn backquotes(text: &str, out: &mut Vec<Range<usize>>) {
    let mut paragraph: Vec<Backquotes> = Vec::new();
    let mut line = 0;
    let mut last = 0;
    for range in runs(text, |b| b == b'`') {
        // The lines before the last run were counted with it, so that a long line is not searched at each run.
        if let Some(end) = text[last..range.start].rfind('\n').map(|n| last + n + 1) {
            line = end;
        }
        let between = &text[last..range.start];
        let parted = between
            .split_inclusive('\n')
            .skip(1)
            .any(|l| l.trim_matches([' ', '\t', '>', '\r', '\n']).is_empty() && l.ends_with('\n'));
        let is_fence = range.len() > 2 && is_line_prefix(&text[line..range.start]);
        if parted || is_fence {
            unpaired(std::mem::take(&mut paragraph), out);
        }
        last = range.end;
        if is_fence {
            continue;
        }
        let (before, after) = neighbours(text, &range);
        let touches = |c: Option<char>| range.len() > 1 || c.is_some_and(|c| !c.is_whitespace());
        paragraph.push(Backquotes {
            opens: !before.is_some_and(is_of_word) && touches(after),
            closes: !after.is_some_and(is_of_word) && touches(before),
            escaped: is_escaped(text.as_bytes(), range.start),
            range,
        });
    }
    unpaired(paragraph, out);
}

/// Adds the runs of one paragraph that are plain text.
fn unpaired(list: Vec<Backquotes>, out: &mut Vec<Range<usize>>) {
    // By their length, the runs that can close code, in order.
    let mut closing: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, run) in list.iter().enumerate().filter(|(_, run)| run.closes) {
        closing.entry(run.range.len()).or_default().push(number);
    }
    let mut at = 0;
    while let Some(first) = list.get(at) {
        let closing = closing.get(&first.range.len()).filter(|_| first.opens && !first.escaped);
        let partner = closing.and_then(|list| list.get(list.partition_point(|number| *number <= at)).copied());
        match partner {
            Some(partner) => {
                out.extend(list[at + 1..partner].iter().map(|run| run.range.clone()));
                at = partner + 1;
            }
            None => {
                if !first.escaped {
                    out.push(first.range.clone());
                }
                at += 1;
            }
        }
    }
}

/// Adds backslashes before characters that are not markup where they stand.
fn backslashes(text: &str, out: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let (mut at, mut line) = (0, 0);
    while let Some(found) = text[at..].find('\\').map(|n| at + n) {
        let next = bytes.get(found + 1).copied().unwrap_or(b' ');
        line = text[at..found].rfind('\n').map_or(line, |n| at + n + 1);
        let before = &text[line..found];
        let is_number = || next == b'.' && is_line_prefix(before.trim_end_matches(|c: char| c.is_ascii_digit()));
        let begins = is_line_prefix(before) || is_number();
        if NEVER_MARKS.contains(&next) || (LINE_MARKS.contains(&next) && !begins) {
            out.push(found..found + 1);
            at = found + 1;
        } else {
            at = found + 1 + usize::from(next == b'\\');
        }
    }
}

/// Ranges of link addresses. The parser resolves escapes in them, so nothing in them may be masked.
fn untouched(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices("](") {
        let end = text[at..].find([')', '\n']).map_or(text.len(), |n| at + n);
        out.push(at + 2..end.max(at + 2));
    }
    for (at, _) in text.match_indices('<') {
        let is_address = text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric());
        let end = text[at..].find(|c: char| c == '>' || c.is_whitespace()).map(|n| at + n);
        if let Some(end) = end.filter(|_| is_address) {
            out.push(at..end);
        }
    }
    out.sort_by_key(|range| range.start);
    out
}

/// Maximal runs of one repeated byte for which `wanted` is true.
fn runs(text: &str, wanted: impl Fn(u8) -> bool) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(|b| wanted(*b))?;
        at = start + bytes[start..].iter().take_while(|b| **b == bytes[start]).count();
        Some(start..at)
    })
}

fn neighbours(text: &str, range: &Range<usize>) -> (Option<char>, Option<char>) {
    (text[..range.start].chars().next_back(), text[range.end..].chars().next())
}

/// Whether the text before a mark leaves it at the beginning of a block: only spaces and the marks of quotations, lists
/// and footnotes.
pub(super) fn is_line_prefix(before: &str) -> bool {
    let mut rest = before.trim_matches([' ', '\t', '>']);
    while !rest.is_empty() {
        if let Some((_, behind)) = rest.strip_prefix("[^").and_then(|label| label.split_once("]:")) {
            rest = behind.trim_start_matches([' ', '\t', '>']);
            continue;
        }
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let Some(behind) = digits.strip_prefix(['-', '+', '*', '.', ')', ':']) else { return false };
        if !(behind.is_empty() || behind.starts_with([' ', '\t', '>'])) {
            return false;
        }
        rest = behind.trim_start_matches([' ', '\t', '>']);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut out = text.to_owned();
        for range in literals(text, &[]).into_iter().rev() {
            out.replace_range(range.clone(), &"·".repeat(range.len()));
        }
        out
    }

    #[test]
    fn backquotes_in_words_are_characters_and_those_around_code_are_not() {
        assert_eq!(shown("O`zbek to`g`ri `code` so`z"), "O·zbek to·g·ri `code` so·z");
        assert_eq!(shown("`ma`lumot` bog` va tog`"), "`ma·lumot` bog· va tog·");
        assert_eq!(shown("lone ` and `open"), "lone · and ·open");
        assert_eq!(shown("```\nO`z `x\n```\n`a`"), "```\nO·z ·x\n```\n`a`");
        assert_eq!(shown("`` a ` b `` и \\`x`"), "`` a · b `` и \\`x·");
    }

    /// Each mark once searched its whole line, and these took minutes.
    #[test]
    fn a_line_of_very_many_marks_is_read() {
        for mark in ["`a ", "O`z ", "\\* ", "[a]: ", "`a` b`c "] {
            let line = mark.repeat(200_000);
            let _ = literals(&line, &[]);
        }
    }

    #[test]
    fn marks_inside_words_and_alone_in_brackets_are_characters() {
        assert_eq!(shown("a*b *c* **d** e**f**g (*) 5 * 3"), "a·b *c* **d** e··f··g (·) 5 * 3");
        assert_eq!(shown("这是*强调*文字"), "这是*强调*文字");
        assert_eq!(shown("10~20 ~~x~~ [y](https://a/b*c*d)"), "10·20 ~~x~~ [y](https://a/b*c*d)");
    }

    #[test]
    fn a_backslash_is_one_before_what_is_no_mark() {
        assert_eq!(shown(r#"\* \" 5\-П \\" a\/b"#), r#"\* ·" 5·-П \\" a·/b"#);
        assert_eq!(shown("\\- a\n1986\\. b"), "\\- a\n1986\\. b");
    }

    #[test]
    fn a_definition_of_a_link_is_words() {
        assert_eq!(shown("[1]: see\n> [a b]: c\n[^1]: d\nx [y]: z"), "[1]· see\n> [a b]· c\n[^1]: d\nx [y]: z");
    }
}
