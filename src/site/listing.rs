//! The list of all pages, for those who search without script: by kind and by country.

use super::Site;
use super::route::Page;
use crate::law::Kind;

impl Site {
    pub(super) fn is_split(&self) -> bool {
        self.main_views.iter().any(|address| matches!(address.page, Page::SearchCountry(_)))
    }

    /// What a page is called in lists; `None`: its kind alone names it.
    pub(super) fn listed_title(&self, page: &Page) -> Option<String> {
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
