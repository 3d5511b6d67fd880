//! Links between days: the page on its other days, and other pages on the same day.

use crate::law::{CountryId, Day, Kind};
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::index::nearest;
use crate::site::route::{Address, Page};
use crate::site::view::{DayLink, DayView};
use crate::text::TaggedText;

use super::between;

/// If more countries are compared, a page on a day has no links to their pages on that day.
const MOST_COUNTRIES_IN_DAY_BAR: usize = 24;

pub fn day_view(cx: &Context<'_>) -> DayView {
    let at = cx.at;
    let main = Address::new(at.page.clone());
    let link = |address: &Address, day: Day| DayLink {
        href: cx.href(&address.path, None),
        on: of_day(day),
        here: address.path == at.path,
        key: "",
        text: TaggedText::default(),
        nearest: false,
    };
    DayView {
        on: of_day(cx.day),
        main: at.on.is_none(),
        main_href: cx.href(&main.path, None),
        others: cx
            .site
            .pages
            .days_of(&cx.site.index, &main)
            .into_iter()
            .map(|day| link(&main.on_day(day), day))
            .collect(),
        views: at.on.map(|_| same_day(cx)).unwrap_or_default(),
        since: matches!(at.page, Page::Matrix | Page::MatrixTransposed)
            .then(|| between::since_day_before(cx))
            .flatten(),
    }
}

/// Links to the matrix, the grid and the countries on the page's day; if a view is not published for it, on the nearest
/// published day.
pub fn same_day(cx: &Context<'_>) -> Vec<DayLink> {
    let whole = [Page::Matrix, Page::Treaties, Page::MatrixTransposed].map(Address::new);
    let is_there = |address: &Address| cx.site.pages.find(&address.path).is_some();
    let mut views: Vec<(Address, &'static str, TaggedText)> = whole
        .into_iter()
        .filter(is_there)
        .map(|address| (address.clone(), address.page.kind(), TaggedText::default()))
        .collect();
    if cx.site.index.corpus.columns.len() <= MOST_COUNTRIES_IN_DAY_BAR {
        let country = |id: &CountryId| {
            (Address::new(Page::Country(id.clone())), "", cx.site.index.name(Kind::Country, id.as_str()))
        };
        views.extend(cx.site.index.corpus.columns.iter().map(country));
    }
    let link = |(address, key, text): (Address, &'static str, TaggedText)| {
        let day = nearest(&cx.site.pages.days_of(&cx.site.index, &address), cx.day)?;
        let other = address.on_day(day);
        let here = other.path == cx.at.path;
        (!here).then(|| DayLink {
            href: cx.href(&other.path, None),
            on: of_day(day),
            here,
            key,
            text,
            nearest: day != cx.day,
        })
    };
    views.into_iter().filter_map(link).collect()
}
