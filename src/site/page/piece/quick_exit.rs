//! The quick exit: a button for readers who may have to leave a page at once.

use crate::law::Kind;
use crate::site::context::Context;
use crate::site::index::Index;
use crate::site::route::Address;
use crate::site::route::{self, Page};
use crate::site::view::Exit;
use crate::site::web::web;

/// The quick exit of this page, if the configuration puts one on it.
pub fn of_page(cx: &Context<'_>) -> Option<Exit> {
    if !has_exit(&cx.site.index, cx.at) {
        return None;
    }
    let safety = &cx.site.index.corpus.settings.safety;
    let outside = safety.target.as_ref().and_then(|target| web(&target.value));
    Some(Exit {
        outside: outside.is_some(),
        href: outside.unwrap_or_else(|| cx.to(&Page::Blank)),
        help: safety.help.as_ref().map(|help| cx.link(Kind::Page, help.as_str())),
    })
}

fn has_exit(index: &Index, address: &Address) -> bool {
    let safety = &index.corpus.settings.safety;
    let section = match &address.page {
        Page::Section(id) => Some(id),
        Page::Question(id) => index.corpus.questions.get(id.as_str()).map(|question| &question.section),
        _ => None,
    };
    let named = safety.parts.iter().any(|named| named.value == address.page.area())
        || section.is_some_and(|id| safety.sections.iter().any(|named| named.value == *id));
    // Readers of the help page may need the button, too.
    let offered = !safety.parts.is_empty() || !safety.sections.is_empty();
    let help = safety.help.as_ref().filter(|_| offered);
    named || help.is_some_and(|help| *address.path == *route::path_of(Kind::Page, help.as_str()).0)
}
