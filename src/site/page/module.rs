//! The page of a training module: its steps, handouts and exercises.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::route::{self, Page};
use crate::site::view::{Exercise, Link, Module, ModuleStep, ModuleVersion, Proof, Prose};
use crate::text::At;

use crate::site::page::piece::{answer, handout, origin};

pub fn view<'s>(cx: &Context<'s>, module: &'s law::Module) -> Module {
    let step = |(number, step): (usize, &law::Step)| module_step(cx, number, step);
    let steps: Vec<ModuleStep> = module.steps.iter().enumerate().map(step).collect();
    Module {
        id: module.id.to_string(),
        audience: module.audience.clone(),
        minutes: module.minutes.value,
        whole: true,
        versions: versions(cx, module),
        has_slides: steps.iter().any(|step| step.slide.is_some()),
        objectives: module.objectives.clone(),
        topics: cx.topics(&module.topics),
        body: cx.prose(&module.body, "text-"),
        steps,
        handouts: module.handouts.iter().map(|h| handout::view(cx, module, h)).collect(),
        exercises: module.exercises.iter().map(|e| exercise(cx, e)).collect(),
        cited_by: origin::backlinks(cx, Kind::Module, module.id.as_str()),
        trace: module.head.trace.clone(),
    }
}

/// The version of a module that takes so many minutes.
pub fn version<'s>(cx: &Context<'s>, module: &'s law::Module, minutes: u32) -> Module {
    let belongs = |versions: &[At<u32>]| versions.iter().any(|of| of.value == minutes);
    let step = |(number, step): (usize, &law::Step)| {
        let version = step.in_version(minutes)?;
        let note = cx.note(version.note.as_ref(), &format!("step-{}-note-", number + 1));
        Some(ModuleStep { minutes: version.minutes, note, ..module_step(cx, number, step) })
    };
    let steps: Vec<ModuleStep> = module.steps.iter().enumerate().filter_map(step).collect();
    let handouts = module.handouts.iter().filter(|h| belongs(&h.versions));
    let exercises = module.exercises.iter().filter(|e| belongs(&e.versions));
    Module {
        id: module.id.to_string(),
        audience: module.audience.clone(),
        minutes,
        whole: false,
        versions: versions(cx, module),
        has_slides: steps.iter().any(|step| step.slide.is_some()),
        objectives: Vec::new(),
        topics: cx.topics(&module.topics),
        body: Prose::default(),
        steps,
        handouts: handouts.map(|h| handout::view(cx, module, h)).collect(),
        exercises: exercises.map(|e| exercise(cx, e)).collect(),
        cited_by: Vec::new(),
        trace: Vec::new(),
    }
}

fn module_step(cx: &Context<'_>, number: usize, step: &law::Step) -> ModuleStep {
    let id = format!("step-{}", number + 1);
    ModuleStep {
        title: step.title.clone(),
        minutes: step.minutes,
        text: cx.prose(&step.text, &format!("{id}-")),
        slide: cx.note(step.slide.as_ref(), &format!("{id}-slide-")),
        note: None,
        id,
    }
}

/// The versions of a module, the shortest first, the whole last.
pub fn versions(cx: &Context<'_>, module: &law::Module) -> Vec<ModuleVersion> {
    let link = |minutes: u32, page: Page| ModuleVersion { minutes, href: cx.to(&page), here: cx.at.page == page };
    let shorter = module.shorter_versions().into_iter();
    let shorter = shorter.map(|minutes| link(minutes, Page::ModuleVersion(module.id.clone(), minutes)));
    shorter.chain([link(module.minutes.value, Page::Module(module.id.clone()))]).collect()
}

/// An exercise with its answer and the proofs of that.
pub fn exercise(cx: &Context<'_>, exercise: &law::Exercise) -> Exercise {
    let id = route::part_anchor(&exercise.id.value);
    // The proofs are shown as of the exercise's day.
    let on_day = Context { day: exercise.day.as_ref().map_or(cx.day, |day| day.value), ..*cx };
    let prose = |prose: &crate::text::Prose, part: &str| cx.prose(prose, &format!("{id}-{part}-"));
    Exercise {
        title: exercise.title.clone(),
        situation: prose(&exercise.situation, "situation"),
        task: prose(&exercise.task, "task"),
        answer: prose(&exercise.answer, "answer"),
        // For paper the answer is repeated on the page, so it needs other anchors.
        answer_again: prose(&exercise.answer, "again"),
        on: exercise.day.as_ref().map(|day| of_day(day.value)),
        proofs: exercise.proves.iter().filter_map(|text| proof(&on_day, &text.value)).collect(),
        id,
    }
}

/// A proof of an answer: a record, or a cell (`question#country`). `None` if the reference has no target, which the
/// checks report.
pub fn proof(cx: &Context<'_>, text: &str) -> Option<Proof> {
    let corpus = cx.corpus();
    let record_ref = corpus.resolve(text).ok()?;
    let country = record_ref.anchor.as_deref().filter(|_| record_ref.kind == Kind::Question);
    let country = country.and_then(|id| corpus.columns.iter().find(|c| c.as_str() == id));
    let cell = corpus
        .questions
        .get(&record_ref.id)
        .zip(country)
        .map(|(question, country)| answer::cell(cx, question, country));
    let link = cx.record_ref(&record_ref);
    let link = match record_ref.kind {
        // Records of several countries stand side by side, so their countries are named.
        Kind::Law | Kind::Provision | Kind::Offence | Kind::Amendment => {
            Link { text: cx.site.index.origin_name(&record_ref), ..link }
        }
        _ => link,
    };
    Some(Proof { link, kind: if cell.is_some() { "cell" } else { record_ref.kind.word() }, cell })
}
