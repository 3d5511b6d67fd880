//! What the layers tests still let pass. Each of these lists must become empty, and nothing may be added to it: the tests
//! hold them to what they find, line by line.

/// What still lies on a circle.
pub const KNOTTED: &[&str] = &[];

/// Types whose methods still stand in several files.
pub const SPREAD: &[&str] = &[];

/// What is still too long.
pub const LONG: &[&str] = &[];
