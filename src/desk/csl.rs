//! CSL-JSON, as reference managers export it.

use serde_json::Value;

use super::reference::{Person, Reference, date, kind};

/// The references of a file: a list of items, one item, or an object with `items`.
pub(super) fn read(text: &str) -> Result<Vec<Reference>, String> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())?;
    let items = match &value {
        Value::Array(items) => items.clone(),
        Value::Object(object) if object.contains_key("items") => {
            object.get("items").and_then(Value::as_array).cloned().unwrap_or_default()
        }
        Value::Object(_) => vec![value.clone()],
        _ => return Err("it is JSON, but no list of references".to_owned()),
    };
    Ok((1..).zip(&items).map(|(number, item)| reference(number, item)).collect())
}

fn reference(number: u32, item: &Value) -> Reference {
    let text = |name: &str| match item.get(name) {
        Some(Value::String(text)) => tagless(text),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let first = |names: &[&str]| names.iter().map(|name| text(name)).find(|text| !text.is_empty()).unwrap_or_default();
    Reference {
        number,
        key: first(&["citation-key", "id"]),
        kind: kind(&text("type")).to_owned(),
        title: text("title"),
        authors: people(item.get("author")),
        editors: people(item.get("editor")),
        container: first(&["container-title", "collection-title"]),
        publisher: first(&["publisher", "authority"]),
        town: text("publisher-place"),
        date: day(item.get("issued")),
        volume: text("volume"),
        issue: text("issue"),
        pages: text("page").replace('-', "–"),
        url: text("URL"),
        doi: text("DOI"),
        language: text("language"),
        accessed: day(item.get("accessed")),
    }
}

/// Words without the tags that CSL allows in titles.
fn tagless(text: &str) -> String {
    let mut out = text.to_owned();
    for tag in ["i", "b", "sub", "sup"] {
        out = out.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "");
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn people(value: Option<&Value>) -> Vec<Person> {
    let list = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let person = |value: &Value| {
        let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        if !part("literal").is_empty() {
            return Person::whole(part("literal"));
        }
        let family = format!("{} {}", part("non-dropping-particle"), part("family"));
        Person { family: family.trim().to_owned(), given: part("given").to_owned() }
    };
    list.iter().map(person).collect()
}

fn day(value: Option<&Value>) -> String {
    let Some(value) = value else { return String::new() };
    let first = value.get("date-parts").and_then(|parts| parts.get(0)).and_then(Value::as_array);
    let number = |value: &Value| match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    match first {
        Some(parts) => date(&parts.iter().map(number).collect::<Vec<_>>().join("-")),
        None => ["raw", "literal"].iter().find_map(|name| value.get(*name)?.as_str()).map_or(String::new(), date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_read_with_their_people_and_days() {
        let text = r#"[{"id": "a", "type": "report", "title": "On <i>Stars</i>", "author": [{"family": "Author", "given": "Ann"}, {"literal": "Star Office"}],
            "issued": {"date-parts": [["2005", 3]]}, "accessed": {"raw": "2006-01-02"}, "page": "1-20", "volume": 7},
            {"title": "Second"}]"#;
        let list = read(text).expect("it is CSL");
        assert_eq!((&*list[0].title, &*list[0].date, &*list[0].accessed), ("On Stars", "2005-03", "2006-01-02"));
        assert_eq!(
            (list[0].authors[1].name(), &*list[0].pages, &*list[0].volume),
            ("Star Office".to_owned(), "1–20", "7")
        );
        assert_eq!(list[1].number, 2);
        assert!(read("3").is_err() && read("{").is_err());
        assert_eq!(read(r#"{"items": [{"title": "x"}]}"#).expect("it is CSL").len(), 1);
    }
}
