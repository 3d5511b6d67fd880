//! Text in languages of Central Europe, in Turkish, Armenian and Chinese that was decoded as Windows-1252: its letters became other letters and
//! signs, in pairs that no language has.
//!
//! What comes in are words and runs of a line; what goes out is what they were, and the name of the encoding.

use encoding_rs::GBK;

/// What was meant, and in which encoding it was written.
pub(super) type Meant = (String, &'static str);

/// Letters and signs that stand in one place in Windows-1252 and another code page: as shown, as meant.
const CENTRAL: (&str, &str) =
    ("¥ª¯¹³º¾¿£ŒœŸÀÃÅÆÈÊÌÏÐÑÒÕØÙÛÞàãåæèêìïðñòõøùûþ¼", "ĄŞŻąłşľżŁŚśźŔĂĹĆČĘĚĎĐŃŇŐŘŮŰŢŕăĺćčęěďđńňőřůűţĽ");
const TURKISH: (&str, &str) = ("ÐÝÞðýþ", "ĞİŞğış");

fn turned(word: &str, (shown, meant): (&str, &str)) -> String {
    let letter =
        |c: char| shown.chars().zip(meant.chars()).find(|(shown, _)| *shown == c).map_or(c, |(_, meant)| meant);
    word.chars().map(letter).collect()
}

/// What `word` was, if it was read as Windows-1252 and has letters side by side that no language has. A word may hold the
/// signs that stand for letters.
pub(super) fn of_word(word: &str) -> Option<Meant> {
    let chars: Vec<char> = word.chars().collect();
    let has = |list: &str| chars.iter().any(|c| list.contains(*c));
    if chars.len() < 4 || !has("¥ª¯¹³º¾¿ðþÐÞøæìèùòïêñûõ") {
        return None;
    }
    let within = |list: &str| {
        chars.windows(3).any(|three| {
            list.contains(three[1]) && three[0].is_alphabetic() && three[0].is_lowercase() && three[2].is_lowercase()
        })
    };
    let letters = chars.iter().filter(|c| c.is_alphabetic()).count();
    // `iþlem`, `suþ`: in words of the north þ stands before vowels and r, j, v alone.
    let turkish = chars.iter().enumerate().skip(1).any(|(at, c)| {
        *c == 'þ'
            && chars[at - 1].is_alphabetic()
            && chars.get(at + 1).is_none_or(|c| !"aáeéiíoóuúyýæörjv".contains(*c))
    });
    if turkish || has("ðþÐÞ") && has("üçÇ") {
        return Some((turned(word, TURKISH), "Windows-1254"));
    }
    let central = within("¹³¾¿¥") && letters > 2
        || within("º") && letters > 4
        // No language has a caron beside a grave or a ligature, or these two vowels in one word.
        || has("šžŠŽ") && has("øæìèùòêñ")
        || has("ûÛ") && has("õÕ")
        || has("þÞ") && has("ãâîÎ");
    central.then(|| (turned(word, CENTRAL), "Windows-1250"))
}

/// What `run`, characters beyond ASCII side by side, was: Armenian or Chinese.
pub(super) fn of_run(run: &str) -> Option<Meant> {
    let bytes: Option<Vec<u8>> = run.chars().map(|c| u8::try_from(u32::from(c)).ok().filter(|b| *b > 0xa0)).collect();
    let bytes = bytes?;
    let has_sign = bytes.iter().any(|b| *b < 0xc0);
    if !has_sign {
        return None;
    }
    armenian(&bytes).map(|meant| (meant, "ARMSCII-8")).or_else(|| chinese(&bytes).map(|meant| (meant, "GBK")))
}

/// ARMSCII-8 has capitals and small letters in turn, from 0xB2: in a word all bytes behind the first are odd.
fn armenian(bytes: &[u8]) -> Option<String> {
    let is_word =
        bytes.len() > 4 && bytes.iter().all(|b| (0xb2..=0xfd).contains(b)) && bytes[1..].iter().all(|b| b % 2 == 1);
    if !is_word {
        return None;
    }
    let letter = |b: &u8| {
        let (first, number) = (if b.is_multiple_of(2) { 0x531 } else { 0x561 }, u32::from((b - 0xb2) / 2));
        char::from_u32(first + number)
    };
    bytes.iter().map(letter).collect()
}

/// The usual characters of Chinese have a first byte from 0xB0 to 0xD7 in GBK.
fn chinese(bytes: &[u8]) -> Option<String> {
    let is_usual = bytes.len() > 5
        && bytes.len().is_multiple_of(2)
        && bytes.chunks(2).all(|pair| (0xb0..=0xd7).contains(&pair[0]));
    if !is_usual {
        return None;
    }
    GBK.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_other_code_pages_are_known() {
        for (shown, meant) in [
            ("s¹du", "sądu"),
            ("mo¿liwy", "możliwy"),
            ("pøíslušný", "příslušný"),
            ("zloèin", ""),
            ("tržiští", ""),
            ("èlánek", ""),
            ("veèjež", "večjež"),
            ("bûntetõ", "bűntető"),
            ("legislaþiã", "legislaţiă"),
            ("iþlem", "işlem"),
            ("suþlar", "suşlar"),
            ("suçlarýðü", "suçlarığü"),
        ] {
            assert_eq!(of_word(shown).map_or_else(String::new, |(meant, _)| meant), meant, "{shown}");
        }
        assert_eq!(of_run("Ð³Û³ëï³ÝÇ"), Some(("Հայաստանի".to_owned(), "ARMSCII-8")));
        assert_eq!(of_run("ÖÐ»ªÈËÃñ¹²ºÍ¹ú"), Some(("中华人民共和国".to_owned(), "GBK")));
    }

    #[test]
    fn words_of_real_languages_stay() {
        for word in [
            "þjóðþing",
            "íþróttir",
            "lýðveldi",
            "viðbótar",
            "førýmis",
            "Løgtingið",
            "København",
            "été",
            "œuvre",
            "perché",
            "città",
            "São",
            "ações",
            "õigus",
            "kõrgõ",
            "Türkmenistanyň",
            "düzýän",
            "žluťoučký",
            "größer",
            "nºs",
            "m³",
            "km²h",
            "Besançon",
            "señor",
            "għandu",
            "coração",
            "Čapek",
            "ïle",
            "maïs",
        ] {
            assert_eq!(of_word(word), None, "{word}");
        }
        for run in ["»Ç", "ÉÈÀÊ", "êîäåêñ", "Óãîëîâíûé", "½¾¼", "«»«»«»"] {
            assert_eq!(of_run(run), None, "{run}");
        }
    }
}
