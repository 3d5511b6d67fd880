//! Training modules and their handouts.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{self, Kind, Question, Thing, cell, cell::State};

use super::Site;
use super::date::of_day;
use super::route::{self, Page};
use super::sheet::Sheet;
use super::view::{
    Backlink, Exercise, Handout, HandoutPage, HandoutPlace, HandoutRow, HandoutSource, Link, Module, ModuleLine,
    ModuleStep, Modules, Proof,
};

impl<'s> Sheet<'s> {
    pub(super) fn modules_page(&self) -> Modules {
        let line = |m: &law::Module| ModuleLine {
            link: self.link(Kind::Module, m.id.as_str()),
            audience: m.audience.clone(),
            minutes: m.minutes.value,
            objectives: m.objectives.clone(),
        };
        Modules { modules: self.site.modules().map(line).collect() }
    }

    pub(super) fn module(&self, module: &'s law::Module) -> Module {
        let step = |(number, step): (usize, &law::Step)| ModuleStep {
            id: format!("step-{}", number + 1),
            title: step.title.clone(),
            minutes: step.minutes,
            text: self.prose(&step.text, &format!("step-{}-", number + 1)),
        };
        Module {
            id: module.id.to_string(),
            audience: module.audience.clone(),
            minutes: module.minutes.value,
            objectives: module.objectives.clone(),
            topics: self.topics(&module.topics),
            body: self.prose(&module.body, "text-"),
            steps: module.steps.iter().enumerate().map(step).collect(),
            handouts: module.handouts.iter().map(|h| self.handout(module, h)).collect(),
            exercises: module.exercises.iter().map(|e| self.exercise(e)).collect(),
            cited_by: self.backlinks(Kind::Module, module.id.as_str()),
            trace: module.head.trace.clone(),
        }
    }

    /// A handout by itself, with the sources of what its cells say.
    pub(super) fn handout_page(&self, module: &'s law::Module, handout: &'s law::Handout) -> HandoutPage {
        HandoutPage {
            module: self.link(Kind::Module, module.id.as_str()),
            handout: self.handout(module, handout),
            sources: self.on_day_of(handout).sources_shown(handout),
        }
    }

    /// The same sheet on the handout's day.
    fn on_day_of(&self, handout: &law::Handout) -> Sheet<'s> {
        Sheet { day: handout.day.as_ref().map_or(self.day, |day| day.value), ..*self }
    }

    fn handout(&self, module: &law::Module, handout: &'s law::Handout) -> Handout {
        let id = route::part_anchor(&handout.id.value);
        let then = self.on_day_of(handout);
        let mut matrix = then.slice(|q| handout.shows(&q.id), &handout.columns(self.corpus()), String::new());
        matrix.sections.iter_mut().for_each(|section| section.id = format!("{id}-{}", section.id));
        Handout {
            title: handout.title.clone(),
            href: self.to(&Page::Handout(module.id.clone(), handout.id.value.as_str().into())),
            on: of_day(then.day),
            dated: handout.day.is_some(),
            matrix,
            note: self.note(handout.note.as_ref(), &format!("{id}-note-")),
            id,
        }
    }

    fn exercise(&self, exercise: &law::Exercise) -> Exercise {
        let id = route::part_anchor(&exercise.id.value);
        let then = Sheet { day: exercise.day.as_ref().map_or(self.day, |day| day.value), ..*self };
        let prose = |prose: &crate::text::Prose, part: &str| self.prose(prose, &format!("{id}-{part}-"));
        Exercise {
            title: exercise.title.clone(),
            situation: prose(&exercise.situation, "situation"),
            task: prose(&exercise.task, "task"),
            answer: prose(&exercise.answer, "answer"),
            answer_again: prose(&exercise.answer, "again"),
            on: exercise.day.as_ref().map(|day| of_day(day.value)),
            proofs: exercise.proves.iter().filter_map(|text| then.proof(&text.value)).collect(),
            id,
        }
    }

    fn proof(&self, text: &str) -> Option<Proof> {
        let corpus = self.corpus();
        let thing = corpus.resolve(text).ok()?;
        let country = thing.anchor.as_deref().filter(|_| thing.kind == Kind::Question);
        let country = country.and_then(|id| corpus.columns.iter().find(|c| c.as_str() == id));
        let cell =
            corpus.questions.get(&thing.id).zip(country).map(|(question, country)| self.cell_of(question, country));
        let link = self.thing(&thing);
        let link = match thing.kind {
            // Beside laws of other countries, a law is named with its own.
            Kind::Law | Kind::Provision | Kind::Offence | Kind::Amendment => {
                Link { text: self.site.origin_name(&thing), ..link }
            }
            _ => link,
        };
        Some(Proof { link, kind: if cell.is_some() { "cell" } else { thing.kind.word() }, cell })
    }

    /// The sources of the findings that a handout shows, in the order in which they are first needed, and for each place
    /// in one the cells that rest on it.
    fn sources_shown(&self, handout: &'s law::Handout) -> Vec<HandoutSource> {
        let corpus = self.corpus();
        let columns = handout.columns(corpus);
        let mut order: Vec<&str> = Vec::new();
        let mut places: BTreeMap<&str, Vec<HandoutPlace>> = BTreeMap::new();
        for question in self.site.codebook().filter(|q| handout.shows(&q.id)) {
            for country in &columns {
                for citation in cited_by_cell(corpus, question, country, self.day) {
                    let source = citation.source.as_str();
                    let known = places.entry(source).or_insert_with(|| {
                        order.push(source);
                        Vec::new()
                    });
                    let at = known.iter().position(|p| p.place == citation.place).unwrap_or_else(|| {
                        known.push(HandoutPlace { place: citation.place.clone(), rows: Vec::new() });
                        known.len() - 1
                    });
                    add_cell(&mut known[at], &question.label, self.site.name(Kind::Country, country.as_str()));
                }
            }
        }
        let source = |id: &str| HandoutSource {
            link: self.link(Kind::Source, id),
            citation: corpus.sources.get(id).map(|s| s.citation.clone()).unwrap_or_default(),
            places: places.remove(id).unwrap_or_default(),
        };
        order.into_iter().map(source).collect()
    }

    /// The places in modules that name a country, or conduct that is punished there.
    pub(super) fn modules_naming(&self, country: &law::CountryId) -> Vec<Backlink> {
        let corpus = self.corpus();
        if corpus.modules.is_empty() {
            return Vec::new();
        }
        let offences = corpus.offences.iter().filter(|o| o.country == *country);
        let offences = offences.map(|o| (Kind::Offence, o.id.as_str()));
        let named = offences.chain([(Kind::Country, country.as_str())]);
        let naming = named.flat_map(|(kind, id)| self.site.references.naming(kind, id));
        let modules: BTreeSet<&Thing> = naming.filter(|origin| origin.kind == Kind::Module).collect();
        modules.into_iter().map(|o| Backlink { link: self.origin(o), kind: o.kind.word() }).collect()
    }
}

/// Notes that a cell rests on a place. Questions come one after the other.
fn add_cell(place: &mut HandoutPlace, question: &str, country: String) {
    match place.rows.last_mut().filter(|row| row.question == question) {
        Some(row) if row.countries.contains(&country) => {}
        Some(row) => row.countries.push(country),
        None => place.rows.push(HandoutRow { question: question.to_owned(), countries: vec![country] }),
    }
}

/// The citations of what a cell shows; where sources disagree, of all that do.
fn cited_by_cell<'c>(
    corpus: &'c law::Corpus,
    question: &'c Question,
    country: &law::CountryId,
    day: law::Day,
) -> Vec<&'c law::Citation> {
    let on = cell::on(corpus, question, country, day);
    let shown = on.shown.into_iter();
    match on.state {
        State::NotApplicable | State::NotResearched => Vec::new(),
        _ => shown.chain(on.disputing).map(|finding| &finding.citation).collect(),
    }
}

impl Site {
    /// The modules in their order.
    pub(super) fn modules(&self) -> impl Iterator<Item = &law::Module> {
        let mut list: Vec<&law::Module> = self.corpus.modules.iter().collect();
        list.sort_by_key(|m| (m.order, m.id.clone()));
        list.into_iter()
    }

    /// A handout by its module and its own id.
    pub(super) fn handout(&self, module: &law::ModuleId, id: &str) -> Option<(&law::Module, &law::Handout)> {
        let module = self.corpus.modules.get(module.as_str())?;
        Some((module, module.handouts.iter().find(|h| h.id.value == id)?))
    }
}
