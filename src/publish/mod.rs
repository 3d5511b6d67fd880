//! The site as bytes: HTML, data, indexes, and the files of the theme.
//!
//! What comes in is the [`crate::site::Site`]; what goes out is an ordered stream of paths and bytes. A template, an
//! export or an index sees the site alone: this room never knows the law or the content.

mod address;
pub mod bundle;
mod cite;
pub mod data;
mod fault;
mod feed;
mod html;
mod link;
mod localizer;
mod output;
mod picture;
mod renderer;
pub mod search;
mod share;
mod size;
mod strip_picture;
mod theme;
mod xml;

use crate::text::Fault;

pub use address::{LONGEST_ADDRESS, unfit_pictures};

pub use html::words;
pub use output::Output;
pub use renderer::{Kinds, Renderer};
pub use size::{Size, fit_to_host, size};
pub use theme::{Theme, ThemeFile, built_in, text_files};

/// All faults that this room reports, in the order of the reference.
pub static FAULTS: &[&Fault] = &[
    &fault::TEMPLATE_FAULT,
    &fault::PLAIN_LINK,
    &fault::MESSAGE_FAULT,
    &fault::MESSAGE_MISSING,
    &fault::INTERFACE_LANGUAGE,
    &fault::OVER_BUDGET,
    &fault::UNKNOWN_PAGE_KIND,
    &fault::DAYS_THINNED,
    &fault::BEYOND_HOST,
    &address::UNFIT_ADDRESS,
    &address::ADDRESS_TWICE,
    &address::THEME_FILE_NAME,
];

/// An example of each fault of this room; see [`crate::text::examples`].
pub static EXAMPLES: &str = include_str!("examples.txt");
