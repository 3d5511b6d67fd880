//! The published days of each view: those on which it changes, thinned by the configured policy.

use std::collections::BTreeSet;

use crate::law::{
    Answer, Corpus, CountryId, CountryKind, Date, Day, Finding, ProvisionId, Publish, QuestionId, cell, status,
};

use super::by_country::ByCountry;

/// The days that the command line sets.
#[derive(Clone, Copy, Debug, Default)]
pub struct Days {
    /// Today; without it, the configuration's edition, else the latest day of any record.
    pub today: Option<Day>,
    /// The day of the main views; without it, today.
    pub as_of: Option<Day>,
}

/// Today, the day of the main views, and the published days of each view.
#[derive(Debug)]
pub struct Calendar {
    pub today: Day,
    pub main: Day,
    pub matrix: Vec<Day>,
    pub treaties: Vec<Day>,
    /// Whether the days of countries are on their history pages instead of pages of their own.
    pub in_histories: bool,
    /// The published days of each country's page, in the order of the corpus.
    countries: Vec<Vec<Day>>,
    /// The days up to today on which each country's page changes, in the order of the corpus; empty where the
    /// configuration wants no days of countries.
    changes: Vec<Vec<Day>>,
}

impl Calendar {
    pub fn new(corpus: &Corpus, by_country: &ByCountry, days: Days) -> Calendar {
        let today = days.today.or(corpus.settings.edition).or_else(|| corpus.latest_day()).unwrap_or(FIRST);
        let main = days.as_of.unwrap_or(today);
        let policy = &corpus.settings.days;
        let thin = |days: BTreeSet<Day>, rule: Publish| thin(days, rule, policy.latest, &policy.also, today);
        let cells = || corpus.columns.iter().flat_map(|c| cell_days(corpus, c, |_| true)).collect();
        let treaties = || corpus.columns.iter().flat_map(|c| treaty_days(corpus, c)).collect();
        let changes_of = |id: &CountryId| match policy.countries {
            Publish::None => Vec::new(),
            _ => country_days(corpus, by_country, id).into_iter().filter(|day| *day <= today).collect(),
        };
        let changes: Vec<Vec<Day>> = corpus.countries.iter().map(|country| changes_of(&country.id)).collect();
        let pages: usize = changes.iter().map(Vec::len).sum();
        let in_histories = policy.countries == Publish::Changes && pages > policy.most_pages;
        let rule = if in_histories { Publish::None } else { policy.countries };
        Calendar {
            today,
            main,
            in_histories,
            matrix: thin(cells(), policy.matrix),
            treaties: thin(treaties(), policy.treaties),
            countries: changes.iter().map(|days| thin(days.iter().copied().collect(), rule)).collect(),
            changes,
        }
    }

    /// The published days of a country's page.
    pub fn of_country(&self, corpus: &Corpus, id: &str) -> &[Day] {
        corpus.countries.position(id).map_or(&[], |at| &self.countries[at])
    }

    /// The days on which a country's page changes, up to today, whether they are published or not.
    pub fn changes_of(&self, corpus: &Corpus, id: &str) -> &[Day] {
        corpus.countries.position(id).map_or(&[], |at| &self.changes[at])
    }

    /// The published days of a provision's page.
    pub fn of_provision(&self, corpus: &Corpus, id: &str) -> Vec<Day> {
        let policy = &corpus.settings.days;
        if policy.provisions == Publish::None && policy.also.is_empty() {
            return Vec::new();
        }
        thin(provision_days(corpus, &ProvisionId::new(id)), policy.provisions, policy.latest, &policy.also, self.today)
    }
}

/// There are too many of these views to store their days: they are computed when they are asked for.
impl Calendar {
    /// The published days of the comparison of two countries.
    pub fn of_pair(&self, corpus: &Corpus, pair: [&CountryId; 2]) -> Vec<Day> {
        self.thinned(corpus, corpus.settings.days.pairs, || {
            pair.iter().flat_map(|c| cell_days(corpus, c, |_| true).into_iter().chain(treaty_days(corpus, c))).collect()
        })
    }

    /// The published days of the page of a section.
    pub fn of_section(&self, corpus: &Corpus, section: &str) -> Vec<Day> {
        let of = |q: &QuestionId| corpus.questions.get(q.as_str()).is_some_and(|q| q.section.as_str() == section);
        self.thinned(corpus, corpus.settings.days.sections, || {
            corpus.columns.iter().flat_map(|c| cell_days(corpus, c, of)).collect()
        })
    }

    fn thinned(&self, corpus: &Corpus, rule: Publish, days: impl Fn() -> BTreeSet<Day>) -> Vec<Day> {
        let policy = &corpus.settings.days;
        let days = if rule == Publish::None { BTreeSet::new() } else { days() };
        thin(days, rule, policy.latest, &policy.also, self.today)
    }
}

/// The day of the main views where no record has a date.
const FIRST: Day = match Day::new(2000, 1, 1) {
    Some(day) => day,
    None => unreachable!(),
};

/// The published day that shows the law as on `day`: the last one up to it, else the first one.
pub fn nearest(published: &[Day], day: Day) -> Option<Day> {
    let upto = published.partition_point(|d| *d <= day);
    published.get(upto.saturating_sub(1)).copied()
}

fn thin(days: BTreeSet<Day>, rule: Publish, latest: usize, also: &[Day], today: Day) -> Vec<Day> {
    let past: Vec<Day> = days.into_iter().filter(|day| *day <= today).collect();
    let mut kept: BTreeSet<Day> = match rule {
        Publish::None => BTreeSet::new(),
        Publish::Changes => past.iter().copied().collect(),
        Publish::YearEnds => {
            let ends = past.iter().filter_map(|day| Day::year_end(day.year())).filter(|end| *end <= today);
            ends.chain(past.iter().rev().take(latest).copied()).collect()
        }
    };
    kept.extend(also.iter().copied().filter(|day| *day <= today));
    kept.into_iter().collect()
}

fn bounds(date: &Date) -> impl Iterator<Item = Day> + use<> {
    date.earliest().into_iter().chain(date.latest())
}

/// The days on which a country's cells change. The day of a table without an act is no change of the country's law.
fn cell_days(corpus: &Corpus, country: &CountryId, of: impl Fn(&QuestionId) -> bool) -> BTreeSet<Day> {
    let denied = |f: &Finding| f.is_computed() && f.answer.value == Answer::No;
    let own = |q| corpus.findings_of(q, country).iter().filter(|f| !denied(f));
    corpus
        .codebook
        .iter()
        .filter(|q| of(q))
        .flat_map(own)
        .flat_map(|f| cell::change_days(std::slice::from_ref(f)))
        .collect()
}

fn treaty_days(corpus: &Corpus, country: &CountryId) -> BTreeSet<Day> {
    corpus.instruments.iter().flat_map(|i| status::change_days(corpus, country, &i.id)).collect()
}

fn country_days(corpus: &Corpus, by_country: &ByCountry, country: &CountryId) -> BTreeSet<Day> {
    let mut days = treaty_days(corpus, country);
    if corpus.columns.contains(country) {
        days.extend(cell_days(corpus, country, |_| true));
    }
    let record = corpus.countries.get(country.as_str());
    days.extend(record.into_iter().flat_map(|c| &c.former_names).flat_map(|former| bounds(&former.until)));
    let stages = by_country.amendments.of(corpus.amendments.rows(), country).flat_map(|a| &a.stages);
    days.extend(stages.flat_map(|stage| bounds(&stage.reached)));
    for law in by_country.laws.of(corpus.laws.rows(), country) {
        let ended = law.repeal.as_ref().map(|r| &r.repealed);
        days.extend(law.commences.iter().chain(ended).flat_map(|date| bounds(date)));
    }
    days
}

fn provision_days(corpus: &Corpus, id: &ProvisionId) -> BTreeSet<Day> {
    let Some(provision) = corpus.provisions.get(id.as_str()) else { return BTreeSet::new() };
    let periods = provision.wordings.iter().flat_map(|w| [&w.period.from, &w.period.until]);
    periods.flatten().flat_map(bounds).collect()
}

/// Regions do not join treaties; all other jurisdictions can.
pub fn joins_treaties(corpus: &Corpus, id: &CountryId) -> bool {
    corpus.countries.get(id.as_str()).is_some_and(|c| c.kind != CountryKind::Region)
}

/// The countries that are compared and can join treaties.
pub fn treaty_columns(corpus: &Corpus) -> impl Iterator<Item = &CountryId> {
    corpus.columns.iter().filter(|id| joins_treaties(corpus, id))
}
