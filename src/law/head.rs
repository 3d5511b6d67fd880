//! What every record carries: where it stands, its former ids, what it acknowledges.

use crate::text::{At, Span};

use super::{ConflictId, Date};

/// What every record has in common.
#[derive(Clone, Debug)]
pub struct Head {
    /// The first fence of its file, or the header of its entry.
    pub at: Span,
    /// Whether a public build leaves it out.
    pub draft: bool,
    /// Former ids; for each a page redirects to the present one. Only records with a page of their own may have them.
    pub aliases: Vec<At<String>>,
    /// Ids of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
    /// Faults of this record that are to be tolerated, since the sources themselves cause them.
    pub acknowledge: Vec<Acknowledgement>,
    /// The day on which somebody verified that it still holds.
    pub confirmed_on: Option<Date>,
}

/// A fault that is tolerated, and the reason.
#[derive(Clone, Debug)]
pub struct Acknowledgement {
    /// The code of the fault.
    pub fault: At<String>,
    /// The record of the conflict that causes it.
    pub conflict: Option<At<ConflictId>>,
    /// Why the fault cannot be corrected.
    pub reason: String,
}
