//! What every record carries: where it stands, its former ids, what it acknowledges.

use crate::text::{At, Span};

use super::{ConflictId, Date};

/// What every record and every entry carries.
#[derive(Clone, Debug)]
pub struct Head {
    /// Where it stands: the start of its file, or of its entry.
    pub at: Span,
    /// Kept out of a public build.
    pub draft: bool,
    /// Former identities; each leaves a page that leads on. Only records with a page of their own may have them.
    pub aliases: Vec<At<String>>,
    /// Identities of the statements of an outside register that it publishes (`C-011`).
    pub trace: Vec<String>,
    /// Faults that the sources themselves cause.
    pub acknowledge: Vec<Acknowledgement>,
    /// When somebody looked again and found it still right.
    pub confirmed_on: Option<Date>,
}

/// "This fault stands, because the sources contradict each other."
#[derive(Clone, Debug)]
pub struct Acknowledgement {
    /// The fault's code.
    pub fault: At<String>,
    /// The recorded conflict, if there is one.
    pub conflict: Option<At<ConflictId>>,
    /// Why it stands.
    pub reason: String,
}
