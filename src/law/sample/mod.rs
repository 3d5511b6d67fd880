//! One small corpus for all tests of rules, tables and pages: `builder` adds to it what a test needs, `whole` has one
//! record of every kind, and both take their records from `record`.

mod builder;
mod record;
mod whole;

pub(crate) use builder::{Sample, day};
pub(crate) use whole::{corpus, finding, findings};
