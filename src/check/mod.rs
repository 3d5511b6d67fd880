//! Rules between records, one file per theme. A check reads the corpus, returns diagnostics and changes nothing; it
//! never knows URLs or HTML.

mod acknowledge;
mod alone;
mod chronology;
mod coverage;
mod evidence;
mod meaning;
mod module;
mod quotation;
mod references;
mod safety;
mod succession;
mod treaty;
mod twins;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::law::{Corpus, Day};
use crate::text::{Diagnostic, Diagnostics, Fault, FileId, Level, Span};

use alone::alone;

/// All faults of this room, by theme.
pub static FAULTS: &[&Fault] = &[
    &chronology::DATE_ORDER,
    &chronology::STAGE_ORDER,
    &chronology::AMENDMENT_OUTSIDE_LAW,
    &chronology::WORDING_ORDER,
    &chronology::WORDING_OVERLAP,
    &chronology::PERIOD_WITHOUT_DAY,
    &chronology::WORDING_GAP,
    &chronology::WORDING_OUTSIDE_LAW,
    &chronology::REPEAL_WITHOUT_DAY,
    &chronology::CHANGED_BY_NO_ACT,
    &chronology::WORDING_AND_ACT,
    &chronology::WORDING_BEFORE_ACT,
    &chronology::FORMER_WITHOUT_END,
    &chronology::FUTURE_DATE,
    &treaty::SIGNATURE_OUTSIDE,
    &treaty::ACT_AFTER_END,
    &treaty::ACT_AFTER_TABLE,
    &treaty::ACT_BEFORE_STATE,
    &succession::SUCCESSION_TO_NOBODY,
    &treaty::OBJECTION_TO_NOTHING,
    &treaty::ACT_BEFORE_INSTRUMENT,
    &treaty::SECOND_BOND,
    &treaty::MARK_IN_WORDS,
    &treaty::RATIFICATION_WITHOUT_SIGNATURE,
    &treaty::DEPOSIT_BEFORE_SIGNATURE,
    &treaty::EFFECT_BEFORE_ACT,
    &treaty::ENTRY_BEFORE_INSTRUMENT,
    &treaty::WITHDRAWAL_WITHOUT_BOND,
    &treaty::ABSENCE_CONTRADICTED,
    &treaty::ABSENT_FROM_TABLE,
    &treaty::ACTION_TOWARDS_STANDARD,
    &treaty::DATE_OF_ANOTHER_ACT,
    &treaty::STATEMENTS_DISAGREE,
    &treaty::TWO_PREFERRED,
    &evidence::STALE_FINDING,
    &evidence::FINDING_BEFORE_LAW,
    &evidence::FINDING_BEFORE_WORDING,
    &evidence::FINDING_AFTER_REPEAL,
    &evidence::FOREIGN_LAW,
    &evidence::LAW_AND_PRACTICE,
    &evidence::FINDINGS_DISAGREE,
    &evidence::CODERS_DISAGREE,
    &evidence::PREFERRED_TO_NOTHING,
    &evidence::SAID_OF_REGION,
    &evidence::REGION_WITHOUT_MEMBER,
    &evidence::CONFLICT_SIDES,
    &evidence::MACHINE_TRANSLATION,
    &evidence::QUOTATION_LANGUAGE,
    &coverage::ANSWER_NOT_LISTED,
    &coverage::ANSWER_MISSPELT,
    &coverage::ANSWER_KIND,
    &coverage::BASIS_ACTION,
    &coverage::TYPED_TWICE,
    &coverage::CODER_RESERVED,
    &coverage::PARENT_ANSWER,
    &coverage::ANSWER_EXCLUDED,
    &coverage::COUNTRY_UNANSWERED,
    &coverage::MANY_PAIRS,
    &references::UNUSED_SOURCE,
    &references::UNKNOWN_ANCHOR,
    &references::UNKNOWN_PICTURE,
    &references::BACKGROUND_CITED,
    &references::TERM_FORM_TWICE,
    &references::COLUMN_NOT_COMPARED,
    &twins::ARTICLE_TWICE,
    &twins::ARTICLE_LETTERS,
    &twins::FINDING_TWICE,
    &twins::TWIN_RECORD,
    &twins::CODE_TWICE,
    &twins::WRITTEN_TWICE,
    &meaning::LINK_WORDS,
    &meaning::DAY_BESIDE_LINK,
    &meaning::OBSERVED_AFTER_SOURCE,
    &meaning::SOURCE_OF_ANOTHER,
    &quotation::QUOTATION_DIFFERS,
    &meaning::BEYOND_SOURCE,
    &meaning::CODER_ONCE,
    &meaning::FIGURE_AND_NOTE,
    &coverage::BASIS_NOT_RECORDED,
    &module::MINUTES_SUM,
    &module::MODULE_VERSION,
    &module::HANDOUT_EMPTY,
    &safety::EXIT_ONLINE,
    &safety::EXIT_NOWHERE,
    &acknowledge::ACKNOWLEDGED_UNKNOWN,
    &acknowledge::ACKNOWLEDGED_IN_VAIN,
];

/// An example of each fault of this room; see [`crate::text::examples`].
pub static EXAMPLES: &str = include_str!("examples.txt");

/// Reports pictures in prose that are not among `pictures`, which are paths below `content/`.
pub fn check_pictures(corpus: &Corpus, pictures: &BTreeSet<&str>) -> Diagnostics {
    let mut found = Diagnostics::new();
    alone(home(corpus), &mut found, |found| references::check_pictures(corpus, pictures, found));
    found
}

/// The place for a fault that belongs to no record: the first page, or else the first file.
fn home(corpus: &Corpus) -> Span {
    corpus.pages.get("index").map_or(Span::head(FileId(0)), |page| page.head.at)
}

/// Runs all checks and adds their diagnostics to `found`; then removes the acknowledged ones, and reports
/// acknowledgements that are not needed.
///
/// `today` is the day that the command line gives. If neither it nor the configuration gives one, no date counts as
/// being in the future, and the latest day of any record is taken for today.
pub fn check(corpus: &Corpus, today: Option<Day>, mut found: Diagnostics) -> Diagnostics {
    let named = today.or(corpus.settings.edition);
    let today = named.or_else(|| corpus.latest_day());
    let faulty = found.count(Level::Error) > 0;
    let at = home(corpus);
    // Within a theme each record is isolated; here, the steps of a theme that concern all records. None needs what another
    // found, so that they run side by side.
    let themes: [&(dyn Fn(&mut Diagnostics) + Sync); 9] = [
        &|found| chronology::check(corpus, named, found),
        &|found| treaty::check(corpus, found),
        &|found| succession::check(corpus, found),
        &|found| evidence::check(corpus, today, found),
        &|found| coverage::check(corpus, today, faulty, found),
        &|found| references::check(corpus, faulty, found),
        &|found| twins::check(corpus, found),
        &|found| meaning::check(corpus, found),
        &|found| module::check(corpus, today, faulty, found),
    ];
    let told = |theme: &&(dyn Fn(&mut Diagnostics) + Sync)| {
        let mut found = Diagnostics::new();
        alone(at, &mut found, |found| theme(found));
        found
    };
    let told: Vec<Diagnostics> = themes.par_iter().with_max_len(1).map(told).collect();
    told.into_iter().for_each(|told| found.extend(told));
    alone(at, &mut found, |found| safety::check(corpus, found));
    if faulty {
        // What is missing may stand in a record that was left out because of an error.
        found.take_if(|fault| OF_ABSENCE.contains(&fault.fault.code));
    }
    without_consequences(&mut found);
    alone(at, &mut found, |found| *found = acknowledge::acknowledge(corpus, FAULTS, found.clone()));
    found
}

/// Removes answers that are only called stale because an act has another day than the wording that it brought: which of the
/// two days is right decides whether anything changed after the answer.
///
/// Removes parts that are missing in a record whose file has an error in an entry, and are no slips of others: most likely it
/// is that entry. And twins of which one is told to be a copy by its former id.
fn without_consequences(found: &mut Diagnostics) {
    let files = |codes: &[&str], is_of: bool| -> BTreeSet<FileId> {
        let errors = found.iter().filter(|fault| fault.fault.level == Level::Error);
        errors.filter(|fault| codes.contains(&fault.fault.code) == is_of).map(|fault| fault.span.file).collect()
    };
    let torn = files(&["unknown-part", "unknown-reference", "alias-taken"], false);
    let copied = files(&["alias-taken"], true);
    let of_note = |fault: &Diagnostic, files: &BTreeSet<FileId>| {
        fault.notes.iter().filter_map(|note| note.span).any(|place| files.contains(&place.file))
    };
    found.take_if(|fault| match fault.fault.code {
        "unknown-part" => fault.fix.is_none() && of_note(fault, &torn),
        "twin-record" => copied.contains(&fault.span.file) || of_note(fault, &copied),
        _ => false,
    });
    let notes = |fault: &Diagnostic| fault.notes.iter().filter_map(|note| note.span).collect::<Vec<_>>();
    let is_cause = |fault: &&Diagnostic| {
        [&chronology::WORDING_AND_ACT, &chronology::WORDING_BEFORE_ACT]
            .iter()
            .any(|cause| cause.code == fault.fault.code)
    };
    let causes: BTreeSet<Span> = found.iter().filter(is_cause).flat_map(notes).collect();
    if !causes.is_empty() {
        found.take_if(|fault| {
            fault.fault.code == "stale-finding" && notes(fault).iter().any(|place| causes.contains(place))
        });
    }
}

/// Faults that say that something is not there: where records were left out because of an error, they may follow from it.
const OF_ABSENCE: &[&str] =
    &["conflict-sides", "ratification-without-signature", "withdrawal-without-bond", "handout-empty"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_a_code_of_its_own_and_explains_itself() {
        let mut codes: Vec<&str> = FAULTS.iter().map(|fault| fault.code).collect();
        codes.sort_unstable();
        let count = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), count);
        for fault in FAULTS {
            assert!(crate::text::is_slug(fault.code), "{}", fault.code);
            assert!(!fault.summary.ends_with('.') && fault.explanation.len() > fault.summary.len(), "{}", fault.code);
        }
    }

    use crate::law::sample::{Sample, day};
    use crate::law::{
        Acknowledgement, ActionKind, Answer, AnswerKind, Asks, CountryId, CountryKind, Date, Domain, Finding, LawId,
        Modality, ProvisionId, Region, RestsOn, StageKind,
    };
    use crate::text::{At, FileId, Span};

    /// The codes of all faults except unused sources, of which the sample has some, and twins: its questions have one
    /// wording.
    fn codes(sample: &Sample) -> Vec<&'static str> {
        let found = check(&sample.corpus(), Some(day("2026-01-01")), Diagnostics::new());
        let mut codes: Vec<&str> = found
            .iter()
            .map(|d| d.fault.code)
            .filter(|code| !matches!(*code, "unused-source" | "twin-record"))
            .collect();
        codes.sort_unstable();
        codes
    }

    fn treaty() -> Sample {
        Sample::new().treaty(Some("2003-09-29"), Some(30))
    }

    fn signed() -> Sample {
        treaty().action("signature", &[("un", "signed", "2000-12-13")])
    }

    fn place() -> Span {
        Span::head(FileId(0))
    }

    fn on_article(finding: &mut Finding) {
        finding.rests_on = vec![RestsOn::Provision(At::new(ProvisionId::new("xr/code/1"), place()), None)];
    }

    #[test]
    fn acts_in_their_order_are_no_fault() {
        let sample = signed()
            .action("ratification", &[("un", "deposited", "2003-10-02"), ("paper", "given", "2003")])
            .action("withdrawal", &[("un", "deposited", "2010"), ("un", "effective", "2011")])
            .again("accession", &[("un", "deposited", "2012-06-01")]);
        assert_eq!(codes(&sample), Vec::<&str>::new());
    }

    #[test]
    fn a_signature_fits_into_the_days_on_which_the_instrument_was_open() {
        let of = |signed: &str| {
            let sample = treaty().instrument(|i| i.closed = Date::parse("2002-12-12").ok());
            codes(&sample.action("signature", &[("un", "signed", signed)]))
        };
        assert_eq!(of("2002-12-12"), Vec::<&str>::new());
        assert_eq!(of("2002"), Vec::<&str>::new());
        assert_eq!(of("2002-12-13"), ["signature-outside-window"]);
        assert_eq!(of("2000-12-11"), ["signature-outside-window"]);
    }

    #[test]
    fn reports_may_be_out_of_order_for_only_the_record_is_judged() {
        let sample = treaty()
            .action("signature", &[("paper", "signed", "1999")])
            .action("ratification", &[("paper", "deposited", "1998")])
            .action("accession", &[("report", "deposited", "1997")]);
        assert_eq!(codes(&sample), Vec::<&str>::new());
    }

    #[test]
    fn a_country_binds_itself_once_unless_it_withdrew_between() {
        let sample = signed().action("ratification", &[("un", "deposited", "2003-10-02")]);
        let twice = sample.clone().action("accession", &[("un", "deposited", "2005-01-01")]);
        assert_eq!(codes(&twice), ["second-bond"]);
        let left_later = twice.action("withdrawal", &[("un", "effective", "2006-01-01")]);
        assert_eq!(codes(&left_later), ["second-bond"]);
        let provisional = sample.action("provisional-application", &[("un", "deposited", "2001-01-01")]);
        assert_eq!(codes(&provisional), Vec::<&str>::new());
    }

    #[test]
    fn a_ratification_follows_a_signature_where_the_instrument_requires_one() {
        let sample = treaty().action("ratification", &[("un", "deposited", "2003-10-02")]);
        assert_eq!(codes(&sample), ["ratification-without-signature"]);
        assert_eq!(codes(&sample.instrument(|i| i.ratification_needs_signature = false)), Vec::<&str>::new());
        let late = signed().action("ratification", &[("un", "deposited", "2000-12-12")]);
        assert_eq!(codes(&late), ["deposit-before-signature"]);
    }

    #[test]
    fn nothing_takes_effect_before_it_is_done_but_a_succession() {
        let of = |kind: &str| {
            codes(&treaty().action(kind, &[("un", "deposited", "2005-01-01"), ("un", "in_force", "2003-10-01")]))
        };
        assert_eq!(of("accession"), ["effect-before-act"]);
        assert_eq!(of("succession"), Vec::<&str>::new());
        let early = treaty().action("accession", &[("un", "deposited", "2002"), ("un", "in_force", "2003-09-28")]);
        assert_eq!(codes(&early), ["entry-before-instrument"]);
    }

    #[test]
    fn only_who_is_bound_can_withdraw() {
        let sample = treaty().action("withdrawal", &[("un", "effective", "2004")]);
        assert_eq!(codes(&sample), ["withdrawal-without-bond"]);
        let joined = |day| sample.clone().action("accession", &[("un", "deposited", day)]);
        assert_eq!(codes(&joined("2003-01-01")), Vec::<&str>::new());
        assert_eq!(codes(&joined("2004-06-01")), Vec::<&str>::new());
        assert_eq!(codes(&joined("2005-01-01")), ["withdrawal-without-bond"]);
    }

    #[test]
    fn a_table_without_an_entry_contradicts_an_earlier_record_only() {
        let sample = signed().absence("un", "2015-03-14", true);
        assert_eq!(codes(&sample), Vec::<&str>::new());
        let later = sample.clone().action("ratification", &[("un", "deposited", "2016-01-01")]);
        assert_eq!(codes(&later), Vec::<&str>::new());
        let earlier = sample.action("ratification", &[("un", "deposited", "2014-01-01")]);
        assert_eq!(codes(&earlier), ["absence-contradicted"]);
    }

    #[test]
    fn sources_that_date_an_act_differently_need_one_that_prevails() {
        let of = |given: &str| {
            let dates = [("un", "deposited", "2003-10-02"), ("paper", "given", given)];
            signed().action("ratification", &dates)
        };
        assert_eq!(codes(&of("2003")), Vec::<&str>::new());
        assert_eq!(codes(&of("2004")), ["statements-disagree"]);
        let prefer = |count: usize| {
            of("2004").with(|corpus| {
                for statement in corpus.actions.iter_mut().flat_map(|a| &mut a.statements).rev().take(count) {
                    statement.preferred = Some("it is nearer".into());
                }
            })
        };
        assert_eq!(codes(&prefer(1)), Vec::<&str>::new());
        assert_eq!(codes(&prefer(2)), ["two-preferred"]);
    }

    #[test]
    fn a_date_belongs_to_an_act_that_has_it() {
        let sample = signed().action("ratification", &[("un", "signed", "2000-12-13"), ("un", "deposited", "2003")]);
        assert_eq!(codes(&sample), ["date-of-another-act"]);
        let standard = treaty().instrument(|i| i.kind = crate::law::InstrumentKind::Standard);
        let joined = standard.action("accession", &[("un", "deposited", "2003")]);
        assert_eq!(codes(&joined), ["action-towards-standard"]);
        let adopted = treaty().instrument(|i| i.adopted = Date::parse("2000-11-15").ok());
        let early = adopted.action("accession", &[("un", "deposited", "2000-11-14")]);
        assert_eq!(codes(&early), ["act-before-instrument"]);
    }

    #[test]
    fn wordings_follow_each_other_without_overlap_or_gap() {
        let of = |wordings: &[(&str, &str)]| codes(&Sample::new().law("1997-07-16", "", wordings));
        assert_eq!(of(&[("1998-01-01", "2003-08-01"), ("2003-08-01", "")]), Vec::<&str>::new());
        assert_eq!(of(&[("1998", "2003"), ("2003-08-01", "")]), Vec::<&str>::new());
        assert_eq!(of(&[("1998-01-01", "2003-08-02"), ("2003-08-01", "")]), ["wording-overlap"]);
        assert_eq!(of(&[("1998-01-01", "2003-07-31"), ("2003-08-01", "")]), ["wording-gap"]);
        assert_eq!(of(&[("2003-08-01", ""), ("1998-01-01", "")]), ["wording-order"]);
        assert_eq!(of(&[("1998-01-01", "1997-12-01")]), ["date-order"]);
        assert_eq!(of(&[("1997-07-15", "")]), ["wording-outside-law"]);
    }

    #[test]
    fn a_law_and_a_bill_go_their_steps_in_order() {
        let of = |stages: &[(StageKind, &str)]| {
            codes(&Sample::new().law("1997-07-16", "2015-01-01", &[]).amendment("xr/code", stages))
        };
        use StageKind::{Adopted, InForce, Rejected, Submitted};
        assert_eq!(of(&[(Submitted, "2004-10"), (Submitted, "2005-05"), (Adopted, "2004-12")]), Vec::<&str>::new());
        assert_eq!(of(&[(Submitted, "2004-10"), (Adopted, "2004-09")]), ["stage-order"]);
        assert_eq!(of(&[(Adopted, "2004"), (InForce, "2003-12-31")]), ["stage-order"]);
        assert_eq!(of(&[(Submitted, "2004"), (Rejected, "2005"), (Adopted, "2006")]), ["stage-order"]);
        assert_eq!(
            of(&[(Submitted, "2004"), (Rejected, "2005"), (Submitted, "2006"), (Adopted, "2006")]),
            Vec::<&str>::new()
        );
        assert_eq!(of(&[(Adopted, "1996")]), ["amendment-outside-law"]);
        assert_eq!(of(&[(Adopted, "2016")]), ["amendment-outside-law"]);
        assert_eq!(codes(&Sample::new().law("1997-07-16", "1996", &[])), ["date-order"]);
    }

    #[test]
    fn a_finding_goes_stale_when_its_provision_changes_until_somebody_looks_again() {
        let of = |confirmed: Option<&str>, observed: &str| {
            let confirmed = confirmed.map(|text| Date::parse(text).expect(text));
            let sample = Sample::new().law("1997-07-16", "", &[("1998-01-01", "2003-08-01"), ("2003-08-01", "")]);
            codes(&sample.question("q", AnswerKind::YesNo).finding("paper", observed, Answer::Yes, |finding| {
                on_article(finding);
                finding.head.confirmed_on = confirmed;
            }))
        };
        assert_eq!(of(None, "2003-07-31"), ["stale-finding"]);
        assert_eq!(of(None, "2003"), Vec::<&str>::new());
        assert_eq!(of(None, "2003-08-01"), Vec::<&str>::new());
        assert_eq!(of(Some("2003-09-01"), "2003-07-31"), Vec::<&str>::new());
        assert_eq!(of(Some("2003-07-31"), "2003-07-30"), ["stale-finding"]);
        assert_eq!(of(None, "1997-12-31"), ["finding-before-wording", "stale-finding"]);
        assert_eq!(of(None, "1996"), ["finding-before-law", "stale-finding"]);
    }

    #[test]
    fn an_answer_that_is_history_is_not_stale() {
        let sample = Sample::new()
            .law("1997-07-16", "2015-01-01", &[("1998-01-01", "")])
            .question("q", AnswerKind::YesNo)
            .finding("paper", "2005", Answer::Yes, on_article);
        assert_eq!(codes(&sample), ["stale-finding"]);
        assert_eq!(codes(&sample.clone().finding("report", "2016", Answer::No, |_| {})), Vec::<&str>::new());
        assert_eq!(codes(&sample.finding("report", "2016", Answer::Yes, on_article)), ["finding-after-repeal"]);
    }

    #[test]
    fn findings_that_disagree_need_one_that_is_preferred_and_no_more() {
        let of = |first: Option<&str>, second: Option<&str>, answer: Answer| {
            let prefer = |reason: Option<&str>| {
                let reason = reason.map(str::to_owned);
                move |finding: &mut Finding| finding.preferred = reason.map(Into::into)
            };
            let sample = Sample::new().question("q", AnswerKind::YesNo);
            let sample = sample.finding("paper", "2005", Answer::Yes, prefer(first));
            codes(&sample.finding("report", "2005", answer, prefer(second)))
        };
        assert_eq!(of(None, None, Answer::No), ["findings-disagree"]);
        assert_eq!(of(Some("it is nearer"), None, Answer::No), Vec::<&str>::new());
        assert_eq!(of(Some("it is nearer"), Some("so is this"), Answer::No), ["two-preferred"]);
        assert_eq!(of(Some("it is nearer"), None, Answer::Yes), ["preferred-to-nothing"]);
        assert_eq!(of(None, None, Answer::Yes), Vec::<&str>::new());
    }

    #[test]
    fn what_is_computed_is_not_typed_once_more() {
        let sample = signed().question("q", AnswerKind::YesNo).computed(Asks::Signed);
        assert_eq!(codes(&sample.clone().finding("un", "2005", Answer::Yes, |_| {})), ["typed-twice"]);
        assert_eq!(codes(&sample.finding("paper", "2005", Answer::Yes, |_| {})), Vec::<&str>::new());
        let other = Sample::new().question("q", AnswerKind::YesNo);
        let typed = other.finding("un", "2005", Answer::Yes, |f| {
            f.origin = crate::law::Origin::Coded { coder: "computed".to_owned(), reviewer: None };
        });
        assert_eq!(codes(&typed), ["coder-reserved"]);
    }

    #[test]
    fn an_answer_is_one_that_its_question_has() {
        let of = |kind: AnswerKind, value: &str| {
            let sample = Sample::new().question("q", kind);
            let sample =
                sample.asking(|q| q.answers = vec![("fine".to_owned(), crate::text::Prose::of_value("", place()))]);
            codes(&sample.finding("paper", "2005", Answer::Value(value.to_owned()), |_| {}))
        };
        assert_eq!(of(AnswerKind::Choice, "fine"), Vec::<&str>::new());
        assert_eq!(of(AnswerKind::Several, "fine, prison"), ["answer-not-listed"]);
        assert_eq!(of(AnswerKind::YesNo, "perhaps"), ["answer-not-listed"]);
        assert_eq!(of(AnswerKind::Date, "2003-08"), Vec::<&str>::new());
        assert_eq!(of(AnswerKind::Date, "soon"), ["answer-kind"]);
        assert_eq!(of(AnswerKind::Number, "15 years"), Vec::<&str>::new());
        assert_eq!(of(AnswerKind::Number, "many"), ["answer-kind"]);
        assert_eq!(of(AnswerKind::Text, "anything"), Vec::<&str>::new());
    }

    #[test]
    fn a_question_below_applies_with_answers_that_the_one_above_can_have() {
        let of = |when: &str, answer: Answer| {
            let sample = Sample::new().question("q", AnswerKind::YesNo).finding("paper", "2005", answer, |_| {});
            let sample = sample.question("r", AnswerKind::YesNo).below("q", &[when]);
            codes(&sample.finding("paper", "2005", Answer::Yes, |_| {}))
        };
        assert_eq!(of("yes", Answer::Yes), Vec::<&str>::new());
        assert_eq!(of("yes", Answer::No), ["answer-excluded"]);
        assert_eq!(of("ye", Answer::Unclear), ["parent-answer"]);
    }

    #[test]
    fn a_finding_rests_on_law_of_its_own_country_and_asks_for_law_or_for_practice() {
        let sample = Sample::new().question("q", AnswerKind::YesNo);
        let foreign = sample.clone().finding("paper", "2005", Answer::Yes, |finding| {
            finding.rests_on = vec![RestsOn::Law(At::new(LawId::new("xs/code"), place()))];
        });
        assert_eq!(codes(&foreign), ["foreign-law"]);
        let modality = |domain: Domain, modality: Modality| {
            let sample = sample.clone().asking(|q| q.domain = domain);
            codes(&sample.finding("paper", "2005", Answer::Yes, |f| f.modality = Some(modality)))
        };
        assert_eq!(modality(Domain::Law, Modality::Practice), ["law-and-practice"]);
        assert_eq!(modality(Domain::Practice, Modality::InForce), ["law-and-practice"]);
        assert_eq!(modality(Domain::Practice, Modality::Practice), Vec::<&str>::new());
        assert_eq!(modality(Domain::Law, Modality::Assessment), Vec::<&str>::new());
    }

    #[test]
    fn what_was_observed_cannot_lie_in_the_future() {
        let sample = Sample::new().question("q", AnswerKind::YesNo);
        assert_eq!(codes(&sample.clone().finding("paper", "2026", Answer::Yes, |_| {})), Vec::<&str>::new());
        assert_eq!(codes(&sample.finding("paper", "2026-01-02", Answer::Yes, |_| {})), ["future-date"]);
    }

    #[test]
    fn an_acknowledgement_takes_out_its_fault_and_is_a_fault_where_nothing_needs_it() {
        let of = |code: &str, actions: &[(&str, &str)]| {
            let mut sample = treaty();
            for (kind, date) in actions {
                sample = sample.action(kind, &[("un", "deposited", date)]);
            }
            codes(&sample.with(|corpus| {
                let ratified = corpus.actions.iter_mut().find(|a| a.kind.value == ActionKind::Ratification);
                ratified.expect("there is one").head.acknowledge = vec![Acknowledgement {
                    fault: At::new(code.to_owned(), place()),
                    conflict: None,
                    reason: "the table says so".to_owned(),
                }];
            }))
        };
        let ratified = [("ratification", "2003-10-02")];
        assert_eq!(of("ratification-without-signature", &ratified), Vec::<&str>::new());
        assert_eq!(of("second-bond", &ratified), ["acknowledged-in-vain", "ratification-without-signature"]);
        assert_eq!(of("secondbond", &ratified), ["acknowledged-unknown", "ratification-without-signature"]);
    }

    #[test]
    fn a_country_that_is_compared_and_answers_nothing_is_found() {
        let sample = Sample::new().question("q", AnswerKind::YesNo).country();
        assert_eq!(codes(&sample), ["country-unanswered"]);
        assert_eq!(codes(&sample.finding("paper", "2005", Answer::Yes, |_| {})), Vec::<&str>::new());
    }

    #[test]
    fn what_was_said_of_a_region_is_silence_of_its_member() {
        let of = |kind: CountryKind, member: &str, answer: Answer| {
            let sample = Sample::new().question("q", AnswerKind::YesNo).country().with(|corpus| {
                let mut region = corpus.countries.rows().to_vec();
                region[0].id = CountryId::new("region");
                region[0].kind = kind;
                region[0].members = vec![At::new(CountryId::new(member), place())];
                corpus.countries = crate::law::Table::new(region);
                corpus.columns.clear();
            });
            codes(&sample.finding("paper", "2005", answer, |finding| {
                finding.region = Some(Region { id: At::new(CountryId::new("region"), place()) });
            }))
        };
        assert_eq!(of(CountryKind::Region, "xr", Answer::SourceSilent), Vec::<&str>::new());
        assert_eq!(of(CountryKind::Region, "xr", Answer::Yes), ["said-of-region"]);
        assert_eq!(of(CountryKind::Region, "xs", Answer::SourceSilent), ["region-without-member"]);
        assert_eq!(of(CountryKind::State, "xr", Answer::SourceSilent), ["region-without-member"]);
    }

    #[test]
    fn a_source_that_nothing_cites_is_unused_unless_records_were_left_out() {
        let sample = Sample::new().question("q", AnswerKind::YesNo).finding("paper", "2005", Answer::Yes, |_| {});
        let unused = |found: Diagnostics| {
            let found = check(&sample.corpus(), None, found);
            found.iter().filter(|d| d.fault.code == "unused-source").count()
        };
        assert_eq!(unused(Diagnostics::new()), 2);
        let mut faulty = Diagnostics::new();
        faulty.push(chronology::DATE_ORDER.at(place(), "something that cost a record"));
        assert_eq!(unused(faulty), 0);
    }
}
