//! What the commands that ask something of the records share: where the site is, for which day, and in which form they
//! answer.

use std::path::PathBuf;

use clap::Args;
use collatio::disk::{self, SystemError};
use collatio::law::Day;
use collatio::text::{Level, Span};
use collatio::{Input, Survey};

use crate::console::{Format, counted, say, say_error};

/// The site and the day of which is asked.
#[derive(Debug, Args)]
pub struct Asked {
    /// Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Day of which is asked [default: the edition in `collatio.toml`, else the latest day of any record]
    #[arg(long, value_name = "DAY", value_parser = day)]
    as_of: Option<Day>,
    /// Include drafts
    #[arg(long)]
    drafts: bool,
    /// Format of the answer
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| format!("`{text}` is not a day; write year, month and day, as in `2004-10-05`"))
}

impl Asked {
    /// Reads the records. Faults are counted, not told: that is what `check` does.
    pub fn survey(&self) -> Result<(Survey, Day), SystemError> {
        let input = disk::read(&self.root)?;
        let survey = collatio::survey(&Input { as_of: self.as_of, drafts: self.drafts, ..input });
        let errors = survey.diagnostics.count(Level::Error);
        if errors > 0 {
            let errors = counted(errors as u64, "error");
            say_error(&format!("the content has {errors}, which `collatio check` lists; what is faulty is left out"));
        }
        let day = survey.day.ok_or_else(|| {
            let error =
                SystemError::new("cannot tell for which day", "neither the configuration nor any record names one");
            error.help("name one: `--as-of 2026-01-31`")
        })?;
        Ok((survey, day))
    }

    /// Prints one row: as an object of JSON on a line of its own, or as words.
    pub fn row(&self, object: &serde_json::Value, words: impl FnOnce() -> String) {
        match self.format {
            Format::Json => say(&object.to_string()),
            Format::Human | Format::Concise => say(&words()),
        }
    }

    /// Prints a line that belongs to no row: beside the rows where they are JSON.
    pub fn conclude(&self, line: &str) {
        match self.format {
            Format::Json => say_error(line),
            Format::Human | Format::Concise => say(line),
        }
    }
}

/// The place of a record as reports write it: path, line and column.
pub fn place(survey: &Survey, span: Span) -> (String, u32, u32) {
    let file = survey.files.get(span.file);
    let place = file.place(span.start);
    (file.path.to_string(), place.line, place.column)
}
