//! Isolates checks of single records, so that a panic at one does not affect the others.

use crate::text::{Diagnostics, Span, isolated};

/// Runs a check of the record at `at`. If it panics, the diagnostics found so far are kept, and the panic is a fault of
/// that record.
pub(super) fn alone(at: Span, found: &mut Diagnostics, check: impl FnOnce(&mut Diagnostics)) {
    if let Err(accident) = isolated(at, "checking what is written here", || check(found)) {
        found.push(accident);
    }
}

#[cfg(test)]
mod tests {
    use super::super::chronology::DATE_ORDER;
    use super::*;
    use crate::text::FileId;

    #[test]
    fn an_accident_at_one_record_leaves_what_was_found_and_what_is_still_to_find() {
        let mut found = Diagnostics::new();
        for number in 0..3 {
            let at = Span::head(FileId(number));
            alone(at, &mut found, |found| {
                found.push(DATE_ORDER.at(at, "before"));
                assert!(number != 1, "the second record is too much");
            });
        }
        let list: Vec<_> = found.iter().map(|d| (d.span.file.0, d.fault.code)).collect();
        assert_eq!(list, [(0, "date-order"), (1, "date-order"), (1, "accident"), (2, "date-order")]);
    }
}
