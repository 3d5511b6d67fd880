//! Writes edited files of content: all of them, or none.
//!
//! Each new text is first written to a sibling of its file, whose name begins with a dot so that no run reads it. Only
//! when all siblings are on the disk are they renamed over their files. If a rename fails, the files that were replaced
//! get their old text back.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{SystemError, sibling};

/// A file of the site with its new text.
#[derive(Clone, Copy, Debug)]
pub struct Edited<'e> {
    /// Relative to the root of the site.
    pub path: &'e str,
    /// The text that the edit was made for; `None` for a new file.
    pub old: Option<&'e str>,
    /// The text to write.
    pub new: &'e str,
}

/// Writes all `edits` below `root`, or none. A file that says something else than what the edit was made for is left,
/// and so are all others.
pub fn edit(root: &Path, edits: &[Edited<'_>]) -> Result<(), SystemError> {
    let mut staged: Vec<(PathBuf, PathBuf)> = Vec::new();
    let made = edits.iter().try_for_each(|edit| {
        let path = root.join(edit.path);
        unchanged(&path, edit)?;
        staged.push((stage(&path, edit.new.as_bytes())?, path));
        Ok(())
    });
    let done = made.and_then(|()| swap(&staged, edits));
    for (temporary, _) in &staged {
        let _ = fs::remove_file(temporary);
    }
    done
}

/// Writes all `edits` below `root`, then gives files and folders their new names (`moves`, from and to); or does nothing.
pub fn edit_and_move(root: &Path, edits: &[Edited<'_>], moves: &[(String, String)]) -> Result<(), SystemError> {
    if let Some((_, to)) = moves.iter().find(|(_, to)| super::exists(&root.join(to))) {
        return Err(SystemError::new(format!("will not overwrite `{to}`"), "it is there already"));
    }
    edit(root, edits)?;
    for (at, (from, to)) in moves.iter().enumerate() {
        if let Err(error) = fs::rename(root.join(from), root.join(to)) {
            for (from, to) in moves[..at].iter().rev() {
                let _ = fs::rename(root.join(to), root.join(from));
            }
            for edit in edits {
                let _ = edit.old.map(|old| fs::write(root.join(edit.path), old));
            }
            return Err(SystemError::io("rename", &root.join(from), &error));
        }
    }
    Ok(())
}

/// Writes one file of our own making, such as a spreadsheet: the whole of it, or nothing.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), SystemError> {
    let temporary = stage(path, bytes)?;
    fs::rename(&temporary, path).map_err(|error| {
        let _ = fs::remove_file(&temporary);
        SystemError::io("write", path, &error)
    })
}

/// Reads a file that somebody names on the command line.
pub fn load(path: &Path) -> Result<Vec<u8>, SystemError> {
    fs::read(path).map_err(|error| SystemError::io("read", path, &error))
}

fn unchanged(path: &Path, edit: &Edited<'_>) -> Result<(), SystemError> {
    let found = match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(SystemError::io("read", path, &error)),
    };
    if found.as_deref() == edit.old.map(str::as_bytes) {
        return Ok(());
    }
    let what = format!("will not overwrite `{}`", edit.path);
    Err(SystemError::new(what, "it was changed while this program ran").help("run it again"))
}

fn stage(path: &Path, bytes: &[u8]) -> Result<PathBuf, SystemError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| SystemError::io("make", folder, &error))?;
    }
    let temporary = sibling(path, "edit");
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written {
        let _ = fs::remove_file(&temporary);
        return Err(SystemError::io("write", path, &error));
    }
    if let Ok(about) = fs::metadata(path) {
        let _ = fs::set_permissions(&temporary, about.permissions());
    }
    Ok(temporary)
}

fn swap(staged: &[(PathBuf, PathBuf)], edits: &[Edited<'_>]) -> Result<(), SystemError> {
    for (at, (temporary, path)) in staged.iter().enumerate() {
        if let Err(error) = fs::rename(temporary, path) {
            for ((_, path), edit) in staged.iter().zip(edits).take(at) {
                let _ = match edit.old {
                    Some(old) => fs::write(path, old),
                    None => fs::remove_file(path),
                };
            }
            return Err(SystemError::io("write", path, &error));
        }
    }
    Ok(())
}
