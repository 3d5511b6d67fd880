//! Field values that the three formats share.

use crate::site::view::{Reference, ReferenceKind, When};

/// The known components of a date as numbers: year, month, day. Empty for dates that are not a day, month or year.
pub fn figures(date: &When) -> Vec<i64> {
    let all = [i64::from(date.year), i64::from(date.month), i64::from(date.day)];
    match date.form {
        "day" => all.to_vec(),
        "month" => all[..2].to_vec(),
        "year" | "early" | "mid" | "late" => all[..1].to_vec(),
        _ => Vec::new(),
    }
}

/// The same components as text, separated by `between`, with leading zeros.
pub fn dated(date: &When, between: &str) -> String {
    let width = |(at, figure): (usize, &i64)| if at == 0 { format!("{figure:04}") } else { format!("{figure:02}") };
    figures(date).iter().enumerate().map(width).collect::<Vec<_>>().join(between)
}

/// The date of what is cited; for a page of the site, that of its edition. The formats have one date without a meaning,
/// so a bill has it only where it was adopted or signed.
pub fn made(reference: &Reference) -> Option<&When> {
    let page = Some(&reference.edition).filter(|_| reference.kind == ReferenceKind::Page);
    page.or(reference.made.as_ref().filter(|_| matches!(reference.made_as, "adopted" | "signed")))
}

/// The title of the site, where what is cited is one of its pages.
pub fn site(reference: &Reference) -> Option<&str> {
    Some(reference.site.as_str()).filter(|_| reference.kind == ReferenceKind::Page)
}

/// The text for the note of a reference manager: the official title, the place in the text, and a remark.
pub fn note(reference: &Reference) -> String {
    let original = reference.original.as_ref().map(|title| title.text.as_str());
    let parts = [original, reference.place.as_deref(), Some(reference.note.as_str())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
