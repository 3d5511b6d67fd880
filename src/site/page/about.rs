//! The page about the method: its prose, amounts of records, the days between which sources were looked up, all keys
//! of the legends, and from how many files and which input the site was made. It has no record of its own where the
//! content has no page of this id.

use crate::law::{self, Standing, cell::State, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::page::piece::counts;
use crate::site::route::ABOUT;
use crate::site::view::{About, Span};

pub fn view(cx: &Context<'_>) -> About {
    let corpus = cx.corpus();
    let accessed = || corpus.sources.iter().filter_map(|s| s.accessed.as_ref());
    // `None` is less than any day: a date without a first day must not be the least, and is never the greatest.
    let first = accessed().min_by_key(|date| (date.earliest().is_none(), date.earliest()));
    let last = accessed().max_by_key(|date| date.latest());
    About {
        body: corpus.pages.get(ABOUT).map(|p| cx.prose(&p.body, "")).unwrap_or_default(),
        counts: counts::of_site(cx),
        states: State::WORDS.to_vec(),
        standings: Standing::WORDS.to_vec(),
        statuses: TreatyStatus::WORDS.to_vec(),
        tiers: law::Tier::WORDS.to_vec(),
        accessed: first.map(|first| Span { first: Some(when(first)), last: last.map(when) }),
        inputs: cx.site.index.inputs.clone(),
    }
}
