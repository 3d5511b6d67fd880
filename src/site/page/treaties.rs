//! The page with the grid of treaty statuses.

use crate::law::{self, CountryId, Date, Day, Kind, status::Status as Standing};
use crate::site::context::Context;
use crate::site::date::{of_day, when};
use crate::site::page::piece::{matrix, treaty, years};
use crate::site::view::{Link, Status, Treaties, TreatyCell, TreatyRow};

/// The grid of treaties on the page's day.
pub fn view(cx: &Context<'_>) -> Treaties {
    let columns = cx.site.index.treaty_columns();
    let short = |year: i16| years::of_century(year, cx.site.index.calendar.today.max(cx.day).year());
    let cell = |instrument: &law::Instrument, country: &CountryId| {
        let since = treaty::since(cx, country, &instrument.id);
        TreatyCell {
            href: treaty::instrument_at(cx, instrument, country).href,
            country_name: cx.country_name(country),
            status: treaty::status(cx, country, &instrument.id),
            years: since.as_ref().map(|date| years_of(date, |year| year.to_string())).unwrap_or_default(),
            short: since.as_ref().map(|date| years_of(date, short)).unwrap_or_default(),
            since: since.as_ref().map(when),
        }
    };
    let row = |instrument: &law::Instrument| {
        let cells: Vec<TreatyCell> = columns.iter().map(|c| cell(instrument, c)).collect();
        let mut read: Vec<Day> = cells.iter().filter_map(|c| read_until(&c.status)).collect();
        read.sort();
        let ends = read.first().into_iter().chain(read.last().filter(|last| read.first() != Some(last)));
        TreatyRow {
            instrument: Link {
                text: instrument.short().to_owned(),
                ..cx.link(Kind::Instrument, instrument.id.as_str())
            },
            as_of: ends.map(|day| of_day(*day)).collect(),
            cells,
        }
    };
    let treaties = cx.site.index.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty);
    let rows: Vec<TreatyRow> = treaties.map(row).collect();
    let statuses = || rows.iter().flat_map(|r| &r.cells).map(|c| &c.status);
    Treaties {
        countries: columns.iter().map(|c| cx.country(c)).collect(),
        codes: columns.iter().map(|c| matrix::code(cx, c)).collect(),
        statuses: Standing::WORDS.iter().copied().filter(|key| statuses().any(|s| s.key == *key)).collect(),
        legend: treaty::legend(statuses().map(|s| s.by)),
        rows,
    }
}

/// The day of the table from which a status is carried forward.
fn read_until(status: &Status) -> Option<Day> {
    status.as_of.as_ref().and_then(|when| Date::parse(&when.iso).ok()).and_then(|date| date.exact())
}

/// The year of a date, or the first and the last possible year.
fn years_of(date: &Date, print: impl Fn(i16) -> String) -> String {
    match (date.earliest().map(Day::year), date.latest().map(Day::year)) {
        (Some(first), Some(last)) if first != last => format!("{}–{}", print(first), print(last)),
        (Some(year), _) => print(year),
        (None, Some(last)) => format!("≤ {}", print(last)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_has_the_year_of_its_date_or_both_years_between_which_it_lies() {
        let of = |text: &str| years_of(&Date::parse(text).expect(text), |year| year.to_string());
        assert_eq!(of("2008-08-30"), "2008");
        assert_eq!(of("2004"), "2004");
        assert_eq!(of("between 2004-01-31 and 2005-01-30"), "2004–2005");
        assert_eq!(of("by 2010-05-01"), "≤ 2010");
        assert_eq!(of("undated"), "");
        let short = |text: &str| years_of(&Date::parse(text).expect(text), |year| years::of_century(year, 2026));
        assert_eq!(short("between 2004-01-31 and 2005-01-30"), "’04–’05");
        assert_eq!(short("by 1926-05-01"), "≤ 1926");
    }
}
