//! A country in a list, with its summary.

use crate::law;
use crate::site::context::Context;
use crate::site::page::piece::{answer, glance, treaty};
use crate::site::view::CountryCard;

pub fn view<'s>(cx: &Context<'s>, country: &'s law::Country) -> CountryCard {
    let answered = cx.site.index.codebook().filter(|q| answer::state(cx, q, &country.id).answers()).count();
    let statuses: Vec<_> = match crate::site::index::joins_treaties(cx.corpus(), &country.id) {
        true => cx.site.index.compared_instruments().map(|i| treaty::status(cx, &country.id, &i.id)).collect(),
        false => Vec::new(),
    };
    let statuses: Vec<_> = statuses.into_iter().filter(|status| status.key != "not-recorded").collect();
    CountryCard {
        link: cx.country(&country.id),
        id: country.id.to_string(),
        kind: country.kind.word(),
        glance: glance::of_country(cx, country).into_iter().take(3).collect(),
        summary: cx.site.index.summary(&country.body),
        answered,
        questions: cx.corpus().codebook.len(),
        bound: (!statuses.is_empty()).then(|| statuses.iter().filter(|status| treaty::is_bound(status)).count()),
    }
}
