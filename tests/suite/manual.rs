//! The manual is held to the program: its reference is what the program would print today, and its tutorial is done as it
//! says.

#[path = "../../examples/manual/pages.rs"]
mod pages;

use std::fs;
use std::path::Path;

use crate::sandbox::Sandbox;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_reference_is_up_to_date() {
    for (path, text) in pages::pages() {
        assert!(read(path) == text, "{path} is out of date: run `cargo run --example manual` and read what changed");
    }
}

/// A part of the manual, between its heading and that of the part behind it.
fn part(heading: &str, behind: &str) -> String {
    let manual = read("docs/manual.md");
    let (_, from) = manual.split_once(&format!("\n{heading}\n")).expect("the manual has the part");
    from.split(&format!("\n{behind}\n")).next().unwrap_or_default().to_owned()
}

/// One thing that the tutorial tells its reader to do.
enum Step {
    /// A command line.
    Run(String),
    /// A path in backquotes on a line of its own, and the text of the block behind it.
    Write(String, String),
    /// The rows of a table to fill into the sheet, its heading first.
    FillIn(Vec<Vec<String>>),
    /// A file to delete.
    Delete(String),
}

fn steps(tutorial: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut path = None;
    let mut lines = tutorial.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            match path.take() {
                Some(path) => steps.push(Step::Write(path, text.join("\n") + "\n")),
                None if language == "sh" => steps.extend(text.iter().map(|line| Step::Run((*line).to_owned()))),
                None => {}
            }
        } else if line.starts_with('|') {
            let mut table = vec![line];
            table.extend(std::iter::from_fn(|| lines.next_if(|line| line.starts_with('|'))));
            let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
            let rows = table.into_iter().filter(|row| !row.starts_with("|--")).map(cells);
            steps.push(Step::FillIn(rows.collect()));
        } else if line.starts_with('`') && line.contains("` and `content/") {
            steps
                .extend(line.split('`').filter(|part| part.ends_with(".md")).map(|path| Step::Delete(path.to_owned())));
        } else if let Some(whole) = line.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) {
            path = Some(whole.to_owned());
        }
    }
    steps
}

/// The words of a command line, of which some are in quotation marks.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| if at % 2 == 1 { vec![part] } else { part.split_whitespace().collect() });
    words.collect()
}

/// Writes the values of a table into the rows of an exported sheet, found by country and question.
fn fill_in(sheet: &Path, table: &[Vec<String>]) {
    let text = fs::read_to_string(sheet).expect("the sheet was exported");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("it is CSV").iter().map(str::to_owned).collect()).collect();
    let column = |name: &str| rows[0].iter().position(|heading| heading == name).expect("the sheet has the column");
    let columns: Vec<usize> = table[0].iter().map(|name| column(name)).collect();
    for wanted in &table[1..] {
        let is_cell = |row: &&mut Vec<String>| columns[..2].iter().zip(wanted).all(|(at, value)| row[*at] == *value);
        let row = rows.iter_mut().find(is_cell).unwrap_or_else(|| panic!("no row for {wanted:?}"));
        columns.iter().zip(wanted).for_each(|(at, value)| row[*at].clone_from(value));
    }
    let mut writer = csv::Writer::from_path(sheet).expect("it can be written");
    rows.iter().for_each(|row| writer.write_record(row).expect("it can be written"));
}

/// Does what steps say, in `site` from the step on that goes there; returns the command lines that ended with errors.
fn follow(sandbox: &Sandbox, site: &Path, steps: Vec<Step>) -> Vec<String> {
    let mut failed = Vec::new();
    let mut sheet = site.join("answers.csv");
    for step in steps {
        match step {
            Step::Run(line) => {
                let line = line.split(" #").next().unwrap_or_default().trim().to_owned();
                let words = words(&line);
                if words.first() != Some(&"collatio") || words.get(1) == Some(&"serve") {
                    continue;
                }
                if words[1..].starts_with(&["sheet", "export"]) {
                    sheet = site.join(words[words.len() - 1]);
                }
                let mut command = sandbox.command(&words[1..]);
                if site.join("collatio.toml").is_file() {
                    command.current_dir(site);
                }
                let output = command.output().expect("it runs");
                let may_fail = ["collatio check", "collatio agreement"].iter().any(|begin| line.starts_with(begin));
                assert!(output.status.success() || may_fail, "{line}: {}", String::from_utf8_lossy(&output.stderr));
                failed.extend(Some(line).filter(|_| !output.status.success()));
            }
            Step::Write(path, text) => sandbox.put(&format!("atlas/{path}"), text),
            Step::FillIn(table) => fill_in(&sheet, &table),
            Step::Delete(path) => fs::remove_file(site.join(path)).expect("it was made"),
        }
    }
    failed
}

#[test]
fn the_tutorial_makes_a_site_as_it_stands() {
    let sandbox = Sandbox::new();
    let site = sandbox.path().join("atlas");
    let failed = follow(&sandbox, &site, steps(&part("## A site of your own, step by step", "## With a spreadsheet")));
    assert_eq!(failed, ["collatio check"], "the tokens of `init` are refused");
    for page in ["countries/xr/index.html", "countries/xr/laws/data-act/12.html", "instruments/data-convention.html"] {
        assert!(site.join("public").join(page).is_file(), "{page} is not among the pages");
    }
    let matrix = fs::read_to_string(site.join("public/matrix/index.html")).expect("it was built");
    assert!(matrix.contains("Officer"), "the second question is compared");
    fs::remove_dir_all(site.join("content/countries/xt")).expect("its form was made");
    let kinds = part("### Kinds of questions", "### Several sources for one answer");
    assert!(follow(&sandbox, &site, steps(&kinds)).is_empty());
    let mut check = sandbox.command(&["check", "--deny", "warnings"]);
    let check = check.current_dir(&site).output().expect("it runs");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    let failed = follow(&sandbox, &site, steps(&part("## Two coders {#coders}", "## From a depositary's table")));
    assert!(failed.iter().all(|line| line.starts_with("collatio agreement")) && !failed.is_empty(), "{failed:?}");
    let second = site.join("content/countries/xr/findings/data-protection-coder-2.md");
    let second = fs::read_to_string(second).expect("the second coder has a file");
    assert_eq!(second.matches("coder = \"coder-2\"").count(), 2, "{second}");
}
