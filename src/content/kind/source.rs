//! Sources.

use crate::law::{AnyRecord, CompleteList, InstrumentId, Source, SourceId, SourceRole, TableScope, Tier};
use crate::text::{Diagnostic, Fault, Level, NumberText, figure, is_nothing, placeholder, slips};

use crate::content::fault::BAD_DATE;
use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Ids, Language, OneOf, Url, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required};
use crate::content::record::{PLACE, head};

const COMPLETE: &[Field] = &[
    required("instruments", Ids("instrument"), "Which instruments.", "[\"my-treaty\"]"),
    optional("observed", Date, "The day of the list; `stored` of the source where nothing is said.", "\"2015-03-14\""),
    optional(
        "lists",
        OneOf(TableScope::WORDS),
        "Which acts it lists, where it has no column for the others; `all` where nothing is said.",
        "\"acts-that-bind\"",
    ),
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
        optional(
            "extent",
            Words,
            "How its places are counted, and where it ends: a place behind it is a warning.",
            "\"p. 1-320\"",
        ),
        optional("role", OneOf(SourceRole::WORDS), "`cited` where nothing is said.", "\"cited\""),
    ],
    body: Some("What a reader should know of it."),
    decode: Decode::Record(source),
};

pub static READ_BEFORE_PUBLISHED: Fault = Fault {
    code: "read-before-published",
    level: Level::Warning,
    summary: "a source was looked up, or its copy stored, before it was published",
    explanation: "`accessed` and `stored` are not before the `year` of the source, nor `accessed` before `stored`. Of a range of years the \
first counts, so that a table that is kept up to date is no alarm.\n\nCorrect the day or the year.",
};

/// Reports a year without a year in it, such as `forthcoming`: nothing could be compared with it, nor listed by it.
fn year(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) {
    let Some(text) = fields.words("year") else { return };
    let has_year = text.split(|c: char| figure(c).is_none()).any(|run| run.chars().count() >= 4);
    // These are told where the words of each field are.
    let is_told = is_nothing(&text) || placeholder(&text).is_some() || !slips(&text, NumberText::Words).is_empty();
    if !has_year && !is_told {
        let fault = BAD_DATE.at(fields.place("year"), format!("`{text}` names no year"));
        let help =
            "write it in four figures; where the source names none, leave out the field, and say so in `citation`";
        faults.push(fault.help(help));
    }
}

/// Warns of a source that was read before it was there.
fn times(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) {
    let year = fields.words("year").and_then(|text| {
        let run = text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 4)?.to_owned();
        crate::law::Date::parse(&run).ok()
    });
    let (stored, accessed) = (fields.date("stored"), fields.date("accessed"));
    let pairs = [
        ("accessed", &accessed, "published", &year),
        ("accessed", &accessed, "stored", &stored),
        ("stored", &stored, "published", &year),
    ];
    for (name, later, other, earlier) in pairs {
        if let (Some(later), Some(earlier)) = (later, earlier)
            && later.surely_before(earlier)
        {
            let message = format!("`{name}` is {later}, before the source was {other} ({earlier})");
            let fault = READ_BEFORE_PUBLISHED.at(fields.place(name), message);
            faults.push(fault.help("compare the day with the year in which the source was published or stored"));
            return;
        }
    }
}

fn source(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    year(fields, faults);
    times(fields, faults);
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
        extent: fields.words("extent"),
        role: SourceRole::parse(fields.word("role")).unwrap_or(SourceRole::Cited),
        body: fields.file.body(),
    }))
}

fn complete(fields: &Fields<'_, '_>) -> Option<CompleteList> {
    Some(CompleteList {
        at: fields.at,
        instruments: fields.ids("instruments", InstrumentId::new),
        observed: fields.date("observed"),
        lists: TableScope::parse(fields.word("lists")).unwrap_or(TableScope::All),
        place: fields.words("place")?,
    })
}
