//! The only room that touches the file system: a folder becomes an [`Input`](crate::Input), the files of a site become a folder.
//!
//! What is read is everything below `content/`, the configuration and the theme; a file that is no text, or no file, is
//! told of and costs only itself. What is written replaces the folder of the site in one step (see [`write()`]). This
//! room never knows what any file means.

use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

mod apart;
mod copy;
mod encoding;
mod interrupt;
mod lock;
mod read;
mod write;

pub use apart::keep_apart;
pub use copy::{pack, verify};
pub use interrupt::sweep_when_told_to_end;
pub use lock::{PATIENCE, Waiting};
pub use read::read;
pub use write::{Sink, Step, Swap, Written, write, write_waiting, write_watched};

/// An error of the environment, such as a file that cannot be opened. Never a fault of content.
#[derive(Debug)]
pub struct SystemError {
    /// What was tried: "cannot read `…`".
    pub what: String,
    /// Why it did not work.
    pub why: String,
    /// What to do about it, if known.
    pub help: Option<String>,
}

impl SystemError {
    /// `what` did not work, and `why`.
    pub fn new(what: impl Into<String>, why: impl Into<String>) -> SystemError {
        SystemError { what: what.into(), why: why.into(), help: None }
    }

    /// Adds what to do about it.
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

/// Puts new files into the site at `root`: paths relative to it, and text. Nothing is overwritten; if one of them is
/// there, none is written.
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

/// A folder beside `folder` that is ours alone: `.collatio-<name>-<purpose>`.
fn sibling(folder: &Path, purpose: &str) -> PathBuf {
    let mut name = OsString::from(".collatio-");
    name.push(folder.file_name().unwrap_or_default());
    name.push("-");
    name.push(purpose);
    folder.with_file_name(name)
}

/// Whether there is anything at `path`, a broken link too.
fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
