//! Conduct that is punished, as a source names it.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::view::Offence;

pub fn view(cx: &Context<'_>, offence: &law::Offence) -> Offence {
    let slug = offence.id.as_str().split_once('/').map_or(offence.id.as_str(), |(_, slug)| slug);
    let provision = offence.provision.as_ref().map(|p| cx.link(Kind::Provision, p.as_str()));
    Offence {
        id: format!("offence-{slug}"),
        conduct: offence.conduct.clone(),
        provision: provision.or_else(|| offence.law.as_ref().map(|l| cx.link(Kind::Law, l.as_str()))),
        code: offence.code.clone(),
        topics: cx.topics(&offence.topics),
        observed: when(&offence.observed),
        modality: offence.modality.map_or("", law::Modality::word),
        citation: cx.citation(&offence.citation),
        note: cx.note(offence.note.as_ref(), &format!("offence-{slug}-")),
        trace: offence.head.trace.clone(),
    }
}

pub fn in_country(cx: &Context<'_>, country: &law::CountryId) -> Vec<Offence> {
    cx.site.index.offences_in(country).map(|o| view(cx, o)).collect()
}
