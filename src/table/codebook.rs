//! Tables of the codebook: what is asked, and what the answers mean.

use crate::law::{Corpus, Question, Section, Topic};
use crate::text::Prose;

use super::cell::Presence;
use super::list::{TableOf, applicable, table, where_applicable};

pub(super) fn topics(corpus: &Corpus) -> TableOf<'_, &Topic> {
    table(corpus.topics.iter(), &["id"], "Subjects, and stages of the problem.")
        .column("id", "Id, as in the address of its page.", |topic| &topic.id)
        .column("title", "Name.", |topic| &topic.title)
        .column("meaning", "What it covers.", |topic| &topic.body)
        .common(|topic| &topic.head)
}

pub(super) fn sections(corpus: &Corpus) -> TableOf<'_, &Section> {
    table(corpus.sections.iter(), &["id"], "Parts of the codebook.")
        .column("id", "Id.", |section| &section.id)
        .column("title", "Title.", |section| &section.title)
        .column("order", "Place in the codebook, smallest first.", |section| section.order)
        .common(|section| &section.head)
}

pub(super) fn questions(corpus: &Corpus) -> TableOf<'_, (usize, &Question)> {
    table(codebook(corpus).enumerate(), &["id"], "The codebook, in its order.")
        .column("id", "Id, as in the address of its page.", |(_, question)| &question.id)
        .reference("section", "sections", "Its section.", |(_, question)| &question.section)
        .column("place", "Its place in the codebook, from 1.", |(place, _)| place + 1)
        .column("wording", "The question, worded by problem.", |(_, question)| &question.wording)
        .column("label", "Short label.", |(_, question)| &question.label)
        .column("kind", "yes-no, scale, choice, several, date, number or text.", |(_, question)| question.kind)
        .column("domain", "law or practice.", |(_, question)| question.domain)
        .column("basis", "provision, action or source: what an answer must rest on.", |(_, question)| question.basis)
        .column("asks", "For answers computed from treaty actions: signed, bound or reserved.", |(_, question)| {
            applicable(question.computed.as_ref().map(|computed| computed.asks))
        })
        .column("instruments", "For answers computed from treaty actions: of which instruments.", |(_, question)| {
            applicable(question.computed.as_ref().map(|computed| &computed.instruments))
        })
        .column("benchmark", "The instrument against which answers are read.", |(_, question)| benchmark(question).0)
        .column("benchmark_article", "The article of that instrument.", |(_, question)| benchmark(question).1)
        .reference("parent", "questions", "The question that must be answered first.", |(_, question)| {
            question.parent.as_ref().map(|parent| &parent.question)
        })
        .column("parent_when", "The answers to it with which this question applies.", |(_, question)| {
            applicable(question.parent.as_ref().map(|parent| &parent.when))
        })
        .column("include", "What counts.", |(_, question)| &question.include)
        .column("exclude", "What does not.", |(_, question)| &question.exclude)
        .column("topics", "Topics.", |(_, question)| &question.topics)
        .common(|(_, question)| &question.head)
        // Named last, to keep the order of foreign keys that the schema has always had.
        .foreign_key("benchmark", "instruments")
}

pub(super) fn answers(corpus: &Corpus) -> TableOf<'_, (&Question, &str, &Prose)> {
    let answers = codebook(corpus).flat_map(|question| {
        question.answers.iter().map(move |(answer, meaning)| (question, answer.as_str(), meaning))
    });
    table(answers, &["question", "answer"], "What each answer means for a question.")
        .reference("question", "questions", "The question.", |(question, _, _)| &question.id)
        .column("answer", "The answer.", |(_, answer, _)| *answer)
        .column("meaning", "What it means there.", |(_, _, meaning)| *meaning)
}

/// The questions in the order of the codebook.
pub(super) fn codebook(corpus: &Corpus) -> impl Iterator<Item = &Question> {
    corpus.codebook.iter().filter_map(|id| corpus.questions.get(id.as_str()))
}

/// The instrument against which answers are compared, and the article of it: `treaty#3-a`.
fn benchmark(question: &Question) -> (Option<&str>, Presence<Option<&str>>) {
    let whole = question.benchmark.as_ref().map(|at| at.value.as_str());
    let (instrument, article) = match whole.and_then(|whole| whole.split_once('#')) {
        Some((instrument, article)) => (Some(instrument), Some(article)),
        None => (whole, None),
    };
    (instrument, where_applicable(instrument.is_some(), article))
}
