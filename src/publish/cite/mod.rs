//! Pages as references for reference managers: BibTeX, RIS and CSL-JSON.
//!
//! What comes in is a [`Reference`]; what goes out is text in one of three formats. The site has one file of each
//! format; each page has a `data:` URL with its own reference in CSL-JSON only, from which the theme's `cite.js` makes
//! the others.

mod bibtex;
mod csl;
mod field;
mod ris;
#[cfg(test)]
mod tests;

use crate::site::view::{Reference, ReferenceFile};

/// Formats one reference.
type Print = fn(&Reference) -> String;

/// The formats: file extension, media type, and the function that formats one reference.
const FORMS: [(&str, &str, Print); 3] = [
    ("bib", "application/x-bibtex", bibtex::print),
    ("ris", "application/x-research-info-systems", ris::print),
    ("json", "application/vnd.citationstyles.csl+json", csl::print),
];

/// The format that each page contains: the others add nothing to it except the article in words and the year in the
/// words of a source, which the template puts beside it.
const ON_PAGE: &str = "json";

/// Adds the file for the page to a reference. A separate file per page would double the number of files, and on a
/// memory stick with large clusters take more space than all pages; a `data:` URL also works from a folder. All three
/// formats would take 2.5 KB on each page.
pub fn with_files(reference: Reference) -> Reference {
    let file = |(ending, content, print): &(&'static str, &str, Print)| ReferenceFile {
        form: ending,
        name: format!("{}.{ending}", reference.key),
        href: address_of(content, &print(&reference)),
    };
    Reference { files: FORMS.iter().filter(|(ending, ..)| *ending == ON_PAGE).map(file).collect(), ..reference }
}

/// The paths of the three files with the references of the whole site.
pub fn paths() -> [String; 3] {
    FORMS.map(|(ending, ..)| path(ending))
}

fn path(ending: &str) -> String {
    format!("data/references.{ending}")
}

/// Prints the file at `path_of` with these references, one at a time; `false` where there is no such file.
pub fn print(path_of: &str, references: impl Iterator<Item = Reference>, out: &mut dyn FnMut(&str)) -> bool {
    let Some((ending, _, print)) = FORMS.iter().find(|(ending, ..)| path(ending) == path_of) else { return false };
    let json = *ending == "json";
    if json {
        out("[\n");
    }
    for (number, reference) in references.enumerate() {
        if json {
            // Each reference is printed as a list of one; its brackets are removed.
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

/// A `data:` URL. Letters are not percent-encoded: browsers read them as UTF-8.
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
