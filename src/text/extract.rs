//! A slice of a file's text that shares ownership of the text instead of copying it.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A part of a shared text. Cloning it only increments a reference count.
#[derive(Clone)]
pub struct Extract {
    text: Arc<str>,
    start: u32,
    end: u32,
}

impl Extract {
    /// The bytes `range` of `text`, which must begin and end between characters.
    pub fn of(text: &Arc<str>, range: Range<usize>) -> Extract {
        let end = |n: usize| u32::try_from(n).expect("a file of content is shorter than 4 GiB");
        let (start, end) = (end(range.start), end(range.end));
        debug_assert!(text.get(range).is_some(), "an extract is cut between characters");
        Extract { text: text.clone(), start, end }
    }

    /// The slice as a string.
    pub fn as_str(&self) -> &str {
        &self.text[self.start as usize..self.end as usize]
    }
}

impl<T: Into<Arc<str>>> From<T> for Extract {
    /// Takes ownership of a text that is not part of a file.
    fn from(text: T) -> Extract {
        let text: Arc<str> = text.into();
        Extract::of(&text, 0..text.len())
    }
}

impl Deref for Extract {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Extract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl PartialEq for Extract {
    fn eq(&self, other: &Extract) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Extract {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extract_is_the_characters_and_no_copy_of_them() {
        let text: Arc<str> = "до слова после".into();
        let extract = Extract::of(&text, 5..15);
        assert_eq!(&*extract, "слова");
        assert!(std::ptr::eq(extract.as_bytes(), &text.as_bytes()[5..15]));
        assert_eq!(extract, Extract::from("слова"));
    }
}
