//! What is not finished in a draft: no fault of a public build, which leaves the draft out, and a warning where drafts are
//! shown.
//!
//! The files are looked into as text, for a record with such a fault may be one that could not be decoded.

use crate::text::{BROKEN_OFF, Diagnostic, Diagnostics, Fault, Files, Level, PLACEHOLDER, Span, UNFILLED};

use super::place;

pub static UNFINISHED_DRAFT: Fault = Fault {
    code: "unfinished-draft",
    level: Level::Warning,
    summary: "a draft is not finished yet",
    explanation: "Placeholders, tokens of a form and sentences without an end are faults of what is published. In a record with \
`draft = true`, and in all that lies in the folder of such a country, law or section, nothing is said of them unless drafts are shown \
(`--drafts`): then they are the list of what is still to be done. Take `draft = true` away when it is.",
};

/// Takes out of `found` what is not finished in drafts; where drafts are shown, it stays as a warning.
pub fn forgive_drafts(files: &Files, drafts: bool, found: &mut Diagnostics) {
    let is_unfinished = |code: &str| [&PLACEHOLDER, &UNFILLED, &BROKEN_OFF].iter().any(|fault| fault.code == code);
    let forgiven = found.take_if(|fault| is_unfinished(fault.fault.code) && is_draft(files, fault.span));
    if drafts {
        let help = vec!["finish it before `draft = true` is taken away".to_owned()];
        let warning = |fault: Diagnostic| Diagnostic { fault: &UNFINISHED_DRAFT, help: help.clone(), ..fault };
        found.extend(forgiven.into_iter().map(warning));
    }
}

/// Whether the place lies in a draft: in the file or entry of one, or in the folder of one.
fn is_draft(files: &Files, span: Span) -> bool {
    let file = files.get(span.file);
    let Some(below) = file.path.strip_prefix("content/") else { return false };
    let says =
        |path: String| files.find(&format!("content/{path}")).is_some_and(|id| is_draft_file(&files.get(id).text));
    let original = place::translation(below).map(|(record, _)| format!("{record}.md"));
    is_draft_file(&file.text)
        || is_draft_entry(&file.text, span.start as usize)
        || original.into_iter().chain(owners(below)).any(says)
}

/// The files of the records in whose folders a file lies, below `content/`.
fn owners(below: &str) -> Vec<String> {
    match below.split('/').collect::<Vec<_>>()[..] {
        ["countries", country, "laws", law, _] => {
            vec![format!("countries/{country}/index.md"), format!("countries/{country}/laws/{law}/index.md")]
        }
        ["countries", country, ..] => vec![format!("countries/{country}/index.md")],
        ["questions", section, _] => vec![format!("questions/{section}/index.md")],
        _ => Vec::new(),
    }
}

/// Whether the fields of the file itself say `draft = true`.
fn is_draft_file(text: &str) -> bool {
    let fields = text.trim_start_matches('\u{feff}').lines().skip(1);
    fields.take_while(|line| line.trim_end() != "+++" && !line.trim_start().starts_with('[')).any(says_draft)
}

/// Whether the entry of a list in which the byte `at` lies says `draft = true`. What is below `[[finding.also]]` belongs to
/// the finding.
fn is_draft_entry(text: &str, at: usize) -> bool {
    let (mut offset, mut says, mut is_here) = (0, false, false);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let is_entry = words.starts_with("[[") && !words.contains('.');
        if is_entry || (words == "+++" && offset > 0) {
            if is_here {
                return says;
            }
            says = false;
        }
        // What stands before the first entry, and behind the last field, belongs to no entry.
        if words == "+++" && offset > 0 {
            return false;
        }
        says |= says_draft(line);
        is_here |= (offset..offset + line.len()).contains(&at);
        offset += line.len();
    }
    false
}

fn says_draft(line: &str) -> bool {
    let value = line.trim_start().strip_prefix("draft").and_then(|rest| rest.trim_start().strip_prefix('='));
    value.is_some_and(|value| value.split('#').next().unwrap_or_default().trim() == "true")
}
