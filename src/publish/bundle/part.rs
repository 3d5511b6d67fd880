//! A part of a site: its pages, with the links that lead out of it turned into plain words.
//!
//! What comes in is the renderer and the part; what goes out are files, as for the whole site. Which pages are the part's
//! own and which give an overview, the site says; here the shared ones (instruments, questions, sources …) are added to
//! which the part's own pages lead, and the sources of these.
//!
//! Why printed pages are read here: a reader can follow what a template printed and nothing else. The views name more, so
//! that links noted while views are made took 33 pages into a part of 332 files that none of its pages leads to. And a
//! template, which a site may replace, prints `<a href>` around an address by itself: one that a view left empty would
//! lead to the page itself. Only addresses of tags are read; no text of the content is looked at.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::publish::data;
use crate::publish::fault::Faults;
use crate::publish::markup::{Piece, Tag, pieces, target};
use crate::publish::output::Output;
use crate::publish::renderer::{Renderer, STRETCH};
use crate::site::{Address, Membership, Page, Subset};
use crate::text::Diagnostics;

use super::named::{Named, Unfit};

/// Attributes that mean something without a link.
const KEPT: &[&str] = &["id", "class", "lang", "dir"];

/// The folder of the theme's files, which every page needs.
const ASSETS: &str = "assets/";

/// Hands every file of the part to `sink`.
pub(super) fn print(
    renderer: &Renderer,
    part: &Subset,
    sink: &mut dyn FnMut(Output) -> Result<(), Unfit>,
) -> Result<Diagnostics, Unfit> {
    let mut faults = Faults::default();
    let spoken: Vec<(&Renderer, Vec<Address>)> =
        renderer.spoken_in(Some(part)).into_iter().map(|one| (one, chosen(one, part, &mut faults))).collect();
    let mut kept: BTreeSet<String> = renderer.others.keys().cloned().collect();
    for (one, chosen) in &spoken {
        let folder = one.site.folder();
        let whole = part.is_whole().then(|| one.index().iter().map(|file| file.path.clone())).into_iter().flatten();
        let own = chosen.iter().map(|address| address.path.to_string()).chain(one.others.keys().cloned()).chain(whole);
        kept.extend(own.map(|path| format!("{folder}{path}")));
    }
    if part.is_whole() {
        kept.extend(renderer.data_paths());
    }
    let mut shown = BTreeSet::new();
    for (one, chosen) in &spoken {
        print_pages(one, part, chosen, &kept, &mut shown, &mut faults, sink)?;
    }
    let is_shown = |path: &str| shown.contains(path) || part.is_whole() && !path.starts_with(ASSETS);
    for (path, bytes) in renderer.others.iter().filter(|(path, _)| is_shown(path)) {
        sink(Output::whole(path.as_str(), bytes.to_vec()))?;
    }
    for (one, _) in &spoken {
        let folder = one.site.folder();
        for (path, bytes) in one.others.iter().filter(|(path, _)| path.starts_with(ASSETS)) {
            sink(Output::whole(format!("{folder}{path}"), bytes.to_vec()))?;
        }
        for file in one.index().iter().filter(|_| part.is_whole()) {
            sink(Output { path: format!("{folder}{}", file.path), ..file.clone() })?;
        }
    }
    if part.is_whole() {
        data::each(&renderer.site, sink)?;
    }
    spoken.into_iter().for_each(|(one, _)| faults.add(one.pages.missing_messages()));
    Ok(faults.list)
}

/// Hands the chosen pages in one language to `sink`, and notes which pictures they show.
fn print_pages(
    renderer: &Renderer,
    part: &Subset,
    chosen: &[Address],
    kept: &BTreeSet<String>,
    shown: &mut BTreeSet<String>,
    faults: &mut Faults,
    sink: &mut dyn FnMut(Output) -> Result<(), Unfit>,
) -> Result<(), Unfit> {
    let folder = renderer.site.folder();
    let note = renderer.pages.leaf("part-note.html", "part", &Named::of(renderer, part)).unwrap_or_else(|found| {
        faults.add(found);
        Vec::new()
    });
    let note = String::from_utf8_lossy(&note);
    for stretch in chosen.chunks(STRETCH * rayon::current_num_threads()) {
        let printed: Vec<_> = stretch.par_iter().map(|address| renderer.page_in_part(address, Some(&note))).collect();
        for page in printed {
            match page {
                Ok(page) => {
                    let path = format!("{folder}{}", page.path);
                    let html = String::from_utf8_lossy(&page.bytes);
                    shown.extend(targets(&path, &html, "src"));
                    let cut = cut(&path, &html, kept);
                    sink(Output::whole(path, cut.into_bytes()))?;
                }
                Err(found) => faults.add(found),
            }
        }
    }
    Ok(())
}

/// The addresses of the part's pages, in the order of the site.
fn chosen(renderer: &Renderer, part: &Subset, faults: &mut Faults) -> Vec<Address> {
    if part.is_whole() {
        return renderer.addresses.clone();
    }
    let mut shared: BTreeMap<&str, &Address> = BTreeMap::new();
    let (mut own, mut overview) = (Vec::new(), Vec::new());
    for address in &renderer.addresses {
        match crate::site::belongs(&renderer.site, part, address) {
            Membership::Own => own.push(address),
            Membership::Overview => overview.push(address),
            Membership::Shared => {
                shared.insert(&address.path, address);
            }
            Membership::Outside => {}
        }
    }
    let mut lead_to = |from: &[&Address]| -> BTreeSet<String> {
        let printed: Vec<_> = from.par_iter().map(|address| renderer.page(address)).collect();
        let mut all = BTreeSet::new();
        for page in printed {
            match page {
                Ok(page) => all.extend(targets(&page.path, &String::from_utf8_lossy(&page.bytes), "href")),
                Err(found) => faults.add(found),
            }
        }
        all
    };
    let named: Vec<&Address> = lead_to(&own).iter().filter_map(|path| shared.get(path.as_str()).copied()).collect();
    let evidence = lead_to(&named);
    let evidence = evidence.iter().filter_map(|path| shared.get(path.as_str()).copied());
    let evidence: Vec<&Address> = evidence.filter(|address| matches!(address.page, Page::Source(_))).collect();
    let all = own.into_iter().chain(overview).chain(named).chain(evidence);
    let paths: BTreeSet<&str> = all.map(|address| &*address.path).collect();
    renderer.addresses.iter().filter(|address| paths.contains(&*address.path)).cloned().collect()
}

/// The paths of the site to which an attribute of a page leads.
fn targets(from: &str, html: &str, attribute: &str) -> BTreeSet<String> {
    let tags = pieces(html).into_iter().filter_map(|piece| match piece {
        Piece::Tag(tag) => tag.get(attribute),
        Piece::Text(_) => None,
    });
    tags.filter_map(|value| target(from, value)).map(|(path, _)| path).collect()
}

/// The page without its links out of the part.
fn cut(path: &str, html: &str, kept: &BTreeSet<String>) -> String {
    let leads_out = |tag: &Tag<'_>, attribute: &str| {
        let target = tag.get(attribute).and_then(|value| target(path, value));
        target.is_some_and(|(path, _)| !kept.contains(&path))
    };
    let mut out = String::with_capacity(html.len());
    // What stands for the link that is open: in a drawing words are grouped otherwise.
    let mut open = None;
    let (mut drawing, mut dropped) = (false, false);
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) if tag.opens("a") && leads_out(&tag, "href") => {
                let plain = if drawing { "g" } else { "span" };
                open = Some(plain);
                out.push('<');
                out.push_str(plain);
                for (name, value) in tag.attributes().into_iter().filter(|(name, _)| KEPT.contains(name)) {
                    out.push_str(&format!(" {name}=\"{}\"", value.replace('"', "&quot;")));
                }
                out.push('>');
            }
            Piece::Tag(tag) if tag.closes && tag.name == "a" && open.is_some() => {
                out.push_str(&format!("</{}>", open.take().unwrap_or_default()));
            }
            Piece::Tag(tag) if tag.opens("link") && leads_out(&tag, "href") => {}
            Piece::Tag(tag) if tag.opens("script") && leads_out(&tag, "src") => dropped = true,
            Piece::Tag(tag) if tag.closes && tag.name == "script" && dropped => dropped = false,
            Piece::Tag(tag) => {
                out.push_str(tag.whole);
                if tag.name == "svg" {
                    drawing = !tag.closes;
                }
            }
            Piece::Text(text) => out.push_str(text),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_out_of_the_part_becomes_plain_words_and_others_stay() {
        let kept = ["a/index.html", "a/b.html"].map(str::to_owned).into_iter().collect();
        let page = r##"<link rel="next" href="../x.html"><main id="main"><a class="k" rel="next" href="../x.html#y">out</a> <a href="b.html">in</a> <a href="#z">here</a> <a href="https://example.org/">web</a><svg><a href="../x.html"><rect/></a></svg><script src="../s/h.js"></script></main>"##;
        assert_eq!(
            cut("a/index.html", page, &kept),
            "<main id=\"main\"><span class=\"k\">out</span> <a href=\"b.html\">in</a> <a href=\"#z\">here</a> \
             <a href=\"https://example.org/\">web</a><svg><g><rect/></g></svg></main>"
        );
    }
}
