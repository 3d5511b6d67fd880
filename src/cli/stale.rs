//! `collatio stale`: what nobody has confirmed for long, by cause.

use std::process::ExitCode;

use clap::Args;
use collatio::disk::SystemError;
use collatio::law::staleness::{Cause, Stale, stale};
use serde_json::json;

use super::survey::{Asked, place};
use crate::console::Format;

/// What `collatio stale` is told.
#[derive(Debug, Args)]
pub struct Told {
    #[command(flatten)]
    asked: Asked,
    /// How long ago something may have been confirmed, in months
    #[arg(long, value_name = "MONTHS", value_parser = clap::value_parser!(u32).range(1..=12_000))]
    since: u32,
    /// Fail if more than so many records are listed
    #[arg(long, value_name = "N")]
    at_most: Option<usize>,
}

/// Prints what is to be looked at again. Exit code 1: it is more than was allowed.
pub fn run(told: &Told) -> Result<ExitCode, SystemError> {
    let (survey, day) = told.asked.survey()?;
    let Some(corpus) = survey.corpora.first() else { return Ok(ExitCode::SUCCESS) };
    let list = stale(corpus, day, told.since);
    for cause in Cause::ALL {
        let of_cause: Vec<&Stale> = list.iter().filter(|stale| stale.cause == cause).collect();
        if told.asked.format == Format::Human && !of_cause.is_empty() {
            told.asked.conclude(&format!("{} ({})", heading(cause), of_cause.len()));
        }
        for stale in of_cause {
            let (path, line, column) = place(&survey, stale.at);
            let last = stale.last.map(|last| last.to_string());
            let object = json!({
                "schema": 1,
                "cause": cause.word(),
                "name": stale.subject.to_string(),
                "last": last,
                "path": path,
                "line": line,
                "column": column,
            });
            told.asked.row(&object, || {
                let last = last.clone().unwrap_or_else(|| "no day is recorded".to_owned());
                match told.asked.format {
                    Format::Human => format!("  {path}:{line}: {}, {last}", stale.subject),
                    _ => format!("{path}:{line}:{column}: {}: {}, {last}", cause.word(), stale.subject),
                }
            });
        }
    }
    let count = list.len();
    told.asked.conclude(&match count {
        0 => format!("all was confirmed in the {} months before {day}", told.since),
        _ => format!("{count} to look at again, not confirmed in the {} months before {day}", told.since),
    });
    Ok(ExitCode::from(u8::from(told.at_most.is_some_and(|most| count > most))))
}

fn heading(cause: Cause) -> &'static str {
    match cause {
        Cause::Finding => "Answers that nobody has found to hold since",
        Cause::Law => "Laws whose facts nobody has read since",
        Cause::Treaty => "Acts towards treaties that nobody has looked up since",
        Cause::Help => "The page that says where help is found, which nobody has confirmed since",
        Cause::Source => "Sources on the web that nobody has looked up since",
        Cause::Link => "Links of sources that have no archived copy",
    }
}
