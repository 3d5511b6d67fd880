//! A handout: a part of the matrix on a day of its own.

use super::matrix;
use crate::law;
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::route::{self, Page};
use crate::site::view::Handout;

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
        note: cx.note(handout.note.as_ref(), &format!("{id}-note-")),
        id,
    }
}
