//! The page with the list of amendments, the latest stage first; or the part of it for one country.

use crate::law;
use crate::site::context::Context;
use crate::site::date::list_order;
use crate::site::page::piece::{amendment, split};
use crate::site::view::Amendments;

pub fn view(cx: &Context<'_>) -> Amendments {
    let mut list: Vec<&law::Amendment> =
        split::listed(cx, cx.corpus().amendments.rows(), &cx.site.index.by_country.amendments);
    list.sort_by_key(|a| {
        (std::cmp::Reverse(list_order(amendment::last_stage(cx, a).map(|s| &s.reached.value))), a.id.clone())
    });
    Amendments { amendments: list.into_iter().map(|a| amendment::line(cx, a)).collect() }
}
