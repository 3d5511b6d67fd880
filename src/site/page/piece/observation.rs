//! Observations: statements of sources for which no question asks.

use crate::law;
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::view::Observation;

pub fn view(cx: &Context<'_>, of: &law::Observation) -> Observation {
    let id = format!("observation-{}", of.id.value);
    Observation {
        text: cx.prose(&of.text, &format!("{id}-")),
        modality: of.modality.word(),
        observed: when(&of.observed),
        period: of.period.clone(),
        topics: cx.topics(&of.topics),
        citation: cx.citation(&of.citation),
        quotation: of.quotation.as_ref().map(|q| cx.quotation(q)),
        note: cx.note(of.note.as_ref(), &format!("{id}-note-")),
        trace: of.head.trace.clone(),
        id,
    }
}

pub fn under(cx: &Context<'_>, country: &law::CountryId, topic: &law::TopicId) -> Vec<Observation> {
    let under = |o: &&law::Observation| o.topics.iter().any(|t| t.value == *topic);
    cx.site.index.observations_in(country).filter(under).map(|o| view(cx, o)).collect()
}
