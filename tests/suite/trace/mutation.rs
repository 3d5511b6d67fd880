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
    /// Where the entry begins to which it belongs: an act with its statements, a bill with its stages.
    entry: usize,
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
    let proof = Proof { input: &input, rows: &rows, register: &register, pages: pages_of(&input), places: places_of() };
    let mut kinds: [Vec<Mutation<'_>>; 3] = Default::default();
    for mutation in mutations(&input, &records) {
        // What is deleted may be missed by an entry beside it, which must not be taken for a fault of that entry's own.
        let kind = match &mutation.text {
            None => 0,
            Some(_) if mutation.way == DELETED => 1,
            Some(_) => 2,
        };
        kinds[kind].push(mutation);
    }
    let batches: Vec<_> = kinds.into_iter().flat_map(batches).collect();
    let unseen: Vec<String> = batches.par_iter().flat_map_iter(|batch| proof.unseen(batch)).collect();
    assert!(unseen.is_empty(), "{} unseen\n{unseen:#?}", unseen.len());
}

/// The pages on which each row stands, by the row's id.
fn pages_of(input: &Input) -> BTreeMap<String, BTreeSet<String>> {
    let build = collatio::build_without_trial(input);
    let site = Site::of(&build);
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for carrier in Carriers::of(&site).0 {
        for id in carrier.ids {
            out.entry(id).or_default().insert(carrier.path.clone());
        }
    }
    out
}

/// The places of each row, by the row's id.
fn places_of() -> BTreeMap<String, Vec<String>> {
    by_row(super::places())
}

fn by_row(places: BTreeSet<String>) -> BTreeMap<String, Vec<String>> {
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for place in places {
        let id = place.split(' ').next().unwrap_or_default().to_owned();
        out.entry(id).or_default().push(place);
    }
    out
}

/// One thing done to one record.
#[derive(Clone)]
struct Mutation<'r> {
    record: &'r Record,
    way: &'static str,
    /// What stands there instead; `None`: the whole file goes.
    text: Option<String>,
}

const DELETED: &str = "deleted";

/// What is tried: each record is deleted, and changed in each of its ways.
fn mutations<'r>(input: &Input, records: &'r [Record]) -> Vec<Mutation<'r>> {
    let of = |record: &'r Record| {
        let block = &input.files[record.file].text[record.range.clone()];
        let text = block.starts_with("[[").then(String::new);
        let deleted = Mutation { record, way: DELETED, text };
        let changed = changes(block).into_iter().map(move |text| Mutation { record, way: "changed", text: Some(text) });
        std::iter::once(deleted).chain(changed)
    };
    records.iter().flat_map(of).collect()
}

/// Mutations that share a build: of different entries, carrying different rows. That they do not disturb each other is not
/// taken for granted; [`Proof::unseen`] sees to it.
fn batches(mutations: Vec<Mutation<'_>>) -> Vec<Vec<Mutation<'_>>> {
    const MOST: usize = 48;
    let mut batches: Vec<Vec<Mutation<'_>>> = Vec::new();
    for mutation in mutations {
        let meets = |other: &Mutation<'_>| {
            let (one, other) = (mutation.record, other.record);
            (one.file, one.entry) == (other.file, other.entry) || other.rows.iter().any(|row| one.rows.contains(row))
        };
        match batches.iter_mut().find(|batch| batch.len() < MOST && !batch.iter().any(meets)) {
            Some(batch) => batch.push(mutation),
            None => batches.push(vec![mutation]),
        }
    }
    batches
}

/// What the test holds against each mutated site.
struct Proof<'p> {
    input: &'p Input,
    rows: &'p Rows,
    register: &'p Register,
    pages: BTreeMap<String, BTreeSet<String>>,
    places: BTreeMap<String, Vec<String>>,
}

impl Proof<'_> {
    /// Which of the mutations nobody would notice. A site with errors is never written: a mutation is seen where an error
    /// lies in its entry, and the others are tried without it. Where an error lies elsewhere, or where a row is missed that
    /// none of the mutations carries, each half of them is tried by itself: what is missed is missed because of its own
    /// mutation.
    fn unseen(&self, batch: &[Mutation<'_>]) -> Vec<String> {
        let build = collatio::build_without_trial(&self.mutated(batch));
        let site = Site::of(&build);
        if !site.is_sound() {
            let errors = self.entries_with_errors(&site, batch);
            let at_fault = |mutation: &&Mutation<'_>| errors.contains(&(mutation.record.file, mutation.record.entry));
            let rest: Vec<Mutation<'_>> = batch.iter().filter(|mutation| !at_fault(mutation)).cloned().collect();
            return match rest.len() {
                0 => Vec::new(),
                1 if batch.len() == 1 => Vec::new(),
                whole if whole == batch.len() => self.unseen_in_halves(batch),
                _ => self.unseen(&rest),
            };
        }
        let missed = self.missed(&site, batch);
        let carried: BTreeSet<usize> = batch.iter().flat_map(|mutation| &mutation.record.rows).copied().collect();
        match batch.len() == 1 || missed.is_subset(&carried) {
            true => batch.iter().flat_map(|mutation| self.told(mutation, &missed)).collect(),
            false => self.unseen_in_halves(batch),
        }
    }

    fn unseen_in_halves(&self, batch: &[Mutation<'_>]) -> Vec<String> {
        batch.chunks(batch.len().div_ceil(2)).flat_map(|half| self.unseen(half)).collect()
    }

    /// The entries of the unchanged files, by file and first byte, in which an error of the mutated site lies.
    fn entries_with_errors(&self, site: &Site, batch: &[Mutation<'_>]) -> BTreeSet<(usize, usize)> {
        let mut out = BTreeSet::new();
        for (path, offset) in site.errors() {
            let Some(file) = self.input.files.iter().position(|file| *file.path == *path) else { continue };
            let mut here: Vec<&Mutation<'_>> = batch.iter().filter(|mutation| mutation.record.file == file).collect();
            here.sort_by_key(|mutation| mutation.record.range.start);
            let mut at = offset;
            for Mutation { record, text, .. } in here {
                let (start, length) = (record.range.start, text.as_ref().map_or(0, String::len));
                at = match at {
                    before if before < start => break,
                    inside if inside < start + length => start,
                    after => after - length + record.range.len(),
                };
            }
            let text = &self.input.files[file].text;
            let above = blocks(text).into_iter().filter(|range| range.start <= at);
            out.extend(above.rev().find_map(|range| entry_at(&range, &text[range.clone()])).map(|entry| (file, entry)));
        }
        out
    }

    /// The input with what the mutations do; those at the end of a file first, so that the places of the others hold.
    fn mutated(&self, batch: &[Mutation<'_>]) -> Input {
        let mut input = self.input.clone();
        let mut ordered: Vec<&Mutation<'_>> = batch.iter().collect();
        ordered.sort_by_key(|mutation| std::cmp::Reverse((mutation.record.file, mutation.record.range.start)));
        for Mutation { record, text, .. } in ordered {
            let file = &mut input.files[record.file];
            match text {
                Some(text) => {
                    let text = [&file.text[..record.range.start], text, &file.text[record.range.end..]].concat();
                    *file = File::new(&*file.path, text);
                }
                None => {
                    input.files.remove(record.file);
                }
            }
        }
        input
    }

    /// The rows that are missed, of those on the pages of the rows that the mutations carry.
    fn missed(&self, site: &Site, batch: &[Mutation<'_>]) -> BTreeSet<usize> {
        let pages = |at: usize| self.pages.get(&self.rows.list[at].id).into_iter().flatten();
        let rows = batch.iter().flat_map(|mutation| &mutation.record.rows).copied();
        let visited: BTreeSet<&String> = rows.clone().flat_map(pages).collect();
        let beside = (0..self.rows.list.len())
            .filter(|at| self.rows.list[*at].is_carried() && pages(*at).all(|page| visited.contains(page)));
        let asked: BTreeSet<usize> = rows.chain(beside).collect();
        let carriers = Carriers::on(site, visited.into_iter().cloned());
        let places = by_row(carriers.places());
        let is_missed = |at: &usize| {
            let row = &self.rows.list[*at];
            !row.check(site, &carriers, self.register).is_empty() || self.places.get(&row.id) != places.get(&row.id)
        };
        asked.into_iter().filter(is_missed).collect()
    }

    /// The rows of the mutation that are not missed, each with its file and line.
    fn told(&self, mutation: &Mutation<'_>, missed: &BTreeSet<usize>) -> Vec<String> {
        let file = &self.input.files[mutation.record.file];
        let line = file.text[..mutation.record.range.start].matches('\n').count() + 1;
        let unseen = mutation.record.rows.iter().filter(|at| !missed.contains(at));
        unseen.map(|at| format!("{}:{line}: {} was {}", file.path, self.rows.list[*at].id, mutation.way)).collect()
    }
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
        let (mut act, mut entry) = ("", 0);
        for range in blocks(&content.text) {
            let block = &content.text[range.clone()];
            if block.starts_with("[[action]]") {
                act = block;
            }
            if let Some(start) = entry_at(&range, block) {
                entry = start;
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
                out.push(Record { file, entry, range, rows: carried });
            }
        }
    }
    out
}

/// Where the entry begins that a block opens; nothing for a part of the entry above it. The acts of a country are checked
/// against each other and count as one entry.
fn entry_at(range: &Range<usize>, block: &str) -> Option<usize> {
    match block.lines().next()? {
        heading if heading.starts_with("[[action") => Some(0),
        heading if heading.starts_with("[[") && heading.contains('.') => None,
        _ => Some(range.start),
    }
}

/// The front matter's parts: its top, and each entry from its heading to the next. Entries of an entry are parts of their
/// own, so that one statement can go and the others stay. A disagreement is one record with all its sides; the rule by which
/// a treaty enters into force is none of the treaty's own fields.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let Some(end) = text.get(4..).and_then(|rest| rest.find("\n+++")).map(|at| at + 5) else { return Vec::new() };
    let mut bounds = vec![4];
    let mut at = 0;
    for line in text[..end].split_inclusive('\n') {
        if line.starts_with("[[") && line != "[[side]]\n" || line == "[entry]\n" {
            bounds.push(at);
        }
        at += line.len();
    }
    bounds.push(end);
    bounds.dedup();
    bounds.windows(2).map(|pair| pair[0]..pair[1]).filter(|range| !text[range.clone()].trim().is_empty()).collect()
}
