//! Backlinks: the places that reference a record.

use crate::law::{Kind, RecordRef};
use crate::site::context::Context;
use crate::site::view::{Backlink, Link};

/// The link to a place that contains a reference.
pub fn link(cx: &Context<'_>, origin: &RecordRef) -> Link {
    let (path, anchor) = crate::site::route::of_origin(origin);
    Link { href: cx.href(&path, anchor.as_deref()), text: cx.site.index.origin_name(origin) }
}

/// Links to the texts that reference a record.
pub fn backlinks(cx: &Context<'_>, kind: Kind, id: &str) -> Vec<Backlink> {
    let naming = cx.site.index.references.naming(kind, id).iter();
    let others = naming.filter(|o| !(o.kind == kind && *o.id == *id));
    let mut list: Vec<Backlink> = others.map(|o| Backlink { link: link(cx, o), kind: o.kind.word() }).collect();
    // Of one name they stay in the order of the references: addresses differ from one day to another.
    list.sort_by(|a, b| a.kind.cmp(b.kind).then_with(|| cx.site.index.collation.compare(&a.link.text, &b.link.text)));
    list.dedup();
    list
}
