//! The state of an article on a day: which wording is law, or why none is.
//!
//! There are three reasons why no wording is law on a day, and they are kept apart: the article is still *to come*, it
//! is *no longer in force*, or there is a *gap in the record*, because one wording had ended and the next had not
//! begun. Where a repeal is recorded between two wordings there is no gap: the article was repealed and enacted again.

use std::sync::Arc;

use super::law_change::LawChangeKind;
use super::{Corpus, Date, Day, Kind, Law, Provision, Wording};

pub use super::word::{ProvisionState, WordingEnd, WordingState};

/// The state of an article on a day, with the evidence.
#[derive(Clone, Debug)]
pub struct ProvisionOn<'c> {
    /// Whether, and how surely, the article is law.
    pub state: ProvisionState,
    /// The index of the wording to show first: that of the day; else the next to come, or the last that was law. `None`
    /// only for an article without wordings.
    pub wording: Option<usize>,
    /// The start of this state: when the wording began, the article ended, or the record breaks off.
    pub since: Option<&'c Date>,
    /// The recorded end of this state: when the wording ends, or the article or its next wording begins.
    pub until: Option<&'c Date>,
    /// Whether the reason is the law as a whole, which has ended or not commenced.
    pub with_law: bool,
    /// Kind and id of the acts or laws that ended it, where recorded.
    pub by: Vec<(Kind, Arc<str>)>,
}

impl<'c> ProvisionOn<'c> {
    /// The wording to show first. `provision` is the article whose state this is.
    pub fn leading(&self, provision: &'c Provision) -> Option<&'c Wording> {
        self.wording.and_then(|number| provision.wordings.get(number))
    }

    /// The indexes of all wordings of `provision` in the order in which they are shown: the leading one, then the
    /// others, latest first.
    pub fn order(&self, provision: &Provision) -> impl Iterator<Item = usize> + use<> {
        let lead = self.wording;
        lead.into_iter().chain((0..provision.wordings.len()).rev().filter(move |n| Some(*n) != lead))
    }
}

/// The state of `provision` on `day`.
pub fn on<'c>(corpus: &'c Corpus, provision: &'c Provision, day: Day) -> ProvisionOn<'c> {
    let law = corpus.laws.get(provision.law.as_str());
    let all = &provision.wordings;
    let states: Vec<WordingState> = (0..all.len()).map(|n| wording_on(law, provision, n, day)).collect();
    let last_in = |state: WordingState| states.iter().rposition(|s| *s == state);
    let first_to_come = states.iter().position(|s| *s == WordingState::ToCome);
    let found = |state, wording: Option<usize>| ProvisionOn {
        state,
        wording,
        since: None,
        until: None,
        with_law: false,
        by: Vec::new(),
    };
    let begins = |n: Option<usize>| n.and_then(|n| all[n].period.from.as_ref());
    if let Some(n) = last_in(WordingState::InForce) {
        let until = begins(first_to_come).or(all[n].period.until.as_ref());
        return ProvisionOn { since: begins(Some(n)), until, ..found(ProvisionState::InForce, Some(n)) };
    }
    if let Some(n) = seen_last(all, &states, day).or_else(|| last_in(WordingState::Uncertain)) {
        let until = end_in_doubt(law, &all[n], day);
        return ProvisionOn { since: begins(Some(n)), until, ..found(ProvisionState::Uncertain, Some(n)) };
    }
    if let Some(repeal) = law.and_then(|l| l.repeal.as_ref()).filter(|r| r.repealed.reached(day) == Some(true)) {
        // An article that ended before its law did, ended by itself.
        let last = all.len().checked_sub(1);
        let own = last.filter(|n| all[*n].period.until.as_ref().is_some_and(|u| u.surely_before(&repeal.repealed)));
        let by = repeal.by.iter().map(|law| (Kind::Law, Arc::from(law.as_str()))).collect();
        return match own {
            Some(n) => ended(corpus, provision, n, None),
            None => {
                let since = Some(&repeal.repealed.value);
                ProvisionOn { since, with_law: true, by, ..found(ProvisionState::Ended, last) }
            }
        };
    }
    let before = states.iter().rposition(|s| matches!(s, WordingState::Earlier | WordingState::Ended));
    match (before, first_to_come) {
        (Some(n), None) => ended(corpus, provision, n, None),
        (Some(n), Some(_)) if is_repealed(corpus, provision, n) => ended(corpus, provision, n, begins(first_to_come)),
        (Some(n), Some(_)) => ProvisionOn {
            since: all[n].period.until.as_ref(),
            until: begins(first_to_come),
            ..found(ProvisionState::Gap, before)
        },
        (None, next) => {
            let until = begins(next).or_else(|| law.and_then(|l| l.commences.as_ref()).map(|c| &c.value));
            let commences = law.and_then(|l| l.commences.as_ref());
            let with_law = commences.is_some_and(|c| c.reached(day) == Some(false));
            ProvisionOn { until, with_law, ..found(ProvisionState::ToCome, next) }
        }
    }
}

fn ended<'c>(corpus: &'c Corpus, provision: &'c Provision, number: usize, until: Option<&'c Date>) -> ProvisionOn<'c> {
    let since = provision.wordings[number].period.until.as_ref();
    let by = repealed_by(corpus, provision, number);
    ProvisionOn { state: ProvisionState::Ended, wording: Some(number), since, until, with_law: false, by }
}

/// The end of a wording that has perhaps come by `day`: its own, or that of its law. An end of which nothing is known
/// but that it came raises doubt on every day.
fn end_in_doubt<'c>(law: Option<&'c Law>, wording: &'c Wording, day: Day) -> Option<&'c Date> {
    let of_law = law.and_then(|law| law.repeal.as_ref()).map(|repeal| &repeal.repealed.value);
    let ends = [wording.period.until.as_ref(), of_law].into_iter().flatten();
    ends.filter(|end| end.reached(day).is_none()).min_by_key(|end| end.latest().is_none())
}

/// Among the wordings that are perhaps law: the one that a source saw last, up to `day`.
fn seen_last(all: &[Wording], states: &[WordingState], day: Day) -> Option<usize> {
    let seen = |w: &Wording| w.observed.as_ref().filter(|o| o.reached(day) == Some(true)).and_then(Date::latest);
    let perhaps = (0..all.len()).filter(|n| states[*n] == WordingState::Uncertain);
    perhaps.filter_map(|n| Some((seen(&all[n])?, n))).max().map(|(_, n)| n)
}

/// The state of a wording on a day. If its beginning is not recorded, it is surely law on the days on which a source
/// saw it in force, and perhaps on others until a later wording begins or the law ends.
pub fn wording_on(law: Option<&Law>, provision: &Provision, number: usize, day: Day) -> WordingState {
    let wording = &provision.wordings[number];
    let repealed = law.and_then(|l| l.repeal.as_ref()).map(|r| &r.repealed.value);
    let has_begun = |w: &Wording| w.period.from.as_ref().or(w.observed.as_ref()).map(|d| d.reached(day));
    let later = provision.wordings[number + 1..].iter().any(|w| has_begun(w) == Some(Some(true)));
    if later {
        return WordingState::Earlier;
    }
    // Of a law that has ended, the last wording ended with it; those before it had been replaced, on whatever day.
    if repealed.is_some_and(|date| date.reached(day) == Some(true)) {
        let is_last = number + 1 == provision.wordings.len();
        return if is_last || wording.repealed { WordingState::Ended } else { WordingState::Earlier };
    }
    let from = wording.period.from.as_ref();
    let is_seen = wording.observed.as_ref().is_some_and(|o| is_observed_on(o, day));
    // What is recorded of the law as a whole holds for its articles, unless a source saw one of them on that day.
    let whole = law.filter(|law| !law.commences_in_part && !is_seen);
    let begins = whole.and_then(|law| law.commences.as_ref()).map(|start| start.reached(day));
    let in_doubt = begins == Some(None) || end_in_doubt(law, wording, day).is_some();
    match wording.period.contains(day) {
        Some(true) if begins == Some(Some(false)) => WordingState::ToCome,
        Some(true) if in_doubt && !is_seen => WordingState::Uncertain,
        Some(false) if from.is_some_and(|from| from.reached(day) == Some(false)) => WordingState::ToCome,
        Some(false) if number + 1 < provision.wordings.len() && !wording.repealed => WordingState::Earlier,
        Some(false) => WordingState::Ended,
        Some(true) if from.is_some() => WordingState::InForce,
        Some(true) if is_seen => WordingState::InForce,
        _ if from.is_none() && is_before_law(law, wording, day) => WordingState::ToCome,
        _ => WordingState::Uncertain,
    }
}

/// Whether `day` is among the days of which the source speaks.
fn is_observed_on(observed: &Date, day: Day) -> bool {
    let within = observed.reached(day) != Some(false) && observed.latest().is_some_and(|last| last >= day);
    observed.exact() == Some(day) || within && observed.earliest().is_some()
}

/// Whether the law as a whole has surely not commenced, and no source may have seen the wording by then.
fn is_before_law(law: Option<&Law>, wording: &Wording, day: Day) -> bool {
    let Some(law) = law.filter(|law| !law.commences_in_part) else { return false };
    let commences = law.commences.as_ref().or(law.adopted.as_ref());
    let seen = wording.observed.as_ref().is_some_and(|o| o.reached(day) != Some(false));
    !seen && commences.is_some_and(|c| c.reached(day) == Some(false))
}

/// Whether the article itself ended with this wording: the record says so, or an act that changes the article without
/// giving it a new wording took effect on that day.
pub fn is_repealed(corpus: &Corpus, provision: &Provision, number: usize) -> bool {
    provision.wordings[number].repealed || !repealed_by(corpus, provision, number).is_empty()
}

/// Kind and id of the acts by which the article ended with this wording, where recorded.
pub fn repealed_by(corpus: &Corpus, provision: &Provision, number: usize) -> Vec<(Kind, Arc<str>)> {
    let wording = &provision.wordings[number];
    if !wording.repealed_by.is_empty() {
        return wording.repealed_by.iter().map(|act| (Kind::Amendment, Arc::from(act.as_str()))).collect();
    }
    let Some(until) = wording.period.until.as_ref().filter(|_| !is_followed(provision, number)) else {
        return Vec::new();
    };
    let changes = corpus.law_changes.of_provision(&provision.id).iter();
    let ending = changes.filter(|c| c.kind == LawChangeKind::Amended && c.date == *until);
    let introduces = |id: &str| provision.wordings.iter().flat_map(|w| &w.by).any(|by| by.as_str() == id);
    ending.map(|change| change.record.clone()).filter(|(_, id)| !introduces(id)).collect()
}

/// What followed a wording after its end; `None` where no end is recorded.
pub fn end_of(corpus: &Corpus, provision: &Provision, number: usize) -> Option<WordingEnd> {
    let is_last = number + 1 == provision.wordings.len();
    match provision.wordings[number].period.until {
        None => provision.wordings[number].repealed.then_some(WordingEnd::Repealed),
        Some(_) if is_followed(provision, number) => Some(WordingEnd::Followed),
        Some(_) if is_last || is_repealed(corpus, provision, number) => Some(WordingEnd::Repealed),
        Some(_) => Some(WordingEnd::Gap),
    }
}

/// Whether the next wording may begin no later than this one ends.
pub fn is_followed(provision: &Provision, number: usize) -> bool {
    let until = provision.wordings[number].period.until.as_ref();
    let next = provision.wordings.get(number + 1);
    match (until, next.map(|n| n.period.from.as_ref())) {
        (_, None) => false,
        (Some(until), Some(Some(from))) => !until.surely_before(from),
        _ => true,
    }
}

/// Whether the article was inserted with this wording: as the first recorded one it began after the law did, or the
/// article had been repealed before it.
pub fn is_inserted(corpus: &Corpus, provision: &Provision, number: usize) -> bool {
    if let Some(before) = number.checked_sub(1) {
        return !is_followed(provision, before) && is_repealed(corpus, provision, before);
    }
    let wording = &provision.wordings[number];
    let Some(from) = wording.period.from.as_ref() else { return false };
    let Some(law) = corpus.laws.get(provision.law.as_str()) else { return false };
    match &law.commences {
        Some(commences) => commences.surely_before(from),
        None => !wording.by.is_empty() || has_older_article(corpus, law, from),
    }
}

/// Whether an article of the law is recorded as law before `date`.
fn has_older_article(corpus: &Corpus, law: &Law, date: &Date) -> bool {
    let first = |p: &Provision| p.wordings.first().and_then(|w| w.period.from.clone().or_else(|| w.observed.clone()));
    // The rows are sorted by id, so the articles of a law follow each other.
    let prefix = format!("{}/", law.id);
    let rows = corpus.provisions.rows();
    let start = rows.partition_point(|p| p.id.as_str() < prefix.as_str());
    let own = rows[start..].iter().take_while(|p| p.law == law.id);
    own.filter_map(first).any(|first| first.surely_before(date))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day};
    use super::super::{AmendmentId, StageKind};
    use super::*;
    use crate::text::At;

    fn told(corpus: &Corpus, on_day: &str) -> String {
        let provision = corpus.provisions.get("xr/code/1").expect("the article is there");
        let found = on(corpus, provision, day(on_day));
        let date = |date: Option<&Date>| date.map_or("…".to_owned(), Date::to_string);
        let number = found.wording.map_or(0, |n| n + 1);
        let by: Vec<&str> = found.by.iter().map(|(_, id)| &**id).collect();
        format!("{} {number}: {} to {} by {by:?}", found.state.word(), date(found.since), date(found.until))
    }

    fn with_wording(corpus: &mut Corpus, number: usize, more: impl FnOnce(&mut Wording)) {
        let mut rows = corpus.provisions.rows().to_vec();
        more(&mut rows[0].wordings[number]);
        corpus.provisions = super::super::Table::new(rows);
    }

    #[test]
    fn a_day_has_its_wording_and_knows_the_next() {
        let wordings = [("2000-01-01", "2027-01-01"), ("2027-01-01", "")];
        let corpus = Sample::new().law("1999-05-01", "", &wordings).corpus();
        assert_eq!(told(&corpus, "2026-01-01"), "in-force 1: 2000-01-01 to 2027-01-01 by []");
        assert_eq!(told(&corpus, "2027-01-01"), "in-force 2: 2027-01-01 to … by []");
        assert_eq!(told(&corpus, "1999-12-31"), "to-come 1: … to 2000-01-01 by []");
    }

    #[test]
    fn an_article_that_ended_is_no_longer_in_force_and_names_the_act() {
        let sample = Sample::new().law("1999-05-01", "", &[("2000-01-01", "2010-01-01")]);
        assert_eq!(told(&sample.corpus(), "2010-01-01"), "ended 1: 2010-01-01 to … by []");
        let named = sample.clone().with(|corpus| {
            with_wording(corpus, 0, |w| {
                let act = |id: &str| At::new(AmendmentId::new(id), Sample::place());
                w.repealed_by = vec![act("xr/one"), act("xr/two")];
            });
        });
        assert_eq!(told(&named.corpus(), "2012-01-01"), "ended 1: 2010-01-01 to … by [\"xr/one\", \"xr/two\"]");
        let act = sample.amendment("xr/code/1", &[(StageKind::InForce, "2010-01-01")]);
        assert_eq!(told(&act.corpus(), "2012-01-01"), "ended 1: 2010-01-01 to … by [\"xr/bill\"]");
    }

    #[test]
    fn of_a_law_that_ended_only_the_last_wording_ended_with_it() {
        let wordings = [("2006", "after 2013-07-04"), ("after 2013-07-04", "")];
        let corpus = Sample::new().law("1997-07-16", "2015-01-01", &wordings).corpus();
        let provision = corpus.provisions.get("xr/code/1").expect("the article is there");
        let law = corpus.laws.get("xr/code");
        let state = |number| wording_on(law, provision, number, day("2026-01-01")).word();
        assert_eq!([state(0), state(1)], ["earlier", "ended"]);
    }

    #[test]
    fn days_between_two_wordings_are_a_gap_unless_a_repeal_is_recorded() {
        let wordings = [("2000-01-01", "2010-01-01"), ("2015-01-01", "")];
        let sample = Sample::new().law("1999-05-01", "", &wordings);
        assert_eq!(told(&sample.corpus(), "2012-01-01"), "gap 1: 2010-01-01 to 2015-01-01 by []");
        let repealed = sample.clone().with(|corpus| with_wording(corpus, 0, |w| w.repealed = true)).corpus();
        assert_eq!(told(&repealed, "2012-01-01"), "ended 1: 2010-01-01 to 2015-01-01 by []");
        assert_eq!(told(&repealed, "2015-01-01"), "in-force 2: 2015-01-01 to … by []");
        let provision = repealed.provisions.get("xr/code/1").expect("the article is there");
        assert!(is_inserted(&repealed, provision, 1), "it was enacted again");
        let act = sample.amendment("xr/code/1", &[(StageKind::InForce, "2010-01-01")]);
        assert_eq!(told(&act.corpus(), "2012-01-01"), "ended 1: 2010-01-01 to 2015-01-01 by [\"xr/bill\"]");
    }

    #[test]
    fn what_a_later_wording_has_replaced_is_an_earlier_one_even_if_no_source_says_until_when() {
        let corpus = Sample::new().law("1999-05-01", "", &[("2000-01-01", ""), ("2005-01-01", "")]).corpus();
        let provision = corpus.provisions.get("xr/code/1").expect("the article is there");
        let law = corpus.laws.get("xr/code");
        assert_eq!(wording_on(law, provision, 0, day("2004-12-31")), WordingState::InForce);
        assert_eq!(wording_on(law, provision, 0, day("2005-01-01")), WordingState::Earlier);
        assert_eq!(told(&corpus, "2005-01-01"), "in-force 2: 2005-01-01 to … by []");
    }

    #[test]
    fn an_article_ends_with_its_law_at_the_latest() {
        let corpus = Sample::new().law("1999-05-01", "2010-01-01", &[("2000-01-01", "")]).corpus();
        assert_eq!(told(&corpus, "2010-01-01"), "ended 1: 2010-01-01 to … by []");
        let corpus = Sample::new().law("1999-05-01", "2010-01-01", &[("2000-01-01", "2005-01-01")]).corpus();
        assert_eq!(told(&corpus, "2012-01-01"), "ended 1: 2005-01-01 to … by []");
    }

    #[test]
    fn a_bound_known_in_part_leaves_the_days_within_it_uncertain() {
        let corpus = Sample::new().law("1999-05-01", "", &[("2000-01-01", "2010")]).corpus();
        assert_eq!(told(&corpus, "2010-06-01"), "uncertain 1: 2000-01-01 to 2010 by []");
        assert_eq!(told(&corpus, "2011-01-01"), "ended 1: 2010 to … by []");
        let undated = Sample::new().law("1999-05-01", "", &[("", "")]).corpus();
        assert_eq!(told(&undated, "2020-01-01"), "uncertain 1: … to … by []");
        assert_eq!(told(&undated, "1999-01-01"), "to-come 1: … to … by []");
    }
}
