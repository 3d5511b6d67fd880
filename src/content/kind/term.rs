//! Terms of the glossary.

use crate::law::{AnyRecord, Term, TermId};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Id, List, LocalizedTexts, Words};
use crate::content::form::{Decode, FileKind, Place, optional, optional_words, required_words};
use crate::content::record::{citation, head};

/// A file in `terms`.
pub const TERM: FileKind = FileKind {
    name: "term",
    path: "terms/{term}.md",
    meaning: "An entry of the glossary.",
    fields: &[
        required_words("term", Words, "The word.", "\"accession\""),
        optional_words(
            "forms",
            List,
            "Other forms of it that are linked where they occur.",
            "[\"accede\", \"accedes\"]",
        ),
        optional(
            "originals",
            LocalizedTexts,
            "The word in the original languages.",
            "[{ text = \"…\", language = \"ru\" }]",
        ),
        optional("observed", Date, "The day for which the source uses it so.", "\"2005\""),
        optional("source", Id("source"), "What it rests on.", "\"my-source\""),
        optional("place", Words, "The place in it.", "\"p. 12\""),
    ],
    body: Some("What it means."),
    decode: Decode::Record(term),
};

fn term(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Term(Term {
        head: head(fields),
        id: TermId::new(place.id()),
        term: fields.text("term")?,
        forms: fields.list("forms"),
        originals: fields.localized_texts("originals"),
        citation: citation(fields),
        observed: fields.date("observed"),
        body: fields.file.body(),
    }))
}
