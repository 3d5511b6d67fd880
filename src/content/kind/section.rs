//! Sections of the codebook.

use crate::law::{AnyRecord, Section, SectionId, Shows};
use crate::text::{Diagnostic, nearest};

use crate::content::fault::UNKNOWN_WORD;
use crate::content::fields::Fields;
use crate::content::form::FieldType::{List, Words};
use crate::content::form::{Decode, FileKind, Place, optional, required_words};
use crate::content::record::{ORDER, head, order};

/// `index.md` in the folder of a section.
pub const SECTION: FileKind = FileKind {
    name: "section",
    path: "questions/{section}/index.md",
    meaning: "A part of the codebook: a folder of questions.",
    fields: &[
        required_words("title", Words, "Its title.", "\"International commitments\""),
        ORDER,
        optional(
            "shows",
            List,
            "What else a country's page shows here: `actions`, `offences`, `laws`, `statistics`.",
            "[\"actions\"]",
        ),
    ],
    body: Some("What it asks about."),
    decode: Decode::Record(section),
};

fn section(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let mut shows = Vec::new();
    for word in fields.texts("shows") {
        match Shows::parse(&word.value) {
            Some(shown) => shows.push(shown),
            None => {
                let near = nearest(&word.value, Shows::WORDS.iter().copied());
                let fault = UNKNOWN_WORD.at(word.span, format!("`shows` cannot hold `{}`", word.value));
                faults.push(match near {
                    Some(near) => fault.suggest(Some(near)),
                    None => fault.help("it holds `actions`, `offences`, `laws` and `statistics`"),
                });
            }
        }
    }
    Some(AnyRecord::Section(Section {
        head: head(fields),
        id: SectionId::new(place.id()),
        title: fields.text("title")?,
        order: order(fields),
        shows,
        body: fields.file.body(),
    }))
}
