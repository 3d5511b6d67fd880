//! What the data files promise to the programs that read them.

use serde_json::Value;

use crate::publish::Output;
use crate::site;
use crate::table::{Tables, names, sample};

use super::piece::Pieces;
use super::{csv, each, file, json, package, paths};

fn bytes_of(print: impl FnOnce(&mut Pieces<'_>)) -> Vec<u8> {
    let mut out = Pieces::new(|_| panic!("a sample is short"));
    print(&mut out);
    out.rest()
}

fn printed(name: &str) -> String {
    let corpus = sample::corpus(sample::findings());
    let table = Tables::of(&corpus).named(name).expect(name);
    String::from_utf8(bytes_of(|out| csv::print(table, out))).expect("a table is UTF-8")
}

fn whole() -> Value {
    let corpus = sample::corpus(sample::findings());
    serde_json::from_slice(&bytes_of(|out| json::print(Tables::of(&corpus), out))).expect("the whole is JSON")
}

fn package() -> Value {
    let corpus = sample::corpus(Vec::new());
    serde_json::from_slice(&package::print(Tables::of(&corpus))).expect("the package is JSON")
}

#[test]
fn no_cell_of_any_table_can_run_in_a_spreadsheet() {
    for table in names() {
        let text = printed(table);
        assert!(!text.contains('\r'), "{table} holds a carriage return");
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        for row in reader.records() {
            for cell in &row.expect("a table is well formed") {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\n']), "{table}: {cell}");
            }
        }
    }
    assert!(printed("statistics").contains(",'-3,"));
    assert!(printed("findings").contains("\"'=HYPERLINK(\"\"x\"\")\""));
}

#[test]
fn the_whole_holds_the_words_as_they_are_and_every_table() {
    let whole = whole();
    assert_eq!(whole["schema_version"], 2);
    assert_eq!(whole["tables"].as_object().map(|tables| tables.len()), Some(names().count()));
    assert_eq!(whole["tables"]["statistics"][0]["value"], "-3");
    assert_eq!(whole["tables"]["countries"][1]["trace"], serde_json::json!(["R-1", "R-2"]));
    for table in names() {
        let rows = ::csv::Reader::from_reader(printed(table).as_bytes()).records().count();
        assert_eq!(whole["tables"][table].as_array().map(Vec::len), Some(rows), "{table}");
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
    for (resource, table) in package["resources"].as_array().into_iter().flatten().zip(names()) {
        let fields = resource["schema"]["fields"].as_array().expect("a schema has fields");
        let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
        let text = printed(table);
        assert_eq!(text.lines().next(), Some(names.join(",").as_str()));
        assert!(fields.iter().all(|field| field["description"].as_str().is_some_and(|words| !words.is_empty())));
    }
    assert_eq!(package["name"], "atlas-of-ruritania");
    assert_eq!(package["licenses"][0]["name"], "cc-by-4-0");
}

#[test]
fn printing_twice_gives_the_same_bytes() {
    for table in names() {
        assert_eq!(printed(table), printed(table));
    }
    let bytes = || bytes_of(|out| json::print(Tables::of(&sample::corpus(sample::findings())), out));
    assert_eq!(bytes(), bytes());
}

fn site(base_url: Option<&str>) -> site::Site {
    let mut corpus = sample::corpus(sample::findings());
    corpus.settings.base_url = base_url.map(str::to_owned);
    let inputs = site::view::Inputs { files: 0, checksum: String::new() };
    site::compile(corpus, site::Days::default(), site::Words::default(), inputs)
}

fn files(site: &site::Site) -> Vec<Output> {
    let mut list = Vec::new();
    let done: Result<(), ()> = each(site, &mut |output| {
        list.push(output);
        Ok(())
    });
    assert_eq!(done, Ok(()));
    list
}

#[test]
fn every_path_is_printed_once_and_in_order() {
    for base_url in [None, Some("https://example.org/atlas/")] {
        let site = site(base_url);
        let printed: Vec<String> = files(&site).into_iter().map(|output| output.path).collect();
        assert_eq!(printed, paths(&site));
        assert_eq!(printed.contains(&"sitemap.xml".to_owned()), base_url.is_some());
    }
}

#[test]
fn the_first_error_of_the_sink_ends_the_printing() {
    let mut taken = 0;
    let done = each(&site(None), &mut |_| {
        taken += 1;
        Err("full")
    });
    assert_eq!((done, taken), (Err("full"), 1));
}

#[test]
fn the_list_of_pages_names_the_canonical_address_of_each_and_no_page_that_leads_away() {
    let site = site(Some("https://example.org/atlas/"));
    let output = file(&site, "sitemap.xml").expect("there is a list");
    let text = String::from_utf8(output.bytes).expect("it is text");
    let canonical = |address: &site::Address| site::page(&site, address).canonical;
    let expected: Vec<String> = site
        .addresses()
        .iter()
        .filter(|address| !matches!(address.page, site::Page::Moved { .. }))
        .filter_map(canonical)
        .collect();
    let found: Vec<&str> = text.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(found, expected);
}
