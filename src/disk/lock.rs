//! Allows one writer at a time for each folder or file that is replaced.
//!
//! The lock is a file next to it, `.collatio-<name>-lock`, which its holder removes. A killed process leaves the file,
//! but the system releases the lock on it, so the next one can take it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::interrupt::{Unfinished, go_on};
use super::{SystemError, sibling};

/// Default time to wait for another build before giving up.
pub const PATIENCE: Duration = Duration::from_secs(300);

/// Interval at which the lock is tried again.
const PAUSE: Duration = Duration::from_millis(50);

/// What to do while another build writes to the same place.
#[derive(Clone, Copy)]
pub struct Waiting<'a> {
    /// The longest time to wait.
    pub patience: Duration,
    /// Called once, when the wait begins.
    pub tell: &'a (dyn Fn() + Sync),
}

impl Default for Waiting<'_> {
    fn default() -> Self {
        Waiting { patience: PATIENCE, tell: &|| {} }
    }
}

/// A held lock; dropping it releases the lock.
pub(super) struct Lock {
    path: PathBuf,
    /// `None` where the system or the file system does not support locks.
    _file: Option<File>,
    _unfinished: Unfinished,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody else can hold the file that goes away.
        let _ = fs::remove_file(&self.path);
    }
}

fn held(path: PathBuf, file: Option<File>) -> Lock {
    Lock { _unfinished: Unfinished::new(&path), path, _file: file }
}

/// Waits until no other process writes to `out`, and takes the lock.
pub(super) fn lock(out: &Path, waiting: Waiting<'_>) -> Result<Lock, SystemError> {
    let path = sibling(out, "lock");
    let trouble = |e: io::Error| SystemError::io("make", &path, &e);
    let begun = Instant::now();
    let mut told = false;
    loop {
        go_on()?;
        // The file that exists may be about to be removed by its holder.
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

/// Whether an open file is still the one at `path`: its last holder may have removed it since.
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
