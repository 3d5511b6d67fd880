//! Pages of prose, the home page among them.

use crate::law::{AnyRecord, Page, PageId, PageKind};
use crate::text::Diagnostic;

use crate::content::fields::Fields;
use crate::content::form::FieldType::Words;
use crate::content::form::{Decode, FileKind, Place, required_words};
use crate::content::record::{ORDER, head, order};

/// A file in `pages`.
pub const PAGE: FileKind = FileKind {
    name: "page",
    path: "pages/{page}.md",
    meaning: "A page of prose. `about.md` is set on the page about the site.",
    fields: &[required_words("title", Words, "Its title.", "\"About\""), ORDER],
    body: Some("The prose."),
    decode: Decode::Record(page),
};

/// `index.md` at the top of the content.
pub const HOME: FileKind = FileKind {
    name: "home",
    path: "index.md",
    meaning: "The words on the home page.",
    fields: &[required_words("title", Words, "The name of the site.", "\"My atlas of law\"")],
    body: Some("The prose."),
    decode: Decode::Record(page),
};

fn page(place: &Place<'_>, fields: &Fields<'_, '_>, _: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    // The pattern of the home page matches no name, so its path gives no id.
    let id = place.names.first().copied().unwrap_or("index");
    let kind = match id {
        "index" => PageKind::Home,
        "about" => PageKind::About,
        _ => PageKind::Page,
    };
    Some(AnyRecord::Page(Page {
        head: head(fields),
        id: PageId::new(id),
        title: fields.text("title")?,
        kind,
        order: order(fields),
        body: fields.file.body(),
    }))
}
