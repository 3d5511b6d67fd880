//! Files of text and the positions in them.
//!
//! A [`Span`] counts bytes from the start of the whole file, front matter included; a [`Place`] is what people read:
//! line and column from one, columns in characters.

use std::collections::BTreeSet;
use std::sync::Arc;

/// Number of a file in [`Files`]: larger than those of all files in front of it.
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

/// All files of a run, in the order of their paths, each with a [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct Files {
    list: Vec<File>,
    /// The number of each file, ascending; empty where it is the position in the list.
    numbers: Vec<u32>,
}

impl Files {
    /// Sorts the files by path, so that the order in which they were found does not matter.
    pub fn new(mut list: Vec<File>) -> Files {
        list.sort_by(|a, b| a.path.cmp(&b.path));
        Files { list, numbers: Vec::new() }
    }

    /// Like [`Files::new`]; a file that was there in the last run keeps the number that `numbering` gave it.
    pub fn numbered(list: Vec<File>, numbering: &mut FileNumbering) -> Files {
        let files = Files::new(list);
        let numbers = numbering.renew(files.list.iter().map(|file| &file.path));
        Files { numbers, ..files }
    }

    /// The same files with the same numbers and other texts, one for each in order.
    pub fn with_texts(&self, texts: impl IntoIterator<Item = Arc<str>>) -> Files {
        let with = |(file, text): (&File, Arc<str>)| File { path: file.path.clone(), text };
        Files { list: self.list.iter().zip(texts).map(with).collect(), numbers: self.numbers.clone() }
    }

    /// The file with this number. The number must come from this set of files.
    pub fn get(&self, id: FileId) -> &File {
        &self.list[self.position(id)]
    }

    /// The position of a file in the order of the paths. The number must come from this set of files.
    pub fn position(&self, id: FileId) -> usize {
        match self.numbers.is_empty() {
            true => id.0 as usize,
            false => self.numbers.binary_search(&id.0).expect("a number of one of these files"),
        }
    }

    fn id(&self, position: usize) -> FileId {
        FileId(self.numbers.get(position).copied().unwrap_or(position as u32))
    }

    /// All files with their numbers, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.list.iter().enumerate().map(|(i, f)| (self.id(i), f))
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
        for at in 0..self.list.len() {
            let is_wanted = wanted.contains(&self.id(at));
            let file = &mut self.list[at];
            if file.path.starts_with(folder) && !is_wanted {
                file.text = gone.clone();
            }
        }
    }

    /// The number of the file at `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.list.binary_search_by(|f| (*f.path).cmp(path)).ok().map(|i| self.id(i))
    }
}

/// Numbers of files that stay the same from run to run, as long as a file has its path. Between two files some numbers
/// are left free, for files that are added later.
#[derive(Clone, Debug, Default)]
pub struct FileNumbering {
    /// The numbers of the last run, in the order of the paths.
    known: Vec<(Arc<str>, u32)>,
}

impl FileNumbering {
    /// Free numbers between two files, where all are numbered at once.
    const GAP: u32 = 1 << 12;

    /// The numbers of the files at `paths`, which are sorted. All are new where the first path is another than in the
    /// last run, because the first file always has the number 0, or where no free numbers are left.
    fn renew<'p>(&mut self, paths: impl Iterator<Item = &'p Arc<str>>) -> Vec<u32> {
        let mut old = std::mem::take(&mut self.known).into_iter().peekable();
        let merged = paths.map(|path| {
            while old.next_if(|(known, _)| known < path).is_some() {}
            (path.clone(), old.next_if(|(known, _)| known == path).map(|(_, number)| number))
        });
        let list: Vec<(Arc<str>, Option<u32>)> = merged.collect();
        let numbers = between(list.iter().map(|(_, number)| *number).collect());
        let numbers = numbers.unwrap_or_else(|| (0..list.len()).map(|at| at as u32 * FileNumbering::GAP).collect());
        self.known = list.into_iter().map(|(path, _)| path).zip(numbers.iter().copied()).collect();
        numbers
    }
}

/// Fills each row of absent numbers with numbers at equal distances; `None` where there are not enough of them, or
/// where the first is not 0.
fn between(list: Vec<Option<u32>>) -> Option<Vec<u32>> {
    let mut numbers: Vec<u32> = Vec::with_capacity(list.len());
    if list.first().is_some_and(|first| *first != Some(0)) {
        return None;
    }
    let mut rest = list.as_slice();
    while !rest.is_empty() {
        let row = rest.iter().take_while(|number| number.is_none()).count() as u32;
        let before = numbers.last().copied().unwrap_or_default();
        let next = rest.get(row as usize).copied().flatten();
        let step = match next {
            Some(next) => (next - before) / (row + 1),
            None => FileNumbering::GAP,
        };
        if row > 0 && step == 0 {
            return None;
        }
        for at in 1..=row {
            numbers.push(before.checked_add(step.checked_mul(at)?)?);
        }
        numbers.extend(next);
        rest = &rest[(row as usize + 1).min(rest.len())..];
    }
    Some(numbers)
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

    #[test]
    fn a_file_keeps_its_number_while_others_come_and_go() {
        let mut numbering = FileNumbering::default();
        let mut numbers = |paths: &[&str]| {
            let files = Files::numbered(paths.iter().map(|path| File::new(*path, *path)).collect(), &mut numbering);
            let list: Vec<(FileId, Arc<str>)> = files.iter().map(|(id, file)| (id, file.path.clone())).collect();
            assert!(list.is_sorted(), "{list:?}");
            for (at, (id, path)) in list.iter().enumerate() {
                assert_eq!((files.find(path), files.position(*id), &files.get(*id).path), (Some(*id), at, path));
            }
            list.into_iter().map(|(id, _)| id.0).collect::<Vec<u32>>()
        };
        let first = numbers(&["a", "c", "e"]);
        assert_eq!(first[0], 0);
        let more = numbers(&["a", "b", "c", "d1", "d2", "e", "f"]);
        assert_eq!([more[0], more[2], more[5]], first[..]);
        assert_eq!(numbers(&["a", "c", "f"]), [more[0], more[2], more[6]]);
        assert_eq!(numbers(&["A", "a", "c"])[0], 0, "the first file has the number 0");
        // Each new file halves the space in front of the last one, until there is none.
        let names: Vec<String> = (0..40).map(|n| format!("b{n:02}")).collect();
        for count in 1..names.len() {
            let paths: Vec<&str> =
                ["a"].into_iter().chain(names[..count].iter().map(String::as_str)).chain(["c"]).collect();
            assert_eq!(numbers(&paths).len(), count + 2);
        }
        assert!(numbers(&[]).is_empty());
    }
}
