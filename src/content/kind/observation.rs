//! What sources say about a country outside the questions of the codebook.

use crate::law::{AnyRecord, CountryId, Modality, Observation};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Ids, OneOf, Prose, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{
    NOTE, ORIGINAL, PLACE, QUOTE, QUOTE_LANGUAGE, SOURCE, TRANSLATION, citation, head, quotation, topics,
};

const OBSERVATION: &[Field] = &[
    required("id", Words, "Its id within the country.", "\"few-inspectors\""),
    required_words("text", Prose, "What the source says, in the site's own words.", "\"…\""),
    required("modality", OneOf(Modality::WORDS), "How the source puts it.", "\"practice\""),
    required("observed", Date, "The day for which the source speaks.", "\"2005\""),
    optional_words("period", Words, "The time of which it speaks, in words, where that is another.", "\"since 2003\""),
    required(
        "topics",
        Ids("topic"),
        "Topics under which it is gathered, one or more; the country's page sets it under the first.",
        "[\"my-topic\"]",
    ),
    SOURCE,
    PLACE,
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    NOTE,
];

/// `observations.md` in the folder of a country.
pub const OBSERVATIONS: FileKind = FileKind {
    name: "observations",
    path: "countries/{country}/observations.md",
    meaning: "What sources say of a country where no question asks for it: context, history, how cases go. One statement \
              an entry, in the manner in which the source puts it.",
    fields: &[optional("observation", Entries(OBSERVATION), "One statement.", "")],
    body: None,
    decode: Decode::Entries(observations),
};

fn observations(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let country = place.country();
    fields.entries("observation").iter().filter_map(|fields| observation(&country, fields, faults)).collect()
}

fn observation(country: &CountryId, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let quotation = quotation(fields, faults);
    Some(AnyRecord::Observation(Observation {
        head: head(fields),
        country: country.clone(),
        id: fields.words_at("id")?,
        text: fields.prose("text")?,
        modality: Modality::parse(fields.word("modality"))?,
        observed: fields.date("observed")?,
        observed_at: fields.place("observed"),
        period: fields.text("period"),
        topics: topics(fields),
        citation: citation(fields)?,
        quotation,
        note: fields.prose("note"),
    }))
}
