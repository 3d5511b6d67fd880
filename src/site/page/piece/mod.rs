//! Parts of views that several pages share. Most are functions from the context and a record.
//!
//! These surround the view of every page and ask for its address alone: `crumbs`, `days`, `language`, `quick_exit`,
//! `split`, `part`, `title`, `translation`. `contents` asks for the finished view alone. A piece never knows the file
//! of a page.

pub mod amendment;
pub mod answer;
pub mod article;
pub mod between;
pub mod card;
pub mod change;
pub mod change_list;
pub mod comparison;
pub mod conflict;
pub mod contents;
pub mod country_section;
pub mod counts;
pub mod crumbs;
pub mod days;
pub mod dispute;
pub mod elements;
pub mod gap;
pub mod glance;
pub mod grid;
pub mod handout;
pub mod language;
pub mod main_article;
pub mod matrix;
pub mod observation;
pub mod offence;
pub mod origin;
pub mod part;
pub mod profile;
pub mod quick_exit;
pub mod scale;
pub mod section;
pub mod source;
pub mod split;
pub mod statistic;
pub mod statute;
pub mod strip;
pub mod summary;
pub mod title;
pub mod translation;
pub mod treaty;
pub mod wording;
pub mod words;
pub mod years;
