//! A part of a site: its pages, with links that lead out of it turned into plain text.
//!
//! What comes in is the renderer and the part; what goes out are files, as for the whole site. `site` decides which
//! pages belong to the part and which give an overview; here the shared pages (instruments, questions, sources …) are
//! added to which the part's own pages link, and the sources of these. The links are recorded while pages are printed,
//! because views contain more links than templates print.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::publish::data;
use crate::publish::fault::Faults;
use crate::publish::link::{Kept, Links};
use crate::publish::output::Output;
use crate::publish::renderer::{Renderer, STRETCH};
use crate::site::{Address, Membership, Page, Subset};
use crate::text::Diagnostics;

use super::named::{Named, Unfit};

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
        let pictures = part.is_whole().then(|| one.pictures().map(|picture| picture.path)).into_iter().flatten();
        let own = chosen
            .iter()
            .map(|address| address.path.to_string())
            .chain(one.others.keys().cloned())
            .chain(whole)
            .chain(pictures);
        kept.extend(own.map(|path| format!("{folder}{path}")));
    }
    if part.is_whole() {
        kept.extend(renderer.data_paths());
    }
    let kept = Arc::new(kept);
    let mut shown = BTreeSet::new();
    for (one, chosen) in &spoken {
        let links = Links::Part(Arc::new(Kept { paths: kept.clone(), ..Kept::default() }));
        shown.extend(print_pages(one, part, chosen, &links, &mut faults, sink)?);
    }
    let is_shown = |path: &str| !path.starts_with(ASSETS) && (part.is_whole() || shown.contains(path));
    for (path, bytes) in renderer.others.iter().filter(|(path, _)| is_shown(path)) {
        sink(Output::whole(path.as_str(), bytes.to_vec()))?;
    }
    for (one, _) in &spoken {
        let folder = one.site.folder();
        for (path, bytes) in one.others.iter().filter(|(path, _)| path.starts_with(ASSETS)) {
            sink(Output::whole(format!("{folder}{path}"), bytes.to_vec()))?;
        }
        for picture in part.is_whole().then(|| one.pictures()).into_iter().flatten() {
            sink(Output { path: format!("{folder}{}", picture.path), ..picture })?;
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

/// Hands the chosen pages in one language to `sink`; returns the paths of the pictures that they show.
fn print_pages(
    renderer: &Renderer,
    part: &Subset,
    chosen: &[Address],
    links: &Links,
    faults: &mut Faults,
    sink: &mut dyn FnMut(Output) -> Result<(), Unfit>,
) -> Result<BTreeSet<String>, Unfit> {
    let folder = renderer.site.folder();
    let note = renderer.pages.leaf("part-note.html", "part", &Named::of(renderer, part)).unwrap_or_else(|found| {
        faults.add(found);
        Vec::new()
    });
    let note = String::from_utf8_lossy(&note);
    let mut shown = BTreeSet::new();
    for stretch in chosen.chunks(STRETCH * rayon::current_num_threads()) {
        let print = |address| renderer.page_in_copy(address, links.clone(), Some(&note));
        let printed: Vec<_> = stretch.par_iter().map(print).collect();
        for page in printed {
            match page {
                Ok((page, noted)) => {
                    shown.extend(noted.pictures);
                    sink(Output { path: format!("{folder}{}", page.path), ..page })?;
                }
                Err(found) => faults.add(found),
            }
        }
    }
    Ok(shown)
}

/// The addresses of the part's pages, in the order of the site.
fn chosen(renderer: &Renderer, part: &Subset, faults: &mut Faults) -> Vec<Address> {
    if part.is_whole() {
        return renderer.addresses.clone();
    }
    let folder = renderer.site.folder();
    let mut shared: BTreeMap<String, &Address> = BTreeMap::new();
    let (mut own, mut overview) = (Vec::new(), Vec::new());
    for address in &renderer.addresses {
        match crate::site::belongs(&renderer.site, part, address) {
            Membership::Own => own.push(address),
            Membership::Overview => overview.push(address),
            Membership::Shared => {
                shared.insert(format!("{folder}{}", address.path), address);
            }
            Membership::Outside => {}
        }
    }
    let mut lead_to = |from: &[&Address]| -> BTreeSet<String> {
        let print = |address: &&Address| renderer.page_in_copy(address, Links::Whole, None);
        let printed: Vec<_> = from.par_iter().map(print).collect();
        let mut all = BTreeSet::new();
        for page in printed {
            match page {
                Ok((_, noted)) => all.extend(noted.links.into_iter().chain(noted.links_of_prose)),
                Err(found) => faults.add(found),
            }
        }
        all
    };
    let named: Vec<&Address> = lead_to(&own).iter().filter_map(|path| shared.get(path).copied()).collect();
    let evidence = lead_to(&named);
    let evidence = evidence.iter().filter_map(|path| shared.get(path).copied());
    let evidence: Vec<&Address> = evidence.filter(|address| matches!(address.page, Page::Source(_))).collect();
    let all = own.into_iter().chain(overview).chain(named).chain(evidence);
    let paths: BTreeSet<&str> = all.map(|address| &*address.path).collect();
    renderer.addresses.iter().filter(|address| paths.contains(&*address.path)).cloned().collect()
}
