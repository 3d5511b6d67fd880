//! The way out that a site offers its readers at once: which pages have it, and where it leads.

use crate::law::Kind;

use super::Site;
use super::address::{self, Address};
use super::division::whole_of;
use super::sheet::Sheet;
use super::view::Exit;

/// The part of the site to which a kind of page belongs, by the names of [`crate::law::PARTS`].
fn part(kind: &str) -> &str {
    match kind {
        "country" | address::HANDBOOK_OF | address::HANDBOOK => "countries",
        "matrix-transposed" | "section" => "matrix",
        "pair" => "comparisons",
        "instrument" => "instruments",
        "law" | "provision" => "laws",
        "amendment" => "amendments",
        "topic" => "topics",
        "module" | "handout" => "modules",
        "question" => "questions",
        "source" => "sources",
        address::SEARCH_LIST => address::SEARCH,
        "page" => "pages",
        kind if kind.starts_with("changes-") => "changes",
        kind => whole_of(kind).map_or(kind, part),
    }
}

impl Site {
    fn has_exit(&self, address: &Address) -> bool {
        let safety = &self.corpus.settings.safety;
        let section = match address.kind {
            "section" => Some(&*address.id),
            "question" => self.corpus.questions.get(&address.id).map(|question| question.section.as_str()),
            _ => None,
        };
        let named = safety.parts.iter().any(|named| named.value == part(address.kind))
            || section.is_some_and(|id| safety.sections.iter().any(|named| named.as_str() == id));
        // Who opens the page with help needs the way out there, too.
        let offered = !safety.parts.is_empty() || !safety.sections.is_empty();
        let help = safety.help.as_ref().filter(|_| offered);
        named || help.is_some_and(|help| *address.path == *address::of_record(Kind::Page, help.as_str()).0)
    }
}

impl Sheet<'_> {
    /// The way out of this page, where the configuration wants one.
    pub(super) fn exit(&self) -> Option<Exit> {
        if !self.site.has_exit(self.at) {
            return None;
        }
        let safety = &self.site.corpus.settings.safety;
        let outside = safety.target.as_ref().and_then(|target| address::web(&target.value));
        Some(Exit {
            outside: outside.is_some(),
            href: outside.unwrap_or_else(|| self.href(address::BLANK_PATH, None)),
            help: safety.help.as_ref().map(|help| self.link(Kind::Page, help.as_str())),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::law::PARTS;

    #[test]
    fn the_configuration_names_the_parts_that_the_site_has() {
        let frame = address::FRAME.iter().map(|(kind, _)| *kind).chain(["pages"]);
        assert_eq!(frame.collect::<BTreeSet<_>>(), PARTS.into_iter().collect());
    }
}
