//! The differences between two days of the matrix, cell by cell, with the events that explain them.
//!
//! What comes in is a pair of days, and the page's own day is not asked; what goes out is each difference, or, where
//! these are too many for a page, an amount and a preview for each country. What counts as a difference is decided in
//! `route`, which also decides which pairs have pages.

use crate::law::{
    self, Basis, CountryId, Day, InstrumentId, Kind, Question, Standing, cell, standing, status,
    status::Status as TreatyStatus,
};
use crate::site::context::Context;
use crate::site::date::{of_day, when};
use crate::site::event::{CellValue, EventKind, rests};
use crate::site::page::piece::change::of_status;
use crate::site::page::piece::days::on_history;
use crate::site::page::piece::{between, change, treaty};
use crate::site::route::{self, Address, DayPair, Page};
use crate::site::route::{
    CellChange, Changes, became, compared_pairs, is_near, names_first_answers, page_of, page_of_country,
};
use crate::site::view::{
    self, Between, BetweenCountry, BetweenDigest, BetweenInstrument, BetweenTally, CellEdit, Link, Preview, StatusEdit,
    Tally,
};
use std::collections::BTreeMap;

/// The page of a pair of days. `None`: the pair is not compared.
pub fn view(cx: &Context<'_>, pair: DayPair) -> Option<Between> {
    let site = cx.site;
    // One entry for each column, in column order.
    let changes = site.pages.compared.of(&pair)?;
    let days = TwoDays::new(cx, pair);
    let found = head_and_foot(cx, pair, &days, changes, |p| Some(page_of(*p)));
    let columns = cx.corpus().columns.iter().zip(changes);
    // Too much for one page: amounts and previews for each country, with links to pages of single countries.
    if site.pages.compared.is_too_much(&site.index, &pair) {
        let changed = columns.filter(|(_, changes)| changes.amount.all() > 0);
        let digests = changed.map(|(country, changes)| digest(cx, country, pair, &days, changes)).collect();
        let tallies = tallies(cx, &days, changes);
        return Some(Between { digests, tallies, ..found });
    }
    let named = names_first_answers(&site.index);
    let countries = columns.clone().map(|(country, changes)| between_country(cx, country, &days, changes, named));
    Some(Between {
        countries: countries.filter(|c| !is_empty(c)).collect(),
        instruments: instruments(cx, &days, &columns.collect::<Vec<_>>()),
        ..found
    })
}

/// The page of one country for a pair of days. `None`: the pair or the country is not compared.
pub fn in_country(cx: &Context<'_>, country: &CountryId, pair: DayPair) -> Option<Between> {
    let compared = &cx.site.pages.compared;
    let index = &cx.site.index;
    let changes = compared.of_country(index, &pair, country)?;
    let own = |p: &DayPair| compared.has_own_page(index, p, country).then(|| page_of_country(*p, country));
    let days = TwoDays::new(cx, pair);
    let found = head_and_foot(cx, pair, &days, std::slice::from_ref(changes), own);
    Some(Between {
        of: Some(cx.country(country)),
        whole: Some(between::link(cx, pair)),
        countries: vec![between_country(cx, country, &days, changes, true)],
        instruments: instruments(cx, &days, &[(country, changes)]),
        ..found
    })
}

/// Two days, and all that is compared on both. It is listed once for a page: the positions that [`Changes`] holds are those
/// in these lists.
struct TwoDays<'s> {
    first: Day,
    last: Day,
    questions: Vec<&'s Question>,
    instruments: Vec<&'s law::Instrument>,
}

/// A cell on both days.
struct TwoCells<'s> {
    before: cell::CellOn<'s>,
    after: cell::CellOn<'s>,
    was: CellValue,
    is: CellValue,
}

impl<'s> TwoDays<'s> {
    fn new(cx: &Context<'s>, pair: DayPair) -> TwoDays<'s> {
        let index = &cx.site.index;
        TwoDays {
            first: pair.0,
            last: pair.1.unwrap_or(index.calendar.main),
            questions: index.codebook().collect(),
            instruments: index.compared_instruments().collect(),
        }
    }

    fn cells(&self, cx: &Context<'s>, question: &'s Question, country: &CountryId) -> TwoCells<'s> {
        let on = |day| cell::on(cx.corpus(), question, country, day);
        let (before, after) = (on(self.first), on(self.last));
        TwoCells { was: CellValue::of(&before), is: CellValue::of(&after), before, after }
    }

    /// Whether the answer of a cell is uncertain on one of the two days.
    fn is_uncertain(&self, cx: &Context<'_>, question: &Question, country: &CountryId, cells: &TwoCells<'_>) -> bool {
        let on = |day, cell| standing::of(cx.corpus(), question, country, day, cell).standing == Standing::Uncertain;
        on(self.first, &cells.before) || on(self.last, &cells.after)
    }

    /// The statuses on both days, and whether one of them is uncertain.
    fn statuses(&self, cx: &Context<'_>, instrument: &InstrumentId, country: &CountryId) -> ([TreatyStatus; 2], bool) {
        let on = |day| status::without_as_of(cx.corpus(), country, instrument, day);
        let (before, after) = (on(self.first), on(self.last));
        ([before.status, after.status], before.uncertain || after.uncertain)
    }
}

/// The parts that both pages share: how much changed, and the neighbouring pairs. `changes` are those of the countries
/// on the page; `page_of_pair` gives the page of another pair, if there is one.
fn head_and_foot(
    cx: &Context<'_>,
    pair: DayPair,
    days: &TwoDays<'_>,
    changes: &[Changes],
    page_of_pair: impl Fn(&DayPair) -> Option<Page>,
) -> Between {
    let site = cx.site;
    let first = pair.0;
    let pairs = compared_pairs(&site.index);
    let step = |with: &dyn Fn(&DayPair) -> bool| {
        let pair = pairs.iter().find(|p| with(p))?;
        Some(view::DayPair { href: cx.to(&page_of_pair(pair)?), ..between::link(cx, *pair) })
    };
    let on = |day: Option<Day>| {
        let main = Address::new(Page::Matrix);
        let published = day.is_none_or(|day| site.pages.days_of(&site.index, &main).contains(&day));
        let at = day.map_or_else(|| main.clone(), |day| main.on_day(day));
        published.then(|| cx.href(&at.path, None))
    };
    Between {
        of: None,
        whole: None,
        first: of_day(first),
        last: of_day(days.last),
        main: pair.1.is_none(),
        first_matrix: on(Some(first)),
        last_matrix: on(pair.1),
        changed: changes.iter().map(|changes| changes.amount.changed).sum(),
        acts: changes.iter().map(|changes| changes.amount.acts).sum(),
        statuses: changes.iter().map(|changes| changes.amount.statuses).sum(),
        previous: step(&|p| is_near(&site.index, p) && p.1 == Some(first)),
        next: step(&|p| is_near(&site.index, p) && pair.1 == Some(p.0)),
        since: step(&|p| p.0 == first && p.1.is_none() && pair.1.is_some()),
        countries: Vec::new(),
        instruments: Vec::new(),
        digests: Vec::new(),
        tallies: Vec::new(),
    }
}

/// How much changed in a country, with a preview and a link to its own page.
fn digest(
    cx: &Context<'_>,
    country: &CountryId,
    pair: DayPair,
    days: &TwoDays<'_>,
    changes: &Changes,
) -> BetweenDigest {
    let site = cx.site;
    let told = most_telling(cx, country, days, changes, site.pages.compared.preview_of_one(&pair));
    let compared = &site.pages.compared;
    let href = match compared.is_previewed(&site.index, &pair, country) {
        true if compared.has_own_page(&site.index, &pair, country) => Some(cx.to(&page_of_country(pair, country))),
        true => on_history(cx, country, pair.0),
        false => None,
    };
    BetweenDigest {
        id: route::record_anchor(Kind::Country, country.as_str()),
        country: cx.country(country),
        href,
        amount: changes.amount.clone(),
        more: changes.amount.all() - told.len(),
        told,
    }
}

/// At most `most` changes of a country between two days, by importance: changed answers, ended answers, statuses, acts
/// (latest first), first answers. Within a rank certain changes come before uncertain ones, and changes of state before
/// changes of value.
fn most_telling(
    cx: &Context<'_>,
    country: &CountryId,
    days: &TwoDays<'_>,
    changes: &Changes,
    most: usize,
) -> Vec<Preview> {
    let mut found: Vec<(u8, bool, bool, Preview)> = Vec::new();
    let preview = |of, was, is| Preview { when: None, what: String::new(), of, was, is: Some(is) };
    let told = |question: &Question, known: bool, cells: &TwoCells<'_>| {
        let of = Link { href: cx.cell(&question.id, country), text: question.label.clone() };
        let was = known.then(|| change::shown_value(question, &cells.was));
        let doubt = days.is_uncertain(cx, question, country, cells);
        (doubt, cells.was.state == cells.is.state, preview(of, was, change::shown_value(question, &cells.is)))
    };
    // First answers come last, and are most of what changed: they are looked at only if there is room for them.
    let mut first_answers = Vec::new();
    for question in changes.questions(&days.questions) {
        let cells = days.cells(cx, question, country);
        let rank = match became(question, &cells.was, &cells.is) {
            Some(CellChange::Other) => 0,
            Some(CellChange::Silent) => 1,
            Some(CellChange::Answered) => {
                first_answers.push((question, cells));
                continue;
            }
            None => continue,
        };
        let (doubt, same, told) = told(question, true, &cells);
        found.push((rank, doubt, same, told));
    }
    for instrument in changes.instruments(&days.instruments) {
        let ([was, is], doubt) = days.statuses(cx, &instrument.id, country);
        let of = treaty::instrument_at(cx, instrument, country);
        found.push((2, doubt, false, preview(of, Some(of_status(was)), of_status(is))));
    }
    for event in cx.site.index.acts_between(country, days.first, days.last).take(most) {
        found.push((3, false, false, change::preview(cx, event)));
    }
    if found.len() >= most {
        first_answers.clear();
    }
    for (question, cells) in &first_answers {
        let (doubt, same, told) = told(question, false, cells);
        found.push((4, doubt, same, told));
    }
    found.sort_by_key(|(rank, uncertain, same, _)| (*rank, *uncertain, *same));
    found.into_iter().map(|(.., told)| told).take(most).collect()
}

/// For each instrument, the number of countries whose status towards it changed, by their new status. `changes` are those
/// of all columns.
fn tallies(cx: &Context<'_>, days: &TwoDays<'_>, changes: &[Changes]) -> Vec<BetweenTally> {
    let corpus = cx.corpus();
    let mut became: BTreeMap<&InstrumentId, BTreeMap<TreatyStatus, usize>> = BTreeMap::new();
    for (country, changes) in corpus.columns.iter().zip(changes) {
        for instrument in changes.instruments(&days.instruments) {
            let is = status::without_as_of(corpus, country, &instrument.id, days.last).status;
            *became.entry(&instrument.id).or_default().entry(is).or_default() += 1;
        }
    }
    let of_instrument = |instrument: &&law::Instrument| {
        let became = became.get(&instrument.id)?;
        let tally =
            |status: &TreatyStatus| became.get(status).map(|count| Tally { status: status.word(), count: *count });
        Some(BetweenTally {
            id: route::record_anchor(Kind::Instrument, instrument.id.as_str()),
            instrument: cx.link(Kind::Instrument, instrument.id.as_str()),
            count: became.values().sum(),
            became: TreatyStatus::ALL.iter().filter_map(tally).collect(),
        })
    };
    days.instruments.iter().filter_map(of_instrument).collect()
}

/// What changed in a country. First answers are counted, and listed one by one if `list_first_answers`.
fn between_country<'s>(
    cx: &Context<'s>,
    country: &CountryId,
    days: &TwoDays<'s>,
    changes: &Changes,
    list_first_answers: bool,
) -> BetweenCountry {
    let mut out = BetweenCountry {
        id: route::record_anchor(Kind::Country, country.as_str()),
        country: cx.country(country),
        changed: Vec::new(),
        first: Vec::new(),
        first_count: 0,
        ended: Vec::new(),
        acts: Vec::new(),
    };
    for question in changes.questions(&days.questions) {
        let cells = days.cells(cx, question, country);
        let edit = || cell_edit(cx, question, country, days, &cells);
        match became(question, &cells.was, &cells.is) {
            Some(CellChange::Answered) => {
                out.first_count += 1;
                out.first.extend(list_first_answers.then(edit));
            }
            Some(CellChange::Silent) => out.ended.push(edit()),
            Some(CellChange::Other) => out.changed.push(edit()),
            None => {}
        }
    }
    let acts = cx.site.index.acts_between(country, days.first, days.last);
    out.acts = acts.map(|event| change::line(cx, event)).collect();
    out
}

/// A cell on both days, with the events between them that concern the records on which its answers rest.
fn cell_edit(
    cx: &Context<'_>,
    question: &Question,
    country: &CountryId,
    days: &TwoDays<'_>,
    cells: &TwoCells<'_>,
) -> CellEdit {
    let after = cells.after.shown;
    let findings = [after, cells.before.shown];
    let mut records: Vec<(Kind, &str)> = findings.into_iter().flatten().flat_map(rests).collect();
    records.sort();
    records.dedup();
    let history = records.iter().flat_map(|(kind, id)| cx.site.index.history.of_record(*kind, id));
    let why = history.filter(|event| event.country == *country && event.within(days.first, days.last));
    CellEdit {
        question: Link { href: cx.cell(&question.id, country), text: question.label.clone() },
        wording: question.wording.clone(),
        was: change::shown_value(question, &cells.was),
        is: change::shown_value(question, &cells.is),
        observed: after.filter(|_| question.basis != Basis::Action).map(|f| when(&f.observed)),
        citation: after.map(|f| cx.citation(&f.citation)),
        rests_on: after.iter().flat_map(|f| rests(f)).map(|(kind, id)| cx.link(kind, id)).collect(),
        why: why.map(|event| change::line(cx, event)).collect(),
        uncertain: days.is_uncertain(cx, question, country, cells),
    }
}

/// The changes of status towards each instrument, for these countries.
fn instruments(cx: &Context<'_>, days: &TwoDays<'_>, countries: &[(&CountryId, &Changes)]) -> Vec<BetweenInstrument> {
    let of_instrument = |(at, instrument): (usize, &&law::Instrument)| {
        let changed = countries.iter().filter(|(_, changes)| changes.has_status(at));
        let rows: Vec<StatusEdit> = changed.map(|(country, _)| status_edit(cx, instrument, country, days)).collect();
        (!rows.is_empty()).then(|| BetweenInstrument {
            id: route::record_anchor(Kind::Instrument, instrument.id.as_str()),
            instrument: cx.link(Kind::Instrument, instrument.id.as_str()),
            rows,
        })
    };
    days.instruments.iter().enumerate().filter_map(of_instrument).collect()
}

fn status_edit(cx: &Context<'_>, instrument: &law::Instrument, country: &CountryId, days: &TwoDays<'_>) -> StatusEdit {
    let ([was, is], uncertain) = days.statuses(cx, &instrument.id, country);
    let events = cx.site.index.history.of_instrument(&instrument.id);
    let own = events.filter(|event| event.country == *country && event.within(days.first, days.last));
    let told = own.filter(|event| !matches!(event.what, EventKind::Act { recorded: false, .. }));
    StatusEdit {
        country: Link { href: treaty::instrument_at(cx, instrument, country).href, ..cx.country(country) },
        was: of_status(was),
        is: of_status(is),
        uncertain,
        why: told.map(|event| change::line(cx, event)).collect(),
    }
}

fn is_empty(country: &BetweenCountry) -> bool {
    country.changed.is_empty() && country.first_count == 0 && country.ended.is_empty() && country.acts.is_empty()
}
