//! What every record has: its place in the files, former ids, acknowledged faults.

use crate::text::{At, Span};

use super::{ConflictId, Date};

/// The fields that all kinds of record share.
#[derive(Clone, Debug)]
pub struct Head {
    /// Where diagnostics about the whole record point: the opening fence of its file, or the header of its entry.
    pub at: Span,
    /// Whether the record is a draft, which public builds leave out.
    pub draft: bool,
    /// Former ids; for each a page redirects to the present one. Only records with a page of their own may have them.
    pub aliases: Vec<At<String>>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
    /// Faults of this record that are tolerated, since they lie in the sources themselves.
    pub acknowledge: Vec<Acknowledgement>,
    /// The day on which somebody last verified that the record still holds.
    pub confirmed_on: Option<Date>,
    /// The places of those dates and codes of the record whose fields hold no place, by name.
    pub places: Box<[(&'static str, Span)]>,
}

impl Head {
    /// The place of a field among [`places`](Self::places); of the whole record where the field is none of them, or comes
    /// from the defaults of the file.
    pub fn place(&self, field: &str) -> Span {
        self.places.iter().find(|(name, _)| *name == field).map_or(self.at, |(_, at)| *at)
    }
}

/// A tolerated fault, and the reason.
#[derive(Clone, Debug)]
pub struct Acknowledgement {
    /// The code of the fault, as `collatio explain` lists them.
    pub fault: At<String>,
    /// The conflict record that documents its cause.
    pub conflict: Option<At<ConflictId>>,
    /// Why the fault cannot be corrected.
    pub reason: String,
}
