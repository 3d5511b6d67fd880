//! The file that marks a folder as made by Collatio, and lists what Collatio wrote into it: nothing else in the folder may
//! be removed.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::text::is_of_desktop;

/// The name of the file.
pub(super) const MARKER: &str = ".collatio";

const TEXT: &str = "\
Collatio made this folder and replaces the files below at each build.
Keep nothing of your own here, but for files whose names begin with a dot: those stay.
A build refuses to go on while the folder has any other file that is not listed.
";

/// The text of the file for a site of these files, which are sorted. Before the list stands an empty line.
pub(super) fn marker_text<'a>(files: impl Iterator<Item = &'a str>) -> String {
    let mut text = TEXT.to_owned();
    for file in files {
        text.push('\n');
        text.push_str(file);
    }
    text + "\n"
}

/// The files that somebody else put into `folder`, by their paths below it: those that the marker does not list. None where
/// there is no list, as in a folder that an older Collatio made. What lies in a folder whose name begins with a dot, at the
/// top, is carried over and none of ours.
pub(super) fn foreign(folder: &Path) -> Vec<String> {
    let Ok(text) = fs::read_to_string(folder.join(MARKER)) else { return Vec::new() };
    let Some(list) = text.strip_prefix(TEXT) else { return Vec::new() };
    let mut listed: Vec<&str> = list.lines().collect();
    listed.sort_unstable();
    let is_kept =
        |entry: &walkdir::DirEntry| entry.depth() == 1 && entry.file_name().as_encoded_bytes().starts_with(b".");
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| !is_kept(entry)).flatten();
    files
        .filter(|entry| !entry.file_type().is_dir() && !is_of_desktop(&entry.file_name().to_string_lossy()))
        .map(|entry| {
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
        })
        .filter(|path| listed.binary_search(&path.as_str()).is_err())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_a_site_is_read_as_it_was_written() {
        let text = marker_text(["a/b.html", "index.html"].into_iter());
        let list: Vec<&str> = text.strip_prefix(TEXT).expect("it begins so").lines().collect();
        assert_eq!(list, ["", "a/b.html", "index.html"]);
    }
}
