//! Edits of the text of a file: bytes that are replaced, and how values are written in TOML.

use std::ops::Range;

use super::front::{Entry, Value};

/// A piece of a file that gets other words.
#[derive(Clone, Debug)]
pub(super) struct Splice {
    /// The bytes that go; empty to insert.
    range: Range<usize>,
    words: String,
    is_change: bool,
}

impl Splice {
    /// Marks it as the record of a change, which stands behind findings.
    pub(super) fn of_change(self) -> Splice {
        Splice { is_change: true, ..self }
    }

    pub(super) fn is_change(&self) -> bool {
        self.is_change
    }
}

/// `text` with all splices made; they must not overlap. Those at one place are made in the order of the list. Line ends
/// of what is inserted are those of the text.
pub(super) fn splice(text: &str, mut list: Vec<Splice>) -> String {
    list.sort_by_key(|splice| splice.range.start);
    let is_crlf = text.lines().next().is_some() && text.contains("\r\n");
    let mut out = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for Splice { range, words, .. } in list {
        out.push_str(&text[at..range.start.max(at)]);
        match is_crlf {
            true => out.push_str(&words.replace('\n', "\r\n")),
            false => out.push_str(&words),
        }
        at = range.end.max(at);
    }
    out.push_str(&text[at..]);
    out
}

/// Inserts `words` at the offset `at`.
pub(super) fn insert(at: usize, words: String) -> Splice {
    Splice { range: at..at, words, is_change: false }
}

/// Sets the field `name` of `entry` to `value`, or takes it away; `order` are the names of the form, in whose order a new
/// field is put. `None` where the value cannot be replaced as it stands.
pub(super) fn set(text: &str, entry: &Entry, name: &str, value: Option<&Value>, order: &[&str]) -> Option<Splice> {
    match (entry.field(name), value) {
        (Some(found), _) if found.value == Value::Other => None,
        (Some(found), Some(value)) => {
            Some(Splice { range: found.place.clone(), words: written(value), is_change: false })
        }
        (Some(found), None) => {
            let start = text[..found.range.start].rfind('\n').map_or(0, |at| at + 1);
            let end = text[found.range.end..].find('\n').map_or(text.len(), |at| found.range.end + at + 1);
            Some(Splice { range: start..end, words: String::new(), is_change: false })
        }
        (None, Some(value)) => {
            let rank = |name: &str| order.iter().position(|known| *known == name);
            let before = entry.fields.iter().rev().find(|field| rank(&field.name) < rank(name));
            let at = before.map_or(entry.body, |field| {
                text[field.range.end..].find('\n').map_or(text.len(), |at| field.range.end + at + 1)
            });
            Some(insert(at, line(name, value)))
        }
        (None, None) => Some(insert(entry.body, String::new())),
    }
}

/// A field on a line of its own.
pub(super) fn line(name: &str, value: &Value) -> String {
    format!("{name} = {}\n", written(value))
}

/// A value as TOML.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::List(items) => format!("[{}]", items.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", ")),
        Value::Localized(text, language) => {
            format!("{{ text = {}, language = {} }}", one_line(text), one_line(language))
        }
        Value::Bare(text) => text.clone(),
        Value::Other => String::new(),
    }
}

fn quoted(text: &str) -> String {
    if !text.contains('\n') {
        return one_line(text);
    }
    let lines: Vec<String> = text.split('\n').map(escaped).collect();
    format!("\"\"\"\n{}\"\"\"", lines.join("\n"))
}

fn one_line(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('\n', "\\n"))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\n' => out.push('\n'),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::front::Front;
    use super::*;

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        for words in ["a \"b\" \\ c", "Ä\tÖ", "one\ntwo \"\"\" three\n", "\nfirst line empty", "\u{1}", "it's"] {
            let front = Front::read(&format!("+++\n{}+++\n", line("a", &text(words)))).expect("it is TOML");
            assert_eq!(front.own.fields[0].value, text(words), "{words:?}");
        }
        for value in [Value::List(vec!["a".into(), "b\nc".into()]), Value::Localized("ä\n\"".into(), "de".into())] {
            let front = Front::read(&format!("+++\n{}+++\n", line("a", &value))).expect("it is TOML");
            assert_eq!(front.own.fields[0].value, value);
        }
    }

    #[test]
    fn an_edit_leaves_all_other_bytes() {
        let before = "+++\r\n[[f]]\r\n# why\r\na = 'x' # kept\r\nc = \"z\"\r\n+++\r\nProse.\r\n";
        let front = Front::read(before).expect("it is front matter");
        let entry = &front.entries[0];
        let (order, y) = (["a", "b", "c"], text("y"));
        let made = |name, value| splice(before, vec![set(before, entry, name, value, &order).expect("it can be set")]);
        assert_eq!(made("a", Some(&y)), before.replace("'x'", "\"y\""));
        assert_eq!(made("b", Some(&y)), before.replace("# kept\r\n", "# kept\r\nb = \"y\"\r\n"));
        assert_eq!(made("c", None), before.replace("c = \"z\"\r\n", ""));
        assert_eq!(made("b", None), before);
    }
}
