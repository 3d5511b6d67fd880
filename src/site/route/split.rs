//! Pages that are split by country because they would be too long: which these are, and how many lines each country has
//! on them.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{Corpus, CountryId, SourceId, TopicId};
use crate::site::index::treaty_columns;
use crate::site::index::{References, country_of};
use crate::text::At;

use super::limit::{MOST_LINES, MOST_USES, is_more};
use super::page::Page;

/// The kinds of lines, in the order in which a page counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    Answers,
    Laws,
    Provisions,
    Offences,
    Observations,
    Gaps,
    Amendments,
    Elements,
    Acts,
    Dates,
    Stages,
    Uses,
    Changes,
}

impl Line {
    /// The end of the message key `amount-…` with which a page counts them.
    pub fn key(self) -> &'static str {
        match self {
            Line::Answers => "answers",
            Line::Laws => "laws",
            Line::Provisions => "provisions",
            Line::Offences => "offences",
            Line::Observations => "observations",
            Line::Gaps => "gaps",
            Line::Amendments => "amendments",
            Line::Elements => "elements",
            Line::Acts => "acts",
            Line::Dates => "dates",
            Line::Stages => "stages",
            Line::Uses => "uses",
            Line::Changes => "changes",
        }
    }
}

/// The number of lines of each country, by kind of line.
pub type Amounts = BTreeMap<CountryId, BTreeMap<Line, usize>>;

/// The pages that are split, with the number of lines that each would have.
#[derive(Debug, Default)]
pub struct SplitPages(BTreeMap<Page, Amounts>);

impl SplitPages {
    /// Counts the lines of all pages that can be split, and keeps the pages that are too long.
    pub fn new(corpus: &Corpus, references: &References) -> SplitPages {
        let mut divisions = SplitPages::default();
        let joining: BTreeSet<&CountryId> = treaty_columns(corpus).collect();
        for action in corpus.actions.iter().filter(|a| a.statements.iter().any(|s| s.date().is_some())) {
            if joining.contains(&action.country) {
                divisions.add(Page::Timeline, &action.country, Line::Acts);
            }
        }
        for law in corpus.laws.iter() {
            law.dates().for_each(|_| divisions.add(Page::Timeline, &law.country, Line::Dates));
            divisions.add(Page::Laws, &law.country, Line::Laws);
            divisions.add_under(&law.topics, &law.country, Line::Laws);
        }
        for provision in corpus.provisions.iter() {
            let country = provision.law.country();
            divisions.add(Page::Laws, &country, Line::Provisions);
            divisions.add_under(&provision.topics, &country, Line::Provisions);
        }
        for amendment in corpus.amendments.iter() {
            let country = &amendment.country;
            amendment.stages.iter().for_each(|_| divisions.add(Page::Timeline, country, Line::Stages));
            divisions.add(Page::Amendments, country, Line::Amendments);
            divisions.add_under(&amendment.topics, country, Line::Amendments);
            amendment.elements.iter().for_each(|element| divisions.add_under(&element.topics, country, Line::Elements));
        }
        divisions.add_under_topics(corpus);
        for (source, origin) in references.uses() {
            if let Some(country) = country_of(origin, corpus) {
                divisions.add(Page::Source(SourceId::new(source)), &country, Line::Uses);
            }
        }
        divisions.0.retain(|page, amounts| {
            let most = if matches!(page, Page::Source(_)) { MOST_USES } else { MOST_LINES };
            is_more(amounts.values().map(|of_one| of_one.values().sum()), most)
        });
        divisions
    }

    fn add_under_topics(&mut self, corpus: &Corpus) {
        for (question, country) in corpus.questions.iter().flat_map(|q| corpus.columns.iter().map(move |c| (q, c))) {
            self.add_under(&question.topics, country, Line::Answers);
        }
        for offence in corpus.offences.iter() {
            self.add_under(&offence.topics, &offence.country, Line::Offences);
        }
        for observation in &corpus.observations {
            self.add_under(&observation.topics, &observation.country, Line::Observations);
        }
        for gap in &corpus.gaps {
            self.add_under(&gap.topics, &gap.country, Line::Gaps);
        }
    }

    fn add_under(&mut self, topics: &[At<TopicId>], country: &CountryId, what: Line) {
        topics.iter().for_each(|topic| self.add(Page::Topic(topic.value.clone()), country, what));
    }

    fn add(&mut self, page: Page, country: &CountryId, what: Line) {
        let amounts = self.0.entry(page).or_default();
        *amounts.entry(country.clone()).or_default().entry(what).or_default() += 1;
    }

    /// Whether the page is split.
    pub fn has(&self, page: &Page) -> bool {
        self.of(page).is_some()
    }

    /// The number of lines of each country; `None` if the page is not split.
    pub fn of(&self, page: &Page) -> Option<&Amounts> {
        self.0.get(page)
    }

    /// The pages of single countries into which pages are split.
    pub fn pages(&self) -> Vec<Page> {
        let mut split: Vec<(&Page, &Amounts)> = self.0.iter().collect();
        split.sort_by_key(|(page, _)| page.kind());
        let parts = |(page, amounts): (&Page, &Amounts)| -> Vec<Page> {
            amounts.keys().filter_map(|country| page.part_of(country)).collect()
        };
        split.into_iter().flat_map(parts).collect()
    }
}
