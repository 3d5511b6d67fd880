//! The findings that a site has, as their files write them.

use std::collections::BTreeMap;

use crate::text::File;

use super::column::{Column, holder};
use super::front::Front;
use super::sum::sum;

/// A finding as its file writes it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The path of the file.
    pub(super) path: String,
    /// The name of the file without folder and ending.
    pub(super) file: String,
    /// Its number in the file, from 0.
    pub(super) number: usize,
    pub(super) question: String,
    /// The words of its cells, by column; what the file's `[defaults]` give is among them.
    pub(super) values: Vec<String>,
    /// The checksum of what it says; behind it those that it had while its records had former ids.
    pub(super) sums: Vec<String>,
}

impl Known {
    /// Whether it says what it said in the export that gave it this checksum.
    pub(super) fn is_as_in(&self, sum: &str) -> bool {
        self.sums.iter().any(|own| own == sum)
    }

    /// The words of the cell in the column `name`; empty where there is none.
    pub(super) fn text<'k>(&'k self, columns: &[Column], name: &str) -> &'k str {
        let at = columns.iter().position(|column| column.name == name);
        at.and_then(|at| self.values.get(at)).map_or("", String::as_str)
    }

    /// The code of the finding in a sheet: where it stands, and a checksum of what it says.
    pub(super) fn code(&self) -> String {
        format!("{}#{}@{}", self.file, self.number + 1, self.sums.first().map_or("", |sum| sum))
    }
}

/// The checksum of a finding with these words. Empty cells do not count, so that a field that the form gets later
/// changes no checksum.
pub(super) fn sum_of(question: &str, columns: &[Column], values: &[String]) -> String {
    let filled = columns.iter().zip(values).filter(|(_, value)| !value.is_empty());
    sum(std::iter::once(question).chain(filled.flat_map(|(column, value)| [column.name.as_str(), value.as_str()])))
}

/// The country and the name of a file of findings; `None` for other files and for translations.
pub(super) fn findings_file(path: &str) -> Option<(&str, &str)> {
    let (country, below) = path.strip_prefix("content/countries/")?.split_once('/')?;
    let name = below.strip_prefix("findings/")?.strip_suffix(".md")?;
    (!name.contains(['.', '/'])).then_some((country, name))
}

/// All findings by country, in the order of the files.
pub(super) fn findings(files: &[File], columns: &[Column]) -> BTreeMap<String, Vec<Known>> {
    let mut known: BTreeMap<String, Vec<Known>> = BTreeMap::new();
    let mut list: Vec<&File> = files.iter().collect();
    list.sort_by(|a, b| a.path.cmp(&b.path));
    for file in list {
        let Some((country, name)) = findings_file(&file.path) else { continue };
        let Some(front) = Front::read(&file.text) else { continue };
        let defaults = front.all("defaults").next();
        for entry in front.all("finding") {
            let shown = |column: &Column| {
                let name = column.field.name;
                let field = holder(entry, defaults, name).and_then(|entry| entry.field(name));
                column.shown(field.map(|field| &field.value))
            };
            let question = entry.text("question").to_owned();
            let values: Vec<String> = columns.iter().map(shown).collect();
            known.entry(country.to_owned()).or_default().push(Known {
                path: file.path.to_string(),
                file: name.to_owned(),
                number: entry.number,
                sums: vec![sum_of(&question, columns, &values)],
                question,
                values,
            });
        }
    }
    known
}
