//! Conduct that the law of a country punishes.

use crate::law::{AnyRecord, CountryId, Kind, LawId, Modality, Offence, OffenceId, ProvisionId};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Id, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{MODALITY, NOTE, PLACE, SOURCE, TOPICS, citation, head, topics};

const OFFENCE: &[Field] = &[
    required("id", Words, "Its id within the country.", "\"abduction\""),
    required_words("conduct", Words, "The conduct, as the source names it.", "\"abduction\""),
    optional("provision", Id("provision"), "The provision, where the source gives one.", "\"xr/penal-code/12\""),
    optional("law", Id("law"), "The law, where the source gives that only.", "\"xr/penal-code\""),
    optional_words("code", Words, "The code as the source calls it, where no law is recorded here.", "\"penal code\""),
    TOPICS,
    required("observed", Date, "The day for which the source says so.", "\"2005\""),
    MODALITY,
    SOURCE,
    PLACE,
    NOTE,
];

/// `offences.md` in the folder of a country.
pub const OFFENCES: FileKind = FileKind {
    name: "offences",
    path: "countries/{country}/offences.md",
    meaning: "Conduct that is punished, as sources name it, with or without an article.",
    fields: &[optional("offence", Entries(OFFENCE), "One conduct.", "")],
    body: None,
    decode: Decode::Entries(offences),
};

fn offences(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let country = place.country();
    let unread = |fields: &Fields<'_, '_>| {
        let id = fields.words("id")?;
        Some(AnyRecord::Unread { kind: Kind::Offence, id: format!("{country}/{id}").into() })
    };
    fields.entries("offence").iter().filter_map(|fields| offence(&country, fields).or_else(|| unread(fields))).collect()
}

fn offence(country: &CountryId, fields: &Fields<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Offence(Offence {
        head: head(fields),
        id: OffenceId::new(format!("{country}/{}", fields.words("id")?)),
        country: country.clone(),
        conduct: fields.text("conduct")?,
        provision: fields.id("provision", ProvisionId::new),
        law: fields.id("law", LawId::new),
        code: fields.text("code"),
        topics: topics(fields),
        observed: fields.date("observed")?,
        observed_at: fields.place("observed"),
        modality: Modality::parse(fields.word("modality")),
        citation: citation(fields)?,
        note: fields.prose("note"),
    }))
}
