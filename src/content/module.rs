//! Training modules.

use crate::law::{AnyRecord, CountryId, Day, Exercise, Handout, Module, ModuleId, QuestionId, Step};
use crate::text::{At, Diagnostic, is_slug};

use super::fields::{BAD_DATE, BAD_IDENTITY};
use super::place::{BAD_FILE_NAME, refused};
use super::row::Row;

/// A module. One of which a step cannot be read is not read: its time could not be added up.
pub(super) fn module(id: String, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let handouts = row.entries("handout").iter().filter_map(|row| handout(row, faults)).collect();
    let exercises = row.entries("exercise").iter().filter_map(|row| exercise(row, faults)).collect();
    let steps: Vec<Step> = row.entries("step").iter().map(step).collect::<Option<_>>()?;
    let objectives = row.list("objectives");
    if steps.is_empty() || objectives.is_empty() {
        return None;
    }
    Some(AnyRecord::Module(Module {
        head: row.head(),
        id: ModuleId::new(id),
        title: row.words("title")?,
        audience: row.words("audience")?,
        objectives,
        minutes: At::new(minutes(row)?, row.place("minutes")),
        order: row.order(),
        topics: row.topics(),
        steps,
        handouts,
        exercises,
        body: row.content_file.body(),
    }))
}

fn minutes(row: &Row<'_, '_>) -> Option<u32> {
    row.number("minutes").and_then(|n| u32::try_from(n).ok())
}

fn step(row: &Row<'_, '_>) -> Option<Step> {
    Some(Step { title: row.words("title")?, minutes: minutes(row)?, text: row.prose("text")? })
}

fn handout(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Handout> {
    let id = identity(row, faults);
    let day = day(row, faults);
    Some(Handout {
        id: id?,
        title: row.words("title")?,
        questions: row.ids("questions", QuestionId::new),
        countries: row.ids("countries", CountryId::new),
        day,
        note: row.prose("note"),
    })
}

fn exercise(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Exercise> {
    let (id, day) = (identity(row, faults), day(row, faults));
    Some(Exercise {
        id: id?,
        day,
        title: row.words("title")?,
        situation: row.prose("situation")?,
        task: row.prose("task")?,
        answer: row.prose("answer")?,
        proves: row.ids("proves", |text| text),
    })
}

/// The identity of a part. It becomes the name of a file, so it is one name and no path, and fits every system.
fn identity(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<At<String>> {
    let id = row.id("id", |text| text)?;
    if !is_slug(&id.value) {
        let fault = BAD_IDENTITY.at(id.span, format!("`{}` cannot be an identity", id.value));
        faults.push(fault.help("use lower-case letters, digits and single `-`"));
        return None;
    }
    if let Some(why) = refused(&id.value) {
        let message = format!("`{}` cannot be a part of an identity: {why}", id.value);
        faults.push(BAD_FILE_NAME.at(id.span, message).help("rename it"));
        return None;
    }
    Some(id)
}

fn day(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<At<Day>> {
    let date = row.date_at("day")?;
    let day = date.value.exact();
    if day.is_none() {
        let message = format!("`{}` is not one day", date.value);
        faults.push(BAD_DATE.at(date.span, message).help("write a day in full: \"2005-06-30\""));
    }
    day.map(|day| At::new(day, date.span))
}
