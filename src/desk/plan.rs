//! What an import would do: what it changes, what it refuses and why, and the texts of files after it.

use std::fmt;
use std::sync::Arc;

use crate::text::{Diagnostics, Files};

/// A cell or a row of the file that is imported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// The column by its letters, and its heading. In a list of references a row is an entry: the letters are empty, and
    /// the key of the entry stands in place of the heading.
    pub column: Option<(String, String)>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some((letters, key)) if letters.is_empty() => write!(f, "entry {} ({key})", self.row),
            Some((letters, name)) => write!(f, "row {}, column {letters} ({name})", self.row),
            None => write!(f, "row {}", self.row),
        }
    }
}

/// What happens to a cell of the matrix, or to another record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is recorded for the first time.
    New,
    /// A later observation stands beside the old one, which is kept.
    Later,
    /// So does one of an earlier day.
    Earlier,
    /// So does one for the same day, from another source or place.
    Beside,
    /// A source gives another day than those before it; what each says is kept.
    Differs,
    /// A further source gives the same day; a statement of its own says so.
    Confirmed,
    /// The answer was wrong; the old one is kept as a change with its reason.
    Corrected,
    /// Other fields than the answer are written anew.
    Edited,
}

impl Change {
    /// The word for it in a list.
    pub fn word(self) -> &'static str {
        match self {
            Change::New => "new",
            Change::Later => "later",
            Change::Earlier => "earlier",
            Change::Beside => "beside",
            Change::Differs => "differs",
            Change::Confirmed => "confirmed",
            Change::Corrected => "corrected",
            Change::Edited => "changed",
        }
    }
}

/// One change that is planned.
#[derive(Clone, Debug)]
pub struct Step {
    /// What kind of change it is.
    pub change: Change,
    /// Where in the imported file it comes from.
    pub spot: Spot,
    /// What is changed: `xr, my-question`.
    pub subject: String,
    /// The fields: name, old words, new words.
    pub fields: Vec<(String, String, String)>,
}

/// Something that cannot be imported.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// Where it stands.
    pub spot: Spot,
    /// Whether the site says something else since the export.
    pub is_conflict: bool,
    /// In lower case, without a final period.
    pub why: String,
    /// How to correct it.
    pub help: Vec<String>,
}

/// A file with its new text.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Relative to the root of the site.
    pub path: String,
    /// Its text before; `None` for a new file.
    pub old: Option<Arc<str>>,
    /// Its text after.
    pub new: String,
}

/// All that an import would do.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of the imported file.
    pub steps: Vec<Step>,
    /// By row and column.
    pub refusals: Vec<Refusal>,
    /// What is to be known besides, a sentence each, without a final period.
    pub notices: Vec<String>,
    /// By path.
    pub edits: Vec<Edit>,
    /// Errors that the site would have elsewhere, or has already, with the files that they are in.
    pub faults: Option<(Files, Diagnostics)>,
}

impl Plan {
    /// Whether it may be written.
    pub fn is_sound(&self) -> bool {
        self.refusals.is_empty() && self.faults.is_none()
    }

    /// Takes out the steps of rows and cells that are refused: what is refused is not new.
    pub(super) fn drop_refused(&mut self) {
        let (refusals, steps) = (&self.refusals, &mut self.steps);
        steps.retain(|step| {
            let is_of = |spot: &Spot| {
                let is_cell = step.spot.column.is_none() || spot.column.is_none() || step.spot.column == spot.column;
                step.spot.row == spot.row && is_cell
            };
            !refusals.iter().any(|refusal| is_of(&refusal.spot))
        });
    }

    pub(super) fn refuse(&mut self, spot: Spot, why: impl Into<String>, help: impl Into<String>) {
        let help = Some(help.into()).filter(|help| !help.is_empty());
        self.refusals.push(Refusal { spot, is_conflict: false, why: why.into(), help: help.into_iter().collect() });
    }

    pub(super) fn notice(&mut self, notice: String) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}
