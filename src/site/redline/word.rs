//! Splits a wording into words, and decides when two words look the same to a reader.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::text::is_unspaced;

/// Byte ranges of words and of single punctuation marks. White space is left out: comparing it would cost more than all
/// the words. In scripts without spaces each letter is a word.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = 0;
    let mut end = 0;
    let mut last = Class::Space;
    for (at, c) in text.char_indices() {
        let now = match Class::of(c) {
            // An invisible character belongs to the word before it.
            Class::Unseen if last == Class::Space => continue,
            Class::Unseen => last,
            now => {
                if last != now || matches!(now, Class::Sign | Class::Letter) {
                    if last != Class::Space {
                        out.push(start..end);
                    }
                    start = at;
                }
                now
            }
        };
        end = at + c.len_utf8();
        last = now;
    }
    if last != Class::Space {
        out.push(start..end);
    }
    out
}

/// The normal form of a word: composed, and without invisible characters. Words that look the same have the same form.
pub(super) fn normal(word: &str) -> Cow<'_, str> {
    let is_usual =
        |c: char| c.is_ascii() || matches!(c, 'А'..='я' | 'ё' | 'Ё' | '«' | '»' | '—' | '–' | '“' | '”' | '’');
    if word.chars().all(is_usual) {
        return word.into();
    }
    word.nfc().filter(|c| !is_ignored(*c)).collect::<String>().into()
}

/// Invisible characters that change nothing for a reader.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Word,
    /// A letter of a script that does not separate words.
    Letter,
    Sign,
    /// A combining accent or an invisible character.
    Unseen,
}

impl Class {
    /// Checks the most common letters first, because looking up the class of a character is slow.
    fn of(c: char) -> Class {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | 'А'..='я' | 'Ё' | 'ё' => Class::Word,
            ' ' | '\t'..='\r' => Class::Space,
            c if c.is_ascii() => Class::Sign,
            c if c.is_whitespace() => Class::Space,
            c if is_ignored(c) || is_combining_mark(c) => Class::Unseen,
            c if is_unspaced(c) && c.is_alphanumeric() => Class::Letter,
            c if c.is_alphanumeric() => Class::Word,
            _ => Class::Sign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        words(text).into_iter().map(|at| normal(&text[at]).into_owned()).collect()
    }

    #[test]
    fn words_that_look_alike_are_equal() {
        assert_eq!(of("реб\u{435}\u{308}нка и\u{306}"), of("ребёнка й"));
        assert_eq!(of("Вербов\u{ad}ка\u{a0}лиц\u{200b} \u{feff}и"), ["Вербовка", "лиц", "и"]);
        assert_eq!(of("می\u{200c}شود"), of("میشود"));
        assert_eq!(of("a-b, c"), ["a", "-", "b", ",", "c"]);
    }

    #[test]
    fn letters_of_scripts_without_spaces_are_words() {
        assert_eq!(of("贩卖人 x"), ["贩", "卖", "人", "x"]);
        assert_eq!(of("ที่ดี"), ["ที่", "ดี"]);
    }
}
