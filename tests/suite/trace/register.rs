//! The tables from which the shipped content was written.

use std::collections::BTreeMap;

use collatio::text::MONTHS;
use sha2::{Digest, Sha256};

/// A row: column and value.
pub type Row = BTreeMap<String, String>;

/// The tables that statements come from.
pub struct Register {
    pub claims: Vec<Row>,
    pub contradictions: Vec<Row>,
    pub conflicts: Vec<Row>,
    pub statistics: Vec<Row>,
    pub gaps: Vec<Row>,
    pub actions: Vec<Row>,
    pub absences: Vec<Row>,
    pub matrix: Vec<Row>,
    pub law: Vec<Row>,
    pub amendments: Vec<Row>,
    pub wordings: Vec<Row>,
    pub entry_rules: Vec<Row>,
    pub entry_rules_more: Vec<Row>,
}

impl Register {
    /// Reads the tables.
    pub fn read() -> Register {
        Register {
            claims: table("claims"),
            contradictions: table("contradictions"),
            conflicts: table("conflicts"),
            statistics: table("statistics"),
            gaps: table("gaps"),
            actions: [table("treaty_actions"), table("treaty_actions_2")].concat(),
            absences: [table("treaty_absences"), table("treaty_absences_2")].concat(),
            matrix: table("matrix"),
            law: table("national_law"),
            amendments: table("amendments"),
            wordings: table("wordings"),
            entry_rules: table("entry_rules"),
            entry_rules_more: table("entry_rules_more"),
        }
    }

    /// The claim with an identity.
    pub fn claim(&self, id: &str) -> Option<&Row> {
        self.claims.iter().find(|row| row["claim_id"] == id)
    }
}

/// A file of the register as text.
pub fn read(name: &str) -> String {
    let path = super::root().join("tests/dossier").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The checksum of a file of the register.
pub fn sha256(name: &str) -> String {
    let bytes = std::fs::read(super::root().join("tests/dossier").join(name)).expect("the table is there");
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn table(name: &str) -> Vec<Row> {
    let text = read(&format!("{name}.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<Row> = reader.deserialize().map(|row| row.expect("the table is sound")).collect();
    assert!(!rows.is_empty(), "{name} has rows");
    rows
}

/// Ranges of lines, as the register ("27, 92-96") and the site ("L27, L92-96") write them.
pub fn ranges(text: &str) -> Vec<(u32, u32)> {
    let pieces = text.split(|c: char| !(c.is_ascii_digit() || c == '-' || c == 'L'));
    let range = |piece: &str| {
        let piece = piece.trim_matches('-');
        let (first, last) = piece.split_once('-').unwrap_or((piece, piece));
        Some((first.trim_start_matches('L').parse().ok()?, last.trim_start_matches('L').parse().ok()?))
    };
    pieces.filter_map(range).collect()
}

/// The same, only where each range is marked as lines ("L135-138").
pub fn marked_ranges(text: &str) -> Vec<(u32, u32)> {
    text.split([' ', ',', ';', '(', ')', '[', ']']).filter(|word| word.starts_with('L')).flat_map(ranges).collect()
}

/// A date of the register in the words of the site; nothing where it is no date.
pub fn date_in_words(date: &str) -> Option<String> {
    let parts: Vec<&str> = date.split('-').collect();
    let numbers: Option<Vec<usize>> = parts.iter().map(|part| part.parse().ok()).collect();
    Some(match numbers?[..] {
        [year] if parts[0].len() == 4 => year.to_string(),
        [year, month] => format!("{} {year}", MONTHS.get(month.checked_sub(1)?)?),
        [year, month, day] => format!("{day} {} {year}", MONTHS.get(month.checked_sub(1)?)?),
        _ => return None,
    })
}
