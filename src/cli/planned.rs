//! What an import would do, on the terminal; and the doing of it.

use std::path::Path;
use std::process::ExitCode;

use collatio::desk::Plan;
use collatio::disk::{self, Edited, SystemError};
use collatio::text::clean;

use crate::console::{Format, counted, report, say, say_error};

/// The error for a file that is no table at all.
pub fn unreadable(name: &str, why: String) -> SystemError {
    SystemError::new(format!("cannot import `{name}`"), why)
}

/// Shows what an import would do, and does it where it is asked for and nothing is refused.
pub fn conclude(plan: &Plan, name: &str, root: &Path, write: bool) -> Result<ExitCode, SystemError> {
    for step in &plan.steps {
        say(&format!("{}: {} ({})", step.change.word(), clean(&step.subject), step.spot));
        for (field, old, new) in &step.fields {
            say(&match old.is_empty() {
                true => format!("    {field} = {}", shown(new)),
                false => format!("    {field} = {}, was {}", shown(new), shown(old)),
            });
        }
    }
    for notice in &plan.notices {
        say_error(&format!("note: {}", clean(notice)));
    }
    for refusal in &plan.refusals {
        let word = if refusal.is_conflict { "conflicting" } else { "refused" };
        say_error(&format!("{name}: {}: {word}: {}", refusal.spot, clean(&refusal.why)));
        refusal.help.iter().for_each(|help| say_error(&format!("  = help: {}", clean(help))));
    }
    if let Some((files, found)) = &plan.faults {
        report(files, found, Format::Human);
    }
    let changes = counted(plan.steps.len() as u64, "change");
    if !plan.is_sound() {
        let elsewhere = plan.faults.as_ref().map_or(0, |(_, found)| found.iter().count());
        let errors = match elsewhere {
            0 => String::new(),
            count => format!(", {} elsewhere in the site", counted(count as u64, "error")),
        };
        let refused = plan.refusals.len();
        say(&format!("nothing written: {changes}, {refused} refused{errors}"));
        return Ok(ExitCode::from(1));
    }
    let files = counted(plan.edits.len() as u64, "file");
    if plan.steps.is_empty() {
        say("nothing to change");
    } else if write {
        let edits = plan.edits.iter();
        let edits: Vec<Edited<'_>> =
            edits.map(|edit| Edited { path: &edit.path, old: edit.old.as_deref(), new: &edit.new }).collect();
        disk::edit(root, &edits)?;
        say(&format!("wrote {changes} to {files}"));
    } else {
        say(&format!("{changes} in {files}; nothing is written without `--write`"));
    }
    Ok(ExitCode::SUCCESS)
}

/// Words on one line, cut where they are long.
fn shown(words: &str) -> String {
    const MOST: usize = 200;
    let line = clean(&words.replace('\n', " ⏎ "));
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("\"{}…\"", &line[..end]),
        None => format!("\"{line}\""),
    }
}
