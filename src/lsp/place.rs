//! Places as editors name them: addresses of files, lines and columns.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use lsp_types::{InitializeParams, Position, PositionEncodingKind, Uri};

/// The unit in which the editor counts columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16, which every editor knows.
    Utf16,
}

impl Encoding {
    /// Bytes where the editor offers them.
    pub fn of(params: &InitializeParams) -> Encoding {
        let offered = params.capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
        match offered.is_some_and(|list| list.contains(&PositionEncodingKind::UTF8)) {
            true => Encoding::Utf8,
            false => Encoding::Utf16,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
        }
    }
}

/// The byte at a position; a position behind its line is the line's end.
pub fn offset(text: &str, position: Position, encoding: Encoding) -> usize {
    let mut start = 0;
    for _ in 0..position.line {
        match text[start..].find('\n') {
            Some(end) => start += end + 1,
            None => return text.len(),
        }
    }
    let mut column = 0;
    for (at, c) in text[start..].char_indices() {
        if column >= position.character as usize || c == '\n' {
            return start + at;
        }
        column += encoding.width(c);
    }
    text.len()
}

/// The position of a byte.
pub fn position(text: &str, offset: usize, encoding: Encoding) -> Position {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let line = text[..start].bytes().filter(|byte| *byte == b'\n').count();
    let column: usize = text[start..offset].chars().map(|c| encoding.width(c)).sum();
    Position::new(u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// The positions of a range of bytes.
pub fn range(text: &str, range: Range<usize>, encoding: Encoding) -> lsp_types::Range {
    lsp_types::Range::new(position(text, range.start, encoding), position(text, range.end, encoding))
}

/// The path of a file's address; `None` for what is no file, such as a text that was never saved.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    url::Url::parse(uri.as_str()).ok()?.to_file_path().ok()
}

/// The address of a file.
pub fn uri_of(path: &Path) -> Option<Uri> {
    Uri::from_str(url::Url::from_file_path(path).ok()?.as_str()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_and_bytes_are_each_others_inverse_in_both_units() {
        let text = "+++\nимя = \"🙂 я\"\r\n\n";
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            for (at, _) in text.char_indices() {
                assert_eq!(offset(text, position(text, at, encoding), encoding), at, "{encoding:?} {at}");
            }
        }
        let behind = text.find("я\"").expect("it is there");
        assert_eq!(position(text, behind, Encoding::Utf16), Position::new(1, 10));
        assert_eq!(position(text, behind, Encoding::Utf8), Position::new(1, 15));
    }

    #[test]
    fn a_position_that_is_not_there_is_the_end_of_its_line_or_of_the_text() {
        assert_eq!(offset("ab\ncd", Position::new(0, 9), Encoding::Utf16), 2);
        assert_eq!(offset("ab\ncd", Position::new(7, 0), Encoding::Utf16), 5);
        assert_eq!(offset("🙂", Position::new(0, 1), Encoding::Utf16), 4, "half of a character is its end");
    }

    #[test]
    fn addresses_of_files_have_escapes_and_come_back() {
        let path = Path::new("/сайт о праве/content/a b.md");
        let uri = uri_of(path).expect("it is a file");
        assert!(uri.as_str().starts_with("file:///%D1%81"), "{}", uri.as_str());
        assert_eq!(path_of(&uri).as_deref(), Some(path));
        assert_eq!(path_of(&Uri::from_str("untitled:Untitled-1").expect("an address")), None);
    }
}
