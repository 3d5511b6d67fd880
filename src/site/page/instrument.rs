//! The page of an instrument: its articles, and the acts of each country towards it.
//!
//! `counts` are of the countries that are compared; signatures and parties are of all countries of which acts are
//! recorded, as a depositary counts.

use crate::law::{self, ActionKind, CountryId, Kind, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::page::piece::{article, change, change_list, conflict, origin, treaty};
use crate::site::route;
use crate::site::view::{Action, Instrument, InstrumentActions, StatusCount};

pub fn view<'s>(cx: &Context<'s>, instrument: &'s law::Instrument) -> Instrument {
    let corpus = cx.corpus();
    let id = &instrument.id;
    let anchor = |c: &CountryId| route::record_anchor(Kind::Country, c.as_str());
    let at_country = |c: &CountryId| treaty::actions(cx, c, id, cx.country(c), anchor(c));
    let columns = cx.site.index.treaty_columns();
    let is_treaty = instrument.kind == law::InstrumentKind::Treaty;
    let compared: Vec<InstrumentActions> = columns.iter().filter(|_| is_treaty).map(|c| at_country(c)).collect();
    let is_other = |c: &&law::Country| {
        let acted = !corpus.actions_of(&c.id, id).is_empty() || !corpus.absences_of(&c.id, id).is_empty();
        acted && !columns.contains(&&c.id)
    };
    let others: Vec<InstrumentActions> = corpus.countries.iter().filter(is_other).map(|c| at_country(&c.id)).collect();
    let modifying = |group: &InstrumentActions| InstrumentActions {
        actions: group.actions.iter().filter(|a| modifies(a)).cloned().collect(),
        absences: Vec::new(),
        id: format!("reservations-{}", group.id),
        ..group.clone()
    };
    let reservations = compared.iter().chain(&others).map(modifying).filter(|g| !g.actions.is_empty()).collect();
    let of_all = || compared.iter().chain(&others);
    let marks = || of_all().flat_map(|g| &g.actions).map(|a| (a.kind, a.mark.as_str()));
    let is_bound = |g: &&InstrumentActions| treaty::is_bound(&g.status);
    let organisations: Vec<String> =
        corpus.countries.iter().filter(|c| c.kind == law::CountryKind::Organisation).map(|c| anchor(&c.id)).collect();
    let organisation = |g: &&InstrumentActions| organisations.contains(&g.id);
    let count = |key: &'static str| StatusCount { key, count: compared.iter().filter(|g| g.status.key == key).count() };
    let read_against = |q: &&law::Question| treaty::asks_about(q, id);
    Instrument {
        id: id.to_string(),
        title: instrument.title.clone(),
        short: instrument.short().to_owned(),
        kind: match instrument.kind {
            law::InstrumentKind::Treaty => "treaty",
            law::InstrumentKind::Standard => "standard",
        },
        adopted: instrument.adopted.as_ref().map(when),
        also_adopted: instrument.also_adopted.as_ref().map(when),
        opened: instrument.opened.as_ref().map(when),
        closed: instrument.closed.as_ref().map(when),
        in_force: instrument.in_force.as_ref().map(when),
        ended: instrument.end.as_ref().map(|end| when(&end.ended.value)),
        ended_how: instrument.end.as_ref().map_or("", |end| end.how.word()),
        ended_by: instrument.end.as_ref().and_then(|e| e.by.as_ref()).map(|i| cx.link(Kind::Instrument, i.as_str())),
        ended_citation: instrument.end.as_ref().map(|end| cx.citation(&end.citation)),
        entry: instrument.entry.as_ref().map(|e| e.words.clone()),
        entry_citation: instrument.entry.as_ref().map(|e| cx.citation(&e.citation)),
        depositary: instrument.depositary.clone(),
        supplements: instrument.supplements.as_ref().map(|i| cx.link(Kind::Instrument, i.as_str())),
        supplemented_by: cx
            .site
            .index
            .instruments()
            .filter(|i| i.supplements.as_ref().is_some_and(|s| s.value == *id))
            .map(|i| cx.link(Kind::Instrument, i.id.as_str()))
            .collect(),
        citations: instrument.citations.iter().map(|c| cx.citation(c)).collect(),
        body: cx.prose(&instrument.body, "text-"),
        articles: instrument.articles.iter().map(|a| article::view(cx, instrument, a)).collect(),
        counts: TreatyStatus::WORDS.iter().map(|key| count(key)).filter(|c| c.count > 0).collect(),
        legend: treaty::legend(marks()),
        signatures: of_all().filter(|g| g.actions.iter().any(|a| signs(cx, a))).count(),
        parties: of_all().filter(is_bound).count(),
        organisations: of_all().filter(is_bound).filter(organisation).count(),
        compared,
        others,
        reservations,
        questions: cx
            .site
            .index
            .codebook()
            .filter(read_against)
            .map(|q| cx.link(Kind::Question, q.id.as_str()))
            .collect(),
        latest: change::latest_of_instrument(cx, id),
        changes: change_list::href_of_instrument(cx, id),
        conflicts: conflict::touching(cx, Kind::Instrument, id.as_str()),
        cited_by: origin::backlinks(cx, Kind::Instrument, id.as_str()),
    }
}

/// Whether the depositary records the act as a signature that was given by the day of the view.
fn signs(cx: &Context<'_>, action: &Action) -> bool {
    let kind = ActionKind::parse(action.kind);
    let is_signature = matches!(kind, Some(ActionKind::Signature | ActionKind::DefinitiveSignature));
    let dates = action.statements.iter().filter(|s| s.recorded).filter_map(|s| s.signed.as_ref().or(s.given.as_ref()));
    let mut dates = dates.filter_map(|when| law::Date::parse(&when.iso).ok());
    is_signature && dates.any(|date| date.reached(cx.day) == Some(true))
}

fn modifies(action: &Action) -> bool {
    ActionKind::parse(action.kind).is_some_and(ActionKind::modifies)
}
