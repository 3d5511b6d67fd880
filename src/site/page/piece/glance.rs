//! A country at a glance: the few answers by which it is introduced. Only answers that are current on the day of the view: what
//! was overtaken is history, and no summary.

use crate::law::{Country, Question, Standing};
use crate::site::context::Context;
use crate::site::page::piece::answer;
use crate::site::view::Cell;

/// The most lines; a reader takes them in at once.
const MOST: usize = 8;

/// Of a site that names no headlines, so many questions of each section are taken.
const OF_SECTION: usize = 2;

/// The current answers to the headlines of the codebook, in its order; where no question is one, to the first questions of
/// each section that are answered.
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
    current.contains(&cell.standing) && cell.state != crate::law::State::NotApplicable.word()
}
