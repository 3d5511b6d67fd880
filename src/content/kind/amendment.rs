//! Acts and bills that change laws.

use crate::law::{Amendment, AmendmentId, AmendmentKind, AnyRecord, Element, LawId, Modality, Stage, StageKind};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{AnyIds, Date, Entries, Id, Ids, OneOf, Prose, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, required, required_words};
use crate::content::record::{MODALITY, NOTE, PLACE, SOURCE, TOPICS, TRACE, citation, head, topics};

const STAGE: &[Field] = &[
    required("kind", OneOf(StageKind::WORDS), "Which step.", "\"submitted\""),
    required("reached", Date, "When.", "\"2004-10\""),
    SOURCE,
    PLACE,
    NOTE,
    TRACE,
];

const ELEMENT: &[Field] = &[
    required("id", Words, "Its id within the amendment.", "\"definition\""),
    required_words("text", Prose, "What it would do.", "\"…\""),
    TOPICS,
    MODALITY,
    optional("observed", Date, "The day for which the source says so.", "\"2005\""),
    SOURCE,
    PLACE,
    TRACE,
];

/// A file in the folder `amendments` of a country.
pub const AMENDMENT: FileKind = FileKind {
    name: "amendment",
    path: "countries/{country}/amendments/{amendment}.md",
    meaning: "An act or bill that changes laws.",
    fields: &[
        required_words("title", Words, "Its title in the site's language.", "\"Bill on …\""),
        optional("kind", OneOf(AmendmentKind::WORDS), "`bill` where nothing is said.", "\"bill\""),
        optional("number", Words, "Its number as issued.", "\"№ 131\""),
        optional("law", Id("law"), "The law that it is, if recorded as one.", "\"xr/act-1\""),
        optional("amends", AnyIds, "Laws and provisions that it changes.", "[\"xr/penal-code\"]"),
        optional("follows", Ids("amendment"), "Earlier bills that it came from.", "[]"),
        required("stage", Entries(STAGE), "Its steps; one or more, written `[[stage]]`.", ""),
        optional("element", Entries(ELEMENT), "What it contains.", ""),
        TOPICS,
    ],
    body: Some("More to say."),
    decode: Decode::Record(amendment),
};

fn amendment(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let stages: Vec<Stage> = fields.entries("stage").iter().filter_map(stage).collect();
    if stages.is_empty() {
        return None;
    }
    Some(AnyRecord::Amendment(Amendment {
        head: head(fields),
        id: AmendmentId::new(place.id()),
        country: place.country(),
        title: fields.text("title")?,
        kind: AmendmentKind::parse(fields.word("kind")).unwrap_or(AmendmentKind::Bill),
        number: fields.words("number"),
        law: fields.id("law", LawId::new),
        amends: fields.ids("amends", |text| text),
        follows: fields.ids("follows", AmendmentId::new),
        stages,
        elements: fields.entries("element").iter().filter_map(element).collect(),
        topics: topics(fields),
        body: fields.file.body(),
    }))
}

fn stage(fields: &Fields<'_, '_>) -> Option<Stage> {
    Some(Stage {
        at: fields.at,
        kind: StageKind::parse(fields.word("kind"))?,
        reached: fields.date_at("reached")?,
        citation: citation(fields)?,
        note: fields.prose("note"),
        trace: fields.list("trace"),
    })
}

fn element(fields: &Fields<'_, '_>) -> Option<Element> {
    Some(Element {
        at: fields.at,
        id: fields.words_at("id")?,
        text: fields.prose("text")?,
        topics: topics(fields),
        modality: Modality::parse(fields.word("modality")),
        observed: fields.date("observed"),
        citation: citation(fields)?,
        trace: fields.list("trace"),
    })
}
