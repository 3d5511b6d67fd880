//! Computes what depends on all records: the order of columns and questions, the index of former ids, the findings that
//! follow from treaty actions, and the ranges of cells.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::text::{At, Diagnostics, Fault, Level};

use super::super::act::date_of;
use super::super::{
    Absence, Action, Basis, Citation, CompleteTable, Corpus, Country, CountryId, CountryKind, Date, Finding, Kind,
    Question, QuestionId, Records, Section, Settings, Source, TableDays, computed, listing,
};

pub static ALIAS_TAKEN: Fault = Fault {
    code: "alias-taken",
    level: Level::Error,
    summary: "a former id is in use",
    explanation: "An alias leaves a page that leads on to the record's present address. It cannot stand where another \
                  record has its page, and two records cannot have the same alias.",
};

/// Sorts treaty actions, absences and the other entries of countries into the orders that [`Corpus`] documents.
pub(super) fn sort_entries(records: &mut Records) {
    records.actions.sort_by_cached_key(Action::id);
    records.absences.sort_by(|a, b| {
        let key = |r: &Absence| (r.country.clone(), r.instrument.value.clone(), r.observed.latest(), r.head.at);
        key(a).cmp(&key(b))
    });
    records.statistics.sort_by(|a, b| (&a.country, &a.id.value).cmp(&(&b.country, &b.id.value)));
    records.gaps.sort_by(|a, b| (&a.country, &a.id.value).cmp(&(&b.country, &b.id.value)));
    records.observations.sort_by(|a, b| (&a.country, a.head.at).cmp(&(&b.country, b.head.at)));
}

/// The source tables that claim to list all who acted, by instrument and day.
pub(super) fn complete_tables(sources: &[Source]) -> Vec<CompleteTable> {
    let mut tables = Vec::new();
    for source in sources {
        for list in &source.complete {
            let Some(observed) = list.observed.as_ref().or(source.stored.as_ref()) else { continue };
            let source = At::new(source.id.clone(), list.at);
            let citation = Citation { source, place: list.place.clone(), place_at: list.at, tier: None };
            tables.extend(list.instruments.iter().map(|instrument| CompleteTable {
                instrument: instrument.value.clone(),
                observed: observed.clone(),
                lists: list.lists,
                citation: citation.clone(),
                at: list.at,
            }));
        }
    }
    tables.sort_by_cached_key(|table| (table.instrument.clone(), table.observed.latest(), table.at));
    tables
}

/// The days of the depositaries' tables whose day of reading is not recorded: the latest act in the table or the day of
/// one of its entries, or the date of the source where that is later.
pub(in super::super) fn table_days(corpus: &Corpus) -> TableDays {
    let mut days = TableDays::default();
    for action in &corpus.actions {
        for statement in action.statements.iter().filter(|s| corpus.records_act(action, s)) {
            let source = corpus.sources.get(statement.citation.source.as_str());
            let Some(source) = source.filter(|source| source.read().is_none()) else { continue };
            let published = source.year.as_deref().and_then(|year| Date::parse(year).ok());
            let act = date_of(action.kind.value, statement).map(|date| &date.value);
            for date in act.into_iter().chain(&statement.observed).chain(&published) {
                date.latest().into_iter().for_each(|day| days.extend(&action.instrument.value, &source.id, day));
            }
        }
    }
    days
}

/// The days on which each act can have been done, where no depositary gives its last one; see [`Action::by_table`].
pub(in super::super) fn days_by_table(corpus: &Corpus) -> Vec<Option<Date>> {
    corpus.actions.iter().map(|action| listing::days_by_table(corpus, action)).collect()
}

/// The countries in column order: first as the configuration names them, then by name; regions last.
pub(super) fn columns(settings: &Settings, countries: &[Country]) -> Vec<CountryId> {
    let place = |id: &CountryId| settings.countries.iter().position(|c| c.value == *id).unwrap_or(usize::MAX);
    let mut list: Vec<&Country> = countries.iter().filter(|c| c.compared).collect();
    list.sort_by_key(|c| {
        let region = c.kind == CountryKind::Region;
        (region, place(&c.id), c.name.to_lowercase(), c.id.clone())
    });
    list.into_iter().map(|c| c.id.clone()).collect()
}

/// The questions in the order of the codebook.
pub(super) fn codebook(sections: &[Section], questions: &[Question]) -> Vec<QuestionId> {
    let place: BTreeMap<&str, (i64, &str)> =
        sections.iter().map(|s| (s.id.as_str(), (s.order, s.id.as_str()))).collect();
    let mut list: Vec<&Question> = questions.iter().collect();
    list.sort_by_key(|q| (place.get(q.section.as_str()), q.order, q.id.clone()));
    list.into_iter().map(|q| q.id.clone()).collect()
}

/// The present id for each kind and former id.
pub(super) type Aliases = BTreeMap<(Kind, Arc<str>), Arc<str>>;

/// The index of former ids, also of what lies in the folder of a record that had another: a law's articles, and all that
/// a country has. A former id that is also the id of a present record is reported and left out.
pub(super) fn aliases(records: &Records, found: &mut Diagnostics) -> Aliases {
    let mut taken = BTreeSet::new();
    records.each_named(|record| taken.extend(record.named()));
    let mut out = Aliases::new();
    let mut owners: BTreeMap<(Kind, &str), Vec<&str>> = BTreeMap::new();
    records.each_named(|record| {
        let Some((kind, id)) = record.named() else { return };
        for alias in &record.head().aliases {
            let key: (Kind, Arc<str>) = (kind, alias.value.as_str().into());
            if taken.contains(&(kind, alias.value.as_str())) || out.contains_key(&key) {
                found.push(match out.get(&key) {
                    Some(other) => {
                        let word = kind.word();
                        let message = format!("the {word} `{other}` has the former id `{}` already", alias.value);
                        ALIAS_TAKEN.at(alias.span, message).help(format!(
                            "one of `{id}` and `{other}` is most likely a copy of the other: delete it, or remove the alias where it was copied"
                        ))
                    }
                    None => {
                        let message = format!("the {} `{}` has this id already", kind.word(), alias.value);
                        ALIAS_TAKEN.at(alias.span, message).help("remove the alias")
                    }
                });
            } else {
                out.insert(key, id.into());
                owners.entry((kind, id)).or_default().push(&alias.value);
            }
        }
    });
    if owners.is_empty() {
        return out;
    }
    records.each_named(|record| {
        let Some((kind, id)) = record.named() else { return };
        for (at, _) in id.match_indices('/') {
            let owner = if at == id.find('/').unwrap_or(at) { Kind::Country } else { Kind::Law };
            for former in owners.get(&(owner, &id[..at])).into_iter().flatten() {
                let former = format!("{former}{}", &id[at..]);
                if !taken.contains(&(kind, former.as_str())) {
                    out.entry((kind, former.into())).or_insert_with(|| id.into());
                }
            }
        }
    });
    out
}

/// Adds the computed findings, sorts all of them and records the range of each cell.
pub(super) fn derive_findings(corpus: &mut Corpus) {
    let mut computed = Vec::new();
    for question in corpus.questions.iter().filter(|q| q.basis == Basis::Action) {
        for country in &corpus.columns {
            computed.extend(computed::findings(corpus, question, country));
        }
    }
    corpus.findings.append(&mut computed);
    corpus
        .findings
        .sort_by(|a, b| (&a.question.value, &a.country, a.head.at).cmp(&(&b.question.value, &b.country, b.head.at)));
    let mut start = 0;
    while start < corpus.findings.len() {
        let first = &corpus.findings[start];
        let key = (first.question.value.clone(), first.country.clone());
        let same = |f: &Finding| f.question.value == key.0 && f.country == key.1;
        let end = start + corpus.findings[start..].iter().take_while(|f| same(f)).count();
        corpus.cells.insert(key.0, key.1, start..end);
        start = end;
    }
}
