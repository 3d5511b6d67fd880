//! Pages that would be too long and are split by country: what such a page keeps, what it counts of each country, and
//! what the page of one country says of the whole.
//!
//! What comes in is the context: the amounts by which pages are split were counted when the site was compiled, but
//! for the years of the list of changes, whose parts are the countries' own lists. The other way to split a page, by
//! rows and groups of countries, is in `part`; [`view`] asks it first.

use crate::law::{self, CountryId, Kind};
use crate::site::context::Context;
use crate::site::event::{Event, EventKind};
use crate::site::index::{Places, country_of};
use crate::site::page::piece::{change, change_list, origin, part};
use crate::site::route::{self, Amounts, Line, Page, is_too_much, preview_of_one};
use crate::site::view::{Counted, CountrySummary, Preview, SplitPage};
use std::collections::BTreeMap;

/// Whether the page leaves its lists to pages of single countries.
pub fn is_divided(cx: &Context<'_>) -> bool {
    match &cx.at.page {
        Page::ChangesYear(year) => is_too_much(events_of_year(cx, *year).values().map(Vec::len)),
        page => cx.site.pages.divisions.has(page),
    }
}

/// The events of a year by country.
fn events_of_year<'s>(cx: &Context<'s>, year: i16) -> BTreeMap<&'s CountryId, Vec<&'s Event>> {
    let mut countries: BTreeMap<&CountryId, Vec<&Event>> = BTreeMap::new();
    let history = cx.site.index.history.listed().filter(|event| event.year() == Some(year));
    history.for_each(|event| countries.entry(&event.country).or_default().push(event));
    countries
}

/// The records in `all` that the page lists itself. `places` are the positions of each country's records in `all`.
pub fn listed<'s, T>(cx: &Context<'s>, all: &'s [T], places: &'s Places) -> Vec<&'s T> {
    match cx.at.page.part() {
        Some(country) => places.of(all, country).collect(),
        None if is_divided(cx) => Vec::new(),
        None => all.iter().collect(),
    }
}

/// The countries whose records the page lists itself.
pub fn countries<'s>(cx: &Context<'s>) -> Vec<&'s law::Country> {
    match cx.at.page.part() {
        Some(country) => cx.corpus().countries.get(country.as_str()).into_iter().collect(),
        None if is_divided(cx) => Vec::new(),
        None => cx.site.index.countries().collect(),
    }
}

/// The countries with their counts and previews, if the page is split; on a country's part, the link back.
pub fn view(cx: &Context<'_>) -> Option<SplitPage> {
    let site = cx.site;
    let page = &cx.at.page;
    if let Some(split) = part::view(cx) {
        return Some(split);
    }
    if let (Some(country), Some(whole)) = (page.part(), page.whole()) {
        let whole = Some(cx.to(&whole));
        return Some(SplitPage {
            of: Some(cx.country(country)),
            whole,
            countries: Vec::new(),
            parts: None,
            beside: None,
        });
    }
    if let Page::ChangesYear(year) = page {
        return split_of_year(cx, *year);
    }
    let amounts = site.pages.divisions.of(page)?;
    let most = preview_of_one(amounts.len());
    let mut previews = previews_of(cx, page, amounts, most);
    let summary = |country: &law::Country| {
        let counts = amounts.get(&country.id)?;
        Some(CountrySummary {
            id: route::record_anchor(Kind::Country, country.id.as_str()),
            country: cx.country(&country.id),
            href: cx.to(&page.part_of(&country.id)?),
            counts: counts.iter().map(|(what, count)| Counted { what: what.key(), count: *count }).collect(),
            told: previews.remove(&country.id).unwrap_or_default(),
        })
    };
    let countries = site.index.countries().filter_map(summary).collect();
    Some(SplitPage { of: None, whole: None, countries, parts: None, beside: None })
}

/// A preview of at most `most` lines for each country.
fn previews_of(cx: &Context<'_>, page: &Page, amounts: &Amounts, most: usize) -> BTreeMap<CountryId, Vec<Preview>> {
    let corpus = cx.corpus();
    let link = |kind: Kind, id: &str| Preview::of(cx.link(kind, id));
    let mut previews: BTreeMap<CountryId, Vec<Preview>> = BTreeMap::new();
    let mut add = |country: CountryId, preview: &dyn Fn() -> Preview| {
        let list = previews.entry(country).or_default();
        if list.len() < most {
            list.push(preview());
        }
    };
    match page {
        Page::Timeline => {
            let shown = |what: &EventKind| {
                matches!(what, EventKind::Act { .. } | EventKind::Law { .. } | EventKind::Stage { .. })
            };
            let history =
                amounts.keys().flat_map(|c| cx.site.index.history.of_country(c).filter(|t| shown(&t.what)).take(most));
            history.for_each(|event| add(event.country.clone(), &|| change::preview(cx, event)));
        }
        Page::Laws => corpus.laws.iter().for_each(|l| add(l.country.clone(), &|| link(Kind::Law, l.id.as_str()))),
        Page::Amendments => {
            let bills = corpus.amendments.iter();
            bills.for_each(|a| add(a.country.clone(), &|| link(Kind::Amendment, a.id.as_str())));
        }
        Page::Topic(topic) => {
            for (country, provision) in cx.site.index.provisions_under(topic) {
                add(country.clone(), &|| link(Kind::Provision, provision.id.as_str()));
            }
        }
        Page::Source(source) => {
            for (origin, _) in cx.site.index.references.citing(source.as_str()) {
                let country = country_of(origin, corpus);
                country.into_iter().for_each(|country| add(country, &|| Preview::of(origin::link(cx, origin))));
            }
        }
        // Other pages are never split by country.
        _ => {}
    }
    previews
}

/// For a year of the site's list of changes: its parts are in the countries' own lists.
fn split_of_year(cx: &Context<'_>, year: i16) -> Option<SplitPage> {
    let site = cx.site;
    let countries = events_of_year(cx, year);
    if !is_too_much(countries.values().map(Vec::len)) {
        return None;
    }
    let most = preview_of_one(countries.len());
    let summary = |country: &law::Country| {
        let history = countries.get(&country.id)?;
        Some(CountrySummary {
            id: route::record_anchor(Kind::Country, country.id.as_str()),
            country: cx.country(&country.id),
            href: change_list::href_of_year(cx, &country.id, year),
            counts: vec![Counted { what: Line::Changes.key(), count: history.len() }],
            told: history.iter().take(most).map(|event| change::preview(cx, event)).collect(),
        })
    };
    let countries = site.index.countries().filter_map(summary).collect();
    Some(SplitPage { of: None, whole: None, countries, parts: None, beside: None })
}
