//! The view of all disputes: between sources, and between two coders.

use serde::Serialize;

use super::cell::CellDetail;
use super::conflict::Conflict;
use super::link::Link;
use super::treaty::Action;

/// Template `disagreements`.
#[derive(Clone, Debug, Serialize)]
pub struct Disagreements {
    /// What is disputed in each country, in the order of the countries. What concerns several stands in each of them.
    pub countries: Vec<DisagreementGroup>,
    /// What is disputed on each topic, in the order of the topics; what belongs to none stands last.
    pub topics: Vec<DisagreementGroup>,
    /// Conflicts that are recorded as such.
    pub conflicts: Vec<Conflict>,
    /// Cells whose sources disagree on the day of the main views.
    pub cells: Vec<CellDetail>,
    /// Actions whose sources give dates that cannot all be right.
    pub actions: Vec<DisputedAction>,
    /// Cells that two coders answered differently.
    pub coders: Vec<CellDetail>,
}

/// Disputes of one country, or on one topic.
#[derive(Clone, Debug, Serialize)]
pub struct DisagreementGroup {
    /// Anchor on the page: `in-<country>`, `on-<topic>`.
    pub id: String,
    /// The country or topic; `None`: no topic.
    pub of: Option<Link>,
    /// Its disputes, each with its place on the page.
    pub disputes: Vec<Link>,
}

/// An action whose sources disagree.
#[derive(Clone, Debug, Serialize)]
pub struct DisputedAction {
    /// Anchor on the page.
    pub id: String,
    /// The country.
    pub country: Link,
    /// The instrument's page, at the country.
    pub instrument: Link,
    /// The action.
    pub action: Action,
}
