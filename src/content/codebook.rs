//! Sections, questions, findings and changes.

use crate::law::{
    Answer, AnswerKind, AnyRecord, Asks, Basis, Change, Computed, CountryId, Domain, Finding, InstrumentId, LawId,
    Modality, Origin, Parent, Question, QuestionId, Region, RestsOn, Section, SectionId, Shows, StageKind, State,
};
use crate::text::{At, Diagnostic, Fault, Level, foreign_letter, nearest};

use super::fault::FOREIGN_LETTER;
use super::fields::UNKNOWN_WORD;
use super::record::STRAY_FIELD;
use super::row::Row;

/// An answer without what it needs.
pub static ANSWER_NEEDS: Fault = Fault {
    code: "answer-needs",
    level: Level::Error,
    summary: "an answer lacks what it needs",
    explanation: "Some answers mean nothing alone: `partial` needs the elements that are `met` and `unmet`, or the \
`limit`; `no-provision` what was `searched`, and when; `unclear` a `note`; `pending` the `stage` and when it was \
`reached`; `varies` the `parts`; `source-unavailable` the `title` of the law.",
};

/// A section.
pub(super) fn section(id: String, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let mut shows = Vec::new();
    for word in row.texts("shows") {
        match Shows::parse(&word.value) {
            Some(shown) => shows.push(shown),
            None => {
                let near = nearest(&word.value, Shows::WORDS.iter().copied());
                let fault = UNKNOWN_WORD.at(word.span, format!("`shows` cannot hold `{}`", word.value));
                faults.push(match near {
                    Some(near) => fault.suggest(Some(near)),
                    None => fault.help("it holds `actions`, `offences`, `laws` and `statistics`"),
                });
            }
        }
    }
    Some(AnyRecord::Section(Section {
        head: row.head(),
        id: SectionId::new(id),
        title: row.words("title")?,
        order: row.order(),
        shows,
        body: row.content_file.body(),
    }))
}

/// A question.
pub(super) fn question(id: String, section: &str, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Question(Question {
        head: row.head(),
        id: QuestionId::new(id),
        section: SectionId::new(section),
        order: row.order(),
        wording: row.words("wording")?,
        label: row.words("label")?,
        kind: AnswerKind::parse(row.word("kind"))?,
        answers: row.map("answers"),
        domain: Domain::parse(row.word("domain"))?,
        basis: Basis::parse(row.word("basis"))?,
        computed: row.table("computed").and_then(|row| computed(&row)),
        benchmark: row.id("benchmark", |text| text),
        parent: row
            .table("parent")
            .and_then(|row| Some(Parent { question: row.id("question", QuestionId::new)?, when: row.list("when") })),
        topics: row.topics(),
        include: row.prose("include"),
        exclude: row.prose("exclude"),
        body: row.content_file.body(),
    }))
}

fn computed(row: &Row<'_, '_>) -> Option<Computed> {
    Some(Computed { asks: Asks::parse(row.word("asks"))?, instruments: row.ids("instruments", InstrumentId::new) })
}

/// A country's findings and changes.
pub(super) fn findings(country: &CountryId, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let defaults = row.table("defaults");
    let entries = row.entries("finding");
    let mut records: Vec<AnyRecord> =
        entries.into_iter().filter_map(|row| finding(country, &row.or(defaults), faults)).collect();
    records.extend(row.entries("change").iter().filter_map(|row| change(country, row)));
    records
}

fn finding(country: &CountryId, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let quotation = row.quotation(faults);
    let answer = row.words_at("answer");
    let answer = answer.map(|at| {
        let answer = answer_of(&at.value, row);
        needs(&at, &answer, row, faults);
        At::new(answer, at.span)
    });
    Some(AnyRecord::Finding(Finding {
        head: row.head(),
        country: country.clone(),
        question: row.id("question", QuestionId::new)?,
        answer: answer?,
        rests_on: row.ids("rests_on", |text| text).into_iter().map(rests_on).collect(),
        citation: row.citation()?,
        observed: row.date_at("observed")?,
        origin: Origin::Coded { coder: row.words("coder")?, reviewer: row.words("reviewer") },
        from: row.date_at("from"),
        until: row.date_at("until"),
        modality: Modality::parse(row.word("modality")),
        preferred: row.words("preferred"),
        region: row.id("region", CountryId::new).map(|id| Region { id }),
        quotation,
        plain: row.prose("plain"),
        note: row.prose("note"),
    }))
}

/// What kind of record it is, only `law::assemble` can say; until then it is called a law.
fn rests_on(text: At<String>) -> RestsOn {
    match text.value.as_str() {
        "source" => RestsOn::Source(text.span),
        _ => RestsOn::Law(text.map(LawId::new)),
    }
}

fn answer_of(word: &str, row: &Row<'_, '_>) -> Answer {
    match State::parse(word) {
        Some(State::Yes) => Answer::Yes,
        Some(State::No) => Answer::No,
        Some(State::NoProvision) => Answer::NoProvision { searched: row.words("searched") },
        Some(State::Partial) => {
            Answer::Partial { met: row.list("met"), unmet: row.list("unmet"), limit: row.words("limit") }
        }
        Some(State::Indirect) => Answer::Indirect,
        Some(State::Unclear) => Answer::Unclear,
        Some(State::Pending) => {
            Answer::Pending { stage: StageKind::parse(row.word("stage")), reached: row.date("reached") }
        }
        Some(State::Varies) => Answer::Varies { parts: row.list("parts") },
        Some(State::NotApplicable) => Answer::NotApplicable,
        Some(State::SourceSilent) => Answer::SourceSilent,
        Some(State::SourceUnavailable) => Answer::SourceUnavailable { title: row.words("title") },
        // The states that nobody writes are values like any other word.
        Some(State::Value | State::Conflicting | State::NotResearched) | None => Answer::Value(word.to_owned()),
    }
}

/// Fields that belong to one answer.
const OWNED: &[(&str, &str)] = &[
    ("met", "partial"),
    ("unmet", "partial"),
    ("limit", "partial"),
    ("searched", "no-provision"),
    ("stage", "pending"),
    ("reached", "pending"),
    ("parts", "varies"),
    ("title", "source-unavailable"),
];

fn needs(word: &At<String>, answer: &Answer, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) {
    let wanted = match answer {
        Answer::NoProvision { .. } if !row.has("searched") => "`searched`: what was searched, and when",
        Answer::Partial { .. } if !["met", "unmet", "limit"].iter().any(|name| row.has(name)) => {
            "`met` and `unmet`, or `limit`"
        }
        Answer::Unclear if !row.has("note") => "a `note` that says how",
        Answer::Pending { .. } if !row.has("stage") => "`stage`, and when it was `reached`",
        Answer::Pending { .. } if !row.has("reached") => "`reached`: when the stage was reached",
        Answer::Varies { .. } if !row.has("parts") => "`parts`",
        Answer::SourceUnavailable { .. } if !row.has("title") => "`title`: the title of the law",
        _ => "",
    };
    if !wanted.is_empty() {
        let fault = ANSWER_NEEDS.at(word.span, format!("`{}` needs {wanted}", word.value));
        faults.push(fault.help("add it to the finding"));
    }
    for (name, owner) in OWNED {
        if row.has(name) && word.value != *owner {
            let message = format!("`{name}` belongs to the answer `{owner}`, and the answer is `{}`", word.value);
            faults
                .push(STRAY_FIELD.at(row.place(name), message).help(format!("delete `{name}`, or change the answer")));
        }
    }
    let mixed = word.value.bytes().any(|b| b.is_ascii_alphabetic()) && !word.value.contains(' ');
    if let Some(letter) = foreign_letter(&word.value).filter(|_| mixed) {
        let near = nearest(&word.value, State::ALL.iter().filter(|state| state.is_written()).map(|state| state.word()));
        let message = format!("`{}` has the letter `{letter}`, which is not ASCII", word.value);
        faults.push(FOREIGN_LETTER.at(word.span, message).suggest(near));
    }
}

fn change(country: &CountryId, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Change(Change {
        head: row.head(),
        country: country.clone(),
        question: row.id("question", QuestionId::new)?,
        was: row.words("was")?,
        changed: row.date("changed")?,
        reason: row.words("reason")?,
        coder: row.words("coder"),
    }))
}
