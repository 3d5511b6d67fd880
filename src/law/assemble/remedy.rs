//! What helps where a reference names a record that does not exist: the id that was most likely meant, those that there
//! are, or the file to write.
//!
//! A suggestion never bridges countries, years or numbers: an article 128 of one code is not article 124 of another, and a
//! report of 2004 is not one of 2005. What differs only in these is listed, and not suggested.

use crate::text::{Diagnostic, is_slug, nearest_id};

use super::super::Kind;

/// The most names that a help lists.
const MOST: usize = 12;

/// Folders of content that are no part of an id.
const FOLDERS: [&str; 11] = [
    "countries",
    "laws",
    "amendments",
    "articles",
    "findings",
    "instruments",
    "sources",
    "topics",
    "questions",
    "terms",
    "conflicts",
];

/// Kinds of records whose files lie in such folders.
const OF_PATH: [Kind; 9] = [
    Kind::Law,
    Kind::Amendment,
    Kind::Provision,
    Kind::Country,
    Kind::Instrument,
    Kind::Source,
    Kind::Topic,
    Kind::Term,
    Kind::Conflict,
];

/// The id in the path of a file: `xr/code/12` of `content/countries/xr/laws/code/12.md`.
pub(super) fn without_folders(path: &str) -> String {
    let path = path.trim_start_matches(['.', '/']);
    let path = path.strip_prefix("content/").unwrap_or(path);
    let path = path.strip_suffix(".md").unwrap_or(path);
    let path = path.strip_suffix("/index").unwrap_or(path);
    path.split('/').filter(|part| !FOLDERS.contains(part)).collect::<Vec<_>>().join("/")
}

fn words(id: &str) -> impl Iterator<Item = &str> {
    id.split(['-', '/', '#']).filter(|word| !word.is_empty() && !word.bytes().all(|b| b.is_ascii_digit()))
}

fn quoted(names: &[&str]) -> String {
    let mut list: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    if names.len() > MOST {
        list.push("…".to_owned());
    }
    list.join(", ")
}

/// The file that would define a record, below `content/`; `None` where the id has another form.
pub(super) fn file_of(kind: Kind, id: &str) -> Option<String> {
    let parts: Vec<&str> = id.split('/').collect();
    if !parts.iter().all(|part| is_slug(part)) {
        return None;
    }
    Some(match (kind, parts[..].len()) {
        (Kind::Source, 1) => format!("content/sources/{id}.md"),
        (Kind::Topic, 1) => format!("content/topics/{id}.md"),
        (Kind::Term, 1) => format!("content/terms/{id}.md"),
        (Kind::Instrument, 1) => format!("content/instruments/{id}.md"),
        (Kind::Conflict, 1) => format!("content/conflicts/{id}.md"),
        (Kind::Country, 1) => format!("content/countries/{id}/index.md"),
        (Kind::Question, 1) => format!("content/questions/…/{id}.md"),
        (Kind::Law, 2) => format!("content/countries/{}/laws/{}/index.md", parts[0], parts[1]),
        (Kind::Amendment, 2) => format!("content/countries/{}/amendments/{}.md", parts[0], parts[1]),
        (Kind::Provision, 3) => format!("content/countries/{}/laws/{}/{}.md", parts[0], parts[1], parts[2]),
        _ => return None,
    })
}

/// Adds to the fault of an unknown reference what helps; the record belongs to one of `kinds`.
pub(super) fn remedy<'a>(
    fault: Diagnostic,
    kinds: &[Kind],
    id: &str,
    ids: &dyn Fn(Kind) -> Vec<&'a str>,
) -> Diagnostic {
    let all: Vec<&str> = kinds.iter().flat_map(|kind| ids(*kind)).collect();
    if id.contains(',') {
        let list: Vec<String> = id.split(',').map(|one| format!("\"{}\"", one.trim())).collect();
        return fault.help(format!("each id of a list has quotation marks of its own: write `[{}]`", list.join(", ")));
    }
    if let Some(near) = nearest_id(id, all.iter().copied()) {
        return fault.suggest(Some(near));
    }
    // The folders of its path were written, too.
    let bare: Vec<&str> = id.split('/').filter(|part| !FOLDERS.contains(part)).collect();
    let bare = bare.join("/");
    if bare != id
        // Without the folder it may be the id of a record of another kind: three parts are an article, two a law or an act.
        && let Some(one) = OF_PATH.iter().flat_map(|kind| ids(*kind)).chain(all.iter().copied()).find(|known| *known == bare)
    {
        return fault.suggest(Some(one));
    }
    // A part of the id was left out, or too much was written: what ends in the same way.
    let last = id.trim_end_matches(".md").rsplit('/').next().unwrap_or_default();
    let first = id.split('/').next().unwrap_or_default();
    let has_end = |known: &&&str| known.ends_with(&format!("/{id}")) || **known == last;
    let has_both = |known: &&&str| known.starts_with(&format!("{first}/")) && known.ends_with(&format!("/{last}"));
    let ends: Vec<&str> = all.iter().filter(has_end).copied().collect();
    let both: Vec<&str> = all.iter().filter(|known| id.matches('/').count() == 1 && has_both(known)).copied().collect();
    match if ends.is_empty() { &both[..] } else { &ends[..] } {
        [one] => return fault.suggest(Some(one)),
        [] => {}
        several => return fault.help(format!("it is one of {}", quoted(several))),
    }
    let is_alike = |known: &&&str| words(known).eq(words(id));
    let of_kind = |kind: &Kind| ids(*kind).iter().filter(is_alike).map(|known| (*kind, *known)).collect::<Vec<_>>();
    let alike: Vec<(Kind, &str)> = kinds.iter().flat_map(of_kind).collect();
    let is_of_law = id.contains('/') && kinds.iter().any(|kind| matches!(kind, Kind::Provision | Kind::Law));
    // Of the articles of a law all have the same words.
    if is_of_law && (alike.is_empty() || id.matches('/').count() > 1) {
        return of_law(fault, kinds, id, ids);
    }
    let kinds: Vec<Kind> = alike.iter().map(|(kind, _)| *kind).chain(kinds.iter().copied()).collect();
    let file = kinds.iter().find_map(|kind| file_of(*kind, id));
    let alike: Vec<&str> = alike.into_iter().map(|(_, known)| known).collect();
    match (alike.is_empty(), file) {
        (false, Some(file)) => fault.help(format!("there are {}; correct the name, or write `{file}`", quoted(&alike))),
        (false, None) => fault.help(format!("there are {}", quoted(&alike))),
        (true, Some(file)) => fault.help(format!("write `{file}`, or correct the name")),
        (true, None) if all.len() <= MOST && !all.is_empty() => fault.help(format!("there are {}", quoted(&all))),
        (true, None) => fault.help("correct the name, or add the record"),
    }
}

/// What helps where a law or an article is unknown: what its country or its law has.
fn of_law<'a>(fault: Diagnostic, kinds: &[Kind], id: &str, ids: &dyn Fn(Kind) -> Vec<&'a str>) -> Diagnostic {
    let parts: Vec<&str> = id.split('/').collect();
    let laws = ids(Kind::Law);
    let country = parts[0];
    let here: Vec<&str> = laws.iter().filter(|law| law.starts_with(&format!("{country}/"))).copied().collect();
    let law = format!("{country}/{}", parts[1]);
    if parts.len() > 2 && !here.contains(&law.as_str()) {
        let near = nearest_id(&law, here.iter().copied()).map(|near| format!("{near}/{}", parts[2..].join("/")));
        if let Some(near) = near.filter(|near| kinds.iter().any(|kind| ids(*kind).contains(&near.as_str()))) {
            return fault.suggest(Some(near));
        }
    }
    let file = file_of(if parts.len() > 2 { Kind::Provision } else { Kind::Law }, id);
    let write = file.map(|file| format!("; correct the id, or write `{file}`")).unwrap_or_default();
    if parts.len() > 2 && laws.contains(&law.as_str()) {
        let of_law = |known: &&&str| known.starts_with(&format!("{law}/"));
        let articles: Vec<&str> = ids(Kind::Provision).iter().filter(of_law).copied().collect();
        return match articles[..] {
            [] => fault.help(format!("`{law}` has no articles here{write}")),
            _ => fault.help(format!("`{law}` has {}{write}", quoted(&articles))),
        };
    }
    let of_country = |known: &&str| known.starts_with(&format!("{country}/")) && known.matches('/').count() == 1;
    let others = kinds.iter().filter(|kind| **kind != Kind::Law).flat_map(|kind| ids(*kind)).filter(of_country);
    let here: Vec<&str> = here.iter().copied().chain(others.filter(|_| parts.len() == 2)).collect();
    match here[..] {
        [] => fault.help(format!("`{country}` has no laws here{write}")),
        _ => fault.help(format!("`{country}` has {}{write}", quoted(&here))),
    }
}
