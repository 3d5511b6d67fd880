//! Visits all prose, all citations and all references of modules, each with the record or part on whose page it is
//! shown. A field that is added here is added to the lists of `check/references.rs` too, which have the order of its
//! faults.

use std::sync::Arc;

use crate::text::Prose;

use super::{Citation, Corpus, Kind, RecordRef};

fn whole(kind: Kind, id: Arc<str>) -> RecordRef {
    RecordRef { kind, id, anchor: None }
}

fn part(kind: Kind, id: Arc<str>, anchor: impl Into<Arc<str>>) -> RecordRef {
    RecordRef { kind, id, anchor: Some(anchor.into()) }
}

fn observed(observation: &super::Observation) -> RecordRef {
    part(Kind::Country, observation.country.shared(), format!("observation-{}", observation.id.value))
}

fn part_of(module: &super::Module, id: &str) -> RecordRef {
    part(Kind::Module, module.id.shared(), id)
}

/// Calls `see` for each prose of the corpus, with the record or part on whose page it is shown.
pub fn each_prose(corpus: &Corpus, see: &mut dyn FnMut(RecordRef, &Prose)) {
    let mut note = |origin: RecordRef, prose: &Option<Prose>| prose.iter().for_each(|p| see(origin.clone(), p));
    for action in &corpus.actions {
        let origin = || part(Kind::Instrument, action.instrument.shared(), action.country.shared());
        note(origin(), &action.note);
        action.statements.iter().for_each(|s| note(origin(), &s.note));
    }
    for finding in &corpus.findings {
        let origin = || part(Kind::Question, finding.question.shared(), finding.country.shared());
        note(origin(), &finding.note);
        note(origin(), &finding.plain);
    }
    for provision in corpus.provisions.iter() {
        for wording in &provision.wordings {
            note(whole(Kind::Provision, provision.id.shared()), &wording.summary);
        }
    }
    corpus.offences.iter().for_each(|o| note(whole(Kind::Offence, o.id.shared()), &o.note));
    for amendment in corpus.amendments.iter() {
        amendment.stages.iter().for_each(|s| note(whole(Kind::Amendment, amendment.id.shared()), &s.note));
    }
    for statistic in &corpus.statistics {
        let anchor = format!("statistic-{}", statistic.id.value);
        note(part(Kind::Country, statistic.country.shared(), anchor.as_str()), &statistic.note);
    }
    for observation in &corpus.observations {
        note(observed(observation), &observation.note);
    }
    for instrument in corpus.instruments.iter() {
        instrument.articles.iter().for_each(|a| note(whole(Kind::Instrument, instrument.id.shared()), &a.summary));
    }
    for module in corpus.modules.iter() {
        module.handouts.iter().for_each(|h| note(part_of(module, &h.id.value), &h.note));
    }
    for question in corpus.questions.iter() {
        note(whole(Kind::Question, question.id.shared()), &question.include);
        note(whole(Kind::Question, question.id.shared()), &question.exclude);
    }
    each_body(corpus, see);
}

fn each_body(corpus: &Corpus, see: &mut dyn FnMut(RecordRef, &Prose)) {
    corpus.countries.iter().for_each(|c| see(whole(Kind::Country, c.id.shared()), &c.body));
    corpus.instruments.iter().for_each(|i| see(whole(Kind::Instrument, i.id.shared()), &i.body));
    corpus.laws.iter().for_each(|l| see(whole(Kind::Law, l.id.shared()), &l.body));
    corpus.provisions.iter().for_each(|p| see(whole(Kind::Provision, p.id.shared()), &p.body));
    corpus.topics.iter().for_each(|t| see(whole(Kind::Topic, t.id.shared()), &t.body));
    corpus.sections.iter().for_each(|s| see(whole(Kind::Section, s.id.shared()), &s.body));
    corpus.sources.iter().for_each(|s| see(whole(Kind::Source, s.id.shared()), &s.body));
    corpus.terms.iter().for_each(|t| see(whole(Kind::Term, t.id.shared()), &t.body));
    corpus.pages.iter().chain(&corpus.home).for_each(|p| see(whole(Kind::Page, p.id.shared()), &p.body));
    for question in corpus.questions.iter() {
        see(whole(Kind::Question, question.id.shared()), &question.body);
        question.answers.iter().for_each(|(_, p)| see(whole(Kind::Question, question.id.shared()), p));
    }
    for amendment in corpus.amendments.iter() {
        see(whole(Kind::Amendment, amendment.id.shared()), &amendment.body);
        for element in &amendment.elements {
            see(part(Kind::Amendment, amendment.id.shared(), element.id.value.as_str()), &element.text);
        }
    }
    for gap in &corpus.gaps {
        let origin = || part(Kind::Country, gap.country.shared(), format!("gap-{}", gap.id.value));
        see(origin(), &gap.text);
        gap.later.iter().for_each(|(text, _)| see(origin(), text));
    }
    corpus.observations.iter().for_each(|o| see(observed(o), &o.text));
    for conflict in corpus.conflicts.iter() {
        let origin = || whole(Kind::Conflict, conflict.id.shared());
        see(origin(), &conflict.reason);
        see(origin(), &conflict.body);
        conflict.sides.iter().for_each(|s| see(origin(), &s.says));
    }
    for module in corpus.modules.iter() {
        see(whole(Kind::Module, module.id.shared()), &module.body);
        for step in &module.steps {
            let notes = step.versions.iter().filter_map(|version| version.note.as_ref());
            let all = [&step.text].into_iter().chain(&step.slide).chain(notes);
            all.for_each(|p| see(whole(Kind::Module, module.id.shared()), p));
        }
        for exercise in &module.exercises {
            let origin = || part_of(module, &exercise.id.value);
            [&exercise.situation, &exercise.task, &exercise.answer].into_iter().for_each(|p| see(origin(), p));
        }
    }
}

/// Calls `see` for each reference of a training module outside prose, with the part that contains it: topics, questions
/// of handouts, and proofs of exercises.
pub fn each_named(corpus: &Corpus, see: &mut dyn FnMut(RecordRef, RecordRef)) {
    for module in corpus.modules.iter() {
        let origin = || whole(Kind::Module, module.id.shared());
        module.topics.iter().for_each(|t| see(origin(), whole(Kind::Topic, t.shared())));
        for handout in &module.handouts {
            let questions = handout.questions.iter().map(|q| whole(Kind::Question, q.shared()));
            questions.for_each(|record_ref| see(part_of(module, &handout.id.value), record_ref));
        }
        for exercise in &module.exercises {
            let proofs = exercise.proves.iter().filter_map(|text| corpus.resolve(&text.value).ok());
            proofs.for_each(|record_ref| see(part_of(module, &exercise.id.value), record_ref));
        }
    }
}

/// Calls `see` for each citation of the corpus outside prose, with the record or part on whose page it is shown.
pub fn each_citation(corpus: &Corpus, see: &mut dyn FnMut(RecordRef, &Citation)) {
    for action in &corpus.actions {
        let origin = || part(Kind::Instrument, action.instrument.shared(), action.country.shared());
        action.statements.iter().for_each(|s| see(origin(), &s.citation));
    }
    for absence in &corpus.absences {
        see(part(Kind::Instrument, absence.instrument.shared(), absence.country.shared()), &absence.citation);
    }
    // Computed findings repeat the citations of treaty actions.
    for finding in corpus.findings.iter().filter(|f| !f.is_computed()) {
        let origin = part(Kind::Question, finding.question.shared(), finding.country.shared());
        finding.citations().for_each(|citation| see(origin.clone(), citation));
    }
    for law in corpus.laws.iter() {
        law.citations.iter().for_each(|c| see(whole(Kind::Law, law.id.shared()), c));
        law.repeal.iter().for_each(|r| see(whole(Kind::Law, law.id.shared()), &r.citation));
    }
    for provision in corpus.provisions.iter() {
        provision.wordings.iter().for_each(|w| see(whole(Kind::Provision, provision.id.shared()), &w.citation));
    }
    corpus.offences.iter().for_each(|o| see(whole(Kind::Offence, o.id.shared()), &o.citation));
    for amendment in corpus.amendments.iter() {
        amendment.stages.iter().for_each(|s| see(whole(Kind::Amendment, amendment.id.shared()), &s.citation));
        for element in &amendment.elements {
            see(part(Kind::Amendment, amendment.id.shared(), element.id.value.as_str()), &element.citation);
        }
    }
    for statistic in &corpus.statistics {
        let anchor = format!("statistic-{}", statistic.id.value);
        see(part(Kind::Country, statistic.country.shared(), anchor.as_str()), &statistic.citation);
    }
    for gap in &corpus.gaps {
        let origin = || part(Kind::Country, gap.country.shared(), format!("gap-{}", gap.id.value));
        see(origin(), &gap.citation);
        gap.later.iter().for_each(|(_, c)| see(origin(), c));
    }
    corpus.observations.iter().for_each(|o| see(observed(o), &o.citation));
    for instrument in corpus.instruments.iter() {
        let origin = || whole(Kind::Instrument, instrument.id.shared());
        instrument.citations.iter().for_each(|c| see(origin(), c));
        instrument.entry.iter().for_each(|e| see(origin(), &e.citation));
        instrument.end.iter().for_each(|e| see(origin(), &e.citation));
        instrument.articles.iter().filter_map(|a| a.citation.as_ref()).for_each(|c| see(origin(), c));
    }
    for term in corpus.terms.iter() {
        term.citation.iter().for_each(|c| see(whole(Kind::Term, term.id.shared()), c));
    }
    for conflict in corpus.conflicts.iter() {
        conflict.sides.iter().for_each(|s| see(whole(Kind::Conflict, conflict.id.shared()), &s.citation));
    }
}
