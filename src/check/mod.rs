//! What must hold between records.
