//! Pages of prose, of the data, and the page for missing addresses.

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
    /// All statuses in order.
    pub statuses: Vec<&'static str>,
    /// All tiers in order.
    pub tiers: Vec<&'static str>,
    /// First and last day on which a source was looked up.
    pub accessed: Option<Span>,
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
    /// The absolute address of the folder of the home page, without `/` at its end, where the configuration names a base.
    pub home: Option<String>,
}
