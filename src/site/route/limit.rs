//! Limits to the length of pages, in lines. They were derived from the sizes of the shipped site's pages.

use std::collections::BTreeMap;

/// The most lines that one page may list. At about 70 bytes a line (compressed, as measured on the shipped site) such a
/// page stays below 60 KiB with everything that it loads.
pub const MOST_LINES: usize = 500;

/// The same limit for lines that name a citing place; they have a quarter of the size.
pub const MOST_USES: usize = 4 * MOST_LINES;

/// A list of changes with more lines is split by years. The limit is lower than `MOST_LINES` because such a page also
/// has links to all other lists.
pub const MOST_OF_ALL_YEARS: usize = 400;

/// The most preview lines on a page whose full lists are on pages of single countries.
const MOST_TOLD: usize = 240;

/// The most preview lines for each country there; each country gets at least one.
const MOST_TOLD_OF_ONE: usize = 3;

/// A site with more pages has a list of pages for each country.
pub const MOST_PAGES_IN_ONE_LIST: usize = 1000;

/// The number of preview lines for each of so many countries.
pub fn preview_of_one(countries: usize) -> usize {
    (MOST_TOLD / countries.max(1)).clamp(1, MOST_TOLD_OF_ONE)
}

/// Whether a page with so many lines for each country has to be split. With one country there is nothing to split.
pub fn is_too_much(lines: impl Iterator<Item = usize>) -> bool {
    is_more(lines, MOST_LINES)
}

/// Like `is_too_much`, with another limit.
pub fn is_more(lines: impl Iterator<Item = usize>, most: usize) -> bool {
    let (countries, all) = lines.fold((0, 0), |(countries, all), of_one| (countries + 1, all + of_one));
    countries > 1 && all > most
}

/// The years of a list of changes that get a page of their own, latest first, each with its number of lines. Empty if
/// one page lists all.
pub fn split_by_year(years_of_lines: impl Iterator<Item = i16>) -> Vec<(i16, usize)> {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    years_of_lines.for_each(|year| *years.entry(year).or_default() += 1);
    if years.values().sum::<usize>() <= MOST_OF_ALL_YEARS {
        return Vec::new();
    }
    years.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_divided_where_it_is_too_long_and_there_is_something_to_divide() {
        assert!(!is_too_much([MOST_LINES / 2, MOST_LINES / 2].into_iter()));
        assert!(is_too_much([MOST_LINES, 1].into_iter()));
        assert!(!is_too_much([MOST_LINES * 2].into_iter()));
    }
}
