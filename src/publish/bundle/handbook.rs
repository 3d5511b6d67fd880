//! The handbook: the site's main pages in one file, for telephones, whose file managers pass a browser a single file
//! without its neighbours.
//!
//! What comes in is the renderer and the part that is asked for; what goes out is one page that needs no other file.
//! Its chapters are the contents of `<main>` of the countries' pages, the matrix, the treaty status, the page about the
//! method, the glossary and the sources. Links between them stay within the file; a link to a page that is no chapter
//! leads to the place where a chapter mentions that page, or becomes plain text. Its style is embedded, and its
//! Content-Security-Policy allows it by its hash.
//!
//! A chapter is the block `chapter` of the page's own template, printed with headings one level lower and with every id
//! prefixed by that of the chapter.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::publish::fault::Faults;
use crate::publish::link::{Book as Bound, Chapter as Binding, Links, Noted};
use crate::publish::renderer::Renderer;
use crate::site::{self, Address, Membership, Subset};
use crate::text::{Diagnostic, TaggedText};

use super::named::Named;

/// The position of a page among the chapters, and the folder of pages that the chapter mentions, to which links may
/// therefore lead; `None` for pages that are no chapter.
fn chapter(page: &site::Page) -> Option<(usize, Option<&'static str>)> {
    match page {
        site::Page::Country(_) => Some((0, None)),
        site::Page::Matrix => Some((1, Some("questions/"))),
        site::Page::Treaties => Some((2, Some("instruments/"))),
        site::Page::About => Some((3, None)),
        site::Page::Glossary => Some((4, None)),
        site::Page::Sources => Some((5, Some("sources/"))),
        _ => None,
    }
}

/// The values of the template `handbook`.
#[derive(Serialize)]
struct Book<'a> {
    chapters: Vec<Chapter>,
    style: &'a str,
    /// The SHA-256 of the style, in base64.
    sum: String,
    part: Option<Named>,
    /// `ltr` or `rtl`.
    direction: &'static str,
}

#[derive(Serialize)]
struct Chapter {
    id: String,
    kind: &'static str,
    /// Empty where the kind of page is the whole title.
    title: TaggedText,
    html: String,
}

/// A page that becomes a chapter.
struct Page<'a> {
    address: &'a Address,
    /// The folder of the pages that it mentions, within the folder of its language.
    names: Option<String>,
}

/// Prints the handbook of a site, or of a part of it; `files` are its pictures and its style, which all languages
/// share.
pub(super) fn handbook(
    renderer: &Renderer,
    files: &BTreeMap<String, Arc<[u8]>>,
    part: Option<&Subset>,
    faults: &mut Faults,
) -> Option<Vec<u8>> {
    let pages = printed(renderer, pages(renderer, part), faults);
    let bound = Arc::new(bound(renderer, &pages, files));
    let print = |(page, _): &(Page<'_>, Noted)| {
        let id = id_of(&page.address.path);
        let binding = Binding { id: id.clone(), names: page.names.clone(), book: bound.clone() };
        let (title, html) = renderer.chapter(page.address, binding)?;
        Ok(Chapter { id, kind: page.address.page.kind(), title, html })
    };
    let printed: Vec<Result<Chapter, Vec<Diagnostic>>> = pages.par_iter().map(print).collect();
    let mut chapters = Vec::new();
    for chapter in printed {
        match chapter {
            Ok(chapter) => chapters.push(chapter),
            Err(found) => faults.add(found),
        }
    }
    let style = files.get("assets/style.css").map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    // Inside a `style` element only its end tag is special.
    let style = format!("\n{}\n", style.trim().replace("</", "<\\/"));
    let sum = BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()));
    let part = part.map(|part| Named::of(renderer, part));
    let book = Book { chapters, style: &style, sum, part, direction: renderer.site.direction() };
    renderer.pages.leaf("handbook.html", "book", &book).map_err(|found| faults.add(found)).ok()
}

/// The pages that become chapters, in order.
fn pages<'a>(renderer: &'a Renderer, part: Option<&Subset>) -> Vec<Page<'a>> {
    let chosen = |address: &&Address| {
        address.on.is_none()
            && part.is_none_or(|part| site::belongs(&renderer.site, part, address) != Membership::Outside)
    };
    let order: BTreeMap<String, usize> = renderer.site.country_paths().zip(0..).collect();
    let found = renderer.addresses.iter().filter(chosen);
    let mut chapters: Vec<(usize, Option<&str>, &Address)> =
        found.filter_map(|address| chapter(&address.page).map(|(place, names)| (place, names, address))).collect();
    // Countries that are compared come first, as in the matrix.
    chapters.sort_by_key(|(place, _, address)| (*place, order.get(&*address.path)));
    let folder = renderer.site.folder();
    let page = |(_, names, address): (usize, Option<&str>, &'a Address)| Page {
        address,
        names: names.map(|names| format!("{folder}{names}")),
    };
    chapters.into_iter().map(page).collect()
}

/// Prints the pages once, to learn which links they print and to drop those with faults: printing a chapter alone would
/// not report a page that is too long.
fn printed<'a>(renderer: &Renderer, pages: Vec<Page<'a>>, faults: &mut Faults) -> Vec<(Page<'a>, Noted)> {
    let print = |page: &Page<'_>| renderer.page_in_copy(page.address, Links::Whole, None).map(|(_, noted)| noted);
    let noted: Vec<Result<Noted, Vec<Diagnostic>>> = pages.par_iter().map(print).collect();
    let printed = pages.into_iter().zip(noted).filter_map(|(page, noted)| match noted {
        Ok(noted) => Some((page, noted)),
        Err(found) => {
            faults.add(found);
            None
        }
    });
    printed.collect()
}

/// The index of the file: its chapters, the places where they mention other pages, and its pictures.
fn bound(renderer: &Renderer, printed: &[(Page<'_>, Noted)], files: &BTreeMap<String, Arc<[u8]>>) -> Bound {
    let folder = renderer.site.folder();
    let chapter = |page: &Page<'_>| (format!("{folder}{}", page.address.path), id_of(&page.address.path));
    let chapters: BTreeMap<String, String> = printed.iter().map(|(page, _)| chapter(page)).collect();
    let mut places = BTreeMap::new();
    for (page, noted) in printed {
        let Some(names) = &page.names else { continue };
        // The page also links to the list of these pages itself, which is no place in it.
        let list = format!("{names}index.html");
        let named = noted.links.iter().filter(|path| path.starts_with(names) && **path != list);
        places.extend(named.filter(|path| !chapters.contains_key(*path)).map(|path| {
            let id = format!("place-{}", id_of(path.strip_prefix(folder).unwrap_or(path)));
            (path.clone(), id)
        }));
    }
    let pictures = files.iter().filter(|(path, _)| path.starts_with("pictures/"));
    let pictures = pictures.map(|(path, bytes)| (path.clone(), held(path, bytes))).collect();
    Bound { chapters, places, pictures }
}

/// A picture as a `data:` URL.
fn held(path: &str, bytes: &[u8]) -> String {
    let kind = match path.rsplit('.').next().unwrap_or_default() {
        "svg" => "svg+xml",
        "jpg" => "jpeg",
        other => other,
    };
    format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// The id of a page's chapter.
fn id_of(path: &str) -> String {
    path.trim_end_matches("/index.html").trim_end_matches(".html").replace(['/', '.'], "-")
}
