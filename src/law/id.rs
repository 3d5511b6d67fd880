//! Identities: one type for each kind of record. An identity is the path of the record's file below its folder.

use std::fmt;
use std::sync::Arc;

macro_rules! identity {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the text as it is; whether a record has this identity is for `assemble` to say.
            pub fn new(text: impl Into<Arc<str>>) -> $name {
                $name(text.into())
            }

            /// The same characters, shared and not copied.
            pub(super) fn shared(&self) -> Arc<str> {
                self.0.clone()
            }

            /// The identity as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

identity! {
    /// A jurisdiction: `xr`, `us-ca`.
    CountryId;
    /// A treaty or other standard: `my-treaty`.
    InstrumentId;
    /// An act or code of one country: `xr/penal-code`.
    LawId;
    /// An article of one law: `xr/penal-code/128`.
    ProvisionId;
    /// Punished conduct in one country: `xr/abduction`.
    OffenceId;
    /// An act or bill that changes laws: `xr/bill-2004`.
    AmendmentId;
    /// A subject or a stage of the problem: `registration`.
    TopicId;
    /// A part of the codebook: `commitments`.
    SectionId;
    /// A line of the codebook: `licence-required`.
    QuestionId;
    /// Where statements come from: `my-report`.
    SourceId;
    /// An entry of the glossary: `easement`.
    TermId;
    /// A disagreement between sources, or inside one: `k-01`.
    ConflictId;
    /// A page of prose: `about`.
    PageId;
    /// A training module: `inspectors`.
    ModuleId;
}

impl LawId {
    /// The country's part: `xr` of `xr/penal-code`.
    pub fn country(&self) -> CountryId {
        CountryId::new(self.as_str().split('/').next().unwrap_or_default())
    }
}

impl ProvisionId {
    /// The law's part: `xr/penal-code` of `xr/penal-code/128`.
    pub fn law(&self) -> LawId {
        LawId::new(self.as_str().rsplit_once('/').map_or("", |(law, _)| law))
    }
}
