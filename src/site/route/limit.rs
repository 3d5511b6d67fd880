//! How long a page may be: limits in lines, found by what the shipped site weighs, and what follows where they are passed.

use std::collections::BTreeMap;

/// One page tells all where that is no more lines than these: at about 70 bytes a line, as the shipped site has them
/// compressed, it stays below 60 KiB with what it loads.
pub const MOST_LINES: usize = 500;

/// The same of places that cite a source, which take a quarter of such a line.
pub const MOST_USES: usize = 4 * MOST_LINES;

/// A list of changes is split by years where it has more lines than these: a page of all years has its head and its links
/// to other lists besides.
pub const MOST_OF_ALL_YEARS: usize = 400;

/// A page that leaves the whole to those of the countries tells so many lines, all countries together: ...
const MOST_TOLD: usize = 240;

/// ... and of one country no more than these, but one at least.
const MOST_TOLD_OF_ONE: usize = 3;

/// A site with more pages than these lists those of each country on a page of its own.
pub const MOST_PAGES_IN_ONE_LIST: usize = 1000;

/// How many lines of one country a page tells that does not tell all, where it speaks of so many countries.
pub fn preview_of_one(countries: usize) -> usize {
    (MOST_TOLD / countries.max(1)).clamp(1, MOST_TOLD_OF_ONE)
}

/// Whether so many lines of each country are too much for one page, and can be divided.
pub fn is_too_much(lines: impl Iterator<Item = usize>) -> bool {
    is_more(lines, MOST_LINES)
}

/// The same with another limit.
pub fn is_more(lines: impl Iterator<Item = usize>, most: usize) -> bool {
    let (countries, all) = lines.fold((0, 0), |(countries, all), of_one| (countries + 1, all + of_one));
    countries > 1 && all > most
}

/// The years of a list of changes that have a page of their own, latest first, with the number of lines of each: none
/// where one page lists all.
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
