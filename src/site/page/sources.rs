//! The page with the list of sources, by tier.

use crate::law;
use crate::site::context::Context;
use crate::site::page::piece::source;
use crate::site::view::{SourceGroup, Sources};

pub fn view(cx: &Context<'_>) -> Sources {
    let corpus = cx.corpus();
    let of_tier = |tier: Option<law::Tier>| SourceGroup {
        tier: tier.map_or("", law::Tier::word),
        sources: corpus
            .sources
            .iter()
            .filter(|s| s.tier == tier)
            .map(|s| source::line(cx, s, cx.site.index.references.citing(s.id.as_str()).len()))
            .collect(),
    };
    let groups = law::Tier::ALL.iter().map(|tier| Some(*tier)).chain([None]).map(of_tier);
    Sources { groups: groups.filter(|g| !g.sources.is_empty()).collect() }
}
