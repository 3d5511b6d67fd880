//! Numbers in words: ranges that end before they begin, and letters within figures.
//!
//! What comes in is a text; what goes out are ranges of it. A number is looked at only where its neighbours say what it is
//! (pages, lines, years), because `12-5` may be the number of a law.

use std::ops::Range;

use super::{Diagnostic, Fault, Level, Span};

/// A range whose first number is above its second.
pub static RANGE_REVERSED: Fault = Fault {
    code: "range-reversed",
    level: Level::Warning,
    summary: "a range ends before it begins",
    explanation: "`L178-135`, `pp. 20–12`, \"from 2008 to 2003\", \"8 to 3 years\": the smaller number stands second, so that one of the two is \
most likely wrong. Looked at are the places of sources, years, and penalties; an abbreviated second number (`135–8`) and numbers of \
laws (`№ 254-11`) are none.",
};

/// A letter that looks like a figure within a number.
pub static LETTER_IN_NUMBER: Fault = Fault {
    code: "letter-in-number",
    level: Level::Warning,
    summary: "a letter that looks like a figure stands within a number",
    explanation: "`1O2` has the letter O, `l28` the letter l: they come from scanned pages and from keyboards. The number is not found by those \
who look for it, and cannot be sorted. Only letters that look like figures count, and only between or before figures: `128b` is an \
article.",
};

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// A place in a source: every range counts.
    Place,
    /// A penalty: every `3 to 8` counts.
    Penalty,
    /// Any words.
    Words,
}

/// A fault of a text, and where it stands in it.
pub struct Slip {
    range: Range<usize>,
    fault: &'static Fault,
    message: String,
    help: String,
}

impl Slip {
    /// The diagnostic; `place` finds the range in the file.
    pub fn told(self, place: impl Fn(Range<usize>) -> Span) -> Diagnostic {
        self.fault.at(place(self.range), self.message).help(self.help)
    }
}

/// All slips in the numbers of `text`.
pub fn slips(text: &str, kind: Text) -> Vec<Slip> {
    let has_range = kind == Text::Penalty || text.contains(" to ");
    if !has_range && !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let mut out: Vec<Slip> = hyphenated(text, kind).into_iter().chain(worded(text, kind)).collect();
    out.extend(letters(text));
    out
}

fn reversed(range: Range<usize>, first: &str, second: &str) -> Slip {
    Slip {
        range,
        fault: &RANGE_REVERSED,
        message: format!("the range ends at {second}, before it begins at {first}"),
        help: "write the smaller number first, or correct one of the two".to_owned(),
    }
}

fn number_at(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_digit).count()]
}

/// `L178-135`, `pp. 20–12`, `2008-2003`.
fn hyphenated(text: &str, kind: Text) -> Vec<Slip> {
    let mut out = Vec::new();
    for (at, dash) in text.char_indices().filter(|(_, c)| matches!(c, '-' | '–')) {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let first = &text[before.len()..at];
        let behind = &text[at + dash.len_utf8()..];
        let prefix = if behind.starts_with('L') && before.ends_with('L') { 1 } else { 0 };
        let second = number_at(&behind[prefix..]);
        let end = at + dash.len_utf8() + prefix + second.len();
        let joined = |c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '.' | '(');
        let is_joined = text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/'))
            || (text[end..].starts_with('.') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()));
        let (Ok(a), Ok(b)) = (first.parse::<u32>(), second.parse::<u32>()) else { continue };
        if a <= b || second.len() < first.len() || is_joined || first.starts_with('0') {
            continue;
        }
        let is_year = |n: u32| (1500..=2200).contains(&n);
        let mark = before.trim_end();
        let is_page =
            ["p.", "pp.", "lines", "line", "pages", "paras", "paras.", "S."].iter().any(|word| mark.ends_with(word));
        let is_line = before.ends_with('L') && !before[..before.len() - 1].ends_with(char::is_alphanumeric);
        let is_law = mark.ends_with(['№', 'N']) || mark.ends_with("No.") || mark.ends_with("no.");
        let counts = match kind {
            Text::Place | Text::Penalty => is_line || is_page || (first.len() > 2 && !before.ends_with(joined)),
            Text::Words => is_line || is_page || (is_year(a) && is_year(b) && !before.ends_with(joined)),
        };
        if counts && !is_law {
            out.push(reversed(before.len()..end, first, second));
        }
    }
    out
}

/// English numbers in words, from one.
const NUMBERS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

fn value(word: &str) -> Option<u32> {
    word.parse()
        .ok()
        .or_else(|| NUMBERS.iter().position(|number| *number == word).and_then(|at| u32::try_from(at + 1).ok()))
}

/// `8 to 3 years`, `from 2008 to 2003`, `between 2008 and 2003`.
fn worded(text: &str, kind: Text) -> Vec<Slip> {
    let mut out = Vec::new();
    for joint in [" to ", " and "] {
        for (at, _) in text.match_indices(joint) {
            let first = text[..at].rsplit([' ', '(']).next().unwrap_or_default();
            let behind = &text[at + joint.len()..];
            let second = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let (Some(a), Some(b)) = (value(first), value(second)) else { continue };
            let start = at - first.len();
            let before = text[..start].trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
            let rest = &behind[second.len()..];
            let is_year = |n: u32| (1500..=2200).contains(&n);
            let years = is_year(a)
                && is_year(b)
                && (joint == " to " && before == "from" || joint == " and " && before == "between");
            let of_time = [" year", " month", " day"].iter().any(|unit| rest.starts_with(unit));
            // "Reduced from 8 to 3 years" is in order.
            let penalty = joint == " to " && (kind == Text::Penalty || of_time) && before != "from" && !is_year(a);
            if a > b && (years || penalty) && first.len() + second.len() > 0 {
                out.push(reversed(start..at + joint.len() + second.len(), first, second));
            }
        }
    }
    out
}

/// `1O2`, `l28`, `2OO5`.
fn letters(text: &str) -> Vec<Slip> {
    let mut out = Vec::new();
    let mut start = 0;
    for token in text.split(|c: char| !c.is_alphanumeric()) {
        let at = start + text[start..].find(token).unwrap_or(0);
        start = at + token.len();
        let bare = token
            .strip_prefix('L')
            .filter(|rest| rest.starts_with(['l', 'I', '1', '2', '3', '4', '5', '6', '7', '8', '9']));
        let bare = bare.unwrap_or(token);
        let chars: Vec<char> = bare.chars().collect();
        let digit = |n: usize| chars.get(n).is_some_and(char::is_ascii_digit);
        if chars.iter().filter(|c| c.is_ascii_digit()).count() == 0 || chars.len() < 2 {
            continue;
        }
        let is_figure = |(n, c): (usize, &char)| match c {
            c if c.is_ascii_digit() => true,
            // Before a figure, or a row of them between figures.
            'O' | 'o' | 'О' | 'о' => n > 0 && chars[n..].iter().any(char::is_ascii_digit),
            'l' | 'I' => chars[n + 1..].iter().any(char::is_ascii_digit),
            'З' => n > 0 && digit(n - 1) && digit(n + 1),
            _ => false,
        };
        let is_number = chars.iter().enumerate().all(is_figure);
        let Some(letter) = chars.iter().find(|c| !c.is_ascii_digit()).filter(|_| is_number) else { continue };
        let meant: String = bare
            .chars()
            .map(|c| match c {
                'O' | 'o' | 'О' | 'о' => '0',
                'l' | 'I' => '1',
                'З' => '3',
                c => c,
            })
            .collect();
        out.push(Slip {
            range: at + token.len() - bare.len()..at + token.len(),
            fault: &LETTER_IN_NUMBER,
            message: format!("`{bare}` has the letter `{letter}` among its figures"),
            help: format!("write the figure: `{meant}`"),
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, kind: Text) -> Vec<String> {
        slips(text, kind).into_iter().map(|slip| text[slip.range].to_owned()).collect()
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_found_and_other_numbers_are_left_alone() {
        for (text, kind, wrong) in [
            ("строки L178-135", Text::Place, "178-135"),
            ("pp. 20–12", Text::Words, "20–12"),
            ("from 2008 to 2003", Text::Words, "2008 to 2003"),
            ("part 1: 8 to 3 years", Text::Penalty, "8 to 3"),
            ("eight to five years", Text::Words, "eight to five"),
        ] {
            assert_eq!(found(text, kind), [wrong], "{text}");
        }
        for text in [
            "L135-138, L12-14",
            "135–8",
            "№ 254-211",
            "2003-09-12",
            "130-1",
            "reduced from 8 to 3 years",
            "fell from 20 to 10",
            "between 2003 and 2008",
            "3 to 8 years",
            "978-3-16-148410-0",
            "art. 12-1 and 9",
            "120 to 80 votes",
        ] {
            assert_eq!(found(text, Text::Words), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn letters_that_look_like_figures_are_found_within_numbers_alone() {
        for (text, wrong) in [
            ("статья 1O2", "1O2"),
            ("Article l28", "l28"),
            ("2OO5", "2OO5"),
            ("L2O1-206", "2O1"),
            ("1\u{41e}2", "1\u{41e}2"),
        ] {
            assert_eq!(found(text, Text::Words), [wrong], "{text}");
        }
        for text in ["128b", "12l", "Article I", "H2O", "10 l", "C105", "II-2", "1st", "128¹", "lо", "CO2", "I. 28"] {
            assert_eq!(found(text, Text::Words), Vec::<String>::new(), "{text}");
        }
    }
}
