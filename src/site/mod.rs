//! The site as its readers meet it: pages, links and backlinks, matrices, timelines, redlines, and views on a day.
//!
//! What comes in is the [`Corpus`]; what goes out are the finished views of [`view`], made one page at a time, so that a
//! large site is never held whole. This room never knows templates, bytes or paths on disk.

pub mod view;
