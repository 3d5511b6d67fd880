//! Lists of all countries: where one page would be too long, it counts what there is of each country, names a little of
//! it, and leads to a page of that country, which shows the same of it alone.

use std::collections::BTreeMap;

use crate::law::{self, CountryId, Kind};

use super::references::country_of;
use super::route::{Amounts, Line, Page, is_too_much, told_of_one};
use super::sheet::Sheet;
use super::turn::{Turn, What};
use super::view::{Counted, Division, Share, Telling};

impl<'s> Sheet<'s> {
    /// Whether the page leaves its lists to pages of the countries.
    pub(super) fn is_divided(&self) -> bool {
        match &self.at.page {
            Page::ChangesYear(year) => is_too_much(self.turns_of_year(*year).values().map(Vec::len)),
            page => self.site.divisions.has(page),
        }
    }

    fn turns_of_year(&self, year: i16) -> BTreeMap<&'s CountryId, Vec<&'s Turn>> {
        let mut countries: BTreeMap<&CountryId, Vec<&Turn>> = BTreeMap::new();
        let turns = self.site.turns.listed().filter(|turn| turn.year() == Some(year));
        turns.for_each(|turn| countries.entry(&turn.country).or_default().push(turn));
        countries
    }

    /// Whether the page lists what there is of a country.
    pub(super) fn lists(&self, country: &str) -> bool {
        self.at.page.part().is_none_or(|part| part.as_str() == country) && !self.is_divided()
    }

    /// How the page is divided, if it is.
    pub(super) fn division(&self) -> Option<Division> {
        let site = self.site;
        let page = &self.at.page;
        if let (Some(country), Some(whole)) = (page.part(), page.whole()) {
            let whole = Some(self.to(&whole));
            return Some(Division { of: Some(self.country(country)), whole, countries: Vec::new() });
        }
        if let Page::ChangesYear(year) = page {
            return self.division_of_year(*year);
        }
        let amounts = site.divisions.of(page)?;
        let most = told_of_one(amounts.len());
        let mut told = self.told(page, amounts, most);
        let share = |country: &law::Country| {
            let counts = amounts.get(&country.id)?;
            Some(Share {
                id: share_id(page, country),
                country: self.country(&country.id),
                href: self.to(&page.part_of(&country.id)?),
                counts: counts.iter().map(|(what, count)| Counted { what: what.key(), count: *count }).collect(),
                told: told.remove(&country.id).unwrap_or_default(),
            })
        };
        Some(Division { of: None, whole: None, countries: site.countries().filter_map(share).collect() })
    }

    /// A little of what there is of each country.
    fn told(&self, page: &Page, amounts: &Amounts, most: usize) -> BTreeMap<CountryId, Vec<Telling>> {
        let corpus = self.corpus();
        let link = |kind: Kind, id: &str| Telling::of(self.link(kind, id));
        let mut told: BTreeMap<CountryId, Vec<Telling>> = BTreeMap::new();
        let mut tell = |country: CountryId, telling: &dyn Fn() -> Telling| {
            let list = told.entry(country).or_default();
            if list.len() < most {
                list.push(telling());
            }
        };
        match page {
            Page::Timeline => {
                let shown = |what: &What| matches!(what, What::Act { .. } | What::Law { .. } | What::Stage { .. });
                let turns =
                    amounts.keys().flat_map(|c| self.site.turns.of_country(c).filter(|t| shown(&t.what)).take(most));
                turns.for_each(|turn| tell(turn.country.clone(), &|| self.telling_of(turn)));
            }
            Page::Laws => corpus.laws.iter().for_each(|l| tell(l.country.clone(), &|| link(Kind::Law, l.id.as_str()))),
            Page::Amendments => {
                let bills = corpus.amendments.iter();
                bills.for_each(|a| tell(a.country.clone(), &|| link(Kind::Amendment, a.id.as_str())));
            }
            Page::Topic(topic) => {
                for at in self.site.provisions_under(topic) {
                    let provision = &corpus.provisions.rows()[*at];
                    tell(provision.law.country(), &|| link(Kind::Provision, provision.id.as_str()));
                }
            }
            Page::Source(source) => {
                for (origin, _) in self.site.references.citing(source.as_str()) {
                    let country = country_of(origin, corpus);
                    country.into_iter().for_each(|country| tell(country, &|| Telling::of(self.origin(origin))));
                }
            }
            // Others are never divided by countries.
            _ => {}
        }
        told
    }

    /// The year of a list of changes: its countries' own lists have the same lines.
    fn division_of_year(&self, year: i16) -> Option<Division> {
        let site = self.site;
        let countries = self.turns_of_year(year);
        if !is_too_much(countries.values().map(Vec::len)) {
            return None;
        }
        let most = told_of_one(countries.len());
        let share = |country: &law::Country| {
            let turns = countries.get(&country.id)?;
            Some(Share {
                id: country.id.to_string(),
                country: self.country(&country.id),
                href: self.link_to_year_of_country(&country.id, year),
                counts: vec![Counted { what: Line::Changes.key(), count: turns.len() }],
                told: turns.iter().take(most).map(|turn| self.telling_of(turn)).collect(),
            })
        };
        Some(Division { of: None, whole: None, countries: site.countries().filter_map(share).collect() })
    }

    /// A change in few words.
    pub(super) fn telling_of(&self, turn: &Turn) -> Telling {
        let line = self.alteration(turn);
        Telling { when: Some(line.when), what: line.what, of: line.of, was: line.was, is: line.is }
    }
}

/// The anchor of a country on a page that is divided: the one that it has where the page is whole.
fn share_id(page: &Page, country: &law::Country) -> String {
    match page {
        Page::Topic(_) => crate::text::slug(&country.name),
        _ => country.id.to_string(),
    }
}
