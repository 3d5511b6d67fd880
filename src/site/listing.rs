//! The list of all pages, for those who search without script: by kind and by country.

use std::collections::BTreeMap;

use crate::law::Kind;

use super::Site;
use super::address::{self, Address, SEARCH_LIST};
use super::search::KINDS;
use super::sheet::Sheet;
use super::view::{Link, Listed, Search, SearchGroup};

/// A site with more pages than these lists those of each country on a page of its own.
pub(super) const MOST_ON_ONE_PAGE: usize = 1000;

impl Sheet<'_> {
    /// The page on which the site is searched.
    pub(super) fn search(&self) -> Search {
        let site = self.site;
        let is_split = site.is_split();
        let lists = if is_split {
            site.countries().map(|c| self.list_of(c.id.as_str(), &c.name)).collect()
        } else {
            Vec::new()
        };
        let shown = site.main_views.iter().filter(|address| !is_split || country_of(address).is_none());
        Search { indexed: site.is_indexed(), groups: self.groups(shown.collect()), lists }
    }

    /// The page that lists what there is of one country.
    pub(super) fn search_list(&self, country: &str) -> Search {
        let shown = self.site.views_by_country.get(country).map_or(&[][..], Vec::as_slice);
        let groups = self.groups(shown.iter().map(|at| &self.site.main_views[*at]).collect());
        Search { indexed: self.site.is_indexed(), groups, lists: Vec::new() }
    }

    fn list_of(&self, country: &str, name: &str) -> Link {
        Link { href: self.href(&address::search_list(country), None), text: name.to_owned() }
    }

    fn groups(&self, mut addresses: Vec<&Address>) -> Vec<SearchGroup> {
        let site = self.site;
        let order: BTreeMap<&str, usize> = site.countries().enumerate().map(|(n, c)| (c.id.as_str(), n + 1)).collect();
        let mut found: BTreeMap<(usize, usize), Listed> = BTreeMap::new();
        // Countries stand in the order of the columns; the sort leaves all others in theirs.
        addresses.sort_by_key(|a| if a.kind == "country" { order.get(&*a.id).copied().unwrap_or_default() } else { 0 });
        for address in addresses {
            let Some(kind) = KINDS.iter().position(|kind| *kind == listed_as(address.kind)) else { continue };
            let country = country_of(address).filter(|_| address.kind != "country");
            let place = country.and_then(|id| order.get(id).copied()).unwrap_or_default();
            let list = found.entry((kind, place)).or_insert_with(|| Listed {
                country: country.map(|id| self.link(Kind::Country, id)),
                pages: Vec::new(),
            });
            list.pages.push(self.listed(address));
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

    /// A page in the list; its words are the key of a message where its kind alone names it.
    fn listed(&self, address: &Address) -> super::view::Crumb {
        let href = self.href(&address.path, None);
        if address.part().is_some() {
            let text = self.site.part_title(address);
            let key = text.is_none().then_some(address.kind);
            return super::view::Crumb { href, key, text: text.unwrap_or_default() };
        }
        let kind = Kind::ALL.iter().find(|(_, word)| *word == address.kind).map(|(kind, _)| *kind);
        if let Some((_, sheet)) = self.site.handout(&address.id).filter(|_| address.kind == "handout") {
            return super::view::Crumb { href, key: None, text: sheet.title.clone() };
        }
        if address.kind == "pair" {
            return super::view::Crumb { href, key: None, text: self.site.pair_title(&address.id) };
        }
        match kind {
            Some(kind) => super::view::Crumb { href, key: None, text: self.site.name(kind, &address.id) },
            None => super::view::Crumb { href, key: Some(address.kind), text: String::new() },
        }
    }
}

impl Site {
    fn is_split(&self) -> bool {
        self.main_views.iter().any(|address| address.kind == SEARCH_LIST)
    }
}

/// The kind under which a page is listed; nothing for one that is not.
fn listed_as(kind: &'static str) -> &'static str {
    match kind {
        "country" | "instrument" | "topic" | "question" | "law" | "provision" | "amendment" | "source" | "module" => {
            kind
        }
        "handout" => "module",
        "moved" | "not-found" | address::BLANK | "search" | "search-list" => "",
        kind if kind.starts_with("changes-") || kind.starts_with("handbook-") => "",
        _ => "page",
    }
}

/// The country to which a page belongs.
pub(super) fn country_of(address: &Address) -> Option<&str> {
    let own = matches!(address.kind, "country" | "law" | "provision" | "amendment");
    (own || address.part().is_some()).then(|| address.id.split('/').next().unwrap_or_default())
}
