//! Citations as people type them who cite in other places: by author and year, `(Kelley 2015)`, or by a number, `[12]`.
//!
//! What comes in is running text; what goes out are the pieces of it that may be such citations. `(Geneva 1951)` has the form
//! of one: whether it is meant, only the list of sources can tell, and that is asked elsewhere.

use std::ops::Range;

use super::{Fault, Level};

/// A citation by author and year, or by number, which leads nowhere.
pub static CITATION_BY_AUTHOR: Fault = Fault {
    code: "citation-by-author",
    level: Level::Warning,
    summary: "a citation by author and year, or by a number, leads to no source",
    explanation: "`(Kelley 2015)`, `[Kelley et al. 2015, p. 12]` and `the courts differ [12].` are how papers cite. Here a citation names the \
record of its source and the place in it, `[@kelley-2015, p. 12]`: pages make the reference of it and the list of sources, and a source \
that is gone is noticed. Looked for are the authors and years of the site's sources, and forms that can be nothing else (`et al.`, `&`, a \
page behind the year, a number in brackets at the end of a sentence): a place and a year alone, as in `(Geneva 1951)`, are words.",
};

/// A piece of text that may be a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByAuthor {
    /// Its bytes in the text, brackets included.
    pub range: Range<usize>,
    /// The name of the first author; empty for a number.
    pub author: String,
    /// The year; empty for a number.
    pub year: String,
    /// What stands behind the year, as `p. 12`.
    pub place: String,
    /// Whether it can be nothing but a citation.
    pub is_clear: bool,
}

/// All such pieces of `text`.
pub(super) fn by_author(text: &str) -> Vec<ByAuthor> {
    let mut out = Vec::new();
    for (at, open) in text.match_indices(['(', '[']) {
        let before = &text[..at];
        if before.ends_with(['[', '(', '\\', '!', ']']) {
            continue;
        }
        let close = if open == "(" { ')' } else { ']' };
        let Some(length) = text[at + 1..].find([close, '\n', '[', '(', '@']) else { continue };
        let end = at + 1 + length;
        if !text[end..].starts_with(close) {
            continue;
        }
        let inner = &text[at + 1..end];
        let behind = &text[end + 1..];
        if open == "[" && behind.starts_with(['(', '[', ':']) {
            continue;
        }
        let whole = at..end + 1;
        let found = named(inner, whole.clone());
        out.extend(found.or_else(|| (open == "[").then(|| numbered(before, inner, behind, whole)).flatten()));
    }
    out
}

/// `Kelley 2015`, `see Kelley & Smith, 2015a: 12`, of several behind `;` the first.
fn named(inner: &str, range: Range<usize>) -> Option<ByAuthor> {
    let first = inner.split(';').next().unwrap_or_default().trim();
    let starts = ["see also ", "see ", "cf. ", "e.g. ", "vgl. ", "см. "];
    let first = starts.iter().find_map(|start| first.strip_prefix(start)).unwrap_or(first);
    let year_at = first.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).next()?;
    let (names, rest) = first.split_at(year_at);
    let year = rest.get(..4).filter(|year| matches!(year.parse(), Ok(1800..=2099)))?;
    let letters = rest[4..].chars().take_while(char::is_ascii_lowercase).count();
    let place = rest[4 + letters..].trim_start();
    if letters > 1 || !(place.is_empty() || place.starts_with([',', ':'])) || !names.ends_with([' ', '\u{a0}']) {
        return None;
    }
    let place = place.trim_start_matches([',', ':', ' ']).trim_end();
    let is_joint = |word: &str| ["&", "and", "et", "al", "al.", "и", "др", "др.", "und", "u.a."].contains(&word);
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().nth(1).is_some_and(char::is_lowercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    // The letters of an office may be anything; with a page behind the year they are an author.
    let is_office = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let words: Vec<&str> = names.split_whitespace().map(|word| word.trim_end_matches(',')).collect();
    // A month is no author.
    let is_month = super::month(words.first()?).is_some();
    let is_of_many = words.iter().any(|word| ["&", "al", "al.", "др", "др.", "u.a."].contains(word));
    let of_page = ["p.", "pp.", "с.", "S."].iter().any(|mark| place.starts_with(mark));
    let of_number =
        rest[4 + letters..].trim_start().starts_with(':') && place.starts_with(|c: char| c.is_ascii_digit());
    let has_place = of_page || of_number;
    let fits = words.first().is_some_and(|word| is_name(word) || has_place && is_office(word))
        && words.len() <= 6
        && words.iter().all(|word| is_name(word) || is_joint(word) || has_place && is_office(word));
    (fits && !is_month).then(|| ByAuthor {
        range,
        author: words[0].to_owned(),
        year: year.to_owned(),
        place: place.to_owned(),
        is_clear: is_of_many || of_page || of_number,
    })
}

/// `[12]` or `[3, 4]` at the end of a sentence or of a part of it. Judgments count their paragraphs so: behind a word for a
/// paragraph, and where a line begins with it, a number is no citation.
fn numbered(before: &str, inner: &str, behind: &str, range: Range<usize>) -> Option<ByAuthor> {
    let mut numbers = inner.split([',', '–', '-']).map(str::trim);
    let is_number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let line = before.rsplit('\n').next().unwrap_or_default();
    let trimmed = line.trim_end();
    let word = trimmed.rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default().to_lowercase();
    let word = word.trim_end_matches(['.', ',']);
    let of_paragraph =
        ["at", "para", "paras", "paragraph", "paragraphs", "and", "to", "rn", "rz", "п", "пп", "пункт", "note", "no"];
    let is_after_word = word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || "»”\")’-".contains(c));
    let ends = behind.is_empty() || behind.starts_with(['.', ',', ';', '\n', '\r']);
    let fits = numbers.all(is_number)
        && ends
        && is_after_word
        && !of_paragraph.contains(&word)
        && !line.trim_start().starts_with(['>', '|', '[']);
    fits.then(|| ByAuthor { range, author: String::new(), year: String::new(), place: String::new(), is_clear: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_of_papers_are_found_with_what_they_name() {
        for (text, author, year, place, is_clear) in [
            ("So it is (Kelley 2015).", "Kelley", "2015", "", false),
            ("(see Kelley, 2015a, p. 12; Smith 2001)", "Kelley", "2015", "p. 12", true),
            ("[Kelley et al. 2015]", "Kelley", "2015", "", true),
            ("(Kelley & Smith 2015: 12)", "Kelley", "2015", "12", true),
            ("(ABC 2005, p. 4)", "ABC", "2005", "p. 4", true),
            ("(Иванов и др., 2015)", "Иванов", "2015", "", true),
            ("(Geneva 1951)", "Geneva", "1951", "", false),
            ("The courts differ [12].", "", "", "", true),
            ("The courts differ [3, 4], and so on", "", "", "", true),
        ] {
            let found = by_author(text);
            let shown: Vec<_> = found.iter().map(|f| (&*f.author, &*f.year, &*f.place, f.is_clear)).collect();
            assert_eq!(shown, [(author, year, place, is_clear)], "{text}");
        }
    }

    #[test]
    fn words_and_numbers_in_brackets_are_left_alone() {
        for text in [
            "(Law of 2015)",
            "(March 2015)",
            "(12 March 2015)",
            "(since 2015)",
            "(2015)",
            "(UN 2000)",
            "[2015] EWCA Civ 12 at [12].",
            "see paras [12], [13].",
            "[12] The Court held.",
            "> They differ [12].",
            "a fine of [12] units",
            "[12/2004]",
            "[words](https://a.org)",
            "[@kelley-2015, p. 12]",
            "[^12].",
            "word[12](https://a.org).",
            "(Kelley 20155)",
            "(Articles 1990-1995)",
        ] {
            assert_eq!(by_author(text), [], "{text}");
        }
    }
}
