//! Guesses which date an author meant who wrote it in a form that [`crate::law::Date`] does not have.

use crate::law::Date;
use crate::text::{figure, month as month_of};

/// The form required here of the date `text`, if it has only one meaning: `1998-07-01` for `1998-7-1`, `1 July 1998`
/// and `1998-07-01T00:00:00Z`, `1998-07` for `07.1998`, `between 1998 and 1999` for `1998/1999`.
pub(super) fn date_meant(text: &str) -> Option<String> {
    let latin: String =
        text.trim().chars().map(|c| figure(c).and_then(|n| char::from_digit(n, 10)).unwrap_or(c)).collect();
    let latin = latin.replace(['–', '—', '‑', '‐', '−'], "-");
    let latin = latin.strip_suffix("г.").or(latin.strip_suffix("год")).map_or(latin.as_str(), str::trim_end);
    let of_day = latin.split_once('T').filter(|(day, _)| day.len() == 10).map_or(latin, |(day, _)| day);
    let found = [
        Some(of_day.to_owned()),
        year_first(of_day),
        year_last(of_day),
        years(of_day),
        with_month(of_day),
        quarter(of_day),
        exchanged(of_day),
        with_letters(of_day),
    ];
    found.into_iter().flatten().find(|found| found != text && Date::parse(found).is_ok())
}

/// A date that begins with the year: adds leading zeros and replaces the separators.
fn year_first(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let (year, rest) = parts.split_first()?;
    let fits = year.len() == 4 && (1..=2).contains(&rest.len()) && rest.iter().all(|part| is_number(part, 2));
    fits.then(|| rest.iter().fold((*year).to_owned(), |date, part| format!("{date}-{part:0>2}")))
}

/// A month and its year, in this order.
fn year_last(text: &str) -> Option<String> {
    let (month, year) = text.split_once(['-', '.', '/'])?;
    (is_number(month, 2) && year.len() == 4 && is_number(year, 4)).then(|| format!("{year}-{month:0>2}"))
}

/// Two years, the earlier first; the second may lack its century.
fn years(text: &str) -> Option<String> {
    let (first, second) = text.split_once(['-', '/', '–'])?;
    let (first, second) = (first.trim(), second.trim());
    if first.len() != 4 || !is_number(first, 4) || !is_number(second, 4) {
        return None;
    }
    let second = match second.len() {
        4 => second.to_owned(),
        // Two digits up to 12 are a month: `1998-11`.
        2 if second > "12" => format!("{}{second}", &first[..2]),
        _ => return None,
    };
    (second.as_str() > first).then(|| format!("between {first} and {second}"))
}

/// A date with the name of its month, in any order.
fn with_month(text: &str) -> Option<String> {
    let small = text.to_lowercase();
    let words =
        small.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-')).filter(|word| !word.is_empty());
    let (mut day, mut found, mut year) = (None, None, None);
    for word in words {
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Some(named) = month_of(word) {
            found = found.xor(Some(named));
        } else if number.len() == 4 && is_number(number, 4) {
            year = year.xor(Some(number));
        } else if is_number(number, 2) {
            day = day.xor(Some(number));
        } else if !matches!(word, "г" | "года" | "of" | "the") {
            return None;
        }
    }
    let (month, year) = (found?, year?);
    Some(match day {
        Some(day) => format!("{year}-{month:02}-{day:0>2}"),
        None => format!("{year}-{month:02}"),
    })
}

/// A quarter of a year: `Q3 2016`, `2016-Q3`.
fn quarter(text: &str) -> Option<String> {
    let small = text.to_lowercase();
    let (first, second) = small.split_once([' ', '-', '/'])?;
    let (quarter, year) = if first.starts_with('q') { (first, second) } else { (second, first) };
    let number: u32 = quarter.strip_prefix('q')?.parse().ok().filter(|n| (1..=4).contains(n))?;
    let is_year = year.len() == 4 && is_number(year, 4);
    is_year.then(|| format!("between {year}-{:02} and {year}-{:02}", number * 3 - 2, number * 3))
}

/// A date whose month and day are exchanged, where that can be told: `1997-16-07`.
fn exchanged(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('-')?;
    let (day, month) = rest.split_once('-').filter(|_| year.len() == 4)?;
    (day > "12" && day.len() == 2 && is_number(day, 2)).then(|| format!("{year}-{month}-{day}"))
}

/// A date with letters that look like figures, or with the month in Roman figures: `1997-O7-16`, `16.VII.1997`.
fn with_letters(text: &str) -> Option<String> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let small = text.to_lowercase();
    let parts: Vec<&str> = small.split([' ', '.', '/', '-']).filter(|part| !part.is_empty()).collect();
    if let [day, month, year] = parts[..]
        && let Some(at) = ROMAN.iter().position(|roman| *roman == month)
        && is_number(day, 2)
    {
        return (year.len() == 4).then(|| format!("{year}-{:02}-{day:0>2}", at + 1));
    }
    let figures: String = text
        .chars()
        .map(|c| match c {
            'O' | 'o' | 'О' | 'о' => '0',
            'l' | 'I' | 'і' => '1',
            c => c,
        })
        .collect();
    (figures != text).then_some(figures)
}

/// What helps where a date is a year with words or signs around it which no date has: `ca. 2005`, `summer 2005`, `2005?`.
pub(super) fn about_year(text: &str) -> Option<String> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let year: u32 = runs.next().filter(|run| run.len() == 4)?.parse().ok()?;
    let is_alone =
        runs.next().is_none() && text.chars().all(|c| !"-/.".contains(c) || text.contains(char::is_alphabetic));
    (is_alone && year > 0).then(|| {
        let (before, after) = (year - 1, year + 1);
        format!(
            "write what is sure: `{year}`, `early-{year}`, `mid-{year}`, `late-{year}`, `after {year}`, or `between {before} and {after}`"
        )
    })
}

/// Whether `text` is a number of at most `most` digits.
fn is_number(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{about_year, date_meant};

    #[test]
    fn of_a_date_that_is_told_roughly_the_year_is_kept() {
        for text in ["ca. 2005", "c.2005", "circa 2005", "summer 2005", "2005?", "[2005]", "~2005", "около 2005 года"]
        {
            let help = about_year(text).unwrap_or_default();
            assert!(help.contains("`mid-2005`") && help.contains("between 2004 and 2006"), "{text}: {help}");
        }
        for text in ["soon", "2005-13", "05", "2005 or 2006", "12 2005"] {
            assert_eq!(about_year(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_in_another_form_is_understood_where_it_has_one_meaning() {
        for (text, meant) in [
            ("1998-7-1", Some("1998-07-01")),
            ("1998.07.01", Some("1998-07-01")),
            ("04-2004", Some("2004-04")),
            ("4.2004", Some("2004-04")),
            ("1998/1999", Some("between 1998 and 1999")),
            ("1998-99", Some("between 1998 and 1999")),
            ("2003–2005", Some("between 2003 and 2005")),
            ("10 May 1998", Some("1998-05-10")),
            ("May 10, 1998", Some("1998-05-10")),
            ("10th of May 1998", Some("1998-05-10")),
            ("Sept. 1998", Some("1998-09")),
            ("16 июля 1997 г.", Some("1997-07-16")),
            ("1998-05-11T00:00:00Z", Some("1998-05-11")),
            ("۲۰۰۴", Some("2004")),
            ("1997–07–16", Some("1997-07-16")),
            ("1997 г.", Some("1997")),
            ("1997-16-07", Some("1997-07-16")),
            ("1997-O7-l6", Some("1997-07-16")),
            ("16.VII.1997", Some("1997-07-16")),
            ("Q3 2016", Some("between 2016-07 and 2016-09")),
            ("2016-q1", Some("between 2016-01 and 2016-03")),
            ("Q5 2016", None),
            ("31 June 2005", None),
            ("10 May or June 1998", None),
            ("1998?", None),
            ("1998-13", None),
            ("spring 2004", None),
            ("10.05", None),
            ("May", None),
            ("maybe 1998", None),
        ] {
            assert_eq!(date_meant(text).as_deref(), meant, "{text}");
        }
    }
}
