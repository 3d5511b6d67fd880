//! Numbers in words: ranges that end before they begin, bounds of which the least is above the most, amounts with their
//! units, and letters within figures.
//!
//! What comes in is a text; what goes out are ranges of it. A number is looked at only where its neighbours say what it is
//! (pages, lines, years), because `12-5` may be the number of a law.

use std::ops::Range;

use super::month::{MONTHS, month_length};
use super::{Diagnostic, Fault, Level, Span};

/// A range whose first number is above its second.
pub static RANGE_REVERSED: Fault = Fault {
    code: "range-reversed",
    level: Level::Warning,
    summary: "a range ends before it begins",
    explanation: "`L178-135`, `pp. 20–12`, `p. 102-98`, `arts. 20-14`, \"from 2008 to 2003\", \"8 to 3 years\", \"6 years to 8 months\", \"at least five and at most two \
years\": the smaller one stands second, so that one of the two is most likely wrong. Looked at are the places of sources, years, \
penalties, lengths of time (\"from 8 to 3 years\", where the sentence does not say that something was changed), and bounds in words; an \
abbreviated second number (`135–8`) and numbers of laws (`№ 254-11`) are none.",
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

/// A figure that looks like a letter within a word.
pub static FIGURE_IN_WORD: Fault = Fault {
    code: "figure-in-word",
    level: Level::Warning,
    summary: "a figure that looks like a letter stands within a word",
    explanation: "`c0urt` has a nought for the letter o, `0rder` and `зак0н` too, `a1leged` a one for l, `ра3мер` a three for з: programs that read scanned pages write so. The word is not found by those who look for it. Looked at are such figures between small letters, and a nought before them; names of files, addresses and ids are left alone.",
};

/// A day in words that no calendar has.
pub static NO_SUCH_DAY: Fault = Fault {
    code: "no-such-day",
    level: Level::Warning,
    summary: "words name a day that no calendar has",
    explanation: "`31 April 2004`, `April 31, 2004`, `29 February 2003`, `31 апреля 2004`: the month has no such day, so that the day or the \
month is most likely wrong. The words of a source (`quote`) are its own and are not looked at.",
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
    let in_words = [" to ", "etween ", "least ", "less than ", "inimum of ", "fewer than ", " до ", " bis ", " until "];
    let has_range = kind == Text::Penalty || in_words.iter().any(|words| text.contains(words));
    if !has_range && !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let mut out = figures_in_words(text);
    out.extend(slips_of_numbers(text, kind));
    out
}

fn slips_of_numbers(text: &str, kind: Text) -> Vec<Slip> {
    let mut out: Vec<Slip> = hyphenated(text, kind).into_iter().chain(worded(text, kind)).collect();
    out.extend(worded_otherwise(text));
    out.extend(of_units(text, kind));
    out.extend(bounds(text));
    out.extend(years(text));
    out.extend(days(text));
    out.extend(letters(text));
    out
}

/// `from 2008 to 2003`, `the years 2008 to 2003`, `from July 2008 until 2003`.
fn years(text: &str) -> Vec<Slip> {
    let mut out = Vec::new();
    let is_year = |word: &str| word.len() == 4 && word.parse().is_ok_and(|year: u32| (1500..=2200).contains(&year));
    // Days and months, which may stand before a year.
    let is_of_day = |word: &str| MONTHS.contains(&word) || (word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit()));
    for joint in [" to ", " until ", " till ", " through ", " up to "] {
        for (at, _) in text.match_indices(joint) {
            let mut before = text[..at].rsplit([' ', '(', '\n', '\u{a0}', '“', '"']);
            let first = before.next().unwrap_or_default();
            let lead = before.find(|word| !is_of_day(word)).unwrap_or_default().to_lowercase();
            if !is_year(first) || !matches!(&*lead, "from" | "years" | "between" | "period" | "in") {
                continue;
            }
            let behind = &text[at + joint.len()..];
            let words = behind.split([' ', ',', '.', ';', ')', '\n', '\u{a0}', '-', '”', '"']).take(3);
            let Some(second) = words.into_iter().find(|word| !is_of_day(word)) else { continue };
            if is_year(second) && first > second {
                let end = second.as_ptr() as usize - text.as_ptr() as usize + second.len();
                out.push(reversed(at - first.len()..end, first, second));
            }
        }
    }
    out
}

/// A year with a leap day.
const LEAP: i16 = 2000;

/// Days that no calendar has: `31 April 2004`, `April 31, 2004`, `31 апреля`.
fn days(text: &str) -> Vec<Slip> {
    let mut out = Vec::new();
    let token = |at: usize| {
        let rest = text[at..].trim_start_matches([' ', '\u{a0}']);
        let from = text.len() - rest.len();
        from..from + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
    };
    let year_at = |at: usize| text[token(at)].parse::<i16>().ok().filter(|_| token(at).len() == 4);
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        let day = at..at + number_at(&text[at..]).len();
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '№')) || day.len() != 2 {
            continue;
        }
        let Ok(number) = text[day.clone()].parse::<u8>() else { continue };
        if !(29..=31).contains(&number) {
            continue;
        }
        let behind = token(day.end);
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let last = &before[before.trim_end_matches(char::is_alphabetic).len()..];
        let (name, whole, year) = if behind.start > day.end && named_month(&text[behind.clone()]).is_some() {
            let year = year_at(behind.end);
            (&text[behind.clone()], at..year.map_or(behind.end, |_| token(behind.end).end), year)
        } else if MONTHS.contains(&last) && text[day.end..].starts_with([',', '.', ' ', ';']) {
            // With a comma before the year, or without.
            let comma = day.end + usize::from(text[day.end..].starts_with(','));
            // "In March 30 people came."
            let Some(year) = year_at(comma).filter(|year| (1500..2200).contains(year)) else { continue };
            (last, before.len() - last.len()..token(comma).end, Some(year))
        } else {
            continue;
        };
        let Some(month) = named_month(name) else { continue };
        // Without its year a February may have 29 days.
        if number > month_length(year.unwrap_or(LEAP), month) {
            out.push(Slip {
                message: format!("there is no day `{}`", &text[whole.clone()]),
                range: whole,
                fault: &NO_SUCH_DAY,
                help: "compare the day and the month with the source".to_owned(),
            });
        }
    }
    out
}

/// The month that a word names as it stands behind a day: whole in English, and in Russian those that are shorter than 31 days.
fn named_month(word: &str) -> Option<u8> {
    const SHORTER: [(&str, u8); 5] = [("февраля", 2), ("апреля", 4), ("июня", 6), ("сентября", 9), ("ноября", 11)];
    let english = (1..).zip(MONTHS).find(|(_, name)| *name == word).map(|(number, _)| number);
    english.or_else(|| SHORTER.iter().find(|(name, _)| *name == word).map(|(_, number)| *number))
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
        if a <= b || is_joined || first.starts_with('0') {
            continue;
        }
        let is_short = second.len() < first.len();
        if is_short && is_abbreviated(a, b, second) {
            continue;
        }
        let is_year = |n: u32| (1500..=2200).contains(&n);
        let mark = before.trim_end();
        let is_page =
            ["p.", "pp.", "lines", "line", "pages", "paras", "paras.", "S."].iter().any(|word| mark.ends_with(word));
        // `arts. 12-1 and 13-2` are numbers of articles with a hyphen.
        let is_article = ["arts.", "Arts.", "articles", "Articles", "§§"].iter().any(|word| mark.ends_with(word))
            && !text[end..].trim_start().starts_with([',', ';'])
            && !["and ", "or ", "to "].iter().any(|word| text[end..].trim_start().starts_with(word))
            && second.len() > 1;
        let is_line = before.ends_with('L') && !before[..before.len() - 1].ends_with(char::is_alphanumeric);
        let is_law = mark.ends_with(['№', 'N']) || mark.ends_with("No.") || mark.ends_with("no.");
        let counts = match kind {
            Text::Place | Text::Penalty => {
                is_line || is_page || is_article || (!is_short && first.len() > 2 && !before.ends_with(joined))
            }
            Text::Words => is_line || is_page || is_article || (is_year(a) && is_year(b) && !before.ends_with(joined)),
        };
        if counts && !is_law {
            out.push(reversed(before.len()..end, first, second));
        }
    }
    out
}

/// Whether `second` is the end of a number from which the figures that both share were left out: `135–8` are 135 to 138. Where it
/// would lie farther off than the number as it stands, it is none: nobody cites `102–98` for 102 to 198.
fn is_abbreviated(first: u32, second: u32, written: &str) -> bool {
    let Some(unit) = u32::try_from(written.len()).ok().and_then(|length| 10_u32.checked_pow(length)) else {
        return true;
    };
    let whole = first / unit * unit + second;
    whole > first && whole - first <= first - second || written.starts_with('0')
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

/// Units of time, in English, by their beginnings.
const TIMES: &[&str] = &["year", "month", "week", "day"];

/// Words by which a sentence says that something was changed, where "from 8 to 3 years" is in order, and those by which it
/// counts back from an event.
const CHANGES: &str = "go goes gone went cut cuts moved before prior ago earlier";

/// Beginnings of such words.
const CHANGING: &str = "alter amend chang commut declin decreas diminish drop fall fell halv lessen lower mitigat modif reduc replac revis \
                        short shrank shrink";

/// Whether the sentence around byte `at` says that something was changed, or counts back from an event.
fn speaks_of_change(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(['.', ';', '\n']).map_or(0, |end| end + 1);
    let end = at + text[at..].find(['.', ';', '\n']).unwrap_or(text.len() - at);
    let small = text[start..end].to_lowercase();
    let changes = |word: &str| {
        CHANGES.split(' ').any(|change| word == change) || CHANGING.split(' ').any(|change| word.starts_with(change))
    };
    small.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).any(changes)
}

/// A range in another language, in which no change is worded so.
struct Wording {
    before: &'static str,
    joint: &'static str,
    /// Numbers in words, from one, in the case that follows.
    numbers: &'static str,
    /// Beginnings of the units of time.
    units: &'static [&'static str],
}

/// How other languages than English word a range; a change is worded otherwise in them (`с 8 до 3`, `von 8 auf 3`).
const WORDINGS: [Wording; 2] = [
    Wording {
        before: "от",
        joint: " до ",
        numbers: "одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати \
                  четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати",
        units: &["лет", "год", "месяц", "недел", "дней", "дня", "сут"],
    },
    Wording {
        before: "von",
        joint: " bis ",
        numbers: "einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn \
                  siebzehn achtzehn neunzehn zwanzig",
        units: &["jahr", "monat", "woche", "tag"],
    },
];

/// `от восьми до трех лет`, `von 8 bis 3 Jahren`.
fn worded_otherwise(text: &str) -> Vec<Slip> {
    let mut out = Vec::new();
    for wording in &WORDINGS {
        let value = |word: &str| {
            let word = word.to_lowercase().replace('ё', "е");
            let in_words = || wording.numbers.split(' ').position(|number| number == word).map(|at| at + 1);
            word.parse().ok().or_else(in_words)
        };
        for (at, joint) in text.match_indices(wording.joint) {
            let first = text[..at].rsplit([' ', '(', '\u{a0}']).next().unwrap_or_default();
            let start = at - first.len();
            let before =
                text[..start].trim_end().rsplit([' ', '(', '\u{a0}']).next().unwrap_or_default().to_lowercase();
            let behind = &text[at + joint.len()..];
            let second = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let unit = behind[second.len()..].trim_start().to_lowercase();
            let of_time = wording.units.iter().any(|known| unit.starts_with(known));
            let (Some(a), Some(b)): (Option<usize>, Option<usize>) = (value(first), value(second)) else { continue };
            if a > b && of_time && before == wording.before {
                out.push(reversed(start..at + joint.len() + second.len(), first, second));
            }
        }
    }
    out
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
            let before = text[..start].trim_end().rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
            let rest = &behind[second.len()..];
            let is_year = |n: u32| (1500..=2200).contains(&n);
            let years = is_year(a) && is_year(b) && joint == " and " && before == "between";
            let of_time = rest
                .strip_prefix([' ', '\u{a0}', '-'])
                .is_some_and(|unit| TIMES.iter().any(|time| unit.starts_with(time)));
            let is_range = match joint {
                // "Reduced from 8 to 3 years" is in order.
                " to " => before != "from" || kind == Text::Penalty || !speaks_of_change(text, start),
                _ => before == "between",
            };
            let penalty = is_range && (kind == Text::Penalty || of_time) && !is_year(a);
            if a > b && (years || penalty) && first.len() + second.len() > 0 {
                out.push(reversed(start..at + joint.len() + second.len(), first, second));
            }
        }
    }
    out
}

/// A number with the word behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number.
    pub number: u64,
    /// The word behind it; empty where there is none.
    pub unit: String,
    /// The bytes of both in the text.
    pub range: Range<usize>,
}

impl Amount {
    /// The length in days, where it is one of time: months and years are counted as 30 and 365 days.
    fn days(&self) -> Option<u64> {
        let days = match &*stem(&self.unit) {
            "day" => 1,
            "week" => 7,
            "month" => 30,
            "year" => 365,
            _ => return None,
        };
        Some(self.number.saturating_mul(days))
    }

    fn number_and_unit(&self) -> String {
        format!("{} {}", self.number, self.unit).trim_end().to_owned()
    }

    /// Whether both are counted in the same unit.
    pub fn is_alike(&self, other: &Amount) -> bool {
        !self.unit.is_empty() && stem(&self.unit) == stem(&other.unit)
    }

    /// Whether it is more than `other`; `None` where the units cannot be compared.
    fn is_above(&self, other: &Amount) -> Option<bool> {
        match (self.days(), other.days()) {
            (Some(own), Some(other)) => Some(own > other),
            _ => self.is_alike(other).then_some(self.number > other.number),
        }
    }
}

/// A word without the ending of the plural.
fn stem(word: &str) -> String {
    word.to_lowercase().trim_end_matches('s').to_owned()
}

/// The amount with which the text from byte `start` on begins: `5`, `five years`, `twenty-five years`, `1,200 persons`.
fn amount_at(text: &str, start: usize) -> Option<Amount> {
    let rest = &text[start..];
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    let mut number = u64::from(value(&word.to_lowercase())?);
    let mut end = word.len();
    // The word behind the byte `from`, after one blank or hyphen.
    let next_word = |from: usize| {
        let gap = rest[from..].chars().next().filter(|c| matches!(c, ' ' | '-' | '\u{a0}')).map_or(0, char::len_utf8);
        let start = from + gap;
        let letters = rest[start..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - start);
        start..start + if gap == 0 { 0 } else { letters }
    };
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        // Thousands have three figures behind a comma or a narrow space; another fraction is not compared.
        while rest[end..].starts_with([',', '\u{a0}', '\u{202f}', '.']) {
            let mark = rest[end..].chars().next().map_or(0, char::len_utf8);
            let group = number_at(&rest[end + mark..]);
            match group.len() {
                3 if !rest[end..].starts_with('.') => {
                    number = number.checked_mul(1000)?.checked_add(group.parse().ok()?)?
                }
                0 => break,
                _ => return None,
            }
            end += mark + group.len();
        }
    } else if number >= 20
        && rest[end..].starts_with('-')
        && let Some(ones) = NUMBERS[..9].iter().position(|ones| *ones == &rest[next_word(end)])
    {
        number += ones as u64 + 1;
        end = next_word(end).end;
    }
    let range = next_word(end);
    let unit = &rest[range.clone()];
    let joins = ["and", "but", "or", "to", "yet", "of", "in", "by", "on", "at", "up", "not", "no", "is", "are", "for"];
    let unit = if joins.contains(&unit) { "" } else { unit };
    let end = if unit.is_empty() { end } else { range.end };
    Some(Amount { number, unit: unit.to_owned(), range: start..start + end })
}

/// All amounts of a text.
pub fn amounts(text: &str) -> Vec<Amount> {
    let mut list: Vec<Amount> = Vec::new();
    let mut start = 0;
    for token in text.split(|c: char| !c.is_alphanumeric()) {
        let at = start;
        start = at + token.len() + text[at + token.len()..].chars().next().map_or(0, char::len_utf8);
        let is_known = list.last().is_some_and(|last| at < last.range.end);
        if !token.is_empty() && !is_known {
            list.extend(amount_at(text, at));
        }
    }
    list
}

/// `6 years to 8 months`, `between 2 years and 6 months`.
fn of_units(text: &str, kind: Text) -> Vec<Slip> {
    let mut out = Vec::new();
    for joint in [" to ", " and "] {
        for (at, _) in text.match_indices(joint) {
            let mut words = text[..at].rsplitn(3, [' ', '(']);
            let (Some(unit), Some(number)) = (words.next(), words.next()) else { continue };
            let before = words.next().unwrap_or_default().rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
            let start = at - unit.len() - number.len() - 1;
            let (Some(first), Some(second)) = (amount_at(text, start), amount_at(text, at + joint.len())) else {
                continue;
            };
            let is_range = match joint {
                " to " => before != "from" || kind == Text::Penalty || !speaks_of_change(text, start),
                _ => before == "between",
            };
            let are_times = first.range.end == at && first.days().is_some() && second.days().is_some();
            if is_range && are_times && first.is_above(&second) == Some(true) {
                let range = first.range.start..second.range.end;
                out.push(reversed(range, &text[first.range.clone()], &text[second.range.clone()]));
            }
        }
    }
    out
}

const LEAST: [&str; 6] =
    ["at least ", "not less than ", "no less than ", "not fewer than ", "no fewer than ", "minimum of "];
const MOST: [&str; 7] =
    ["at most ", "not more than ", "no more than ", "up to ", "not exceeding ", "maximum of ", "not longer than "];

/// `at least five and at most two years`: bounds of one thing, side by side, of which the least is above the most.
fn bounds(text: &str) -> Vec<Slip> {
    let small = text.to_ascii_lowercase();
    if !LEAST.iter().any(|words| small.contains(words)) {
        return Vec::new();
    }
    let mut list: Vec<(usize, bool, Amount)> = Vec::new();
    for (is_least, words) in LEAST.iter().map(|words| (true, words)).chain(MOST.iter().map(|words| (false, words))) {
        for (at, _) in small.match_indices(words) {
            list.extend(amount_at(text, at + words.len()).map(|amount| (at, is_least, amount)));
        }
    }
    list.sort_by_key(|(at, ..)| *at);
    let mut out = Vec::new();
    for pair in list.windows(2) {
        let [(start, is_least, first), (second_start, is_other_least, second)] = pair else { continue };
        let between = text.get(first.range.end..*second_start).unwrap_or("?");
        let mut words = between.split([' ', ',']).filter(|word| !word.is_empty());
        if is_least == is_other_least || !words.all(|word| matches!(word, "and" | "but" | "to" | "yet" | "a")) {
            continue;
        }
        // The unit stands behind the second number alone, or behind both.
        let mut first = first.clone();
        if first.unit.is_empty() {
            first.unit.clone_from(&second.unit);
        }
        let (least, most) = if *is_least { (&first, second) } else { (second, &first) };
        if least.is_above(most) == Some(true) {
            out.push(Slip {
                range: *start..second.range.end,
                fault: &RANGE_REVERSED,
                message: format!(
                    "at least {} is more than at most {}",
                    least.number_and_unit(),
                    most.number_and_unit()
                ),
                help: "exchange the two, or correct one of them".to_owned(),
            });
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
        // Behind `L` the number of a line may end with the letter: `L43l`.
        let is_line = bare.is_some();
        let bare = bare.unwrap_or(token);
        let chars: Vec<char> = bare.chars().collect();
        let digit = |n: usize| chars.get(n).is_some_and(char::is_ascii_digit);
        if chars.iter().filter(|c| c.is_ascii_digit()).count() == 0 || chars.len() < 2 {
            continue;
        }
        let is_figure = |(n, c): (usize, &char)| match c {
            c if c.is_ascii_digit() => true,
            // Before a figure, or a row of them between figures.
            'O' | 'o' | 'О' | 'о' => n > 0 && (is_line || chars[n..].iter().any(char::is_ascii_digit)),
            'l' | 'I' => (is_line && n > 0) || chars[n + 1..].iter().any(char::is_ascii_digit),
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

/// `c0urt`, `0rder`, `a1leged`, `ра3мер`.
fn figures_in_words(text: &str) -> Vec<Slip> {
    let mut out = Vec::new();
    let mut at = 0;
    for (figure, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        // A word with several figures is looked at once.
        if figure < at {
            continue;
        }
        let start = text[..figure].trim_end_matches(char::is_alphanumeric).len();
        at = text.len() - text[figure..].trim_start_matches(char::is_alphanumeric).len();
        let token = &text[start..at];
        let chars: Vec<char> = token.chars().collect();
        let figures = chars.iter().filter(|c| c.is_ascii_digit()).count();
        let is_joined = |c: Option<char>| c.is_some_and(|c| "-_/.@#:=&?%+\\".contains(c));
        // A full stop ends a sentence where a space follows.
        let behind = &text[at..];
        let next = behind.chars().next().filter(|c| *c != '.' || behind[1..].starts_with(char::is_alphanumeric));
        if figures != 1 || chars.len() < 5 || is_joined(text[..start].chars().next_back()) || is_joined(next) {
            continue;
        }
        let Some(n) = chars.iter().position(char::is_ascii_digit) else { continue };
        let is_small = |c: &char| c.is_lowercase();
        let (before, after) = (&chars[..n], &chars[n + 1..]);
        let is_cyrillic = |c: &char| matches!(c, 'а'..='я' | 'ё' | 'А'..='Я');
        let is_of_words = before.iter().skip(1).all(is_small)
            && before.first().is_none_or(|c| c.is_alphabetic())
            && before.last().is_none_or(|c| is_small(c) || before.len() == 1)
            && after.iter().all(is_small);
        let in_cyrillic = before.iter().chain(after).all(is_cyrillic);
        let is_latin = before.iter().chain(after).all(char::is_ascii_alphabetic);
        let letter = match (chars[n], before.len(), after.len()) {
            ('0', 0, 3..) if after[0] != 'x' && is_latin => Some('O'),
            ('0', 1.., 1..) if in_cyrillic => Some('о'),
            ('0', 1.., 1..) if is_latin => Some('o'),
            ('1', 1.., 2..) if is_latin => Some('l'),
            ('1', 5.., 1) if is_latin && token.ends_with("c1e") => Some('l'),
            ('3', 1.., 2..) if in_cyrillic => Some('з'),
            _ => None,
        };
        let Some(letter) = letter.filter(|_| is_of_words) else { continue };
        let meant: String = before.iter().chain([&letter]).chain(after).collect();
        out.push(Slip {
            range: start..at,
            fault: &FIGURE_IN_WORD,
            message: format!("`{token}` has the figure `{}` among its letters", chars[n]),
            help: format!("write the letter: `{meant}`"),
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
    fn a_range_that_ends_before_it_begins_is_found() {
        for (text, kind, wrong) in [
            ("строки L178-135", Text::Place, "178-135"),
            ("pp. 20–12", Text::Words, "20–12"),
            ("imprisonment from 8 to 3 years", Text::Words, "8 to 3"),
            ("It was changed. Prison from eight to three years.", Text::Words, "eight to three"),
            ("from 6 years to 8 months", Text::Words, "6 years to 8 months"),
            ("from 8 to 3 years", Text::Penalty, "8 to 3"),
            ("from 12 to 6 weeks", Text::Words, "12 to 6"),
            ("на срок от 8 до 3 лет", Text::Words, "8 до 3"),
            ("от восьми до трёх лет", Text::Words, "восьми до трёх"),
            ("Freiheitsstrafe von acht bis drei Jahren", Text::Words, "acht bis drei"),
            ("from 2008 to 2003", Text::Words, "2008 to 2003"),
            ("It was so.\nFrom 2008 to 2003 it rose.", Text::Words, "2008 to 2003"),
            ("(From 2008 to 2003.)", Text::Words, "2008 to 2003"),
            ("the years 2008 to 2003", Text::Words, "2008 to 2003"),
            ("from July 2008 until 2003", Text::Words, "2008 until 2003"),
            ("from 3 July 2008 to 4 May 2003.", Text::Words, "2008 to 4 May 2003"),
            ("p. 102-98", Text::Place, "102-98"),
            ("pp. 120-15", Text::Words, "120-15"),
            ("arts. 20-14", Text::Place, "20-14"),
            ("part 1: 8 to 3 years", Text::Penalty, "8 to 3"),
            ("eight to five years", Text::Words, "eight to five"),
            ("between 8 and 3 years", Text::Words, "8 and 3"),
            ("6 years to 8 months", Text::Words, "6 years to 8 months"),
            ("from two years to six months", Text::Penalty, "two years to six months"),
            ("between 2 years and 6 months", Text::Words, "2 years and 6 months"),
            ("At least five and at most two years", Text::Words, "At least five and at most two years"),
            (
                "not less than 5 years, but not more than 40 months",
                Text::Words,
                "not less than 5 years, but not more than 40 months",
            ),
            (
                "up to 500 hives and no fewer than 1,000 hives",
                Text::Words,
                "up to 500 hives and no fewer than 1,000 hives",
            ),
            (
                "at least twenty-five and up to twenty-two years",
                Text::Words,
                "at least twenty-five and up to twenty-two years",
            ),
        ] {
            assert_eq!(found(text, kind), [wrong], "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_reversed_range_are_left_alone() {
        for text in [
            "L135-138, L12-14",
            "pp. 102-8, pp. 110–45",
            "law of arts. 12-1 and 13-2, arts. 14-2, 15-3",
            "art. 20-14",
            "No. 254-21",
            "from 2003 until 2008",
            "from July 2003 to 2008",
            "135–8",
            "№ 254-211",
            "2003-09-12",
            "130-1",
            "reduced from 8 to 3 years",
            "They moved the term from 8 to 3 years.",
            "the maximum fell in that year from 8 to 3 years",
            "The range went from six years to eight months.",
            "from 30 to 10 days before the vote",
            "снижен с 8 до 3 лет",
            "от 3 до 8 лет",
            "от двух до пяти лет",
            "von acht auf drei Jahre",
            "von 3 bis 8 Jahren",
            "fell from 20 to 10",
            "between 2003 and 2008",
            "3 to 8 years",
            "978-3-16-148410-0",
            "art. 12-1 and 9",
            "120 to 80 votes",
            "reduced from six years to eight months",
            "8 months to 6 years",
            "between 3 and 8 years",
            "between Article 8 and 3 years later",
            "at least two and at most five years",
            "at least five years and a fine of at most two minimum wages",
            "at least five years; at most two years for minors",
            "at least 20 months and at most 2 years",
            "at least ten witnesses and at most two years",
        ] {
            assert_eq!(found(text, Text::Words), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told() {
        for (text, wrong) in [
            ("on 31 April 2004.", "31 April 2004"),
            ("on April 31, 2004.", "April 31, 2004"),
            ("on April 31 2004.", "April 31 2004"),
            ("on 29 February 2003", "29 February 2003"),
            ("(30 February)", "30 February"),
            ("31 апреля 2004 года", "31 апреля 2004"),
            ("29–31 June 2004", "31 June 2004"),
        ] {
            assert_eq!(found(text, Text::Words), [wrong], "{text}");
        }
        for text in [
            "30 April 2004, 29 February 2004, 31 March",
            "29 February",
            "In February 30 people came.",
            "April 30, 2004",
            "No. 131 April 2004",
            "31 мая",
            "in February, 31 courts",
            "12.31 April",
            "30 Februaries",
        ] {
            assert_eq!(found(text, Text::Words), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn figures_that_look_like_letters_are_found_within_words_alone() {
        for (text, wrong) in [
            ("The c0urt said", "c0urt"),
            ("Artic1e 5", "Artic1e"),
            ("the a1leged act.", "a1leged"),
            ("an 0rder of it", "0rder"),
            ("Зак0н о суде", "Зак0н"),
            ("его ра3мер.", "ра3мер"),
        ] {
            assert_eq!(found(text, Text::Words), [wrong], "{text}");
        }
        for text in [
            "H2O, CO2, e0, module1b, annex1a, 10th, 1bis, 0xffee",
            "sha1sum-of, act-c0urt, a/c0urt/b, c0urt.pdf, www.c0urt.org, q=c0urt",
            "covid19, MP3, B12",
            "2000s, 100km, п1, с0",
        ] {
            assert_eq!(found(text, Text::Words), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn letters_that_look_like_figures_are_found_within_numbers_alone() {
        for (text, wrong) in [
            ("статья 1O2", "1O2"),
            ("L43l-434", "43l"),
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
