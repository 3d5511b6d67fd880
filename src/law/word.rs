//! The vocabulary: the enums whose values are words in files. Decoders, forms, pages and exports all take the words from
//! here. Authors and users of the data rely on a word, so it must not change; pages print messages of the theme instead.

/// Defines enums of which each variant has a word: `ALL` in the order of the declaration, `WORDS` in the same order,
/// `word()` and `parse()`.
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

            /// Their words, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word by which files of content and of data name it.
            pub const fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }

            /// The value that `word` names.
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
    /// Kinds of records that have an id which prose can name, in the order in which ambiguity is reported.
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

    /// What kind of jurisdiction.
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

    /// What standing a translation has.
    pub enum Translation {
        /// Issued by the state.
        Official = "official",
        /// Approved by the state or the author.
        Authorised = "authorised",
        /// By anybody else.
        Unofficial = "unofficial",
        /// Made by a machine. Always labelled.
        Machine = "machine",
        /// The words are the original.
        None = "none",
    }

    /// Whether statements may rest on a source.
    pub enum SourceRole {
        /// Statements rest on it. It is a fault if none does.
        Cited = "cited",
        /// It is context only; no statement need cite it.
        Background = "background",
    }

    /// How near to the law a source stands, nearest first.
    pub enum Tier {
        /// The depositary of a treaty, or the official gazette. Its statements on treaty actions are *recorded*; those of
        /// all other tiers are *reported*.
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

    /// What kind of act a law is.
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

    /// How a law ends.
    pub enum RepealVerb {
        /// Repealed.
        Repealed = "repealed",
        /// Replaced by another.
        Replaced = "replaced",
        /// Ended by itself.
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

    /// The steps that an amendment can take, in their usual order.
    pub enum StageKind {
        /// Announced by somebody.
        Announced = "announced",
        /// Intended.
        Planned = "planned",
        /// Written.
        Drafted = "drafted",
        /// Before parliament.
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

    /// What kind of instrument.
    pub enum InstrumentKind {
        /// A treaty: countries sign, ratify, accede.
        Treaty = "treaty",
        /// A standard without parties.
        Standard = "standard",
    }

    /// How an instrument ends.
    pub enum InstrumentEndKind {
        /// By decision of its parties.
        Terminated = "terminated",
        /// By itself, on a day that it names.
        Expired = "expired",
        /// By a later instrument.
        Superseded = "superseded",
        /// With the organisation that it founded.
        Dissolved = "dissolved",
    }

    /// How a country acts towards an instrument.
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
        /// Binds, without signature before it.
        Accession = "accession",
        /// Binds, perhaps back-dated; never inferred.
        Succession = "succession",
        /// Binds (organisations).
        FormalConfirmation = "formal-confirmation",
        /// Applies the instrument before it is bound; no bond.
        ProvisionalApplication = "provisional-application",
        /// Binds.
        ConsentToBeBound = "consent-to-be-bound",
        /// Binds, by one of several acts; the table does not say which.
        BoundActNotSaid = "bound-act-not-said",
        /// Modifies.
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
        /// Ends.
        Withdrawal = "withdrawal",
        /// Ends.
        Denunciation = "denunciation",
        /// Reported by a source; does not bind.
        Announced = "announced",
        /// Reported by a source; does not bind.
        Planned = "planned",
        /// Done at home; does not bind towards others.
        DomesticRatification = "domestic-ratification",
    }

    /// What a country's actions amount to.
    pub enum Status {
        /// In force for the country.
        Party = "party",
        /// An act that binds is deposited; it is not in force for the country yet, or when it came into force is not known.
        Bound = "bound",
        /// Applied provisionally, and not in force for the country.
        Provisional = "provisional",
        /// Signed, not bound.
        Signatory = "signatory",
        /// Was bound, and withdrew.
        FormerParty = "former-party",
        /// The state, or the instrument, had ceased to exist.
        Ended = "ended",
        /// No action is recorded up to that day.
        NoAction = "no-action",
        /// Nothing is recorded: no statement of a depositary and no table without an entry.
        NotRecorded = "not-recorded",
    }

    /// What else a country's page shows in a section.
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

    /// How a question is answered.
    pub enum AnswerKind {
        /// `yes`, `no`, `partial` and the other states.
        YesNo = "yes-no",
        /// One of several ordered answers that the question defines.
        Scale = "scale",
        /// One of several answers that the question defines.
        Choice = "choice",
        /// Several of them.
        Several = "several",
        /// A date.
        Date = "date",
        /// A number with its unit.
        Number = "number",
        /// Words.
        Text = "text",
    }

    /// Law on the books and what is done are never mixed in one row.
    pub enum Domain {
        /// What the law says.
        Law = "law",
        /// What is done.
        Practice = "practice",
    }

    /// What an answer rests on.
    pub enum Basis {
        /// Provisions or offences of the country's law.
        Provision = "provision",
        /// Treaty actions, from which it is computed.
        Action = "action",
        /// What a source says.
        Source = "source",
    }

    /// What can be asked of treaty actions.
    pub enum Asks {
        /// Whether the country has signed.
        Signed = "signed",
        /// Whether it has deposited an act that binds and has not ended.
        Bound = "bound",
        /// Whether a reservation of its own stands; declarations count where the question says so.
        Reserved = "reserved",
    }

    /// How a source puts a statement.
    pub enum Modality {
        /// Announced by somebody.
        Announced = "announced",
        /// Intended.
        Planned = "planned",
        /// Before parliament.
        Submitted = "submitted",
        /// Adopted.
        Passed = "passed",
        /// In force.
        InForce = "in-force",
        /// What is done.
        Practice = "practice",
        /// A judgement of the source.
        Assessment = "assessment",
        /// What was, before the time of which the source speaks.
        History = "history",
        /// What a word or an instrument means, as the source explains it.
        Definition = "definition",
        /// What the source shows of itself.
        Provenance = "provenance",
    }

    /// The state of a cell.
    pub enum State {
        /// The law provides it.
        Yes = "yes",
        /// An answer that is neither yes nor no.
        Value = "value",
        /// Some elements only, or with a limit.
        Partial = "partial",
        /// Through general offences only.
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
        /// Differs within the country.
        Varies = "varies",
        /// The parent's answer excludes it.
        NotApplicable = "not-applicable",
        /// The source that was read says nothing.
        SourceSilent = "source-silent",
        /// The law exists, its text was not obtained.
        SourceUnavailable = "source-unavailable",
        /// Nobody looked.
        NotResearched = "not-researched",
    }

    /// How an article stands on a day.
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
        /// It is not recorded; a later wording is.
        Gap = "gap",
    }

    /// How a wording of an article stands on a day.
    pub enum WordingState {
        /// It is law.
        InForce = "in-force",
        /// It is perhaps law.
        Uncertain = "uncertain",
        /// It is not law yet.
        ToCome = "to-come",
        /// It was law; a later one is recorded.
        Earlier = "earlier",
        /// It was law, and the article ended with it.
        Ended = "ended",
    }

    /// Whether an answer may be trusted for a day (the rules are in [`super::standing`]).
    pub enum Standing {
        /// It speaks of the day.
        Holds = "holds",
        /// It speaks of an earlier day, and nothing that is recorded touches it.
        LastKnown = "last-known",
        /// What it rests on has changed since.
        Overtaken = "overtaken",
        /// It may have changed before or after the day.
        Uncertain = "uncertain",
        /// Nothing answers by the day.
        NotInSight = "not-in-sight",
    }

    /// A rule for the days of one kind of view.
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
    /// How many `/` its ids have: the records in whose folders it lies.
    pub fn depth(self) -> usize {
        match self {
            Kind::Law | Kind::Offence | Kind::Amendment => 1,
            Kind::Provision => 2,
            _ => 0,
        }
    }
}

impl ActionKind {
    /// Whether it binds the state towards others once deposited.
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

    /// Whether it modifies the obligations of the state.
    pub fn modifies(self) -> bool {
        use ActionKind::*;
        matches!(self, Reservation | Declaration | Objection | Notification | Communication | TerritorialApplication)
    }

    /// Whether it ends the obligations of the state.
    pub fn ends(self) -> bool {
        matches!(self, ActionKind::Withdrawal | ActionKind::Denunciation)
    }

    /// Whether a depositary keeps a record of it: not of what was only planned, announced, or done at home.
    pub fn is_deposited(self) -> bool {
        let is_act = matches!(self, ActionKind::Signature | ActionKind::ProvisionalApplication);
        is_act || self.binds() || self.modifies() || self.ends()
    }

    /// The mark in the depositary's tables; empty where it is a bare date or a note.
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
    /// Whether an author may write it as an answer. The others follow from findings, or from there being none.
    pub fn is_written(self) -> bool {
        !matches!(self, State::Value | State::Conflicting | State::NotResearched)
    }

    /// Whether it answers the question: neither silent nor unavailable nor unresearched nor not applicable.
    pub fn answers(self) -> bool {
        !matches!(self, State::NotApplicable | State::SourceSilent | State::SourceUnavailable | State::NotResearched)
    }
}
