//! The views of pages of prose, of the page about the site, of the exported data, and of the page for missing
//! addresses.

use serde::Serialize;

use super::home::Counts;
use super::link::{Backlink, Span};
use super::prose::Prose;

/// `about`
#[derive(Clone, Debug, Serialize)]
pub struct About {
    /// The words of the content.
    pub body: Prose,
    /// How much there is.
    pub counts: Counts,
    /// All states in order, for the legend.
    pub states: Vec<&'static str>,
    /// The standings that an answer may have, for the legend.
    pub standings: Vec<&'static str>,
    /// All statuses in order.
    pub statuses: Vec<&'static str>,
    /// All tiers in order.
    pub tiers: Vec<&'static str>,
    /// First and last day on which a source was looked up.
    pub accessed: Option<Span>,
    /// What the site was made from. It stands here alone: in the frame, each edit would change every page.
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

/// `page`
#[derive(Clone, Debug, Serialize)]
pub struct ProsePage {
    /// The words.
    pub body: Prose,
    /// Pages that refer to it.
    pub cited_by: Vec<Backlink>,
}

/// `data`
#[derive(Clone, Debug, Serialize)]
pub struct DataPage {
    /// All tables as a workbook for people with a spreadsheet.
    pub workbook: Option<DataFile>,
    /// The files.
    pub files: Vec<DataFile>,
}

/// A file of data.
#[derive(Clone, Debug, Serialize)]
pub struct DataFile {
    /// Relative to the page.
    pub href: String,
    /// Its name; message `data-<name without ending>` says what it holds.
    pub name: String,
    /// That key.
    pub key: String,
    /// Number of rows.
    pub rows: Option<usize>,
}

/// `not-found`
#[derive(Clone, Debug, Serialize)]
pub struct NotFound {
    /// The absolute address of the folder of the home page, without `/` at its end, where the configuration names a
    /// base.
    pub home: Option<String>,
}
