//! When an instrument enters into force for one state: as a source gives it, or by the instrument's own rule.
//!
//! Where the fields of a rule cannot express it, the rule is recorded in words only and nothing is computed.

use super::act::{date_of, recorded};
use super::{Action, ActionKind, Corpus, Date, EntryCount};

/// The entry into force of an instrument for one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryOn {
    /// The date, which may be known in part.
    pub date: Date,
    /// Computed from the instrument's rule, not given by a source.
    pub computed: bool,
}

/// The entry into force for the state whose `action` is given: as a recorded statement gives it; else computed from the
/// instrument's rule and the date of deposit (which may be known in part), and never before the instrument's own entry
/// into force. `None`: the action does not bind, the rule or the date is not recorded, or the action's `not_computed`
/// says why not. Nothing is computed for a succession, which may be back-dated: such rules do not cover it.
pub fn entry_into_force(corpus: &Corpus, action: &Action) -> Option<EntryOn> {
    let kind = action.kind.value;
    if !action.binds() {
        return None;
    }
    if let Some(given) = recorded(corpus, action).find_map(|s| s.in_force.as_ref()) {
        return Some(EntryOn { date: given.value.clone(), computed: false });
    }
    if kind == ActionKind::Succession || action.not_computed.is_some() {
        return None;
    }
    let instrument = corpus.instruments.get(action.instrument.value.as_str())?;
    let rule = instrument.entry.as_ref()?;
    let count = rule.exceptions.iter().find(|e| e.is_for(action)).map_or(rule.count, |e| e.count)?;
    let general = instrument.in_force.as_ref()?;
    let recorded = || recorded(corpus, action).find_map(|s| date_of(kind, s)).map(|date| &date.value);
    let deposited = action.by_table.as_ref().or_else(recorded)?;
    let date = after_deposit(count, rule.applies_after.as_ref(), general, deposited)?;
    Some(EntryOn { date, computed: true })
}

/// Applies a rule to a date of deposit; a date known in part gives a range of days.
fn after_deposit(count: EntryCount, applies_after: Option<&Date>, general: &Date, deposited: &Date) -> Option<Date> {
    let early = applies_after.is_some_and(|until| !until.surely_before(deposited));
    let later = applies_after
        .is_none_or(|until| !matches!((deposited.latest(), until.earliest()), (Some(d), Some(u)) if d <= u));
    if early && !later {
        return Some(general.clone());
    }
    let (first, last) = (count.from(deposited.earliest()?), count.from(deposited.latest()?));
    let (open_from, open_until) = (general.earliest(), general.latest());
    // If the instrument's own date is known in part, it does not matter where the rule surely counts beyond it.
    let (from, until) = match (open_from, open_until) {
        (Some(from), Some(until)) => (first.max(from), last.max(until)),
        (_, Some(until)) if until < first => (first, last),
        _ => return None,
    };
    let from = if early { from.min(open_from.unwrap_or(from)) } else { from };
    Some(Date::within(from, until))
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::super::{EntryException, EntryIntoForce};
    use super::*;

    /// The entry into force of a treaty in force from 2003-07-01 for a state that deposited on that day.
    fn entry(rule: impl Fn(&mut EntryIntoForce), deposited: &str) -> Option<String> {
        let sample = Sample::new().treaty(Some("2003-07-01"), Some(0));
        let sample = sample.instrument(|i| rule(i.entry.as_mut().expect("the sample has a rule")));
        let corpus = sample.action("accession", &[("un", "deposited", deposited)]).corpus();
        entry_into_force(&corpus, &corpus.actions[0]).map(|entry| entry.date.to_string())
    }

    fn counting(months: u32, days: u32, first_of_month: bool) -> impl Fn(&mut EntryIntoForce) {
        move |rule| rule.count = Some(EntryCount { months, days, first_of_month })
    }

    fn is(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_rule_counts_months_days_and_on_to_the_first_of_the_next_month() {
        assert_eq!(entry(counting(0, 0, false), "2012-03-08"), is("2012-03-08"));
        assert_eq!(entry(counting(0, 30, false), "2008-07-31"), is("2008-08-30"));
        assert_eq!(entry(counting(1, 0, false), "2008-12-23"), is("2009-01-23"));
        assert_eq!(entry(counting(0, 60, true), "2012-03-08"), is("2012-06-01"));
        assert_eq!(entry(counting(3, 0, true), "2003-09-29"), is("2004-01-01"));
        assert_eq!(entry(counting(3, 0, true), "2010-10-01"), is("2011-02-01"));
    }

    #[test]
    fn a_rule_in_words_only_is_not_computed() {
        assert_eq!(entry(|rule| rule.count = None, "2012-03-08"), None);
    }

    #[test]
    fn who_deposited_before_the_rule_applies_takes_the_general_day() {
        let rule = |rule: &mut EntryIntoForce| {
            counting(3, 0, false)(rule);
            rule.applies_after = Date::parse("2003-07-01").ok();
        };
        assert_eq!(entry(rule, "2003-06-30"), is("2003-07-01"));
        assert_eq!(entry(rule, "2003-07-01"), is("2003-07-01"));
        assert_eq!(entry(rule, "2003-07-02"), is("2003-10-02"));
        assert_eq!(entry(rule, "2003"), is("between 2003-07-01 and 2004-03-31"));
        assert_eq!(entry(counting(3, 0, false), "2003-06-30"), is("2003-09-30"));
    }

    #[test]
    fn a_year_gives_a_range_that_is_written_as_one() {
        assert_eq!(entry(counting(12, 0, false), "2004"), is("2005"));
        assert_eq!(entry(counting(0, 30, false), "2004-01"), is("between 2004-01-31 and 2004-03-01"));
        assert_eq!(entry(counting(0, 30, false), "2003"), is("between 2003-07-01 and 2004-01-30"));
        assert_eq!(entry(counting(0, 30, false), "after 2004"), None);
    }

    #[test]
    fn an_exception_counts_for_its_acts_alone() {
        let rule = |kind: ActionKind| {
            move |rule: &mut EntryIntoForce| {
                rule.exceptions.push(EntryException {
                    kinds: vec![kind],
                    countries: Vec::new(),
                    count: Some(EntryCount { days: 90, ..EntryCount::default() }),
                    words: "ninety days".into(),
                });
            }
        };
        assert_eq!(entry(rule(ActionKind::Accession), "2004-01-01"), is("2004-03-31"));
        assert_eq!(entry(rule(ActionKind::Ratification), "2004-01-01"), is("2004-01-01"));
    }

    #[test]
    fn an_act_that_says_why_nothing_is_computed_has_no_computed_day() {
        let sample =
            Sample::new().treaty(Some("2003-07-01"), Some(30)).action("accession", &[("un", "deposited", "2004")]);
        let sample = sample.with(|corpus| corpus.actions[0].not_computed = Some("it may confirm an older bond".into()));
        let corpus = sample.corpus();
        assert_eq!(entry_into_force(&corpus, &corpus.actions[0]), None);
    }
}
