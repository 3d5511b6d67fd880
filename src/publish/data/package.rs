//! The description of the tables: a Frictionless Data Package, version 2, whose schemas give types, keys, foreign keys,
//! and the meaning of empty cells.
//!
//! Version 2, because only there a missing value can have a label; validators of version 1 refuse labels.

use serde_json::{Map, Value, json};

use crate::table::{About, Column, ColumnType, Missing, Table, Tables, VERSION};
use crate::text::slug;

use super::csv::BETWEEN;
use super::mark::mark;

/// What readers of the files need to know, in the package's description.
const CONVENTIONS: &str = "\
Identities are those of the pages' addresses. A date known in part stands as it is written in the files of content \
(2004, mid-2005, after 2017); `_earliest` and `_latest` beside it are the first and the last day it can be. An empty cell \
says why it is empty: see missingValues; none of them is \"no\". A text that begins with =, +, -, @, a tab or a line end, \
after any apostrophes, has one more apostrophe before it, so that no spreadsheet runs it; the same holds for a text that \
is itself one of the missing values. Take that one away when you read. Items of a list are separated by |; a | inside an \
item is written /. Longer texts are Markdown, in which [[id]] names a record and [@source, place] a source. `findings` is \
what sources say, written by coders or computed from treaty actions (`computed`); `states` is what is derived from them \
for each cell and each day. collatio.json holds the same tables without apostrophes or separators.";

/// Prints the package description.
pub(super) fn print(tables: Tables<'_>) -> Vec<u8> {
    let about = &tables.about();
    let mut package = Map::new();
    package.insert("$schema".into(), "https://datapackage.org/profiles/2.0/datapackage.json".into());
    package.insert("name".into(), slug(about.title.unwrap_or("data")).into());
    let described = about.description.map_or(CONVENTIONS.to_owned(), |line| format!("{line}\n\n{CONVENTIONS}"));
    for (key, value) in [
        ("title", about.title.map(str::to_owned)),
        ("description", Some(described)),
        ("homepage", about.base_url.map(str::to_owned)),
        ("version", about.edition.clone()),
        ("law_as_at", about.law_as_at.clone()),
        ("notice", about.notice.map(str::to_owned)),
        ("checksum", about.checksum.map(str::to_owned)),
    ] {
        if let Some(value) = value {
            package.insert(key.into(), value.into());
        }
    }
    package.insert("schema_version".into(), VERSION.into());
    if let Some(licence) = licence(about) {
        package.insert("licenses".into(), json!([licence]));
    }
    package.insert("resources".into(), tables.all().map(|table| resource(&table)).collect());
    let mut bytes = serde_json::to_vec_pretty(&package).expect("a tree of strings is JSON");
    bytes.push(b'\n');
    bytes
}

/// The licence: the format requires a one-word name or an address.
fn licence(about: &About<'_>) -> Option<Value> {
    match (about.licence, about.licence_url) {
        (None, None) => None,
        (Some(title), Some(path)) => Some(json!({ "path": path, "title": title })),
        (None, Some(path)) => Some(json!({ "path": path })),
        (Some(title), None) => Some(json!({ "name": slug(title), "title": title })),
    }
}

fn resource(table: &Table<'_>) -> Value {
    json!({
        "name": table.name,
        "type": "table",
        "path": format!("{}.csv", table.name),
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": schema(table),
    })
}

fn schema(table: &Table<'_>) -> Value {
    let mut schema = Map::new();
    schema.insert("fields".into(), table.columns.iter().map(|column| field(column, table.key)).collect());
    schema.insert("primaryKey".into(), table.key.into());
    schema.insert("missingValues".into(), Missing::ALL.map(missing).to_vec().into());
    if !table.foreign_keys.is_empty() {
        schema.insert("foreignKeys".into(), table.foreign_keys.iter().map(|to| reference(table, to)).collect());
    }
    schema.into()
}

fn missing(why: Missing) -> Value {
    json!({ "value": mark(why), "label": why.label() })
}

fn field(column: &Column, key: &[&str]) -> Value {
    let kind = match column.holds {
        ColumnType::Text => "string",
        ColumnType::Day => "date",
        ColumnType::Number => "integer",
        ColumnType::Flag => "boolean",
        ColumnType::List => "list",
    };
    let mut field = Map::new();
    field.insert("name".into(), column.name.as_str().into());
    field.insert("type".into(), kind.into());
    field.insert("description".into(), column.description.as_str().into());
    match column.holds {
        ColumnType::List => drop(field.insert("delimiter".into(), BETWEEN.into())),
        ColumnType::Flag => {
            field.insert("trueValues".into(), json!(["true"]));
            field.insert("falseValues".into(), json!(["false"]));
        }
        ColumnType::Text | ColumnType::Day | ColumnType::Number => {}
    }
    if column.required || key.contains(&column.name.as_str()) {
        field.insert("constraints".into(), json!({ "required": true }));
    }
    field.into()
}

/// A foreign key; the format requires an empty table name where a table refers to itself.
fn reference(table: &Table<'_>, (column, to): &(String, &str)) -> Value {
    if *to == table.name {
        json!({ "fields": [column], "reference": { "fields": ["id"] } })
    } else {
        json!({ "fields": [column], "reference": { "resource": to, "fields": ["id"] } })
    }
}
