//! Tries the edits of an import: the site is built with them in memory, and its faults are told at the cells from which
//! they come.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Diagnostic, Diagnostics, File, Files, Level};
use crate::{Input, build_without_trial};

use super::front::Front;
use super::plan::{Edit, Plan, Refusal, Spot};

/// The entry of a file that a row of the imported file wrote.
#[derive(Clone, Debug)]
pub(super) struct Owner {
    pub(super) path: String,
    /// The name of the list, and the number of the entry in it; an empty name is the file as a whole.
    pub(super) list: &'static str,
    pub(super) number: usize,
    pub(super) spot: Spot,
    /// Whether it answers a cell that another coder has answered, and so may differ.
    pub(super) is_second_coding: bool,
    /// The columns of fields: field, letters, heading; where there are none, the spot has the column.
    pub(super) columns: Vec<(String, String, String)>,
}

impl Owner {
    /// The entry at this position of a list of a file, for which one cell of the table stands.
    pub(super) fn new(path: &str, list: &'static str, number: usize, spot: Spot) -> Owner {
        Owner { path: path.to_owned(), list, number, spot, is_second_coding: false, columns: Vec::new() }
    }
}

/// Builds `input` with the edits of `plan`, and adds what would be wrong.
pub(super) fn trial(input: &Input, plan: &mut Plan, owners: &[Owner]) {
    tried(input, plan, owners);
    plan.drop_refused();
}

fn tried(input: &Input, plan: &mut Plan, owners: &[Owner]) {
    plan.refusals.sort_by(|a, b| a.spot.cmp(&b.spot));
    if plan.edits.is_empty() {
        return;
    }
    let before = build_without_trial(input);
    let old: BTreeSet<_> = before.diagnostics.iter().map(|found| key(&before.files, found)).collect();
    let after = build_without_trial(&edited(input, &plan.edits));
    let fronts: BTreeMap<String, Front> =
        plan.edits.iter().filter_map(|edit| Some((edit.path.clone(), Front::read(&edit.new)?))).collect();
    let told: BTreeSet<Spot> = plan.refusals.iter().map(|refusal| refusal.spot.clone()).collect();
    let mut elsewhere = Diagnostics::new();
    for found in after.diagnostics.iter() {
        let path = &*after.files.get(found.span.file).path;
        let is_error = found.fault.level == Level::Error;
        let spot = fronts.get(path).and_then(|front| spot(path, front, owners, found.span.start as usize));
        let is_old = old.contains(&key(&after.files, found));
        match spot {
            spot if DISAGREE.contains(&found.fault.code)
                && (is_old || differs(found, &after.files, &fronts, owners)) =>
            {
                let place = spot.map_or_else(|| path.to_owned(), |spot| spot.to_string());
                if !is_old {
                    plan.notice(format!("{place}: coders differ: {}; {DECIDE}", found.message));
                }
            }
            Some(spot) if is_error && told.contains(&spot) => {}
            Some(spot) if is_error => plan.refusals.push(refusal(spot, found)),
            Some(spot) if !is_old => {
                let help = found.help.iter().map(|help| format!("; {help}")).collect::<String>();
                plan.notice(format!("{spot}: warning[{}]: {}{help}", found.fault.code, found.message));
            }
            None if is_error => elsewhere.push(found.clone()),
            None if !is_old => plan.notice(format!("{path}: warning[{}]: {}", found.fault.code, found.message)),
            _ => {}
        }
    }
    if !elsewhere.is_empty() {
        plan.faults = Some((after.files, elsewhere));
    }
    plan.refusals.sort_by(|a, b| a.spot.cmp(&b.spot));
}

/// The faults of a cell in which findings differ: what coding twice is there to find, and no reason to refuse a coding.
const DISAGREE: [&str; 2] = ["findings-disagree", "coders-disagree"];

/// What is done about coders who differ.
const DECIDE: &str = "`collatio agreement` lists such cells; when you have talked, write `preferred` with the reason at the \
                      answer that prevails";

/// Whether a second coding is among the findings that differ.
fn differs(found: &Diagnostic, files: &Files, fronts: &BTreeMap<String, Front>, owners: &[Owner]) -> bool {
    let mut spans = std::iter::once(found.span).chain(found.notes.iter().filter_map(|note| note.span));
    spans.any(|span| {
        let path = &*files.get(span.file).path;
        let entries = owners.iter().filter(|owner| owner.is_second_coding && owner.path == path);
        let mut entries =
            entries.filter_map(|owner| fronts.get(path)?.all(owner.list).find(|entry| entry.number == owner.number));
        entries.any(|entry| entry.range.contains(&(span.start as usize)))
    })
}

/// The input with the texts of the edits.
fn edited(input: &Input, edits: &[Edit]) -> Input {
    let mut files: BTreeMap<String, File> =
        input.files.iter().map(|file| (file.path.to_string(), file.clone())).collect();
    for edit in edits {
        files.insert(edit.path.clone(), File::new(edit.path.as_str(), edit.new.as_str()));
    }
    Input { files: files.into_values().collect(), ..input.clone() }
}

fn key(files: &Files, found: &Diagnostic) -> (String, &'static str, String) {
    (files.get(found.span.file).path.to_string(), found.fault.code, found.message.clone())
}

fn refusal(spot: Spot, found: &Diagnostic) -> Refusal {
    let why = format!("error[{}]: {}", found.fault.code, found.message);
    Refusal { spot, is_conflict: false, why, help: found.help.clone() }
}

/// The cell of the imported file that wrote the byte `at` of a file.
fn spot(path: &str, front: &Front, owners: &[Owner], at: usize) -> Option<Spot> {
    owners.iter().filter(|owner| owner.path == path).find_map(|owner| {
        let entry = match owner.list {
            "" => &front.own,
            list => front.all(list).find(|entry| entry.number == owner.number)?,
        };
        if owner.list.is_empty() {
            let field = front.own.fields.iter().find(|field| field.range.contains(&at));
            return Some(of_field(owner, field.map(|field| field.name.as_str())));
        }
        let fields = entry.fields.iter().chain(entry.below.iter().flat_map(|below| &below.fields));
        let field = fields.filter(|field| field.range.contains(&at)).map(|field| field.name.as_str()).next();
        entry.range.contains(&at).then(|| of_field(owner, field))
    })
}

fn of_field(owner: &Owner, field: Option<&str>) -> Spot {
    if owner.columns.is_empty() {
        return owner.spot.clone();
    }
    let column = owner.columns.iter().find(|(name, _, _)| Some(name.as_str()) == field);
    let column = column.map(|(_, letters, heading)| (letters.clone(), heading.clone()));
    Spot { column, ..owner.spot.clone() }
}
