//! The codebook: sections, questions, and the findings that answer them.

use crate::text::{At, Prose, Span, TaggedText};

use super::record::{Record, head, named};
use super::{
    AmendmentId, AnswerKind, Asks, Basis, Citation, CountryId, Date, Domain, Head, InstrumentId, Kind, LawId, Modality,
    OffenceId, ProvisionId, QuestionId, Quotation, SectionId, Shows, StageKind, TopicId,
};

/// A section of the codebook: a folder of questions.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id, the name of its folder.
    pub id: SectionId,
    /// In the site's language.
    pub title: TaggedText,
    /// Sort key in the codebook, smallest first.
    pub order: i64,
    /// What else a country's page shows in this section.
    pub shows: Vec<Shows>,
    /// What it asks about.
    pub body: Prose,
}

named!(Section);

impl Record for Section {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}

/// One line of the codebook: it asks one thing, of law or of practice.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id, the name of its file.
    pub id: QuestionId,
    /// Its section, the folder it lies in.
    pub section: SectionId,
    /// Sort key in the section, smallest first.
    pub order: i64,
    /// The question, in terms of the problem and not of any one law.
    pub wording: TaggedText,
    /// A short label for tables.
    pub label: TaggedText,
    /// The form of its answers.
    pub kind: AnswerKind,
    /// What each answer means here: its word, and the definition.
    pub answers: Vec<(String, Prose)>,
    /// Whether it asks for law or for practice.
    pub domain: Domain,
    /// What an answer must rest on.
    pub basis: Basis,
    /// For [`Basis::Action`]: how the answer is computed.
    pub computed: Option<Computed>,
    /// The article against which answers are read: `instrument` or `instrument#article`.
    pub benchmark: Option<At<String>>,
    /// Whether its answer is among the few by which a country is introduced.
    pub headline: bool,
    /// The question whose answer names the thing that this one asks about (the main article, for one): an answer to this
    /// question does not outlive another answer to that one.
    pub about: Option<At<QuestionId>>,
    /// The question that must be answered first, and by which answers this one applies.
    pub parent: Option<Parent>,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// For coders: what counts as an answer.
    pub include: Option<Prose>,
    /// For coders: what does not.
    pub exclude: Option<Prose>,
    /// The Markdown below the front matter; shown last.
    pub body: Prose,
}

named!(Question);

impl Record for Question {
    head!(named);

    fn title(&self) -> &str {
        &self.label
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Section, self.section.as_str()))
    }
}

/// How an answer is computed from treaty actions.
#[derive(Clone, Debug)]
pub struct Computed {
    /// What is asked of the actions.
    pub asks: Asks,
    /// Of which instruments: it is `yes` if it is so for one of them.
    pub instruments: Vec<At<InstrumentId>>,
    /// For [`Asks::Reserved`]: whether declarations count like reservations.
    pub declarations: bool,
}

/// The question that must be answered first.
#[derive(Clone, Debug)]
pub struct Parent {
    /// The parent.
    pub question: At<QuestionId>,
    /// The answers (state words or values) with which this question applies.
    pub when: Vec<String>,
}

/// What one source says on one question for one country and one day.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Resolved: in the corpus a record with this id always exists.
    pub question: At<QuestionId>,
    /// The answer, at the span of its word.
    pub answer: At<Answer>,
    /// The source that says so, and the place in it.
    pub rests_on: Vec<RestsOn>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// The day for which the source says so.
    pub observed: At<Date>,
    /// Who coded it, or that it was computed.
    pub origin: Origin,
    /// In force from, only where the source states it.
    pub from: Option<At<Date>>,
    /// No longer in force from, only where the source states it.
    pub until: Option<At<Date>>,
    /// Announced, planned, submitted, passed, in force, practice, assessment: how the source puts it.
    pub modality: Option<Modality>,
    /// The reason to prefer it to others of the same time; `None`: it is not preferred.
    pub preferred: Option<TaggedText>,
    /// The region of which it was said, where the source names no country.
    pub region: Option<Region>,
    /// Words of the source.
    pub quotation: Option<Quotation>,
    /// In plain words, for a reader who is no lawyer.
    pub plain: Option<Prose>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
}

impl Record for Finding {
    head!();

    fn is_written(&self) -> bool {
        !self.is_computed()
    }

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}

impl Finding {
    /// What exports write in place of a coder for a computed finding. No coder may have this id.
    pub const COMPUTED: &'static str = "computed";

    /// Whether it follows from treaty actions.
    pub fn is_computed(&self) -> bool {
        matches!(self.origin, Origin::Computed)
    }

    /// The coder, or [`Finding::COMPUTED`].
    pub fn coder(&self) -> &str {
        match &self.origin {
            Origin::Coded { coder, .. } => coder,
            Origin::Computed => Finding::COMPUTED,
        }
    }

    /// Who reviewed it.
    pub fn reviewer(&self) -> Option<&str> {
        match &self.origin {
            Origin::Coded { reviewer, .. } => reviewer.as_deref(),
            Origin::Computed => None,
        }
    }
}

/// Where a finding comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody read a source and coded what it says.
    Coded {
        /// Who: an anonymous id.
        coder: String,
        /// Who reviewed it.
        reviewer: Option<String>,
    },
    /// It follows from treaty actions.
    Computed,
}

/// The region of which a source speaks where it does not name the country.
#[derive(Clone, Debug)]
pub struct Region {
    /// A record of [`super::CountryKind::Region`].
    pub id: At<CountryId>,
}

/// An answer as an author codes it, with the details that its state requires (the rules are in [`super::cell`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The law provides for it.
    Yes,
    /// The text denies it, or a source says that it is lacking.
    No,
    /// An answer that is neither: a date, a number, words, or answers that the question defines.
    Value(String),
    /// The law was searched and is silent.
    NoProvision {
        /// What was searched, and when.
        searched: Option<TaggedText>,
    },
    /// Some elements only, or with a limit.
    Partial {
        /// Elements that are met.
        met: Vec<TaggedText>,
        /// Elements that are not.
        unmet: Vec<TaggedText>,
        /// In words.
        limit: Option<TaggedText>,
    },
    /// Through general offences only.
    Indirect,
    /// The wording is ambiguous; the finding's note says how.
    Unclear,
    /// Planned, announced, a bill, or adopted and not yet in force.
    Pending {
        /// The last that was reached.
        stage: Option<StageKind>,
        /// When it was reached.
        reached: Option<Date>,
    },
    /// Differs within the country.
    Varies {
        /// Between which parts of the country.
        parts: Vec<TaggedText>,
    },
    /// The parent's answer excludes it. Derived; an author need not write it.
    NotApplicable,
    /// The source that was read says nothing.
    SourceSilent,
    /// The law exists; its text could not be obtained.
    SourceUnavailable {
        /// Of the law.
        title: Option<TaggedText>,
    },
}

/// What a finding rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum RestsOn {
    /// An article.
    Provision(At<ProvisionId>),
    /// A law.
    Law(At<LawId>),
    /// Conduct that is punished, as a source names it.
    Offence(At<OffenceId>),
    /// A bill or act.
    Amendment(At<AmendmentId>),
    /// Treaty actions towards an instrument.
    Instrument(At<InstrumentId>),
    /// Only the statement of the source itself.
    Source(Span),
}

/// A change that was made to a cell of the site: what stood there, when it was changed, and why.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Resolved: in the corpus a record with this id always exists.
    pub question: At<QuestionId>,
    /// What the cell said before.
    pub was: String,
    /// When it was changed.
    pub changed: Date,
    /// Why.
    pub reason: TaggedText,
    /// Who changed it: an anonymous id.
    pub coder: Option<String>,
}

impl Record for Change {
    head!();

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}
