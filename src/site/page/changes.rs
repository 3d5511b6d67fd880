//! The lists of changes: of the site, a year, a country or an instrument.
//!
//! What comes in is whose list it is, and its year; what goes out is events, the latest first, under their years. What
//! happened and when, it takes from `index.history`; how an event is put into words, `piece/change` knows.

use crate::law::{self, CountryId, Kind};
use crate::site::context::Context;
use crate::site::event::Event;
use crate::site::page::piece::{between, change, change_list, split};
use crate::site::route::split;
use crate::site::route::{MOST_LINES, Page, compared_pairs};
use crate::site::view::{Changes, ChangesYear, Edit, Link, YearLink};

/// If a list is split by years, its first page shows whole years with at least this many lines together.
const LEAST_OF_FIRST: usize = 60;

/// If the list of the whole site is split by years, its first page shows this many undated changes at most. The lists of the
/// countries have them all.
const MOST_UNDATED: usize = 100;

/// The anchor of the links to the lists of the countries.
const BY_COUNTRY: &str = "by-country";

/// The list of the whole site.
pub fn of_site(cx: &Context<'_>) -> Changes {
    let site = cx.site;
    let instruments = site.index.instruments().filter(|i| site.index.history.of_instrument(&i.id).next().is_some());
    let countries = site.index.countries().filter(|c| site.index.country_changed(&c.id));
    Changes {
        countries: countries.map(|c| change_list::of_country(cx, &c.id)).collect(),
        instruments: instruments
            .map(|i| Link { text: i.short().to_owned(), href: cx.to(&Page::ChangesInstrument(i.id.clone())) })
            .collect(),
        pairs: compared_pairs(&site.index).into_iter().map(|pair| between::link(cx, pair)).collect(),
        edits: edits(cx, cx.corpus().changes.iter()),
        ..listing(cx, None, site.index.history.listed(), &Page::Changes, None)
    }
}

pub fn of_year(cx: &Context<'_>, year: i16) -> Changes {
    listing(cx, None, cx.site.index.history.listed(), &Page::Changes, Some(year))
}

pub fn of_country(cx: &Context<'_>, id: &CountryId) -> Changes {
    let edits = edits(cx, cx.site.index.changes_of(id));
    Changes { pairs: between::of_country(cx, id), edits, ..listing_of_country(cx, id, None) }
}

pub fn of_country_in(cx: &Context<'_>, id: &CountryId, year: i16) -> Changes {
    listing_of_country(cx, id, Some(year))
}

pub fn of_instrument(cx: &Context<'_>, id: &law::InstrumentId, year: Option<i16>) -> Changes {
    let of = cx.link(Kind::Instrument, id.as_str());
    listing(cx, Some(of), cx.site.index.history.of_instrument(id), &Page::ChangesInstrument(id.clone()), year)
}

fn listing_of_country(cx: &Context<'_>, id: &CountryId, year: Option<i16>) -> Changes {
    listing(cx, Some(cx.country(id)), cx.site.index.history.of_country(id), &Page::ChangesCountry(id.clone()), year)
}

/// The list, or one year of it. If the list is split by years, its first page shows the latest whole years, and the
/// others have pages of their own.
fn listing<'t>(
    cx: &Context<'_>,
    of: Option<Link>,
    history: impl Iterator<Item = &'t Event> + Clone,
    list: &Page,
    year: Option<i16>,
) -> Changes {
    let years = split(history.clone());
    let first = first_years(&years);
    let shown = |event: &&Event| match year {
        Some(year) => event.year() == Some(year),
        None => first.is_none_or(|first| event.year().is_none_or(|year| year >= first)),
    };
    let most = if first.is_some() && year.is_none() { MOST_LINES } else { usize::MAX };
    let undated = history.clone().filter(|event| event.year().is_none()).count();
    let most_undated = if first.is_some() && *list == Page::Changes { MOST_UNDATED } else { usize::MAX };
    let mut lines = match split::is_divided(cx) {
        true => Vec::new(),
        false => by_year_of(cx, history.filter(shown), most, most_undated),
    };
    let other_years: Vec<YearLink> =
        years.into_iter().filter_map(|(year, count)| change_list::link_of_year(cx, list, year, count)).collect();
    for shown in &mut lines {
        let whole = other_years.iter().find(|other| other.year == shown.year && !other.here);
        let left = whole.map(|whole| YearLink { count: whole.count - shown.lines.len(), ..whole.clone() });
        shown.left = left.filter(|left| left.count > 0);
        if shown.year.is_empty() && undated > most_undated {
            let (href, count) = (format!("#{BY_COUNTRY}"), undated - most_undated);
            shown.left = Some(YearLink { href, year: String::new(), count, here: false });
        }
    }
    let readings = readings_of(&mut lines);
    Changes {
        of,
        years: lines,
        readings,
        other_years,
        countries: Vec::new(),
        instruments: Vec::new(),
        pairs: Vec::new(),
        edits: Vec::new(),
    }
}

/// Takes the answers of later sources out of the years; a year that has nothing else is taken out whole, with its anchor.
fn readings_of(years: &mut Vec<ChangesYear>) -> Vec<ChangesYear> {
    let take = |year: &mut ChangesYear| {
        let lines: Vec<_> = year.lines.extract_if(.., |line| line.kind == "answer").collect();
        let id = if year.lines.is_empty() { year.id.clone() } else { format!("readings-{}", year.id) };
        (!lines.is_empty()).then(|| ChangesYear { id, year: year.year.clone(), lines, left: None })
    };
    let mut readings: Vec<ChangesYear> = years.iter_mut().filter_map(take).collect();
    for emptied in years.extract_if(.., |year| year.lines.is_empty()) {
        if let Some(reading) = readings.iter_mut().find(|reading| reading.id == emptied.id) {
            reading.left = emptied.left;
        }
    }
    readings
}

/// The changes grouped by year; at most `most` of the dated ones and `most_undated` of the others.
fn by_year_of<'t>(
    cx: &Context<'_>,
    history: impl Iterator<Item = &'t Event>,
    most: usize,
    most_undated: usize,
) -> Vec<ChangesYear> {
    let mut years: Vec<ChangesYear> = Vec::new();
    let (mut dated, mut undated) = (0..most, 0..most_undated);
    let shown = history.filter(|event| if event.year().is_some() { dated.next() } else { undated.next() }.is_some());
    for event in shown {
        let year = event.year().map(|year| year.to_string()).unwrap_or_default();
        let line = change::line(cx, event);
        match years.last_mut().filter(|last| last.year == year) {
            Some(last) => last.lines.push(line),
            None => {
                let id = if year.is_empty() { "undated".to_owned() } else { format!("year-{year}") };
                years.push(ChangesYear { id, year, lines: vec![line], left: None });
            }
        }
    }
    years
}

fn edits<'c>(cx: &Context<'_>, changes: impl Iterator<Item = &'c law::Change>) -> Vec<Edit> {
    let mut list: Vec<&law::Change> = changes.collect();
    list.sort_by_key(|c| (std::cmp::Reverse(c.changed.latest()), c.question.value.clone(), c.country.clone()));
    list.into_iter().filter_map(|change| change::edit(cx, change)).collect()
}

/// The first year that the first page of a split list shows; `None`: it shows all years.
fn first_years(years: &[(i16, usize)]) -> Option<i16> {
    let mut lines = 0;
    for (year, count) in years {
        lines += count;
        if lines >= LEAST_OF_FIRST {
            return Some(*year);
        }
    }
    None
}
