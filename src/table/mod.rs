//! The exports that other people's programs read. Each table is one list of columns (see `list.rs`); the CSV files, the
//! JSON and the package description are all derived from these lists. A new column is one entry of a list; a new table
//! is a function, and its name in the list below.
//!
//! What comes in is the law; what goes out are finished values, one table and one row at a time, so that a large site
//! is never in memory twice. This room never knows pages or templates, nor the file formats of the tables.

mod cell;
mod codebook;
mod finding;
mod list;
mod matrix;
mod place;
mod source;
mod statute;
#[cfg(test)]
mod tests;
mod training;
mod treaty;
mod value;

pub use cell::{Cell, Column, ColumnType, Missing};
pub use list::{Rows, Table};
pub use matrix::{Answered, Matrix};

use crate::law::Corpus;
#[cfg(test)]
pub(crate) use crate::law::sample;
use crate::site::Site;

/// The version of the tables. It is raised when a table or a column is removed or changes its meaning, not when one is
/// added.
pub const VERSION: u32 = 2;

/// Lists the table functions under their names, in the order of publication.
macro_rules! listed {
    ($($theme:ident: $($name:ident)*;)*) => {
        &[$($((stringify!($name), |corpus| $theme::$name(corpus).named(stringify!($name))),)*)*]
    };
}

/// Makes a table of a corpus.
type Make = for<'c> fn(&'c Corpus) -> Table<'c>;

const TABLES: &[(&str, Make)] = listed! {
    place: countries;
    treaty: instruments articles actions statements statuses absences;
    statute: laws provisions wordings translations offences amendments stages elements;
    source: citations;
    codebook: topics sections questions answers;
    finding: findings bases states changes;
    source: sources terms;
    place: statistics gaps observations;
    source: conflicts sides;
    training: modules steps handouts exercises;
};

/// The tables of one site.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'c> {
    corpus: &'c Corpus,
    checksum: Option<&'c str>,
}

/// Metadata of the data package.
#[derive(Clone, Debug, Default)]
pub struct About<'c> {
    /// The name of the site.
    pub title: Option<&'c str>,
    /// A one-line description of the site.
    pub description: Option<&'c str>,
    /// The name of the edition, or its day.
    pub edition: Option<String>,
    /// The day up to which the law was researched.
    pub law_as_at: Option<String>,
    /// Language, BCP 47.
    pub language: &'c str,
    /// The address at which the site is published.
    pub base_url: Option<&'c str>,
    /// Licence of the content, as the configuration names it.
    pub licence: Option<&'c str>,
    /// Address of the licence's text.
    pub licence_url: Option<&'c str>,
    /// Notice on quoted sources.
    pub notice: Option<&'c str>,
    /// Checksum of the paths and bytes of all files of content, hexadecimal.
    pub checksum: Option<&'c str>,
}

/// The names of all tables, in the order in which they are listed.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, _)| *name)
}

impl<'c> Tables<'c> {
    /// The tables of a site.
    pub fn of_site(site: &'c Site) -> Tables<'c> {
        Tables { checksum: Some(site.checksum()), ..Tables::of(site.corpus()) }
    }

    /// The tables of a corpus.
    pub fn of(corpus: &'c Corpus) -> Tables<'c> {
        Tables { corpus, checksum: None }
    }

    /// All of them, in the order in which they are listed.
    pub fn all(self) -> impl Iterator<Item = Table<'c>> {
        TABLES.iter().map(move |(_, make)| make(self.corpus))
    }

    /// The table with this name.
    pub fn named(self, name: &str) -> Option<Table<'c>> {
        TABLES.iter().find(|(known, _)| *known == name).map(|(_, make)| make(self.corpus))
    }

    /// The names of the tables and how many rows each has, without making the rows. `None` where that would mean to
    /// derive them all.
    pub fn counts(self) -> impl Iterator<Item = (&'static str, Option<usize>)> {
        self.all().map(|table| (table.name, table.is_recorded.then(|| table.rows.count())))
    }

    /// The comparison as of the day of the edition, in its wide form.
    pub fn matrix(self) -> Matrix {
        matrix::matrix(self.corpus)
    }

    /// What the package says of itself.
    pub fn about(self) -> About<'c> {
        let settings = &self.corpus.settings;
        let home = self.corpus.home.as_ref().map(|home| home.title.as_str());
        About {
            title: settings.title.as_deref().or(home),
            description: settings.description.as_deref(),
            edition: settings
                .edition_name
                .as_ref()
                .map(|name| name.to_string())
                .or(settings.edition.map(|day| day.to_string())),
            law_as_at: settings.law_as_at.as_ref().map(|date| date.to_string()),
            language: &settings.language,
            base_url: settings.base_url.as_deref(),
            licence: settings.licence.as_deref(),
            licence_url: settings.licence_url.as_deref(),
            notice: settings.notice.as_deref(),
            checksum: self.checksum,
        }
    }
}
