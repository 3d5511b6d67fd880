//! The sections of the codebook with the answers for one country, for its page and for its sheet of paper.

use crate::law::{self, Kind, Shows, cell::State};
use crate::site::context::Context;
use crate::site::page::piece::{answer, offence, statistic, statute, treaty};
use crate::site::route;
use crate::site::view::{ActionsByInstrument, CellRow, CountrySection, Prose};

/// All sections, those first that show what the law says, and after them those that show what was promised to other
/// states. `words` is what the profile says for a section.
pub fn law_first<'s>(
    cx: &Context<'s>,
    country: &'s law::Country,
    mut words: impl FnMut(&law::Section) -> Prose,
) -> Vec<CountrySection> {
    let mut sections: Vec<&law::Section> = cx.site.index.sections().collect();
    sections.sort_by_key(|section| section.shows.contains(&Shows::Actions));
    sections.into_iter().map(|section| view(cx, country, section, words(section))).collect()
}

fn view<'s>(cx: &Context<'s>, country: &'s law::Country, section: &'s law::Section, body: Prose) -> CountrySection {
    let questions = cx.site.index.codebook().filter(|q| q.section == section.id);
    let shows = |what: Shows| section.shows.contains(&what);
    let is_here = |i: &law::Instrument| treaty::section_of(cx, &i.id) == Some(&section.id);
    let mut cells: Vec<CellRow> = questions.map(|q| answer::row(cx, q, &country.id)).collect();
    let applies = cells.iter().any(|row| row.cell.state != State::NotApplicable.word());
    let not_applicable = if applies { 0 } else { cells.len() };
    cells.truncate(if applies { cells.len() } else { 0 });
    CountrySection {
        id: route::record_anchor(Kind::Section, section.id.as_str()),
        title: section.title.clone(),
        matrix: cx.record(Kind::Section, section.id.as_str()),
        body,
        not_applicable,
        cells,
        shows_treaties: shows(Shows::Actions),
        treaties_prose: Prose::default(),
        treaties: match shows(Shows::Actions) {
            true => treaty::by_instrument(cx, &country.id, is_here),
            false => ActionsByInstrument::default(),
        },
        offences: if shows(Shows::Offences) { offence::in_country(cx, &country.id) } else { Vec::new() },
        laws: if shows(Shows::Laws) { statute::lines_of(cx, &country.id) } else { Vec::new() },
        statistics: if shows(Shows::Statistics) { statistic::in_country(cx, &country.id) } else { Vec::new() },
    }
}
