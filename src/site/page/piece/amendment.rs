//! An amendment in one line, with the stage that it had reached by the page's day.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::date::{list_order, when};
use crate::site::view::AmendmentLine;

/// A country's amendments by their first stage.
pub fn lines_of(cx: &Context<'_>, country: &law::CountryId) -> Vec<AmendmentLine> {
    let mut list: Vec<&law::Amendment> = cx.site.index.amendments_of(country).collect();
    list.sort_by_key(|a| (list_order(a.stages.first().map(|s| &s.reached.value)), a.id.clone()));
    list.into_iter().map(|a| line(cx, a)).collect()
}

/// The last stage that an amendment has reached, or may have reached, by the page's day.
pub fn last_stage<'a>(cx: &Context<'_>, amendment: &'a law::Amendment) -> Option<&'a law::Stage> {
    let reached = amendment.stages.iter().filter(|s| s.reached.reached(cx.day) != Some(false));
    reached.max_by_key(|s| (list_order(Some(&s.reached)), s.kind))
}

pub fn line(cx: &Context<'_>, amendment: &law::Amendment) -> AmendmentLine {
    let last = last_stage(cx, amendment);
    AmendmentLine {
        link: cx.link(Kind::Amendment, amendment.id.as_str()),
        country: cx.country(&amendment.country),
        kind: amendment.kind.word(),
        stage: last.map_or("", |s| s.kind.word()),
        reached: last.map(|s| when(&s.reached)),
        elements: amendment.elements.len(),
    }
}
