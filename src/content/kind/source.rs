//! Sources.

use crate::law::{AnyRecord, CompleteList, InstrumentId, Source, SourceId, SourceRole, Tier};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Ids, Language, OneOf, Url, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required};
use crate::content::record::{PLACE, head};

const COMPLETE: &[Field] = &[
    required("instruments", Ids("instrument"), "Which instruments.", "[\"my-treaty\"]"),
    optional("observed", Date, "The day of the list; `stored` of the source where nothing is said.", "\"2015-03-14\""),
    PLACE,
];

/// A file in `sources`.
pub const SOURCE_FILE: FileKind = FileKind {
    name: "source",
    path: "sources/{source}.md",
    meaning: "Where statements come from.",
    fields: &[
        required(
            "citation",
            Words,
            "The whole reference, as it is to be printed.",
            "\"A. Author, Title (Publisher 2005)\"",
        ),
        optional("short", Words, "A short name for tables.", "\"Author 2005\""),
        optional("author", Words, "Author, as the source gives it.", "\"A. Author\""),
        optional("title", Words, "Title.", "\"Title\""),
        optional("publisher", Words, "Publisher.", "\"Publisher\""),
        optional("year", Words, "Year or date, in quotes.", "\"2005\""),
        optional_words("kind", Words, "Kind, in words.", "\"report\""),
        optional("tier", OneOf(Tier::WORDS), "How near to the law it stands.", "\"academic\""),
        optional("url", Url, "Address on the web.", "\"https://example.org/\""),
        optional("archived", Url, "An archived copy.", "\"https://example.org/archive\""),
        optional("language", Language, "Language, BCP 47.", "\"en\""),
        optional("licence", Words, "Licence.", "\"…\""),
        optional("stored", Date, "The day to which the copy that was read belongs.", "\"2015-03-14\""),
        optional(
            "complete",
            Entries(COMPLETE),
            "Instruments of which it lists all who acted: who is not in it had not acted by its day. Written `[[complete]]`, in \
             place of an absence for each country.",
            "",
        ),
        optional("accessed", Date, "The day it was last looked up.", "\"2026-01-31\""),
        optional("role", OneOf(SourceRole::WORDS), "`cited` where nothing is said.", "\"cited\""),
    ],
    body: Some("What a reader should know of it."),
    decode: Decode::Record(source),
};

fn source(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Source(Source {
        head: head(fields),
        id: SourceId::new(place.id()),
        citation: fields.words("citation")?,
        short: fields.words("short"),
        author: fields.words("author"),
        title: fields.words("title"),
        publisher: fields.words("publisher"),
        year: fields.words("year"),
        kind: fields.text("kind"),
        tier: Tier::parse(fields.word("tier")),
        url: fields.url("url"),
        archived: fields.url("archived"),
        language: fields.words("language"),
        licence: fields.words("licence"),
        stored: fields.date("stored"),
        complete: fields.entries("complete").iter().filter_map(complete).collect(),
        accessed: fields.date("accessed"),
        role: SourceRole::parse(fields.word("role")).unwrap_or(SourceRole::Cited),
        body: fields.file.body(),
    }))
}

fn complete(fields: &Fields<'_, '_>) -> Option<CompleteList> {
    Some(CompleteList {
        at: fields.at,
        instruments: fields.ids("instruments", InstrumentId::new),
        observed: fields.date("observed"),
        place: fields.words("place")?,
    })
}
