//! The views of the comparison of two countries.

use serde::Serialize;

use crate::text::TaggedText;

use super::cell::Cell;
use super::link::Link;
use super::treaty::Status;

/// `comparisons`
#[derive(Clone, Debug, Serialize)]
pub struct Comparisons {
    /// The groups of the configuration that have pairs.
    pub groups: Vec<PairedGroup>,
    /// The sections of the codebook, each on a page of its own.
    pub sections: Vec<Link>,
    /// The whole matrix.
    pub matrix: String,
    /// The page of what a reader collects.
    pub sheet: String,
}

/// Countries that are set side by side.
#[derive(Clone, Debug, Serialize)]
pub struct PairedGroup {
    /// The group's name.
    pub title: TaggedText,
    /// Its countries.
    pub countries: Vec<PairedCountry>,
}

/// A country, and those beside which it stands.
#[derive(Clone, Debug, Serialize)]
pub struct PairedCountry {
    /// The country.
    pub country: Link,
    /// The pages of its pairs; the text is the name of the other.
    pub with: Vec<Link>,
}

/// `pair`: two countries side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    /// The two, in the order of the columns.
    pub countries: Vec<Link>,
    /// Their ids.
    pub ids: Vec<String>,
    /// The matrix, where the two stand among the others.
    pub matrix: String,
    /// How many questions there are.
    pub questions: usize,
    /// How many are answered differently.
    pub differ: usize,
    /// How many are answered by the same word with other details.
    pub similar: usize,
    /// How many are answered alike.
    pub same: usize,
    /// How many are answered for both, but unclearly or with sources that disagree.
    pub unsettled: usize,
    /// How many are answered for one of the two only.
    pub one: usize,
    /// How many are answered for neither.
    pub none: usize,
    /// The sections.
    pub sections: Vec<PairSection>,
    /// The states that occur, for the legend.
    pub states: Vec<&'static str>,
    /// The standings that an answer may have, for the legend.
    pub standings: Vec<&'static str>,
    /// Treaties, where both can join them.
    pub treaties: Option<PairTreaties>,
}

/// A section on the page of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct PairSection {
    /// Anchor.
    pub id: String,
    /// Its title, leading to its own page.
    pub title: Link,
    /// Questions that are not answered alike.
    pub open: Vec<PairRow>,
    /// Questions that are.
    pub same: Vec<PairRow>,
    /// Questions that are answered for neither.
    pub none: Vec<PairRow>,
}

/// A question on the page of two countries.
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
    /// `differs`, `similar` (the same word, other details), `same`, `unsettled` (one is unclear, or its
    /// sources disagree), `one` (one answers), `none`. Message `likeness-<key>`.
    pub likeness: &'static str,
    /// Behind `one`: the name of the country that answers.
    pub answers: TaggedText,
    /// The two cells.
    pub cells: Vec<Cell>,
}

/// Treaties on the page of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct PairTreaties {
    /// Treaties towards which the two do not stand alike.
    pub open: Vec<PairTreaty>,
    /// Treaties towards which they do.
    pub same: Vec<PairTreaty>,
    /// Treaties of which nothing is recorded for either.
    pub none: Vec<PairTreaty>,
    /// The statuses that occur, for the legend.
    pub statuses: Vec<&'static str>,
}

/// A treaty on the page of two countries.
#[derive(Clone, Debug, Serialize)]
pub struct PairTreaty {
    /// The instrument.
    pub instrument: Link,
    /// The anchors of the two on the instrument's page.
    pub hrefs: Vec<String>,
    /// Their statuses.
    pub statuses: Vec<Status>,
    /// `differs`, `same`, `one`, `none`.
    pub likeness: &'static str,
    /// Behind `one`: the name of the country of which something is recorded.
    pub answers: TaggedText,
}
