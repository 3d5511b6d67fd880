//! The list `SHA256SUMS`, by which a copy can be checked with what systems have.
//!
//! What comes in are paths and sums; what goes out is the list as `sha256sum` reads it, or what of a folder does not agree
//! with one. This room reads no folder: it is handed what there is.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

/// The name of the list.
pub const SUMS: &str = "SHA256SUMS";

/// What desktops put into every folder that they show.
const OF_DESKTOPS: &[&str] = &["thumbs.db", "desktop.ini", ".ds_store"];

/// A SHA-256 that is being made.
#[derive(Default)]
pub struct Sum(Sha256);

impl Sum {
    /// Goes on with bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The sum in hexadecimal letters.
    pub fn letters(self) -> String {
        letters(&self.0.finalize().into())
    }
}

/// How a folder differs from its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files whose bytes are others than those that were listed.
    pub changed: Vec<String>,
    /// Files that are listed and are not there.
    pub missing: Vec<String>,
    /// Files that are there and are not listed.
    pub added: Vec<String>,
    /// How many files are as they were listed.
    pub same: usize,
}

impl Differences {
    /// Whether there are none.
    pub fn is_none(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.added.is_empty()
    }
}

/// The list, in the order of the paths.
pub(super) fn list<'a>(sums: impl Iterator<Item = (&'a str, &'a [u8; 32])>) -> String {
    sums.map(|(path, sum)| format!("{}  {path}\n", letters(sum))).collect()
}

/// Reads a list: path and sum. `Err` holds the number of the line that is none.
pub fn read(text: &str) -> Result<BTreeMap<String, String>, usize> {
    let mut listed = BTreeMap::new();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim_end();
        if line.is_empty() {
            continue;
        }
        // Two spaces, or a space and `*`, as the tools write it.
        let parts = line.split_once(' ').map(|(sum, path)| (sum, path.trim_start_matches([' ', '*'])));
        let (sum, path) = parts
            .filter(|(sum, path)| sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit()) && !path.is_empty())
            .ok_or(at + 1)?;
        listed.insert(path.to_owned(), sum.to_ascii_lowercase());
    }
    Ok(listed)
}

/// Compares what is listed with what is there. Files that desktops lay into each folder are passed over.
pub fn compare(listed: &BTreeMap<String, String>, there: &BTreeMap<String, String>) -> Differences {
    let mut found = Differences::default();
    for (path, sum) in listed {
        match there.get(path) {
            None => found.missing.push(path.clone()),
            Some(other) if other != sum => found.changed.push(path.clone()),
            Some(_) => found.same += 1,
        }
    }
    let known: BTreeSet<&String> = listed.keys().collect();
    found.added = there.keys().filter(|path| !known.contains(path) && !is_of_desktop(path)).cloned().collect();
    found
}

fn is_of_desktop(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    path == SUMS || OF_DESKTOPS.contains(&name.as_str()) || name.starts_with("._")
}

/// Bytes in hexadecimal letters.
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
        let read_back = read(&text).expect("it is a list");
        assert_eq!(read_back.get("a/b.html"), Some(&"ab".repeat(32)));
        let other = format!("\u{feff}{} *a/b.html\r\n\r\n", "AB".repeat(32));
        assert_eq!(read(&other).expect("it is a list"), read_back);
        assert_eq!(read("no list\n"), Err(1));
    }

    #[test]
    fn what_changed_is_missing_or_was_added_is_told_apart() {
        let map = |list: &[(&str, &str)]| list.iter().map(|(p, s)| ((*p).to_owned(), (*s).to_owned())).collect();
        let listed = map(&[("same", "1"), ("changed", "2"), ("missing", "3")]);
        let there = map(&[("same", "1"), ("changed", "x"), ("added", "4"), ("a/Thumbs.db", "5"), (SUMS, "6")]);
        let found = compare(&listed, &there);
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(found.changed, names(&["changed"]));
        assert_eq!(found.missing, names(&["missing"]));
        assert_eq!(found.added, names(&["added"]));
        assert_eq!(found.same, 1);
    }
}
