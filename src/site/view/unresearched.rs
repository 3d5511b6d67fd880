//! The view of cells that nobody has researched, or on which sources are silent.

use serde::Serialize;

use super::cell::Cell;
use super::link::Link;

/// `unresearched`
#[derive(Clone, Debug, Serialize)]
pub struct Unresearched {
    /// By country.
    pub countries: Vec<UnresearchedCountry>,
    /// Where to send what is known.
    pub contribute: Option<String>,
}

/// What nobody has answered of one country.
#[derive(Clone, Debug, Serialize)]
pub struct UnresearchedCountry {
    /// The country.
    pub country: Link,
    /// Cells that nobody looked at.
    pub not_researched: Vec<Cell>,
    /// Cells whose source was read and says nothing.
    pub silent: Vec<Cell>,
    /// Cells whose law exists but was not obtained.
    pub unavailable: Vec<Cell>,
    /// Cells with an answer.
    pub answered: usize,
    /// Questions in all.
    pub questions: usize,
    /// Instruments of which nothing is recorded.
    pub treaties: Vec<Link>,
}
