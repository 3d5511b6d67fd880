//! The page of a section of the codebook.

use crate::law;
use crate::site::context::Context;
use crate::site::page::piece::{matrix, section, strip};
use crate::site::view::SectionPage;

pub fn view(cx: &Context<'_>, section: &law::Section) -> SectionPage {
    let sections: Vec<&law::Section> = cx.site.index.sections().collect();
    let place = sections.iter().position(|s| s.id == section.id);
    let neighbour = |at: Option<usize>| at.and_then(|at| sections.get(at)).map(|s| section::link(cx, s));
    SectionPage {
        id: section.id.to_string(),
        body: cx.prose(&section.body, "text-"),
        matrix: matrix::whole(cx, |q| q.section == section.id, String::new()),
        strips: strip::of_questions(cx, |q| q.section == section.id),
        previous: neighbour(place.and_then(|at| at.checked_sub(1))),
        next: neighbour(place.map(|at| at + 1)),
    }
}
