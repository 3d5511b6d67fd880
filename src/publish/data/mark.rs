//! How an empty cell says why it is empty.

use crate::table::Missing;

/// How an empty cell of a CSV file says why it is empty.
pub fn mark(missing: Missing) -> &'static str {
    match missing {
        Missing::NotRecorded => "",
        Missing::NotApplicable => "(n/a)",
        Missing::Silent => "(silent)",
        Missing::Open => "(open)",
    }
}
