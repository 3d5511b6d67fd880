//! Messages of the interface for output that is not a page.

use crate::site::view::When;

/// The messages that search indexes and feeds need.
pub trait Localizer: Sync {
    /// A message without arguments.
    fn message(&self, key: &str) -> String;
    /// A message without arguments; `None` if there is no such message.
    fn optional(&self, key: &str) -> Option<String>;
    /// A date in words.
    fn date(&self, when: &When) -> String;
}
