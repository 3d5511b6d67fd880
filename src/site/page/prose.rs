//! A page of prose.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::page::piece::origin;
use crate::site::view::ProsePage;

pub fn view(cx: &Context<'_>, page: &law::Page) -> ProsePage {
    ProsePage { body: cx.prose(&page.body, ""), cited_by: origin::backlinks(cx, Kind::Page, page.id.as_str()) }
}
