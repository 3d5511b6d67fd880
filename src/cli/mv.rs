//! `collatio mv`: another id for a record, with all that refers to it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use collatio::desk::{OldId, rename};
use collatio::disk::{self, Edited, SystemError};

use crate::console::{Format, complain, counted, report, say};

/// What `collatio mv` is told.
#[derive(Debug, Args)]
pub struct Told {
    /// The record: its id (`xr/penal-code`), with its kind where several have it (`term:registration`), or the path of its file
    old: String,
    /// Its new id
    new: String,
    /// Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Forget the old id: for a record that was never published, so that its old address needs no page
    #[arg(long)]
    no_alias: bool,
    /// Say what would be changed, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Renames the record. Exit code 1: nothing was renamed, because the content does not allow it.
pub fn run(told: &Told) -> Result<ExitCode, SystemError> {
    let input = disk::read(&told.root)?;
    let old_id = if told.no_alias { OldId::Forgotten } else { OldId::Kept };
    let renaming = match rename(&input, &told.old, &told.new, old_id) {
        Ok(renaming) => renaming,
        Err(refused) => {
            if let Some((files, found)) = &refused.faults {
                report(files, found, Format::Human);
            }
            let error = SystemError::new(format!("cannot rename `{}`", told.old), refused.why);
            complain(&error.help(refused.help));
            return Ok(ExitCode::from(1));
        }
    };
    for (path, line) in &renaming.places {
        say(&format!("{path}:{line}"));
    }
    for (from, to) in &renaming.moves {
        say(&format!("{from} -> {to}"));
    }
    let (places, files) = (renaming.places.len() as u64, renaming.edits.len() as u64);
    let (places, files) = (counted(places, "reference"), counted(files, "file"));
    if told.dry_run {
        say(&format!("would change {places} and edit {files}"));
        return Ok(ExitCode::SUCCESS);
    }
    let edits = renaming.edits.iter();
    let edits: Vec<Edited<'_>> =
        edits.map(|edit| Edited { path: &edit.path, old: edit.old.as_deref(), new: &edit.new }).collect();
    disk::edit_and_move(&told.root, &edits, &renaming.moves)?;
    let alias = match renaming.has_alias {
        true => "; its old address leads to the new one (`--no-alias` forgets what was never published)",
        false => "",
    };
    say(&format!("renamed `{}` to `{}`: {places} changed, {files} edited{alias}", told.old, told.new));
    Ok(ExitCode::SUCCESS)
}
