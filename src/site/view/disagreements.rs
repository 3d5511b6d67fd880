//! The view of all disputes: between sources, and between two coders.

use serde::Serialize;

use super::cell::CellDetail;
use super::conflict::Conflict;
use super::link::Link;
use super::treaty::Action;

/// Template `disagreements`.
#[derive(Clone, Debug, Serialize)]
pub struct Disagreements {
    /// Conflicts that are recorded as such.
    pub conflicts: Vec<Conflict>,
    /// Cells whose sources disagree on the day of the main views.
    pub cells: Vec<CellDetail>,
    /// Actions whose sources give dates that cannot all be right.
    pub actions: Vec<DisputedAction>,
    /// Cells that two coders answered differently.
    pub coders: Vec<CellDetail>,
}

/// An action whose sources disagree.
#[derive(Clone, Debug, Serialize)]
pub struct DisputedAction {
    /// The country.
    pub country: Link,
    /// The instrument's page, at the country.
    pub instrument: Link,
    /// The action.
    pub action: Action,
}
