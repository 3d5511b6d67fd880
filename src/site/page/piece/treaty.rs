//! Acts and status of a country towards an instrument on the page's day. [`status()`] is what every page says of a
//! status in one line; what the status is was decided in `law`.

use crate::law::{self, ActionKind, CountryId, Day, InstrumentId, Kind, status, status::Status as TreatyStatus};
use crate::site::context::{Context, at_date};
use crate::site::date::{list_order, when};
use crate::site::route;
use crate::site::view::{
    Absence, Action, ActionsByInstrument, Anchored, Citation, InstrumentActions, LegendLine, Link, Statement, Status,
    TreatyLine, When, WithoutAct,
};

/// The status of a country towards an instrument on the page's day.
pub fn status(cx: &Context<'_>, country: &CountryId, instrument: &InstrumentId) -> Status {
    let corpus = cx.corpus();
    let on = status::on(corpus, country, instrument, cx.day);
    let actions = corpus.actions_of(country, instrument);
    let reached = |a: &&law::Action| a.statements.iter().filter_map(there_by).any(|d| d.reached(cx.day) != Some(false));
    let binding = on.by.filter(|a| a.binds());
    // A table that was read after the page's day may show later acts: it says nothing of its own for the day.
    let is_absent = on.status == TreatyStatus::NoAction;
    let is_told = |read: &law::Date| match read.latest() {
        Some(last) => last < cx.day || is_absent && last == cx.day,
        None => false,
    };
    // Whether a state or an instrument exists is known without a table.
    let is_of_table = !matches!(
        on.status,
        TreatyStatus::NotRecorded | TreatyStatus::NotYet | TreatyStatus::NoLonger | TreatyStatus::Ended
    );
    let as_of = on.as_of.filter(is_told).filter(|_| is_of_table);
    let begins = match on.status {
        TreatyStatus::Party => on.in_force.as_ref().map(|entry| &entry.date),
        TreatyStatus::FormerParty => on.since,
        _ => None,
    };
    let was_to_come = matches!((&as_of, begins), (Some(read), Some(begins)) if read.surely_before(begins));
    Status {
        key: on.status.word(),
        uncertain: on.uncertain,
        by: on.by.map_or("", |a| a.kind.value.word()),
        mark: on.by.map(mark).unwrap_or_default(),
        since: on.since.map(when),
        as_of: as_of.as_ref().map(when),
        was_to_come,
        in_force_computed: on.in_force.as_ref().is_some_and(|e| e.computed),
        to_come: on.in_force.as_ref().is_some_and(|entry| entry.date.reached(cx.day) == Some(false)),
        in_force_unknown: binding.is_some() && on.in_force.is_none(),
        in_force: on.in_force.map(|e| when(&e.date)),
        modified: actions.iter().filter(reached).any(|a| stands(corpus, a, cx.day)),
        reported: is_reported(cx, country, instrument),
    }
}

/// Whether the country is bound, be the treaty in force for it or not yet.
pub fn is_bound(status: &Status) -> bool {
    [TreatyStatus::Party, TreatyStatus::Bound].iter().any(|bound| bound.word() == status.key)
}

/// The start of a country's status on the page's day: for a party the entry into force, for others the act or the end
/// from which the status follows.
pub fn since(cx: &Context<'_>, country: &CountryId, instrument: &InstrumentId) -> Option<law::Date> {
    let on = status::on(cx.corpus(), country, instrument, cx.day);
    let entered = on.in_force.filter(|_| on.status == TreatyStatus::Party).map(|entry| entry.date);
    entered.or_else(|| on.since.cloned())
}

/// Whether it is a reservation or declaration that has not surely ended by `day`.
fn stands(corpus: &law::Corpus, action: &law::Action, day: Day) -> bool {
    let is_own = matches!(action.kind.value, ActionKind::Reservation | ActionKind::Declaration);
    is_own && law::reservation::end(corpus, action).is_none_or(|end| end.date.reached(day) != Some(true))
}

/// The section of a country's page that shows the acts towards an instrument: among the sections that show acts, the
/// first with a question about the instrument, else the first.
pub fn section_of<'s>(cx: &Context<'s>, instrument: &InstrumentId) -> Option<&'s law::SectionId> {
    let showing = || cx.site.index.sections().filter(|s| s.shows.contains(&law::Shows::Actions));
    let asks = |section: &&law::Section| {
        let questions = cx.site.index.codebook().filter(|q| q.section == section.id);
        questions.into_iter().any(|q| asks_about(q, instrument))
    };
    showing().find(asks).or_else(|| showing().next()).map(|section| &section.id)
}

/// Whether a question is computed from acts towards an instrument, or has it as its benchmark.
pub fn asks_about(question: &law::Question, instrument: &InstrumentId) -> bool {
    let benchmark = question.benchmark.as_ref().is_some_and(|b| b.value.split('#').next() == Some(instrument.as_str()));
    benchmark || question.computed.as_ref().is_some_and(|c| c.instruments.iter().any(|i| i.value == *instrument))
}

/// The statuses of a country towards the instruments for which something is recorded.
pub fn lines(cx: &Context<'_>, country: &CountryId) -> Vec<TreatyLine> {
    let line = |instrument: &law::Instrument| TreatyLine {
        instrument: instrument_at(cx, instrument, country),
        status: status(cx, country, &instrument.id),
    };
    let instruments = cx.site.index.instruments();
    let known = |i: &&law::Instrument| status::is_known(cx.corpus(), country, &i.id) || is_reported(cx, country, &i.id);
    instruments.filter(known).map(line).collect()
}

/// Whether a source reports another act than the depositary records, or another day of it.
fn is_reported(cx: &Context<'_>, country: &CountryId, instrument: &InstrumentId) -> bool {
    let of = |action: &law::Action| disputed(action) || (action.kind.value.is_deposited() && !any_recorded(cx, action));
    cx.corpus().actions_of(country, instrument).iter().any(of)
}

/// The link to the country's actions on the instrument's page.
pub fn instrument_at(cx: &Context<'_>, instrument: &law::Instrument, country: &CountryId) -> Link {
    let (path, _) = route::path_of(Kind::Instrument, instrument.id.as_str());
    Link {
        href: cx.href(&path, Some(&route::record_anchor(Kind::Country, country.as_str()))),
        text: instrument.short().to_owned(),
    }
}

/// A country's status and actions, grouped by instrument. An instrument is named where an act, an absence or a status is
/// known: a complete table that lacks the country is recorded for none of its own.
pub fn by_instrument(
    cx: &Context<'_>,
    country: &CountryId,
    wanted: impl Fn(&law::Instrument) -> bool,
) -> ActionsByInstrument {
    let mut list = ActionsByInstrument::default();
    for instrument in cx.site.index.instruments().filter(|i| wanted(i)) {
        let link = cx.link(Kind::Instrument, instrument.id.as_str());
        let mut group = actions(cx, country, &instrument.id, link, format!("treaty-{}", instrument.id));
        group.elsewhere = Some(instrument_at(cx, instrument, country).href);
        if !group.actions.is_empty() || !group.absences.is_empty() {
            list.each.push(group);
        } else if status::is_known(cx.corpus(), country, &instrument.id) {
            let InstrumentActions { of: link, id, status, .. } = group;
            let instrument = Anchored { id, link };
            match list.without.iter_mut().find(|other| other.status == status) {
                Some(other) => other.instruments.push(instrument),
                None => list.without.push(WithoutAct { status, instruments: vec![instrument] }),
            }
        }
    }
    list
}

/// Whether no page shows anything of a country towards an instrument: no status of a depositary's, and no report of an
/// act.
pub fn is_unknown(cx: &Context<'_>, country: &CountryId, instrument: &InstrumentId) -> bool {
    let corpus = cx.corpus();
    corpus.actions_of(country, instrument).is_empty() && !status::is_known(corpus, country, instrument)
}

/// The acts towards an instrument under the link `of` and the anchor `id`: the country's on the instrument's page, the
/// instrument's on the country's.
pub fn actions(
    cx: &Context<'_>,
    country: &CountryId,
    instrument: &InstrumentId,
    of: Link,
    id: String,
) -> InstrumentActions {
    let corpus = cx.corpus();
    let mut list: Vec<&law::Action> = corpus.actions_of(country, instrument).iter().collect();
    // On one day a withdrawal comes first, because a state has to be out before it can join again.
    list.sort_by_key(|a| {
        let done = law::act::act_date(corpus, a).map(|done| done.date);
        (list_order(done), !a.kind.value.ends(), a.kind.value, a.number)
    });
    InstrumentActions {
        of,
        id,
        elsewhere: None,
        status: status(cx, country, instrument),
        actions: list.into_iter().map(|a| action(cx, a)).collect(),
        absences: corpus.absences_of(country, instrument).iter().map(|a| absence(cx, a)).collect(),
    }
}

/// An act with all that sources state of it.
pub fn action(cx: &Context<'_>, action: &law::Action) -> Action {
    let kind = action.kind.value;
    let prefix = format!("{}-", action.id().joined("-"));
    let mut statements: Vec<&law::Statement> = action.statements.iter().collect();
    statements.sort_by_key(|s| !cx.corpus().records_act(action, s));
    let computed = law::entry::entry_into_force(cx.corpus(), action).filter(|e| e.computed);
    Action {
        kind: kind.word(),
        act: action.act.filter(|_| kind != ActionKind::Objection).map_or("", ActionKind::word),
        number: action.number,
        binds: action.binds(),
        later: law::act::act_date(cx.corpus(), action).is_some_and(|act| act.date.reached(cx.day) == Some(false)),
        mark: mark(action),
        predecessor: action.predecessor.as_ref().map(|who| named(cx, &who.value)),
        by_table: action.by_table.as_ref().map(when),
        overtaken: overtaken(cx.corpus(), action),
        renews: renews(cx.corpus(), action),
        to: action.to.as_ref().map(|who| cx.country(&who.value)),
        to_act: if action.act == Some(ActionKind::Declaration) { "declaration" } else { "reservation" },
        to_number: action.to_number,
        to_taken_back: law::reservation::objected(cx.corpus(), action)
            .and_then(|object| law::reservation::withdrawn(cx.corpus(), object))
            .map(|end| when(end.date)),
        territories: action.territories.clone(),
        not_computed: action.not_computed.clone(),
        articles: action.articles.clone(),
        quotation: action.quotation.as_ref().map(|q| cx.quotation(q)),
        law: action.law.as_ref().map(|l| cx.link(Kind::Law, l.as_str())),
        statements: statements
            .iter()
            .enumerate()
            .map(|(n, s)| statement(cx, action, s, &format!("{prefix}{n}-")))
            .collect(),
        rule: computed.as_ref().and_then(|_| rule(cx, action)),
        in_force_computed: computed.map(|e| when(&e.date)),
        disputed: disputed(action),
        note: cx.note(action.note.as_ref(), &prefix),
        trace: action.head.trace.clone(),
    }
}

/// For a notice that changed nothing: the day on which the country had joined again before it took effect.
fn overtaken(corpus: &law::Corpus, action: &law::Action) -> Option<When> {
    let again = status::overtaken_by(corpus, action).filter(|_| action.kind.value.ends())?;
    law::act::act_date(corpus, again).map(|act| when(act.date))
}

/// For an act by which the country joined again before its notice took effect: the day on which the notice would have.
fn renews(corpus: &law::Corpus, action: &law::Action) -> Option<When> {
    let all = corpus.actions_of(&action.country, &action.instrument.value);
    let is_it = |end: &&law::Action| status::overtaken_by(corpus, end).is_some_and(|by| std::ptr::eq(by, action));
    let ending = all.iter().filter(|end| action.binds() && end.kind.value.ends()).find(is_it)?;
    law::act::act_date(corpus, ending).map(|act| when(act.date))
}

/// The citation of the rule by which the action's instrument enters into force for a state.
fn rule(cx: &Context<'_>, action: &law::Action) -> Option<Citation> {
    let instrument = cx.corpus().instruments.get(action.instrument.as_str())?;
    instrument.entry.as_ref().map(|entry| cx.citation(&entry.citation))
}

/// The link to the country with this id, or the text alone if no country has it.
pub fn named(cx: &Context<'_>, text: &str) -> Link {
    match cx.corpus().countries.get(text) {
        Some(country) => cx.country(&country.id),
        None => Link { href: String::new(), text: text.into() },
    }
}

fn statement(cx: &Context<'_>, action: &law::Action, statement: &law::Statement, prefix: &str) -> Statement {
    Statement {
        recorded: cx.corpus().records_act(action, statement),
        citation: cx.citation(&statement.citation),
        signed: at_date(&statement.signed),
        deposited: at_date(&statement.deposited),
        in_force: at_date(&statement.in_force),
        domestic: at_date(&statement.domestic),
        effective: at_date(&statement.effective),
        revoked: at_date(&statement.revoked),
        effective_as: match action.kind.value {
            ActionKind::ProvisionalApplication | ActionKind::TerritorialApplication => "ended",
            kind if kind.modifies() => "taken-back",
            _ if statement.revoked.is_some() || overtaken(cx.corpus(), action).is_some() => "was-to-end",
            _ => "effective",
        },
        given: at_date(&statement.given),
        observed: statement.observed.as_ref().map(when),
        quote: statement.quote.clone(),
        preferred: statement.preferred.clone(),
        note: cx.note(statement.note.as_ref(), prefix),
        trace: statement.trace.clone(),
    }
}

fn absence(cx: &Context<'_>, absence: &law::Absence) -> Absence {
    Absence {
        finding: absence.finding.clone(),
        observed: when(&absence.observed),
        citation: cx.citation(&absence.citation),
    }
}

/// The kinds of act that occur, in the order of the kinds, each with the marks that are printed for it: the usual one first.
pub fn legend<'a>(acts: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<LegendLine> {
    let occurring: std::collections::BTreeSet<(&str, &str)> = acts.collect();
    let line = |kind: &ActionKind| {
        let of_kind = occurring.iter().filter(|(word, _)| *word == kind.word());
        let mut marks: Vec<String> = of_kind.map(|(_, mark)| (*mark).to_owned()).collect();
        marks.sort_by_key(|mark| mark != kind.mark());
        let occurs = !marks.is_empty();
        marks.retain(|mark| !mark.is_empty());
        occurs.then(|| LegendLine { kind: kind.word(), marks })
    };
    ActionKind::ALL.iter().filter_map(line).collect()
}

/// The mark in the depositary's table: as a source gives it, else the usual one.
fn mark(action: &law::Action) -> String {
    let given = action.statements.iter().find_map(|s| s.mark.clone());
    // A mark with spaces is a remark in words, and a dash says that there is none; the table itself then has no mark.
    let is_none = |mark: &str| mark.contains(char::is_whitespace) || mark.chars().all(|c| matches!(c, '-' | '–' | '—'));
    let given = given.map(|mark| if is_none(&mark) { String::new() } else { mark });
    given.unwrap_or_else(|| action.kind.value.mark().to_owned())
}

/// Whether the depositary records any statement of the act.
fn any_recorded(cx: &Context<'_>, action: &law::Action) -> bool {
    action.statements.iter().any(|s| cx.corpus().records(&s.citation))
}

/// Whether two of its statements give dates for the same event that cannot both be right.
pub fn disputed(action: &law::Action) -> bool {
    let given = |s: &law::Statement| s.given.as_ref().map(|d| d.value.clone());
    let main = |s: &law::Statement| {
        [&s.signed, &s.deposited, &s.domestic].into_iter().flatten().map(|d| d.value.clone()).collect::<Vec<_>>()
    };
    let clash = |a: &law::Date, b: &law::Date| !a.may_equal(b);
    action.statements.iter().enumerate().any(|(n, a)| {
        action.statements[n + 1..].iter().any(|b| {
            let same_event = [
                (&a.signed, &b.signed),
                (&a.deposited, &b.deposited),
                (&a.in_force, &b.in_force),
                (&a.domestic, &b.domestic),
            ]
            .iter()
            .any(|(x, y)| matches!((x, y), (Some(x), Some(y)) if clash(x, y)));
            let fits_none =
                |date: &law::Date, others: Vec<law::Date>| !others.is_empty() && others.iter().all(|o| clash(date, o));
            let given_against =
                given(a).is_some_and(|d| fits_none(&d, main(b))) || given(b).is_some_and(|d| fits_none(&d, main(a)));
            let both_given = matches!((given(a), given(b)), (Some(x), Some(y)) if clash(&x, &y));
            same_event || given_against || both_given
        })
    })
}

/// The date by which an act existed: its own, or, without one, that of the table that shows it.
fn there_by(statement: &law::Statement) -> Option<&law::Date> {
    statement.date().filter(|date| date.earliest().or(date.latest()).is_some()).or(statement.observed.as_ref())
}
