//! The timeline: treaty acts, laws and bills, as a picture and as a list.

use crate::law::{self, Day, Kind};
use crate::site::context::Context;
use crate::site::date::{list_order, when};
use crate::site::page::piece::{change, split, treaty};
use crate::site::view::{Event, Lane, Link, Mark, Tick, Timeline};
use crate::text::TaggedText;
use std::collections::BTreeMap;

/// Width of the picture in its own units, like the lengths below.
pub const WIDTH: f64 = 960.0;

/// Width of the margin with the countries' names.
pub const LEFT: f64 = 130.0;

/// Height of the margin with the years.
pub const TOP: f64 = 24.0;

/// Height of one row of marks in a lane.
pub const ROW: f64 = 16.0;

pub struct DatedEvent<'s> {
    date: &'s law::Date,
    event: Event,
}

pub fn view<'s>(cx: &Context<'s>) -> Timeline {
    let mut found: Vec<DatedEvent<'s>> = Vec::new();
    if !split::is_divided(cx) {
        treaty_events(cx, &mut found);
        law_events(cx, &mut found);
        amendment_events(cx, &mut found);
    }
    found.sort_by_cached_key(|f| {
        (list_order(Some(f.date)), f.event.country.text.clone(), f.event.of.text.clone(), f.event.what.clone())
    });
    found.iter_mut().enumerate().for_each(|(number, f)| f.event.number = number);
    draw(cx, found)
}

pub fn treaty_events<'s>(cx: &Context<'s>, out: &mut Vec<DatedEvent<'s>>) {
    let corpus = cx.corpus();
    let columns = cx.site.index.treaty_columns();
    let listed = split::listed(cx, &corpus.actions, &cx.site.index.by_country.actions);
    for action in listed.into_iter().filter(|a| columns.contains(&&a.country)) {
        let Some(done) = law::act::act_date(corpus, action) else { continue };
        let Some(instrument) = corpus.instruments.get(action.instrument.as_str()) else { continue };
        let event = Event {
            number: 0,
            year: String::new(),
            anchor: None,
            when: when(done.date),
            country: cx.country(&action.country),
            kind: "treaty",
            what: format!("action-{}", action.kind.value.word()),
            of: treaty::instrument_at(cx, instrument, &action.country),
            citation: Some(cx.citation(&done.statement.citation)),
            recorded: done.recorded,
        };
        out.push(DatedEvent { date: done.date, event });
    }
}

pub fn law_events<'s>(cx: &Context<'s>, out: &mut Vec<DatedEvent<'s>>) {
    for law in split::listed(cx, cx.corpus().laws.rows(), &cx.site.index.by_country.laws) {
        for (what, date) in law.dates() {
            let citation = match (what, &law.repeal) {
                ("repealed", Some(repeal)) => Some(&repeal.citation),
                _ => law.citations.first(),
            };
            let event = Event {
                number: 0,
                year: String::new(),
                anchor: None,
                when: when(date),
                country: cx.country(&law.country),
                kind: "law",
                what: format!("law-date-{what}"),
                of: cx.link(Kind::Law, law.id.as_str()),
                citation: citation.map(|c| cx.citation(c)),
                recorded: false,
            };
            out.push(DatedEvent { date, event });
        }
    }
}

pub fn amendment_events<'s>(cx: &Context<'s>, out: &mut Vec<DatedEvent<'s>>) {
    for amendment in split::listed(cx, cx.corpus().amendments.rows(), &cx.site.index.by_country.amendments) {
        for stage in &amendment.stages {
            let event = Event {
                number: 0,
                year: String::new(),
                anchor: None,
                when: when(&stage.reached),
                country: cx.country(&amendment.country),
                kind: "amendment",
                what: format!("stage-{}", stage.kind.word()),
                of: cx.link(Kind::Amendment, amendment.id.as_str()),
                citation: Some(cx.citation(&stage.citation)),
                recorded: false,
            };
            out.push(DatedEvent { date: &stage.reached, event });
        }
    }
}

/// Places the events: a lane for each country, with as many rows as are needed to keep marks from covering each other.
pub fn draw<'s>(cx: &Context<'s>, found: Vec<DatedEvent<'s>>) -> Timeline {
    let ends = |f: &DatedEvent<'s>| Some((f.date.earliest()?, f.date.latest()?));
    let first = found.iter().filter_map(ends).map(|(a, _)| a.year()).min().unwrap_or(2000);
    let last = found.iter().filter_map(ends).map(|(_, b)| b.year()).max().unwrap_or(first) + 1;
    let scale = Scale { first, years: f64::from((last - first).max(1)) };
    let mut by_country: BTreeMap<&Link, Vec<&DatedEvent<'s>>> = BTreeMap::new();
    for f in &found {
        by_country.entry(&f.event.country).or_default().push(f);
    }
    let mut top = TOP;
    let mut lanes = Vec::new();
    for country in &cx.corpus().columns {
        let link = cx.country(country);
        let mut rows: Vec<f64> = Vec::new();
        let mut marks = Vec::new();
        for f in by_country.get(&link).into_iter().flatten() {
            let Some((from, until)) = ends(f) else { continue };
            let (x, right) = (scale.x(from), scale.x(until));
            let width = if f.date.exact().is_some() { 0.0 } else { (right - x).max(1.0) };
            let row = rows.iter().position(|end| *end + 6.0 < x).unwrap_or(rows.len());
            let end = (x + width).max(x + 5.0);
            if row == rows.len() {
                rows.push(end)
            } else {
                rows[row] = end
            }
            marks.push(Mark {
                x: round(x),
                width: round(width),
                y: round(top + ROW * (row as f64 + 0.5) + 4.0),
                kind: f.event.kind,
                event: f.event.number,
                text: TaggedText::joined(&[f.date.to_string().into(), f.event.of.text.clone()], ": "),
            });
        }
        if !marks.is_empty() {
            let height = ROW * rows.len() as f64 + 8.0;
            lanes.push(Lane { country: link, y: round(top), height: round(height), marks });
            top += height;
        }
    }
    let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|s| (last - first) / s <= 14).unwrap_or(100);
    let year = |year: i16| Day::new(year, 1, 1).map(|day| Tick { year, x: round(scale.x(day)) });
    let years = (first..=last).filter(|y| y % step == 0).filter_map(year).collect();
    let other_years = if split::is_divided(cx) { change::years_of_changes(cx) } else { Vec::new() };
    Timeline { lanes, years, width: WIDTH, height: round(top + 8.0), events: by_year(found), other_years }
}

/// The events with their years; the first of each year gets an anchor.
pub fn by_year(found: Vec<DatedEvent<'_>>) -> Vec<Event> {
    let mut years = std::collections::BTreeSet::new();
    let mut event = |f: DatedEvent<'_>| {
        let year = f.date.earliest().or(f.date.latest()).map(|day| day.year().to_string()).unwrap_or_default();
        let anchor = (!year.is_empty() && years.insert(year.clone())).then(|| format!("year-{year}"));
        Event { year, anchor, ..f.event }
    };
    found.into_iter().map(&mut event).collect()
}

pub struct Scale {
    first: i16,
    years: f64,
}

impl Scale {
    /// The horizontal position of a day. Months count as equally long; at this scale the error is invisible.
    fn x(&self, day: Day) -> f64 {
        let of_year = (f64::from(day.month() - 1) + f64::from(day.day() - 1) / 31.0) / 12.0;
        LEFT + (WIDTH - LEFT - 10.0) * (f64::from(day.year() - self.first) + of_year) / self.years
    }
}

/// Rounds to one decimal, which is precise enough and prints the same on all platforms.
pub fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
