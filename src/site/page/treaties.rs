//! The page with the grid of treaty statuses: a row for each treaty and a column for each country that can join
//! treaties, or those rows and columns that a part of the page has.

use crate::law::{self, CountryId, Date, Kind, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::page::piece::{matrix, part, treaty, years};
use crate::site::view::{Link, Status, Treaties, TreatyCell, TreatyRow};

/// The grid of treaties on the page's day.
pub fn view(cx: &Context<'_>) -> Treaties {
    let columns = part::columns(cx, cx.site.index.treaty_columns());
    let short = |year: i16| years::of_century(year, cx.site.index.calendar.today.max(cx.day).year());
    let cell = |instrument: &law::Instrument, country: &CountryId| {
        let since = treaty::since(cx, country, &instrument.id);
        TreatyCell {
            href: treaty::instrument_at(cx, instrument, country).href,
            country_name: cx.country_name(country),
            status: treaty::status(cx, country, &instrument.id),
            years: since.as_ref().map(|date| years::of(date, |year| year.to_string())).unwrap_or_default(),
            short: since.as_ref().map(|date| years::of(date, short)).unwrap_or_default(),
            since: since.as_ref().map(when),
        }
    };
    let row = |instrument: &law::Instrument| {
        let cells: Vec<TreatyCell> = columns.iter().map(|c| cell(instrument, c)).collect();
        let mut read: Vec<Date> = cells.iter().filter_map(|c| read_until(&c.status)).collect();
        read.sort_by_key(|date| (date.latest(), date.earliest()));
        let ends = read.first().into_iter().chain(read.last().filter(|last| read.first() != Some(last)));
        TreatyRow {
            instrument: Link {
                text: instrument.short().to_owned(),
                ..cx.link(Kind::Instrument, instrument.id.as_str())
            },
            as_of: ends.map(when).collect(),
            cells,
        }
    };
    let treaties = cx.site.index.compared_instruments().filter(|i| part::has_row(cx, Kind::Instrument, i.id.as_str()));
    let rows: Vec<TreatyRow> = treaties.map(row).collect();
    let statuses = || rows.iter().flat_map(|r| &r.cells).map(|c| &c.status);
    Treaties {
        countries: columns.iter().map(|c| cx.country(c)).collect(),
        codes: columns.iter().map(|c| matrix::code(cx, c)).collect(),
        statuses: TreatyStatus::WORDS.iter().copied().filter(|key| statuses().any(|s| s.key == *key)).collect(),
        legend: treaty::legend(statuses().map(|s| (s.by, s.mark.as_str()))),
        rows,
    }
}

/// The date of the table from which a status is carried forward.
fn read_until(status: &Status) -> Option<Date> {
    status.as_of.as_ref().and_then(|when| Date::parse(&when.iso).ok())
}
