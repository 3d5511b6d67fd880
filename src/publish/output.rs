//! Files that are ready to be written.

/// A finished file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Path from the root of the site, with `/`.
    pub path: String,
    /// Its bytes, or a piece of them.
    pub bytes: Vec<u8>,
    /// Whether the file continues in the next output.
    pub goes_on: bool,
}

impl Output {
    /// A whole file.
    pub fn whole(path: impl Into<String>, bytes: Vec<u8>) -> Output {
        Output { path: path.into(), bytes, goes_on: false }
    }
}
