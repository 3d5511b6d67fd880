//! Disagreements between sources.

use crate::law::{AnyRecord, Conflict, ConflictId, Side};
use crate::text::{At, Diagnostic};

use crate::content::fields::Fields;
use crate::content::form::FieldType::{AnyIds, Entries, Number, Prose, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, required, required_words};
use crate::content::record::{PLACE, SOURCE, citation, head};

const SIDE: &[Field] = &[required_words("says", Prose, "What it says.", "\"…\""), SOURCE, PLACE];

/// A file in `conflicts`.
pub const CONFLICT: FileKind = FileKind {
    name: "conflict",
    path: "conflicts/{conflict}.md",
    meaning: "A disagreement between sources, or inside one.",
    fields: &[
        required_words("title", Words, "What is disputed, in one line.", "\"…\""),
        required("side", Entries(SIDE), "What each side says; two or more, written `[[side]]`.", ""),
        optional("preferred", Number, "Which side is preferred, from 1.", "1"),
        required_words("reason", Prose, "Why that one, or why none.", "\"…\""),
        optional("touches", AnyIds, "Records on whose pages it is shown.", "[\"xr/penal-code\"]"),
    ],
    body: Some("More to say."),
    decode: Decode::Record(conflict),
};

fn conflict(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let preferred = fields.number("preferred").and_then(|n| usize::try_from(n).ok());
    Some(AnyRecord::Conflict(Conflict {
        head: head(fields),
        id: ConflictId::new(place.id()),
        title: fields.text("title")?,
        sides: fields.entries("side").iter().filter_map(side).collect(),
        preferred: preferred.map(|n| At::new(n, fields.place("preferred"))),
        reason: fields.prose("reason")?,
        touches: fields.ids("touches", |text| text),
        body: fields.file.body(),
    }))
}

fn side(fields: &Fields<'_, '_>) -> Option<Side> {
    Some(Side { at: fields.at, says: fields.prose("says")?, citation: citation(fields)? })
}
