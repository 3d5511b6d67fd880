//! Links to the pages on which two countries are compared.

use crate::law::CountryId;
use crate::site::context::Context;
use crate::site::route::{Page, members};
use crate::site::view::Link;
use std::collections::BTreeSet;

/// The link to the comparison of two columns, named after the second.
pub fn link(cx: &Context<'_>, of: usize, with: usize) -> Link {
    let columns = &cx.corpus().columns;
    let page = Page::Pair(columns[of.min(with)].clone(), columns[of.max(with)].clone());
    Link { href: cx.to(&page), text: cx.country_name(&columns[with]) }
}

/// Links to the comparisons of a country with others.
pub fn of_country(cx: &Context<'_>, country: &CountryId) -> Vec<Link> {
    let corpus = cx.corpus();
    let Some(own) = corpus.columns.iter().position(|c| c == country) else { return Vec::new() };
    let groups = corpus.settings.groups.iter().map(|group| members(corpus, group));
    let others: BTreeSet<usize> = groups.filter(|list| list.contains(&own)).flatten().collect();
    others.into_iter().filter(|other| *other != own).map(|other| link(cx, own, other)).collect()
}
