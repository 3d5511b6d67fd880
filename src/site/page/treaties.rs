//! The grid of treaty status.

use crate::law::{self, CountryId, Kind, status::Status as Standing};
use crate::site::context::Context;
use crate::site::page::piece::treaty;
use crate::site::view::{Link, Treaties, TreatyCell, TreatyRow};

/// The grid of treaties on the page's day.
pub fn view(cx: &Context<'_>) -> Treaties {
    let columns = cx.site.index.treaty_columns();
    let cell = |instrument: &law::Instrument, country: &CountryId| TreatyCell {
        href: treaty::instrument_at(cx, instrument, country).href,
        country_name: cx.country_name(country),
        status: treaty::status(cx, country, &instrument.id),
    };
    let row = |instrument: &law::Instrument| TreatyRow {
        instrument: Link { text: instrument.short().to_owned(), ..cx.link(Kind::Instrument, instrument.id.as_str()) },
        cells: columns.iter().map(|c| cell(instrument, c)).collect(),
    };
    let treaties = cx.site.index.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty);
    let rows: Vec<TreatyRow> = treaties.map(row).collect();
    let statuses = || rows.iter().flat_map(|r| &r.cells).map(|c| &c.status);
    Treaties {
        countries: columns.iter().map(|c| cx.country(c)).collect(),
        statuses: Standing::WORDS.iter().copied().filter(|key| statuses().any(|s| s.key == *key)).collect(),
        legend: treaty::legend(statuses().map(|s| s.by)),
        rows,
    }
}
