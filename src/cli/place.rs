//! Where a site lies, and on which day it is worked on.

use std::path::PathBuf;

use clap::Args;
use collatio::Input;
use collatio::disk::{self, SystemError};
use collatio::law::Day;

#[derive(Debug, Args)]
pub struct Place {
    /// Folder of the site
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// Today's date [default: the edition in `collatio.toml`]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub today: Option<Day>,
}

impl Place {
    /// The site, drafts included: an author works on them, too.
    pub fn read(&self) -> Result<Input, SystemError> {
        Ok(Input { today: self.today, drafts: true, ..disk::read(&self.root)? })
    }
}

/// A day on the command line.
pub fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| format!("`{text}` is not a day; write year, month and day, as in `2004-10-05`"))
}
