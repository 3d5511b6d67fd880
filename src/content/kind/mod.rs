//! A file for each kind of record: its form, and the decoder that turns fields into records.
//!
//! What comes in are validated fields and what the path says; what goes out are records. A
//! decoder reports only faults that a form cannot express. A new kind has a file here and an
//! entry in [`KINDS`]; one whose records are entries `[[name]]` of a file, its name in [`is_record`].

mod action;
mod amendment;
mod conflict;
pub(super) mod country;
pub(super) mod finding;
mod gap;
pub(super) mod instrument;
mod law;
mod module;
mod observation;
mod offence;
mod page;
pub(super) mod provision;
mod question;
mod section;
mod source;
mod statistic;
mod term;
mod topic;

use super::form::FileKind;

pub use action::TREATIES;
pub use amendment::AMENDMENT;
pub use conflict::CONFLICT;
pub use country::COUNTRY;
pub use finding::FINDINGS;
pub use gap::GAPS;
pub use instrument::INSTRUMENT;
pub use law::LAW;
pub use module::MODULE;
pub use observation::OBSERVATIONS;
pub use offence::OFFENCES;
pub use page::{HOME, PAGE};
pub use provision::PROVISION;
pub use question::QUESTION;
pub use section::SECTION;
pub(super) use source::READ_BEFORE_PUBLISHED;
pub use source::SOURCE_FILE;
pub use statistic::STATISTICS;
pub use term::TERM;
pub use topic::TOPIC;

/// All kinds of files, in the order of the reference.
pub const KINDS: &[FileKind] = &[
    HOME,
    PAGE,
    COUNTRY,
    TREATIES,
    FINDINGS,
    LAW,
    PROVISION,
    OFFENCES,
    AMENDMENT,
    STATISTICS,
    GAPS,
    OBSERVATIONS,
    INSTRUMENT,
    TOPIC,
    SECTION,
    QUESTION,
    SOURCE_FILE,
    TERM,
    CONFLICT,
    MODULE,
];

/// Whether entries `[[name]]` are records of their own and not parts of a record.
pub fn is_record(name: &str) -> bool {
    matches!(name, "action" | "absence" | "finding" | "change" | "offence" | "statistic" | "gap" | "observation")
}
