//! Training modules.

use crate::law::{AnyRecord, CountryId, Day, Exercise, Handout, Module, ModuleId, QuestionId, Step, StepVersion};
use crate::text::{At, Diagnostic, is_slug};

use crate::content::fault::{BAD_DATE, BAD_FILE_NAME, BAD_IDENTITY};
use crate::content::fields::Fields;
use crate::content::form::FieldType::{AnyIds, Date, Entries, Ids, List, Number, Prose, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::{NOTE, ORDER, TOPICS, head, order, topics};
use crate::content::value::refused;

const STEP: &[Field] = &[
    required_words("title", Words, "Its title.", "\"What the law says\""),
    required("minutes", Number, "How long it takes.", "90"),
    required_words("text", Prose, "What is done: notes for those who teach; the projector never shows them.", "\"…\""),
    optional_words("slide", Prose, "What the class sees on the wall during the step.", "\"…\""),
    optional_words(
        "cards",
        List,
        "Cards to cut out and hand out, the text of each; printed on a sheet of their own.",
        "[\"…\"]",
    ),
    optional(
        "versions",
        Entries(STEP_VERSION),
        "The shorter versions of the module to which the step belongs; all steps belong to the whole.",
        "",
    ),
];

const OF: Field = required("of", Number, "The version, by its time in minutes, shorter than the whole.", "30");

const STEP_VERSION: &[Field] = &[
    OF,
    required("minutes", Number, "How long the step takes in it; the steps of a version add up to its time.", "10"),
    optional_words("note", Prose, "What is done otherwise in it.", "\"…\""),
];

const VERSIONS: Field = optional(
    "versions",
    Entries(&[OF]),
    "The shorter versions of the module to which it belongs, `[{ of = 30 }]`; it always belongs to the whole.",
    "",
);

const HANDOUT: &[Field] = &[
    required("id", Words, "Its id within the module; its sheet's address ends with it.", "\"three-answers\""),
    required_words("title", Words, "Its title.", "\"…\""),
    required(
        "questions",
        Ids("question"),
        "The questions that it shows, one or more, in the order of the codebook.",
        "[\"my-question\"]",
    ),
    optional(
        "countries",
        Ids("country"),
        "The countries that it shows, in the order of the matrix; all that are compared where nothing is said.",
        "[\"xr\", \"xs\"]",
    ),
    optional(
        "day",
        Date,
        "The day on which it shows them, a day in full; the day of the site where nothing is said.",
        "\"2005-06-30\"",
    ),
    NOTE,
    VERSIONS,
];

const EXERCISE: &[Field] = &[
    required("id", Words, "Its id within the module.", "\"the-second-offer\""),
    required_words("title", Words, "Its title.", "\"…\""),
    required_words("situation", Prose, "What happened: composite and invented, no real case.", "\"…\""),
    required_words("task", Prose, "What is to be found out.", "\"…\""),
    required_words("answer", Prose, "The answer; readers open it, and on paper it stands at the end.", "\"…\""),
    optional(
        "day",
        Date,
        "The day for which cells prove the answer, a day in full; the day of the site where nothing is said.",
        "\"2005-06-30\"",
    ),
    required(
        "proves",
        AnyIds,
        "What proves the answer, one or more: records as in `[[id]]`, cells as `question#country`.",
        "[\"my-question#xr\", \"xr/penal-code/12\"]",
    ),
    VERSIONS,
];

/// A file in `modules`.
pub const MODULE: FileKind = FileKind {
    name: "module",
    path: "modules/{module}.md",
    meaning: "A training module: how the time is spent, slices of the matrix to hand out, and exercises whose answers \
              the site's records prove.",
    fields: &[
        required_words("title", Words, "Its title.", "\"Reading two codes side by side\""),
        required_words("audience", Words, "For whom it is.", "\"Inspectors\""),
        required_words("objectives", List, "What they can do afterwards, one or more.", "[\"…\"]"),
        required("minutes", Number, "The time of the whole; the steps add up to it.", "90"),
        ORDER,
        TOPICS,
        required("step", Entries(STEP), "What is done, step by step; one or more, written `[[step]]`.", ""),
        optional(
            "handout",
            Entries(HANDOUT),
            "A slice of the matrix, with a sheet to print, written `[[handout]]`.",
            "",
        ),
        optional(
            "exercise",
            Entries(EXERCISE),
            "A situation, a task, an answer, and what proves it, written `[[exercise]]`.",
            "",
        ),
    ],
    body: Some("More to say to those who teach it."),
    decode: Decode::Record(module),
};

/// Returns `None` if any step is faulty, since the minutes of the others would not add up to those of the module.
fn module(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let handouts = fields.entries("handout").iter().filter_map(|fields| handout(fields, faults)).collect();
    let exercises = fields.entries("exercise").iter().filter_map(|fields| exercise(fields, faults)).collect();
    let steps: Vec<Step> = fields.entries("step").iter().map(step).collect::<Option<_>>()?;
    let objectives = fields.text_list("objectives");
    if steps.is_empty() || objectives.is_empty() {
        return None;
    }
    Some(AnyRecord::Module(Module {
        head: head(fields),
        id: ModuleId::new(place.id()),
        title: fields.text("title")?,
        audience: fields.text("audience")?,
        objectives,
        minutes: At::new(minutes(fields)?, fields.place("minutes")),
        order: order(fields),
        topics: topics(fields),
        steps,
        handouts,
        exercises,
        body: fields.file.body(),
    }))
}

fn minutes(fields: &Fields<'_, '_>) -> Option<u32> {
    fields.number("minutes").and_then(|n| u32::try_from(n).ok())
}

fn step(fields: &Fields<'_, '_>) -> Option<Step> {
    Some(Step {
        title: fields.text("title")?,
        minutes: minutes(fields)?,
        text: fields.prose("text")?,
        slide: fields.prose("slide"),
        cards: fields.text_list("cards"),
        versions: fields.entries("versions").iter().map(step_version).collect::<Option<_>>()?,
    })
}

fn step_version(fields: &Fields<'_, '_>) -> Option<StepVersion> {
    Some(StepVersion { of: version(fields)?, minutes: minutes(fields)?, note: fields.prose("note") })
}

/// The version that an entry names.
fn version(fields: &Fields<'_, '_>) -> Option<At<u32>> {
    let minutes = fields.number("of").and_then(|n| u32::try_from(n).ok())?;
    Some(At::new(minutes, fields.place("of")))
}

fn versions(fields: &Fields<'_, '_>) -> Vec<At<u32>> {
    fields.entries("versions").iter().filter_map(version).collect()
}

fn handout(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Handout> {
    let id = part_id(fields, faults);
    let day = day(fields, faults);
    Some(Handout {
        id: id?,
        title: fields.text("title")?,
        questions: fields.ids("questions", QuestionId::new),
        countries: fields.ids("countries", CountryId::new),
        day,
        note: fields.prose("note"),
        versions: versions(fields),
    })
}

fn exercise(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Exercise> {
    let (id, day) = (part_id(fields, faults), day(fields, faults));
    Some(Exercise {
        id: id?,
        day,
        title: fields.text("title")?,
        situation: fields.prose("situation")?,
        task: fields.prose("task")?,
        answer: fields.prose("answer")?,
        proves: fields.ids("proves", |text| text),
        versions: versions(fields),
    })
}

/// The id of a handout or exercise. It becomes a file name, so it must not contain a path or be a name that some system
/// cannot store.
fn part_id(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<At<String>> {
    let id = fields.id("id", |text| text)?;
    if !is_slug(&id.value) {
        let fault = BAD_IDENTITY.at(id.span, format!("`{}` cannot be an id", id.value));
        faults.push(fault.help("use lower-case letters, digits and single `-`"));
        return None;
    }
    if let Some(why) = refused(&id.value) {
        let message = format!("`{}` cannot be a part of an id: {why}", id.value);
        faults.push(BAD_FILE_NAME.at(id.span, message).help("rename it"));
        return None;
    }
    Some(id)
}

fn day(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<At<Day>> {
    let date = fields.date_at("day")?;
    let day = date.value.exact();
    if day.is_none() {
        let message = format!("`{}` is not one day", date.value);
        faults.push(BAD_DATE.at(date.span, message).help("write a day in full: \"2005-06-30\""));
    }
    day.map(|day| At::new(day, date.span))
}
