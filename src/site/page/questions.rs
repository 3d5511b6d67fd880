//! The page with the list of questions, by section.

use crate::site::context::Context;
use crate::site::page::piece::section;
use crate::site::view::Questions;

pub fn view(cx: &Context<'_>) -> Questions {
    Questions { sections: section::lists(cx) }
}
