//! Isolation of panics, so that a fault of the program costs one file, record or page and not the run.
//!
//! Work on one file, one record or one page runs in [`isolated`]: a panic there becomes a [`Diagnostic`] at the place
//! of what was worked on, and all others keep their report. The results of work that panicked are discarded.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

use super::diagnostic::{Diagnostic, Fault, Level};
use super::file::Span;

/// Reported at the place whose processing panicked.
pub static ACCIDENT: Fault = Fault {
    code: "accident",
    level: Level::Error,
    summary: "Collatio itself failed at this place",
    explanation: "\
This is a mistake in Collatio, not in the content: whatever stands in a file, it should be read or refused with a reason.
Everything else was read, checked and reported as usual; nothing is published.

Please report it, with the message and, if you can, with the file: `SECURITY.md` says where. Until it is mended, the site can
often be built again when what was changed last at this place is written in another way.",
};

thread_local! {
    /// How deeply calls of [`isolated`] are nested on this thread.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// Source location (`file:line`) of the last panic on this thread, for the report.
    static SOURCE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs `work`; a panic becomes an `Err` with a diagnostic at `at`. `doing` completes its message "failed while …".
pub fn isolated<T>(at: Span, doing: &str, work: impl FnOnce() -> T) -> Result<T, Diagnostic> {
    DEPTH.set(DEPTH.get() + 1);
    let done = catch_unwind(AssertUnwindSafe(work));
    DEPTH.set(DEPTH.get() - 1);
    done.map_err(|panic| {
        let source = SOURCE.take().map(|source| format!(" ({source})")).unwrap_or_default();
        let message = format!("Collatio failed while {doing}: {}{source}", words(&*panic));
        ACCIDENT.at(at, message).help("this is a mistake of the program; please report it with this message")
    })
}

/// Records where a panic arose. Returns whether it arose in isolated work, which reports it, so that a program's panic
/// hook need not print it.
pub fn note_panic(info: &PanicHookInfo<'_>) -> bool {
    let isolated = DEPTH.get() > 0;
    if isolated {
        SOURCE.set(info.location().map(|place| format!("{}:{}", place.file().replace('\\', "/"), place.line())));
    }
    isolated
}

/// The first line of a panic's message.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.and_then(|text| text.lines().next()).unwrap_or("it does not say why").chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::super::file::FileId;
    use super::*;

    #[test]
    fn a_panic_becomes_a_fault_with_its_place_and_words() {
        let at = Span::new(FileId(3), 5, 9);
        let found = isolated(at, "reading a file", || -> u8 { panic!("no byte {}\nmore", 7) }).expect_err("it fails");
        assert_eq!((found.fault.code, found.span), ("accident", at));
        assert!(found.message.starts_with("Collatio failed while reading a file: no byte 7"), "{}", found.message);
        assert!(!found.message.contains('\n') && found.help.concat().contains("report"));
        assert_eq!(isolated(at, "counting", || 3).ok(), Some(3));
        assert_eq!(DEPTH.get(), 0);
    }
}
