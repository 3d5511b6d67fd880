//! Words under which an entry is found beside those that it is written with: days in words, and decimal numbers with a
//! comma. Only the index has them; a query is read as it is typed.

/// The beginnings of the names of the months, folded, in the languages in which sources are quoted most. A name of up to
/// four letters is whole.
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "январ", "yanvar", "yanwar", "кантар"],
    &["feb", "february", "феврал", "fevral", "fewral", "акпан"],
    &["mar", "march", "март", "марта", "mart", "наурыз"],
    &["apr", "april", "апрел", "aprel", "сауир"],
    &["may", "май", "мая", "майи", "мамыр"],
    &["jun", "june", "июн", "июня", "июни", "iyun", "маусым"],
    &["jul", "july", "июл", "июля", "июли", "iyul", "шилде"],
    &["aug", "august", "август", "avgust", "awgust", "тамыз"],
    &["sep", "sept", "september", "сентябр", "sentabr", "sentyabr", "кыркуйек"],
    &["oct", "october", "октябр", "oktabr", "oktyabr", "казан"],
    &["nov", "november", "ноябр", "noyabr", "караша"],
    &["dec", "december", "декабр", "dekabr", "желтоксан"],
];

/// Passes on the further words of a folded text: `2004-10-05` for `5 october 2004` and `october 5, 2004`, and `3-5` for
/// `3,5`, as a query splits `3.5`.
pub(super) fn further(folded: &str, sink: &mut dyn FnMut(String)) {
    let is_figure = |c: char| c.is_ascii_digit();
    if !folded.contains(is_figure) {
        return;
    }
    let mut list: Vec<&str> = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let [.., first] = list[..]
            && first.ends_with(is_figure)
            && word.len() <= 2
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && between(folded, first, word) == ","
        {
            sink(format!("{first}-{word}"));
        }
        if let [.., first, second] = list[..]
            && let Some(day) = day(first, second, word)
        {
            sink(day);
        }
        list.push(word);
    }
}

/// What stands between two words of a text.
fn between<'t>(text: &'t str, first: &str, second: &str) -> &'t str {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    &text[start(first) + first.len()..start(second)]
}

/// The day that three words in a row name, in ISO form.
fn day(first: &str, second: &str, year: &str) -> Option<String> {
    // Asked first, because the names of the months are many and most words stand before no year.
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year {
        return None;
    }
    let (number, month) = match month(second) {
        Some(month) => (first, month),
        None => (second, month(first)?),
    };
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| number.strip_suffix(end)).unwrap_or(number);
    let number: u8 = number.parse().ok().filter(|number| (1..=31).contains(number))?;
    Some(format!("{year}-{month:02}-{number:02}"))
}

/// The number of a month.
fn month(word: &str) -> Option<usize> {
    let is = |name: &&str| if name.chars().count() < 5 { *name == word } else { word.starts_with(*name) };
    MONTHS.iter().position(|names| names.iter().any(is)).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        further(&fold(text), &mut |word| out.push(word));
        out
    }

    #[test]
    fn a_day_in_words_is_found_as_files_write_it() {
        for text in [
            "5 October 2004",
            "October 5, 2004",
            "5th of Oct, the 5th October 2004",
            "5 октября 2004 года",
            "5 oktabr 2004",
        ] {
            assert_eq!(found(text), ["2004-10-05"], "{text}");
        }
        assert_eq!(found("1 сентября 2004 года, 12 мая 1998 г."), ["2004-09-01", "1998-05-12"]);
        assert_eq!(found("2004 жылғы 1 қыркүйек, 41 May 2004, 5 may apply 2004"), [""; 0]);
    }

    #[test]
    fn a_decimal_with_a_comma_is_found_with_a_period() {
        assert_eq!(found("3,5 per cent, 1, 2 and 2004,2005"), ["3-5"]);
    }
}
