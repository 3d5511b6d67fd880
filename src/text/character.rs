//! Single characters: which are invisible, their Unicode names, and which belong to scripts without spaces between
//! words.

/// Characters that are invisible, or look like an ordinary space but are another character, with their Unicode names.
const UNSEEN: &[(char, &str)] = &[
    ('\u{a0}', "no-break space"),
    ('\u{ad}', "soft hyphen"),
    ('\u{34f}', "combining grapheme joiner"),
    ('\u{61c}', "Arabic letter mark"),
    ('\u{115f}', "Hangul choseong filler"),
    ('\u{1160}', "Hangul jungseong filler"),
    ('\u{1680}', "Ogham space mark"),
    ('\u{17b4}', "Khmer vowel inherent aq"),
    ('\u{17b5}', "Khmer vowel inherent aa"),
    ('\u{180e}', "Mongolian vowel separator"),
    ('\u{2000}', "en quad"),
    ('\u{2001}', "em quad"),
    ('\u{2002}', "en space"),
    ('\u{2003}', "em space"),
    ('\u{2004}', "three-per-em space"),
    ('\u{2005}', "four-per-em space"),
    ('\u{2006}', "six-per-em space"),
    ('\u{2007}', "figure space"),
    ('\u{2008}', "punctuation space"),
    ('\u{2009}', "thin space"),
    ('\u{200a}', "hair space"),
    ('\u{200b}', "zero width space"),
    ('\u{200c}', "zero width non-joiner"),
    ('\u{200d}', "zero width joiner"),
    ('\u{200e}', "left-to-right mark"),
    ('\u{200f}', "right-to-left mark"),
    ('\u{2028}', "line separator"),
    ('\u{2029}', "paragraph separator"),
    ('\u{202a}', "left-to-right embedding"),
    ('\u{202b}', "right-to-left embedding"),
    ('\u{202c}', "pop directional formatting"),
    ('\u{202d}', "left-to-right override"),
    ('\u{202e}', "right-to-left override"),
    ('\u{202f}', "narrow no-break space"),
    ('\u{205f}', "medium mathematical space"),
    ('\u{2060}', "word joiner"),
    ('\u{2061}', "function application"),
    ('\u{2062}', "invisible times"),
    ('\u{2063}', "invisible separator"),
    ('\u{2064}', "invisible plus"),
    ('\u{2066}', "left-to-right isolate"),
    ('\u{2067}', "right-to-left isolate"),
    ('\u{2068}', "first strong isolate"),
    ('\u{2069}', "pop directional isolate"),
    ('\u{206a}', "inhibit symmetric swapping"),
    ('\u{206b}', "activate symmetric swapping"),
    ('\u{206c}', "inhibit Arabic form shaping"),
    ('\u{206d}', "activate Arabic form shaping"),
    ('\u{206e}', "national digit shapes"),
    ('\u{206f}', "nominal digit shapes"),
    ('\u{2800}', "Braille pattern blank"),
    ('\u{3000}', "ideographic space"),
    ('\u{3164}', "Hangul filler"),
    ('\u{feff}', "zero width no-break space"),
    ('\u{ffa0}', "halfwidth Hangul filler"),
    ('\u{fff9}', "interlinear annotation anchor"),
    ('\u{fffa}', "interlinear annotation separator"),
    ('\u{fffb}', "interlinear annotation terminator"),
    ('\u{fffc}', "object replacement character"),
    ('\u{fffd}', "replacement character"),
];

/// The code point of `c` as `U+200B`, followed by its Unicode name where `c` is invisible: `U+200B zero width space`.
pub fn named(c: char) -> String {
    let code = format!("U+{:04X}", u32::from(c));
    match unseen(c) {
        Some(name) => format!("{code} {name}"),
        None if c.is_control() => format!("{code} control character"),
        None => code,
    }
}

/// The Unicode name of an invisible character; `None` for all others.
fn unseen(c: char) -> Option<&'static str> {
    let variant = matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}').then_some("variation selector");
    let tag = || matches!(c, '\u{e0000}'..='\u{e007f}').then_some("tag character");
    let known = || UNSEEN.binary_search_by_key(&c, |(known, _)| *known).ok().map(|at| UNSEEN[at].1);
    variant.or_else(tag).or_else(known)
}

/// Whether `c` is invisible, or looks like an ordinary space but is another character.
pub fn is_unseen(c: char) -> bool {
    !c.is_ascii() && (c.is_control() || unseen(c).is_some())
}

/// Whether a text shows nothing: it is empty, or all of its characters are spaces or invisible.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// The first invisible character of a text.
pub fn first_unseen(text: &str) -> Option<char> {
    text.chars().find(|c| is_unseen(*c))
}

/// The invisible characters within the words of a line that none of them needs, each with its place: of a word the first one.
/// Joiners are letters' business in Arabic and Indian scripts, a zero width space parts the words of scripts without spaces, and
/// marks of direction belong to text of two directions; these are left alone.
pub(super) fn idle_unseen(line: &str) -> Vec<(usize, char)> {
    let of_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut out: Vec<(usize, char)> = Vec::new();
    let mut is_told = false;
    for (at, c) in line.char_indices() {
        let is_idle = match c {
            '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{34f}' | '\u{180e}' => {
                let beside = [line[..at].chars().next_back(), line[at + c.len_utf8()..].chars().next()];
                let is_joiner = matches!(c, '\u{200c}' | '\u{200d}');
                // Joiners between letters of Latin, Greek and Cyrillic join nothing.
                let is_plain = |c: char| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{52f}') && c.is_alphabetic();
                let own_way = beside.iter().flatten().any(|c| is_unspaced(*c) || matches!(c, '\u{1800}'..='\u{18af}'));
                match is_joiner {
                    true => beside.iter().all(|c| c.is_some_and(is_plain)),
                    false => !own_way,
                }
            }
            _ => {
                is_told = is_told && of_word(c);
                false
            }
        };
        if is_idle && !std::mem::replace(&mut is_told, true) {
            out.push((at, c));
        }
    }
    out
}

/// Whether `c` looks like a space (or is invisible) but is not the space or tab that Markdown and TOML expect.
pub(super) fn is_false_space(c: char) -> bool {
    !c.is_ascii()
        && (c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{180e}' | '\u{2800}'))
}

/// Whether words in the script of `c` are written without spaces between them: Han, Kana, Bopomofo, Thai, Lao, Myanmar,
/// Khmer, Tibetan, Javanese and similar scripts.
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{1950}'..='\u{19ff}' | '\u{1a20}'..='\u{1aaf}' | '\u{1b00}'..='\u{1b7f}' | '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{3035}' | '\u{3040}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{a980}'..='\u{a9df}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_that_nobody_sees_has_a_name() {
        assert_eq!(named('\u{200b}'), "U+200B zero width space");
        assert_eq!(named('\u{7}'), "U+0007 control character");
        assert_eq!(named('а'), "U+0430");
        assert!(UNSEEN.is_sorted_by_key(|(c, _)| *c));
        assert!(is_unseen('\u{ad}') && is_unseen('\u{fe0f}') && !is_unseen(' ') && !is_unseen('x'));
    }

    #[test]
    fn an_invisible_character_is_idle_where_its_script_does_not_need_it() {
        let found = |line: &str| idle_unseen(line).into_iter().map(|(_, c)| c).collect::<String>();
        assert_eq!(found("The c\u{ad}ou\u{ad}rt a\u{200b} said\u{2060} la\u{200d}w"), "\u{ad}\u{200b}\u{2060}\u{200d}");
        for line in ["می\u{200c}شود", "क\u{200d}ष", "ไทย\u{200b}ไทย", "👩\u{200d}⚖", "a\u{200f}b", "1\u{a0}000"]
        {
            assert_eq!(found(line), "", "{line}");
        }
    }

    #[test]
    fn a_text_that_shows_nothing_is_blank() {
        for text in ["", " ", "\u{200b}", "\u{3164}", "\u{2800} \u{a0}"] {
            assert!(is_blank(text), "{text:?}");
        }
        assert!(
            !is_blank("\u{200b}x") && first_unseen("a\u{200b}") == Some('\u{200b}') && first_unseen("a b").is_none()
        );
    }

    #[test]
    fn letters_of_scripts_without_spaces_are_known() {
        assert!("罪ひカアกຂខမ".chars().all(is_unspaced));
        assert!(!"aяعक한ა".chars().any(is_unspaced));
    }
}
