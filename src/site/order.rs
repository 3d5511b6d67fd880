//! Orders in which lists stand, made once.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{self, CountryId, Kind};
use crate::text;

use super::Site;
use super::collation::Collation;
use super::days::treaty_columns;
use super::route;

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
pub fn called(corpus: &law::Corpus) -> BTreeMap<law::CountryId, Vec<law::Tongue>> {
    let names = corpus.countries.iter().flat_map(|c| &c.names);
    let titles = corpus.laws.iter().filter_map(|l| l.official_title.as_ref());
    let terms = corpus.terms.iter().flat_map(|t| &t.originals);
    let own = corpus.settings.languages.iter().map(|language| language.value.as_str());
    let all = names.chain(titles).chain(terms).map(|tongue| tongue.language.as_str());
    let languages: BTreeSet<&str> = all.chain(own).chain([corpus.settings.language.as_str()]).collect();
    let of = |country: &law::Country| -> Option<Vec<law::Tongue>> {
        let iso = country.iso.as_deref()?;
        let most = text::country_language(iso);
        let wanted = languages.iter().copied().chain(most.as_deref().filter(|most| !languages.contains(most)));
        let missing = wanted.filter(|language| country.names.iter().all(|name| name.language != *language));
        let name = |language: &str| Some((text::country_name(iso, language)?, language.to_owned()));
        let found = missing.filter_map(name).filter(|(text, _)| *text != country.name);
        Some(found.map(|(text, language)| law::Tongue { text, language }).collect())
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

impl Site {
    /// The countries: those of the columns first, in their order, then the others by name.
    pub(super) fn countries(&self) -> impl Iterator<Item = &law::Country> {
        self.country_order.iter().map(|at| &self.corpus.countries.rows()[*at])
    }

    /// The paths of the countries' pages: first those that are compared, in the order of the columns, then the others.
    pub fn country_paths(&self) -> impl Iterator<Item = String> {
        self.countries().map(|country| route::path_of(Kind::Country, country.id.as_str()).0)
    }

    /// The sections of the codebook in its order.
    pub(super) fn sections(&self) -> impl Iterator<Item = &law::Section> {
        let mut list: Vec<&law::Section> = self.corpus.sections.iter().collect();
        list.sort_by_key(|s| (s.order, s.id.clone()));
        list.into_iter()
    }

    /// The questions in the order of the codebook.
    pub(super) fn codebook(&self) -> impl Iterator<Item = &law::Question> {
        self.corpus.codebook.iter().filter_map(|id| self.corpus.questions.get(id.as_str()))
    }

    /// The topics in their order.
    pub(super) fn topics(&self) -> impl Iterator<Item = &law::Topic> {
        let mut list: Vec<&law::Topic> = self.corpus.topics.iter().collect();
        list.sort_by_key(|t| (t.order, t.id.clone()));
        list.into_iter()
    }

    /// The provisions under a topic, by their place in the corpus.
    pub(super) fn provisions_under(&self, topic: &law::TopicId) -> &[usize] {
        self.provisions_by_topic.get(topic).map_or(&[], Vec::as_slice)
    }

    /// The provisions of a law in the order of their numbers.
    pub(super) fn articles_of(&self, law: &law::LawId) -> Vec<&law::Provision> {
        let places = self.articles.get(law).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.provisions.rows()[*at]).collect()
    }

    /// The offences that name a provision.
    pub(super) fn offences_of(&self, provision: &law::ProvisionId) -> impl Iterator<Item = &law::Offence> {
        let places = self.offences_by_provision.get(provision).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.offences.rows()[*at])
    }

    /// The instruments in the order of grids.
    pub(super) fn instruments(&self) -> impl Iterator<Item = &law::Instrument> {
        self.instrument_order.iter().map(|at| &self.corpus.instruments.rows()[*at])
    }

    /// The countries that are compared and can join treaties.
    pub(super) fn treaty_columns(&self) -> Vec<&CountryId> {
        treaty_columns(&self.corpus).collect()
    }

    /// The modules in their order.
    pub(super) fn modules(&self) -> impl Iterator<Item = &law::Module> {
        let mut list: Vec<&law::Module> = self.corpus.modules.iter().collect();
        list.sort_by_key(|m| (m.order, m.id.clone()));
        list.into_iter()
    }

    /// A handout by its module and its own id.
    pub(super) fn handout(&self, module: &law::ModuleId, id: &str) -> Option<(&law::Module, &law::Handout)> {
        let module = self.corpus.modules.get(module.as_str())?;
        Some((module, module.handouts.iter().find(|h| h.id.value == id)?))
    }
}
