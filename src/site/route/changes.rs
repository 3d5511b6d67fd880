//! The pages of the lists of changes, and of their single years.

use crate::law;
use crate::site::event::Event;
use crate::site::index::Index;

use super::limit::split_by_year;
use super::page::Page;

/// The pages of changes of countries, instruments and years, besides the list of the whole site.
pub fn change_pages(index: &Index) -> Vec<Page> {
    let mut pages = Vec::new();
    if !index.has_changes() {
        return pages;
    }
    pages.extend(years_of(&Page::Changes, index.history.listed()));
    for country in index.corpus.countries.iter().filter(|c| index.country_changed(&c.id)) {
        let list = Page::ChangesCountry(country.id.clone());
        let years = years_of(&list, index.history.of_country(&country.id));
        pages.extend(std::iter::once(list.clone()).chain(years));
    }
    let changed = |i: &&law::Instrument| index.history.of_instrument(&i.id).next().is_some();
    for instrument in index.corpus.instruments.iter().filter(changed) {
        let list = Page::ChangesInstrument(instrument.id.clone());
        let years = years_of(&list, index.history.of_instrument(&instrument.id));
        pages.extend(std::iter::once(list.clone()).chain(years));
    }
    pages
}

/// The years that get a page of their own, latest first, each with its number of changes. Empty if one page lists all.
pub fn split<'t>(history: impl Iterator<Item = &'t Event>) -> Vec<(i16, usize)> {
    split_by_year(history.filter_map(Event::year))
}

/// The pages of the single years of `list`.
pub fn years_of<'t>(list: &Page, history: impl Iterator<Item = &'t Event>) -> Vec<Page> {
    split(history).into_iter().filter_map(|(year, _)| list.of_year(year)).collect()
}
