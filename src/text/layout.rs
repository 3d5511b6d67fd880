//! Lines that Markdown joins with those beside them, or does not take for what they are meant to be: rows of a table, items
//! of a list, headings.
//!
//! What comes in are the lines of a prose; what goes out are refusals. Each rule needs two signs at least (two lines that
//! look like items, a row behind a row), so that a dash, a number or a bar in a sentence is no alarm.

use std::ops::Range;

use super::construct::{NOT_LISTED, Refusal};
use super::script::Script;

/// A line with its offset.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    /// Without the end of the line.
    text: &'t str,
    /// Without the space around it.
    words: &'t str,
}

impl Line<'_> {
    fn whole(&self) -> Range<usize> {
        let start = self.start + (self.text.len() - self.text.trim_start().len());
        start..start + self.words.len()
    }

    fn refused(&self, message: impl Into<String>, help: impl Into<String>) -> Option<Refusal> {
        Some(Refusal { fault: &NOT_LISTED, range: self.whole(), message: message.into(), help: help.into() })
    }
}

/// Signs that other programs put before the items of a list.
const BULLETS: [char; 6] = ['•', '●', '▪', '‣', '◦', '∙'];

/// What a line looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Empty,
    Words,
    /// An item of a list, in the form of the dialect.
    Item,
    /// A row of a table.
    Row,
    /// The line of dashes below the head of a table.
    Dashes,
    /// A heading, a quotation, a definition, a fence.
    Other,
}

fn look(line: &Line<'_>) -> Look {
    let words = line.words;
    let dashes = |c: char| matches!(c, '|' | '-' | ':') || c.is_whitespace();
    match words.chars().next() {
        None => Look::Empty,
        Some('|') if words.contains("--") && words.chars().all(dashes) => Look::Dashes,
        Some('|') => Look::Row,
        Some('#' | '>' | ':' | '`' | '!') => Look::Other,
        Some('-') if words.starts_with("- ") => Look::Item,
        Some('[') if words.starts_with("[^") => Look::Other,
        Some(c) if c.is_ascii_digit() && numbered(words).is_some_and(|(_, behind)| behind.starts_with(' ')) => {
            Look::Item
        }
        _ => Look::Words,
    }
}

/// The number before `.` or `)` at the start of a line, and what stands behind the mark.
fn numbered(words: &str) -> Option<(u32, &str)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let behind = words[digits..].strip_prefix(['.', ')'])?;
    ((1..=2).contains(&digits)).then_some(())?;
    Some((words[..digits].parse().ok()?, behind))
}

/// All refusals of the lines of a prose.
pub(super) fn of_layout(script: &Script<'_>) -> Vec<Refusal> {
    let text = script.text;
    if !text.contains('\n') && !text.contains(": - ") && !text.contains("[[[") && !text.contains(BULLETS) {
        return Vec::new();
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut start, mut code) = (0, false);
    for whole in text.split_inclusive('\n') {
        let line = Line { start, text: whole.trim_end_matches(['\n', '\r']), words: whole.trim() };
        start += whole.len();
        let is_fence = line.words.starts_with("```");
        code ^= is_fence;
        // Code is no line of words.
        lines.push(if code || is_fence { Line { words: "", ..line } } else { line });
    }
    let looks: Vec<Look> = lines.iter().map(look).collect();
    let mut out = Vec::new();
    let mut told_to = 0;
    for at in 0..lines.len() {
        if at < told_to {
            continue;
        }
        let block = looks[at..].iter().take_while(|look| **look != Look::Empty).count();
        let found = behind_list(&lines, &looks, at)
            .or_else(|| beside_table(&lines, &looks, at))
            .or_else(|| in_line(&lines[at]))
            .or_else(|| indented(&lines, &looks, at))
            .or_else(|| strong_heading(&lines, &looks, at))
            .or_else(|| empty_part(&lines, &looks, at));
        let is_first = at == 0 || looks[at - 1] == Look::Empty;
        let found =
            found.or_else(|| is_first.then(|| block_of(&lines[at..at + block], &looks[at..at + block])).flatten());
        if let Some(refusal) = found {
            out.push(refusal);
            told_to = at + block.max(1);
        }
    }
    out
}

/// Words right behind an item of a list, which would become a part of it.
fn behind_list(lines: &[Line<'_>], looks: &[Look], at: usize) -> Option<Refusal> {
    let above = at.checked_sub(1)?;
    let line = &lines[at];
    if looks[at] == Look::Item && looks[above] == Look::Words {
        // A numbered list that does not begin with 1 cannot follow words.
        let (number, _) = numbered(line.words)?;
        let next = lines.get(at + 1).and_then(|line| numbered(line.words)).map(|(number, _)| number);
        let begins = at < 2
            || !looks[..above].iter().rev().take_while(|look| **look != Look::Empty).any(|look| *look == Look::Item);
        return (begins && number != 1 && next == Some(number + 1)).then(|| {
            line.refused("the list would become part of the words above it", "put an empty line before it")
        })?;
    }
    if looks[above] != Look::Item || looks[at] != Look::Words || line.text.starts_with([' ', '\t']) {
        return None;
    }
    let item = lines[above].words;
    let begins = line.words.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '[' | '*' | '“' | '«'));
    let is_short = item.chars().count() < 60;
    let ends = item.ends_with(['.', ';', ':', '!', '?', '”', '»', ')']) || is_short;
    // Whoever breaks long lines breaks none that is short.
    let goes_on = is_short && line.words.starts_with(char::is_alphabetic);
    (begins && ends || goes_on).then(|| {
        line.refused(
            "the line would become part of the item above it",
            "put an empty line before it; if it belongs to the item, begin it with two spaces",
        )
    })?
}

fn beside_table(lines: &[Line<'_>], looks: &[Look], at: usize) -> Option<Refusal> {
    let above = at.checked_sub(1)?;
    let line = &lines[at];
    let is_row = |look: Look| matches!(look, Look::Row | Look::Dashes);
    let has_dashes =
        |end: usize| looks[..end].iter().rev().take_while(|look| is_row(**look)).any(|look| *look == Look::Dashes);
    if looks[at] == Look::Words && is_row(looks[above]) && has_dashes(at) && !has_bar(line.words) {
        return line.refused(
            "the line would become a row of the table above it",
            "put an empty line before it; if it is a row, its cells stand between bars: `| a | b |`",
        );
    }
    let two_above = above.checked_sub(1)?;
    if looks[at] == Look::Row
        && looks[above] == Look::Empty
        && is_row(looks[two_above])
        && has_dashes(above)
        && looks.get(at + 1) != Some(&Look::Dashes)
    {
        return line.refused(
            "a row stands apart from its table, and would be shown as it stands",
            "delete the empty line before it",
        );
    }
    None
}

/// Whether a bar stands in `words` that is none of a link.
fn has_bar(words: &str) -> bool {
    let within = |at: usize| words[..at].rfind("[[").is_some_and(|open| !words[open..at].contains("]]"));
    words.match_indices('|').any(|(at, _)| !within(at))
}

/// `three acts: - one - two - three`, and a line with which fields begin or end at the top of a file.
fn in_line(line: &Line<'_>) -> Option<Refusal> {
    if line.words == "+++" {
        let help = "fields stand at the top of the file alone, between its first two lines of `+++`";
        return line.refused("a line of `+++` within the prose", help);
    }
    // A link in brackets of the sentence has a space or a word before it.
    let is_link = |(at, _): (usize, &str)| {
        let (before, behind) = (&line.words[..at], &line.words[at + 3..]);
        !before.contains(['\\', '`']) && !behind.starts_with('[') && behind.contains("]]")
    };
    if line.words.match_indices("[[[").any(is_link) {
        return line.refused("three brackets stand before a link", "a link stands in two: `[[id|words]]`");
    }
    line.words.find(": - ").filter(|at| line.words[at + 4..].contains(" - ")).or_else(|| bullets(line.words))?;
    Some({
        line.refused(
            "a list within a line",
            "put each item on a line of its own, after an empty line, beginning with `- `",
        )
    })?
}

/// The first of several bullets within a line, each before an item: `three acts: • one • two`. Signs that part the words of
/// an address stand behind no mark of a sentence.
fn bullets(words: &str) -> Option<usize> {
    let is_before = |(at, sign): &(usize, &str)| words[at + sign.len()..].starts_with([' ', '\u{a0}']);
    let all: Vec<usize> = words.match_indices(BULLETS).filter(is_before).map(|(at, _)| at).collect();
    let begins = |at: &usize| {
        let before = words[..*at].trim_end();
        before.is_empty() || before.ends_with([':', ';', '.', ','])
    };
    all.first().copied().filter(|first| all.len() > 1 && !words[..*first].contains('`') && all.iter().any(begins))
}

/// An item that stands further in than the one above it, and not far enough to belong to it: `   - words` below `11. words`
/// begins another list.
fn indented(lines: &[Line<'_>], looks: &[Look], at: usize) -> Option<Refusal> {
    let above = at.checked_sub(1)?;
    let depth = |line: &Line<'_>| line.text.len() - line.text.trim_start_matches(' ').len();
    let (item, before) = (&lines[at], &lines[above]);
    let further = depth(item).checked_sub(depth(before)).filter(|further| *further > 0)?;
    let is_slip = looks[at] == Look::Item && looks[above] == Look::Item && further < mark_width(before.words);
    is_slip.then(|| {
        let spaces = if further == 1 { "one space stands" } else { "spaces stand" };
        let width = mark_width(before.words);
        item.refused(
            format!("{spaces} before an item: it may belong to the item above or to the list"),
            format!("begin it where the item above begins, or {width} spaces further in for a list within the item"),
        )
    })?
}

/// The width of the mark of an item, with the spaces behind it.
fn mark_width(words: &str) -> usize {
    let mark = words.find(' ').unwrap_or(words.len());
    let spaces = words[mark..].bytes().take_while(|b| *b == b' ').count();
    // Behind five spaces and more, words are code, and the item begins behind the first of them.
    mark + if spaces > 4 { 1 } else { spaces }
}

/// A paragraph that is strong as a whole and stands as a heading does.
fn strong_heading(lines: &[Line<'_>], looks: &[Look], at: usize) -> Option<Refusal> {
    let words = lines[at].words.strip_prefix("**")?.strip_suffix("**")?;
    let is_alone = (at == 0 || looks[at - 1] == Look::Empty) && looks.get(at + 1) == Some(&Look::Empty);
    let is_followed = looks[at..].iter().skip(1).any(|look| *look != Look::Empty);
    let is_title = !words.contains("**") && !words.ends_with(['.', '!', '?', ':']) && words.chars().count() < 80;
    (is_alone && is_followed && is_title).then(|| {
        lines[at].refused(
            "strong words on a line of their own are no heading",
            format!(
                "write `## {words}`; if they are no heading, end them with a period, or join them with what follows"
            ),
        )
    })?
}

/// A heading with nothing below it.
fn empty_part(lines: &[Line<'_>], looks: &[Look], at: usize) -> Option<Refusal> {
    let level = |line: &Line<'_>| line.words.bytes().take_while(|b| *b == b'#').count();
    let is_heading = |line: &Line<'_>| (2..=6).contains(&level(line)) && line.words[level(line)..].starts_with(' ');
    // What stands below a named part is set by the page.
    if !is_heading(&lines[at]) || lines[at].words.ends_with('}') {
        return None;
    }
    let next = (at + 1..lines.len()).find(|next| looks[*next] != Look::Empty);
    let is_empty = next.is_none_or(|next| is_heading(&lines[next]) && level(&lines[next]) <= level(&lines[at]));
    is_empty
        .then(|| lines[at].refused("a heading with nothing below it", "write what belongs below it, or delete it"))?
}

/// A block of lines that look like items or rows, and are none.
fn block_of(lines: &[Line<'_>], looks: &[Look]) -> Option<Refusal> {
    let all = |test: &dyn Fn(&Line<'_>) -> bool| lines.len() > 1 && lines.iter().all(test);
    if looks.iter().all(|look| *look == Look::Row) && lines.len() > 1 {
        let columns = lines[0].words.trim_matches('|').split('|').count();
        let help = format!(
            "under the head of a table stands a line of dashes with as many cells: `|{}`",
            "---|".repeat(columns)
        );
        return lines[0].refused("a table would be shown as it stands", help);
    }
    let item = "an item of a list begins with `- `, or with `1. `, and stands on a line of its own";
    let joined = "the lines would be joined to one paragraph";
    let last_two = |test: &dyn Fn(&Line<'_>) -> bool| {
        let run = lines.iter().rev().take_while(|line| test(line)).count();
        (run > 1).then(|| lines[lines.len() - run])
    };
    let dash = |line: &Line<'_>| line.words.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    if let Some(first) = last_two(&dash) {
        return first.refused(joined, format!("write a space behind the dash: {item}"));
    }
    let tight =
        |line: &Line<'_>| numbered(line.words).is_some_and(|(_, behind)| behind.starts_with(char::is_alphabetic));
    if let Some(first) = last_two(&tight) {
        return first.refused(joined, format!("write a space behind the point: {item}"));
    }
    let apart = format!("{item}; where each is a paragraph of its own, put an empty line between them");
    if let Some(first) = last_two(&|line| roman(line.words)).or_else(|| counted(lines)) {
        return first.refused(joined, apart);
    }
    let tabs = |line: &Line<'_>| line.words.contains('\t');
    let cells = |line: &Line<'_>| line.words.matches(';').count();
    let semicolons = |line: &Line<'_>| cells(line) > 1 && cells(line) == cells(&lines[0]) && !line.words.contains("; ");
    let spaces =
        |line: &Line<'_>| gaps(line.words).is_some_and(|count| count > 0 && Some(count) == gaps(lines[0].words));
    if all(&tabs) || (lines.len() > 2 && (all(&semicolons) || all(&spaces))) {
        let help =
            "the cells of a table stand between bars, and under its head a line of dashes: `| a | b |`, `|---|---|`";
        return lines[0].refused(joined, help);
    }
    None
}

/// The number of gaps of two and more spaces between words, as between the columns of a table; `None` where one stands
/// behind the end of a sentence, as some people type.
fn gaps(words: &str) -> Option<usize> {
    let mut rest = words;
    let mut count = 0;
    while let Some(at) = rest.find("  ") {
        if rest[..at].ends_with(['.', '!', '?', ':']) {
            return None;
        }
        count += 1;
        rest = rest[at..].trim_start();
    }
    Some(count)
}

/// `ii. words`. Lines that begin with `a)`, `(1)`, `1.1.` or a bullet stand on a line of their own, and are no slip.
fn roman(words: &str) -> bool {
    let Some((mark, _)) = words.split_once(' ') else { return false };
    let inner = mark.strip_suffix('.').unwrap_or_default();
    (1..=4).contains(&inner.len()) && inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

/// The first of two lines in a row that begin with a number or letter and the next one, in a form that is no item of a list and
/// stands on no line of its own: `I. words`, `a. words`, `А. words`, `1° words`, `№ 1 words`.
fn counted<'t>(lines: &[Line<'t>]) -> Option<Line<'t>> {
    let follows = |pair: &[Line<'t>]| {
        let [one, other] = [pair[0], pair[1]].map(|line| counts(line.words));
        let is_next = |(form, value): &(char, u32)| one.iter().any(|known| *known == (*form, value.wrapping_sub(1)));
        other.iter().any(is_next)
    };
    lines.windows(2).find(|pair| follows(pair)).map(|pair| pair[0])
}

/// The ways to read the mark with which a line begins: its form, and its value. `I.` is 1 in Roman numerals and the ninth letter.
fn counts(words: &str) -> Vec<(char, u32)> {
    let Some((mark, rest)) = words.split_once([' ', '\u{a0}']) else { return Vec::new() };
    if let Some(figures) = mark.strip_suffix(['°', 'º', 'ª']) {
        return figures.parse().map(|value| ('°', value)).into_iter().collect();
    }
    if mark == "№" {
        let figures = &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()];
        return figures.parse().map(|value| ('№', value)).into_iter().collect();
    }
    let Some(inner) = mark.strip_suffix('.') else { return Vec::new() };
    let mut found = Vec::new();
    let mut chars = inner.chars();
    if let (Some(letter), None) = (chars.next(), chars.next())
        && letter.is_alphabetic()
    {
        // By the place in its alphabet; `ё` and `й` are often left out in counts.
        let after = |known: &str| known.chars().position(|c| c == letter).and_then(|at| u32::try_from(at).ok());
        let of = [
            "abcdefghijklmnopqrstuvwxyz",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "абвгдежзиклмнопрстуфхцчшщэюя",
            "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
        ];
        found.extend(of.iter().zip("aAаА".chars()).filter_map(|(known, form)| Some((form, after(known)?))));
    }
    const ROMAN: &str = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX";
    let value = ROMAN.split(' ').zip(1..).find(|(numeral, _)| *numeral == inner);
    found.extend(value.map(|(_, value)| ('I', value)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        of_layout(&Script::new(text)).into_iter().map(|refusal| text[refusal.range].to_owned()).collect()
    }

    #[test]
    fn lines_that_would_run_together_are_found() {
        for (text, wrong) in [
            ("- one\n- two\nWords of their own.", "Words of their own."),
            ("Слова.\n\n| a | b |\n|---|---|\n| c | d |\nWords.", "Words."),
            ("| a | b |\n|---|---|\n| c | d |\n\n| e | f |", "| e | f |"),
            ("| a | b |\n| c | d |", "| a | b |"),
            ("-one\n-two", "-one"),
            ("1.one\n2.two", "1.one"),
            ("i. one\nii. two", "i. one"),
            ("I. one\nII. two", "I. one"),
            ("Words:\nV. five\nVI. six", "V. five"),
            ("a. one\nb. two", "a. one"),
            ("A. one\nB. two\nC. three", "A. one"),
            ("а. раз\nб. два", "а. раз"),
            ("1° one\n2° two", "1° one"),
            ("№ 1 one\n№ 2 two", "№ 1 one"),
            ("10. ten\n11. eleven\n   - of it", "- of it"),
            ("1. one\n  - of it", "- of it"),
            ("- one\n - of it", "- of it"),
            ("Words\n2. two\n3. three", "2. two"),
            ("a\tb\nc\td", "a\tb"),
            ("Year   Cases   Bridges\n2003   12      30\n2004   15      41", "Year   Cases   Bridges"),
            ("Слова.\n\n| a | b |\n|---|---|\n| c | d |\nWords of [[xr|it]].", "Words of [[xr|it]]."),
            ("| a | b |\n|---|---|\n| c | d |\ne f", "e f"),
            ("Слова: • раз; • два.", "Слова: • раз; • два."),
            ("• one • two", "• one • two"),
            ("**Words**\n\nMore.", "**Words**"),
            ("## A\n\n## B\n\nWords.", "## A"),
            ("\n+++\nkind = 1\n+++\nWords.", "+++"),
            ("See [[[xr|the country]]].", "See [[[xr|the country]]]."),
        ] {
            assert_eq!(found(text), [wrong], "{text}");
        }
    }

    #[test]
    fn honest_lines_are_left_alone() {
        for text in [
            "- an item that is as long as a line of a paragraph may be in a file that somebody\nwraps at its margin.",
            "- one\n  Words that belong to it.\n- two",
            "1. one\n2. two\n\nWords.",
            "11. eleven\n    - of it",
            "1. one\n   - of it\n2. two",
            "- one\n  - of it\n    - of that",
            "The court, in the words of\nA. Smith and\nC. Brown, held so.",
            "It was the wish of\nI. Newton and others.",
            "a) one\nb) two",
            "Words\nof a paragraph\nin three lines.",
            "– A dash may begin a line of words.",
            "• one\n• two\na) three\n(4) four",
            "Street 1 • Town • Country",
            "An end.  A sentence\nbegins.  It goes\non.  And on",
            "Words  of\na paragraph  with\na slip",
            "**Note.** Words.\n\nMore.",
            "## A {#a}\n\n## B\n\n### C\n\nWords.",
            "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n|---|---|\n| g | h |",
            "Term\n: Its meaning.",
            "```\na\tb\nc\td\n```",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
