//! What the fields of all three forms hold.

use crate::site::view::{Reference, ReferenceKind, When};

/// The day to which a date comes down as figures: year, month, day, as far as they are known.
pub fn figures(date: &When) -> Vec<i64> {
    let all = [i64::from(date.year), i64::from(date.month), i64::from(date.day)];
    match date.form {
        "day" => all.to_vec(),
        "month" => all[..2].to_vec(),
        "year" | "early" | "mid" | "late" => all[..1].to_vec(),
        _ => Vec::new(),
    }
}

/// The same as text with `-` or `/` between.
pub fn dated(date: &When, between: &str) -> String {
    let width = |(at, figure): (usize, &i64)| if at == 0 { format!("{figure:04}") } else { format!("{figure:02}") };
    figures(date).iter().enumerate().map(width).collect::<Vec<_>>().join(between)
}

/// When what is cited was made; a page of the site, with its edition. The forms have one date and no word for what
/// happened on it, so a bill has it only where it was adopted or signed.
pub fn made(reference: &Reference) -> Option<&When> {
    let page = Some(&reference.edition).filter(|_| reference.kind == ReferenceKind::Page);
    page.or(reference.made.as_ref().filter(|_| matches!(reference.made_as, "adopted" | "signed")))
}

/// The site, where what is cited is a page of it.
pub fn site(reference: &Reference) -> Option<&str> {
    Some(reference.site.as_str()).filter(|_| reference.kind == ReferenceKind::Page)
}

/// What a reference manager keeps as a note: what the official title is, where the text was found, and where it was read.
pub fn note(reference: &Reference) -> String {
    let original = reference.original.as_ref().map(|title| title.text.as_str());
    let parts = [original, reference.place.as_deref(), Some(reference.note.as_str())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
