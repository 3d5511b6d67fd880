//! Reads a folder as an [`Input`].

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::SystemError;
use super::stamp::Stamp;
use crate::Input;
use crate::publish::{self, Theme, ThemeFile};
use crate::text::{File, Unreadable, Why, foreign_encoding, is_of_desktop, is_of_editor, is_slug};

/// The largest text file that is read, in bytes: a larger one was most likely saved under a wrong name.
const LARGEST_TEXT: u64 = 16 * 1024 * 1024;

/// The largest picture that is read, in bytes: readers on a telephone would wait minutes for a larger one.
const LARGEST_PICTURE: u64 = 32 * 1024 * 1024;

/// Extensions of picture formats that cannot contain scripts.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "avif"];

/// Reads a site again and again, each time only the texts that changed.
#[derive(Debug, Default)]
pub struct Reader {
    /// The texts of the last time, by path, with the stamps by which a change is noticed.
    known: Known,
}

impl Reader {
    /// The same as [`read`].
    pub fn read(&mut self, root: &Path) -> Result<Input, SystemError> {
        let (input, known) = read_with(root, &self.known)?;
        self.known = known;
        Ok(input)
    }
}

/// Reads the site at `root`: `collatio.toml`, everything below `content/`, and the theme. Ignores names that begin with
/// a dot, and files that desktops, office programs and editors leave. Symbolic links are not followed.
pub fn read(root: &Path) -> Result<Input, SystemError> {
    read_with(root, &Known::new()).map(|(input, _)| input)
}

/// Texts with the stamps that they had when they were read, by path.
type Known = BTreeMap<Arc<str>, (Stamp, File)>;

/// Reads the site at `root`, except the texts whose files have the stamps of the `known` ones.
fn read_with(root: &Path, known: &Known) -> Result<(Input, Known), SystemError> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(SystemError::new(
            format!("cannot read a site in `{}`", root.display()),
            "it has no folder `content`",
        )
        .help("name the folder of the site with `--root DIR`, or begin one: `collatio init`"));
    }
    let mut input = Input::default();
    let settings = root.join("collatio.toml");
    if super::exists(&settings) {
        put(&mut input, found(&settings, "collatio.toml".to_owned(), known)?);
    }
    let below = entries(&content)?;
    let all: Vec<Found> =
        below.par_iter().map(|entry| classify(entry, root, &content, known)).collect::<Result<_, SystemError>>()?;
    let mut read = Known::new();
    for one in all {
        if let Found::Text(file, Some(stamp)) = &one {
            read.insert(file.path.clone(), (*stamp, file.clone()));
        }
        put(&mut input, one);
    }
    input.theme = theme(root, &theme_name(&input))?;
    Ok((input, read))
}

/// A file that was found, classified.
enum Found {
    Text(File, Option<Stamp>),
    Picture(String, Arc<[u8]>),
    Not(Unreadable),
}

fn put(input: &mut Input, found: Found) {
    match found {
        Found::Text(file, _) => input.files.push(file),
        Found::Picture(path, bytes) => input.assets.push((path, bytes)),
        Found::Not(unreadable) => input.unreadable.push(unreadable),
    }
}

/// Everything below `folder` except folders, sorted by name.
fn entries(folder: &Path) -> Result<Vec<DirEntry>, SystemError> {
    let mut list = Vec::new();
    let walk = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !passed_over(entry)) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            SystemError::io("read", &path, &io::Error::from(error))
        })?;
        if !entry.file_type().is_dir() {
            list.push(entry);
        }
    }
    Ok(list)
}

/// The name of folders, anywhere in the content, for files of the authors that are not published: scans, drafts,
/// letters.
const AUTHORS_OWN: &str = "_notes";

fn passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let own = entry.file_type().is_dir() && name == AUTHORS_OWN;
    entry.depth() > 0 && (own || name.starts_with('.') || is_of_desktop(&name) || is_of_editor(&name))
}

fn classify(entry: &DirEntry, root: &Path, content: &Path, known: &Known) -> Result<Found, SystemError> {
    let path = entry.path();
    let not = |shown: String, why| Ok(Found::Not(Unreadable { path: shown, why }));
    let shown = match slashed(path, root) {
        Ok(shown) => shown,
        Err(lossy) => return not(lossy, Why::Name),
    };
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    if entry.file_type().is_symlink() || ending == "md" {
        found(path, shown, known)
    } else if !entry.file_type().is_file() {
        not(shown, Why::NotContent("neither a file nor a folder"))
    } else if ending == "svg" {
        not(shown, Why::NotContent("a drawing that can carry a script"))
    } else if !PICTURES.contains(&ending.as_str()) {
        not(shown, Why::NotContent("neither Markdown nor a picture"))
    } else {
        let below = slashed(path, content).unwrap_or_default();
        let about = entry.metadata().map_err(|e| SystemError::io("read", path, &io::Error::from(e)))?;
        if about.len() > LARGEST_PICTURE {
            return not(shown, Why::TooLarge(LARGEST_PICTURE));
        }
        let bytes = std::fs::read(path).map_err(|e| SystemError::io("read", path, &e))?;
        Ok(Found::Picture(below, bytes.into()))
    }
}

/// Classifies the file at `path`, and reads it unless it is known; `shown` is its path in messages.
fn found(path: &Path, shown: String, known: &Known) -> Result<Found, SystemError> {
    let trouble = |e: io::Error| SystemError::io("read", path, &e);
    let about = path.symlink_metadata().map_err(trouble)?;
    let why = if about.is_symlink() {
        Why::SymbolicLink
    } else if !about.is_file() {
        Why::NotContent("neither a file nor a folder")
    } else if about.len() > LARGEST_TEXT {
        Why::TooLarge(LARGEST_TEXT)
    } else {
        // The stamp is older than the text that is read, so that a change in between is noticed the next time.
        let stamp = Stamp::of(&about, SystemTime::now());
        if let Some((_, file)) = known.get(&*shown).filter(|(known, _)| stamp.as_ref() == Some(known)) {
            return Ok(Found::Text(file.clone(), stamp));
        }
        let bytes = std::fs::read(path).map_err(trouble)?;
        match (foreign_encoding(&bytes), String::from_utf8(bytes)) {
            (Some((offset, looks_like)), _) => Why::Encoding { offset, looks_like },
            (None, text) => return Ok(Found::Text(File::new(shown, text.expect("it is UTF-8")), stamp)),
        }
    };
    Ok(Found::Not(Unreadable { path: shown, why }))
}

/// `path` relative to `root`, with `/`; if a name is not UTF-8, a printable form of it as the error.
fn slashed(path: &Path, root: &Path) -> Result<String, String> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/")).ok_or_else(|| below.to_string_lossy().replace('\\', "/"))
}

/// The theme that the configuration names. It reads this one field leniently: `content` reads the rest and reports
/// faults.
fn theme_name(input: &Input) -> String {
    let text = input.files.iter().find(|file| &*file.path == "collatio.toml").map(|file| &*file.text);
    let table = text.and_then(|text| toml::from_str::<toml::Table>(text.trim_start_matches('\u{feff}')).ok());
    table.and_then(|table| Some(table.get("theme")?.as_str()?.to_owned())).unwrap_or_else(|| "default".to_owned())
}

/// The built-in theme, overlaid by the files of `themes/<name>/`.
fn theme(root: &Path, name: &str) -> Result<Theme, SystemError> {
    if !is_slug(name) {
        // Such a name could lead outside the site. `content` reports it at its place.
        return Ok(publish::built_in());
    }
    let folder = root.join("themes").join(name);
    if !folder.is_dir() {
        return match name {
            "default" => Ok(publish::built_in()),
            _ => Err(SystemError::new(
                format!("cannot find the theme `{name}`"),
                format!("there is no folder `themes/{name}`"),
            )
            .help("`theme = \"default\"` in `collatio.toml` is the built-in one")),
        };
    }
    let list = entries(&folder)?;
    let files: Vec<(String, ThemeFile)> = list
        .iter()
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let bytes = std::fs::read(entry.path()).map_err(|e| SystemError::io("read", entry.path(), &e))?;
            let shown = slashed(entry.path(), root).unwrap_or_else(|lossy| lossy);
            let key = slashed(entry.path(), &folder).unwrap_or_else(|lossy| lossy);
            Ok((key, ThemeFile { shown, bytes: bytes.into() }))
        })
        .collect::<Result<_, SystemError>>()?;
    Ok(publish::built_in().overlay(files))
}
