//! Prose as HTML: the only place that prints it. No word of the interface is printed here, so that it needs no language.

use serde::{Serialize, Serializer};

use crate::site::view::Prose;

impl Serialize for Prose {
    /// As a string of HTML.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }
}
