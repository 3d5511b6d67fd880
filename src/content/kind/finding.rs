//! A country's answers to the questions of the codebook, and changes of these answers.

use crate::law::{
    Answer, AnyRecord, Change, CountryId, Finding, LawId, Modality, Origin, QuestionId, Region, RestsOn, StageKind,
    State, Support,
};
use crate::text::{At, Diagnostic, Fault, Level, foreign_letter, nearest};

use crate::content::fault::{FOREIGN_LETTER, STRAY_FIELD};
use crate::content::fields::Fields;
use crate::content::form::FieldType::{AnyIds, Date, Entries, Id, List, OneOf, Prose, Table, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{
    MODALITY, NOTE, ORIGINAL, PLACE, QUOTE, QUOTE_LANGUAGE, SOURCE, TRANSLATION, citation, head, quotation,
};

const FINDING: &[Field] = &[
    required("question", Id("question"), "The question.", "\"my-question\""),
    required(
        "answer",
        Words,
        "A state (`yes`, `no`, `no-provision`, `partial`, `indirect`, `unclear`, `pending`, `varies`, `source-silent`, `source-unavailable`), or a value where the question asks for one.",
        "\"yes\"",
    ),
    required(
        "rests_on",
        AnyIds,
        "What it rests on: provisions or paragraphs of them (`xr/penal-code/12#2`), laws, offences, amendments, instruments, \
         or `source` where the source's word is all.",
        "[\"xr/penal-code/12\"]",
    ),
    optional(
        "basis_note",
        Words,
        "Why no provision is named, where the question asks for one. For authors; in `[defaults]` it holds for the file.",
        "\"the source names no article\"",
    ),
    SOURCE,
    PLACE,
    required("observed", Date, "The day for which the source says so.", "\"2005\""),
    required("coder", Words, "Who coded it: an anonymous id.", "\"coder-1\""),
    optional("reviewer", Words, "Who looked it over.", "\"coder-2\""),
    optional("from", Date, "In force from: only where the source states it.", "\"2003-08-01\""),
    optional("until", Date, "No longer in force from: only where the source states it.", "\"2010-01-01\""),
    MODALITY,
    optional_words(
        "preferred",
        Words,
        "Why this finding is preferred to others of the same time.",
        "\"the text of the law itself\"",
    ),
    optional(
        "region",
        Id("country"),
        "The region of which it was said, where the source names no country. The country's own answer is then `source-silent`.",
        "\"my-region\"",
    ),
    optional_words("met", List, "`partial`: elements that are met.", "[\"registration\"]"),
    optional_words("unmet", List, "`partial`: elements that are not met.", "[\"transport\"]"),
    optional_words("limit", Words, "`partial`: the limit.", "\"only where deception is proved\""),
    optional_words(
        "searched",
        Words,
        "`no-provision`: what was searched, and when.",
        "\"the penal code as of 2005-06-30\"",
    ),
    optional("stage", OneOf(StageKind::WORDS), "`pending`: the stage.", "\"submitted\""),
    optional("reached", Date, "`pending`: when it was reached.", "\"2004-10\""),
    optional_words("parts", List, "`varies`: the parts.", "[\"north\", \"south\"]"),
    optional_words("title", Words, "`source-unavailable`: the title of the law.", "\"Law on …\""),
    QUOTE,
    QUOTE_LANGUAGE,
    TRANSLATION,
    ORIGINAL,
    optional_words("plain", Prose, "In plain words.", "\"…\""),
    NOTE,
    optional(
        "also",
        Entries(SUPPORT),
        "Another source that says the same for the same day, written `[[finding.also]]`; one or more.",
        "",
    ),
];

const SUPPORT: &[Field] = &[SOURCE, PLACE, QUOTE, QUOTE_LANGUAGE, TRANSLATION, ORIGINAL];

const CHANGE: &[Field] = &[
    required("question", Id("question"), "The question.", "\"my-question\""),
    required("was", Words, "What the cell said before.", "\"no\""),
    required("changed", Date, "When it was changed.", "\"2026-01-31\""),
    required_words("reason", Words, "Why.", "\"the act of 2003 was found\""),
    optional("coder", Words, "Who changed it.", "\"coder-1\""),
];

const FINDING_DEFAULTS: &[Field] = &[
    optional("source", Id("source"), "The source of every finding of the file that names none.", "\"my-source\""),
    optional("place", Words, "The place of every finding that names none.", "\"p. 12\""),
    optional("observed", Date, "The day of every finding that names none.", "\"2005\""),
    optional(
        "until",
        Date,
        "The first day on which no finding of the file holds that gives no such day.",
        "\"2014-12-31\"",
    ),
    optional("coder", Words, "The coder of every finding that names none.", "\"coder-1\""),
    optional(
        "confirmed_on",
        Date,
        "When somebody looked again and found every finding of the file still right that gives no such day.",
        "\"2026-01-31\"",
    ),
    optional("rests_on", AnyIds, "What every finding rests on that names nothing.", "[\"source\"]"),
    optional("basis_note", Words, "Why no provision is named in this file.", "\"the source names no article\""),
];

/// A file in the folder `findings` of a country.
pub const FINDINGS: FileKind = FileKind {
    name: "findings",
    path: "countries/{country}/findings/{name}.md",
    meaning: "Answers to questions of the codebook. How many files, and what each holds, is up to the author.",
    fields: &[
        optional(
            "defaults",
            Table(FINDING_DEFAULTS),
            "Values for every finding of the file that does not give its own.",
            "",
        ),
        optional("finding", Entries(FINDING), "What one source says on one question for one day.", ""),
        optional("change", Entries(CHANGE), "A change that was made to a cell of the site.", ""),
    ],
    body: None,
    decode: Decode::Entries(findings),
};

pub static ANSWER_NEEDS: Fault = Fault {
    code: "answer-needs",
    level: Level::Error,
    summary: "an answer lacks what it needs",
    explanation: "Some answers mean nothing alone: `partial` needs the elements that are `met` and `unmet`, or the \
`limit`; `no-provision` what was `searched`, and when; `unclear` a `note`; `pending` the `stage` and when it was \
`reached`; `varies` the `parts`; `source-unavailable` the `title` of the law.",
};

fn findings(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let country = place.country();
    let defaults = fields.table("defaults");
    let entries = fields.entries("finding");
    let mut records: Vec<AnyRecord> =
        entries.into_iter().filter_map(|fields| finding(&country, &fields.or(defaults), faults)).collect();
    records.extend(fields.entries("change").iter().filter_map(|fields| change(&country, fields)));
    records
}

fn finding(country: &CountryId, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let quotation = quotation(fields, faults);
    let answer = fields.words_at("answer");
    let answer = answer.map(|at| {
        let answer = answer_of(&at.value, fields);
        needs(&at, &answer, fields, faults);
        At::new(answer, at.span)
    });
    Some(AnyRecord::Finding(Finding {
        head: head(fields),
        country: country.clone(),
        question: fields.id("question", QuestionId::new)?,
        answer: answer?,
        rests_on: fields.ids("rests_on", |text| text).into_iter().map(rests_on).collect(),
        citation: citation(fields)?,
        also: fields.entries("also").iter().filter_map(|fields| support(fields, faults)).collect(),
        observed: fields.date_at("observed")?,
        origin: Origin::Coded { coder: fields.words("coder")?, reviewer: fields.words("reviewer") },
        coder_at: fields.place("coder"),
        basis_note: fields.words("basis_note"),
        from: fields.date_at("from"),
        until: fields.date_at("until"),
        modality: Modality::parse(fields.word("modality")),
        preferred: fields.text("preferred"),
        region: fields.id("region", CountryId::new).map(|id| Region { id }),
        quotation,
        plain: fields.prose("plain"),
        note: fields.prose("note"),
    }))
}

fn support(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Support> {
    let quotation = quotation(fields, faults);
    Some(Support { citation: citation(fields)?, quotation })
}

/// Stores any record as a law for now: only `law::assemble` knows the kind of a record with this id.
fn rests_on(text: At<String>) -> RestsOn {
    match text.value.as_str() {
        "source" => RestsOn::Source(text.span),
        _ => RestsOn::Law(text.map(LawId::new)),
    }
}

fn answer_of(word: &str, fields: &Fields<'_, '_>) -> Answer {
    match State::parse(word) {
        Some(State::Yes) => Answer::Yes,
        Some(State::No) => Answer::No,
        Some(State::NoProvision) => Answer::NoProvision { searched: fields.text("searched") },
        Some(State::Partial) => Answer::Partial {
            met: fields.text_list("met"),
            unmet: fields.text_list("unmet"),
            limit: fields.text("limit"),
        },
        Some(State::Indirect) => Answer::Indirect,
        Some(State::Unclear) => Answer::Unclear,
        Some(State::Pending) => {
            Answer::Pending { stage: StageKind::parse(fields.word("stage")), reached: fields.date("reached") }
        }
        Some(State::Varies) => Answer::Varies { parts: fields.text_list("parts") },
        Some(State::NotApplicable) => Answer::NotApplicable,
        Some(State::SourceSilent) => Answer::SourceSilent,
        Some(State::SourceUnavailable) => Answer::SourceUnavailable { title: fields.text("title") },
        // These states are never written in content, so their words count as values, like any other word.
        Some(State::Value | State::Conflicting | State::NotResearched) | None => Answer::Value(word.to_owned()),
    }
}

/// Fields that belong to one kind of answer only, and that answer.
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

fn needs(word: &At<String>, answer: &Answer, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) {
    let wanted = match answer {
        Answer::NoProvision { .. } if !fields.has("searched") => "`searched`: what was searched, and when",
        Answer::Partial { .. } if !["met", "unmet", "limit"].iter().any(|name| fields.has(name)) => {
            "`met` and `unmet`, or `limit`"
        }
        Answer::Unclear if !fields.has("note") => "a `note` that says how",
        Answer::Pending { .. } if !fields.has("stage") => "`stage`, and when it was `reached`",
        Answer::Pending { .. } if !fields.has("reached") => "`reached`: when the stage was reached",
        Answer::Varies { .. } if !fields.has("parts") => "`parts`",
        Answer::SourceUnavailable { .. } if !fields.has("title") => "`title`: the title of the law",
        _ => "",
    };
    if !wanted.is_empty() {
        let fault = ANSWER_NEEDS.at(word.span, format!("`{}` needs {wanted}", word.value));
        faults.push(fault.help(format!("add {wanted} to the finding")));
    }
    for (name, owner) in OWNED {
        if fields.has(name) && word.value != *owner {
            let message = format!("`{name}` belongs to the answer `{owner}`, and the answer is `{}`", word.value);
            faults.push(
                STRAY_FIELD.at(fields.place(name), message).help(format!("delete `{name}`, or change the answer")),
            );
        }
    }
    let mixed = word.value.bytes().any(|b| b.is_ascii_alphabetic()) && !word.value.contains(' ');
    if let Some(letter) = foreign_letter(&word.value).filter(|_| mixed) {
        let near = nearest(&word.value, State::ALL.iter().filter(|state| state.is_written()).map(|state| state.word()));
        let message = format!("`{}` has the letter `{letter}`, which is not ASCII", word.value);
        faults.push(FOREIGN_LETTER.at(word.span, message).suggest(near));
    }
}

fn change(country: &CountryId, fields: &Fields<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Change(Change {
        head: head(fields),
        country: country.clone(),
        question: fields.id("question", QuestionId::new)?,
        was: fields.words("was")?,
        changed: fields.date("changed")?,
        reason: fields.text("reason")?,
        coder: fields.words("coder"),
    }))
}
