//! A source in a line.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::view::SourceLine;

pub fn line(cx: &Context<'_>, source: &law::Source, cited: usize) -> SourceLine {
    SourceLine {
        link: cx.link(Kind::Source, source.id.as_str()),
        citation: source.citation.clone(),
        tier: source.tier.map_or("", law::Tier::word),
        cited,
        background: source.role == law::SourceRole::Background,
    }
}
