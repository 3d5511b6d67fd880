//! The law as the records state it: ids, dates, records, and the [`Corpus`] in which each reference leads
//! somewhere. The rules that compute a treaty's status ([`status`]) or a cell's state ([`cell`]) on a day are here too,
//! since they do not depend on how anything is displayed.
//!
//! Nothing in this room knows the disk, TOML, the syntax of Markdown, urls or HTML, and nothing here is `Serialize`.

pub mod act;
pub mod agreement;
pub mod article_number;
mod assemble;
pub mod cell;
pub mod computed;
mod conflict;
mod corpus;
mod country;
pub mod coverage;
mod date;
pub mod entry;
mod evidence;
mod excluded;
mod gap;
mod head;
pub mod history;
mod id;
pub mod law_change;
pub mod listing;
mod module;
mod observation;
mod page;
pub mod provision_state;
mod question;
mod record;
mod rendering;
pub mod reservation;
#[cfg(test)]
pub(crate) mod sample;
mod settings;
pub mod staleness;
pub mod standing;
mod statistic;
pub mod status;
mod statute;
mod table_day;
mod term;
mod topic;
mod treaty;
pub mod walk;
mod word;

pub use assemble::{EXAMPLES, FAULTS, assemble, id_meant, name_ids};
pub use conflict::{Conflict, Side};
pub use corpus::{AnyRecord, Cells, Corpus, RecordRef, Records, ResolveError, Table};
pub use country::{Country, FormerName};
pub use date::{Date, DateError, Day, Form, Period};
pub use evidence::{Citation, CompleteList, LocalizedText, Quotation, Source};
pub use gap::Gap;
pub use head::{Acknowledgement, Head};
pub use id::{
    ActionId, AmendmentId, ConflictId, CountryId, InstrumentId, LawId, ModuleId, OffenceId, PageId, ProvisionId,
    QuestionId, SectionId, SourceId, TermId, TopicId,
};
pub use module::{Exercise, Handout, Module, Step, StepVersion};
pub use observation::Observation;
pub use page::{Page, PageKind};
pub use question::{Answer, Change, Computed, Finding, Origin, Parent, Question, Region, RestsOn, Section, Support};
pub use record::{Named, Record};
pub use rendering::Rendering;
pub use settings::{AgeLimits, DayPolicy, Group, Host, Limit, PARTS, Safety, Settings, SettingsTranslation};
pub use statistic::Statistic;
pub use statute::{Amendment, Element, Law, Offence, Provision, Repeal, Stage, Wording, WordingTranslation};
pub use table_day::TableDays;
pub use term::Term;
pub use topic::Topic;
pub use treaty::{
    Absence, Action, Article, CompleteTable, EntryCount, EntryException, EntryIntoForce, Instrument, InstrumentEnd,
    Statement,
};
pub use word::{
    ActionKind, AmendmentKind, AnswerKind, Asks, Basis, CountryKind, Domain, InstrumentEndKind, InstrumentKind, Kind,
    LawKind, Modality, Publish, RepealVerb, Shows, SourceRole, StageKind, Standing, State, Status, TableScope, Tier,
    Translation,
};
