//! A page as a reference for reference managers: BibTeX, RIS and CSL-JSON.
//!
//! What comes in is a [`Reference`]; what goes out is text in one of three forms: for the site as one file of each form, for
//! a page as an address that holds the whole file, in one form alone: of CSL-JSON `cite.js` of the theme makes the others.

mod bibtex;
mod csl;
mod field;
mod ris;
#[cfg(test)]
mod tests;

use crate::site::view::{Reference, ReferenceFile};

/// What prints one reference.
type Print = fn(&Reference) -> String;

/// The forms: ending of the file, type of its content, and the function that prints one reference.
const FORMS: [(&str, &str, Print); 3] = [
    ("bib", "application/x-bibtex", bibtex::print),
    ("ris", "application/x-research-info-systems", ris::print),
    ("json", "application/vnd.citationstyles.csl+json", csl::print),
];

/// The form that stands on each page: the others say nothing that it does not say, but for the article in words and the
/// year in the words of a source, which the template puts beside it.
const ON_PAGE: &str = "json";

/// The reference with the file that stands on the page. A file of its own would be one more for every page, and on a stick
/// with large clusters more room than all pages together; an address that holds the file works from a folder, too. All three
/// would be 2.5 KB on each page.
pub fn with_files(reference: Reference) -> Reference {
    let file = |(ending, content, print): &(&'static str, &str, Print)| ReferenceFile {
        form: ending,
        name: format!("{}.{ending}", reference.key),
        href: address_of(content, &print(&reference)),
    };
    Reference { files: FORMS.iter().filter(|(ending, ..)| *ending == ON_PAGE).map(file).collect(), ..reference }
}

/// The files that hold the references of the whole site: their paths.
pub fn paths() -> [String; 3] {
    FORMS.map(|(ending, ..)| path(ending))
}

fn path(ending: &str) -> String {
    format!("data/references.{ending}")
}

/// The file at `path` with these references, a piece at a time; `false` where there is no such file.
pub fn print(path_of: &str, references: impl Iterator<Item = Reference>, out: &mut dyn FnMut(&str)) -> bool {
    let Some((ending, _, print)) = FORMS.iter().find(|(ending, ..)| path(ending) == path_of) else { return false };
    let json = *ending == "json";
    if json {
        out("[\n");
    }
    for (number, reference) in references.enumerate() {
        if json {
            // One alone is a list, too: its brackets go.
            let one = print(&reference);
            let one = one.trim().trim_start_matches('[').trim_end_matches(']');
            out(if number == 0 { "" } else { ",\n" });
            out(one);
        } else {
            out(&print(&reference));
        }
    }
    if json {
        out("\n]\n");
    }
    true
}

/// An address that holds a whole file. Letters stay as they are: browsers send them as UTF-8.
fn address_of(content: &str, text: &str) -> String {
    let mut out = String::with_capacity(content.len() + text.len() * 2);
    out.extend(["data:", content, ";charset=utf-8,"]);
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' => out.push(c),
            '-' | '.' | '_' | '~' | '!' | '$' | '(' | ')' | '*' | ',' | ';' | '=' | ':' | '@' | '/' | '?' => {
                out.push(c)
            }
            c if !c.is_ascii() && c.is_alphabetic() => out.push(c),
            c => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])));
            }),
        }
    }
    out
}
