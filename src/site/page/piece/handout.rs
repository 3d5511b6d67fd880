//! A handout: a part of the matrix on a day of its own.

use super::{answer, matrix};
use crate::law::{self, Day, cell};
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::route::{self, Page};
use crate::site::view::{Cell, Handout};

/// The context of the page, as of the handout's day.
pub fn on_day_of<'s>(cx: &Context<'s>, handout: &law::Handout) -> Context<'s> {
    Context { day: handout.day.as_ref().map_or(cx.day, |day| day.value), ..*cx }
}

pub fn view<'s>(cx: &Context<'s>, module: &law::Module, handout: &'s law::Handout) -> Handout {
    let id = route::part_anchor(&handout.id.value);
    let then = on_day_of(cx, handout);
    let mut matrix = matrix::slice(&then, |q| handout.shows(&q.id), &cx.corpus().columns_of(handout), String::new());
    matrix.sections.iter_mut().for_each(|section| section.id = format!("{id}.{}", section.id));
    Handout {
        title: handout.title.clone(),
        href: cx.to(&Page::Handout(module.id.clone(), handout.id.value.as_str().into())),
        on: of_day(then.day),
        dated: handout.day.is_some(),
        matrix,
        later: handout.day.as_ref().map(|day| later(cx, handout, day.value)).unwrap_or_default(),
        note: cx.note(handout.note.as_ref(), &format!("{id}-note-")),
        id,
    }
}

/// The cells for which the record has an answer of a time after `day`.
fn later(cx: &Context<'_>, handout: &law::Handout, day: Day) -> Vec<Cell> {
    let mut list = Vec::new();
    for question in cx.site.index.codebook().filter(|question| handout.shows(&question.id)) {
        for country in cx.corpus().columns_of(handout) {
            let on = cell::on(cx.corpus(), question, country, cx.day);
            let spoke = on.shown.and_then(|finding| finding.observed.earliest());
            if on.state.answers() && spoke.is_some_and(|spoke| spoke > day) {
                list.push(answer::cell(cx, question, country));
            }
        }
    }
    list
}
