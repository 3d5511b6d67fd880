//! Tables of training modules: their steps, handouts and exercises.

use crate::law::{Corpus, Exercise, Handout, Module, Step};

use super::list::{Child, TableOf, applicable, children, table};

pub(super) fn modules(corpus: &Corpus) -> TableOf<'_, &Module> {
    table(corpus.modules.iter(), &["id"], "Training modules.")
        .column("id", "Id, as in the address of its page.", |module| &module.id)
        .column("title", "Title.", |module| &module.title)
        .column("audience", "For whom it is.", |module| &module.audience)
        .column("objectives", "What they can do afterwards.", |module| &module.objectives)
        .column("minutes", "The time of the whole, in minutes; the steps add up to it.", |module| module.minutes.value)
        .column("order", "Place in the list of modules, smallest first.", |module| module.order)
        .column("topics", "Topics.", |module| &module.topics)
        .column("text", "More to say.", |module| &module.body)
        .common(|module| &module.head)
}

pub(super) fn steps(corpus: &Corpus) -> TableOf<'_, Child<'_, Module, Step>> {
    table(children(corpus.modules.rows(), |module| &module.steps), &["module", "number"], "Steps of training modules.")
        .reference("module", "modules", "The module.", |step| &step.of.id)
        .column("number", "Which step, from 1.", |step| step.number)
        .column("title", "Title.", |step| &step.item.title)
        .column("minutes", "How long it takes, in minutes.", |step| step.item.minutes)
        .column("text", "What is done.", |step| &step.item.text)
        .column("slide", "What the class sees on the wall.", |step| &step.item.slide)
}

pub(super) fn handouts(corpus: &Corpus) -> TableOf<'_, Child<'_, Module, Handout>> {
    table(
        children(corpus.modules.rows(), |module| &module.handouts),
        &["module", "id"],
        "Slices of the comparison that training modules hand out.",
    )
    .reference("module", "modules", "The module.", |handout| &handout.of.id)
    .column("id", "Id within the module.", |handout| &handout.item.id)
    .column("title", "Title.", |handout| &handout.item.title)
    .column("questions", "The questions that it shows.", |handout| &handout.item.questions)
    .column("countries", "The countries that it shows.", move |handout| corpus.columns_of(handout.item))
    .column("day", "The day on which it shows them; not applicable where that is the day of the edition.", |handout| {
        applicable(handout.item.day.as_ref().map(|day| day.value))
    })
    .column("note", "A remark.", |handout| &handout.item.note)
}

pub(super) fn exercises(corpus: &Corpus) -> TableOf<'_, Child<'_, Module, Exercise>> {
    table(
        children(corpus.modules.rows(), |module| &module.exercises),
        &["module", "id"],
        "Exercises of training modules. Their situations are composite and invented.",
    )
    .reference("module", "modules", "The module.", |exercise| &exercise.of.id)
    .column("id", "Id within the module.", |exercise| &exercise.item.id)
    .column("title", "Title.", |exercise| &exercise.item.title)
    .column("situation", "What happened.", |exercise| &exercise.item.situation)
    .column("task", "What is to be found out.", |exercise| &exercise.item.task)
    .column("answer", "The answer.", |exercise| &exercise.item.answer)
    .column("proves", "What proves it: ids of records, and cells as `question#country`.", |exercise| {
        &exercise.item.proves
    })
}
