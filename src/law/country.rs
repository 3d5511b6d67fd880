//! Countries and regions.

use crate::text::{At, Prose, TaggedText};

use super::record::{Record, head, named};
use super::{CountryId, CountryKind, Date, Day, Head, LocalizedText};

/// A jurisdiction.
#[derive(Clone, Debug)]
pub struct Country {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The name of its folder.
    pub id: CountryId,
    /// Its usual short name.
    pub name: TaggedText,
    /// Its full name, where it differs from `name`.
    pub official_name: Option<TaggedText>,
    /// State, part of a state, region or organisation.
    pub kind: CountryKind,
    /// For a region: the member countries, of which its statements may speak.
    pub members: Vec<At<CountryId>>,
    /// Whether it has a column in the matrix. Others appear on the pages of instruments only.
    pub compared: bool,
    /// ISO 3166-1 alpha-2, or ISO 3166-2, as published ("XR").
    pub iso: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub iso3: Option<String>,
    /// The code of the United Nations' standard M49.
    pub m49: Option<String>,
    /// Seat of government.
    pub capital: Option<TaggedText>,
    /// Languages of its laws, BCP 47.
    pub languages: Vec<String>,
    /// Names in other languages.
    pub names: Vec<LocalizedText>,
    /// Earlier names, oldest first.
    pub former_names: Vec<FormerName>,
    /// The first day of its existence; `None` is "not recorded".
    pub from: Option<Date>,
    /// The first day on which it no longer exists.
    pub until: Option<At<Date>>,
    /// The states that preceded it.
    pub predecessors: Vec<At<CountryId>>,
    /// The states that succeeded it.
    pub successors: Vec<At<CountryId>>,
    /// For a part: the state to which it belongs.
    pub part_of: Option<At<CountryId>>,
    /// The profile. A part under `## … {#id}` is shown in the section of the page with this id.
    pub body: Prose,
}

/// A name that a jurisdiction had.
#[derive(Clone, Debug)]
pub struct FormerName {
    /// The earlier name.
    pub name: TaggedText,
    /// The first day of the next name.
    pub until: Date,
}

impl Country {
    /// Whether it may exist on `day`. A beginning that is not recorded excludes nothing.
    pub fn has_begun(&self, day: Day) -> bool {
        self.from.as_ref().is_none_or(|from| from.reached(day) != Some(false))
    }

    /// The name on `day`. Where the date of a change is known in part, days between its bounds have the later name.
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
