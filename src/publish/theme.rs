//! The files of a theme.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A theme: its files by their path below the theme's folder (`templates/base.html`, `static/style.css`,
/// `messages/en.ftl`), the site's own files laid over the built-in ones.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// The files.
    pub files: BTreeMap<String, ThemeFile>,
}

/// A file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// How people find it: `themes/default/templates/base.html`, relative to the root, or `built-in/…`.
    pub shown: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// The theme inside the program.
pub fn built_in() -> Theme {
    Theme::default()
}

impl Theme {
    /// This theme with `files` laid over it: a file at the same path replaces the one that was there.
    pub fn overlay(mut self, files: Vec<(String, ThemeFile)>) -> Theme {
        self.files.extend(files);
        self
    }
}
