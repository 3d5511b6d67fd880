//! Answers that nobody writes: what treaty actions say to the questions that ask for them.
//!
//! What comes in are the actions and absences of one country towards the instruments of a question; what goes out are
//! findings like those that people write, each with the citation of the statement or table that it follows from.

use crate::text::{At, Span};

use super::status::date_of;
use super::{
    Absence, Action, ActionKind, Answer, Asks, Citation, Corpus, CountryId, Date, Finding, Head, InstrumentId, Origin,
    Question, RestsOn, StageKind, Statement,
};

/// The findings that follow from treaty actions for `question` (whose basis is [`super::Basis::Action`]) and `country`:
/// one for each statement that answers it, one `no` from the day the instrument was opened or adopted up to the first
/// recorded act, and one `no` for each table without an entry, on the day of that table.
pub fn findings(corpus: &Corpus, question: &Question, country: &CountryId) -> Vec<Finding> {
    let Some(computed) = &question.computed else {
        return Vec::new();
    };
    let is_only = computed.instruments.len() == 1;
    let of_one = |instrument: &At<InstrumentId>| {
        let instrument = &instrument.value;
        let opened = first_day(corpus, instrument);
        Computation { corpus, question, asks: computed.asks, country, instrument, opened, is_only }.findings()
    };
    computed.instruments.iter().flat_map(of_one).collect()
}

/// When an instrument could first be joined: opened for signature, else adopted.
fn first_day<'c>(corpus: &'c Corpus, instrument: &InstrumentId) -> Option<&'c Date> {
    corpus.instruments.get(instrument.as_str()).and_then(|i| i.opened.as_ref().or(i.adopted.as_ref()))
}

/// One question, one country and one of the instruments that the question asks about.
struct Computation<'c> {
    corpus: &'c Corpus,
    question: &'c Question,
    asks: Asks,
    country: &'c CountryId,
    instrument: &'c InstrumentId,
    /// See [`first_day`].
    opened: Option<&'c Date>,
    /// Whether the question asks of this instrument alone. Of several, one `yes` answers; a `no` for one of them answers
    /// nothing.
    is_only: bool,
}

impl Computation<'_> {
    fn findings(&self) -> Vec<Finding> {
        let mut out = self.of_statements();
        if self.asks == Asks::Reserved || !self.is_only {
            return out;
        }
        let is_answered = out.iter().any(|finding| self.corpus.records(&finding.citation));
        if !is_answered {
            out.extend(self.of_table_without_answer());
        }
        for absence in self.corpus.absences_of(self.country, self.instrument) {
            if !(absence.signature_only && self.asks == Asks::Signed) {
                out.extend(self.of_absence(absence, is_answered));
            }
        }
        out
    }

    /// One finding for each statement that answers; before the first recorded `yes`, a `no` from the day on which the
    /// instrument could first be joined.
    fn of_statements(&self) -> Vec<Finding> {
        let mut out = Vec::new();
        let mut has_no = false;
        for action in self.actions() {
            for statement in &action.statements {
                let Some(answer) = answer_of(self.asks, action, action.kind.value, statement) else { continue };
                let is_recorded = self.corpus.records(&statement.citation);
                let observed = observed(action.kind.value, statement, is_recorded);
                if self.is_only && is_recorded && !has_no && answer == Answer::Yes {
                    let before = self.opened.filter(|opened| opened.surely_before(&observed));
                    has_no = before.is_some();
                    out.extend(before.map(|opened| self.no(&statement.citation, opened, statement.at)));
                }
                let mut finding = self.finding(answer, &statement.citation, observed, statement.at);
                finding.head.trace = [&statement.trace[..], &action.head.trace].concat();
                finding.preferred = statement.preferred.clone();
                finding.note = statement.note.clone();
                out.push(finding);
            }
        }
        out
    }

    /// The depositary's table shows the country, but no act that answers the question: `no` from the first day on, and
    /// on the day of the copy that was read. Of later days the table says nothing.
    fn of_table_without_answer(&self) -> Vec<Finding> {
        let mut statements = self.actions().iter().flat_map(|action| &action.statements);
        let recorded = statements.find(|statement| self.corpus.records(&statement.citation));
        let (Some(statement), Some(opened)) = (recorded, self.opened) else { return Vec::new() };
        let source = self.corpus.sources.get(statement.citation.source.value.as_str());
        let table = source.and_then(|source| source.stored.as_ref()).filter(|day| opened.surely_before(day));
        std::iter::once(opened).chain(table).map(|day| self.no(&statement.citation, day, statement.at)).collect()
    }

    /// A table without an entry for the country: `no` on its day; where no statement answers, from the first day on.
    fn of_absence(&self, absence: &Absence, is_answered: bool) -> Vec<Finding> {
        let from = self.opened.filter(|_| !is_answered).map(|day| self.no(&absence.citation, day, absence.head.at));
        let mut on = self.no(&absence.citation, &absence.observed, absence.head.at);
        on.head.trace.clone_from(&absence.head.trace);
        from.into_iter().chain([on]).collect()
    }

    fn actions(&self) -> &[Action] {
        self.corpus.actions_of(self.country, self.instrument)
    }

    fn no(&self, citation: &Citation, observed: &Date, at: Span) -> Finding {
        self.finding(Answer::No, citation, observed.clone(), at)
    }

    fn finding(&self, answer: Answer, citation: &Citation, observed: Date, at: Span) -> Finding {
        Finding {
            head: Head {
                at,
                draft: false,
                aliases: Vec::new(),
                trace: Vec::new(),
                acknowledge: Vec::new(),
                confirmed_on: None,
            },
            country: self.country.clone(),
            question: At::new(self.question.id.clone(), at),
            answer: At::new(answer, at),
            rests_on: vec![RestsOn::Instrument(At::new(self.instrument.clone(), at))],
            citation: citation.clone(),
            observed: At::new(observed, at),
            origin: Origin::Computed,
            from: None,
            until: None,
            modality: None,
            preferred: None,
            region: None,
            quotation: None,
            plain: None,
            note: None,
        }
    }
}

/// The day for which a statement answers: what a depositary records, on the day of the act; what others report, on the
/// day for which they speak.
fn observed(kind: ActionKind, statement: &Statement, is_recorded: bool) -> Date {
    let date = if is_recorded {
        let effective = statement.effective.as_ref().filter(|_| kind.ends());
        effective.or(date_of(kind, statement)).map(|date| &date.value)
    } else {
        statement.observed.as_ref().or_else(|| statement.date())
    };
    date.or(statement.observed.as_ref()).cloned().unwrap_or_else(Date::undated)
}

/// Whether a finding is computed and says only that there was no act yet: it stands from the day on which its instrument
/// could first be joined.
pub fn before_any_act(corpus: &Corpus, finding: &Finding) -> bool {
    let start = |r: &RestsOn| match r {
        RestsOn::Instrument(id) => first_day(corpus, &id.value),
        _ => None,
    };
    let observed = finding.observed.value.to_string();
    finding.is_computed()
        && finding.answer.value == Answer::No
        && finding.rests_on.iter().filter_map(start).any(|date| date.to_string() == observed)
}

fn answer_of(asks: Asks, action: &Action, kind: ActionKind, statement: &Statement) -> Option<Answer> {
    let pending = |stage| Answer::Pending { stage: Some(stage), reached: statement.date().cloned() };
    let wanted = |kind: ActionKind| match asks {
        Asks::Signed => matches!(kind, ActionKind::Signature | ActionKind::DefinitiveSignature),
        Asks::Bound => kind.binds(),
        Asks::Reserved => kind.modifies(),
    };
    match kind {
        ActionKind::Announced if action.act.is_some_and(wanted) => Some(pending(StageKind::Announced)),
        ActionKind::Planned if action.act.is_some_and(wanted) => Some(pending(StageKind::Planned)),
        kind if kind.ends() && asks == Asks::Bound => Some(Answer::No),
        kind if wanted(kind) => Some(Answer::Yes),
        _ => None,
    }
}
