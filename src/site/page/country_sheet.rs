//! A country on one sheet of paper: what the first screens of its page say, and each answer in a line.
//!
//! What comes in is the record; what goes out is cut to the lines for which an A4 sheet has room, with the number of
//! those left out. How it is set stands in the theme.

use crate::law::{self, State};
use crate::site::context::Context;
use crate::site::page::piece::{country_section, dispute, glance, main_article};
use crate::site::page::timeline;
use crate::site::view::{CountrySheet, Prose};

/// The most answers for which a sheet of A4 has room.
const MOST_LINES: usize = 56;

pub fn view<'s>(cx: &Context<'s>, country: &'s law::Country) -> CountrySheet {
    let mut sections = country_section::law_first(cx, country, |_| Prose::default());
    let (mut room, mut left) = (MOST_LINES, 0);
    for section in &mut sections {
        let shown = section.cells.len().min(room);
        left += section.cells.len() - shown;
        room -= shown;
        section.cells.truncate(shown);
    }
    sections.retain(|section| !section.cells.is_empty());
    let occurs = |word: &&'static str| sections.iter().flat_map(|s| &s.cells).any(|row| row.cell.state == *word);
    CountrySheet {
        states: State::WORDS.iter().copied().filter(occurs).collect(),
        country: cx.country(&country.id),
        glance: glance::of_country(cx, country),
        articles: main_article::of_country(cx, country),
        sections,
        left,
        timeline: timeline::of_country(cx, &country.id),
        sources: cx.site.index.sources_by_country.get(&country.id).map_or(0, |sources| sources.len()),
        conflicts: dispute::of_country(cx, &country.id).len(),
    }
}
