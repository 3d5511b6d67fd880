//! Files become records: front matter and Markdown, one decoder per kind of record.
//!
//! What comes in are files of text; what goes out are [`Record`]s in which every value knows its place. This room never
//! knows other records than the one in hand, nor today's date.

pub mod form;
