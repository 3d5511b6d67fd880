//! The page of a training module: its steps, handouts and exercises.

use std::collections::BTreeSet;

use crate::law::{self, Day, Kind};
use crate::site::context::Context;
use crate::site::date::of_day;
use crate::site::route::{self, Page};
use crate::site::view::{Exercise, Link, Module, ModuleStep, ModuleVersion, Proof, Prose};
use crate::text::{At, TaggedText};

use crate::site::page::piece::{answer, handout, origin};

/// The anchor of the sheets to print on the page of all modules.
const SHEETS: &str = "sheets";

pub fn view<'s>(cx: &Context<'s>, module: &'s law::Module) -> Module {
    let step = |(number, step): (usize, &'s law::Step)| (step, module_step(cx, number, step));
    let steps = module.steps.iter().enumerate().map(step).collect();
    let (handouts, exercises) = (module.handouts.iter().collect(), module.exercises.iter().collect());
    Module {
        objectives: module.objectives.clone(),
        body: cx.prose(&module.body, "text-"),
        cited_by: origin::backlinks(cx, Kind::Module, module.id.as_str()),
        trace: module.head.trace.clone(),
        whole: true,
        ..taught(cx, module, None, steps, Parts { handouts, exercises })
    }
}

/// The version of a module that takes so many minutes.
pub fn version<'s>(cx: &Context<'s>, module: &'s law::Module, minutes: u32) -> Module {
    let belongs = |versions: &[At<u32>]| versions.iter().any(|of| of.value == minutes);
    let step = |(number, step): (usize, &'s law::Step)| {
        let version = step.in_version(minutes)?;
        let note = cx.note(version.note.as_ref(), &format!("step-{}-note-", number + 1));
        Some((step, ModuleStep { minutes: version.minutes, note, ..module_step(cx, number, step) }))
    };
    let steps = module.steps.iter().enumerate().filter_map(step).collect();
    let handouts = module.handouts.iter().filter(|h| belongs(&h.versions)).collect();
    let exercises = module.exercises.iter().filter(|e| belongs(&e.versions)).collect();
    Module { minutes, ..taught(cx, module, Some(minutes), steps, Parts { handouts, exercises }) }
}

/// The handouts and exercises of a module that are not placed yet.
struct Parts<'s> {
    handouts: Vec<&'s law::Handout>,
    exercises: Vec<&'s law::Exercise>,
}

impl<'s> Parts<'s> {
    /// Takes out those that a step names, or its note in the version of so many minutes: the class needs them there.
    fn take_named(
        &mut self,
        corpus: &law::Corpus,
        module: &law::Module,
        minutes: Option<u32>,
        step: &law::Step,
    ) -> Parts<'s> {
        let note = minutes.and_then(|minutes| step.in_version(minutes)?.note.as_ref());
        let prose = [&step.text].into_iter().chain(&step.slide).chain(note);
        let refs = prose.flat_map(|prose| prose.links()).filter_map(|link| corpus.resolve(link.id).ok());
        let of_module = refs.filter(|of| of.kind == Kind::Module && *of.id == *module.id.as_str());
        let named: Vec<String> = of_module.filter_map(|of| of.anchor.map(|part| part.to_string())).collect();
        Parts {
            handouts: self.handouts.extract_if(.., |handout| named.contains(&handout.id.value)).collect(),
            exercises: self.exercises.extract_if(.., |exercise| named.contains(&exercise.id.value)).collect(),
        }
    }
}

/// The steps with their parts, and the parts that no step names; of the version of so many minutes, or of the whole.
fn taught<'s>(
    cx: &Context<'s>,
    module: &'s law::Module,
    minutes: Option<u32>,
    steps: Vec<(&'s law::Step, ModuleStep)>,
    mut parts: Parts<'s>,
) -> Module {
    let link =
        |id: &str, title: &TaggedText| Link { href: format!("#{}", route::part_anchor(id)), text: title.clone() };
    let days: BTreeSet<Day> = parts.handouts.iter().filter_map(|h| h.day.as_ref()).map(|day| day.value).collect();
    let handout_links = parts.handouts.iter().map(|h| link(&h.id.value, &h.title)).collect();
    let exercise_links = parts.exercises.iter().map(|e| link(&e.id.value, &e.title)).collect();
    let handouts = |list: Vec<&'s law::Handout>| list.into_iter().map(|h| handout::view(cx, module, h)).collect();
    let exercises = |list: Vec<&law::Exercise>| list.into_iter().map(|e| exercise(cx, e)).collect();
    let with_parts = |(step, view): (&law::Step, ModuleStep)| {
        let named = parts.take_named(cx.corpus(), module, minutes, step);
        ModuleStep { handouts: handouts(named.handouts), exercises: exercises(named.exercises), ..view }
    };
    let steps = steps.into_iter().map(with_parts).collect();
    Module {
        id: module.id.to_string(),
        audience: module.audience.clone(),
        minutes: module.minutes.value,
        whole: false,
        versions: versions(cx, module),
        objectives: Vec::new(),
        sheets: (!cx.corpus().columns.is_empty()).then(|| cx.href(&Page::Modules.path(), Some(SHEETS))),
        topics: cx.topics(&module.topics),
        body: Prose::default(),
        steps,
        days: days.into_iter().map(of_day).collect(),
        handout_links,
        exercise_links,
        handouts: handouts(parts.handouts),
        exercises: exercises(parts.exercises),
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
        cards: step.cards.clone(),
        handouts: Vec::new(),
        exercises: Vec::new(),
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
fn exercise(cx: &Context<'_>, exercise: &law::Exercise) -> Exercise {
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
fn proof(cx: &Context<'_>, text: &str) -> Option<Proof> {
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
