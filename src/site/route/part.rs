//! Pages with a cell for each row and country that would be too heavy: into which parts they are split.
//!
//! A part has a group of rows and a group of countries. Rows are grouped by sections of the codebook, countries by regions,
//! and what belongs to none by its place in a list. The parts of a country's history have rows alone. All languages of a
//! site have the same parts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::law::{CountryId, CountryKind, Day, Kind, cell};
use crate::site::index::Index;

use super::page::Page;

/// What a page weighs besides its cells, in bytes.
const FRAME: u64 = 30_000;

/// How much of the budget the estimate of a part may use, in percent: cells differ in weight.
const USED: u64 = 80;

/// The weight of a cell in bytes, as measured on an invented site of 300 instruments and 230 participants.
const MATRIX_CELL: u64 = 390;
const TREATY_CELL: u64 = 360;
const ANSWER: u64 = 5_200;
const OPEN_QUESTION: u64 = 150;
const HISTORY_OF_ANSWER: u64 = 2_200;
const HISTORY_OF_STATUS: u64 = 800;

/// If all rows fit beside at least this many countries, rows are not split.
const FEWEST_COLUMNS: usize = 8;

/// The name of a group of rows or countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupName {
    /// A record: a section, a region.
    Record(Kind, Arc<str>),
    /// From one record to another, both included.
    Range(Kind, Arc<str>, Arc<str>),
    /// What belongs to no section or region.
    Others,
    /// All instruments.
    Treaties,
}

/// A group of rows or countries.
#[derive(Clone, Debug)]
pub struct PartGroup {
    /// Its name in addresses.
    pub slug: Arc<str>,
    pub name: GroupName,
    /// The kind of its members.
    pub kind: Kind,
    /// The ids of its rows or countries, in order.
    pub members: Vec<Arc<str>>,
}

/// How a page is split. Without groups of rows, each part has all rows; without groups of countries, all countries.
#[derive(Clone, Debug)]
pub struct PartGrid {
    pub rows: Arc<Vec<PartGroup>>,
    pub columns: Arc<Vec<PartGroup>>,
}

impl PartGrid {
    /// The group of countries to which one belongs.
    pub fn column_of(&self, country: &str) -> Option<&PartGroup> {
        self.columns.iter().find(|group| group.members.iter().any(|id| **id == *country))
    }

    /// The groups of a part; `None` for its rows or its countries where it has all. `None` if there is no such part.
    pub fn groups(&self, rows: &str, columns: &str) -> Option<(Option<&PartGroup>, Option<&PartGroup>)> {
        Some((find(&self.rows, rows)?, find(&self.columns, columns)?))
    }

    fn parts(&self, of: &Page) -> Vec<Page> {
        let columns = slugs(&self.columns);
        let part = |rows: Arc<str>| columns.iter().map(move |columns| of.part_with(&rows, columns));
        slugs(&self.rows).into_iter().flat_map(part).collect()
    }
}

/// The group of this name; the inner `None` where there are no groups and the name is empty.
fn find<'g>(groups: &'g [PartGroup], slug: &str) -> Option<Option<&'g PartGroup>> {
    if groups.is_empty() {
        return slug.is_empty().then_some(None);
    }
    groups.iter().find(|group| *group.slug == *slug).map(Some)
}

/// The names of the groups in addresses; an empty one where there are no groups.
fn slugs(groups: &[PartGroup]) -> Vec<Arc<str>> {
    if groups.is_empty() {
        return vec!["".into()];
    }
    groups.iter().map(|group| group.slug.clone()).collect()
}

/// The pages that are split into parts.
#[derive(Debug, Default)]
pub struct Parts {
    grids: BTreeMap<Page, PartGrid>,
    paths: BTreeMap<String, Page>,
}

impl Parts {
    /// Estimates the weight of all pages that can be split, and splits those beyond the budget.
    pub fn new(index: &Index) -> Parts {
        let corpus = &index.corpus;
        let mut split = Splitting { index, grids: BTreeMap::new(), columns: BTreeMap::new() };
        let questions: Vec<Group> = by_section(index, corpus.codebook.iter().map(|id| id.as_str()), Kind::Question);
        let instruments = by_section(index, index.compared_instruments().map(|i| i.id.as_str()), Kind::Instrument);
        let columns: Vec<&CountryId> = corpus.columns.iter().collect();
        split.add(Page::Matrix, &questions, &columns, MATRIX_CELL);
        split.add(Page::MatrixTransposed, &questions, &columns, MATRIX_CELL);
        split.add(Page::Treaties, &instruments, &index.treaty_columns(), TREATY_CELL);
        for section in corpus.sections.iter() {
            let asked = index.codebook().filter(|q| q.section == section.id).count();
            split.add_columns(Page::Section(section.id.clone()), asked, &columns, MATRIX_CELL);
        }
        for question in corpus.questions.iter() {
            split.add_columns(Page::Question(question.id.clone()), 1, &columns, ANSWER);
        }
        split.add_unresearched(&columns);
        split.add_histories(&questions);
        let paths = split.grids.keys().map(|page| (page.path().into_owned(), page.clone())).collect();
        Parts { grids: split.grids, paths }
    }

    /// How the page is split; `None` if it is whole.
    pub fn of(&self, page: &Page) -> Option<&PartGrid> {
        self.grids.get(page)
    }

    /// The pages of all parts.
    pub fn pages(&self) -> Vec<Page> {
        self.grids.iter().flat_map(|(page, grid)| grid.parts(page)).collect()
    }

    /// The page of the part that has the anchor of a country, where the page at `path` is split by countries alone.
    pub fn with_country(&self, path: &str, country: &str) -> Option<Page> {
        let page = self.paths.get(path)?;
        let grid = self.grids.get(page).filter(|grid| grid.rows.is_empty())?;
        Some(page.part_with(&"".into(), &grid.column_of(country)?.slug))
    }
}

/// Rows or countries before they are fitted to the budget.
#[derive(Clone)]
struct Group {
    name: GroupName,
    slug: Arc<str>,
    /// The kind of its members.
    kind: Kind,
    members: Vec<Arc<str>>,
}

impl Group {
    fn of(kind: Kind, id: &str, of: Kind) -> Group {
        Group { name: GroupName::Record(kind, id.into()), slug: id.into(), kind: of, members: Vec::new() }
    }

    fn others(of: Kind) -> Group {
        Group { name: GroupName::Others, slug: "others".into(), kind: of, members: Vec::new() }
    }

    fn finished(self) -> PartGroup {
        PartGroup { slug: self.slug, name: self.name, kind: self.kind, members: self.members }
    }

    /// Runs of at most `most` members, as even as they can be.
    fn runs(self, most: usize) -> Vec<PartGroup> {
        if self.members.len() <= most {
            return vec![self.finished()];
        }
        let count = self.members.len().div_ceil(most);
        let run = |members: &[Arc<str>]| {
            let (first, last) = (&members[0], &members[members.len() - 1]);
            PartGroup {
                slug: format!("{first}-to-{last}").into(),
                name: GroupName::Range(self.kind, first.clone(), last.clone()),
                kind: self.kind,
                members: members.to_vec(),
            }
        };
        self.members.chunks(self.members.len().div_ceil(count)).map(run).collect()
    }
}

/// Rows by the section of the codebook that asks about them.
fn by_section<'r>(index: &Index, rows: impl Iterator<Item = &'r str>, kind: Kind) -> Vec<Group> {
    let mut sections: BTreeMap<&str, &str> = BTreeMap::new();
    for question in index.codebook() {
        let section = question.section.as_str();
        let benchmark = question.benchmark.iter().filter_map(|b| b.value.split('#').next());
        let computed = question.computed.iter().flat_map(|c| c.instruments.iter().map(|i| i.value.as_str()));
        if kind == Kind::Question {
            sections.insert(question.id.as_str(), section);
            continue;
        }
        for id in computed.chain(benchmark) {
            sections.entry(id).or_insert(section);
        }
    }
    let mut groups: Vec<Group> =
        index.sections().map(|section| Group::of(Kind::Section, section.id.as_str(), kind)).collect();
    groups.push(Group::others(kind));
    let others = groups.len() - 1;
    let places: BTreeMap<Arc<str>, usize> =
        groups.iter().enumerate().map(|(at, group)| (group.slug.clone(), at)).collect();
    for row in rows {
        let at = sections.get(row).and_then(|section| places.get(*section)).copied().unwrap_or(others);
        groups[at].members.push(row.into());
    }
    groups.retain(|group| !group.members.is_empty());
    groups
}

/// Groups of at most `most` rows or countries: neighbours are joined, long ones are cut.
fn fitted(groups: &[Group], most: usize) -> Vec<PartGroup> {
    let mut list: Vec<PartGroup> = Vec::new();
    let mut joined: Vec<&Group> = Vec::new();
    let close = |joined: &mut Vec<&Group>, list: &mut Vec<PartGroup>| {
        let (Some(first), Some(last)) = (joined.first(), joined.last()) else { return };
        list.push(match (&first.name, &last.name) {
            (GroupName::Record(kind, from), GroupName::Record(_, to)) if joined.len() > 1 => PartGroup {
                slug: format!("{from}-to-{to}").into(),
                name: GroupName::Range(*kind, from.clone(), to.clone()),
                kind: first.kind,
                members: joined.iter().flat_map(|group| group.members.iter().cloned()).collect(),
            },
            _ => (*first).clone().finished(),
        });
        joined.clear();
    };
    for group in groups {
        let rows: usize = joined.iter().map(|other| other.members.len()).sum();
        let fits = rows + group.members.len() <= most && group.name != GroupName::Others;
        if !fits {
            close(&mut joined, &mut list);
        }
        if group.members.len() > most {
            list.extend(group.clone().runs(most));
        } else {
            joined.push(group);
            if group.name == GroupName::Others {
                close(&mut joined, &mut list);
            }
        }
    }
    close(&mut joined, &mut list);
    list
}

/// Pages while they are being split.
struct Splitting<'i> {
    index: &'i Index,
    grids: BTreeMap<Page, PartGrid>,
    /// Groups of countries that were made before, by the number of countries and the most that a group may have.
    columns: BTreeMap<(usize, usize), Arc<Vec<PartGroup>>>,
}

impl Splitting<'_> {
    /// How many cells of this weight a page may have.
    fn cells(&self, weight: u64) -> usize {
        let bytes = (self.index.corpus.settings.split * USED / 100).saturating_sub(FRAME);
        usize::try_from(bytes / weight).unwrap_or(usize::MAX).max(1)
    }

    fn add(&mut self, page: Page, rows: &[Group], columns: &[&CountryId], weight: u64) {
        let count: usize = rows.iter().map(|group| group.members.len()).sum();
        let most = self.cells(weight);
        if count * columns.len() <= most {
            return;
        }
        if most / count.max(1) >= FEWEST_COLUMNS {
            self.add_columns(page, count, columns, weight);
            return;
        }
        let columns = self.columns_of(columns, most.isqrt().max(1));
        let widest = columns.iter().map(|group| group.members.len()).max().unwrap_or(1);
        let rows = Arc::new(fitted(rows, (most / widest).max(1)));
        self.grids.insert(page, PartGrid { rows, columns });
    }

    /// Splits a page by countries alone.
    fn add_columns(&mut self, page: Page, rows: usize, columns: &[&CountryId], weight: u64) {
        let most = self.cells(weight);
        if rows * columns.len() > most && columns.len() > 1 {
            let columns = self.columns_of(columns, (most / rows.max(1)).max(1));
            self.grids.insert(page, PartGrid { rows: Arc::default(), columns });
        }
    }

    fn add_unresearched(&mut self, columns: &[&CountryId]) {
        let corpus = &self.index.corpus;
        let most = self.cells(OPEN_QUESTION);
        let rows = corpus.codebook.len() + corpus.sections.len() + corpus.instruments.len();
        // Far fewer cells than all are open, and to count them takes time.
        if rows * columns.len() <= most {
            return;
        }
        let day: Day = self.index.calendar.main;
        let is_open = |country: &&CountryId| {
            let open = |q: &&crate::law::Question| !cell::on(corpus, q, country, day).state.answers();
            self.index.codebook().filter(open).count() + corpus.sections.len()
        };
        let open: usize = columns.par_iter().map(is_open).sum();
        if open > most {
            let rows = open.div_ceil(columns.len());
            self.add_columns(Page::Unresearched, rows, columns, OPEN_QUESTION);
        }
    }

    /// Splits the histories of the countries by their rows: the questions by section, then the instruments.
    fn add_histories(&mut self, questions: &[Group]) {
        let corpus = &self.index.corpus;
        let asked: usize = questions.iter().map(|group| group.members.len()).sum();
        let instruments: Vec<Arc<str>> = self.index.instruments().map(|i| i.id.as_str().into()).collect();
        let (most_asked, most_instruments) = (self.cells(HISTORY_OF_ANSWER), self.cells(HISTORY_OF_STATUS));
        // Both kinds of rows share one page.
        if asked * most_instruments + instruments.len() * most_asked <= most_asked * most_instruments {
            return;
        }
        let mut rows = fitted(questions, most_asked);
        if !instruments.is_empty() {
            // A section may have this name, but none ends with a hyphen.
            let is_taken = rows.iter().any(|group| &*group.slug == "treaties");
            let slug = if is_taken { "treaties-".into() } else { "treaties".into() };
            let kind = Kind::Instrument;
            rows.extend(Group { name: GroupName::Treaties, slug, kind, members: instruments }.runs(most_instruments));
        }
        let rows = Arc::new(rows);
        let changes = |id: &&CountryId| !self.index.calendar.changes_of(corpus, id.as_str()).is_empty();
        for country in corpus.columns.iter().filter(changes) {
            let page = Page::CountryHistory(country.clone());
            self.grids.insert(page, PartGrid { rows: rows.clone(), columns: Arc::default() });
        }
    }

    /// Countries by regions, in groups of at most `most`.
    fn columns_of(&mut self, columns: &[&CountryId], most: usize) -> Arc<Vec<PartGroup>> {
        let index = self.index;
        let make = || {
            let corpus = &index.corpus;
            let mut left: BTreeSet<&str> = columns.iter().map(|id| id.as_str()).collect();
            let mut groups = Vec::new();
            for region in corpus.countries.iter().filter(|country| country.kind == CountryKind::Region) {
                let mut group = Group::of(Kind::Country, region.id.as_str(), Kind::Country);
                let mut members: Vec<&str> =
                    region.members.iter().map(|id| id.value.as_str()).filter(|id| left.remove(id)).collect();
                members.sort_unstable();
                group.members = members.into_iter().map(Arc::from).collect();
                if !group.members.is_empty() {
                    groups.push(group);
                }
            }
            let mut others = Group::others(Kind::Country);
            others.members = left.into_iter().map(Arc::from).collect();
            if !others.members.is_empty() {
                groups.push(others);
            }
            Arc::new(fitted(&groups, most))
        };
        self.columns.entry((columns.len(), most)).or_insert_with(make).clone()
    }
}
