//! The standing of an answer: whether it may be relied on for a day.
//!
//! A source speaks of the day that it names. For later days its answer is carried forward, which is weaker evidence
//! than an answer about those days:
//!
//! 1. It *holds* where the day lies within the bounds of the observation (*mid-2005* on 30 June 2005), where the period
//!    that the source states has not ended, and where the wording on which it rests is recorded as law on both days and
//!    was read in the same source on the day or later. What a depositary records, or that it records no act, holds up
//!    to the day on which its table was read; a signature holds for ever.
//! 2. It is *overtaken* where a change of what it rests on is recorded, surely after the observation and surely by the
//!    day: a later wording, an act that amends, a repeal. A plan is overtaken when its own act takes effect. An answer
//!    about what another question names (`about`) is overtaken when that one names something else.
//! 3. It is *uncertain* where that change, a bound of the stated period, or an observation that spans more than a year
//!    may lie before or after the day. A day within the bounds of a shorter observation is not uncertain for that.
//! 4. Else it is *last known*: the answer is about an earlier day, and nothing is recorded that changed it.
//! 5. Where no finding answers by the day, or sources are silent, the standing is *not in sight*.

use super::cell::{self, CellOn, State};
use super::law_change::{LawChange, effect};
use super::{
    Answer, Asks, Corpus, CountryId, Date, Day, Finding, InstrumentId, Kind, LawId, Provision, Question, RestsOn,
    Status, Wording, status,
};
use crate::text::At;

pub use super::word::Standing;

/// The standing of an answer on a day, and what overtook it.
#[derive(Clone, Debug)]
pub struct StandingOn<'c> {
    /// How far the answer may be relied on.
    pub standing: Standing,
    /// For [`Standing::Overtaken`], and for an uncertain standing that has this reason: what has, or may have, changed
    /// the answer.
    pub since: Option<Since<'c>>,
}

/// What overtook an answer.
#[derive(Clone, Copy, Debug)]
pub enum Since<'c> {
    /// A change of the law or the article on which it rests.
    Change(&'c LawChange),
    /// The bill or act of which the answer spoke took effect on this day.
    Effect(&'c super::Amendment, &'c Date),
    /// A later answer to the question that this one is `about`: it names something else.
    Finding(&'c Finding),
}

impl<'c> Since<'c> {
    /// The date of the change or effect; for a finding, of its observation.
    pub fn date(&self) -> &'c Date {
        match self {
            Since::Change(change) => &change.date,
            Since::Effect(_, date) => date,
            Since::Finding(finding) => &finding.observed.value,
        }
    }

    /// Kind and id of the record that states it.
    pub fn record(&self) -> (Kind, &'c str) {
        match self {
            Since::Change(change) => (change.record.0, &change.record.1),
            Since::Effect(amendment, _) => (Kind::Amendment, amendment.id.as_str()),
            Since::Finding(finding) => (Kind::Question, finding.question.value.as_str()),
        }
    }

    /// Whether both are the same event.
    pub fn is_same(&self, other: &Since<'_>) -> bool {
        match (self, other) {
            (Since::Change(a), Since::Change(b)) => std::ptr::eq(*a, *b),
            (Since::Effect(a, _), Since::Effect(b, _)) => std::ptr::eq(*a, *b),
            (Since::Finding(a), Since::Finding(b)) => std::ptr::eq(*a, *b),
            _ => false,
        }
    }
}

impl StandingOn<'_> {
    fn plain(standing: Standing) -> StandingOn<'static> {
        StandingOn { standing, since: None }
    }
}

/// The longest chain of dependent questions that is followed; it bounds the recursion.
const DEEPEST: usize = 32;

/// In days. Of an observation that spans more, it is not assumed that the source speaks of each day within it.
const LONGEST_OBSERVATION: u32 = 366;

/// The standing of the answer that `cell` shows for `question` and `country` on `day`.
pub fn of<'c>(
    corpus: &'c Corpus,
    question: &'c Question,
    country: &CountryId,
    day: Day,
    cell: &CellOn<'c>,
) -> StandingOn<'c> {
    of_within(corpus, question, country, day, cell, 0)
}

fn of_within<'c>(
    corpus: &'c Corpus,
    question: &'c Question,
    country: &CountryId,
    day: Day,
    cell: &CellOn<'c>,
    depth: usize,
) -> StandingOn<'c> {
    let above = question.parent.as_ref().filter(|_| cell.state == State::NotApplicable && depth < DEEPEST);
    if let Some(above) = above.and_then(|p| corpus.questions.get(p.question.value.as_str())) {
        let on = cell::on(corpus, above, country, day);
        return of_within(corpus, above, country, day, &on, depth + 1);
    }
    if cell.state == State::NotApplicable {
        return StandingOn::plain(Standing::Holds);
    }
    if !cell.state.answers() {
        return StandingOn::plain(Standing::NotInSight);
    }
    let latest = || cell.disputing.iter().copied().max_by_key(|f| (f.observed.latest(), f.observed.earliest()));
    match cell.shown.or_else(latest) {
        Some(finding) => of_finding(corpus, question, finding, day),
        None => StandingOn::plain(Standing::NotInSight),
    }
}

/// The standing of one finding on `day`, as if the cell showed it.
pub fn of_finding<'c>(corpus: &'c Corpus, question: &'c Question, finding: &'c Finding, day: Day) -> StandingOn<'c> {
    if !finding.answer.value.state().answers() || finding.observed.reached(day) == Some(false) {
        return StandingOn::plain(Standing::NotInSight);
    }
    if cell::is_recorded(corpus, finding) {
        return StandingOn::plain(of_recorded(corpus, question, finding, day));
    }
    let is_open = |date: &Option<At<Date>>| date.as_ref().is_some_and(|d| d.reached(day).is_none());
    if is_open(&finding.from) || is_open(&finding.until) {
        return StandingOn::plain(Standing::Uncertain);
    }
    match (finding.observed.earliest(), finding.observed.latest()) {
        (Some(first), Some(last)) if day <= last => {
            let is_short = last <= first.plus_days(LONGEST_OBSERVATION);
            StandingOn::plain(if is_short { Standing::Holds } else { Standing::Uncertain })
        }
        (_, Some(last)) if last < day => after_observation(corpus, question, finding, day),
        _ => StandingOn::plain(Standing::Uncertain),
    }
}

/// The standing on a day after all days of which the source may speak.
fn after_observation<'c>(corpus: &'c Corpus, question: &'c Question, finding: &'c Finding, day: Day) -> StandingOn<'c> {
    if finding.until.as_ref().is_some_and(|until| until.reached(day) == Some(false)) {
        return StandingOn::plain(Standing::Holds);
    }
    let mut doubt = None;
    for since in later_changes(corpus, question, finding, day) {
        match since.date().reached(day) {
            Some(true) => return StandingOn { standing: Standing::Overtaken, since: Some(since) },
            None => doubt = doubt.or(Some(since)),
            Some(false) => {}
        }
    }
    if doubt.is_some() {
        return StandingOn { standing: Standing::Uncertain, since: doubt };
    }
    let holds = is_read_in_force(corpus, finding, day);
    StandingOn::plain(if holds { Standing::Holds } else { Standing::LastKnown })
}

/// The standing of a finding computed from a depositary's record. A signature, once given, stays given. Whether the
/// country is bound, or is not, is known up to the day on which the depositary's table was read. After the end of the
/// state or of the instrument it is bound to nothing, for good.
fn of_recorded(corpus: &Corpus, question: &Question, finding: &Finding, day: Day) -> Standing {
    if finding.observed.reached(day).is_none() {
        return Standing::Uncertain;
    }
    let all = corpus.findings_of(&finding.question.value, &finding.country);
    let may_follow = |other: &Finding| {
        other.answer.value != finding.answer.value && cell::is_perhaps_to_come(corpus, all, other, day)
    };
    if all.iter().any(may_follow) {
        return Standing::Uncertain;
    }
    let is_no = finding.answer.value == Answer::No;
    let asks = question.computed.as_ref().map(|computed| computed.asks);
    let towards: Vec<&InstrumentId> = finding.rests_on.iter().filter_map(instrument_of).collect();
    let statuses = || towards.iter().map(|id| status::without_as_of(corpus, &finding.country, id, day));
    let denies_bond = is_no && asks == Some(Asks::Bound);
    let has_left = denies_bond && statuses().any(|on| on.status == Status::FormerParty);
    if has_left && statuses().any(|on| on.uncertain) {
        return Standing::Uncertain;
    }
    let ends = towards.iter().flat_map(|id| status::ends_of(corpus, &finding.country, id)).flatten();
    let has_ended = denies_bond && ends.into_iter().any(|end| end.reached(day) == Some(true));
    let has_signed = !is_no && asks == Some(Asks::Signed);
    let later = |other: &Finding| {
        cell::is_recorded(corpus, other) && other.observed.earliest().is_some_and(|earliest| earliest > day)
    };
    let known_later = corpus.findings_of(&finding.question.value, &finding.country).iter().any(later);
    let read = towards.iter().filter_map(|id| status::read_until(corpus, &finding.country, id)?.latest());
    let is_read = read.max().is_some_and(|read| day <= read);
    let is_that_day = finding.observed.latest() == Some(day);
    if is_that_day || has_ended || has_signed || known_later || is_read { Standing::Holds } else { Standing::LastKnown }
}

fn instrument_of(rests_on: &RestsOn) -> Option<&InstrumentId> {
    match rests_on {
        RestsOn::Instrument(id) => Some(&id.value),
        _ => None,
    }
}

/// A law or article on which a finding rests, and whose change can overtake it.
enum Base<'c> {
    Provision(&'c Provision),
    Law(&'c LawId),
}

/// The laws and articles on which a finding rests. An offence counts as its article, else its law; an amendment as what
/// it amends.
fn bases<'c>(corpus: &'c Corpus, finding: &'c Finding) -> Vec<Base<'c>> {
    let provision = |id: &str| corpus.provisions.get(id).map(Base::Provision);
    let law = |id: &str| corpus.laws.get(id).map(|law| Base::Law(&law.id));
    let mut list = Vec::new();
    for rests_on in &finding.rests_on {
        match rests_on {
            RestsOn::Provision(id, _) => list.extend(provision(id.as_str())),
            RestsOn::Law(id) => list.extend(law(id.as_str())),
            RestsOn::Offence(id) => {
                let offence = corpus.offences.get(id.as_str());
                let of_article = offence.and_then(|o| o.provision.as_ref()).and_then(|p| provision(p.as_str()));
                let of_law = || offence.and_then(|o| o.law.as_ref()).and_then(|l| law(l.as_str()));
                list.extend(of_article.or_else(of_law));
            }
            RestsOn::Amendment(id) => {
                let amends = corpus.amendments.get(id.as_str()).into_iter().flat_map(|a| &a.amends);
                list.extend(amends.filter_map(|target| provision(&target.value).or_else(|| law(&target.value))));
            }
            RestsOn::Instrument(_) | RestsOn::Source(_) => {}
        }
    }
    list
}

/// The changes of what the finding rests on, surely after the observation and perhaps by `day`, in chronological order.
fn later_changes<'c>(corpus: &'c Corpus, question: &'c Question, finding: &'c Finding, day: Day) -> Vec<Since<'c>> {
    let named_then = named_by_other(corpus, question, finding, finding.observed.latest());
    let mut own = bases(corpus, finding);
    own.extend(named_then.iter().flat_map(|other| bases(corpus, other)));
    let mut found: Vec<Since<'c>> = Vec::new();
    for base in &own {
        match base {
            Base::Provision(provision) => {
                found.extend(corpus.law_changes.of_provision(&provision.id).iter().map(Since::Change));
                found.extend(corpus.law_changes.of_law(&provision.law).iter().map(Since::Change));
            }
            Base::Law(law) => {
                found.extend(corpus.law_changes.of_law(law).iter().map(Since::Change));
                let articles = corpus.provisions_of(law).iter();
                found.extend(articles.flat_map(|p| corpus.law_changes.of_provision(&p.id)).map(Since::Change));
            }
        }
    }
    found.extend(own_effect(corpus, finding));
    found.extend(named_anew(corpus, question, finding, &own, day).map(Since::Finding));
    found.retain(|since| finding.observed.surely_before(since.date()) && since.date().reached(day) != Some(false));
    found.sort_by_key(|since| (since.date().earliest(), since.date().latest()));
    found
}

/// If the finding is a plan: that its bill or act took effect.
fn own_effect<'c>(corpus: &'c Corpus, finding: &'c Finding) -> Vec<Since<'c>> {
    if finding.answer.value.state() != State::Pending {
        return Vec::new();
    }
    let amendments = finding.rests_on.iter().filter_map(|rests_on| match rests_on {
        RestsOn::Amendment(id) => corpus.amendments.get(id.as_str()),
        _ => None,
    });
    amendments.filter_map(|amendment| Some(Since::Effect(amendment, effect(amendment)?))).collect()
}

/// The findings that decide, on `day`, the question that `question` is `about`.
fn named_by_other<'c>(
    corpus: &'c Corpus,
    question: &Question,
    finding: &Finding,
    day: Option<Day>,
) -> Vec<&'c Finding> {
    match (question.about.as_ref().filter(|about| about.value != question.id), day) {
        (Some(about), Some(day)) => cell::deciding(corpus, corpus.findings_of(&about.value, &finding.country), day),
        _ => Vec::new(),
    }
}

/// A later answer to the question that this one is `about`, if it names nothing on which this finding rests.
fn named_anew<'c>(
    corpus: &'c Corpus,
    question: &Question,
    finding: &Finding,
    own: &[Base<'_>],
    day: Day,
) -> Option<&'c Finding> {
    let now = named_by_other(corpus, question, finding, Some(day));
    let first = now.iter().copied().min_by_key(|f| (f.observed.earliest(), f.head.at))?;
    let named: Vec<Base<'_>> = now.iter().flat_map(|other| bases(corpus, other)).collect();
    let is_shared = named.iter().any(|a| own.iter().any(|b| shares(a, b)));
    let all_later = now.iter().all(|other| finding.observed.surely_before(&other.observed));
    (all_later && !named.is_empty() && !is_shared).then_some(first)
}

fn shares(a: &Base<'_>, b: &Base<'_>) -> bool {
    match (a, b) {
        (Base::Provision(a), Base::Provision(b)) => a.id == b.id,
        (Base::Law(a), Base::Law(b)) => a == b,
        (Base::Provision(provision), Base::Law(law)) | (Base::Law(law), Base::Provision(provision)) => {
            provision.law == **law
        }
    }
}

/// Whether each article on which the finding rests had, when it was observed, a wording that is recorded as law on
/// `day` too, and that the finding's own source confirms up to that day.
fn is_read_in_force(corpus: &Corpus, finding: &Finding, day: Day) -> bool {
    let mut provisions = finding.rests_on.iter().map(|rests_on| match rests_on {
        RestsOn::Provision(id, _) => corpus.provisions.get(id.as_str()),
        _ => None,
    });
    !finding.rests_on.is_empty() && provisions.all(|p| p.is_some_and(|p| is_same_wording(corpus, p, finding, day)))
}

fn is_same_wording(corpus: &Corpus, provision: &Provision, finding: &Finding, day: Day) -> bool {
    let (Some(first), Some(last)) = (finding.observed.earliest(), finding.observed.latest()) else { return false };
    provision.wordings.iter().any(|wording| {
        let begun = wording.period.from.as_ref().is_some_and(|from| from.reached(first) == Some(true));
        let open = |day: Day| wording.period.until.as_ref().is_none_or(|until| until.reached(day) == Some(false));
        let known = wording.period.until.is_some() || read_on(corpus, wording).is_some_and(|read| day <= read);
        let same_source = wording.citation.source.value == finding.citation.source.value;
        same_source && begun && open(last) && open(day) && known
    })
}

/// The day up to which the source of a wording was read: that of the stored copy, else that of the last look-up.
fn read_on(corpus: &Corpus, wording: &Wording) -> Option<Day> {
    corpus.sources.get(wording.citation.source.value.as_str())?.read()?.latest()
}

/// The days on which the standing of a cell can change, besides those on which its state can.
pub fn change_days(corpus: &Corpus, question: &Question, country: &CountryId) -> Vec<Day> {
    let mut days = Vec::new();
    let about = question.about.iter().flat_map(|about| corpus.findings_of(&about.value, country));
    about.for_each(|finding| days.extend(bounds(&finding.observed)));
    let instruments = question.computed.iter().flat_map(|computed| &computed.instruments);
    for instrument in instruments {
        let read = status::read_until(corpus, country, &instrument.value).and_then(|date| date.latest());
        days.extend(read.map(Day::next));
        days.extend(status::change_days(corpus, country, &instrument.value));
    }
    for finding in corpus.findings_of(&question.id, country) {
        days.extend(finding.observed.latest().map(Day::next));
        let changes = later_changes(corpus, question, finding, Day::LAST);
        changes.iter().for_each(|since| days.extend(bounds(since.date())));
        let wordings = finding.rests_on.iter().filter_map(|rests_on| match rests_on {
            RestsOn::Provision(id, _) => corpus.provisions.get(id.as_str()),
            _ => None,
        });
        let read = wordings.flat_map(|provision| &provision.wordings).filter_map(|wording| read_on(corpus, wording));
        days.extend(read.map(Day::next));
    }
    days
}

fn bounds(date: &Date) -> impl Iterator<Item = Day> + use<> {
    date.earliest().into_iter().chain(date.latest())
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::super::{AmendmentId, AnswerKind, Asks, ProvisionId, QuestionId, StageKind};
    use super::*;

    /// The state and the standing of the cell of `question` on a day, and the id of the record that overtook it.
    fn on(sample: &Sample, question: &str, on_day: &str) -> (&'static str, &'static str, String) {
        let corpus = sample.corpus();
        let question = corpus.questions.get(question).expect("the question is there");
        let xr = CountryId::new("xr");
        let cell = cell::on(&corpus, question, &xr, day(on_day));
        let found = of(&corpus, question, &xr, day(on_day), &cell);
        let since = found.since.map(|since| format!("{} {}", since.record().1, since.date()));
        (cell.state.word(), found.standing.word(), since.unwrap_or_default())
    }

    fn standing(sample: &Sample, on_day: &str) -> &'static str {
        on(sample, "q", on_day).1
    }

    fn asked() -> Sample {
        Sample::new().question("q", AnswerKind::YesNo)
    }

    fn plain(_: &mut Finding) {}

    fn rests(on: RestsOn) -> impl FnOnce(&mut Finding) {
        move |finding| finding.rests_on = vec![on]
    }

    fn article() -> RestsOn {
        RestsOn::Provision(At::new(ProvisionId::new("xr/code/1"), Sample::place()), None)
    }

    fn code() -> RestsOn {
        RestsOn::Law(At::new(LawId::new("xr/code"), Sample::place()))
    }

    #[test]
    fn a_change_that_two_sources_date_differently_is_certain_before_and_after_both() {
        let when = |value: &str| Answer::Value(value.to_owned());
        let asked = Sample::new().question("q", AnswerKind::Date).finding("report", "2004", when("2003-08"), plain);
        let dated = asked.clone().finding("paper", "mid-2005", when("2004"), plain);
        assert_eq!(standing(&dated, "2005-06-30"), "holds");
        let long = asked.finding("paper", "between 2005-06-01 and 2009", when("2005-06"), plain);
        assert_eq!(standing(&long, "2007-06-30"), "uncertain");
    }

    #[test]
    fn an_answer_holds_within_its_observation_and_is_last_known_after_it() {
        let sample = asked().finding("paper", "mid-2005", Answer::Yes, plain);
        assert_eq!(standing(&sample, "2005-04-30"), "not-in-sight");
        assert_eq!(standing(&sample, "2005-05-01"), "holds");
        assert_eq!(standing(&sample, "2005-06-30"), "holds");
        assert_eq!(standing(&sample, "2005-08-31"), "holds");
        assert_eq!(standing(&sample, "2005-09-01"), "last-known");
    }

    #[test]
    fn an_observation_that_turns_the_answer_holds_on_each_of_its_own_days() {
        let turned = asked().finding("paper", "2001", Answer::Yes, plain).finding("report", "2004", Answer::No, plain);
        assert_eq!(on(&turned, "q", "2004-06-30"), ("no", "holds", String::new()));
        assert_eq!(standing(&turned, "2005-01-01"), "last-known");
        let same = asked().finding("paper", "2001", Answer::Yes, plain).finding("report", "2004", Answer::Yes, plain);
        assert_eq!(standing(&same, "2004-06-30"), "holds");
    }

    #[test]
    fn an_observation_of_many_years_does_not_speak_of_each_day() {
        let sample = asked().finding("paper", "between 2005 and 2012", Answer::Yes, plain);
        assert_eq!(standing(&sample, "2008-01-01"), "uncertain");
        let undated = asked().finding("paper", "undated", Answer::Yes, plain);
        assert_eq!(standing(&undated, "2008-01-01"), "uncertain");
    }

    #[test]
    fn an_answer_is_overtaken_by_a_change_of_what_it_rests_on_and_not_before() {
        let sample = |target: &str| {
            asked()
                .law("1997-07-16", "2015-01-01", &[("1998-01-01", "2003-07-01"), ("2003-07-01", "")])
                .amendment(target, &[(StageKind::Submitted, "2005-01"), (StageKind::InForce, "2010-02-01")])
                .finding("paper", "mid-2001", Answer::Yes, rests(article()))
        };
        let changed = sample("xr/other");
        assert_eq!(on(&changed, "q", "2003-06-30"), ("yes", "holds", String::new()));
        assert_eq!(on(&changed, "q", "2003-07-01"), ("yes", "overtaken", "xr/code/1 2003-07-01".to_owned()));
        let later = |rests_on| {
            asked()
                .law("1997-07-16", "2015-01-01", &[("1998-01-01", "")])
                .amendment("xr/code/1", &[(StageKind::Submitted, "2005-01"), (StageKind::InForce, "2010-02-01")])
                .finding("paper", "mid-2005", Answer::Yes, rests(rests_on))
        };
        for sample in [later(article()), later(code())] {
            assert_eq!(on(&sample, "q", "2010-01-31").1, "last-known");
            assert_eq!(on(&sample, "q", "2010-02-01"), ("yes", "overtaken", "xr/bill 2010-02-01".to_owned()));
        }
    }

    #[test]
    fn a_repeal_overtakes_and_a_bill_that_never_became_law_does_not() {
        let sample = asked()
            .law("1997-07-16", "2015-01-01", &[("1998-01-01", "")])
            .amendment("xr/code/1", &[(StageKind::Submitted, "2006-01"), (StageKind::Rejected, "2007-02-01")])
            .finding("paper", "mid-2005", Answer::Yes, rests(article()));
        assert_eq!(on(&sample, "q", "2014-12-31").1, "last-known");
        assert_eq!(on(&sample, "q", "2015-01-01"), ("yes", "overtaken", "xr/code 2015-01-01".to_owned()));
    }

    #[test]
    fn a_change_that_may_lie_before_the_observation_overtakes_nothing_and_one_that_may_have_come_makes_doubt() {
        let sample = |repealed: &str| {
            asked().law("1997-07-16", repealed, &[("1998-01-01", "")]).finding(
                "paper",
                "2005",
                Answer::Yes,
                rests(code()),
            )
        };
        assert_eq!(standing(&sample("2005-03"), "2010-01-01"), "last-known");
        let doubtful = sample("between 2008 and 2010");
        assert_eq!(standing(&doubtful, "2007-12-31"), "last-known");
        assert_eq!(on(&doubtful, "q", "2009-06-01").1, "uncertain");
        assert_eq!(standing(&doubtful, "2010-12-31"), "overtaken");
    }

    #[test]
    fn a_wording_that_its_own_source_was_read_for_holds_as_late_as_it_was_read() {
        let sample = |source: &'static str| {
            asked()
                .law("1997-07-16", "", &[("1998-01-01", "2003-07-01"), ("2003-07-01", "")])
                .with(|corpus| {
                    corpus
                        .provisions
                        .each_mut(|p| p.wordings[1].citation.source.value = super::super::SourceId::new(source))
                })
                .read("paper", "2012-05-01")
                .finding("paper", "2003-07-01", Answer::Yes, rests(article()))
        };
        assert_eq!(standing(&sample("paper"), "2012-05-01"), "holds");
        assert_eq!(standing(&sample("paper"), "2012-05-02"), "last-known");
        assert_eq!(standing(&sample("report"), "2012-05-01"), "last-known");
    }

    #[test]
    fn a_plan_is_overtaken_when_its_own_act_takes_effect() {
        let bill = RestsOn::Amendment(At::new(AmendmentId::new("xr/bill"), Sample::place()));
        let sample = asked()
            .amendment("xr/code", &[(StageKind::Submitted, "2005-01"), (StageKind::InForce, "2006-03-02")])
            .finding("paper", "mid-2005", Answer::Pending { stage: None, reached: None }, rests(bill));
        assert_eq!(on(&sample, "q", "2006-03-01").1, "last-known");
        assert_eq!(on(&sample, "q", "2006-03-02"), ("pending", "overtaken", "xr/bill 2006-03-02".to_owned()));
    }

    #[test]
    fn an_answer_does_not_outlive_what_the_other_question_names() {
        let about = |question: &mut Question| {
            question.about = Some(At::new(QuestionId::new("main"), Sample::place()));
        };
        let named = |now: RestsOn| {
            Sample::new()
                .law("1997-07-16", "", &[("1998-01-01", "")])
                .question("main", AnswerKind::Text)
                .finding("paper", "2005", Answer::Value("an article".into()), plain)
                .finding("report", "2022", Answer::Value("Article 1".into()), rests(now))
                .question("q", AnswerKind::YesNo)
                .asking(about)
                .finding("paper", "2005", Answer::Yes, plain)
        };
        let other = named(article());
        assert_eq!(standing(&other, "2021-12-31"), "last-known");
        assert_eq!(on(&other, "q", "2022-12-31"), ("yes", "overtaken", "main 2022".to_owned()));
        let nothing = named(RestsOn::Source(Sample::place()));
        assert_eq!(standing(&nothing, "2022-12-31"), "last-known");
    }

    #[test]
    fn a_recorded_act_holds_and_an_empty_table_as_late_as_it_was_read() {
        let treaty = || Sample::new().treaty(Some("2003-09-29"), Some(30)).question("q", AnswerKind::YesNo);
        let joined = treaty().computed(Asks::Bound).action("ratification", &[("un", "deposited", "2008-07-31")]);
        assert_eq!(on(&joined, "q", "2008-07-31"), ("yes", "holds", String::new()));
        assert_eq!(on(&joined, "q", "2026-01-01"), ("yes", "last-known", String::new()));
        let read = joined.clone().read("un", "2015-03-14");
        assert_eq!(on(&read, "q", "2015-03-14"), ("yes", "holds", String::new()));
        assert_eq!(on(&read, "q", "2015-03-15"), ("yes", "last-known", String::new()));
        assert_eq!(on(&joined, "q", "2006-01-01"), ("no", "holds", String::new()));
        let absent = treaty().computed(Asks::Bound).absence("un", "2015-03-14", false);
        assert_eq!(standing(&absent, "2010-01-01"), "holds");
        assert_eq!(standing(&absent, "2015-03-14"), "holds");
        assert_eq!(on(&absent, "q", "2016-01-01"), ("no", "last-known", String::new()));
    }

    #[test]
    fn what_a_table_shows_is_known_up_to_its_day_and_a_signature_for_ever() {
        let read = |asks: Asks, acts: &[(&str, &str, &str)]| {
            let sample = Sample::new().treaty(Some("2003-09-29"), Some(30)).question("q", AnswerKind::YesNo);
            let sample = acts
                .iter()
                .fold(sample.computed(asks), |sample, (kind, field, day)| sample.action(kind, &[("un", field, day)]));
            sample.with(|corpus| {
                let table = Date::parse("2015-03-14").ok();
                corpus.actions[0].statements[0].observed = table;
            })
        };
        let joined = read(Asks::Bound, &[("accession", "deposited", "2008-07-31")]);
        assert_eq!(standing(&joined, "2015-03-14"), "holds");
        assert_eq!(on(&joined, "q", "2026-01-01"), ("yes", "last-known", String::new()));
        let signed = read(Asks::Signed, &[("signature", "signed", "2001-07-31")]);
        assert_eq!(on(&signed, "q", "2026-01-01"), ("yes", "holds", String::new()));
        let left =
            read(Asks::Bound, &[("accession", "deposited", "2008-07-31"), ("withdrawal", "effective", "2010-01-01")]);
        assert_eq!(on(&left, "q", "2012-01-01"), ("no", "holds", String::new()));
        assert_eq!(on(&left, "q", "2026-01-01"), ("no", "last-known", String::new()));
        let notice =
            read(Asks::Bound, &[("accession", "deposited", "2008-07-31"), ("withdrawal", "deposited", "2010-01-01")]);
        assert_eq!(on(&notice, "q", "2012-01-01"), ("no", "uncertain", String::new()));
    }

    #[test]
    fn a_state_that_ended_is_bound_to_nothing_for_ever_and_one_to_come_cannot_act() {
        let sample = || Sample::new().treaty(Some("1990-09-29"), Some(30)).question("q", AnswerKind::YesNo).country();
        let state = |sample: Sample, from: Option<&str>, until: Option<&str>| {
            let day = |text: Option<&str>| text.and_then(|text| Date::parse(text).ok());
            let (from, until) = (day(from), day(until));
            sample.with(|corpus| {
                let mut country = corpus.countries.rows()[0].clone();
                country.from = from;
                country.until = until.map(|until| At::new(until, country.head.at));
                corpus.countries = super::super::Table::new(vec![country]);
            })
        };
        let joined = || sample().computed(Asks::Bound).action("accession", &[("un", "deposited", "2001-07-31")]);
        let ended = state(joined(), None, Some("2010-01-01"));
        assert_eq!(on(&ended, "q", "2026-01-01"), ("no", "holds", String::new()));
        let late = state(joined(), None, Some("2001-01-01"));
        assert_eq!(on(&late, "q", "2026-01-01").0, "no");
        let young = state(joined(), Some("2001-03-01"), None);
        assert_eq!(on(&young, "q", "2001-02-28"), ("not-applicable", "holds", String::new()));
        assert_eq!(on(&young, "q", "2001-03-01"), ("no", "holds", String::new()));
    }

    #[test]
    fn silence_is_never_an_answer_that_holds() {
        let sample = asked().finding("paper", "mid-2005", Answer::SourceSilent, plain);
        assert_eq!(on(&sample, "q", "2005-06-30"), ("source-silent", "not-in-sight", String::new()));
    }
}
