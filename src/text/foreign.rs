//! Words that stand in another language than the page, and words that a machine translated: two letters for private use,
//! set around them, go with them to wherever they are printed, so that the printed page can say so.

use std::borrow::Cow;

/// Here words of the site's first language begin.
pub const FOREIGN: char = '\u{f8f0}';
/// Here they end.
pub const FOREIGN_END: char = '\u{f8f1}';
/// Here words begin that a machine translated.
pub const MACHINE: char = '\u{f8f2}';
/// Here they end.
pub const MACHINE_END: char = '\u{f8f3}';

/// `words`, marked as being in the site's first language.
pub fn foreign(words: &str) -> String {
    if is_foreign(words) { words.to_owned() } else { format!("{FOREIGN}{words}{FOREIGN_END}") }
}

/// `words`, marked as translated by a machine.
pub fn by_machine(words: &str) -> String {
    format!("{MACHINE}{words}{MACHINE_END}")
}

/// Whether any of the words are marked as being in the site's first language.
pub fn is_foreign(words: &str) -> bool {
    words.contains(FOREIGN)
}

/// The words without the marks.
pub fn unmarked(words: &str) -> Cow<'_, str> {
    const ALL: [char; 4] = [FOREIGN, FOREIGN_END, MACHINE, MACHINE_END];
    match words.contains(ALL) {
        true => words.replace(ALL, "").into(),
        false => words.into(),
    }
}
