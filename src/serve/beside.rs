//! What `serve` adds to a page besides the panel of faults: the way into the author's editor, and the faults of a cell at
//! that very cell.
//!
//! What comes in are the files of the site, its faults and a printed page; what goes out is the page with these additions.
//! A cell is known by the file of findings that answers it: the folder names the country, an entry its question. Links to
//! a cell are known by the address to which they lead. A published site has nothing of this.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use collatio::Build;
use collatio::disk::SystemError;
use collatio::text::{Diagnostic, File};

use super::escape::escaped;

/// An address that opens a file in an editor: `{path}`, `{line}` stand for the place.
#[derive(Clone, Debug)]
pub struct Editor(String);

impl Editor {
    /// The address of an editor by its name, or an address as it was given.
    pub fn parse(text: &str) -> Result<Editor, SystemError> {
        match text {
            "vscode" => Ok(Editor("vscode://file/{path}:{line}".to_owned())),
            "zed" => Ok(Editor("zed://file/{path}:{line}".to_owned())),
            text if text.contains("{path}") && text.contains(':') => Ok(Editor(text.to_owned())),
            text => Err(SystemError::new(format!("cannot open files with `{text}`"), "it is no address with `{path}`")
                .help("write `vscode`, `zed`, or an address such as `vscode://file/{path}:{line}`")),
        }
    }

    fn address(&self, root: &Path, path: &str, line: usize) -> String {
        let whole = root.join(path).to_string_lossy().replace('\\', "/");
        let whole: String = whole.chars().map(encoded).collect();
        // A path that begins with `/` does not double the `/` before it.
        let joined = self.0.replace("file/{path}", &format!("file/{}", whole.trim_start_matches('/')));
        joined.replace("{path}", &whole).replace("{line}", &line.to_string())
    }
}

/// A character as it stands in an address.
fn encoded(c: char) -> String {
    if c.is_ascii_alphanumeric() || "/:-_.~".contains(c) {
        return c.to_string();
    }
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes).bytes().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "%{byte:02X}");
        out
    })
}

/// A country's answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    question: String,
    country: String,
}

/// One finding as it stands in its file.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    cell: Cell,
    /// The line on which it begins, from 1.
    line: usize,
    /// The bytes of its lines.
    bytes: std::ops::Range<usize>,
}

/// Where cells are written, and how a file is opened.
#[derive(Debug, Default)]
pub struct Beside {
    root: PathBuf,
    editor: Option<Editor>,
    /// The path and line of the first finding of each cell; empty where no editor is named.
    written: BTreeMap<Cell, (String, usize)>,
}

impl Beside {
    /// Finds the places of all cells, if an editor is named.
    pub fn new(root: &Path, editor: Option<&Editor>, files: &[File]) -> Beside {
        let mut written = BTreeMap::new();
        for file in files.iter().filter(|_| editor.is_some()) {
            for entry in entries(&file.path, &file.text) {
                written.entry(entry.cell).or_insert_with(|| (file.path.to_string(), entry.line));
            }
        }
        Beside { root: root.to_owned(), editor: editor.cloned(), written }
    }

    /// The link that opens the file of the page at `path`; empty where no editor is named.
    pub fn of_page(&self, build: &Build, path: &str) -> String {
        let written = build.renderer.as_ref().and_then(|renderer| {
            let site = renderer.site();
            Some(site.written_at(&site.find(path)?))
        });
        let Some((editor, span)) = self.editor.as_ref().zip(written) else { return String::new() };
        let file = &build.files.get(span.file).path;
        let address = editor.address(&self.root, file, 1);
        format!("<p class=\"collatio-edit\"><a href=\"{}\">{}</a></p>", escaped(&address), escaped(file))
    }

    /// The page with the faults of each cell, and the way into its file, behind every link to the cell, and where the page
    /// of its question shows it.
    pub fn add(&self, build: &Build, page: &str, path: &str) -> String {
        let faults = faults(build);
        if faults.is_empty() && self.editor.is_none() {
            return page.to_owned();
        }
        let mut places: Vec<(usize, Cell)> = Vec::new();
        for (at, value) in attributes(page, "href=\"") {
            let end = page[at..].find("</a>").map(|end| at + end + "</a>".len());
            places.extend(end.zip(cell_of(path, value)));
        }
        for (at, value) in attributes(page, " id=\"") {
            let cell = cell_of(path, &format!("#{value}"));
            places.extend(cell.and_then(|cell| Some((end_of_heading(page, at)?, cell))));
        }
        places.sort();
        let mut out = String::with_capacity(page.len());
        let mut from = 0;
        for (at, cell) in places {
            out.push_str(&page[from..at]);
            from = at;
            out.push_str(&self.note(&cell, faults.get(&cell)));
        }
        out + &page[from..]
    }

    fn note(&self, cell: &Cell, faults: Option<&Vec<&Diagnostic>>) -> String {
        let mut out = String::new();
        for fault in faults.into_iter().flatten() {
            let (level, code) = (fault.fault.level.word(), fault.fault.code);
            let help: String = fault.help.iter().map(|help| format!("; {help}")).collect();
            let words = escaped(&format!("{}{help}", fault.message));
            let _ = write!(out, "<small class=\"collatio-here\"><b>{level}[{code}]</b> {words}</small>");
        }
        if let Some((editor, (path, line))) = self.editor.as_ref().zip(self.written.get(cell)) {
            let address = escaped(&editor.address(&self.root, path, *line));
            let place = escaped(&format!("{path}:{line}"));
            let _ = write!(out, "<a class=\"collatio-open\" href=\"{address}\" title=\"{place}\">✎</a>");
        }
        out
    }
}

/// The faults in files of findings, by the cell to which their entry belongs.
fn faults(build: &Build) -> BTreeMap<Cell, Vec<&Diagnostic>> {
    let mut all: BTreeMap<Cell, Vec<&Diagnostic>> = BTreeMap::new();
    for found in build.diagnostics.iter() {
        let file = build.files.get(found.span.file);
        let at = found.span.range().start;
        let entry = entries(&file.path, &file.text).into_iter().find(|entry| entry.bytes.contains(&at));
        if let Some(entry) = entry {
            all.entry(entry.cell).or_default().push(found);
        }
    }
    all
}

/// The entries of a file of findings, of which each names its question; none for another file.
fn entries(path: &str, text: &str) -> Vec<Entry> {
    let Some((country, rest)) = path.strip_prefix("content/countries/").and_then(|path| path.split_once('/')) else {
        return Vec::new();
    };
    let mut list = Vec::new();
    if !rest.starts_with("findings/") {
        return list;
    }
    let entry = |question: &str, line, bytes| Entry {
        cell: Cell { question: question.to_owned(), country: country.to_owned() },
        line,
        bytes,
    };
    // Where the entry that is being read begins, and the question that it names.
    let mut open: Option<(usize, usize, Option<&str>)> = None;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let trimmed = line.trim();
        let is_header =
            trimmed.starts_with('[') && !trimmed.starts_with("[[finding.") && !trimmed.starts_with("[finding.");
        if is_header || trimmed == "+++" {
            if let Some((line, start, Some(question))) = open.take() {
                list.push(entry(question, line, start..at));
            }
            open = (trimmed.starts_with("[[finding]]")).then_some((number + 1, at, None));
        }
        match (&mut open, question_in(trimmed)) {
            (None, Some(question)) if trimmed.starts_with('{') => {
                list.push(entry(question, number + 1, at..at + line.len()));
            }
            (Some((_, _, of @ None)), Some(question)) => *of = Some(question),
            _ => {}
        }
        at += line.len();
    }
    if let Some((line, start, Some(question))) = open {
        list.push(entry(question, line, start..at));
    }
    list
}

/// The question that a line of an entry names.
fn question_in(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("question")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start().strip_prefix('"')?;
    rest.split('"').next()
}

/// Where each attribute of this name stands in a page, and its value.
fn attributes<'p>(page: &'p str, name: &'p str) -> impl Iterator<Item = (usize, &'p str)> {
    page.match_indices(name).filter_map(move |(at, _)| {
        let start = at + name.len();
        let end = start + page[start..].find('"')?;
        Some((end, &page[start..end]))
    })
}

/// The end of the heading in whose first tag `at` lies; `None` where it is another element.
fn end_of_heading(page: &str, at: usize) -> Option<usize> {
    let tag = &page[page[..at].rfind('<')? + 1..at];
    let name = tag.split(' ').next().filter(|name| matches!(*name, "h2" | "h3" | "h4"))?;
    let close = format!("</{name}>");
    Some(at + page[at..].find(&close)? + close.len())
}

/// The cell to which a link on the page at `path` leads: the place of a country on the page of a question.
fn cell_of(path: &str, href: &str) -> Option<Cell> {
    let (address, anchor) = href.split_once('#')?;
    let country = anchor.strip_prefix("country-")?;
    let page = if address.is_empty() { path } else { address };
    let mut parts = page.rsplit('/');
    let question = parts.next()?.strip_suffix(".html")?;
    // On a page of the same folder the address has no folder.
    let folder = parts.next().or_else(|| path.rsplit('/').nth(1));
    let is_question = folder == Some("questions") && question != "index" && !address.contains("://");
    is_question.then(|| Cell { question: question.to_owned(), country: country.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "content/countries/xr/findings/s.md";

    fn cell(question: &str) -> Cell {
        Cell { question: question.to_owned(), country: "xr".to_owned() }
    }

    #[test]
    fn the_entries_of_a_file_are_found_in_both_forms() {
        let text = "+++\n[defaults]\ncoder = \"c\"\n[[finding]]\nquestion = \"a\"\n[[finding.acknowledge]]\nfault = \"x\"\n\n\
                    [[change]]\nquestion = \"a\"\n[[finding]]\nanswer = \"yes\"\nquestion = \"b\"\n+++\n";
        let found = entries(PATH, text);
        let told: Vec<_> = found.iter().map(|entry| (entry.cell.question.as_str(), entry.line)).collect();
        assert_eq!(told, [("a", 4), ("b", 11)]);
        assert!(text[found[0].bytes.clone()].contains("fault") && !text[found[0].bytes.clone()].contains("change"));
        let inline = "+++\nfinding = [\n  { question = \"a\", answer = \"yes\" },\n]\n+++\n";
        assert_eq!(entries(PATH, inline).iter().map(|entry| entry.line).collect::<Vec<_>>(), [3]);
        assert!(entries("content/countries/xr/gaps.md", text).is_empty());
    }

    #[test]
    fn a_cell_is_known_by_the_address_of_a_link() {
        assert_eq!(cell_of("matrix/index.html", "../questions/a.html#country-xr"), Some(cell("a")));
        assert_eq!(cell_of("questions/b.html", "a.html#country-xr"), Some(cell("a")));
        assert_eq!(cell_of("ru/questions/b.html", "#country-xr"), Some(cell("b")));
        for other in
            ["../questions/a.html", "../sources/a.html#country-xr", "https://x.org/questions/a.html#country-xr"]
        {
            assert_eq!(cell_of("matrix/index.html", other), None, "{other}");
        }
        assert_eq!(cell_of("countries/xr/index.html", "#country-xr"), None);
    }

    #[test]
    fn an_editor_is_named_or_given_by_its_address() {
        let address = |text| Editor::parse(text).expect("it is one").address(Path::new("/home/a b"), "content/x.md", 7);
        assert_eq!(address("vscode"), "vscode://file/home/a%20b/content/x.md:7");
        assert_eq!(
            address("ed://open?url=file://{path}&line={line}"),
            "ed://open?url=file:///home/a%20b/content/x.md&line=7"
        );
        assert!(Editor::parse("vim").is_err());
    }
}
