//! What a cell says on a day: the rules by which findings become exactly one state.
//!
//! 1. A finding counts on a day if it was observed, or may have been observed, by then. Legal time only: when a source
//!    was read plays no part.
//! 2. Silence never displaces an answer: findings that are silent count only where no other does.
//! 3. What a depositary records stands until it records otherwise; of all other findings the latest count, which are
//!    those that do not surely lie before the last one.
//! 4. If these agree, the cell says what they say, and shows the one that stands nearest to the law. If they do not,
//!    the cell is `conflicting`; the one that is marked as preferred, or the depositary's, is shown beside the word.
//!    A plan is no denial: where one says `pending` and another `no`, they agree, and the preferred or the recorded one
//!    is shown.
//! 5. Answers in free words do not contradict each other; the preferred one, or the one nearest to the law, is shown.
//! 6. A question that depends on another is `not-applicable` where that one's answer excludes it.

use super::{Answer, AnswerKind, Corpus, CountryId, Day, Finding, Question};

/// The state of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The law provides it.
    Yes,
    /// An answer that is neither yes nor no.
    Value,
    /// Some elements only, or with a limit.
    Partial,
    /// Through general offences only.
    Indirect,
    /// Planned, announced, a bill, or adopted and not yet in force.
    Pending,
    /// The text denies it, or a source says that it is lacking.
    No,
    /// The law was searched and is silent.
    NoProvision,
    /// The wording is ambiguous.
    Unclear,
    /// Sources disagree.
    Conflicting,
    /// Differs within the country.
    Varies,
    /// The parent's answer excludes it.
    NotApplicable,
    /// The source that was read says nothing.
    SourceSilent,
    /// The law exists, its text was not obtained.
    SourceUnavailable,
    /// Nobody looked.
    NotResearched,
}

impl State {
    /// All states with their keys, in the order of legends.
    pub const ALL: [(State, &'static str); 14] = [
        (State::Yes, "yes"),
        (State::Value, "value"),
        (State::Partial, "partial"),
        (State::Indirect, "indirect"),
        (State::Pending, "pending"),
        (State::No, "no"),
        (State::NoProvision, "no-provision"),
        (State::Unclear, "unclear"),
        (State::Conflicting, "conflicting"),
        (State::Varies, "varies"),
        (State::NotApplicable, "not-applicable"),
        (State::SourceSilent, "source-silent"),
        (State::SourceUnavailable, "source-unavailable"),
        (State::NotResearched, "not-researched"),
    ];

    /// Its key.
    pub fn key(self) -> &'static str {
        State::ALL.iter().find(|(state, _)| *state == self).map_or("", |(_, key)| key)
    }

    /// Whether it answers the question: neither silent nor unavailable nor unresearched nor not applicable.
    pub fn answers(self) -> bool {
        !matches!(self, State::NotApplicable | State::SourceSilent | State::SourceUnavailable | State::NotResearched)
    }
}

impl Answer {
    /// The state that this answer makes by itself.
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

    /// The value, where it is one.
    pub fn value(&self) -> Option<&str> {
        match self {
            Answer::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// A cell on a day.
#[derive(Clone, Debug)]
pub struct CellOn<'c> {
    /// The state.
    pub state: State,
    /// The finding that is shown: what the cell says, or the preferred one where sources disagree.
    pub shown: Option<&'c Finding>,
    /// Whether the finding that is shown may lie after the day.
    pub uncertain: bool,
    /// The findings that disagree, where they do.
    pub disputing: Vec<&'c Finding>,
    /// The region of which it was said, where the country's own state is silence.
    pub said_of: Option<&'c CountryId>,
}

/// The cell of `question` and `country` on `day`.
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
    let parent = question.parent.as_ref().filter(|_| depth < DEEPEST);
    if let Some(parent) = parent
        && let Some(above) = corpus.questions.get(parent.question.value.as_str())
    {
        let above_on = on_within(corpus, above, country, day, depth + 1);
        let excluded = above_on.state == State::NotApplicable
            || (above_on.state.answers()
                && above_on.state != State::Conflicting
                && !parent.when.iter().any(|word| says(&above_on, word)));
        if excluded {
            return CellOn {
                state: State::NotApplicable,
                shown: None,
                uncertain: above_on.uncertain,
                disputing: Vec::new(),
                said_of: None,
            };
        }
    }
    own
}

fn says(cell: &CellOn<'_>, word: &str) -> bool {
    cell.state.key() == word || cell.shown.and_then(|f| f.answer.value.value()).is_some_and(|value| value == word)
}

/// What `findings` of one cell amount to on `day`.
pub fn of_findings<'c>(corpus: &Corpus, kind: AnswerKind, findings: &'c [Finding], day: Day) -> CellOn<'c> {
    let mut cell =
        CellOn { state: State::NotResearched, shown: None, uncertain: false, disputing: Vec::new(), said_of: None };
    let seen: Vec<&Finding> = findings.iter().filter(|f| counts(f, day)).collect();
    let (answers, silent): (Vec<&Finding>, Vec<&Finding>) =
        seen.into_iter().partition(|f| f.answer.value.state().answers());
    if answers.is_empty() {
        if let Some(shown) = best(corpus, &silent) {
            cell.state = shown.answer.value.state();
            cell.uncertain = shown.observed.reached(day).is_none();
            cell.said_of = silent.iter().find_map(|f| f.region.as_ref()).map(|r| &r.id.value);
            cell.shown = Some(shown);
        }
        return cell;
    }
    let group = latest(corpus, &answers);
    let preferred = group.iter().copied().find(|f| f.preferred.is_some());
    let recorded = group.iter().copied().find(|f| is_recorded(corpus, f));
    let disputing: Vec<&Finding> = group.iter().copied().filter(|a| group.iter().any(|b| differ(kind, a, b))).collect();
    let shown = preferred.or(recorded).or_else(|| best(corpus, &group));
    if disputing.is_empty() {
        cell.shown = shown;
        cell.state = shown.map_or(State::NotResearched, |f| state_on(f, day));
    } else {
        cell.shown = preferred.or(recorded);
        cell.state = State::Conflicting;
        cell.disputing = disputing;
    }
    cell.uncertain = cell.shown.or(shown).is_some_and(|f| f.observed.reached(day).is_none());
    cell
}

/// Whether it was computed from what a depositary records.
pub fn is_recorded(corpus: &Corpus, finding: &Finding) -> bool {
    finding.coder == super::status::COMPUTED && corpus.records(&finding.citation.source.value)
}

fn counts(finding: &Finding, day: Day) -> bool {
    let observed = finding.observed.reached(day) != Some(false);
    let over = finding.until.as_ref().is_some_and(|until| until.reached(day) == Some(true));
    observed && !over
}

fn state_on(finding: &Finding, day: Day) -> State {
    let not_yet = finding.from.as_ref().is_some_and(|from| from.reached(day) == Some(false));
    if not_yet { State::Pending } else { finding.answer.value.state() }
}

/// Those that are not surely older than the last, and the depositary's last word, whenever it was.
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

/// Whether two findings cannot both be right.
pub fn differ(kind: AnswerKind, a: &Finding, b: &Finding) -> bool {
    let (left, right) = (&a.answer.value, &b.answer.value);
    let denial =
        |answer: &Answer| matches!(answer.state(), State::No | State::NoProvision | State::Partial | State::Indirect);
    match (left, right) {
        (Answer::Value(x), Answer::Value(y)) => match kind {
            AnswerKind::Text | AnswerKind::Several => false,
            AnswerKind::Date => match (super::Date::parse(x), super::Date::parse(y)) {
                (Ok(x), Ok(y)) => !x.may_equal(&y),
                _ => x != y,
            },
            _ => x != y,
        },
        (Answer::Pending { .. }, other) | (other, Answer::Pending { .. }) if denial(other) => false,
        _ => left.state() != right.state(),
    }
}

/// The one that stands nearest to the law; of those, the latest; of those, the first in the files.
fn best<'c>(corpus: &Corpus, findings: &[&'c Finding]) -> Option<&'c Finding> {
    let tier = |f: &Finding| corpus.sources.get(f.citation.source.value.as_str()).and_then(|s| s.tier);
    let rank = |f: &Finding| tier(f).map_or(usize::MAX, |t| t as usize);
    findings.iter().copied().min_by_key(|f| {
        let region = usize::from(f.region.is_some());
        (rank(f), std::cmp::Reverse(f.observed.earliest()), region, f.head.at)
    })
}

/// The days on which a cell with these findings can change.
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
