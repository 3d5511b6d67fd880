//! The picture that other sites show beside a link to this one: the answers at a glance as coloured cells, 1,200 × 630, PNG.
//!
//! It has no words: letters would be drawn with a font of the machine, and two machines would print two files. So it needs
//! nothing but rectangles, of few colours.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::site::Site;
use crate::site::view::{GlanceCell, GlanceGrid};

use super::output::Output;
use super::picture::colours;

/// The size that those who show such pictures ask for, and the empty margin, in pixels.
const WIDTH: usize = 1200;
const HEIGHT: usize = 630;
const MARGIN: usize = 40;
/// Between cells, between sections, and the frame of an old answer, in pixels.
const GAP: usize = 3;
const BETWEEN: usize = 12;
const FRAME: usize = 4;
const WHITE: &str = "#ffffff";

/// The path of the picture; none where the address of the site is unknown, for nobody could be told of it, or where there
/// is no glance grid as a picture.
pub fn paths(site: &Site) -> Vec<String> {
    crate::site::is_shared(site).then(|| crate::site::SHARED_PICTURE.to_owned()).into_iter().collect()
}

/// The picture at `path`, if there is one.
pub fn file(site: &Site, path: &str) -> Option<Output> {
    let grid = (path == crate::site::SHARED_PICTURE && crate::site::is_shared(site))
        .then(|| crate::site::glance_grid(site))??;
    Some(Output::whole(path, Canvas::of(&grid, site.direction() == "rtl").png()))
}

/// Pixels as places in a list of colours.
struct Canvas {
    colours: Vec<String>,
    pixels: Vec<u8>,
}

impl Canvas {
    /// A column for each question, a row for each country; the first question stands where reading begins.
    fn of(grid: &GlanceGrid, is_rtl: bool) -> Canvas {
        let mut canvas = Canvas { colours: vec![WHITE.to_owned()], pixels: vec![0; WIDTH * HEIGHT] };
        let columns: usize = grid.sections.iter().map(|section| section.rows.len()).sum();
        let between = BETWEEN * grid.sections.len().saturating_sub(1);
        let wide = (WIDTH - 2 * MARGIN).saturating_sub(between) / columns.max(1);
        let high = (HEIGHT - 2 * MARGIN) / grid.countries.len().max(1);
        // What does not divide evenly is shared by both sides.
        let mut x = (WIDTH - between - wide * columns) / 2;
        for section in &grid.sections {
            for row in &section.rows {
                for (n, cell) in row.cells.iter().enumerate() {
                    let size = (wide.saturating_sub(GAP).max(1), high.saturating_sub(GAP).max(1));
                    let left = if is_rtl { WIDTH - x - size.0 } else { x };
                    canvas.cell(cell, (left, MARGIN + n * high), size);
                }
                x += wide;
            }
            x += BETWEEN;
        }
        canvas
    }

    fn cell(&mut self, cell: &GlanceCell, (x, y): (usize, usize), (width, height): (usize, usize)) {
        let (fill, stroke, _) = colours(cell);
        self.rectangle((x, y), (width, height), stroke);
        if fill != stroke && width > 2 * FRAME && height > 2 * FRAME {
            self.rectangle((x + FRAME, y + FRAME), (width - 2 * FRAME, height - 2 * FRAME), fill);
        }
    }

    fn rectangle(&mut self, (x, y): (usize, usize), (width, height): (usize, usize), colour: &str) {
        let number = self.number(colour);
        for row in self.pixels.chunks_mut(WIDTH).skip(y).take(height) {
            for pixel in row.iter_mut().skip(x).take(width) {
                *pixel = number;
            }
        }
    }

    /// The place of a colour in the list, which it joins if it is new. There are far fewer than 256.
    fn number(&mut self, colour: &str) -> u8 {
        let place = self.colours.iter().position(|known| known == colour).unwrap_or_else(|| {
            self.colours.push(colour.to_owned());
            self.colours.len() - 1
        });
        u8::try_from(place).unwrap_or(0)
    }

    /// The bytes of the file: a PNG with a palette (W3C, Portable Network Graphics, third edition).
    fn png(&self) -> Vec<u8> {
        let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_be_bytes();
        let palette: Vec<u8> = self.colours.iter().flat_map(|colour| channels(colour)).collect();
        let lines: Vec<u8> =
            self.pixels.chunks(WIDTH).flat_map(|row| std::iter::once(0).chain(row.iter().copied())).collect();
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&lines).expect("writing to memory does not fail");
        let packed = packed.finish().expect("writing to memory does not fail");
        let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
        // Width, height, eight bits for a pixel, colours from a palette, the only ways of packing and filtering, no interlace.
        chunk(&mut out, *b"IHDR", &[&size(WIDTH)[..], &size(HEIGHT)[..], &[8, 3, 0, 0, 0]].concat());
        chunk(&mut out, *b"PLTE", &palette);
        chunk(&mut out, *b"IDAT", &packed);
        chunk(&mut out, *b"IEND", &[]);
        out
    }
}

/// Adds a part of a PNG: its length, its name, its bytes and their checksum.
fn chunk(out: &mut Vec<u8>, name: [u8; 4], bytes: &[u8]) {
    let mut crc = flate2::Crc::new();
    crc.update(&name);
    crc.update(bytes);
    out.extend(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend(name);
    out.extend(bytes);
    out.extend(crc.sum().to_be_bytes());
}

/// Red, green and blue of `#rrggbb` or `#rgb`.
fn channels(colour: &str) -> [u8; 3] {
    let digits = colour.trim_start_matches('#');
    let step = if digits.len() == 3 { 1 } else { 2 };
    let channel = |n: usize| {
        let part = digits.get(n * step..(n + 1) * step).unwrap_or("0");
        let value = u8::from_str_radix(part, 16).unwrap_or(0);
        if step == 1 { value * 17 } else { value }
    };
    [channel(0), channel(1), channel(2)]
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::site::view::{GlanceRow, GlanceSection, Link};

    fn cell(state: &'static str, fill: &'static str) -> GlanceCell {
        GlanceCell {
            href: String::new(),
            state,
            standing: "holds",
            fill,
            value: None,
            value_date: None,
            time: None,
            years: String::new(),
            disputed: false,
        }
    }

    fn grid() -> GlanceGrid {
        let link = || Link { href: String::new(), text: "X".into() };
        let row =
            |cells: Vec<GlanceCell>| GlanceRow { question: link(), wording: "?".into(), cells, counts: Vec::new() };
        let rows = vec![
            row(vec![cell("yes", "fresh"), cell("no", "oldest")]),
            row(vec![cell("not-researched", "none"), cell("yes", "older")]),
        ];
        GlanceGrid {
            countries: vec![link(), link()],
            codes: vec![String::new(), String::new()],
            counted: false,
            sections: vec![GlanceSection { title: link(), rows }],
            states: vec!["yes", "no"],
            picture: None,
        }
    }

    /// The colour of a pixel, read from the bytes of the file.
    fn pixel(png: &[u8], x: usize, y: usize) -> [u8; 3] {
        let part = |name: &[u8]| {
            let at = png.windows(4).position(|window| window == name).expect("the part is there");
            let length = u32::from_be_bytes(png[at - 4..at].try_into().expect("four bytes"));
            &png[at + 4..at + 4 + usize::try_from(length).expect("it fits")]
        };
        let mut lines = Vec::new();
        flate2::read::ZlibDecoder::new(part(b"IDAT")).read_to_end(&mut lines).expect("it can be unpacked");
        assert_eq!(lines.len(), (WIDTH + 1) * HEIGHT);
        let number = usize::from(lines[y * (WIDTH + 1) + 1 + x]);
        part(b"PLTE")[number * 3..number * 3 + 3].try_into().expect("three channels")
    }

    #[test]
    fn questions_stand_side_by_side_and_age_is_seen_in_the_fill() {
        let png = Canvas::of(&grid(), false).png();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(pixel(&png, 2, 2), [0xff; 3], "a margin");
        assert_eq!(pixel(&png, 100, 100), channels("#1a487f"), "a recent yes is full");
        assert_eq!(pixel(&png, 100, 400), [0xff; 3], "an old no is empty");
        assert_eq!(pixel(&png, 41, 400), channels("#5e1b06"), "and has a frame");
        assert_eq!(pixel(&png, 700, 100), channels("#f4f2ed"), "nobody looked");
        assert_eq!(pixel(&png, 700, 400), channels("#c6d8ee"), "an older yes is pale");
        assert_eq!(png, Canvas::of(&grid(), false).png());
    }

    #[test]
    fn where_reading_begins_at_the_right_the_first_question_stands_there() {
        let png = Canvas::of(&grid(), true).png();
        assert_eq!(pixel(&png, 1100, 100), channels("#1a487f"));
        assert_eq!(pixel(&png, 100, 400), channels("#c6d8ee"));
    }
}
