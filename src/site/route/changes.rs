//! The pages of what changed, and of the years of long lists.

use crate::law;
use crate::site::index::Index;
use crate::site::turn::Turn;

use super::limit::split_by_year;
use super::page::Page;

/// The pages that say what changed, besides the list of the whole site.
pub fn change_pages(index: &Index) -> Vec<Page> {
    let mut pages = Vec::new();
    if !index.has_changes() {
        return pages;
    }
    pages.extend(years_of(&Page::Changes, index.turns.listed()));
    for country in index.corpus.countries.iter().filter(|c| index.country_changed(&c.id)) {
        let list = Page::ChangesCountry(country.id.clone());
        let years = years_of(&list, index.turns.of_country(&country.id));
        pages.extend(std::iter::once(list.clone()).chain(years));
    }
    let changed = |i: &&law::Instrument| index.turns.of_instrument(&i.id).next().is_some();
    for instrument in index.corpus.instruments.iter().filter(changed) {
        let list = Page::ChangesInstrument(instrument.id.clone());
        let years = years_of(&list, index.turns.of_instrument(&instrument.id));
        pages.extend(std::iter::once(list.clone()).chain(years));
    }
    pages
}

/// The years that have a page of their own, latest first, and their changes: none where one page lists all.
pub fn split<'t>(turns: impl Iterator<Item = &'t Turn>) -> Vec<(i16, usize)> {
    split_by_year(turns.filter_map(Turn::year))
}

/// The pages of a list's years.
pub fn years_of<'t>(list: &Page, turns: impl Iterator<Item = &'t Turn>) -> Vec<Page> {
    split(turns).into_iter().filter_map(|(year, _)| list.of_year(year)).collect()
}
