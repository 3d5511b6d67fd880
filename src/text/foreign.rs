//! Words that stand in another language than the page: two letters for private use, set around them, go with them to
//! wherever they are printed, so that the printed page can say in which language they are.

use std::borrow::Cow;

/// Here words of the site's first language begin.
pub const FOREIGN: char = '\u{f8f0}';
/// Here they end.
pub const FOREIGN_END: char = '\u{f8f1}';

/// `words`, marked as being in the site's first language.
pub fn foreign(words: &str) -> String {
    if is_foreign(words) { words.to_owned() } else { format!("{FOREIGN}{words}{FOREIGN_END}") }
}

/// Whether any of the words are marked.
pub fn is_foreign(words: &str) -> bool {
    words.contains(FOREIGN)
}

/// The words without the marks.
pub fn unmarked(words: &str) -> Cow<'_, str> {
    match words.contains([FOREIGN, FOREIGN_END]) {
        true => words.replace([FOREIGN, FOREIGN_END], "").into(),
        false => words.into(),
    }
}
