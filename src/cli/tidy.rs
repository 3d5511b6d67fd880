//! `collatio fmt` and `collatio fix`: files that are brought into order, and faults that are corrected.

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Args;
use collatio::disk::{self, Edited, SystemError};
use collatio::editor;
use collatio::text::{File, clean};

use super::place::Place;
use crate::console::{counted, say};

/// The most rounds of corrections: one may bring another to light.
const MOST_ROUNDS: usize = 8;

#[derive(Debug, Args)]
pub struct Fmt {
    /// Only say which files are not in order, and end with 1 if there are any
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
pub struct Fix {
    /// Write the corrections into the files
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    place: Place,
}

/// Brings the front matter of every file into the order of its form.
pub fn fmt(command: &Fmt) -> Result<ExitCode, SystemError> {
    let input = command.place.read()?;
    let new = |file: &File| Some((file.clone(), editor::formatted(&file.path, &file.text)?));
    let list: Vec<(File, String)> = input.files.iter().filter_map(new).collect();
    list.iter().for_each(|(file, _)| say(&clean(&file.path)));
    let files = counted(list.len() as u64, "file");
    if command.check {
        say(&format!("{files} not in order"));
        return Ok(ExitCode::from(u8::from(!list.is_empty())));
    }
    let edits: Vec<Edited<'_>> =
        list.iter().map(|(file, new)| Edited { path: &file.path, old: Some(&file.text), new }).collect();
    disk::edit(&command.place.root, &edits)?;
    say(&format!("{files} brought into order"));
    Ok(ExitCode::SUCCESS)
}

/// Makes the corrections that are certain, and shows them.
pub fn fix(command: &Fix) -> Result<ExitCode, SystemError> {
    let mut input = command.place.read()?;
    let old: BTreeMap<String, File> = input.files.iter().map(|file| (file.path.to_string(), file.clone())).collect();
    let mut count = 0;
    for _ in 0..MOST_ROUNDS {
        let inspection = collatio::inspect(input.clone());
        let files = &inspection.workspace.files;
        let list = editor::mended(files, inspection.diagnostics.iter());
        if list.is_empty() {
            break;
        }
        for mended in list {
            let path = files.get(mended.file).path.clone();
            for (span, before, after) in &mended.changes {
                let line = files.get(mended.file).place(span.start).line;
                say(&format!("{path}:{line}: `{}` becomes `{}`", clean(before), clean(after)));
            }
            count += mended.changes.len();
            input.files.retain(|file| file.path != path);
            input.files.push(File::new(path, mended.text));
        }
    }
    let changed = input.files.iter().filter_map(|file| Some((old.get(&*file.path)?, file)));
    let edits: Vec<Edited<'_>> = changed
        .filter(|(old, new)| old.text != new.text)
        .map(|(old, new)| Edited { path: &new.path, old: Some(&old.text), new: &new.text })
        .collect();
    let corrections = counted(count as u64, "correction");
    let files = counted(edits.len() as u64, "file");
    match (edits.is_empty(), command.write) {
        (true, _) => say("nothing to correct that is certain"),
        (false, true) => {
            disk::edit(&command.place.root, &edits)?;
            say(&format!("wrote {corrections} to {files}"));
        }
        (false, false) => say(&format!("{corrections} in {files}; nothing is written without `--write`")),
    }
    Ok(ExitCode::SUCCESS)
}
