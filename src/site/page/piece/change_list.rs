//! Links to lists of changes: of a country, of an instrument, and of their single years.

use crate::law::{self, CountryId, Kind};
use crate::site::context::Context;
use crate::site::route::{Page, split};
use crate::site::view::{Link, YearLink};

/// The link to the changes of a country, if there are any.
pub fn href_of_country(cx: &Context<'_>, id: &CountryId) -> Option<String> {
    cx.site.index.country_changed(id).then(|| of_country(cx, id).href)
}

/// The links to the single years of the site's list of changes.
pub fn years_of_site(cx: &Context<'_>) -> Vec<YearLink> {
    let history = cx.site.index.history.listed();
    split(history).into_iter().filter_map(|(year, count)| link_of_year(cx, &Page::Changes, year, count)).collect()
}

/// The link to one year of a list of changes; `None` if the list is not divided by years.
pub fn link_of_year(cx: &Context<'_>, list: &Page, year: i16, count: usize) -> Option<YearLink> {
    let page = list.of_year(year)?;
    Some(YearLink { here: page == cx.at.page, href: cx.to(&page), year: year.to_string(), count })
}

/// The link to a year in the list of a country: its own page, or an anchor.
pub fn href_of_year(cx: &Context<'_>, id: &CountryId, year: i16) -> String {
    let years = split(cx.site.index.history.of_country(id));
    match years.iter().any(|(own, _)| *own == year) {
        true => cx.to(&Page::ChangesCountryYear(id.clone(), year)),
        false => cx.href(&Page::ChangesCountry(id.clone()).path(), Some(&format!("year-{year}"))),
    }
}

/// The link to the changes of a country, with its name.
pub fn of_country(cx: &Context<'_>, id: &CountryId) -> Link {
    Link { href: cx.to(&Page::ChangesCountry(id.clone())), text: cx.site.index.name(Kind::Country, id.as_str()) }
}

/// The link to the changes of an instrument, if there are any.
pub fn href_of_instrument(cx: &Context<'_>, id: &law::InstrumentId) -> Option<String> {
    let changed = cx.site.index.history.of_instrument(id).next().is_some();
    changed.then(|| cx.to(&Page::ChangesInstrument(id.clone())))
}
