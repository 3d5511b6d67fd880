//! Reports files with the same text under two names: conflict copies of sync programs, and copies that were never
//! edited.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::text::{Diagnostic, Diagnostics, Fault, File, FileId, Files, Level, Span, is_slug};

use super::fault::BAD_FILE_NAME;
use super::form::Decode;
use super::place;

pub static SAME_FILE: Fault = Fault {
    code: "same-file",
    level: Level::Warning,
    summary: "two records are the same text under two names",
    explanation: "Most often one of them is a copy that a program for synchronising or an editor left: `topic-laptop.md`, \
`topic-2.md`. The site would show the record twice. Delete the copy, or finish what was to be changed in it.",
};

/// Kinds that `check` compares by their content, across folders; they are skipped here.
const COMPARED: &[&str] = &["law", "provision", "source"];

/// Reports each file that has the same text as an earlier one of the same kind in the same folder.
pub(super) fn same_files<'f>(files: impl Iterator<Item = (FileId, &'f File)>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(&str, Vec<&str>, u64), (FileId, &File)> = BTreeMap::new();
    let mut faults = Vec::new();
    // The longer name is taken for the copy.
    let mut files: Vec<(FileId, &File)> = files.collect();
    files.sort_by_key(|(_, file)| file.path.len());
    for (id, file) in files {
        let below = file.path.strip_prefix("content/").unwrap_or(&file.path);
        let Ok(place) = place::place(below, Span::head(id)) else { continue };
        let Some((_, above)) = place.names.split_last() else { continue };
        if !matches!(place.kind.decode, Decode::Record(_)) || COMPARED.contains(&place.kind.name) {
            continue;
        }
        let mut hasher = DefaultHasher::new();
        lines(file).for_each(|line| line.hash(&mut hasher));
        match first.entry((place.kind.name, above.to_vec(), hasher.finish())) {
            Entry::Vacant(entry) => {
                entry.insert((id, file));
            }
            Entry::Occupied(entry) if lines(entry.get().1).eq(lines(file)) => {
                let (other, original) = entry.get();
                let message = format!("`{}` holds the same text as `{}`", file.path, original.path);
                let help = "delete the copy, or finish what was to be changed in it";
                let fault = SAME_FILE.at(Span::head(id), message).help(help);
                faults.push(fault.note(Span::head(*other), "the other one is here"));
            }
            Entry::Occupied(_) => {}
        }
    }
    faults
}

/// Better help for files whose names cannot be ids because they are copies of a record beside them: `a (1).md`.
pub(super) fn misnamed_copies(files: &Files, diagnostics: &mut Diagnostics) {
    let is_misnamed =
        |found: &Diagnostic| found.fault.code == BAD_FILE_NAME.code && found.span == Span::head(found.span.file);
    let misnamed: Vec<FileId> =
        diagnostics.iter().filter(|found| is_misnamed(found)).map(|found| found.span.file).collect();
    for (id, file) in files.iter().filter(|(id, _)| misnamed.contains(id)) {
        let Some((folder, name)) = file.path.rsplit_once('/') else { continue };
        // The name of a copy begins with that of its original, and goes on with something that no id has.
        let is_original = |other: &File| {
            let own = other.path.rsplit_once('/').filter(|(own, _)| *own == folder).map(|(_, name)| name);
            let stem = own.and_then(|name| name.strip_suffix(".md")).filter(|stem| is_slug(stem));
            stem.is_some_and(|stem| name.strip_prefix(stem).is_some_and(|rest| rest.starts_with([' ', '(', '_', '~'])))
        };
        let Some((_, original)) = files.iter().find(|(other, file)| !misnamed.contains(other) && is_original(file))
        else {
            continue;
        };
        let help = match lines(original).eq(lines(file)) {
            true => format!("it holds the same text as `{}`: delete one of the two", original.path),
            false => format!(
                "it looks like a copy of `{}`: take over into that file what is right in this one, and delete this one",
                original.path
            ),
        };
        let told = diagnostics.take_if(|found| found.span.file == id && is_misnamed(found));
        diagnostics.extend(told.into_iter().map(|found| Diagnostic { help: vec![help.clone()], ..found }));
    }
}

/// The non-empty lines, without trailing white space.
fn lines(file: &File) -> impl Iterator<Item = &str> {
    file.text.lines().map(str::trim_end).filter(|line| !line.is_empty())
}
