//! Ids: one type for each kind of record. An id is the path of the record's file below its folder.

use std::fmt;
use std::sync::Arc;

use super::word::ActionKind;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Does not check that a record with this id exists; `assemble` does.
            pub fn new(text: impl Into<Arc<str>>) -> $name {
                $name(text.into())
            }

            /// The same text as a shared string, without copying it.
            pub(super) fn shared(&self) -> Arc<str> {
                self.0.clone()
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> $name {
                $name(text)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

ids! {
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
    /// A section of the codebook: `commitments`.
    SectionId;
    /// A line of the codebook: `licence-required`.
    QuestionId;
    /// A source that statements cite: `my-report`.
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
    /// The part of the id that names the country: `xr` of `xr/penal-code`.
    pub fn country(&self) -> CountryId {
        CountryId::new(self.as_str().split('/').next().unwrap_or_default())
    }
}

impl ProvisionId {
    /// The part of the id that names the law: `xr/penal-code` of `xr/penal-code/128`.
    pub fn law(&self) -> LawId {
        LawId::new(self.as_str().rsplit_once('/').map_or("", |(law, _)| law))
    }
}

/// The id of a treaty action. Two statements are about one action if these fields agree, whatever dates they give. Rows
/// of tables, entries of feeds, anchors and messages all derive their spelling from this type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId {
    /// The country that acts.
    pub country: CountryId,
    /// The instrument towards which it acts.
    pub instrument: InstrumentId,
    /// The kind of act.
    pub kind: ActionKind,
    /// The act that was announced or planned, succeeded to or objected to; see `Action::act`.
    pub act: Option<ActionKind>,
    /// 1; higher only where the same act was truly repeated.
    pub number: u32,
}

impl ActionId {
    /// Its parts joined by `separator`, always with the number: `xr.my-treaty.planned.ratification.1`.
    pub fn joined(&self, separator: &str) -> String {
        format!("{}{separator}{}", self.without_number(separator), self.number)
    }

    fn without_number(&self, separator: &str) -> String {
        let mut parts = vec![self.country.as_str(), self.instrument.as_str(), self.kind.word()];
        parts.extend(self.act.map(ActionKind::word));
        parts.join(separator)
    }
}

/// As messages print it: `xr/my-treaty/ratification`, `xr/my-treaty/planned/ratification`; the number follows only
/// where it is not 1.
impl fmt::Display for ActionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.without_number("/"))?;
        match self.number {
            0 | 1 => Ok(()),
            number => write!(f, "/{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_an_action_names_the_act_that_is_to_come_and_a_number_from_the_second_on() {
        let of = |kind, act, number| {
            let (country, instrument) = (CountryId::new("xr"), InstrumentId::new("treaty"));
            let id = ActionId { country, instrument, kind, act, number };
            [id.to_string(), id.joined(".")]
        };
        let (signature, planned) = (ActionKind::Signature, ActionKind::Planned);
        assert_eq!(of(signature, None, 1), ["xr/treaty/signature", "xr.treaty.signature.1"]);
        assert_eq!(of(signature, None, 2), ["xr/treaty/signature/2", "xr.treaty.signature.2"]);
        assert_eq!(of(planned, None, 1), ["xr/treaty/planned", "xr.treaty.planned.1"]);
        assert_eq!(of(planned, Some(signature), 1), ["xr/treaty/planned/signature", "xr.treaty.planned.signature.1"]);
    }
}
