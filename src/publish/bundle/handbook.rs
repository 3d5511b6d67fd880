//! The handbook: the site's main pages in one file, for telephones, whose file managers hand a browser one file and not
//! its neighbours.
//!
//! What comes in is the renderer, and the part that is asked for; what goes out is one page that needs no other file. Its
//! chapters are what stands inside `<main>` of the countries' pages, the matrix, the treaty status, the page about the
//! method, the glossary and the sources. Links between them lead on within the file; a link to a page that is no chapter
//! leads to the place where a chapter names it, or becomes plain words. Its only style stands in it, and its policy allows
//! that one by its sum.
//!
//! Why printed pages are read here: a chapter is what the site's own templates print for a page, with each heading a level
//! lower and each id under the chapter's name. Only tags and their attributes are read; no text of the content is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::publish::fault::Faults;
use crate::publish::markup::{Piece, Tag, pieces, target};
use crate::publish::renderer::Renderer;
use crate::site::{self, Address, Membership, Subset};

use super::named::Named;

/// Where a page stands among the chapters, and the folder of pages that it names, to which links then lead; `None`: it is
/// no chapter.
fn chapter(page: &site::Page) -> Option<(usize, &'static str)> {
    match page {
        site::Page::Country(_) => Some((0, "")),
        site::Page::Matrix => Some((1, "questions/")),
        site::Page::Treaties => Some((2, "instruments/")),
        site::Page::About => Some((3, "")),
        site::Page::Glossary => Some((4, "")),
        site::Page::Sources => Some((5, "sources/")),
        _ => None,
    }
}

/// Attributes that name other places of the page.
const NAMING: &[&str] = &["id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];
/// Attributes that mean something without a link.
const KEPT: &[&str] = &["class", "lang", "dir"];

/// What the template sees.
#[derive(Serialize)]
struct Book<'a> {
    chapters: Vec<Chapter>,
    style: &'a str,
    /// The SHA-256 of the style, in base 64.
    sum: String,
    part: Option<Named>,
    /// `ltr` or `rtl`.
    direction: &'static str,
}

#[derive(Serialize)]
struct Chapter {
    id: String,
    kind: &'static str,
    title: String,
    html: String,
}

/// A page that is to be a chapter.
struct Page {
    path: String,
    kind: &'static str,
    names: &'static str,
    /// What stands inside `<main>`.
    main: String,
    ids: BTreeSet<String>,
}

/// The handbook of a site, or of a part of it; `files` are its pictures and its style, which all languages share.
pub(super) fn handbook(
    renderer: &Renderer,
    files: &BTreeMap<String, Arc<[u8]>>,
    part: Option<&Subset>,
    faults: &mut Faults,
) -> Option<Vec<u8>> {
    let pages = pages(renderer, part, faults);
    let by_path: BTreeMap<&str, &Page> = pages.iter().map(|page| (page.path.as_str(), page)).collect();
    let places: BTreeSet<String> =
        pages.iter().flat_map(named_places).filter(|p| !by_path.contains_key(p.as_str())).collect();
    let chapters = pages.par_iter().map(|page| Binding { files, by_path: &by_path, places: &places, page }.chapter());
    let style = files.get("assets/style.css").map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    // Nothing but its own end may end a style.
    let style = format!("\n{}\n", style.trim().replace("</", "<\\/"));
    let sum = BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()));
    let book = Book {
        chapters: chapters.collect(),
        style: &style,
        sum,
        part: part.map(|part| Named::of(renderer, part)),
        direction: renderer.site.direction(),
    };
    renderer.pages.leaf("handbook.html", "book", &book).map_err(|found| faults.add(found)).ok()
}

fn pages(renderer: &Renderer, part: Option<&Subset>, faults: &mut Faults) -> Vec<Page> {
    let chosen = |address: &&Address| {
        address.on.is_none()
            && part.is_none_or(|part| crate::site::belongs(&renderer.site, part, address) != Membership::Outside)
    };
    let order: BTreeMap<String, usize> = renderer.site.country_paths().zip(0..).collect();
    let found = renderer.addresses.iter().filter(chosen);
    let mut chapters: Vec<(usize, &str, &Address)> =
        found.filter_map(|address| chapter(&address.page).map(|(place, names)| (place, names, address))).collect();
    // Of the countries those that are compared stand first, as in the matrix.
    chapters.sort_by_key(|(place, _, address)| (*place, order.get(&*address.path)));
    let printed: Vec<_> =
        chapters.into_par_iter().map(|(_, names, address)| (names, address, renderer.page(address))).collect();
    let mut list = Vec::new();
    for (names, address, page) in printed {
        match page {
            Ok(page) => {
                let main = main_of(&String::from_utf8_lossy(&page.bytes));
                let ids = tags(&main).filter_map(|tag| tag.get("id").map(str::to_owned)).collect();
                list.push(Page { path: page.path, kind: address.page.kind(), names, main, ids });
            }
            Err(found) => faults.add(found),
        }
    }
    list
}

/// What stands inside `<main>`.
fn main_of(html: &str) -> String {
    let mut inside = false;
    let mut out = String::new();
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) if tag.name == "main" => inside = !tag.closes,
            Piece::Tag(tag) if inside => out.push_str(tag.whole),
            Piece::Text(text) if inside => out.push_str(text),
            _ => {}
        }
    }
    out
}

fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    pieces(html).into_iter().filter_map(|piece| if let Piece::Tag(tag) = piece { Some(tag) } else { None })
}

/// The pages that a chapter names and that others may want to lead to.
fn named_places(page: &Page) -> Vec<String> {
    let links = tags(&page.main).filter(|tag| tag.opens("a"));
    let paths = links.filter_map(|tag| Some(target(&page.path, tag.get("href")?)?.0));
    paths.filter(|path| !page.names.is_empty() && path.starts_with(page.names)).collect()
}

/// Makes a chapter of a page.
struct Binding<'a> {
    files: &'a BTreeMap<String, Arc<[u8]>>,
    by_path: &'a BTreeMap<&'a str, &'a Page>,
    places: &'a BTreeSet<String>,
    page: &'a Page,
}

impl Binding<'_> {
    fn chapter(&self) -> Chapter {
        let id = id_of(&self.page.path);
        let mut html = String::with_capacity(self.page.main.len());
        let mut named = BTreeSet::new();
        let (mut open, mut drawing, mut script) = (None, false, false);
        let mut title = String::new();
        let mut in_title = false;
        for piece in pieces(&self.page.main) {
            match piece {
                Piece::Tag(tag) if tag.name == "script" => script = !tag.closes,
                _ if script => {}
                Piece::Tag(tag) if tag.opens("a") => open = self.link(&tag, &id, drawing, &mut named, &mut html),
                Piece::Tag(tag) if tag.closes && tag.name == "a" => {
                    html.push_str(&format!("</{}>", open.take().unwrap_or("a")));
                }
                Piece::Tag(tag) => {
                    if tag.name == "svg" {
                        drawing = !tag.closes;
                    }
                    if tag.name == "h1" {
                        in_title = !tag.closes && title.is_empty();
                    }
                    self.tag(&tag, &id, &mut html);
                }
                Piece::Text(text) => {
                    if in_title {
                        title.push_str(text);
                    }
                    html.push_str(text);
                }
            }
        }
        Chapter { id, kind: self.page.kind, title, html }
    }

    /// The opening tag of a link; returns by what it is to be closed.
    fn link(
        &self,
        tag: &Tag<'_>,
        id: &str,
        drawing: bool,
        named: &mut BTreeSet<String>,
        out: &mut String,
    ) -> Option<&'static str> {
        let href = tag.get("href").unwrap_or_default();
        let plain = if drawing { "g" } else { "span" };
        let within = |page: &Page, anchor: Option<&str>| match anchor.filter(|anchor| page.ids.contains(*anchor)) {
            Some(anchor) => format!("#{}--{anchor}", id_of(&page.path)),
            None => format!("#{}", id_of(&page.path)),
        };
        let mut place = None;
        let to = match (href.strip_prefix('#'), target(&self.page.path, href)) {
            (Some(anchor), _) => Some(within(self.page, Some(anchor))),
            (_, None) => Some(href.to_owned()),
            (_, Some((path, anchor))) => match self.by_path.get(path.as_str()) {
                Some(page) => Some(within(page, anchor)),
                None if self.places.contains(&path) => {
                    let here = !self.page.names.is_empty() && path.starts_with(self.page.names);
                    let name = format!("place-{}", id_of(&path));
                    if here && named.insert(path) {
                        place = Some(name);
                        None
                    } else {
                        Some(format!("#{name}"))
                    }
                }
                None => None,
            },
        };
        let name = if to.is_some() { "a" } else { plain };
        out.push('<');
        out.push_str(name);
        // A place has one name: that by which others know it.
        let own = tag.get("id").filter(|_| place.is_none()).map(|own| format!("{id}--{own}"));
        if let Some(own) = place.or(own) {
            out.push_str(&format!(" id=\"{own}\""));
        }
        for (name, value) in tag.attributes() {
            let fits =
                KEPT.contains(&name) || to.is_some() && !matches!(name, "href" | "id") && !NAMING.contains(&name);
            if fits {
                out.push_str(&format!(" {name}=\"{}\"", value.replace('"', "&quot;")));
            }
        }
        if let Some(to) = &to {
            out.push_str(&format!(" href=\"{to}\""));
        }
        out.push('>');
        Some(name)
    }

    /// Another tag: headings go down by one, names get the chapter's before them, pictures come into the file.
    fn tag(&self, tag: &Tag<'_>, id: &str, out: &mut String) {
        let name = match tag.name {
            "h1" => "h2",
            "h2" => "h3",
            "h3" => "h4",
            "h4" => "h5",
            "h5" => "h6",
            // Landmarks are for the page; so many of the same name in its chapters would be none.
            "nav" | "section" => "div",
            other => other,
        };
        let attributes = tag.attributes();
        if name == tag.name && !attributes.iter().any(|(name, _)| NAMING.contains(name) || *name == "src") {
            out.push_str(tag.whole);
            return;
        }
        out.push_str(if tag.closes { "</" } else { "<" });
        out.push_str(name);
        if tag.opens("nav") || tag.opens("section") {
            out.push_str(" role=\"group\"");
        }
        for (name, value) in attributes {
            let value = match name {
                "src" => self.picture(value),
                name if NAMING.contains(&name) => {
                    let names: Vec<String> = value.split_whitespace().map(|name| format!("{id}--{name}")).collect();
                    names.join(" ")
                }
                _ => value.replace('"', "&quot;"),
            };
            out.push_str(&format!(" {name}=\"{value}\""));
        }
        out.push('>');
    }

    /// A picture as an address that holds it.
    fn picture(&self, src: &str) -> String {
        // All pictures lie in one folder, to which each language leads in its own way.
        let path = src.find("pictures/").map_or(src, |at| &src[at..]);
        let Some(bytes) = self.files.get(path) else { return src.to_owned() };
        let kind = match path.rsplit('.').next().unwrap_or_default() {
            "svg" => "svg+xml",
            "jpg" => "jpeg",
            other => other,
        };
        format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes))
    }
}

/// The name of a page's chapter.
fn id_of(path: &str) -> String {
    path.trim_end_matches("/index.html").trim_end_matches(".html").replace(['/', '.'], "-")
}
