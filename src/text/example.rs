//! Examples of faults: the same lines of a file, once with the fault and once without.
//!
//! What comes in is a list written as differences, one list in each room beside its faults; what goes out is Markdown
//! for the reader. The tests run both forms in the site of a test case.
//!
//! ```text
//! == date-order (check/date-order)              the code, and the case to whose site the lines belong
//! -- content/countries/xr/laws/code/index.md -- the file; `old => new` where the right form has another name
//!  adopted = "2003-08-01"                       in both forms
//! -signed = "2003-07-10"                        in the wrong form
//! +signed = "2003-08-10"                        in the right form
//! ```
//!
//! Lines of a file that the case does not have make a file of their own. `none: why` stands in the place of lines where
//! none could show the fault.

use std::fmt::Write as _;

use super::character::{is_false_space, is_unseen, named};

/// The example of one kind of fault.
#[derive(Clone, Debug)]
pub struct Example {
    /// The code of the fault.
    pub code: &'static str,
    /// The lines with and without the fault, or the reason why lines cannot show it.
    pub forms: Result<Forms, &'static str>,
}

/// A wrong and a right form of lines.
#[derive(Clone, Debug)]
pub struct Forms {
    /// The test case to whose site the lines belong: its path below `tests/cases/` without `.txt`.
    pub site: &'static str,
    /// The parts of files, in the order in which they are shown.
    pub parts: Vec<Part>,
}

/// Lines of one file.
#[derive(Clone, Debug)]
pub struct Part {
    /// The path of the file in the wrong form.
    pub wrong_path: &'static str,
    /// Its path in the right form; most often the same.
    pub right_path: &'static str,
    /// The lines of the wrong form.
    pub wrong: Vec<&'static str>,
    /// The lines of the right form.
    pub right: Vec<&'static str>,
}

/// The examples of a list.
pub fn examples(list: &'static str) -> Vec<Example> {
    let mut out: Vec<Example> = Vec::new();
    for line in list.lines() {
        if let Some(header) = line.strip_prefix("== ") {
            let (code, site) = header.split_once(" (").unwrap_or((header, ""));
            let forms = Forms { site: site.trim_end_matches(')'), parts: Vec::new() };
            out.push(Example { code, forms: Ok(forms) });
            continue;
        }
        let Some(example) = out.last_mut() else { continue };
        match line.strip_prefix("none: ") {
            Some(why) => example.forms = Err(why),
            None => example.forms.iter_mut().for_each(|forms| forms.line(line)),
        }
    }
    out
}

impl Forms {
    fn line(&mut self, line: &'static str) {
        if let Some(path) = line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            let (wrong_path, right_path) = path.split_once(" => ").unwrap_or((path, path));
            self.parts.push(Part { wrong_path, right_path, wrong: Vec::new(), right: Vec::new() });
            return;
        }
        let Some(part) = self.parts.last_mut() else { return };
        let (mark, text) = line.split_at_checked(1).unwrap_or((" ", ""));
        if mark != "+" {
            part.wrong.push(text);
        }
        if mark != "-" {
            part.right.push(text);
        }
    }
}

impl Example {
    /// Both forms as Markdown, or a sentence that says why there are none.
    pub fn as_markdown(&self) -> String {
        let forms = match &self.forms {
            Ok(forms) => forms,
            Err(why) => return format!("No lines can show it: {why}.\n"),
        };
        let mut out = String::new();
        for part in forms.parts.iter().filter(|part| !part.wrong.is_empty()) {
            let _ = write!(out, "Wrong, in `{}`:\n\n{}\n", part.wrong_path, fenced(part.wrong_path, &part.wrong));
        }
        for part in forms.parts.iter().filter(|part| part.differs()) {
            match part.right.is_empty() {
                true => {
                    let _ = writeln!(out, "Right, in `{}`: without these lines.\n", part.right_path);
                }
                false => {
                    let block = fenced(part.right_path, &part.right);
                    let _ = write!(out, "Right, in `{}`:\n\n{block}\n", part.right_path);
                }
            }
        }
        out.truncate(out.trim_end().len());
        out + "\n"
    }
}

impl Part {
    /// Whether the two forms differ in this file.
    fn differs(&self) -> bool {
        self.wrong != self.right || self.wrong_path != self.right_path
    }
}

/// Lines as a block of code, invisible characters by their names.
fn fenced(path: &str, lines: &[&str]) -> String {
    let language = match path.rsplit('.').next() {
        Some("md") if lines.iter().any(|line| matches!(*line, "+++" | "---")) => "markdown",
        Some("md" | "toml") => "toml",
        Some("html") => "html",
        _ => "text",
    };
    let text = lines.iter().fold(String::new(), |mut text, line| {
        for c in line.chars() {
            match is_unseen(c) || is_false_space(c) {
                true => text.push_str(&format!("<{}>", named(c))),
                false => text.push(c),
            }
        }
        text + "\n"
    });
    format!("```{language}\n{text}```\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_difference_are_shown_and_a_renamed_file_under_its_new_name() {
        let list = "== a-b (check/a)\n-- x.md --\n one\n-two\n+\u{a0}2\n== c (check/c)\n-- y.md => z.md --\n one\n== d\nnone: it is too long\n";
        let all = examples(list);
        let told: Vec<String> = all.iter().map(Example::as_markdown).collect();
        assert_eq!(
            told[0],
            "Wrong, in `x.md`:\n\n```toml\none\ntwo\n```\n\nRight, in `x.md`:\n\n```toml\none\n<U+00A0 no-break space>2\n```\n"
        );
        assert_eq!(told[1], "Wrong, in `y.md`:\n\n```toml\none\n```\n\nRight, in `z.md`:\n\n```toml\none\n```\n");
        assert_eq!(told[2], "No lines can show it: it is too long.\n");
        assert_eq!(all.iter().map(|example| example.code).collect::<Vec<_>>(), ["a-b", "c", "d"]);
    }
}
