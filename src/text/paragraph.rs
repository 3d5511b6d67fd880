//! The paragraphs and points of a text by the numbers that the text itself carries: `(1)`, `2.`, `3)`, `a)`, `§ 4`.
//!
//! What comes in is the text of a law; what goes out are ranges of it, each with the address that follows from the
//! written number. A paragraph without a number gets none: nothing is counted.

use std::collections::BTreeSet;
use std::ops::Range;

use super::figure::raised_figure;

/// A paragraph or point of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes of the text, without the white space around it.
    pub range: Range<usize>,
    /// The address within the text: its number as written, and for a point the address of its paragraph before it:
    /// `2`, `3-1`, `2/a`. `None` without a number of its own, and where the same address would fit several paragraphs.
    pub address: Option<String>,
}

/// The paragraphs of a text, at least one. A paragraph ends at an empty line, or before a line that begins with the
/// number or letter of a point.
///
/// Which numbers are those of points follows from their form: the first form in the text numbers its paragraphs; a form
/// that comes up below another numbers the points of that one.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut list: Vec<Paragraph> = Vec::new();
    // The open paragraph of each level: the form of its number, and its address.
    let mut open: Vec<(Form, String)> = Vec::new();
    for range in ranges(text) {
        let numbered = number(&text[range.clone()]);
        let address = numbered.map(|(form, number)| {
            let level = open.iter().position(|(other, _)| *other == form).unwrap_or(open.len());
            open.truncate(level);
            let address = match open.last() {
                Some((_, above)) => format!("{above}/{number}"),
                None => number,
            };
            open.push((form, address.clone()));
            address
        });
        list.push(Paragraph { range, address });
    }
    let mut seen = BTreeSet::new();
    let twice: BTreeSet<String> =
        list.iter().filter_map(|p| p.address.clone()).filter(|address| !seen.insert(address.clone())).collect();
    list.iter_mut().for_each(|p| p.address = p.address.take().filter(|address| !twice.contains(address)));
    list
}

fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut is_open = false;
    for line in text.split_inclusive('\n') {
        let inner = line.trim();
        let first = start + (line.len() - line.trim_start().len());
        match out.last_mut().filter(|_| is_open && !begins_point(inner)) {
            _ if inner.is_empty() => is_open = false,
            Some(last) => last.end = first + inner.len(),
            None => {
                out.push(first..first + inner.len());
                is_open = true;
            }
        }
        start += line.len();
    }
    if out.is_empty() {
        out.push(0..text.len());
    }
    out
}

/// Whether a line begins as a paragraph or point does.
fn begins_point(line: &str) -> bool {
    line.starts_with('§') || number(line).is_some()
}

/// The form of a number: what stands before and behind it, and whether it is a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Section,
    Figures { is_opened: bool, behind: char },
    Letter { is_opened: bool },
}

/// The number with which a line begins, and its form: `(1)`, `2.`, `3)`, `3-1.`, `1.1.`, `4¹)`, `a)`, `(b)`, `§ 4`. The
/// day of a date is none.
fn number(line: &str) -> Option<(Form, String)> {
    if let Some(rest) = line.strip_prefix('§') {
        let rest = rest.trim_start();
        return Some((Form::Section, rest[..figures(rest)].to_owned())).filter(|(_, number)| !number.is_empty());
    }
    let opened = line.strip_prefix('(');
    let (rest, is_opened) = (opened.unwrap_or(line), opened.is_some());
    let end = figures(rest);
    let mut behind = rest[end..].chars();
    match (behind.next(), end) {
        (Some(letter), 0) if letter.is_alphabetic() && behind.next() == Some(')') => {
            Some((Form::Letter { is_opened }, letter.to_lowercase().collect()))
        }
        (Some(')'), 1..) => Some((Form::Figures { is_opened, behind: ')' }, rest[..end].to_owned())),
        (Some('.'), 1..) if !is_opened && !behind.next().is_some_and(|c| c.is_ascii_digit()) => {
            Some((Form::Figures { is_opened, behind: '.' }, rest[..end].to_owned()))
        }
        _ => None,
    }
}

/// The length of the number at the beginning of `text`: up to three figures, then perhaps raised ones, or a dash or dot
/// with up to three more. 0 where there is none.
fn figures(text: &str) -> usize {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let is_short = |figures: &usize| (1..=3).contains(figures);
    let Some(first) = Some(run(text)).filter(is_short) else { return 0 };
    let rest = &text[first..];
    let raised: usize = rest.chars().take_while(|c| raised_figure(*c).is_some()).map(char::len_utf8).sum();
    let more = rest.strip_prefix(['-', '.']).map(run).filter(is_short);
    first + more.map_or(raised, |more| more + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<String> {
        paragraphs(text).into_iter().map(|p| p.address.unwrap_or_default()).collect()
    }

    #[test]
    fn a_paragraph_has_the_number_that_is_written_before_it() {
        assert_eq!(addresses("(1) One.\n\n(2) Two."), ["1", "2"]);
        assert_eq!(addresses("1. One.\n2. Two.\n2-1. More.\n3¹. Raised."), ["1", "2", "2-1", "3¹"]);
        assert_eq!(addresses("Whoever:\n1) takes;\n3) sells;"), ["", "1", "3"]);
        assert_eq!(addresses("§ 4 Four\n§ 5. Five"), ["4", "5"]);
        assert_eq!(addresses("1. One.\n1.1. Inserted.\n2. Two."), ["1", "1.1", "2"]);
    }

    #[test]
    fn points_stand_below_the_paragraph_before_them() {
        let text = "1. Whoever:\na) takes;\nb) sells,\nis punished.\n2. The same:\na) again.";
        assert_eq!(addresses(text), ["1", "1/a", "1/b", "2", "2/a"]);
        assert_eq!(addresses("1. One:\n1) first;\n2) second.\n2. Two:\n1) third."), ["1", "1/1", "1/2", "2", "2/1"]);
        assert_eq!(addresses("(1) One:\n(а) а;\n(2) Two."), ["1", "1/а", "2"]);
    }

    #[test]
    fn what_has_no_number_gets_none_and_no_address_fits_two_paragraphs() {
        assert_eq!(addresses("One.\n\nTwo."), ["", ""]);
        assert_eq!(addresses("2005. A year.\n\n1 apple.\n\n12.05.2003 was a day."), ["", "", ""]);
        assert_eq!(addresses("1. One.\n1. Again.\n2. Two."), ["", "", "2"]);
        assert_eq!(addresses(""), [""]);
    }

    #[test]
    fn ranges_leave_out_the_space_between_paragraphs() {
        let text = "  (1) One\nwith a line.\n\n(2) Two. ";
        let list: Vec<&str> = paragraphs(text).into_iter().map(|p| &text[p.range]).collect();
        assert_eq!(list, ["(1) One\nwith a line.", "(2) Two."]);
    }
}
