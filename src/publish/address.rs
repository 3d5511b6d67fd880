//! Paths of the site's files: their length, that no two files share one, and that every system can store them. A path
//! refused here would otherwise fail only when the site is written or packed.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Diagnostic, Diagnostics, Fault, Level, Span, not_portable};

/// The longest path of a file below the root of the site, in bytes. The folder of an offline copy adds up to 65, and
/// Windows allows 260 in all, including the user's own folders.
pub const LONGEST_ADDRESS: usize = 150;

/// Reported for a record whose page would have a path that is too long, or that some system cannot store.
pub static UNFIT_ADDRESS: Fault = Fault {
    code: "unfit-address",
    level: Level::Error,
    summary: "the address of a page is too long, or would not work on every system",
    explanation: "\
The path of a record becomes the path of its page, and that is at most 150 letters long, the folders and `index.html`
among them: Windows opens no path above 260 letters, and before the site's own stand the folders of whoever unpacked it.
Nor can a part of it be a name that Windows reserves for a device (`con`, `aux`, `nul` …), such as the tag of a language.

Give files and folders short names. A name need not say everything: the title does, in the fields of the record.",
};

/// Reported where two records, or a record and a picture, would have the same path.
pub static ADDRESS_TWICE: Fault = Fault {
    code: "address-twice",
    level: Level::Error,
    summary: "two files of the site would have one address",
    explanation: "\
A page on a day lies beside its main view (`12-on-2004-10-05.html` beside `12.html`). A record of such a name would take its
place. Give the record another name.",
};

/// Reported for a static file of a theme whose name some system cannot store.
pub static THEME_FILE_NAME: Fault = Fault {
    code: "theme-file-name",
    level: Level::Error,
    summary: "the name of a theme's file cannot be an address",
    explanation: "\
What lies in `themes/<name>/static/` is published below `assets/` under its own name, and that must work on every system:
lower-case ASCII letters, digits, `-`, `_` and `.`, at most 100 in a part and 150 in all, and no name that Windows reserves
for a device (`con`, `nul`, `com1` …).

Rename the file, and the places in templates and styles that name it.",
};

/// Why the path of a file of the site is refused.
enum Refusal {
    Long,
    NotPortable(&'static str),
}

fn refusal(path: &str) -> Option<Refusal> {
    if path.len() > LONGEST_ADDRESS {
        return Some(Refusal::Long);
    }
    // A host may need a file such as `.nojekyll` in the root of the site.
    let plain = path.strip_prefix('.').filter(|_| !path.contains('/')).unwrap_or(path);
    plain.split('/').find_map(not_portable).map(Refusal::NotPortable)
}

/// Reports faulty paths of pages; each path comes with the span of the record that the page shows. Of several pages of
/// one record, only the first is reported.
pub(super) fn faults(places: impl Iterator<Item = (String, Span)>) -> Diagnostics {
    let mut given: BTreeMap<String, Span> = BTreeMap::new();
    let mut told: BTreeSet<Span> = BTreeSet::new();
    let mut found = Diagnostics::new();
    for (path, at) in places {
        let fault = match refusal(&path) {
            Some(Refusal::Long) => Some(long(&path, at)),
            Some(Refusal::NotPortable(why)) => Some(not_portable_at(&path, why, at)),
            None => given.get(&path).map(|other| {
                let fault = ADDRESS_TWICE.at(at, format!("`{path}` would be the address of two pages"));
                let fault = if *other == at { fault } else { fault.note(*other, "the other is of this record") };
                fault.help("rename the file of one of them")
            }),
        };
        if let Some(fault) = fault.filter(|_| told.insert(at)) {
            found.push(fault);
        }
        given.insert(path, at);
    }
    found
}

fn long(path: &str, at: Span) -> Diagnostic {
    let longest = path.split('/').max_by_key(|part| part.len()).unwrap_or_default();
    let message = format!("the address `{path}` is {} letters long; {LONGEST_ADDRESS} are allowed", path.len());
    let over = path.len() - LONGEST_ADDRESS;
    UNFIT_ADDRESS
        .at(at, message)
        .help(format!("make the names of its file and folders {over} letters shorter; `{longest}` is the longest"))
}

fn not_portable_at(path: &str, why: &str, at: Span) -> Diagnostic {
    let message = format!("the address `{path}` would not work on every system: {why} (in a part of it)");
    UNFIT_ADDRESS.at(at, message).help("rename the file or the folder that gives it this name")
}

/// The pictures that cannot be published: path below `content/`, and the reason. Of two with the same path, the later
/// one is reported.
pub fn unfit_pictures<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<(&'a str, String)> {
    let mut given: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for path in paths {
        let published = picture_path(path);
        let why = match refusal(&published) {
            Some(Refusal::Long) => {
                let length = published.len();
                format!("its address `{published}` would be {length} letters long; {LONGEST_ADDRESS} are allowed")
            }
            Some(Refusal::NotPortable(why)) => why.to_owned(),
            None => match given.insert(published, path) {
                Some(other) => format!("`content/{other}` has the same address"),
                None => continue,
            },
        };
        found.push((path, why));
    }
    found
}

/// The path of a picture in the site, given its path below `content/`.
pub(super) fn picture_path(path: &str) -> String {
    format!("pictures/{}", path.strip_prefix("pictures/").unwrap_or(path))
}

/// Why a static file of a theme cannot be published as `published`; `None` if it can.
pub(super) fn of_theme_file(published: &str) -> Option<String> {
    Some(match refusal(published)? {
        Refusal::Long => format!("`{published}` is longer than {LONGEST_ADDRESS} letters"),
        Refusal::NotPortable(why) => why.to_owned(),
    })
}
