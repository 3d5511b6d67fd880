//! The list of all pages, for those who search without script: by kind and by country.

use std::collections::BTreeMap;

use crate::law::{self, Kind};

use super::Site;
use super::route::{Address, Page};
use super::search::KINDS;
use super::sheet::Sheet;
use super::view::{Crumb, Link, Listed, Search, SearchGroup};

impl Sheet<'_> {
    /// The page on which the site is searched.
    pub(super) fn search(&self) -> Search {
        let site = self.site;
        let is_split = site.is_split();
        let lists = if is_split { site.countries().map(|c| self.list_of(c)).collect() } else { Vec::new() };
        let shown = site.main_views.iter().filter(|address| !is_split || address.page.country().is_none());
        Search { indexed: site.is_indexed(), groups: self.groups(shown.collect()), lists }
    }

    /// The page that lists what there is of one country.
    pub(super) fn search_list(&self, country: &str) -> Search {
        let shown = self.site.views_by_country.get(country).map_or(&[][..], Vec::as_slice);
        let groups = self.groups(shown.iter().map(|at| &self.site.main_views[*at]).collect());
        Search { indexed: self.site.is_indexed(), groups, lists: Vec::new() }
    }

    fn list_of(&self, country: &law::Country) -> Link {
        Link { href: self.to(&Page::SearchCountry(country.id.clone())), text: country.name.clone() }
    }

    fn groups(&self, mut addresses: Vec<&Address>) -> Vec<SearchGroup> {
        let site = self.site;
        let order: BTreeMap<&str, usize> = site.countries().enumerate().map(|(n, c)| (c.id.as_str(), n + 1)).collect();
        let mut found: BTreeMap<(usize, usize), Listed> = BTreeMap::new();
        // Countries stand in the order of the columns; the sort leaves all others in theirs.
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
    fn listed(&self, address: &Address) -> Crumb {
        let text = self.site.listed_title(&address.page);
        let key = text.is_none().then(|| address.page.kind());
        Crumb { href: self.href(&address.path, None), key, text: text.unwrap_or_default() }
    }
}

impl Site {
    fn is_split(&self) -> bool {
        self.main_views.iter().any(|address| matches!(address.page, Page::SearchCountry(_)))
    }

    /// What a page is called in lists; `None`: its kind alone names it.
    fn listed_title(&self, page: &Page) -> Option<String> {
        match page {
            Page::TopicCountry(_, topic) => Some(self.name(Kind::Topic, topic.as_str())),
            Page::SourceCountry(_, source) => Some(self.name(Kind::Source, source.as_str())),
            Page::Handout(module, id) => self.handout(module, id).map(|(_, handout)| handout.title.clone()),
            Page::Pair(first, second) => Some(self.pair_title(first, second)),
            page if page.is_frame() => None,
            page => page.record().map(|(kind, id)| self.name(kind, id)),
        }
    }
}
