//! A country at a glance: a few answers that summarise it. Only answers that are current on the page's day are used:
//! overtaken ones are history.

use crate::law::{Country, Question, Standing, State};
use crate::site::context::Context;
use crate::site::page::piece::answer;
use crate::site::view::Cell;

/// The most lines, so that readers take them in at once.
const MOST: usize = 8;

/// If no question is a headline, this many questions of each section are used.
const OF_SECTION: usize = 2;

/// The current answers to the headline questions, in the order of the codebook; if there are none, to the first
/// answered questions of each section.
pub fn of_country(cx: &Context<'_>, country: &Country) -> Vec<Cell> {
    if !cx.corpus().columns.contains(&country.id) {
        return Vec::new();
    }
    let codebook: Vec<&Question> = cx.site.index.codebook().collect();
    let has_headlines = codebook.iter().any(|question| question.headline);
    let mut lines: Vec<Cell> = Vec::new();
    let (mut section, mut of_section) = (None, 0);
    for question in codebook.iter().filter(|question| question.headline == has_headlines) {
        if section != Some(&question.section) {
            (section, of_section) = (Some(&question.section), 0);
        }
        if lines.len() == MOST || (!has_headlines && of_section == OF_SECTION) {
            continue;
        }
        let cell = answer::cell(cx, question, &country.id);
        if is_current(&cell) {
            of_section += 1;
            lines.push(cell);
        }
    }
    lines
}

fn is_current(cell: &Cell) -> bool {
    let current = [Standing::Holds.word(), Standing::LastKnown.word()];
    current.contains(&cell.standing) && cell.state != State::NotApplicable.word()
}
