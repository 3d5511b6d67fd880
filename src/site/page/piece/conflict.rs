//! A conflict, with its sides.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::page::piece::origin;
use crate::site::route;
use crate::site::view::{Conflict, Side};

/// The conflicts that concern a record.
pub fn touching(cx: &Context<'_>, kind: Kind, id: &str) -> Vec<Conflict> {
    let touching = cx.site.index.references.conflicts_of(kind, id);
    touching.iter().filter_map(|id| cx.corpus().conflicts.get(id)).map(|c| view(cx, c)).collect()
}

pub fn view(cx: &Context<'_>, conflict: &law::Conflict) -> Conflict {
    let id = conflict.id.as_str();
    let preferred = conflict.preferred.as_ref().map(|p| p.value);
    let side = |(number, side): (usize, &law::Side)| Side {
        says: cx.prose(&side.says, &format!("{id}-{number}-")),
        citation: cx.citation(&side.citation),
        preferred: preferred == Some(number + 1),
    };
    Conflict {
        id: route::record_anchor(Kind::Conflict, id),
        href: cx.record(Kind::Conflict, id),
        title: conflict.title.clone(),
        sides: conflict.sides.iter().enumerate().map(side).collect(),
        reason: cx.prose(&conflict.reason, &format!("{id}-why-")),
        decided: preferred.is_some(),
        touches: conflict.touches.iter().filter_map(|t| cx.named(t)).collect(),
        body: cx.prose(&conflict.body, &format!("{id}-")),
        cited_by: origin::backlinks(cx, Kind::Conflict, id),
        trace: conflict.head.trace.clone(),
    }
}
