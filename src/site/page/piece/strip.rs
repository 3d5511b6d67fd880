//! Strips: what a cell said through the years, from the first year of which anything is recorded to the edition.

use crate::law::history::{self, StateInterval};
use crate::law::{CountryId, Day, Kind, Question, Standing, cell::State};
use crate::site::context::Context;
use crate::site::page::piece::{answer, matrix, part, scale, years};
use crate::site::route;
use crate::site::view::{
    Strip, StripChange, StripGrid, StripGridRow, StripPart, StripRow, StripRun, StripYear, Strips, StripsPicture,
};

/// In per cent of the scale. An observation of one day is drawn this wide.
const NARROWEST: f64 = 0.8;

/// The room that the label of a year needs, on a wide screen and on a telephone, in per cent of the scale.
const LABEL: f64 = 3.4;
const LABEL_NARROW: f64 = 7.5;

/// The room of a glyph, and of a letter of a value.
const GLYPH: f64 = 2.4;
const LETTER: f64 = 1.0;

/// The room of a glyph on the strip of a table.
const GLYPH_SMALL: f64 = 8.0;

/// The strips of all countries for one question; `None` if nothing in its cells has a day.
pub fn of_question(cx: &Context<'_>, question: &Question) -> Option<Strips> {
    let columns = part::columns(cx, cx.corpus().columns.iter().collect()).into_iter().enumerate();
    let list: Vec<(usize, &CountryId, Vec<StateInterval<'_>>)> =
        columns.map(|(at, id)| (at, id, history::intervals(cx.corpus(), question, id))).collect();
    let axis = Axis::over(cx, list.iter().flat_map(|(_, _, intervals)| intervals))?;
    let is_shown = |id: &CountryId, list: &[StateInterval<'_>]| !cx.is_region(id) || list.len() > 1;
    let rows = list.iter().filter(|(_, id, intervals)| is_shown(id, intervals)).map(|(at, id, intervals)| {
        let strip = axis.strip(cx, question, id, intervals);
        let country = crate::site::view::Link { href: strip.href.clone(), text: cx.country_name(id) };
        StripRow { country, cell: *at, strip }
    });
    let picture = picture_of(cx, question).filter(|_| !part::is_split(cx));
    Some(Strips { rows: rows.collect(), years: axis.years(), picture })
}

/// Whether the strips of a question are drawn as a picture too: nothing is without a day, and the countries are few enough
/// to stand below each other on a sheet.
pub fn has_picture(cx: &Context<'_>, question: &Question) -> bool {
    let columns = &cx.corpus().columns;
    let is_few = (1..=matrix::MOST_COLUMNS_AT_A_GLANCE).contains(&columns.len());
    is_few && columns.iter().any(|id| history::intervals(cx.corpus(), question, id).iter().any(|i| i.first.is_some()))
}

/// The strips of a question for its picture.
pub fn picture(cx: &Context<'_>, question: &Question) -> Option<StripsPicture> {
    let strips = of_question(cx, question).filter(|_| has_picture(cx, question))?;
    Some(StripsPicture { question: question.wording.to_string(), strips })
}

/// Address of that picture; `None` where there is none.
pub fn picture_of(cx: &Context<'_>, question: &Question) -> Option<String> {
    has_picture(cx, question).then(|| cx.href(&route::strips_of(&question.id), None))
}

/// The strips of the questions that are `of` a section; `None` if nothing in their cells has a day, or if so many
/// countries are compared that the strips have no room.
pub fn of_questions(cx: &Context<'_>, of: impl Fn(&Question) -> bool) -> Option<StripGrid> {
    let columns = matrix::countries(cx);
    if columns.len() > matrix::MOST_COLUMNS_AT_A_GLANCE {
        return None;
    }
    let intervals = |question: &Question, id: &CountryId| history::intervals(cx.corpus(), question, id).len() > 1;
    let changes = |q: &&Question| columns.iter().any(|id| intervals(q, id));
    let questions: Vec<&Question> = cx.site.index.codebook().filter(|q| of(q)).filter(changes).collect();
    let list: Vec<Vec<Vec<StateInterval<'_>>>> = questions
        .iter()
        .map(|question| columns.iter().map(|id| history::intervals(cx.corpus(), question, id)).collect())
        .collect();
    let axis = Axis::over(cx, list.iter().flatten().flatten())?;
    let row = |(question, cells): (&&Question, &Vec<Vec<StateInterval<'_>>>)| StripGridRow {
        question: cx.link(Kind::Question, question.id.as_str()),
        cells: columns.iter().zip(cells).map(|(id, cell)| axis.strip(cx, question, id, cell)).collect(),
    };
    Some(StripGrid {
        first: axis.first.to_string(),
        last: axis.end.year().to_string(),
        countries: columns.iter().map(|id| cx.country(id)).collect(),
        codes: columns.iter().map(|id| matrix::code(cx, id)).collect(),
        rows: questions.iter().zip(&list).map(row).collect(),
    })
}

/// A scale of years, from the first of January of its first year to the day of the edition.
struct Axis {
    first: i16,
    end: Day,
}

impl Axis {
    fn over<'i, 'c: 'i>(cx: &Context<'_>, list: impl Iterator<Item = &'i StateInterval<'c>>) -> Option<Axis> {
        let first = list.filter_map(|interval| interval.first).min()?;
        Some(Axis { first: first.year(), end: cx.site.index.calendar.today.max(cx.day).max(first) })
    }

    /// The position of a day in per cent. Months count as equally long; at this scale the error is invisible.
    fn x(&self, day: Day) -> f64 {
        let years = |day: Day| {
            f64::from(day.year() - self.first) + (f64::from(day.month() - 1) + f64::from(day.day() - 1) / 31.0) / 12.0
        };
        round(100.0 * years(day) / years(self.end).max(0.1)).clamp(0.0, 100.0)
    }

    /// Years of the scale, no more than nine.
    fn years(&self) -> Vec<StripYear> {
        let last = self.end.year();
        let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| (last - self.first) / step <= 8).unwrap_or(100);
        let year = |year: i16| Day::new(year, 1, 1).map(|day| StripYear { x: self.x(day), year });
        (self.first..=last).filter(|year| year % step == 0).filter_map(year).collect()
    }

    fn strip(&self, cx: &Context<'_>, question: &Question, country: &CountryId, list: &[StateInterval<'_>]) -> Strip {
        let begun = |interval: &&StateInterval<'_>| interval.first.is_none_or(|first| first <= self.end);
        let list: Vec<&StateInterval<'_>> = list.iter().filter(begun).collect();
        let changes = self.changes(&list);
        Strip {
            href: cx.cell(&question.id, country),
            height: height(&changes),
            parts: self.parts(&list),
            runs: self.runs(question, &list),
            changes,
        }
    }

    fn left(&self, interval: &StateInterval<'_>) -> f64 {
        interval.first.map_or(0.0, |first| self.x(first))
    }

    fn parts(&self, list: &[&StateInterval<'_>]) -> Vec<StripPart> {
        let mut out: Vec<StripPart> = Vec::new();
        let mut filled = 0.0;
        for interval in list {
            let (mark, fill) = (mark(interval.cell.state), fill(interval));
            let end = interval.last.map_or(100.0, |last| self.x(last.next()));
            let x = self.left(interval).max(filled).min(100.0 - NARROWEST);
            let narrowest = if fill == "none" { 0.0 } else { NARROWEST };
            let width = round((end - x).max(narrowest));
            if let Some(before) = out.last_mut().filter(|p| p.mark == mark && p.fill == fill) {
                before.width = round(x + width - before.x);
            } else if width > 0.0 {
                out.push(StripPart { x, width, mark, fill });
            }
            filled = round(x + width);
        }
        out
    }

    fn runs(&self, question: &Question, list: &[&StateInterval<'_>]) -> Vec<StripRun> {
        let mut out = Vec::new();
        for run in list.chunk_by(|a, b| history::says_the_same(a, b)) {
            let (Some(head), Some(tail)) = (run.first(), run.last()) else { continue };
            let x = self.left(head);
            let width = tail.last.map_or(100.0, |last| self.x(last.next())) - x;
            let value =
                head.cell.shown.and_then(|f| f.answer.value.value()).filter(|_| head.cell.state == State::Value);
            let letters = value.map_or(0, |value| value.chars().count());
            out.push(StripRun {
                x,
                state: head.cell.state.word(),
                value: value.map(|value| scale::shown(question, value)),
                value_date: answer::value_date(question, value),
                years: span(head.first, tail.last.filter(|last| *last < self.end)),
                room: match width {
                    width if width < GLYPH => "none",
                    width if letters > 0 && GLYPH + LETTER * letters as f64 <= width => "word",
                    _ => "glyph",
                },
                room_small: width >= GLYPH_SMALL && mark(head.cell.state) != "none",
                on_full: fill(head) == "full" && self.right(head) - x >= GLYPH,
            });
        }
        out
    }

    fn right(&self, interval: &StateInterval<'_>) -> f64 {
        interval.last.map_or(100.0, |last| self.x(last.next()))
    }

    /// The first day of each year in which an interval begins, without those at which an answer is merely carried on.
    fn changes(&self, list: &[&StateInterval<'_>]) -> Vec<StripChange> {
        let carried = |a: &StateInterval<'_>, b: &StateInterval<'_>| {
            let shown = |i: &StateInterval<'_>| i.cell.shown.map(std::ptr::from_ref);
            b.standing.standing == Standing::LastKnown && a.cell.state == b.cell.state && shown(a) == shown(b)
        };
        let mut days: Vec<Day> =
            list.windows(2).filter(|pair| !carried(pair[0], pair[1])).filter_map(|pair| pair[1].first).collect();
        days.dedup_by_key(|day| day.year());
        let mut taken = [f64::NEG_INFINITY; 2];
        let mut narrow = [f64::NEG_INFINITY; 2];
        let mut out: Vec<StripChange> = Vec::new();
        for day in days {
            let x = self.x(day);
            let free = (0..2).find(|line| x - taken[*line] >= LABEL).unwrap_or(1);
            let wide = x - narrow[free] < LABEL_NARROW;
            taken[free] = x;
            if !wide {
                narrow[free] = x;
            }
            out.push(StripChange { x, label: years::of_century(day.year(), self.end.year()), line: free, wide });
        }
        out
    }
}

/// The height of a strip with the lines of labels below it.
fn height(changes: &[StripChange]) -> usize {
    20 + changes.iter().map(|change| 14 + 12 * change.line).max().unwrap_or(0)
}

/// The first and the last year of a period.
fn span(first: Option<Day>, last: Option<Day>) -> String {
    match (first.map(Day::year), last.map(Day::year)) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}–{last}"),
        (Some(first), None) => format!("{first}–"),
        (None, Some(last)) => format!("–{last}"),
        (None, None) => String::new(),
    }
}

/// The colour of a state, which is that of its mark in the grid.
fn mark(state: State) -> &'static str {
    match state {
        State::Yes => "yes",
        State::No | State::NoProvision => "no",
        State::Partial | State::Indirect | State::Varies | State::Unclear => "half",
        State::Conflicting | State::Pending => "odd",
        State::Value => "value",
        State::NotApplicable | State::SourceSilent | State::SourceUnavailable | State::NotResearched => "none",
    }
}

fn fill(interval: &StateInterval<'_>) -> &'static str {
    if mark(interval.cell.state) == "none" {
        return "none";
    }
    match interval.standing.standing {
        Standing::Holds => "full",
        Standing::LastKnown => "carried",
        Standing::Overtaken => "over",
        Standing::Uncertain => "unsure",
        Standing::NotInSight => "none",
    }
}

/// Rounds to one decimal, which is precise enough and prints the same on all platforms.
fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::sample::{Sample, day};
    use crate::law::{Answer, AnswerKind, CountryId};

    fn strip(sample: &Sample) -> Strip {
        let corpus = sample.corpus();
        let question = corpus.questions.get("q").expect("the question is there");
        let list = history::intervals(&corpus, question, &CountryId::new("xr"));
        let list: Vec<&StateInterval<'_>> = list.iter().collect();
        let axis = Axis { first: 2000, end: day("2020-01-01") };
        let (parts, runs, changes) = (axis.parts(&list), axis.runs(question, &list), axis.changes(&list));
        Strip { href: String::new(), height: height(&changes), parts, runs, changes }
    }

    #[test]
    fn an_observation_is_full_and_what_is_carried_on_from_it_is_not() {
        let sample = Sample::new().question("q", AnswerKind::YesNo);
        let sample = sample.finding("paper", "2005-01-01", Answer::Yes, |_| {});
        let drawn: Vec<(f64, f64, &str, &str)> =
            strip(&sample).parts.iter().map(|p| (p.x, p.width, p.mark, p.fill)).collect();
        assert_eq!(drawn, [(0.0, 25.0, "none", "none"), (25.0, 0.8, "yes", "full"), (25.8, 74.2, "yes", "carried")]);
    }

    #[test]
    fn parts_fill_the_scale_and_each_change_has_its_year() {
        let sample = Sample::new().question("q", AnswerKind::YesNo);
        let sample =
            sample.finding("paper", "2005", Answer::No, |_| {}).finding("report", "2010-05-02", Answer::Yes, |_| {});
        let strip = strip(&sample);
        let mut end = 0.0;
        for part in &strip.parts {
            assert_eq!(part.x, end);
            end = round(part.x + part.width);
        }
        assert_eq!(end, 100.0);
        let labels: Vec<&str> = strip.changes.iter().map(|change| change.label.as_str()).collect();
        assert_eq!(labels, ["’05", "’10"], "that an answer is carried on is no change");
        let runs: Vec<(&str, &str)> = strip.runs.iter().map(|run| (run.state, run.years.as_str())).collect();
        assert_eq!(runs, [("not-researched", "–2004"), ("no", "2005–2010"), ("yes", "2010–")]);
    }

    #[test]
    fn labels_that_would_touch_stand_on_two_lines_and_only_some_on_a_telephone() {
        let sample = Sample::new().question("q", AnswerKind::YesNo);
        let sample = sample
            .finding("paper", "2005-01-01", Answer::No, |_| {})
            .finding("report", "2005-12-01", Answer::Yes, |_| {})
            .finding("report", "2006-01-01", Answer::No, |_| {})
            .finding("report", "2006-02-01", Answer::Yes, |_| {});
        let places: Vec<(usize, bool)> =
            strip(&sample).changes.iter().map(|change| (change.line, change.wide)).collect();
        assert_eq!(places, [(0, false), (0, true)]);
    }
}
