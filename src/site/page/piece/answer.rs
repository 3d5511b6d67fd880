//! The answer to a question for a country on the page's day: as a cell, or with all findings and details.

use crate::law::law_change::LawChangeKind;
use crate::law::{
    self, Answer, Asks, CountryId, Kind, Question, RestsOn, Standing, cell, cell::State, history, standing, status,
    status::Status as TreatyStatus,
};
use crate::site::context::Context;
use crate::site::date::{list_order, of_day, span, when};
use crate::site::index::{basis, rests_on};
use crate::site::page::piece::scale;
use crate::site::page::piece::treaty;
use crate::site::route;
use crate::site::view::{
    Cell, CellChange, CellDetail, CellRow, CellTime, Earlier, Finding, Link, Since, Span, StateInterval, Status,
    Support, When,
};
use crate::site::web::web;
use crate::text::At;
use crate::text::TaggedText;

/// The cell of a question and a country on the page's day.
pub fn cell<'s>(cx: &Context<'s>, question: &'s Question, country: &CountryId) -> Cell {
    let on = cell::on(cx.corpus(), question, country, cx.day);
    cell_on(cx, question, country, &on)
}

/// Like [`cell()`], where the state of the cell on the day is known already.
fn cell_on(cx: &Context<'_>, question: &Question, country: &CountryId, on: &cell::CellOn<'_>) -> Cell {
    let shown = on.shown.map(|f| &f.answer.value);
    let value = shown.and_then(Answer::value).map(|value| scale::shown(question, value));
    let standing = standing::of(cx.corpus(), question, country, cx.day, on);
    Cell {
        country: country.to_string(),
        country_name: cx.country_name(country),
        question: question.id.to_string(),
        label: question.label.clone(),
        href: cx.cell(&question.id, country),
        state: on.state.word(),
        value_date: value_date(question, value.as_deref()),
        step: scale::step(question, on.state, value.as_deref()),
        value_key: scale::key(question, value.as_deref()),
        value,
        preferred: match (on.state, shown) {
            (State::Conflicting, Some(answer)) => answer.state().word(),
            _ => "",
        },
        detail: shown.and_then(limit_of),
        lacking: match shown {
            Some(Answer::Partial { unmet, .. }) => TaggedText::joined(unmet, ", "),
            _ => TaggedText::default(),
        },
        earlier: on.shown.is_none().then(|| ended(cx, question, country)).flatten(),
        stage: match (on.state, shown) {
            (State::Pending, Some(Answer::Pending { stage: Some(stage), .. })) => stage.word(),
            _ => "",
        },
        commitment: commitment(cx, question, country, on),
        time: on.shown.map(|f| time_of(cx, question, f, standing.standing)),
        observed: on.shown.map(|f| when(&f.observed)),
        standing: standing.standing.word(),
        age: age(cx, on, standing.standing),
        since: standing.since.map(|since| since_of(cx, &since)),
        said_of: on.said_of.map(|region| said_of(cx, question, region)),
        said_there: on.said_of.and_then(|region| said_there(cx, question, region)),
        disputed: !on.disputing.is_empty(),
        source: on.shown.map(|f| cited(cx, &f.citation)),
        findings: cx.corpus().findings_of(&question.id, country).len(),
    }
}

/// The cell in a table of one country's answers, with its source.
pub fn row<'s>(cx: &Context<'s>, question: &'s Question, country: &CountryId) -> CellRow {
    let on = cell::on(cx.corpus(), question, country, cx.day);
    let shown = on.shown;
    let plain = shown.and_then(|f| f.plain.as_ref().or(f.note.as_ref()));
    CellRow {
        question: Link { text: question.wording.clone(), ..cx.link(Kind::Question, question.id.as_str()) },
        domain: question.domain.word(),
        cell: cell_on(cx, question, country, &on),
        citation: shown.map(|f| cx.citation(&f.citation)),
        rests_on: shown.iter().flat_map(|f| &f.rests_on).filter_map(basis).map(|of| cx.record_ref(&of)).collect(),
        plain: cx.note(plain, &format!("{}-", question.id)),
    }
}

/// The class for the age of an answer that is carried forward to the page's day; empty if it is recent.
fn age(cx: &Context<'_>, on: &cell::CellOn<'_>, standing: Standing) -> &'static str {
    let limits = cx.corpus().settings.age;
    let spoke = on.shown.filter(|_| standing == Standing::LastKnown).and_then(|finding| spoke_until(cx, finding));
    let is_past = |years: u32| spoke.is_some_and(|spoke| spoke.plus_months(years.saturating_mul(12)) <= cx.day);
    match (is_past(limits.older), is_past(limits.oldest)) {
        (_, true) => "age-oldest",
        (true, false) => "age-older",
        (false, false) => "",
    }
}

/// The last day of which the source of an answer speaks; for a depositary's record, the day on which its table was
/// read.
fn spoke_until(cx: &Context<'_>, finding: &law::Finding) -> Option<law::Day> {
    let read = finding.rests_on.iter().filter(|_| cell::is_recorded(cx.corpus(), finding)).filter_map(|on| match on {
        RestsOn::Instrument(id) => status::read_until(cx.corpus(), &finding.country, &id.value)?.latest(),
        _ => None,
    });
    read.max().or_else(|| finding.observed.latest())
}

/// The treaty status, for a `yes` that is computed from acts towards exactly one treaty.
fn commitment(cx: &Context<'_>, question: &Question, country: &CountryId, on: &cell::CellOn<'_>) -> Option<Status> {
    let computed = question.computed.as_ref().filter(|computed| computed.asks == law::Asks::Bound)?;
    let [instrument] = &computed.instruments[..] else { return None };
    on.shown.filter(|f| on.state == State::Yes && f.is_computed())?;
    Some(treaty::status(cx, country, &instrument.value))
}

/// The time of an answer, with the key of a phrase that suits its standing.
fn time_of(cx: &Context<'_>, question: &Question, finding: &law::Finding, standing: Standing) -> CellTime {
    let time = act_time_or_observed(cx, question, finding);
    let key = match standing {
        _ if cell::is_recorded(cx.corpus(), finding) => time.key,
        Standing::LastKnown => "as-of",
        Standing::Overtaken => "was",
        _ => time.key,
    };
    CellTime { key, ..time }
}

/// The time of what one source says, whatever has become of it since: of a depositary's record that of the act.
fn act_time_or_observed(cx: &Context<'_>, question: &Question, finding: &law::Finding) -> CellTime {
    let recorded = Some(finding).filter(|finding| cell::is_recorded(cx.corpus(), finding));
    let of_act = recorded.and_then(|finding| act_time(cx, question, finding));
    of_act.unwrap_or_else(|| CellTime { key: "observed", date: when(&finding.observed) })
}

/// The time of an answer that was computed from a depositary's record.
fn act_time(cx: &Context<'_>, question: &Question, finding: &law::Finding) -> Option<CellTime> {
    let corpus = cx.corpus();
    let asks = question.computed.as_ref()?.asks;
    let instrument = finding.rests_on.iter().find_map(|rests_on| match rests_on {
        RestsOn::Instrument(id) => Some(&id.value),
        _ => None,
    })?;
    // The status on the day of the finding itself: of several acts, a later one may have bound the country since.
    let day = finding.observed.latest().unwrap_or(cx.day);
    let on = |day| status::without_as_of(corpus, &finding.country, instrument, day).status;
    let status = on(day);
    // Nothing ended with the state or the instrument for those that were not bound.
    let was_bound = || {
        let first = finding.observed.earliest().unwrap_or(day);
        matches!(on(first.previous()), TreatyStatus::Party | TreatyStatus::Bound)
    };
    let is_over = matches!(status, TreatyStatus::Ended | TreatyStatus::NoLonger) && was_bound();
    let is_deposit = |act: &law::Action| {
        let mut days = law::act::recorded(corpus, act).filter_map(|s| law::act::date_of(act.kind.value, s));
        let by_table = act.by_table.as_ref() == Some(&finding.observed.value);
        act.binds() && (by_table || days.any(|day| day.value == finding.observed.value))
    };
    let is_of_deposit = || corpus.actions_of(&finding.country, instrument).iter().any(is_deposit);
    let key = match (&finding.answer.value, asks) {
        (Answer::Yes, Asks::Signed) => "signed",
        (Answer::Yes, Asks::Reserved) => "reserved",
        (Answer::Yes, Asks::Bound) if is_of_deposit() => "deposited",
        // A succession binds from a day of its own; of other acts the deposit may not be recorded.
        (Answer::Yes, Asks::Bound) => "bound-since",
        (Answer::No, _) if law::computed::before_any_act(corpus, finding) => "none-yet",
        (Answer::No, Asks::Bound) if status == TreatyStatus::FormerParty || is_over => "ended",
        (Answer::No, Asks::Reserved) => "taken-back",
        (Answer::No, _) => "none-by",
        _ => return None,
    };
    Some(CellTime { key, date: when(&finding.observed) })
}

/// What overtook an answer, with a link to the record that states it.
fn since_of(cx: &Context<'_>, since: &standing::Since<'_>) -> Since {
    let (key, link) = match since {
        standing::Since::Change(change) => {
            let key = match change.kind {
                LawChangeKind::Amended => "amended",
                LawChangeKind::NewWording => "new-wording",
                LawChangeKind::Ended => "ended",
                LawChangeKind::Repealed => "repealed",
                LawChangeKind::Replaced => "replaced",
            };
            (key, cx.link(change.record.0, &change.record.1))
        }
        standing::Since::Effect(amendment, _) => ("in-force", cx.link(Kind::Amendment, amendment.id.as_str())),
        standing::Since::Finding(finding) => {
            let question = finding.question.value.as_str();
            let text = cx.corpus().questions.get(question).map_or_else(|| question.into(), |q| q.label.clone());
            ("named-anew", Link { href: cx.cell(&finding.question.value, &finding.country), text })
        }
    };
    Since { key, date: when(since.date()), link }
}

/// The short name of a source and the cited place, in one line.
fn cited(cx: &Context<'_>, citation: &law::Citation) -> String {
    let source = cx.citation(citation);
    if source.place.is_empty() { source.short } else { format!("{}, {}", source.short, source.place) }
}

/// The latest answer for an earlier day, where none speaks of the page's day.
fn ended(cx: &Context<'_>, question: &Question, country: &CountryId) -> Option<Earlier> {
    // What a state before it did is no earlier answer of a state that does not exist yet.
    cx.corpus().countries.get(country.as_str()).filter(|country| country.has_begun(cx.day))?;
    let findings = cx.corpus().findings_of(&question.id, country);
    let spoke = |f: &&law::Finding| f.answer.value.state().answers() && f.observed.reached(cx.day) == Some(true);
    let last = findings.iter().filter(spoke).max_by_key(|f| f.observed.latest())?;
    Some(beside(question, last))
}

/// What a finding answers, beside the answer of a cell.
fn beside(question: &Question, finding: &law::Finding) -> Earlier {
    let value = finding.answer.value.value().map(str::to_owned);
    Earlier {
        state: finding.answer.value.state().word(),
        value_date: value_date(question, value.as_deref()),
        value,
        observed: when(&finding.observed),
    }
}

/// What the cell of a region answers; `None` where it gives no answer, or sources disagree.
fn said_there(cx: &Context<'_>, question: &Question, region: &CountryId) -> Option<Earlier> {
    let on = cell::on(cx.corpus(), question, region, cx.day);
    on.shown.filter(|_| on.state.answers() && on.disputing.is_empty()).map(|finding| beside(question, finding))
}

/// The link to the region's cell, named after the region.
fn said_of(cx: &Context<'_>, question: &Question, region: &CountryId) -> Link {
    Link { href: cx.cell(&question.id, region), text: cx.country_name(region) }
}

/// A cell with its findings, edits and history.
pub fn detail<'s>(cx: &Context<'s>, question: &'s Question, country: &'s CountryId) -> CellDetail {
    let corpus = cx.corpus();
    let on = cell::on(corpus, question, country, cx.day);
    let findings = corpus.findings_of(&question.id, country);
    let mut order: Vec<(usize, &law::Finding)> = findings.iter().enumerate().collect();
    order.sort_by_key(|(number, f)| {
        let shown = on.shown.is_some_and(|s| std::ptr::eq(s, *f));
        (!shown, std::cmp::Reverse(list_order(Some(&f.observed))), *number)
    });
    let changes = cx.site.index.changes_of(country).filter(|c| c.question.value == question.id);
    let is_preferred = on.shown.is_some_and(|finding| finding.preferred.is_some());
    let coders_differ = is_preferred && cell::is_coded_differently(question.kind, findings);
    CellDetail {
        id: route::record_anchor(Kind::Country, country.as_str()),
        cell: cell_on(cx, question, country, &on),
        country: cx.country(country),
        is_region: cx.is_region(country),
        on_record_since: on_record_since(cx, question, country),
        findings: order.iter().map(|(number, f)| finding(cx, question, f, *number, on.shown)).collect(),
        reason: on.shown.and_then(|f| f.preferred.clone()).filter(|_| !on.disputing.is_empty() || coders_differ),
        coders_differ,
        changes: changes.map(cell_change).collect(),
        intervals: intervals_of(cx, question, country),
    }
}

/// The time of the first finding in the last unbroken row of findings that give the answer of the page's day.
fn on_record_since(cx: &Context<'_>, question: &Question, country: &CountryId) -> Option<When> {
    let list = history::intervals(cx.corpus(), question, country);
    let begun: Vec<_> = list.iter().filter(|interval| interval.first.is_none_or(|first| first <= cx.day)).collect();
    let head = begun.chunk_by(|a, b| history::says_the_same(a, b)).next_back()?.first()?;
    let finding = head.cell.shown.filter(|_| head.cell.state.answers())?;
    Some(act_time_or_observed(cx, question, finding).date)
}

fn finding(
    cx: &Context<'_>,
    question: &Question,
    finding: &law::Finding,
    number: usize,
    shown: Option<&law::Finding>,
) -> Finding {
    let answer = &finding.answer.value;
    let value = answer.value().map(str::to_owned);
    let standing = standing::of_finding(cx.corpus(), question, finding, cx.day);
    let source = cx.corpus().sources.get(finding.citation.source.as_str());
    let prefix = |part: &str| format!("{}-{number}-{part}-", finding.country);
    let mut view = Finding {
        shown: shown.is_some_and(|s| std::ptr::eq(s, finding)),
        standing: standing.standing.word(),
        since: standing.since.map(|since| since_of(cx, &since)),
        later: finding.observed.reached(cx.day) == Some(false),
        computed: finding.is_computed(),
        state: answer.state().word(),
        value_date: value_date(question, value.as_deref()),
        step: scale::step(question, answer.state(), value.as_deref()),
        value,
        observed: when(&finding.observed),
        time: act_time_or_observed(cx, question, finding),
        rests_on: finding.rests_on.iter().filter_map(basis).map(|of| cx.record_ref(&of)).collect(),
        source_only: finding.rests_on.iter().all(|r| rests_on(r).is_none()),
        citation: cx.citation(&finding.citation),
        reference: source.map(|s| s.citation.trim_end_matches('.').to_owned()).unwrap_or_default(),
        reference_url: source.and_then(|s| s.url.as_ref()).and_then(|url| web(&url.value)),
        also: finding.also.iter().map(|also| support(cx, also)).collect(),
        modality: finding.modality.map_or("", law::Modality::word),
        met: Vec::new(),
        unmet: Vec::new(),
        limit: None,
        searched: None,
        stage: "",
        reached: None,
        parts: Vec::new(),
        law_title: None,
        region: finding.region.as_ref().map(|r| said_of(cx, question, &r.id.value)),
        // What is computed states no period of a law: its end is that of a reservation.
        in_force: stated_period(&finding.from, &finding.until).filter(|_| !finding.is_computed()),
        quotation: finding.quotation.as_ref().map(|q| cx.quotation(q)),
        plain: cx.note(finding.plain.as_ref(), &prefix("plain")),
        note: cx.note(finding.note.as_ref(), &prefix("note")),
        preferred: finding.preferred.clone(),
        coder: finding.coder().to_owned(),
        reviewer: finding.reviewer().map(str::to_owned),
        confirmed: finding.head.confirmed_on.as_ref().map(when),
        trace: finding.head.trace.clone(),
    };
    match answer.clone() {
        Answer::NoProvision { searched } => view.searched = searched,
        Answer::Partial { met, unmet, limit } => (view.met, view.unmet, view.limit) = (met, unmet, limit),
        Answer::Pending { stage, reached } => {
            view.stage = stage.map_or("", law::StageKind::word);
            view.reached = reached.as_ref().map(when);
        }
        Answer::Varies { parts } => view.parts = parts,
        Answer::SourceUnavailable { title } => view.law_title = title,
        _ => {}
    }
    view
}

fn support(cx: &Context<'_>, also: &law::Support) -> Support {
    let quotation = also.quotation.as_ref().map(|quotation| cx.quotation(quotation));
    Support { citation: cx.citation(&also.citation), quotation }
}

/// The history of the cell as a reader sees it: that another finding says the same is no change. Empty if it never
/// changed.
fn intervals_of(cx: &Context<'_>, question: &Question, country: &CountryId) -> Vec<StateInterval> {
    let mut list: Vec<StateInterval> = Vec::new();
    for of_cell in history::intervals(cx.corpus(), question, country) {
        let next = interval(cx, question, of_cell);
        match list.last_mut() {
            Some(last) if says_same(last, &next) => last.last = next.last,
            _ => list.push(next),
        }
    }
    Some(list).filter(|list| list.len() > 1).unwrap_or_default()
}

fn says_same(a: &StateInterval, b: &StateInterval) -> bool {
    (a.state, &a.value, a.standing, &a.since) == (b.state, &b.value, b.standing, &b.since)
}

fn interval(cx: &Context<'_>, question: &Question, of_cell: history::StateInterval<'_>) -> StateInterval {
    let value = of_cell.cell.shown.and_then(|f| f.answer.value.value());
    StateInterval {
        first: of_cell.first.map(of_day),
        last: of_cell.last.map(of_day),
        state: of_cell.cell.state.word(),
        value: value.map(str::to_owned),
        value_date: value_date(question, value),
        step: scale::step(question, of_cell.cell.state, value),
        standing: of_cell.standing.standing.word(),
        since: of_cell.standing.since.map(|since| since_of(cx, &since)),
    }
}

fn cell_change(change: &law::Change) -> CellChange {
    CellChange {
        was: change.was.clone(),
        changed: when(&change.changed),
        reason: change.reason.clone(),
        coder: change.coder.clone(),
    }
}

fn stated_period(from: &Option<At<law::Date>>, until: &Option<At<law::Date>>) -> Option<Span> {
    let period =
        law::Period { from: from.as_ref().map(|d| d.value.clone()), until: until.as_ref().map(|d| d.value.clone()) };
    (period.from.is_some() || period.until.is_some()).then(|| span(&period))
}

pub fn value_date(question: &Question, value: Option<&str>) -> Option<crate::site::view::When> {
    let value = value.filter(|_| question.kind == law::AnswerKind::Date)?;
    law::Date::parse(value).ok().as_ref().map(when)
}

/// The detail for a state that needs one: the limit, or the elements that are met.
fn limit_of(answer: &Answer) -> Option<TaggedText> {
    match answer {
        Answer::Partial { limit: Some(limit), .. } => Some(limit.clone()),
        Answer::Partial { met, .. } if !met.is_empty() => Some(TaggedText::joined(met, ", ")),
        Answer::Varies { parts } if !parts.is_empty() => Some(TaggedText::joined(parts, ", ")),
        Answer::SourceUnavailable { title } => title.clone(),
        _ => None,
    }
}

/// The state of a cell on the page's day.
pub fn state<'s>(cx: &Context<'s>, question: &'s law::Question, country: &law::CountryId) -> State {
    law::cell::on(cx.corpus(), question, country, cx.day).state
}

/// The cells whose findings rest on a record.
pub fn cells_on(cx: &Context<'_>, kind: Kind, id: &str) -> Vec<Cell> {
    let corpus = cx.corpus();
    let cell = |(question, country): &(std::sync::Arc<str>, std::sync::Arc<str>)| {
        Some(cell(cx, corpus.questions.get(question)?, &corpus.countries.get(country)?.id))
    };
    cx.site.index.references.cells_on(kind, id).iter().filter_map(cell).collect()
}
