//! Citations and links to records that are written half, or as other programs write them.
//!
//! What comes in is running text with its references; what goes out are refusals with the right form. What is no reference
//! here and could be words (`[sic]`, an address for letters, `[12/2004]`) is left alone: a name counts as an id only where
//! it has the form of one that no word has.

use std::ops::Range;

use super::construct::Refusal;
use super::reference::{Mark, Names};
use super::script::Script;
use super::unfinished::{NO_PLACE_HELP, is_nothing, no_place};
use super::{Fault, Level};

/// A citation or a link to a record in another form than that of the dialect.
pub static CITATION_FORM: Fault = Fault {
    code: "citation-form",
    level: Level::Error,
    summary: "a citation or a link to a record is not written in its form",
    explanation: "A citation is `[@source, place]`, and several stand in one pair of square brackets with `;` between: `[@source-a, p. 1; @source-b, \
p. 2]`. Nothing is cited without a place: article, page, line, file. A link to a record is `[[id]]` or `[[id|words]]`. Written in another \
way, it would be shown as it stands, and nobody would notice when its source is gone.",
};

fn refused(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Refusal {
    Refusal { fault: &CITATION_FORM, range, message: message.into(), help: help.into() }
}

/// Whether a text has characters of ids alone.
fn is_id(text: &str) -> bool {
    let first = text.bytes().next();
    first.is_some_and(|b| b.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'/' | b':' | b'#' | b'_'))
        && !text.ends_with(['-', '/', ':', '#'])
}

/// Whether an id looks like no word: it has a figure or a part, and a hyphen or a bar.
fn is_no_word(id: &str) -> bool {
    is_id(id) && id.contains(['-', '/']) && id.bytes().any(|b| b.is_ascii_digit())
}

/// The id of a source at the start of `text`.
fn source_at(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')).unwrap_or(text.len());
    text[..end].trim_end_matches('-')
}

/// What is wrong with a citation that was read as one.
pub(super) fn of_mark(script: &Script<'_>, mark: &Mark) -> Option<Refusal> {
    let Names::Sources(list) = &mark.names else { return None };
    let text = script.text;
    if text[..mark.range.start].ends_with('[')
        && !text[..mark.range.start].ends_with("\\[")
        && text[mark.range.end..].starts_with(']')
    {
        let range = mark.range.start - 1..mark.range.end + 1;
        let help = format!("a citation stands in one pair of brackets: write `{}`", &text[mark.range.clone()]);
        return Some(refused(range, "two pairs of brackets around a citation", help));
    }
    for (id, place) in list {
        let source = &text[id.clone()];
        let Some(place) = place else {
            let help = format!("write `[@{source}, place]`: article, page, line or file");
            return Some(refused(id.start - 1..id.end, format!("`{source}` is cited without a place"), help));
        };
        let words = &text[place.clone()];
        let is_open = is_nothing(words) || words.contains("??");
        if let Some(what) = no_place(words).or(is_open.then_some(words)) {
            let range = id.start - 1..place.end;
            return Some(refused(range, format!("`{what}` names no place of `{source}`"), NO_PLACE_HELP));
        }
        let second = words.match_indices('@').find(|(at, _)| !words[..*at].ends_with(char::is_alphanumeric));
        let second = second.map(|(at, _)| (at, source_at(&words[at + 1..]))).filter(|(_, id)| !id.is_empty());
        if let Some((at, other)) = second {
            let at = place.start + at;
            let help = format!("write `;` before it: `[@{source}, place; @{other}, place]`");
            return Some(refused(
                at..at + 1 + other.len(),
                format!("`@{other}` stands within the place of `{source}`"),
                help,
            ));
        }
        let further = words.match_indices("; ").map(|(at, _)| (at + 2, source_at(&words[at + 2..])));
        if let Some((at, other)) =
            further.into_iter().find(|(at, id)| is_no_word(id) && words[at + id.len()..].starts_with(','))
        {
            let at = place.start + at;
            let help = format!("write `@` before each source: `[@{source}, place; @{other}, place]`");
            return Some(refused(
                at..at + other.len(),
                format!("`{other}` stands within the place of `{source}`"),
                help,
            ));
        }
    }
    None
}

/// Citations and links in other forms in the running text `range`; each is told once, where it begins.
pub(super) fn of_text(script: &Script<'_>, range: Range<usize>) -> Vec<Refusal> {
    let mut out = Vec::new();
    let bytes = script.parsed.as_bytes();
    for at in range {
        if out.last().is_some_and(|told: &Refusal| told.range.contains(&at)) {
            continue;
        }
        match bytes[at] {
            b'@' => out.extend(bare_citation(script, at)),
            b'[' => out.extend(broken_citation(script, at).or_else(|| single_bracket(script, at))),
            b'(' => out.extend(round_brackets(script, at)),
            b'\\' => out.extend(command(script, at)),
            _ => {}
        }
    }
    out
}

/// `@source` outside brackets, and not within an address for letters.
fn bare_citation(script: &Script<'_>, at: usize) -> Option<Refusal> {
    let text = script.text;
    let id = source_at(&text[at + 1..]);
    let before = text[..at].chars().next_back();
    let is_told = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '[' | '\\' | '.' | '_' | '-'))
        || text[..at].trim_end().ends_with('[');
    if is_told || id.is_empty() || !(id.contains('-') || text[at + 1 + id.len()..].starts_with(", ")) {
        return None;
    }
    let help = format!("a citation stands in square brackets: write `[@{id}, place]`");
    Some(refused(at..at + 1 + id.len(), format!("`@{id}` would be shown as it stands"), help))
}

/// The text between the bracket at `at` and the one that closes it, on its line.
fn inside(text: &str, at: usize, close: char) -> Option<&str> {
    let rest = text[at + 1..].lines().next()?;
    let inner = &rest[..rest.find(close)?];
    (!inner.contains(['[', '`'])).then_some(inner)
}

/// A citation that is none, because a space stands before its `@`, or a place is missing or not behind a comma.
fn broken_citation(script: &Script<'_>, at: usize) -> Option<Refusal> {
    let text = script.text;
    let inner = inside(text, at, ']').filter(|inner| inner.trim_start().starts_with('@'))?;
    if text[..at].ends_with(['[', '\\']) {
        return None;
    }
    let mut gap = inner.len() > inner.trim_start().len();
    let mut sources: Vec<(&str, &str)> = Vec::new();
    for piece in inner.split(';').map(str::trim) {
        let id = piece.strip_prefix('@').map(source_at);
        match (id, sources.last_mut()) {
            (Some(""), _) => return None,
            (Some(id), _) => {
                let behind = piece[1 + id.len()..].trim_start_matches([',', ':', '.']).trim();
                sources.push((id, behind));
            }
            // What stands behind a `;` without `@` belongs to the place before it.
            (None, Some((_, place))) if place.is_empty() => *place = piece,
            (None, _) => gap = false,
        }
    }
    let whole = at..at + inner.len() + 2;
    if let Some((id, _)) = sources.iter().find(|(_, place)| place.is_empty()) {
        let help = format!("write `[@{id}, place]`: article, page, line or file");
        return Some(refused(whole, format!("`{id}` is cited without a place"), help));
    }
    let written: Vec<String> = sources.iter().map(|(id, place)| format!("@{id}, {place}")).collect();
    let (message, help) = match gap {
        true => ("a space stands between `[` and `@`", format!("delete it: `[{}]`", inner.trim())),
        false => ("a place stands behind a comma", format!("write `[{}]`", written.join("; "))),
    };
    Some(refused(whole, message, help))
}

/// The citation that is meant by two brackets at `at` with a source and a place between: `[@gazette, p. 14]` for
/// `[[gazette, p. 14]]`. `None` where words stand there that are none of both.
pub(super) fn as_record(text: &str, at: usize) -> Option<String> {
    let inner = inside(text, at + 1, ']').filter(|inner| text[at + 2 + inner.len()..].starts_with("]]"))?;
    let lower = inner.trim().to_ascii_lowercase();
    let id = source_at(&lower);
    let behind = &inner.trim()[id.len()..];
    let place = behind.trim_start_matches([',', ':', ' ']);
    let is_parted = behind.len() > place.len();
    let has_number = place.contains(|c: char| c.is_ascii_digit());
    let is_source =
        id.contains('-') && (has_number || behind.starts_with(',')) || behind.starts_with(',') && has_number;
    let is_citation = is_parted && is_source && !id.is_empty() && !place.is_empty() && no_place(place).is_none();
    is_citation.then(|| format!("[@{id}, {place}]"))
}

/// Whether the bracket at `at` begins a link, a citation, a note or a picture, or is no sign.
fn is_mark(text: &str, at: usize) -> bool {
    text[..at].ends_with(['[', '\\', '!']) || text[at + 1..].starts_with(['[', '@', '^'])
}

/// Whether a text may have something for [`without_mark`]: most have not, and to ask is cheap.
pub(super) fn has_single_bracket(text: &str) -> bool {
    text.match_indices('[').any(|(at, _)| !is_mark(text, at))
        || text.match_indices('(').any(|(at, _)| in_round_brackets(text, at).is_some())
}

/// The text in round brackets at `at` that may be a citation without `@`: where it stands, its id, and its place. It begins with an id
/// that has a hyphen, or a word for a number follows; `see` may stand before it.
fn in_round_brackets(text: &str, at: usize) -> Option<(Range<usize>, String, String)> {
    let line = text[at + 1..].lines().next()?;
    let mut open = 0;
    let close = line.char_indices().find(|(_, c)| {
        open += i32::from(*c == '(') - i32::from(*c == ')');
        open < 0
    });
    let inner = &line[..close?.0];
    if inner.contains(['[', '`', '@']) || text[..at].ends_with(['\\', ']']) {
        return None;
    }
    let leads = ["see also ", "see ", "See ", "cf. ", "e.g. ", "ср. ", "см. "];
    let bare = leads.iter().find_map(|lead| inner.strip_prefix(lead)).unwrap_or(inner);
    let id = source_at(bare);
    let place = bare[id.len()..].strip_prefix(',')?.trim();
    let numbered =
        ["p. ", "pp. ", "art. ", "arts. ", "para. ", "paras. ", "line ", "lines ", "page ", "§", "с. ", "ст. "];
    let is_line = place.strip_prefix('L').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_place = id.contains('-') || is_line || numbered.iter().any(|word| place.starts_with(word));
    let is_open = !id.is_empty() && is_place && !place.is_empty();
    is_open.then(|| (at..at + inner.len() + 2, id.to_owned(), place.to_owned()))
}

/// The texts in single or round brackets that may be citations without `@`: the id with which each begins, and its place. Those of
/// which [`of_text`] knows that no word begins so are left out.
pub(super) fn without_mark(script: &Script<'_>, range: Range<usize>) -> Vec<(Range<usize>, String, String)> {
    let text = script.text;
    let bracketed = range.filter_map(|at| {
        match script.parsed.as_bytes()[at] {
            b'[' => {}
            b'(' => return in_round_brackets(text, at),
            _ => return None,
        }
        let inner = inside(text, at, ']').filter(|_| !is_mark(text, at))?;
        let end = at + inner.len() + 2;
        let id = source_at(inner);
        let place = inner[id.len()..].strip_prefix(',')?.trim();
        let is_place = id.contains('-') || place.contains(|c: char| c.is_ascii_digit());
        let is_open = !id.is_empty() && !is_no_word(id) && !text[end..].starts_with(['(', '[', ':']);
        (is_open && is_place && !place.is_empty()).then(|| (at..end, id.to_owned(), place.to_owned()))
    });
    bracketed.collect()
}

fn single_bracket(script: &Script<'_>, at: usize) -> Option<Refusal> {
    let text = script.text;
    let inner = inside(text, at, ']').filter(|_| !is_mark(text, at))?;
    let end = at + 1 + inner.len() + 1;
    if text[end..].starts_with(['(', '[', ':']) {
        return None;
    }
    if let Some((id, words)) = inner.split_once('|') {
        let id = id.trim().trim_end_matches('\\');
        let help = format!("a link to a record stands in two pairs of brackets: write `[[{id}|{}]]`", words.trim());
        return is_id(id).then(|| refused(at..end, format!("`[{inner}]` would be shown as it stands"), help));
    }
    if is_no_word(inner) && inner.contains('/')
        || is_id(inner) && inner.matches('/').count() == 1 && inner.contains('-')
    {
        let help = format!("a link to a record stands in two pairs of brackets: write `[[{inner}]]`");
        return Some(refused(at..end, format!("`[{inner}]` would be shown as it stands"), help));
    }
    let id = source_at(inner);
    let behind = &inner[id.len()..];
    if is_no_word(id) && behind.starts_with([',', ':']) {
        let place = behind[1..].trim();
        let help = format!("a citation begins with `@`: write `[@{id}, {place}]`");
        return Some(refused(at..end, format!("`[{inner}]` would be shown as it stands"), help));
    }
    None
}

/// `((id|words))`.
fn round_brackets(script: &Script<'_>, at: usize) -> Option<Refusal> {
    let text = script.text;
    let inner = text[at..].strip_prefix("((")?;
    let inner = &inner[..inner.find("))")?];
    let (id, words) = inner.split_once('|').filter(|(id, _)| is_id(id))?;
    let help = format!("a link to a record stands in square brackets: write `[[{id}|{words}]]`");
    Some(refused(at..at + inner.len() + 4, format!("`(({inner}))` would be shown as it stands"), help))
}

/// A command of LaTeX.
fn command(script: &Script<'_>, at: usize) -> Option<Refusal> {
    let text = script.text;
    let name =
        ["\\cite", "\\footcite", "\\footnote", "\\autocite"].into_iter().find(|name| text[at..].starts_with(name))?;
    let help = "write `[@source, place]`; a footnote is `[^1]`, with `[^1]: Text.` on a line of its own";
    Some(refused(at..at + name.len(), format!("`{name}` is a command of another program"), help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let script = Script::new(text);
        let mut all: Vec<Refusal> = script.marks.iter().filter_map(|mark| of_mark(&script, mark)).collect();
        all.extend(of_text(&script, 0..text.len()));
        all.into_iter().map(|refusal| text[refusal.range].to_owned()).collect()
    }

    #[test]
    fn the_help_has_the_citation_that_was_meant() {
        for (text, help) in [
            ("[ @a, p. 2; @b, 3]", "delete it: `[@a, p. 2; @b, 3]`"),
            ("[@a; p. 2]", "write `[@a, p. 2]`"),
            ("[@a: p. 2; @b p. 3]", "write `[@a, p. 2; @b, p. 3]`"),
            ("[@a, p. 2; @b, ]", "write `[@b, place]`: article, page, line or file"),
        ] {
            let script = Script::new(text);
            let helps: Vec<String> = of_text(&script, 0..text.len()).into_iter().map(|told| told.help).collect();
            assert_eq!(helps, [help], "{text}");
        }
    }

    #[test]
    fn a_source_in_round_brackets_may_be_a_citation() {
        let told = |text: &str| {
            let found = has_single_bracket(text).then(|| without_mark(&Script::new(text), 0..text.len()));
            found.unwrap_or_default().into_iter().map(|(_, id, place)| format!("{id}|{place}")).collect::<Vec<_>>()
        };
        for (text, source) in [
            ("So it is (va-gazette, p. 14).", "va-gazette|p. 14"),
            ("So it is (see va-gazette, art. 2(1)).", "va-gazette|art. 2(1)"),
            ("So it is (gazette, p. 14).", "gazette|p. 14"),
            ("So it is [va-gazette, p. 14].", "va-gazette|p. 14"),
        ] {
            assert_eq!(told(text), [source], "{text}");
        }
        for text in
            ["(gazette, 3 March 2004)", "(see above, and below)", "[w](https://a.org/a-b,c)", "(@a-1, p. 2)", "(a-b"]
        {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn other_forms_of_citations_are_found_and_words_in_brackets_are_left_alone() {
        for (text, wrong) in [
            ("слово [@a-1]", "@a-1"),
            ("[@a-1, p. 2, @b-2, p. 3]", "@b-2"),
            ("[@a-1, p. 2; b-2, p. 3]", "b-2"),
            ("[[@a-1, p. 2]]", "[[@a-1, p. 2]]"),
            ("слово (@a-1, p. 2)", "@a-1"),
            ("[a-1, p. 2]", "[a-1, p. 2]"),
            ("[xr|Ruritania]", "[xr|Ruritania]"),
            ("[xr/code-1998/12]", "[xr/code-1998/12]"),
            ("слово [ @a, p. 2]", "[ @a, p. 2]"),
            ("[@a-1; p. 2]", "[@a-1; p. 2]"),
            ("[@a, ]", "[@a, ]"),
            ("[@a p. 2]", "[@a p. 2]"),
            ("[@a, p. 2; @b, ]", "[@a, p. 2; @b, ]"),
            ("((xr|Ruritania))", "((xr|Ruritania))"),
        ] {
            assert_eq!(found(text), [wrong], "{text}");
        }
        for text in [
            "[@a-1, p. 2; 3]",
            "[@a, p. 1; @b, art. 2]",
            "a@b-c.org",
            "[sic]",
            "[12/2004]",
            "[and/or]",
            "[non-binding, as said]",
            "[words](https://a.org)",
            "\\[@a]",
            "[[xr|Ruritania]]",
            "(see above)",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
