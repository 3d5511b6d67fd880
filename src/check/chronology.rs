//! Dates out of order: of laws and instruments, amendments, wordings, and research.
//!
//! A date known in part is out of order only if every day that it may mean would be. Acts of countries towards
//! instruments are checked in `treaty`.

use std::collections::BTreeMap;

use crate::law::provision_state::{self, WordingEnd};
use crate::law::{
    Amendment, AmendmentId, Corpus, Country, Date, Day, Head, Instrument, Law, Provision, Stage, StageKind, Wording,
};
use crate::text::{At, Diagnostics, Fault, Level, Span};

use super::acknowledge::heads;
use super::alone::alone;

/// Dates of one record that are out of order.
pub static DATE_ORDER: Fault = Fault {
    code: "date-order",
    level: Level::Error,
    summary: "two dates of one record are out of order",
    explanation: "A law is adopted, then signed, then published; it commences and is repealed after it was adopted. An \
                  instrument is adopted before it is opened, closed or in force. A period ends after it begins, and \
                  nobody confirms what nobody had observed yet.\n\n\
                  ```toml\nadopted = \"2003-08-01\"\nsigned = \"2003-07-10\"   # before it was adopted\n```\n\n\
                  Compare both dates with the source. Where the source itself contradicts itself, record the conflict and \
                  acknowledge the fault:\n\n\
                  ```toml\n[[acknowledge]]\nfault = \"date-order\"\nreason = \"the gazette prints both days\"\n```",
};

/// Stages of an amendment that are out of order.
pub static STAGE_ORDER: Fault = Fault {
    code: "stage-order",
    level: Level::Error,
    summary: "two stages of an amendment are out of order",
    explanation: "A bill is drafted, submitted, debated, adopted, signed, published; it is in force only after it was \
                  adopted, and after it was rejected or withdrawn nothing follows, unless it is submitted again. A stage \
                  that comes twice (submitted in October and again in May) is in order if one of its days is.\n\n\
                  Compare the dates with their sources. What came of a bill that was submitted anew may be a bill of its \
                  own, with `follows`.",
};

/// An amendment of a law that did not exist at the time.
pub static AMENDMENT_OUTSIDE_LAW: Fault = Fault {
    code: "amendment-outside-law",
    level: Level::Error,
    summary: "an amendment adopted before the law that it changes, or after that law ended",
    explanation: "What is not adopted yet cannot be amended, and what is repealed no longer can. Often the amendment \
                  belongs to the code before or after: a country that replaced its penal code has two.\n\n\
                  Compare the day of adoption with the dates of the law that `amends` names.",
};

/// A period that contains no day, because it ends on the day on which it begins.
pub static PERIOD_WITHOUT_DAY: Fault = Fault {
    code: "period-without-day",
    level: Level::Error,
    summary: "a period ends on the day on which it begins",
    explanation: "`until` is the first day on which something is no longer so. What ends on the day on which it begins was \
                  never so.\n\n\
                  Where two acts changed an article on one day, it has one new wording, which came by both:\n\n\
                  ```toml\n[[wording]]\nfrom = \"2006-09-15\"\nby = [\"xr/act-a\", \"xr/act-b\"]\n```\n\n\
                  Where something was so on a single day, `until` is the day after.",
};

/// Wordings that are not listed oldest first.
pub static WORDING_ORDER: Fault = Fault {
    code: "wording-order",
    level: Level::Error,
    summary: "the wordings of a provision are not written oldest first",
    explanation: "The wordings of a provision stand in the order of time, so that a reader of the file and the comparison \
                  between wordings see what changed into what. A wording without `from` stands where its `observed` day \
                  belongs.\n\nPut the older `[[wording]]` first.",
};

/// Wordings whose periods overlap.
pub static WORDING_OVERLAP: Fault = Fault {
    code: "wording-overlap",
    level: Level::Error,
    summary: "two wordings of a provision are in force on the same day",
    explanation: "A provision has one wording on a day. `until` is the first day on which a wording is no longer law, which \
                  is the `from` of the next.\n\n\
                  ```toml\n[[wording]]\nuntil = \"2003-08-02\"\n[[wording]]\nfrom = \"2003-08-01\"   # both are law on 1 August\n```",
};

/// Days between two wordings on which none was in force.
pub static WORDING_GAP: Fault = Fault {
    code: "wording-gap",
    level: Level::Warning,
    summary: "between two wordings of a provision there are days without one",
    explanation: "The provision had ended before its next wording began. Perhaps a wording is not recorded: then leave out \
                  the `until` that no source gives. Perhaps `until` is the last day instead of the day after.\n\n\
                  If the provision was repealed and enacted again, say so: there is no gap in the record then.\n\n\
                  ```toml\n[[wording]]\nuntil = \"2003-08-01\"\nrepealed_by = \"xr/act-2003\"   # or: repealed = true\n```",
};

/// A wording that is in force before its law or after its repeal.
pub static WORDING_OUTSIDE_LAW: Fault = Fault {
    code: "wording-outside-law",
    level: Level::Error,
    summary: "a wording begins before its law was adopted or commences, or after its law ended",
    explanation: "A provision lives within its law. Article numbers are used again in the next code: Article 128 of one code \
                  is not Article 128 of another.\n\n\
                  Put the wording under the law to which it belongs, or compare the dates with their sources.",
};

/// An article that ended with a wording of which no end is written.
pub static REPEAL_WITHOUT_DAY: Fault = Fault {
    code: "repeal-without-day",
    level: Level::Error,
    summary: "a repeal without its day: the article would stay in force",
    explanation: "`repealed` and `repealed_by` say how a wording ended, and `until` says when. Without it the article would be shown \
                  as law for ever. Where no source gives the day, say that:\n\n\
                  ```toml\n[[wording]]\nuntil = \"undated\"\nrepealed = true\n```",
};

/// A change of the law by a bill that was rejected or withdrawn.
pub static CHANGED_BY_NO_ACT: Fault = Fault {
    code: "changed-by-no-act",
    level: Level::Error,
    summary: "a wording came, or an article ended, by a bill that was rejected or withdrawn",
    explanation: "A bill that came to nothing changes no law. Either the wording belongs to another act, or the bill was submitted \
                  anew and adopted, which is a record of its own (`follows`).\n\nCorrect `by` or `repealed_by`, or the stages of the \
                  amendment.",
};

/// A wording that begins on another day than the act by which it came.
pub static WORDING_AND_ACT: Fault = Fault {
    code: "wording-and-act",
    level: Level::Warning,
    summary: "a wording begins on another day than the act by which it came is in force",
    explanation: "`by` names the act that brought the wording (`repealed_by`: the act that ended the article), and the stage `in-force` of that act \
                  says from when it is law. The two are one day, or one of them is a slip, and every answer that rests on the article is dated \
                  by it.\n\n\
                  ```toml\n# the act: [[stage]] kind = \"in-force\", reached = \"2012-10-01\"\nfrom = \"2012-10-01\"\nby = \"xr/act-2012\"\n```\n\n\
                  Compare both with the gazette. An act that comes into force in parts has a stage for each day.",
};

/// A wording that begins before the act by which it came was adopted.
pub static WORDING_BEFORE_ACT: Fault = Fault {
    code: "wording-before-act",
    level: Level::Error,
    summary: "a wording begins before the act by which it came was adopted",
    explanation: "No act brings a wording, or ends an article, before it is adopted. Either one of the two days is a slip, or `by` (`repealed_by`) \
                  names the wrong act.\n\n\
                  Compare `from` (`until`) of the wording and the stage `adopted` of the act with their sources. An act that truly works back \
                  is acknowledged, with the reason.",
};

/// A date of research that lies in the future.
pub static FUTURE_DATE: Fault = Fault {
    code: "future-date",
    level: Level::Warning,
    summary: "something was observed or done after today",
    explanation: "Today is `--today`, or the `edition` of the configuration. What was observed, looked up, confirmed, signed \
                  or deposited cannot lie after it; what will commence or come into force can.\n\n\
                  Either the date is a slip, or the edition is older than the content: set `edition` to the day on which \
                  the content was finished.",
};

/// A state that is gone by what its name or another record says, and has no end.
pub static FORMER_WITHOUT_END: Fault = Fault {
    code: "former-without-end",
    level: Level::Warning,
    summary: "a state that is no more by its name, or by the states before and after it, without the day on which it ended",
    explanation: "A name such as \"Old Union (former)\" tells a reader that the state is gone, and so does a state after it; the \
                  program reads no end from either. \
                  Without its end the state stays a party to all that it ever joined, and takes part in every comparison of \
                  today.\n\n\
                  ```toml\nname = \"Old Union\"\nuntil = \"1993-01-01\"      # the first day on which it was no more\nsuccessors = [\"xr\"]\n```\n\n\
                  A name that somebody else has left behind belongs to the state that has another one today: \
                  `[[former_name]]` in its file. A state that lives on, after another has left it, is not *before* that one: \
                  leave it out of `predecessors`, and say in the text how the two belong together.",
};

/// Runs all checks of dates. `today` is `None` unless the command line or the configuration gives it.
pub(super) fn check(corpus: &Corpus, today: Option<Day>, found: &mut Diagnostics) {
    for law in corpus.laws.iter() {
        alone(law.head.at, found, |found| check_law(law, found));
    }
    for instrument in corpus.instruments.iter() {
        alone(instrument.head.at, found, |found| check_instrument(instrument, found));
    }
    for amendment in corpus.amendments.iter() {
        alone(amendment.head.at, found, |found| {
            check_stages(amendment, found);
            check_amended(corpus, amendment, found);
        });
    }
    for country in corpus.countries.iter() {
        alone(country.head.at, found, |found| {
            check_former(corpus, country, found);
            let record = format!("`{}`", country.id);
            let (from, until) =
                (dated_at("from", &country.from, country.head.place("from")), dated("until", &country.until));
            check_has_day(&record, from, until, ONE_DAY_HELP, found);
            in_order(&record, from, until, found);
        });
    }
    for provision in corpus.provisions.iter() {
        alone(provision.head.at, found, |found| {
            check_wordings(corpus, provision, found);
            check_life(corpus, provision, found);
        });
    }
    check_periods(corpus, found);
    check_confirmed(corpus, found);
    if let Some(today) = today {
        check_future(corpus, today, found);
    }
}

/// How names say "former", in brackets behind the name, in the languages in which depositaries and libraries write; the
/// beginning of the word where it is inflected.
const FORMER: [&str; 6] = ["former", "until", "ancien", "antigu", "ehemalig", "бывш"];

/// Whether a name says in brackets at its end, or an id in a word of its own, that what it names is gone. "The former Union
/// of …" may be the name of a state of today.
fn is_called_former(country: &Country) -> bool {
    let name = country.name.as_str().trim().to_lowercase();
    let in_brackets = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map(|(_, words)| words.trim());
    in_brackets.is_some_and(|words| FORMER.iter().any(|former| words.starts_with(former)))
        || country.id.as_str().split('-').any(|word| word == "former")
}

fn check_former(corpus: &Corpus, country: &Country, found: &mut Diagnostics) {
    if country.until.is_some() {
        return;
    }
    let after = corpus
        .countries
        .iter()
        .find_map(|other| other.predecessors.iter().find(|before| before.value == country.id).map(|at| (other, at)));
    let (at, message, note) = if is_called_former(country) {
        (country.head.at, format!("`{}` is called former, and has no end", country.id), None)
    } else if let Some(after) = country.successors.first() {
        (after.span, format!("`{}` came after `{}`, which has no end", after.value, country.id), None)
    } else if let Some((other, before)) = after {
        let note = (before.span, format!("`{}` says here that it came before", other.id));
        (country.head.at, format!("`{}` came after `{}`, which has no end", other.id, country.id), Some(note))
    } else {
        return;
    };
    let fault = FORMER_WITHOUT_END
        .at(at, message)
        .help("write `until`, the first day on which it was no more, and `successors`, the states that came after it");
    found.push(match note {
        Some((at, text)) => fault.note(at, text),
        None => fault,
    });
}

/// A date with the name of its field and its span, for messages.
#[derive(Clone, Copy)]
struct Dated<'c> {
    name: &'static str,
    date: &'c Date,
    at: Span,
}

/// Reports `later` if it is certainly before `earlier`. Returns whether it was reported.
fn in_order(record: &str, earlier: Option<Dated<'_>>, later: Option<Dated<'_>>, found: &mut Diagnostics) -> bool {
    let (Some(earlier), Some(later)) = (earlier, later) else { return true };
    if !later.date.surely_before(earlier.date) {
        return true;
    }
    let message = format!("{record}: {} {} is before {} {}", later.name, later.date, earlier.name, earlier.date);
    let mut fault = DATE_ORDER.at(later.at, message).help("compare both dates with the source");
    if earlier.at != later.at {
        fault = fault.note(earlier.at, format!("{} {} is here", earlier.name, earlier.date));
    }
    found.push(fault);
    false
}

fn dated<'c>(name: &'static str, date: &'c Option<At<Date>>) -> Option<Dated<'c>> {
    date.as_ref().map(|d| Dated { name, date: &d.value, at: d.span })
}

fn dated_at<'c>(name: &'static str, date: &'c Option<Date>, at: Span) -> Option<Dated<'c>> {
    date.as_ref().map(|date| Dated { name, date, at })
}

fn check_law(law: &Law, found: &mut Diagnostics) {
    let record = format!("`{}`", law.id);
    let (adopted, signed) = (dated("adopted", &law.adopted), dated("signed", &law.signed));
    let published = dated("published", &law.published);
    let repealed =
        law.repeal.as_ref().map(|r| Dated { name: "repealed", date: &r.repealed.value, at: r.repealed.span });
    in_order(&record, adopted, signed, found);
    if in_order(&record, signed, published, found) {
        in_order(&record, adopted, published, found);
    }
    in_order(&record, adopted, dated("commences", &law.commences), found);
    in_order(&record, adopted, repealed, found);
}

fn check_instrument(instrument: &Instrument, found: &mut Diagnostics) {
    let record = format!("`{}`", instrument.id);
    let at = |field| instrument.head.place(field);
    let adopted = dated_at("adopted", &instrument.adopted, at("adopted"));
    let opened = dated_at("opened", &instrument.opened, at("opened"));
    in_order(&record, adopted, opened, found);
    in_order(&record, opened.or(adopted), dated_at("closed", &instrument.closed, at("closed")), found);
    in_order(&record, adopted, dated_at("in force", &instrument.in_force, at("in_force")), found);
}

/// The name of a stage within a sentence.
fn step(stage: &Stage) -> &'static str {
    match stage.kind {
        StageKind::Announced => "announced",
        StageKind::Planned => "planned",
        StageKind::Drafted => "drafted",
        StageKind::Submitted => "submitted",
        StageKind::Debated => "debated",
        StageKind::Adopted => "adopted",
        StageKind::Signed => "signed",
        StageKind::Published => "published",
        StageKind::InForce => "in force",
        StageKind::Rejected => "rejected",
        StageKind::Withdrawn => "withdrawn",
    }
}

/// Whether a stage of one kind must come before one of another. Announcements and plans may come at any time, and a
/// retroactive law may be in force before it is signed or published.
fn must_precede(before: StageKind, after: StageKind) -> bool {
    let in_line = |kind| (StageKind::Drafted..=StageKind::Published).contains(&kind);
    match after {
        StageKind::InForce => (StageKind::Drafted..=StageKind::Adopted).contains(&before),
        after => in_line(before) && in_line(after) && before < after,
    }
}

fn check_stages(amendment: &Amendment, found: &mut Diagnostics) {
    // Of several stages of one kind the earliest counts: a bill that is submitted again was submitted before.
    let mut first: BTreeMap<StageKind, &Stage> = BTreeMap::new();
    for stage in &amendment.stages {
        let known = first.entry(stage.kind).or_insert(stage);
        if stage.reached.earliest() < known.reached.earliest() {
            *known = stage;
        }
    }
    for stage in &amendment.stages {
        let early =
            first.values().find(|f| must_precede(f.kind, stage.kind) && stage.reached.surely_before(&f.reached));
        if let Some(earlier) = early {
            let (name, other) = (step(stage), step(earlier));
            let message = format!(
                "`{}`: {name} {}, before it was {other} {}",
                amendment.id, stage.reached.value, earlier.reached.value
            );
            found.push(
                STAGE_ORDER
                    .at(stage.reached.span, message)
                    .help("compare both dates with their sources")
                    .note(earlier.reached.span, format!("{other} is dated here")),
            );
        }
        check_ended(amendment, &first, stage, found);
    }
}

/// Reports stages after the bill was rejected or withdrawn, unless it was submitted again.
fn check_ended(amendment: &Amendment, first: &BTreeMap<StageKind, &Stage>, stage: &Stage, found: &mut Diagnostics) {
    if !(StageKind::Debated..=StageKind::InForce).contains(&stage.kind) {
        return;
    }
    let ends = [StageKind::Rejected, StageKind::Withdrawn].into_iter().filter_map(|kind| first.get(&kind));
    for end in ends.filter(|end| end.reached.surely_before(&stage.reached)) {
        let again =
            amendment.stages.iter().any(|s| s.kind == StageKind::Submitted && !s.reached.surely_before(&end.reached));
        if !again {
            let message = format!(
                "`{}`: {} {}, after it was {} {}",
                amendment.id,
                step(stage),
                stage.reached.value,
                step(end),
                end.reached.value
            );
            found.push(
                STAGE_ORDER
                    .at(stage.reached.span, message)
                    .help("if it was submitted again, enter that stage, or a bill of its own with `follows`")
                    .note(end.reached.span, format!("{} is dated here", step(end))),
            );
        }
    }
}

fn check_amended(corpus: &Corpus, amendment: &Amendment, found: &mut Diagnostics) {
    // A law may have the id of the act by which it came.
    let is_law = |id: &str| corpus.laws.get(id).is_some();
    let of_itself = |amended: &&At<String>| *amended.value == *amendment.id.as_str() && !is_law(&amended.value);
    for amended in amendment.amends.iter().filter(of_itself) {
        let fault = AMENDMENT_OUTSIDE_LAW.at(amended.span, format!("`{}` is said to amend itself", amendment.id));
        found.push(fault.help("name the law or the article that it amends"));
    }
    let adopted = amendment.stages.iter().filter(|s| s.kind == StageKind::Adopted).min_by_key(|s| s.reached.earliest());
    let Some(adopted) = adopted else { return };
    for amended in &amendment.amends {
        let of_provision = || corpus.provisions.get(&amended.value).and_then(|p| corpus.laws.get(p.law.as_str()));
        let law = corpus.laws.get(&amended.value).or_else(of_provision);
        let Some(law) = law.filter(|law| !law.ends_before_it_begins()) else { continue };
        let early = law.adopted.as_ref().filter(|day| adopted.reached.surely_before(day));
        let repealed = law.repeal.as_ref().map(|r| &r.repealed);
        let late = repealed.filter(|day| day.surely_before(&adopted.reached));
        let (word, other) = match (early, late) {
            (Some(day), _) => ("was adopted", day),
            (_, Some(day)) => ("ended", day),
            _ => continue,
        };
        let message = format!(
            "`{}` was adopted on {}, but `{}`, which it amends, {word} on {}",
            amendment.id, adopted.reached.value, law.id, other.value
        );
        found.push(
            AMENDMENT_OUTSIDE_LAW
                .at(amended.span, message)
                .help("perhaps it amends the code before or after; compare the dates with their sources")
                .note(adopted.reached.span, "it was adopted here")
                .note(other.span, format!("`{}` is dated here", law.id)),
        );
    }
}

/// The help for a period without a day, except for the period of a wording.
const ONE_DAY_HELP: &str = "`until` is the day after the last; leave out a bound that no source gives";

/// The help for a wording without a day.
const SAME_DAY_HELP: &str = "leave the wording out, and name all acts of that day in `by` of the one that follows: \
                             `by = [\"xr/act-a\", \"xr/act-b\"]`";

/// Reports a period that certainly ends on the day on which it begins.
fn check_has_day(
    record: &str,
    from: Option<Dated<'_>>,
    until: Option<Dated<'_>>,
    help: &'static str,
    found: &mut Diagnostics,
) {
    let (Some(from), Some(until)) = (from, until) else { return };
    if from.date.earliest().is_some() && from.date.earliest() == until.date.latest() {
        let message =
            format!("{record}: {} {} and {} {}: there is no day between", from.name, from.date, until.name, until.date);
        found.push(PERIOD_WITHOUT_DAY.at(until.at, message).help(help));
    }
}

/// The date by which wordings are ordered.
fn begin(wording: &Wording) -> Option<&Date> {
    wording.period.from.as_ref().or(wording.observed.as_ref())
}

fn check_wordings(corpus: &Corpus, provision: &Provision, found: &mut Diagnostics) {
    let record = format!("`{}`", provision.id);
    for wording in &provision.wordings {
        let from = dated_at("from", &wording.period.from, wording.from_at);
        let until = dated_at("until", &wording.period.until, wording.until_at);
        let observed = dated_at("observed", &wording.observed, wording.observed_at);
        // A wording without a day is left out as a whole.
        let whole = until.map(|until| Dated { at: wording.at, ..until });
        check_has_day(&record, from, whole, SAME_DAY_HELP, found);
        in_order(&record, from, until, found);
        in_order(&record, from, observed, found);
        in_order(&record, observed, until, found);
        let is_repealed = wording.repealed || !wording.repealed_by.is_empty();
        if is_repealed && wording.period.until.is_none() {
            let message = format!("{record}: the article is repealed with this wording, and no day is given");
            let help = "write `until`, the first day on which it was no longer law; `until = \"undated\"` if no source gives it";
            found.push(REPEAL_WITHOUT_DAY.at(wording.at, message).help(help));
        }
        for act in wording.by.iter().chain(&wording.repealed_by) {
            check_came_into_being(corpus, &record, act, found);
        }
        let begins = from.map(|from| Dated { name: "a wording begins on", ..from });
        wording.by.iter().for_each(|act| check_act(corpus, &record, begins, act, found));
        let ends = until.map(|until| Dated { name: "the article was repealed from", ..until });
        wording.repealed_by.iter().for_each(|act| check_act(corpus, &record, ends, act, found));
    }
    for pair in provision.wordings.windows(2) {
        let [older, newer] = pair else { continue };
        check_neighbours(&record, older, newer, found);
    }
    check_gaps(corpus, provision, found);
}

/// Compares the day on which a wording begins, or the article ends, with the days of the act that is said to have done it.
/// An act whose parts came into force one after the other has several such days.
fn check_act(corpus: &Corpus, record: &str, change: Option<Dated<'_>>, act: &At<AmendmentId>, found: &mut Diagnostics) {
    let (Some(change), Some(amendment)) = (change, corpus.amendments.get(act.value.as_str())) else { return };
    let stages = |kind| amendment.stages.iter().filter(move |stage| stage.kind == kind).map(|stage| &stage.reached);
    let not_before = stages(StageKind::Adopted).next();
    if let Some(adopted) = not_before.filter(|adopted| change.date.surely_before(&adopted.value)) {
        let message =
            format!("{record}: {} {}, but `{}` was adopted on {}", change.name, change.date, act.value, adopted.value);
        let mut fault = WORDING_BEFORE_ACT
            .at(change.at, message)
            .help("compare both days with the source; perhaps another act did it: correct `by` or `repealed_by`")
            .note(adopted.span, format!("`{}` was adopted here", act.value));
        for effect in stages(StageKind::InForce) {
            fault = fault.note(effect.span, "and comes into force here");
        }
        found.push(fault);
        return;
    }
    let mut effects = stages(StageKind::InForce).peekable();
    let Some(first) = effects.peek().copied() else { return };
    if !effects.any(|effect| effect.value.may_equal(change.date)) {
        let message =
            format!("{record}: {} {}, but `{}` is in force from {}", change.name, change.date, act.value, first.value);
        found.push(
            WORDING_AND_ACT
                .at(change.at, message)
                .help("compare both days with the source; if the act came into force in parts, give each its stage `in-force`")
                .note(first.span, format!("`{}` comes into force here", act.value)),
        );
    }
}

/// Reports an amendment that was rejected or withdrawn, and not adopted after all, where it is said to have changed the law.
fn check_came_into_being(corpus: &Corpus, record: &str, act: &At<AmendmentId>, found: &mut Diagnostics) {
    let Some(amendment) = corpus.amendments.get(act.value.as_str()) else { return };
    let Some(last) = amendment.stages.last() else { return };
    if matches!(last.kind, StageKind::Rejected | StageKind::Withdrawn) {
        let message = format!("{record}: `{}` was {}, and changed nothing", act.value, last.kind.word());
        found.push(
            CHANGED_BY_NO_ACT
                .at(act.span, message)
                .help("name the act that was adopted, or correct the stages of the bill")
                .note(last.reached.span, "its last stage is here"),
        );
    }
}

fn check_neighbours(record: &str, older: &Wording, newer: &Wording, found: &mut Diagnostics) {
    if let (Some(first), Some(second)) = (begin(older), begin(newer))
        && second.surely_before(first)
    {
        found.push(
            WORDING_ORDER
                .at(newer.at, format!("{record}: the wording of {second} stands after that of {first}"))
                .help("put the older wording first")
                .note(older.at, "the later wording is here"),
        );
        return;
    }
    let exact = |wording: &Wording| wording.period.from.as_ref().and_then(Date::exact);
    if let (Some(first), Some(second), None) = (exact(older), exact(newer), &older.period.until)
        && first == second
    {
        found.push(
            PERIOD_WITHOUT_DAY
                .at(newer.at, format!("{record}: two wordings begin on {first}"))
                .help(SAME_DAY_HELP)
                .note(older.at, "the other is here"),
        );
        return;
    }
    let (Some(until), Some(from)) = (&older.period.until, &newer.period.from) else { return };
    if from.surely_before(until) {
        found.push(
            WORDING_OVERLAP
                .at(
                    newer.from_at,
                    format!("{record}: a wording begins on {from}, but the one before is law until {until}"),
                )
                .help("`until` is the first day on which a wording is no longer law: the `from` of the next")
                .note(older.at, "the wording before is here"),
        );
    }
}

fn check_gaps(corpus: &Corpus, provision: &Provision, found: &mut Diagnostics) {
    for (number, pair) in provision.wordings.windows(2).enumerate() {
        let [older, newer] = pair else { continue };
        let (Some(until), Some(from)) = (&older.period.until, &newer.period.from) else { continue };
        if provision_state::end_of(corpus, provision, number) == Some(WordingEnd::Gap) {
            found.push(
                WORDING_GAP
                    .at(newer.at, format!("`{}`: no wording from {until} to {from}", provision.id))
                    .help(
                        "leave out an `until` that no source gives; it is the day after the last; if the article was \
                         repealed then, say `repealed = true` or `repealed_by`",
                    )
                    .note(older.at, "the wording before is here"),
            );
        }
    }
}

fn check_life(corpus: &Corpus, provision: &Provision, found: &mut Diagnostics) {
    let Some(law) = corpus.laws.get(provision.law.as_str()).filter(|law| !law.ends_before_it_begins()) else { return };
    for wording in &provision.wordings {
        let Some(from) = &wording.period.from else { continue };
        let early = law.adopted.as_ref().filter(|day| from.surely_before(day));
        let late = law.repeal.as_ref().map(|r| &r.repealed).filter(|day| day.surely_before(from));
        let whole = law.commences.as_ref().filter(|_| !law.commences_in_part);
        let before_all = whole.filter(|day| from.surely_before(day));
        let (word, other) = match (early, late, before_all) {
            (Some(day), _, _) => ("was adopted", day),
            (_, Some(day), _) => ("ended", day),
            (_, _, Some(day)) => ("commences as a whole", day),
            _ => continue,
        };
        let message = format!("`{}`: a wording from {from}, but `{}` {word} on {}", provision.id, law.id, other.value);
        found.push(
            WORDING_OUTSIDE_LAW
                .at(wording.from_at, message)
                .help(match before_all {
                    Some(_) => {
                        "where parts of the law commence earlier, write `commences_in_part = true` in the law's file"
                    }
                    None => "perhaps it belongs to the code before or after",
                })
                .note(other.span, format!("`{}` is dated here", law.id)),
        );
    }
}

fn check_periods(corpus: &Corpus, found: &mut Diagnostics) {
    for statistic in &corpus.statistics {
        let record = format!("`{}`, statistic `{}`", statistic.country, statistic.id.value);
        let at = |field| statistic.head.place(field);
        let (from, until) = (&statistic.from, &statistic.until);
        in_order(&record, dated_at("from", from, at("from")), dated_at("until", until, at("until")), found);
    }
    for finding in corpus.findings.iter().filter(|f| !f.is_computed()) {
        let record = format!("`{}`, `{}`", finding.country, finding.question.value);
        let (from, until) = (dated("from", &finding.from), dated("until", &finding.until));
        check_has_day(&record, from, until, ONE_DAY_HELP, found);
        in_order(&record, from, until, found);
    }
}

/// Reports dates of confirmation that are before the observation.
fn check_confirmed(corpus: &Corpus, found: &mut Diagnostics) {
    for (record, head, observed) in seen(corpus) {
        let confirmed = dated_at("confirmed on", &head.confirmed_on, head.place("confirmed_on"));
        in_order(&record, Some(Dated { name: "observed", ..observed }), confirmed, found);
    }
}

/// Every record with an observation: its name, its head, and the date of the observation.
fn seen(corpus: &Corpus) -> impl Iterator<Item = (String, &Head, Dated<'_>)> {
    let dated = |date, at| Dated { name: "observed", date, at };
    let findings = corpus.findings.iter().filter(|f| !f.is_computed()).map(move |f| {
        let record = format!("`{}`, `{}`", f.country, f.question.value);
        (record, &f.head, dated(&f.observed.value, f.observed.span))
    });
    let absences = corpus.absences.iter().map(move |a| {
        (
            format!("`{}`, absence from `{}`", a.country, a.instrument.value),
            &a.head,
            dated(&a.observed, a.head.place("observed")),
        )
    });
    let gaps = corpus.gaps.iter().map(move |g| {
        (format!("`{}`, gap `{}`", g.country, g.id.value), &g.head, dated(&g.observed, g.head.place("observed")))
    });
    let offences = corpus
        .offences
        .iter()
        .map(move |o| (format!("`{}`", o.id), &o.head, dated(&o.observed, o.head.place("observed"))));
    let observations = corpus.observations.iter().map(move |o| {
        (
            format!("`{}`, observation `{}`", o.country, o.id.value),
            &o.head,
            dated(&o.observed, o.head.place("observed")),
        )
    });
    let terms = corpus.terms.iter().filter_map(move |t| {
        Some((format!("`{}`", t.id), &t.head, dated(t.observed.as_ref()?, t.head.place("observed"))))
    });
    findings.chain(absences).chain(gaps).chain(offences).chain(observations).chain(terms)
}

fn check_future(corpus: &Corpus, today: Day, found: &mut Diagnostics) {
    let mut look = |record: &str, dated: Option<Dated<'_>>| {
        if let Some(Dated { name, date, at }) = dated.filter(|d| d.date.earliest().is_some_and(|first| first > today)) {
            let message = format!("{record}: {name} {date}, after today ({today})");
            found.push(FUTURE_DATE.at(at, message).help("correct the date, or set `edition` to a later day"));
        }
    };
    for (record, _, observed) in seen(corpus) {
        look(&record, Some(observed));
    }
    for head in heads(corpus) {
        look("the record", dated_at("confirmed on", &head.confirmed_on, head.place("confirmed_on")));
    }
    for source in corpus.sources.iter() {
        let record = format!("`{}`", source.id);
        look(&record, dated_at("accessed", &source.accessed, source.head.place("accessed")));
        look(&record, dated_at("stored", &source.stored, source.head.place("stored")));
    }
    for change in &corpus.changes {
        let record = format!("`{}`, `{}`", change.country, change.question.value);
        look(&record, Some(Dated { name: "changed", date: &change.changed, at: change.head.place("changed") }));
    }
    for action in &corpus.actions {
        for statement in &action.statements {
            let record = format!("`{}`: {} (`{}`)", action.country, action.kind.value.word(), action.instrument.value);
            let fields =
                [("signed", &statement.signed), ("deposited", &statement.deposited), ("domestic", &statement.domestic)];
            for (name, date) in fields {
                look(&record, dated(name, date));
            }
        }
    }
    for law in corpus.laws.iter() {
        let record = format!("`{}`", law.id);
        for (name, date) in [("adopted", &law.adopted), ("signed", &law.signed), ("published", &law.published)] {
            look(&record, dated(name, date));
        }
    }
    for handout in corpus.modules.iter().flat_map(|m| &m.handouts) {
        let record = format!("handout `{}`", handout.id.value);
        let date = handout.day.as_ref().map(|day| (Date::day(day.value), day.span));
        look(&record, date.as_ref().map(|(date, at)| Dated { name: "day", date, at: *at }));
    }
    for amendment in corpus.amendments.iter() {
        let record = format!("`{}`", amendment.id);
        for stage in amendment.stages.iter().filter(|s| s.kind != StageKind::InForce) {
            look(&record, Some(Dated { name: step(stage), date: &stage.reached.value, at: stage.reached.span }));
        }
    }
}
