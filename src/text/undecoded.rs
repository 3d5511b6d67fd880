//! Text in an encoding by which programs send or store letters beyond ASCII: UTF-7, quoted-printable, the percent signs of web
//! addresses, escapes of RTF and JSON, character references of HTML. Pasted into a file it is valid UTF-8, and stands on the
//! page as `+BBcEMAQ6BD4EPQ-` in place of a word.
//!
//! What comes in is a line; what goes out is the place of such text, what it was, and the name of the encoding.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::base64::base64_in;

/// Text that nobody decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undecoded {
    /// Place, as bytes of the line.
    pub(super) range: Range<usize>,
    /// The text that was meant; `None` where it is not decoded here.
    pub(super) meant: Option<String>,
    /// The name of the encoding.
    pub(super) name: &'static str,
}

/// A sign, and what reads the text that begins with it at a byte.
type Finder<'f> = (char, &'f dyn Fn(usize) -> Option<Undecoded>);

fn found(range: Range<usize>, meant: String, name: &'static str) -> Option<Undecoded> {
    Some(Undecoded { range, meant: Some(meant), name })
}

/// The first such text of `line`. `is_field`: whether the line is one of fields, in which a backslash is written twice, and
/// in which character references are no Markdown that is refused elsewhere.
pub(super) fn undecoded_in(line: &str, is_field: bool) -> Option<Undecoded> {
    let in_base64 = || {
        let (range, meant) = base64_in(line)?;
        found(range, meant, "base64")
    };
    if !line.contains(['+', '=', '%', '\\', '&', '<']) {
        return in_base64();
    }
    let finders: [Finder<'_>; 7] = [
        ('+', &|at| utf7(line, at)),
        ('&', &|at| utf7(line, at)),
        ('=', &|at| in_mail(line, at)),
        ('=', &|at| bytes_behind(line, at, "=", "quoted-printable")),
        ('%', &|at| bytes_behind(line, at, "%", "percent signs")),
        ('\\', &|at| escapes(line, at, is_field)),
        ('<', &|at| code_points(line, at)),
    ];
    let first = |(sign, find): &Finder<'_>| {
        line.match_indices(*sign).find_map(|(at, _)| find(at).filter(|_| !is_in_address(line, at)))
    };
    let reference = |(at, _)| reference(line, at).filter(|_| !is_in_address(line, at));
    let references = || is_field.then(|| line.match_indices('&').find_map(reference)).flatten();
    let others = finders.iter().filter_map(first).chain(references());
    others.chain(in_base64()).min_by_key(|found| found.range.start)
}

/// Whether `c` stands in legal texts, so that a decoder that yields it has read what was meant: a letter of an alphabet, or a
/// sign of punctuation beyond ASCII.
fn is_of_text(c: char) -> bool {
    is_of_alphabet(c)
        || matches!(
            c,
            '\u{a0}' | '§' | '°' | '«' | '»' | '·' | '¶' | '№' | '\u{2010}'..='\u{2026}' | '\u{2039}' | '\u{203a}'
        )
}

fn is_of_alphabet(c: char) -> bool {
    let is_in = matches!(c, '\u{c0}'..='\u{24f}' | '\u{2bb}'..='\u{2bd}' | '\u{370}'..='\u{6ff}' | '\u{e00}'..='\u{e7f}'
        | '\u{10a0}'..='\u{10ff}' | '\u{1e00}'..='\u{1eff}');
    is_in && (c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}'))
}

/// UTF-7 from the byte `at`: `+BBcEMAQ6BD4EPQ-`; in the names of folders of mail it begins with `&`.
fn utf7(line: &str, at: usize) -> Option<Undecoded> {
    let rest = &line[at + 1..];
    let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).count();
    // What is left over fills up the last letter, and is nought.
    let bytes = STANDARD_NO_PAD.decode(&rest[..length]).ok()?;
    let (units, []) = bytes.as_chunks::<2>() else { return None };
    let units: Vec<u16> = units.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
    let is_closed = rest[length..].starts_with('-');
    let meant = String::from_utf16(&units).ok()?;
    let letters = meant.chars().filter(|c| is_of_alphabet(*c)).count();
    let is_sure = letters > 1 || is_closed && (letters == 1 || !meant.is_empty());
    let is_open = line.as_bytes()[at] == b'&' && !is_closed;
    let end = at + 1 + length + usize::from(is_closed);
    (is_sure && !is_open && meant.chars().all(is_of_text)).then(|| found(at..end, meant, "UTF-7"))?
}

/// `=?utf-8?B?0JfQsNC60L7QvQ==?=`, as in the heads of mail.
fn in_mail(line: &str, at: usize) -> Option<Undecoded> {
    let inner = line[at..].strip_prefix("=?")?;
    let mut parts = inner.splitn(4, '?');
    let (charset, kind, text, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_charset = charset.len() > 2 && charset.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    let fits = is_charset && matches!(kind, "B" | "b" | "Q" | "q") && !text.is_empty() && rest.starts_with('=');
    let end = at + 2 + charset.len() + kind.len() + text.len() + 4;
    fits.then_some(Undecoded { range: at..end, meant: None, name: "the encoding of heads of mail" })
}

/// Bytes in hexadecimal figures, each behind `mark`, from the byte `at`: `=C3=BC`, `%D0%97`.
fn bytes_behind(line: &str, at: usize, mark: &str, name: &'static str) -> Option<Undecoded> {
    // Behind another such byte: it was read with the first of them.
    let before = &line.as_bytes()[..at];
    if let [head @ .., first, second] = before
        && first.is_ascii_hexdigit()
        && second.is_ascii_hexdigit()
        && head.ends_with(mark.as_bytes())
    {
        return None;
    }
    let (bytes, end) = hexadecimal(line, at, mark);
    let meant = match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => letters_of(&bytes, WINDOWS_1251).filter(|_| bytes.len() > 2)?,
    };
    let meant = meant.trim_end().to_owned();
    let is_text = meant.chars().all(|c| c.is_ascii() && !c.is_ascii_control() || is_of_text(c) || is_of_east(c));
    (is_text && !meant.is_ascii()).then(|| found(at..end, meant, name))?
}

fn is_of_east(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ff5e}')
}

/// The bytes that are written from `at` on, and where they end.
fn hexadecimal(line: &str, at: usize, mark: &str) -> (Vec<u8>, usize) {
    let (mut bytes, mut end) = (Vec::new(), at);
    while let Some(figures) = line[end..].strip_prefix(mark).and_then(|rest| rest.get(..2))
        && figures.bytes().all(|b| b.is_ascii_hexdigit())
        && let Ok(byte) = u8::from_str_radix(figures, 16)
    {
        bytes.push(byte);
        end += mark.len() + 2;
    }
    (bytes, end)
}

/// The letters for which `bytes` stand in an encoding, where they are nothing but letters.
fn letters_of(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.is_empty() && text.chars().all(is_of_alphabet)).then(|| text.into_owned())
}

/// Whether the byte `at` belongs to the address of a page, in which such signs are in order.
fn is_in_address(line: &str, at: usize) -> bool {
    let ends = |c: char| c.is_whitespace() || "\"'<>«»“”".contains(c);
    let start = line[..at].char_indices().rfind(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let end = at + line[at..].find(ends).unwrap_or(line.len() - at);
    line.get(start..end).is_none_or(|word| word.contains('/') || word.starts_with(['?', '#']) || word.contains("www."))
}

/// Escapes from the byte `at`: `\u0417` of JSON, `\'c7` and `\u1047?` of RTF.
fn escapes(line: &str, at: usize, is_field: bool) -> Option<Undecoded> {
    let mark = if is_field { "\\\\" } else { "\\" };
    if line[..at].ends_with('\\') || !line[at..].starts_with(mark) {
        return None;
    }
    let apostrophe = format!("{mark}'");
    let (bytes, end) = hexadecimal(line, at, &apostrophe);
    if !bytes.is_empty() {
        let western = || letters_of(&bytes, WINDOWS_1252);
        let meant = if bytes.len() > 1 { letters_of(&bytes, WINDOWS_1251).or_else(western) } else { western() };
        return found(at..end, meant?, "RTF");
    }
    let (mut meant, mut end, mut name) = (String::new(), at, "escapes of JSON");
    while let Some(rest) = line[end..].strip_prefix(mark).and_then(|rest| rest.strip_prefix('u')) {
        let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (code, length) = match rest[figures..].starts_with('?') && figures > 2 {
            true => (rest[..figures].parse().ok(), figures + 1),
            false => (rest.get(..4).and_then(|four| u32::from_str_radix(four, 16).ok()), 4),
        };
        let Some(c) = code.and_then(char::from_u32) else { break };
        if length != 4 || rest[3..].starts_with('?') {
            name = "RTF";
        }
        meant.push(c);
        end += mark.len() + 1 + length;
    }
    let is_text = meant.chars().all(|c| is_of_text(c) || is_of_east(c)) && meant.chars().any(char::is_alphabetic);
    is_text.then(|| found(at..end, meant, name))?
}

/// `<U+0417><U+0430>`, as programs for statistics write letters that the system does not show.
fn code_points(line: &str, at: usize) -> Option<Undecoded> {
    let (mut meant, mut end) = (String::new(), at);
    while let Some((figures, _)) = line[end..].strip_prefix("<U+").and_then(|rest| rest.split_once('>'))
        && (4..=6).contains(&figures.len())
        && let Some(c) = u32::from_str_radix(figures, 16).ok().and_then(char::from_u32)
    {
        meant.push(c);
        end += figures.len() + 4;
    }
    (!meant.is_empty()).then(|| found(at..end, meant, "code points"))?
}

/// Names of characters in HTML that text which was copied from a page has most often.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("sect", '§'),
    ("para", '¶'),
    ("deg", '°'),
    ("middot", '·'),
    ("copy", '©'),
    ("reg", '®'),
    ("euro", '€'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("frac12", '½'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("Eacute", 'É'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("uacute", 'ú'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
];

/// A character reference of HTML at the byte `at`: `&#1047;`, `&sect;`.
fn reference(line: &str, at: usize) -> Option<Undecoded> {
    let (inner, _) = line[at + 1..].split_once(';')?;
    let code = inner.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(figures) => u32::from_str_radix(figures, 16).ok(),
        None => number.parse().ok(),
    });
    let named = || NAMES.iter().find(|(name, _)| *name == inner).map(|(_, c)| *c);
    let c = code.and_then(char::from_u32).or_else(named)?;
    found(at..at + inner.len() + 2, c.to_string(), "HTML")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_nobody_decoded_is_found_with_what_it_was() {
        for (line, is_field, shown, meant) in [
            ("a +BBcEMAQ6BD4EPQ- No. 5", false, "+BBcEMAQ6BD4EPQ-", "Закон"),
            ("+BB0EMAQ6BDAENwRLBDIEMAQ1BEIEQQRP +BDsEOA-", true, "+BB0EMAQ6BDAENwRLBDIEMAQ1BEIEQQRP", "Наказывается"),
            ("Gesetz +APw-ber", true, "+APw-", "ü"),
            ("+BkIGJwZGBkgGRg ", false, "+BkIGJwZGBkgGRg", "قانون"),
            ("&BBcEMAQ6BD4EPQ-", false, "&BBcEMAQ6BD4EPQ-", "Закон"),
            ("Gesetz =C3=BCber", false, "=C3=BC", "ü"),
            ("=D0=97=D0=B0=D0=BA", true, "=D0=97=D0=B0=D0=BA", "Зак"),
            ("=C7=E0=EA=EE=ED", true, "=C7=E0=EA=EE=ED", "Закон"),
            ("«%D0%97%D0%B0»", false, "%D0%97%D0%B0", "За"),
            ("\\u0417\\u0430", false, "\\u0417\\u0430", "За"),
            ("title = \"\\\\u0417\\\\u0430\"", true, "\\\\u0417\\\\u0430", "За"),
            ("\\'c7\\'e0\\'ea\\'ee\\'ed", false, "\\'c7\\'e0\\'ea\\'ee\\'ed", "Закон"),
            ("pr\\'fcfung", false, "\\'fc", "ü"),
            ("\\u1047?\\u1072?", false, "\\u1047?\\u1072?", "За"),
            ("<U+0417><U+0430>", true, "<U+0417><U+0430>", "За"),
            ("quote = \"Gesetz &uuml;ber &sect; 5\"", true, "&uuml;", "ü"),
            ("quote = \"&#1047;\"", true, "&#1047;", "З"),
            ("quote = \"&#x417;\"", true, "&#x417;", "З"),
        ] {
            let found = undecoded_in(line, is_field).expect(line);
            assert_eq!((&line[found.range], found.meant.as_deref()), (shown, Some(meant)), "{line}");
        }
        let mail = undecoded_in("=?utf-8?B?0JfQsNC60L7QvQ==?= x", false).expect("a word of a head");
        assert_eq!((mail.range, mail.meant), (0..28, None));
    }

    #[test]
    fn signs_that_are_meant_are_left_alone() {
        for line in [
            "+992 37 221-12-34, +99237221234",
            "A+B, C++, 1+1=2, a+bcdefgh, EPA+DHA, +abc",
            "AT&T, R&D; Smith & Sons-, a&b-c",
            "50 % of the votes, 5%, 100%AB",
            "x = 5, x=AB, a=C3",
            "https://example.org/%D0%97%D0%B0?a=%D0%97",
            "url = \"https://example.org/?a=1&copy=2\"",
            "www.example.org?q=%D0%97",
            "url = \"https://example.org/?a=C3&b=+BBcEMAQ6BD4EPQ-&copy;=C3=BC\"",
            "C:\\users\\new, \\*, \\u, \\'x",
            "\"\\u0417\\u0430\"",
            "<https://example.org>, a < b, <U>",
            "=======",
            "&c; & so on; A&B;",
        ] {
            assert_eq!(undecoded_in(line, true), None, "{line}");
        }
        assert_eq!(undecoded_in("&sect; 5", false), None, "it is refused as Markdown");
        assert_eq!(
            undecoded_in("\u{feff}a==1. \u{1d4b3}b%41", true),
            None,
            "letters of several bytes may stand before a sign"
        );
    }
}
