//! The banner that says what sources dispute of a record.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::route::Page;
use crate::site::view::{Banner, Link};

/// The banner of a record that says what sources dispute of it: its conflicts, then `more`, which are disputed cells.
/// `None` where nothing is disputed.
pub fn banner(cx: &Context<'_>, kind: Kind, id: &str, more: Vec<Link>) -> Option<Banner> {
    let conflicts = cx.site.index.references.conflicts_of(kind, id).iter();
    let link = |id: &law::Conflict| Link { href: cx.record(Kind::Conflict, id.id.as_str()), text: id.title.clone() };
    let links: Vec<Link> = conflicts.filter_map(|id| cx.corpus().conflicts.get(id)).map(link).chain(more).collect();
    let all = cx.href(&Page::Disagreements.path(), Some(&format!("in-{}", id.split('/').next()?)));
    (!links.is_empty()).then_some(Banner { key: "disputed", on: None, until: None, links, all, word: "" })
}
