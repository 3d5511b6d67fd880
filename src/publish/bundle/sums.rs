//! The list `SHA256SUMS`, by which a copy can be verified with the tools of any system.
//!
//! What comes in are paths and checksums; what goes out is the list in the format of `sha256sum`, or the differences
//! between a list and a folder. It does not read the folder itself: its contents are passed in.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::text::is_left_by_desktop;

/// The file name of the list.
pub const SUMS: &str = "SHA256SUMS";

/// A SHA-256 that is being computed.
#[derive(Default)]
pub struct Sum(Sha256);

impl Sum {
    /// Adds bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The checksum in hexadecimal.
    pub fn letters(self) -> String {
        letters(&self.0.finalize().into())
    }
}

/// What was found at a path below a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Present {
    /// A regular file, and its checksum.
    File(String),
    /// A link, a pipe, a device or a socket: a copy has none, so it is never opened.
    Other,
    /// A file or folder that cannot be read, and the reason.
    Unreadable(String),
}

/// What is wrong with a line of a list of checksums; with the number of the line, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListError {
    /// The line is not a checksum followed by a path.
    NotASum(usize),
    /// The path also stands in an earlier line, and nobody could say which checksum is right.
    Twice(usize, String),
}

/// How a folder differs from its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files with other bytes than those listed.
    pub changed: Vec<String>,
    /// Files that are listed but absent.
    pub missing: Vec<String>,
    /// Files that are present but not listed, and everything that is no regular file.
    pub added: Vec<String>,
    /// Files and folders that cannot be read, and the reasons.
    pub unreadable: Vec<(String, String)>,
    /// Lines of the list that say nothing, or something else than an earlier one.
    pub unlisted: Vec<ListError>,
    /// The number of files that agree with the list.
    pub same: usize,
}

impl Differences {
    /// Whether everything agrees.
    pub fn is_none(&self) -> bool {
        let files = self.changed.is_empty() && self.missing.is_empty() && self.added.is_empty();
        files && self.unreadable.is_empty() && self.unlisted.is_empty()
    }
}

/// The list, sorted by path.
pub(super) fn list<'a>(sums: impl Iterator<Item = (&'a str, &'a [u8; 32])>) -> String {
    sums.map(|(path, sum)| format!("{}  {path}\n", letters(sum))).collect()
}

/// A list: the checksum of each path.
pub type List = BTreeMap<String, String>;

/// Parses a list. Of two lines with the same path the first counts, so that whoever only adds a line hides nothing; every
/// faulty line is returned with its number.
pub fn read(text: &str) -> (List, Vec<ListError>) {
    let (mut listed, mut faults) = (BTreeMap::new(), Vec::new());
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim_end();
        if line.is_empty() {
            continue;
        }
        // The separator is two spaces, or a space and `*`, depending on the tool.
        let parts = line.split_once(' ').map(|(sum, path)| (sum, path.trim_start_matches([' ', '*'])));
        let is_sum = |sum: &str| sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit());
        match parts.filter(|(sum, path)| is_sum(sum) && !path.is_empty()) {
            None => faults.push(ListError::NotASum(at + 1)),
            Some((_, path)) if listed.contains_key(path) => faults.push(ListError::Twice(at + 1, path.to_owned())),
            Some((sum, path)) => {
                listed.insert(path.to_owned(), sum.to_ascii_lowercase());
            }
        }
    }
    (listed, faults)
}

/// Compares the listed files with those present. Files that desktops create in every folder are ignored; what lies in a
/// folder of such a name is not.
pub fn compare(listed: &BTreeMap<String, String>, there: &BTreeMap<String, Present>) -> Differences {
    let mut found = Differences::default();
    for (path, sum) in listed {
        match there.get(path) {
            None | Some(Present::Other) => found.missing.push(path.clone()),
            Some(Present::File(other)) if other != sum => found.changed.push(path.clone()),
            Some(Present::File(_)) => found.same += 1,
            Some(Present::Unreadable(_)) => {}
        }
    }
    let of_desktop = |path: &str| path == SUMS || path.rsplit('/').next().is_some_and(is_left_by_desktop);
    for (path, present) in there {
        match present {
            Present::File(_) if listed.contains_key(path) || of_desktop(path) => {}
            Present::File(_) | Present::Other => found.added.push(path.clone()),
            Present::Unreadable(why) => found.unreadable.push((path.clone(), why.clone())),
        }
    }
    found
}

/// Bytes in hexadecimal.
pub(super) fn letters(sum: &[u8; 32]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    sum.iter().flat_map(|b| [b >> 4, b & 15]).map(|n| char::from(DIGITS[usize::from(n)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written_and_as_other_tools_write_it() {
        let sum = [0xab; 32];
        let text = list([("a/b.html", &sum)].into_iter());
        let (read_back, faults) = read(&text);
        assert_eq!(faults, []);
        assert_eq!(read_back.get("a/b.html"), Some(&"ab".repeat(32)));
        let other = format!("\u{feff}{} *a/b.html\r\n\r\n", "AB".repeat(32));
        assert_eq!(read(&other), (read_back.clone(), Vec::new()));
        let faulty = format!("no list\n{text}\n{}  a/b.html\n{}\n", "cd".repeat(32), "ab".repeat(32));
        let faults = vec![ListError::NotASum(1), ListError::Twice(4, "a/b.html".to_owned()), ListError::NotASum(5)];
        assert_eq!(read(&faulty), (read_back, faults), "the first line of a path counts");
    }

    #[test]
    fn what_changed_is_missing_or_was_added_is_told_apart() {
        let pairs = [("same", "1"), ("changed", "2"), ("missing", "3"), ("link", "4"), ("closed", "5")];
        let listed = pairs.iter().map(|(path, sum)| ((*path).to_owned(), (*sum).to_owned())).collect();
        let file = |sum: &str| Present::File(sum.to_owned());
        let there = [
            ("same", file("1")),
            ("changed", file("x")),
            ("added", file("4")),
            ("a/Thumbs.db", file("5")),
            ("b/Thumbs.db", Present::Other),
            ("__MACOSX/._index.html", file("5")),
            ("__MACOSX/evil.html", file("5")),
            ("Thumbs.db/evil.html", file("5")),
            ("~$evil.html", file("5")),
            (SUMS, file("6")),
            ("link", Present::Other),
            ("closed", Present::Unreadable("no".to_owned())),
            ("pipe", Present::Other),
        ];
        let there = there.into_iter().map(|(path, present)| (path.to_owned(), present)).collect();
        let found = compare(&listed, &there);
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(found.changed, names(&["changed"]));
        assert_eq!(found.missing, names(&["link", "missing"]));
        assert_eq!(
            found.added,
            names(&[
                "Thumbs.db/evil.html",
                "__MACOSX/evil.html",
                "added",
                "b/Thumbs.db",
                "link",
                "pipe",
                "~$evil.html"
            ])
        );
        assert_eq!(found.unreadable, [("closed".to_owned(), "no".to_owned())]);
        assert_eq!(found.same, 1);
    }
}
