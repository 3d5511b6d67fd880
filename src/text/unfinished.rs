//! Texts that are not finished: placeholders, sentences that break off, brackets that nothing closes, and what was pasted
//! twice.
//!
//! What comes in is a text; what goes out are ranges and messages. The tests are narrow, because an alarm at honest words
//! teaches people to pass over alarms: words are compared whole, and those of one language only where no other has them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::damage::LOST_LETTERS;
use super::located::Located;
use super::month::MONTHS;
use super::unfilled::TOKEN;
use super::{Diagnostics, Fault, Level, number};

/// Placeholder text that was never replaced, such as `TODO`.
pub static PLACEHOLDER: Fault = Fault {
    code: "placeholder",
    level: Level::Error,
    summary: "placeholder text would be published",
    explanation: "TODO, FIXME, XXX, TBD, tbc, ???, `p. ??`, [insert date], [DATE], `DD.MM.YYYY`, `XX crowns`, `on …2005`, lorem ipsum and the like mark work that is not done, and so does a field \
that holds nothing but dots, a dash, `n/a` or its own name. A place says nothing if it is `ibid.` or an abbreviation without its number \
(`art. , 2`): each place stands for itself; if it is `p. xx` alone, it is read as one to be filled in, and a Roman twenty has its part of the book \
before it (`preface, p. xx`). Finish it, delete it, or keep the record out with `draft = true`. What a source does not \
give is left out: the page then says \"not recorded\". If the words are a source's own (XXX may be a Roman thirty), put them between \
quotation marks of a sentence, or write what they mean.",
};

/// A sentence without its end.
pub static BROKEN_OFF: Fault = Fault {
    code: "broken-off",
    level: Level::Warning,
    summary: "a paragraph ends in the middle of a sentence",
    explanation: "The last word of the paragraph is one after which something must follow (`the`, `of`, `and` …), or a comma: \
something was cut off or never written. Only words are looked for that end no sentence, so that names and headings without a \
period are no alarm.",
};

/// A bracket or quotation mark that nothing closes.
pub static UNCLOSED: Fault = Fault {
    code: "unclosed-bracket",
    level: Level::Warning,
    summary: "a bracket or a quotation mark is opened and not closed",
    explanation: "Within a paragraph each `(` has its `)`, and each `“` its `”`; else readers do not know where an aside or a quotation \
ends, and whose words they read. A quotation of several paragraphs opens each of them and is no alarm, and neither are the \
brackets behind the letters of a list (`a)`).",
};

/// A word or a paragraph that stands twice.
pub static TWICE: Fault = Fault {
    code: "words-twice",
    level: Level::Warning,
    summary: "the same words, sentence or citation stand twice in a row, or a paragraph stands twice in a text",
    explanation: "`the the` is a slip of the pen, and a paragraph, sentence or citation that stands twice was pasted twice. Short paragraphs may be \
repeated, and so may words that do follow each other in good sentences (`that that`).",
};

/// Words that mark text still to be written, as they are written.
const WORDS: [&str; 10] = ["TODO", "FIXME", "XXX", "TBD", "TBC", "tbd", "tbc", "t.b.c.", "t.b.d.", "TBA"];

/// Phrases that do the same, in lower case.
const PHRASES: [&str; 12] = [
    "lorem ipsum",
    "to be completed",
    "to be confirmed",
    "to be written",
    "to be determined",
    "text to follow",
    "citation needed",
    "[insert",
    "[add ",
    "<insert",
    "[source?]",
    "blah blah",
];

/// Marks that do the same.
const MARKS: [&str; 8] = ["???", "(??)", "[??]", "[?]", "!!", "[…?]", "(?!)", "?!?"];

/// What stands alone in a field that nobody filled in, in lower case.
const NOTHING: [&str; 33] = [
    "…",
    "...",
    "..",
    "-",
    "–",
    "—",
    "--",
    "_",
    "__",
    "___",
    "?",
    "??",
    "n/a",
    "n.a.",
    "unknown",
    "none",
    "nil",
    "see above",
    "todo",
    "xxx",
    "asdf",
    "text here",
    "test",
    "p. ?",
    "p. ??",
    "p. xx",
    "pp. xx",
    "p.",
    "0000",
    "tba",
    "not yet known",
    "see below",
    "нет данных",
];

/// Slots of a form that nobody filled in: `[date]`.
const SLOTS: [&str; 17] = [
    "date",
    "year",
    "month",
    "amount",
    "number",
    "page",
    "place",
    "name",
    "source",
    "title",
    "day",
    "source needed",
    "reference needed",
    "ref",
    "check",
    "to check",
    "verify",
];

/// Beginnings of what authors ask of themselves in square brackets: `[check with the court]`.
const ASKED: [&str; 5] = ["check ", "to check ", "verify ", "confirm ", "ask "];

/// Remarks of authors to themselves, in lower case. They are sentences, or stand in brackets or behind a dash or a colon;
/// within a sentence they may be words of the law (`goods to be checked at the border`).
const REMARKS: [&str; 36] = [
    "to be checked",
    "to be verified",
    "to be added",
    "to be supplied",
    "to be updated",
    "to be filled in",
    "to be translated",
    "to be clarified",
    "to check",
    "to verify",
    "source needed",
    "reference needed",
    "text follows",
    "text will follow",
    "more follows",
    "more to follow",
    "to follow",
    "details follow",
    "details to follow",
    "follows later",
    "check this",
    "check again",
    "ask the author",
    "not sure",
    "уточнить",
    "проверить",
    "дописать",
    "дополнить",
    "заполнить",
    "вставить",
    "перевести",
    "нужна ссылка",
    "нужен источник",
    "будет дополнено",
    "на проверке",
    "требует уточнения",
];

/// Words before a number of a page, of which `XX` is none.
const BEFORE_NUMBER: [&str; 6] = ["page", "pages", "p.", "pp.", "line", "lines"];

/// Words before a number, of which `??` is none.
const NUMBERED: [&str; 20] = [
    "page",
    "pages",
    "p.",
    "pp.",
    "line",
    "lines",
    "art.",
    "arts.",
    "article",
    "para.",
    "paras.",
    "no.",
    "section",
    "§",
    "№",
    "стр.",
    "с.",
    "ст.",
    "статья",
    "chapter",
];

/// Signs and codes of currencies, before or behind an amount.
const CURRENCIES: [&str; 16] =
    ["€", "$", "£", "¥", "₽", "₴", "₸", "EUR", "USD", "GBP", "CHF", "CZK", "SEK", "NOK", "DKK", "RUB"];

/// Words in small letters before which or behind which `XX` is a Roman number: `chapter XX`, `XX provides`.
const ROMAN: &str = "chapter part title section article book annex volume appendix protocol schedule page and or class group type \
                     column table figure form category division provides deals applies contains lists covers is was has does sets says \
                     states requires allows this thus its chromosomes makes gives";

/// Where placeholder text first stands in `text`, if it does.
pub fn placeholder(text: &str) -> Option<Range<usize>> {
    placeholders(text).into_iter().next()
}

/// Whether the value of a field is placeholder text as a whole.
pub fn is_nothing(value: &str) -> bool {
    let small = value.trim().to_lowercase();
    let figures = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let marks = word.trim_start_matches(|c: char| c.is_ascii_digit());
        word.starts_with("nnn")
            || word.starts_with("yy")
            || (digits > 0 && marks.len() > 1 && marks.bytes().all(|b| b == b'x'))
    };
    // A page of a preface that is cited alone is told with its part of the book: `preface, p. xx`. Capitals number no pages.
    let page = value.trim().split_once(' ').filter(|(word, _)| ["p.", "pp.", "page", "pages"].contains(word));
    let is_letter = page.is_some_and(|(_, number)| ["X", "Y", "N", "NN", "#", "##"].contains(&number));
    is_letter || NOTHING.contains(&small.as_str()) || small.split([' ', '-', '–']).any(figures)
}

/// What helps where [`no_place`] finds something.
pub const NO_PLACE_HELP: &str = "fill it in: article, page, line; each place stands for itself, and of a text that is meant as a whole write `whole text`";

/// What in the place of a citation says nothing: a reference to the note before, `passim`, or a word for a number without its number.
pub fn no_place(text: &str) -> Option<&str> {
    const AGAIN: [&str; 10] = [
        "ibid",
        "ibid.",
        "ibidem",
        "idem",
        "op. cit.",
        "loc. cit.",
        "там же",
        "в разных местах",
        "same as above",
        "passim",
    ];
    const BEFORE: [&str; 11] = ["art.", "arts.", "para.", "paras.", "p.", "pp.", "no.", "№", "ст.", "ч.", "стр."];
    let small = text.trim().to_lowercase();
    let first = small.split([',', ';']).next().unwrap_or_default().trim_end();
    if AGAIN.contains(&first) {
        return Some(text);
    }
    let parts = text.split([',', ';']).map(str::trim);
    let lacks = |part: &&str| {
        let last = part.rsplit(' ').next().unwrap_or_default();
        BEFORE.contains(&last.to_lowercase().as_str())
    };
    parts.into_iter().find(lacks)
}

/// Where placeholder text stands in `text`.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if WRITTEN.is_match(text) {
        found.extend(words(text));
        found.extend(phrases(text));
        found.extend(remarks(text));
        found.extend(crosses(text));
    }
    if text.contains(['?', '!']) {
        found.extend(marks(text));
        found.extend(doubts(text));
    }
    if text.contains('…') || text.contains("...") {
        found.extend(days_left_out(text));
    }
    found.extend(slots(text));
    if text.contains("__") {
        found.extend(rows(text));
    }
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by(|later, first| later.start < first.end);
    found
}

/// All words and phrases that placeholder text consists of, in any case: nearly all texts have none of them, and then need
/// not be read once for each.
static WRITTEN: LazyLock<AhoCorasick> = LazyLock::new(|| {
    // Letters outside ASCII are compared as they are written; the first of a sentence is a capital.
    let capital = |phrase: &&str| {
        let mut letters = phrase.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    let capitals: Vec<String> = REMARKS.iter().filter(|phrase| !phrase.is_ascii()).filter_map(capital).collect();
    let patterns = WORDS.iter().chain(&PHRASES).chain(&REMARKS).chain(&["xx", "yyyy", "ДД.ММ"]).copied();
    let patterns = patterns.chain(capitals.iter().map(String::as_str));
    AhoCorasick::builder().ascii_case_insensitive(true).build(patterns).expect("a few short patterns")
});

/// Words such as `TODO`, on their own.
fn words(text: &str) -> Vec<Range<usize>> {
    let joins = |c: char| c.is_alphanumeric() || c == '-';
    let is_alone = |range: &Range<usize>| {
        let before = text[..range.start].chars().next_back();
        let after = text[range.end..].chars().next();
        !before.is_some_and(joins) && !after.is_some_and(joins)
    };
    let ranges = WORDS.iter().flat_map(|word| text.match_indices(word).map(|(at, _)| at..at + word.len()));
    ranges.filter(is_alone).collect()
}

/// Marks such as `???`.
fn marks(text: &str) -> Vec<Range<usize>> {
    // Rows of question marks beside a long one are letters that were lost, and no sign of an author.
    let is_lost = |range: &Range<usize>| {
        let line = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        text[line..].lines().next().is_some_and(|line| line.contains(LOST_LETTERS))
    };
    let ranges = MARKS.iter().flat_map(|mark| text.match_indices(mark).map(|(at, _)| at..at + mark.len()));
    ranges.filter(|range| text[range.clone()] != *"???" || !is_lost(range)).collect()
}

/// Slots of forms, such as `[date]`.
fn slots(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(['[', '{']) {
        let close = if text[at..].starts_with('[') { ']' } else { '}' };
        let Some(length) = text[at..].find(close) else { continue };
        let slot = &text[at + 1..at + length];
        let is_alone = !text[at + length + 1..].starts_with(['(', '[', ']']) && !text[..at].ends_with(['[', '\\', '#']);
        let small = slot.to_lowercase();
        let asked = close == ']' && ASKED.iter().any(|word| small.starts_with(word));
        if is_alone && (SLOTS.contains(&small.trim_end_matches('?')) || asked) {
            found.push(at..at + length + 1);
        }
    }
    found
}

/// Numbers with question marks in their place, and words in doubt: `p. ??`, `20??`, `(source?)`. The places of citations are told
/// by themselves.
fn doubts(text: &str) -> Vec<Range<usize>> {
    const YEAR: [&str; 2] = ["19", "20"];
    let mut found = Vec::new();
    for (at, _) in text.match_indices("??") {
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let word = before.rsplit([' ', '(', '\n', '[']).next().unwrap_or_default();
        let is_pair = !before.ends_with('?') && !text[at + 2..].starts_with('?');
        let is_number = before.len() < at && NUMBERED.contains(&word.to_lowercase().as_str());
        let is_year = before.len() == at && YEAR.contains(&word);
        let is_cited = before.rfind("[@").is_some_and(|open| !before[open..].contains(']'));
        if is_pair && (is_number || is_year) && !is_cited {
            found.push(before.len() - word.len()..at + 2);
        }
    }
    for (end, _) in text.match_indices("?)") {
        let Some(open) = text[..end].rfind('(') else { continue };
        if SLOTS.contains(&text[open + 1..end].to_lowercase().as_str()) {
            found.push(open..end + 2);
        }
    }
    found
}

/// Dots in place of a day or a month: `On …2005`, `on ... March 2005`. Within quotation marks they stand for words that were left out.
fn days_left_out(text: &str) -> Vec<Range<usize>> {
    const BEFORE: [&str; 8] = ["on", "since", "until", "dated", "from", "by", "in", "of"];
    let mut found = Vec::new();
    for (at, dots) in ["…", "..."].iter().flat_map(|dots| text.match_indices(dots)) {
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let word = before.rsplit([' ', '(', '\n']).next().unwrap_or_default().to_lowercase();
        let behind = &text[at + dots.len()..];
        let date = behind.trim_start_matches([' ', '\u{a0}']);
        let end = date.find(|c: char| !c.is_alphanumeric()).unwrap_or(date.len());
        let is_year = matches!(date[..end].parse(), Ok(1500..=2199)) && end == 4;
        let is_date = is_year || MONTHS.contains(&&date[..end]);
        // "in … 2005" may be words that were cut; without a space before the year it is a blank that was left.
        let is_blank = matches!(&*word, "on" | "dated" | "since" | "until") || date.len() == behind.len();
        let is_apart = before.len() < at && BEFORE.contains(&&*word);
        let paragraph = &before[before.rfind("\n\n").unwrap_or(0)..];
        let is_quoted = paragraph.matches(['“', '«']).count() > paragraph.matches(['”', '»']).count()
            || paragraph.matches('"').count() % 2 == 1;
        if is_apart && is_blank && is_date && !is_quoted {
            found.push(before.len() - word.len()..text.len() - date.len() + end);
        }
    }
    found
}

/// Rows of underscores in place of words, before a word in small letters: `a fine of __ crowns`. Others are blanks of a form that a
/// law prints, or rules.
fn rows(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|')) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let end = start + word.len();
        let is_row = word.len() > 1 && word.bytes().all(|b| b == b'_');
        if is_row && text[end..].strip_prefix(' ').is_some_and(|behind| behind.starts_with(char::is_lowercase)) {
            found.push(start..end);
        }
    }
    found
}

/// Phrases such as `lorem ipsum`, in any case.
fn phrases(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for phrase in PHRASES {
        let length = phrase.len();
        let first = phrase.as_bytes()[0];
        let starts = text.bytes().enumerate().filter(|(_, b)| b.to_ascii_lowercase() == first).map(|(at, _)| at);
        found.extend(
            starts
                .filter(|at| text.get(*at..at + length).is_some_and(|piece| piece.eq_ignore_ascii_case(phrase)))
                .filter(|at| !text[..*at].ends_with(char::is_alphanumeric))
                .map(|at| at..at + length),
        );
    }
    found
}

/// Remarks that stand apart from what is around them.
fn remarks(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_lowercase();
    // Some letters have another length in lower case.
    let lower = if lower.len() == text.len() { lower } else { text.to_ascii_lowercase() };
    let ranges = REMARKS.iter().flat_map(|phrase| lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len()));
    let stands_apart = |range: &Range<usize>| {
        let before = lower[..range.start].trim_end_matches([' ', '*', '_']);
        let before = before.strip_suffix("still").or(before.strip_suffix("yet")).map_or(before, str::trim_end);
        let behind = text[range.end..].trim_start_matches([' ', '*', '_']);
        let behind =
            ["later", "soon", "here", "позже"].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
        let is_word = text[..range.start].ends_with(char::is_alphanumeric);
        !is_word
            && (before.is_empty() || before.ends_with(['[', '(', '.', ':', ';', '–', '—', '\n', '!', '?', '|', '{']))
            && (behind.is_empty() || behind.starts_with([']', ')', '.', ';', '!', '…', '\n', '|', '}']))
    };
    ranges.filter(stands_apart).collect()
}

/// Crosses in place of figures: `xxx`, `page XX`, `20XX`, `XX crowns`. Roman numbers of pages are written in small letters.
fn crosses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut last = "";
    let mut words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | '/'))
        .filter(|word| !word.is_empty())
        .peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches(['.', ':', '!', '?', '*']);
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let marks = bare.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_year = marks.len() < bare.len() && matches!(marks, "XX" | "xx") && bare.len() == 4;
        let is_number = BEFORE_NUMBER.contains(&last.to_lowercase().as_str()) && matches!(bare, "XX" | "XXX" | "xx-xx");
        let is_words = matches!(bare, "xxx" | "xxxx") && !BEFORE_NUMBER.contains(&last.to_lowercase().as_str());
        let mut is_amount = || {
            // Only a word that a space parts from the other belongs to it.
            let near = |one: &str, other: &str| {
                let end = one.as_ptr() as usize + one.len();
                (other.as_ptr() as usize).checked_sub(end).is_some_and(|gap| matches!(gap, 1 | 2))
                    && !text[end - text.as_ptr() as usize..].starts_with([',', ';', ')', '/'])
            };
            let before = Some(last).filter(|last| near(last, word)).unwrap_or_default();
            let after = words.peek().copied().filter(|after| word == bare && near(word, after)).unwrap_or_default();
            is_open_amount(before, bare, after)
        };
        if is_year || is_number || is_words || is_open_day(bare) && !is_of_form(last) || is_amount() {
            found.push(start..start + bare.len());
        }
        last = word;
    }
    found.extend(slashed_days(text));
    found
}

/// Whether `XX` stands for an amount: behind or before a currency, with a sign of per cent, or before a plural in small letters.
fn is_open_amount(before: &str, word: &str, after: &str) -> bool {
    const MEASURES: &str =
        "crowns euros dollars pounds francs roubles rubles years months weeks days hours percent лет";
    if matches!(word, "XX%" | "XXX%") {
        return true;
    }
    let number = CURRENCIES.iter().find_map(|sign| word.strip_prefix(sign)).unwrap_or(word);
    if !matches!(number, "XX" | "XXX") {
        return false;
    }
    let is_small = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphabetic() && c.is_lowercase());
    let unit = after.trim_end_matches(['.', ':', '!', '?']);
    let is_roman = |text: &str| ROMAN.split(' ').any(|roman| roman == text);
    let counts = unit.len() > 3 && unit.ends_with('s') || matches!(unit, "percent" | "per" | "people" | "лет" | "euro");
    number.len() < word.len()
        || number == "XX" && MEASURES.split(' ').any(|measure| measure == unit)
        || CURRENCIES.contains(&before)
        || CURRENCIES.contains(&unit)
        || after.starts_with('%')
        || number == "XX" && is_small(before) && is_small(unit) && counts && !is_roman(before) && !is_roman(unit)
}

/// Whether a word says that the form of a day follows, and not a day.
fn is_of_form(word: &str) -> bool {
    matches!(
        word.trim_end_matches(':'),
        "as" | "form" | "format" | "written" | "pattern" | "in" | "like" | "виде" | "формате"
    )
}

/// Whether a word is a day that is still to be filled in: `XX.XX.2015`, `xx.05.2015`, `2015-xx-xx`, `DD.MM.YYYY`.
fn is_open_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '-', '/']).collect();
    let is_open = |part: &&str| {
        matches!(
            *part,
            "XX" | "xx" | "XXXX" | "xxxx" | "DD" | "dd" | "MM" | "mm" | "YYYY" | "yyyy" | "ДД" | "ММ" | "ГГГГ"
        )
    };
    let is_number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    let is_alike = ['.', '-', '/'].iter().any(|mark| word.split(*mark).count() == 3);
    parts.len() == 3
        && is_alike
        && parts.iter().any(is_open)
        && parts.iter().any(|part| part.chars().count() == 4)
        && parts.iter().all(|part| is_open(part) || is_number(part))
}

/// Open days whose parts stand between bars: `DD/MM/YYYY`.
fn slashed_days(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut last = "";
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';')) {
        let bare = word.trim_end_matches(['.', ':', '!', '?', '*']);
        if bare.contains('/') && is_open_day(bare) && !is_of_form(last) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            found.push(start..start + bare.len());
        }
        last = word;
    }
    found
}

/// Faults of a prose that are seen in its words alone.
pub(super) fn check(prose: &Located, found: &mut Diagnostics) {
    let text = prose.text();
    let mut list = placeholders(text);
    let start = text.len() - text.trim_start().len();
    if list.is_empty() && text.len() < 40 && is_nothing(text) {
        list.push(start..start + text.trim().len());
    }
    for range in list {
        let words = text[range.clone()].to_owned();
        let fault = PLACEHOLDER.at(prose.place(range), format!("`{words}` is placeholder text"));
        found.push(fault.help("finish the text, or keep the record out with `draft = true`"));
    }
    found
        .extend(number::slips(text, number::Text::Words).into_iter().map(|slip| slip.told(|range| prose.place(range))));
    let paragraphs = paragraphs(text);
    let opens = paragraphs.iter().filter(|range| text[(*range).clone()].starts_with('“')).count();
    // A paragraph is compared with all others, and a text may have 100,000: nothing here looks at the whole text again.
    let is_english = opens == 0 && !text.contains('„');
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for range in paragraphs {
        let words = &text[range.clone()];
        broken_off(prose, &range, found);
        unclosed(prose, &range, is_english, found);
        twice(prose, &range, found);
        if words.len() >= LONG && !words.starts_with(['|', '-', '>']) && !seen.insert(words) {
            let line = words.lines().next().unwrap_or_default().trim_end();
            let at = prose.place(range.start..range.start + line.len());
            found.push(TWICE.at(at, "the same paragraph stands above").help("delete one of the two"));
        }
    }
}

/// From so many bytes on, a paragraph that stands twice was pasted.
const LONG: usize = 80;

/// Blocks between empty lines, outside fenced code.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let (mut start, mut open, mut code) = (0, false, false);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        code ^= words.starts_with("```");
        if words.is_empty() || code || words.starts_with("```") {
            open = false;
        } else {
            let from = start + (line.len() - line.trim_start().len());
            let end = start + line.trim_end().len();
            match out.last_mut().filter(|_| open) {
                Some(last) => last.end = end,
                None => out.push(from..end),
            }
            open = true;
        }
        start += line.len();
    }
    out
}

/// Words that end no sentence; each is a word of English alone.
const OPEN_WORDS: [&str; 30] = [
    "the", "of", "and", "that", "which", "with", "from", "by", "to", "or", "was", "were", "whose", "because", "when",
    "who", "than", "into", "their", "its", "these", "between", "upon", "against", "although", "whether", "should",
    "would", "could", "shall",
];

fn broken_off(prose: &Located, range: &Range<usize>, found: &mut Diagnostics) {
    let words = &prose.text()[range.clone()];
    // What is still to be filled in is told as that.
    if words.len() < 30 || words.starts_with(['#', '|']) || words.contains(TOKEN) {
        return;
    }
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let is_open = OPEN_WORDS.contains(&last) || last.ends_with(',') && last.len() > 1;
    let is_sentence = prose.exact && is_sentence_without_end(words);
    let lacks_end = (is_sentence || lacks_its_end(words)) && !introduces(&prose.text()[range.end..]);
    if !(is_open || words.ends_with(" and then") || lacks_end) {
        return;
    }
    let at = prose.place(range.end - last.len()..range.end);
    let fault = BROKEN_OFF.at(at, format!("the paragraph ends with `{last}`"));
    found.push(fault.help("finish the text, or delete what was left of the sentence"));
}

/// Whether what is `behind` a paragraph continues it: a block quotation, a list or a table.
fn introduces(behind: &str) -> bool {
    let behind = behind.trim_start();
    let item = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = item.len() < behind.len() && item.starts_with(['.', ')']);
    is_numbered || behind.starts_with(['>', '|']) || ["- ", "* ", "+ "].iter().any(|mark| behind.starts_with(mark))
}

/// Whether a paragraph of a file's body is as long as a sentence and has no period. Values of fields may have none.
fn is_sentence_without_end(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    words.starts_with(char::is_uppercase)
        && words.split_whitespace().count() >= 8
        && last.chars().all(|c| c.is_alphabetic() && c.is_lowercase())
        // Words of a slide between such marks are no sentence.
        && !words.contains(['|', '`', '·', '•', '→'])
        && !words.lines().skip(1).any(|line| line.starts_with(['-', '>', ':', '#', ' ']))
}

/// Whether a paragraph has sentences with their periods, and words without one behind them.
fn lacks_its_end(words: &str) -> bool {
    let is_prose =
        !words.contains(['|', '\n']) || !words.lines().any(|line| line.trim_start().starts_with(['-', '|', '>', ':']));
    let last = words.split_whitespace().next_back().unwrap_or_default();
    if !is_prose || !last.bytes().all(|b| b.is_ascii_lowercase()) || last.len() < 2 {
        return false;
    }
    // `Art. 5`, `Dr. Smith`: behind the end of a sentence stands a word with a capital, before it one that is no
    // abbreviation.
    let ends = words.match_indices(". ").filter(|(at, _)| {
        let before = words[..*at].rsplit(' ').next().unwrap_or_default();
        let next = words[at + 2..].trim_start();
        let behind = next.split_whitespace().count();
        before.len() > 3
            && (before.bytes().all(|b| b.is_ascii_lowercase()) || before.bytes().all(|b| b.is_ascii_digit()))
            && next.starts_with(char::is_uppercase)
            && behind > 3
            && words[..*at].split_whitespace().count() > 3
    });
    ends.count() > 0
}

fn unclosed(prose: &Located, range: &Range<usize>, quotes: bool, found: &mut Diagnostics) {
    let text = &prose.text()[range.clone()];
    if !text.contains(['(', '“']) || text.contains('`') {
        return;
    }
    for (open, close) in [('(', ')'), ('“', '”')] {
        if open == '“' && !quotes {
            continue;
        }
        let mut stack: Vec<usize> = Vec::new();
        for (at, c) in text.char_indices() {
            if c == open && !text[..at].ends_with('\\') {
                stack.push(at);
            } else if c == close {
                stack.pop();
            }
        }
        if let Some(at) = stack.first() {
            let at = range.start + at..range.start + at + open.len_utf8();
            let fault = UNCLOSED.at(prose.place(at), format!("`{open}` is not closed in this paragraph"));
            found.push(fault.help(format!("write `{close}` where it ends, or delete it")));
        }
    }
}

/// Words that never follow themselves; each is a word of English alone.
const SINGLE_WORDS: [&str; 10] = ["the", "of", "and", "to", "with", "from", "by", "for", "which", "are"];

fn twice(prose: &Located, range: &Range<usize>, found: &mut Diagnostics) {
    let text = &prose.text()[range.clone()];
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mut before = "";
    for word in text.split(' ') {
        let end = start(word) + word.len();
        if word == before && start(word) > word.len() + 1 && end < text.len() && SINGLE_WORDS.contains(&word) {
            let at = range.start + start(word);
            let at = prose.place(at..at + word.len());
            found.push(TWICE.at(at, format!("`{word}` stands twice")).help("delete one of the two"));
        }
        before = word;
    }
    for (at, length, what) in pasted(text) {
        let at = prose.place(range.start + at..range.start + at + length);
        found.push(TWICE.at(at, format!("the same {what} stands right before")).help("delete one of the two"));
    }
}

/// Sentences and citations that stand twice in a row: where the second begins, how long it is, and what it is.
fn pasted(text: &str) -> Vec<(usize, usize, &'static str)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("] [@") {
        let first = text[..at].rfind("[@").map(|open| &text[open..=at]);
        let second = text[at + 2..].find(']').map(|end| &text[at + 2..=at + 2 + end]);
        if let Some(citation) = first.filter(|first| Some(*first) == second) {
            found.push((at + 2, citation.len(), "citation"));
        }
    }
    let mut last = "";
    for sentence in text.split_inclusive(". ") {
        let words = sentence.trim();
        if words.len() >= 30 && words.trim_end_matches('.') == last.trim_end_matches('.') {
            found.push((words.as_ptr() as usize - text.as_ptr() as usize, words.len(), "sentence"));
        }
        last = words;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::{FileId, Span};
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let prose = Located { text: text.into(), at: Span::head(FileId(0)), exact: false };
        let mut found = Diagnostics::new();
        check(&prose, &mut found);
        found.iter().map(|d| d.fault.code).collect()
    }

    #[test]
    fn placeholder_text_is_a_word_of_its_own() {
        assert!(placeholder("слово TODO: слово").is_some());
        assert!(placeholder("Lorem Ipsum").is_some());
        assert!(placeholder("adopted on [date], in").is_some() && placeholder("who? (tbc)").is_some());
        for remark in [
            "to be checked",
            "The fee [to be checked] is high.",
            "Fee: to be verified.",
            "Text follows.",
            "So it is. Text follows.",
            "It is high [source needed].",
            "see page XX of it",
            "p. XX",
            "a fee of xxx a year",
            "in 20XX",
            "Still to be checked",
            "To be added later.",
            "The fee is high (уточнить).",
            "Уточнить!",
            "on XX.XX.2015",
            "с xx.05.2015 года",
            "2015-xx-xx",
            "See p. ??.",
            "in 20??",
            "on [DATE]",
            "in [year?]",
            "(source?)",
            "so [check with the court]",
            "a fine of __ crowns",
            "on DD.MM.YYYY",
            "on DD/MM/YYYY,",
            "от ДД.ММ.ГГГГ",
            "a fine of XX crowns",
            "EUR XX",
            "five or XX years",
            "a fine of €XX.",
            "XX % of all",
        ] {
            assert!(placeholder(remark).is_some(), "{remark}");
        }
        for words in [
            "goods to be checked at the border",
            "The documents are to be checked.",
            "The text follows.",
            "Part XX, art. XX",
            "p. xxx, xx",
            "as follows",
            "steps to follow",
            "It lists what is to follow.",
            "Суд должен был проверить доводы.",
            "Goods to be added later to the list.",
            "20xxl",
            "XX.5",
            "the law XX-12.2015",
            "in the XX century",
            "chapter XX provides",
            "under chapter XX offences are heard",
            "of XX and XXI",
            "chapters XIX to XX apply",
            "with XX chromosomes",
            "__init__ and __word__",
            "he wrote “on … 2005 the law” and more",
            "the words in … 2005 and later",
            "p_1_2, ____, 5",
            "a\n\n____\n\nb",
            "days are written as DD.MM.YYYY",
            "`DD.MM.YYYY`",
            "[check it](https://a.org)",
            "Is it so??",
            "a word [@a, p. ??]",
            "(why?)",
        ] {
            assert!(placeholder(words).is_none(), "{words}");
        }
        for words in ["On …2005 it was adopted", "in …2005", "adopted on ... March 2005"] {
            assert!(placeholder(words).is_some(), "{words}");
        }
        assert!(placeholder("MASTODON, XXXII, ТОDОR, № XXX-II").is_none());
        assert!(placeholder("[[date]] [date](https://a.org) Why? No! {#date}").is_none());
    }

    #[test]
    fn a_value_that_says_nothing_is_told_from_one_that_is_short() {
        for nothing in ["…", "n/a", "Unknown", "p. ??", "p. xx", "p. X", "pp. NN", "art. NNN", "no. 1XX", "L xx-yy"] {
            assert!(is_nothing(nothing), "{nothing}");
        }
        for short in ["preface, p. xx", "p. xxi", "Part XX", "no", "№ 5", "art. 12 […]", "10X/2004", "2x"] {
            assert!(!is_nothing(short), "{short}");
        }
    }

    #[test]
    fn honest_sentences_are_no_alarm() {
        let long = "A sentence that is long enough to be looked at, and has its end.";
        for text in [
            long,
            "a) first (with an aside)\nb) second, which is a point of a list of the law",
            "“A quotation of several paragraphs begins here and goes on\n\n“below, where it ends.”",
            "„Ein Satz in deutschen Zeichen, der lang genug ist, um gelesen zu werden“",
            "He said that that was so, and had had it before.",
        ] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
        let introduced =
            "The court held it to be lawful. As quoted in its second decision, the words of the statute mean";
        assert_eq!(codes(introduced), ["broken-off"]);
        for next in ["> what they say", "- first", "1. first"] {
            assert_eq!(codes(&format!("{introduced}\n\n{next}")), Vec::<&str>::new(), "{next}");
        }
        assert_eq!(codes("Country of origin · country of transit · country of destination"), Vec::<&str>::new());
        assert_eq!(codes("The court held in its second decision that the"), ["broken-off"]);
        assert_eq!(codes("The court held so in its decision. It then sent the case back"), ["broken-off"]);
        for text in
            ["See the note of Dr. Smith on the second decision", "The second of two. see below and so on for all"]
        {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(codes("The court (in its second decision held that it was so."), ["unclosed-bracket"]);
        assert_eq!(codes("The court held so in its decision. The court held so in its decision."), ["words-twice"]);
        assert_eq!(codes("The court held so in its decision [@a, p. 1] [@a, p. 1]."), ["words-twice"]);
        assert_eq!(codes("The court held so in its decision [@a, p. 1] [@a, p. 2]."), Vec::<&str>::new());
        assert_eq!(codes("The court held in the the second decision that it was so."), ["words-twice"]);
        let twice = format!("{long} And more of it follows here.\n\n{long} And more of it follows here.");
        assert_eq!(codes(&twice), ["words-twice"]);
    }
}
