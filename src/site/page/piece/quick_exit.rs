//! The way out of a page that a reader may have to leave at once.

use crate::law::Kind;
use crate::site::context::Context;
use crate::site::route::{self, Page};
use crate::site::view::Exit;

/// The way out of this page, where the configuration wants one.
pub fn of_page(cx: &Context<'_>) -> Option<Exit> {
    if !cx.site.has_exit(cx.at) {
        return None;
    }
    let safety = &cx.site.corpus.settings.safety;
    let outside = safety.target.as_ref().and_then(|target| route::web(&target.value));
    Some(Exit {
        outside: outside.is_some(),
        href: outside.unwrap_or_else(|| cx.to(&Page::Blank)),
        help: safety.help.as_ref().map(|help| cx.link(Kind::Page, help.as_str())),
    })
}
