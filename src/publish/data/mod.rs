//! The site as data: a CSV file for each table, all tables as one JSON file and as a workbook, the package description,
//! and the sitemap.
//!
//! What comes in is the [`Site`]; what goes out are files, one at a time, so that only one is in memory.

mod csv;
mod json;
mod json_ld;
mod mark;
mod package;
mod piece;
mod sitemap;
#[cfg(test)]
mod tests;
mod workbook;

use crate::site::view::{DataFile, DataPage};
use crate::site::{Address, Site};
use crate::table::{self, Tables};

use super::cite;
use super::output::Output;
use piece::Pieces;

pub use json_ld::json_ld;

/// The folder of the data files, from the root of the site.
const FOLDER: &str = "data";

/// All tables as JSON.
const JSON: &str = "data/collatio.json";

/// All tables as a workbook, for people.
const WORKBOOK: &str = "data/collatio.xlsx";

/// The Frictionless package description.
const PACKAGE: &str = "data/datapackage.json";

/// Passes every data file to `sink`, in the order of [`paths`]. Stops at the first error of the sink.
pub fn each<E>(site: &Site, sink: &mut dyn FnMut(Output) -> Result<(), E>) -> Result<(), E> {
    for path in paths(site) {
        let mut outcome = Ok(());
        let mut out = Pieces::new(|bytes| {
            // After an error of the sink, the rest of the file is still made, but dropped.
            if outcome.is_ok() {
                outcome = sink(Output { path: path.clone(), bytes, goes_on: true });
            }
        });
        let there = print(site, &path, &mut out);
        let bytes = out.rest();
        outcome?;
        if there {
            sink(Output::whole(path, bytes))?;
        }
    }
    Ok(())
}

/// The paths of all data files, in order.
pub fn paths(site: &Site) -> Vec<String> {
    let mut list: Vec<String> = table::names().map(table_path).collect();
    list.push(JSON.to_owned());
    list.push(WORKBOOK.to_owned());
    list.push(PACKAGE.to_owned());
    list.extend(cite::paths());
    list.extend(sitemap::paths(site));
    list
}

/// The data file at `path`, complete; `None` if there is no such file.
pub fn file(site: &Site, path: &str) -> Option<Output> {
    let mut bytes = Vec::new();
    let mut out = Pieces::new(|mut piece| bytes.append(&mut piece));
    let there = print(site, path, &mut out);
    let mut last = out.rest();
    bytes.append(&mut last);
    there.then(|| Output::whole(path, bytes))
}

/// Prints the data file at `path`. Returns whether there is such a file.
fn print(site: &Site, path: &str, out: &mut Pieces<'_>) -> bool {
    let tables = Tables::of_site(site);
    match path {
        JSON => json::print(tables, out),
        WORKBOOK => match workbook::print(tables) {
            Some(bytes) => out.extend_from_slice(&bytes),
            None => return false,
        },
        PACKAGE => out.extend_from_slice(&package::print(tables)),
        _ if cite::print(path, crate::site::references(site), &mut |text| out.extend_from_slice(text.as_bytes())) => {}
        _ => match table::names().find(|name| table_path(name) == path).and_then(|name| tables.named(name)) {
            Some(table) => csv::print(table, out),
            None => match sitemap::print(site, path) {
                Some(bytes) => out.extend_from_slice(&bytes),
                None => return false,
            },
        },
    }
    true
}

/// The view of the page about the data: every file, with its number of rows where that is known without making them.
pub fn page(site: &Site, address: &Address) -> DataPage {
    let tables = Tables::of_site(site).counts().map(|(name, rows)| (table_path(name), rows));
    let others = [JSON, PACKAGE].into_iter().map(str::to_owned).chain(cite::paths()).map(|path| (path, None));
    let file = |(path, rows): (String, Option<usize>)| {
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let key = name.split('.').next().unwrap_or_default().to_owned();
        DataFile { href: site.shared(address, &path), name, key, rows }
    };
    DataPage { workbook: Some(file((WORKBOOK.to_owned(), None))), files: tables.chain(others).map(file).collect() }
}

fn table_path(name: &str) -> String {
    format!("{FOLDER}/{name}.csv")
}
