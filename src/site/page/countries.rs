//! The page with the list of countries, compared ones first.

use crate::law;
use crate::site::context::Context;
use crate::site::page::piece::card;
use crate::site::route::Page;
use crate::site::view::Countries;

pub fn view(cx: &Context<'_>) -> Countries {
    let (compared, others): (Vec<&law::Country>, Vec<&law::Country>) =
        cx.site.index.countries().partition(|c| cx.corpus().columns.contains(&c.id));
    Countries {
        handbook: (!cx.corpus().columns.is_empty()).then(|| cx.to(&Page::HandbookAll)),
        compared: compared.into_iter().map(|c| card::view(cx, c)).collect(),
        others: others.into_iter().map(|c| card::view(cx, c)).collect(),
    }
}
