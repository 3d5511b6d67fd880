//! The test of the test: every record of the content that carries a row is deleted once and changed once, and each time the
//! rows that it carried must be missed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use collatio::Input;
use collatio::text::File;
use rayon::prelude::*;

use super::page::Site;
use super::register::Register;
use super::rule::{Carriers, Row, Rows};

/// A record in a file, from its heading to the next, and the rows that it carries.
struct Record {
    file: usize,
    range: Range<usize>,
    /// Indices into the list of rows.
    rows: Vec<usize>,
}

#[test]
fn a_record_that_carries_a_row_cannot_be_deleted_or_changed_unseen() {
    let register = Register::read();
    let rows = Rows::of(&register);
    let input = super::input();
    let records = records(&input, &rows);
    let carried: usize = rows.list.iter().filter(|row| row.is_carried()).count();
    let mut held = vec![false; rows.list.len()];
    records.iter().flat_map(|record| &record.rows).for_each(|row| held[*row] = true);
    let lost: Vec<&str> = rows
        .list
        .iter()
        .zip(&held)
        .filter(|(row, held)| row.is_carried() && !**held)
        .map(|(row, _)| &*row.id)
        .collect();
    assert!(lost.is_empty(), "no record carries {lost:?}");
    assert!(carried > 460, "the register has rows: {carried}");
    let (pages, places) = (pages_of(&input), super::places());
    let proof = Proof { input: &input, rows: &rows, register: &register, pages, places };
    let unseen: Vec<String> =
        batches(mutations(&input, &records)).par_iter().flat_map_iter(|batch| proof.unseen(batch)).collect();
    assert!(unseen.is_empty(), "{} unseen\n{unseen:#?}", unseen.len());
}

/// The pages on which each row stands, by the row's identity.
fn pages_of(input: &Input) -> BTreeMap<String, Vec<String>> {
    let site = Site::of(collatio::build_without_trial(input));
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for carrier in Carriers::of(&site).0 {
        for id in carrier.ids {
            let pages = out.entry(id).or_default();
            if !pages.contains(&carrier.path) {
                pages.push(carrier.path.clone());
            }
        }
    }
    out
}

/// One thing done to one record.
struct Mutation<'r> {
    record: &'r Record,
    way: &'static str,
    /// What stands there instead; `None`: the whole file goes.
    text: Option<String>,
}

/// What is tried: each record is deleted, and changed in each of its ways.
fn mutations<'r>(input: &Input, records: &'r [Record]) -> Vec<Mutation<'r>> {
    let of = |record: &'r Record| {
        let block = &input.files[record.file].text[record.range.clone()];
        let text = block.starts_with("[[").then(String::new);
        let deleted = Mutation { record, way: "deleted", text };
        let changed = changes(block).into_iter().map(move |text| Mutation { record, way: "changed", text: Some(text) });
        std::iter::once(deleted).chain(changed)
    };
    records.iter().flat_map(of).collect()
}

/// Mutations of different files that carry different rows are seen apart, so that a few can share a build; where the site
/// is not sound then, each is tried alone.
fn batches<'r>(mutations: Vec<Mutation<'r>>) -> Vec<Vec<Mutation<'r>>> {
    const MOST: usize = 8;
    let mut open: Vec<Vec<Mutation<'r>>> = Vec::new();
    let mut full = Vec::new();
    for mutation in mutations {
        if mutation.text.is_none() {
            full.push(vec![mutation]);
            continue;
        }
        let meets = |other: &Mutation<'_>| {
            let rows = &mutation.record.rows;
            other.record.file == mutation.record.file || other.record.rows.iter().any(|row| rows.contains(row))
        };
        match open.iter().position(|batch| !batch.iter().any(meets)) {
            Some(at) => {
                open[at].push(mutation);
                if open[at].len() == MOST {
                    full.push(open.swap_remove(at));
                }
            }
            None => open.push(vec![mutation]),
        }
    }
    full.extend(open);
    full
}

/// What the test holds against each mutated site.
struct Proof<'p> {
    input: &'p Input,
    rows: &'p Rows,
    register: &'p Register,
    pages: BTreeMap<String, Vec<String>>,
    places: BTreeSet<String>,
}

impl Proof<'_> {
    /// Which of the mutations nobody would notice.
    fn unseen(&self, batch: &[Mutation<'_>]) -> Vec<String> {
        let mut input = self.input.clone();
        for Mutation { record, text, .. } in batch {
            let file = &self.input.files[record.file];
            match text {
                Some(text) => {
                    let text = [&file.text[..record.range.start], text, &file.text[record.range.end..]].concat();
                    input.files[record.file] = File::new(&*file.path, text);
                }
                None => {
                    input.files.remove(record.file);
                }
            }
        }
        let site = Site::of(collatio::build_without_trial(&input));
        match (site.is_sound(), batch.len()) {
            (true, _) => batch.iter().flat_map(|mutation| self.unseen_rows(&site, mutation)).collect(),
            // A site with errors is never written.
            (false, 1) => Vec::new(),
            (false, _) => batch.chunks(1).flat_map(|alone| self.unseen(alone)).collect(),
        }
    }

    fn unseen_rows(&self, site: &Site, mutation: &Mutation<'_>) -> Vec<String> {
        let file = &self.input.files[mutation.record.file];
        let line = file.text[..mutation.record.range.start].matches('\n').count() + 1;
        let of_record = mutation.record.rows.iter().map(|at| &self.rows.list[*at]);
        of_record
            .filter(|row| !self.misses(site, row))
            .map(|row| format!("{}:{line}: {} was {}", file.path, row.id, mutation.way))
            .collect()
    }

    fn misses(&self, site: &Site, row: &Row) -> bool {
        let paths = self.pages.get(&row.id).cloned().unwrap_or_default();
        let carriers = Carriers::on(site, paths.into_iter());
        let places: Vec<String> = carriers.places().into_iter().filter(|place| of(place, &row.id)).collect();
        let told = self.places.iter().filter(|place| of(place, &row.id));
        !row.check(site, &carriers, self.register).is_empty() || !told.eq(&places)
    }
}

fn of(place: &str, id: &str) -> bool {
    place.split(' ').next() == Some(id)
}

/// The record with another figure, date, place, manner or day: one thing changed in each.
fn changes(block: &str) -> Vec<String> {
    let with = |field: &str, new: &str| {
        let start = block.find(&format!("\n{field} = \""))? + format!("\n{field} = \"").len();
        let end = start + block[start..].find('"')?;
        let new = if block[start..end] == *new { "practice" } else { new };
        Some([&block[..start], new, &block[end..]].concat())
    };
    let first = |list: &[(&str, &str)]| list.iter().find_map(|(field, new)| with(field, new));
    const DATES: [&str; 6] = ["signed", "deposited", "in_force", "domestic", "effective", "given"];
    if block.starts_with("[[action.statement]]") {
        let other = if block.contains("\nsource = \"iom-2005\"") { "untc-2015" } else { "iom-2005" };
        return first(&DATES.map(|date| (date, "1901"))).or_else(|| with("source", other)).into_iter().collect();
    }
    if block.starts_with("[[statistic]]") {
        return with("value", "7777").into_iter().collect();
    }
    if block.contains("\n[[side]]\n") {
        let other = if block.contains("\nsource = \"iom-2005\"") { "untc-2015" } else { "iom-2005" };
        let lost = block.split_inclusive('\n').map(|line| match line.starts_with("source = ") {
            true => format!("source = \"{other}\"\n"),
            false => line.to_owned(),
        });
        return vec![lost.collect()];
    }
    [with("place", "another place"), with("modality", "planned"), with("observed", "1901")]
        .into_iter()
        .flatten()
        .collect()
}

/// Every record of the content that carries a row of the register: by name, or, for treaty acts, because it says what the
/// row says.
fn records(input: &Input, rows: &Rows) -> Vec<Record> {
    let mut out = Vec::new();
    for (file, content) in input.files.iter().enumerate() {
        let mut act = "";
        for range in blocks(&content.text) {
            let block = &content.text[range.clone()];
            if block.starts_with("[[action]]") {
                act = block;
            }
            let ids: Vec<&str> = block
                .lines()
                .find_map(|line| line.strip_prefix("trace = ["))
                .map(|list| list.split('"').skip(1).step_by(2).collect())
                .unwrap_or_default();
            let carries = |row: &Row| {
                let named = ids.contains(&row.id.as_str());
                row.is_carried() && (named && row.is_of(&content.path) || row.is_statement(&content.path, act, block))
            };
            let carried: Vec<usize> = (0..rows.list.len()).filter(|at| carries(&rows.list[*at])).collect();
            if !carried.is_empty() {
                out.push(Record { file, range, rows: carried });
            }
        }
    }
    out
}

/// The front matter's parts: its top, and each entry from its heading to the next. Entries of an entry are parts of their
/// own, so that one statement can go and the others stay. A disagreement is one record with all its sides.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let Some(end) = text.get(4..).and_then(|rest| rest.find("\n+++")).map(|at| at + 5) else { return Vec::new() };
    let mut bounds = vec![4];
    let mut at = 0;
    for line in text[..end].split_inclusive('\n') {
        if line.starts_with("[[") && line != "[[side]]\n" {
            bounds.push(at);
        }
        at += line.len();
    }
    bounds.push(end);
    bounds.dedup();
    bounds.windows(2).map(|pair| pair[0]..pair[1]).filter(|range| !text[range.clone()].trim().is_empty()).collect()
}
