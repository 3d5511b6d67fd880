//! Front matter as other formats have it: lists and words of YAML, fields of JSON, other signs for `=`.
//!
//! What comes in are lines; what goes out is what is wrong on them, and the edits by which they would be mended. It reads no
//! values.

use std::ops::Range;

/// A change of one place: bytes inserted before an offset, or one byte put in the place of each of a range.
pub(super) enum Edit {
    Insert(usize, &'static str),
    Put(Range<usize>, u8),
}

/// What is wrong on a line; offsets count from the start of the line.
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) edits: Vec<Edit>,
    /// Whether a value of the line is lost although the line was mended.
    pub(super) is_lossy: bool,
}

impl Found {
    pub(super) fn new(
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
        edits: Vec<Edit>,
    ) -> Option<Found> {
        Some(Found { range, message: message.into(), help: help.into(), is_lossy: edits.is_empty(), edits })
    }

    /// `line` as it was meant, without what is put in place of bytes to keep their number.
    pub(super) fn line(&self, line: &str) -> Option<String> {
        let at = |edit: &Edit| match edit {
            Edit::Insert(at, _) => *at..*at,
            Edit::Put(range, _) => range.clone(),
        };
        if self.is_lossy || self.edits.iter().any(|edit| at(edit).end > line.len()) {
            return None;
        }
        let mut edits: Vec<&Edit> = self.edits.iter().collect();
        edits.sort_by_key(|edit| at(edit).start);
        let (mut out, mut from) = (String::new(), 0);
        for edit in edits {
            let range = at(edit);
            out.push_str(line.get(from..range.start).unwrap_or_default());
            match edit {
                Edit::Insert(_, text) => out.push_str(text),
                Edit::Put(_, b' ') => {}
                Edit::Put(range, byte) => out.extend(std::iter::repeat_n(char::from(*byte), range.len())),
            }
            from = range.end.max(from);
        }
        out.push_str(line.get(from..).unwrap_or_default());
        Some(out.trim().to_owned())
    }
}

/// A list as YAML has it: a name with nothing behind its sign, and a line with a dash for each item. Gives as well how many
/// lines the items take; offsets count from the line of the name.
pub(super) fn list_of_dashes(lines: &[(usize, &str)]) -> Option<(Found, usize)> {
    let (start, first) = *lines.first()?;
    let name = first.trim().strip_suffix(['=', ':']).map(str::trim).filter(|name| is_name(name))?;
    let is_item = |line: &str| line.trim_start().strip_prefix("- ").is_some_and(|item| !item.trim().is_empty());
    let further = lines[1..].iter().take_while(|(_, line)| is_item(line)).count();
    let sign = first.rfind(['=', ':'])?;
    let mut edits = vec![Edit::Put(sign..sign + 1, b'='), Edit::Insert(sign + 1, " [")];
    let mut items = Vec::new();
    for (number, (at, line)) in lines[1..=further].iter().enumerate() {
        let dash = at - start + line.find('-')?;
        let (from, until) = (dash + 2, at - start + line.trim_end().len());
        let item = line.trim_start()[1..].trim();
        let is_quoted = item.len() > 1 && item.starts_with('"') && item.ends_with('"');
        edits.push(Edit::Put(dash..dash + 1, b' '));
        if !is_quoted {
            edits.extend([Edit::Insert(from, "\""), Edit::Insert(until, "\"")]);
        }
        edits.push(Edit::Insert(until, if number + 1 == further { "]" } else { "," }));
        items.push(format!("\"{}\"", item.trim_matches('"')));
        if item.trim_matches('"').contains(['"', '\\', ':', '=']) {
            return None;
        }
    }
    let help = format!("write `{name} = [{}]`", shown(&items.join(", ")));
    let end = first.trim_end().len();
    let found = Found::new(0..end, "a list is written in square brackets, and not with dashes", help, edits);
    found.filter(|_| further > 0).map(|found| (found, further))
}

/// Words as YAML has them: `|` or `>`, and below it lines that begin with spaces. Offsets count from the line of the name.
pub(super) fn block_of_words(lines: &[(usize, &str)]) -> Option<(Found, usize)> {
    let (start, first) = *lines.first()?;
    let (name, mark) = first.split_once(['=', ':']).map(|(name, mark)| (name.trim(), mark.trim()))?;
    let further = lines[1..].iter().take_while(|(_, line)| line.starts_with([' ', '\t'])).count();
    if !is_name(name) || !matches!(mark, "|" | "|-" | "|+" | ">" | ">-" | ">+") || further == 0 {
        return None;
    }
    let (sign, at) = (first.find(['=', ':'])?, first.find(['|', '>'])?);
    let (last, words) = lines[further];
    let end = last - start + words.len();
    let edits = vec![
        Edit::Put(sign..sign + 1, b'='),
        // The backslash takes away the blanks before the first word.
        Edit::Insert(at, "\"\"\"\\"),
        Edit::Put(at..at + mark.len(), b' '),
        Edit::Insert(end, "\"\"\""),
    ];
    let help = format!(
        "words on several lines stand between `\"\"\"`: write `{name} = \"\"\"`, and `\"\"\"` behind the last of them"
    );
    let message = format!("`{mark}` does not begin words on several lines");
    Found::new(at..at + mark.len(), message, help, edits).map(|found| (found, further))
}

/// `{{finding}}`.
pub(super) fn braced_header(line: &str) -> Option<Found> {
    let written = line.trim();
    let name = written.trim_matches(['{', '}', ' ']);
    if !(written.starts_with('{') && written.ends_with('}') && is_name(name)) {
        return None;
    }
    let start = line.len() - line.trim_start().len();
    let end = start + written.len();
    let is_entry = written.starts_with("{{");
    let (open, close) = if is_entry { ("[[", "]]") } else { ("[", "]") };
    let name_at = line.find(name)?;
    let edits = vec![
        Edit::Put(start..name_at, b' '),
        Edit::Insert(name_at, open),
        Edit::Insert(name_at + name.len(), close),
        Edit::Put(name_at + name.len()..end, b' '),
    ];
    let message = format!("`{written}` does not begin an entry or a table");
    Found::new(start..end, message, format!("write `{open}{name}{close}`"), edits)
}

/// A field as JSON has it: `"year": "2006",`.
pub(super) fn of_json(line: &str) -> Option<Found> {
    let start = line.len() - line.trim_start().len();
    let (name, value) = line[start..].strip_prefix('"')?.split_once('"')?;
    let behind = value.trim_start().strip_prefix(':').filter(|_| is_name(name))?;
    let colon = line.len() - behind.len() - 1;
    let end = line.trim_end().len();
    let value = behind.trim().trim_end_matches(',').trim_end();
    let mut edits = vec![Edit::Put(colon..colon + 1, b'=')];
    if line[..end].ends_with(',') {
        edits.push(Edit::Put(end - 1..end, b' '));
    }
    let help = format!("write `{name} = {}`", shown(value));
    Found::new(start..colon + 1, "a field is written here as JSON has it", help, edits)
}

/// `:=`, `=>` or the wide `＝` in place of `=`.
pub(super) fn other_sign(line: &str) -> Option<Found> {
    let (at, sign) = [":=", "=>", "＝", "："].into_iter().filter_map(|sign| Some((line.find(sign)?, sign))).min()?;
    let name = line[..at].trim();
    let is_first = !line[..at].contains(['=', '"']);
    if !is_name(name) || !is_first {
        return None;
    }
    let range = at..at + sign.len();
    let edits = vec![Edit::Insert(at, "="), Edit::Put(range.clone(), b' ')];
    let help = format!("write `{name} = {}`", shown(line[range.end..].trim()));
    Found::new(range, format!("`{sign}` stands behind `{name}` in place of `=`"), help, edits)
}

/// Whether a text could be the name of a field.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}

/// At most so much of a line as a report can show.
pub(super) fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
