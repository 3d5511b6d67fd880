//! Writes the index as files: scripts, each of which calls one function with its data. Each is passed on when it is
//! full.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::publish::output::Output;
use crate::site::Site;
use crate::site::search::{Entries, EntryRef, KINDS};

use super::code::{FOLDER, IN_MEMORY, number, signed};
use super::index::{self, Order, Record};
use crate::publish::localizer::Localizer;

/// Target size in bytes of a file of the dictionary.
const DICTIONARY: usize = 8 * 1024;

/// Target sizes in bytes of the files of the lists and of the records. They grow with the site, so that a large one has
/// no more than some 2,000 files: many hosts limit their number, and each takes a block on a disk. The upper ends keep
/// what a question reads below 300 KB: a head, ten records from ten files, and the lists of its words. A longer list
/// gets a file of its own.
const LISTS: Growth = Growth { least: 8 * 1024, most: 16 * 1024, files: 440 };
const RECORDS: Growth = Growth { least: 8 * 1024, most: 18 * 1024, files: 1450 };

/// Bytes of a record and of an occurrence in a list, about.
const OF_RECORD: usize = 640;
const OF_OCCURRENCE: usize = 2;

struct Growth {
    least: usize,
    most: usize,
    /// The number of files from which on they are made longer.
    files: usize,
}

impl Growth {
    /// The target size for content of about so many bytes.
    fn size(&self, bytes: usize) -> usize {
        (bytes / self.files).clamp(self.least, self.most)
    }
}

/// Number of groups that are encoded at a time.
const GROUPS: usize = 4096;

const RECORD: char = 'r';

type Sink<'s, E> = dyn FnMut(Output) -> Result<(), E> + 's;

/// The files of one kind, and what `head.js` says about them.
struct Pieces {
    letter: char,
    count: usize,
    /// For each file, the number of its first item, as a difference, and its length; for records, which are all about
    /// as long, the first alone.
    head: Vec<u8>,
    last: u32,
}

impl Pieces {
    fn new(letter: char) -> Pieces {
        Pieces { letter, count: 0, head: Vec::new(), last: 0 }
    }

    fn add<E>(&mut self, first: u32, content: &[u8], sink: &mut Sink<'_, E>) -> Result<(), E> {
        let n = self.count;
        let mut bytes = format!("collatioSearch(\"{}\",{n},", self.letter).into_bytes();
        bytes.extend_from_slice(content);
        bytes.extend_from_slice(b");\n");
        number(first - self.last, &mut self.head);
        if self.letter != RECORD {
            number(u32::try_from(bytes.len()).unwrap_or(u32::MAX), &mut self.head);
        }
        self.last = first;
        self.count += 1;
        sink(Output::whole(format!("{FOLDER}/{}{n}.js", self.letter), bytes))
    }

    fn head(&self) -> &str {
        ascii(&self.head)
    }
}

/// Collects items and starts a new file when the current one would become too long.
struct Row {
    pieces: Pieces,
    size: usize,
    between: u8,
    ends: [u8; 2],
    /// The current file, the number of its first item, and the number of all items so far.
    text: Vec<u8>,
    first: u32,
    count: u32,
}

impl Row {
    fn new(letter: char, size: usize, ends: [u8; 2], between: u8) -> Row {
        Row { pieces: Pieces::new(letter), size, between, ends, text: vec![ends[0]], first: 0, count: 0 }
    }

    fn add<E>(&mut self, own: &[u8], sink: &mut Sink<'_, E>) -> Result<(), E> {
        // An item may be empty, so its number, and not the text, tells whether it is the first of a file.
        if self.count > self.first {
            if self.text.len() + own.len() > self.size {
                self.end(sink)?;
            } else {
                self.text.push(self.between);
            }
        }
        self.text.extend_from_slice(own);
        self.count += 1;
        Ok(())
    }

    fn end<E>(&mut self, sink: &mut Sink<'_, E>) -> Result<(), E> {
        self.text.push(self.ends[1]);
        self.pieces.add(self.first, &self.text, sink)?;
        self.text.truncate(1);
        self.first = self.count;
        Ok(())
    }
}

fn ascii(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("numbers are written in ASCII")
}

pub(super) fn each<E>(site: &Site, localizer: &dyn Localizer, sink: &mut Sink<'_, E>) -> Result<(), E> {
    let spots = Entries::of(site).spots();
    let of_records = RECORDS.size(spots.len() * OF_RECORD);
    let mut records = Row::new(RECORD, of_records, [b'[', b']'], b',');
    let mut days = Days::default();
    let index = index::read(site, &spots, localizer, &mut |record: Record| {
        days.add(record.days);
        records.add(&record.bytes, sink)
    })?;
    records.end(sink)?;
    let order = index.in_order();
    let (lists, counts) = lists(&order, sink)?;
    let (dictionary, firsts) = dictionary(&order, &counts, sink)?;
    let countries: Vec<Value> = Entries::of(site).jurisdictions().iter().map(|c| json!([c.id, c.name])).collect();
    let kinds: Vec<Value> =
        KINDS.iter().map(|kind| json!([kind, localizer.message(&format!("kinds-{kind}"))])).collect();
    let days = days.file();
    let head = json!({
        "entries": spots.len(),
        "kinds": kinds,
        "countries": countries,
        "runs": ascii(&runs(&spots)),
        "firsts": firsts,
        "d": dictionary.head(),
        "p": lists.head(),
        "r": records.pieces.head(),
        "record": of_records,
        "days": days.len(),
        "letters": letters(&order),
    });
    let mut head_bytes = b"collatioSearch(\"h\",0,".to_vec();
    serde_json::to_writer(&mut head_bytes, &head).expect(IN_MEMORY);
    head_bytes.extend_from_slice(b");\n");
    sink(Output::whole(format!("{FOLDER}/days.js"), days))?;
    sink(Output::whole(format!("{FOLDER}/head.js"), head_bytes))
}

/// Runs of entries with the same kind and country: kind, country or 0, number of entries.
fn runs(spots: &[EntryRef]) -> Vec<u8> {
    let mut out = Vec::new();
    for run in spots.chunk_by(|a, b| (a.kind, a.country) == (b.kind, b.country)) {
        let country = run[0].country.map_or(0, |n| n + 1);
        for value in [run[0].kind, country, run.len()] {
            number(u32::try_from(value).expect("fewer entries than that"), &mut out);
        }
    }
    out
}

/// All letters that occur in words, for the correction of misspelled queries.
fn letters(order: &Order<'_>) -> String {
    let (mut plain, mut counts) = ([0_usize; 128], BTreeMap::<char, usize>::new());
    for c in order.forms().flat_map(|(form, _)| form.chars()) {
        if c.is_ascii() { plain[c as usize] += 1 } else { *counts.entry(c).or_default() += 1 }
    }
    counts.extend(plain.into_iter().enumerate().map(|(at, n)| (char::from(at as u8), n)));
    counts.into_iter().filter(|(c, n)| *n > 3 && c.is_alphabetic()).map(|(c, _)| c).collect()
}

/// The sorted forms of words. Each is written as the number of characters that it shares with the one before, the rest,
/// `!`, the difference to its group's number, and the number of entries of that group.
fn dictionary<'o, E>(
    order: &'o Order<'_>,
    counts: &[u32],
    sink: &mut Sink<'_, E>,
) -> Result<(Pieces, Vec<&'o str>), E> {
    let mut pieces = Pieces::new('d');
    let mut firsts = Vec::new();
    let mut forms = order.forms().enumerate().peekable();
    while let Some((first, (name, _))) = forms.peek().copied() {
        let mut text: Vec<u8> = vec![b'"'];
        let (mut before, mut group) = ("", 0_u32);
        while text.len() < DICTIONARY
            && let Some((_, (form, own))) = forms.next()
        {
            let shared = form.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
            number(u32::try_from(shared).expect("words are short"), &mut text);
            text.extend(form.chars().skip(shared).collect::<String>().bytes());
            text.push(b'!');
            signed(i64::from(own) - i64::from(group), &mut text);
            number(counts[own as usize], &mut text);
            (before, group) = (form, own);
        }
        text.push(b'"');
        firsts.push(name);
        pieces.add(u32::try_from(first).expect("fewer words than that"), &text, sink)?;
    }
    Ok((pieces, firsts))
}

/// The entries of each group: differences of `entry * 8 + weight`, written as `(step - 1) * 8 + weight`, with a space
/// between groups. Returns also the number of entries of each group.
fn lists<E>(order: &Order<'_>, sink: &mut Sink<'_, E>) -> Result<(Pieces, Vec<u32>), E> {
    let mut row = Row::new('p', LISTS.size(order.occurrences() * OF_OCCURRENCE), [b'"', b'"'], b' ');
    let mut counts = Vec::new();
    let mut groups = order.groups().peekable();
    while groups.peek().is_some() {
        let stretch: Vec<_> = groups.by_ref().take(GROUPS).collect();
        for (own, count) in stretch.par_iter().map(|group| list(&order.found(group))).collect::<Vec<_>>() {
            counts.push(count);
            row.add(&own, sink)?;
        }
    }
    row.end(sink)?;
    Ok((row.pieces, counts))
}

fn list(found: &[u32]) -> (Vec<u8>, u32) {
    let (mut own, mut next) = (Vec::with_capacity(found.len() + found.len() / 2), 0);
    for value in found {
        let (entry, weight) = (value / 8, value % 8);
        number((entry - next) * 8 + weight, &mut own);
        next = entry + 1;
    }
    (own, u32::try_from(found.len()).expect("fewer entries than that"))
}

/// The days of each entry: 0 for none; else one more than twice the difference to the first day of the entry before,
/// encoded like a signed number; and one more again where it holds for several days, followed by their number. An open
/// side is as far away as can be written.
#[derive(Default)]
struct Days {
    text: Vec<u8>,
    before: u32,
}

impl Days {
    fn add(&mut self, days: Option<(u32, u32)>) {
        let Some((first, last)) = days else { return number(0, &mut self.text) };
        let length = last.saturating_sub(first);
        let step = i64::from(first) - i64::from(self.before);
        let folded = u32::try_from(if step < 0 { -step * 2 - 1 } else { step * 2 }).expect("a step between days");
        number(1 + folded * 2 + u32::from(length > 0), &mut self.text);
        if length > 0 {
            number(length, &mut self.text);
        }
        self.before = first;
    }

    fn file(&self) -> Vec<u8> {
        [b"collatioSearch(\"t\",0,\"", &*self.text, b"\");\n"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_become_longer_and_not_more_on_a_large_site_until_a_question_would_read_too_much() {
        assert_eq!((RECORDS.size(0), RECORDS.size(8 << 20)), (RECORDS.least, RECORDS.least));
        let large = 24 << 20;
        assert!(large / RECORDS.size(large) <= RECORDS.files);
        assert_eq!(RECORDS.size(usize::MAX), RECORDS.most);
        const { assert!(10 * RECORDS.most + 4 * LISTS.most + 2 * DICTIONARY < 290 * 1024) };
    }
}
