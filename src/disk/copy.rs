//! The offline copy on disk: writes an archive as a file in one step, and compares an unpacked copy with its list.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::publish::bundle::{Differences, Package, Present, SUMS, Sum, compare, read};

use super::interrupt::{Unfinished, go_on};
use super::lock::{Waiting, lock};
use super::write::{resolve, settle_folder_of};
use super::{SystemError, exists, sibling};

/// Writes an archive to `out` in one step: a reader sees the old file or the new one, never half of one. Returns its
/// SHA-256 in hexadecimal. Refuses to replace a file that is not an archive.
pub fn pack(out: &Path, waiting: Waiting<'_>, package: &Package) -> Result<String, SystemError> {
    let out = &resolve(out)?;
    let _alone = lock(out, waiting)?;
    may_replace(out)?;
    let staging = sibling(out, "staging");
    if exists(&staging) {
        // Left behind by a killed run.
        fs::remove_file(&staging).map_err(|e| SystemError::io("remove", &staging, &e))?;
    }
    let unfinished = Unfinished::new(&staging);
    let trouble = |e: io::Error| SystemError::io("write", out, &e);
    let written = summed(&staging, package).map_err(trouble).and_then(|sum| {
        unfinished.finish(|| {
            fs::rename(&staging, out).map_err(trouble)?;
            settle_folder_of(out);
            Ok(sum)
        })
    });
    written.inspect_err(|_| {
        let _ = fs::remove_file(&staging);
    })
}

/// Refuses an existing file that is not an archive of Collatio: one that holds the list of checksums.
fn may_replace(out: &Path) -> Result<(), SystemError> {
    if !exists(out) {
        return Ok(());
    }
    let refusal = |why: &str| {
        let what = format!("will not replace `{}`", out.display());
        Err(SystemError::new(what, why).help("name another file: `--out FILE.zip`"))
    };
    if !out.is_file() {
        return refusal(if out.is_dir() { "it is a folder" } else { "it is no regular file" });
    }
    let trouble = |e: io::Error| SystemError::io("read", out, &e);
    let mut file = File::open(out).map_err(trouble)?;
    let mut begin = Vec::new();
    (&file).take(2).read_to_end(&mut begin).map_err(trouble)?;
    if begin.is_empty() {
        return Ok(());
    }
    if begin != b"PK" {
        return refusal("it is no ZIP");
    }
    let directory = directory(&mut file).map_err(trouble)?;
    let is_ours = directory.windows(SUMS.len()).any(|name| name == SUMS.as_bytes());
    if is_ours { Ok(()) } else { refusal("it is a ZIP that Collatio did not make") }
}

/// The list of files at the end of an archive; empty where there is none. Archives of Collatio end without a comment.
fn directory(file: &mut File) -> io::Result<Vec<u8>> {
    const END: u64 = 22;
    let whole = file.metadata()?.len();
    let (mut end, mut out) = ([0; END as usize], Vec::new());
    let Some(at) = whole.checked_sub(END) else { return Ok(out) };
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut end)?;
    let [.., a, b, c, d, _, _] = end;
    let start = u64::from(u32::from_le_bytes([a, b, c, d]));
    if end.starts_with(b"PK\x05\x06") && start < at {
        file.seek(SeekFrom::Start(start))?;
        file.take(at - start).read_to_end(&mut out)?;
    }
    Ok(out)
}

fn summed(path: &Path, package: &Package) -> io::Result<String> {
    let mut out = Summing { out: BufWriter::new(File::create_new(path)?), sum: Sum::default() };
    package.write(&mut out)?;
    out.out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(out.sum.letters())
}

/// A file, and the checksum of what was written to it.
struct Summing {
    out: BufWriter<File>,
    sum: Sum,
}

impl Write for Summing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        go_on().map_err(io::Error::other)?;
        let done = self.out.write(bytes)?;
        self.sum.add(&bytes[..done]);
        Ok(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Compares an unpacked copy with its list of checksums. Reports all differences at once: a file that cannot be read and a
/// faulty line of the list are among them, and anything that is not a regular file is never opened.
pub fn verify(folder: &Path) -> Result<Differences, SystemError> {
    let list = folder.join(SUMS);
    let cannot = |why: &str| SystemError::new(format!("cannot verify `{}`", folder.display()), why);
    if !folder.is_dir() {
        return Err(cannot("there is no such folder").help("unpack the ZIP, and name the folder that comes out of it"));
    }
    if !exists(&list) {
        let found = cannot(&format!("it has no list `{SUMS}`"));
        return Err(match below(folder) {
            Some(below) => found.help(format!("did you mean `{}`?", below.display())),
            None => found.help("name the folder in which the copy's first page lies"),
        });
    }
    let trusted = "take the list from a copy that you trust";
    if !list.symlink_metadata().is_ok_and(|about| about.is_file()) {
        return Err(cannot(&format!("its list `{SUMS}` is no regular file")).help(trusted));
    }
    let text = fs::read(&list).map_err(|e| SystemError::io("read", &list, &e))?;
    let (listed, unlisted) = read(&String::from_utf8_lossy(&text));
    // A list without a single checksum is another file of this name: all files would be called added.
    if listed.is_empty() {
        return Err(cannot(&format!("its list `{SUMS}` has no checksum")).help(trusted));
    }
    Ok(Differences { unlisted, ..compare(&listed, &there(folder)) })
}

/// The only folder below this one that contains a list of checksums.
fn below(folder: &Path) -> Option<PathBuf> {
    let mut below =
        fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(|path| path.join(SUMS).exists());
    below.next().filter(|_| below.next().is_none())
}

/// Everything below a folder, by path; readable folders themselves are not listed.
fn there(folder: &Path) -> BTreeMap<String, Present> {
    let mut found = BTreeMap::new();
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(entry) => {
                found.insert(name_below(entry.path(), folder), Present::Other);
            }
            Err(error) => {
                let name = name_below(error.path().unwrap_or(folder), folder);
                found.insert(name, Present::Unreadable(io::Error::from(error).to_string()));
            }
        }
    }
    let present = |path: PathBuf| {
        let present = sum_of(&path).map_or_else(|error| Present::Unreadable(error.to_string()), Present::File);
        (name_below(&path, folder), present)
    };
    found.par_extend(files.into_par_iter().map(present));
    found
}

/// The path relative to `folder`, with `/` as separator. Components are kept as they are, because a name may contain
/// `\` on Unix. A name that is not UTF-8 never equals a path of the list, however it is displayed.
fn name_below(path: &Path, folder: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    let name = parts.join("/");
    if below.to_str().is_some() { name } else { format!("{name} (not UTF-8)") }
}

fn sum_of(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let (mut sum, mut bytes) = (Sum::default(), vec![0; 64 * 1024]);
    loop {
        match file.read(&mut bytes)? {
            0 => return Ok(sum.letters()),
            length => sum.add(&bytes[..length]),
        }
    }
}
