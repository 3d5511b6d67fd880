//! Countries and regions.

use crate::text::{At, Prose};

use super::record::{Record, head, named};
use super::{CountryId, CountryKind, Head, LocalizedText};

/// A jurisdiction.
#[derive(Clone, Debug)]
pub struct Country {
    /// What every record carries.
    pub head: Head,
    /// Its identity, the name of its folder.
    pub id: CountryId,
    /// Its usual name.
    pub name: String,
    /// Its full name, if it differs.
    pub official_name: Option<String>,
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
    pub capital: Option<String>,
    /// Languages of its laws, BCP 47.
    pub languages: Vec<String>,
    /// Names in other languages.
    pub names: Vec<LocalizedText>,
    /// The profile. Its parts under `## … {#id}` are set where the page treats that section of the codebook.
    pub body: Prose,
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
