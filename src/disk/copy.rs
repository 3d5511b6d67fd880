//! The offline copy on the disk: an archive becomes a file in one step, and an unpacked copy is compared with its list.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::publish::bundle::{Differences, Package, SUMS, Sum, compare, read};

use super::{SystemError, exists, sibling};

/// Writes an archive to `out` in one step: whoever reads it meets the old one or the new one. Returns its SHA-256.
pub fn pack(out: &Path, package: &Package) -> Result<String, SystemError> {
    if out.is_dir() {
        let what = format!("cannot write `{}`", out.display());
        return Err(SystemError::new(what, "it is a folder").help("name a file: `--out FILE.zip`"));
    }
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|e| SystemError::io("make", folder, &e))?;
    }
    let staging = sibling(out, "staging");
    let trouble = |e: io::Error| SystemError::io("write", out, &e);
    let written = summed(&staging, package).and_then(|sum| fs::rename(&staging, out).map(|()| sum));
    written.map_err(|e| {
        let _ = fs::remove_file(&staging);
        trouble(e)
    })
}

fn summed(path: &Path, package: &Package) -> io::Result<String> {
    let mut out = Summing { out: BufWriter::new(File::create(path)?), sum: Sum::default() };
    package.write(&mut out)?;
    out.out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(out.sum.letters())
}

/// A file, and the sum of what is written to it.
struct Summing {
    out: BufWriter<File>,
    sum: Sum,
}

impl Write for Summing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = self.out.write(bytes)?;
        self.sum.add(&bytes[..done]);
        Ok(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Compares an unpacked copy with its list of sums.
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
    let text = fs::read(&list).map_err(|e| SystemError::io("read", &list, &e))?;
    let listed = read(&String::from_utf8_lossy(&text)).map_err(|line| {
        cannot(&format!("line {line} of `{SUMS}` is not a checksum")).help("take the list from a copy that you trust")
    })?;
    Ok(compare(&listed, &there(folder)?))
}

/// The only folder below this one that has a list.
fn below(folder: &Path) -> Option<PathBuf> {
    let mut below =
        fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(|path| path.join(SUMS).exists());
    below.next().filter(|_| below.next().is_none())
}

/// The sums of all files below a folder, by their paths.
fn there(folder: &Path) -> Result<BTreeMap<String, String>, SystemError> {
    let mut paths = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry =
            entry.map_err(|e| SystemError::new(format!("cannot read `{}`", folder.display()), e.to_string()))?;
        if !entry.file_type().is_dir() {
            paths.push(entry.into_path());
        }
    }
    let sum = |path: PathBuf| {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let sum = sum_of(&path).map_err(|e| SystemError::io("read", &path, &e))?;
        Ok((name, sum))
    };
    paths.into_par_iter().map(sum).collect()
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
