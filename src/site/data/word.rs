//! The keys that data files use for kinds and the like: the same words as in the files of content. A key is a promise
//! to other people's programs; a page may call the thing what it likes.

use crate::law::{
    AmendmentKind, AnswerKind, Asks, Basis, CountryKind, Domain, InstrumentKind, LawKind, Modality, RepealVerb,
    SourceRole, StageKind, Tier, Translation,
};

macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident: $type:ident { $($variant:ident = $word:literal),* $(,)? })*) => {$(
        $(#[doc = $doc])*
        pub(super) fn $name(value: $type) -> &'static str {
            match value {
                $($type::$variant => $word,)*
            }
        }
    )*};
}

words! {
    /// Kind of a jurisdiction.
    country: CountryKind { State = "state", Part = "part", Region = "region", Organisation = "organisation" }
    /// Kind of an instrument.
    instrument: InstrumentKind { Treaty = "treaty", Standard = "standard" }
    /// Kind of a law.
    law: LawKind {
        Code = "code", Act = "act", Decree = "decree", Resolution = "resolution", Constitution = "constitution",
        Other = "other",
    }
    /// How a law ends.
    repeal: RepealVerb { Repealed = "repealed", Replaced = "replaced", Lapsed = "lapsed", Annulled = "annulled" }
    /// Standing of a translation.
    translation: Translation {
        Official = "official", Authorised = "authorised", Unofficial = "unofficial", Machine = "machine", None = "none",
    }
    /// Bill or act.
    amendment: AmendmentKind { Bill = "bill", Act = "act" }
    /// A step of an amendment.
    stage: StageKind {
        Announced = "announced", Planned = "planned", Drafted = "drafted", Submitted = "submitted",
        Debated = "debated", Adopted = "adopted", Signed = "signed", Published = "published", InForce = "in-force",
        Rejected = "rejected", Withdrawn = "withdrawn",
    }
    /// How a question is answered.
    answer_kind: AnswerKind {
        YesNo = "yes-no", Scale = "scale", Choice = "choice", Several = "several", Date = "date", Number = "number",
        Text = "text",
    }
    /// Law or practice.
    domain: Domain { Law = "law", Practice = "practice" }
    /// What an answer rests on.
    basis: Basis { Provision = "provision", Action = "action", Source = "source" }
    /// What is asked of treaty actions.
    asks: Asks { Signed = "signed", Bound = "bound", Reserved = "reserved" }
    /// How a source puts a statement.
    modality: Modality {
        Announced = "announced", Planned = "planned", Submitted = "submitted", Passed = "passed",
        InForce = "in-force", Practice = "practice", Assessment = "assessment", History = "history",
        Definition = "definition", Provenance = "provenance",
    }
    /// How near to the law a source stands.
    tier: Tier {
        Depositary = "depositary", OfficialTranslation = "official-translation",
        UnofficialTranslation = "unofficial-translation", InternationalOrganisation = "international-organisation",
        GovernmentReport = "government-report", Academic = "academic", LegalDatabase = "legal-database", Ngo = "ngo",
        Press = "press", Encyclopaedia = "encyclopaedia",
    }
    /// Whether statements may rest on a source.
    role: SourceRole { Cited = "cited", Background = "background" }
}
