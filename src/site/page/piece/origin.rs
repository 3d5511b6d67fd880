//! The places that refer to a record.

use crate::law::{Kind, RecordRef};
use crate::site::context::Context;
use crate::site::view::{Backlink, Link};

/// The place that refers to something, with its name.
pub fn link(cx: &Context<'_>, origin: &RecordRef) -> Link {
    let (path, anchor) = crate::site::route::of_origin(origin);
    Link { href: cx.href(&path, anchor.as_deref()), text: cx.site.index.origin_name(origin) }
}

/// The pages whose prose names a record.
pub fn backlinks(cx: &Context<'_>, kind: Kind, id: &str) -> Vec<Backlink> {
    let naming = cx.site.index.references.naming(kind, id).iter();
    let others = naming.filter(|o| !(o.kind == kind && *o.id == *id));
    let mut list: Vec<Backlink> = others.map(|o| Backlink { link: link(cx, o), kind: o.kind.word() }).collect();
    list.sort_by(|a, b| {
        let names = cx.site.index.collation.compare(&a.link.text, &b.link.text);
        a.kind.cmp(b.kind).then(names).then_with(|| a.link.href.cmp(&b.link.href))
    });
    list.dedup();
    list
}
