//! The basis of findings: provisions that were in force at the time, in the country of the finding; law for a question
//! of law; and the preferred one where several findings disagree.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::cell::{self, State};
use crate::law::{
    AnswerKind, Corpus, CountryId, CountryKind, Date, Day, Domain, Finding, Law, Modality, Offence, Provision,
    Question, Quotation, RestsOn, StageKind, Translation,
};
use crate::text::{Diagnostic, Diagnostics, Fault, Level, Span};

use super::alone::alone;
use super::treaty::TWO_PREFERRED;

/// A finding whose provision has changed since it was observed.
pub static STALE_FINDING: Fault = Fault {
    code: "stale-finding",
    level: Level::Warning,
    summary: "a finding is shown as of today although what it rests on changed after it was observed",
    explanation: "The finding was right on the day for which its source speaks. Since then the provision was amended, or \
                  its law was repealed, and the site still shows the answer for today.\n\n\
                  Read the law as it is now. If the answer is another, add a finding with the new day; if it still holds, \
                  write the day on which you looked: `confirmed_on = \"2026-01-31\"`. If the source itself says until when \
                  it held, write `until`.",
};

/// A finding that was observed before its law existed.
pub static FINDING_BEFORE_LAW: Fault = Fault {
    code: "finding-before-law",
    level: Level::Error,
    summary: "a finding rests on a law that was not adopted yet",
    explanation: "On the day for which the source speaks, the law did not exist. The finding rests on the code before it, or \
                  the law was still a bill: then the answer is `pending`, and it rests on the amendment.",
};

/// A finding that was observed before the first recorded wording of its provision.
pub static FINDING_BEFORE_WORDING: Fault = Fault {
    code: "finding-before-wording",
    level: Level::Warning,
    summary: "a finding rests on a provision of which no wording is recorded for that day",
    explanation: "All recorded wordings of the provision begin after the day for which the source speaks. Either an older \
                  wording is missing in the provision's file, or the finding rests on another provision.",
};

/// A finding that was observed after its law was repealed.
pub static FINDING_AFTER_REPEAL: Fault = Fault {
    code: "finding-after-repeal",
    level: Level::Warning,
    summary: "a finding rests on a law that had ended before the day for which its source speaks",
    explanation: "The source speaks of a day on which the law was law no longer. It may have used an old text, or it means \
                  the article with that number in the code that followed.\n\n\
                  Look which code the source means. Never merge two codes because a number is the same.",
};

/// A finding that rests on the law of another country.
pub static FOREIGN_LAW: Fault = Fault {
    code: "foreign-law",
    level: Level::Error,
    summary: "a record rests on the law of another country",
    explanation: "What is said of one country rests on its own law. A region may rest on the law of its members, and a part \
                  of a state on the law of the state. Most often the id was copied from another country's file.",
};

/// A finding about practice for a question of law, or the reverse.
pub static LAW_AND_PRACTICE: Fault = Fault {
    code: "law-and-practice",
    level: Level::Error,
    summary: "practice in a question of law, or law in a question of practice",
    explanation: "What the law says and what is done are never mixed in one row: a reader could not tell a good law that \
                  nobody applies from a good practice without a law.\n\n\
                  Move the finding to the question with the other `domain`, or correct its `modality`.",
};

/// Findings of one cell that disagree, without exactly one being preferred.
pub static FINDINGS_DISAGREE: Fault = Fault {
    code: "findings-disagree",
    level: Level::Error,
    summary: "findings of one time disagree, and none is preferred",
    explanation: "The cell is `conflicting`, and readers see both answers. They also need to know which one the site prefers \
                  and why, or they are left alone with the disagreement. What a depositary records needs no such word.\n\n\
                  ```toml\n[[finding]]\npreferred = \"the text of the law; the report does not cite it\"\n```\n\n\
                  Write `preferred`, with the reason, at one of them. If one of them speaks of an earlier time, give it the \
                  earlier `observed`.",
};

/// Two coders who read one source differently, none of whose findings is preferred.
pub static CODERS_DISAGREE: Fault = Fault {
    code: "coders-disagree",
    level: Level::Warning,
    summary: "coders read the same source differently, and no reading is preferred",
    explanation: "Until it is decided the cell is `conflicting`, and readers see both answers. That is work to be done and no fault of the \
                  content, so the site is built. `collatio agreement` lists all such cells and measures the agreement.\n\n\
                  ```toml\n[[finding]]\ncoder = \"coder-2\"\npreferred = \"the second paragraph decides\"\n```\n\n\
                  Talk, and write `preferred`, with the reason, at the finding that prevails. It is then the answer of the cell, and the other \
                  coding stays in the files and on the page of disagreements. Where different *sources* say different things, \
                  `findings-disagree` says so.",
};

/// A preferred finding where no other finding of its time differs.
pub static PREFERRED_TO_NOTHING: Fault = Fault {
    code: "preferred-to-nothing",
    level: Level::Warning,
    summary: "a finding is preferred although no other of its time says anything else",
    explanation: "`preferred` decides between findings that stand at the same time and differ. Here it decides nothing: the \
                  other finding was corrected or removed, or it is older and history in any case.\n\nRemove `preferred`.",
};

/// A statement about a region that is coded as an answer of one of its countries.
pub static SAID_OF_REGION: Fault = Fault {
    code: "said-of-region",
    level: Level::Error,
    summary: "what was said of a region is coded as an answer of the country",
    explanation: "A statement about a region is the region's. The country's own cell may point to it, and stays silent: the \
                  source did not say it of this country.\n\n\
                  ```toml\nanswer = \"source-silent\"\nregion = \"my-region\"\n```\n\n\
                  Put the answer into the findings of the region.",
};

/// A finding that names a region which is none, or to which its country does not belong.
pub static REGION_WITHOUT_MEMBER: Fault = Fault {
    code: "region-without-member",
    level: Level::Error,
    summary: "a finding points to a region that is not one, or to which its country does not belong",
    explanation: "`region` names a record of `kind = \"region\"` that has the country among its `members`.\n\n\
                  Correct the id, or add the country to the region's members.",
};

/// A conflict with fewer than two sides.
pub static CONFLICT_SIDES: Fault = Fault {
    code: "conflict-sides",
    level: Level::Error,
    summary: "a conflict with fewer than two sides, or one that prefers a side that it does not have",
    explanation: "Sources disagree only where there are two statements, each with its citation; they may come from one \
                  source that contradicts itself. `preferred` is the number of a side, counted from 1.",
};

/// A machine translation that is quoted without the original.
pub static MACHINE_TRANSLATION: Fault = Fault {
    code: "machine-translation",
    level: Level::Warning,
    summary: "a machine's translation without the words of the original",
    explanation: "A machine's translation is labelled as such, but a reader cannot check it without the original words.\n\n\
                  ```toml\ntranslation = \"machine\"\noriginal = { text = \"…\", language = \"ru\" }\n```",
};

/// A quotation in another language than its source.
pub static QUOTATION_LANGUAGE: Fault = Fault {
    code: "quotation-language",
    level: Level::Warning,
    summary: "words are quoted in another language than the source's, and nothing says who translated them",
    explanation: "If the quotation is a translation, say of what standing: `translation = \"unofficial\"`. If the source \
                  itself has the words in this language, write `translation = \"none\"`. If the words are in the source's \
                  language, `quote_language` is missing.",
};

/// Runs all checks of the basis of findings; `today` is the day of the main views.
pub(super) fn check(corpus: &Corpus, today: Option<Day>, found: &mut Diagnostics) {
    let changes = Changes::of(corpus);
    for (question, country, range) in corpus.cells.iter() {
        let Some(question) = corpus.questions.get(question.as_str()) else { continue };
        let findings = corpus.findings.get(range).unwrap_or(&[]);
        for finding in findings.iter().filter(|f| !f.is_computed()) {
            alone(finding.head.at, found, |found| {
                check_modality(question, finding, found);
                check_region(corpus, finding, found);
                check_times(corpus, finding, found);
                check_foreign(corpus, finding, found);
            });
        }
        alone(findings.first().map_or(question.head.at, |first| first.head.at), found, |found| {
            check_disagreement(corpus, question, findings, found);
            if let Some(today) = today {
                check_stale(corpus, &changes, question, country, today, found);
            }
        });
    }
    check_foreign_links(corpus, found);
    check_conflicts(corpus, found);
    check_quotations(corpus, found);
}

fn name(finding: &Finding) -> String {
    format!("`{}`, `{}`", finding.country, finding.question.value)
}

fn answers(finding: &Finding) -> bool {
    finding.answer.value.state().answers()
}

fn check_modality(question: &Question, finding: &Finding, found: &mut Diagnostics) {
    let modality = finding.modality;
    let mixed = match question.domain {
        Domain::Law => modality == Some(Modality::Practice),
        Domain::Practice => matches!(modality, Some(Modality::Submitted | Modality::Passed | Modality::InForce)),
    };
    if mixed {
        let (asked, told) = match question.domain {
            Domain::Law => ("law", "practice"),
            Domain::Practice => ("practice", "law"),
        };
        found.push(
            LAW_AND_PRACTICE
                .at(
                    finding.answer.span,
                    format!("{}: the question asks for {asked}, the finding tells of {told}", name(finding)),
                )
                .help("move it to a question of the other `domain`, or correct its `modality`"),
        );
    }
}

fn check_region(corpus: &Corpus, finding: &Finding, found: &mut Diagnostics) {
    let Some(region) = &finding.region else { return };
    let record = corpus.countries.get(region.id.as_str());
    let is_region = record.is_some_and(|r| r.kind == CountryKind::Region);
    let has_member = record.is_some_and(|r| r.members.iter().any(|m| m.value == finding.country));
    if !is_region || !has_member {
        let why = if is_region { "does not have the country among its members" } else { "is no region" };
        let mut fault = REGION_WITHOUT_MEMBER
            .at(region.id.span, format!("{}: `{}` {why}", name(finding), region.id.value))
            .help("`region` names a record of `kind = \"region\"` that lists the country in `members`");
        if let Some(record) = record {
            fault = fault.note(record.head.at, format!("`{}` is here", record.id));
        }
        found.push(fault);
    } else if finding.answer.value.state() != State::SourceSilent {
        found.push(
            SAID_OF_REGION
                .at(
                    finding.answer.span,
                    format!("{}: this was said of `{}`, not of the country", name(finding), region.id.value),
                )
                .help("write `source-silent` here, and put the answer into the findings of the region"),
        );
    }
}

/// The law and the provision to which the basis of a finding belongs, as far as they are recorded.
fn behind<'c>(corpus: &'c Corpus, rests_on: &'c RestsOn) -> (Option<&'c Law>, Option<&'c Provision>) {
    let provision = match rests_on {
        RestsOn::Provision(id, _) => corpus.provisions.get(id.as_str()),
        RestsOn::Offence(id) => provision_of(corpus, corpus.offences.get(id.as_str())),
        _ => None,
    };
    let law = match rests_on {
        RestsOn::Law(id) => Some(&id.value),
        RestsOn::Offence(id) => corpus.offences.get(id.as_str()).and_then(|o| o.law.as_ref()).map(|l| &l.value),
        _ => None,
    };
    let law = provision.map(|p| &p.law).or(law).and_then(|id| corpus.laws.get(id.as_str()));
    (law, provision)
}

fn provision_of<'c>(corpus: &'c Corpus, offence: Option<&'c Offence>) -> Option<&'c Provision> {
    offence.and_then(|o| o.provision.as_ref()).and_then(|id| corpus.provisions.get(id.as_str()))
}

fn place(rests_on: &RestsOn) -> Span {
    match rests_on {
        RestsOn::Provision(id, _) => id.span,
        RestsOn::Law(id) => id.span,
        RestsOn::Offence(id) => id.span,
        RestsOn::Amendment(id) => id.span,
        RestsOn::Instrument(id) => id.span,
        RestsOn::Source(span) => *span,
    }
}

/// Checks that the basis of a finding was in force on the day for which its source speaks. A plan may rest on a future
/// law.
fn check_times(corpus: &Corpus, finding: &Finding, found: &mut Diagnostics) {
    let state = finding.answer.value.state();
    if !state.answers() || state == State::Pending {
        return;
    }
    let observed = &finding.observed.value;
    for rests_on in &finding.rests_on {
        let (law, provision) = behind(corpus, rests_on);
        let law = law.filter(|law| !law.ends_before_it_begins());
        let begun = provision.and_then(first_wording);
        if let Some((law, day)) = law.and_then(|l| Some((l, l.adopted.as_ref()?)))
            && observed.surely_before(day)
        {
            let message =
                format!("{}: observed {observed}, but `{}` was adopted on {}", name(finding), law.id, day.value);
            found.push(
                FINDING_BEFORE_LAW
                    .at(place(rests_on), message)
                    .help("it rests on the law before, or is `pending` and rests on the bill")
                    .note(day.span, "the law is dated here"),
            );
        } else if let (Some(provision), Some((from, at))) = (provision, begun)
            && observed.surely_before(from)
        {
            let message = format!(
                "{}: observed {observed}, but the first wording of `{}` begins on {from}",
                name(finding),
                provision.id
            );
            found.push(
                FINDING_BEFORE_WORDING
                    .at(place(rests_on), message)
                    .help("add the older wording, or see which provision the source means")
                    .note(at, "the first wording is here"),
            );
        }
        if let Some((law, day)) = law.and_then(|l| Some((l, &l.repeal.as_ref()?.repealed)))
            && day.surely_before(observed)
        {
            let message = format!("{}: observed {observed}, but `{}` ended on {}", name(finding), law.id, day.value);
            found.push(
                FINDING_AFTER_REPEAL
                    .at(place(rests_on), message)
                    .help("see which law the source means: the number may be that of the law that followed")
                    .note(day.span, "its end is dated here"),
            );
        }
    }
}

/// The date from which the earliest wording applies, and its span; `None` if any wording lacks that date.
fn first_wording(provision: &Provision) -> Option<(&Date, Span)> {
    if provision.wordings.iter().any(|w| w.period.from.is_none()) {
        return None;
    }
    provision.wordings.first().and_then(|w| Some((w.period.from.as_ref()?, w.at)))
}

/// Changes of provisions and laws by acts that came into force, by id.
struct Changes<'c> {
    by_act: BTreeMap<&'c str, Vec<(&'c Date, Span)>>,
}

impl<'c> Changes<'c> {
    fn of(corpus: &'c Corpus) -> Changes<'c> {
        let mut by_act: BTreeMap<&str, Vec<(&Date, Span)>> = BTreeMap::new();
        for amendment in corpus.amendments.iter() {
            let in_force = amendment.stages.iter().find(|s| s.kind == StageKind::InForce);
            for (amended, stage) in amendment.amends.iter().filter_map(|a| Some((a, in_force?))) {
                by_act.entry(&amended.value).or_default().push((&stage.reached.value, stage.reached.span));
            }
        }
        Changes { by_act }
    }

    /// The first change of `law` and `provision` that is certainly after `observed` and has certainly happened by
    /// `today`.
    fn since(
        &self,
        law: Option<&'c Law>,
        provision: Option<&'c Provision>,
        observed: &Date,
        today: Day,
    ) -> Option<(&'c Date, Span)> {
        let repeal = law.and_then(|l| l.repeal.as_ref()).map(|r| (&r.repealed.value, r.repealed.span));
        let id = provision.map(|p| p.id.as_str()).or(law.map(|l| l.id.as_str()));
        let acts = id.and_then(|id| self.by_act.get(id)).into_iter().flatten().copied();
        let wordings = provision.map_or(&[][..], |p| &p.wordings);
        let ended = wordings.iter().filter_map(|w| Some((w.period.until.as_ref()?, w.at)));
        let begun = wordings.iter().filter_map(|w| Some((w.period.from.as_ref()?, w.at)));
        let since = |date: &Date| observed.surely_before(date) && date.reached(today) == Some(true);
        repeal
            .into_iter()
            .chain(acts)
            .chain(ended)
            .chain(begun)
            .filter(|(date, _)| since(date))
            .min_by_key(|(date, at)| (date.earliest(), *at))
    }
}

fn check_stale(
    corpus: &Corpus,
    changes: &Changes<'_>,
    question: &Question,
    country: &CountryId,
    today: Day,
    found: &mut Diagnostics,
) {
    let Some(shown) = cell::on(corpus, question, country, today).shown else { return };
    if shown.is_computed() || shown.until.is_some() || !answers(shown) {
        return;
    }
    // Somebody who confirmed the finding on the day of the change or later has seen the change.
    let seen = match &shown.head.confirmed_on {
        Some(confirmed) if shown.observed.surely_before(confirmed) => confirmed,
        _ => &shown.observed.value,
    };
    for rests_on in &shown.rests_on {
        let (law, provision) = behind(corpus, rests_on);
        let Some((date, at)) = changes.since(law, provision, seen, today) else { continue };
        let what = provision.map(|p| p.id.as_str()).or(law.map(|l| l.id.as_str())).unwrap_or_default();
        found.push(
            STALE_FINDING
                .at(
                    place(rests_on),
                    format!("{}: observed {}, but `{what}` changed on {date}", name(shown), shown.observed.value),
                )
                .help("look again: add a finding with the new day, `confirmed_on` if the answer still holds, or `until` if the source says so")
                .note(at, "the change is here"),
        );
        return;
    }
}

/// Checks the findings of one cell on every day on which it changes: where they disagree, exactly one must be
/// preferred.
fn check_disagreement(corpus: &Corpus, question: &Question, findings: &[Finding], found: &mut Diagnostics) {
    let typed = |f: &Finding| !f.is_computed();
    if findings.len() < 2 {
        findings.iter().filter(|f| typed(f) && f.preferred.is_some()).for_each(|f| found.push(to_nothing(f)));
        return;
    }
    let mut reported: BTreeSet<Span> = BTreeSet::new();
    let mut useful: BTreeSet<Span> = BTreeSet::new();
    let mut doubled = false;
    for day in cell::change_days(findings).into_iter().rev() {
        let group = cell::deciding(corpus, findings, day);
        let on_day = cell::of_findings(corpus, question.kind, findings, day);
        let preferred: Vec<&Finding> = group.iter().copied().filter(|f| f.preferred.is_some()).collect();
        let mixed = group.windows(2).any(|pair| matches!(pair, [a, b] if a.answer.value != b.answer.value));
        useful.extend(preferred.iter().filter(|_| mixed).map(|f| f.head.at));
        if let [first, second, ..] = preferred.as_slice()
            && typed(first)
            && typed(second)
            && !doubled
        {
            doubled = true;
            found.push(
                TWO_PREFERRED
                    .at(second.head.at, format!("{}: two findings of one time are preferred", name(second)))
                    .help("keep `preferred` at the one that prevails")
                    .note(first.head.at, "the other is here"),
            );
        }
        if on_day.disputing.is_empty() || on_day.shown.is_some() {
            continue;
        }
        if !on_day.disputing.iter().all(|f| reported.contains(&f.head.at)) {
            reported.extend(on_day.disputing.iter().map(|f| f.head.at));
            found.extend(disagreement(question.kind, &on_day.disputing, day));
        }
    }
    for finding in findings.iter().filter(|f| typed(f) && f.preferred.is_some() && !useful.contains(&f.head.at)) {
        found.push(to_nothing(finding));
    }
}

fn to_nothing(finding: &Finding) -> Diagnostic {
    PREFERRED_TO_NOTHING
        .at(
            finding.head.at,
            format!("{}: preferred, but no other finding of its time says anything else", name(finding)),
        )
        .help("remove `preferred`")
}

fn disagreement(kind: AnswerKind, disputing: &[&Finding], day: Day) -> Option<Diagnostic> {
    let word = |f: &Finding| f.answer.value.value().map_or(f.answer.value.state().word(), |value| value).to_owned();
    let (first, rest) = disputing.split_first()?;
    let of_coders = |a: &Finding, b: &Finding| !cell::differ(kind, a, b) || cell::are_two_codings(a, b);
    let is_of_coders = disputing.iter().all(|a| disputing.iter().all(|b| of_coders(a, b)));
    let fault = if is_of_coders {
        let message = format!("{}: coders read the same source differently, and no reading is preferred", name(first));
        CODERS_DISAGREE.at(first.answer.span, message).help(
            "write `preferred = \"…\"`, with the reason, at the finding that prevails; until then readers see all",
        )
    } else {
        FINDINGS_DISAGREE
            .at(first.answer.span, format!("{}: findings disagree on {day}, and none is preferred", name(first)))
            .help("write `preferred = \"…\"`, with the reason, at one of them")
    };
    let mut fault = fault;
    for other in rest.iter().take(8) {
        fault = fault.note(other.answer.span, format!("`{}`, observed {}", word(other), other.observed.value));
    }
    Some(fault)
}

fn check_foreign(corpus: &Corpus, finding: &Finding, found: &mut Diagnostics) {
    for rests_on in &finding.rests_on {
        let (id, span) = match rests_on {
            RestsOn::Provision(id, _) => (id.as_str(), id.span),
            RestsOn::Law(id) => (id.as_str(), id.span),
            RestsOn::Offence(id) => (id.as_str(), id.span),
            RestsOn::Amendment(id) => (id.as_str(), id.span),
            RestsOn::Instrument(_) | RestsOn::Source(_) => continue,
        };
        foreign(corpus, &name(finding), &finding.country, id, span, found);
    }
}

/// Checks that records of national law refer only to records of the same country.
fn check_foreign_links(corpus: &Corpus, found: &mut Diagnostics) {
    for offence in corpus.offences.iter() {
        let links = [
            offence.provision.as_ref().map(|p| (p.as_str(), p.span)),
            offence.law.as_ref().map(|l| (l.as_str(), l.span)),
        ];
        for (id, span) in links.into_iter().flatten() {
            foreign(corpus, &format!("`{}`", offence.id), &offence.country, id, span, found);
        }
    }
    for amendment in corpus.amendments.iter() {
        let amends = amendment.amends.iter().map(|a| (a.value.as_str(), a.span));
        let law = amendment.law.iter().map(|l| (l.as_str(), l.span));
        for (id, span) in amends.chain(law) {
            foreign(corpus, &format!("`{}`", amendment.id), &amendment.country, id, span, found);
        }
    }
    for law in corpus.laws.iter() {
        for by in law.repeal.iter().filter_map(|r| r.by.as_ref()) {
            foreign(corpus, &format!("`{}`", law.id), &law.country, by.as_str(), by.span, found);
        }
    }
    for action in &corpus.actions {
        if let Some(law) = &action.law {
            foreign(corpus, &format!("`{}`", action.country), &action.country, law.as_str(), law.span, found);
        }
    }
}

/// Reports `id` if the country with which it begins is neither `home`, nor a member of the region `home`, nor the state
/// to which `home` belongs.
fn foreign(corpus: &Corpus, record: &str, home: &CountryId, id: &str, span: Span, found: &mut Diagnostics) {
    let country = id.split('/').next().unwrap_or_default();
    if country == home.as_str() {
        return;
    }
    let record_of_home = corpus.countries.get(home.as_str());
    let near = record_of_home.is_some_and(|h| match h.kind {
        CountryKind::Region => h.members.iter().any(|m| m.as_str() == country),
        CountryKind::Part => home.as_str().strip_prefix(country).is_some_and(|rest| rest.starts_with('-')),
        CountryKind::Organisation => true,
        CountryKind::State => false,
    });
    if !near {
        found.push(
            FOREIGN_LAW
                .at(span, format!("{record} rests on `{id}`, which is law of `{country}`"))
                .help("what is said of a country rests on its own law; perhaps the id was copied from another file"),
        );
    }
}

fn check_conflicts(corpus: &Corpus, found: &mut Diagnostics) {
    for conflict in corpus.conflicts.iter() {
        let sides = conflict.sides.len();
        if sides < 2 {
            found.push(
                CONFLICT_SIDES
                    .at(conflict.head.at, format!("`{}` has fewer than two sides", conflict.id))
                    .help("give each side its own `[[side]]` with its source"),
            );
        }
        if let Some(preferred) = conflict.preferred.as_ref().filter(|p| p.value == 0 || p.value > sides) {
            found.push(
                CONFLICT_SIDES
                    .at(preferred.span, format!("`{}` prefers side {}, but has {sides}", conflict.id, preferred.value))
                    .help("`preferred` is the number of a side, counted from 1; leave it out where it is undecided"),
            );
        }
    }
}

fn check_quotations(corpus: &Corpus, found: &mut Diagnostics) {
    for finding in &corpus.findings {
        for (citation, quoted) in finding.quotations() {
            quotation(corpus, &name(finding), finding.head.at, Some(quoted), Some(citation), found);
        }
    }
    for action in &corpus.actions {
        let record = format!("`{}`: {} (`{}`)", action.country, action.kind.value.word(), action.instrument.value);
        let citation = action.statements.first().map(|s| &s.citation);
        quotation(corpus, &record, action.head.at, action.quotation.as_ref(), citation, found);
    }
    for observation in &corpus.observations {
        let record = format!("`{}`, observation `{}`", observation.country, observation.id.value);
        let citation = Some(&observation.citation);
        quotation(corpus, &record, observation.head.at, observation.quotation.as_ref(), citation, found);
    }
    for provision in corpus.provisions.iter() {
        for wording in &provision.wordings {
            let record = format!("`{}`", provision.id);
            quotation(corpus, &record, wording.at, wording.quotation.as_ref(), Some(&wording.citation), found);
        }
    }
    for instrument in corpus.instruments.iter() {
        for article in &instrument.articles {
            let record = format!("`{}#{}`", instrument.id, article.key.value);
            quotation(corpus, &record, article.at, article.quotation.as_ref(), article.citation.as_ref(), found);
        }
    }
    for law in corpus.laws.iter() {
        if law.title_translation == Some(Translation::Machine) && law.official_title.is_none() {
            found.push(machine(&format!("`{}`", law.id), law.head.at, "official_title"));
        }
    }
}

fn machine(record: &str, at: Span, field: &str) -> Diagnostic {
    MACHINE_TRANSLATION
        .at(at, format!("{record}: a machine's translation without the original"))
        .help(format!("add the words of the original: `{field} = {{ text = \"…\", language = \"…\" }}`"))
}

fn quotation(
    corpus: &Corpus,
    record: &str,
    at: Span,
    quotation: Option<&Quotation>,
    citation: Option<&crate::law::Citation>,
    found: &mut Diagnostics,
) {
    let Some(quotation) = quotation else { return };
    if quotation.translation == Some(Translation::Machine) && quotation.original.is_none() {
        found.push(machine(record, at, "original"));
    }
    let source = citation.and_then(|c| corpus.sources.get(c.source.as_str()));
    let language = source.and_then(|s| s.language.as_deref());
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    // A source in several languages says so in words; then languages are not compared.
    let Some(language) = language.filter(|l| l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')) else { return };
    if quotation.translation.is_none()
        && quotation.original.is_none()
        && primary(language) != primary(&quotation.language)
    {
        found.push(
            QUOTATION_LANGUAGE
                .at(at, format!("{record}: quoted in `{}`, but the source is in `{language}`", quotation.language))
                .help("say of what standing the translation is, or `translation = \"none\"` if the source has these words"),
        );
    }
}
