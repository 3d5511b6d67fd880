//! Countries and regions.

use crate::text::{At, Prose, TaggedText};

use super::record::{Record, head, named};
use super::{CountryId, CountryKind, Date, Day, Head, LocalizedText};

/// A jurisdiction.
#[derive(Clone, Debug)]
pub struct Country {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id, the name of its folder.
    pub id: CountryId,
    /// Its usual name.
    pub name: TaggedText,
    /// Its full name, if it differs.
    pub official_name: Option<TaggedText>,
    /// What kind of jurisdiction it is.
    pub kind: CountryKind,
    /// For a region: the countries that its statements may speak of.
    pub members: Vec<At<CountryId>>,
    /// Whether it has a column in the matrix. Others appear with the instruments alone.
    pub compared: bool,
    /// ISO 3166-1 alpha-2, or ISO 3166-2, as published ("XR").
    pub iso: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub iso3: Option<String>,
    /// The United Nations' code M49.
    pub m49: Option<String>,
    /// Seat of government.
    pub capital: Option<TaggedText>,
    /// Languages of its laws, BCP 47.
    pub languages: Vec<String>,
    /// Names in other languages.
    pub names: Vec<LocalizedText>,
    /// What it was called before, oldest first.
    pub former_names: Vec<FormerName>,
    /// From when it exists; `None` is "not recorded".
    pub from: Option<Date>,
    /// From when it does not exist any more.
    pub until: Option<At<Date>>,
    /// The states before it.
    pub predecessors: Vec<At<CountryId>>,
    /// The states after it.
    pub successors: Vec<At<CountryId>>,
    /// For a part: the state that it is a part of.
    pub part_of: Option<At<CountryId>>,
    /// The profile. Its parts under `## … {#id}` are set where the page treats that section of the codebook.
    pub body: Prose,
}

/// A name that a jurisdiction had.
#[derive(Clone, Debug)]
pub struct FormerName {
    /// The name.
    pub name: TaggedText,
    /// From when it had another.
    pub until: Date,
}

impl Country {
    /// What it was called on `day`; between the bounds of a change that is known in part, by the later name.
    pub fn name_on(&self, day: Day) -> &TaggedText {
        let had = |former: &&FormerName| former.until.reached(day) == Some(false);
        let first = self.former_names.iter().filter(had).min_by_key(|former| former.until.earliest());
        first.map_or(&self.name, |former| &former.name)
    }
}

named!(Country);

impl Record for Country {
    head!(named);

    fn title(&self) -> &str {
        &self.name
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}
