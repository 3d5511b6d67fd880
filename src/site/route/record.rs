//! The addresses of records: the path of a page, and an anchor where the record has no page of its own.

use crate::law::{Day, Kind, RecordRef};
use crate::text::raised_figure;

/// The id of the page of prose that the page about the method prints.
pub const ABOUT: &str = "about";

/// The path of the page that shows a record, and the anchor of the record if the page is not its own.
pub fn path_of(kind: Kind, id: &str) -> (String, Option<String>) {
    let (country, rest) = id.split_once('/').unwrap_or((id, ""));
    match kind {
        Kind::Country => (["countries/", id, "/index.html"].concat(), None),
        Kind::Instrument => (["instruments/", id, ".html"].concat(), None),
        Kind::Law => (["countries/", country, "/laws/", rest, "/index.html"].concat(), None),
        Kind::Provision => (["countries/", country, "/laws/", rest, ".html"].concat(), None),
        Kind::Offence => (["countries/", country, "/index.html"].concat(), Some(format!("offence-{rest}"))),
        Kind::Amendment => (["countries/", country, "/amendments/", rest, ".html"].concat(), None),
        Kind::Topic => (["topics/", id, ".html"].concat(), None),
        Kind::Section => ("matrix/index.html".to_owned(), Some(record_anchor(kind, id))),
        Kind::Question => (["questions/", id, ".html"].concat(), None),
        Kind::Source => (["sources/", id, ".html"].concat(), None),
        Kind::Term => ("glossary/index.html".to_owned(), Some(record_anchor(kind, id))),
        Kind::Conflict => ("disagreements/index.html".to_owned(), Some(record_anchor(kind, id))),
        Kind::Page if id == "index" => ("index.html".to_owned(), None),
        Kind::Page if id == ABOUT => ("about/index.html".to_owned(), None),
        Kind::Page => (format!("pages/{id}.html"), None),
        Kind::Module => (format!("modules/{id}.html"), None),
    }
}

/// Path and anchor of a place that contains a reference, as `law::walk` gives it. There the anchor on an instrument's
/// page is a country, not an article.
pub fn of_origin(record_ref: &RecordRef) -> (String, Option<String>) {
    match (record_ref.kind, &record_ref.anchor) {
        (Kind::Instrument, Some(country)) => {
            (path_of(record_ref.kind, &record_ref.id).0, Some(record_anchor(Kind::Country, country)))
        }
        _ => of_record_ref(record_ref),
    }
}

/// Path and anchor of the target of a reference.
pub fn of_record_ref(record_ref: &RecordRef) -> (String, Option<String>) {
    let (path, anchor) = path_of(record_ref.kind, &record_ref.id);
    let named = record_ref.anchor.as_ref().map(|anchor| match record_ref.kind {
        Kind::Provision => paragraph_anchor(anchor),
        Kind::Instrument => article_anchor(anchor),
        Kind::Amendment => format!("element-{anchor}"),
        Kind::Module => part_anchor(anchor),
        Kind::Question => record_anchor(Kind::Country, anchor),
        _ => anchor.to_string(),
    });
    (path, named.or(anchor))
}

/// The anchor of a record on a page that shows several. The kind before the id keeps it distinct from ids of the theme,
/// which never begin so, and from anchors of authors, which contain a `_`.
pub fn record_anchor(kind: Kind, id: &str) -> String {
    format!("{}-{id}", kind.word())
}

/// The anchor of an article on its instrument's page.
pub fn article_anchor(key: &str) -> String {
    format!("article-{key}")
}

/// The anchor of a paragraph or point on its article's page, by its address in the words: `2/a` has `paragraph-2--a`,
/// and `3¹` has `paragraph-3-sup1`.
pub fn paragraph_anchor(address: &str) -> String {
    let mut anchor = "paragraph-".to_owned();
    let mut is_raised = false;
    for c in address.chars() {
        let raised = raised_figure(c);
        match raised {
            Some(figure) if is_raised => anchor.push_str(&figure.to_string()),
            Some(figure) => anchor.push_str(&format!("-sup{figure}")),
            None if c == '/' => anchor.push_str("--"),
            None => anchor.push(c),
        }
        is_raised = raised.is_some();
    }
    anchor
}

/// The anchor of a handout or exercise on its module's page.
pub fn part_anchor(id: &str) -> String {
    format!("part-{id}")
}

/// The anchor of a day on a country's history.
pub fn day_anchor(day: Day) -> String {
    format!("on-{day}")
}
