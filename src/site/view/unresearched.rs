//! The view of cells that nobody has researched, or on which sources are silent.

use serde::Serialize;

use super::cell::Cell;
use super::link::Link;
use super::stale::StaleLink;

/// Template `unresearched`.
#[derive(Clone, Debug, Serialize)]
pub struct Unresearched {
    /// By country.
    pub countries: Vec<UnresearchedCountry>,
    /// The page of what nobody has confirmed for long, where there is one.
    pub stale: Option<StaleLink>,
    /// The address to which readers send what they know.
    pub contribute: Option<String>,
}

/// The open questions of one country.
#[derive(Clone, Debug, Serialize)]
pub struct UnresearchedCountry {
    /// The country.
    pub country: Link,
    /// Cells that nobody has researched.
    pub not_researched: Vec<Cell>,
    /// Cells whose source was read and says nothing.
    pub silent: Vec<Cell>,
    /// Cells for which a law exists whose text was not obtained.
    pub unavailable: Vec<Cell>,
    /// Number of cells with an answer.
    pub answered: usize,
    /// Number of all questions.
    pub questions: usize,
    /// How much of each section of the codebook is answered, in its order; sections that do not apply are left out.
    pub sections: Vec<SectionAnswered>,
    /// Instruments for which nothing is recorded.
    pub treaties: Vec<Link>,
}

/// How much of one section is answered.
#[derive(Clone, Debug, Serialize)]
pub struct SectionAnswered {
    /// The section.
    pub section: Link,
    /// Number of cells with an answer.
    pub answered: usize,
    /// Number of questions that apply.
    pub asked: usize,
    /// Number of answers of which no finding quotes its source; computed ones are not counted.
    pub without_quotation: usize,
    /// Number of answers with words by a machine.
    pub machine_translated: usize,
}
