//! Tables of findings: what was found, the records on which it rests, and the states of cells derived from it.

use crate::law::cell::{CellOn, State};
use crate::law::history::{self, StateInterval};
use crate::law::standing::{self, Since, StandingOn};
use crate::law::{Answer, Change, Corpus, CountryId, Day, Finding, Kind, Question, RestsOn};

use super::cell::{Missing, Presence};
use super::codebook::codebook;
use super::list::{TableOf, applicable, number_in, table};

const FINDINGS: &str = "What one source says on one question for one country and one day: written by a coder, or computed \
                        from actions.";

const STATES: &str = "What each cell of the comparison says from which day to which: derived from the findings, one state \
                      at a time.";

const STANDING: &str = "How far the state may be trusted on these days: holds, last-known (said of an earlier day), \
                        overtaken (what it rests on has changed since), uncertain, not-in-sight (nothing answers).";

const STANDING_OF_FINDING: &str = "How far the finding may be trusted on the day of the edition, as if it alone answered: as in \
                                   the table of states.";

const OVERTAKEN_ON: &str =
    "For overtaken, and where such a thing makes it uncertain: when what it rests on was changed.";

const OVERTAKEN_BY: &str = "For overtaken: the kind and the id of the record that tells of the change.";

/// A field of a finding's answer; not applicable where the answer is of another kind.
macro_rules! of_answer {
    ($finding:expr, $kind:ident, $field:ident) => {
        match &$finding.answer.value {
            Answer::$kind { $field, .. } => Ok($field),
            _ => Err(Missing::NotApplicable),
        }
    };
}

/// A field of a basis; not applicable where the basis is of another kind.
macro_rules! of_basis {
    ($basis:expr, $kind:ident) => {
        match $basis.rests_on {
            RestsOn::$kind(id, ..) => Ok(id),
            _ => Err(Missing::NotApplicable),
        }
    };
}

pub(super) fn findings(corpus: &Corpus) -> TableOf<'_, (usize, &Finding)> {
    let day = corpus.settings.edition.or_else(|| corpus.latest_day());
    let since = move |f| standing_on(corpus, f, day).and_then(|on| on.since);
    table(numbered(corpus), &["id"], FINDINGS)
        .column("id", "Id: country, question and number.", |(number, f)| finding_id(f, *number))
        .reference("question", "questions", "The question.", |(_, f)| &f.question)
        .reference("country", "countries", "The country or region.", |(_, f)| &f.country)
        .column("number", "Which finding of this cell, from 1, in the order of the files.", |(number, _)| *number)
        .column("computed", "Whether it was computed from treaty actions; else a coder wrote it.", |(_, f)| {
            f.is_computed()
        })
        .column(
            "answer",
            "The state that the answer makes by itself; `value` where it is an answer that the question defines.",
            |(_, f)| f.answer.value.state(),
        )
        .column("value", "The answer, where it is a value; silent where the source is.", |(_, f)| {
            value(&f.answer.value)
        })
        .column("citation", "The source.", |(_, f)| &f.citation)
        .column("observed", "The day for which the source says so.", |(_, f)| &f.observed)
        .column("standing", STANDING_OF_FINDING, move |(_, f)| {
            applicable(standing_on(corpus, f, day).map(|on| on.standing))
        })
        .column("overtaken_on", OVERTAKEN_ON, move |(_, f)| applicable(since(f).map(|since| since.date())))
        .column("overtaken_by", OVERTAKEN_BY, move |(_, f)| applicable(since(f).map(|since| record_of(&since))))
        .column("from", "In force from, where the source states it.", |(_, f)| &f.from)
        .column("until", "No longer in force from, where the source states it.", |(_, f)| &f.until)
        .column(
            "modality",
            "How the source puts it: announced, in-force, practice and so on, as in the files.",
            |(_, f)| f.modality,
        )
        .column("coder", "Who coded it; an anonymous id.", |(_, f)| f.coder())
        .column("reviewer", "Who looked it over.", |(_, f)| f.reviewer())
        .column("preferred", "Why it is preferred to others of the same time.", |(_, f)| &f.preferred)
        .reference(
            "region",
            "countries",
            "The region of which it was said, where the source names no country.",
            |(_, f)| f.region.as_ref().map(|region| &region.id),
        )
        .column("met", "For partial: the elements that are met.", |(_, f)| of_answer!(f, Partial, met))
        .column("unmet", "For partial: the elements that are not met.", |(_, f)| of_answer!(f, Partial, unmet))
        .column("limit", "For partial: the limit.", |(_, f)| of_answer!(f, Partial, limit))
        .column("searched", "For no-provision: what was searched, and when.", |(_, f)| {
            of_answer!(f, NoProvision, searched)
        })
        .column("stage", "For pending: the stage.", |(_, f)| of_answer!(f, Pending, stage).copied())
        .column("reached", "For pending: when the stage was reached.", |(_, f)| of_answer!(f, Pending, reached))
        .column("parts", "For varies: the parts.", |(_, f)| of_answer!(f, Varies, parts))
        .column("title", "For source-unavailable: the title of the law.", |(_, f)| {
            of_answer!(f, SourceUnavailable, title)
        })
        .column("quotation", "Words of the source.", |(_, f)| &f.quotation)
        .column("also", "Further sources that say the same, each as its id, `: ` and the place in it.", |(_, f)| {
            let named = |citation: &crate::law::Citation| format!("{}: {}", citation.source.value, citation.place);
            f.citations().skip(1).map(named).collect::<Vec<String>>()
        })
        .column("plain", "In plain words.", |(_, f)| &f.plain)
        .column("note", "A remark.", |(_, f)| &f.note)
        .common(|(_, f)| &f.head)
}

pub(super) fn bases(corpus: &Corpus) -> TableOf<'_, FindingBasis<'_>> {
    table(rests_on(corpus), &["finding", "number"], "What findings rest on.")
        .reference("finding", "findings", "The finding.", |basis| finding_id(basis.finding, basis.of))
        .column("number", "Which base of the finding, from 1.", |basis| basis.number)
        .column(
            "kind",
            "provision, law, offence, amendment, instrument, or source where the word of the source is all.",
            |basis| kind(basis.rests_on),
        )
        .reference("provision", "provisions", "The provision.", |basis| of_basis!(basis, Provision))
        .column("paragraph", "The paragraph or point of the provision, by its number there: 2, 2/a.", |basis| {
            match basis.rests_on {
                RestsOn::Provision(_, part) => Ok(part.as_deref()),
                _ => Err(Missing::NotApplicable),
            }
        })
        .reference("law", "laws", "The law.", |basis| of_basis!(basis, Law))
        .reference("offence", "offences", "The offence.", |basis| of_basis!(basis, Offence))
        .reference("amendment", "amendments", "The amendment.", |basis| of_basis!(basis, Amendment))
        .reference("instrument", "instruments", "The instrument.", |basis| of_basis!(basis, Instrument))
}

pub(super) fn states(corpus: &Corpus) -> TableOf<'_, CellState<'_>> {
    table(intervals(corpus), &["question", "country", "number"], STATES)
        .reference("question", "questions", "The question.", |s| &s.question.id)
        .reference("country", "countries", "The country or region.", |s| s.country)
        .column("number", "Which state of this cell, from 1, in the order of time.", |s| s.number)
        .column("first_day", "First day; open where there is none before.", |s| s.interval.first.ok_or(Missing::Open))
        .column("last_day", "Last day, itself included; open where it goes on.", |s| {
            s.interval.last.ok_or(Missing::Open)
        })
        .column("state", "The state. No state is blank: where nobody looked it is not-researched.", |s| {
            s.interval.cell.state
        })
        .column(
            "value",
            "The value, where the state is `value`, or the preferred finding has one behind `conflicting`.",
            |s| shown_value(&s.interval.cell),
        )
        .column("preferred", "Behind conflicting: what the preferred finding says.", |s| {
            applicable(preferred(&s.interval.cell))
        })
        .column("standing", STANDING, |s| s.interval.standing.standing)
        .column("overtaken_on", OVERTAKEN_ON, |s| applicable(s.interval.standing.since.map(|since| since.date())))
        .column("overtaken_by", OVERTAKEN_BY, |s| applicable(s.interval.standing.since.map(|since| record_of(&since))))
        .reference("finding", "findings", "The finding that is shown.", move |s| applicable(shown_id(corpus, s)))
        .reference(
            "said_of",
            "countries",
            "The region of which it was said; the state of the country itself is then silence.",
            |s| applicable(s.interval.cell.said_of),
        )
        .derived()
}

pub(super) fn changes(corpus: &Corpus) -> TableOf<'_, (usize, &Change)> {
    table(
        corpus.changes.iter().enumerate(),
        &["question", "country", "number"],
        "Changes that were made to cells of the site.",
    )
    .reference("question", "questions", "The question.", |(_, change)| &change.question)
    .reference("country", "countries", "The country or region.", |(_, change)| &change.country)
    .column("number", "Its number among the changes of all cells, from 1.", |(at, _)| at + 1)
    .column("was", "What the cell said before.", |(_, change)| &change.was)
    .column("changed", "When it was changed.", |(_, change)| &change.changed)
    .column("reason", "Why.", |(_, change)| &change.reason)
    .column("coder", "Who changed it; an anonymous id.", |(_, change)| &change.coder)
    .common(|(_, change)| &change.head)
}

/// Every finding and its number within its cell, from 1; sorted by question and country.
fn numbered(corpus: &Corpus) -> impl Iterator<Item = (usize, &Finding)> {
    let cells = corpus.cells.iter().map(|(_, _, range)| &corpus.findings[range]);
    cells.flat_map(|findings| findings.iter().enumerate().map(|(at, finding)| (at + 1, finding)))
}

/// The id of a finding in the exports: `country/question/number`.
fn finding_id(finding: &Finding, number: usize) -> String {
    format!("{}/{}/{number}", finding.country, finding.question.value)
}

/// The record that reports a change, as `kind:id`.
fn record_of(since: &Since<'_>) -> String {
    let (kind, id) = since.record();
    format!("{}:{id}", kind.word())
}

/// How reliable a finding is on `day`, considered without the other findings of its cell.
fn standing_on<'c>(corpus: &'c Corpus, finding: &'c Finding, day: Option<Day>) -> Option<StandingOn<'c>> {
    let question = corpus.questions.get(finding.question.value.as_str())?;
    Some(standing::of_finding(corpus, question, finding, day?))
}

fn value(answer: &Answer) -> Presence<&String> {
    match answer {
        Answer::Value(value) => Ok(value),
        Answer::SourceSilent => Err(Missing::Silent),
        Answer::SourceUnavailable { .. } => Err(Missing::NotRecorded),
        _ => Err(Missing::NotApplicable),
    }
}

/// One record on which a finding rests.
pub(super) struct FindingBasis<'c> {
    finding: &'c Finding,
    /// The number of the finding within its cell, from 1; `number` is that of the basis within the finding.
    of: usize,
    number: usize,
    rests_on: &'c RestsOn,
}

fn rests_on(corpus: &Corpus) -> impl Iterator<Item = FindingBasis<'_>> {
    numbered(corpus).flat_map(|(of, finding)| {
        let list = finding.rests_on.iter().enumerate();
        list.map(move |(at, rests_on)| FindingBasis { finding, of, number: at + 1, rests_on })
    })
}

fn kind(rests_on: &RestsOn) -> Kind {
    match rests_on {
        RestsOn::Provision(..) => Kind::Provision,
        RestsOn::Law(_) => Kind::Law,
        RestsOn::Offence(_) => Kind::Offence,
        RestsOn::Amendment(_) => Kind::Amendment,
        RestsOn::Instrument(_) => Kind::Instrument,
        RestsOn::Source(_) => Kind::Source,
    }
}

/// The state of a cell during one interval.
pub(super) struct CellState<'c> {
    question: &'c Question,
    country: &'c CountryId,
    number: usize,
    interval: StateInterval<'c>,
}

fn intervals(corpus: &Corpus) -> impl Iterator<Item = CellState<'_>> {
    let cells = codebook(corpus).flat_map(|question| corpus.columns.iter().map(move |country| (question, country)));
    cells.flat_map(|(question, country)| {
        let list = history::intervals(corpus, question, country).into_iter().enumerate();
        list.map(move |(at, interval)| CellState { question, country, number: at + 1, interval })
    })
}

/// The answer of the preferred finding, for a cell whose state is "conflicting".
fn preferred(cell: &CellOn<'_>) -> Option<State> {
    cell.shown.filter(|_| cell.state == State::Conflicting).map(|finding| finding.answer.value.state())
}

fn shown_value<'c>(cell: &CellOn<'c>) -> Presence<&'c str> {
    match (cell.state, cell.shown.and_then(|finding| finding.answer.value.value())) {
        (_, Some(value)) => Ok(value),
        (State::SourceSilent, _) => Err(Missing::Silent),
        (State::SourceUnavailable | State::NotResearched, _) => Err(Missing::NotRecorded),
        _ => Err(Missing::NotApplicable),
    }
}

/// The id of the finding that is shown; `None` if it belongs to another cell, as one of a region does.
fn shown_id(corpus: &Corpus, state: &CellState<'_>) -> Option<String> {
    let shown = state.interval.cell.shown?;
    match number_in(corpus.findings_of(&state.question.id, state.country), shown) {
        0 => None,
        number => Some(finding_id(shown, number)),
    }
}
