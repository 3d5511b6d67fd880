//! A ZIP archive whose bytes depend only on the files in it.
//!
//! What comes in are paths and bytes; what goes out is an archive with sorted names, one time stamp, one mode, and the
//! UTF-8 flag. It is implemented here because the format is small, and because this way files can be compressed on all
//! cores before anything is written.

use std::collections::BTreeMap;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

/// Regular file, `rw-r--r--`: Unix stores it in the upper half of the external attributes.
const MODE: u32 = 0o100_644 << 16;
/// "Made by Unix", because only then the mode is read; version 2.0 suffices to extract.
const MADE_BY: u16 = 3 << 8 | 20;
const NEEDED: u16 = 20;
/// Flag: names are UTF-8.
const UTF_8: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Limits of the fields of the original ZIP format. Larger files and offsets are refused; for more files, a ZIP64 end
/// record is written.
const MOST: u64 = 0xffff_ffff;
const MANY: usize = 0xffff;

/// A file in the archive.
struct Entry {
    method: u16,
    crc: u32,
    length: u64,
    packed: Vec<u8>,
    sum: [u8; 32],
}

/// An archive under construction, with compressed files in memory.
pub(super) struct Archive {
    entries: BTreeMap<String, Entry>,
    time: u16,
    date: u16,
}

impl Archive {
    /// An empty archive; all its files are dated noon of this day. The format cannot say a year before 1980.
    pub(super) fn new(year: i16, month: u8, day: u8) -> Archive {
        let years = u16::try_from(year - 1980).unwrap_or_default().min(127);
        let date = if year < 1980 { 1 << 5 | 1 } else { years << 9 | u16::from(month) << 5 | u16::from(day) };
        Archive { entries: BTreeMap::new(), time: 12 << 11, date }
    }

    /// Compresses files on all cores. Returns the compressed length of each in bytes, in their order.
    pub(super) fn add(&mut self, files: Vec<(String, Vec<u8>)>) -> Vec<u64> {
        let packed: Vec<(String, Entry)> =
            files.into_par_iter().map(|(path, bytes)| (path, Entry::pack(&bytes))).collect();
        let lengths = packed.iter().map(|(_, entry)| entry.packed.len() as u64).collect();
        self.entries.extend(packed);
        lengths
    }

    /// The SHA-256 of each file, by its path.
    pub(super) fn sums(&self) -> impl Iterator<Item = (&str, &[u8; 32])> {
        self.entries.iter().map(|(path, entry)| (path.as_str(), &entry.sum))
    }

    /// The number of files.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// The length of the finished archive in bytes.
    pub(super) fn length(&self) -> u64 {
        let names: u64 = self.entries.keys().map(|path| 2 * path.len() as u64 + 30 + 46).sum();
        let packed: u64 = self.entries.values().map(|entry| entry.packed.len() as u64).sum();
        names + packed + 22 + if self.entries.len() >= MANY { 56 + 20 } else { 0 }
    }

    /// Whether every number fits into its field of the format.
    pub(super) fn fits(&self) -> bool {
        self.length() < MOST && self.entries.values().all(|entry| entry.length < MOST)
    }

    /// Writes the archive.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut directory = Vec::new();
        let mut at = 0u64;
        for (path, entry) in &self.entries {
            let mut head = Vec::with_capacity(30 + path.len());
            number(&mut head, 0x0403_4b50u32);
            self.describe(&mut head, path, entry);
            short(&mut head, 0);
            head.extend_from_slice(path.as_bytes());
            out.write_all(&head)?;
            out.write_all(&entry.packed)?;

            number(&mut directory, 0x0201_4b50);
            short(&mut directory, MADE_BY);
            self.describe(&mut directory, path, entry);
            // Length of the extra field, length of the comment, disk number, internal attributes.
            [0, 0, 0, 0].into_iter().for_each(|none| short(&mut directory, none));
            number(&mut directory, MODE);
            number(&mut directory, low(at));
            directory.extend_from_slice(path.as_bytes());
            at += (head.len() + entry.packed.len()) as u64;
        }
        let (count, length) = (self.entries.len(), directory.len() as u64);
        if count >= MANY {
            wide_end(&mut directory, count as u64, length, at);
        }
        number(&mut directory, 0x0605_4b50);
        [0, 0].into_iter().for_each(|disk| short(&mut directory, disk));
        let shown = u16::try_from(count.min(MANY)).unwrap_or(u16::MAX);
        [shown, shown].into_iter().for_each(|count| short(&mut directory, count));
        number(&mut directory, low(length));
        number(&mut directory, low(at));
        short(&mut directory, 0);
        out.write_all(&directory)
    }

    /// The fields that the local header and the central directory have in common.
    fn describe(&self, out: &mut Vec<u8>, path: &str, entry: &Entry) {
        for value in [NEEDED, UTF_8, entry.method, self.time, self.date] {
            short(out, value);
        }
        number(out, entry.crc);
        number(out, low(entry.packed.len() as u64));
        number(out, low(entry.length));
        short(out, u16::try_from(path.len()).unwrap_or(u16::MAX));
    }
}

impl Entry {
    fn pack(bytes: &[u8]) -> Entry {
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::best());
        let deflated = encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector takes all bytes");
        let shorter = deflated.len() < bytes.len();
        let (method, packed) = if shorter { (DEFLATED, deflated) } else { (STORED, bytes.to_vec()) };
        Entry { method, crc: crc.sum(), length: bytes.len() as u64, packed, sum: Sha256::digest(bytes).into() }
    }
}

/// The ZIP64 end record and its locator, for archives with more files than two bytes can count.
fn wide_end(out: &mut Vec<u8>, count: u64, length: u64, at: u64) {
    let place = at + length;
    number(out, 0x0606_4b50);
    long(out, 44);
    short(out, 3 << 8 | 45);
    short(out, 45);
    number(out, 0);
    number(out, 0);
    [count, count, length, at].into_iter().for_each(|value| long(out, value));
    number(out, 0x0706_4b50);
    number(out, 0);
    long(out, place);
    number(out, 1);
}

fn low(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn short(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn number(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn long(out: &mut Vec<u8>, value: u64) {
    out.extend_from_slice(&value.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(files: Vec<(String, Vec<u8>)>) -> Vec<u8> {
        let mut archive = Archive::new(2026, 1, 31);
        archive.add(files);
        let mut out = Vec::new();
        archive.write(&mut out).expect("a vector takes all bytes");
        assert_eq!(out.len() as u64, archive.length());
        out
    }

    #[test]
    fn the_order_in_which_files_come_does_not_show() {
        let one = ("b/x.html".to_owned(), b"words words words".to_vec());
        let two = ("a.html".to_owned(), b"other".to_vec());
        let there = written(vec![one.clone(), two.clone()]);
        assert_eq!(there, written(vec![two, one]));
        let first = there.windows(6).position(|w| w == b"a.html");
        let second = there.windows(8).position(|w| w == b"b/x.html");
        assert!(first < second);
    }

    #[test]
    fn more_files_than_two_bytes_can_count_are_counted_in_eight() {
        let files = (0..70_000).map(|n| (format!("{n}"), Vec::new())).collect();
        let there = written(files);
        let end = &there[there.len() - 22..];
        assert_eq!(&end[10..12], [0xff, 0xff]);
        let wide = &there[there.len() - 22 - 20 - 56..];
        assert_eq!(&wide[..4], [0x50, 0x4b, 6, 6]);
        assert_eq!(u64::from_le_bytes(wide[32..40].try_into().expect("eight bytes")), 70_000);
    }
}
