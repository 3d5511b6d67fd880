//! The site as its readers see it: pages, links and backlinks, matrices, timelines, redlines, and views on a day.
//!
//! Input: the [`crate::law::Corpus`]. Output: the finished views of [`view`], made one page at a time, so that a large
//! site is never held in memory as a whole. This room never knows templates, bytes or paths on disk.
//!
//! Its files lie in layers, and none uses one above it: `view` (what a page shows), `event` and `index` (what is computed
//! once), `route` (which pages there are, and where), `context` (links, citations, dates and prose for one page),
//! `page/piece` (what pages share), `page` (one file per page). Beside them lie `redline` and `likeness` (how two texts and
//! two answers differ), `search` (what is found), `subset` (a part of a site) and `date` and `web` (how days and addresses
//! are shown).

mod compiled;
mod context;
mod date;
mod event;
mod index;
mod likeness;
mod page;
mod redline;
mod route;
pub mod search;
mod subset;
pub mod view;
mod web;

pub use compiled::{HostLimit, Limit, Locale, Site, compile};
pub use index::{Days, Words};
pub use page::{
    SHARED_PICTURE, feed, feeds, frame, glance_grid, glance_grid_at, is_shared, page, pictures, references,
    strip_pictures, strips_at,
};
pub use route::{Address, Page};
pub use subset::{Membership, Subset, SubsetError, belongs, names_in, part_of};
