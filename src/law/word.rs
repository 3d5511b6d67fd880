//! The vocabulary: enums whose values are words in files. Decoders, forms, pages and exports take the words from here.
//! Authors and users of the data rely on the words, so they must not change; what pages print are messages of the
//! theme.

/// Defines enums in which each variant has a word: with `ALL` and `WORDS`, both in the order of declaration, `word()`
/// and `parse()`.
macro_rules! vocabulary {
    ($($(#[$attribute:meta])* pub enum $name:ident { $($(#[$of_variant:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$of_variant])* $variant,)+
        }

        impl $name {
            /// All values, in the order in which lists and legends show them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The words of `ALL`, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands for this value in content files and in exports.
            pub const fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }

            /// The value of this word; words are matched exactly.
            pub fn parse(word: &str) -> Option<$name> {
                match word {
                    $($word => Some($name::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

vocabulary! {
    /// The kinds of records that have an id which prose can name, in the order in which an ambiguous reference lists
    /// them.
    #[expect(missing_docs, reason = "each kind is the record of its name")]
    pub enum Kind {
        Country = "country",
        Instrument = "instrument",
        Law = "law",
        Provision = "provision",
        Offence = "offence",
        Amendment = "amendment",
        Topic = "topic",
        Section = "section",
        Question = "question",
        Source = "source",
        Term = "term",
        Conflict = "conflict",
        Page = "page",
        Module = "module",
    }

    /// The kinds of jurisdiction.
    pub enum CountryKind {
        /// A state.
        State = "state",
        /// A part of a state with law of its own.
        Part = "part",
        /// Several states of which sources speak together.
        Region = "region",
        /// An organisation with law of its own.
        Organisation = "organisation",
    }

    /// The standing of a translation.
    pub enum Translation {
        /// Issued by the state.
        Official = "official",
        /// Approved by the state or the author.
        Authorised = "authorised",
        /// Made by anybody else.
        Unofficial = "unofficial",
        /// Made by a machine. Always labelled.
        Machine = "machine",
        /// No translation: the words are the original.
        None = "none",
    }

    /// Whether statements may cite a source.
    pub enum SourceRole {
        /// Statements cite it. It is a fault if none does.
        Cited = "cited",
        /// It is context only; no statement need cite it.
        Background = "background",
    }

    /// How near to the law a source stands, nearest first. Where several findings agree, the cell shows the one of the
    /// first tier.
    pub enum Tier {
        /// The depositary of a treaty, or the official gazette. Its statements on treaty actions are *recorded*; those
        /// of all other tiers are *reported*.
        Depositary = "depositary",
        /// An official translation.
        OfficialTranslation = "official-translation",
        /// An unofficial translation.
        UnofficialTranslation = "unofficial-translation",
        /// An international organisation or court.
        InternationalOrganisation = "international-organisation",
        /// A government's report.
        GovernmentReport = "government-report",
        /// Academic work.
        Academic = "academic",
        /// A legal database.
        LegalDatabase = "legal-database",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// The press.
        Press = "press",
        /// An encyclopaedia.
        Encyclopaedia = "encyclopaedia",
    }

    /// The kinds of act that a law can be.
    pub enum LawKind {
        /// A code.
        Code = "code",
        /// An act of parliament.
        Act = "act",
        /// A decree.
        Decree = "decree",
        /// A resolution.
        Resolution = "resolution",
        /// A constitution.
        Constitution = "constitution",
        /// Anything else.
        Other = "other",
    }

    /// How a law ended.
    pub enum RepealVerb {
        /// Repealed.
        Repealed = "repealed",
        /// Replaced by another.
        Replaced = "replaced",
        /// Ended by itself, without a repeal.
        Lapsed = "lapsed",
        /// Declared void.
        Annulled = "annulled",
    }

    /// Whether an amendment is a bill or an act.
    pub enum AmendmentKind {
        /// Not passed when last heard of.
        Bill = "bill",
        /// Passed.
        Act = "act",
    }

    /// The steps in the course of an amendment, in their usual order.
    pub enum StageKind {
        /// Announced by somebody.
        Announced = "announced",
        /// Intended.
        Planned = "planned",
        /// The text was written.
        Drafted = "drafted",
        /// Introduced in parliament.
        Submitted = "submitted",
        /// Debated, or passed by one chamber.
        Debated = "debated",
        /// Passed by parliament.
        Adopted = "adopted",
        /// Signed.
        Signed = "signed",
        /// Published.
        Published = "published",
        /// In force.
        InForce = "in-force",
        /// Refused.
        Rejected = "rejected",
        /// Withdrawn by its proposers.
        Withdrawn = "withdrawn",
    }

    /// Whether an instrument has parties.
    pub enum InstrumentKind {
        /// A treaty: countries sign, ratify, accede.
        Treaty = "treaty",
        /// A standard without parties.
        Standard = "standard",
    }

    /// How an instrument ended.
    pub enum InstrumentEndKind {
        /// By decision of its parties.
        Terminated = "terminated",
        /// At a time that it sets itself.
        Expired = "expired",
        /// By a later instrument.
        Superseded = "superseded",
        /// With the organisation that it founded.
        Dissolved = "dissolved",
    }

    /// The kinds of act towards an instrument. "Binds" means that the act makes the country bound by the instrument.
    pub enum ActionKind {
        /// Does not bind.
        Signature = "signature",
        /// Binds.
        DefinitiveSignature = "definitive-signature",
        /// Binds.
        Ratification = "ratification",
        /// Binds.
        Acceptance = "acceptance",
        /// Binds.
        Approval = "approval",
        /// Binds, without a signature before it.
        Accession = "accession",
        /// Binds, perhaps back-dated; it is never inferred from the existence of a predecessor.
        Succession = "succession",
        /// Binds (organisations).
        FormalConfirmation = "formal-confirmation",
        /// Applies the instrument before being bound; does not bind.
        ProvisionalApplication = "provisional-application",
        /// Binds.
        ConsentToBeBound = "consent-to-be-bound",
        /// Binds by one of several acts; the table does not say by which.
        BoundActNotSaid = "bound-act-not-said",
        /// Modifies obligations.
        Reservation = "reservation",
        /// Modifies.
        Declaration = "declaration",
        /// Modifies.
        Objection = "objection",
        /// Modifies.
        Notification = "notification",
        /// Modifies.
        Communication = "communication",
        /// Modifies.
        TerritorialApplication = "territorial-application",
        /// Ends the obligation when it takes effect.
        Withdrawal = "withdrawal",
        /// Ends the obligation when it takes effect.
        Denunciation = "denunciation",
        /// Announced, as a source reports; does not bind.
        Announced = "announced",
        /// Planned, as a source reports; does not bind.
        Planned = "planned",
        /// Done under domestic law; does not bind towards other states.
        DomesticRatification = "domestic-ratification",
    }

    /// The status of a country towards an instrument that follows from its actions; the rules are in [`super::status`].
    pub enum Status {
        /// In force for the country.
        Party = "party",
        /// An act that binds is deposited, but the instrument is not yet in force for the country, or it is not known
        /// since when.
        Bound = "bound",
        /// Applied provisionally, and not in force for the country.
        Provisional = "provisional",
        /// Signed, but not bound.
        Signatory = "signatory",
        /// Was bound, and withdrew.
        FormerParty = "former-party",
        /// The instrument, to which the country had acted, no longer exists.
        Ended = "ended",
        /// The country no longer exists.
        NoLonger = "no-longer",
        /// The country does not exist yet.
        NotYet = "not-yet",
        /// It is recorded that there was no action up to that day.
        NoAction = "no-action",
        /// Nothing is recorded: no statement of a depositary and no table without an entry.
        NotRecorded = "not-recorded",
    }

    /// The tables that a section of the codebook can show on a country's page.
    pub enum Shows {
        /// The table of treaty actions.
        Actions = "actions",
        /// Offences and their provisions.
        Offences = "offences",
        /// The laws.
        Laws = "laws",
        /// The figures.
        Statistics = "statistics",
    }

    /// The form of the answers to a question.
    pub enum AnswerKind {
        /// `yes`, `no`, `partial` and the other states.
        YesNo = "yes-no",
        /// One of several ordered answers that the question defines.
        Scale = "scale",
        /// One of several answers that the question defines.
        Choice = "choice",
        /// Several of the answers that the question defines.
        Several = "several",
        /// A date.
        Date = "date",
        /// A number, written with its unit.
        Number = "number",
        /// Free words, which are not compared.
        Text = "text",
    }

    /// Whether a question asks for the law on the books or for practice.
    pub enum Domain {
        /// What the law says.
        Law = "law",
        /// What is done in practice.
        Practice = "practice",
    }

    /// The kind of evidence that an answer needs.
    pub enum Basis {
        /// Provisions or offences of the country's law.
        Provision = "provision",
        /// Treaty actions, from which it is computed.
        Action = "action",
        /// Any source that says so.
        Source = "source",
    }

    /// Which acts a complete table lists.
    pub enum TableScope {
        /// Signatures, and acts that bind.
        All = "all",
        /// Signatures alone.
        Signatures = "signatures",
        /// Acts that bind alone: ratifications, accessions and the like.
        Bonds = "acts-that-bind",
    }

    /// What a question can ask of treaty actions.
    pub enum Asks {
        /// Whether the country has signed.
        Signed = "signed",
        /// Whether it has deposited an act that binds, the effect of which has not ended.
        Bound = "bound",
        /// Whether a reservation of its own stands; declarations count where the question says so.
        Reserved = "reserved",
    }

    /// The status that a source gives to what it says.
    pub enum Modality {
        /// Announced by somebody.
        Announced = "announced",
        /// Intended.
        Planned = "planned",
        /// Introduced in parliament.
        Submitted = "submitted",
        /// Adopted.
        Passed = "passed",
        /// In force.
        InForce = "in-force",
        /// Done in practice.
        Practice = "practice",
        /// A judgement of the source.
        Assessment = "assessment",
        /// What was the case before the time of which the source speaks.
        History = "history",
        /// What a word or an instrument means, as the source explains it.
        Definition = "definition",
        /// What the source says about itself.
        Provenance = "provenance",
    }

    /// The state of a cell; the rules are in [`super::cell`].
    pub enum State {
        /// The law provides for it.
        Yes = "yes",
        /// An answer that is neither yes nor no.
        Value = "value",
        /// Some elements only, or with a limit.
        Partial = "partial",
        /// Covered by general offences only.
        Indirect = "indirect",
        /// Planned, announced, a bill, or adopted and not yet in force.
        Pending = "pending",
        /// The text denies it, or a source says that it is lacking.
        No = "no",
        /// The law was searched and is silent.
        NoProvision = "no-provision",
        /// The wording is ambiguous.
        Unclear = "unclear",
        /// Sources disagree.
        Conflicting = "conflicting",
        /// The answer differs within the country.
        Varies = "varies",
        /// The parent's answer excludes it.
        NotApplicable = "not-applicable",
        /// The source that was read says nothing.
        SourceSilent = "source-silent",
        /// The law exists, its text was not obtained.
        SourceUnavailable = "source-unavailable",
        /// No finding answers by the day.
        NotResearched = "not-researched",
    }

    /// The state of an article on a day; the rules are in [`super::provision_state`].
    pub enum ProvisionState {
        /// One of its wordings is law.
        InForce = "in-force",
        /// One of its wordings is perhaps law.
        Uncertain = "uncertain",
        /// It is not law yet.
        ToCome = "to-come",
        /// It is no longer law.
        Ended = "ended",
        /// One of its wordings had ended and the next had not begun, and no repeal is recorded.
        Gap = "gap",
    }

    /// What followed a wording when it ended.
    pub enum WordingEnd {
        /// Another wording.
        Followed = "followed",
        /// Nothing: the article ended with it, though it may have been enacted again later.
        Repealed = "repealed",
        /// Unknown: no repeal is recorded, but a later wording is.
        Gap = "gap",
    }

    /// The state of a wording of an article on a day; the rules are in [`super::provision_state`].
    pub enum WordingState {
        /// It is law.
        InForce = "in-force",
        /// It is perhaps law.
        Uncertain = "uncertain",
        /// It will be law.
        ToCome = "to-come",
        /// It was law; a later wording is recorded.
        Earlier = "earlier",
        /// It was law, and the article ended with it.
        Ended = "ended",
    }

    /// How far an answer may be relied on for a day; the rules are in [`super::standing`].
    pub enum Standing {
        /// The source speaks of the day, or its answer is recorded as valid on it.
        Holds = "holds",
        /// The source speaks of an earlier day, and no recorded change concerns its answer.
        LastKnown = "last-known",
        /// What the answer rests on has changed since.
        Overtaken = "overtaken",
        /// What the answer rests on may have changed before or after the day.
        Uncertain = "uncertain",
        /// No finding answers by the day.
        NotInSight = "not-in-sight",
    }

    /// Which days of one kind of view are published.
    pub enum Publish {
        /// None.
        None = "none",
        /// Each day on which the view changes.
        Changes = "changes",
        /// The ends of the years in which it changes, and the latest changes.
        YearEnds = "year-ends",
    }
}

impl Kind {
    /// How many `/` its ids have: one for each owner that the id names.
    pub fn depth(self) -> usize {
        match self {
            Kind::Law | Kind::Offence | Kind::Amendment => 1,
            Kind::Provision => 2,
            _ => 0,
        }
    }
}

impl ActionKind {
    /// Whether it binds the country towards others once it is deposited.
    pub fn binds(self) -> bool {
        use ActionKind::*;
        matches!(
            self,
            DefinitiveSignature
                | Ratification
                | Acceptance
                | Approval
                | Accession
                | Succession
                | FormalConfirmation
                | ConsentToBeBound
                | BoundActNotSaid
        )
    }

    /// Whether it modifies obligations, or objects to such a change.
    pub fn modifies(self) -> bool {
        use ActionKind::*;
        matches!(self, Reservation | Declaration | Objection | Notification | Communication | TerritorialApplication)
    }

    /// Whether it ends the obligations of the country.
    pub fn ends(self) -> bool {
        matches!(self, ActionKind::Withdrawal | ActionKind::Denunciation)
    }

    /// Whether depositaries record acts of this kind: not those that were only planned, announced, or done at home.
    pub fn is_deposited(self) -> bool {
        let is_act = matches!(self, ActionKind::Signature | ActionKind::ProvisionalApplication);
        is_act || self.binds() || self.modifies() || self.ends()
    }

    /// The usual mark in the depositary's tables; empty where tables print a bare date or a note.
    pub fn mark(self) -> &'static str {
        use ActionKind::*;
        match self {
            DefinitiveSignature => "s",
            Acceptance => "A",
            Approval => "AA",
            Accession => "a",
            Succession => "d",
            FormalConfirmation => "c",
            ProvisionalApplication => "n",
            ConsentToBeBound => "P",
            _ => "",
        }
    }
}

impl State {
    /// Whether an author may code it as an answer. The other states follow from several findings, or from having none.
    pub fn is_written(self) -> bool {
        !matches!(self, State::Value | State::Conflicting | State::NotResearched)
    }

    /// Whether it answers the question: not if it is silent, unavailable, unresearched or not applicable.
    pub fn answers(self) -> bool {
        !matches!(self, State::NotApplicable | State::SourceSilent | State::SourceUnavailable | State::NotResearched)
    }
}
