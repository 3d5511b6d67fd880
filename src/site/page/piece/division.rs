//! What a page that would be too long leaves to pages of single countries.

use crate::law::{self, CountryId, Kind};
use crate::site::context::Context;
use crate::site::index::country_of;
use crate::site::page::piece::{change, origin};
use crate::site::route::{Amounts, Line, Page, is_too_much, told_of_one};
use crate::site::turn::{Turn, What};
use crate::site::view::{Counted, Division, Share, Telling};
use std::collections::BTreeMap;

/// Whether the page leaves its lists to pages of the countries.
pub fn is_divided(cx: &Context<'_>) -> bool {
    match &cx.at.page {
        Page::ChangesYear(year) => is_too_much(turns_of_year(cx, *year).values().map(Vec::len)),
        page => cx.site.pages.divisions.has(page),
    }
}

pub fn turns_of_year<'s>(cx: &Context<'s>, year: i16) -> BTreeMap<&'s CountryId, Vec<&'s Turn>> {
    let mut countries: BTreeMap<&CountryId, Vec<&Turn>> = BTreeMap::new();
    let turns = cx.site.index.turns.listed().filter(|turn| turn.year() == Some(year));
    turns.for_each(|turn| countries.entry(&turn.country).or_default().push(turn));
    countries
}

/// Whether the page lists what there is of a country.
pub fn lists(cx: &Context<'_>, country: &str) -> bool {
    cx.at.page.part().is_none_or(|part| part.as_str() == country) && !is_divided(cx)
}

/// How the page is divided, if it is.
pub fn view(cx: &Context<'_>) -> Option<Division> {
    let site = cx.site;
    let page = &cx.at.page;
    if let (Some(country), Some(whole)) = (page.part(), page.whole()) {
        let whole = Some(cx.to(&whole));
        return Some(Division { of: Some(cx.country(country)), whole, countries: Vec::new() });
    }
    if let Page::ChangesYear(year) = page {
        return division_of_year(cx, *year);
    }
    let amounts = site.pages.divisions.of(page)?;
    let most = told_of_one(amounts.len());
    let mut told = told_of(cx, page, amounts, most);
    let share = |country: &law::Country| {
        let counts = amounts.get(&country.id)?;
        Some(Share {
            id: share_id(page, country),
            country: cx.country(&country.id),
            href: cx.to(&page.part_of(&country.id)?),
            counts: counts.iter().map(|(what, count)| Counted { what: what.key(), count: *count }).collect(),
            told: told.remove(&country.id).unwrap_or_default(),
        })
    };
    Some(Division { of: None, whole: None, countries: site.index.countries().filter_map(share).collect() })
}

/// A little of what there is of each country.
pub fn told_of(cx: &Context<'_>, page: &Page, amounts: &Amounts, most: usize) -> BTreeMap<CountryId, Vec<Telling>> {
    let corpus = cx.corpus();
    let link = |kind: Kind, id: &str| Telling::of(cx.link(kind, id));
    let mut told: BTreeMap<CountryId, Vec<Telling>> = BTreeMap::new();
    let mut tell = |country: CountryId, telling: &dyn Fn() -> Telling| {
        let list = told.entry(country).or_default();
        if list.len() < most {
            list.push(telling());
        }
    };
    match page {
        Page::Timeline => {
            let shown = |what: &What| matches!(what, What::Act { .. } | What::Law { .. } | What::Stage { .. });
            let turns =
                amounts.keys().flat_map(|c| cx.site.index.turns.of_country(c).filter(|t| shown(&t.what)).take(most));
            turns.for_each(|turn| tell(turn.country.clone(), &|| change::told(cx, turn)));
        }
        Page::Laws => corpus.laws.iter().for_each(|l| tell(l.country.clone(), &|| link(Kind::Law, l.id.as_str()))),
        Page::Amendments => {
            let bills = corpus.amendments.iter();
            bills.for_each(|a| tell(a.country.clone(), &|| link(Kind::Amendment, a.id.as_str())));
        }
        Page::Topic(topic) => {
            for at in cx.site.index.provisions_under(topic) {
                let provision = &corpus.provisions.rows()[*at];
                tell(provision.law.country(), &|| link(Kind::Provision, provision.id.as_str()));
            }
        }
        Page::Source(source) => {
            for (origin, _) in cx.site.index.references.citing(source.as_str()) {
                let country = country_of(origin, corpus);
                country.into_iter().for_each(|country| tell(country, &|| Telling::of(origin::link(cx, origin))));
            }
        }
        // Others are never divided by countries.
        _ => {}
    }
    told
}

/// The year of a list of changes: its countries' own lists have the same lines.
pub fn division_of_year(cx: &Context<'_>, year: i16) -> Option<Division> {
    let site = cx.site;
    let countries = turns_of_year(cx, year);
    if !is_too_much(countries.values().map(Vec::len)) {
        return None;
    }
    let most = told_of_one(countries.len());
    let share = |country: &law::Country| {
        let turns = countries.get(&country.id)?;
        Some(Share {
            id: country.id.to_string(),
            country: cx.country(&country.id),
            href: change::link_to_year_of_country(cx, &country.id, year),
            counts: vec![Counted { what: Line::Changes.key(), count: turns.len() }],
            told: turns.iter().take(most).map(|turn| change::told(cx, turn)).collect(),
        })
    };
    Some(Division { of: None, whole: None, countries: site.index.countries().filter_map(share).collect() })
}

/// The anchor of a country on a page that is divided: the one that it has where the page is whole.
pub fn share_id(page: &Page, country: &law::Country) -> String {
    match page {
        Page::Topic(_) => crate::text::slug(&country.name),
        _ => country.id.to_string(),
    }
}
