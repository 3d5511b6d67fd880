//! Ids of sources: author, year and the first word of the title, in ASCII letters.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::reference::Reference;

/// Words with which titles begin and which say nothing.
const EMPTY: &[&str] = &[
    "a", "an", "the", "on", "of", "in", "and", "for", "to", "der", "die", "das", "ein", "eine", "le", "la", "les",
    "un", "une", "el", "los", "las", "o", "ob", "v", "na", "i",
];

/// The id for a reference that is not among `taken`: author, year, first word of the title, and a number where that is
/// not enough.
pub(super) fn id(reference: &Reference, taken: impl Fn(&str) -> bool) -> String {
    let person = reference.authors.first().or(reference.editors.first());
    let author = person.map(|person| person.family.as_str()).unwrap_or(&reference.publisher);
    let year = reference.date.get(..4).unwrap_or_default();
    let words: Vec<String> = ascii(&reference.title).split('-').map(str::to_owned).collect();
    let word = words.iter().find(|word| word.len() > 1 && !EMPTY.contains(&word.as_str()));
    // Names of offices are long; their first three words tell them apart.
    let author = ascii(author).split('-').take(3).collect::<Vec<_>>().join("-");
    let parts = [author.as_str(), year, word.map_or("", String::as_str)];
    let base = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let base = if base.is_empty() { "source".to_owned() } else { base.chars().take(60).collect::<String>() };
    let base = base.trim_end_matches('-').to_owned();
    if !taken(&base) {
        return base;
    }
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    numbered.into_iter().find(|id| !taken(id)).unwrap_or(base)
}

/// Letters and digits in ASCII, lower case, with `-` between words: accents fall, Cyrillic letters are written in Latin
/// ones, and letters of other scripts are left out.
fn ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().nfc() {
        match cyrillic(c) {
            Some(letters) => out.push_str(letters),
            None => {
                let plain = match c {
                    'ß' => "ss",
                    'ø' => "o",
                    'æ' => "ae",
                    'œ' => "oe",
                    'ł' => "l",
                    'đ' => "d",
                    'ı' => "i",
                    '\'' | '’' | 'ʻ' | 'ʼ' | '`' => "",
                    _ => {
                        let base = c.to_string().nfd().find(|c| !is_combining_mark(*c)).unwrap_or(c);
                        out.push(if base.is_ascii_alphanumeric() { base } else { '-' });
                        continue;
                    }
                };
                out.push_str(plain);
            }
        }
    }
    out.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// A Cyrillic letter in Latin ones, for ids only.
fn cyrillic(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ё' => "yo",
        'ж' | 'җ' => "zh",
        'з' => "z",
        'и' | 'і' | 'ӣ' => "i",
        'й' | 'ј' => "y",
        'ї' => "yi",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ӯ' | 'ў' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' | 'һ' | 'ҳ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ҷ' => "j",
        'ш' => "sh",
        'щ' => "shch",
        'ы' => "y",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::reference::Person;
    use super::*;

    fn of(family: &str, date: &str, title: &str, taken: &[&str]) -> String {
        let authors = if family.is_empty() { Vec::new() } else { vec![Person::whole(family)] };
        let reference = Reference { authors, date: date.into(), title: title.into(), ..Reference::default() };
        id(&reference, |id| taken.contains(&id))
    }

    #[test]
    fn an_id_says_who_when_and_what_in_ascii() {
        assert_eq!(of("Müller", "2005-03", "The Fall of Stars", &[]), "muller-2005-fall");
        assert_eq!(of("Щукин", "2005", "О звёздах", &[]), "shchukin-2005-zvyozdah");
        assert_eq!(of("World Office of Falling Stars", "", "Report", &[]), "world-office-of-report");
        assert_eq!(of("", "", "星", &[]), "source");
        assert_eq!(of("O’Neill", "1999", "x", &[]), "oneill-1999");
    }

    #[test]
    fn no_id_is_given_twice() {
        assert_eq!(of("A", "2005", "Stars", &["a-2005-stars", "a-2005-stars-2"]), "a-2005-stars-3");
    }
}
