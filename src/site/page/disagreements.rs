//! Disputes: conflicts between sources, cells whose findings disagree, treaty acts whose dates cannot all be right,
//! and answers on which two coders differ. Each kind is a list of its own, and all of them stand once more as links
//! by country and by topic.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::page::piece::dispute::{self, Dispute};
use crate::site::page::piece::{conflict, treaty};
use crate::site::view::{CellDetail, DisagreementGroup, Disagreements, DisputedAction};

pub fn view<'s>(cx: &Context<'s>) -> Disagreements {
    let corpus = cx.corpus();
    let pairs = || cx.site.index.codebook().flat_map(|q| corpus.columns.iter().map(move |c| (q, c)));
    let conflicts = corpus.conflicts.iter().map(|c| conflict::view(cx, c)).collect();
    let cells: Vec<CellDetail> =
        pairs().filter(|(q, c)| dispute::is_disputed(cx, q, c)).map(|(q, c)| dispute::cell_detail(cx, q, c)).collect();
    let coders: Vec<CellDetail> = pairs()
        .filter(|(q, c)| dispute::is_coded_twice(cx, q, c))
        .map(|(q, c)| dispute::coded_twice(cx, q, c))
        .collect();
    let actions = disputed_actions(cx);
    let of_conflicts = corpus.conflicts.iter().map(|c| dispute::of_conflict(cx, c));
    let of_cells = cells.iter().chain(&coders).map(|cell| dispute::of_cell(cx, &cell.cell, &cell.id));
    let of_actions = corpus.actions.iter().filter(|a| treaty::disputed(a)).map(|action| dispute::of_action(cx, action));
    let disputes: Vec<Dispute> = of_conflicts.chain(of_cells).chain(of_actions).collect();
    Disagreements {
        countries: by_country(cx, &disputes),
        topics: by_topic(cx, &disputes),
        conflicts,
        cells,
        actions,
        coders,
    }
}

fn by_country(cx: &Context<'_>, disputes: &[Dispute]) -> Vec<DisagreementGroup> {
    let group = |country: &law::Country| DisagreementGroup {
        id: dispute::place_of_country(&country.id),
        of: Some(cx.country(&country.id)),
        disputes: disputes.iter().filter(|d| d.countries.contains(&country.id)).map(|d| d.link.clone()).collect(),
    };
    cx.site.index.countries().map(group).filter(|group| !group.disputes.is_empty()).collect()
}

fn by_topic(cx: &Context<'_>, disputes: &[Dispute]) -> Vec<DisagreementGroup> {
    let under =
        |is_in: &dyn Fn(&Dispute) -> bool| disputes.iter().filter(|d| is_in(d)).map(|d| d.link.clone()).collect();
    let group = |topic: &law::Topic| DisagreementGroup {
        id: format!("on-{}", topic.id),
        of: Some(cx.link(Kind::Topic, topic.id.as_str())),
        disputes: under(&|d| d.topics.contains(&topic.id)),
    };
    let without =
        DisagreementGroup { id: "without-topic".to_owned(), of: None, disputes: under(&|d| d.topics.is_empty()) };
    cx.site.index.topics().map(group).chain([without]).filter(|group| !group.disputes.is_empty()).collect()
}

/// The actions to which sources give dates that cannot all be right.
fn disputed_actions<'s>(cx: &Context<'s>) -> Vec<DisputedAction> {
    let corpus = cx.corpus();
    let of = |action: &'s law::Action| DisputedAction {
        id: dispute::place_of_action(action),
        country: cx.country(&action.country),
        instrument: corpus
            .instruments
            .get(action.instrument.as_str())
            .map(|i| treaty::instrument_at(cx, i, &action.country))
            .expect("after assembly each action's instrument exists"),
        action: treaty::action(cx, action),
    };
    corpus.actions.iter().filter(|a| treaty::disputed(a)).map(of).collect()
}
