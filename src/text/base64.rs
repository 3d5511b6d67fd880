//! Text in base64, as mail and web services send it, that somebody pasted undecoded: `0JfQsNC60L7QvQ==`.

use std::ops::Range;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};
use encoding_rs::WINDOWS_1251;

/// Base64 without its padding; of what is broken into lines the last letter may have bits left.
const BROKEN: GeneralPurpose = GeneralPurpose::new(&STANDARD, NO_PAD.with_decode_allow_trailing_bits(true));

/// The fewest characters of a word that is looked at: a shorter one can be a name.
const SHORTEST: usize = 16;

/// The first word of `line` that is text in base64: its bytes, and the text. Sums and keys in base64 are no text, and pieces of
/// addresses are left alone.
pub(super) fn base64_in(line: &str) -> Option<(Range<usize>, String)> {
    let is_of = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
    let ends = |c: char| c.is_whitespace() || "\"'<>«»“”„()[],;".contains(c);
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(is_of) {
        let start = at + next;
        at = start + bytes[start..].iter().take_while(|b| is_of(b) || **b == b'=').count();
        let word = &line[start..at];
        if word.len() < SHORTEST {
            continue;
        }
        let bare = word.trim_end_matches('=');
        let has_both = bare.bytes().any(|b| b.is_ascii_lowercase()) && bare.bytes().any(|b| b.is_ascii_uppercase());
        let stands_alone = line[..start].chars().next_back().is_none_or(ends)
            && line[at..].trim_start_matches('.').chars().next().is_none_or(ends);
        // What is broken into lines ends with a whole group of four.
        let is_whole = word.len().is_multiple_of(4) && word.len() - bare.len() <= 2;
        if !has_both || !stands_alone || !is_whole || !bare.as_bytes().iter().all(is_of) {
            continue;
        }
        if let Some(text) = BROKEN.decode(bare).ok().as_deref().and_then(text_of) {
            return Some((start..at, text));
        }
    }
    None
}

/// The text for which the bytes stand, if they are words: letters, figures, spaces and signs of one encoding.
fn text_of(bytes: &[u8]) -> Option<String> {
    // A line may begin and end within a character.
    let first = bytes.iter().take(3).take_while(|b| (0x80..0xc0).contains(*b)).count();
    let bytes = &bytes[first..];
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default().to_owned()
        }
        Err(_) => {
            let text = WINDOWS_1251.decode_without_bom_handling_and_without_replacement(bytes)?;
            let is_cyrillic = |c: char| matches!(c, 'А'..='я' | 'ё' | 'Ё') || " .,-".contains(c) || c.is_ascii_digit();
            text.chars().all(is_cyrillic).then(|| text.into_owned())?
        }
    };
    let is_of_word = |c: char| c.is_alphabetic() || c == ' ';
    let is_sign = |c: char| c.is_ascii_graphic() || c.is_alphanumeric() || " \n\r\t\u{a0}«»“”„’—–…№§°".contains(c);
    let of_words = text.chars().filter(|c| is_of_word(*c)).count();
    let count = text.chars().count();
    let is_text = count > 4 && text.chars().all(is_sign) && of_words * 4 >= count * 3;
    // Nine letters of a word can decode to six of ASCII by chance; with a space, or in another alphabet, they cannot.
    (is_text && (!text.is_ascii() || text.contains(' ') || count > 11)).then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_base64_is_found_with_what_it_says() {
        for (line, shown, meant) in [
            ("quote = \"0JfQsNC60L7QvSDQviDRgdGD0LTQtQ==\"", "0JfQsNC60L7QvSDQviDRgdGD0LTQtQ==", "Закон о суде"),
            (
                "The words QXJ0aWNsZSAxMjggc2F5cyBzbw== stand there",
                "QXJ0aWNsZSAxMjggc2F5cyBzbw==",
                "Article 128 says so",
            ),
            ("R2VzZXR6IMO8YmVyIFJlY2h0ZQ==.", "R2VzZXR6IMO8YmVyIFJlY2h0ZQ==", "Gesetz über Rechte"),
            ("x+Dq7u0g7iDx8+Tl", "x+Dq7u0g7iDx8+Tl", "Закон о суде"),
        ] {
            let found = base64_in(line);
            assert_eq!(
                found.as_ref().map(|(range, text)| (&line[range.clone()], &**text)),
                Some((shown, meant)),
                "{line}"
            );
        }
    }

    #[test]
    fn long_words_sums_and_addresses_are_left_alone() {
        for line in [
            "internationalization Internationalization Rechtsschutzversicherungsgesellschaften",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "https://example.org/0JfQsNC60L7QvSDQviDRgdGD0LTQtQ==",
            "countries/xr/laws/penal/128 TheQuickBrownFoxJumps HumanRightsCommittee",
            "UN Doc. CEDAWCCPRCESCRCATCRC AAAAAAAAAAAAAAAA",
        ] {
            assert_eq!(base64_in(line), None, "{line}");
        }
    }
}
