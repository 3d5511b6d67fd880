//! Numbers of articles as laws write them: `128`, `128-1`, `130.1`, `128¹`, `12A`, `12 bis`, `IX`, `Annex II`.
//!
//! Input: a number as printed. Output: its sort key among the articles of its law, and the words in it that are not
//! part of the number.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization as _;

use crate::text::{figure, han_figure, han_value, is_unseen, raised_figure};

/// One component of a number. The order of the variants sorts numbers that begin alike: `128`, `128¹`, `128-1`,
/// `128.1`, `128A`; of articles inserted behind one, the figure decides before the sign: `130.1` and `130-2` of one law
/// are written by two hands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Figures on the line, by value.
    Figures(u64),
    /// Raised figures, by value: `128¹⁰` comes after `128²`.
    Raised(u64),
    /// Figures after a dash or a slash: `128-1`.
    Dashed(u64),
    /// Figures after a dot: `130.10` comes after `130.2`.
    Dotted(u64),
    /// A Roman numeral, by value.
    Roman(u64),
    /// The Latin numerals of articles inserted later, by value: `bis` is 2, `ter` 3, `quater` 4.
    Latin(u64),
    /// Letters, in lower case.
    Letters(String),
}

impl Part {
    /// What is compared first, then its value, then the sign before it.
    fn rank(&self) -> (u8, u64, &str, u8) {
        match self {
            Part::Figures(value) => (0, *value, "", 0),
            Part::Raised(value) => (1, *value, "", 0),
            Part::Dashed(value) => (1, *value, "", 1),
            Part::Dotted(value) => (1, *value, "", 2),
            Part::Roman(value) => (2, *value, "", 0),
            Part::Latin(value) => (3, *value, "", 0),
            Part::Letters(letters) => (4, 0, letters, 0),
        }
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Part) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Part) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The sort key of an article within its law.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Preamble, articles, what closes them, or annexes.
    group: Group,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Preamble,
    Numbered,
    /// Provisions with a count of their own behind the articles: transitory and closing ones.
    Closing,
    Annex,
}

/// Beginnings of the words for what precedes the first article.
const PREAMBLES: &str = "preamb preámb préamb präamb eingangsformel преамб вступ кіріспе кириш муқаддима muqaddima сарсухан \
                         başlangıç giriş პრეამბულა նախաբան 序言 序文 前文 전문 ديباجة مقدمة مقدمه دیباچه";

/// Beginnings of the words for provisions that are counted for themselves behind the articles. A space is written `_`.
const CLOSINGS: &str = "schlu disposici disposizion dispositions_ disposiç transitori ek_madde geçici прикінцев перехідн заключительн \
                        переходн 附则 附則 부칙";

/// Beginnings of the words for what follows the last article. A space is written `_`.
const ANNEXES: &str = "annex appendi schedule sch_ sch. anexo anlage anhang allegato bijlage bilag lisa_ liite załącznik příloha prílohy \
                       prilog priloga mellékl pielikum priedas приложени прилог додат қосымша тиркеме илова ilova замима \
                       кушымта goşundy ek_ əlavə хавсралт παράρτημα დანართი հավելված ملحق پیوست ضمیمه 附件 附表 附录 附錄 別表 \
                       별표 별지 phụ_lục ภาคผนวก lampiran";

/// Words and signs for "article", in lower case; they are not part of the number.
const ARTICLES: &[&str] = &[
    "§§",
    "§",
    "¶",
    "№",
    "no.",
    "no",
    "nos.",
    "nr.",
    "n°",
    "nº",
    "article",
    "articles",
    "art.",
    "art",
    "arts.",
    "artículo",
    "artikel",
    "articolo",
    "artigo",
    "section",
    "sections",
    "sec.",
    "sec",
    "s.",
    "ss.",
    "paragraph",
    "para.",
    "clause",
    "cl.",
    "rule",
    "regulation",
    "reg.",
    "статья",
    "статьи",
    "статьею",
    "ст.",
    "ст",
    "стаття",
    "пункт",
    "п.",
    "бап",
    "баб",
    "б.",
    "берене",
    "модда",
    "modda",
    "моддаи",
    "madda",
    "maddesi",
    "madde",
    "maddə",
    "мадда",
    "зүйл",
    "článek",
    "čl.",
    "член",
    "чл.",
    "членот",
    "ماده",
    "مادة",
    "المادة",
    "มาตรา",
    "ข้อ",
    "điều",
    "მუხლი",
    "հոդված",
    "pasal",
    "제",
    "第",
];

/// Signs for "article" that stand behind the number in Chinese, Japanese and Korean, where no space is between them.
const ARTICLES_BEHIND: &[char] = &['条', '條', '조'];

impl Place {
    /// The sort key of `number`. `roman`: whether single capitals such as `C` and `V` are Roman numerals in this law;
    /// see `counts_in_roman`.
    pub fn new(number: &str, roman: bool) -> Place {
        Place { group: group(number), parts: parts(number, roman) }
    }
}

fn group(number: &str) -> Group {
    // Most numbers are figures with a letter at most, and every word of the lists has two letters in a row.
    if is_without_word(number) {
        return Group::Numbered;
    }
    let small = lower(number);
    let small = small.trim();
    let begins =
        |text: &str, words: &str| words.split_whitespace().any(|word| text.starts_with(&*word.replace('_', " ")));
    // `1-ilova`, `2. melléklet`: in some languages the number stands first.
    let word = small.trim_start_matches(|c: char| figure(c).is_some() || c.is_whitespace() || c == '.' || is_dash(c));
    match () {
        () if begins(small, PREAMBLES) => Group::Preamble,
        () if begins(small, CLOSINGS) => Group::Closing,
        () if begins(small, ANNEXES) => Group::Annex,
        () if word != small && !word.starts_with("ek ") && begins(word, ANNEXES) => Group::Annex,
        () => Group::Numbered,
    }
}

fn is_without_word(number: &str) -> bool {
    number.is_ascii() && !number.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_alphabetic))
}

/// Lower case without the dot that a Turkish capital leaves above its letter.
fn lower(number: &str) -> String {
    number.to_lowercase().replace("i\u{307}", "i")
}

/// Whether `number` is that of an article. A preamble, a closing provision and an annex are none: their names need no word
/// before them.
pub fn is_of_article(number: &str) -> bool {
    group(number) == Group::Numbered
}

/// Sorts by article number; numbers with the same key by their spelling. Annexes are counted for themselves: they may be
/// Roman where the articles are not.
pub fn sort<'n, T>(list: &mut [T], number: impl Fn(&T) -> &'n str) {
    let (articles, annexes): (Vec<&str>, Vec<&str>) =
        list.iter().map(&number).partition(|number| is_of_article(number));
    let by_authority = counts_by_authority(&articles);
    let roman = counts_in_roman(articles.into_iter());
    let roman_annexes = annexes.into_iter().any(holds_roman);
    let key = |number: &str| match by_authority.then(|| authority(number)).flatten() {
        Some((rank, rest)) if is_of_article(number) => {
            let first = Part::Letters(rank.to_string());
            Place { group: Group::Numbered, parts: std::iter::once(first).chain(parts(rest, false)).collect() }
        }
        _ => Place::new(number, if is_of_article(number) { roman } else { roman_annexes }),
    };
    let with_z = inserts_with_z(list.iter().map(&number));
    let key = |number: &str| if with_z && is_of_article(number) { inserted(key(number)) } else { key(number) };
    list.sort_by_cached_key(|item| (key(number(item)), number(item)));
}

/// The part of a French code to which a number belongs, by the letters before it, in the order of the code, and the number:
/// acts of parliament (`L. 121-1`, `L.O. 5`), decrees (`R. 121-1`, `D. 121-1`), orders (`A. 1`).
fn authority(number: &str) -> Option<(u8, &str)> {
    let at = number.find(|c: char| c.is_ascii_digit())?;
    let letters: String = number[..at].chars().filter(|c| !matches!(c, '.' | '*') && !c.is_whitespace()).collect();
    let rank = match letters.as_str() {
        "L" | "LO" => 0,
        "R" | "D" => 1,
        "A" => 2,
        _ => return None,
    };
    Some((rank, &number[at..]))
}

/// Whether the letters before the numbers of a law are those of the parts of a French code, and none another.
fn counts_by_authority(numbers: &[&str]) -> bool {
    let mut lettered = numbers.iter().filter(|number| {
        let letters = number.chars().take_while(|c| !c.is_ascii_digit()).filter(|c| c.is_alphabetic()).count();
        (1..=2).contains(&letters) && number.contains(|c: char| c.is_ascii_digit())
    });
    let is_of_parliament = |number: &&str| authority(number).is_some_and(|(rank, _)| rank == 0);
    numbers.iter().any(is_of_parliament) && lettered.all(|number| authority(number).is_some())
}

/// Whether a law inserts articles as the drafting offices of the United Kingdom do: what comes between 1 and 1A is 1ZA, between
/// 1A and 1AA is 1AZA, and before 1 is A1. Elsewhere 1ZA follows 1Z, so a law that has come near that letter is none.
fn inserts_with_z<'a>(numbers: impl Iterator<Item = &'a str>) -> bool {
    let mut found = false;
    for number in numbers {
        let figures = number.bytes().take_while(u8::is_ascii_digit).count();
        let letters = &number[figures..];
        if figures == 0 || !is_capitals(letters) {
            continue;
        }
        if letters.starts_with(['X', 'Y']) || letters == "Z" {
            return false;
        }
        found |= letters.as_bytes().windows(2).any(|pair| pair[0] == b'Z');
    }
    found
}

/// The sort key where a `Z` before a further letter puts an article in front, and so does a letter before the number.
fn inserted(mut place: Place) -> Place {
    if let [Part::Letters(letters), Part::Figures(number), ..] = &place.parts[..]
        && letters.len() == 1
    {
        let letters = letters.clone();
        let number = *number;
        // The articles `A1`, `B1` stand before the first one.
        place.parts.splice(..2, [Part::Figures(0), Part::Letters(letters), Part::Figures(number)]);
    }
    for part in &mut place.parts {
        if let Part::Letters(letters) = part {
            let before_another = |at: usize| letters[at + 1..].starts_with(|c: char| c.is_ascii_lowercase());
            *letters = letters
                .char_indices()
                // Less than every letter.
                .map(|(at, c)| if c == 'z' && before_another(at) { '!' } else { c })
                .collect();
        }
    }
    place
}

/// Whether a number of an annex has a Roman numeral of several letters. A single letter can be one of A, B, C, D.
fn holds_roman(number: &str) -> bool {
    let mut words = number.split(|c: char| !c.is_alphabetic());
    words.any(|word| word.nfkc().count() > 1 && is_capitals(word) && roman(word).is_some())
}

/// Whether a law numbers its articles in Roman numerals: some number begins with one, and none with letters that are no
/// numeral. In a law with articles A to F, `C` and `D` are letters.
fn counts_in_roman<'a>(numbers: impl Iterator<Item = &'a str>) -> bool {
    let mut found = false;
    for number in numbers {
        for word in number.split(|c: char| !c.is_alphabetic()).filter(|word| is_capitals(word)) {
            // Letters straight after figures are a suffix: `12C`.
            let at = word.as_ptr() as usize - number.as_ptr() as usize;
            if number[..at].ends_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            if roman(word).is_none() {
                return false;
            }
            found = true;
        }
    }
    found
}

fn is_capitals(word: &str) -> bool {
    !word.is_empty() && word.nfkc().all(|c| c.is_ascii_uppercase())
}

fn parts(number: &str, in_roman: bool) -> Vec<Part> {
    let chars: Vec<char> = number.chars().collect();
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let from = at;
        let run = |fits: fn(char) -> bool| chars[from..].iter().take_while(|c| fits(**c)).count();
        let before = from.checked_sub(1).map(|before| chars[before]);
        if let count @ 1.. = run(|c| raised_figure(c).is_some()) {
            parts.push(Part::Raised(value(chars[from..from + count].iter().filter_map(|c| raised_figure(*c)))));
            at += count;
        } else if let count @ 1.. = run(|c| figure(c).is_some()) {
            let value = value(chars[from..from + count].iter().filter_map(|c| figure(*c)));
            parts.push(match before {
                Some('.' | ',') => Part::Dotted(value),
                Some(c) if !parts.is_empty() && is_dash(c) => Part::Dashed(value),
                _ => Part::Figures(value),
            });
            at += count;
        } else if let count @ 1.. = run(|c| han_figure(c).is_some()) {
            parts.push(Part::Figures(han_value(chars[from..from + count].iter().copied())));
            at += count;
        } else if let count @ 1.. = run(|c| c.is_alphabetic() && han_figure(c).is_none()) {
            let word: String = chars[from..from + count].iter().collect();
            let suffix = before.is_some_and(|c| figure(c).is_some() || raised_figure(c).is_some());
            let whole = in_roman && !suffix && is_capitals(&word);
            parts.push(match (roman(&word).filter(|_| whole), latin(&word)) {
                _ if parts.is_empty() && FIRST.contains(&word.to_lowercase().as_str()) => Part::Figures(1),
                (Some(value), _) => Part::Roman(value),
                (None, Some(value)) => Part::Latin(value),
                // `ё` stands behind `е`, not behind `я` as its code point does.
                (None, None) => Part::Letters(word.to_lowercase().replace('ё', "е\u{fffd}")),
            });
            at += count;
        } else {
            at += 1;
        }
    }
    parts
}

/// The decimal value of these figures; `u64::MAX` on overflow.
fn value(figures: impl Iterator<Item = u32>) -> u64 {
    figures.fold(0, |sum: u64, figure| sum.saturating_mul(10).saturating_add(u64::from(figure)))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The value of a Roman numeral in its usual form, also of Unicode's own letters for it.
fn roman(word: &str) -> Option<u64> {
    const STEPS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let word: String = word.nfkc().collect();
    let mut rest = word.as_str();
    let mut sum = 0;
    for (value, letters) in STEPS {
        // Only I, X, C and M may repeat, at most three times.
        let most = if value.to_string().starts_with('1') { 3 } else { 1 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(letters) else { break };
            rest = after;
            sum += value;
        }
    }
    (rest.is_empty() && sum > 0).then_some(sum)
}

/// Words for the first article, where it alone is counted in words (`Article premier`).
const FIRST: [&str; 2] = ["premier", "première"];

/// The value of the Latin numerals of inserted articles, from `bis`, and of those of Pali in Thai law, from `ทวิ`.
fn latin(word: &str) -> Option<u64> {
    const WORDS: [(&str, u64); 34] = [
        ("ทวิ", 2),
        ("ตรี", 3),
        ("จัตวา", 4),
        ("เบญจ", 5),
        ("ฉ", 6),
        ("สัตต", 7),
        ("อัฏฐ", 8),
        ("นว", 9),
        ("ทศ", 10),
        ("bis", 2),
        ("ter", 3),
        ("quater", 4),
        ("quinquies", 5),
        ("quinques", 5),
        ("sexies", 6),
        ("septies", 7),
        ("octies", 8),
        ("nonies", 9),
        ("novies", 9),
        ("decies", 10),
        ("undecies", 11),
        ("duodecies", 12),
        ("terdecies", 13),
        ("quaterdecies", 14),
        ("quindecies", 15),
        ("quinquiesdecies", 15),
        ("sexdecies", 16),
        ("sexiesdecies", 16),
        ("septdecies", 17),
        ("septiesdecies", 17),
        ("octodecies", 18),
        ("octiesdecies", 18),
        ("novodecies", 19),
        ("vicies", 20),
    ];
    let small = word.to_lowercase();
    WORDS.iter().find(|(known, _)| *known == small).map(|(_, value)| *value)
}

/// The decimal figures of a number, whatever the numerals in which it is written: `128¹` has 1, 2, 8, 1, and `十二` has 1, 2.
/// `roman`: whether words in capitals are Roman numerals.
pub fn figures(number: &str, roman: bool) -> Vec<u32> {
    let decimal = |value: u64| value.to_string().chars().filter_map(|c| c.to_digit(10)).collect::<Vec<u32>>();
    let figures = |part: Part| match part {
        Part::Roman(value) => decimal(value),
        _ => Vec::new(),
    };
    let mut out = Vec::new();
    let mut rest = number;
    while let Some(c) = rest.chars().next() {
        let run = |fits: fn(char) -> bool| rest.chars().take_while(|c| fits(*c)).map(char::len_utf8).sum::<usize>();
        let length = match (run(|c| han_figure(c).is_some()), run(|c| c.is_alphabetic() && han_figure(c).is_none())) {
            (han @ 1.., _) => {
                out.extend(decimal(han_value(rest[..han].chars())));
                han
            }
            (_, word @ 1..) => {
                out.extend(parts(&rest[..word], roman).into_iter().flat_map(figures));
                word
            }
            _ => {
                out.extend(figure(c).or_else(|| raised_figure(c)));
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    out
}

/// Splits off a word or sign for "article" before the number: `("§", "12")` for `§ 12`. `None` where there is none.
pub fn word_before(number: &str) -> Option<(&str, &str)> {
    let number = number.trim();
    // Nearly all numbers are figures, and no word begins with one.
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut found: Option<usize> = None;
    let mut longest = |end: usize| found = Some(found.map_or(end, |known| known.max(end)));
    for word in ARTICLES {
        let Some(end) = begins_with(number, word) else { continue };
        // "art12" and "s.3" contain such a word; in "sabc" the `s` is a letter of the number.
        let rest = number[end..].chars().next();
        let is_word = word.chars().last().is_some_and(char::is_alphabetic);
        let is_joined =
            ["제", "第"].contains(word) && rest.is_some_and(|c| figure(c).is_some() || han_figure(c).is_some());
        if is_joined || rest.is_none_or(|c| !is_word || !c.is_alphabetic()) {
            longest(end);
        }
    }
    // `N 1` is number 1, and `s 5` section 5; `N1`, `S1` and `N-1` are the numbers of articles with a letter.
    let is_number = |rest: &str| rest.trim_start().starts_with(|c: char| figure(c).is_some());
    for word in ["n", "s", "ss", "r", "cl", "reg"] {
        if let Some(end) = begins_with(number, word).filter(|_| word == "n" || !number.starts_with(char::is_uppercase))
            && number[end..].starts_with(char::is_whitespace)
            && is_number(&number[end..])
        {
            longest(end);
        }
    }
    let end = found?;
    let rest = number[end..].trim_start_matches(|c: char| c.is_whitespace() || c == '.' || c == ':');
    let rest = rest.trim_end_matches(ARTICLES_BEHIND);
    (!rest.is_empty()).then(|| (&number[..end], rest))
}

/// A normal form that must be unique within a law: lower case, one kind of dash, no spaces and nothing invisible, no dot at the
/// end or behind a letter, no dash before `bis`, ASCII figures without leading noughts, and Latin letters for those of other
/// scripts that look the same.
pub fn skeleton(number: &str) -> String {
    let small = number.nfc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace() && !is_unseen(*c));
    let plain = small.map(|c| match figure(c).and_then(|value| char::from_digit(value, 10)) {
        Some(figure) => figure,
        None if is_dash(c) && c != '/' => '-',
        // Full-width signs and letters.
        None if ('\u{ff01}'..='\u{ff5e}').contains(&c) => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        None => latin_like(c),
    });
    let plain: Vec<char> = plain.collect();
    let mut out = String::new();
    for (at, c) in plain.iter().enumerate() {
        let before = out.chars().next_back();
        let behind = plain.get(at + 1);
        let word = || plain[at + 1..].iter().take_while(|c| c.is_alphabetic()).collect::<String>();
        let is_idle = match c {
            '.' => before.is_some_and(char::is_alphabetic),
            '0' => before.is_none_or(|c| !c.is_ascii_digit()) && behind.is_some_and(char::is_ascii_digit),
            '-' => latin(&word()).is_some(),
            _ => false,
        };
        if !is_idle {
            out.push(*c);
        }
    }
    let end = if out.contains('(') { "." } else { ".)" };
    out.trim_end_matches(|c| end.contains(c)).to_owned()
}

/// The Latin lower-case letter that a Cyrillic or Greek one looks like; else the letter itself.
fn latin_like(c: char) -> char {
    const LIKE: [(char, char); 22] = [
        ('а', 'a'),
        ('в', 'b'),
        ('с', 'c'),
        ('е', 'e'),
        ('н', 'h'),
        ('і', 'i'),
        ('ј', 'j'),
        ('к', 'k'),
        ('м', 'm'),
        ('о', 'o'),
        ('р', 'p'),
        ('ѕ', 's'),
        ('т', 't'),
        ('у', 'y'),
        ('х', 'x'),
        ('α', 'a'),
        ('β', 'b'),
        ('ε', 'e'),
        ('κ', 'k'),
        ('ο', 'o'),
        ('ρ', 'p'),
        ('χ', 'x'),
    ];
    LIKE.iter().find(|(other, _)| *other == c).map_or(c, |(_, latin)| *latin)
}

/// The first letter of a number that looks Latin but is not. Whole words, such as those for an annex, are no letters of
/// a number.
pub fn look_alike(number: &str) -> Option<char> {
    letters(number).find(|c| c.to_lowercase().any(|small| latin_like(small) != small))
}

/// Whether a number has a Latin letter beside its words.
pub fn has_latin_letter(number: &str) -> bool {
    letters(number).any(|c| c.is_ascii_alphabetic())
}

/// The letters of a number: those of its words of up to three letters.
fn letters(number: &str) -> impl Iterator<Item = char> {
    let words = number.split(|c: char| !c.is_alphabetic());
    words.filter(|word| word.chars().count() <= 3).flat_map(str::chars)
}

/// Splits off a word for "article" after the number: `128-бап`, `12-модда`.
pub fn word_behind(number: &str) -> Option<(&str, &str)> {
    let number = number.trim();
    if let Some(rest) = number.strip_suffix('§').map(str::trim_end).filter(|rest| !rest.is_empty()) {
        return Some(("§", rest));
    }
    if let Some((at, sign)) = number.char_indices().next_back().filter(|(_, c)| ARTICLES_BEHIND.contains(c)) {
        let rest = number[..at].trim_end();
        let is_number = rest.ends_with(|c| figure(c).is_some() || han_figure(c).is_some());
        return is_number.then(|| (&number[at..at + sign.len_utf8()], rest));
    }
    let begin = number.char_indices().rev().take_while(|(_, c)| c.is_alphabetic() || *c == '.').last()?.0;
    let (rest, word) = number.split_at(begin);
    let known = |word: &str| ARTICLES.iter().any(|known| known.chars().count() > 2 && *known == word.to_lowercase());
    let rest = rest.trim_end_matches(|c: char| c.is_whitespace() || is_dash(c));
    (known(word) && rest.contains(|c: char| figure(c).is_some())).then_some((word, rest))
}

/// If `text` begins with `word` (given in lower case), the byte offset at which it ends.
fn begins_with(text: &str, word: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    for wanted in word.chars() {
        let (_, found) = chars.next()?;
        if found.to_lowercase().cmp(std::iter::once(wanted)) != Ordering::Equal {
            return None;
        }
    }
    Some(chars.next().map_or(text.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(numbers: &[&'static str]) -> Vec<&'static str> {
        let mut list = numbers.to_vec();
        list.reverse();
        sort(&mut list, |number| number);
        list
    }

    #[test]
    fn of_inserted_articles_the_figure_decides_before_the_sign() {
        assert_eq!(sorted(&["130-2", "131", "130.1", "130"]), ["130", "130.1", "130-2", "131"]);
        assert_eq!(
            sorted(&["128.1", "128-1", "128¹"]),
            ["128¹", "128-1", "128.1"],
            "one figure, written in three ways"
        );
    }

    #[test]
    fn no_word_of_a_group_is_passed_over() {
        for word in [PREAMBLES, CLOSINGS, ANNEXES].into_iter().flat_map(str::split_whitespace) {
            assert!(!is_without_word(word), "{word}");
        }
        assert!(is_without_word("128-1") && is_without_word("12a") && !is_without_word("128¹"));
    }

    #[test]
    fn articles_stand_as_the_law_counts_them() {
        for law in [
            &["9", "10", "109", "109a", "110"][..],
            &["52", "52¹", "52²", "52³", "52¹⁰", "53"],
            &["128", "128-1", "128-2", "128-10", "129", "130", "130.1", "130.2", "130.10"],
            &["12", "12 bis", "12 ter", "12 quater", "12 decies", "13"],
            &["12", "12A", "12AA", "12B", "12B-1", "13"],
            &["I", "II", "IV", "V", "IX", "X", "XL", "L"],
            &["1", "1ZA", "1A", "1AZA", "1AA", "1AB", "1B", "2"],
            &["A1", "1", "1ZZA", "1ZA", "1ZB", "1A", "2", "2A", "Schedule 1"],
            &["1", "1A", "1Y", "1Z", "1ZA", "1ZB", "2"],
            &["1X", "1ZA"],
            &["A", "B", "C", "D", "E"],
            &["Preamble", "1", "2", "10", "Annex I", "Annex II", "Annex V", "Annex IX"],
            &["1", "2", "Schedule 1", "Schedule 2", "Schedule 10"],
            &["5", "6", "Приложение 1", "Приложение 2"],
            &["٩", "١٠", "١١"],
            &["Ⅳ", "Ⅴ", "Ⅸ"],
            &["128", "128¹", "128¹-1", "128²"],
            &["1", "Annex I", "Annex II", "Annex V", "Annex IX", "Annex X", "Annex A"],
            &["12A", "12B", "Annex A", "Annex B", "Annex C", "Annex D", "Annex E"],
            &["一", "二", "三", "九", "十", "十一", "二十", "一百", "一百零二", "一百二十"],
            &["第一", "第二", "第三", "第十"],
            &["12", "12Г", "12Д", "12Е", "12Ё", "12Ж"],
            &[
                "Préambule",
                "1er",
                "2",
                "L. 1",
                "L. 121-1",
                "L.O. 121-2",
                "L121-10",
                "R. 1",
                "D. 121-1",
                "R. 121-2",
                "A. 1",
                "Annexe I",
            ],
            &["premier", "2", "3"],
            &["Муқаддима", "135", "135¹", "1-илова", "2-илова", "10-илова"],
            &["Кіріспе", "128", "1-қосымша", "2-қосымша"],
            &["პრეამბულა", "143", "143¹", "დანართი 1"],
            &["序言", "一", "二", "附则", "附件一"],
            &["제5", "부칙 1", "별표 1"],
            &["1", "20", "Ek Madde 1", "Ek Madde 2", "Geçici Madde 1", "GEÇİCİ MADDE 2", "Ek 1"],
            &["๒", "๒ ทวิ", "๒ ตรี", "๒ จัตวา", "๓"],
            &["1", "2", "Sch 1", "Sch 2", "Sch 10"],
            &["A1", "B1", "D1", "L1", "R1"],
            &["149", "Перехідні положення", "Прикінцеві положення", "Додаток 1"],
        ] {
            assert_eq!(sorted(law), law);
        }
    }

    #[test]
    fn a_number_of_any_length_has_a_place() {
        let long = "9".repeat(400);
        assert!(Place::new("128", false) < Place::new(&long, false));
    }

    #[test]
    fn letters_of_words_are_no_letters_of_numbers() {
        assert_eq!(look_alike("12А"), Some('А'));
        assert_eq!(look_alike("Приложение 1"), None);
        assert!(has_latin_letter("12A") && !has_latin_letter("Preamble") && !has_latin_letter("Schedule 1"));
    }

    #[test]
    fn numbers_that_look_the_same_have_one_skeleton() {
        for other in ["1\u{200b}", "1\u{ad}", "\u{2060}1", "1 ", "1."] {
            assert_eq!(skeleton(other), "1", "{other:?}");
        }
        for (one, other) in [
            ("12", "１２"),
            ("12", "012"),
            ("12", "١٢"),
            ("12", "12)"),
            ("12bis", "12-bis"),
            ("12 bis", "12 bis."),
            ("L. 121-1", "L121-1"),
            ("128-1", "128–1"),
            ("12(2)", "12 (2)"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} and {other}");
        }
        for (one, other) in [
            ("12", "120"),
            ("12", "102"),
            ("12-1", "121"),
            ("12.1", "121"),
            ("12¹", "121"),
            ("12-a", "12a"),
            ("10", "1"),
        ] {
            assert_ne!(skeleton(one), skeleton(other), "{one} and {other}");
        }
    }

    #[test]
    fn the_word_for_an_article_is_no_part_of_its_number() {
        for (number, word, rest) in [
            ("§ 12", "§", "12"),
            ("§12", "§", "12"),
            ("Art. 9", "Art.", "9"),
            ("ART 9", "ART", "9"),
            ("№ 8", "№", "8"),
            ("Статья 128¹", "Статья", "128¹"),
            ("ст.128", "ст.", "128"),
            ("Section 376A", "Section", "376A"),
            ("s. 3", "s.", "3"),
            ("Article: 4", "Article", "4"),
            ("ماده ۵", "ماده", "۵"),
            ("المادة 5", "المادة", "5"),
            ("มาตรา 5", "มาตรา", "5"),
            ("Điều 5", "Điều", "5"),
            ("მუხლი 5", "მუხლი", "5"),
            ("Հոդված 5", "Հոդված", "5"),
            ("Pasal 5", "Pasal", "5"),
            ("第一条", "第", "一"),
            ("第12條", "第", "12"),
            ("제5조", "제", "5"),
            ("N 1", "N", "1"),
            ("s 5", "s", "5"),
            ("reg 4", "reg", "4"),
            ("Maddə 5", "Maddə", "5"),
            ("Зүйл 14", "Зүйл", "14"),
        ] {
            assert_eq!(word_before(number), Some((word, rest)), "{number}");
        }
        for number in [
            "12",
            "12A",
            "s",
            "S 1",
            "R 2",
            "Annex 1",
            "IX",
            "sabc",
            "artisan 4",
            "Schedule 2",
            "Part II",
            "A1",
            "N1",
            "N",
            "N-1",
        ] {
            assert_eq!(word_before(number), None, "{number}");
        }
        assert_eq!(word_behind("128-бап"), Some(("бап", "128")));
        assert_eq!(word_behind("12-модда"), Some(("модда", "12")));
        assert_eq!(word_behind("12 §"), Some(("§", "12")));
        assert_eq!(word_behind("5조"), Some(("조", "5")));
        assert_eq!(word_behind("十二条"), Some(("条", "十二")));
        assert_eq!(word_behind("12bis"), None);
        assert_eq!(word_behind("12A"), None);
    }
}
