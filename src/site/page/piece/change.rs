//! A change as a line of a list, or in a few words: what happened when, to which record, and the values before and after.
//!
//! What comes in is an event of the index, which knows the records that it concerns, or an edit that the content records; what
//! goes out has keys for what happened. Which events there are is decided in `site::event`, and which lists in `change_list`.

use std::sync::Arc;

use crate::law::provision_state::{self, WordingEnd};
use crate::law::{self, CountryId, Kind, Question, cell, status, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::event::{CellValue, Event, EventKind};
use crate::site::page::piece::answer::value_date;
use crate::site::page::piece::treaty;
use crate::site::page::piece::wording::has_redline;
use crate::site::route;
use crate::site::view::{ChangeEntry, Edit, Link, Preview, ShownValue};
use crate::text::TaggedText;

/// The most changes on the page of a country or an instrument.
const LATEST_OF_ONE: usize = 5;

/// An edit of the site; `None` if its question is gone.
pub fn edit(cx: &Context<'_>, change: &law::Change) -> Option<Edit> {
    let question = cx.corpus().questions.get(change.question.as_str())?;
    Some(Edit {
        cell: Link { href: cx.cell(&question.id, &change.country), text: question.label.clone() },
        country: cx.country(&change.country),
        was: change.was.clone(),
        changed: when(&change.changed),
        reason: change.reason.clone(),
        coder: change.coder.clone(),
    })
}

/// The latest changes of a country, up to the page's day: of its law and its acts. Answers that merely differ in a later
/// source are no change of the law: see [`latest_readings`].
pub fn latest_of_country(cx: &Context<'_>, id: &CountryId) -> Vec<ChangeEntry> {
    latest(cx, cx.site.index.history.of_country(id).filter(|event| !event.is_answer()))
}

/// The latest answers of a country that differ from those of the source before, up to the page's day.
pub fn latest_readings(cx: &Context<'_>, id: &CountryId) -> Vec<ChangeEntry> {
    latest(cx, cx.site.index.history.of_country(id).filter(|event| event.is_answer()))
}

/// The latest changes of an instrument, up to the page's day.
pub fn latest_of_instrument(cx: &Context<'_>, id: &law::InstrumentId) -> Vec<ChangeEntry> {
    latest(cx, cx.site.index.history.of_instrument(id))
}

fn latest<'t>(cx: &Context<'_>, history: impl Iterator<Item = &'t Event>) -> Vec<ChangeEntry> {
    let dated = |event: &&Event| event.year().is_some() && event.date.reached(cx.day) != Some(false);
    history.filter(dated).take(LATEST_OF_ONE).map(|event| line(cx, event)).collect()
}

/// The answer of a cell, before or after a change.
pub fn shown_value(question: &Question, said: &CellValue) -> ShownValue {
    ShownValue {
        status: "",
        state: said.state.word(),
        value_date: value_date(question, said.value.as_deref()),
        value: said.value.clone(),
    }
}

/// A line of a list of changes.
pub fn line(cx: &Context<'_>, event: &Event) -> ChangeEntry {
    let corpus = cx.corpus();
    let mut line = ChangeEntry {
        id: event.key(corpus),
        when: when(&event.date),
        later: event.date.reached(cx.site.index.calendar.today) == Some(false),
        country: cx.country(&event.country),
        kind: "law",
        what: String::new(),
        of: Link { href: String::new(), text: TaggedText::default() },
        was: None,
        is: None,
        by: Vec::new(),
        redline: None,
        citation: None,
        recorded: true,
        computed: false,
    };
    match &event.what {
        EventKind::Act { action, recorded } => act_line(cx, event, &corpus.actions[*action], *recorded, &mut line),
        EventKind::Entry { action, computed } => {
            let action = &corpus.actions[*action];
            line.kind = "treaty";
            line.what = "entry-in-force".to_owned();
            line.of = of_action(cx, action);
            line.was = statuses_around(cx, event, action).0.map(|(status, _)| of_status(status));
            line.is = Some(of_status(TreatyStatus::Party));
            line.computed = *computed;
            line.citation = law::act::recorded(corpus, action).next().map(|s| cx.citation(&s.citation));
        }
        EventKind::TakenBack { action } => taken_back_line(cx, event, &corpus.actions[*action], &mut line),
        EventKind::StatusBegin { action } => status_begin_line(cx, event, &corpus.actions[*action], &mut line),
        EventKind::StatusEnd { action } => status_end_line(cx, event, &corpus.actions[*action], &mut line),
        EventKind::Law { law, date } => {
            let law = &corpus.laws.rows()[*law];
            let repeal = law.repeal.as_ref().filter(|_| *date == "repealed");
            line.what = match repeal {
                Some(repeal) => format!("repeal-{}", repeal.verb.word()),
                None => format!("law-date-{date}"),
            };
            line.of = cx.link(Kind::Law, law.id.as_str());
            line.by =
                repeal.and_then(|r| r.by.as_ref()).map(|by| cx.link(Kind::Law, by.as_str())).into_iter().collect();
            let citation = repeal.map(|r| &r.citation).or(law.citations.first());
            line.citation = citation.map(|c| cx.citation(c));
        }
        EventKind::Stage { amendment, stage } => {
            let amendment = &corpus.amendments.rows()[*amendment];
            let stage = &amendment.stages[*stage];
            line.kind = "amendment";
            line.what = format!("stage-{}", stage.kind.word());
            line.of = cx.link(Kind::Amendment, amendment.id.as_str());
            line.citation = Some(cx.citation(&stage.citation));
        }
        EventKind::Wording { provision, number } | EventKind::WordingEnd { provision, number } => {
            let bound = match event.what {
                EventKind::WordingEnd { .. } => Bound::End,
                _ => Bound::Begin,
            };
            wording_line(cx, &corpus.provisions.rows()[*provision], *number, bound, &mut line);
        }
        EventKind::Answer { question, was, is, on } => {
            let question = &corpus.questions.rows()[*question];
            line.kind = "answer";
            line.what = "answer-changed".to_owned();
            line.of = Link { href: cx.cell(&question.id, &event.country), text: question.label.clone() };
            line.was = Some(shown_value(question, was));
            line.is = Some(shown_value(question, is));
            let shown = cell::on(corpus, question, &event.country, *on).shown;
            line.citation = shown.map(|f| cx.citation(&f.citation));
        }
    }
    line
}

/// The beginning or the end of a wording.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Begin,
    End,
}

fn wording_line(cx: &Context<'_>, provision: &law::Provision, number: usize, bound: Bound, line: &mut ChangeEntry) {
    let corpus = cx.corpus();
    let wording = &provision.wordings[number];
    let path = route::path_of(Kind::Provision, provision.id.as_str()).0;
    let href = cx.href(&path, Some(&format!("wording-{}", number + 1)));
    line.kind = "wording";
    line.what = of_wording(corpus, provision, number, bound).to_owned();
    line.by = match bound {
        Bound::End => provision_state::repealed_by(corpus, provision, number),
        Bound::Begin => wording.by.iter().map(|act| (Kind::Amendment, Arc::from(act.as_str()))).collect(),
    }
    .iter()
    .map(|(kind, id)| cx.link(*kind, id))
    .collect();
    line.citation = Some(cx.citation(&wording.citation));
    line.redline = (bound == Bound::Begin && has_redline(provision, number)).then(|| href.clone());
    line.of = Link { href, text: cx.site.index.name(Kind::Provision, provision.id.as_str()) };
}

/// The message key for a bound of a wording. If the next wording is recorded but not what came between, it is unknown
/// whether the article ended.
fn of_wording(corpus: &law::Corpus, provision: &law::Provision, number: usize, bound: Bound) -> &'static str {
    match (bound, number) {
        (Bound::End, _) if provision_state::end_of(corpus, provision, number) == Some(WordingEnd::Repealed) => {
            "article-repealed"
        }
        (Bound::End, _) => "wording-ended",
        (Bound::Begin, 0) if provision_state::is_inserted(corpus, provision, 0) => "article-inserted",
        (Bound::Begin, 0) => "article-commenced",
        (Bound::Begin, _) if provision_state::is_inserted(corpus, provision, number) => "article-enacted-again",
        (Bound::Begin, _) => "wording-new",
    }
}

fn act_line(cx: &Context<'_>, event: &Event, action: &law::Action, recorded: bool, line: &mut ChangeEntry) {
    let corpus = cx.corpus();
    line.kind = "treaty";
    let is_overtaken = action.kind.value.ends() && status::overtaken_by(corpus, action).is_some();
    let what = if is_overtaken { "overtaken-" } else { "action-" };
    line.what = format!("{what}{}", action.kind.value.word());
    line.of = of_action(cx, action);
    line.recorded = recorded;
    line.by = action.predecessor.iter().map(|who| treaty::named(cx, &who.value)).collect();
    let statement = law::act::act_date(corpus, action).map(|done| done.statement);
    line.citation = statement.or(action.statements.first()).map(|s| cx.citation(&s.citation));
    // Acts on the same day that did not cause the status, such as reservations, show no status.
    if let (Some((was, _)), Some((is, true))) = statuses_around(cx, event, action)
        && recorded
        && was != is
    {
        (line.was, line.is) = (Some(of_status(was)), Some(of_status(is)));
    }
}

/// A status, and whether it follows from the action in question.
type StatusBy = (TreatyStatus, bool);

/// The statuses before and after the possible days of an event, and whether each follows from `action`.
fn statuses_around(cx: &Context<'_>, event: &Event, action: &law::Action) -> (Option<StatusBy>, Option<StatusBy>) {
    let on = |day| {
        let on = status::without_as_of(cx.corpus(), &action.country, &action.instrument.value, day);
        (on.status, on.by.is_some_and(|by| std::ptr::eq(by, action)))
    };
    (event.date.earliest().map(|first| on(first.previous())), event.date.latest().map(on))
}

/// For a reservation or the like that was withdrawn, and for provisional application that ended: that alone changes the status.
fn taken_back_line(cx: &Context<'_>, event: &Event, action: &law::Action, line: &mut ChangeEntry) {
    line.kind = "treaty";
    line.what = format!("taken-back-{}", action.kind.value.word());
    line.of = of_action(cx, action);
    if action.kind.value == law::ActionKind::ProvisionalApplication
        && let (Some((was, true)), Some((is, _))) = statuses_around(cx, event, action)
        && was != is
    {
        (line.was, line.is) = (Some(of_status(was)), Some(of_status(is)));
    }
    line.citation = law::act::recorded(cx.corpus(), action).next().map(|s| cx.citation(&s.citation));
}

/// For the first day of a state, whose status follows from what a state before it had done.
fn status_begin_line(cx: &Context<'_>, event: &Event, action: &law::Action, line: &mut ChangeEntry) {
    line.kind = "treaty";
    line.what = "status-taken-over".to_owned();
    line.of = of_action(cx, action);
    line.by = action.predecessor.iter().map(|who| treaty::named(cx, &who.value)).collect();
    let (was, is) = statuses_around(cx, event, action);
    line.was = was.map(|(status, _)| of_status(status));
    line.is = is.map(|(status, _)| of_status(status));
    line.citation = law::act::recorded(cx.corpus(), action).next().map(|s| cx.citation(&s.citation));
}

/// For the end of the state or instrument, which ended the status that followed from an act.
fn status_end_line(cx: &Context<'_>, event: &Event, action: &law::Action, line: &mut ChangeEntry) {
    let corpus = cx.corpus();
    line.kind = "treaty";
    line.what = "status-ended".to_owned();
    line.of = of_action(cx, action);
    let (was, is) = statuses_around(cx, event, action);
    line.was = was.map(|(status, _)| of_status(status));
    line.is = is.map(|(status, _)| of_status(status));
    let end = corpus.instruments.get(action.instrument.as_str()).and_then(|i| i.end.as_ref());
    let end = end.filter(|end| end.ended.value == event.date);
    let recorded = || law::act::recorded(corpus, action).next().map(|s| &s.citation);
    line.citation = end.map(|end| &end.citation).or_else(recorded).map(|c| cx.citation(c));
}

fn of_action(cx: &Context<'_>, action: &law::Action) -> Link {
    match cx.corpus().instruments.get(action.instrument.as_str()) {
        Some(instrument) => treaty::instrument_at(cx, instrument, &action.country),
        None => cx.link(Kind::Instrument, action.instrument.as_str()),
    }
}

/// A treaty status, before or after a change.
pub fn of_status(status: TreatyStatus) -> ShownValue {
    ShownValue { status: status.word(), state: "", value: None, value_date: None }
}

/// A change in a few words.
pub fn preview(cx: &Context<'_>, event: &Event) -> Preview {
    let line = line(cx, event);
    Preview { when: Some(line.when), what: line.what, of: line.of, was: line.was, is: line.is }
}
