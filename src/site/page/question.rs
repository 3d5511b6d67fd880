//! The page of a question, with the answer for each country and all its details.
//!
//! What comes in is the record of the question; what goes out is one view for three pages: the page of the question; the same
//! where it is split, which counts the answers and leaves them to its parts; and a part, which has some countries and leaves
//! what is said of the question itself to the page. How answers are chosen and worded it does not know: `piece/answer`,
//! `piece/summary` and `piece/strip` do.

use crate::law::{self, Kind, cell::State};
use crate::site::context::Context;
use crate::site::page::piece::{answer, article, conflict, elements, origin, part, scale, strip, summary};
use crate::site::route::Page;
use crate::site::view::{AnswerMeaning, Benchmark, Cell, CellDetail, Prose, Question, StateCount};

pub fn view<'s>(cx: &Context<'s>, question: &'s law::Question) -> Question {
    let corpus = cx.corpus();
    let id = &question.id;
    let columns = part::columns(cx, corpus.columns.iter().collect());
    let cells: Vec<CellDetail> = columns.into_iter().map(|c| answer::detail(cx, question, c)).collect();
    // The page of the question, split or not: a part leaves to it what is said of the question itself.
    let is_whole = matches!(cx.at.page, Page::Question(_));
    // What a page that is split leaves to its parts: it counts these cells and shows none.
    let left: Vec<Cell> = if part::is_split(cx) {
        corpus.columns.iter().map(|c| answer::cell(cx, question, c)).collect()
    } else {
        Vec::new()
    };
    let all = || cells.iter().map(|detail| &detail.cell).chain(&left);
    let benchmark = question.benchmark.as_ref().and_then(|b| benchmark(cx, &b.value));
    let place = corpus.codebook.iter().position(|q| q == id);
    let neighbour =
        |at: Option<usize>| at.and_then(|at| corpus.codebook.get(at)).map(|q| cx.link(Kind::Question, q.as_str()));
    let counts = scale::counts(question, all());
    let children = cx.site.index.codebook().filter(|q| q.parent.as_ref().is_some_and(|p| p.question.value == *id));
    Question {
        id: id.to_string(),
        wording: question.wording.clone(),
        label: question.label.clone(),
        section: cx.link(Kind::Section, question.section.as_str()),
        domain: question.domain.word(),
        basis: question.basis.word(),
        kind: question.kind.word(),
        answers: question.answers.iter().enumerate().map(|(n, (word, meaning))| answer(cx, word, meaning, n)).collect(),
        other_states: others(&counts, question),
        include: cx.note(question.include.as_ref(), "include-"),
        exclude: cx.note(question.exclude.as_ref(), "exclude-"),
        elements: elements::view(cx, benchmark.as_ref(), &cells),
        benchmark: benchmark.filter(|_| is_whole),
        parent: question.parent.as_ref().map(|p| cx.link(Kind::Question, p.question.as_str())),
        parent_when: question.parent.as_ref().map(|p| p.when.clone()).unwrap_or_default(),
        children: children.map(|q| cx.link(Kind::Question, q.id.as_str())).collect(),
        topics: cx.topics(&question.topics),
        body: if is_whole { cx.prose(&question.body, "text-") } else { Prose::default() },
        counts,
        summary: summary::view(cx, question, all()),
        cells,
        strips: strip::of_question(cx, question),
        conflicts: if is_whole { conflict::touching(cx, Kind::Question, id.as_str()) } else { Vec::new() },
        previous: neighbour(place.and_then(|at| at.checked_sub(1))),
        next: neighbour(place.map(|at| at + 1)),
        cited_by: if is_whole { origin::backlinks(cx, Kind::Question, id.as_str()) } else { Vec::new() },
        trace: question.head.trace.clone(),
    }
}

/// States that occur in the cells, and which the question does not define.
fn others(counts: &[StateCount], question: &law::Question) -> Vec<&'static str> {
    let defined = |key: &str| question.answers.iter().any(|(word, _)| word == key);
    counts.iter().filter(|c| c.value.is_none()).map(|c| c.state).filter(|key| !defined(key)).collect()
}

fn answer(cx: &Context<'_>, word: &str, meaning: &crate::text::Prose, number: usize) -> AnswerMeaning {
    AnswerMeaning {
        answer: word.to_owned(),
        is_state: State::parse(word).is_some(),
        meaning: cx.prose(meaning, &format!("answer-{number}-")),
    }
}

fn benchmark(cx: &Context<'_>, text: &str) -> Option<Benchmark> {
    let (id, key) = text.split_once('#').map_or((text, None), |(id, key)| (id, Some(key)));
    let instrument = cx.corpus().instruments.get(id)?;
    let article = key.and_then(|key| instrument.articles.iter().find(|a| a.key.value == key));
    let link = cx.record_ref(&cx.corpus().resolve_as(law::Kind::Instrument, text).ok()?);
    Some(Benchmark { link, article: article.map(|a| article::view(cx, instrument, a)) })
}
