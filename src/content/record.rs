//! Fields that several kinds of records share (common fields, citations, quotations), and their decoders.

use crate::law::{
    Acknowledgement, Citation, ConflictId, Head, Modality, Quotation, SourceId, Tier, TopicId, Translation,
};
use crate::text::{At, Diagnostic, Fault, Level, language_script};

use super::fault::STRAY_FIELD;
use super::fields::Fields;
use super::form::FieldType::{
    Date, Entries, Flag, Id, Ids, Language, List, LocalizedText, Number, OneOf, Prose, Words,
};
use super::form::{Field, optional, optional_words, required};

/// The `order` of records without one: the largest that an author may write.
const UNORDERED: i64 = 1_000_000;

const ACKNOWLEDGE: &[Field] = &[
    required("fault", Words, "The code of the fault that stands.", "\"date-order\""),
    optional("conflict", Id("conflict"), "The recorded conflict behind it.", "\"k-01\""),
    required("reason", Words, "Why it stands.", "\"the two sources give different years\""),
];

const DRAFT: Field = optional("draft", Flag, "Keeps it out of a public build.", "true");
const ALIASES: Field = optional(
    "aliases",
    List,
    "Former ids, under which it and what lies below it are found as well; each leaves a page that leads on where the record has a page.",
    "[\"old-name\"]",
);
pub(super) const TRACE: Field =
    optional("trace", List, "What an outside register calls the statements that it publishes.", "[\"C-001\"]");
const CONFIRMED_ON: Field =
    optional("confirmed_on", Date, "When somebody looked again and found it still right.", "\"2026-01-31\"");
const ACKNOWLEDGED: Field =
    optional("acknowledge", Entries(ACKNOWLEDGE), "Faults that the sources themselves cause.", "");

/// Fields that every record and entry may have.
pub const COMMON: &[Field] = &[DRAFT, ALIASES, TRACE, CONFIRMED_ON, ACKNOWLEDGED];

/// Common fields of records that are entries of a file, as `[[finding]]`: without `aliases`, because they have no page of their own.
pub const ENTRY_COMMON: &[Field] = &[DRAFT, TRACE, CONFIRMED_ON, ACKNOWLEDGED];

/// Common fields of a file with entries; the other common fields belong to each entry.
pub const FILE_COMMON: &[Field] = &[DRAFT];

pub(super) const QUOTE: Field = optional("quote", Words, "Words of the source, letter by letter.", "\"…\"");
pub(super) const QUOTE_LANGUAGE: Field =
    optional("quote_language", Language, "Their language, BCP 47; the site's language where there is none.", "\"en\"");
pub(super) const TRANSLATION: Field = optional(
    "translation",
    OneOf(Translation::WORDS),
    "If they are a translation: of what standing. A machine's is always labelled.",
    "\"unofficial\"",
);
pub(super) const ORIGINAL: Field =
    optional("original", LocalizedText, "The words of the original.", "{ text = \"…\", language = \"ru\" }");

pub(super) const SOURCE: Field = required("source", Id("source"), "The source.", "\"my-source\"");
pub(super) const PLACE: Field = required("place", Words, "The place in it: article, page, line, file.", "\"p. 12\"");
pub(super) const CITATION: &[Field] = &[SOURCE, PLACE];
pub(super) const TOPICS: Field =
    optional("topics", Ids("topic"), "Topics under which it is gathered.", "[\"my-topic\"]");
pub(super) const NOTE: Field = optional_words("note", Prose, "A remark.", "\"…\"");
pub(super) const MODALITY: Field =
    optional("modality", OneOf(Modality::WORDS), "How the source puts it.", "\"in-force\"");
pub(super) const ORDER: Field = optional("order", Number, "Its place, smallest first; then by id.", "10");

/// Dates and codes that checks compare between records or with today, and whose types hold no place. Of findings, of which there
/// are the most, few fields are among them.
const PLACED: [&str; 14] = [
    "adopted",
    "opened",
    "closed",
    "in_force",
    "from",
    "until",
    "observed",
    "accessed",
    "stored",
    "changed",
    "iso",
    "iso3",
    "m49",
    "confirmed_on",
];

/// Decodes the fields of [`COMMON`], and records the span.
pub(super) fn head(fields: &Fields<'_, '_>) -> Head {
    Head {
        at: fields.at,
        draft: fields.flag("draft").unwrap_or(false),
        aliases: fields.ids("aliases", |text| text),
        trace: fields.list("trace"),
        acknowledge: fields.entries("acknowledge").iter().filter_map(acknowledgement).collect(),
        confirmed_on: fields.date("confirmed_on"),
        places: PLACED.iter().filter_map(|name| Some((*name, fields.own_place(name)?))).collect(),
    }
}

fn acknowledgement(fields: &Fields<'_, '_>) -> Option<Acknowledgement> {
    Some(Acknowledgement {
        fault: fields.words_at("fault")?,
        conflict: fields.id("conflict", ConflictId::new),
        reason: fields.words("reason")?,
    })
}

/// Decodes `source`, `place` and `tier`.
pub(super) fn citation(fields: &Fields<'_, '_>) -> Option<Citation> {
    let tier = Tier::parse(fields.word("tier"));
    Some(Citation {
        source: fields.id("source", SourceId::new)?,
        place: fields.words("place")?,
        place_at: fields.place("place"),
        tier,
    })
}

pub(super) fn topics(fields: &Fields<'_, '_>) -> Vec<At<TopicId>> {
    fields.ids("topics", TopicId::new)
}

/// Decodes `order`; records without one come last.
pub(super) fn order(fields: &Fields<'_, '_>) -> i64 {
    fields.number("order").unwrap_or(UNORDERED)
}

pub static QUOTATION_SCRIPT: Fault = Fault {
    code: "quotation-script",
    level: Level::Warning,
    summary: "a quotation is written in another script than its language",
    explanation: "`quote_language` says in which language the words stand; voices, hyphens and the search go by it. Nearly all letters of the \
words are Cyrillic and the language is written in Latin letters, or the reverse. A few foreign words are no alarm.\n\nWrite the \
language of the words (`ru`), or its script behind it where it has two: `uz-Cyrl`.",
};

/// The script of nearly all letters of a text, as ISO 15924 calls it and in words.
fn script_of(text: &str) -> Option<(&'static str, &'static str)> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let count = |test: &dyn Fn(&char) -> bool| letters.iter().filter(|c| test(c)).count() * 10;
    if letters.len() < 20 {
        return None;
    }
    if count(&|c| ('\u{400}'..='\u{52f}').contains(c)) > letters.len() * 9 {
        return Some(("Cyrl", "Cyrillic"));
    }
    (count(&char::is_ascii_alphabetic) > letters.len() * 9).then_some(("Latn", "Latin letters"))
}

/// Decodes `quote` and the fields that describe it; such a field without a `quote` is a fault.
pub(super) fn quotation(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Quotation> {
    let Some(text) = fields.extract("quote") else {
        for name in ["quote_language", "translation", "original"] {
            if fields.has(name) && !fields.has("quote") {
                let message = format!("`{name}` describes a `quote`, and there is none");
                let fault = STRAY_FIELD.at(fields.place(name), message);
                faults.push(fault.help("write `quote = \"…\"`, or delete this field"));
            }
        }
        return None;
    };
    let language = fields.words("quote_language").unwrap_or_else(|| fields.file.language.to_owned());
    if let Some((_, meant)) =
        script_of(&text).filter(|(script, _)| language_script(&language).is_some_and(|own| own != *script))
    {
        let name = if fields.has("quote_language") { "quote_language" } else { "quote" };
        let message = format!("the words are {meant}, and `{language}` is not written so");
        let help = "write `quote_language` as the language of the words, such as `ru`; with its script where it has two: `uz-Cyrl`";
        faults.push(QUOTATION_SCRIPT.at(fields.place(name), message).help(help));
    }
    Some(Quotation {
        at: fields.place("quote"),
        text,
        language,
        translation: Translation::parse(fields.word("translation")),
        original: fields.localized_text("original"),
    })
}
