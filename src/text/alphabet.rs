//! Words that mix letters of two alphabets: a Latin `a` in a Cyrillic word looks right, but no search finds the word.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Alphabets with letters that look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
}

impl Alphabet {
    fn of(c: char) -> Option<Alphabet> {
        match c {
            'ª' | 'º' => None,
            'a'..='z' | 'A'..='Z' => Some(Alphabet::Latin),
            '\u{c0}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' if c.is_alphabetic() => {
                Some(Alphabet::Latin)
            }
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' if c.is_alphabetic() => Some(Alphabet::Greek),
            '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}' if c.is_alphabetic() => {
                Some(Alphabet::Cyrillic)
            }
            _ => None,
        }
    }

    /// The name in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Alphabet::Latin => "Latin",
            Alphabet::Greek => "Greek",
            Alphabet::Cyrillic => "Cyrillic",
        }
    }
}

/// A letter from another alphabet than most of its word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stranger {
    /// The whole word, as bytes of the line.
    pub(super) word: Range<usize>,
    /// The first letter of the alphabet that is in the minority.
    pub(super) letter: char,
    /// Where the letter stands, as bytes of the line.
    pub(super) at: Range<usize>,
    pub(super) alphabet: Alphabet,
    /// The alphabet of the majority.
    pub(super) of_word: Alphabet,
}

/// The words of `line` that mix two alphabets. A letter behind a backslash belongs to an escape and does not count.
pub(super) fn strangers(line: &str) -> Vec<Stranger> {
    let mut out = Vec::new();
    let mut word: Vec<(usize, char)> = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' {
            out.extend(stranger(&std::mem::take(&mut word)));
            let escaped = match chars.next().map(|(_, c)| c) {
                Some('u') => 4,
                Some('U') => 8,
                _ => 0,
            };
            for _ in 0..escaped {
                chars.next_if(|(_, c)| c.is_ascii_hexdigit());
            }
        } else if Alphabet::of(c).is_some() {
            word.push((at, c));
        } else if !is_combining_mark(c) && !is_within_word(c) {
            out.extend(stranger(&std::mem::take(&mut word)));
        }
    }
    out.extend(stranger(&word));
    out.extend(lone_letters(line));
    out.sort_by_key(|stranger| stranger.at.start);
    out
}

/// A Latin `c` that stands for the Cyrillic word: between spaces, behind a Cyrillic word or at the start, and before a
/// Cyrillic word or a figure. Behind the word for a point it is the letter of the point.
fn lone_letters(line: &str) -> Vec<Stranger> {
    let is_cyrillic = |c: char| Alphabet::of(c) == Some(Alphabet::Cyrillic);
    let mut out = Vec::new();
    for (at, letter) in line.char_indices().filter(|(_, c)| matches!(c, 'c' | 'C')) {
        let (before, behind) = (&line[..at], &line[at + 1..]);
        let word = before.trim_end_matches([' ', '\u{a0}']);
        let next = behind.trim_start_matches([' ', '\u{a0}']);
        let stands_alone = next.len() < behind.len() && (word.len() < before.len() || before.is_empty());
        let last = word.rsplit([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
        let is_point = ["пункт", "подпункт", "п.", "пп.", "лит", "букв", "част", "банд", "зербанд", "тармақ"]
            .iter()
            .any(|point| last.starts_with(point));
        let is_behind_word = word.is_empty() || word.ends_with(|c: char| is_cyrillic(c) || ",;—–".contains(c));
        let leads_on = next.starts_with(is_cyrillic)
            || (word.ends_with(is_cyrillic) && next.starts_with(|c: char| c.is_ascii_digit()));
        if stands_alone && is_behind_word && leads_on && !is_point {
            let range = at..at + 1;
            out.push(Stranger {
                word: range.clone(),
                letter,
                at: range,
                alphabet: Alphabet::Latin,
                of_word: Alphabet::Cyrillic,
            });
        }
    }
    out
}

/// Whether `c` is invisible and does not end a word: soft hyphen, zero-width space and joiners, word joiner.
fn is_within_word(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

fn stranger(word: &[(usize, char)]) -> Option<Stranger> {
    let (start, _) = word.first()?;
    let (last, end) = word.last()?;
    let count = |alphabet| word.iter().filter(|(_, c)| Alphabet::of(*c) == Some(alphabet)).count();
    let counts = [Alphabet::Cyrillic, Alphabet::Latin, Alphabet::Greek].map(|alphabet| (count(alphabet), alphabet));
    let mut present: Vec<(usize, Alphabet)> = counts.into_iter().filter(|(n, _)| *n > 0).collect();
    if present.len() < 2 || is_numeral(word) {
        return None;
    }
    present.sort_by_key(|(n, _)| *n);
    let (alphabet, of_word) = (present[0].1, present[present.len() - 1].1);
    // Short words with Greek letters are symbols: `γ-rays`, `Δt`, `µm`.
    if present.iter().any(|(_, a)| *a == Alphabet::Greek) && word.len() < 4 {
        return None;
    }
    let (at, letter) = word.iter().find(|(_, c)| Alphabet::of(*c) == Some(alphabet)).copied()?;
    let at = at..at + letter.len_utf8();
    Some(Stranger { word: *start..last + end.len_utf8(), letter, at, alphabet, of_word })
}

/// Whether the word is a Roman numeral, alone or with one or two small letters behind it: `IVа`, `XVIIго`.
fn is_numeral(word: &[(usize, char)]) -> bool {
    let roman = word.iter().take_while(|(_, c)| "IVXLCDM".contains(*c)).count();
    let rest = &word[roman..];
    let is_roman = word[..roman].iter().any(|(_, c)| matches!(c, 'I' | 'V'));
    is_roman && rest.len() <= 2 && rest.iter().all(|(_, c)| c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(line: &str) -> String {
        strangers(line).into_iter().map(|s| s.letter).collect()
    }

    #[test]
    fn a_letter_of_another_alphabet_inside_a_word_is_found() {
        assert_eq!(letters("Cлужебный тpуд и нaказание, Pуритания"), "CpaP");
        assert_eq!(letters("The l\u{430}w of \u{435}\u{445}ploitation"), "\u{430}\u{435}");
        assert_eq!(letters("\\nСтатья \\u0410бв и\\tслово"), "");
        assert_eq!(letters("ХIХ век"), "I");
        assert_eq!(letters("наказ\u{ad}aние"), "a");
        assert_eq!(letters("Действует c 2005 года, и c ним. C тех пор"), "cc");
        assert_eq!(letters("C тех пор"), "C");
    }

    #[test]
    fn words_side_by_side_and_numerals_with_letters_are_left_alone() {
        for line in [
            "IT-отдел, e-почта, web-сайт",
            "гл. IVа, XVIIго, IIа",
            "128bis; ст. 12а",
            "Δt, γ-лучи, µm",
            "(a)б",
            "c) третий; пункт c статьи 5; подпункт c пункта 1; vitamin c и D",
            "Ўзбекистон Oʻzbekiston",
            "Zürich, Łódź, ĭ",
        ] {
            assert_eq!(letters(line), "", "{line}");
        }
    }
}
