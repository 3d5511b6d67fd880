//! Parts of a site that are copied by themselves: some of its countries, topics and languages, and the pages that
//! belong to them.

use std::collections::BTreeSet;

use super::Site;
use super::route::{Address, Page};
use crate::law::TopicId;
use crate::text::{At, TaggedText, nearest_id};

/// A part of a site. An empty list means all.
#[derive(Clone, Debug, Default)]
pub struct Subset {
    countries: Vec<String>,
    topics: Vec<String>,
    languages: BTreeSet<String>,
}

impl Subset {
    /// The ids of its countries and topics and the tags of its languages.
    pub fn ids(&self) -> Vec<&str> {
        let mut countries: Vec<&str> = self.countries.iter().map(String::as_str).collect();
        let mut topics: Vec<&str> = self.topics.iter().map(String::as_str).collect();
        countries.sort_unstable();
        topics.sort_unstable();
        countries.into_iter().chain(topics).chain(self.languages.iter().map(String::as_str)).collect()
    }

    /// Whether the part includes a language of the site.
    pub fn speaks(&self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.contains(language)
    }

    /// Whether it includes all countries and topics.
    pub fn is_whole(&self) -> bool {
        self.countries.is_empty() && self.topics.is_empty()
    }
}

/// Why a part cannot be made: an id or a language that the site does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubsetError {
    /// The message.
    pub why: String,
    /// A suggestion.
    pub help: String,
}

/// The relation of a page to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// The page is about countries or topics of the part.
    Own,
    /// The page gives an overview, and is included in every part.
    Overview,
    /// The page is included if an own page of the part links to it.
    Shared,
    /// The page is about other countries or topics, or is a view on another day.
    Outside,
}

/// The part with these countries, topics and languages; an empty list includes all of its kind. An unknown id is an
/// error.
pub fn part_of(
    site: &Site,
    countries: &[String],
    topics: &[String],
    languages: &[String],
) -> Result<Subset, SubsetError> {
    let mut part = Subset::default();
    for id in countries {
        let known = || site.index.corpus.countries.iter().map(|country| country.id.as_str());
        site.index.corpus.countries.get(id).ok_or_else(|| SubsetError::unknown("country", id, known()))?;
        if !part.countries.contains(id) {
            part.countries.push(id.clone());
        }
    }
    for id in topics {
        let known = || site.index.corpus.topics.iter().map(|topic| topic.id.as_str());
        site.index.corpus.topics.get(id).ok_or_else(|| SubsetError::unknown("topic", id, known()))?;
        if !part.topics.contains(id) {
            part.topics.push(id.clone());
        }
    }
    for tag in languages {
        let own = [&*site.index.corpus.settings.language];
        let several = site.locales().iter().map(|edition| &*edition.language);
        let known: Vec<&str> = if site.locales().is_empty() { own.to_vec() } else { several.collect() };
        if !known.contains(&tag.as_str()) {
            return Err(SubsetError::unknown("language", tag, known.into_iter()));
        }
        part.languages.insert(tag.clone());
    }
    Ok(part)
}

/// The names of the part's countries, and the titles of its topics.
pub fn names_in(site: &Site, part: &Subset) -> (Vec<TaggedText>, Vec<TaggedText>) {
    let countries = part.countries.iter().filter_map(|id| Some(site.index.corpus.countries.get(id)?.name.clone()));
    let topics = part.topics.iter().filter_map(|id| Some(site.index.corpus.topics.get(id)?.title.clone()));
    (countries.collect(), topics.collect())
}

/// The relation of the page at `address` to a part.
pub fn belongs(site: &Site, part: &Subset, address: &Address) -> Membership {
    let page = &address.page;
    // These pages list files that the part does not have, or redirect to pages elsewhere.
    if matches!(page, Page::Data | Page::Search | Page::SearchCountry(_) | Page::Moved { .. } | Page::NotFound) {
        return Membership::Outside;
    }
    let has_country = |id: &str| part.countries.iter().any(|own| own == id);
    let by_country = match page {
        _ if part.countries.is_empty() => None,
        Page::Pair(first, second) => Some(has_country(first.as_str()) && has_country(second.as_str())),
        page => page.country().map(has_country),
    };
    let by_topic = match topics_of(site, page) {
        Some(topics) if !part.topics.is_empty() => {
            Some(topics.iter().any(|topic| part.topics.iter().any(|own| own == topic.as_str())))
        }
        _ => None,
    };
    match (by_country, by_topic) {
        (None, None) if address.on.is_some() => Membership::Outside,
        (None, None) if is_overview(page) => Membership::Overview,
        (None, None) => Membership::Shared,
        (Some(false), _) | (_, Some(false)) => Membership::Outside,
        _ => Membership::Own,
    }
}

/// The topics of a page, for kinds of page that belong to topics.
fn topics_of(site: &Site, page: &Page) -> Option<Vec<TopicId>> {
    let all = |topics: &'_ [At<TopicId>]| topics.iter().map(|topic| topic.value.clone()).collect();
    match page {
        Page::Topic(topic) | Page::TopicCountry(_, topic) => Some(vec![topic.clone()]),
        Page::Question(id) => site.index.corpus.questions.get(id.as_str()).map(|question| all(&question.topics)),
        Page::Provision(id) => site.index.corpus.provisions.get(id.as_str()).map(|provision| all(&provision.topics)),
        _ => None,
    }
}
/// Whether a page gives an overview and so is included in every part.
fn is_overview(page: &Page) -> bool {
    let more =
        matches!(page, Page::MatrixTransposed | Page::Section(_) | Page::Pair(..) | Page::Prose(_) | Page::Blank);
    page.is_frame() || more
}

impl SubsetError {
    fn unknown<'a>(kind: &str, id: &str, known: impl Iterator<Item = &'a str>) -> SubsetError {
        let known: Vec<&str> = known.collect();
        let help = match nearest_id(id, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("the site has no {kind}"),
            None => format!("there are: {}", known.join(", ")),
        };
        SubsetError { why: format!("there is no {kind} `{id}`"), help }
    }
}
