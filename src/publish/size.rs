//! Estimates the size of the site before it is written: pages are counted, and some of each kind are printed and
//! measured.
//!
//! Where the site would exceed the limits of its host, only year ends are published instead of all days, and the days of
//! a country on its history alone; if it is still too large, it is refused with the figures. Other ways to make a site fit belong between these two.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::site::{Address, HostLimit};
use crate::text::{Diagnostics, FileId, Files, Span};

use super::bundle::words;
use super::fault::{BEYOND_HOST, DAYS_THINNED};
use super::renderer::Renderer;

/// Number of pages of each kind that are measured, spread evenly over all of them.
const SAMPLES: usize = 6;

/// If the average page could have this many bytes within the limit, the site is not measured: no page is so large.
const NO_PAGE: u64 = 400_000;

/// Size of data and search index in percent of the pages of the main day: the shipped site has 13.
const BESIDE_PAGES: u64 = 15;

/// The estimated size of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Number of files, without those of the search index.
    pub files: u64,
    /// Estimated total size of these files, in bytes.
    pub bytes: u64,
    /// For each kind of page: its name, whether it shows other days, its bytes and its number. The largest comes first.
    pub kinds: Vec<(&'static str, bool, u64, u64)>,
}

/// Estimates the size of a site.
pub fn size(renderer: &Renderer) -> Size {
    let mut kinds: BTreeMap<(&'static str, bool), (u64, u64)> = BTreeMap::new();
    let mut others = 0;
    for one in renderer.in_all_languages() {
        let mut groups: BTreeMap<(&'static str, bool), Vec<&Address>> = BTreeMap::new();
        for address in &one.addresses {
            groups.entry((address.page.kind(), address.on.is_some())).or_default().push(address);
        }
        for (group, list) in groups {
            let step = list.len().div_ceil(SAMPLES);
            // From the middle of each step, because the first and the last page of a kind are often untypical.
            let sample: Vec<&Address> = list.iter().skip(step / 2).step_by(step).copied().collect();
            let bytes: u64 = sample.par_iter().map(|a| one.page(a).map_or(0, |page| page.bytes.len() as u64)).sum();
            let (weight, count) = kinds.entry(group).or_default();
            *weight += bytes * list.len() as u64 / sample.len() as u64;
            *count += list.len() as u64;
        }
        others += one.others.values().map(|bytes| bytes.len() as u64).sum::<u64>();
    }
    let main: u64 = kinds.iter().filter(|((_, on_day), _)| !on_day).map(|(_, (bytes, _))| bytes).sum();
    let pages: u64 = kinds.values().map(|(bytes, _)| bytes).sum();
    let mut kinds: Vec<_> = kinds.into_iter().map(|((kind, on), (bytes, count))| (kind, on, bytes, count)).collect();
    kinds.sort_by_key(|(kind, on, bytes, _)| (std::cmp::Reverse(*bytes), *kind, *on));
    Size { files: renderer.count() as u64, bytes: pages + others + main * BESIDE_PAGES / 100, kinds }
}

/// Makes a site fit its host, or reports why it cannot. A site far below the limit is not measured.
pub fn fit_to_host(renderer: &mut Renderer, files: &Files) -> Diagnostics {
    let limit = renderer.site.host();
    let at = limit.span.or_else(|| files.find("collatio.toml").map(Span::head)).unwrap_or(Span::head(FileId(0)));
    let mut found = Diagnostics::new();
    let is_small = |renderer: &Renderer| {
        let count = renderer.count() as u64;
        limit.files.is_none_or(|most| count <= most) && count.saturating_mul(NO_PAGE) <= limit.bytes
    };
    if is_small(renderer) {
        return found;
    }
    let whole = size(renderer);
    if fits(&whole, &limit) {
        return found;
    }
    if !renderer.publish_year_ends() {
        found.push(beyond(&whole, &limit, at));
        return found;
    }
    let thinned = size(renderer);
    if !fits(&thinned, &limit) {
        found
            .push(beyond(&thinned, &limit, at).help(format!("with each day of change it would have {}", told(&whole))));
        return found;
    }
    let message = format!(
        "with each day on which something changes the site would have {}, and its host takes {}; only year ends are \
         published, and all days of a country on one page, and it has {}",
        told(&whole),
        most(&limit),
        told(&thinned)
    );
    let help = "write `most_pages = 0`, and `\"year-ends\"` in the place of other `\"changes\"`, in `[days]`, or say in `[host]` \
         what your host takes";
    found.push(DAYS_THINNED.at(at, message).help(help));
    found
}

fn fits(size: &Size, limit: &HostLimit) -> bool {
    size.bytes <= limit.bytes && limit.files.is_none_or(|most| size.files <= most)
}

fn told(size: &Size) -> String {
    format!("about {} in {} files", words(size.bytes), size.files)
}

fn most(limit: &HostLimit) -> String {
    match limit.files {
        None => words(limit.bytes),
        Some(files) => format!("{} in {files} files", words(limit.bytes)),
    }
}

fn beyond(size: &Size, limit: &HostLimit, at: Span) -> crate::text::Diagnostic {
    let heaviest = size.kinds.iter().take(3).map(|(kind, on_days, bytes, count)| {
        let days = if *on_days { " on days" } else { "" };
        format!("{count} pages `{kind}`{days} with {}", words(*bytes))
    });
    let heaviest = heaviest.collect::<Vec<_>>().join(", ");
    let message = format!("the site would have {}, and its host takes {}: {heaviest}", told(size), most(limit));
    BEYOND_HOST.at(at, message).help(
        "publish fewer days (`\"none\"` in `[days]`), make it in fewer languages or in parts, or say in `[host]` what your \
         host takes: `size = \"5 GB\"`",
    )
}
