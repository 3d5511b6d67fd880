//! Laws and provisions as JSON-LD in the vocabulary of schema.org, for search engines and other programs.
//!
//! Unknown values are omitted: a date known in part is given only as far as ISO 8601 can express it, and the legal
//! force of a law is stated only where the view is certain.

use serde::Serialize;

use crate::site::view::{Citation, Frame, Law, Link, Page, Provision, Quotation, View, When};

/// The JSON-LD of a page, ready for a `script` element; `None` for pages of other kinds than laws and provisions.
pub fn json_ld(page: &Page, frame: &Frame) -> Option<String> {
    let record = match &page.view {
        View::Law(law) => of_law(law, page, frame),
        View::Provision(provision) => of_provision(provision, page, frame),
        _ => return None,
    };
    Some(escaped(&record.finish()))
}

const FORCE: &str = "https://schema.org/";

/// A JSON object that is written while its fields are set; building a tree first would cost time on every page.
struct Object(String);

impl Object {
    fn new(kind: &str) -> Object {
        let mut object = Object(String::with_capacity(1024));
        object.set("@type", kind);
        object
    }

    fn set(&mut self, key: &str, value: impl Serialize) {
        self.raw(key, &json(value));
    }

    fn set_some(&mut self, key: &str, value: Option<impl Serialize>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    fn set_object(&mut self, key: &str, value: Object) {
        self.raw(key, &value.finish());
    }

    fn raw(&mut self, key: &str, value: &str) {
        self.0.push_str(if self.0.is_empty() { "{\"" } else { ",\"" });
        for piece in [key, "\":", value] {
            self.0.push_str(piece);
        }
    }

    fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

fn json(value: impl Serialize) -> String {
    serde_json::to_string(&value).expect("words and lists of words can be written as JSON")
}

fn of_law(law: &Law, page: &Page, frame: &Frame) -> Object {
    let mut record = start(&law.title, law.number.as_deref().unwrap_or(&law.id), &law.country, page);
    if let Some(title) = &law.official_title {
        record.raw(
            "alternateName",
            &format!("{{\"@value\":{},\"@language\":{}}}", json(&title.text), json(&title.language)),
        );
    }
    record.set("legislationType", law.kind);
    let made = law.adopted.as_ref().or(law.signed.as_ref());
    record.set_some("legislationDate", made.and_then(iso));
    record.set_some("datePublished", law.published.as_ref().and_then(iso));
    record.set_some("legislationDateOfApplicability", law.commences.as_ref().and_then(iso));
    record.set_some("legislationDateVersion", iso(as_of(page, frame)));
    let force = law_force(law, as_of(page, frame));
    record.set_some("legislationLegalForce", force.map(|force| format!("{FORCE}{force}")));
    finish(record, law.citations.iter(), None, page)
}

fn of_provision(provision: &Provision, page: &Page, frame: &Frame) -> Object {
    let current = provision.wordings.first().filter(|_| provision.first_is_law);
    let name = match &provision.heading {
        Some(heading) => format!("{}, {}: {heading}", provision.law.text, provision.article),
        None => format!("{}, {}", provision.law.text, provision.article),
    };
    let mut record = start(&name, &provision.article, &provision.country, page);
    let mut law = Object::new("Legislation");
    law.set("name", provision.law.text.as_str());
    law.set("url", &provision.law.href);
    record.set_object("isPartOf", law);
    record.set_some("legislationDateVersion", iso(as_of(page, frame)));
    let force = match current.map(|wording| wording.in_force) {
        Some("yes") => Some("InForce"),
        None if !provision.wordings.is_empty() && provision.wordings.iter().all(|w| w.in_force == "no") => {
            Some("NotInForce")
        }
        _ => None,
    };
    record.set_some("legislationLegalForce", force.map(|force| format!("{FORCE}{force}")));
    let citations = provision.wordings.iter().map(|wording| &wording.citation);
    finish(record, citations, current.and_then(|wording| wording.quotation.as_ref()), page)
}

/// The day as of which the page shows the law.
fn as_of<'p>(page: &'p Page, frame: &'p Frame) -> &'p When {
    page.day.as_ref().map_or(&frame.as_of, |day| &day.on)
}

fn start(name: &str, identifier: &str, country: &Link, page: &Page) -> Object {
    let mut record = Object(String::with_capacity(1024));
    record.set("@context", "https://schema.org");
    record.set("@type", "Legislation");
    record.set_some("@id", page.canonical.as_deref());
    record.set_some("url", page.canonical.as_deref());
    record.set("name", name);
    record.set("legislationIdentifier", identifier);
    let mut jurisdiction = Object::new("AdministrativeArea");
    jurisdiction.set("name", country.text.as_str());
    jurisdiction.set("url", &country.href);
    record.set_object("legislationJurisdiction", jurisdiction);
    record
}

/// Completes the record. It always states that the text has no legal value of its own, whoever translated it.
fn finish<'c>(
    mut record: Object,
    citations: impl Iterator<Item = &'c Citation>,
    quotation: Option<&Quotation>,
    page: &Page,
) -> Object {
    let language = quotation.map_or(page.language.as_str(), |words| words.language.as_str());
    record.set("inLanguage", &page.language);
    let mut text = Object::new("LegislationObject");
    text.set("encodingFormat", "text/html");
    text.set("inLanguage", language);
    text.set("legislationLegalValue", format!("{FORCE}UnofficialLegalValue"));
    text.set_some("url", page.canonical.as_deref());
    record.set_object("encoding", text);
    let mut cited: Vec<String> = Vec::new();
    for citation in citations {
        let whole = match citation.place.as_str() {
            "" => citation.short.to_string(),
            place => format!("{}, {place}", citation.short),
        };
        if !cited.contains(&whole) {
            cited.push(whole);
        }
    }
    record.set_some("citation", (!cited.is_empty()).then_some(cited));
    record
}

/// The legal force of a law on a day; `None` where the dates leave it open.
fn law_force(law: &Law, on: &When) -> Option<&'static str> {
    let banner = |key: &str| law.banners.iter().any(|banner| banner.key == key);
    if banner("not-yet-in-force") || law.repealed.as_ref().is_some_and(|end| surely_reached(end, on)) {
        Some("NotInForce")
    } else if law.repealed.as_ref().is_some_and(|end| !surely_later(end, on)) {
        None
    } else if banner("in-force-in-part") {
        Some("PartiallyInForce")
    } else {
        law.commences.as_ref().is_some_and(|start| surely_reached(start, on)).then_some("InForce")
    }
}

/// Whether a date is certainly not after a day. Only dates that are a day, a month or a year can be certain.
fn surely_reached(date: &When, day: &When) -> bool {
    match date.form {
        "day" => (date.year, date.month, date.day) <= (day.year, day.month, day.day),
        "month" => (date.year, date.month) < (day.year, day.month),
        "year" => date.year < day.year,
        _ => false,
    }
}

/// Whether a date is certainly after a day.
fn surely_later(date: &When, day: &When) -> bool {
    match date.form {
        "day" => (date.year, date.month, date.day) > (day.year, day.month, day.day),
        "month" => (date.year, date.month) > (day.year, day.month),
        "year" => date.year > day.year,
        _ => false,
    }
}

/// A date in ISO 8601; `None` where the format cannot express it.
fn iso(date: &When) -> Option<&str> {
    matches!(date.form, "day" | "month" | "year").then_some(&date.iso)
}

/// Escapes JSON for a `script` element: no end tag, and no U+2028 or U+2029, which older JavaScript takes for line
/// ends.
fn escaped(json: &str) -> String {
    /// The first byte of both line ends in UTF-8; other characters share it.
    const LINE_END: u8 = 0xe2;
    let mut out = String::with_capacity(json.len() + 16);
    let mut rest = json;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'<' | b'>' | b'&' | LINE_END)) {
        out.push_str(&rest[..at]);
        let c = rest[at..].chars().next().unwrap_or_default();
        if matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') {
            out.push_str(&format!("\\u{:04x}", c as u32));
        } else {
            out.push(c);
        }
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn when(text: &str) -> When {
        let parts: Vec<i16> = text.split('-').filter_map(|part| part.parse().ok()).collect();
        let part = |at: usize| parts.get(at).copied().unwrap_or(0);
        let form = ["year", "month", "day"][parts.len() - 1];
        let (month, day) = (part(1) as u8, part(2) as u8);
        When { iso: text.to_owned(), form, year: part(0), month, day, first: None, second: None }
    }

    fn law(commences: Option<&str>, repealed: Option<&str>) -> Law {
        Law {
            id: "xr/code".into(),
            country: Link { href: "../../index.html".into(), text: "Ruritania".into() },
            kind: "code",
            title: "Code </script><b> & more\u{2028}".into(),
            title_translation: "",
            official_title: None,
            number: None,
            adopted: Some(when("1997")),
            signed: None,
            published: None,
            commences: commences.map(when),
            repealed: repealed.map(when),
            repeal_verb: "",
            repealed_by: None,
            repeal_citation: None,
            banners: Vec::new(),
            body: Default::default(),
            citations: Vec::new(),
            provisions: Vec::new(),
            came_by: Vec::new(),
            cells: Vec::new(),
            amended_by: Vec::new(),
            offences: Vec::new(),
            topics: Vec::new(),
            conflicts: Vec::new(),
            cited_by: Vec::new(),
            trace: Vec::new(),
        }
    }

    fn page(law: Law) -> Page {
        Page {
            path: "countries/xr/laws/code/index.html".into(),
            root: "../../../../".into(),
            language: "en".into(),
            direction: "ltr",
            languages: Vec::new(),
            stale: false,
            title: law.title.clone(),
            description: String::new(),
            kind: "law",
            door: "",
            breadcrumbs: Vec::new(),
            contents: Vec::new(),
            day: None,
            canonical: None,
            report: None,
            json_ld: None,
            exit: None,
            feed: None,
            cite: None,
            division: None,
            view: View::Law(Box::new(law)),
        }
    }

    fn frame() -> Frame {
        Frame {
            version: 1,
            title: Default::default(),
            description: Default::default(),
            language: "en".into(),
            first_language: None,
            edition: when("2026-01-31"),
            edition_name: None,
            as_of: when("2005-06-15"),
            historical: true,
            law_as_at: None,
            base_url: None,
            shared_picture: None,
            publisher: None,
            licence: None,
            licence_url: None,
            notice: None,
            designations: None,
            search: String::new(),
            indexed: false,
            doors: Vec::new(),
            pages: Vec::new(),
            generator: String::new(),
        }
    }

    fn force(commences: Option<&str>, repealed: Option<&str>) -> Value {
        let text = json_ld(&page(law(commences, repealed)), &frame()).expect("a law has a record");
        let record: Value = serde_json::from_str(&text).expect("it is JSON");
        record.get("legislationLegalForce").cloned().unwrap_or_default()
    }

    #[test]
    fn nothing_that_content_says_ends_the_script() {
        let text = json_ld(&page(law(None, None)), &frame()).expect("a law has a record");
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let record: Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(record["name"], "Code </script><b> & more\u{2028}");
        assert_eq!(record["legislationDate"], "1997");
        assert_eq!(record["legislationDateVersion"], "2005-06-15");
    }

    #[test]
    fn force_is_claimed_only_where_the_dates_are_sure() {
        assert_eq!(force(Some("1998"), None), "https://schema.org/InForce");
        assert_eq!(force(None, None), Value::Null);
        assert_eq!(force(Some("2005"), None), Value::Null);
        assert_eq!(force(Some("1998"), Some("2005-06-15")), "https://schema.org/NotInForce");
        assert_eq!(force(Some("1998"), Some("2005-06")), Value::Null);
        assert_eq!(force(Some("1998"), Some("2015")), "https://schema.org/InForce");
    }
}
