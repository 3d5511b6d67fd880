//! Files that desktops, office programs and editors leave in folders. One list for the whole program, so that the check
//! of a copy does not complain about files that reading ignores. Conflict copies made by sync programs are not listed:
//! somebody has to choose between the two versions.

/// Names that operating systems and desktops create, in lower case.
const OF_DESKTOPS: &[&str] = &[
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    "icon\r",
    ".ds_store",
    ".localized",
    ".directory",
    ".appledouble",
    ".apdisk",
    ".spotlight-v100",
    ".trashes",
    ".fseventsd",
    ".documentrevisions-v100",
    ".temporaryitems",
    ".volumeicon.icns",
    "__macosx",
    "@eadir",
    "#recycle",
    "$recycle.bin",
    "system volume information",
    "network trash folder",
    "temporary items",
    "lost+found",
    "picasa.ini",
];

/// Suffixes under which editors, downloads and merges keep backups and unfinished files.
const OF_EDITORS: &[&str] = &[
    "~",
    ".swp",
    ".swo",
    ".swx",
    ".swpx",
    ".kate-swp",
    ".bak",
    ".orig",
    ".rej",
    ".tmp",
    ".temp",
    ".part",
    ".crdownload",
    ".download",
    ".save",
];

/// Whether a desktop, an archiver or an office program creates files or folders of this name.
pub fn is_of_desktop(name: &str) -> bool {
    let small = name.to_lowercase();
    // Owner files: `~$Profile.docx` of Office, `.~lock.Profile.odt#` of LibreOffice; `._name` beside each file copied
    // from a Mac.
    let begins = small.starts_with("~$") || small.starts_with("._") || small.starts_with(".trash-");
    // Streams of Windows that another system shows as files, and files that an application of a Mac writes beside its own:
    // `12.md.sb-1a2b3c4d-XyZ012`.
    let is_beside = small.ends_with(":zone.identifier")
        || small
            .rsplit_once(".sb-")
            .is_some_and(|(_, end)| end.split_once('-').is_some_and(|(one, other)| one.len() == 8 && other.len() == 6));
    begins
        || is_beside
        || (small.starts_with(".~lock.") && small.ends_with('#'))
        || OF_DESKTOPS.contains(&small.as_str())
}

/// Whether a copy of a site may hold a file of this name that is not on its list: one that a desktop leaves, and none
/// that a browser shows or runs. Files of a Mac beside others (`._index.html`) hold no page, whatever their name ends in.
pub fn is_left_by_desktop(name: &str) -> bool {
    const OF_BROWSERS: &[&str] = &[".html", ".htm", ".xhtml", ".svg", ".xml", ".js", ".mjs", ".css", ".pdf"];
    let small = name.to_lowercase();
    is_of_desktop(name) && (small.starts_with("._") || !OF_BROWSERS.iter().any(|end| small.ends_with(end)))
}

/// Whether an editor creates files of this name: backups, swap files, and `4913`, by which Vim tests whether a folder
/// is writable.
pub fn is_of_editor(name: &str) -> bool {
    let small = name.to_lowercase();
    let autosave = small.len() > 2 && small.starts_with('#') && small.ends_with('#');
    autosave || small == "4913" || OF_EDITORS.iter().any(|end| small.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_never_left_by_a_desktop() {
        for name in ["Thumbs.db", ".DS_Store", "~$Profile.docx", "._index.html"] {
            assert!(is_left_by_desktop(name), "{name}");
        }
        for name in ["~$index.html", ".~lock.index.html", "index.html", ".trash-1.svg"] {
            assert!(!is_left_by_desktop(name), "{name}");
        }
    }

    #[test]
    fn what_programs_leave_is_told_from_what_people_write() {
        for name in [
            "Thumbs.db",
            "Desktop.ini",
            "Icon\r",
            "~$Profile.docx",
            "._12.md",
            "__MACOSX",
            ".~lock.a.odt#",
            "12.md:Zone.Identifier",
            "12.md.sb-1a2b3c4d-XyZ012",
        ] {
            assert!(is_of_desktop(name), "{name}");
        }
        for name in ["index.md~", "12.md.bak", "#12.md#", "4913", ".12.md.swp", "12.MD.ORIG"] {
            assert!(is_of_editor(name), "{name}");
        }
        for name in [
            "index.md",
            "12 2.md",
            "index (1).md",
            "index - Copy.md",
            "index.sync-conflict-2.md",
            "icon.png",
            ".htaccess",
        ] {
            assert!(!is_of_desktop(name) && !is_of_editor(name), "{name}");
        }
    }
}
