//! International treaties and other standards.

use crate::law::{AnyRecord, Article, EntryIntoForce, Instrument, InstrumentId, InstrumentKind};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Flag, Id, Number, OneOf, Prose, Table, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{
    CITATION, ORDER, ORIGINAL, PLACE, QUOTE, QUOTE_LANGUAGE, SOURCE, TRANSLATION, citation, head, order, quotation,
};

const ENTRY_INTO_FORCE: &[Field] = &[
    optional("days", Number, "Days after the deposit.", "30"),
    optional("months", Number, "Months after the deposit.", "0"),
    required_words("words", Words, "The rule in words.", "\"on the thirtieth day after the deposit\""),
    SOURCE,
    PLACE,
];

const ARTICLE: &[Field] = &[
    required("key", Words, "Its key, as in `instrument#key`.", "\"3-a\""),
    required("number", Words, "Its number as printed.", "\"3 (a)\""),
    optional_words("heading", Words, "What it is about.", "\"Use of terms\""),
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    optional_words("summary", Prose, "What it says, in the site's own words.", "\"…\""),
    optional("source", Id("source"), "What it rests on.", "\"my-source\""),
    optional("place", Words, "The place in it.", "\"art. 3\""),
];

/// An instrument.
pub const INSTRUMENT: FileKind = FileKind {
    name: "instrument",
    path: "instruments/{instrument}.md",
    meaning: "An international treaty or other standard.",
    fields: &[
        required_words("title", Words, "Its official title in the site's language.", "\"Convention on …\""),
        optional_words("short", Words, "A short title for tables.", "\"… Convention\""),
        optional("kind", OneOf(InstrumentKind::WORDS), "`treaty` where nothing is said.", "\"treaty\""),
        ORDER,
        optional("adopted", Date, "When it was adopted.", "\"2000-11-15\""),
        optional("opened", Date, "When it was opened for signature.", "\"2000-12-12\""),
        optional("closed", Date, "The last day on which it could be signed.", "\"2002-12-12\""),
        optional("in_force", Date, "When it came into force.", "\"2003-09-29\""),
        optional("entry", Table(ENTRY_INTO_FORCE), "When it comes into force for a state that joins.", ""),
        optional(
            "ratification_needs_signature",
            Flag,
            "Whether ratification needs a signature before it; `true` where nothing is said.",
            "true",
        ),
        optional_words("depositary", Words, "Who keeps the record.", "\"Secretary-General of the United Nations\""),
        optional("supplements", Id("instrument"), "The instrument that it supplements or amends.", "\"my-treaty\""),
        optional("citation", Entries(CITATION), "What its facts rest on, written `[[citation]]`.", ""),
        optional("article", Entries(ARTICLE), "Its articles, so far as they are cited.", ""),
    ],
    body: Some("What it is about."),
    decode: Decode::Record(instrument),
};

/// An instrument.
fn instrument(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Instrument(Instrument {
        head: head(fields),
        id: InstrumentId::new(place.id()),
        title: fields.words("title")?,
        short: fields.words("short"),
        kind: InstrumentKind::parse(fields.word("kind")).unwrap_or(InstrumentKind::Treaty),
        order: order(fields),
        adopted: fields.date("adopted"),
        opened: fields.date("opened"),
        closed: fields.date("closed"),
        in_force: fields.date("in_force"),
        entry: fields.table("entry").and_then(|fields| entry_into_force(&fields)),
        ratification_needs_signature: fields.flag("ratification_needs_signature").unwrap_or(true),
        depositary: fields.words("depositary"),
        supplements: fields.id("supplements", InstrumentId::new),
        citations: fields.entries("citation").iter().filter_map(citation).collect(),
        articles: fields.entries("article").iter().filter_map(|fields| article(fields, faults)).collect(),
        body: fields.file.body(),
    }))
}

fn entry_into_force(fields: &Fields<'_, '_>) -> Option<EntryIntoForce> {
    let count = |name: &str| fields.number(name).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    Some(EntryIntoForce {
        days: count("days"),
        months: count("months"),
        words: fields.words("words")?,
        citation: citation(fields)?,
    })
}

fn article(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Article> {
    Some(Article {
        at: fields.at,
        key: fields.words_at("key")?,
        number: fields.words("number")?,
        heading: fields.words("heading"),
        quotation: quotation(fields, faults),
        citation: citation(fields),
        summary: fields.prose("summary"),
    })
}
