//! Makes ids unique: the first step of assembling.

use std::collections::BTreeMap;

use crate::text::{At, Diagnostics, Fault, Level, Span};

use super::super::{Module, Records};

pub static DUPLICATE: Fault = Fault {
    code: "duplicate-id",
    level: Level::Error,
    summary: "two records have the same id",
    explanation: "Links, cells and addresses name records by their id, so each may exist once.\n\nRename one of the \
                  two, or merge them. For a true repetition of a treaty action, give the second one `number = 2`.",
};

/// Of several records or parts with one id, keeps the first in the order of the files and reports the others.
pub(super) fn reject_duplicates(records: &mut Records, found: &mut Diagnostics) {
    records.sort_by_place();
    let mut seen = Seen::default();
    records.retain(|record| record.unique().is_none_or(|(what, id, at)| seen.is_new(what, id, at, found)));
    for amendment in &mut records.amendments {
        parts(&mut amendment.elements, "element", |e| &e.id, found);
    }
    for module in &mut records.modules {
        parts(&mut module.handouts, "handout", |h| &h.id, found);
        parts(&mut module.exercises, "exercise", |e| &e.id, found);
        reject_shared_ids(module, found);
    }
    for instrument in &mut records.instruments {
        parts(&mut instrument.articles, "article", |a| &a.key, found);
    }
}

/// Where each id was first used, by kind of record or part.
#[derive(Default)]
struct Seen(BTreeMap<(&'static str, String), Span>);

impl Seen {
    /// Whether the id is new; if not, it is reported at `at`.
    fn is_new(&mut self, what: &'static str, id: String, at: Span, found: &mut Diagnostics) -> bool {
        let key = (what, id);
        if let Some(first) = self.0.get(&key) {
            let message = format!("the {what} `{}` is defined here a second time", key.1);
            let fault = DUPLICATE.at(at, message).help(remedy(what, first.file == at.file));
            found.push(fault.note(*first, "the first one is here"));
            return false;
        }
        self.0.insert(key, at);
        true
    }
}

/// What helps where a record or a part with this id stands twice, both in one file or each in its own.
fn remedy(what: &str, is_one_file: bool) -> String {
    match what {
        "action" => "delete one of the two; where the state did so twice, write `number = 2` at the second".to_owned(),
        "article" => "delete one of the two, or correct its number".to_owned(),
        _ if is_one_file => format!("delete one of the two, or give this {what} another `id`"),
        _ => "delete one of the two files, or rename one: `collatio mv` takes along what refers to it".to_owned(),
    }
}

/// Of several parts of a record with one id, keeps the first and reports the others.
fn parts<T>(list: &mut Vec<T>, what: &'static str, id: impl Fn(&T) -> &At<String>, found: &mut Diagnostics) {
    let mut seen = Seen::default();
    list.retain(|part| seen.is_new(what, id(part).value.clone(), id(part).span, found));
}

/// Reports a handout and an exercise of one module with the same id: both are referenced as `module#id`.
fn reject_shared_ids(module: &mut Module, found: &mut Diagnostics) {
    let handouts = &module.handouts;
    module.exercises.retain(|exercise| {
        let Some(other) = handouts.iter().find(|h| h.id.value == exercise.id.value) else { return true };
        let message = format!("a handout of this module is called `{}` already", exercise.id.value);
        let fault = DUPLICATE.at(exercise.id.span, message).help(remedy("exercise", true));
        found.push(fault.note(other.id.span, "the handout is here"));
        false
    });
}
