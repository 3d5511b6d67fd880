//! The codebook: sections, questions, and the findings that answer them.

use std::sync::Arc;

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
    /// The name of its folder.
    pub id: SectionId,
    /// In the site's language.
    pub title: TaggedText,
    /// Sort key in the codebook, smallest first.
    pub order: i64,
    /// The tables that a country's page shows in this section besides the answers.
    pub shows: Vec<Shows>,
    /// Which questions belong to it.
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

/// One question of the codebook: it asks one thing, either of law or of practice.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The name of its file.
    pub id: QuestionId,
    /// The section in whose folder it lies.
    pub section: SectionId,
    /// Sort key in the section, smallest first.
    pub order: i64,
    /// The question in full, in terms of the problem and not of any one country's law.
    pub wording: TaggedText,
    /// A short form of the question, for tables.
    pub label: TaggedText,
    /// The form of its answers.
    pub kind: AnswerKind,
    /// The definitions of its answers: the answer's word, and what it means for this question.
    pub answers: Vec<(String, Prose)>,
    /// Whether it asks for the law or for practice; the two are never mixed in one question.
    pub domain: Domain,
    /// The kind of evidence that an answer needs.
    pub basis: Basis,
    /// For [`Basis::Action`]: how the answer is computed.
    pub computed: Option<Computed>,
    /// What answers are measured against: `instrument` or `instrument#article`.
    pub benchmark: Option<At<String>>,
    /// Whether its answer belongs in the short summary of a country.
    pub headline: bool,
    /// The question whose answer names the subject of this one (for example the main article): when the answer there
    /// changes to something else, answers to this question are overtaken.
    pub about: Option<At<QuestionId>>,
    /// The question on whose answer it depends whether this one applies.
    pub parent: Option<Parent>,
    /// The topics whose pages list it.
    pub topics: Vec<At<TopicId>>,
    /// For coders: what counts as an answer.
    pub include: Option<Prose>,
    /// For coders: what does not count.
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
    /// The instruments in question; a `yes` for one of them is a `yes`.
    pub instruments: Vec<At<InstrumentId>>,
    /// For [`Asks::Reserved`]: whether declarations count like reservations.
    pub declarations: bool,
}

/// The answers to another question under which a question applies.
#[derive(Clone, Debug)]
pub struct Parent {
    /// The question on which the other depends.
    pub question: At<QuestionId>,
    /// The answers (state words or values) for which the dependent question applies.
    pub when: Vec<String>,
}

/// The statement of one source on one question for one country, observed at one time.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The country or region.
    pub country: CountryId,
    /// Resolved: in the corpus a record with this id always exists.
    pub question: At<QuestionId>,
    /// The answer; its span is that of the word that was coded.
    pub answer: At<Answer>,
    /// The articles, laws, offences, amendments or instruments on which the answer rests.
    pub rests_on: Vec<RestsOn>,
    /// The source that says so, and the place in it.
    pub citation: Citation,
    /// Further sources that say the same for the same day.
    pub also: Vec<Support>,
    /// The day or period of which the source speaks.
    pub observed: At<Date>,
    /// Who coded it, or that it was computed.
    pub origin: Origin,
    /// Where the coder is named, for diagnostics.
    pub coder_at: Span,
    /// Why no provision is named, where the question asks for one.
    pub basis_note: Option<String>,
    /// From when the answer is law, only where the source states it.
    pub from: Option<At<Date>>,
    /// From when the answer is no longer law, only where the source states it.
    pub until: Option<At<Date>>,
    /// The status that the source gives to what it says: planned, passed, in force, practice, assessment and so on.
    pub modality: Option<Modality>,
    /// Why it is preferred to other findings of the same time; `None`: it is not preferred.
    pub preferred: Option<TaggedText>,
    /// The region of which it was said, where the source does not name the country.
    pub region: Option<Region>,
    /// The words of the source, verbatim.
    pub quotation: Option<Quotation>,
    /// The answer in plain words, for readers who are no lawyers.
    pub plain: Option<Prose>,
    /// What the editors add; printed with the record.
    pub note: Option<Prose>,
}

/// A further source of a finding.
#[derive(Clone, Debug)]
pub struct Support {
    /// The source, and the place in it.
    pub citation: Citation,
    /// Its words, verbatim.
    pub quotation: Option<Quotation>,
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
    /// The word that exports write in place of a coder for computed findings. No coder may have this id.
    pub const COMPUTED: &'static str = "computed";

    /// Whether it was computed from treaty actions.
    pub fn is_computed(&self) -> bool {
        matches!(self.origin, Origin::Computed)
    }

    /// All sources that say so, the first in front.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        std::iter::once(&self.citation).chain(self.also.iter().map(|support| &support.citation))
    }

    /// All quotations, each with its source.
    pub fn quotations(&self) -> impl Iterator<Item = (&Citation, &Quotation)> {
        let own = self.quotation.iter().map(|quotation| (&self.citation, quotation));
        own.chain(self.also.iter().filter_map(|also| Some((&also.citation, also.quotation.as_ref()?))))
    }

    /// The coder's id, or [`Finding::COMPUTED`].
    pub fn coder(&self) -> &str {
        match &self.origin {
            Origin::Coded { coder, .. } => coder,
            Origin::Computed => Finding::COMPUTED,
        }
    }

    /// The id of the person who reviewed it.
    pub fn reviewer(&self) -> Option<&str> {
        match &self.origin {
            Origin::Coded { reviewer, .. } => reviewer.as_deref(),
            Origin::Computed => None,
        }
    }
}

/// How a finding came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody read a source and coded what it says.
    Coded {
        /// The coder: an anonymous id.
        coder: String,
        /// The reviewer: an anonymous id.
        reviewer: Option<String>,
    },
    /// Computed from treaty actions.
    Computed,
}

/// The region of which a source speaks where it does not name the country.
#[derive(Clone, Debug)]
pub struct Region {
    /// A record of [`super::CountryKind::Region`].
    pub id: At<CountryId>,
}

/// An answer as an author codes it, with the details that its state requires. The states of cells follow from it by the
/// rules in [`super::cell`].
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The law provides for it.
    Yes,
    /// The text denies it, or a source says that it is lacking.
    No,
    /// An answer other than yes or no: a date, a number, words, or answers that the question defines.
    Value(String),
    /// The law was searched and is silent.
    NoProvision {
        /// What was searched, and when.
        searched: Option<TaggedText>,
    },
    /// Provided for in some respects only, or with a limit.
    Partial {
        /// The elements that the law provides for.
        met: Vec<TaggedText>,
        /// The elements that it does not provide for.
        unmet: Vec<TaggedText>,
        /// The limit, in words.
        limit: Option<TaggedText>,
    },
    /// Covered by general offences only.
    Indirect,
    /// The wording is ambiguous; the finding's note says how.
    Unclear,
    /// Planned, announced, a bill, or adopted and not yet in force.
    Pending {
        /// The last stage that was reached.
        stage: Option<StageKind>,
        /// When that stage was reached.
        reached: Option<Date>,
    },
    /// The answer differs within the country.
    Varies {
        /// The parts of the country that differ.
        parts: Vec<TaggedText>,
    },
    /// The parent's answer excludes it. Derived; an author need not write it.
    NotApplicable,
    /// The source that was read says nothing.
    SourceSilent,
    /// The law exists; its text could not be obtained.
    SourceUnavailable {
        /// The title of that law.
        title: Option<TaggedText>,
    },
}

/// What a finding rests on, besides its source.
#[derive(Clone, Debug, PartialEq)]
pub enum RestsOn {
    /// An article, or a paragraph of it by its address (see [`crate::text::paragraphs`]).
    Provision(At<ProvisionId>, Option<Arc<str>>),
    /// A law.
    Law(At<LawId>),
    /// Conduct that is punished, as a source names it.
    Offence(At<OffenceId>),
    /// A bill or act.
    Amendment(At<AmendmentId>),
    /// Treaty actions towards an instrument.
    Instrument(At<InstrumentId>),
    /// Only the source's own statement; the span is where the file says so.
    Source(Span),
}

impl RestsOn {
    /// The kinds of the records that can be named.
    pub const KINDS: [Kind; 5] = [Kind::Provision, Kind::Law, Kind::Offence, Kind::Amendment, Kind::Instrument];
}

/// An edit of a cell of the site: what the cell said before, when it was changed, and why.
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
    /// The day of the edit.
    pub changed: Date,
    /// The reason of the edit.
    pub reason: TaggedText,
    /// The editor: an anonymous id.
    pub coder: Option<String>,
}

impl Record for Change {
    head!();

    fn owner(&self) -> Option<(Kind, &str)> {
        Some((Kind::Country, self.country.as_str()))
    }
}
