//! The strips of a question as a picture to save and to print: SVG, with its question, edition, licence and source in it.
//!
//! What comes in is the view that the page of the question draws; time runs from left to right in every language, as there.

use crate::site::Site;
use crate::site::view::{Frame, StripPart, StripRow, StripRun, StripYear, StripsPicture};

use super::localizer::Localizer;
use super::output::Output;
use super::picture::{Drawing, MARGIN, WIDTH, shades, shortened};
use super::xml::escaped;

/// Width of the names of countries, height of a row with the years below it and of a strip, in units of the picture.
const NAMES: usize = 150;
const ROW: usize = 50;
const STRIP: usize = 20;

/// The most characters of a line of the question, and of a name.
const LINE: usize = 84;
const NAME_CHARS: usize = 24;

/// The paths of the pictures of all questions.
pub fn paths(site: &Site) -> Vec<String> {
    crate::site::strip_pictures(site)
}

/// The picture at `path`, if there is one.
pub fn file(site: &Site, frame: &Frame, words: &impl Localizer, path: &str) -> Option<Output> {
    let of = crate::site::strips_at(site, path)?;
    let drawing = Drawing::new(site.direction() == "rtl");
    Some(Output::whole(path, print(drawing, &of, frame, words).into_bytes()))
}

fn print(mut to: Drawing, of: &StripsPicture, frame: &Frame, words: &impl Localizer) -> String {
    let title = lines(&of.question);
    let top = MARGIN + 16 + title.len() * 24;
    let height = top + 24 + of.strips.rows.len() * ROW + 130;
    to.begin(height, &of.question, frame);
    for (n, line) in title.iter().enumerate() {
        to.text(MARGIN, MARGIN + 16 + n * 24, "start", " font-size=\"18\" font-weight=\"600\"", line);
    }
    let left = if to.is_rtl() { MARGIN } else { MARGIN + NAMES };
    for year in &of.strips.years {
        scale(&mut to, year, left, top, of.strips.rows.len());
    }
    for (n, row) in of.strips.rows.iter().enumerate() {
        let y = top + 20 + n * ROW;
        to.text(MARGIN, y + 14, "start", " font-size=\"12\"", &shortened(&row.country.text, NAME_CHARS));
        strip(&mut to, row, left, y, words);
    }
    let y = top + 24 + of.strips.rows.len() * ROW;
    key(&mut to, y, words);
    to.foot(frame, words, y + 70);
    to.end()
}

/// A title as lines that fit the picture.
fn lines(title: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        match out.last_mut().filter(|line| line.chars().count() + word.chars().count() < LINE) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => out.push(word.to_owned()),
        }
    }
    out
}

/// The place of a share of the scale, which is in per cent.
fn at(left: usize, share: f64) -> f64 {
    let width = (WIDTH - 2 * MARGIN - NAMES) as f64;
    ((left as f64 + width * share / 100.0) * 10.0).round() / 10.0
}

fn scale(to: &mut Drawing, year: &StripYear, left: usize, y: usize, rows: usize) {
    let x = at(left, year.x);
    let end = y + 10 + rows * ROW;
    to.print(&format!("<path d=\"M{x} {}V{end}\" stroke=\"#d9d5cc\"/>\n", y + 6));
    to.print(&format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" fill=\"#4c4b46\">{}</text>\n", year.year));
}

fn strip(to: &mut Drawing, row: &StripRow, left: usize, y: usize, words: &impl Localizer) {
    let said: Vec<String> = row.strip.runs.iter().map(|run| said(run, words)).collect();
    to.print(&format!("<g><title>{}: {}</title>\n", escaped(&row.country.text), escaped(&said.join("; "))));
    for part in &row.strip.parts {
        rectangle(to, part, left, y);
    }
    for run in row.strip.runs.iter().filter(|run| run.room != "none") {
        let ink = if run.on_full { "#fff" } else { "#1c1d21" };
        let glyph = words.message(&format!("glyph-{}", run.state));
        let value = match run.room {
            "word" => format!(" {}", answer(run, words)),
            _ => String::new(),
        };
        let x = at(left, run.x) + 4.0;
        // Letters stand on hatchings: a ground of their own keeps them readable.
        let ground = if run.on_full { "" } else { " stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"" };
        to.print(&format!(
            "<text x=\"{x}\" y=\"{}\" fill=\"{ink}\"{ground}>{}{}</text>\n",
            y + 14,
            escaped(&glyph),
            escaped(&value)
        ));
    }
    for change in &row.strip.changes {
        let x = at(left, change.x);
        let label = y + STRIP + 12 + change.line * 11;
        to.print(&format!(
            "<text x=\"{x}\" y=\"{label}\" text-anchor=\"middle\" font-size=\"10\" fill=\"#4c4b46\">{}</text>\n",
            escaped(&change.label)
        ));
    }
    to.print("</g>\n");
}

/// A period: full where the answer holds, hatched where it is carried on, broken where it was overtaken.
fn rectangle(to: &mut Drawing, part: &StripPart, left: usize, y: usize) {
    let (full, pale) = shades(part.mark);
    let (x, width) = (at(left, part.x), at(left, part.x + part.width) - at(left, part.x));
    let width = (width * 10.0).round() / 10.0;
    let style = style(part.fill, full, pale);
    to.print(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{STRIP}\" {style}/>\n"));
    if part.fill == "carried" {
        let mut lines = String::new();
        let mut slant = x;
        while slant < x + width {
            let rest = (x + width - slant).min(STRIP as f64);
            let slanted = (slant * 10.0).round() / 10.0;
            lines.push_str(&format!("M{slanted} {}l{rest:.1} -{rest:.1}", y + STRIP));
            slant += 6.0;
        }
        to.print(&format!("<path d=\"{lines}\" stroke=\"{full}\" stroke-width=\"1.4\" fill=\"none\"/>\n"));
    }
}

fn style(fill: &str, full: &str, pale: &str) -> String {
    match fill {
        "full" => format!("fill=\"{full}\""),
        "carried" => format!("fill=\"{pale}\""),
        "over" => format!("fill=\"#fff\" stroke=\"{full}\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\""),
        "unsure" => format!("fill=\"{pale}\" stroke=\"{full}\" stroke-dasharray=\"1 2\""),
        _ => "fill=\"#f4f2ed\"".to_owned(),
    }
}

/// What the drawing and what the colours mean, in two lines each.
fn key(to: &mut Drawing, y: usize, words: &impl Localizer) {
    let (full, pale) = shades("yes");
    for (n, fill) in ["full", "carried", "over", "unsure", "none"].iter().enumerate() {
        let (x, y) = if n < 2 { (MARGIN + n * 420, y) } else { (MARGIN + (n - 2) * 280, y + 16) };
        let place = if to.is_rtl() { WIDTH - x - 24 } else { x };
        let style = style(fill, full, pale);
        to.print(&format!("<rect x=\"{place}\" y=\"{}\" width=\"24\" height=\"11\" {style}/>\n", y - 9));
        if *fill == "carried" {
            let from = y + 2;
            let path: String = (0..4).map(|n| format!("M{} {from}l11 -11", place + n * 6)).collect();
            to.print(&format!("<path d=\"{path}\" stroke=\"{full}\" stroke-width=\"1.4\" fill=\"none\"/>\n"));
        }
        to.text(x + 30, y, "start", " fill=\"#4c4b46\"", &words.message(&format!("strip-{fill}")));
    }
    for (n, mark) in ["yes", "no", "half", "odd", "value"].iter().enumerate() {
        let (x, y) = (MARGIN + n % 3 * 280, y + 32 + n / 3 * 16);
        let place = if to.is_rtl() { WIDTH - x - 11 } else { x };
        to.print(&format!(
            "<rect x=\"{place}\" y=\"{}\" width=\"11\" height=\"11\" fill=\"{}\"/>\n",
            y - 9,
            shades(mark).0
        ));
        to.text(x + 17, y, "start", " fill=\"#4c4b46\"", &words.message(&format!("strip-mark-{mark}")));
    }
}

fn answer(run: &StripRun, words: &impl Localizer) -> String {
    match (&run.value_date, &run.value) {
        (Some(date), _) => words.date(date),
        (_, Some(value)) => value.clone(),
        _ => words.message(&format!("state-{}", run.state)),
    }
}

fn said(run: &StripRun, words: &impl Localizer) -> String {
    format!("{} {}", answer(run, words), run.years).trim().to_owned()
}
