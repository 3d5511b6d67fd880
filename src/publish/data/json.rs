//! All tables as one JSON file: `tables`, then the name of each table, then its rows as objects.
//!
//! It is written row by row, because its tree in memory would be many times its size.

use serde_json::json;

use crate::table::{Cell, Column, Missing, Table, Tables, VERSION};

use super::piece::Pieces;

const IN_MEMORY: &str = "pieces take all bytes";

/// The reasons for missing values, explained for readers of the file.
const MISSING: [(&str, &str); 4] = [
    ("null", "not recorded: no source that was read gives it; for first_day and last_day: open"),
    (
        "no such key",
        "not applicable: the column does not apply to this row, or bounds the date before it, which is null or open",
    ),
    ("{\"missing\":\"silent\"}", "silent: the source was read and does not say it"),
    ("list", "a list of words is an array"),
];

/// Prints all tables.
pub(super) fn print(tables: Tables<'_>, out: &mut Pieces<'_>) {
    let about = tables.about();
    out.extend_from_slice(b"{\n");
    let head = json!({
        "schema_version": VERSION,
        "title": about.title,
        "description": about.description,
        "edition": about.edition,
        "law_as_at": about.law_as_at,
        "language": about.language,
        "licence": about.licence,
        "licence_url": about.licence_url,
        "notice": about.notice,
        "missing": MISSING.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
    });
    for (key, value) in head.as_object().into_iter().flatten() {
        value_of(out, key);
        out.push(b':');
        serde_json::to_writer(&mut *out, value).expect(IN_MEMORY);
        out.extend_from_slice(b",\n");
    }
    out.extend_from_slice(b"\"tables\":{\n");
    for (at, table) in tables.all().enumerate() {
        out.extend_from_slice(if at == 0 { b"" } else { b",\n" });
        value_of(out, table.name);
        out.extend_from_slice(b":[");
        rows(out, table);
        out.extend_from_slice(b"]");
    }
    out.extend_from_slice(b"\n}}\n");
}

fn rows(out: &mut Pieces<'_>, table: Table<'_>) {
    let Table { columns, rows, .. } = table;
    // Every row repeats the names of the columns, so they are encoded once.
    let keys: Vec<Vec<u8>> = columns.iter().map(|column| key_of(&column.name)).collect();
    let mut between: &[u8] = b"\n";
    for cells in rows {
        out.extend_from_slice(between);
        between = b",\n";
        row(out, &cells, &columns, &keys);
    }
}

fn row(out: &mut Pieces<'_>, cells: &[Cell<'_>], columns: &[Column], keys: &[Vec<u8>]) {
    out.push(b'{');
    let mut first = true;
    for ((cell, column), key) in cells.iter().zip(columns).zip(keys) {
        if is_left_out(cell, column) {
            continue;
        }
        if !first {
            out.push(b',');
        }
        first = false;
        out.extend_from_slice(key);
        match cell {
            Cell::Text(text) => value_of(out, text),
            Cell::Number(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Cell::Flag(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
            Cell::List(items) => serde_json::to_writer(&mut *out, items).expect(IN_MEMORY),
            Cell::Missing(Missing::Silent) => out.extend_from_slice(br#"{"missing":"silent"}"#),
            Cell::Missing(_) => out.extend_from_slice(b"null"),
        }
    }
    out.push(b'}');
}

/// Whether a cell has no key: its column does not apply, or it is the open bound of a date.
fn is_left_out(cell: &Cell<'_>, column: &Column) -> bool {
    match cell {
        Cell::Missing(Missing::NotApplicable) => true,
        Cell::Missing(_) => column.bound,
        _ => false,
    }
}

fn key_of(name: &str) -> Vec<u8> {
    let mut out = serde_json::to_vec(name).expect(IN_MEMORY);
    out.push(b':');
    out
}

fn value_of(out: &mut Pieces<'_>, text: &str) {
    serde_json::to_writer(out, text).expect(IN_MEMORY);
}
