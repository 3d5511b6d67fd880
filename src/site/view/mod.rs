//! The views: the finished data of pages. Templates, exports and indexes see these and nothing else.
//!
//! A view holds text of the content and keys of the theme's messages, never words of the interface: `state` is `yes`,
//! and a message file says how `yes` is printed. Links are relative to the page that holds them. Fields may be added;
//! removing a field or changing its meaning raises [`VERSION`]. How dates, links, citations and prose are serialised is
//! defined in `publish::html`.

mod about;
mod amendment;
mod between;
mod cell;
mod change;
mod conflict;
mod country;
mod disagreements;
mod frame;
mod glossary;
mod grid;
mod history;
mod home;
mod link;
mod matrix;
mod module;
mod page;
mod pair;
mod prose;
mod question;
mod reference;
mod search;
mod source;
mod split;
mod stale;
mod statute;
mod strip;
mod timeline;
mod topic;
mod treaty;
mod unresearched;

pub use about::{About, DataFile, DataPage, Inputs, NotFound, ProsePage};
pub use amendment::{Amendment, AmendmentLine, Amendments, Element, Stage};
pub use between::{
    Amount, Between, BetweenCountry, BetweenDigest, BetweenInstrument, BetweenTally, CellEdit, StatusEdit, Tally,
};
pub use cell::{
    Cell, CellChange, CellDetail, CellRow, CellTime, Earlier, Finding, Since, StateCount, StateInterval, Support,
};
pub use change::{ChangeEntry, Changes, ChangesYear, DayPair, Edit, Feed, FeedEntry, Preview, ShownValue, YearLink};
pub use conflict::{Conflict, Side};
pub use country::{
    CellList, CellsOfSection, Countries, Country, CountryCard, CountryParts, CountrySection, CountrySheet, FormerName,
    Gap, Handbook, MainArticle, Observation, ObservationGroup, ProsePart, Statistic,
};
pub use disagreements::{DisagreementGroup, Disagreements, DisputedAction};
pub use frame::{Door, Frame, NavItem};
pub use glossary::{Glossary, Term};
pub use grid::{GlanceCell, GlanceCount, GlanceGrid, GlanceRow, GlanceSection, Summary, SummaryGroup};
pub use history::{
    AmendmentHistory, AnswerHistory, AnswerOrigin, AnswerPeriod, ArticlePeriod, CountryHistory, During, HistoryDay,
    HistorySection, LawHistory, LawPeriod, NamePeriod, StagePeriod, StatusHistory, StatusPeriod,
};
pub use home::{Counts, Entrance, Home, HomeFinding, QuestionLine, SectionList};
pub use link::{Backlink, Banner, Citation, Crumb, Link, LocalizedText, Quotation, Span, When};
pub use matrix::{Collection, GradedValue, Matrix, MatrixRow, MatrixSection, SectionPage};
pub use module::{
    Exercise, Handout, HandoutPage, HandoutPlace, HandoutRow, HandoutSource, Module, ModuleLine, ModuleSheets,
    ModuleStep, ModuleVersion, Modules, Proof,
};
pub use page::{DayLink, DayView, Exit, Heading, Page, PageLanguage, VERSION, View};
pub use pair::{Comparisons, Pair, PairRow, PairSection, PairTreaties, PairTreaty, PairedCountry, PairedGroup};
pub use prose::{Block, Inline, Prose, authored};
pub use question::{AnswerMeaning, Benchmark, ElementMark, ElementRow, Elements, Question, Questions};
pub use reference::{Reference, ReferenceFile, ReferenceKind};
pub use search::{Listed, Search, SearchGroup};
pub use source::{Source, SourceGroup, SourceLine, SourceUse, Sources};
pub use split::{Counted, CountrySummary, PartCell, PartCount, PartMember, PartRow, PartTable, PartsBeside, SplitPage};
pub use stale::{Stale, StaleCause, StaleLink, StaleRecord};
pub use statute::{
    ArticleLink, Change, CountryLaws, Law, LawLine, Laws, Offence, Provision, ProvisionLine, ProvisionState, Redline,
    Wording, WordingBlock, WordingChange, WordingPiece, WordingTranslation,
};
pub use strip::{
    Strip, StripChange, StripGrid, StripGridRow, StripPart, StripRow, StripRun, StripYear, Strips, StripsPicture,
};
pub use timeline::{Event, Lane, Mark, Tick, Timeline};
pub use topic::{Topic, TopicCountry, TopicElement, TopicLine, TopicProvision, Topics};
pub use treaty::{
    Absence, Action, ActionsByInstrument, Anchored, Article, Instrument, InstrumentActions, InstrumentLine,
    Instruments, LegendLine, Statement, Status, StatusCount, Treaties, TreatyCell, TreatyLine, TreatyRow, WithoutAct,
};
pub use unresearched::{SectionAnswered, Unresearched, UnresearchedCountry};
