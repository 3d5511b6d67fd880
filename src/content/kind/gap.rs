//! What the law or practice of a country lacked.

use crate::law::{AnyRecord, CountryId, Gap};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Prose, Table, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, required, required_words};
use crate::content::record::{PLACE, SOURCE, TOPICS, citation, head, topics};

const GAP_LATER: &[Field] = &[required_words("text", Prose, "What changed later.", "\"…\""), SOURCE, PLACE];

const GAP: &[Field] = &[
    required("id", Words, "Its id within the country.", "\"no-definition\""),
    required_words("text", Prose, "What was lacking.", "\"…\""),
    TOPICS,
    required("observed", Date, "The day for which the source says so.", "\"2005\""),
    SOURCE,
    PLACE,
    optional("later", Table(GAP_LATER), "What changed later.", ""),
];

/// `gaps.md` in the folder of a country.
pub const GAPS: FileKind = FileKind {
    name: "gaps",
    path: "countries/{country}/gaps.md",
    meaning: "What a source says that the law or practice lacked.",
    fields: &[optional("gap", Entries(GAP), "One gap.", "")],
    body: None,
    decode: Decode::Entries(gaps),
};

fn gaps(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let country = place.country();
    fields.entries("gap").iter().filter_map(|fields| gap(&country, fields)).collect()
}

fn gap(country: &CountryId, fields: &Fields<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Gap(Gap {
        head: head(fields),
        country: country.clone(),
        id: fields.words_at("id")?,
        text: fields.prose("text")?,
        topics: topics(fields),
        observed: fields.date("observed")?,
        citation: citation(fields)?,
        later: fields.table("later").and_then(|fields| Some((fields.prose("text")?, citation(&fields)?))),
    }))
}
