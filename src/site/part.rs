//! A part of the site: some countries, some topics, or both; and which pages belong to it.

use std::collections::BTreeSet;

use super::Site;
use super::address::{Address, FRAME};
use crate::text::nearest;

/// Kinds of page that a part does without: they speak of files that it does not have, or of pages elsewhere.
const WITHOUT: &[&str] = &["data", "search", "search-list", "moved", "not-found"];

/// A part of a site.
#[derive(Clone, Debug, Default)]
pub struct Part {
    country_ids: BTreeSet<String>,
    topic_ids: BTreeSet<String>,
    /// The names of its countries; none: no country is left out.
    pub countries: Vec<String>,
    /// The titles of its topics; none: no topic is left out.
    pub topics: Vec<String>,
}

impl Part {
    /// The identities of its countries and topics.
    pub fn ids(&self) -> Vec<&str> {
        self.country_ids.iter().chain(&self.topic_ids).map(String::as_str).collect()
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
    /// The part of these countries and topics, by their identities.
    pub fn part_of(&self, countries: &[String], topics: &[String]) -> Result<Part, NoPart> {
        let mut part = Part::default();
        for id in countries {
            let known = || self.corpus.countries.iter().map(|country| country.id.as_str());
            let country = self.corpus.countries.get(id).ok_or_else(|| NoPart::unknown("country", id, known()))?;
            if part.country_ids.insert(id.clone()) {
                part.countries.push(country.name.clone());
            }
        }
        for id in topics {
            let known = || self.corpus.topics.iter().map(|topic| topic.id.as_str());
            let topic = self.corpus.topics.get(id).ok_or_else(|| NoPart::unknown("topic", id, known()))?;
            if part.topic_ids.insert(id.clone()) {
                part.topics.push(topic.title.clone());
            }
        }
        Ok(part)
    }

    /// How the page at `address` belongs to a part.
    pub fn belongs(&self, part: &Part, address: &Address) -> Belongs {
        let id = &*address.id;
        let country = id.split('/').next().unwrap_or(id);
        let of_country = matches!(
            address.kind,
            "country" | "law" | "provision" | "amendment" | "changes-country" | "handbook-country"
        );
        let topics: Option<Vec<&str>> = match address.kind {
            "topic" => Some(vec![id]),
            "question" => {
                self.corpus.questions.get(id).map(|q| q.topics.iter().map(|topic| topic.value.as_str()).collect())
            }
            "provision" => {
                self.corpus.provisions.get(id).map(|p| p.topics.iter().map(|topic| topic.value.as_str()).collect())
            }
            _ => None,
        };
        let by_country = match address.kind {
            _ if part.country_ids.is_empty() => None,
            "pair" => Some(id.split('/').all(|country| part.country_ids.contains(country))),
            _ => of_country.then(|| part.country_ids.contains(country)),
        };
        let by_topic = topics
            .filter(|_| !part.topic_ids.is_empty())
            .map(|topics| topics.iter().any(|topic| part.topic_ids.contains(*topic)));
        let overview = FRAME.iter().any(|(kind, _)| *kind == address.kind)
            || matches!(address.kind, "matrix-transposed" | "section" | "pair");
        match (by_country, by_topic) {
            (None, None) if address.on.is_some() || WITHOUT.contains(&address.kind) => Belongs::Outside,
            (None, None) if overview || address.kind == "page" => Belongs::Overview,
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
