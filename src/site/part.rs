//! A part of the site: some countries, some topics, some of its languages; and which pages belong to it.

use std::collections::BTreeSet;

use super::Site;
use super::address::{self, Address, FRAME};
use crate::text::nearest;

/// Kinds of page that a part does without: they speak of files that it does not have, or of pages elsewhere.
const WITHOUT: &[&str] = &["data", "search", "search-list", "moved", "not-found"];

/// A part of a site.
#[derive(Clone, Debug, Default)]
pub struct Part {
    countries: Vec<String>,
    topics: Vec<String>,
    languages: BTreeSet<String>,
}

impl Part {
    /// The identities of its countries and topics, and its languages.
    pub fn ids(&self) -> Vec<&str> {
        let mut countries: Vec<&str> = self.countries.iter().map(String::as_str).collect();
        let mut topics: Vec<&str> = self.topics.iter().map(String::as_str).collect();
        countries.sort_unstable();
        topics.sort_unstable();
        countries.into_iter().chain(topics).chain(self.languages.iter().map(String::as_str)).collect()
    }

    /// Whether a language of the site is in it.
    pub fn speaks(&self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.contains(language)
    }

    /// Whether nothing is left out but languages.
    pub fn is_whole(&self) -> bool {
        self.countries.is_empty() && self.topics.is_empty()
    }
}

/// Something that no part can be made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPart {
    /// What is wrong.
    pub why: String,
    /// What may have been meant.
    pub help: String,
}

/// How a page belongs to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// It is of the part's countries and topics.
    Own,
    /// It gives an overview, and belongs to every part.
    Overview,
    /// It belongs to those parts whose own pages lead to it.
    Shared,
    /// It is of other countries or topics, or on another day.
    Outside,
}

impl Site {
    /// The part of these countries, topics and languages; of each kind none: none is left out.
    pub fn part_of(&self, countries: &[String], topics: &[String], languages: &[String]) -> Result<Part, NoPart> {
        let mut part = Part::default();
        for id in countries {
            let known = || self.corpus.countries.iter().map(|country| country.id.as_str());
            self.corpus.countries.get(id).ok_or_else(|| NoPart::unknown("country", id, known()))?;
            if !part.countries.contains(id) {
                part.countries.push(id.clone());
            }
        }
        for id in topics {
            let known = || self.corpus.topics.iter().map(|topic| topic.id.as_str());
            self.corpus.topics.get(id).ok_or_else(|| NoPart::unknown("topic", id, known()))?;
            if !part.topics.contains(id) {
                part.topics.push(id.clone());
            }
        }
        for tag in languages {
            let own = [&*self.corpus.settings.language];
            let several = self.editions().iter().map(|edition| &*edition.language);
            let known: Vec<&str> = if self.editions().is_empty() { own.to_vec() } else { several.collect() };
            if !known.contains(&tag.as_str()) {
                return Err(NoPart::unknown("language", tag, known.into_iter()));
            }
            part.languages.insert(tag.clone());
        }
        Ok(part)
    }

    /// The names of the countries of a part, and the titles of its topics.
    pub fn names_in(&self, part: &Part) -> (Vec<String>, Vec<String>) {
        let countries = part.countries.iter().filter_map(|id| Some(self.corpus.countries.get(id)?.name.clone()));
        let topics = part.topics.iter().filter_map(|id| Some(self.corpus.topics.get(id)?.title.clone()));
        (countries.collect(), topics.collect())
    }

    /// How the page at `address` belongs to a part.
    pub fn belongs(&self, part: &Part, address: &Address) -> Belongs {
        let id = &*address.id;
        let (whole, of) = address.whole();
        let country = id.split('/').next().unwrap_or(id);
        let of_country = matches!(
            address.kind,
            "country"
                | "law"
                | "provision"
                | "amendment"
                | "changes-country"
                | "changes-country-year"
                | "changes-between-country"
                | "handbook-country"
        ) || address.part().is_some();
        let topics: Option<Vec<&str>> = match whole {
            "topic" => Some(vec![of]),
            "question" => {
                self.corpus.questions.get(id).map(|q| q.topics.iter().map(|topic| topic.value.as_str()).collect())
            }
            "provision" => {
                self.corpus.provisions.get(id).map(|p| p.topics.iter().map(|topic| topic.value.as_str()).collect())
            }
            _ => None,
        };
        let by_country = match address.kind {
            _ if part.countries.is_empty() => None,
            "pair" => Some(id.split('/').all(|country| part.countries.iter().any(|id| id == country))),
            _ => of_country.then(|| part.countries.iter().any(|id| id == country)),
        };
        let by_topic = topics
            .filter(|_| !part.topics.is_empty())
            .map(|topics| topics.iter().any(|topic| part.topics.iter().any(|id| id == topic)));
        let overview = FRAME.iter().any(|(kind, _)| *kind == address.kind)
            || matches!(address.kind, "matrix-transposed" | "section" | "pair");
        match (by_country, by_topic) {
            (None, None) if address.on.is_some() || WITHOUT.contains(&address.kind) => Belongs::Outside,
            (None, None) if overview || matches!(address.kind, "page" | address::BLANK) => Belongs::Overview,
            (None, None) => Belongs::Shared,
            (Some(false), _) | (_, Some(false)) => Belongs::Outside,
            _ => Belongs::Own,
        }
    }
}

impl NoPart {
    fn unknown<'a>(kind: &str, id: &str, known: impl Iterator<Item = &'a str>) -> NoPart {
        let known: Vec<&str> = known.collect();
        let help = match nearest(id, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("the site has no {kind}"),
            None => format!("there are: {}", known.join(", ")),
        };
        NoPart { why: format!("there is no {kind} `{id}`"), help }
    }
}
