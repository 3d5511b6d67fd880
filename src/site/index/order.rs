//! Orders in which lists stand, made once.

use std::collections::{BTreeMap, BTreeSet};

use crate::law;
use crate::text;

use super::collation::Collation;

/// The countries by their place in the corpus: those of the columns first, in their order, then the others by name.
pub fn order(corpus: &law::Corpus, collation: &Collation) -> Vec<usize> {
    let columns: BTreeMap<&law::CountryId, usize> = corpus.columns.iter().enumerate().map(|(n, id)| (id, n)).collect();
    let rows = corpus.countries.rows();
    let column = |at: usize| columns.get(&rows[at].id).copied().unwrap_or(usize::MAX);
    let mut list: Vec<usize> = (0..rows.len()).collect();
    list.sort_by(|a, b| column(*a).cmp(&column(*b)).then_with(|| collation.compare(&rows[*a].name, &rows[*b].name)));
    list
}

/// What the languages of the texts call countries, so that a search finds them by it: the names of the Unicode Common
/// Locale Data Repository, where the record has none. The languages are those of the site, of the names, titles and terms
/// that stand in it in their own, and for each country its likely one.
pub fn called(corpus: &law::Corpus) -> BTreeMap<law::CountryId, Vec<law::LocalizedText>> {
    let names = corpus.countries.iter().flat_map(|c| &c.names);
    let titles = corpus.laws.iter().filter_map(|l| l.official_title.as_ref());
    let terms = corpus.terms.iter().flat_map(|t| &t.originals);
    let own = corpus.settings.languages.iter().map(|language| language.value.as_str());
    let all = names.chain(titles).chain(terms).map(|localized_text| localized_text.language.as_str());
    let languages: BTreeSet<&str> = all.chain(own).chain([corpus.settings.language.as_str()]).collect();
    let of = |country: &law::Country| -> Option<Vec<law::LocalizedText>> {
        let iso = country.iso.as_deref()?;
        let most = text::country_language(iso);
        let wanted = languages.iter().copied().chain(most.as_deref().filter(|most| !languages.contains(most)));
        let missing = wanted.filter(|language| country.names.iter().all(|name| name.language != *language));
        let name = |language: &str| Some((text::country_name(iso, language)?, language.to_owned()));
        let found = missing.filter_map(name).filter(|(text, _)| text.as_str() != country.name.as_str());
        Some(found.map(|(text, language)| law::LocalizedText { text, language }).collect())
    };
    corpus.countries.iter().filter_map(|country| Some((country.id.clone(), of(country)?))).collect()
}

/// The provisions of each law, by their place in the corpus, in the order of their numbers.
pub fn article_order(corpus: &law::Corpus) -> std::collections::BTreeMap<law::LawId, Vec<usize>> {
    let mut order: std::collections::BTreeMap<law::LawId, Vec<usize>> = Default::default();
    for (at, provision) in corpus.provisions.iter().enumerate() {
        order.entry(provision.law.clone()).or_default().push(at);
    }
    let rows = corpus.provisions.rows();
    order.values_mut().for_each(|list| list.sort_by_cached_key(|at| number_order(&rows[*at].article)));
    order
}

/// The order of article numbers: figures by value, all else by letter ("9" before "10", "128" before "128-1").
pub fn number_order(article: &str) -> Vec<(u64, String)> {
    let mut out: Vec<(u64, String)> = Vec::new();
    let mut rest = article;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let words = rest[digits..].find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len() - digits);
        out.push((rest[..digits].parse().unwrap_or(0), rest[digits..digits + words].to_owned()));
        rest = &rest[digits + words..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_in_the_order_of_their_numbers() {
        let mut list = ["128-1", "10", "9", "128", "130.1", "130"];
        list.sort_by_key(|a| number_order(a));
        assert_eq!(list, ["9", "10", "128", "128-1", "130", "130.1"]);
    }
}
