//! The index as files: scripts of which each calls one function with what it holds.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::publish::Output;
use crate::site::Site;
use crate::site::search::KINDS;

use super::Wording;
use super::code::{number, signed};
use super::index::{Index, Record};

/// Where the files lie, from the root of the site.
const FOLDER: &str = "search";

/// About how many bytes a piece of the dictionary, of the lists and of the records has. A list that is longer is a piece
/// of its own.
const DICTIONARY: usize = 8 * 1024;
const LISTS: usize = 8 * 1024;
const RECORDS: usize = 8 * 1024;

const RECORD: char = 'r';

const IN_MEMORY: &str = "a string takes all bytes";

/// Pieces of one kind: their files, and what the head says of them.
struct Pieces {
    letter: char,
    files: Vec<Output>,
    /// The number of the first thing in each, as steps, and the length of its file; of records, which are all about as
    /// long, the first alone.
    head: Vec<u8>,
    last: u32,
}

impl Pieces {
    fn new(letter: char) -> Pieces {
        Pieces { letter, files: Vec::new(), head: Vec::new(), last: 0 }
    }

    fn add(&mut self, first: u32, content: &[u8]) {
        let n = self.files.len();
        let mut bytes = format!("collatioSearch(\"{}\",{n},", self.letter).into_bytes();
        bytes.extend_from_slice(content);
        bytes.extend_from_slice(b");\n");
        number(first - self.last, &mut self.head);
        if self.letter != RECORD {
            number(u32::try_from(bytes.len()).unwrap_or(u32::MAX), &mut self.head);
        }
        self.last = first;
        self.files.push(Output::whole(format!("{FOLDER}/{}{n}.js", self.letter), bytes));
    }

    fn head(&self) -> &str {
        ascii(&self.head)
    }
}

fn ascii(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("numbers are written in ASCII")
}

pub(super) fn files(site: &Site, index: Index, wording: &dyn Wording) -> Vec<Output> {
    let (dictionary, firsts) = dictionary(&index);
    let lists = lists(&index.lists);
    let records = records(&index.records);
    let countries: Vec<Value> = site.jurisdictions().iter().map(|c| json!([c.id, c.name])).collect();
    let kinds: Vec<Value> = KINDS.iter().map(|kind| json!([kind, wording.message(&format!("kinds-{kind}"))])).collect();
    let days = days(&index.records);
    let head = json!({
        "entries": index.spots.len(),
        "kinds": kinds,
        "countries": countries,
        "runs": ascii(&runs(&index)),
        "firsts": firsts,
        "d": dictionary.head(),
        "p": lists.head(),
        "r": records.head(),
        "record": RECORDS,
        "days": days.len(),
        "letters": letters(&index.forms),
    });
    let mut head_bytes = b"collatioSearch(\"h\",0,".to_vec();
    serde_json::to_writer(&mut head_bytes, &head).expect(IN_MEMORY);
    head_bytes.extend_from_slice(b");\n");
    let mut out = vec![Output::whole(format!("{FOLDER}/head.js"), head_bytes)];
    out.push(Output::whole(format!("{FOLDER}/days.js"), days));
    for pieces in [dictionary, lists, records] {
        out.extend(pieces.files);
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

/// How many entries follow each other with one kind and one country: kind, country or 0, how many.
fn runs(index: &Index) -> Vec<u8> {
    let mut out = Vec::new();
    for run in index.spots.chunk_by(|a, b| (a.kind, a.country) == (b.kind, b.country)) {
        let country = run[0].country.map_or(0, |n| n + 1);
        for value in [run[0].kind, country, run.len()] {
            number(u32::try_from(value).expect("fewer entries than that"), &mut out);
        }
    }
    out
}

/// The letters that occur, for those who look for misspellings.
fn letters(forms: &[(String, u32)]) -> String {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    forms.iter().flat_map(|(form, _)| form.chars()).for_each(|c| *counts.entry(c).or_default() += 1);
    counts.into_iter().filter(|(c, n)| *n > 3 && c.is_alphabetic()).map(|(c, _)| c).collect()
}

/// The forms of words in order. Each is written as the number of characters that it shares with the one before, the rest,
/// `!`, the step to its group, and how many entries that has.
fn dictionary(index: &Index) -> (Pieces, Vec<&str>) {
    let mut pieces = Pieces::new('d');
    let mut firsts = Vec::new();
    let mut at = 0;
    while at < index.forms.len() {
        let first = at;
        let mut text: Vec<u8> = vec![b'"'];
        let (mut before, mut group) = ("", 0_u32);
        while at < index.forms.len() && text.len() < DICTIONARY {
            let (form, own) = &index.forms[at];
            let shared = form.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
            number(u32::try_from(shared).expect("words are short"), &mut text);
            text.extend(form.chars().skip(shared).collect::<String>().bytes());
            text.push(b'!');
            signed(i64::from(*own) - i64::from(group), &mut text);
            number(u32::try_from(index.lists[*own as usize].len()).expect("fewer entries than that"), &mut text);
            (before, group) = (form, *own);
            at += 1;
        }
        text.push(b'"');
        firsts.push(&*index.forms[first].0);
        pieces.add(u32::try_from(first).expect("fewer words than that"), &text);
    }
    (pieces, firsts)
}

/// The entries of each group: steps of `entry * 8 + weight`, as `(step - 1) * 8 + weight`; a space between groups.
fn lists(lists: &[Vec<u32>]) -> Pieces {
    let mut pieces = Pieces::new('p');
    let mut text: Vec<u8> = vec![b'"'];
    let mut first = 0;
    let mut own = Vec::new();
    for (group, list) in lists.iter().enumerate() {
        own.clear();
        let mut next = 0;
        for value in list {
            let (entry, weight) = (value / 8, value % 8);
            number((entry - next) * 8 + weight, &mut own);
            next = entry + 1;
        }
        if text.len() > 1 && text.len() + own.len() > LISTS {
            text.push(b'"');
            pieces.add(first, &text);
            text.truncate(1);
            first = u32::try_from(group).expect("fewer words than that");
        }
        if text.len() > 1 {
            text.push(b' ');
        }
        text.extend_from_slice(&own);
    }
    text.push(b'"');
    pieces.add(first, &text);
    pieces
}

/// What entries show: address, title, day, state, words.
fn records(records: &[Record]) -> Pieces {
    let mut pieces = Pieces::new(RECORD);
    let mut text: Vec<u8> = vec![b'['];
    let mut first = 0;
    for (at, record) in records.iter().enumerate() {
        let row = (&record.href, &record.title, &record.on, &record.key, &record.text);
        let own = serde_json::to_vec(&row).expect(IN_MEMORY);
        if text.len() > 1 && text.len() + own.len() > RECORDS {
            text.push(b']');
            pieces.add(first, &text);
            text.truncate(1);
            first = u32::try_from(at).expect("fewer entries than that");
        }
        if text.len() > 1 {
            text.push(b',');
        }
        text.extend_from_slice(&own);
    }
    text.push(b']');
    pieces.add(first, &text);
    pieces
}

/// For which days entries speak, one entry after another: 0 for none; else one more than twice the step from the first
/// day of the entry before, folded as signed numbers are; and one more than that where it speaks for several days, whose
/// number follows. A side that is open is as far away as it can be.
fn days(records: &[Record]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut before = 0;
    for record in records {
        let Some((first, last)) = &record.days else {
            number(0, &mut out);
            continue;
        };
        let first = day_number(first).unwrap_or_default();
        let last = day_number(last).unwrap_or(LAST_DAY);
        let length = last.saturating_sub(first);
        let step = i64::from(first) - i64::from(before);
        let folded = u32::try_from(if step < 0 { -step * 2 - 1 } else { step * 2 }).expect("a step between days");
        number(1 + folded * 2 + u32::from(length > 0), &mut out);
        if length > 0 {
            number(length, &mut out);
        }
        before = first;
    }
    let mut bytes = b"collatioSearch(\"t\",0,\"".to_vec();
    bytes.extend_from_slice(&out);
    bytes.extend_from_slice(b"\");\n");
    bytes
}

/// The number that stands for no last day.
const LAST_DAY: u32 = 400_000;

/// A day in ISO form as a number that grows with it: months have 31 days here, so that everybody can count them.
fn day_number(iso: &str) -> Option<u32> {
    let mut parts = iso.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Some((year.saturating_sub(1000) * 12 + month - 1) * 31 + day)
}
