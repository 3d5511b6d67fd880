//! How far coders agree who read the same source for the same cell.
//!
//! Percent agreement counts pairs of codings; Krippendorff's alpha takes out of it what chance would give, for any number of
//! coders and with codings missing. The formula for nominal data is that of K. Krippendorff, *Computing Krippendorff's
//! Alpha-Reliability* (2011), <https://repository.upenn.edu/asc_papers/43>, part C; its worked example is a test.

use std::collections::{BTreeMap, BTreeSet};

use super::cell;
use super::{AnswerKind, Corpus, CountryId, Finding, Question, QuestionId, SectionId, SourceId};

/// A cell that several coders coded from one source.
#[derive(Clone, Debug)]
pub struct Unit<'c> {
    /// The section of the question.
    pub section: &'c SectionId,
    /// The question.
    pub question: &'c QuestionId,
    /// The form of its answers.
    pub kind: AnswerKind,
    /// The country.
    pub country: &'c CountryId,
    /// The source that all of them read.
    pub source: &'c SourceId,
    /// The last coding of each coder, in the order of the coders' ids.
    pub codings: Vec<&'c Finding>,
}

impl Unit<'_> {
    /// Whether the coders gave different answers.
    pub fn is_disputed(&self) -> bool {
        let rest = |n: usize| &self.codings[n + 1..];
        let differs =
            |n: usize, one: &Finding| rest(n).iter().any(|other| !cell::is_same_answer(self.kind, one, other));
        self.codings.iter().enumerate().any(|(n, one)| differs(n, one))
    }

    /// The answers of the coders, each by the word of the first one that is the same answer as all others of that word.
    fn words(&self) -> Vec<String> {
        let mut alike: Vec<Vec<&Finding>> = Vec::new();
        let mut words = Vec::with_capacity(self.codings.len());
        for finding in &self.codings {
            let is_same = |group: &Vec<&Finding>| group.iter().all(|f| cell::is_same_answer(self.kind, f, finding));
            let place = alike.iter().position(is_same).unwrap_or(alike.len());
            match alike.get_mut(place) {
                Some(group) => group.push(finding),
                None => alike.push(vec![finding]),
            }
            words.push(self.class(alike[place][0]));
        }
        words
    }

    /// The answer as a word in which the order of several answers does not count.
    fn class(&self, finding: &Finding) -> String {
        let word = word(finding);
        match self.kind {
            AnswerKind::Several => {
                cell::several(&word).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
            }
            _ => word,
        }
    }

    /// The answer that was decided upon, with the reason: that of the preferred finding.
    pub fn decided(&self) -> Option<(String, &str)> {
        let preferred = self.codings.iter().find_map(|finding| Some((finding, finding.preferred.as_ref()?)));
        preferred.map(|(finding, reason)| (word(finding), reason.as_str()))
    }
}

/// The answer of a finding as one word: the state, or the value of its own.
pub fn word(finding: &Finding) -> String {
    let answer = &finding.answer.value;
    answer.value().map_or_else(|| answer.state().word().to_owned(), str::to_owned)
}

/// The cells that at least two coders coded from the same source, in the order of questions and countries. Questions in
/// free words are left out: no two coders use the same.
pub fn units(corpus: &Corpus) -> Vec<Unit<'_>> {
    let mut list = Vec::new();
    for question in corpus.questions.iter().filter(|question| question.kind != AnswerKind::Text) {
        for country in corpus.countries.iter() {
            list.extend(of_cell(corpus, question, &country.id));
        }
    }
    list
}

fn of_cell<'c>(corpus: &'c Corpus, question: &'c Question, country: &'c CountryId) -> Vec<Unit<'c>> {
    let mut by_source: BTreeMap<&SourceId, BTreeMap<&str, &Finding>> = BTreeMap::new();
    for finding in corpus.findings_of(&question.id, country).iter().filter(|finding| !finding.is_computed()) {
        let codings = by_source.entry(&finding.citation.source.value).or_default();
        let last = codings.entry(finding.coder()).or_insert(finding);
        if last.observed.value.latest() <= finding.observed.value.latest() {
            *last = finding;
        }
    }
    let several = by_source.into_iter().filter(|(_, codings)| codings.len() > 1);
    let unit = |(source, codings): (_, BTreeMap<_, _>)| Unit {
        section: &question.section,
        question: &question.id,
        kind: question.kind,
        country,
        source,
        codings: codings.into_values().collect(),
    };
    several.map(unit).collect()
}

/// How far the coders of some units agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Units that at least two coders coded.
    pub units: usize,
    /// The share of agreeing pairs of codings, from 0 to 1. In each unit every pair counts alike, and each unit as much as
    /// it has codings.
    pub observed: f64,
    /// Krippendorff's alpha for nominal data: 1 is agreement, 0 is chance. `None` where all codings are the same word, for
    /// then nothing tells agreement from chance.
    pub alpha: Option<f64>,
}

/// Measures agreement. Each item holds the codings of one unit; those with fewer than two count for nothing. `None` where
/// none is left.
pub fn agreement<'w>(units: impl IntoIterator<Item = Vec<&'w str>>) -> Option<Agreement> {
    let mut count = 0;
    // Coincidences: for each pair of words, how often they stand in one unit, each unit weighted by its codings.
    let mut together: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for codings in units.into_iter().filter(|codings| codings.len() > 1) {
        count += 1;
        let weight = 1.0 / (codings.len() - 1) as f64;
        for (n, one) in codings.iter().enumerate() {
            for (m, other) in codings.iter().enumerate() {
                if n != m {
                    *together.entry((one, other)).or_default() += weight;
                }
            }
        }
    }
    if count == 0 {
        return None;
    }
    let mut marginals: BTreeMap<&str, f64> = BTreeMap::new();
    for ((one, _), weight) in &together {
        *marginals.entry(one).or_default() += weight;
    }
    let all: f64 = marginals.values().sum();
    let agreeing = together.iter().filter(|((one, other), _)| one == other).fold(0.0, |sum, (_, weight)| sum + weight);
    let by_chance: f64 = marginals.values().map(|n| n * (n - 1.0)).sum::<f64>() / (all - 1.0);
    let alpha = (marginals.len() > 1).then(|| (agreeing - by_chance) / (all - by_chance));
    Some(Agreement { units: count, observed: agreeing / all, alpha })
}

/// The agreement of the coders of these units.
pub fn of<'u, 'c: 'u>(units: impl IntoIterator<Item = &'u Unit<'c>>) -> Option<Agreement> {
    let words: Vec<Vec<String>> = units.into_iter().map(Unit::words).collect();
    agreement(words.iter().map(|unit| unit.iter().map(String::as_str).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The units of a table in which each row has the codings of one coder, and `.` is none.
    fn columns(rows: &[&'static str]) -> Vec<Vec<&'static str>> {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split(' ').collect()).collect();
        (0..rows[0].len()).map(|n| rows.iter().map(|row| row[n]).filter(|word| *word != ".").collect()).collect()
    }

    fn thousandths(value: f64) -> i64 {
        (value * 1000.0).round() as i64
    }

    #[test]
    fn the_worked_example_of_the_source_comes_out() {
        // Four observers, twelve units, with codings missing: part C, nominal data.
        let found = agreement(columns(&[
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ]))
        .expect("there are units");
        assert_eq!((found.units, found.alpha.map(thousandths)), (11, Some(743)));
        // Two observers, ten units, binary data: part A.
        let two = agreement(columns(&["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"])).expect("there are units");
        assert_eq!((thousandths(two.observed), two.alpha.map(thousandths)), (600, Some(95)));
    }

    #[test]
    fn agreement_is_one_disagreement_is_less_than_chance_and_one_word_tells_nothing() {
        let all = agreement(columns(&["a b a", "a b a"])).expect("there are units");
        assert_eq!((all.observed, all.alpha), (1.0, Some(1.0)));
        let none = agreement(columns(&["a b", "b a"])).expect("there are units");
        assert!(none.observed == 0.0 && none.alpha.is_some_and(|alpha| alpha < 0.0), "{none:?}");
        assert_eq!(agreement(columns(&["a a", "a a"])).expect("there are units").alpha, None);
        assert_eq!(agreement(columns(&["a b", ". ."])), None);
    }
}
