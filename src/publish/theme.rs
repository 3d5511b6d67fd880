//! The files of a theme: the built-in one, and a site's own laid over it.
//!
//! What comes in are a site's files; what goes out is one set in which every built-in template stays within reach.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::text::{Diagnostic, File, Files, Span};

use super::fault::{MESSAGE_FAULT, TEMPLATE_FAULT};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Folders whose built-in files stay within reach below `default/` when a site replaces them.
const KEPT: &[&str] = &["templates/", "messages/"];

/// A theme: its files by their path below the theme's folder (`static/style.css`), the site's own files laid over the
/// built-in ones.
///
/// Built-in templates and messages have `default/` in their path (`templates/default/base.html`,
/// `messages/default/en.ftl`), a site's own have not: so a site's `base.html` may extend `default/base.html`, and a
/// message file need hold only the messages that it changes.
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
    let mut theme = Theme::default();
    add(&BUILT_IN, &mut theme);
    theme
}

fn add(folder: &Dir<'static>, theme: &mut Theme) {
    for file in folder.files() {
        // The program is built on systems that write paths otherwise, too.
        let path = file.path().to_string_lossy().replace('\\', "/");
        let shown = format!("built-in/{path}");
        theme.files.insert(kept(&path), ThemeFile { shown, bytes: file.contents().into() });
    }
    for folder in folder.dirs() {
        add(folder, theme);
    }
}

/// Where a built-in file is kept.
fn kept(path: &str) -> String {
    let folder = KEPT.iter().find(|folder| path.starts_with(**folder));
    folder.map_or_else(|| path.to_owned(), |folder| format!("{folder}default/{}", &path[folder.len()..]))
}

impl Theme {
    /// This theme with a site's own files laid over it. Paths are below the folder of the site's theme.
    pub fn overlay(mut self, own: impl IntoIterator<Item = (String, ThemeFile)>) -> Theme {
        self.files.extend(own);
        self
    }
}

/// The text files of the theme (templates and messages), so that faults in them have a place.
pub fn text_files(theme: &Theme) -> Vec<File> {
    texts(theme).map(|(_, shown, text)| File::new(shown, text)).collect()
}

/// Templates and messages: path below the theme's folder, where people find it, text.
pub(super) fn texts(theme: &Theme) -> impl Iterator<Item = (&str, &str, Arc<str>)> {
    let is_text = |path: &str| KEPT.iter().any(|folder| path.starts_with(folder));
    theme.files.iter().filter(move |(path, _)| is_text(path)).map(|(path, file)| {
        let text: Arc<str> = match String::from_utf8_lossy(&file.bytes) {
            std::borrow::Cow::Borrowed(text) => text.into(),
            std::borrow::Cow::Owned(text) => text.into(),
        };
        (path.as_str(), file.shown.as_str(), text)
    })
}

/// The templates and messages that are not UTF-8: their letters would come out as other letters, on every page.
pub(super) fn not_utf8(theme: &Theme, files: &Files) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (path, file) in &theme.files {
        let Some(folder) = KEPT.iter().find(|folder| path.starts_with(**folder)) else { continue };
        let Err(error) = std::str::from_utf8(&file.bytes) else { continue };
        let Some(id) = files.find(&file.shown) else { continue };
        let fault = if *folder == "messages/" { &MESSAGE_FAULT } else { &TEMPLATE_FAULT };
        let at = Span::new(id, error.valid_up_to(), error.valid_up_to());
        found.push(fault.at(at, "the file is not UTF-8 from here on").help("save it again as UTF-8"));
    }
    found
}
