//! A country on a card.

use crate::law::{self};
use crate::site::context::Context;
use crate::site::page::piece::{answer, treaty};
use crate::site::view::CountryCard;

pub fn view<'s>(cx: &Context<'s>, country: &'s law::Country) -> CountryCard {
    let answered = cx.site.index.codebook().filter(|q| answer::state(cx, q, &country.id).answers()).count();
    let bound = |status: &crate::site::view::Status| matches!(status.key, "party" | "bound");
    CountryCard {
        link: cx.country(&country.id),
        id: country.id.to_string(),
        kind: country.kind.word(),
        summary: cx.site.index.first_paragraph(&country.body),
        answered,
        questions: cx.corpus().codebook.len(),
        bound: cx.site.index.instruments().filter(|i| bound(&treaty::status(cx, &country.id, &i.id))).count(),
    }
}
