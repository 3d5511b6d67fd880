//! Handles the end of the program while it writes: Ctrl-C, SIGTERM, a closed window.
//!
//! Unfinished output is removed at once, and existing output is untouched. The swap itself is not interrupted: it is
//! short, and must not be left half done.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::SystemError;

/// Whether the program was told to end.
static TOLD: AtomicBool = AtomicBool::new(false);

/// Unfinished paths of this process: staging folders and files, and locks. The mutex is held while one of them is put
/// in its place, so that the handler waits.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// How often the removal of a folder is tried, since a writer may add a file in the meantime.
const ATTEMPTS: u32 = 100;

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Installs a handler: when the program is told to end, it removes what is unfinished and then calls `end`, which must
/// exit.
pub fn sweep_when_told_to_end(end: impl Fn() + Send + 'static) -> Result<(), SystemError> {
    let handle = move || {
        TOLD.store(true, Ordering::SeqCst);
        // Held to the end, so that no swap can begin any more.
        let mut list = unfinished();
        list.drain(..).for_each(|path| remove(&path));
        end();
    };
    ctrlc::set_handler(handle).map_err(|e| SystemError::new("cannot listen for the end of the program", e.to_string()))
}

fn remove(path: &Path) {
    for _ in 0..ATTEMPTS {
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        if !super::exists(path) {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// Returns an error if the program was told to end.
pub(super) fn go_on() -> Result<(), SystemError> {
    match TOLD.load(Ordering::SeqCst) {
        false => Ok(()),
        true => Err(SystemError::new("nothing was written", "the program was told to end")),
    }
}

/// An unfinished path, registered for removal as long as this value lives.
pub(super) struct Unfinished(PathBuf);

impl Unfinished {
    pub(super) fn new(path: &Path) -> Unfinished {
        unfinished().push(path.to_owned());
        Unfinished(path.to_owned())
    }

    /// Runs `finish`, which puts the path in its place, without interruption, and unregisters the path.
    pub(super) fn finish<T>(self, finish: impl FnOnce() -> Result<T, SystemError>) -> Result<T, SystemError> {
        let mut list = unfinished();
        go_on()?;
        list.retain(|path| *path != self.0);
        let done = finish();
        drop(list);
        done
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        unfinished().retain(|path| *path != self.0);
    }
}
