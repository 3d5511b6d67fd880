//! CommonMark constructs that this dialect refuses: each is reported where it stands, because it would change or
//! swallow characters that may be the text of a law. `docs/reference/markdown.md` lists what is kept, refused and
//! literal.
//!
//! What comes in is one event of the parser, or a line; what goes out are refusals. It does not know the tree.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag};

use super::character::{is_false_space, named};
use super::literal::{definitions, may_close, may_open};
use super::script::Script;
use super::{Fault, Level};

/// A construct of CommonMark that `docs/reference/markdown.md` does not list as kept.
pub static NOT_LISTED: Fault = Fault {
    code: "unlisted-markdown",
    level: Level::Error,
    summary: "Markdown that is not part of the dialect",
    explanation: "Much of Markdown changes or swallows characters without a word: `* * *` becomes a line, the `#` at the end of \
a heading goes, `[1]: x` is not shown at all, four spaces make code of a paragraph. In the text of a law each of them may be \
meant. So the manual lists what is Markdown here, and all else that a Markdown program would take for a mark is refused, with \
what to write instead. A backslash before a mark makes a character of it: `\\*`.",
};

/// A no-break space where the marker of a block needs an ordinary space.
pub static FALSE_SPACE: Fault = Fault {
    code: "false-space",
    level: Level::Error,
    summary: "a mark is followed by a character that only looks like a space",
    explanation: "Behind `##`, `-`, `1.` and `>` stands an ordinary space. Word processors and some keyboards put a no-break \
space there (U+00A0), which looks the same: the heading or the list would be shown as plain words, and paragraphs would run \
together. Type the space anew. If no mark is meant, write a backslash before it: `\\- `, `1\\. `.",
};

/// A refused construct and its place.
pub(super) struct Refusal {
    pub(super) fault: &'static Fault,
    /// Place, as bytes of the prose.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

fn refused(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Option<Refusal> {
    Some(Refusal { fault: &NOT_LISTED, range, message: message.into(), help: help.into() })
}

/// Refusals found in the lines themselves, before the parser sees them.
pub(super) fn of_lines(script: &Script<'_>) -> Vec<Refusal> {
    let mut out: Vec<Refusal> = Vec::new();
    for range in definitions(script.text) {
        if is_address(&script.text[range.end..]) && !script.marks.iter().any(|mark| mark.range.contains(&range.start)) {
            let help = "write the address where the link stands: `[words](https://…)`; if the characters are meant, write a backslash before `[`";
            out.extend(refused(range, "the definition of a link is no Markdown here", help));
        }
    }
    let mut start = 0;
    let mut is_code = false;
    let mut before_is_words = false;
    for line in script.text.split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        let bare = words.trim_start_matches([' ', '\t', '>']);
        if bare.starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            let is_run_on = before_is_words
                && !script.text[start + line.len()..].lines().next().unwrap_or_default().trim().is_empty();
            out.extend(false_space(words, is_run_on).map(|refusal| moved(refusal, start)));
            out.extend(no_heading(script, words, bare, start));
        }
        before_is_words = !words.trim().is_empty();
        start += line.len();
    }
    out
}

/// Whether the text behind `[label]:` is an address, so that it is a definition, and not words.
fn is_address(behind: &str) -> bool {
    let line = behind.trim_start().lines().next().unwrap_or_default();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let is_alone = rest.trim().is_empty() || rest.trim_start().starts_with(['"', '\'', '(']);
    let joined = first.trim_end_matches(['.', ':', ';', ',']);
    joined.starts_with(['<', '/', '#']) || joined.contains("://") || (is_alone && joined.contains(['.', '/', '#']))
}

fn moved(refusal: Refusal, by: usize) -> Refusal {
    Refusal { range: refusal.range.start + by..refusal.range.end + by, ..refusal }
}

/// `##Words`: most likely meant as a heading, but CommonMark requires a space and reads it as text.
fn no_heading(script: &Script<'_>, line: &str, bare: &str, start: usize) -> Option<Refusal> {
    let count = bare.bytes().take_while(|b| *b == b'#').count();
    let next = bare[count..].chars().next()?;
    let at = start + line.len() - bare.len();
    let is_mark = script.marks_in(&(at..at + 1)).is_empty();
    if !is_mark || !(2..=6).contains(&count) || next.is_whitespace() || is_false_space(next) {
        return None;
    }
    let marks = &bare[..count];
    let help = format!("write a space behind it; if the characters are meant, write `\\{marks}`");
    refused(at..at + count, format!("`{marks}` would be shown as it stands"), help)
}

/// A no-break space (or another character that looks like a space) after the marker of a block, before one, or alone on
/// a line that should be empty.
fn false_space(line: &str, is_run_on: bool) -> Option<Refusal> {
    if line.is_ascii() || !line.contains(is_false_space) {
        return None;
    }
    let trimmed = line.trim_matches(|c: char| is_false_space(c) || c.is_whitespace());
    let at = line.find(is_false_space)?;
    let wrong = line[at..].chars().next()?;
    let fault = |at: usize, c: char, message: String, help: &str| {
        Some(Refusal { fault: &FALSE_SPACE, range: at..at + c.len_utf8(), message, help: help.to_owned() })
    };
    if trimmed.is_empty() {
        let message = format!("a line that looks empty holds {}", named(wrong));
        return fault(at, wrong, message, "empty the line").filter(|_| is_run_on);
    }
    let is_ruler =
        trimmed.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ') || is_false_space(c)) && trimmed.contains("--");
    if is_ruler {
        return fault(at, wrong, format!("{} stands in a line of `---`", named(wrong)), "type ordinary spaces");
    }
    let mut rest = line.trim_start_matches([' ', '\t']);
    // Before a marker.
    if let Some(c) = rest.chars().next().filter(|c| is_false_space(*c)) {
        let behind = rest.trim_start_matches(|c: char| is_false_space(c) || c == ' ' || c == '\t');
        let mark = block_mark(behind);
        let is_mark = mark > 0 && behind[mark..].starts_with(|c: char| c == ' ' || c == '\t' || is_false_space(c));
        if is_mark || behind.starts_with("|") {
            let message = format!("{} stands before `{}`", named(c), &behind[..mark.max(1)]);
            return fault(line.len() - rest.len(), c, message, "delete it, or type ordinary spaces");
        }
        return None;
    }
    // After a marker.
    loop {
        let mark = block_mark(rest);
        let behind = &rest[mark..];
        match behind.chars().next() {
            Some(c) if mark > 0 && is_false_space(c) => {
                let message = format!("behind `{}` stands {}", &rest[..mark], named(c));
                let help = format!(
                    "type an ordinary space; if no mark is meant, write a backslash before `{}`",
                    rest[..mark].trim_start_matches(|c: char| c.is_ascii_digit())
                );
                return fault(line.len() - behind.len(), c, message, &help);
            }
            Some(' ' | '\t') if mark > 0 => rest = behind.trim_start_matches([' ', '\t']),
            Some('>') if rest.starts_with('>') => rest = behind,
            _ => return None,
        }
    }
}

/// Length in bytes of the block marker at the start of `text`; 0 where there is none.
fn block_mark(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let hashes = bytes.iter().take_while(|b| **b == b'#').count();
    match bytes.first() {
        Some(b'>' | b'-' | b'+' | b'*' | b':') => 1,
        Some(b'#') if hashes <= 6 => hashes,
        _ if (1..=9).contains(&digits) && matches!(bytes.get(digits), Some(b'.' | b')')) => digits + 1,
        _ => 0,
    }
}

/// The refusal that an event causes, if any; `quotes` is the depth of block quotations around it.
pub(super) fn of_event(script: &Script<'_>, event: &Event<'_>, range: &Range<usize>, quotes: usize) -> Option<Refusal> {
    let text = script.text;
    match event {
        Event::Text(shown) if **shown != script.parsed[range.clone()] => entity(script, range),
        Event::Code(_) => code_or_letter(text, range),
        Event::Rule => {
            let written = text[range.clone()].trim();
            let is_listed = written.bytes().all(|b| b == b'-');
            let help =
                "a line across the page is `---`; asterisks and underscores that are meant are written `\\*`, `\\_`";
            if is_listed {
                None
            } else {
                refused(range.clone(), format!("`{written}` would become a line across the page"), help)
            }
        }
        Event::Start(Tag::Heading { .. }) => heading(text, range),
        Event::Start(Tag::Item) => item(text, range),
        Event::Start(Tag::BlockQuote(_)) => quotation(text, range, quotes + 1),
        Event::Start(Tag::CodeBlock(kind)) => code(text, range, kind),
        Event::Start(Tag::Emphasis | Tag::Strong) => stress(text, range, matches!(event, Event::Start(Tag::Strong))),
        Event::Start(Tag::Link { link_type, .. }) => link(text, range, *link_type),
        Event::Start(Tag::Image { link_type, .. }) => link(text, range, *link_type),
        Event::Start(Tag::DefinitionListDefinition) => meaning(text, range),
        _ => None,
    }
}

fn entity(script: &Script<'_>, range: &Range<usize>) -> Option<Refusal> {
    let written = &script.parsed[range.clone()];
    let is_entity = written.starts_with('&') && written.ends_with(';') && written.len() > 2;
    if !is_entity {
        return None;
    }
    let help = "write the character itself; if these characters are meant, write `\\&`";
    refused(range.clone(), format!("`{written}` would become another character"), help)
}

/// Refuses code that ends with `o` or `g` and has several words, or stands in a text with backquotes for letters: its last
/// backquote may be meant as a part of the Uzbek letters oʻ and gʻ, and would be swallowed.
fn code_or_letter(text: &str, range: &Range<usize>) -> Option<Refusal> {
    let inner = text[range.clone()].strip_prefix('`')?.strip_suffix('`')?;
    if inner.starts_with('`') || !inner.ends_with(['o', 'O', 'g', 'G']) {
        return None;
    }
    let is_letter = |at: usize, quote: &str| {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
        before && text[at + quote.len()..].starts_with(char::is_alphabetic)
    };
    if !inner.contains(char::is_whitespace) && !text.match_indices('`').any(|(at, quote)| is_letter(at, quote)) {
        return None;
    }
    let last = inner.chars().next_back().unwrap_or_default();
    let help = format!(
        "for the letter, write `{last}\u{2bb}` (U+02BB), or a backslash before both backquotes; for code, write two backquotes on \
         each side"
    );
    refused(range.clone(), format!("`{last}` and a backquote are a letter of Uzbek, or the end of code"), help)
}

fn heading(text: &str, range: &Range<usize>) -> Option<Refusal> {
    let written = text[range.clone()].trim_end();
    if !written.starts_with('#') {
        let ruler = written.lines().next_back().unwrap_or_default();
        let at = range.start + written.len() - ruler.len();
        let help = "a heading is written `## Words`; a line across the page needs an empty line above it";
        let ruler = ruler.trim_matches([' ', '\t', '>']);
        return refused(
            at..range.start + written.len(),
            format!("`{ruler}` would make a heading of the line above it"),
            help,
        );
    }
    let marks = written.bytes().take_while(|b| *b == b'#').count();
    let words = written[marks..].trim();
    let at = |piece: &str| range.start + written.len() - piece.len()..range.start + written.len();
    if words.is_empty() {
        return refused(
            range.clone(),
            format!("`{}` is a heading without words", &written[..marks]),
            "write its words, or delete it",
        );
    }
    let (words, braces) = match words.rfind('{').filter(|_| words.ends_with('}') && !words.ends_with("\\}")) {
        Some(open) => (words[..open].trim_end(), Some(&words[open..])),
        None => (words, None),
    };
    if let Some(braces) = braces {
        let inner = &braces[1..braces.len() - 1];
        let is_anchor =
            inner.trim().strip_prefix('#').is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace));
        if !is_anchor {
            let help = "an anchor is `{#name}`; if the characters are meant, write `\\{`";
            return refused(at(braces), format!("`{braces}` would not be shown"), help);
        }
    }
    if braces.is_none()
        && let Some(open) =
            words.rfind("{#").filter(|open| !words[*open..].contains('}') && !words[..*open].ends_with('\\'))
    {
        let braces = &words[open..];
        let help = format!("write `{braces}}}`; if the characters are meant, write `\\{{`");
        return refused(at(braces), format!("the anchor `{braces}` has no end"), help);
    }
    let closing = words.len() - words.trim_end_matches('#').len();
    let before = &words[..words.len() - closing];
    if closing > 0 && (before.is_empty() || before.ends_with([' ', '\t'])) {
        let tail = &written[marks + written[marks..].find(words).unwrap_or(0) + before.len()..];
        let help = "delete it; if the character is meant, write `\\#`";
        return refused(
            at(tail),
            format!("`{}` at the end of a heading would not be shown", &words[before.len()..]),
            help,
        );
    }
    None
}

fn item(text: &str, range: &Range<usize>) -> Option<Refusal> {
    let written = text[range.clone()].trim_start();
    let start = range.end - written.len();
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let mark = &written[..(digits + 1).min(written.len())];
    let at = start..start + mark.len();
    if matches!(mark, "*" | "+") {
        let help = format!("an item of a list begins with `- `; if the character is meant, write `\\{mark}`");
        return refused(at, format!("`{mark}` at the beginning of a line would become a bullet"), help);
    }
    if digits > 1 && mark.starts_with('0') {
        return refused(
            at,
            format!("`{mark}` would lose its nought"),
            "write a backslash before the point or bracket: `01\\.`",
        );
    }
    let is_empty = written[mark.len()..].trim_matches([' ', '\t', '\n', '\r', '>']).is_empty();
    if is_empty {
        let help = match mark {
            "-" => "write its words; if the character is meant, write `\\-`",
            _ => "write its words; if the number is meant, write a backslash before the point or bracket",
        };
        return refused(at, format!("`{mark}` is an item without words"), help);
    }
    None
}

/// A block quotation needs its `>` on every line, with a space behind it: CommonMark would take an unmarked line into
/// the quotation, and so attribute an author's words to somebody else.
fn quotation(text: &str, range: &Range<usize>, depth: usize) -> Option<Refusal> {
    let written = &text[range.clone()];
    if written.trim_matches(['>', ' ', '\t', '\n', '\r']).is_empty() {
        return refused(
            range.clone(),
            "a quotation without words",
            "write its words; if the character is meant, write `\\>`",
        );
    }
    let mut start = range.start;
    for (number, line) in written.split_inclusive('\n').enumerate() {
        let words = line.trim_end();
        let marks = words.len() - words.trim_start_matches([' ', '\t', '>']).len();
        let prefix = &words[..marks];
        let at = start..start + words.len();
        start += line.len();
        if number > 0 && !words.is_empty() && prefix.matches('>').count() < depth {
            let help = "begin the line with `>`, or put an empty line before it";
            return refused(at, "a line without `>` would become part of the quotation above it", help);
        }
        let is_space = words[marks..].starts_with(is_false_space);
        if prefix.ends_with('>') && words.len() > marks && !is_space {
            let last = at.start + marks - 1;
            let help = "write a space behind it; if the character is meant, write `\\>`";
            return refused(last..last + 1, "`>` would become the mark of a quotation", help);
        }
    }
    None
}

fn code(text: &str, range: &Range<usize>, kind: &CodeBlockKind<'_>) -> Option<Refusal> {
    let written = &text[range.clone()];
    let CodeBlockKind::Fenced(language) = kind else {
        let help =
            "begin the line at the margin; to show it letter by letter, put it between two lines of three backquotes";
        return refused(range.clone(), "four spaces at the beginning of a line make code of it", help);
    };
    let fence = written.trim_start();
    if fence.starts_with('~') {
        return refused(range.clone(), "`~~~` would make code of what follows", "write three backquotes, or `\\~`");
    }
    if !language.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.' | b'#')) {
        let help = "behind the backquotes stands at most the name of a language, one word in ASCII";
        return refused(range.clone(), "what stands behind the backquotes would not be shown", help);
    }
    let mut lines = fence.trim_end().lines();
    let first = lines.next();
    let last = lines.next_back().unwrap_or_default().trim_start_matches([' ', '\t', '>']);
    let length = first.map_or(3, |line| line.bytes().take_while(|b| *b == b'`').count());
    let is_closed = last.trim_end().bytes().all(|b| b == b'`') && last.trim_end().len() >= length;
    if is_closed {
        None
    } else {
        refused(
            range.clone(),
            "the code that begins here has no end",
            "write three backquotes on a line of their own behind it",
        )
    }
}

fn stress(text: &str, range: &Range<usize>, is_strong: bool) -> Option<Refusal> {
    let length = if is_strong { 2 } else { 1 };
    let mark = &text[range.start..range.start + length];
    let at = range.start..range.start + length;
    if mark.starts_with('_') {
        let (listed, escaped) = if is_strong { ("**strong**", "\\_\\_") } else { ("*stress*", "\\_") };
        let help = format!("write `{listed}`; if the characters are meant, write `{escaped}`");
        return refused(at, format!("`{mark}` is no mark here"), help);
    }
    let is_of_marks = |c: &char| matches!(c, '*' | '_' | '~');
    let before = text[..range.start].chars().rev().find(|c| !is_of_marks(c));
    let inner = &text[range.start + length..range.end - length];
    let first = inner.chars().find(|c| !is_of_marks(c));
    let last = inner.chars().rev().find(|c| !is_of_marks(c));
    let after = text[range.end..].chars().find(|c| !is_of_marks(c));
    if may_open(before, first) && may_close(last, after) {
        return None;
    }
    let help = format!(
        "a mark of stress stands outside a word and touches it; if the character is meant, write `{}`",
        "\\*".repeat(length)
    );
    refused(at, format!("`{mark}` would be taken for a mark of stress"), help)
}

fn link(text: &str, range: &Range<usize>, kind: LinkType) -> Option<Refusal> {
    if kind != LinkType::Inline {
        return None;
    }
    let written = &text[range.clone()];
    let inner = written[written.rfind("](")? + 2..].trim_end_matches(')').trim();
    if inner.starts_with('<') {
        return refused(range.clone(), "angle brackets around the address of a link", "write the address without them");
    }
    if inner.contains(char::is_whitespace) {
        let help = "behind the address stands the closing bracket; write the title into the words, or delete it";
        return refused(range.clone(), "the title of a link would not be shown", help);
    }
    if !written.starts_with('!') && written[1..].trim_start().starts_with(']') {
        return refused(
            range.clone(),
            "a link without words",
            "write the words into the brackets: `[words](https://…)`",
        );
    }
    None
}

fn meaning(text: &str, range: &Range<usize>) -> Option<Refusal> {
    let written = text[range.clone()].trim_start();
    let at = range.end - text[range.clone()].trim_start().len();
    let behind = written.strip_prefix(':')?;
    if behind.starts_with([' ', '\t']) {
        return None;
    }
    refused(at..at + 1, "`:` would become the mark of a definition", "write a space behind it, or `\\:`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_false_space_is_found_behind_before_and_instead_of_a_mark() {
        let found = |line: &str| false_space(line, true).map(|r| (r.range.start, r.message));
        for line in [
            "##\u{a0}H",
            "- -\u{a0}x",
            "1.\u{202f}x",
            "12)\u{2003}x",
            ">\u{a0}q",
            "\u{a0}- x",
            " \u{a0}## H",
            "\u{a0}",
            "|\u{a0}--- |",
            "---\u{a0}",
            "> 2.\u{a0}x",
            "*\u{200b} x",
            "\u{3000}> q",
        ] {
            assert!(found(line).is_some(), "{line:?}");
        }
        for line in [
            "—\u{a0}x",
            "№\u{a0}5",
            "a\u{a0}b",
            "1998.\u{20}\u{a0}x",
            "1\\.\u{a0}x",
            "\u{a0}words",
            "##H\u{a0}i",
            "-5\u{a0}%",
        ] {
            assert!(found(line).is_none(), "{line:?}");
        }
    }
}
