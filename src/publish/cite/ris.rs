//! RIS. Laws have the type `STAT`, statute; so have treaties, for which the format has no type.

use super::field::{dated, figures, made, note, site};
use crate::site::view::{Reference, ReferenceKind};

/// One record of the file.
pub(super) fn print(reference: &Reference) -> String {
    let kind = match reference.kind {
        ReferenceKind::Law | ReferenceKind::Treaty => "STAT",
        ReferenceKind::Bill => "BILL",
        ReferenceKind::Standard | ReferenceKind::Source => "GEN",
        ReferenceKind::Page => "ELEC",
    };
    let mut out = String::new();
    let mut set = |name: &str, value: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            out.push_str(&format!("{name}  - {value}\r\n"));
        }
    };
    set("TY", kind);
    set("ID", &reference.key);
    let author = reference.author.as_deref().or(reference.jurisdiction.as_deref());
    set("AU", author.unwrap_or_default());
    set("TI", &reference.title);
    if let Some(made) = made(reference) {
        let year = figures(made).first().map(|year| format!("{year:04}")).unwrap_or_default();
        set("PY", &year);
        set("DA", &dated(made, "/"));
    }
    set("PY", reference.year.as_deref().unwrap_or_default());
    set("M1", reference.number.as_deref().unwrap_or_default());
    set("SE", reference.section_words.as_deref().unwrap_or_default());
    set("PB", reference.publisher.as_deref().unwrap_or_default());
    set("T2", site(reference).unwrap_or_default());
    set("LA", &reference.language);
    set("N1", &note(reference));
    set("UR", reference.url.as_deref().unwrap_or_default());
    out.push_str("ER  - \r\n\r\n");
    out
}
