//! Handbooks: what is known of one country, or of all that are compared, in the order in which one reads on paper.

use crate::law::{self, Kind, cell::State};

use super::route::Page;
use super::sheet::Sheet;
use super::view::{Country, Handbook, Link};

/// With more countries than this the handbook of all holds what they have in common and leads to each one's own.
const MOST_COUNTRIES: usize = 12;

impl<'s> Sheet<'s> {
    /// The handbook of a country.
    pub(super) fn handbook_of(&self, country: &'s law::Country) -> Handbook {
        let all = self.to(&Page::HandbookAll);
        Handbook { countries: vec![self.country_page(country)], all: Some(all), ..self.no_handbook() }
    }

    /// The handbook of all that are compared.
    pub(super) fn handbook(&self) -> Handbook {
        let corpus = self.corpus();
        let few = corpus.columns.len() <= MOST_COUNTRIES;
        let known = corpus.columns.iter().filter_map(|id| corpus.countries.get(id.as_str()));
        let other = |c: &'s law::Country| Link {
            href: self.to(&Page::HandbookCountry(c.id.clone())),
            ..self.link(Kind::Country, c.id.as_str())
        };
        let own = |c: &'s law::Country| Sheet { scope: c.id.as_str(), ..*self }.country_page(c);
        Handbook {
            countries: if few { known.clone().map(own).collect::<Vec<Country>>() } else { Vec::new() },
            others: if few { Vec::new() } else { known.map(other).collect() },
            treaties: Some(self.grid()),
            matrix: Some(self.matrix(|_| true, String::new())),
            conflicts: corpus.conflicts.iter().map(|c| self.conflict(c)).collect(),
            terms: self.glossary().terms,
            sources: self.sources_page().groups,
            ..self.no_handbook()
        }
    }

    fn no_handbook(&self) -> Handbook {
        Handbook {
            countries: Vec::new(),
            others: Vec::new(),
            treaties: None,
            matrix: None,
            conflicts: Vec::new(),
            terms: Vec::new(),
            sources: Vec::new(),
            states: State::WORDS.iter().copied().collect(),
            all: None,
        }
    }
}
