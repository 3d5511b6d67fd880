//! Answers that nobody codes: they are computed from treaty actions for the questions that ask for them.
//!
//! Input: the actions and absences of one country towards the instruments of a question. Output: findings like coded
//! ones, each with the citation of the statement or table from which it follows.

use crate::text::{At, Span};

use super::act::{date_of, is_recorded};
use super::listing;
use super::reservation::{self, ReservationEnd};
use super::status::{self, Status};
use super::{
    Action, ActionKind, Answer, Asks, Citation, CompleteTable, Computed, Corpus, CountryId, Date, Finding, Head,
    InstrumentId, Origin, Question, RestsOn, StageKind, Statement,
};

/// The findings for `question` (of basis [`super::Basis::Action`]) and `country`: one for each statement that answers
/// it; one `no` from the day on which the instrument could first be joined, up to the first recorded act; and one `no`
/// for each table without an entry, on the day of that table.
pub fn findings(corpus: &Corpus, question: &Question, country: &CountryId) -> Vec<Finding> {
    let Some(computed) = &question.computed else {
        return Vec::new();
    };
    let of = |instrument: &At<InstrumentId>| {
        let towards = Towards { corpus, question, computed, country, instrument: &instrument.value };
        towards.findings()
    };
    let mut list: Vec<Finding> = computed.instruments.iter().flat_map(of).collect();
    if computed.asks == Asks::Reserved || is_of_any_bond(computed) {
        without_any(corpus, question, computed, country, &mut list);
    }
    list
}

/// Whether the question asks for a bond by any one of several instruments: then the end of one is no answer as long as
/// another binds.
fn is_of_any_bond(computed: &Computed) -> bool {
    computed.asks == Asks::Bound && computed.instruments.len() > 1
}

/// Adds `no` from each day on which the last of the reservations, or of the bonds, ended that stood until then.
fn without_any(corpus: &Corpus, question: &Question, computed: &Computed, country: &CountryId, out: &mut Vec<Finding>) {
    let towards = |id| Towards { corpus, question, computed, country, instrument: id };
    let actions = computed.instruments.iter().flat_map(|id| corpus.actions_of(country, &id.value));
    let all: Vec<(&Action, Option<ReservationEnd<'_>>)> = actions
        .filter(|action| match computed.asks {
            Asks::Reserved => counts_as_reserved(computed, action.kind.value),
            _ => action.binds() && is_recorded(corpus, action),
        })
        .map(|action| (action, reservation::end(corpus, action)))
        .collect();
    for (action, end) in &all {
        let Some(end) = end else { continue };
        let Some(day) = over_from(corpus, end.date, &all) else { continue };
        let own = reservation::counted(corpus, action).next();
        let Some(statement) = end.statement.or(own) else { continue };
        let is_told = |other: &Finding| other.answer.value == Answer::No && other.observed.value == day;
        if out.iter().any(is_told) {
            continue;
        }
        let mut finding = towards(&action.instrument.value).make(Answer::No, &statement.citation, day, statement.at);
        finding.head.trace.clone_from(&action.head.trace);
        out.push(finding);
    }
}

/// The day from which none of the reservations or bonds stands, if `end` is the end of the last one; a later bound than that of
/// `end` where another may have ended after it.
fn over_from(corpus: &Corpus, end: &Date, all: &[(&Action, Option<ReservationEnd<'_>>)]) -> Option<Date> {
    let mut day = end.clone();
    for (action, other) in all {
        if reservation::made(corpus, action).is_some_and(|made| end.surely_before(made)) {
            continue;
        }
        let other = other.as_ref()?.date;
        if end.surely_before(other) {
            return None;
        }
        day = later_of(day, other);
    }
    Some(day)
}

/// The later of two dates; where that is not known, the days on which the later one can be.
fn later_of(one: Date, other: &Date) -> Date {
    let first = one.earliest().max(other.earliest());
    let last = one.latest().zip(other.latest()).map(|(one, other)| one.max(other));
    let has_bounds = |date: &Date| (date.earliest(), date.latest()) == (first, last);
    match first.zip(last) {
        _ if has_bounds(&one) => one,
        _ if has_bounds(other) => other.clone(),
        Some((first, last)) => Date::within(first, last),
        None if one.latest().is_none() => one,
        None => other.clone(),
    }
}

/// One question about one country and one instrument.
struct Towards<'c> {
    corpus: &'c Corpus,
    question: &'c Question,
    computed: &'c Computed,
    country: &'c CountryId,
    instrument: &'c InstrumentId,
}

impl<'c> Towards<'c> {
    fn findings(&self) -> Vec<Finding> {
        let corpus = self.corpus;
        // With several instruments, one `yes` answers the question; a `no` for one of them answers nothing.
        let alone = self.computed.instruments.len() == 1;
        let mut out = Vec::new();
        self.of_statements(alone, &mut out);
        let answered = out.iter().any(|f| corpus.records(&f.citation));
        if self.computed.asks == Asks::Reserved {
            return out;
        }
        if self.computed.asks == Asks::Bound && alone {
            self.ended(&mut out);
        }
        if alone {
            if !answered {
                self.of_table(&mut out);
            }
            self.of_absences(answered, &mut out);
        }
        without_repetitions(out)
    }

    fn actions(&self) -> &'c [Action] {
        self.corpus.actions_of(self.country, self.instrument)
    }

    /// The first day on which the country could join the instrument; see [`listing::start_of`].
    fn start(&self) -> Option<&'c Date> {
        listing::start_of(self.corpus, self.country, self.instrument)
    }

    /// Whether an act is dated when the state or the instrument no longer existed.
    fn is_too_late(&self, date: &Date) -> bool {
        let ends = status::ends_of(self.corpus, self.country, self.instrument);
        ends.into_iter().flatten().any(|end| status::is_from(date, end))
    }

    /// Adds the findings that follow from single statements.
    fn of_statements(&self, alone: bool, out: &mut Vec<Finding>) {
        let mut denied_from_start = false;
        for action in self.actions() {
            let kind = action.kind.value;
            let stands_until_end = self.computed.asks == Asks::Reserved || is_of_any_bond(self.computed);
            let end = if stands_until_end { reservation::end(self.corpus, action) } else { None };
            for statement in &action.statements {
                let recorded = self.corpus.records(&statement.citation);
                let Some(answer) = answer_of(self.computed, action, statement) else { continue };
                if recorded && kind.ends() && is_of_any_bond(self.computed) {
                    continue;
                }
                let by_table = action.by_table.as_ref().filter(|_| statement.effective.is_none() || !kind.ends());
                let observed = if recorded {
                    by_table.or_else(|| recorded_day(action, statement))
                } else {
                    let entered = statement.in_force.as_ref().filter(|_| action.binds()).map(|date| &date.value);
                    statement.observed.as_ref().or_else(|| statement.date()).or(entered)
                };
                let unknown = || self.known_by_table().filter(|_| recorded && self.computed.asks == Asks::Reserved);
                let observed = observed.cloned().or_else(|| statement.observed.clone()).or_else(unknown);
                let observed = observed.unwrap_or_else(Date::undated);
                // What was done at home alone binds nobody abroad, and answers nothing.
                if recorded && recorded_day(action, statement).is_none() && statement.domestic.is_some() {
                    continue;
                }
                if recorded && (self.is_too_late(&observed) || kind.ends() && !self.has_left(&observed)) {
                    continue;
                }
                if alone && recorded && self.changes_nothing(action, &observed) {
                    continue;
                }
                if alone
                    && recorded
                    && matches!(answer, Answer::Yes)
                    && let Some(start) = self.start()
                    && !std::mem::replace(&mut denied_from_start, true)
                    && start.surely_before(&observed)
                {
                    out.push(self.make(Answer::No, &statement.citation, start.clone(), statement.at));
                }
                let mut finding = self.make(answer, &statement.citation, observed, statement.at);
                finding.until = end.map(|end| At::new(end.date.clone(), statement.at));
                finding.head.trace = [&statement.trace[..], &action.head.trace].concat();
                finding.preferred = statement.preferred.clone();
                finding.note = statement.note.clone();
                out.push(finding);
            }
        }
    }

    /// Whether an act binds a country that another act had bound before, and bound on: one that joined again before its
    /// notice took effect is bound since the first time.
    fn changes_nothing(&self, action: &Action, done: &Date) -> bool {
        let Some(day) = done.latest().filter(|_| self.computed.asks == Asks::Bound && action.binds()) else {
            return false;
        };
        let is_by_it = |on: &status::StatusOn<'_>| on.by.is_some_and(|by| std::ptr::eq(by, action));
        let is_by_other = |day| {
            let on = status::without_as_of(self.corpus, self.country, self.instrument, day);
            on.status == Status::Party && !is_by_it(&on)
        };
        let ever = || status::intervals(self.corpus, self.country, self.instrument);
        is_by_other(day.previous()) && is_by_other(day) && !ever().iter().any(|interval| is_by_it(&interval.on))
    }

    /// The days on which an act without a date can have been done that the depositary's table shows.
    fn known_by_table(&self) -> Option<Date> {
        let read = status::read_until(self.corpus, self.country, self.instrument)?.latest()?;
        let start = self.start()?.earliest()?;
        (start <= read).then(|| Date::within(start, read))
    }

    /// Whether a notice took effect on that day: not if the country had joined again in the meantime.
    fn has_left(&self, effective: &Date) -> bool {
        effective.latest().is_none_or(|day| {
            status::without_as_of(self.corpus, self.country, self.instrument, day).status == Status::FormerParty
        })
    }

    /// Adds `no` from the day on which the state or the instrument ended.
    fn ended(&self, out: &mut Vec<Finding>) {
        let bound = out.iter().rev().find(|f| f.answer.value == Answer::Yes && self.corpus.records(&f.citation));
        let Some((citation, at)) = bound.map(|f| (f.citation.clone(), f.head.at)) else { return };
        // Who had left before ended nothing on that day.
        let is_bound_until = |end: &Date| {
            end.earliest().is_none_or(|day| {
                let on = status::without_as_of(self.corpus, self.country, self.instrument, day.previous());
                on.uncertain || matches!(on.status, Status::Party | Status::Bound)
            })
        };
        let ends = status::ends_of(self.corpus, self.country, self.instrument);
        for end in ends.into_iter().flatten().filter(|end| is_bound_until(end)) {
            out.push(self.make(Answer::No, &citation, end.clone(), at));
        }
    }

    /// Adds `no` where the depositary lists the country, but with no act that answers the question.
    fn of_table(&self, out: &mut Vec<Finding>) {
        let statements = self.actions().iter().flat_map(|action| &action.statements);
        let tells = |s: &&Statement| self.corpus.records(&s.citation) && !self.is_silent(&s.citation);
        let stored = |s: &Statement| self.corpus.sources.get(s.citation.source.as_str()).and_then(|s| s.stored.clone());
        // The table that was read last; of its rows the first.
        let any = statements.filter(tells).rev().max_by_key(|s| stored(s).and_then(|day| day.latest()));
        let (Some(statement), Some(start)) = (any, self.start()) else { return };
        let (citation, at) = (&statement.citation, statement.at);
        out.push(self.make(Answer::No, citation, start.clone(), at));
        // The table is evidence up to the day of the copy that was read; it says nothing of later days.
        let table = self.corpus.sources.get(citation.source.value.as_str()).and_then(|s| s.stored.clone());
        if let Some(table) = table.map(|day| self.until_end(day)).filter(|day| start.surely_before(day)) {
            out.push(self.make(Answer::No, citation, table, at));
        }
    }

    /// The day of a table, or that on which the state or the instrument had ended by then.
    fn until_end(&self, table: Date) -> Date {
        let ends = status::ends_of(self.corpus, self.country, self.instrument);
        ends.into_iter().flatten().find(|end| status::is_from(&table, end)).cloned().unwrap_or(table)
    }

    /// Adds `no` for tables without an entry for the country: recorded absences, and tables that list all who acted.
    fn of_absences(&self, answered: bool, out: &mut Vec<Finding>) {
        let signed = self.computed.asks == Asks::Signed;
        for absence in self.corpus.absences_of(self.country, self.instrument) {
            if absence.signature_only && signed {
                continue;
            }
            self.deny(answered, &absence.citation, &absence.observed, absence.head.at, out);
            if let Some(finding) = out.last_mut() {
                finding.head.trace.clone_from(&absence.head.trace);
            }
        }
        if answered {
            return;
        }
        for table in listing::tables_on(self.corpus, self.country, self.instrument).filter(|table| self.tells(table)) {
            let day = self.until_end(table.observed.clone());
            let is_told = |other: &Finding| {
                other.citation.source.value == table.citation.source.value && other.observed.value == day
            };
            if !out.iter().any(is_told) {
                self.deny(answered, &table.citation, &day, table.at, out);
            }
        }
    }

    /// Whether a complete table lists the acts for which the question asks.
    fn tells(&self, table: &CompleteTable) -> bool {
        if self.computed.asks == Asks::Signed { table.lists_signatures() } else { table.lists_bonds() }
    }

    /// Whether a source is a table that lists other acts alone: a list of signatures says of no bond that there is none.
    fn is_silent(&self, citation: &Citation) -> bool {
        let tables = self.corpus.complete_tables_of(self.instrument);
        let mut of_source = tables.iter().filter(|table| table.citation.source.value == citation.source.value);
        of_source.next().is_some_and(|table| !self.tells(table))
    }

    fn deny(&self, answered: bool, citation: &Citation, table: &Date, at: Span, out: &mut Vec<Finding>) {
        if let Some(start) = self.start().filter(|_| !answered) {
            out.push(self.make(Answer::No, citation, start.clone(), at));
        }
        out.push(self.make(Answer::No, citation, table.clone(), at));
    }

    fn make(&self, answer: Answer, citation: &Citation, observed: Date, at: Span) -> Finding {
        Finding {
            head: Head {
                at,
                draft: false,
                aliases: Vec::new(),
                trace: Vec::new(),
                acknowledge: Vec::new(),
                confirmed_on: None,
                places: Box::default(),
            },
            country: self.country.clone(),
            question: At::new(self.question.id.clone(), at),
            answer: At::new(answer, at),
            rests_on: vec![RestsOn::Instrument(At::new(self.instrument.clone(), at))],
            citation: citation.clone(),
            observed: At::new(observed, at),
            origin: Origin::Computed,
            coder_at: at,
            basis_note: None,
            also: Vec::new(),
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

/// Leaves one of several denials that are alike in source, place and day: a table that lists the country without the act,
/// and of which an absence is recorded besides, says so once.
fn without_repetitions(list: Vec<Finding>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::with_capacity(list.len());
    for finding in list {
        let is_alike = |other: &&mut Finding| {
            finding.answer.value == Answer::No
                && other.answer.value == Answer::No
                && other.citation.source.value == finding.citation.source.value
                && other.citation.place == finding.citation.place
                && other.observed.value == finding.observed.value
        };
        match out.iter_mut().find(is_alike) {
            Some(other) => other.head.trace.extend(finding.head.trace),
            None => out.push(finding),
        }
    }
    out
}

/// The day from which a recorded act answers a question: for withdrawals and denunciations the day on which they take
/// effect; for a succession the day from which it binds, if that lies before the act.
fn recorded_day<'c>(action: &Action, statement: &'c Statement) -> Option<&'c Date> {
    let kind = action.kind.value;
    let done = date_of(kind, statement).map(|date| &date.value);
    let effective = statement.effective.as_ref().filter(|_| kind.ends()).map(|date| &date.value);
    let in_force = statement.in_force.as_ref().map(|date| &date.value);
    let back_dated =
        in_force.filter(|from| kind == ActionKind::Succession && done.is_none_or(|done| from.surely_before(done)));
    // Who is bound from a recorded day had joined by then, on whatever day the act was done.
    effective.or(back_dated).or(done).or(in_force.filter(|_| action.binds()))
}

/// Whether a finding is computed and says only that there is no act yet: it is dated on the first day on which the
/// instrument could be joined.
pub fn before_any_act(corpus: &Corpus, finding: &Finding) -> bool {
    let start = |r: &'_ RestsOn| match r {
        RestsOn::Instrument(id) => listing::start_of(corpus, &finding.country, &id.value),
        _ => None,
    };
    let observed = finding.observed.value.to_string();
    finding.is_computed()
        && finding.answer.value == Answer::No
        && finding.rests_on.iter().filter_map(start).any(|date| date.to_string() == observed)
}

fn counts_as_reserved(computed: &Computed, kind: ActionKind) -> bool {
    kind == ActionKind::Reservation || (computed.declarations && kind == ActionKind::Declaration)
}

fn answer_of(computed: &Computed, action: &Action, statement: &Statement) -> Option<Answer> {
    let kind = action.kind.value;
    let pending = |stage| Answer::Pending { stage: Some(stage), reached: statement.date().cloned() };
    let wanted = |kind: ActionKind| match computed.asks {
        Asks::Signed => matches!(kind, ActionKind::Signature | ActionKind::DefinitiveSignature),
        Asks::Bound => kind.binds(),
        Asks::Reserved => counts_as_reserved(computed, kind),
    };
    let does = match computed.asks {
        Asks::Signed => wanted(kind) || action.signs(),
        Asks::Bound => action.binds(),
        Asks::Reserved => wanted(kind),
    };
    match kind {
        ActionKind::Announced if action.act.is_some_and(wanted) => Some(pending(StageKind::Announced)),
        ActionKind::Planned if action.act.is_some_and(wanted) => Some(pending(StageKind::Planned)),
        kind if kind.ends() && computed.asks == Asks::Bound => Some(Answer::No),
        _ if does => Some(Answer::Yes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::AnswerKind;
    use super::super::sample::Sample;
    use super::*;

    /// The computed answers with their days, in chronological order.
    fn told(sample: Sample, asks: Asks) -> Vec<String> {
        let corpus = sample.question("q", AnswerKind::YesNo).computed(asks).corpus();
        let mut lines: Vec<String> =
            corpus.findings.iter().map(|f| format!("{} {}", f.observed.value, f.answer.value.state().word())).collect();
        lines.sort();
        lines
    }

    fn treaty() -> Sample {
        Sample::new().treaty(Some("2003-09-29"), Some(30))
    }

    #[test]
    fn only_a_reservation_that_stands_answers_whether_there_is_one() {
        let of = |kind: &str| told(treaty().action(kind, &[("un", "deposited", "2004-01-10")]), Asks::Reserved);
        assert_eq!(of("reservation"), ["2000-12-12 no", "2004-01-10 yes"]);
        for kind in ["declaration", "objection", "notification", "communication", "territorial-application"] {
            assert!(of(kind).is_empty(), "{kind}");
        }
        let withdrawn = [("un", "deposited", "2004-01-10"), ("un", "effective", "2009-05-01")];
        let one = treaty().action("reservation", &withdrawn);
        assert_eq!(told(one.clone(), Asks::Reserved), ["2000-12-12 no", "2004-01-10 yes", "2009-05-01 no"]);
        let two = one.again("reservation", &[("un", "deposited", "2006-01-01")]);
        assert_eq!(told(two, Asks::Reserved), ["2000-12-12 no", "2004-01-10 yes", "2006-01-01 yes"]);
    }

    /// The days, in chronological order, of the reservation that the cell names on each of `days`, or the answer.
    fn named(sample: &Sample, days: &[&str]) -> Vec<String> {
        let corpus = sample.clone().question("q", AnswerKind::YesNo).computed(Asks::Reserved).corpus();
        let question = corpus.questions.get("q").expect("it is there");
        let on = |day: &&str| {
            let day = super::super::Day::parse(day).expect("it is a day");
            let shown = super::super::cell::on(&corpus, question, &CountryId::new("xr"), day).shown;
            let shown = shown.expect("the cell answers");
            format!("{} {}", shown.answer.value.state().word(), shown.observed.value)
        };
        days.iter().map(on).collect()
    }

    #[test]
    fn a_cell_names_the_reservation_that_stands_on_its_day() {
        let first = [("un", "deposited", "1985-01-10")];
        let second = [("un", "deposited", "1990-01-10"), ("un", "effective", "1995-01-01")];
        let days = ["1989-12-31", "1990-01-10", "1994-12-31", "1995-01-01", "2020-01-01"];
        let sample = treaty().action("reservation", &first).again("reservation", &second);
        let of_first = "yes 1985-01-10";
        let of_second = "yes 1990-01-10";
        assert_eq!(named(&sample, &days), [of_first, of_second, of_second, of_first, of_first]);

        let sample = treaty().action("reservation", &second).again("reservation", &first);
        assert_eq!(named(&sample, &days), [of_first, of_second, of_second, of_first, of_first]);

        let both = [("un", "deposited", "1985-01-10"), ("un", "effective", "2001-05-01")];
        let sample = treaty().action("reservation", &both).again("reservation", &second);
        let days = ["1994-12-31", "1995-01-01", "2001-04-30", "2001-05-01"];
        assert_eq!(named(&sample, &days), [of_second, of_first, of_first, "no 2001-05-01"]);
    }

    #[test]
    fn a_withdrawal_known_in_part_leaves_the_reservation_that_surely_stands() {
        let first = [("un", "deposited", "1985-01-10")];
        let second = [("un", "deposited", "1990-01-10"), ("un", "effective", "1995")];
        let sample = treaty().action("reservation", &first).again("reservation", &second);
        let days = ["1994-12-31", "1995-06-01", "1996-01-01"];
        assert_eq!(named(&sample, &days), ["yes 1990-01-10", "yes 1985-01-10", "yes 1985-01-10"]);

        let first = [("un", "deposited", "1985-01-10"), ("un", "effective", "1995-06")];
        let sample = treaty().action("reservation", &first).again("reservation", &second);
        let days = ["1995-06-15", "1995-07-01", "1996-01-01"];
        let last = "no between 1995-06-01 and 1995-12-31";
        assert_eq!(named(&sample, &days), ["yes 1990-01-10", "yes 1990-01-10", last]);
    }

    #[test]
    fn a_reservation_without_a_date_is_not_dated_by_its_withdrawal_and_stands_by_the_day_of_the_table() {
        let sample = treaty()
            .action("accession", &[("un", "deposited", "1985-01-10")])
            .action("reservation", &[("un", "effective", "1990-05-01")])
            .again("reservation", &[("un", "effective", "2012-01-01")])
            .absence("un", "2015-03-14", true)
            .with(|corpus| corpus.actions[2].statements[0].effective = None);
        assert_eq!(named(&sample, &["2016-01-01"]), ["yes between 2000-12-12 and 2015-03-14"]);
        let withdrawn = treaty().action("reservation", &[("un", "effective", "2010-05-01")]);
        assert_eq!(told(withdrawn, Asks::Reserved), ["2010-05-01 no", "undated yes"]);
    }

    #[test]
    fn a_reservation_of_a_bond_that_ended_does_not_stand_again() {
        let sample = treaty()
            .action("accession", &[("un", "deposited", "2004-01-01")])
            .action("reservation", &[("un", "deposited", "2004-01-01")])
            .action("denunciation", &[("un", "deposited", "2007-05-26"), ("un", "effective", "2008-05-26")])
            .again("accession", &[("un", "deposited", "2010-01-01")])
            .again("reservation", &[("un", "deposited", "2010-01-01"), ("un", "effective", "2015-01-01")]);
        let days = ["2005-01-01", "2009-01-01", "2012-01-01", "2016-01-01"];
        let of = ["yes 2004-01-01", "no 2008-05-26", "yes 2010-01-01", "no 2015-01-01"];
        assert_eq!(named(&sample, &days), of);
    }

    #[test]
    fn a_declaration_answers_where_the_question_says_so() {
        let sample = treaty().action("declaration", &[("un", "deposited", "2004-01-10")]);
        let sample = sample.question("q", AnswerKind::YesNo).computed(Asks::Reserved);
        let asked = sample.asking(|q| q.computed.as_mut().expect("it is computed").declarations = true);
        assert_eq!(asked.corpus().findings.iter().filter(|f| f.answer.value == Answer::Yes).count(), 1);
    }

    #[test]
    fn a_report_of_the_day_from_which_a_state_is_bound_says_nothing_of_the_time_before() {
        let acts = [("un", "deposited", "2006-01-24"), ("paper", "in_force", "2006-04-24")];
        let sample = treaty().action("ratification", &acts);
        assert_eq!(told(sample, Asks::Bound), ["2000-12-12 no", "2006-01-24 yes", "2006-04-24 yes"]);
    }

    #[test]
    fn provisional_application_answers_no_question_about_a_bond() {
        let sample = treaty().action("provisional-application", &[("un", "given", "2002-01-01")]);
        assert_eq!(told(sample, Asks::Bound), ["2000-12-12 no"]);
    }

    #[test]
    fn a_table_that_lists_a_state_without_the_act_and_an_absence_from_it_say_so_once() {
        let sample = treaty().action("signature", &[("un", "signed", "2001-06-28")]).absence("un", "2015-03-14", true);
        assert_eq!(told(sample, Asks::Bound), ["2000-12-12 no", "2015-03-14 no"]);
    }

    #[test]
    fn a_state_that_came_back_before_it_was_out_stays_bound() {
        let sample = treaty()
            .action("accession", &[("un", "deposited", "2004-01-01")])
            .action("denunciation", &[("un", "deposited", "2008-05-26"), ("un", "effective", "2008-08-26")]);
        assert_eq!(told(sample.clone(), Asks::Bound), ["2000-12-12 no", "2004-01-01 yes", "2008-08-26 no"]);
        let back = sample.again("accession", &[("un", "deposited", "2008-05-26")]);
        assert_eq!(told(back, Asks::Bound), ["2000-12-12 no", "2004-01-01 yes"]);
    }

    #[test]
    fn between_an_act_of_the_state_before_and_the_succession_nothing_is_denied() {
        let sample = treaty()
            .country()
            .action("accession", &[("un", "deposited", "2001-01-10")])
            .action("succession", &[("un", "deposited", "2005-02-22")])
            .with(|corpus| {
                let mut country = corpus.countries.rows()[0].clone();
                country.from = Date::parse("2003-01-01").ok();
                corpus.countries = super::super::Table::new(vec![country]);
            });
        assert_eq!(told(sample, Asks::Bound), ["2001-01-10 yes", "2005-02-22 yes"]);
    }

    #[test]
    fn a_succession_binds_from_its_own_day() {
        let sample =
            treaty().action("succession", &[("un", "deposited", "2005-02-22"), ("un", "in_force", "2005-01-01")]);
        assert_eq!(told(sample, Asks::Bound), ["2000-12-12 no", "2005-01-01 yes"]);
    }
}
