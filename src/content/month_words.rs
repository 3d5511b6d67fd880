//! Whether the words of a rule say that it takes effect on the first day of a month.
//!
//! Words are not computed from. But a rule whose fields omit what its words say would be computed weeks too early, so that the
//! words are read for this one thing, in the languages in which depositaries and gazettes write.

/// What words say of the first day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstOfMonth {
    /// They do not name it.
    Unsaid,
    /// It is the day of entry into force.
    Said,
    /// They name it and deny something near it; only a reader can tell what is meant.
    Unclear,
}

/// How a language names the first, the day and the month: the beginnings of the words.
type Naming = [&'static [&'static str]; 3];

const NAMINGS: &[Naming] = &[
    [&["first", "1st"], &["day"], &["month"]],
    [&["перв", "1-го", "1-е", "1-й"], &["день", "дня", "дню", "днем", "днём", "числ"], &["месяц"]],
    [&["premier", "1er"], &["jour"], &["mois"]],
    [&["primer", "primeiro", "1º"], &["día", "dia"], &["mes", "mês"]],
    [&["erst"], &["tag"], &["monat"]],
    [&["primo", "1°"], &["giorno"], &["mese"]],
    [&["бірінші", "алғашқы"], &["күн"], &["ай"]],
    [&["биринчи"], &["күн"], &["ай"]],
    [&["birinchi"], &["kun"], &["oy"]],
    [&["якум", "аввал"], &["рӯз", "руз"], &["моҳ", "мох"]],
    [&["birinji"], &["gün", "güni"], &["aý"]],
];

const DENIALS: &[&str] =
    &["not", "except", "unless", "не", "кроме", "pas", "non", "nicht", "no", "емес", "эмес", "emas", "на"];

/// Words between the first and its day, and between its day and the month.
const NEAR: usize = 2;
const FAR: usize = 8;

pub(super) fn first_of_month(text: &str) -> FirstOfMonth {
    let lower = text.to_lowercase();
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | 'º' | '°' | '\'' | '’');
    let words: Vec<&str> = lower.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty()).collect();
    let place = NAMINGS.iter().find_map(|naming| named_at(&words, naming)).or_else(|| shortened(&words));
    let Some(at) = place else { return FirstOfMonth::Unsaid };
    let before = &words[at.saturating_sub(4)..at];
    match before.iter().any(|word| DENIALS.contains(word)) {
        true => FirstOfMonth::Unclear,
        false => FirstOfMonth::Said,
    }
}

/// The word that says "first", where the day is near it and a month not far.
fn named_at(words: &[&str], [first, day, month]: &Naming) -> Option<usize> {
    let is = |at: usize, beginnings: &[&str]| beginnings.iter().any(|beginning| words[at].starts_with(beginning));
    let around = |at: usize, reach: usize| at.saturating_sub(reach)..(at + reach + 1).min(words.len());
    (0..words.len()).find(|at| {
        is(*at, first) && around(*at, NEAR).any(|near| is(near, day)) && around(*at, FAR).any(|far| is(far, month))
    })
}

/// "The first of the month following".
fn shortened(words: &[&str]) -> Option<usize> {
    let is_month = |word: &&str| word.starts_with("month");
    (0..words.len()).find(|at| {
        let behind = &words[at + 1..];
        matches!(words[*at], "first" | "1st") && behind.first() == Some(&"of") && behind.iter().take(5).any(is_month)
    })
}

#[cfg(test)]
mod tests {
    use super::FirstOfMonth::{Said, Unclear, Unsaid};
    use super::*;

    #[test]
    fn the_first_day_of_a_month_is_known_in_the_words_of_several_languages() {
        for text in [
            "on the first day of the month after the 60th day following the deposit",
            "on the FIRST  day\nof the calendar month that begins after three months",
            "the first day of the third month following",
            "on the 1st day of the month",
            "on the first of the month following",
            "в первый день месяца, следующего за шестидесятым днём",
            "с первого числа месяца",
            "le premier jour du mois suivant",
            "el primer día del mes siguiente",
            "am ersten Tag des Monats",
            "айдың бірінші күнінен бастап",
        ] {
            assert_eq!(first_of_month(text), Said, "{text}");
        }
    }

    #[test]
    fn other_days_are_no_first_day_of_a_month_and_a_denial_is_left_to_readers() {
        for text in [
            "thirty days after the deposit",
            "on the thirtieth day after the first instrument is deposited",
            "three months after the first deposit",
            "на тридцатый день после первой сдачи",
            "",
        ] {
            assert_eq!(first_of_month(text), Unsaid, "{text}");
        }
        assert_eq!(first_of_month("sixty days after, and not on the first day of the month"), Unclear);
    }
}
