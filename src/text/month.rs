//! The months as people write them, in the languages in which authors, depositaries and lists of literature do.

/// The names of the months in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The beginnings of the Russian names in all their cases.
const RUSSIAN: [&[&str]; 12] = [
    &["янв"],
    &["фев"],
    &["мар"],
    &["апр"],
    &["май", "мая", "мае"],
    &["июн"],
    &["июл"],
    &["авг"],
    &["сен"],
    &["окт"],
    &["ноя"],
    &["дек"],
];

/// The number of the month, from 1, that a word names: in English or Russian, whole or shortened to three letters and more.
pub fn month(word: &str) -> Option<u8> {
    let small = word.to_lowercase();
    let named = |english: &str, russian: &[&str]| {
        let is_english = small.len() >= 3 && english.to_lowercase().starts_with(&small);
        is_english || russian.iter().any(|beginning| small.starts_with(beginning))
    };
    (1..)
        .zip(MONTHS.iter().zip(RUSSIAN))
        .find(|(_, (english, russian))| named(english, russian))
        .map(|(number, _)| number)
}

/// The same for lists whose words are known to be months, in languages that are near to English: `octobre`, `Oktober`.
pub fn month_alike(word: &str) -> Option<u8> {
    month(word).or_else(|| month(word.get(..3)?))
}

/// The number of the days of a month, from 28 to 31; the month counts from 1. Gregorian, before 1582 too.
pub const fn month_length(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn a_month_is_known_by_its_beginning() {
        for (word, number) in [
            ("May", Some(5)),
            ("sept", Some(9)),
            ("DEC", Some(12)),
            ("мая", Some(5)),
            ("Марта", Some(3)),
            ("ma", None),
            ("maybe", None),
            ("", None),
        ] {
            assert_eq!(month(word), number, "{word}");
        }
    }
}
