//! Text that is not UTF-8: which encoding it seems to be in, and how it reads in that.
//!
//! What comes in are the bytes of a file; a guess is one for a message, and never certain.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};
use unicode_normalization::char::is_combining_mark;

/// Of a text that may be UTF-16, so many bytes are looked at.
const HEAD: usize = 4096;

/// The offset of the first byte that is not UTF-8, and the encoding that the bytes seem to be in. `None` for UTF-8.
pub fn foreign_encoding(bytes: &[u8]) -> Option<(usize, &'static str)> {
    if let Some((offset, _)) = utf16(bytes) {
        return Some((offset, "UTF-16"));
    }
    let error = std::str::from_utf8(bytes).err()?;
    let name = match error.error_len() {
        None => "UTF-8 that was cut off",
        Some(_) if is_mostly_utf8(bytes) => "UTF-8 with damaged bytes",
        Some(_) => name(guess(bytes)),
    };
    Some((error.valid_up_to(), name))
}

/// The text of `bytes`, and the name of its encoding where that was guessed. `None` where they are in no encoding that
/// is known.
pub fn decoded(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
    if let Some((_, encoding)) = utf16(bytes) {
        return Some((encoding.decode(bytes).0.into_owned(), None));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.trim_start_matches('\u{feff}').to_owned(), None));
    }
    let encoding = guess(bytes);
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some((text.into_owned(), Some(name(encoding))))
}

/// Recognises UTF-16 by its byte order mark, or by a zero for every other byte of Latin text. (Without a mark such text
/// is also valid UTF-8, so this comes first.) The offset is that of the mark or the first zero.
fn utf16(bytes: &[u8]) -> Option<(usize, &'static Encoding)> {
    match bytes {
        [0xff, 0xfe, ..] => return Some((0, UTF_16LE)),
        [0xfe, 0xff, ..] => return Some((0, UTF_16BE)),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    let first = head.iter().position(|byte| *byte == 0).filter(|_| zeros * 5 > head.len())?;
    Some((first, if first % 2 == 0 { UTF_16BE } else { UTF_16LE }))
}

/// Whether more than half of the bytes beyond ASCII belong to characters of UTF-8.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let beyond = |bytes: &[u8]| bytes.iter().filter(|byte| **byte >= 0x80).count();
    let valid: usize = bytes.utf8_chunks().map(|chunk| beyond(chunk.valid().as_bytes())).sum();
    valid * 2 > beyond(bytes)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    // Of a few words all guesses are poor; one by which marks stand without their letters is wrong.
    if reads_as_words(bytes, guessed) {
        return guessed;
    }
    [WINDOWS_1251, WINDOWS_1252].into_iter().find(|other| reads_as_words(bytes, other)).unwrap_or(guessed)
}

/// Whether in this encoding each character can be read, and no word begins with a mark that belongs to a letter, or with the
/// maqaf, by which Hebrew joins two words.
fn reads_as_words(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else { return false };
    let mut before = ' ';
    text.chars().all(|c| {
        let joins = |c| is_combining_mark(c) || c == '\u{5be}';
        let stands = !joins(c) || before.is_alphabetic() || joins(before);
        before = c;
        stands
    })
}

/// The name by which authors know an encoding.
fn name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "GBK" | "gb18030" => "GBK (GB 2312)",
        "KOI8-U" => "KOI8-R",
        "IBM866" => "CP866",
        "windows-1250" => "Windows-1250",
        "windows-1251" => "Windows-1251",
        "windows-1252" => "Windows-1252",
        "windows-1253" => "Windows-1253",
        "windows-1254" => "Windows-1254",
        "windows-1255" => "Windows-1255",
        "windows-1256" => "Windows-1256",
        "windows-1257" => "Windows-1257",
        "windows-1258" => "Windows-1258",
        "windows-874" => "Windows-874",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences in the encodings in which laws are passed on, as an author would save them.
    const SAVED: [(&Encoding, &str, &str); 9] = [
        (encoding_rs::GBK, "GBK (GB 2312)", "第一条 为了惩罚犯罪，保护人民，根据宪法，制定本法。"),
        (encoding_rs::BIG5, "Big5", "第一條 本法所稱人口販運，指下列行為之一。"),
        (encoding_rs::SHIFT_JIS, "Shift_JIS", "第一条　この法律は、日本国内において罪を犯したすべての者に適用する。"),
        (encoding_rs::EUC_KR, "EUC-KR", "제1조 범죄의 성립과 처벌은 행위 시의 법률에 따른다."),
        (encoding_rs::WINDOWS_1251, "Windows-1251", "Наказывается лишением свободы на срок до пяти лет."),
        (encoding_rs::KOI8_U, "KOI8-R", "Наказывается лишением свободы на срок до пяти лет."),
        (encoding_rs::IBM866, "CP866", "Наказывается лишением свободы на срок до пяти лет."),
        (encoding_rs::WINDOWS_1256, "Windows-1256", "المادة الأولى لا جريمة ولا عقوبة إلا بناء على قانون"),
        (encoding_rs::WINDOWS_1252, "Windows-1252", "Code pénal, modifié en 2003 par la loi relative à la sécurité"),
    ];

    #[test]
    fn a_text_in_another_encoding_is_read_in_it_and_named() {
        for (encoding, name, text) in SAVED {
            let (bytes, ..) = encoding.encode(text);
            let fields = [b"title = \"".as_slice(), &bytes, b"\"\n"].concat();
            let first = 9 + bytes.iter().take_while(|byte| byte.is_ascii()).count();
            assert_eq!(foreign_encoding(&fields), Some((first, name)), "{text}");
            let row = [b"xr,".as_slice(), &bytes, b",yes\r\n"].concat();
            assert_eq!(decoded(&row), Some((format!("xr,{text},yes\r\n"), Some(name))));
        }
    }

    #[test]
    fn of_two_words_no_guess_is_made_by_which_they_would_begin_with_a_mark() {
        let (title, ..) = WINDOWS_1251.encode("title = \"Об авторах\"");
        assert_eq!(foreign_encoding(&title), Some((9, "Windows-1251")));
    }

    #[test]
    fn what_is_utf8_or_was_is_told_apart() {
        assert_eq!(foreign_encoding("Душанбе".as_bytes()), None);
        assert_eq!(decoded("\u{feff}第一条".as_bytes()), Some(("第一条".to_owned(), None)));
        assert_eq!(foreign_encoding(&"я".as_bytes()[..1]), Some((0, "UTF-8 that was cut off")));
        let damaged = ["я".as_bytes(), b"\xff", "я".as_bytes()].concat();
        assert_eq!(foreign_encoding(&damaged), Some((2, "UTF-8 with damaged bytes")));
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let little: Vec<u8> = "name = 1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "name = 1".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, offset) in [
            (little.clone(), 1),
            (big.clone(), 0),
            ([&[0xff, 0xfe][..], &little].concat(), 0),
            ([&[0xfe, 0xff][..], &big].concat(), 0),
        ] {
            assert_eq!(foreign_encoding(&bytes), Some((offset, "UTF-16")));
            assert_eq!(decoded(&bytes), Some(("name = 1".to_owned(), None)));
        }
    }
}
