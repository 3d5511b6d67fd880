//! Faults that several parts of the room find.

use crate::text::{Fault, Level};

/// A letter of another alphabet in a name.
pub static FOREIGN_LETTER: Fault = Fault {
    code: "foreign-letter",
    level: Level::Error,
    summary: "a name has a letter that is not ASCII",
    explanation: "Identities, fields and keywords are written in ASCII letters. Letters of other alphabets can look the \
same (Cyrillic `а`, `е`, `о`, `с`) and are not: the name would never be found. Retype it with a Latin keyboard.",
};
