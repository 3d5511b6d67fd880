//! Files of text and the positions in them.
//!
//! A [`Span`] counts bytes from the start of the whole file, front matter included; a [`Place`] is what people read:
//! line and column from one, columns in characters.

use std::collections::BTreeSet;
use std::sync::Arc;

/// Index of a file in [`Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A byte range `[start, end)` of one file, counted from the start of the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file in which the range lies.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes of `file` from `start`, inclusive, to `end`, exclusive.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        let cap = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file, start: cap(start), end: cap(end.max(start)) }
    }

    /// The empty span at the start of `file`.
    pub fn head(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }

    /// The same range as `usize`, for slicing the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the span at which it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// What was written.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

impl<T> At<T> {
    /// `value`, found at `span`.
    pub fn new(value: T, span: Span) -> At<T> {
        At { value, span }
    }

    /// Converts the value and keeps the span.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> At<U> {
        At { value: f(self.value), span: self.span }
    }
}

impl<T> std::ops::Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// Line and column, both from one; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// One text file that was read.
#[derive(Clone, Debug)]
pub struct File {
    /// Path relative to the root of the site, written with `/`.
    pub path: Arc<str>,
    /// The whole text, front matter included; spans are offsets into it.
    pub text: Arc<str>,
}

impl File {
    /// A file of `text` at `path`.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> File {
        File { path: path.into(), text: text.into() }
    }

    /// Line and column of the byte `offset`. An offset beyond the end, or inside a character, is moved back to a
    /// character boundary.
    pub fn place(&self, offset: u32) -> Place {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let mut column = before[line_start..].chars().count() + 1;
        if line_start == 0 && before.starts_with('\u{feff}') {
            column -= 1;
        }
        Place { line: line as u32, column: column as u32 }
    }
}

/// All files of a run, in the order of their paths. The position in this list is the [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct Files {
    list: Vec<File>,
}

impl Files {
    /// Sorts the files by path, so that the order in which they were found does not matter.
    pub fn new(mut list: Vec<File>) -> Files {
        list.sort_by(|a, b| a.path.cmp(&b.path));
        Files { list }
    }

    /// The file with this index. The index must come from this set of files.
    pub fn get(&self, id: FileId) -> &File {
        &self.list[id.0 as usize]
    }

    /// All files with their indexes, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.list.iter().enumerate().map(|(i, f)| (FileId(i as u32), f))
    }

    /// The number of files.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are no files.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Frees the texts of the files below `folder` except the `wanted` ones. Their paths are kept; spans in them can no
    /// longer be shown.
    pub fn forget(&mut self, folder: &str, wanted: &BTreeSet<FileId>) {
        let gone: Arc<str> = "".into();
        for (at, file) in self.list.iter_mut().enumerate() {
            if file.path.starts_with(folder) && !wanted.contains(&FileId(at as u32)) {
                file.text = gone.clone();
            }
        }
    }

    /// The index of the file at `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.list.binary_search_by(|f| (*f.path).cmp(path)).ok().map(|i| FileId(i as u32))
    }
}

/// A file that could not be read as text.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// Its path relative to the root.
    pub path: String,
    /// What is wrong, and what helps.
    pub why: Why,
}

/// Why a file could not be read as text.
#[derive(Clone, Debug)]
pub enum Why {
    /// It is not UTF-8.
    Encoding {
        /// Offset of the first byte that is not UTF-8.
        offset: usize,
        /// The encoding that it seems to be: "UTF-16", "Windows-1251" …
        looks_like: &'static str,
    },
    /// It exceeds the size limit, given in bytes.
    TooLarge(u64),
    /// It is a symbolic link, which is not followed.
    SymbolicLink,
    /// Its name is not UTF-8, or cannot be a part of an id.
    Name,
    /// It cannot be published under its path; the reason.
    Address(String),
    /// It is neither Markdown nor a picture: what it is instead ("a drawing that can carry a script" …).
    NotContent(&'static str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_and_not_bytes() {
        let file = File::new("a.md", "+++\nимя = \"Душанбе\"\n");
        let offset = file.text.find('=').expect("there is one") as u32;
        assert_eq!(file.place(offset), Place { line: 2, column: 5 });
    }

    #[test]
    fn an_offset_inside_a_character_or_past_the_end_is_moved_back() {
        let file = File::new("a.md", "яя");
        assert_eq!(file.place(1), Place { line: 1, column: 1 });
        assert_eq!(file.place(99), Place { line: 1, column: 3 });
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let file = File::new("a.md", "\u{feff}ab");
        assert_eq!(file.place(4), Place { line: 1, column: 2 });
    }
}
