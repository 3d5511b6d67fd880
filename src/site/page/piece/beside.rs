//! Links to the pages on which a country stands beside another.

use crate::law::CountryId;
use crate::site::context::Context;
use crate::site::route::{Page, members};
use crate::site::view::Link;
use std::collections::BTreeSet;

/// The page of two columns, under the name of the second.
pub fn link(cx: &Context<'_>, of: usize, with: usize) -> Link {
    let columns = &cx.corpus().columns;
    let page = Page::Pair(columns[of.min(with)].clone(), columns[of.max(with)].clone());
    Link { href: cx.to(&page), text: cx.country_name(&columns[with]) }
}

/// The countries beside which a country stands on a page.
pub fn of_country(cx: &Context<'_>, country: &CountryId) -> Vec<Link> {
    let corpus = cx.corpus();
    let Some(own) = corpus.columns.iter().position(|c| c == country) else { return Vec::new() };
    let groups = corpus.settings.groups.iter().map(|group| members(corpus, group));
    let others: BTreeSet<usize> = groups.filter(|list| list.contains(&own)).flatten().collect();
    others.into_iter().filter(|other| *other != own).map(|other| link(cx, own, other)).collect()
}
