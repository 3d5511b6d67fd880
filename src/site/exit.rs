//! The way out that a site offers its readers at once: which pages have it, and where it leads.

use crate::law::Kind;

use super::Site;
use super::route::{self, Address, Page};
use super::sheet::Sheet;
use super::view::Exit;

impl Site {
    fn has_exit(&self, address: &Address) -> bool {
        let safety = &self.corpus.settings.safety;
        let section = match &address.page {
            Page::Section(id) => Some(id),
            Page::Question(id) => self.corpus.questions.get(id.as_str()).map(|question| &question.section),
            _ => None,
        };
        let named = safety.parts.iter().any(|named| named.value == address.page.area())
            || section.is_some_and(|id| safety.sections.iter().any(|named| named.value == *id));
        // Who opens the page with help needs the way out there, too.
        let offered = !safety.parts.is_empty() || !safety.sections.is_empty();
        let help = safety.help.as_ref().filter(|_| offered);
        named || help.is_some_and(|help| *address.path == *route::path_of(Kind::Page, help.as_str()).0)
    }
}

impl Sheet<'_> {
    /// The way out of this page, where the configuration wants one.
    pub(super) fn exit(&self) -> Option<Exit> {
        if !self.site.has_exit(self.at) {
            return None;
        }
        let safety = &self.site.corpus.settings.safety;
        let outside = safety.target.as_ref().and_then(|target| route::web(&target.value));
        Some(Exit {
            outside: outside.is_some(),
            href: outside.unwrap_or_else(|| self.to(&Page::Blank)),
            help: safety.help.as_ref().map(|help| self.link(Kind::Page, help.as_str())),
        })
    }
}
