//! The page about the method: prose, the amounts of records, and the legend.

use crate::law::{self, Standing, cell::State, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::page::piece::counts;
use crate::site::view::{About, Span};

pub fn view(cx: &Context<'_>) -> About {
    let corpus = cx.corpus();
    let accessed = || corpus.sources.iter().filter_map(|s| s.accessed.as_ref());
    let first = accessed().min_by_key(|d| (d.earliest().is_none(), d.earliest()));
    let last = accessed().max_by_key(|d| d.latest());
    About {
        body: corpus.pages.get("about").map(|p| cx.prose(&p.body, "")).unwrap_or_default(),
        counts: counts::of_site(cx),
        states: State::WORDS.to_vec(),
        standings: Standing::WORDS.to_vec(),
        statuses: TreatyStatus::WORDS.to_vec(),
        tiers: law::Tier::WORDS.to_vec(),
        accessed: first.map(|first| Span { first: Some(when(first)), last: last.map(when) }),
        inputs: cx.site.index.inputs.clone(),
    }
}
