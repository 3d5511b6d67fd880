//! Writes the files of a site to a folder, which replaces the old one in one step.
//!
//! For a folder `public` the work is done in `.collatio-public-staging` next to it, on the same file system. When
//! everything is written, one system call exchanges the two; then the old tree, now in the staging folder, is removed.
//! At any moment, even if the program is killed, `public` is either the old site or the new one.
//!
//! Where the system cannot exchange two folders, the old one is first renamed to `.collatio-public-old`, and then the
//! new one to `public`. If the program is killed between the two, there is no `public`; the next build finds the old
//! tree and restores it before anything else. Remains of a killed build are removed by the next one.
//!
//! Names in `public` that begin with a dot do not belong to the site and are carried over: files are copied before the
//! exchange; folders (such as a repository) are moved after it, or by the next build if this one was killed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use rayon::prelude::*;

use super::interrupt::{Unfinished, go_on};
use super::lock::{Waiting, lock};
use super::marker::{MARKER, foreign, marker_text};
use super::{SystemError, exists, sibling};
use crate::publish::{LONGEST_ADDRESS, Output};
use crate::text::{Diagnostics, Level, clean, is_of_desktop, not_portable};

/// Number of writer threads. Printing the pages is the real work; writers mostly wait for the disk.
const WRITERS: usize = 2;

/// Number of files that may wait for a writer, which bounds the memory.
const WAITING: usize = 32;

/// The steps of a build, at each of which tests kill the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The staging folder exists and is empty.
    Staged,
    /// This many files were written.
    Wrote(u64),
    /// Everything is written; the swap comes next.
    BeforeSwap,
    /// The old tree was renamed, and the new one is not yet in its place.
    BetweenRenames,
    /// The new tree is in its place; the old one still exists.
    AfterSwap,
}

/// How the new tree replaces the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// In one step where the system supports it, else by two renames.
    OneStep,
    /// Always by two renames.
    TwoRenames,
}

/// The result of writing a site.
#[derive(Debug)]
pub struct Written {
    /// Number of files of the site.
    pub files: u64,
    /// Their total size in bytes.
    pub bytes: u64,
    /// Faults of templates that occurred while printing. If one of them is an error, nothing was replaced.
    pub diagnostics: Diagnostics,
}

impl Written {
    /// Whether the site was replaced.
    pub fn is_published(&self) -> bool {
        self.diagnostics.count(Level::Error) == 0
    }
}

/// Receives the files of a site, one after another.
pub type Sink<'a> = dyn FnMut(Output) -> Result<(), SystemError> + 'a;

/// Replaces the folder `out` by the files that `print` passes to its sink, in one step. Refuses a folder that Collatio
/// did not make, unless it is empty except for names that begin with a dot.
pub fn write(
    out: &Path,
    print: impl FnOnce(&mut Sink<'_>) -> Result<Diagnostics, SystemError>,
) -> Result<Written, SystemError> {
    write_watched(out, Swap::OneStep, &|_| {}, print)
}

/// Like [`write()`], but waits for another build as `waiting` says.
pub fn write_waiting(
    out: &Path,
    waiting: Waiting<'_>,
    print: impl FnOnce(&mut Sink<'_>) -> Result<Diagnostics, SystemError>,
) -> Result<Written, SystemError> {
    write_steps(out, waiting, Swap::OneStep, &|_| {}, print)
}

/// Like [`write()`], but with the given kind of swap, calling `watch` at each step.
pub fn write_watched(
    out: &Path,
    swap: Swap,
    watch: &(dyn Fn(Step) + Sync),
    print: impl FnOnce(&mut Sink<'_>) -> Result<Diagnostics, SystemError>,
) -> Result<Written, SystemError> {
    write_steps(out, Waiting::default(), swap, watch, print)
}

fn write_steps(
    out: &Path,
    waiting: Waiting<'_>,
    swap: Swap,
    watch: &(dyn Fn(Step) + Sync),
    print: impl FnOnce(&mut Sink<'_>) -> Result<Diagnostics, SystemError>,
) -> Result<Written, SystemError> {
    let out = &resolve(out)?;
    let _alone = lock(out, waiting)?;
    let (staging, old) = (sibling(out, "staging"), sibling(out, "old"));
    recover(out, &staging, &old)?;
    may_replace(out)?;
    let unfinished = Unfinished::new(&staging);
    fs::create_dir(&staging).map_err(|e| SystemError::io("make", &staging, &e))?;
    watch(Step::Staged);
    let written = fill(&staging, watch, print).inspect_err(|_| {
        // The first error is the one to report; what cannot be removed now, the next build removes.
        let _ = fs::remove_dir_all(&staging);
    })?;
    if !written.is_published() {
        sweep(&staging, out)?;
        return Ok(written);
    }
    // Somebody may have put a file there while the site was written.
    if let Err(refusal) = may_replace(out) {
        sweep(&staging, out)?;
        return Err(refusal);
    }
    carry_dot_files(out, &staging)?;
    settle(&staging)?;
    watch(Step::BeforeSwap);
    unfinished.finish(|| {
        put_in_place(out, &staging, &old, swap, watch)?;
        settle_folder_of(out);
        watch(Step::AfterSwap);
        sweep(&staging, out)?;
        sweep(&old, out)
    })?;
    Ok(written)
}

/// The folder or file to which `out` leads if it is a symbolic link, so that its siblings are on its file system.
pub(super) fn resolve(out: &Path) -> Result<PathBuf, SystemError> {
    let trouble = |e: io::Error| SystemError::io("write to", out, &e);
    if exists(out) {
        return out.canonicalize().map_err(trouble);
    }
    let (Some(name), Some(parent)) = (out.file_name(), out.parent()) else {
        return Err(SystemError::new(format!("cannot write to `{}`", out.display()), "it names no folder"));
    };
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    fs::create_dir_all(parent).map_err(trouble)?;
    Ok(parent.canonicalize().map_err(trouble)?.join(name))
}

/// Repairs what a killed build left.
fn recover(out: &Path, staging: &Path, old: &Path) -> Result<(), SystemError> {
    if !exists(out) && exists(old) {
        fs::rename(old, out).map_err(|e| SystemError::io("put back", old, &e))?;
    }
    sweep(staging, out)?;
    sweep(old, out)
}

/// Removes one of our own folders next to `out`. Folders and links in it whose names begin with a dot are moved to
/// `out`.
fn sweep(ours: &Path, out: &Path) -> Result<(), SystemError> {
    if !exists(ours) {
        return Ok(());
    }
    let trouble = |e: io::Error| SystemError::io("remove", ours, &e);
    for name in dot_names(ours)? {
        let (from, to) = (ours.join(&name), out.join(&name));
        if !from.symlink_metadata().map_err(trouble)?.is_file() && exists(out) && !exists(&to) {
            fs::rename(&from, &to).map_err(|e| SystemError::io("carry over", &from, &e))?;
        }
    }
    fs::remove_dir_all(ours).map_err(trouble)
}

/// Names in `folder` that begin with a dot, except our marker.
fn dot_names(folder: &Path) -> Result<Vec<std::ffi::OsString>, SystemError> {
    let names = names(folder)?.into_iter();
    Ok(names.filter(|name| name.as_encoded_bytes().starts_with(b".") && name != MARKER).collect())
}

fn names(folder: &Path) -> Result<Vec<std::ffi::OsString>, SystemError> {
    let trouble = |e: io::Error| SystemError::io("read", folder, &e);
    fs::read_dir(folder).map_err(trouble)?.map(|entry| entry.map(|e| e.file_name()).map_err(trouble)).collect()
}

/// Refuses a folder that Collatio did not make, and one that cannot be renamed.
fn may_replace(out: &Path) -> Result<(), SystemError> {
    if !exists(out) {
        return Ok(());
    }
    let refusal = |why: &str| SystemError::new(format!("will not replace `{}`", out.display()), why);
    if !out.is_dir() {
        return Err(refusal("it is not a folder").help("name another place with `--out DIR`"));
    }
    if is_mount_point(out) {
        return Err(mounted(out));
    }
    let is_foreign = |name: &str| !name.starts_with('.') && !is_of_desktop(name);
    if exists(&out.join(MARKER)) {
        return keeps(out, &foreign(out));
    }
    match names(out)?.into_iter().find(|name| is_foreign(&name.to_string_lossy())) {
        Some(name) => {
            let why = format!("Collatio did not make it, and it is not empty: it has `{}`", name.to_string_lossy());
            Err(refusal(&why).help("empty it, or name another folder with `--out DIR`"))
        }
        None => Ok(()),
    }
}

/// Refuses a folder in which somebody else has put files since the last build: they would be gone with the old site.
fn keeps(out: &Path, files: &[String]) -> Result<(), SystemError> {
    let Some(first) = files.first() else { return Ok(()) };
    let further = match files.len() - 1 {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    let why = format!("it has `{}`{further}, which Collatio did not write and would remove", clean(first));
    let help = "move it to another place; files of your own that belong to the site lie in `static/` of the theme";
    Err(SystemError::new(format!("will not replace `{}`", out.display()), why).help(help))
}

fn mounted(out: &Path) -> SystemError {
    SystemError::new(
        format!("will not replace `{}`", out.display()),
        "something is mounted there, and what is mounted cannot be replaced in one step",
    )
    .help("name a folder inside it with `--out DIR`")
}

#[cfg(unix)]
fn is_mount_point(out: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let device = |path: &Path| path.metadata().map(|about| about.dev()).ok();
    out.parent().is_some_and(|parent| device(parent) != device(out))
}

#[cfg(not(unix))]
fn is_mount_point(_out: &Path) -> bool {
    false
}

/// Writes the marker and every file that `print` passes on into `staging`.
fn fill(
    staging: &Path,
    watch: &(dyn Fn(Step) + Sync),
    print: impl FnOnce(&mut Sink<'_>) -> Result<Diagnostics, SystemError>,
) -> Result<Written, SystemError> {
    // A killed build leaves a folder that can be told from those of others.
    put_file(&staging.join(MARKER), marker_text(std::iter::empty()).as_bytes())?;
    let (count, bytes) = (AtomicU64::new(0), AtomicU64::new(0));
    let failed = AtomicBool::new(false);
    let (send, receive) = sync_channel::<(PathBuf, Vec<u8>)>(WAITING);
    let receive = Mutex::new(receive);
    let write_one = |(path, content): (PathBuf, Vec<u8>)| {
        put_file(&path, &content)?;
        bytes.fetch_add(content.len() as u64, Ordering::Relaxed);
        watch(Step::Wrote(count.fetch_add(1, Ordering::Relaxed) + 1));
        Ok(())
    };
    let mut folders = Folders::new(staging);
    let diagnostics = thread::scope(|scope| {
        let writers = [(); WRITERS].map(|()| scope.spawn(|| drain(&receive, &failed, &write_one)));
        let mut long: Option<Long> = None;
        let printed = print(&mut |output: Output| {
            let goes_on = output.goes_on;
            let sent = if goes_on || long.is_some() {
                // The pieces of one file must stay in order, so they are written on this thread.
                let mut file = long.take().map_or_else(|| Long::begin(folders.place(&output.path)?), Ok)?;
                file.add(&output.bytes)?;
                bytes.fetch_add(output.bytes.len() as u64, Ordering::Relaxed);
                match goes_on {
                    true => long = Some(file),
                    false => watch(Step::Wrote(count.fetch_add(1, Ordering::Relaxed) + 1)),
                }
                !failed.load(Ordering::Relaxed)
            } else {
                let path = folders.place(&output.path)?;
                !failed.load(Ordering::Relaxed) && send.send((path, output.bytes)).is_ok()
            };
            sent.then_some(()).ok_or_else(|| SystemError::new("cannot write the site", "an earlier file failed"))
        });
        drop(send);
        for writer in writers {
            writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        }
        printed
    })?;
    let list = marker_text(folders.given.iter().map(String::as_str));
    fs::write(staging.join(MARKER), list).map_err(|e| SystemError::io("write", &staging.join(MARKER), &e))?;
    Ok(Written { files: count.into_inner(), bytes: bytes.into_inner(), diagnostics })
}

/// Writes files until there are no more. After the first error the rest is received and dropped, so that the printer
/// never waits for a writer that has stopped.
fn drain(
    receive: &Mutex<Receiver<(PathBuf, Vec<u8>)>>,
    failed: &AtomicBool,
    write_one: &(dyn Fn((PathBuf, Vec<u8>)) -> Result<(), SystemError> + Sync),
) -> Result<(), SystemError> {
    let mut outcome = Ok(());
    loop {
        let next = receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(file) = next else { return outcome };
        if failed.load(Ordering::Relaxed) {
            continue;
        }
        if let Err(error) = write_one(file) {
            failed.store(true, Ordering::Relaxed);
            outcome = Err(error);
        }
    }
}

fn put_file(path: &Path, bytes: &[u8]) -> Result<(), SystemError> {
    go_on()?;
    let written = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|e| SystemError::io("write", path, &e))
}

/// A file that arrives in pieces.
struct Long {
    path: PathBuf,
    file: File,
}

impl Long {
    fn begin(path: PathBuf) -> Result<Long, SystemError> {
        let file = File::create_new(&path).map_err(|e| SystemError::io("write", &path, &e))?;
        Ok(Long { path, file })
    }

    fn add(&mut self, bytes: &[u8]) -> Result<(), SystemError> {
        go_on()?;
        self.file.write_all(bytes).map_err(|e| SystemError::io("write", &self.path, &e))
    }
}

/// The folders of the new tree, created when a first file needs them, and the paths in use.
struct Folders<'a> {
    staging: &'a Path,
    made: BTreeSet<String>,
    given: BTreeSet<String>,
}

impl<'a> Folders<'a> {
    fn new(staging: &'a Path) -> Folders<'a> {
        Folders { staging, made: BTreeSet::new(), given: BTreeSet::new() }
    }

    /// The path on disk of the file `path` of the site; creates its folder. Refuses a path that would leave the tree,
    /// or that some system cannot store: content is checked for that, so such a path is a bug in Collatio.
    fn place(&mut self, path: &str) -> Result<PathBuf, SystemError> {
        let refusal = |why: &str| {
            SystemError::new(format!("cannot write `{path}` into the site"), why)
                .help("this is a bug in Collatio; please report it")
        };
        if path.len() > LONGEST_ADDRESS {
            return Err(refusal("the path is too long for some systems"));
        }
        // A host may need a file such as `.nojekyll` in the root of the site; below it no name begins with a dot.
        let plain = path.strip_prefix('.').filter(|_| !path.contains('/') && path != MARKER).unwrap_or(path);
        if let Some(why) = plain.split('/').find_map(not_portable) {
            return Err(refusal(&format!("a part of the path is not portable: {why}")));
        }
        if !self.given.insert(path.to_owned()) {
            return Err(refusal("the site has two files of this name"));
        }
        let place = self.staging.join(path);
        if let Some((folder, _)) = path.rsplit_once('/')
            && self.made.insert(folder.to_owned())
        {
            let folder = self.staging.join(folder);
            fs::create_dir_all(&folder).map_err(|e| SystemError::io("make", &folder, &e))?;
        }
        Ok(place)
    }
}

/// Copies files of `out` whose names begin with a dot, so that the new tree has them from the beginning. Files of the
/// site take precedence.
fn carry_dot_files(out: &Path, staging: &Path) -> Result<(), SystemError> {
    if !exists(out) {
        return Ok(());
    }
    for name in dot_names(out)? {
        let (from, to) = (out.join(&name), staging.join(&name));
        let trouble = |e: io::Error| SystemError::io("carry over", &from, &e);
        if from.symlink_metadata().map_err(trouble)?.is_file() && !exists(&to) {
            fs::copy(&from, &to).map_err(trouble)?;
        }
    }
    Ok(())
}

/// Flushes the new tree to the disk before it replaces the old one, so that a power cut cannot leave a site of empty
/// files.
#[cfg(target_os = "linux")]
fn settle(staging: &Path) -> Result<(), SystemError> {
    // One call for all files; a file system that does not support it returns an error, and then each file is flushed.
    match File::open(staging).map(|folder| rustix::fs::syncfs(&folder)) {
        Ok(Ok(())) => Ok(()),
        _ => settle_each(staging),
    }
}

#[cfg(not(target_os = "linux"))]
fn settle(staging: &Path) -> Result<(), SystemError> {
    settle_each(staging)
}

/// Flushes file by file and folder by folder.
fn settle_each(staging: &Path) -> Result<(), SystemError> {
    let entries: Vec<walkdir::DirEntry> = walkdir::WalkDir::new(staging).into_iter().filter_map(Result::ok).collect();
    entries.par_iter().filter(|entry| entry.file_type().is_file()).try_for_each(|entry| {
        // Windows flushes only files that are open for writing.
        let file = fs::OpenOptions::new().read(true).write(cfg!(windows)).open(entry.path());
        file.and_then(|file| file.sync_all()).map_err(|e| SystemError::io("write", entry.path(), &e))
    })?;
    entries.iter().filter(|entry| entry.file_type().is_dir()).for_each(|entry| settle_folder(entry.path()));
    Ok(())
}

/// Flushes the names in a folder, where the system supports it; Windows does it by itself.
fn settle_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

/// Flushes the names in the folder that contains `path`.
pub(super) fn settle_folder_of(path: &Path) {
    if let Some(folder) = path.parent() {
        settle_folder(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    }
}

/// Puts the tree `staging` in the place of `out`. Afterwards the old tree, if there was one, is in `staging` or in
/// `old`.
fn put_in_place(
    out: &Path,
    staging: &Path,
    old: &Path,
    swap: Swap,
    watch: &(dyn Fn(Step) + Sync),
) -> Result<(), SystemError> {
    let trouble = |e: io::Error| match e.kind() {
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => mounted(out),
        _ => SystemError::io("replace", out, &e),
    };
    if !exists(out) {
        return fs::rename(staging, out).map_err(trouble);
    }
    if swap == Swap::OneStep && exchange(staging, out).map_err(trouble)? {
        return Ok(());
    }
    fs::rename(out, old).map_err(trouble)?;
    watch(Step::BetweenRenames);
    fs::rename(staging, out).map_err(|e| {
        // Restores the old tree; if even that fails, the next build does it.
        let _ = fs::rename(old, out);
        trouble(e)
    })
}

/// Exchanges two folders in one step. `false` if the system or the file system does not support it.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if [Errno::NOSYS, Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP].contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(false)
}
