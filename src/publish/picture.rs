//! The glance grid as a picture to save and to print, of all countries and of each: SVG, with its title, edition, licence
//! and source in it.
//!
//! The format needs four elements, so no library is used. All text is text, so that it can be searched and read aloud;
//! every cell is named by a `title`.

use crate::site::Site;
use crate::site::view::{Frame, GlanceCell, GlanceGrid};

use super::localizer::Localizer;
use super::output::Output;
use super::xml::escaped;

/// Width of the picture, of its margin, of the labels and of a row, in units of the picture (1/96 inch).
pub(super) const WIDTH: usize = 880;
pub(super) const MARGIN: usize = 24;
const LABELS: usize = 290;
const ROW: usize = 19;
/// The most characters of a label that fit beside the cells.
const LABEL_CHARS: usize = 46;

/// The colours of an answer: full for a recent one, pale for an older one. They are those of the built-in style.
const COLOURS: &[(&[&str], &str, &str)] = &[
    (&["yes"], "#1a487f", "#c6d8ee"),
    (&["no", "no-provision"], "#5e1b06", "#f3d2c0"),
    (&["partial", "indirect", "varies", "unclear"], "#6b5500", "#f0e2b0"),
    (&["conflicting", "pending"], "#660b3e", "#f0cfe0"),
    (&[], "#2c5c6b", "#cfdde2"),
];

/// Width of a mark where a country stands alone and its answers stand beside the marks, and the most characters of them.
const MARK: usize = 104;
const ANSWER_CHARS: usize = 74;

/// The paths of all pictures of a site; none of all countries where so many are compared that marks have no room.
pub fn paths(site: &Site) -> Vec<String> {
    crate::site::pictures(site)
}

/// The picture at `path`, if there is one.
pub fn file(site: &Site, frame: &Frame, words: &impl Localizer, path: &str) -> Option<Output> {
    let grid = crate::site::glance_grid_at(site, path)?;
    let drawing = Drawing::new(site.direction() == "rtl");
    Some(Output::whole(path, drawing.print_grid(&grid, frame, words).into_bytes()))
}

/// A picture that is being drawn; what is placed from the left stands as far from the right in a script that runs from
/// right to left.
pub(super) struct Drawing {
    out: String,
    is_rtl: bool,
}

impl Drawing {
    pub(super) fn new(is_rtl: bool) -> Drawing {
        Drawing { out: String::new(), is_rtl }
    }

    pub(super) fn is_rtl(&self) -> bool {
        self.is_rtl
    }

    /// Adds elements that are placed already.
    pub(super) fn print(&mut self, elements: &str) {
        self.out.push_str(elements);
    }

    /// The root, its title and its ground.
    pub(super) fn begin(&mut self, height: usize, title: &str, frame: &Frame) {
        let direction = if self.is_rtl { " direction=\"rtl\"" } else { "" };
        self.out.push_str(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\" xml:lang=\"{}\"{direction} font-family=\"'Segoe UI', 'Noto Sans', 'DejaVu Sans', \
             'Liberation Sans', Arial, sans-serif\" font-size=\"11\" fill=\"#1c1d21\">\n<title>{}</title>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n",
            escaped(&frame.language),
            escaped(title)
        ));
    }

    pub(super) fn end(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }

    fn print_grid(mut self, grid: &GlanceGrid, frame: &Frame, words: &impl Localizer) -> String {
        let rows: usize = grid.sections.iter().map(|section| section.rows.len() + 1).sum();
        let height = MARGIN * 2 + 91 + rows * ROW + grid.sections.len() * 8 + 96;
        let alone = (grid.countries.len() == 1).then(|| grid.countries[0].text.to_string());
        let title = format!("{}: {}", frame.title, alone.clone().unwrap_or_else(|| words.message("part-grid")));
        self.begin(height, &title, frame);
        let mut y = MARGIN + 16;
        self.text(MARGIN, y, "start", " font-size=\"18\" font-weight=\"600\"", &title);
        y += 22;
        self.key(grid, words, y);
        y += 29;
        for section in &grid.sections {
            y += ROW + 8;
            self.text(MARGIN, y, "start", " font-weight=\"600\"", &section.title.text);
            // The title names a country that stands alone.
            for (n, country) in grid.countries.iter().enumerate().filter(|_| alone.is_none()) {
                let size = if grid.countries.len() > 8 { 8 } else { 10 };
                let style = format!(" font-size=\"{size}\" fill=\"#4c4b46\"");
                self.text(column(grid, n) + width(grid) / 2, y, "middle", &style, &country.text);
            }
            for row in &section.rows {
                y += ROW;
                self.text(MARGIN, y, "start", "", &shortened(&row.question.text, LABEL_CHARS));
                for (n, cell) in row.cells.iter().enumerate() {
                    self.cell(cell, column(grid, n), y - 13, width(grid) - 2, words);
                    if alone.is_some() {
                        let style = if cell.fill == "none" { " fill=\"#4c4b46\"" } else { "" };
                        let answer = shortened(&answer(cell, words), ANSWER_CHARS);
                        self.text(column(grid, 1) + 6, y, "start", style, &answer);
                    }
                }
            }
        }
        self.foot(frame, words, y + ROW * 2);
        self.end()
    }

    /// What the marks mean.
    fn key(&mut self, grid: &GlanceGrid, words: &impl Localizer, y: usize) {
        let states: Vec<String> = grid
            .states
            .iter()
            .map(|state| {
                let mark = words.message(&format!("glyph-{state}"));
                format!("{mark} {}", words.message(&format!("state-{state}")))
            })
            .collect();
        self.text(MARGIN, y, "start", " fill=\"#4c4b46\"", &states.join("\u{2003}"));
        let style = " fill=\"#4c4b46\"";
        let mut x = MARGIN;
        let age = words.message("grid-age");
        self.text(x, y + 15, "start", style, &age);
        x += length(&age);
        let (_, full, pale) = COLOURS[0];
        for (key, fill, stroke) in [("fresh", full, full), ("older", pale, pale), ("oldest", "#fff", full)] {
            self.rectangle(x, y + 5, 18, 12, fill, stroke);
            let label = words.message(&format!("grid-{key}"));
            self.text(x + 24, y + 15, "start", style, &label);
            x += 24 + length(&label);
        }
        self.text(MARGIN, y + 30, "start", style, &words.message("grid-years"));
    }

    fn rectangle(&mut self, x: usize, y: usize, width: usize, height: usize, fill: &str, stroke: &str) {
        let left = if self.is_rtl { WIDTH - x - width } else { x };
        self.out.push_str(&format!(
            "<rect x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\" fill=\"{fill}\" \
             stroke=\"{stroke}\" stroke-width=\"1.5\"/>\n"
        ));
    }

    fn cell(&mut self, cell: &GlanceCell, x: usize, y: usize, width: usize, words: &impl Localizer) {
        let (fill, stroke, ink) = colours(cell);
        let height = ROW - 3;
        let left = if self.is_rtl { WIDTH - x - width } else { x };
        self.out.push_str(&format!(
            "<g><title>{}</title><rect x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\" \
             fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>",
            escaped(&answer(cell, words))
        ));
        let mark = if cell.fill == "none" { "mark" } else { "glyph" };
        let mark = words.message(&format!("{mark}-{}", cell.state));
        let disputed = if cell.disputed && cell.state != "conflicting" { "⇄" } else { "" };
        let years = match cell.standing {
            "overtaken" => format!("<tspan text-decoration=\"line-through\">{}</tspan>", escaped(&cell.years)),
            _ => escaped(&cell.years),
        };
        self.out.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"{ink}\">{}{disputed} {years}</text></g>\n",
            left + width / 2,
            y + 12,
            escaped(&mark)
        ));
    }

    /// Edition, licence, and where each answer has its source.
    pub(super) fn foot(&mut self, frame: &Frame, words: &impl Localizer, y: usize) {
        let edition = frame.edition_name.as_ref().map(|name| format!("{name}, ")).unwrap_or_default();
        let edition = format!("{edition}{}", words.date(&frame.edition));
        let publisher = frame.publisher.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
        let licence = frame.licence.as_ref().map(|licence| format!(" · {licence}")).unwrap_or_default();
        let style = " fill=\"#4c4b46\"";
        self.text(MARGIN, y, "start", style, &format!("{}{publisher} · {edition}{licence}", frame.title));
        let place = frame.base_url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
        self.text(MARGIN, y + 16, "start", style, &format!("{}{place}", words.message("grid-sources")));
    }

    pub(super) fn text(&mut self, x: usize, y: usize, anchor: &str, style: &str, text: &str) {
        let x = if self.is_rtl { WIDTH - x } else { x };
        self.out
            .push_str(&format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{style}>{}</text>\n", escaped(text)));
    }
}

/// The colours of a cell: of its ground, of its frame, of its letters.
pub(super) fn colours(cell: &GlanceCell) -> (&'static str, &'static str, &'static str) {
    let of = |(states, ..): &&(&[&str], &str, &str)| states.contains(&cell.state);
    let (_, full, pale) = COLOURS.iter().find(of).unwrap_or(&COLOURS[COLOURS.len() - 1]);
    match cell.fill {
        "fresh" => (full, full, "#fff"),
        "older" => (pale, pale, "#1c1d21"),
        "oldest" => ("#fff", full, "#1c1d21"),
        _ => ("#f4f2ed", "#f4f2ed", "#4c4b46"),
    }
}

/// The full and the pale colour of a mark of a strip.
pub(super) fn shades(mark: &str) -> (&'static str, &'static str) {
    let state = match mark {
        "half" => "partial",
        "odd" => "conflicting",
        mark => mark,
    };
    let of = |(states, ..): &&(&[&str], &str, &str)| states.contains(&state);
    let (_, full, pale) = COLOURS.iter().find(of).unwrap_or(&COLOURS[COLOURS.len() - 1]);
    (full, pale)
}

/// The answer in words.
fn answer(cell: &GlanceCell, words: &impl Localizer) -> String {
    let answer = match (&cell.value_date, &cell.value, cell.state) {
        (Some(date), _, "value") => words.date(date),
        (_, Some(value), "value") => value.clone(),
        _ => words.message(&format!("state-{}", cell.state)),
    };
    answer.trim().to_owned()
}

/// Width of a column, with the space after it.
fn width(grid: &GlanceGrid) -> usize {
    if grid.countries.len() == 1 {
        return MARK;
    }
    (WIDTH - 2 * MARGIN - LABELS) / grid.countries.len().max(1)
}

/// The left side of column `n`.
fn column(grid: &GlanceGrid, n: usize) -> usize {
    MARGIN + LABELS + n * width(grid)
}

/// About as much room as a text takes, with a space after it.
fn length(text: &str) -> usize {
    text.chars().count() * 11 / 2 + 14
}

pub(super) fn shortened(label: &str, most: usize) -> String {
    match label.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", label[..at].trim_end()),
        None => label.to_owned(),
    }
}
