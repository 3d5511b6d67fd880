//! `collatio sheet`: cells go out to a spreadsheet and come back.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use collatio::desk::{self, Selection};
use collatio::disk::{self, SystemError};
use collatio::text::{Files, Level, clean};
use collatio::{content, law};

use super::place::Place;
use super::planned::{conclude, unreadable};
use crate::console::{Format, counted, report, say, say_error};

/// What is done with a spreadsheet.
#[derive(Debug, Subcommand)]
pub enum Sheet {
    /// Write the cells of the matrix to a spreadsheet: what is known, and empty cells to fill in
    Export(Export),
    /// Show what a spreadsheet that was filled in would change, and write it with `--write`
    Import(Import),
}

#[derive(Debug, Args)]
pub struct Export {
    /// The file to write: `.xlsx` or `.csv`
    file: PathBuf,
    /// Only these countries
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    country: Vec<String>,
    /// Only the questions of these sections
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    section: Vec<String>,
    /// Only these questions
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    question: Vec<String>,
    /// A sheet for this coder: the coder's own answers, and empty cells with `coder` filled in. Nothing is said of other
    /// people's answers
    #[arg(long, value_name = "ID")]
    coder: Option<String>,
    /// A wide table of countries and questions, whose answers are put into the empty cells
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The spreadsheet: `.xlsx` or `.csv`
    file: PathBuf,
    /// Write the changes into the files
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    place: Place,
}

/// Exports or imports.
pub fn run(command: &Sheet) -> Result<ExitCode, SystemError> {
    match command {
        Sheet::Export(export) => self::export(export),
        Sheet::Import(import) => self::import(import),
    }
}

fn export(export: &Export) -> Result<ExitCode, SystemError> {
    let cannot = |why: String| SystemError::new(format!("cannot export to `{}`", export.file.display()), why);
    let ending = export.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    if !matches!(ending.as_str(), "xlsx" | "csv") {
        return Err(cannot("it is neither `.xlsx` nor `.csv`".to_owned()).help("name the file `answers.xlsx`"));
    }
    let input = export.place.read()?;
    let files = Files::new(input.files.clone());
    let (settings, records, mut found) = content::read(&files, &input.unreadable);
    found.extend(content::unreadable(&files, &input.unreadable));
    let (corpus, more) = law::assemble(settings, records, true);
    found.extend(more);
    if found.count(Level::Error) > 0 {
        report(&files, &found, Format::Human);
        say("nothing exported: the content has errors");
        return Ok(ExitCode::from(1));
    }
    let selection = Selection {
        countries: export.country.clone(),
        sections: export.section.clone(),
        questions: export.question.clone(),
        coder: export.coder.clone(),
    };
    let mut sheet = desk::sheet(&corpus, &input.files, &selection, input.today).map_err(cannot)?;
    if let Some(table) = &export.answers {
        let name = table.display().to_string();
        let told = desk::fill(&mut sheet, &corpus, &name, &disk::load(table)?).map_err(|why| unreadable(&name, why))?;
        told.iter().for_each(|told| say_error(&format!("note: {}", clean(told))));
    }
    let bytes = match ending.as_str() {
        "csv" => desk::comma(&sheet),
        _ => desk::workbook(&sheet).map_err(cannot)?,
    };
    disk::save(&export.file, &bytes)?;
    let (known, empty): (Vec<_>, Vec<_>) = sheet.rows.iter().partition(|row| !row.entry.is_empty());
    let (known, empty) = (counted(known.len() as u64, "answer"), counted(empty.len() as u64, "empty cell"));
    say(&format!("exported {known} and {empty} to {}", export.file.display()));
    Ok(ExitCode::SUCCESS)
}

fn import(import: &Import) -> Result<ExitCode, SystemError> {
    let name = import.file.display().to_string();
    let bytes = disk::load(&import.file)?;
    let input = import.place.read()?;
    let plan = desk::import(&input, &name, &bytes).map_err(|why| unreadable(&name, why))?;
    conclude(&plan, &name, &import.place.root, import.write)
}
