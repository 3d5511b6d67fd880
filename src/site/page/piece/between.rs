//! Links to the comparisons of two published days.

use crate::law::CountryId;
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::route::DayPair;
use crate::site::route::{compared_pairs, is_near, page_of, page_of_country};
use crate::site::view::{self};

pub fn link(cx: &Context<'_>, pair: DayPair) -> view::DayPair {
    view::DayPair {
        href: cx.to(&page_of(pair)),
        first: of_day(pair.0),
        last: of_day(pair.1.unwrap_or(cx.site.index.calendar.main)),
        main: pair.1.is_none(),
        near: is_near(&cx.site.index, &pair),
    }
}

/// The comparison of the page's day with the published day before it.
pub fn since_day_before(cx: &Context<'_>) -> Option<view::DayPair> {
    let pairs = compared_pairs(&cx.site.index);
    let pair = pairs.iter().rfind(|(_, last)| *last == cx.at.on)?;
    Some(link(cx, *pair))
}

/// The pairs of days for which the country has a page of its own.
pub fn of_country(cx: &Context<'_>, country: &CountryId) -> Vec<view::DayPair> {
    let own = cx
        .site
        .pages
        .compared
        .pairs(&cx.site.index)
        .filter(|pair| cx.site.pages.compared.has_own_page(&cx.site.index, pair, country));
    let link = |pair: DayPair| view::DayPair { href: cx.to(&page_of_country(pair, country)), ..link(cx, pair) };
    own.map(link).collect()
}
