//! Orders of lists and further names, computed once.

use std::collections::{BTreeMap, BTreeSet};

use crate::law;
use crate::text;

use super::collation::Collation;

/// Positions of the countries in the corpus: those with a column first, in column order; then the others by name.
pub fn order(corpus: &law::Corpus, collation: &Collation) -> Vec<usize> {
    let columns: BTreeMap<&law::CountryId, usize> = corpus.columns.iter().enumerate().map(|(n, id)| (id, n)).collect();
    let rows = corpus.countries.rows();
    let column = |at: usize| columns.get(&rows[at].id).copied().unwrap_or(usize::MAX);
    let mut list: Vec<usize> = (0..rows.len()).collect();
    list.sort_by(|a, b| column(*a).cmp(&column(*b)).then_with(|| collation.compare(&rows[*a].name, &rows[*b].name)));
    list
}

/// Names of countries from the Unicode Common Locale Data Repository, where the record has none, so that a search finds
/// countries by them. The languages are those of the site, those of names, titles and terms in the corpus, and each
/// country's likely one.
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

/// Positions of the provisions of each law in the corpus, in the order of their numbers.
pub fn article_order(corpus: &law::Corpus) -> std::collections::BTreeMap<law::LawId, Vec<usize>> {
    let mut order: std::collections::BTreeMap<law::LawId, Vec<usize>> = Default::default();
    for (at, provision) in corpus.provisions.iter().enumerate() {
        order.entry(provision.law.clone()).or_default().push(at);
    }
    let rows = corpus.provisions.rows();
    order.values_mut().for_each(|list| law::article_number::sort(list, |at| &rows[*at].article));
    order
}
