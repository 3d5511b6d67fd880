//! Acts and codes.

use crate::law::{AnyRecord, Law, LawId, LawKind, Repeal, RepealVerb, Translation};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Flag, Id, LocalizedText, OneOf, Table, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{CITATION, PLACE, SOURCE, TOPICS, citation, head, topics};

const REPEAL: &[Field] = &[
    required("repealed", Date, "When it ended.", "\"2015-01-01\""),
    required("verb", OneOf(RepealVerb::WORDS), "How.", "\"replaced\""),
    optional("by", Id("law"), "By which law.", "\"xr/penal-code-2014\""),
    SOURCE,
    PLACE,
];

/// `index.md` in the folder of a law.
pub const LAW: FileKind = FileKind {
    name: "law",
    path: "countries/{country}/laws/{law}/index.md",
    meaning: "An act or code. Its six dates are six things; give those that a source gives.",
    fields: &[
        required_words("title", Words, "Its title in the site's language.", "\"Penal Code\""),
        optional("kind", OneOf(LawKind::WORDS), "What it is; `act` where nothing is said.", "\"code\""),
        optional(
            "title_translation",
            OneOf(Translation::WORDS),
            "Of what standing the title's translation is.",
            "\"unofficial\"",
        ),
        optional("official_title", LocalizedText, "Its official title.", "{ text = \"…\", language = \"ru\" }"),
        optional("number", Words, "Its number as issued.", "\"№ 254-II\""),
        optional_words(
            "article_word",
            Words,
            "What it calls an article, where that is not the word of the site; `{}` stands for the number if the word comes behind it.",
            "\"§\"",
        ),
        optional("adopted", Date, "When it was adopted.", "\"1997-07-16\""),
        optional("signed", Date, "When it was signed.", "\"1997-07-16\""),
        optional("published", Date, "When it was published.", "\"1997-07-17\""),
        optional("commences", Date, "When it commences.", "\"1998-01-01\""),
        optional("commences_in_part", Flag, "Only some of its provisions have commenced.", "false"),
        optional("repeal", Table(REPEAL), "How and when it ended.", ""),
        required("citation", Entries(CITATION), "What its facts rest on; one or more, written `[[citation]]`.", ""),
        TOPICS,
    ],
    body: Some("What it is about."),
    decode: Decode::Record(law),
};

fn law(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let id = LawId::new(place.id());
    Some(AnyRecord::Law(Law {
        head: head(fields),
        country: id.country(),
        id,
        kind: LawKind::parse(fields.word("kind")).unwrap_or(LawKind::Act),
        title: fields.text("title")?,
        title_translation: Translation::parse(fields.word("title_translation")),
        official_title: fields.localized_text("official_title"),
        number: fields.words("number"),
        article_word: fields.text("article_word"),
        adopted: fields.date_at("adopted"),
        signed: fields.date_at("signed"),
        published: fields.date_at("published"),
        commences: fields.date_at("commences"),
        commences_in_part: fields.flag("commences_in_part").unwrap_or(false),
        repeal: fields.table("repeal").and_then(|fields| repeal(&fields)),
        citations: fields.entries("citation").iter().filter_map(citation).collect(),
        topics: topics(fields),
        body: fields.file.body(),
    }))
}

fn repeal(fields: &Fields<'_, '_>) -> Option<Repeal> {
    Some(Repeal {
        repealed: fields.date_at("repealed")?,
        verb: RepealVerb::parse(fields.word("verb")).unwrap_or(RepealVerb::Repealed),
        by: fields.id("by", LawId::new),
        citation: citation(fields)?,
    })
}
