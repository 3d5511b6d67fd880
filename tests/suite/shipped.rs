//! What the tests of the whole road share: the shipped site, or any folder, as an [`Input`] in memory.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use collatio::law::Day;
use collatio::text::File;
use collatio::{Build, Input};

/// The root of the repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a site: `collatio.toml` and every Markdown file below `content/`.
pub fn files_of(root: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let settings = root.join("collatio.toml");
    if let Ok(text) = std::fs::read_to_string(&settings) {
        files.push(File::new("collatio.toml", text));
    }
    for entry in walkdir::WalkDir::new(root.join("content")).sort_by_file_name() {
        let entry = entry.expect("the site's folder can be read");
        if entry.path().extension().is_some_and(|e| e == "md") {
            let path = entry.path().strip_prefix(root).expect("it lies below").to_string_lossy().replace('\\', "/");
            files.push(File::new(path, std::fs::read_to_string(entry.path()).expect("it is text")));
        }
    }
    files
}

/// A site of these files with the built-in theme.
pub fn input(files: Vec<File>) -> Input {
    Input { files, theme: collatio::publish::built_in(), ..Input::default() }
}

/// The shipped site, made once for all tests that only look at it.
pub static SHIPPED: LazyLock<Build> = LazyLock::new(|| collatio::build_without_trial(&input(files_of(&repository()))));

/// The small site about parking bicycles, made once for all tests that only look at it.
pub static VELO: LazyLock<Build> =
    LazyLock::new(|| collatio::build(&input(files_of(&repository().join("tests/sites/velo")))));

/// A site with its main views on a day.
pub fn as_of(input: &Input, day: Day) -> Input {
    Input { as_of: Some(day), ..input.clone() }
}

/// The text of a file of the site.
pub fn page(build: &Build, path: &str) -> String {
    let renderer = build.renderer.as_ref().expect("the theme can be read");
    let output = renderer.file(path).unwrap_or_else(|| panic!("there is no {path}")).expect("the templates are sound");
    String::from_utf8(output.bytes).expect("pages are UTF-8")
}

/// What stands inside `<main>`.
pub fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("each page has a <main>");
    let end = page.find("</main>").expect("and closes it");
    &page[start..end]
}
