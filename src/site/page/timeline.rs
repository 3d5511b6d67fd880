//! The timeline: treaty acts, laws and bills, as a picture and as a list.
//!
//! What comes in is all countries whose records the page lists, or one country; what goes out is the same events
//! twice: as a list in the order of time, and as marks with positions in units of the picture, laid out so that none
//! covers another. Colours and letters belong to the theme.

use crate::law::{self, CountryId, Day, Kind};
use crate::site::context::Context;
use crate::site::date::{list_order, when};
use crate::site::index::Places;
use crate::site::page::piece::{change_list, split, treaty};
use crate::site::route::Page;
use crate::site::view::{Event, Lane, Link, Mark, Tick, Timeline};
use crate::text::TaggedText;
use std::collections::BTreeMap;

/// Width of a picture and of the margin with the countries' names, in its own units, like the lengths below.
#[derive(Clone, Copy)]
struct Frame {
    width: f64,
    left: f64,
}

const OF_ALL: Frame = Frame { width: 960.0, left: 130.0 };

/// On the page of a country its name stands above already.
const OF_ONE: Frame = Frame { width: 760.0, left: 12.0 };

/// Height of the margin with the years.
const TOP: f64 = 24.0;

/// Height of one row of marks in a lane.
const ROW: f64 = 16.0;

/// Width of a mark with the space beside it, of a count, and of a letter of a label in the widest of the usual fonts.
const SIGN: f64 = 8.0;
const COUNT: f64 = 22.0;
const LETTER: f64 = 6.6;
const CAPITAL: f64 = 8.2;

/// The least space between what belongs to one mark and what belongs to the next.
const GAP: f64 = 6.0;

/// The most letters of a label.
const MOST_LETTERS: usize = 32;

struct DatedEvent<'s> {
    date: &'s law::Date,
    event: Event,
}

pub fn view<'s>(cx: &Context<'s>) -> Timeline {
    let found = if split::is_divided(cx) { Vec::new() } else { events(cx, None) };
    draw(cx, found, OF_ALL)
}

/// If a country has more dates, its page leads to the timeline instead of having one.
pub const MOST_OF_ONE: usize = 120;

/// The timeline of one country; `None` if nothing in it has a date.
pub fn of_country(cx: &Context<'_>, country: &CountryId) -> Option<Timeline> {
    let timeline = draw(cx, events(cx, Some(country)), OF_ONE);
    (!timeline.lanes.is_empty()).then_some(timeline)
}

/// The address of the page with the dates of a country.
pub fn href_of_country(cx: &Context<'_>, country: &CountryId) -> String {
    let own = Page::TimelineCountry(country.clone());
    cx.to(if cx.site.pages.find(&own.path()).is_some() { &own } else { &Page::Timeline })
}

/// The events of a country, or of all whose records the page lists, in the order of time.
fn events<'s>(cx: &Context<'s>, of: Option<&CountryId>) -> Vec<DatedEvent<'s>> {
    let mut found: Vec<DatedEvent<'s>> = Vec::new();
    treaty_events(cx, of, &mut found);
    law_events(cx, of, &mut found);
    amendment_events(cx, of, &mut found);
    found.sort_by_cached_key(|f| {
        (list_order(Some(f.date)), f.event.country.text.clone(), f.event.of.text.clone(), f.event.what.clone())
    });
    found.iter_mut().enumerate().for_each(|(number, f)| f.event.number = number);
    found
}

/// The records of a country, or all that the page lists. `places` are the positions of each country's records in `all`.
fn listed<'s, T>(cx: &Context<'s>, of: Option<&CountryId>, all: &'s [T], places: &'s Places) -> Vec<&'s T> {
    match of {
        Some(country) => places.of(all, country).collect(),
        None => split::listed(cx, all, places),
    }
}

fn treaty_events<'s>(cx: &Context<'s>, of: Option<&CountryId>, out: &mut Vec<DatedEvent<'s>>) {
    let corpus = cx.corpus();
    let columns = cx.site.index.treaty_columns();
    let listed = listed(cx, of, &corpus.actions, &cx.site.index.by_country.actions);
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
            by: action.predecessor.as_ref().map(|who| treaty::named(cx, &who.value)),
            citation: Some(cx.citation(&done.statement.citation)),
            recorded: done.recorded,
        };
        out.push(DatedEvent { date: done.date, event });
    }
}

fn law_events<'s>(cx: &Context<'s>, of: Option<&CountryId>, out: &mut Vec<DatedEvent<'s>>) {
    for law in listed(cx, of, cx.corpus().laws.rows(), &cx.site.index.by_country.laws) {
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
                what: match &law.repeal {
                    Some(repeal) if what == "repealed" => format!("repeal-{}", repeal.verb.word()),
                    _ => format!("law-date-{what}"),
                },
                of: cx.link(Kind::Law, law.id.as_str()),
                by: None,
                citation: citation.map(|c| cx.citation(c)),
                recorded: false,
            };
            out.push(DatedEvent { date, event });
        }
    }
}

fn amendment_events<'s>(cx: &Context<'s>, of: Option<&CountryId>, out: &mut Vec<DatedEvent<'s>>) {
    for amendment in listed(cx, of, cx.corpus().amendments.rows(), &cx.site.index.by_country.amendments) {
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
                by: None,
                citation: Some(cx.citation(&stage.citation)),
                recorded: false,
            };
            out.push(DatedEvent { date: &stage.reached, event });
        }
    }
}

/// Events of one kind in one year and lane, which share a mark; or one event that lies in several years.
struct Group<'f, 's> {
    events: Vec<&'f DatedEvent<'s>>,
    from: Day,
    until: Day,
}

/// Groups the events of a lane that would cover each other, in chronological order; undated ones are left out.
fn groups<'f, 's>(found: impl Iterator<Item = &'f DatedEvent<'s>>) -> Vec<Group<'f, 's>> {
    let mut list: Vec<Group<'f, 's>> = Vec::new();
    for f in found {
        let (Some(from), Some(until)) = (f.date.earliest(), f.date.latest()) else { continue };
        let is_own = |group: &&mut Group<'f, 's>| {
            let kind = group.events.first().map(|first| first.event.kind);
            group.from.year() == from.year() && group.until.year() == until.year() && kind == Some(f.event.kind)
        };
        match list.iter_mut().find(is_own).filter(|_| from.year() == until.year()) {
            Some(group) => {
                (group.from, group.until) = (group.from.min(from), group.until.max(until));
                group.events.push(f);
            }
            None => list.push(Group { events: vec![f], from, until }),
        }
    }
    list.sort_by_key(|group| group.from);
    list
}

impl Group<'_, '_> {
    fn mark(&self, scale: &Scale) -> Mark {
        let (x, right) = (scale.x(self.from), scale.x(self.until));
        let is_exact = self.events.iter().all(|f| f.date.exact().is_some());
        let is_point = self.events.len() > 1 || is_exact;
        let texts: Vec<TaggedText> = self
            .events
            .iter()
            .map(|f| TaggedText::joined(&[f.date.to_string().into(), f.event.of.text.clone()], ": "))
            .collect();
        let first = self.events.first();
        let name = first.map(|f| f.event.of.text.clone()).unwrap_or_default();
        Mark {
            x: round(x),
            width: if is_point { 0.0 } else { round((right - x).max(5.0)) },
            y: 0.0,
            kind: first.map_or("", |f| f.event.kind),
            event: first.map_or(0, |f| f.event.number),
            count: self.events.len(),
            label: shortened(&name),
            before: false,
            text: TaggedText::joined(&texts, "; "),
        }
    }
}

fn width_of(label: &str) -> f64 {
    label.chars().map(|letter| if letter.is_uppercase() { CAPITAL } else { LETTER }).sum()
}

/// The name of a record in as many letters as a label has room for.
fn shortened(name: &TaggedText) -> TaggedText {
    let cut = name.as_str().char_indices().nth(MOST_LETTERS).map(|(at, _)| at);
    match cut {
        Some(at) => TaggedText::joined(&[name.cut(at), "…".into()], ""),
        None => name.clone(),
    }
}

/// Places the events: a lane for each country, with as many rows as are needed to keep marks from covering each other.
fn draw<'s>(cx: &Context<'s>, found: Vec<DatedEvent<'s>>, frame: Frame) -> Timeline {
    let ends = |f: &DatedEvent<'s>| Some((f.date.earliest()?, f.date.latest()?));
    let first = found.iter().filter_map(ends).map(|(a, _)| a.year()).min().unwrap_or(2000);
    let last = found.iter().filter_map(ends).map(|(_, b)| b.year()).max().unwrap_or(first) + 1;
    let scale = Scale { first, years: f64::from((last - first).max(1)), frame };
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
        for group in groups(by_country.get(&link).into_iter().flatten().copied()) {
            let mut mark = group.mark(&scale);
            // A label that would stand out on the right stands left of its mark.
            let room = if mark.count > 1 { COUNT } else { width_of(mark.label.as_str()) };
            mark.before = mark.x + mark.width + SIGN + room > frame.width;
            let (left, right) = if mark.before { (mark.x - SIGN - room, mark.x) } else { (mark.x, mark.x + room) };
            let end = right + mark.width + SIGN;
            let row = rows.iter().position(|end| *end + GAP < left - SIGN).unwrap_or(rows.len());
            mark.y = round(top + ROW * (row as f64 + 0.5) + 4.0);
            match rows.get_mut(row) {
                Some(taken) => *taken = end,
                None => rows.push(end),
            }
            marks.push(mark);
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
    let other_years = if split::is_divided(cx) { change_list::years_of_site(cx) } else { Vec::new() };
    Timeline { lanes, years, width: frame.width, height: round(top + 8.0), events: by_year(found), other_years }
}

/// The events with their years; the first of each year gets an anchor.
fn by_year(found: Vec<DatedEvent<'_>>) -> Vec<Event> {
    let mut years = std::collections::BTreeSet::new();
    let mut event = |f: DatedEvent<'_>| {
        let year = f.date.earliest().or(f.date.latest()).map(|day| day.year().to_string()).unwrap_or_default();
        let anchor = (!year.is_empty() && years.insert(year.clone())).then(|| format!("year-{year}"));
        Event { year, anchor, ..f.event }
    };
    found.into_iter().map(&mut event).collect()
}

struct Scale {
    first: i16,
    years: f64,
    frame: Frame,
}

impl Scale {
    /// The horizontal position of a day. Months count as equally long; at this scale the error is invisible.
    fn x(&self, day: Day) -> f64 {
        let of_year = (f64::from(day.month() - 1) + f64::from(day.day() - 1) / 31.0) / 12.0;
        let Frame { width, left } = self.frame;
        left + (width - left - 10.0) * (f64::from(day.year() - self.first) + of_year) / self.years
    }
}

/// Rounds to one decimal, which is precise enough and prints the same on all platforms.
fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'s>(date: &'s law::Date, kind: &'static str, name: &str, number: usize) -> DatedEvent<'s> {
        let link = |text: &str| Link { href: String::new(), text: text.into() };
        let event = Event {
            number,
            year: String::new(),
            anchor: None,
            when: when(date),
            country: link("Ruritania"),
            kind,
            what: String::new(),
            of: link(name),
            by: None,
            citation: None,
            recorded: false,
        };
        DatedEvent { date, event }
    }

    #[test]
    fn events_of_one_kind_and_year_share_a_mark_with_their_number() {
        let dates: Vec<law::Date> = ["2003-01-02", "2003-05", "2003-07-01", "between 2003-05-01 and 2005", "2004"]
            .iter()
            .map(|text| law::Date::parse(text).expect(text))
            .collect();
        let list = [
            found(&dates[0], "law", "Penal Code of the Kingdom of Ruritania", 0),
            found(&dates[1], "law", "Act", 1),
            found(&dates[2], "treaty", "Treaty", 2),
            found(&dates[3], "law", "Decree", 3),
            found(&dates[4], "law", "Order", 4),
        ];
        let scale = Scale { first: 2000, years: 10.0, frame: OF_ALL };
        let marks: Vec<Mark> = groups(list.iter()).iter().map(|group| group.mark(&scale)).collect();
        let told: Vec<(usize, usize, &str)> = marks.iter().map(|m| (m.event, m.count, m.label.as_str())).collect();
        let long = "Penal Code of the Kingdom of Rur…";
        assert_eq!(told, [(0, 2, long), (3, 1, "Decree"), (2, 1, "Treaty"), (4, 1, "Order")]);
        assert_eq!(marks[0].text.as_str(), "2003-01-02: Penal Code of the Kingdom of Ruritania; 2003-05: Act");
        assert!(marks[0].width == 0.0 && marks[1].width > marks[3].width);
    }
}
