//! How large the site will be, before it is written: its pages are counted, and some of each kind are printed and weighed.
//!
//! Where the site would be larger than its host takes, days fall back to year ends; where it still would be, it is refused
//! with the figures. Whoever splits pages or leaves out others to make a site fit does it here, between the two.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::site::{Address, HostLimit};
use crate::text::{Diagnostics, FileId, Files, Span};

use super::bundle::words;
use super::fault::{BEYOND_HOST, DAYS_THINNED};
use super::renderer::Renderer;

/// So many pages of each kind are weighed, spread over all there are.
const SAMPLES: usize = 6;

/// A site whose pages would have so many bytes each before it reached its limit is not weighed: no page is so large.
const NO_PAGE: u64 = 400_000;

/// What data and the index for search weigh for each byte of the pages on the main day, in hundredths: the shipped site has
/// 13.
const BESIDE_PAGES: u64 = 15;

/// How large a site is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Files besides those of the index for search.
    pub files: u64,
    /// An estimate of the bytes of all of them.
    pub bytes: u64,
    /// The bytes and the number of the pages of each kind; and whether they are on days. The heaviest come first.
    pub kinds: Vec<(&'static str, bool, u64, u64)>,
}

/// Weighs a site.
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
            // The middle of each step: the first and the last page of a kind are often unlike the others.
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

/// Makes a site fit its host, or says why it cannot. A site that is far from the limit is not weighed.
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
         published, and it has {}",
        told(&whole),
        most(&limit),
        told(&thinned)
    );
    let help =
        "write `\"year-ends\"` in the place of `\"changes\"` in `[days]`, or say in `[host]` what your host takes";
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
