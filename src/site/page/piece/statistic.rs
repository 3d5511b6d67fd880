//! A figure that a source gives for a country.

use crate::law;
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::view::Statistic;

/// The figures for a country.
pub fn in_country(cx: &Context<'_>, country: &law::CountryId) -> Vec<Statistic> {
    cx.site.index.statistics_of(country).map(|statistic| view(cx, statistic)).collect()
}

fn view(cx: &Context<'_>, statistic: &law::Statistic) -> Statistic {
    Statistic {
        id: format!("statistic-{}", statistic.id.value),
        counted: statistic.counted.clone(),
        value: statistic.value.clone(),
        unit: statistic.unit.clone(),
        breakdown: statistic.breakdown.clone(),
        counted_by: statistic.counted_by.clone(),
        from: statistic.from.as_ref().map(when),
        until: statistic.until.as_ref().map(when),
        citation: cx.citation(&statistic.citation),
        note: cx.note(statistic.note.as_ref(), &format!("statistic-{}-", statistic.id.value)),
        trace: statistic.head.trace.clone(),
    }
}
