//! Countries and regions: the profile.

use crate::law::{AnyRecord, Country, CountryId, CountryKind, FormerName};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Flag, Id, Ids, List, LocalizedTexts, OneOf, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::head;

const FORMER_NAME: &[Field] = &[
    required_words("name", Words, "The name.", "\"Old Ruritania\""),
    required("until", Date, "From when it had another.", "\"2013-10-24\""),
];

/// `index.md` in the folder of a country.
pub const COUNTRY: FileKind = FileKind {
    name: "country",
    path: "countries/{country}/index.md",
    meaning: "A jurisdiction. Copy a country's folder to add one; the folder's name is its id.",
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
        optional("former_name", Entries(FORMER_NAME), "What it was called before, written `[[former_name]]`.", ""),
        optional("from", Date, "From when the state exists.", "\"1991-12-26\""),
        optional("until", Date, "From when the state does not exist any more.", "\"1991-12-26\""),
        optional("predecessors", Ids("country"), "The states before it.", "[\"xo\"]"),
        optional("successors", Ids("country"), "The states after it.", "[\"xs\"]"),
        optional("part_of", Id("country"), "For a part: the state that it is a part of.", "\"xs\""),
    ],
    body: Some(
        "The profile. Prose before the first `##` stands on top of the page. A part `## Heading {#section}` stands where \
         the page treats that section of the codebook; `{#treaties}`, `{#gaps}`, `{#amendments}`, `{#laws}`, \
         `{#statistics}`, `{#observations}` and `{#sources}` name the other parts of the page; any other part stands before the sources.",
    ),
    decode: Decode::Record(country),
};

fn country(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Country(Country {
        head: head(fields),
        id: CountryId::new(place.id()),
        name: fields.text("name")?,
        official_name: fields.text("official_name"),
        kind: CountryKind::parse(fields.word("kind")).unwrap_or(CountryKind::State),
        members: fields.ids("members", CountryId::new),
        compared: fields.flag("compared").unwrap_or(true),
        iso: fields.words("iso"),
        iso3: fields.words("iso3"),
        m49: fields.words("m49"),
        capital: fields.text("capital"),
        languages: fields.list("languages"),
        names: fields.localized_texts("names"),
        former_names: fields.entries("former_name").iter().filter_map(former_name).collect(),
        from: fields.date("from"),
        until: fields.date_at("until"),
        predecessors: fields.ids("predecessors", CountryId::new),
        successors: fields.ids("successors", CountryId::new),
        part_of: fields.id("part_of", CountryId::new),
        body: fields.file.body(),
    }))
}

fn former_name(fields: &Fields<'_, '_>) -> Option<FormerName> {
    Some(FormerName { name: fields.text("name")?, until: fields.date("until")? })
}
