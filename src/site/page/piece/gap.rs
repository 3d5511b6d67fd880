//! Gaps in a country's law or practice.

use crate::law;
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::view::Gap;

pub fn view(cx: &Context<'_>, gap: &law::Gap) -> Gap {
    let id = format!("gap-{}", gap.id.value);
    Gap {
        text: cx.prose(&gap.text, &format!("{id}-")),
        topics: cx.topics(&gap.topics),
        observed: when(&gap.observed),
        citation: cx.citation(&gap.citation),
        later: gap.later.as_ref().map(|(text, _)| cx.prose(text, &format!("{id}-later-"))),
        later_citation: gap.later.as_ref().map(|(_, citation)| cx.citation(citation)),
        trace: gap.head.trace.clone(),
        id,
    }
}

pub fn under(cx: &Context<'_>, country: &law::CountryId, topic: &law::TopicId) -> Vec<Gap> {
    let under = |g: &&law::Gap| g.topics.iter().any(|t| t.value == *topic);
    cx.site.index.gaps_in(country).filter(under).map(|g| view(cx, g)).collect()
}
