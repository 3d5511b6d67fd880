//! The only room that touches the file system: reads a folder as an [`Input`](crate::Input), and writes a site to a
//! folder.
//!
//! It reads the configuration, everything below `content/`, and the theme; a file that cannot be read as text is
//! reported and does not affect the others. What is written replaces the folder of the site in one step (see
//! [`write()`]). This room never knows the meaning of any file.

use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

mod apart;
mod copy;
mod edit;
mod interrupt;
mod lock;
mod marker;
mod read;
mod stamp;
mod write;

pub use apart::keep_apart;
pub use copy::{pack, verify};
pub use edit::{Edited, edit, edit_and_move, load, save};
pub use interrupt::sweep_when_told_to_end;
pub use lock::{PATIENCE, Waiting};
pub use read::{Reader, read};
pub use write::{Sink, Step, Swap, Written, write, write_waiting, write_watched};

/// An error of the environment, such as a file that cannot be opened. Never a fault of content.
#[derive(Debug)]
pub struct SystemError {
    /// What was attempted: "cannot read `…`".
    pub what: String,
    /// Why it failed.
    pub why: String,
    /// How to solve it, if known.
    pub help: Option<String>,
}

impl SystemError {
    /// An error without help: what was attempted, and why it failed.
    pub fn new(what: impl Into<String>, why: impl Into<String>) -> SystemError {
        SystemError { what: what.into(), why: why.into(), help: None }
    }

    /// Adds how to solve it.
    pub fn help(mut self, help: impl Into<String>) -> SystemError {
        self.help = Some(help.into());
        self
    }

    fn io(verb: &str, path: &Path, error: &io::Error) -> SystemError {
        let found = SystemError::new(format!("cannot {verb} `{}`", path.display()), error.to_string());
        match error.kind() {
            io::ErrorKind::StorageFull => found.help("make room on the disk; what was there before is untouched"),
            io::ErrorKind::PermissionDenied => found.help("check who owns the file or folder, and its permissions"),
            _ => found,
        }
    }
}

impl fmt::Display for SystemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.why)
    }
}

impl std::error::Error for SystemError {}

/// Creates files in the site at `root`: paths relative to it, and text. Nothing is overwritten: if one of them exists,
/// none is written.
pub fn create(root: &Path, files: &[(String, String)]) -> Result<(), SystemError> {
    if let Some((taken, _)) = files.iter().find(|(path, _)| exists(&root.join(path))) {
        return Err(SystemError::new(format!("will not overwrite `{taken}`"), "it is there already"));
    }
    for (path, text) in files {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|e| SystemError::io("make", folder, &e))?;
        }
        let made = fs::File::create_new(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        made.map_err(|e| SystemError::io("write", &path, &e))?;
    }
    Ok(())
}

/// The path of a folder or file of our own next to `folder`: `.collatio-<name>-<purpose>`.
fn sibling(folder: &Path, purpose: &str) -> PathBuf {
    let mut name = OsString::from(".collatio-");
    name.push(folder.file_name().unwrap_or_default());
    name.push("-");
    name.push(purpose);
    folder.with_file_name(name)
}

/// Whether anything exists at `path`, even a broken symbolic link.
fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
