//! The page on which a reader collects answers. A script fills it.

use crate::site::context::Context;
use crate::site::route::Page;
use crate::site::view::Collection;

pub fn view(cx: &Context<'_>) -> Collection {
    Collection { matrix: cx.to(&Page::Matrix), comparisons: cx.to(&Page::Comparisons) }
}
