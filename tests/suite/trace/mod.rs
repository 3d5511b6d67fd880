//! The shipped site is held, row by row, to the register of statements from which it was written: each row stands on a
//! visible element of the built site with its country, its manner, its day, its value and its citation; and a record that
//! carries a row cannot be deleted or changed without being noticed.

mod cell;
mod mutation;
mod page;
mod register;
mod rule;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use crate::shipped::SHIPPED;

use register::Register;
use rule::{Carriers, Rows};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What publishes rows on the shipped site, read once for all tests that ask about it.
static CARRIERS: LazyLock<Carriers> = LazyLock::new(|| Carriers::of(&page::Site::of(&SHIPPED)));

/// The input of the shipped site.
pub fn input() -> collatio::Input {
    collatio::disk::read(root()).expect("the repository can be read")
}

/// The list of the places of all rows.
const PLACES: &str = "tests/suite/trace/places.txt";

/// Where each row stands, as the list says.
pub fn places() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join(PLACES)).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn the_register_is_held_byte_for_byte() {
    let told = register::read("SHA256SUMS");
    let sums: Vec<(&str, &str)> = told.lines().filter_map(|line| line.split_once("  ")).collect();
    assert_eq!(sums.len(), 21, "each table has its sum");
    for (sum, name) in sums {
        assert_eq!(register::sha256(name), sum, "{name} is not the table that the site was written from");
    }
}

#[test]
fn every_row_stands_on_a_visible_element_that_says_what_the_row_says() {
    let register = Register::read();
    let site = page::Site::of(&SHIPPED);
    let rows = Rows::of(&register);
    let mut found = Vec::new();
    for row in &rows.list {
        found.extend(row.check(&site, &CARRIERS, &register));
    }
    found.extend(rows.strangers(&CARRIERS));
    let shown: Vec<&String> = found.iter().take(400).collect();
    assert!(found.is_empty(), "{} faults\n{shown:#?}", found.len());
}

/// Where each row stands: a row that loses one of its places is noticed even where another still carries it.
#[test]
fn every_row_stands_where_the_list_of_places_says() {
    let places: BTreeSet<String> = CARRIERS.places();
    let text: String = places.iter().map(|line| format!("{line}\n")).collect();
    if std::env::var_os("COLLATIO_ACCEPT").is_some() {
        std::fs::write(root().join(PLACES), &text).expect("the list can be written");
    }
    let told = self::places();
    let lost: Vec<&String> = told.difference(&places).collect();
    let new: Vec<&String> = places.difference(&told).collect();
    assert!(
        lost.is_empty() && new.is_empty(),
        "lost: {lost:#?}\nnew: {new:#?}\nread them, then accept with COLLATIO_ACCEPT=1"
    );
}
