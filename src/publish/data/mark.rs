//! The marks of empty cells, which say why a cell is empty.

use crate::table::Missing;

/// The mark of an empty cell in CSV; a value that is not recorded has none.
pub fn mark(missing: Missing) -> &'static str {
    match missing {
        Missing::NotRecorded => "",
        Missing::NotApplicable => "(n/a)",
        Missing::Silent => "(silent)",
        Missing::Open => "(open)",
    }
}
