//! CSL-JSON, the input format of citation styles.

use serde_json::{Map, Value, json};

use super::field::{figures, made, note, site};
use crate::site::view::{Reference, ReferenceKind, When};

/// A list of one item.
pub(super) fn print(reference: &Reference) -> String {
    let text = serde_json::to_string(&[item(reference)]).expect("words and figures can be written as JSON");
    format!("{text}\n")
}

fn item(reference: &Reference) -> Value {
    let kind = match reference.kind {
        ReferenceKind::Law => "legislation",
        ReferenceKind::Treaty => "treaty",
        ReferenceKind::Bill => "bill",
        ReferenceKind::Standard | ReferenceKind::Source => "document",
        ReferenceKind::Page => "webpage",
    };
    let mut item = Map::new();
    item.insert("id".into(), json!(reference.key));
    item.insert("type".into(), json!(kind));
    let mut set = |name: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            item.insert(name.into(), json!(value));
        }
    };
    set("title", Some(reference.title.as_str()));
    set("original-title", reference.original.as_ref().map(|title| title.text.as_str()));
    set("jurisdiction", reference.jurisdiction.as_deref());
    set("number", reference.number.as_deref());
    set("section", reference.section.as_deref());
    set("publisher", reference.publisher.as_deref());
    set("container-title", site(reference));
    set("language", Some(&reference.language));
    set("URL", reference.url.as_deref());
    set("note", Some(&note(reference)));
    if let Some(author) = &reference.author {
        item.insert("author".into(), json!([{ "literal": author.as_str() }]));
    }
    let dates = [("issued", made(reference)), ("available-date", reference.in_force.as_ref())];
    for (name, date) in dates {
        if let Some(date) = date.and_then(parts) {
            item.insert(name.into(), date);
        }
    }
    if let Some(year) = reference.year.as_ref().filter(|_| reference.made.is_none()) {
        item.insert("issued".into(), json!({ "literal": year }));
    }
    Value::Object(item)
}

/// A date as `date-parts` as far as it is known in figures, else literally.
fn parts(date: &When) -> Option<Value> {
    match figures(date) {
        figures if !figures.is_empty() => Some(json!({ "date-parts": [figures] })),
        _ if date.form == "undated" => None,
        _ => Some(json!({ "literal": date.iso })),
    }
}
