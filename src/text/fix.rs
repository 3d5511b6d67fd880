//! The change of a file that corrects a fault.

use std::ops::Range;

use super::file::Span;

/// A change of the text at the span of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is done.
    pub change: Change,
    /// Whether nothing else can be meant, so that it may be made without asking.
    pub is_certain: bool,
}

/// What a fix does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Other words take the place of those at the span: of what stands between its quotation marks, or of the id in its
    /// `[[id|…]]` or `[@id, …]`, where the span has such.
    Words(String),
    /// Other text takes the place of all that stands at the span.
    Whole(String),
    /// Other text takes the place of the line on which the span begins, without its end.
    Line(String),
    /// The line on which the span begins goes.
    DeleteLine,
    /// A line comes behind the line on which the span begins.
    InsertLine(String),
}

impl Fix {
    /// The bytes of `text` that the fix replaces, and what comes in their place. `at` is the span of the diagnostic.
    /// `None` where the span does not lie in the text any more.
    pub fn edit(&self, text: &str, at: Span) -> Option<(Range<usize>, String)> {
        let range = at.range();
        let there = text.get(range.clone())?;
        let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[range.start..].find('\n').map_or(text.len(), |at| range.start + at + 1);
        Some(match &self.change {
            Change::Words(words) => {
                let inner = inside(there);
                (range.start + inner.start..range.start + inner.end, words.clone())
            }
            Change::Whole(whole) => (range, whole.clone()),
            Change::Line(line) => {
                let there = text[line_start..line_end].trim_end_matches(['\n', '\r']);
                (line_start..line_start + there.len(), line.clone())
            }
            Change::DeleteLine => (line_start..line_end, String::new()),
            Change::InsertLine(line) => {
                let end = if text[..line_end].contains("\r\n") { "\r\n" } else { "\n" };
                let newline = if text[..line_end].ends_with('\n') { "" } else { end };
                (line_end..line_end, format!("{newline}{line}{end}"))
            }
        })
    }
}

/// The part of what stands at a span that is its word: without quotation marks, brackets, the text of a link, a place.
fn inside(there: &str) -> Range<usize> {
    let within = |start: usize, ends: &[char]| start..there[start..].find(ends).map_or(there.len(), |at| start + at);
    for quotes in ["\"\"\"", "'''", "\"", "'"] {
        if there.len() >= 2 * quotes.len() && there.starts_with(quotes) && there.ends_with(quotes) {
            return quotes.len()..there.len() - quotes.len();
        }
    }
    if there.starts_with("[[") {
        within(2, &['|', '#', ']'])
    } else if there.starts_with("[@") {
        within(2, &[',', ']', ';'])
    } else {
        0..there.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    fn made(text: &str, at: &str, change: Change) -> String {
        let start = text.find(at).expect("it is there");
        let span = Span::new(FileId(0), start, start + at.len());
        let (range, new) = Fix { change, is_certain: false }.edit(text, span).expect("the span lies in the text");
        format!("{}{new}{}", &text[..range.start], &text[range.end..])
    }

    #[test]
    fn words_are_replaced_and_what_encloses_them_stays() {
        let words = |text: &str, at: &str| made(text, at, Change::Words("xs".into()));
        assert_eq!(words("a = \"xt\" # имя", "\"xt\""), "a = \"xs\" # имя");
        assert_eq!(words("See [[xt|the «state»]].", "[[xt|the «state»]]"), "See [[xs|the «state»]].");
        assert_eq!(words("[[xt#part-1]]", "[[xt#part-1]]"), "[[xs#part-1]]");
        assert_eq!(words("[@xt, p. 1]", "[@xt, p. 1]"), "[@xs, p. 1]");
        assert_eq!(words("captial = 1", "captial"), "xs = 1");
        assert_eq!(words("a = \"", "\""), "a = xs", "a single mark encloses nothing");
    }

    #[test]
    fn whole_lines_come_and_go() {
        assert_eq!(made("a = 1\nb = \"\"\nc = 2\n", "\"\"", Change::DeleteLine), "a = 1\nc = 2\n");
        assert_eq!(made("+++\na = 1\n", "+++", Change::InsertLine("b = 2".into())), "+++\nb = 2\na = 1\n");
        assert_eq!(made("+++\r\na = 1\r\n", "+++", Change::InsertLine("b = 2".into())), "+++\r\nb = 2\r\na = 1\r\n");
        assert_eq!(made("a: 1\r\nb = 2\r\n", ":", Change::Line("a = 1".into())), "a = 1\r\nb = 2\r\n");
        assert_eq!(made("[[x]]", "[[x]]", Change::InsertLine("b = 2".into())), "[[x]]\nb = 2\n");
        assert_eq!(made("a = 2004-10", "2004-10", Change::Whole("\"2004-10\"".into())), "a = \"2004-10\"");
    }

    #[test]
    fn a_span_that_lies_elsewhere_changes_nothing() {
        let fix = Fix { change: Change::DeleteLine, is_certain: true };
        assert_eq!(fix.edit("a", Span::new(FileId(0), 4, 6)), None);
        assert_eq!(fix.edit("я", Span::new(FileId(0), 1, 2)), None);
    }
}
