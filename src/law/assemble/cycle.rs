//! Breaks cycles: questions that depend on each other, instruments that supplement each other, countries that are parts
//! of each other, amendments that follow from each other, laws that replace each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Diagnostics, Fault, Level};

use super::super::{Country, Law, Records};

pub static CIRCLE: Fault = Fault {
    code: "circle",
    level: Level::Error,
    summary: "references form a cycle",
    explanation: "A question cannot depend on itself, an instrument cannot supplement itself, a country cannot be a part of itself, a bill cannot come from \
                  itself and a law cannot take its own place, not even over others.",
};

/// What helps against a cycle.
const HELP: &str = "take out one of the references on the way";

/// Removes each reference that closes a cycle, and reports it.
pub(super) fn break_circles(records: &mut Records, found: &mut Diagnostics) {
    break_circles_of_parts(records, found);
    break_circles_of_laws(records, found);
    let mut parents: BTreeMap<String, String> = records
        .questions
        .iter()
        .filter_map(|q| Some((q.id.to_string(), q.parent.as_ref()?.question.to_string())))
        .collect();
    for question in &mut records.questions {
        if let Some(about) = question.about.take_if(|about| about.value == question.id) {
            found.push(CIRCLE.at(about.span, format!("the question `{}` is about itself", question.id)).help(HELP));
        }
        let at = question.parent.as_ref().map(|p| p.question.span);
        if let Some(at) = at.filter(|_| in_circle(question.id.as_str(), &parents)) {
            found.push(CIRCLE.at(at, format!("the question `{}` depends on itself", question.id)).help(HELP));
            question.parent = None;
            parents.remove(question.id.as_str());
        }
    }
    let mut supplemented: BTreeMap<String, String> = records
        .instruments
        .iter()
        .filter_map(|i| Some((i.id.to_string(), i.supplements.as_ref()?.to_string())))
        .collect();
    for instrument in &mut records.instruments {
        let at = instrument.supplements.as_ref().map(|s| s.span);
        if let Some(at) = at.filter(|_| in_circle(instrument.id.as_str(), &supplemented)) {
            found.push(CIRCLE.at(at, format!("the instrument `{}` supplements itself", instrument.id)).help(HELP));
            instrument.supplements = None;
            supplemented.remove(instrument.id.as_str());
        }
    }
    let ids: Vec<String> = records.amendments.iter().map(|a| a.id.to_string()).collect();
    let follows: BTreeMap<String, Vec<String>> = records
        .amendments
        .iter()
        .map(|a| (a.id.to_string(), a.follows.iter().map(|f| f.to_string()).collect()))
        .collect();
    let circular: BTreeSet<String> = ids.into_iter().filter(|id| reaches(id, id, &follows)).collect();
    for amendment in records.amendments.iter_mut().filter(|a| circular.contains(a.id.as_str())) {
        if let Some(first) = amendment.follows.iter().find(|f| circular.contains(f.value.as_str())) {
            let message = format!("the amendment `{}` follows from itself", amendment.id);
            found.push(CIRCLE.at(first.span, message).help(HELP));
        }
        amendment.follows.retain(|f| !circular.contains(f.value.as_str()));
    }
}

/// The parts of states: no state is a part of itself, nor over others.
fn break_circles_of_parts(records: &mut Records, found: &mut Diagnostics) {
    let whole = |c: &Country| Some((c.id.to_string(), c.part_of.as_ref()?.to_string()));
    let mut wholes: BTreeMap<String, String> = records.countries.iter().filter_map(whole).collect();
    for country in &mut records.countries {
        let at = country.part_of.as_ref().map(|of| of.span);
        if let Some(at) = at.filter(|_| in_circle(country.id.as_str(), &wholes)) {
            let message = format!("the country `{}` is a part of itself", country.id);
            found.push(CIRCLE.at(at, message).help(HELP));
            country.part_of = None;
            wholes.remove(country.id.as_str());
        }
    }
}

/// The laws that took the place of others.
fn break_circles_of_laws(records: &mut Records, found: &mut Diagnostics) {
    let next = |law: &Law| Some((law.id.to_string(), law.repeal.as_ref()?.by.as_ref()?.to_string()));
    let mut replaced: BTreeMap<String, String> = records.laws.iter().filter_map(next).collect();
    for law in &mut records.laws {
        let Some(repeal) = &mut law.repeal else { continue };
        if let Some(by) = repeal.by.take_if(|_| in_circle(law.id.as_str(), &replaced)) {
            let message = format!("the law `{}` is replaced by itself", law.id);
            found.push(CIRCLE.at(by.span, message).help("name the law that took its place"));
            replaced.remove(law.id.as_str());
        }
    }
}

/// Whether `id` lies on a cycle where each record has at most one reference.
fn in_circle(id: &str, next: &BTreeMap<String, String>) -> bool {
    let mut at = id;
    for _ in 0..=next.len() {
        match next.get(at) {
            Some(further) if further == id => return true,
            Some(further) => at = further,
            None => return false,
        }
    }
    false
}

/// Whether a path of at least one reference leads from `start` to `goal`.
fn reaches(start: &str, goal: &str, next: &BTreeMap<String, Vec<String>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&String> = next.get(start).into_iter().flatten().collect();
    while let Some(id) = open.pop() {
        if id == goal {
            return true;
        }
        if seen.insert(id) {
            open.extend(next.get(id).into_iter().flatten());
        }
    }
    false
}
