//! The package: packs the files of a copy while they are printed.

use std::io::{self, Write};

use serde::Serialize;

use crate::site::view::Frame;
use crate::site::{Locale, Subset};
use crate::text::{Diagnostics, TaggedText, not_portable, slug};

use crate::publish::address::LONGEST_ADDRESS;
use crate::publish::fault::Faults;
use crate::publish::output::Output;
use crate::publish::renderer::Renderer;

use super::archive::Archive;
use super::named::{HANDBOOK, Named, Unfit};
use super::sums::{self, SUMS};
use super::weight::{Weights, words};
use super::{handbook, part};

/// The file name of the start page.
const START: &str = "index.html";
/// The folder of the site within the package.
const SITE: &str = "site/";
/// The longest prefix of a site file's path in the archive, in bytes: the name of the package's folder, and `/site/`.
const LONGEST_FOLDER: usize = 65;
/// The most characters of the site's title in the name of the folder.
const LONGEST_TITLE: usize = 24;
/// Files are compressed in batches of so many files or bytes: enough for all cores, and small enough for memory.
const BATCH_FILES: usize = 256;
const BATCH_BYTES: usize = 16 * 1024 * 1024;

/// A finished copy.
pub struct Package {
    archive: Archive,
    /// The name of the folder in the archive, and the default name of the archive.
    pub name: String,
    /// The sizes of its files.
    pub weights: Weights,
    /// Faults of templates, and limits of the configuration that were exceeded.
    pub diagnostics: Diagnostics,
}

/// The values of the start page's template.
#[derive(Serialize)]
struct Copy<'a> {
    /// The path to the folder of the site, or of its only language in this copy.
    site: &'a str,
    /// The languages of the copy; empty where there is one.
    languages: Vec<LocaleLink<'a>>,
    /// The name of the list of checksums.
    sums: &'a str,
    /// The number of files, without the list.
    files: usize,
    /// The number of pages.
    pages: u64,
    /// The total size, in words.
    size: String,
    /// The handbook in one file, in each language.
    handbooks: Vec<Handbook>,
    /// The part of the site that is packed; `None` for the whole.
    part: Option<Named>,
}

/// A link to the site in one language.
#[derive(Serialize)]
struct LocaleLink<'a> {
    language: &'a str,
    name: &'a str,
    href: String,
}

/// A handbook, which lies beside the site.
#[derive(Serialize)]
struct Handbook {
    name: String,
    /// Its language, BCP 47.
    language: String,
    /// Its size, in words.
    size: String,
}

impl Package {
    /// The number of its files.
    pub fn files(&self) -> usize {
        self.archive.count()
    }

    /// Writes the archive.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.archive.write(out)
    }
}

/// Packs the copy of a site, or of a part of it.
pub fn package(renderer: &Renderer, part: Option<&Subset>) -> Result<Package, Unfit> {
    let name = folder_name(&renderer.frame, part);
    let mut filling = Filling::new(renderer, &name);
    let mut faults = Faults::default();
    faults.add(match part {
        None => renderer.print(&mut |output| filling.take(output))?,
        Some(part) => part::print(renderer, part, &mut |output| filling.take(output))?,
    });
    filling.pack();
    // The languages of the copy; the start page is in the first of them.
    let spoken = renderer.spoken_in(part);
    let Some(first) = spoken.first() else {
        return Err(Unfit::Path(START.to_owned(), "it has no language".to_owned()));
    };
    let site = format!("{SITE}{}", first.site.folder());
    let locales = renderer.site.locales().iter().filter(|edition| part.is_none_or(|p| p.speaks(&edition.language)));
    let way = |edition: &'_ Locale| format!("{SITE}{}index.html", edition.folder);
    let links =
        locales.map(|edition| LocaleLink { language: &edition.language, name: &edition.name, href: way(edition) });
    let mut handbooks = Vec::new();
    for edition in &spoken {
        let book = handbook::handbook(edition, &renderer.others, part, &mut faults);
        faults.add(edition.pages.missing_messages());
        let Some(book) = book else { continue };
        let language = edition.site.language().to_owned();
        let name = match edition.has_data() {
            true => format!("{HANDBOOK}.html"),
            false => format!("{HANDBOOK}.{}.html", language.to_lowercase()),
        };
        handbooks.push(Handbook { name: name.clone(), language, size: words(book.len() as u64) });
        filling.put(&name, None, book)?;
    }
    let copy = Copy {
        handbooks,
        site: &site,
        languages: links.filter(|_| spoken.len() > 1).collect(),
        sums: SUMS,
        files: filling.archive.count() + 1,
        pages: filling.weights.of("pages").files + filling.weights.of("days").files,
        size: words(filling.bytes),
        part: part.map(|part| Named::of(first, part)),
    };
    match first.pages.leaf("start.html", "copy", &copy) {
        Ok(start) => filling.put(START, None, start)?,
        Err(found) => faults.add(found),
    }
    let prefix = format!("{name}/");
    let list = sums::list(filling.archive.sums().map(|(path, sum)| (path.strip_prefix(&prefix).unwrap_or(path), sum)));
    filling.put(SUMS, None, list.into_bytes())?;
    let Filling { archive, mut weights, .. } = filling;
    if !archive.fits() {
        return Err(Unfit::TooLarge);
    }
    weights.package = archive.length();
    let limits = renderer.site.limits();
    faults.add(renderer.unknown_kinds(&limits));
    faults.add(weights.over(&limits));
    faults.add(renderer.pages.missing_messages());
    Ok(Package { archive, name, weights, diagnostics: faults.list })
}

/// Prints what only a package contains, and discards it, to find faults of the templates.
pub fn trial(renderer: &Renderer) -> Diagnostics {
    let mut faults = Faults::default();
    let name = || TaggedText::new("name", None);
    let named = || Named { countries: vec![name()], topics: vec![name()], languages: vec!["language".to_owned()] };
    for edition in renderer.spoken_in(None) {
        let book = handbook::handbook(edition, &renderer.others, None, &mut faults);
        let size = words(book.map_or(0, |book| book.len() as u64));
        for part in [None, Some(named())] {
            let language = edition.site.language();
            let copy = Copy {
                handbooks: vec![Handbook { name: START.to_owned(), language: language.to_owned(), size: size.clone() }],
                site: SITE,
                languages: vec![LocaleLink { language, name: "language", href: START.to_owned() }],
                sums: SUMS,
                files: 1,
                pages: 1,
                size: size.clone(),
                part,
            };
            faults.add(edition.pages.leaf("start.html", "copy", &copy).err().unwrap_or_default());
        }
        faults.add(edition.pages.leaf("part-note.html", "part", &named()).err().unwrap_or_default());
        faults.add(edition.pages.missing_messages());
    }
    faults.list
}

/// A package under construction.
struct Filling<'a> {
    renderer: &'a Renderer,
    name: &'a str,
    archive: Archive,
    weights: Weights,
    /// Files that wait to be compressed: path, the folder `site/` if it belongs to the site, bytes.
    waiting: Vec<(String, Option<&'static str>, Vec<u8>)>,
    waiting_bytes: usize,
    bytes: u64,
    /// Whether the last file continues in the next output.
    goes_on: bool,
}

impl<'a> Filling<'a> {
    fn new(renderer: &'a Renderer, name: &'a str) -> Filling<'a> {
        let edition = &renderer.frame.edition;
        let archive = Archive::new(edition.year, edition.month, edition.day);
        let (waiting, weights) = (Vec::new(), Weights::default());
        Filling { renderer, name, archive, weights, waiting, waiting_bytes: 0, bytes: 0, goes_on: false }
    }

    /// Adds a file of the site, or a further piece of the last one.
    fn take(&mut self, mut output: Output) -> Result<(), Unfit> {
        self.waiting_bytes += output.bytes.len();
        match self.waiting.last_mut().filter(|_| self.goes_on) {
            Some((.., bytes)) => bytes.append(&mut output.bytes),
            None => {
                check_path(&format!("{}/{SITE}{}", self.name, output.path))?;
                self.waiting.push((output.path, Some(SITE), output.bytes));
            }
        }
        self.goes_on = output.goes_on;
        if !self.goes_on && (self.waiting.len() >= BATCH_FILES || self.waiting_bytes >= BATCH_BYTES) {
            self.pack();
        }
        Ok(())
    }

    /// Adds a file that lies beside the site.
    fn put(&mut self, path: &str, below: Option<&'static str>, bytes: Vec<u8>) -> Result<(), Unfit> {
        if path != SUMS {
            check_path(&format!("{}/{path}", self.name))?;
        }
        self.waiting.push((path.to_owned(), below, bytes));
        self.pack();
        Ok(())
    }

    fn pack(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        let known: Vec<_> =
            waiting.iter().map(|(path, below, bytes)| (path.clone(), *below, bytes.len() as u64)).collect();
        let place = |path: &str, below: Option<&str>| format!("{}/{}{path}", self.name, below.unwrap_or_default());
        let named = waiting.into_iter().map(|(path, below, bytes)| (place(&path, below), bytes)).collect();
        let lengths = self.archive.add(named);
        for ((path, below, bytes), packed) in known.into_iter().zip(lengths) {
            let (of_language, inside) = self.renderer.of_path(&path);
            let page = below.and_then(|_| of_language.kind_of(inside));
            self.weights.add(&path, inside, page, bytes, packed);
            self.bytes += bytes;
        }
    }
}

/// Refuses paths that some system cannot store. Those of the site's own files were checked before, so only a long name
/// of a picture can still be refused.
fn check_path(path: &str) -> Result<(), Unfit> {
    let unfit = |why: &str| Unfit::Path(path.to_owned(), why.to_owned());
    if path.len() > LONGEST_ADDRESS + LONGEST_FOLDER {
        return Err(unfit("the path is too long for some systems"));
    }
    // A host may need a file such as `.nojekyll`; what no system refuses is a leading dot.
    let why = path.split('/').find_map(|part| not_portable(part.strip_prefix('.').unwrap_or(part)));
    why.map_or(Ok(()), |why| Err(unfit(why)))
}

/// The title in portable letters, the day of the edition, and the countries or topics of a part. `site` stands for a
/// title that has no such letters.
fn folder_name(frame: &Frame, part: Option<&Subset>) -> String {
    let mut name = String::new();
    if frame.title.is_ascii() {
        for word in slug(&frame.title).split('-') {
            if name.len() + word.len() > LONGEST_TITLE {
                break;
            }
            if !name.is_empty() {
                name.push('-');
            }
            name.push_str(word);
        }
    }
    if name.is_empty() {
        name.push_str("site");
    }
    name.push('-');
    name.push_str(&frame.edition.iso);
    let ids = part.map(Subset::ids).unwrap_or_default();
    let few = ids.iter().map(|id| id.len() + 1).sum::<usize>() <= LONGEST_TITLE;
    match (ids.is_empty(), few) {
        (true, _) => {}
        (false, true) => ids.iter().for_each(|id| {
            name.push('-');
            name.push_str(id);
        }),
        (false, false) => name.push_str("-part"),
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_some_system_cannot_hold_is_refused() {
        for good in ["law-2026-01-31/site/.nojekyll", "law-2026-01-31/site/countries/xr/index.html"] {
            assert_eq!(check_path(good), Ok(()));
        }
        let deep = "a/".repeat(110) + "b.png";
        for bad in ["x/con/a.html", "x/Upper.html", "x/a b.html", "x/\u{435}.html", "x/aux.html", deep.as_str()] {
            assert!(matches!(check_path(bad), Err(Unfit::Path(path, _)) if path == bad), "{bad}");
        }
    }
}
