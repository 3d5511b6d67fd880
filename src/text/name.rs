//! Names: what an id may look like, and which known name is nearest to an unknown one.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Whether `name` can be an id or a part of one: lower-case ASCII letters and digits, with single `-` between them.
pub fn is_slug(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.contains("--")
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What was most likely meant by a name with capitals, spaces or underscores: `penal-code` of `Penal Code`.
pub fn slug_meant(name: &str) -> String {
    name.to_ascii_lowercase().replace([' ', '_'], "-")
}

/// The first letter of `name` that is not ASCII but may look like it (Cyrillic `а`, `е`, `о` …).
pub fn foreign_letter(name: &str) -> Option<char> {
    name.chars().find(|c| !c.is_ascii() && c.is_alphabetic())
}

/// Makes a slug for a file name or id: ASCII letters and digits stay, other letters become their code point, so that
/// two Cyrillic titles stay different, and everything else becomes `-`.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let piece = match c {
            'a'..='z' | '0'..='9' => c.to_string(),
            'A'..='Z' => c.to_ascii_lowercase().to_string(),
            _ if c.is_alphanumeric() => format!("u{:x}", c as u32),
            _ => {
                gap = true;
                continue;
            }
        };
        if gap && !out.is_empty() {
            out.push('-');
        }
        gap = false;
        out.push_str(&piece);
    }
    if out.is_empty() { "x".to_owned() } else { out }
}

/// The anchor of a heading with these words: letters and digits of any script, in lower case and normalized to NFC;
/// everything else becomes `-`.
pub(super) fn anchor(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.nfc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || (is_combining_mark(c) && !out.is_empty()) {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    if out.is_empty() { "x".to_owned() } else { out }
}

/// The known name that is nearest to `name`, if one is near enough to be meant (Damerau–Levenshtein distance of at
/// most a third of its length, at least one).
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1);
    known
        .into_iter()
        .filter(|k| k.len().abs_diff(name.len()) <= limit.max(3) * 2)
        .map(|k| (strsim::damerau_levenshtein(name, k), k))
        // A name of one letter would be near every other of one letter.
        .filter(|(d, k)| *d <= limit && *d < k.chars().count())
        .min()
        .map(|(_, k)| k)
}

/// Why `part` cannot be a component of a file path on all systems to which people copy a site; `None` if it can. FAT
/// and Windows ignore case, reserve names and refuse some characters, and archive tools mangle non-ASCII names.
pub fn not_portable(part: &str) -> Option<&'static str> {
    const RESERVED: &[&str] = &["con", "prn", "aux", "nul"];
    let stem = part.split('.').next().unwrap_or(part);
    let numbered =
        |device: &str| stem.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.');
    if part.is_empty() {
        Some("it is empty")
    } else if part.starts_with('.') || part.ends_with('.') {
        Some("it begins or ends with a dot")
    } else if part.len() > 100 {
        Some("it is longer than 100 characters")
    } else if !part.bytes().all(plain) {
        Some("it has other characters than lower-case ASCII letters, digits, `-`, `_` and `.`")
    } else if RESERVED.contains(&stem) || numbered("com") || numbered("lpt") {
        Some("Windows reserves it for a device")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_some_system_refuses_is_not_portable() {
        for bad in
            ["", ".", "..", ".hidden", "end.", "Upper", "a b", "\u{435}", "a:b", "con", "nul.html", "com1", "lpt9.md"]
        {
            assert!(not_portable(bad).is_some(), "{bad}");
        }
        assert!(not_portable(&"a".repeat(101)).is_some());
        for good in ["index.html", "console", "com", "com10", "128-sup1.html", "on-2004-01-01.html"] {
            assert_eq!(not_portable(good), None, "{good}");
        }
    }

    #[test]
    fn a_name_one_slip_away_is_offered_and_a_stranger_is_not() {
        assert_eq!(nearest("captial", ["capital", "name"]), Some("capital"));
        assert_eq!(nearest("zebra", ["capital", "name"]), None);
        assert_eq!(nearest("a", ["p"]), None);
    }

    #[test]
    fn a_cyrillic_letter_in_a_name_is_found() {
        assert_eq!(foreign_letter("xr/p\u{435}nal"), Some('\u{435}'));
        assert_eq!(foreign_letter("xr/penal"), None);
    }

    #[test]
    fn two_titles_in_cyrillic_stay_two() {
        assert_ne!(slug("Суд"), slug("Год"));
        assert_eq!(slug("What the law says"), "what-the-law-says");
    }

    #[test]
    fn a_heading_of_any_script_has_an_anchor_that_can_be_read() {
        for (words, expected) in [
            ("What the law says", "what-the-law-says"),
            ("§ 1. Definition", "1-definition"),
            ("Статья 128¹", "статья-128¹"),
            ("Суд — и год", "суд-и-год"),
            ("Қылмыс. И\u{306}", "қылмыс-й"),
            ("中文", "中文"),
            ("กฎหมายที่", "กฎหมายที่"),
            ("İzin", "i\u{307}zin"),
            ("x_y", "x-y"),
            ("?!", "x"),
        ] {
            assert_eq!(anchor(words), expected, "{words}");
        }
    }
}
