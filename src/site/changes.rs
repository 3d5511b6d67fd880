//! The pages that list what changed: for the site, a year, a country and an instrument.

use super::Site;
use super::route::{Page, split_by_year};
use super::turn::Turn;
use crate::law::{self, CountryId};

impl Site {
    /// Whether there is anything to say of what changed.
    pub(super) fn has_changes(&self) -> bool {
        !(self.turns.all.is_empty() && self.corpus.changes.is_empty())
    }

    pub(super) fn country_changed(&self, id: &CountryId) -> bool {
        self.turns.of_country(id).next().is_some() || self.corpus.changes.iter().any(|c| c.country == *id)
    }

    /// The pages that say what changed, besides the list of the whole site.
    pub(super) fn change_pages(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        if !self.has_changes() {
            return pages;
        }
        pages.extend(years_of(&Page::Changes, self.turns.listed()));
        for country in self.corpus.countries.iter().filter(|c| self.country_changed(&c.id)) {
            let list = Page::ChangesCountry(country.id.clone());
            let years = years_of(&list, self.turns.of_country(&country.id));
            pages.extend(std::iter::once(list.clone()).chain(years));
        }
        let changed = |i: &&law::Instrument| self.turns.of_instrument(&i.id).next().is_some();
        for instrument in self.corpus.instruments.iter().filter(changed) {
            let list = Page::ChangesInstrument(instrument.id.clone());
            let years = years_of(&list, self.turns.of_instrument(&instrument.id));
            pages.extend(std::iter::once(list.clone()).chain(years));
        }
        pages
    }
}

/// The years that have a page of their own, latest first, and their changes: none where one page lists all.
pub(super) fn split<'t>(turns: impl Iterator<Item = &'t Turn>) -> Vec<(i16, usize)> {
    split_by_year(turns.filter_map(Turn::year))
}

/// The pages of a list's years.
pub(super) fn years_of<'t>(list: &Page, turns: impl Iterator<Item = &'t Turn>) -> Vec<Page> {
    split(turns).into_iter().filter_map(|(year, _)| list.of_year(year)).collect()
}
