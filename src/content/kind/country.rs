//! Countries and regions: the profile.

use crate::law::{AnyRecord, Country, CountryId, CountryKind};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Flag, Ids, List, LocalizedTexts, OneOf, Words};
use crate::content::form::{Decode, FileKind, Place, optional, optional_words, required_words};
use crate::content::record::head;

/// A country's profile.
pub const COUNTRY: FileKind = FileKind {
    name: "country",
    path: "countries/{country}/index.md",
    meaning: "A jurisdiction. Copy a country's folder to add one; the folder's name is its identity.",
    fields: &[
        required_words("name", Words, "Its usual name.", "\"Ruritania\""),
        optional_words("official_name", Words, "Its full name.", "\"Kingdom of Ruritania\""),
        optional("kind", OneOf(CountryKind::WORDS), "What it is; `state` where nothing is said.", "\"state\""),
        optional("members", Ids("country"), "For a region: the countries of which its statements may speak.", "[]"),
        optional("compared", Flag, "`false`: no column in the matrix; it appears with the instruments alone.", "true"),
        optional("iso", Words, "ISO 3166-1 alpha-2 or ISO 3166-2.", "\"XR\""),
        optional("iso3", Words, "ISO 3166-1 alpha-3.", "\"XRU\""),
        optional("m49", Words, "The United Nations' code, in quotes.", "\"999\""),
        optional_words("capital", Words, "Seat of government.", "\"Strelsau\""),
        optional("languages", List, "Languages of its laws, BCP 47.", "[\"de\"]"),
        optional(
            "names",
            LocalizedTexts,
            "Its name in other languages.",
            "[{ text = \"Ruritanien\", language = \"de\" }]",
        ),
    ],
    body: Some(
        "The profile. Prose before the first `##` stands on top of the page. A part `## Heading {#section}` stands where \
         the page treats that section of the codebook; `{#treaties}`, `{#gaps}`, `{#amendments}`, `{#laws}`, \
         `{#statistics}`, `{#observations}` and `{#sources}` name the other parts of the page; any other part stands before the sources.",
    ),
    decode: Decode::Record(country),
};

/// A country.
fn country(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Country(Country {
        head: head(fields),
        id: CountryId::new(place.id()),
        name: fields.words("name")?,
        official_name: fields.words("official_name"),
        kind: CountryKind::parse(fields.word("kind")).unwrap_or(CountryKind::State),
        members: fields.ids("members", CountryId::new),
        compared: fields.flag("compared").unwrap_or(true),
        iso: fields.words("iso"),
        iso3: fields.words("iso3"),
        m49: fields.words("m49"),
        capital: fields.words("capital"),
        languages: fields.list("languages"),
        names: fields.localized_texts("names"),
        body: fields.file.body(),
    }))
}
