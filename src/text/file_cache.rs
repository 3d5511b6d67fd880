//! Results of work on single files, kept from one run to the next for the files that did not change.

use std::sync::Arc;

use rayon::prelude::*;

use super::file::{File, FileId};

/// The result of some work for each file. It is kept while the file has its number, its path and its text.
#[derive(Debug)]
pub struct FileCache<T> {
    /// In the order of the numbers.
    kept: Vec<(FileId, File, T)>,
}

impl<T> Default for FileCache<T> {
    fn default() -> FileCache<T> {
        FileCache { kept: Vec::new() }
    }
}

impl<T: Send> FileCache<T> {
    /// Does the work for the files that are new or changed, in parallel, and forgets files that are not in the list,
    /// which is in the order of the numbers.
    pub fn renew(&mut self, list: &[(FileId, &File)], work: impl Fn(FileId, &File) -> T + Sync) {
        let mut old = std::mem::take(&mut self.kept).into_iter().peekable();
        let mut known = Vec::with_capacity(list.len());
        for (id, file) in list {
            while old.next_if(|(other, ..)| other < id).is_some() {}
            let entry = old.next_if(|(other, ..)| other == id);
            known.push(entry.filter(|(_, other, _)| is_same(other, file)).map(|(_, _, result)| result));
        }
        let make = |(known, (id, file)): (Option<T>, &(FileId, &File))| {
            (*id, (*file).clone(), known.unwrap_or_else(|| work(*id, file)))
        };
        self.kept = known.into_par_iter().zip(list).map(make).collect();
    }

    /// The result for the file with this number.
    pub fn get(&self, id: FileId) -> Option<&T> {
        self.kept.binary_search_by_key(&id, |(other, ..)| *other).ok().map(|at| &self.kept[at].2)
    }

    /// All results, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.kept.iter().map(|(_, _, result)| result)
    }
}

fn is_same(a: &File, b: &File) -> bool {
    let is_same = |a: &Arc<str>, b: &Arc<str>| Arc::ptr_eq(a, b) || a == b;
    is_same(&a.path, &b.path) && is_same(&a.text, &b.text)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::super::file::{FileNumbering, Files};
    use super::*;

    #[test]
    fn work_is_done_again_for_changed_files_alone() {
        let (mut cache, mut numbering) = (FileCache::default(), FileNumbering::default());
        let mut run = |texts: &[(&str, &str)]| {
            let files = texts.iter().map(|(path, text)| File::new(*path, *text)).collect();
            let files = Files::numbered(files, &mut numbering);
            let done = Mutex::new(Vec::new());
            cache.renew(&files.iter().collect::<Vec<_>>(), |_, file| {
                done.lock().expect("no thread panicked").push(file.path.to_string());
                file.text.to_string()
            });
            for (id, file) in files.iter() {
                assert_eq!(cache.get(id).map(String::as_str), Some(&*file.text));
            }
            assert_eq!(cache.iter().count(), texts.len());
            let mut done = done.into_inner().expect("no thread panicked");
            done.sort();
            done
        };
        assert_eq!(run(&[("a", "1"), ("c", "1"), ("d", "1")]), ["a", "c", "d"]);
        assert_eq!(run(&[("a", "1"), ("b", "1"), ("c", "2"), ("d", "1")]), ["b", "c"]);
        assert_eq!(run(&[("a", "1"), ("d", "1"), ("e", "1")]), ["e"]);
        assert_eq!(run(&[("a", "1"), ("c", "2"), ("d", "1")]), ["c"], "a file that came back is a new one");
    }
}
