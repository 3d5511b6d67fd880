//! What a cell says on a day: the rules by which findings become exactly one state.
//!
//! 1. A finding counts on a day if it was observed, or may have been observed, by then. Legal time only: when a source
//!    was read plays no part.
//! 2. Silence never displaces an answer: findings that are silent count only where no other does.
//! 3. What a depositary records stands until it records otherwise. Of all other findings the latest count: those that
//!    do not surely lie before the last one. A report of a month or a year counts from the day within it that a
//!    depositary records for the same answer. A finding whose end (`until`) has come no longer counts, and the findings
//!    that it displaced do not come back; one whose end may have come yields to one that may have been observed after
//!    it. A reservation that was withdrawn is no longer there at all: one that was made before it and stands is named.
//! 4. If these agree, the cell has their state, and shows the finding that is nearest to the law by its tier. If they
//!    do not, the cell is `conflicting`; the finding that is marked as preferred, or the depositary's, is shown beside
//!    the word. A plan is no denial: `pending` and `no` agree, and the preferred or the recorded finding is shown.
//!    Where coders read one and the same source differently and one reading is preferred, no source disagrees: the
//!    preferred reading is the answer of that source, and only the other sources can contradict it.
//! 5. Answers in free words do not contradict each other; the preferred one, or the one nearest to the law, is shown. Lists
//!    of answers (`several`) from different sources complete each other; from one source they are one list or another.
//! 6. A question on treaty actions is `not-applicable` to a region, and to a state that did not exist yet. A question
//!    that depends on another is `not-applicable` where the answer to that excludes it. An undecided answer (`unclear`,
//!    `varies`, `conflicting`) excludes nothing.
//! 7. An answer that is law only `from` a later day is `pending` until then.

use std::collections::BTreeSet;

use super::{Answer, AnswerKind, Basis, Corpus, CountryId, CountryKind, Day, Finding, Question};

pub use super::word::State;

impl Answer {
    /// The state of a cell in which this is the only answer.
    pub fn state(&self) -> State {
        match self {
            Answer::Yes => State::Yes,
            Answer::No => State::No,
            Answer::Value(_) => State::Value,
            Answer::NoProvision { .. } => State::NoProvision,
            Answer::Partial { .. } => State::Partial,
            Answer::Indirect => State::Indirect,
            Answer::Unclear => State::Unclear,
            Answer::Pending { .. } => State::Pending,
            Answer::Varies { .. } => State::Varies,
            Answer::NotApplicable => State::NotApplicable,
            Answer::SourceSilent => State::SourceSilent,
            Answer::SourceUnavailable { .. } => State::SourceUnavailable,
        }
    }

    /// The text of [`Answer::Value`].
    pub fn value(&self) -> Option<&str> {
        match self {
            Answer::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// What a cell says on a day.
#[derive(Clone, Debug)]
pub struct CellOn<'c> {
    /// The state that follows from the findings by the rules of this module.
    pub state: State,
    /// The finding that the cell shows: the one that decides it, or the preferred one where sources disagree.
    pub shown: Option<&'c Finding>,
    /// The findings that disagree; else empty.
    pub disputing: Vec<&'c Finding>,
    /// Where the country's cell is silent because the source speaks of a region: that region.
    pub said_of: Option<&'c CountryId>,
}

/// Computes the cell of `question` and `country` on `day`, taking into account the questions on which it depends.
pub fn on<'c>(corpus: &'c Corpus, question: &'c Question, country: &CountryId, day: Day) -> CellOn<'c> {
    on_within(corpus, question, country, day, 0)
}

const DEEPEST: usize = 32;

fn on_within<'c>(
    corpus: &'c Corpus,
    question: &'c Question,
    country: &CountryId,
    day: Day,
    depth: usize,
) -> CellOn<'c> {
    let findings = corpus.findings_of(&question.id, country);
    let own = of_findings(corpus, question.kind, findings, day);
    let cannot_act = findings.is_empty() && is_region(corpus, country);
    let has_not_begun = corpus.countries.get(country.as_str()).is_some_and(|country| !country.has_begun(day));
    if question.basis == Basis::Action && (has_not_begun || own.state == State::NotResearched && cannot_act) {
        return CellOn { state: State::NotApplicable, shown: None, disputing: Vec::new(), said_of: None };
    }
    let parent = question.parent.as_ref().filter(|_| depth < DEEPEST);
    if let Some(parent) = parent
        && let Some(above) = corpus.questions.get(parent.question.value.as_str())
    {
        let above_on = on_within(corpus, above, country, day, depth + 1);
        if excludes(&above_on, above.kind, &parent.when) {
            return CellOn { state: State::NotApplicable, shown: None, disputing: Vec::new(), said_of: None };
        }
    }
    own
}

/// Regions cannot act towards instruments.
fn is_region(corpus: &Corpus, country: &CountryId) -> bool {
    corpus.countries.get(country.as_str()).is_some_and(|c| c.kind == CountryKind::Region)
}

/// Whether the parent's cell `above` excludes a question that applies only where the parent's answer is one of `when`.
fn excludes(above: &CellOn<'_>, kind: AnswerKind, when: &[String]) -> bool {
    let open = matches!(above.state, State::Conflicting | State::Unclear | State::Varies);
    let says = |word: &String| {
        let value = above.shown.and_then(|f| f.answer.value.value());
        above.state.word() == word
            || value.is_some_and(|value| {
                value == word || (kind == AnswerKind::Several && several(value).any(|v| v == word))
            })
    };
    above.state == State::NotApplicable || (above.state.answers() && !open && !when.iter().any(says))
}

/// The single answers in the value of an answer to a question of [`AnswerKind::Several`], which are separated by
/// commas or semicolons.
pub fn several(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', ';']).map(str::trim).filter(|word| !word.is_empty())
}

/// Computes a cell on `day` from its own findings alone.
pub fn of_findings<'c>(corpus: &Corpus, kind: AnswerKind, findings: &'c [Finding], day: Day) -> CellOn<'c> {
    let mut cell = CellOn { state: State::NotResearched, shown: None, disputing: Vec::new(), said_of: None };
    let group = deciding(corpus, findings, day);
    if group.is_empty() {
        let silent: Vec<&Finding> =
            findings.iter().filter(|f| counts(f, day) && !answers(f) && !over(f, day)).collect();
        if let Some(shown) = best(corpus, &silent) {
            cell.state = shown.answer.value.state();
            cell.said_of = silent.iter().find_map(|f| f.region.as_ref()).map(|r| &r.id.value);
            cell.shown = Some(shown);
        }
        return cell;
    }
    let group = without_decided(group);
    let preferred = group.iter().copied().find(|f| f.preferred.is_some());
    let recorded = group.iter().copied().find(|f| is_recorded(corpus, f));
    let kinds = distinct(kind, &group, day);
    let disputing: Vec<&Finding> =
        group.iter().copied().filter(|a| kinds.iter().any(|b| differ_on(kind, a, b, day))).collect();
    let shown = preferred.or(recorded).or_else(|| best(corpus, &group));
    if disputing.is_empty() {
        cell.shown = shown;
        cell.state = shown.map_or(State::NotResearched, |f| state_on(f, day));
    } else {
        cell.shown = preferred.or(recorded);
        cell.state = State::Conflicting;
        cell.disputing = disputing;
    }
    cell
}

/// One finding per distinct answer: pairwise comparison stays cheap where many findings agree.
fn distinct<'c>(kind: AnswerKind, group: &[&'c Finding], day: Day) -> Vec<&'c Finding> {
    let compared = kind != AnswerKind::Text;
    let mut seen = BTreeSet::new();
    let value = |f: &'c Finding| f.answer.value.value().filter(|_| compared);
    group.iter().copied().filter(|f| seen.insert((state_on(f, day), value(f)))).collect()
}

/// The findings that decide a cell on `day`: among those that answer, the latest reported ones and the depositary's
/// last.
pub fn deciding<'c>(corpus: &Corpus, findings: &'c [Finding], day: Day) -> Vec<&'c Finding> {
    let is_open = |f: &Finding| {
        is_perhaps_to_come(corpus, findings, f, day)
            || is_dated_by_record(corpus, findings, f, day)
            || has_given_way(findings, f, day)
    };
    let counted = |f: &&Finding| counts(f, day) && answers(f) && !is_open(f);
    let observed: Vec<&Finding> = findings.iter().filter(counted).collect();
    let mut group = latest(corpus, &observed);
    group.retain(|f| !over(f, day));
    let (open, steady): (Vec<&Finding>, Vec<&Finding>) = group.iter().partition(|f| end_open(f, day).is_some());
    if !open.is_empty() && !steady.is_empty() {
        let seen_after = |end: &super::Date| steady.iter().any(|f| !f.observed.surely_before(end));
        group.retain(|f| end_open(f, day).is_none_or(|end| !seen_after(end)));
    }
    group
}

/// Whether an act that a depositary dates in part only may lie after `day`, while an earlier one answers: until an act is
/// surely done, what was before it stands, as in the status of the country.
pub fn is_perhaps_to_come(corpus: &Corpus, findings: &[Finding], finding: &Finding, day: Day) -> bool {
    let is_known = |other: &Finding| is_recorded(corpus, other) && other.observed.reached(day) == Some(true);
    is_recorded(corpus, finding)
        && finding.observed.earliest().is_some()
        && finding.observed.latest().is_some()
        && finding.observed.reached(day).is_none()
        && findings.iter().any(is_known)
}

/// Whether a report dates in part only, or not at all, what a depositary records with the same answer and a day within the
/// report's, and that day is still to come: the report gives a month, the record the day in it, and both say one thing.
fn is_dated_by_record(corpus: &Corpus, findings: &[Finding], finding: &Finding, day: Day) -> bool {
    let is_within = |recorded: &super::Date| {
        let begins = finding.observed.earliest();
        let ends = finding.observed.latest();
        recorded.earliest().is_some_and(|from| begins.is_none_or(|begins| begins <= from))
            && recorded.latest().is_some_and(|until| ends.is_none_or(|ends| until <= ends))
    };
    let is_record = |other: &Finding| {
        is_recorded(corpus, other)
            && other.answer.value == finding.answer.value
            && other.observed.reached(day) != Some(true)
            && is_within(&other.observed)
    };
    !is_recorded(corpus, finding) && finding.observed.reached(day).is_none() && findings.iter().any(is_record)
}

/// Whether a computed finding has ended, or may have ended while another one with its answer surely stands.
fn has_given_way(findings: &[Finding], finding: &Finding, day: Day) -> bool {
    let Some(until) = finding.until.as_ref().filter(|_| finding.is_computed()) else { return false };
    let stands = |other: &Finding| {
        let has_not_ended = other.until.as_ref().is_none_or(|until| until.reached(day) == Some(false));
        let is_alike = other.is_computed() && other.answer.value == finding.answer.value;
        is_alike && has_not_ended && other.observed.reached(day) == Some(true)
    };
    until.reached(day).unwrap_or_else(|| findings.iter().any(stands))
}

/// The finding's end, if it may have come by `day` and is not open towards the past.
fn end_open(finding: &Finding, day: Day) -> Option<&super::Date> {
    let end = finding.until.as_ref().map(|until| &until.value);
    end.filter(|end| end.earliest().is_some() && end.reached(day).is_none())
}

/// Whether the finding was computed from a depositary's statement.
pub fn is_recorded(corpus: &Corpus, finding: &Finding) -> bool {
    finding.is_computed() && corpus.records(&finding.citation)
}

fn answers(finding: &Finding) -> bool {
    finding.answer.value.state().answers()
}

fn counts(finding: &Finding, day: Day) -> bool {
    finding.observed.reached(day) != Some(false)
}

fn over(finding: &Finding, day: Day) -> bool {
    finding.until.as_ref().is_some_and(|until| until.reached(day) == Some(true))
}

fn state_on(finding: &Finding, day: Day) -> State {
    let not_yet = finding.from.as_ref().is_some_and(|from| from.reached(day) == Some(false));
    if not_yet { State::Pending } else { finding.answer.value.state() }
}

/// The reported findings that are not surely older than the last, and the depositary's last, whatever its age.
fn latest<'c>(corpus: &Corpus, findings: &[&'c Finding]) -> Vec<&'c Finding> {
    let last_of =
        |list: &[&'c Finding]| list.iter().copied().max_by_key(|f| (f.observed.earliest(), f.observed.latest()));
    let (recorded, reported): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().copied().partition(|f| is_recorded(corpus, f));
    let mut group: Vec<&Finding> = Vec::new();
    if let Some(last) = last_of(&recorded) {
        let word = last.answer.value.state();
        group.extend(
            recorded
                .iter()
                .copied()
                .filter(|f| f.answer.value.state() == word && !f.observed.surely_before(&last.observed)),
        );
    }
    if let Some(last) = last_of(&reported) {
        let standing = |f: &Finding| !group.iter().any(|r| f.observed.surely_before(&r.observed));
        let mut recent: Vec<&Finding> =
            reported.iter().copied().filter(|f| !f.observed.surely_before(&last.observed) && standing(f)).collect();
        group.append(&mut recent);
    }
    group
}

/// Whether two findings give the same answer. The order of several answers says nothing, and of two dates one may be the
/// more exact.
pub fn is_same_answer(kind: AnswerKind, a: &Finding, b: &Finding) -> bool {
    match (&a.answer.value, &b.answer.value) {
        (Answer::Value(x), Answer::Value(y)) => match kind {
            AnswerKind::Several => several(x).collect::<BTreeSet<_>>() == several(y).collect::<BTreeSet<_>>(),
            AnswerKind::Date => match (super::Date::parse(x), super::Date::parse(y)) {
                (Ok(x), Ok(y)) => x.may_equal(&y),
                _ => x == y,
            },
            _ => x == y,
        },
        (x, y) => x.state() == y.state(),
    }
}

/// Whether two findings contradict each other.
pub fn differ(kind: AnswerKind, a: &Finding, b: &Finding) -> bool {
    let (left, right) = (a.answer.value.state(), b.answer.value.state());
    match kind {
        AnswerKind::Text if left == State::Value && right == State::Value => false,
        AnswerKind::Several if left == State::Value && right == State::Value && !are_two_codings(a, b) => false,
        _ if left == right => !is_same_answer(kind, a, b),
        _ => states_differ(left, right),
    }
}

/// Whether `other` is what another coder read in the sources of `finding`: it has no source that this has not.
fn is_other_coding(finding: &Finding, other: &Finding) -> bool {
    let sources = |f: &Finding| -> BTreeSet<super::SourceId> {
        let also = f.also.iter().map(|also| also.citation.source.value.clone());
        also.chain([f.citation.source.value.clone()]).collect()
    };
    let coded = !finding.is_computed() && !other.is_computed() && finding.coder() != other.coder();
    coded && sources(other).is_subset(&sources(finding))
}

/// Whether one of two findings is another coding of the sources of the other.
pub fn are_two_codings(a: &Finding, b: &Finding) -> bool {
    is_other_coding(a, b) || is_other_coding(b, a)
}

/// The group without codings that gave way to a preferred one of the same source.
fn without_decided(group: Vec<&Finding>) -> Vec<&Finding> {
    let preferred: Vec<&Finding> = group.iter().copied().filter(|f| f.preferred.is_some()).collect();
    let gave_way = |f: &Finding| f.preferred.is_none() && preferred.iter().any(|other| is_other_coding(other, f));
    group.into_iter().filter(|f| !gave_way(f)).collect()
}

/// Whether two coders gave different answers from the same source for the same time.
pub fn is_coded_differently(kind: AnswerKind, findings: &[Finding]) -> bool {
    let differ = |a: &Finding, b: &Finding| {
        let is_twice = a.citation.source.value == b.citation.source.value && a.coder() != b.coder();
        let are_coded = !a.is_computed() && !b.is_computed();
        is_twice && are_coded && a.observed.may_equal(&b.observed) && !is_same_answer(kind, a, b)
    };
    let pairs = || findings.iter().enumerate().flat_map(|(n, a)| findings[n + 1..].iter().map(move |b| (a, b)));
    kind != AnswerKind::Text && pairs().any(|(a, b)| differ(a, b))
}

/// Like [`differ`], except that an answer which is law only from a later day counts as `pending` on `day`.
fn differ_on(kind: AnswerKind, a: &Finding, b: &Finding, day: Day) -> bool {
    let (left, right) = (state_on(a, day), state_on(b, day));
    if left == State::Value && right == State::Value { differ(kind, a, b) } else { states_differ(left, right) }
}

/// Whether two states contradict each other: unequal ones do, except `pending` and a denial (`no`, `no-provision`,
/// `partial`, `indirect`).
fn states_differ(left: State, right: State) -> bool {
    let denial = |state| matches!(state, State::No | State::NoProvision | State::Partial | State::Indirect);
    match (left, right) {
        (State::Pending, other) | (other, State::Pending) if denial(other) => false,
        _ => left != right,
    }
}

/// The finding that is shown where several agree: of the highest tier; among those the latest, then one said of the
/// country and not of a region, then the first in the order of the files.
fn best<'c>(corpus: &Corpus, findings: &[&'c Finding]) -> Option<&'c Finding> {
    let rank = |f: &Finding| corpus.tier(&f.citation).map_or(usize::MAX, |t| t as usize);
    findings.iter().copied().min_by_key(|f| {
        let region = usize::from(f.region.is_some());
        (rank(f), std::cmp::Reverse(f.observed.earliest()), region, f.head.at)
    })
}

/// The days on which a cell with these findings can change, in order.
pub fn change_days(findings: &[Finding]) -> Vec<Day> {
    let mut days = Vec::new();
    for finding in findings {
        let dates = [Some(&finding.observed), finding.from.as_ref(), finding.until.as_ref()];
        for date in dates.into_iter().flatten() {
            days.extend(date.earliest());
            days.extend(date.latest());
        }
    }
    days.sort();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::super::{Asks, QuestionId, Region};
    use super::*;
    use crate::text::At;

    fn cell(sample: &Sample, question: &str, on_day: &str) -> &'static str {
        let corpus = sample.corpus();
        let question = corpus.questions.get(question).expect("the question is there");
        let cell = on(&corpus, question, &CountryId::new("xr"), day(on_day));
        cell.state.word()
    }

    fn plain(_: &mut Finding) {}

    fn dated(text: &'static str) -> impl Fn(&mut Finding) {
        move |finding| finding.from = Some(At::new(super::super::Date::parse(text).expect(text), finding.head.at))
    }

    fn ended(text: &'static str) -> impl Fn(&mut Finding) {
        move |finding| finding.until = Some(At::new(super::super::Date::parse(text).expect(text), finding.head.at))
    }

    fn asked() -> Sample {
        Sample::new().question("q", AnswerKind::YesNo)
    }

    #[test]
    fn before_its_first_finding_a_cell_is_not_researched() {
        let sample = asked().finding("paper", "mid-2005", Answer::Yes, plain);
        assert_eq!(cell(&sample, "q", "2005-04-30"), "not-researched");
        assert_eq!(cell(&sample, "q", "2005-05-01"), "yes");
        assert_eq!(cell(&sample, "q", "2005-08-31"), "yes");
    }

    #[test]
    fn silence_never_displaces_an_answer_however_late_it_is() {
        let sample = asked().finding("paper", "2003-01-01", Answer::No, plain).finding(
            "report",
            "2010-01-01",
            Answer::SourceSilent,
            plain,
        );
        assert_eq!(cell(&sample, "q", "2020-01-01"), "no");
        let silent = asked().finding("report", "2010-01-01", Answer::SourceSilent, plain);
        assert_eq!(cell(&silent, "q", "2020-01-01"), "source-silent");
    }

    #[test]
    fn what_was_said_of_a_region_stays_silence_of_the_country_and_points_to_the_region() {
        let sample = asked().finding("paper", "2005-01-01", Answer::SourceSilent, |finding| {
            finding.region = Some(Region { id: At::new(CountryId::new("region"), finding.head.at) });
        });
        let corpus = sample.corpus();
        let question = corpus.questions.get("q").expect("it is there");
        let cell = on(&corpus, question, &CountryId::new("xr"), day("2006-01-01"));
        assert_eq!(cell.state, State::SourceSilent);
        assert_eq!(cell.said_of, Some(&CountryId::new("region")));
    }

    #[test]
    fn the_latest_finding_counts_and_an_older_one_is_history() {
        let sample = asked().finding("paper", "2003-01-01", Answer::No, plain).finding(
            "report",
            "2006-01-01",
            Answer::Yes,
            plain,
        );
        assert_eq!(cell(&sample, "q", "2005-12-31"), "no");
        assert_eq!(cell(&sample, "q", "2006-01-01"), "yes");
    }

    #[test]
    fn a_report_of_a_month_does_not_contradict_the_record_of_a_day_in_it() {
        let of = |reported: &str, on_day: &str| {
            let acts = [("un", "deposited", "2008-07-31"), ("report", "given", reported)];
            let sample = Sample::new().treaty(Some("2003-09-29"), Some(30)).question("q", AnswerKind::YesNo);
            cell(&sample.computed(Asks::Bound).action("accession", &acts), "q", on_day)
        };
        for reported in ["2008-07", "2008"] {
            assert_eq!(of(reported, "2008-06-30"), "no", "{reported}");
            assert_eq!(of(reported, "2008-07-30"), "no", "{reported}");
            assert_eq!(of(reported, "2008-07-31"), "yes", "{reported}");
            assert_eq!(of(reported, "2009-01-01"), "yes", "{reported}");
        }
        assert_eq!(of("2008-06", "2008-06-30"), "conflicting");
        assert_eq!(of("undated", "2005-01-01"), "no");
        assert_eq!(of("undated", "2008-07-31"), "yes");
    }

    #[test]
    fn findings_of_one_time_that_disagree_make_a_conflict_whether_or_not_one_is_preferred() {
        let sample =
            asked()
                .finding("paper", "2005", Answer::No, plain)
                .finding("report", "2005-06-01", Answer::Yes, |f| f.preferred = Some("it quotes the law".into()));
        let corpus = sample.corpus();
        let question = corpus.questions.get("q").expect("it is there");
        let found = on(&corpus, question, &CountryId::new("xr"), day("2006-01-01"));
        assert_eq!(found.state, State::Conflicting);
        assert_eq!(found.disputing.len(), 2);
        assert_eq!(found.shown.map(|f| f.answer.value.state()), Some(State::Yes));
    }

    #[test]
    fn where_nobody_is_preferred_a_conflict_shows_no_answer() {
        let sample = asked().finding("paper", "2005", Answer::No, plain).finding("report", "2005", Answer::Yes, plain);
        let corpus = sample.corpus();
        let question = corpus.questions.get("q").expect("it is there");
        let found = on(&corpus, question, &CountryId::new("xr"), day("2006-01-01"));
        assert_eq!((found.state, found.shown.is_none()), (State::Conflicting, true));
    }

    #[test]
    fn an_undated_finding_is_never_history() {
        let sample =
            asked().finding("paper", "undated", Answer::No, plain).finding("report", "2005-01-01", Answer::Yes, plain);
        assert_eq!(cell(&sample, "q", "2020-01-01"), "conflicting");
    }

    #[test]
    fn a_plan_is_no_denial_but_it_denies_a_law() {
        let planned = Answer::Pending { stage: None, reached: None };
        let sample =
            asked().finding("paper", "2005", planned.clone(), plain).finding("report", "2005", Answer::No, plain);
        assert_ne!(cell(&sample, "q", "2006-01-01"), "conflicting");
        let sample = asked().finding("paper", "2005", planned, plain).finding("report", "2005", Answer::Yes, plain);
        assert_eq!(cell(&sample, "q", "2006-01-01"), "conflicting");
    }

    #[test]
    fn what_is_law_only_from_a_later_day_is_pending_and_then_an_answer() {
        let sample = asked().finding("paper", "2003-05-15", Answer::Yes, dated("2003-08-01"));
        assert_eq!(cell(&sample, "q", "2003-07-31"), "pending");
        assert_eq!(cell(&sample, "q", "2003-08-01"), "yes");
        let sample = sample.finding("report", "2003-05-15", Answer::No, plain);
        assert_ne!(cell(&sample, "q", "2003-07-31"), "conflicting");
        assert_eq!(cell(&sample, "q", "2003-08-01"), "conflicting");
    }

    #[test]
    fn a_finding_whose_end_has_come_does_not_bring_back_what_it_displaced() {
        let sample = asked().finding("paper", "2001-01-01", Answer::No, plain).finding(
            "report",
            "2003-01-01",
            Answer::Yes,
            ended("2010-01-01"),
        );
        assert_eq!(cell(&sample, "q", "2009-12-31"), "yes");
        assert_eq!(cell(&sample, "q", "2010-01-01"), "not-researched");
    }

    #[test]
    fn a_finding_that_may_have_ended_yields_to_one_that_may_have_been_observed_since() {
        let partial = Answer::Partial { met: vec!["a".into()], unmet: vec!["b".into()], limit: None };
        let sample = asked().finding("paper", "undated", partial, ended("between 2014-07-03 and 2016")).finding(
            "report",
            "2016",
            Answer::Yes,
            plain,
        );
        assert_eq!(cell(&sample, "q", "2015-01-01"), "partial");
        assert_eq!(cell(&sample, "q", "2016-06-01"), "yes");
        let earlier = sample.finding("report", "2005", Answer::No, plain);
        assert_eq!(cell(&earlier, "q", "2015-01-01"), "conflicting");
    }

    #[test]
    fn what_the_depositary_records_stands_and_a_later_report_against_it_is_a_conflict() {
        let sample = Sample::new()
            .treaty(None, None)
            .action("accession", &[("un", "deposited", "2003-10-02")])
            .question("q", AnswerKind::YesNo)
            .computed(Asks::Bound)
            .finding("paper", "2002", Answer::No, plain);
        assert_eq!(cell(&sample, "q", "2001-06-01"), "no");
        assert_eq!(cell(&sample, "q", "2003-10-02"), "yes");
        let sample = sample.finding("report", "2005", Answer::No, plain);
        let corpus = sample.corpus();
        let question = corpus.questions.get("q").expect("it is there");
        let found = on(&corpus, question, &CountryId::new("xr"), day("2006-01-01"));
        assert_eq!(found.state, State::Conflicting);
        assert!(found.shown.is_some_and(|shown| is_recorded(&corpus, shown)));
    }

    #[test]
    fn a_table_without_an_entry_speaks_up_to_its_day_and_a_later_deposit_displaces_it() {
        let sample = Sample::new()
            .treaty(None, None)
            .absence("un", "2015-03-14", false)
            .question("q", AnswerKind::YesNo)
            .computed(Asks::Bound);
        assert_eq!(cell(&sample, "q", "2014-01-01"), "no");
        let sample = sample.action("accession", &[("un", "deposited", "2018-01-01")]);
        assert_eq!(cell(&sample, "q", "2017-12-31"), "no");
        assert_eq!(cell(&sample, "q", "2018-01-01"), "yes");
    }

    #[test]
    fn the_answer_above_excludes_the_question_below_and_an_open_one_does_not() {
        let below = |answer: Option<Answer>| {
            let sample = asked();
            let sample = match answer {
                Some(answer) => sample.finding("paper", "2005", answer, plain),
                None => sample,
            };
            let sample = sample.question("r", AnswerKind::YesNo).below("q", &["yes", "partial"]).finding(
                "paper",
                "2005",
                Answer::No,
                plain,
            );
            cell(&sample, "r", "2006-01-01")
        };
        let partial = Answer::Partial { met: vec!["a".into()], unmet: vec!["b".into()], limit: None };
        assert_eq!(below(Some(Answer::No)), "not-applicable");
        assert_eq!(below(Some(Answer::Yes)), "no");
        assert_eq!(below(Some(partial)), "no");
        assert_eq!(below(Some(Answer::Unclear)), "no");
        assert_eq!(below(Some(Answer::SourceSilent)), "no");
        assert_eq!(below(None), "no");
    }

    #[test]
    fn one_of_several_answers_above_is_enough() {
        let sample = Sample::new()
            .question("q", AnswerKind::Several)
            .finding("paper", "2005", Answer::Value("fine, prison".to_owned()), plain)
            .question("r", AnswerKind::Text)
            .below("q", &["prison"])
            .finding("paper", "2005", Answer::Value("two years".to_owned()), plain);
        assert_eq!(cell(&sample, "r", "2006-01-01"), "value");
    }

    #[test]
    fn dates_that_may_be_the_same_day_do_not_contradict_each_other() {
        let of = |first: &str, second: &str| {
            let sample = Sample::new()
                .question("q", AnswerKind::Date)
                .finding("paper", "2005", Answer::Value(first.to_owned()), plain)
                .finding("report", "2005", Answer::Value(second.to_owned()), plain);
            cell(&sample, "q", "2006-01-01")
        };
        assert_eq!(of("2004", "2004-10-05"), "value");
        assert_eq!(of("2003", "2004-10-05"), "conflicting");
    }

    #[test]
    fn a_cell_changes_on_its_change_days_only() {
        let sample = asked()
            .finding("paper", "mid-2002", Answer::No, plain)
            .finding("report", "2003", Answer::Yes, dated("2003-08"))
            .finding("paper", "2004-03-01", Answer::Indirect, ended("2005"));
        let corpus = sample.corpus();
        let findings = corpus.findings_of(&QuestionId::new("q"), &CountryId::new("xr"));
        let changes = change_days(findings);
        let look = |today| {
            let cell = of_findings(&corpus, AnswerKind::YesNo, findings, today);
            (cell.state, cell.shown.map(|f| f.head.at))
        };
        let mut today = day("2002-01-01");
        let mut before = look(today);
        while today < day("2007-01-01") {
            today = today.next();
            let now = look(today);
            assert!(now == before || changes.contains(&today), "{today}");
            before = now;
        }
    }
}
