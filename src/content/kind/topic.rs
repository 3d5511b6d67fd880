//! Topics.

use crate::law::{AnyRecord, Topic, TopicId};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::Words;
use crate::content::form::{Decode, FileKind, Place, required_words};
use crate::content::record::{ORDER, head, order};

/// A file in `topics`.
pub const TOPIC: FileKind = FileKind {
    name: "topic",
    path: "topics/{topic}.md",
    meaning: "A subject, or a stage of the problem.",
    fields: &[required_words("title", Words, "Its name.", "\"Registration\""), ORDER],
    body: Some("What it covers."),
    decode: Decode::Record(topic),
};

fn topic(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Topic(Topic {
        head: head(fields),
        id: TopicId::new(place.id()),
        title: fields.text("title")?,
        order: order(fields),
        body: fields.file.body(),
    }))
}
