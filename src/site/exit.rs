//! The way out that a site offers its readers at once: which pages have it, and where it leads.

use super::Site;
use super::route::{self, Address, Page};
use crate::law::Kind;

impl Site {
    pub(super) fn has_exit(&self, address: &Address) -> bool {
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
