//! The history of a country: what its page says on each day, as periods.
//!
//! What comes in is the record; what goes out is periods, found by asking the functions of the country's page for
//! each day on which something can change. So a line begins where the page of the day would print another one.
//! They agree as long as the list of those days is complete; `tests/suite/history.rs` compares both. A history that would be too heavy leaves its answers and statuses to parts, and keeps the
//! list of all days, which leads to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{self, Date, Day, Kind, history, provision_state, status};
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::page::piece::{amendment, answer, part, statute, treaty, wording};
use crate::site::route::{Page, day_anchor, record_anchor};
use crate::site::view::{
    AmendmentHistory, Anchored, AnswerHistory, AnswerOrigin, AnswerPeriod, ArticlePeriod, CountryHistory, During,
    HistoryDay, HistorySection, LawHistory, LawPeriod, Link, NamePeriod, StagePeriod, StatusHistory, StatusPeriod,
};
use crate::text::TaggedText;

/// A value and the period in which it stays the same; the last day is inclusive, and `None` is an open end.
struct Run<V> {
    first: Option<Day>,
    last: Option<Day>,
    value: V,
}

impl<V> Run<V> {
    fn during(&self) -> During {
        During { first: self.first.map(of_day), last: self.last.map(of_day) }
    }
}

pub fn view<'s>(cx: &Context<'s>, country: &'s law::Country) -> CountryHistory {
    let mut begins = Begins::default();
    let compared = cx.corpus().columns.contains(&country.id);
    let sections = cx.site.index.sections().filter(|_| compared);
    let sections = sections.filter_map(|section| section_of(cx, country, section, &mut begins)).collect();
    let treaties = treaties(cx, country, &mut begins);
    let view = CountryHistory {
        country: cx.country(&country.id),
        days: Vec::new(),
        parts: part::by_rows(cx),
        names: Vec::new(),
        sections,
        treaties,
        laws: Vec::new(),
        amendments: Vec::new(),
    };
    if matches!(cx.at.page, Page::Part { .. }) {
        return view;
    }
    let laws = laws(cx, country, &mut begins);
    let amendments = amendments(cx, country, &mut begins);
    let names = names(cx, country, &mut begins);
    let changes = cx.site.index.calendar.changes_of(cx.corpus(), country.id.as_str());
    CountryHistory { days: begins.days(changes), names, laws, amendments, ..view }
}

/// Where a row stands: on this page, or on a part of it. `None`: this page is another part.
fn place_of(cx: &Context<'_>, kind: Kind, id: &str, anchor: &str) -> Option<Place> {
    if part::has_row(cx, kind, id) {
        return Some(Place { href: format!("#{anchor}"), is_here: true });
    }
    let part = part::with_row(cx, kind, id)?;
    Some(Place { href: cx.href(&part.path(), Some(anchor)), is_here: false })
}

struct Place {
    href: String,
    is_here: bool,
}

/// What begins on each day: the link to the place and its words.
#[derive(Default)]
struct Begins(BTreeMap<Day, Vec<Link>>);

impl Begins {
    /// Notes the first days of `runs`, which stand at `href`.
    fn note<V>(&mut self, runs: &[Run<V>], href: &str, text: &TaggedText) {
        for day in runs.iter().filter_map(|run| run.first) {
            let link = Link { href: href.to_owned(), text: text.clone() };
            let list = self.0.entry(day).or_default();
            if list.last() != Some(&link) {
                list.push(link);
            }
        }
    }

    /// The list of days. `changes` are days to which other pages lead, whether a line begins on them or not.
    fn days(self, changes: &[Day]) -> Vec<HistoryDay> {
        let silent: BTreeSet<Day> = changes.iter().copied().filter(|day| !self.0.contains_key(day)).collect();
        let mut days: Vec<HistoryDay> = Vec::with_capacity(self.0.len());
        let anchors = |from: Option<Day>, until: Option<Day>| -> Vec<String> {
            let is_within =
                |day: &&Day| from.is_none_or(|from| **day > from) && until.is_none_or(|until| **day < until);
            silent.iter().filter(is_within).map(|day| day_anchor(*day)).collect()
        };
        let starts: Vec<Day> = self.0.keys().copied().collect();
        for (number, (day, begins)) in self.0.into_iter().enumerate() {
            // Days before the first one lead to it.
            let from = if number == 0 { None } else { Some(day) };
            let also = anchors(from, starts.get(number + 1).copied());
            days.push(HistoryDay { id: day_anchor(day), on: of_day(day), also, begins });
        }
        if days.is_empty() {
            let only = silent.iter().map(|day| (day_anchor(*day), of_day(*day)));
            days.extend(only.map(|(id, on)| HistoryDay { id, on, also: Vec::new(), begins: Vec::new() }));
        }
        days
    }
}

/// What `on` gives on each day, as periods. It must change on `days` alone.
fn runs<V: PartialEq>(cx: &Context<'_>, mut days: Vec<Day>, on: impl Fn(Day) -> V) -> Vec<Run<V>> {
    days.sort();
    days.dedup();
    let before = days.first().map_or(cx.day, |day| day.previous());
    let mut list = vec![Run { first: None, last: None, value: on(before) }];
    for day in days.into_iter().filter(|day| *day != before) {
        let value = on(day);
        if let Some(last) = list.last_mut().filter(|last| last.value != value) {
            last.last = Some(day.previous());
            list.push(Run { first: Some(day), last: None, value });
        }
    }
    list
}

/// The bounds of dates, and the days after them: on both a date known in part begins or ceases to be open.
fn bounds<'d>(dates: impl IntoIterator<Item = &'d Date>) -> Vec<Day> {
    let both = |date: &Date| date.earliest().into_iter().chain(date.latest()).collect::<Vec<Day>>();
    dates.into_iter().flat_map(both).flat_map(|day| [day, day.next()]).collect()
}

fn section_of<'s>(
    cx: &Context<'s>,
    country: &'s law::Country,
    section: &'s law::Section,
    begins: &mut Begins,
) -> Option<HistorySection> {
    let questions = cx.site.index.codebook().filter(|q| q.section == section.id);
    let questions: Vec<AnswerHistory> =
        questions.filter_map(|question| answers(cx, country, question, begins)).collect();
    let is_whole = matches!(cx.at.page, Page::CountryHistory(_)) && !part::is_split(cx);
    (is_whole || !questions.is_empty()).then(|| HistorySection {
        id: record_anchor(Kind::Section, section.id.as_str()),
        title: section.title.clone(),
        questions,
    })
}

fn answers<'s>(
    cx: &Context<'s>,
    country: &'s law::Country,
    question: &'s law::Question,
    begins: &mut Begins,
) -> Option<AnswerHistory> {
    let id = record_anchor(Kind::Question, question.id.as_str());
    let place = place_of(cx, Kind::Question, question.id.as_str(), &id)?;
    let mut days = history::change_days(cx.corpus(), question, &country.id);
    let instruments = question.computed.iter().flat_map(|computed| &computed.instruments);
    days.extend(instruments.flat_map(|instrument| status_days(cx, country, &instrument.value)));
    let found = runs(cx, days, |day| {
        let mut row = answer::row(&Context { day, ..*cx }, question, &country.id);
        // The name is that of the line of names, and the age of an answer only colours it.
        row.cell.country_name = country.name.clone();
        row.cell.age = "";
        (row.cell, row.citation, row.rests_on)
    });
    begins.note(&found, &place.href, &question.label);
    if !place.is_here {
        return None;
    }
    let period = |run: Run<_>| {
        let during = run.during();
        let (cell, citation, rests_on) = run.value;
        AnswerPeriod { during, cell, citation, rests_on }
    };
    let periods: Vec<AnswerPeriod> = found.into_iter().map(period).collect();
    Some(AnswerHistory {
        question: Link { href: cx.cell(&question.id, &country.id), text: question.label.clone() },
        id,
        domain: question.domain.word(),
        origin: origin_of(&periods),
        periods,
    })
}

/// What all answers rest on that have a source, if there are several and it is the same.
fn origin_of(periods: &[AnswerPeriod]) -> Option<AnswerOrigin> {
    let mut with_source = periods.iter().filter(|period| period.citation.is_some());
    let first = with_source.next()?;
    let mut others = with_source.peekable();
    others.peek()?;
    others
        .all(|other| other.citation == first.citation && other.rests_on == first.rests_on)
        .then(|| AnswerOrigin { citation: first.citation.clone(), rests_on: first.rests_on.clone() })
}

/// The days on which what is told of a status can change: by acts that are recorded or reported, and by the day of the
/// table that was read.
fn status_days(cx: &Context<'_>, country: &law::Country, instrument: &law::InstrumentId) -> Vec<Day> {
    let corpus = cx.corpus();
    let mut days = status::change_days(corpus, &country.id, instrument);
    for statement in corpus.actions_of(&country.id, instrument).iter().flat_map(|action| &action.statements) {
        let dated = [
            &statement.signed,
            &statement.deposited,
            &statement.in_force,
            &statement.domestic,
            &statement.given,
            &statement.effective,
            &statement.revoked,
        ];
        days.extend(bounds(dated.into_iter().flatten().map(|date| &date.value).chain(&statement.observed)));
    }
    let read = status::read_until(corpus, &country.id, instrument).and_then(|date| date.latest());
    days.extend(read.into_iter().flat_map(|day| [day, day.next()]));
    days
}

fn treaties(cx: &Context<'_>, country: &law::Country, begins: &mut Begins) -> Vec<StatusHistory> {
    let corpus = cx.corpus();
    let mut list: Vec<StatusHistory> = Vec::new();
    // Instruments without any act, of which one line each would say the same.
    let mut without: Vec<StatusHistory> = Vec::new();
    for instrument in cx.site.index.instruments() {
        let id = record_anchor(Kind::Instrument, instrument.id.as_str());
        let Some(place) = place_of(cx, Kind::Instrument, instrument.id.as_str(), &id) else { continue };
        let days = status_days(cx, country, &instrument.id);
        let found = runs(cx, days, |day| treaty::status(&Context { day, ..*cx }, &country.id, &instrument.id));
        // The same as the groups of acts on the country's page.
        let is_recorded = status::is_known(corpus, &country.id, &instrument.id);
        let has_acts = !corpus.actions_of(&country.id, &instrument.id).is_empty();
        if !is_recorded && !has_acts && corpus.absences_of(&country.id, &instrument.id).is_empty() {
            continue;
        }
        begins.note(&found, &place.href, instrument.short());
        if !place.is_here {
            continue;
        }
        let period = |run: Run<_>| StatusPeriod { during: run.during(), status: run.value };
        let periods: Vec<StatusPeriod> = found.into_iter().map(period).collect();
        let instrument = Anchored { id, link: treaty::instrument_at(cx, instrument, &country.id) };
        match without.iter_mut().find(|other| other.periods == periods).filter(|_| !has_acts) {
            Some(other) => other.instruments.push(instrument),
            None if has_acts => list.push(StatusHistory { instruments: vec![instrument], periods }),
            None => without.push(StatusHistory { instruments: vec![instrument], periods }),
        }
    }
    list.extend(without);
    list
}

fn laws(cx: &Context<'_>, country: &law::Country, begins: &mut Begins) -> Vec<LawHistory> {
    let mut list = Vec::new();
    for law in cx.site.index.laws_of(&country.id) {
        let ended = law.repeal.iter().map(|repeal| &repeal.repealed.value);
        let days = bounds(law.commences.iter().map(|start| &start.value).chain(ended));
        let id = format!("law-{}", list.len() + 1);
        let link = cx.link(Kind::Law, law.id.as_str());
        let mut of_law = runs(cx, days.clone(), |day| statute::banners(&Context { day, ..*cx }, law));
        of_law = Some(of_law).filter(|runs| runs.len() > 1).unwrap_or_default();
        begins.note(&of_law, &format!("#{id}"), &link.text);
        let mut articles = Vec::new();
        for provision in cx.site.index.articles_of(&law.id) {
            articles.extend(article(cx, provision, days.clone(), (&id, &link.text), begins));
        }
        if of_law.is_empty() && articles.is_empty() {
            continue;
        }
        let period = |run: Run<_>| LawPeriod { during: run.during(), banners: run.value };
        list.push(LawHistory { id, law: link, periods: of_law.into_iter().map(period).collect(), articles });
    }
    list
}

/// The states of an article; none if it never changes. `place` is the anchor and the name of its law on the page.
fn article(
    cx: &Context<'_>,
    provision: &law::Provision,
    mut days: Vec<Day>,
    place: (&str, &TaggedText),
    begins: &mut Begins,
) -> Vec<ArticlePeriod> {
    let dated = |w: &law::Wording| [w.period.from.clone(), w.period.until.clone(), w.observed.clone()];
    let dates: Vec<Date> = provision.wordings.iter().flat_map(dated).flatten().collect();
    days.extend(bounds(&dates));
    let found = runs(cx, days, |day| {
        let cx = Context { day, ..*cx };
        wording::state(&cx, &provision_state::on(cx.corpus(), provision, day))
    });
    if found.len() == 1 {
        return Vec::new();
    }
    begins.note(&found, &format!("#{}", place.0), place.1);
    let link = statute::article_link(cx, provision);
    let period = |run: Run<_>| ArticlePeriod { during: run.during(), link: link.clone(), state: run.value };
    found.into_iter().map(period).collect()
}

fn amendments(cx: &Context<'_>, country: &law::Country, begins: &mut Begins) -> Vec<AmendmentHistory> {
    let mut list = Vec::new();
    for (number, of) in cx.site.index.amendments_of(&country.id).enumerate() {
        let days = bounds(of.stages.iter().map(|stage| &stage.reached.value));
        let found = runs(cx, days, |day| {
            let line = amendment::line(&Context { day, ..*cx }, of);
            (line.stage, line.reached)
        });
        let id = format!("amendment-{}", number + 1);
        let link = cx.link(Kind::Amendment, of.id.as_str());
        begins.note(&found, &format!("#{id}"), &link.text);
        let period = |run: Run<_>| {
            let during = run.during();
            let (stage, reached) = run.value;
            StagePeriod { during, stage, reached }
        };
        list.push(AmendmentHistory { id, amendment: link, periods: found.into_iter().map(period).collect() });
    }
    list
}

fn names(cx: &Context<'_>, country: &law::Country, begins: &mut Begins) -> Vec<NamePeriod> {
    let days = bounds(country.former_names.iter().map(|former| &former.until));
    let found = runs(cx, days, |day| country.name_on(day).clone());
    if found.len() == 1 {
        return Vec::new();
    }
    begins.note(&found, "#names", &country.name);
    let period = |run: Run<_>| NamePeriod { during: run.during(), name: run.value };
    found.into_iter().map(period).collect()
}
