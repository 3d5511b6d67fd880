//! The glance grid: a mark and a year for each question and country.

use crate::law::{CountryId, Kind, Question, Standing, cell::State};
use crate::site::context::Context;
use crate::site::page::piece::{answer, matrix, years};
use crate::site::route;
use crate::site::view::{Cell, GlanceCell, GlanceCount, GlanceGrid, GlanceRow, GlanceSection};

/// Whether there is anything to draw, and room for a mark for each country.
pub fn has_picture(cx: &Context<'_>) -> bool {
    let columns = matrix::countries(cx).len();
    (1..=matrix::MOST_COLUMNS_AT_A_GLANCE).contains(&columns) && cx.site.index.codebook().next().is_some()
}

/// The countries whose answers are drawn, each in a picture of its own.
pub fn pictured<'s>(cx: &Context<'s>) -> impl Iterator<Item = &'s CountryId> {
    let has_questions = cx.site.index.codebook().next().is_some();
    matrix::countries(cx).into_iter().filter(move |_| has_questions)
}

/// Address of the picture of a country's answers; `None` where it has none.
pub fn picture_of(cx: &Context<'_>, country: &CountryId) -> Option<String> {
    pictured(cx).any(|id| id == country).then(|| cx.href(&route::picture_of(country), None))
}

/// The grid of all questions on the page's day. Where marks would be too small to read, it counts answers.
pub fn view(cx: &Context<'_>) -> GlanceGrid {
    let picture = has_picture(cx).then(|| cx.href(route::PICTURE, None));
    GlanceGrid { picture, ..of(cx, &matrix::countries(cx)) }
}

/// The grid with one column.
pub fn of_country(cx: &Context<'_>, country: &CountryId) -> GlanceGrid {
    GlanceGrid { picture: picture_of(cx, country), ..of(cx, &[country]) }
}

fn of(cx: &Context<'_>, columns: &[&CountryId]) -> GlanceGrid {
    let counted = columns.len() > matrix::MOST_COLUMNS_AT_A_GLANCE;
    let mut sections: Vec<GlanceSection> = Vec::new();
    let (mut states, mut last) = (Vec::new(), None);
    for question in cx.site.index.codebook() {
        let cells: Vec<Cell> = columns.iter().map(|country| answer::cell(cx, question, country)).collect();
        states.extend(cells.iter().map(|cell| cell.state));
        if last != Some(&question.section) {
            last = Some(&question.section);
            let title = cx.link(Kind::Section, question.section.as_str());
            sections.push(GlanceSection { title, rows: Vec::new() });
        }
        let Some(section) = sections.last_mut() else { continue };
        section.rows.push(row(cx, question, &cells, counted));
    }
    GlanceGrid {
        countries: columns.iter().map(|id| cx.country(id)).collect(),
        codes: columns.iter().map(|id| matrix::code(cx, id)).collect(),
        counted,
        sections,
        states: State::WORDS.iter().copied().filter(|word| states.contains(word)).collect(),
        picture: None,
    }
}

fn row(cx: &Context<'_>, question: &Question, cells: &[Cell], counted: bool) -> GlanceRow {
    GlanceRow {
        question: cx.link(Kind::Question, question.id.as_str()),
        wording: question.wording.clone(),
        counts: if counted { counts(cells) } else { Vec::new() },
        cells: if counted { Vec::new() } else { cells.iter().map(mark).collect() },
    }
}

fn mark(cell: &Cell) -> GlanceCell {
    let date = cell.time.as_ref().map(|time| &time.date);
    let is_answer = State::parse(cell.state).is_some_and(State::answers) && cell.time.is_some();
    GlanceCell {
        href: cell.href.clone(),
        state: cell.state,
        standing: cell.standing,
        fill: if is_answer { fill(cell) } else { "none" },
        value: cell.value.clone(),
        value_date: cell.value_date.clone(),
        time: cell.time.clone().filter(|_| is_answer),
        years: date.filter(|_| is_answer).map(years::in_full).unwrap_or_default(),
        disputed: cell.disputed,
    }
}

fn fill(cell: &Cell) -> &'static str {
    if cell.standing == Standing::Overtaken.word() {
        return "oldest";
    }
    match cell.age {
        "age-oldest" => "oldest",
        "age-older" => "older",
        _ => "fresh",
    }
}

/// The number of cells in each state, in the order of the states.
fn counts(cells: &[Cell]) -> Vec<GlanceCount> {
    let mut before = 0;
    let count = |state: &&'static str| {
        let count = cells.iter().filter(|cell| cell.state == *state).count();
        before += count;
        GlanceCount { state, count, before: before - count }
    };
    State::WORDS.iter().map(count).filter(|counted| counted.count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::sample;
    use crate::site::route::{Address, Page};
    use crate::site::{Days, Words, compile, view};

    #[test]
    fn each_question_has_a_row_with_a_mark_for_each_country_and_none_for_regions() {
        let inputs = view::Inputs { files: 0, checksum: String::new() };
        let site = compile(sample::corpus(sample::findings()), Days::default(), Words::default(), inputs);
        let page = crate::site::page(&site, &Address::new(Page::Home));
        let view::View::Home(home) = page.view else { panic!("the first page") };
        let rows: Vec<&GlanceRow> = home.grid.sections.iter().flat_map(|section| &section.rows).collect();
        assert_eq!(rows.len(), site.index.codebook().count());
        assert!(rows.iter().all(|row| row.cells.len() == home.grid.countries.len()));
        assert!(rows.iter().flat_map(|row| &row.cells).any(|cell| cell.fill != "none" && !cell.years.is_empty()));
        assert!(rows.iter().flat_map(|row| &row.cells).all(|cell| cell.fill == "none" || cell.time.is_some()));
    }
}
