//! The day of which a depositary's table speaks where no record says when it was read.

use std::collections::BTreeMap;

use super::{Day, InstrumentId, SourceId};

/// For each instrument and source without a recorded day of reading: the latest day on which the source is known to
/// speak. A table that shows an act was made on the day of the act or later; nothing says how much later.
#[derive(Clone, Debug, Default)]
pub struct TableDays(BTreeMap<InstrumentId, BTreeMap<SourceId, Day>>);

impl TableDays {
    /// The day of the table of `source` on `instrument`. `None` where the day of reading is recorded, and where the
    /// table has no date at all.
    pub fn of(&self, instrument: &InstrumentId, source: &SourceId) -> Option<Day> {
        self.0.get(instrument)?.get(source).copied()
    }

    /// Adds a day on which the table spoke; the latest one counts.
    pub(super) fn extend(&mut self, instrument: &InstrumentId, source: &SourceId, day: Day) {
        let days = self.0.entry(instrument.clone()).or_default();
        let latest = days.entry(source.clone()).or_insert(day);
        *latest = day.max(*latest);
    }
}
