//! The views of the comparison of two countries.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::link::Link;
use super::treaty::Status;

/// Template `comparisons`.
#[derive(Clone, Debug, Serialize)]
pub struct Comparisons {
    /// The groups of the configuration with at least one pair.
    pub groups: Vec<PairedGroup>,
    /// The sections of the codebook, each on a page of its own.
    pub sections: Vec<Link>,
    /// The whole matrix.
    pub matrix: String,
    /// The page on which a reader collects answers.
    pub sheet: String,
}

/// A group of countries that are compared with each other.
#[derive(Clone, Debug, Serialize)]
pub struct PairedGroup {
    /// The group's name.
    pub title: TaggedText,
    /// Its countries.
    pub countries: Vec<PairedCountry>,
}

/// A country, with the countries with which it is compared.
#[derive(Clone, Debug, Serialize)]
pub struct PairedCountry {
    /// The country.
    pub country: Link,
    /// Its comparisons; the text is the name of the other country.
    pub with: Vec<Link>,
}

/// Template `pair`: the comparison of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    /// The two countries, in column order.
    pub countries: Vec<Link>,
    /// Their ids.
    pub ids: Vec<String>,
    /// The matrix with all countries.
    pub matrix: String,
    /// Number of questions.
    pub questions: usize,
    /// Number of questions with different answers.
    pub differ: usize,
    /// Number of questions with the same word but other details.
    pub similar: usize,
    /// Number of questions with the same answer.
    pub same: usize,
    /// Number of questions that both answer, one unclearly or with sources that disagree.
    pub unsettled: usize,
    /// Number of questions with an answer for only one country.
    pub only_one: usize,
    /// Number of questions without an answer for either.
    pub none: usize,
    /// The sections.
    pub sections: Vec<PairSection>,
    /// The states that occur, for the legend.
    pub states: Vec<&'static str>,
    /// The standings that occur, for the legend.
    pub standings: Vec<&'static str>,
    /// The treaty statuses of both, if both can join treaties.
    pub treaties: Option<PairTreaties>,
}

/// A section of the codebook in a comparison.
#[derive(Clone, Debug, Serialize)]
pub struct PairSection {
    /// Anchor on the page.
    pub id: String,
    /// Its title, leading to its own page.
    pub title: Link,
    /// Questions that are not answered in the same way, also where only one country answers.
    pub different: Vec<PairRow>,
    /// Questions with the same answer.
    pub same: Vec<PairRow>,
    /// Questions without an answer for either.
    pub none: Vec<PairRow>,
}

/// A question in a comparison.
#[derive(Clone, Debug, Serialize)]
pub struct PairRow {
    /// The question's page; the text is its label.
    pub question: Link,
    /// Its id.
    pub id: String,
    /// Its wording.
    pub wording: TaggedText,
    /// `law` or `practice`.
    pub domain: &'static str,
    /// `differs`, `similar` (the same word with other details), `same`, `unsettled` (both answer, one unclearly or
    /// disputed), `one` (only one answers), `none`. Message `likeness-<key>`.
    pub likeness: &'static str,
    /// For `one`: the name of the country that answers; else empty.
    pub answering_country: TaggedText,
    /// The two cells.
    pub cells: Vec<Cell>,
}

/// Treaty statuses in a comparison.
#[derive(Clone, Debug, Serialize)]
pub struct PairTreaties {
    /// Treaties towards which the statuses differ, or of which one country's alone is recorded.
    pub different: Vec<PairTreaty>,
    /// Treaties towards which they are the same.
    pub same: Vec<PairTreaty>,
    /// Treaties for which nothing is recorded of either.
    pub none: Vec<PairTreaty>,
    /// The statuses that occur, for the legend.
    pub statuses: Vec<&'static str>,
}

/// A treaty in a comparison.
#[derive(Clone, Debug, Serialize)]
pub struct PairTreaty {
    /// The instrument.
    pub instrument: Link,
    /// Addresses of the acts of each country on the instrument's page.
    pub hrefs: Vec<String>,
    /// Their statuses.
    pub statuses: Vec<Status>,
    /// `differs`, `same`, `one`, `none`.
    pub likeness: &'static str,
    /// For `one`: the name of the country with a recorded status; else empty.
    pub answering_country: TaggedText,
}
