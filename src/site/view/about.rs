//! The views of pages of prose, of the page about the site, of the exported data, and of the page for missing
//! addresses.

use serde::Serialize;

use super::home::Counts;
use super::link::{Backlink, Span};
use super::prose::Prose;

/// Template `about`.
#[derive(Clone, Debug, Serialize)]
pub struct About {
    /// The prose of the page.
    pub body: Prose,
    /// How many records of each kind the site has.
    pub counts: Counts,
    /// All states of cells, in the order of the legend.
    pub states: Vec<&'static str>,
    /// All standings of answers, in the order of the legend.
    pub standings: Vec<&'static str>,
    /// All treaty statuses, in the order of the legend.
    pub statuses: Vec<&'static str>,
    /// All tiers of sources, nearest to the law first.
    pub tiers: Vec<&'static str>,
    /// The first and the last day on which a source was looked up.
    pub accessed: Option<Span>,
    /// What the site was made from. It is only on this page: in the frame, each edit would change every page.
    pub inputs: Inputs,
}

/// What a build was made from.
#[derive(Clone, Debug, Serialize)]
pub struct Inputs {
    /// Number of files of content.
    pub files: usize,
    /// Checksum of their paths and bytes, hexadecimal.
    pub checksum: String,
}

/// Template `page`.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePage {
    /// The prose of the page.
    pub body: Prose,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// Template `data`.
#[derive(Clone, Debug, Serialize)]
pub struct DataPage {
    /// A workbook with all tables, for use in a spreadsheet.
    pub workbook: Option<DataFile>,
    /// The tables, one file each.
    pub files: Vec<DataFile>,
}

/// An exported data file.
#[derive(Clone, Debug, Serialize)]
pub struct DataFile {
    /// Relative to the page.
    pub href: String,
    /// File name with ending.
    pub name: String,
    /// File name without ending. Message `data-<key>` says what the file holds.
    pub key: String,
    /// Number of rows, for a table.
    pub rows: Option<usize>,
}

/// Template `not-found`.
#[derive(Clone, Debug, Serialize)]
pub struct NotFound {
    /// The absolute address of the folder of the home page, without `/` at its end, where the configuration names a
    /// base.
    pub home: Option<String>,
}
