//! The paragraphs and points of a text by the numbers that the text itself carries: `(1)`, `2.`, `3)`, `a)`, `§ 4`.
//!
//! What comes in is the text of a law; what goes out are ranges of it, each with the address that follows from the
//! written number. A paragraph without a number gets none: nothing is counted.

use std::collections::BTreeSet;
use std::ops::Range;

use super::figure::{figure, han_figure, han_value, raised_figure};

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

/// The form of a number: what stands before and behind it, and of which characters it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Section,
    Figures {
        is_opened: bool,
        behind: char,
    },
    Letter {
        is_opened: bool,
        behind: char,
    },
    /// Chinese numerals: `一、`, `（一）`.
    Han {
        is_opened: bool,
    },
    /// `第一款`, `제1항`: by the word for the paragraph.
    Named(char),
    /// `①`.
    Circled,
}

/// Words for a paragraph or point behind its number, where no space is between them. An article is none.
const NAMED: [char; 8] = ['款', '项', '項', '目', '号', '號', '항', '호'];

/// The number with which a line begins, and its form: `(1)`, `2.`, `3)`, `3-1.`, `1.1.`, `4¹)`, `a)`, `(b)`, `§ 4`, `①`,
/// `一、`, `（一）`, `第一款`, `２　`, `가.`, `١-`, `الف)`. The number of the address is in ASCII figures. The day of a date is
/// none.
fn number(line: &str) -> Option<(Form, String)> {
    if let Some(rest) = line.strip_prefix('§') {
        let rest = rest.trim_start();
        let number = &rest[..figures(rest)];
        return (!number.is_empty()).then(|| (Form::Section, plain(number)));
    }
    let first = line.chars().next()?;
    if let Some(value) = circled(first) {
        return Some((Form::Circled, value.to_string()));
    }
    if let Some(rest) = line.strip_prefix(['第', '제']) {
        let end = figures(rest).max(han(rest));
        let mut behind = rest[end..].chars();
        let word = behind.next().filter(|c| end > 0 && NAMED.contains(c))?;
        // "Paragraph 1 says" begins a sentence, and not the paragraph.
        let is_alone = behind.next().is_none_or(|c| c.is_whitespace() || "、：:．.".contains(c));
        return is_alone.then(|| (Form::Named(word), plain(&rest[..end])));
    }
    let opened = line.strip_prefix(['(', '（']);
    let (rest, is_opened) = (opened.unwrap_or(line), opened.is_some());
    if let end @ 1.. = figures(rest) {
        let behind = figures_end(&rest[end..], is_opened)?;
        return Some((Form::Figures { is_opened, behind }, plain(&rest[..end])));
    }
    if let end @ 1.. = han(rest) {
        let behind = rest[end..].chars().next()?;
        let ends = if is_opened { matches!(behind, ')' | '）') } else { matches!(behind, '、' | '．' | '\u{3000}') };
        return ends.then(|| (Form::Han { is_opened }, plain(&rest[..end])));
    }
    let end = letters(rest);
    let behind = letter_end(rest.get(..end).filter(|letters| !letters.is_empty())?, &rest[end..], is_opened)?;
    Some((Form::Letter { is_opened, behind }, rest[..end].to_lowercase()))
}

/// The sign with which `rest`, the text behind figures, ends the number of a paragraph.
fn figures_end(rest: &str, is_opened: bool) -> Option<char> {
    let mut behind = rest.chars();
    let (sign, next) = (behind.next()?, behind.next());
    match sign {
        ')' | '）' => Some(')'),
        '.' if !is_opened && next.is_none_or(|c| figure(c).is_none()) => Some('.'),
        '．' | '、' | '\u{3000}' if !is_opened => Some(sign),
        '-' if !is_opened && next.is_some_and(char::is_whitespace) => Some('-'),
        _ => None,
    }
}

/// The sign with which `rest`, the text behind `letters`, ends the letter of a point. A full stop or dash ends one only
/// in scripts in which no initials of names are written so.
fn letter_end(letters: &str, rest: &str, is_opened: bool) -> Option<char> {
    let mut behind = rest.chars();
    let (sign, next) = (behind.next()?, behind.next());
    let is_within = |first: char, last: char| letters.chars().all(|c| (first..=last).contains(&c));
    let is_before_space = next.is_none_or(char::is_whitespace);
    match sign {
        ')' | '）' => Some(')'),
        '.' if !is_opened && is_before_space && (is_within('가', '힣') || is_within('\u{621}', '\u{6cc}')) => {
            Some('.')
        }
        '-' if !is_opened && is_before_space && is_within('\u{621}', '\u{6cc}') => Some('-'),
        '\u{3000}' if !is_opened && is_within('ア', 'ン') => Some('\u{3000}'),
        _ => None,
    }
}

/// The length of the letter of a point at the beginning of `text`: one letter, the name of the Persian first letter, or
/// two letters with a dot as in Georgian law. 0 where there is none.
fn letters(text: &str) -> usize {
    const ALEF: &str = "الف";
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next().filter(|(_, c)| c.is_alphabetic()) else { return 0 };
    let is_georgian = |c: char| ('ა'..='ჿ').contains(&c);
    match (chars.next(), chars.next()) {
        _ if text.starts_with(ALEF) => ALEF.len(),
        (Some((_, '.')), Some((at, second))) if is_georgian(first) && is_georgian(second) => at + second.len_utf8(),
        _ => first.len_utf8(),
    }
}

/// The length of the number at the beginning of `text`: up to three figures of one script, then perhaps raised ones, or
/// a dash or dot with up to three more. 0 where there is none.
fn figures(text: &str) -> usize {
    let run = |text: &str| {
        let figures = text.chars().take_while(|c| figure(*c).is_some());
        figures.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()))
    };
    let is_short = |(count, _): &(usize, usize)| (1..=3).contains(count);
    let Some((_, first)) = Some(run(text)).filter(is_short) else { return 0 };
    let rest = &text[first..];
    let raised: usize = rest.chars().take_while(|c| raised_figure(*c).is_some()).map(char::len_utf8).sum();
    let more = rest.strip_prefix(['-', '.']).map(run).filter(is_short);
    first + more.map_or(raised, |(_, more)| more + 1)
}

/// The length of the Chinese numeral at the beginning of `text`.
fn han(text: &str) -> usize {
    text.chars().take_while(|c| han_figure(*c).is_some()).map(char::len_utf8).sum()
}

/// A number with its figures in ASCII: `第`, `一` and `１` are those of other scripts.
fn plain(number: &str) -> String {
    if number.chars().all(|c| han_figure(c).is_some()) && !number.is_empty() {
        return han_value(number.chars()).to_string();
    }
    let ascii = |c: char| figure(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c);
    number.chars().map(ascii).collect()
}

/// The value of a figure in a circle: `①` to `㊿`.
fn circled(c: char) -> Option<u32> {
    let from = |first: u32, value: u32| u32::from(c) - first + value;
    match c {
        '①'..='⑳' => Some(from(0x2460, 1)),
        '㉑'..='㉟' => Some(from(0x3251, 21)),
        '㊱'..='㊿' => Some(from(0x32b1, 36)),
        _ => None,
    }
}

/// An address as [`paragraphs`] gives it, from the way in which an author names it: `第一款` and `一` are `1`, `٢/ب` is
/// `2/ب`.
pub fn paragraph_address(named: &str) -> String {
    let of_part = |part: &str| {
        let bare = part.trim_start_matches(['第', '제']).trim_end_matches(NAMED);
        match part.chars().next().and_then(circled) {
            Some(value) if part.chars().count() == 1 => value.to_string(),
            _ if bare.is_empty() => part.to_owned(),
            _ => plain(bare),
        }
    };
    named.split('/').map(of_part).collect::<Vec<_>>().join("/")
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
    fn the_marks_of_each_script_are_known() {
        assert_eq!(addresses("第一条 总则\n第一款 甲\n（一）子\n（二）丑\n第二款 乙"), ["", "1", "1/1", "1/2", "2"]);
        assert_eq!(addresses("一、甲\n1．子\n2．丑\n二、乙"), ["1", "1/1", "1/2", "2"]);
        assert_eq!(addresses("罪を犯した者は、罰する。\n２　前項と同じ。\n一　甲\nイ　子"), ["", "2", "2/1", "2/1/イ"]);
        assert_eq!(addresses("① 죄\n1. 갑\n가. 을\n② 벌"), ["1", "1/1", "1/1/가", "2"]);
        assert_eq!(addresses("제1항 죄\n제2항 벌"), ["1", "2"]);
        assert_eq!(addresses("١- أولا\nأ- حرف\nب) حرف\n٢- ثانيا"), ["1", "1/أ", "1/أ/ب", "2"]);
        assert_eq!(addresses("۱. نخست\nالف) سوم\nب) چهارم\n۲. دوم"), ["1", "1/الف", "1/ب", "2"]);
        assert_eq!(addresses("1. ქმედება\nა) ერთი\nა.ა) ორი"), ["1", "1/ა", "1/ა.ა"]);
        assert_eq!(addresses("1. Արարքը\n1) մեկ\nա) երկու"), ["1", "1/1", "1/1/ա"]);
        assert_eq!(addresses("๑. หนึ่ง\n(๑) สอง\n(ก) สาม"), ["1", "1/1", "1/1/ก"]);
    }

    #[test]
    fn a_sentence_that_names_a_paragraph_does_not_begin_one() {
        assert_eq!(addresses("第一项の罪を犯した者\n\n一般规定\n\n١٩٩٨ - سنة\n\nა. ბერიძე"), ["", "", "", ""]);
    }

    #[test]
    fn authors_name_a_paragraph_by_its_number_in_any_figures() {
        for (named, address) in [
            ("第一款", "1"),
            ("十二", "12"),
            ("①", "1"),
            ("１", "1"),
            ("٢/ب", "2/ب"),
            ("제3항", "3"),
            ("2-1/а", "2-1/а"),
            ("3¹", "3¹"),
            ("款", "款"),
        ] {
            assert_eq!(paragraph_address(named), address);
        }
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
