//! Lists of all countries: where one page would be too long, it counts what there is of each country, names a little of
//! it, and leads to a page of that country, which shows the same of it alone. What is too long, this room says for all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::law::{self, Corpus, CountryId, Kind};

use super::Site;
use super::address::Address;
use super::changes::is_in;
use super::days::treaty_columns;
use super::references::{References, country_of};
use super::sheet::Sheet;
use super::turn::{Turn, What};
use super::view::{Counted, Division, Share, Telling};

/// One page tells all where that is no more lines than these: at about 70 bytes a line, as the shipped site has them
/// compressed, it stays below 60 KiB with what it loads.
pub(super) const MOST_LINES: usize = 500;

/// The same of places that cite a source, which take a quarter of such a line.
const MOST_USES: usize = 4 * MOST_LINES;

/// A list of changes is split by years where it has more lines than these: a page of all years has its head and its links
/// to other lists besides.
pub(super) const MOST_OF_ALL_YEARS: usize = 400;

/// A page that leaves the whole to those of the countries tells so many lines, all countries together: ...
const MOST_TOLD: usize = 240;

/// ... and of one country no more than these, but one at least.
const MOST_TOLD_OF_ONE: usize = 3;

/// The kinds of page that are divided, and of each the kind of page that shows it of one country.
const DIVIDED: [(&str, &str); 5] = [
    ("timeline", "timeline-country"),
    ("laws", "laws-country"),
    ("amendments", "amendments-country"),
    ("topic", "topic-country"),
    ("source", "source-country"),
];

/// Of what there may be lines, in the order in which a page counts them: the keys behind `amount-`.
const LINES: [&str; 13] = [
    "answers",
    "laws",
    "provisions",
    "offences",
    "observations",
    "gaps",
    "amendments",
    "elements",
    "acts",
    "dates",
    "stages",
    "uses",
    "changes",
];

/// How many lines of one country a page tells that does not tell all, where it speaks of so many countries.
pub(super) fn told_of_one(countries: usize) -> usize {
    (MOST_TOLD / countries.max(1)).clamp(1, MOST_TOLD_OF_ONE)
}

/// The kind of page of which a kind of page shows one country's part.
pub(super) fn whole_of(kind: &str) -> Option<&'static str> {
    DIVIDED.iter().find(|(_, part)| *part == kind).map(|(whole, _)| *whole)
}

/// How many lines of each country there are, by what they are.
type Amounts = BTreeMap<CountryId, BTreeMap<&'static str, usize>>;

/// The pages that are divided, by their kind and their record.
#[derive(Debug, Default)]
pub(super) struct Divisions(BTreeMap<&'static str, BTreeMap<Arc<str>, Amounts>>);

impl Divisions {
    pub(super) fn new(corpus: &Corpus, references: &References) -> Divisions {
        let mut divisions = Divisions::default();
        let joining: BTreeSet<&CountryId> = treaty_columns(corpus).collect();
        for action in corpus.actions.iter().filter(|a| a.statements.iter().any(|s| s.date().is_some())) {
            if joining.contains(&action.country) {
                divisions.add("timeline", "", &action.country, "acts");
            }
        }
        for law in corpus.laws.iter() {
            law.dates().for_each(|_| divisions.add("timeline", "", &law.country, "dates"));
            divisions.add("laws", "", &law.country, "laws");
            law.topics.iter().for_each(|topic| divisions.add("topic", topic.as_str(), &law.country, "laws"));
        }
        for provision in corpus.provisions.iter() {
            let country = provision.law.country();
            divisions.add("laws", "", &country, "provisions");
            provision.topics.iter().for_each(|topic| divisions.add("topic", topic.as_str(), &country, "provisions"));
        }
        for amendment in corpus.amendments.iter() {
            let country = &amendment.country;
            amendment.stages.iter().for_each(|_| divisions.add("timeline", "", country, "stages"));
            divisions.add("amendments", "", country, "amendments");
            amendment.topics.iter().for_each(|topic| divisions.add("topic", topic.as_str(), country, "amendments"));
            let topics = amendment.elements.iter().flat_map(|element| &element.topics);
            topics.for_each(|topic| divisions.add("topic", topic.as_str(), country, "elements"));
        }
        divisions.add_under_topics(corpus);
        for (source, origin) in references.uses() {
            country_of(origin, corpus).iter().for_each(|country| divisions.add("source", source, country, "uses"));
        }
        for (kind, pages) in &mut divisions.0 {
            let most = if *kind == "source" { MOST_USES } else { MOST_LINES };
            pages.retain(|_, amounts| is_more(amounts.values().map(|of_one| of_one.values().sum()), most));
        }
        divisions
    }

    fn add_under_topics(&mut self, corpus: &Corpus) {
        for (question, country) in corpus.questions.iter().flat_map(|q| corpus.columns.iter().map(move |c| (q, c))) {
            question.topics.iter().for_each(|topic| self.add("topic", topic.as_str(), country, "answers"));
        }
        for offence in corpus.offences.iter() {
            offence.topics.iter().for_each(|topic| self.add("topic", topic.as_str(), &offence.country, "offences"));
        }
        for observation in &corpus.observations {
            let topics = observation.topics.iter();
            topics.for_each(|topic| self.add("topic", topic.as_str(), &observation.country, "observations"));
        }
        for gap in &corpus.gaps {
            gap.topics.iter().for_each(|topic| self.add("topic", topic.as_str(), &gap.country, "gaps"));
        }
    }

    fn add(&mut self, kind: &'static str, id: &str, country: &CountryId, what: &'static str) {
        let pages = self.0.entry(kind).or_default();
        if !pages.contains_key(id) {
            pages.insert(id.into(), Amounts::default());
        }
        let amounts = pages.get_mut(id).expect("it was put there");
        *amounts.entry(country.clone()).or_default().entry(what).or_default() += 1;
    }

    /// Whether the page of this kind and record is divided.
    pub(super) fn has(&self, kind: &str, id: &str) -> bool {
        self.of(kind, id).is_some()
    }

    fn of(&self, kind: &str, id: &str) -> Option<&Amounts> {
        self.0.get(kind)?.get(id)
    }

    /// The addresses of the pages that show one country's part.
    pub(super) fn addresses(&self) -> Vec<Address> {
        let of_kind = |(kind, pages): (&&'static str, &BTreeMap<Arc<str>, Amounts>)| {
            let of_page = |(id, amounts): (&Arc<str>, &Amounts)| {
                amounts.keys().map(|country| address_of(kind, id, country)).collect::<Vec<_>>()
            };
            pages.iter().flat_map(of_page).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_kind).collect()
    }
}

/// Whether so many lines of each country are too much for one page, and can be divided.
pub(super) fn is_too_much(lines: impl Iterator<Item = usize>) -> bool {
    is_more(lines, MOST_LINES)
}

fn is_more(lines: impl Iterator<Item = usize>, most: usize) -> bool {
    let (countries, all) = lines.fold((0, 0), |(countries, all), of_one| (countries + 1, all + of_one));
    countries > 1 && all > most
}

/// The page of one country's part of the page of this kind and record.
fn address_of(whole: &str, id: &str, country: &CountryId) -> Address {
    let part = DIVIDED.iter().find(|(kind, _)| *kind == whole).map_or("", |(_, part)| *part);
    let path = match whole {
        "timeline" => format!("countries/{country}/timeline.html"),
        "topic" => format!("countries/{country}/topics/{id}.html"),
        "source" => format!("countries/{country}/sources/{id}.html"),
        whole => format!("countries/{country}/{whole}/index.html"),
    };
    Address::new(part, &format!("{country}/{id}"), path)
}

impl Address {
    /// Its kind and its record; of a page that shows one country's part, those of the whole.
    pub(super) fn whole(&self) -> (&'static str, &str) {
        match whole_of(self.kind) {
            Some(whole) => (whole, self.id.split_once('/').map_or("", |(_, id)| id)),
            None => (self.kind, &self.id),
        }
    }

    /// The country of which alone it shows something, where it does so for the length of the whole.
    pub(super) fn part(&self) -> Option<&str> {
        whole_of(self.kind).and_then(|_| self.id.split('/').next())
    }
}

impl<'s> Sheet<'s> {
    /// Whether the page leaves its lists to pages of the countries.
    pub(super) fn is_divided(&self) -> bool {
        match self.at.kind {
            "changes-year" => is_too_much(self.turns_of_year(&self.at.id).values().map(Vec::len)),
            kind => self.site.divisions.has(kind, &self.at.id),
        }
    }

    fn turns_of_year(&self, year: &str) -> BTreeMap<&'s CountryId, Vec<&'s Turn>> {
        let mut countries: BTreeMap<&CountryId, Vec<&Turn>> = BTreeMap::new();
        let turns = self.site.turns.listed().filter(|turn| is_in(turn, year));
        turns.for_each(|turn| countries.entry(&turn.country).or_default().push(turn));
        countries
    }

    /// Whether the page lists what there is of a country.
    pub(super) fn lists(&self, country: &str) -> bool {
        self.at.part().is_none_or(|part| part == country) && !self.is_divided()
    }

    /// How the page is divided, if it is.
    pub(super) fn division(&self) -> Option<Division> {
        let site = self.site;
        let (kind, id) = self.at.whole();
        if let Some(country) = self.at.part() {
            let whole = match kind {
                "topic" => self.record(Kind::Topic, id),
                "source" => self.record(Kind::Source, id),
                kind => self.frame(kind),
            };
            let of = self.link(Kind::Country, country);
            return Some(Division { of: Some(of), whole: Some(whole), countries: Vec::new() });
        }
        if kind == "changes-year" {
            return self.division_of_year(id);
        }
        let amounts = site.divisions.of(kind, id)?;
        let most = told_of_one(amounts.len());
        let mut told = self.told(kind, id, amounts, most);
        let share = |country: &law::Country| {
            let path = address_of(kind, id, &country.id).path;
            let counts = amounts.get(&country.id)?;
            let counts = LINES.iter().filter_map(|what| Some(Counted { what, count: *counts.get(what)? }));
            Some(Share {
                id: share_id(kind, country),
                country: self.country(&country.id),
                href: self.href(&path, None),
                counts: counts.collect(),
                told: told.remove(&country.id).unwrap_or_default(),
            })
        };
        Some(Division { of: None, whole: None, countries: site.countries().filter_map(share).collect() })
    }

    /// A little of what there is of each country.
    fn told(&self, kind: &str, id: &str, amounts: &Amounts, most: usize) -> BTreeMap<CountryId, Vec<Telling>> {
        let corpus = self.corpus();
        let link = |kind: Kind, id: &str| Telling::of(self.link(kind, id));
        let mut told: BTreeMap<CountryId, Vec<Telling>> = BTreeMap::new();
        let mut tell = |country: CountryId, telling: &dyn Fn() -> Telling| {
            let list = told.entry(country).or_default();
            if list.len() < most {
                list.push(telling());
            }
        };
        match kind {
            "timeline" => {
                let shown = |what: &What| matches!(what, What::Act { .. } | What::Law { .. } | What::Stage { .. });
                let turns =
                    amounts.keys().flat_map(|c| self.site.turns.of_country(c).filter(|t| shown(&t.what)).take(most));
                turns.for_each(|turn| tell(turn.country.clone(), &|| self.telling_of(turn)));
            }
            "laws" => corpus.laws.iter().for_each(|l| tell(l.country.clone(), &|| link(Kind::Law, l.id.as_str()))),
            "amendments" => {
                let bills = corpus.amendments.iter();
                bills.for_each(|a| tell(a.country.clone(), &|| link(Kind::Amendment, a.id.as_str())));
            }
            "topic" => {
                for at in self.site.provisions_under(&law::TopicId::new(id)) {
                    let provision = &corpus.provisions.rows()[*at];
                    tell(provision.law.country(), &|| link(Kind::Provision, provision.id.as_str()));
                }
            }
            _ => {
                for (origin, _) in self.site.references.citing(id) {
                    let country = country_of(origin, corpus);
                    country.into_iter().for_each(|country| tell(country, &|| Telling::of(self.origin(origin))));
                }
            }
        }
        told
    }

    /// The year of a list of changes: its countries' own lists have the same lines.
    fn division_of_year(&self, year: &str) -> Option<Division> {
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
                counts: vec![Counted { what: "changes", count: turns.len() }],
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
fn share_id(kind: &str, country: &law::Country) -> String {
    match kind {
        "topic" => crate::text::slug(&country.name),
        _ => country.id.to_string(),
    }
}

impl Site {
    /// What a page of one country's part is called in lists: nothing where its kind alone names it.
    pub(super) fn part_title(&self, at: &Address) -> Option<String> {
        let (kind, id) = at.whole();
        match kind {
            "topic" => Some(self.name(Kind::Topic, id)),
            "source" => Some(self.name(Kind::Source, id)),
            _ => None,
        }
    }
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

    #[test]
    fn a_page_of_a_part_knows_the_whole_and_the_country() {
        let at = address_of("topic", "forms", &CountryId::new("xr"));
        assert_eq!(at.whole(), ("topic", "forms"));
        assert_eq!((at.part(), &*at.path), (Some("xr"), "countries/xr/topics/forms.html"));
        let at = address_of("laws", "", &CountryId::new("xr"));
        assert_eq!((at.whole(), at.part()), (("laws", ""), Some("xr")));
        assert_eq!(Address::new("laws", "", "laws/index.html").part(), None);
    }
}
