//! Folds text for search: case, accents, look-alike letters and apostrophes make no difference. The function `fold` of
//! `assets/search.js` does the same, letter by letter; a test compares the two.

use std::borrow::Cow;

use pagefind_stem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization as _;

use crate::text::{is_unspaced, raised_figure};

/// Longer runs of letters, counted in characters, are indexed and looked up by their beginning.
const LONGEST: usize = 40;

/// Characters that are used as apostrophes, or for a letter that is written with one; people type any of them.
const APOSTROPHES: &str = "'`\u{b4}\u{2b9}\u{2bb}\u{2bc}\u{2bd}\u{2be}\u{2bf}\u{2c8}\u{2018}\u{2019}\u{201b}\u{2032}";

/// Letters that a keyboard may lack, and what people type instead. Accents are removed before.
const ALIKE: &[(char, &str)] = &[
    ('ә', "а"),
    ('ғ', "г"),
    ('қ', "к"),
    ('ҝ', "к"),
    ('ҡ', "к"),
    ('ң', "н"),
    ('ӊ', "н"),
    ('ҥ', "н"),
    ('ө', "о"),
    ('ұ', "у"),
    ('ү', "у"),
    ('һ', "х"),
    ('ҳ', "х"),
    ('ҷ', "ч"),
    ('ҹ', "ч"),
    ('і', "и"),
    ('ı', "i"),
    ('ŋ', "n"),
    ('ə', "e"),
    ('ß', "ss"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ħ', "h"),
    ('ς', "σ"),
    // Letters that Arabic and Persian keyboards encode differently.
    ('ي', "ی"),
    ('ى', "ی"),
    ('ې', "ی"),
    ('ۍ', "ی"),
    ('ك', "ک"),
    ('ڪ', "ک"),
    ('ة', "ه"),
    ('ە', "ه"),
    ('ہ', "ه"),
    ('ھ', "ه"),
    ('ٱ', "ا"),
];

/// The zeros of the decimal digits of other scripts.
const NOUGHTS: &[char] = &['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ed0}', '\u{1040}', '\u{17e0}'];

/// The text in lower case without accents and apostrophes. A raised number that follows a number is separated by `-`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let mut out = String::with_capacity(text.len());
        out.extend(text.split(['\'', '`']));
        out.make_ascii_lowercase();
        return out;
    }
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if before.is_ascii_digit() && raised_figure(c).is_some() {
            plain.push('-');
        }
        if !is_apostrophe(c) {
            plain.push(c);
        }
        before = c;
    }
    let small = plain.nfkd().collect::<String>().to_lowercase();
    let mut out = String::with_capacity(small.len());
    for c in small.chars() {
        // `й` is a letter of its own, not an `и` with an accent.
        if c == '\u{306}' && out.ends_with('и') {
            out.pop();
            out.push('й');
        } else if c.is_ascii() {
            out.push(c);
        } else if let Some((_, like)) = ALIKE.iter().find(|(letter, _)| *letter == c) {
            out.push_str(like);
        } else if let Some(digit) = digit(c) {
            out.push(digit);
        } else if !is_left_out(c) {
            out.push(c);
        }
    }
    out
}

/// The ASCII digit of the same value.
fn digit(c: char) -> Option<char> {
    let value = NOUGHTS.iter().find_map(|nought| u32::from(c).checked_sub(u32::from(*nought)).filter(|n| *n < 10))?;
    char::from_digit(value, 10)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`') || (!c.is_ascii() && APOSTROPHES.contains(c))
}

/// Whether `c` is dropped: accents, vowel points, and characters without width.
fn is_left_out(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{e47}'..='\u{e4e}'
        | '\u{ec8}'..='\u{ecd}' | '\u{1037}' | '\u{1039}' | '\u{103a}' | '\u{17c6}'..='\u{17d3}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{ad}'
        | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The words of a folded text as a query splits them: runs of letters and digits. A number with a short number behind a
/// period or `-` is one word with a `-` (`130.1` and `130-1`); a day becomes ISO form, also from `31.12.2005`. In
/// scripts without spaces, every pair of adjacent letters is a word.
pub fn words(folded: &str) -> Vec<Cow<'_, str>> {
    let mut list: Vec<Cow<'_, str>> = Vec::new();
    each_run(folded, &mut |run| match is_of_pairs(&run) {
        true => pairs(&run).for_each(|pair| list.push(pair.to_owned().into())),
        false => list.push(run),
    });
    list
}

/// Passes the words of a folded text to `sink` as the index splits them: a run in a script without spaces also gives
/// its last letter, so that each of its letters begins a word.
pub(super) fn each_word<'t>(folded: &'t str, sink: &mut dyn FnMut(Cow<'t, str>)) {
    each_run(folded, &mut |run| {
        if is_of_pairs(&run) {
            pairs(&run).chain(last_letter(&run)).for_each(|word| sink(word.to_owned().into()));
        } else {
            sink(run);
        }
    });
}

/// Whether a run is two or more letters of a script without spaces, to be split into pairs.
fn is_of_pairs(run: &str) -> bool {
    !run.is_ascii() && run.starts_with(is_unspaced) && run.chars().nth(1).is_some()
}

fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let starts = run.char_indices().map(|(at, _)| at);
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
    starts.zip(ends).map(|(start, end)| &run[start..end])
}

fn last_letter(run: &str) -> Option<&str> {
    run.char_indices().next_back().map(|(at, _)| &run[at..])
}

/// Passes on runs of letters and digits; scripts without spaces make runs of their own.
fn each_run<'t>(folded: &'t str, sink: &mut dyn FnMut(Cow<'t, str>)) {
    let mut kept: Option<(Cow<'t, str>, usize)> = None;
    let mut at = 0;
    while let Some(start) = folded[at..].find(char::is_alphanumeric).map(|n| at + n) {
        let is_one_by_one = folded[start..].starts_with(is_unspaced);
        let ends = |c: char| !c.is_alphanumeric() || (!c.is_ascii() && is_unspaced(c)) != is_one_by_one;
        let end = folded[start..].find(ends).map_or(folded.len(), |n| start + n);
        let word = &folded[start..end];
        match &mut kept {
            Some((first, last)) if continues(first, &folded[*last..start], word) => {
                let joined = format!("{first}-{word}");
                *first = joined.into();
                *last = end;
            }
            Some((first, last)) if day(first, &folded[*last..start], word).is_some() => {
                *first = day(first, &folded[*last..start], word).unwrap_or_default().into();
                *last = end;
            }
            _ => {
                kept.take().into_iter().for_each(|(word, _)| emit(word, sink));
                kept = Some((word.into(), end));
            }
        }
        at = end;
    }
    kept.into_iter().for_each(|(word, _)| emit(word, sink));
}

/// The ISO form of the day that `31-12` and a following year make.
fn day(first: &str, between: &str, year: &str) -> Option<String> {
    let (day, month) = first.split_once('-')?;
    let number =
        |digits: &str, most: u8| digits.parse::<u8>().ok().filter(|n| (1..=most).contains(n) && digits.len() < 3);
    let (day, month) = (number(day, 31)?, number(month, 12)?);
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    (is_year && matches!(between, "." | "-" | "\u{2010}")).then(|| format!("{year}-{month:02}-{day:02}"))
}

fn emit<'t>(word: Cow<'t, str>, sink: &mut dyn FnMut(Cow<'t, str>)) {
    let end = word.char_indices().nth(LONGEST).map(|(at, _)| at).filter(|_| !is_of_pairs(&word));
    match (end, word) {
        (None, word) => sink(word),
        (Some(end), Cow::Borrowed(word)) => sink(word[..end].into()),
        (Some(end), Cow::Owned(mut word)) => {
            word.truncate(end);
            sink(word.into());
        }
    }
}

fn continues(first: &str, between: &str, word: &str) -> bool {
    matches!(between, "." | "-" | "\u{2010}")
        && first.ends_with(|c: char| c.is_ascii_digit())
        && word.len() <= 2
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Reduces the forms of a word to a common stem.
pub(super) struct Stems {
    english: Stemmer,
    russian: Stemmer,
}

impl Stems {
    pub(super) fn new() -> Stems {
        Stems { english: Stemmer::create(Algorithm::English), russian: Stemmer::create(Algorithm::Russian) }
    }

    /// The stem of a folded word; `None` for languages without a stemmer.
    pub(super) fn stem(&self, word: &str, language: &str) -> Option<String> {
        let stemmer = match language.split('-').next() {
            Some("en") if word.bytes().all(|b| b.is_ascii_lowercase()) => &self.english,
            // Quotations in another script often lack a language; most of those in Cyrillic are Russian.
            Some("ru" | "en") if word.chars().all(|c| matches!(c, 'а'..='я')) => &self.russian,
            _ => return None,
        };
        let stem = stemmer.stem(word);
        Some(if stem.is_ascii() { one_spelling(&stem) } else { stem.into_owned() })
    }
}

/// Unifies British and American spellings of a stem: organis, organiz; labour, labor; offenc, offens.
fn one_spelling(stem: &str) -> String {
    const ENDS: &[(&str, &str)] = &[("is", "iz"), ("our", "or"), ("enc", "ens")];
    let end = ENDS.iter().find(|(british, _)| stem.len() > british.len() + 2 && stem.ends_with(british));
    end.map_or_else(|| stem.to_owned(), |(british, other)| format!("{}{other}", &stem[..stem.len() - british.len()]))
}

/// The same text in the other script of its language, for languages with two scripts in use.
pub(super) fn other_scripts(text: &str, language: &str) -> Vec<String> {
    if language.split('-').next() != Some("uz") {
        return Vec::new();
    }
    let small = text.to_lowercase();
    if small.chars().any(|c| matches!(c, 'а'..='я' | 'ў' | 'қ' | 'ғ' | 'ҳ')) {
        vec![to_latin(&small)]
    } else {
        vec![to_cyrillic(&small)]
    }
}

const LETTERS: &[(&str, &str)] = &[
    ("ш", "sh"),
    ("ч", "ch"),
    ("ё", "yo"),
    ("ю", "yu"),
    ("я", "ya"),
    ("ў", "o'"),
    ("ғ", "g'"),
    ("а", "a"),
    ("б", "b"),
    ("в", "v"),
    ("г", "g"),
    ("д", "d"),
    ("е", "e"),
    ("э", "e"),
    ("ж", "j"),
    ("з", "z"),
    ("и", "i"),
    ("й", "y"),
    ("к", "k"),
    ("л", "l"),
    ("м", "m"),
    ("н", "n"),
    ("о", "o"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("т", "t"),
    ("у", "u"),
    ("ф", "f"),
    ("х", "x"),
    ("ц", "ts"),
    ("қ", "q"),
    ("ҳ", "h"),
    ("ъ", "'"),
    ("ь", ""),
];

fn to_latin(small: &str) -> String {
    let mut out = String::with_capacity(small.len());
    for c in small.chars() {
        let begins = out.chars().last().is_none_or(|c| !c.is_alphanumeric() || "aeiou".contains(c));
        let mut letter = [0; 4];
        let letter: &str = c.encode_utf8(&mut letter);
        match LETTERS.iter().find(|(from, _)| *from == letter) {
            Some(("е", _)) if begins => out.push_str("ye"),
            Some((_, to)) => out.push_str(to),
            None => out.push(c),
        }
    }
    out
}

fn to_cyrillic(small: &str) -> String {
    let mut text: String = small.chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).collect();
    text = text.replace("ye", "е");
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = &*text;
    while let Some(first) = rest.chars().next() {
        let begins = out.chars().last().is_none_or(|c| !c.is_alphanumeric());
        let found =
            LETTERS.iter().filter(|(_, to)| !to.is_empty() && rest.starts_with(to)).max_by_key(|(_, to)| to.len());
        match found {
            Some((_, "e")) => out.push_str(if begins { "э" } else { "е" }),
            Some((from, _)) => out.push_str(from),
            None => out.push(first),
        }
        rest = &rest[found.map_or(first.len_utf8(), |(_, to)| to.len())..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(text: &str) -> Vec<String> {
        words(&fold(text)).into_iter().map(Cow::into_owned).collect()
    }

    #[test]
    fn capitals_accents_and_apostrophes_make_no_difference() {
        assert_eq!(fold("Ёлка"), fold("елка"));
        assert_eq!(fold("О‘zbekiston"), fold("Оʻzbekiston"));
        assert_eq!(fold("oʼzbek, o'zbek, o`zbek"), "ozbek, ozbek, ozbek");
        assert_eq!(fold("Қазақстан Тоҷикӣ Ўзбек Түркмен ýaş"), "казакстан точики узбек туркмен yas");
        assert_eq!(fold("российский й"), "российский й");
        assert_eq!(fold("İstanbul ıssız"), "istanbul issiz");
        assert_eq!(fold("ﬁne\u{ad}ness"), "fineness");
    }

    #[test]
    fn numbers_of_articles_are_one_word_however_they_are_written() {
        assert_eq!(
            words_of("Article 130.1, art. 130-1, 130¹ and 128."),
            ["article", "130-1", "art", "130-1", "130-1", "and", "128"]
        );
        assert_eq!(words_of("2004-2005, 30.06.2005, 2004-10-05"), ["2004", "2005", "2005-06-30", "2004-10-05"]);
        assert_eq!(
            words_of("1.7.1998, 31.12. 2005, ч. 3.31.2005, 130-1"),
            ["1998-07-01", "31-12", "2005", "ч", "3-31", "2005", "130-1"]
        );
        assert_eq!(words_of("law-making m²"), ["law", "making", "m2"]);
    }

    #[test]
    fn a_long_word_is_found_by_its_beginning() {
        let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau";
        assert_eq!(words_of(long), ["donaudampfschifffahrtselektrizitatenhaup"]);
        assert_eq!(words_of(&"ж".repeat(60)), ["ж".repeat(40)]);
    }

    #[test]
    fn two_keyboards_write_one_word() {
        assert_eq!(fold("قانون كيفري ۱۲"), fold("قانون کیفری ١٢"));
        assert_eq!(fold("مادة، على، حكومة"), fold("ماده، علی، حکومه"));
        assert_eq!(fold("می\u{200c}شود"), fold("میشود"));
        assert_eq!(fold("มาตรา ๑๒"), "มาตรา 12");
    }

    #[test]
    fn words_without_spaces_are_found_by_pairs_of_letters() {
        assert_eq!(words_of("贩卖人口罪"), ["贩卖", "卖人", "人口", "口罪"]);
        assert_eq!(words_of("第35条 art"), ["第", "35", "条", "art"]);
        assert_eq!(words_of("罪"), ["罪"]);
        let mut found = Vec::new();
        each_word("人口罪", &mut |word| found.push(word.into_owned()));
        assert_eq!(found, ["人口", "口罪", "罪"]);
        let (asked, text) = (words_of("ค้ามนุษย์"), words_of("การค้ามนุษย์เป็นความผิด"));
        assert!(asked.len() > 4 && asked.iter().all(|pair| text.contains(pair)), "{asked:?} {text:?}");
    }

    #[test]
    fn a_language_with_two_scripts_is_found_in_both() {
        assert_eq!(other_scripts("Жиноят кодекси", "uz-Cyrl"), ["jinoyat kodeksi"]);
        assert_eq!(fold(&other_scripts("oʻzbek ekin", "uz")[0]), fold("ўзбек экин"));
        assert!(other_scripts("закон", "ru").is_empty());
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let stems = Stems::new();
        assert_eq!(stems.stem("recruited", "en"), stems.stem("recruiting", "en-GB"));
        assert_eq!(stems.stem("законами", "ru"), stems.stem("закона", "ru"));
        for (british, other) in [("organised", "organized"), ("labour", "labor"), ("offences", "offense")] {
            assert_eq!(stems.stem(british, "en"), stems.stem(other, "en"));
        }
        assert_eq!(stems.stem("законами", "en"), stems.stem("закона", "ru"));
        assert_eq!(stems.stem("закон", "kk"), None);
    }
}
