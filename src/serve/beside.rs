//! What `serve` adds to a page besides the panel of faults: the way into the author's editor, and the faults of a cell at
//! that very cell.
//!
//! What comes in are the files of the site, its faults and a printed page; what goes out is the page with these additions.
//! A cell is known by the file of findings that answers it: the folder names the country, an entry its question. Links to
//! a cell are known by the address to which they lead. A published site has nothing of this.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use collatio::Build;
use collatio::disk::SystemError;
use collatio::editor::{Heading, outline};
use collatio::text::{File, FileId};

use super::escape::{encoded, escaped};

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
        let whole = encoded(&whole);
        // A path that begins with `/` does not double the `/` before it.
        let joined = self.0.replace("file/{path}", &format!("file/{}", whole.trim_start_matches('/')));
        joined.replace("{path}", &whole).replace("{line}", &line.to_string())
    }
}

/// A country's answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
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
    bytes: Range<usize>,
}

/// Where the first finding of each cell is written: its path and line.
pub type Written = BTreeMap<Cell, (String, usize)>;

/// Finds the places of all cells. The files are those that were read: a build keeps the words of few.
pub fn written(files: &[File]) -> Written {
    let mut written = Written::new();
    for file in files {
        for entry in entries(&file.path, &file.text) {
            written.entry(entry.cell).or_insert_with(|| (file.path.to_string(), entry.line));
        }
    }
    written
}

/// What stands beside each cell, and how a file is opened.
#[derive(Debug, Default)]
pub struct Beside {
    root: PathBuf,
    editor: Option<Editor>,
    /// Of each cell its faults and the way into its file, as HTML.
    notes: BTreeMap<Cell, String>,
}

impl Beside {
    /// What stands beside the cells of a build, which are `written` there; nothing of where, if no editor is named.
    pub fn new(root: &Path, editor: Option<&Editor>, written: &Written, build: &Build) -> Beside {
        let mut notes = faults(build);
        for (cell, (path, line)) in written {
            let Some(editor) = editor else { break };
            let address = escaped(&editor.address(root, path, *line));
            let place = escaped(&format!("{path}:{line}"));
            let note = notes.entry(cell.clone()).or_default();
            let _ = write!(note, "<a class=\"collatio-open\" href=\"{address}\" title=\"{place}\">✎</a>");
        }
        Beside { root: root.to_owned(), editor: editor.cloned(), notes }
    }

    /// The link that opens the file of the page at `path`; empty where no editor is named.
    pub fn of_page(&self, build: &Build, path: &str) -> String {
        let written = build.renderer.as_ref().and_then(|renderer| {
            let site = renderer.site();
            let file = |page: &str| Some(&*build.files.get(site.written_at(&site.find(page)?).file).path);
            // Pages of another language lie in its folder; what is translated has a file of its own beside the first.
            let translated = |(language, page)| {
                let first = file(page)?;
                let own = first.strip_suffix(".md").map(|name| format!("{name}.{language}.md"));
                let is_there = |own: &&str| build.files.iter().any(|(_, file)| *file.path == **own);
                Some(own.as_deref().filter(is_there).unwrap_or(first).to_owned())
            };
            file(path).map(str::to_owned).or_else(|| translated(path.split_once('/')?))
        });
        let Some((editor, file)) = self.editor.as_ref().zip(written) else { return String::new() };
        let address = editor.address(&self.root, &file, 1);
        format!("<p class=\"collatio-edit\"><a href=\"{}\">{}</a></p>", escaped(&address), escaped(&file))
    }

    /// The page with the faults of each cell, and the way into its file, behind every link to the cell, and where the page
    /// of its question shows it.
    pub fn add(&self, page: &str, path: &str) -> String {
        if self.notes.is_empty() {
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
            out.extend(self.notes.get(&cell).map(String::as_str));
        }
        out + &page[from..]
    }
}

/// The faults in files of findings, as HTML, by the cell to which their entry belongs.
fn faults(build: &Build) -> BTreeMap<Cell, String> {
    let mut all: BTreeMap<Cell, String> = BTreeMap::new();
    let mut read: BTreeMap<FileId, Vec<Entry>> = BTreeMap::new();
    for found in build.diagnostics.iter() {
        let file = build.files.get(found.span.file);
        let list = read.entry(found.span.file).or_insert_with(|| entries(&file.path, &file.text));
        let at = found.span.range().start;
        let Some(entry) = list.iter().find(|entry| entry.bytes.contains(&at)) else { continue };
        let (level, code) = (found.fault.level.word(), found.fault.code);
        let help: String = found.help.iter().map(|help| format!("; {help}")).collect();
        let words = escaped(&format!("{}{help}", found.message));
        let note = all.entry(entry.cell.clone()).or_default();
        let _ = write!(note, "<small class=\"collatio-here\"><b>{level}[{code}]</b> {words}</small>");
    }
    all
}

/// The entries of a file of findings, of which each names its question; none for another file.
fn entries(path: &str, text: &str) -> Vec<Entry> {
    let below = path.strip_prefix("content/countries/").and_then(|path| path.split_once('/'));
    let Some((country, _)) = below.filter(|(_, rest)| rest.starts_with("findings/")) else { return Vec::new() };
    let tables: Vec<Heading> = outline(text, false).into_iter().filter(|heading| heading.is_table).collect();
    let tables_begin = tables.first().map_or(text.len(), |table| table.line.start);
    // Entries may also be a list in braces, one on a line, which stands before the first table.
    let in_braces = lines(text, 0..tables_begin).filter(|line| text[line.clone()].trim_start().starts_with('{'));
    let is_finding = |table: &&Heading| table.name.split(' ').next() == Some("finding");
    let in_tables = tables.iter().filter(is_finding).map(|table| table.whole.clone());
    let entry = |bytes: Range<usize>| {
        let question = lines(text, bytes.clone()).find_map(|line| question_in(&text[line]))?.to_owned();
        let line = text[..bytes.start].matches('\n').count() + 1;
        Some(Entry { cell: Cell { question, country: country.to_owned() }, line, bytes })
    };
    in_braces.chain(in_tables).filter_map(entry).collect()
}

/// The lines of a part of a text.
fn lines(text: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = part.start;
    text[part].split_inclusive('\n').map(move |line| {
        let begin = at;
        at += line.len();
        begin..at
    })
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
        let text = "+++\n[defaults]\ncoder = \"c\"\n[[finding]]\nquestion = \"a\"\n[[finding.acknowledge]]\nfault = \"x\"\n\
                    why = \"\"\"\n[[finding]]\nquestion = \"c\"\n\"\"\"\n\n\
                    [[change]]\nquestion = \"a\"\n[[finding]]\nanswer = \"yes\"\nquestion = \"b\"\n+++\n";
        let found = entries(PATH, text);
        let told: Vec<_> = found.iter().map(|entry| (entry.cell.question.as_str(), entry.line)).collect();
        assert_eq!(told, [("a", 4), ("b", 15)]);
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
