//! Derives the kind of a file and its id from its path.

use crate::text::{Diagnostic, Fault, Level, Span, foreign_letter, is_slug, nearest, slug};

use super::fault::BAD_FILE_NAME;
use super::form::{FileKind, Place};
use super::kind::KINDS;
use super::noun::form_noun;
use super::record::COMMON;
use super::value::{has_form_of_language, refused};

pub static MISPLACED: Fault = Fault {
    code: "misplaced-file",
    level: Level::Error,
    summary: "a file is in a place where no kind of record belongs",
    explanation: "The path of a file says what it is and which: `countries/xr/laws/penal-code/12.md` is article 12 of the \
penal code of xr. `collatio new` puts a form where it belongs.",
};

pub static TRANSLATION_FILE: Fault = Fault {
    code: "translation-file",
    level: Level::Error,
    summary: "a record is in a language that the site does not have",
    explanation: "`name.ru.md` is the Russian wording of the record `name.md`. It is read where `languages` in \
`collatio.toml` names `ru` after the first language; else it would be missing from what is published.",
};

/// Parses a path below `content/`; `head` is the span for a fault.
pub(super) fn place(below: &str, head: Span) -> Result<Place<'_>, Diagnostic> {
    let Some(stem) = below.strip_suffix(".md") else {
        return Err(MISPLACED
            .at(head, format!("`{below}` is not a Markdown file"))
            .help("records are files with the ending `.md`"));
    };
    if let Some((_, tag)) = translation(below) {
        let fault = TRANSLATION_FILE.at(head, format!("`{below}` is a record in the language `{tag}`"));
        return Err(fault.help(format!("name `{tag}` after the first language in `languages` of `collatio.toml`")));
    }
    let parts: Vec<&str> = stem.split('/').collect();
    let Some(place) = KINDS.iter().find_map(|kind| fits(kind, &parts)) else {
        return Err(MISPLACED.at(head, format!("no kind of record belongs at `{below}`")));
    };
    if let Some((name, why)) = place.names.iter().find_map(|name| Some((name, refused(name)?))) {
        return Err(BAD_FILE_NAME.at(head, format!("`{name}` cannot be a part of an id: {why}")).help("rename it"));
    }
    match place.names.iter().find(|name| !is_slug(name)) {
        None => Ok(place),
        Some(name) => {
            let fault = BAD_FILE_NAME.at(head, format!("`{name}` cannot be a part of an id"));
            Err(match foreign_letter(name) {
                Some(letter) => fault.help(format!("`{letter}` is not ASCII; rename it in ASCII letters")),
                None => fault.help(format!("rename it, perhaps to `{}`", slug(name))),
            })
        }
    }
}

/// Splits the path of a translation into the record's path without `.md` and the language tag: `a` and `ru` for
/// `a.ru.md`. `None` for other files.
pub(super) fn translation(below: &str) -> Option<(&str, &str)> {
    let (record, tag) = below.strip_suffix(".md")?.rsplit_once('.')?;
    let named = !record.is_empty() && !record.ends_with('/') && !tag.contains('/');
    (named && has_form_of_language(tag)).then_some((record, tag))
}

fn fits<'p>(kind: &'static FileKind, parts: &[&'p str]) -> Option<Place<'p>> {
    let pattern: Vec<&str> = kind.path.trim_end_matches(".md").split('/').collect();
    if pattern.len() != parts.len() {
        return None;
    }
    let mut names = Vec::new();
    for (wanted, part) in pattern.iter().zip(parts) {
        if wanted.starts_with('{') {
            names.push(*part);
        } else if wanted != part {
            return None;
        }
    }
    // `index` is the name of the folder's own record, so it cannot be an id.
    (!names.contains(&"index")).then_some(Place { kind, names })
}

/// Adds a help to the fault of a misplaced file: where it probably belongs, judged by its fields, else by its path.
pub(super) fn belongs(fault: Diagnostic, below: &str, fields: &[&str]) -> Diagnostic {
    if let Some(kind) = kind_of_fields(fields) {
        return fault.help(format!("its fields are those of {}, which belongs at `{}`", form_noun(kind), kind.path));
    }
    let folder = below.split('/').next().unwrap_or_default();
    let folders = KINDS.iter().filter_map(|kind| kind.path.split_once('/').map(|(folder, _)| folder));
    if folders.clone().any(|known| known == folder) {
        let mut lies: Vec<String> = Vec::new();
        for kind in KINDS.iter().filter(|kind| kind.path.split('/').next() == Some(folder)) {
            lies.push(format!("{} at `{}`", form_noun(kind), kind.path));
        }
        return fault.help(format!("`{folder}/` holds {}", lies.join(", ")));
    }
    match nearest(folder, folders.clone()) {
        Some(near) if below.contains('/') => fault.help(format!("did you mean the folder `{near}`?")),
        _ => {
            let mut known: Vec<&str> = folders.collect();
            known.sort_unstable();
            known.dedup();
            fault.help(format!("records belong in the folders {}", known.join(", ")))
        }
    }
}

/// The only kind whose form has all these fields and requires no others; `None` if there are none or several.
fn kind_of_fields(names: &[&str]) -> Option<&'static FileKind> {
    let fits = |kind: &&FileKind| {
        let required = || kind.fields.iter().filter(|field| field.required);
        required().next().is_some()
            && required().all(|field| names.contains(&field.name))
            && names.iter().all(|name| kind.fields.iter().chain(COMMON).any(|field| field.name == *name))
    };
    let mut fitting = KINDS.iter().filter(fits);
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}
