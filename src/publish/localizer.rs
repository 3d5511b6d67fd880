//! Words of the interface for what is not a page.

use crate::site::view::When;

/// Words of the interface that indexes and feeds need.
pub trait Localizer: Sync {
    /// A message without arguments.
    fn message(&self, key: &str) -> String;
    /// A message without arguments, if there is one.
    fn optional(&self, key: &str) -> Option<String>;
    /// A date in words.
    fn date(&self, when: &When) -> String;
}
