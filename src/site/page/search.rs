//! The search page, and the lists of all pages for readers without JavaScript. The index for search is no page and is
//! made in `site::search`.

use crate::law::{self, Kind};
use crate::site::Site;
use crate::site::context::Context;
use crate::site::route::{Address, Page};
use crate::site::search::KINDS;
use crate::site::view::{Crumb, Link, Listed, Search, SearchGroup};
use crate::text::TaggedText;
use std::collections::BTreeMap;

/// The search page.
pub fn view(cx: &Context<'_>) -> Search {
    let site = cx.site;
    let is_split = is_split(site);
    let lists = if is_split { site.index.countries().map(|c| list_of(cx, c)).collect() } else { Vec::new() };
    let shown = site.pages.main_views.iter().filter(|address| !is_split || address.page.country().is_none());
    Search { groups: groups(cx, shown.collect()), lists, ..empty(cx) }
}

/// The list of one country's pages.
pub fn of_country(cx: &Context<'_>, country: &str) -> Search {
    let shown = cx.site.pages.of_country(country);
    let groups = groups(cx, shown);
    Search { groups, ..empty(cx) }
}

/// A search page without lists. Its version, the checksum of the input, keeps browsers from reading the stored index of an
/// earlier build.
fn empty(cx: &Context<'_>) -> Search {
    let version = cx.site.checksum().to_owned();
    Search { indexed: cx.site.is_indexed(), version, groups: Vec::new(), lists: Vec::new() }
}

fn list_of(cx: &Context<'_>, country: &law::Country) -> Link {
    Link { href: cx.to(&Page::SearchCountry(country.id.clone())), text: country.name.clone() }
}

/// The pages at these addresses by kind of entry and country.
fn groups(cx: &Context<'_>, mut addresses: Vec<&Address>) -> Vec<SearchGroup> {
    let site = cx.site;
    let order: BTreeMap<&str, usize> =
        site.index.countries().enumerate().map(|(n, c)| (c.id.as_str(), n + 1)).collect();
    // By the position of the kind of entry, and that of the country, 0 for pages of none.
    let mut found: BTreeMap<(usize, usize), Listed> = BTreeMap::new();
    // Countries come in column order; the stable sort leaves the other pages in theirs.
    addresses.sort_by_key(|a| match &a.page {
        Page::Country(id) => order.get(id.as_str()).copied().unwrap_or_default(),
        _ => 0,
    });
    for address in addresses {
        let page = &address.page;
        let Some(listed) = page.listed_as() else { continue };
        let kind = KINDS.iter().position(|kind| *kind == listed).expect("pages are listed under a kind of entry");
        let country = page.country().filter(|_| !matches!(page, Page::Country(_)));
        let place = country.and_then(|id| order.get(id).copied()).unwrap_or_default();
        let list = found
            .entry((kind, place))
            .or_insert_with(|| Listed { country: country.map(|id| cx.link(Kind::Country, id)), pages: Vec::new() });
        list.pages.push(entry(cx, address));
    }
    let mut groups: Vec<SearchGroup> = Vec::new();
    for ((kind, _), list) in found {
        match groups.last_mut().filter(|group| group.kind == KINDS[kind]) {
            Some(group) => group.lists.push(list),
            None => groups.push(SearchGroup { kind: KINDS[kind], lists: vec![list] }),
        }
    }
    groups
}

/// A page in the list: its title, or the key of the message that names its kind.
fn entry(cx: &Context<'_>, address: &Address) -> Crumb {
    let text = listed_title(cx.site, &address.page);
    let key = text.is_none().then(|| address.page.kind());
    Crumb { href: cx.href(&address.path, None), key, text: text.unwrap_or_default() }
}

/// Whether each country has a list of its own.
fn is_split(site: &Site) -> bool {
    site.pages.main_views.iter().any(|address| matches!(address.page, Page::SearchCountry(_)))
}

/// The title of a page in lists; `None`: only its kind names it.
fn listed_title(site: &Site, page: &Page) -> Option<TaggedText> {
    match page {
        Page::TopicCountry(_, topic) => Some(site.index.name(Kind::Topic, topic.as_str())),
        Page::SourceCountry(_, source) => Some(site.index.name(Kind::Source, source.as_str())),
        Page::Handout(module, id) => site.index.handout(module, id).map(|(_, handout)| handout.title.clone()),
        Page::Pair(first, second) => Some(site.index.pair_title(first, second, site.index.calendar.main)),
        page if page.is_frame() => None,
        page => page.record().map(|(kind, id)| site.index.name(kind, id)),
    }
}
