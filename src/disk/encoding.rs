//! Guesses the encoding of a file that is not UTF-8, for a message, from the frequency and position of its bytes.

/// The text of `bytes`; or the offset of the first byte that is not UTF-8, and the encoding that the file seems to
/// have.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, (usize, &'static str)> {
    if let Some(offset) = utf16(&bytes) {
        return Err((offset, "UTF-16"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error();
        (at.valid_up_to(), guess(error.as_bytes(), at.valid_up_to(), at.error_len().is_none()))
    })
}

/// Detects UTF-16 by its byte order mark, or by a zero for every other byte of Latin text. (Without a mark such text is
/// also valid UTF-8, so this is tested first.)
fn utf16(bytes: &[u8]) -> Option<usize> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some(0);
    }
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = head.iter().filter(|b| **b == 0).count();
    (zeros * 5 > head.len()).then(|| head.iter().position(|b| *b == 0).unwrap_or(0))
}

fn guess(bytes: &[u8], valid: usize, cut_off: bool) -> &'static str {
    if cut_off {
        return "UTF-8 that was cut off";
    }
    if bytes[..valid].iter().any(|b| *b >= 0x80) {
        return "UTF-8 with damaged bytes";
    }
    let high = |b: &&u8| **b >= 0x80;
    let count = bytes.iter().filter(high).count();
    let beside = bytes.windows(2).filter(|pair| pair[0] >= 0x80 && pair[1] >= 0x80).count();
    // Cyrillic words are runs of high bytes; in Western European text high bytes stand alone among ASCII letters.
    if beside * 2 < count {
        return "Windows-1252";
    }
    let within = |from: u8, until: u8| bytes.iter().filter(|b| (from..=until).contains(*b)).count();
    let (windows, koi, dos) = (within(0xe0, 0xff), within(0xc0, 0xdf), within(0xa0, 0xaf));
    match windows.max(koi).max(dos) {
        most if most == dos && dos > 0 => "CP866",
        most if most == koi && koi > 0 => "KOI8-R",
        _ => "Windows-1251",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_that_authors_meet_is_recognised() {
        let windows_1251 = b"name = \"\xc4\xf3\xf8\xe0\xed\xe1\xe5\"\n\xcd\xe0\xea\xe0\xe7\xfb\xe2\xe0\xe5\xf2\xf1\xff";
        let koi = b"\xee\xc1\xcb\xc1\xda\xd9\xd7\xc1\xc5\xd4\xd3\xd1";
        let dos = b"\x8d\xa0\xaa\xa0\xa7\xeb\xa2\xa0\xa5\xe2\xe1\xef \xa2\xa5\xa4\xa5\xad\xa8\xa5";
        let latin = b"Code p\xe9nal, modifi\xe9 en 2003";
        let utf16: Vec<u8> = "name = 1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [&[0xfe, 0xff][..], &utf16].concat();
        for (bytes, offset, name) in [
            (windows_1251.to_vec(), 8, "Windows-1251"),
            (koi.to_vec(), 0, "KOI8-R"),
            (dos.to_vec(), 0, "CP866"),
            (latin.to_vec(), 6, "Windows-1252"),
            (utf16, 1, "UTF-16"),
            (marked, 0, "UTF-16"),
            ("я".as_bytes()[..1].to_vec(), 0, "UTF-8 that was cut off"),
            (["я".as_bytes(), b"\xff", "я".as_bytes()].concat(), 2, "UTF-8 with damaged bytes"),
        ] {
            assert_eq!(text(bytes), Err((offset, name)));
        }
        assert_eq!(text("Душанбе".into()), Ok("Душанбе".to_owned()));
    }
}
