//! `collatio import`: what others have written down becomes records of the site.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use collatio::desk::{self, Table};
use collatio::disk::{self, SystemError};

use super::place::Place;
use super::planned::{conclude, unreadable};

/// What is imported.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// A depositary's table of who signed and joined a treaty, as CSV, XLSX, XML or HTML
    Treaties(Treaties),
    /// A list of literature as sources: CSL-JSON, BibTeX or RIS
    Sources {
        /// The list: `.json`, `.bib` or `.ris`
        file: PathBuf,
        /// Write the records
        #[arg(long)]
        write: bool,
        #[command(flatten)]
        site: Place,
    },
}

#[derive(Debug, Args)]
pub struct Treaties {
    /// The table: `.csv`, `.xlsx`, or a saved status page, `.xml` or `.html`
    file: PathBuf,
    /// The treaty [default: the one whose title the file names]
    #[arg(long, value_name = "ID")]
    instrument: Option<String>,
    /// The source that the table is
    #[arg(long, value_name = "ID")]
    source: String,
    /// The place of the table in the source [default: `status table`]
    #[arg(long, value_name = "WORDS")]
    place: Option<String>,
    /// The table lists some participants only: nothing follows for those that it lacks
    #[arg(long)]
    excerpt: bool,
    /// Write the changes into the files
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    site: Place,
}

/// Imports.
pub fn run(command: &Import) -> Result<ExitCode, SystemError> {
    match command {
        Import::Treaties(treaties) => self::treaties(treaties),
        Import::Sources { file, write, site } => sources(file, *write, site),
    }
}

fn treaties(treaties: &Treaties) -> Result<ExitCode, SystemError> {
    let name = treaties.file.display().to_string();
    let bytes = disk::load(&treaties.file)?;
    let input = treaties.site.read()?;
    let table = Table {
        instrument: treaties.instrument.clone(),
        source: treaties.source.clone(),
        place: treaties.place.clone(),
        is_excerpt: treaties.excerpt,
    };
    let plan = desk::treaties(&input, &name, &bytes, &table).map_err(|why| unreadable(&name, why))?;
    conclude(&plan, &name, &treaties.site.root, treaties.write)
}

fn sources(file: &Path, write: bool, site: &Place) -> Result<ExitCode, SystemError> {
    let name = file.display().to_string();
    let bytes = disk::load(file)?;
    let plan = desk::sources(&site.read()?, &name, &bytes).map_err(|why| unreadable(&name, why))?;
    conclude(&plan, &name, &site.root, write)
}
