//! Where the fields of a file end and its prose begins: the two lines of `+++` at its top.

use std::ops::Range;

/// The places of the two fences of a file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fences {
    /// The first fence, without the end of its line.
    pub first: Range<usize>,
    /// What stands between them; up to the end of the file where the second is missing.
    pub fields: Range<usize>,
    /// Where the line behind the second fence begins; `None` where that is missing.
    pub prose: Option<usize>,
}

/// The fences of a file; `None` where it does not begin with one. A byte-order mark may stand before it.
pub fn fences(text: &str) -> Option<Fences> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "+++")?;
    let base = start + first.len();
    let first = start..start + first.trim_end().len();
    let mut at = base;
    for line in lines {
        if line.trim_end() == "+++" {
            return Some(Fences { first, fields: base..at, prose: Some(at + line.len()) });
        }
        at += line.len();
    }
    Some(Fences { first, fields: base..text.len(), prose: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_stand_between_two_fences() {
        for (text, fields, prose) in [
            ("+++\na = 1\n+++\nWords.\n", Some("a = 1\n"), Some("Words.\n")),
            ("\u{feff}+++ \r\na = 1\r\n+++\r\n", Some("a = 1\r\n"), Some("")),
            ("+++\na = 1\n", Some("a = 1\n"), None),
            ("+++\n+++", Some(""), Some("")),
            ("+++", Some(""), None),
            ("\n+++\n+++\n", None, None),
            ("++++\n+++\n", None, None),
            ("", None, None),
        ] {
            let found = fences(text);
            assert_eq!(found.as_ref().map(|found| &text[found.fields.clone()]), fields, "{text:?}");
            assert_eq!(found.and_then(|found| found.prose).map(|at| &text[at..]), prose, "{text:?}");
        }
    }
}
