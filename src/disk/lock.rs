//! One writer at a time for each folder or file that is replaced.
//!
//! The lock is a file beside it, `.collatio-<name>-lock`, which its holder removes. Whoever is killed leaves the file
//! without a lock on it, and the next one takes it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::interrupt::{Unfinished, go_on};
use super::{SystemError, sibling};

/// How long is waited for another build before it is said that something is wrong, by default.
pub const PATIENCE: Duration = Duration::from_secs(300);

/// How often it is looked whether the other one has ended.
const PAUSE: Duration = Duration::from_millis(50);

/// What is done while another build writes to the same place.
#[derive(Clone, Copy)]
pub struct Waiting<'a> {
    /// How long is waited.
    pub patience: Duration,
    /// Told once that there is another one.
    pub tell: &'a (dyn Fn() + Sync),
}

impl Default for Waiting<'_> {
    fn default() -> Self {
        Waiting { patience: PATIENCE, tell: &|| {} }
    }
}

/// The lock, for as long as it lives.
pub(super) struct Lock {
    path: PathBuf,
    /// `None` where the system, or this file system, knows no locks.
    _file: Option<File>,
    _unfinished: Unfinished,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is locked: nobody else holds what goes away.
        let _ = fs::remove_file(&self.path);
    }
}

fn held(path: PathBuf, file: Option<File>) -> Lock {
    Lock { _unfinished: Unfinished::new(&path), path, _file: file }
}

/// Waits until no other program writes to `out`.
pub(super) fn lock(out: &Path, waiting: Waiting<'_>) -> Result<Lock, SystemError> {
    let path = sibling(out, "lock");
    let trouble = |e: io::Error| SystemError::io("make", &path, &e);
    let begun = Instant::now();
    let mut told = false;
    loop {
        go_on()?;
        // What stands there may be what another one is about to remove.
        let file = match OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
            Ok(file) => file,
            Err(error)
                if cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied && begun.elapsed() < PAUSE * 20 =>
            {
                thread::sleep(PAUSE);
                continue;
            }
            Err(error) => return Err(trouble(error)),
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => return Ok(held(path, Some(file))),
            Ok(()) => continue,
            Err(TryLockError::Error(_)) => return Ok(held(path, None)),
            Err(TryLockError::WouldBlock) => {}
        }
        if !told {
            (waiting.tell)();
            told = true;
        }
        if begun.elapsed() >= waiting.patience {
            let what = format!("cannot write to `{}`", out.display());
            let why = format!("another program has been writing to it for {} seconds", waiting.patience.as_secs());
            return Err(SystemError::new(what, why)
                .help("wait until it has ended, or end it, or name another place with `--out`"));
        }
        thread::sleep(PAUSE);
    }
}

/// Whether an open file is the one that stands at `path`: its last holder may have removed it since.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let number = |about: fs::Metadata| (about.dev(), about.ino());
    let (one, other) = (file.metadata().map(number), path.symlink_metadata().map(number));
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    super::exists(path)
}
