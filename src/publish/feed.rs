//! Changes as Atom feeds (RFC 4287), for readers who want to be notified.
//!
//! The format has a dozen elements, so no library is used; a test reads the feeds with an independent parser.

use crate::site::Site;
use crate::site::view::{ChangeEntry, Edit, Feed, Frame, ShownValue, When};

use super::localizer::Localizer;
use super::output::Output;
use super::xml::escaped;

/// The paths of all feeds.
pub fn paths(site: &Site) -> Vec<String> {
    crate::site::feeds(site)
}

/// The feed at `path`, if there is one.
pub fn file(site: &Site, frame: &Frame, words: &impl Localizer, path: &str) -> Option<Output> {
    let feed = crate::site::feed(site, path)?;
    Some(Output::whole(path, print(&feed, frame, words).into_bytes()))
}

fn print(feed: &Feed, frame: &Frame, words: &impl Localizer) -> String {
    let mut out = Xml(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    out.0
        .push_str(&format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", escaped(&frame.language)));
    let title = feed
        .of
        .as_ref()
        .map_or_else(|| words.message("page-changes"), |of| format!("{}: {of}", words.message("page-changes")));
    out.set("id", &feed.id);
    out.set("title", &format!("{} – {title}", frame.title));
    out.set("updated", &moment(&feed.updated));
    out.link("self", "application/atom+xml", &feed.id);
    out.link("alternate", "text/html", &feed.page);
    out.0.push_str("<author>");
    out.set("name", &frame.title);
    out.0.push_str("</author>\n");
    out.set("generator", &frame.generator);
    for entry in &feed.entries {
        out.0.push_str("<entry>\n");
        out.set("id", &entry.id);
        out.set("updated", &moment(&entry.updated));
        let (title, summary, kind, link) = match (&entry.change, &entry.edit) {
            (Some(change), _) => (title_of(change, words), summary_of(change, words), change.kind, entry.id.clone()),
            (None, Some(edit)) => edited(edit, &feed.root, words),
            (None, None) => continue,
        };
        out.set("title", &title);
        out.link("alternate", "text/html", &link);
        out.0.push_str(&format!("<category term=\"{}\"/>\n", escaped(kind)));
        out.set("summary", &summary);
        out.0.push_str("</entry>\n");
    }
    out.0.push_str("</feed>\n");
    out.0
}

fn title_of(change: &ChangeEntry, words: &impl Localizer) -> String {
    format!("{}: {}, {}", change.country.text, words.message(&change.what), change.of.text)
}

/// The summary of an entry: the date in words, the state before and after, and the acts and source of the change.
fn summary_of(change: &ChangeEntry, words: &impl Localizer) -> String {
    let mut parts = vec![words.date(&change.when)];
    if let (Some(was), Some(is)) = (&change.was, &change.is) {
        parts.push(format!("{} → {}", said(was, words), said(is, words)));
    }
    if !change.by.is_empty() {
        let names: Vec<String> = change.by.iter().map(|by| by.text.to_string()).collect();
        parts.push(format!("{} {}", words.message("change-by"), names.join(", ")));
    }
    if let Some(citation) = &change.citation {
        let place = if citation.place.is_empty() { String::new() } else { format!(", {}", citation.place) };
        parts.push(format!("[{}{place}]", citation.short));
    }
    parts.join(". ")
}

fn said(standing: &ShownValue, words: &impl Localizer) -> String {
    match (standing.status, &standing.value, &standing.value_date) {
        ("", _, Some(date)) => words.date(date),
        ("", Some(value), None) => value.clone(),
        ("", None, None) => words.message(&format!("state-{}", standing.state)),
        (status, ..) => words.message(&format!("status-{status}")),
    }
}

fn edited(edit: &Edit, root: &str, words: &impl Localizer) -> (String, String, &'static str, String) {
    let title = format!("{}: {}, {}", edit.country.text, words.message("changes-edits"), edit.cell.text);
    let summary = format!("{}. {} “{}”", words.date(&edit.changed), edit.reason, edit.was);
    (title, summary, "edit", format!("{root}{}", edit.cell.href))
}

/// The first moment of a day, because a feed requires a time.
fn moment(day: &When) -> String {
    format!("{}T00:00:00Z", day.iso)
}

struct Xml(String);

impl Xml {
    fn set(&mut self, name: &str, text: &str) {
        self.0.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
    }

    fn link(&mut self, relation: &str, content: &str, href: &str) {
        self.0.push_str(&format!("<link rel=\"{relation}\" type=\"{content}\" href=\"{}\"/>\n", escaped(href)));
    }
}
