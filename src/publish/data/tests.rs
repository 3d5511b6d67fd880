//! What the files of data promise to those who read them.

use serde_json::Value;

use crate::site::data::{TABLES, Tables, sample};

use super::{csv, json, package};

fn printed(name: &str) -> String {
    let corpus = sample::corpus(sample::findings());
    let table = TABLES.iter().find(|table| table.name == name).expect(name);
    String::from_utf8(csv::print(Tables::of(&corpus), table)).expect("a table is UTF-8")
}

fn whole() -> Value {
    let corpus = sample::corpus(sample::findings());
    serde_json::from_slice(&json::print(Tables::of(&corpus))).expect("the whole is JSON")
}

fn package() -> Value {
    let corpus = sample::corpus(Vec::new());
    serde_json::from_slice(&package::print(&Tables::of(&corpus).about())).expect("the package is JSON")
}

#[test]
fn no_cell_of_any_table_can_run_in_a_spreadsheet() {
    for table in &TABLES {
        let text = printed(table.name);
        assert!(!text.contains('\r'), "{} holds a carriage return", table.name);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        for row in reader.records() {
            for cell in &row.expect("a table is well formed") {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\n']), "{}: {cell}", table.name);
            }
        }
    }
    assert!(printed("statistics").contains(",'-3,"));
    assert!(printed("findings").contains("\"'=HYPERLINK(\"\"x\"\")\""));
}

#[test]
fn the_whole_holds_the_words_as_they_are_and_every_table() {
    let whole = whole();
    assert_eq!(whole["schema_version"], 1);
    assert_eq!(whole["tables"].as_object().map(|tables| tables.len()), Some(TABLES.len()));
    assert_eq!(whole["tables"]["statistics"][0]["value"], "-3");
    assert_eq!(whole["tables"]["countries"][1]["trace"], serde_json::json!(["R-1", "R-2"]));
    for table in &TABLES {
        let rows = ::csv::Reader::from_reader(printed(table.name).as_bytes()).records().count();
        assert_eq!(whole["tables"][table.name].as_array().map(Vec::len), Some(rows), "{}", table.name);
    }
}

#[test]
fn the_whole_keeps_not_recorded_not_applicable_and_silent_apart() {
    let offences = &whole()["tables"]["offences"];
    assert_eq!(offences[1]["provision"], serde_json::json!({ "missing": "silent" }));
    assert_eq!(offences[0].get("code"), None);
    assert_eq!(whole()["tables"]["laws"][0].get("signed"), Some(&Value::Null));
}

#[test]
fn the_package_describes_the_columns_that_the_tables_have() {
    let package = package();
    for (resource, table) in package["resources"].as_array().into_iter().flatten().zip(&TABLES) {
        let fields = resource["schema"]["fields"].as_array().expect("a schema has fields");
        let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
        let text = printed(table.name);
        assert_eq!(text.lines().next(), Some(names.join(",").as_str()));
        assert!(fields.iter().all(|field| field["description"].as_str().is_some_and(|words| !words.is_empty())));
    }
    assert_eq!(package["name"], "atlas-of-ruritania");
    assert_eq!(package["licenses"][0]["name"], "cc-by-4-0");
}

#[test]
fn printing_twice_gives_the_same_bytes() {
    for table in &TABLES {
        assert_eq!(printed(table.name), printed(table.name));
    }
    let bytes = || json::print(Tables::of(&sample::corpus(sample::findings())));
    assert_eq!(bytes(), bytes());
}
