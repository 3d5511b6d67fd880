//! The files of a theme: the built-in ones, overlaid by a site's own.
//!
//! What comes in are a site's files; what goes out is one set, in which replaced built-in templates remain available.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::text::{Diagnostic, File, Files, Span};

use super::address::{THEME_FILE_NAME, of_theme_file};
use super::fault::{MESSAGE_FAULT, TEMPLATE_FAULT};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Folders whose built-in files remain available below `default/` when a site replaces them.
const KEPT: &[&str] = &["templates/", "messages/"];

/// The folder whose style sheets are joined into one, and their order: the layer with the lowest precedence first.
/// Sheets of other names follow.
const STYLE: &str = "static/style/";
const LAYERS: [&str; 5] = ["tokens.css", "base.css", "components.css", "matrix.css", "print.css"];

/// A theme: its files by their path below the theme's folder (`static/style.css`), with the site's own files overlaid
/// on the built-in ones.
///
/// Built-in templates and messages have `default/` in their path (`templates/default/base.html`,
/// `messages/default/en.ftl`), a site's own have not: so a site's `base.html` may extend `default/base.html`, and a
/// message file need hold only the messages that it changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// The files.
    pub files: BTreeMap<String, ThemeFile>,
}

/// A file of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// The path that reports show: `themes/default/templates/base.html`, relative to the root, or `built-in/…`.
    pub shown: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// The theme embedded in the program.
pub fn built_in() -> Theme {
    let mut theme = Theme::default();
    add(&BUILT_IN, &mut theme);
    theme
}

fn add(folder: &Dir<'static>, theme: &mut Theme) {
    for file in folder.files() {
        // On some systems the embedded paths are written with `\`.
        let path = file.path().to_string_lossy().replace('\\', "/");
        let shown = format!("built-in/{path}");
        theme.files.insert(kept(&path), ThemeFile { shown, bytes: file.contents().into() });
    }
    for folder in folder.dirs() {
        add(folder, theme);
    }
}

/// The path under which a built-in file remains available.
fn kept(path: &str) -> String {
    let folder = KEPT.iter().find(|folder| path.starts_with(**folder));
    folder.map_or_else(|| path.to_owned(), |folder| format!("{folder}default/{}", &path[folder.len()..]))
}

impl Theme {
    /// Overlays a site's own files. Paths are relative to the folder of the site's theme.
    pub fn overlay(mut self, own: impl IntoIterator<Item = (String, ThemeFile)>) -> Theme {
        self.files.extend(own);
        self
    }
}

/// The files that pages load, by their path below `assets/`. The sheets of `static/style/` are joined into one
/// `style.css`, because one request for each would delay the first paint; a theme with its own `static/style.css` has
/// that instead.
pub(super) fn static_files(theme: &Theme) -> BTreeMap<String, Arc<[u8]>> {
    let (sheets, others): (Vec<_>, Vec<_>) = theme.files.iter().partition(|(path, _)| path.starts_with(STYLE));
    let mut sheets: Vec<(&str, &[u8])> =
        sheets.into_iter().map(|(path, file)| (&path[STYLE.len()..], &*file.bytes)).collect();
    // A stable sort: sheets that are no layers keep their order.
    sheets.sort_by_key(|(name, _)| LAYERS.iter().position(|layer| layer == name).unwrap_or(LAYERS.len()));
    let joined: String =
        sheets.into_iter().map(|(_, bytes)| without_comments(&String::from_utf8_lossy(bytes))).collect();
    let style = ("style.css".to_owned(), joined.into_bytes().into());
    let others = others.into_iter().filter_map(|(path, file)| Some((asset_name(path)?.to_owned(), file.bytes.clone())));
    std::iter::once(style).chain(others).collect()
}

/// The name below `assets/` under which a file of a theme is published; `None` for files that are not published by
/// themselves.
pub(super) fn asset_name(path: &str) -> Option<&str> {
    path.strip_prefix("static/").filter(|_| !path.starts_with(STYLE))
}

/// The files whose names cannot be published: the path that reports show, and the reason.
fn unfit_files(theme: &Theme) -> impl Iterator<Item = (&str, String)> {
    theme.files.iter().filter_map(|(path, file)| {
        let why = of_theme_file(&format!("assets/{}", asset_name(path)?))?;
        Some((file.shown.as_str(), why))
    })
}

/// Reports faulty names of a theme's files.
pub(super) fn file_names(theme: &Theme, files: &Files) -> Vec<Diagnostic> {
    let fault = |(shown, why): (&str, String)| {
        let at = Span::head(files.find(shown)?);
        let message = format!("`{shown}` cannot be published under this name: {why}");
        Some(THEME_FILE_NAME.at(at, message).help("rename the file"))
    };
    unfit_files(theme).filter_map(fault).collect()
}

/// A style sheet without comments, indentation and empty lines, which are a sixth of its size. Line breaks between
/// rules stay.
fn without_comments(sheet: &str) -> String {
    let mut bare = String::with_capacity(sheet.len());
    let mut quote = None;
    let mut rest = sheet;
    while let Some(c) = rest.chars().next() {
        let (taken, kept) = match (quote, c) {
            (None, '/') if rest.starts_with("/*") => (rest[2..].find("*/").map_or(rest.len(), |end| end + 4), false),
            (_, '\\') => (1 + rest.chars().nth(1).map_or(0, char::len_utf8), true),
            (None, '"' | '\'') => {
                quote = Some(c);
                (1, true)
            }
            (Some(open), _) if open == c => {
                quote = None;
                (1, true)
            }
            _ => (c.len_utf8(), true),
        };
        let (now, later) = rest.split_at(taken);
        if kept {
            bare.push_str(now);
        }
        rest = later;
    }
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// The templates and messages of the theme, and the files with faulty names, as files in which faults can be reported.
pub fn text_files(theme: &Theme) -> Vec<File> {
    let unfit = unfit_files(theme).map(|(shown, _)| File::new(shown, ""));
    texts(theme).map(|(_, shown, text)| File::new(shown, text)).chain(unfit).collect()
}

/// Templates and messages: path below the theme's folder, path that reports show, text.
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

/// Reports templates and messages that are not UTF-8: their letters would be wrong on every page.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> ThemeFile {
        ThemeFile { shown: String::new(), bytes: text.as_bytes().into() }
    }

    fn style(theme: &Theme) -> String {
        String::from_utf8(static_files(theme)["style.css"].to_vec()).expect("a style sheet is UTF-8")
    }

    #[test]
    fn the_sheets_of_the_layers_are_one_file_in_the_order_of_the_layers() {
        let style = style(&built_in());
        let mut rest = style.as_str();
        for layer in LAYERS {
            let begin = format!("@layer {} {{", layer.trim_end_matches(".css"));
            rest = rest.split_once(&begin).unwrap_or_else(|| panic!("{begin} comes after those before it")).1;
        }
        let first = style.lines().find(|line| line.starts_with("@layer"));
        assert_eq!(first, Some("@layer tokens, base, components, matrix, print;"));
        assert!(!static_files(&built_in()).keys().any(|path| path.starts_with("style/")), "no page loads them alone");
    }

    #[test]
    fn a_theme_changes_the_colours_by_its_own_tokens_alone() {
        let own = file("@layer tokens { :root { --paper: #123456; } }");
        let changed = built_in().overlay([("static/style/tokens.css".to_owned(), own.clone())]);
        let changed = style(&changed);
        assert!(changed.contains("#123456") && !changed.contains("#fdfcfa"));
        assert!(changed.contains("@layer base {") && changed.contains("@layer print {"));

        let added = style(&built_in().overlay([("static/style/own.css".to_owned(), own.clone())]));
        assert!(added.ends_with("--paper: #123456; } }\n"), "a sheet of another name comes last");

        let whole = style(&built_in().overlay([("static/style.css".to_owned(), own)]));
        assert_eq!(whole, "@layer tokens { :root { --paper: #123456; } }", "a theme's own whole style is all there is");
    }

    #[test]
    fn comments_of_a_style_go_and_what_looks_like_one_in_a_string_stays() {
        let sheet =
            "/* a { } \"*/ /*/ x */\n  b::before { content: \"/* no */ \\\" /*\"; } /* c\n */\n\n  d { } /* open";
        assert_eq!(without_comments(sheet), "b::before { content: \"/* no */ \\\" /*\"; }\nd { }\n");
    }

    /// The values of a property in a style sheet, each with its line number.
    fn values<'a>(sheet: &'a str, property: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        sheet.lines().enumerate().flat_map(move |(n, line)| {
            let declarations = line.split(['{', '}', ';']);
            declarations
                .filter_map(move |text| Some((n + 1, text.trim().strip_prefix(property)?.strip_prefix(':')?.trim())))
        })
    }

    #[test]
    fn sizes_of_type_and_colours_stand_in_the_tokens_alone() {
        let mut found = Vec::new();
        for (path, sheet) in built_in().files.iter().filter(|(path, _)| path.starts_with(STYLE)) {
            let sheet = std::str::from_utf8(&sheet.bytes).expect("a style sheet is UTF-8");
            if path.ends_with("/tokens.css") {
                let sizes = values(sheet, "--text-xs").chain(values(sheet, "--text-xxl"));
                assert!(sizes.count() >= 2);
                continue;
            }
            // `0` is no size of type: it hides words in whose place others are drawn.
            let sizes = values(sheet, "font-size")
                .filter(|(_, value)| !value.starts_with("var(--text-") && !matches!(*value, "inherit" | "0"));
            // Text in the timeline is drawn at the scale of the picture.
            let fonts = values(sheet, "font")
                .filter(|(_, value)| !value.contains("var(--text-") && *value != "11px var(--sans)");
            // In print the root has a size in points, to which the others are relative.
            let sizes = sizes.filter(|(_, value)| *value != "10pt");
            // Print is black and white in any colour scheme; its custom properties begin with `--`.
            let literal = |(n, line): (usize, &'_ str)| {
                let own = line.split(['{', '}', ';']).filter(|text| !text.trim_start().starts_with("--"));
                own.flat_map(|text| text.match_indices(": #")).next().map(|_| format!("{path}:{}", n + 1))
            };
            found.extend(sizes.chain(fonts).map(|(n, value)| format!("{path}:{n}: {value}")));
            found.extend(sheet.lines().enumerate().filter_map(literal));
        }
        assert_eq!(found, Vec::<String>::new());
    }
}
