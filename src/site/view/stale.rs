//! The view of what nobody has confirmed for long.

use serde::Serialize;

use super::link::{Link, When};

/// Template `stale`.
#[derive(Clone, Debug, Serialize)]
pub struct Stale {
    /// The months for which nobody has confirmed what is listed.
    pub months: u32,
    /// The day before which they lie: that of the edition.
    pub day: When,
    /// What is listed, by cause; causes without anything are left out.
    pub causes: Vec<StaleCause>,
}

/// What is listed for one cause.
#[derive(Clone, Debug, Serialize)]
pub struct StaleCause {
    /// Its anchor, and the key of its heading: `stale-finding`, `stale-law`, `stale-treaty`, `stale-help`, `stale-source`,
    /// `stale-link`.
    pub id: String,
    /// The records, the longest unconfirmed first.
    pub records: Vec<StaleRecord>,
}

/// One record that is to be looked at again.
#[derive(Clone, Debug, Serialize)]
pub struct StaleRecord {
    /// The record, or the cell.
    pub link: Link,
    /// The last day on which somebody is known to have found it right; `None`: no such day is recorded.
    pub last: Option<When>,
}

/// The way to the page of what nobody has confirmed for long.
#[derive(Clone, Debug, Serialize)]
pub struct StaleLink {
    /// Its address.
    pub href: String,
    /// How much is listed there.
    pub count: usize,
}
