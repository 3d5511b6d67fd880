//! Links between days: the page on its other days, and other pages on the same day.

use crate::law::{CountryId, Day};
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::index::nearest;
use crate::site::route::{Address, Page, day_anchor};
use crate::site::view::{DayLink, DayView};
use crate::text::TaggedText;

use super::between;

/// If more countries are compared, a page on a day has no links to their pages on that day.
const MOST_COUNTRIES_IN_DAY_BAR: usize = 24;

pub fn day_view(cx: &Context<'_>) -> DayView {
    let at = cx.at;
    let main = Address::new(at.page.clone());
    DayView {
        on: of_day(cx.day),
        main: at.on.is_none(),
        main_href: cx.href(&main.path, None),
        others: other_days(cx, &main),
        history: history_of(cx).map(|page| cx.to(&page)),
        views: at.on.map(|_| same_day(cx)).unwrap_or_default(),
        since: matches!(at.page, Page::Matrix | Page::MatrixTransposed)
            .then(|| between::since_day_before(cx))
            .flatten(),
    }
}

/// The history of the country whose page this is, if the site has it.
fn history_of(cx: &Context<'_>) -> Option<Page> {
    let Page::Country(id) = &cx.at.page else { return None };
    let page = Page::CountryHistory(id.clone());
    cx.site.pages.find(&page.path()).map(|_| page)
}

/// The links to the days of a page, in order: of a country whose days are on its history, to the days there.
fn other_days(cx: &Context<'_>, main: &Address) -> Vec<DayLink> {
    let days = Shown::of(cx, main);
    let link = |day: &Day| DayLink {
        href: days.href(cx, main, *day),
        on: of_day(*day),
        here: cx.at.on == Some(*day),
        key: "",
        text: TaggedText::default(),
        nearest: false,
    };
    days.all.iter().map(link).collect()
}

/// The days on which a page can be read.
struct Shown {
    /// All of them, in order.
    all: Vec<Day>,
    /// Those that have a page of their own; the others are on the country's history.
    published: Vec<Day>,
}

impl Shown {
    fn of(cx: &Context<'_>, main: &Address) -> Shown {
        let index = &cx.site.index;
        let published = cx.site.pages.days_of(index, main);
        let mut all = published.clone();
        if let Page::Country(id) = &main.page
            && index.calendar.in_histories
        {
            all.extend(index.calendar.changes_of(&index.corpus, id.as_str()));
            all.sort();
            all.dedup();
        }
        Shown { all, published }
    }

    /// The link to one of the days.
    fn href(&self, cx: &Context<'_>, main: &Address, day: Day) -> String {
        match &main.page {
            Page::Country(id) if !self.published.contains(&day) => place_on_history(cx, id, day),
            _ => cx.href(&main.on_day(day).path, None),
        }
    }
}

/// The link to a day on the history of a country; to the nearest one on which something changes.
pub fn on_history(cx: &Context<'_>, country: &CountryId, day: Day) -> Option<String> {
    let changes = cx.site.index.calendar.changes_of(cx.corpus(), country.as_str());
    nearest(changes, day).map(|day| place_on_history(cx, country, day))
}

fn place_on_history(cx: &Context<'_>, country: &CountryId, day: Day) -> String {
    cx.href(&Page::CountryHistory(country.clone()).path(), Some(&day_anchor(day)))
}

/// Links to the matrix, the grid and the countries on the page's day; if a view is not published for it, on the nearest
/// published day.
fn same_day(cx: &Context<'_>) -> Vec<DayLink> {
    let whole = [Page::Matrix, Page::Treaties, Page::MatrixTransposed].map(Address::new);
    let is_there = |address: &Address| cx.site.pages.find(&address.path).is_some();
    let mut views: Vec<(Address, &'static str, TaggedText)> = whole
        .into_iter()
        .filter(is_there)
        .map(|address| (address.clone(), address.page.kind(), TaggedText::default()))
        .collect();
    if cx.site.index.corpus.columns.len() <= MOST_COUNTRIES_IN_DAY_BAR {
        let country = |id: &CountryId| (Address::new(Page::Country(id.clone())), "", cx.country_name(id));
        views.extend(cx.site.index.corpus.columns.iter().map(country));
    }
    let link = |(address, key, text): (Address, &'static str, TaggedText)| {
        let days = Shown::of(cx, &address);
        let day = nearest(&days.all, cx.day)?;
        let here = address.on_day(day).path == cx.at.path;
        (!here).then(|| DayLink {
            href: days.href(cx, &address, day),
            on: of_day(day),
            here,
            key,
            text,
            nearest: day != cx.day,
        })
    };
    views.into_iter().filter_map(link).collect()
}
