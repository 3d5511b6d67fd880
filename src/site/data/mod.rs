//! The site as tables: what other people's programs read.
//!
//! What comes in is the corpus; what goes out are rows of types of their own, one table at a time and one row at a time,
//! so that a large site is never held twice. A table says of itself what it holds; how it is written, this room never
//! knows.

mod cell;
mod read;
mod row;
#[cfg(test)]
pub(crate) mod sample;
mod state;
#[cfg(test)]
mod tests;

pub use cell::{Cell, Column, Holds, Missing};
pub use read::{TABLES, Table};

use crate::law::Corpus;

use super::Site;

/// The version of the tables. It is raised when a table or a column goes or changes its meaning, not when one is added.
pub const VERSION: u32 = 1;

/// The tables of one site.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'s> {
    corpus: &'s Corpus,
}

/// What a package of data says of itself.
#[derive(Clone, Debug, Default)]
pub struct About<'s> {
    /// The name of the site.
    pub title: Option<&'s str>,
    /// One line that says what it is.
    pub description: Option<&'s str>,
    /// The name of the edition, or its day.
    pub edition: Option<String>,
    /// The day up to which the site was researched.
    pub law_as_at: Option<String>,
    /// Language, BCP 47.
    pub language: &'s str,
    /// Where the site is published.
    pub base_url: Option<&'s str>,
    /// Licence of the content.
    pub licence: Option<&'s str>,
    /// Address of the licence's text.
    pub licence_url: Option<&'s str>,
    /// Notice on quoted sources.
    pub notice: Option<&'s str>,
}

impl Site {
    /// The site as tables.
    pub fn data(&self) -> Tables<'_> {
        Tables::of(&self.corpus)
    }
}

impl<'s> Tables<'s> {
    /// The tables of a corpus.
    pub fn of(corpus: &'s Corpus) -> Tables<'s> {
        Tables { corpus }
    }

    /// Hands every row of `table` to `take`, in an order that depends on the content alone.
    pub fn each(&self, table: &Table, take: &mut dyn FnMut(&[Cell<'_>])) {
        table.read(self.corpus, take);
    }

    /// The names of the tables and how many rows each has, without making the rows. `None` where that would mean to
    /// derive them all.
    pub fn counts(&self) -> Vec<(&'static str, Option<usize>)> {
        TABLES.iter().map(|table| (table.name, table.count(self.corpus))).collect()
    }

    /// What the package says of itself.
    pub fn about(&self) -> About<'s> {
        let settings = &self.corpus.settings;
        let home = self.corpus.home.as_ref().map(|home| home.title.as_str());
        About {
            title: settings.title.as_deref().or(home),
            description: settings.description.as_deref(),
            edition: settings.edition_name.clone().or(settings.edition.map(|day| day.to_string())),
            law_as_at: settings.law_as_at.as_ref().map(|date| date.to_string()),
            language: &settings.language,
            base_url: settings.base_url.as_deref(),
            licence: settings.licence.as_deref(),
            licence_url: settings.licence_url.as_deref(),
            notice: settings.notice.as_deref(),
        }
    }
}
