//! Slips on lines of front matter that are not TOML: marks that are missing, stray or of another format.
//!
//! What comes in is front matter that could not be parsed; what goes out are the slips in an author's words, and a text
//! with the same lines in which they are mended, so that one slip does not cost the fields around it.

use std::ops::Range;

use toml::de::DeTable;

use crate::text::{foreign_letter, is_unseen};

use super::other_format::{
    Edit, Found, block_of_words, braced_header, is_name, list_of_dashes, of_json, other_sign, shown,
};
use super::quotation_mark::{CURLY, curly};

/// A slip: its place in the front matter, what stands there, and what helps.
pub(super) struct Slip {
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
    /// The line as it was meant, where the slip is on one line and loses nothing.
    pub(super) line: Option<String>,
}

/// Front matter with its slips mended as far as they can be.
pub(super) struct Mended {
    /// It has the lines of the original.
    pub(super) text: String,
    /// Offsets in `text` of the bytes that are not in the original, sorted.
    pub(super) inserted: Vec<usize>,
    pub(super) slips: Vec<Slip>,
    /// Whether a value was lost, so that a seemingly missing field may be there.
    pub(super) is_lossy: bool,
}

impl Mended {
    /// The offset in the original of the byte `at` of `text`.
    pub(super) fn original(&self, at: usize) -> usize {
        at - self.inserted.partition_point(|inserted| *inserted < at)
    }
}

/// Finds the slips of `toml`, which could not be parsed.
pub(super) fn mended(toml: &str) -> Mended {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut start = 0;
    for line in toml.split_inclusive('\n') {
        lines.push((start, line.trim_end_matches(['\n', '\r'])));
        start += line.len();
    }
    let entries: Vec<&str> = lines.iter().map(|(_, line)| line.trim()).filter(|line| is_header(line, "[[")).collect();
    let mut mended = Mended { text: String::new(), inserted: Vec::new(), slips: Vec::new(), is_lossy: false };
    let mut edits: Vec<Edit> = Vec::new();
    let mut number = 0;
    while let Some((start, line)) = lines.get(number).copied() {
        let rest: Vec<&str> = lines[number + 1..].iter().map(|(_, line)| *line).collect();
        if let Some(further) = lines_of_value(line, &rest) {
            number += 1 + further;
            continue;
        }
        number += 1;
        if let Some(marks) = unclosed_marks(line) {
            // The parser's error tells it; what follows up to the next field belongs to the words.
            if marks == 3 {
                break;
            }
            number += rest.iter().take_while(|line| !line.trim().is_empty() && !begins(line)).count();
            continue;
        }
        let of_yaml = list_of_dashes(&lines[number - 1..]).or_else(|| block_of_words(&lines[number - 1..]));
        number += of_yaml.as_ref().map_or(0, |(_, further)| *further);
        let found = of_yaml.map(|(found, _)| found).or_else(|| single(line, &entries)).or_else(|| found(line));
        let Some(found) = found else { continue };
        mended.is_lossy |= found.is_lossy;
        let meant = found.line(line);
        let edits_here = match found.edits.is_empty() {
            true => vec![Edit::Put(0..line.len(), b' ')],
            false => found.edits,
        };
        edits.extend(edits_here.into_iter().map(|edit| match edit {
            Edit::Insert(at, text) => Edit::Insert(start + at, text),
            Edit::Put(range, byte) => Edit::Put(start + range.start..start + range.end, byte),
        }));
        mended.slips.push(Slip {
            range: start + found.range.start..start + found.range.end,
            message: found.message,
            help: found.help,
            line: meant,
        });
    }
    apply(toml, edits, &mut mended);
    mended
}

fn apply(toml: &str, mut edits: Vec<Edit>, mended: &mut Mended) {
    edits.sort_by_key(|edit| match edit {
        Edit::Insert(at, _) => *at,
        Edit::Put(range, _) => range.start,
    });
    let mut from = 0;
    for edit in edits {
        match edit {
            Edit::Insert(at, text) => {
                mended.text.push_str(toml.get(from..at).unwrap_or_default());
                let start = mended.text.len();
                mended.inserted.extend(start..start + text.len());
                mended.text.push_str(text);
                from = at.max(from);
            }
            Edit::Put(range, byte) => {
                mended.text.push_str(toml.get(from..range.start).unwrap_or_default());
                mended.text.extend(std::iter::repeat_n(char::from(byte), range.len()));
                from = range.end.max(from);
            }
        }
    }
    mended.text.push_str(toml.get(from..).unwrap_or_default());
}

fn is_header(line: &str, open: &str) -> bool {
    let close = open.replace('[', "]");
    line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close.as_str())).is_some_and(is_name)
}

/// Whether a line begins a field or a table.
fn begins(line: &str) -> bool {
    let name = line.split('=').next().unwrap_or_default().trim();
    line.trim_start().starts_with('[') || (line.contains('=') && is_name(name))
}

/// The number of further lines that belong to a value which begins on `line` and ends on a later one; `None` if there is
/// none, or if it has no end.
fn lines_of_value(line: &str, rest: &[&str]) -> Option<usize> {
    let (_, value) = line.split_once('=')?;
    let value = value.trim_start();
    for marks in ["\"\"\"", "'''"] {
        if let Some(behind) = value.strip_prefix(marks) {
            return match behind.contains(marks) {
                true => None,
                false => rest.iter().position(|line| line.contains(marks)).map(|at| at + 1),
            };
        }
    }
    let mut depth = open_brackets(value);
    if !value.starts_with('[') || depth <= 0 {
        return None;
    }
    for (number, line) in rest.iter().enumerate() {
        if begins(line) && !line.trim_start().starts_with("[\"") {
            return None;
        }
        depth += open_brackets(line);
        if depth <= 0 {
            return Some(number + 1);
        }
    }
    None
}

/// How many quotation marks open a text that is closed neither on its line nor, between three, on a later one.
fn unclosed_marks(line: &str) -> Option<usize> {
    let (name, value) = line.split_once('=')?;
    let value = value.trim_start();
    if !is_name(name.trim()) {
        return None;
    }
    match value {
        _ if value.starts_with("\"\"\"") => (!value[3..].contains("\"\"\"")).then_some(3),
        _ if value.starts_with('"') => closing_mark(value).is_none().then_some(1),
        _ => None,
    }
}

/// How many more square brackets a text opens than it closes, outside quotation marks.
fn open_brackets(text: &str) -> i32 {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => depth += 1,
            ']' if !quoted => depth -= 1,
            '#' if !quoted => break,
            _ => {}
        }
    }
    depth
}

/// `[finding]` in a file that has `[[finding]]` as well.
fn single(line: &str, entries: &[&str]) -> Option<Found> {
    let written = line.trim();
    let double = format!("[{written}]");
    if !is_header(written, "[") || !entries.contains(&double.as_str()) {
        return None;
    }
    let start = line.len() - line.trim_start().len();
    let end = start + written.len();
    let edits = vec![Edit::Insert(start, "["), Edit::Insert(end, "]")];
    Found::new(
        start..end,
        format!("`{written}` is a table, and this is one of several entries"),
        format!("write `{double}`"),
        edits,
    )
}

/// What is wrong on a line; `None` for a line that is well-formed, or whose fault is found from the parser's error.
fn found(line: &str) -> Option<Found> {
    let written = line.trim();
    if written.is_empty() || written.starts_with('#') || DeTable::parse(line).is_ok() {
        return None;
    }
    let key = line.split('=').next().unwrap_or_default();
    if let Some(found) = of_curly(line) {
        return Some(found);
    }
    if curly(line).is_some() || key.contains(is_unseen) || (line.contains('=') && foreign_letter(key).is_some()) {
        return None;
    }
    header(line).or_else(|| field(line))
}

fn header(line: &str) -> Option<Found> {
    let written = line.trim();
    if let Some(found) = braced_header(line).or_else(|| header_with_field(line)) {
        return Some(found);
    }
    let name = written.trim_matches(|c: char| "[]: =\t".contains(c));
    let is_bracketed = written.starts_with('[') || (written.contains(']') && !written.contains(['=', '"']));
    if !is_bracketed || !is_name(name) {
        return None;
    }
    let brackets = if written.starts_with("[[") || written.contains("]]") { 2 } else { 1 };
    let (open, close) = (["[", "[["][brackets - 1], ["]", "]]"][brackets - 1]);
    let start = line.len() - line.trim_start().len();
    let at = line.find(name)?;
    let end = at + name.len();
    let before = line[start..at].matches('[').count();
    let behind = line[end..].bytes().take_while(|b| *b == b']').count().min(brackets);
    let mut edits = Vec::new();
    if before < brackets {
        edits.push(Edit::Insert(start, &open[before..]));
    }
    if behind < brackets {
        edits.push(Edit::Insert(end, &close[behind..]));
    }
    edits.push(Edit::Put(end + behind..line.len(), b' '));
    let message = format!("`{written}` does not begin an entry or a table");
    Found::new(start..start + written.len(), message, format!("write `{open}{name}{close}`"), edits)
}

/// `[[finding]] answer = "yes"`.
fn header_with_field(line: &str) -> Option<Found> {
    let written = line.trim_start();
    let close = if written.starts_with("[[") { "]]" } else { "]" };
    let (head, behind) = written.split_once(close).filter(|_| written.starts_with('['))?;
    let (name, _) = behind.split_once('=')?;
    if !is_name(head.trim_matches(['[', ' '])) || !is_name(name.trim()) {
        return None;
    }
    let at = line.len() - behind.trim_start().len();
    let help = format!("write `{}` on a line of its own below `{head}{close}`", shown(behind.trim()));
    let edits = vec![Edit::Put(at..line.len(), b' ')];
    let message = format!("a field stands behind `{head}{close}` on its line");
    let found = Found::new(at..line.trim_end().len(), message, help, edits)?;
    Some(Found { is_lossy: true, ..found })
}

fn field(line: &str) -> Option<Found> {
    let start = line.len() - line.trim_start().len();
    let written = line.trim();
    let whole = start..start + written.len();
    if let Some(behind) = written.strip_prefix("- ") {
        let help =
            format!("delete the `-`; a field is `{}`, and an entry begins with its name: `[[name]]`", shown(behind));
        return Found::new(
            start..start + 1,
            "a `-` stands before a field",
            help,
            vec![Edit::Put(start..start + 1, b' ')],
        );
    }
    if let Some(found) = of_json(line).or_else(|| other_sign(line)) {
        return Some(found);
    }
    let equals = line.find('=');
    if let Some(colon) = line.find(':').filter(|at| equals.is_none_or(|equals| *at < equals))
        && is_name(line[..colon].trim())
    {
        return colon_for_equals(line, colon);
    }
    let Some(equals) = equals else { return without_equals(line, whole) };
    let name = line[..equals].trim();
    if !is_name(name) {
        let joined = name.split_whitespace().collect::<Vec<_>>().join("_");
        if !is_name(&joined) {
            return None;
        }
        let gaps = line[start..equals].trim_end().char_indices().filter(|(_, c)| c.is_whitespace());
        let edits = gaps.map(|(at, _)| Edit::Put(start + at..start + at + 1, b'_')).collect();
        let help = format!("the name of a field has no spaces: write `{joined} = …`");
        return Found::new(start..start + name.len(), format!("`{name}` is not the name of a field"), help, edits);
    }
    let value_start = equals + 1 + (line[equals + 1..].len() - line[equals + 1..].trim_start().len());
    let value = line[value_start..].trim_end();
    if let Some(rest) = value.strip_prefix('=') {
        let at = value_start..value_start + 1;
        let help = format!("write one `=`: `{name} = {}`", rest.trim_start());
        return Found::new(at.clone(), "two `=` stand behind the name", help, vec![Edit::Put(at, b' ')]);
    }
    if value.is_empty() || value.starts_with('#') {
        let help = "fill it in, or delete the line";
        return Found::new(whole, format!("nothing stands behind `{name} =`"), help, Vec::new());
    }
    of_value(line, name, value_start, value)
}

fn colon_for_equals(line: &str, colon: usize) -> Option<Found> {
    let name = line[..colon].trim();
    let value_start = colon + 1 + (line[colon + 1..].len() - line[colon + 1..].trim_start().len());
    let value = line[value_start..].trim_end();
    let mut edits = vec![Edit::Put(colon..colon + 1, b'=')];
    let is_value = value.starts_with(['"', '[', '{', '\'']) || matches!(value, "true" | "false");
    if !is_value && !value.is_empty() && !value.contains(['"', '\\']) {
        edits.extend([Edit::Insert(value_start, "\""), Edit::Insert(value_start + value.len(), "\"")]);
    }
    let value = if is_value { value.to_owned() } else { format!("\"{}\"", value.trim_matches('"')) };
    let help = format!("write `{name} = {}`", shown(&value));
    Found::new(colon..colon + 1, format!("a `:` stands behind `{name}` in place of `=`"), help, edits)
}

/// A field whose words stand between marks that programs put in place of straight ones, and perhaps behind `:`.
fn of_curly(line: &str) -> Option<Found> {
    let start = line.len() - line.trim_start().len();
    let sign = line.find(['=', ':', ' ']).map(|at| at + line[at..].len() - line[at..].trim_start().len())?;
    let name = line[start..].split(['=', ':', ' ']).next().filter(|name| is_name(name))?;
    let sign = if line[sign..].starts_with(['=', ':']) { sign } else { start + name.len() };
    // Nothing may stand behind the name, or a letter that takes several bytes.
    let behind = line.get(sign + 1..)?;
    let value_start = sign + 1 + (behind.len() - behind.trim_start().len());
    let value = line[value_start..].trim_end();
    let inner = value.strip_prefix('[').and_then(|list| list.strip_suffix(']')).unwrap_or(value);
    let begins = inner.trim_start();
    if !begins.starts_with(|c| CURLY.contains(c)) || value.contains('"') {
        return None;
    }
    let outer = |text: &str, at: usize, mark: char| {
        let before = text[..at].trim_end().chars().next_back();
        let after = text[at + mark.len_utf8()..].trim_start().chars().next();
        (before.is_none_or(|c| "[,".contains(c)), after.is_none_or(|c| ",]".contains(c)))
    };
    let mut edits = Vec::new();
    let mut straight = String::new();
    let mut is_open = false;
    for (at, c) in value.char_indices() {
        let (opens, closes) = outer(value, at, c);
        let is_mark = CURLY.contains(c) && if is_open { closes } else { opens };
        straight.push(if is_mark { '"' } else { c });
        if is_mark {
            let range = value_start + at..value_start + at + c.len_utf8();
            let quote = if is_open { range.start } else { range.end };
            edits.extend([Edit::Insert(quote, "\""), Edit::Put(range, b' ')]);
            is_open = !is_open;
        }
    }
    if is_open {
        return None;
    }
    let help = format!("write `{name} = {}`, with straight quotation marks", shown(&straight));
    let around = "curly quotation marks stand around the words in place of straight ones";
    if line[sign..].starts_with('=') {
        return Found::new(value_start..value_start + value.len(), around, help, edits);
    }
    edits.push(Edit::Put(sign..sign + 1, b'='));
    let what = if line[sign..].starts_with(':') { "a `:` stands in place of `=`" } else { "no `=` stands" };
    let message = format!("{what} behind `{name}`, and {around}");
    Found::new(sign..value_start + value.len(), message, help, edits)
}

/// A line without `=` that is no header.
fn without_equals(line: &str, whole: Range<usize>) -> Option<Found> {
    let written = &line[whole.clone()];
    let (name, value) = written.split_once(char::is_whitespace).unwrap_or((written, ""));
    let value = value.trim();
    if is_name(name) && value.starts_with(['"', '[', '{', '\'']) {
        let gap = whole.start + name.len();
        let help = format!("write `{name} = {}`", shown(value));
        let message = format!("behind `{name}` stands no `=`");
        return Found::new(whole.start..gap, message, help, vec![Edit::Put(gap..gap + 1, b'=')]);
    }
    let help = "a remark for authors begins with `#`; a field is `name = \"words\"`; words on several lines stand between `\"\"\"`";
    let message = format!("`{}` is neither a field nor a remark", shown(written));
    Found::new(whole.clone(), message, help, vec![Edit::Put(whole, b' ')])
}

fn of_value(line: &str, name: &str, start: usize, value: &str) -> Option<Found> {
    let end = start + value.len();
    match value.as_bytes()[0] {
        b'"' if value.starts_with("\"\"\"") => None,
        b'"' if value.ends_with("\"]") && !value.contains('[') => {
            let help = format!("write `[` before the first item: `{name} = [{}`", shown(value));
            Found::new(
                start..start + 1,
                "a list without the bracket that opens it",
                help,
                vec![Edit::Insert(start, "[")],
            )
        }
        b'"' => of_text(line, start, value),
        b'[' => of_list(name, start, value),
        b'(' if value.ends_with(')') => {
            let edits = vec![Edit::Put(start..start + 1, b'['), Edit::Put(end - 1..end, b']')];
            let help =
                format!("a list stands in square brackets: write `{name} = [{}]`", shown(&value[1..value.len() - 1]));
            Found::new(start..start + 1, "a list in round brackets", help, edits)
        }
        b'{' if !value.contains('}') => {
            let edits = vec![Edit::Insert(end, " }")];
            Found::new(
                start..start + 1,
                "the brace that opens here is not closed on its line",
                "write `}` behind the last value",
                edits,
            )
        }
        b'{' => None,
        b'\'' => of_single_marks(name, start, value),
        _ if value.ends_with(']') && !value.contains('[') && value.contains('"') => {
            let help = format!("write `[` before the first item: `{name} = [{}`", shown(value));
            Found::new(
                start..start + 1,
                "a list without the bracket that opens it",
                help,
                vec![Edit::Insert(start, "[")],
            )
        }
        _ => bare(name, start, value),
    }
}

/// Words between single quotation marks that an apostrophe ends before their end.
fn of_single_marks(name: &str, start: usize, value: &str) -> Option<Found> {
    let close = 1 + value[1..].find('\'')?;
    let last = value.rfind('\'').filter(|last| *last > close && value[last + 1..].trim().is_empty())?;
    let words = &value[1..last];
    let mut edits = Vec::new();
    if !words.contains(['"', '\\']) {
        let mark = |at: usize| Edit::Put(start + at..start + at + 1, b'"');
        edits.extend([mark(0), mark(last)]);
    }
    let help = format!("put double quotation marks around the words: `{name} = \"{}\"`", shown(words));
    let message = "an apostrophe ends the words that stand between single quotation marks";
    Found::new(start + close..start + close + 1, message, help, edits)
}

/// A value without quotation marks.
fn bare(name: &str, start: usize, value: &str) -> Option<Found> {
    let end = start + value.len();
    let yes = match value {
        "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" => Some("true"),
        "False" | "FALSE" | "no" | "No" | "NO" | "off" => Some("false"),
        _ => None,
    };
    // An answer is a word: `yes` and `no` want quotation marks alone.
    let is_answer = matches!(name, "answer" | "was") && matches!(value, "yes" | "Yes" | "YES" | "no" | "No" | "NO");
    if let Some(word) = yes.filter(|_| !is_answer) {
        let edits = vec![Edit::Put(start..end, b' '), Edit::Insert(end, word)];
        let help = format!("write `{name} = {word}`; a word stands in quotation marks: `{name} = \"{value}\"`");
        return Found::new(start..end, format!("`{value}` stands without quotation marks"), help, edits);
    }
    // Numbers and dates are told from the parser's error.
    let is_number = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
    if is_number && !is_counted(value) || is_worded_date(value) {
        return None;
    }
    if let Some(words) = value.strip_suffix('"').filter(|words| !words.contains('"')) {
        let help = format!("write `\"` before the first word: words stand in quotation marks: \"{}\"", shown(words));
        let first = value.chars().next().map_or(0, char::len_utf8);
        return Found::new(
            start..start + first,
            "the quotation mark that opens the words is missing",
            help,
            vec![Edit::Insert(start, "\"")],
        );
    }
    let edits = match value.contains(['"', '\\']) {
        true => Vec::new(),
        false => vec![Edit::Insert(start, "\""), Edit::Insert(end, "\"")],
    };
    let help = format!("words stand in quotation marks: write `{name} = \"{}\"`", shown(&value.replace('"', "")));
    Found::new(start..end, format!("`{}` stands without quotation marks", shown(value)), help, edits)
}

/// Whether a value that begins with a figure goes on in words: `12 hives`.
fn is_counted(value: &str) -> bool {
    let first = value.split_whitespace().next().unwrap_or_default();
    value.len() > first.len() && first.bytes().all(|b| b.is_ascii_digit()) && value.contains(char::is_alphabetic)
}

fn is_worded_date(value: &str) -> bool {
    let worded = ["early-", "mid-", "late-", "after ", "before ", "by ", "between "];
    worded.iter().any(|word| value.starts_with(word)) || value == "undated"
}

/// What is wrong with a text in quotation marks, or behind it. One that is not closed is told from the parser's error.
fn of_text(line: &str, start: usize, value: &str) -> Option<Found> {
    let close = closing_mark(value)?;
    let behind = value[close + 1..].trim_start();
    let at = start + value.len() - behind.len();
    let end = start + value.len();
    if behind.is_empty() || behind.starts_with('#') {
        let escape = wrong_escape(&value[1..close])?;
        let at = start + 1 + escape;
        let help = "a backslash that is meant is written twice: `\\\\`; delete it if it is not";
        return Found::new(
            at..at + 1,
            "a backslash stands before a character that needs none",
            help,
            vec![Edit::Insert(at, "\\")],
        );
    }
    if let Some(mark) = [",", ";", "."].into_iter().find(|mark| behind.trim_end() == *mark) {
        let message = format!("a `{mark}` stands behind the value");
        return Found::new(at..at + 1, message, format!("delete the `{mark}`"), vec![Edit::Put(at..at + 1, b' ')]);
    }
    if ["//", "--", "/*", "<!--"].iter().any(|mark| behind.starts_with(mark)) {
        let help = "a remark for authors begins with `#`";
        let message = format!("`{}` is no remark", shown(behind));
        return Found::new(at..end, message, help, vec![Edit::Put(at..at + 1, b'#')]);
    }
    if behind == "\"" {
        let help = "delete one of the two quotation marks";
        return Found::new(
            at..at + 1,
            "a second quotation mark stands behind the words",
            help,
            vec![Edit::Put(at..at + 1, b' ')],
        );
    }
    let next = behind.trim_start_matches([',', ';', ' ']);
    if let Some((name, _)) = next.split_once('=').filter(|(name, _)| is_name(name.trim())) {
        let at = start + value.len() - next.len();
        let help = format!("write `{}` on a line of its own", shown(next));
        let message = format!("a second field, `{}`, stands on the line", name.trim());
        return Found::new(at..end, message, help, Vec::new());
    }
    if value.ends_with('"') {
        let inner = value[1..value.len() - 1].match_indices('"').map(|(n, _)| start + 1 + n);
        let edits = inner.filter(|at| !line[..*at].ends_with('\\')).map(|at| Edit::Insert(at, "\\")).collect();
        let help = "write a backslash before a quotation mark that stands within the words: `\\\"`";
        return Found::new(
            start + close + 1..start + close + 1 + value[close + 1..].chars().next().map_or(0, char::len_utf8),
            "a quotation mark ends the words before their end",
            help,
            edits,
        );
    }
    let help = format!("put `{0}` within the quotation marks, or write `#` before it if it is a remark", shown(behind));
    Found::new(at..end, format!("`{}` stands behind the value", shown(behind)), help, vec![Edit::Insert(at, "#")])
}

/// The offset of the quotation mark that closes the text `value`, which begins with one.
fn closing_mark(value: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in value.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at),
            _ => {}
        }
    }
    None
}

/// The offset of the first backslash before a character that has no meaning behind one.
fn wrong_escape(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped && !"btnfre\"\\uUx".contains(c) {
            return Some(at - 1);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

fn of_list(name: &str, start: usize, value: &str) -> Option<Found> {
    let mut edits = Vec::new();
    let (mut unquoted, mut uncommaed) = (None, None);
    let inner_end = if open_brackets(value) > 0 { value.len() } else { value.rfind(']')? };
    let mut at = 1;
    let mut after_item = false;
    while at < inner_end {
        let rest = &value[at..inner_end];
        let c = rest.chars().next()?;
        match c {
            ',' => after_item = false,
            '"' => {
                if after_item {
                    uncommaed.get_or_insert(at);
                    edits.push(Edit::Insert(start + at, ", "));
                }
                at += closing_mark(rest)?;
                after_item = true;
            }
            '{' | '[' | '#' | '\'' => return unclosed_list(name, start, value, edits),
            c if c.is_whitespace() => {}
            c if c.is_alphabetic() => {
                let word = rest.split(',').next().unwrap_or_default().trim_end();
                if word.contains('"') {
                    let before = value[1..at].rfind(',').map_or(1, |comma| comma + 1);
                    let item = value[..before].rsplit('"').next().unwrap_or_default().trim_end_matches(',');
                    let help = format!("write `\"` behind it: `\"{item}\"`, with the comma behind the quotation mark");
                    let message = format!("the quotation mark behind `{item}` is missing");
                    let found = Found::new(start + at..start + at + word.len(), message, help, Vec::new());
                    return found.filter(|_| after_item && !item.is_empty());
                }
                unquoted.get_or_insert(at..at + word.len());
                edits.extend([Edit::Insert(start + at, "\""), Edit::Insert(start + at + word.len(), "\"")]);
                at += word.len();
                after_item = true;
                continue;
            }
            _ => return None,
        }
        at += c.len_utf8();
    }
    if open_brackets(value) > 0 {
        return unclosed_list(name, start, value, edits);
    }
    if let Some(word) = unquoted {
        let help = format!("each item of a list stands in quotation marks: `{name} = [\"{}\"]`", &value[word.clone()]);
        let message = format!("`{}` stands without quotation marks", &value[word.clone()]);
        return Found::new(start + word.start..start + word.end, message, help, edits);
    }
    let at = start + uncommaed?;
    Found::new(at..at + 1, "two items of a list stand side by side", "write a comma between them", edits)
}

fn unclosed_list(name: &str, start: usize, value: &str, mut edits: Vec<Edit>) -> Option<Found> {
    if open_brackets(value) <= 0 {
        return None;
    }
    edits.push(Edit::Insert(start + value.trim_end_matches([',', ' ']).len(), "]"));
    let help = format!("write `]` behind the last item: `{name} = {}]`", shown(value));
    Found::new(start..start + 1, "the list that opens here is not closed", help, edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_and_mended_and_the_places_behind_it_stay_known() {
        for (written, meant, help) in [
            ("a: \"б\"\n", "a= \"б\"\n", "write `a = \"б\"`"),
            ("a: words\n", "a= \"words\"\n", "write `a = \"words\"`"),
            ("a \"б\"\n", "a=\"б\"\n", "write `a = \"б\"`"),
            ("a == 1\n", "a =  1\n", "write one `=`: `a = 1`"),
            ("a = \"б\",\n", "a = \"б\" \n", "delete the `,`"),
            ("a = \"б\"\"\n", "a = \"б\" \n", "delete one of the two quotation marks"),
            ("[[a]\nb = 1\n", "[[a]]\nb = 1\n", "write `[[a]]`"),
            ("a]]\n", "[[a]]\n", "write `[[a]]`"),
            ("[[a]]:\n", "[[a]] \n", "write `[[a]]`"),
            ("[[a]]\n[a]\n", "[[a]]\n[[a]]\n", "write `[[a]]`"),
            ("a = [\"b\" \"c\"]\n", "a = [\"b\" , \"c\"]\n", "write a comma between them"),
            ("a = [\"b\", \"c\"\nd = 1\n", "a = [\"b\", \"c\"]\nd = 1\n", "write `]` behind the last item"),
            ("a = \"b\", \"c\"]\n", "a = [\"b\", \"c\"]\n", "write `[` before the first item"),
            ("a = yes\n", "a =    true\n", "write `a = true`"),
            ("- a = 1\n", "  a = 1\n", "delete the `-`"),
            ("a = ‘b’\n", "a =    \"b\"   \n", "write `a = \"b\"`"),
            ("a: “b”\n", "a=    \"b\"   \n", "write `a = \"b\"`"),
            ("a «b»\n", "a=  \"b\"  \n", "write `a = \"b\"`"),
            ("a := \"б\"\n", "a =   \"б\"\n", "write `a = \"б\"`"),
            ("a => 1\n", "a =   1\n", "write `a = 1`"),
            ("a ＝ \"б\"\n", "a =    \"б\"\n", "write `a = \"б\"`"),
            ("\"a\": \"б\",\n", "\"a\"= \"б\" \n", "write `a = \"б\"`"),
            ("a = 'б's'\n", "a = \"б's\"\n", "put double quotation marks around the words: `a = \"б's\"`"),
            ("a = 12 б\n", "a = \"12 б\"\n", "words stand in quotation marks: write `a = \"12 б\"`"),
            ("{{a}}\n", "  [[a]]  \n", "write `[[a]]`"),
            ("[[a]] b = 1\n", "[[a]]      \n", "write `b = 1` on a line of its own"),
            ("a =\n  - б\n  - c\n", "a = [\n    \"б\",\n    \"c\"]\n", "write `a = [\"б\", \"c\"]`"),
            ("a:\n- \"б\"\n", "a= [\n  \"б\"]\n", "write `a = [\"б\"]`"),
            ("a: |\n  б\n  c\n", "a= \"\"\"\\ \n  б\n  c\"\"\"\n", "words on several lines stand between"),
            ("a = \"б\", c = 1\n", "               \n", "write `c = 1` on a line of its own"),
            ("a = [\"б, \"c\"]\n", "              \n", "write `\"` behind it: `\"б\"`"),
            ("a = [“b”, „c“]\n", "a = [   \"b\"   ,    \"c\"   ]\n", "write `a = [\"b\", \"c\"]`"),
        ] {
            let mended = mended(written);
            assert_eq!(mended.text, meant, "{written}");
            let squeezed = |text: &str| text.replace(' ', "");
            if let Some(line) = &mended.slips[0].line {
                let number = written[..mended.slips[0].range.start].matches('\n').count();
                assert_eq!(squeezed(line), squeezed(meant.lines().nth(number).unwrap_or_default()), "{written}");
            }
            assert!(
                mended.slips.len() == 1 && mended.slips[0].help.starts_with(help),
                "{written}: {}",
                mended.slips[0].help
            );
            let is_kept = |(at, c): (usize, char)| {
                !mended.inserted.contains(&at) && c.is_alphanumeric() && c.is_ascii() && !"true".contains(c)
            };
            for (at, c) in mended.text.char_indices().filter(|pair| is_kept(*pair)) {
                assert!(written[mended.original(at)..].starts_with(c), "{written} at {at}");
            }
        }
    }

    #[test]
    fn a_line_that_is_well_formed_is_left_alone() {
        for text in [
            "a = \"b\"\n",
            "a = [\n  \"b\",\n]\n",
            "a = \"\"\"\nwords: and\n\"\"\"\n",
            "# x: y\n",
            "[a.b]\n",
            "a = 2004-10\n",
        ] {
            assert!(mended(text).slips.is_empty(), "{text}");
        }
    }
}
