//! What happens when the program is told to end while it writes: Ctrl-C, SIGTERM, a closed window.
//!
//! What is being written is swept at once. What was there before is untouched; the swap itself is never interrupted, for it
//! is short, and half of it is not the state that anybody should find.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::SystemError;

/// Whether the program was told to end.
static TOLD: AtomicBool = AtomicBool::new(false);

/// What this process writes now and nobody may see: staging folders and files, and locks. The lock is held while one of
/// them takes its place.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// How often a folder is swept into which a writer may just have put another file.
const ATTEMPTS: u32 = 100;

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on, when the program is told to end, sweeps what is unfinished and then calls `end`, which ends it.
pub fn sweep_when_told_to_end(end: impl Fn() + Send + 'static) -> Result<(), SystemError> {
    let handle = move || {
        TOLD.store(true, Ordering::SeqCst);
        // Held to the end: nothing begins to take its place any more.
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

/// Whether the program may go on writing; as an error, that it was told to end.
pub(super) fn go_on() -> Result<(), SystemError> {
    match TOLD.load(Ordering::SeqCst) {
        false => Ok(()),
        true => Err(SystemError::new("nothing was written", "the program was told to end")),
    }
}

/// Something unfinished, for as long as it is that.
pub(super) struct Unfinished(PathBuf);

impl Unfinished {
    pub(super) fn new(path: &Path) -> Unfinished {
        unfinished().push(path.to_owned());
        Unfinished(path.to_owned())
    }

    /// Finishes it: what is done in `finish` is not interrupted.
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
