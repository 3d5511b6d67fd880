//! Which known id was most likely meant by an unknown one.
//!
//! An id is words with `-`, `/` or `#` between them, and a suggestion is a slip of the pen in each word that differs: other
//! words, numbers, years, letters of a list and countries are other records, however few letters differ.

use std::collections::BTreeSet;

use super::Code;

/// The known id of which `id` is a slip; `None` where there is none, or where several are as near.
pub fn nearest_id<'a>(id: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: BTreeSet<&str> = known.into_iter().collect();
    let there: BTreeSet<&str> = known.iter().flat_map(|known| words(known)).collect();
    let slips = known.iter().filter_map(|known| Some((slip(id, known, &there)?, *known)));
    let mut slips: Vec<(usize, &str)> = slips.collect();
    slips.sort_unstable();
    match slips[..] {
        [] => None,
        [(first, _), (second, _), ..] if first == second => None,
        [(_, near), ..] => Some(near),
    }
}

fn words(id: &str) -> impl Iterator<Item = &str> {
    id.split(['-', '/', '#'])
}

/// The letters and digits of an id, with the marks that part its records.
fn joined(id: &str) -> String {
    id.replace('-', "")
}

/// The numbers in an id, in their order.
fn numbers(id: &str) -> impl Iterator<Item = &str> {
    id.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}

/// In how many letters `id` is a slip of `known`; `None` where it is none. The words `there` are no slips of others.
fn slip(id: &str, known: &str, there: &BTreeSet<&str>) -> Option<usize> {
    if id.len().abs_diff(known.len()) > 8 || !numbers(id).eq(numbers(known)) || is_elsewhere(id, known) {
        return None;
    }
    if joined(id) == joined(known) {
        return Some(0);
    }
    if words(id).count() != words(known).count() {
        return None;
    }
    let mut letters = 0;
    for (word, right) in words(id).zip(words(known)).filter(|(word, right)| word != right) {
        if there.contains(word) || !numbers(word).eq(numbers(right)) {
            return None;
        }
        letters += of_word(word, right)?;
    }
    Some(letters)
}

/// In how many letters a word is a slip of another: two neighbours exchanged, one left out, one too many or, in words of four
/// letters and more, another one; twice in words of eight letters.
fn of_word(word: &str, right: &str) -> Option<usize> {
    // Figures are the same in both, and make no long word of a letter: `c29` is no slip of `p29`.
    let letters = |word: &str| word.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let (word, right) = (letters(word), letters(right));
    let (short, long) = (word.len().min(right.len()), word.len().max(right.len()));
    let is_exchange = short == long && {
        let (mut one, mut other) = (word.as_bytes().to_vec(), right.as_bytes().to_vec());
        one.sort_unstable();
        other.sort_unstable();
        one == other
    };
    // One letter is the letter of a list; of two and three letters are countries and offices, in which each counts.
    let is_long_enough = if is_exchange { short > 1 } else { short > 2 && long > 3 };
    let distance = strsim::osa_distance(&word, &right);
    let most = if short >= 8 { 2 } else { 1 };
    (is_long_enough && distance <= most).then_some(distance)
}

/// Whether `known` speaks of another country or language than `id`: a code of two letters that one of them has and the other
/// has not. A code that exists nowhere is a slip.
fn is_elsewhere(id: &str, known: &str) -> bool {
    let has = |text: &str, word: &str| words(text).any(|other| other == word);
    let is_code = |word: &&str| word.len() == 2 && Code::Country.is_known(&word.to_ascii_uppercase());
    words(id).filter(is_code).any(|code| !has(known, code) && !joined(known).contains(code))
}

#[cfg(test)]
mod tests {
    use super::nearest_id;

    #[test]
    fn a_suggestion_bridges_neither_countries_nor_numbers_nor_words() {
        let known = ["report-2004-xr", "report-2005-xr", "report-2004-xs", "paper-2005", "xr/code/128", "xs/code/124"];
        for (id, near) in [
            ("reprot-2004-xr", Some("report-2004-xr")),
            ("report-2006-xr", None),
            ("report-2005-xs", None),
            ("papr-2005", Some("paper-2005")),
            ("paper2005", Some("paper-2005")),
            ("re-port-2004-xr", Some("report-2004-xr")),
            ("xs/code/128", None),
            ("xr/cide/128", Some("xr/code/128")),
        ] {
            assert_eq!(nearest_id(id, known), near, "{id}");
        }
        let known = [
            "jp",
            "kr",
            "law-5-jp",
            "law-110-2024-fr",
            "law-of-2005",
            "high-court-2012-new",
            "3-a",
            "ab-c029",
            "who-2004",
        ];
        for (id, near) in [
            ("jo", None),
            ("pj", Some("jp")),
            ("law-5-jo", None),
            ("law-110-2024", None),
            ("law-5-pj", Some("law-5-jp")),
            ("law-og-2005", None),
            ("lwa-of-2005", Some("law-of-2005")),
            ("high-court-2012", None),
            ("higher-court-2012-new", None),
            ("3-b", None),
            ("ab-p029", None),
            ("wto-2004", None),
            ("hwo-2004", Some("who-2004")),
        ] {
            assert_eq!(nearest_id(id, known), near, "{id}");
        }
    }

    #[test]
    fn of_two_that_are_as_near_none_is_meant() {
        assert_eq!(nearest_id("xr/cote", ["xr/code", "xr/note"]), None);
        assert_eq!(nearest_id("xr/cdoe", ["xr/code", "xr/note"]), Some("xr/code"));
        assert_eq!(
            nearest_id("penal-coed-of-the-natoin", ["penal-code-of-the-nation"]),
            Some("penal-code-of-the-nation")
        );
    }
}
