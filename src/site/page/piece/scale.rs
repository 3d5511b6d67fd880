//! Values of questions with defined answers (scale, choice, several): their position among the answers.

use crate::law::{AnswerKind, Question, cell, cell::State};
use crate::site::view::{Cell, StateCount};
use crate::text::slug;

/// The style classes of a scale, from its first answer to its last.
const STEPS: [&str; 5] = ["scale-1", "scale-2", "scale-3", "scale-4", "scale-5"];

/// The style class of an answer: its position on a scale of five steps, whatever the number of answers is.
pub fn step(question: &Question, state: State, value: Option<&str>) -> &'static str {
    let Some(place) = place(question, state, value) else { return "" };
    match question.kind {
        AnswerKind::Choice | AnswerKind::Several => "choice",
        // The first answer is the first step and the last answer the last step; the others are spread evenly.
        _ => STEPS[place * (STEPS.len() - 1) / (question.answers.len() - 1).max(1)],
    }
}

/// The single answers in a value, in the order of the question; for other kinds of question the value as a whole.
fn words_of<'v>(question: &'v Question, value: &'v str) -> Vec<&'v str> {
    if question.kind != AnswerKind::Several {
        return vec![value];
    }
    let mut words: Vec<&str> = cell::several(value).collect();
    let place = |word: &str| question.answers.iter().position(|(answer, _)| answer == word).unwrap_or(usize::MAX);
    words.sort_by_key(|word| place(word));
    words
}

/// A value as pages print it: several answers in the order of the question.
pub fn shown(question: &Question, value: &str) -> String {
    words_of(question, value).join(", ")
}

/// The keys of a value in the filter of the matrix, separated by spaces; empty if the question defines no answers.
pub fn key(question: &Question, value: Option<&str>) -> String {
    let words = value.filter(|_| is_graded(question)).into_iter().flat_map(|value| words_of(question, value));
    words.map(|word| key_of(question, word)).collect::<Vec<String>>().join(" ")
}

/// The key of one answer. Where another answer differs in signs alone (`A+` and `A-`), the signs are part of it.
fn key_of(question: &Question, word: &str) -> String {
    let key = slug(word);
    if !question.answers.iter().any(|(other, _)| other != word && slug(other) == key) {
        return key;
    }
    let coded = |c: char| match c {
        ' ' => "-".to_owned(),
        'a'..='z' | '0'..='9' => c.to_string(),
        c => format!("u{:x}", u32::from(c)),
    };
    word.chars().map(coded).collect()
}

/// The number of cells for each answer: defined answers in the question's order, then states.
pub fn counts<'v>(question: &Question, cells: impl Iterator<Item = &'v Cell> + Clone) -> Vec<StateCount> {
    let mut list = Vec::new();
    let graded = || question.answers.iter().filter(|_| is_graded(question));
    for (word, _) in graded() {
        let state = State::parse(word);
        list.push(StateCount {
            state: state.unwrap_or(State::Value).word(),
            count: cells.clone().filter(|cell| gives(question, cell, word)).count(),
            step: step(question, state.unwrap_or(State::Value), Some(word)),
            value: state.is_none().then(|| word.clone()),
        });
    }
    let told = |cell: &Cell| graded().any(|(word, _)| gives(question, cell, word));
    for state in State::WORDS {
        let count = cells.clone().filter(|cell| cell.state == *state && !told(cell)).count();
        list.push(StateCount { state, count, value: None, step: "" });
    }
    list.retain(|counted| counted.count > 0);
    list
}

/// Whether a cell gives the answer `word`: as one of its values, or as its state.
pub fn gives(question: &Question, cell: &Cell, word: &str) -> bool {
    match State::parse(word) {
        Some(state) => cell.state == state.word(),
        None => {
            let mut words = cell.value.iter().flat_map(|value| words_of(question, value));
            cell.state == State::Value.word() && words.any(|own| own == word)
        }
    }
}

fn is_graded(question: &Question) -> bool {
    matches!(question.kind, AnswerKind::Scale | AnswerKind::Choice | AnswerKind::Several)
}

/// The position of an answer among those of its question, from 0.
fn place(question: &Question, state: State, value: Option<&str>) -> Option<usize> {
    let word = match state {
        State::Value => words_of(question, value?).into_iter().next()?,
        state => state.word(),
    };
    question.answers.iter().filter(|_| is_graded(question)).position(|(answer, _)| answer == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::sample::Sample;

    fn question(kind: AnswerKind, words: &[&str]) -> Question {
        let sample = Sample::new().question("q", kind).asking(|q| {
            q.answers = words
                .iter()
                .map(|word| ((*word).to_owned(), crate::text::Prose::of_value("…", Sample::place())))
                .collect();
        });
        sample.corpus().questions.get("q").expect("the question is there").clone()
    }

    #[test]
    fn a_scale_is_coloured_from_its_first_answer_to_its_last() {
        let scale = question(AnswerKind::Scale, &["no", "very restrictive", "restrictive", "broad"]);
        assert_eq!(step(&scale, State::No, None), "scale-1");
        assert_eq!(step(&scale, State::Value, Some("very restrictive")), "scale-2");
        assert_eq!(step(&scale, State::Value, Some("restrictive")), "scale-3");
        assert_eq!(step(&scale, State::Value, Some("broad")), "scale-5");
        assert_eq!(step(&scale, State::SourceSilent, None), "");
        assert_eq!(step(&question(AnswerKind::Scale, &["only"]), State::Value, Some("only")), "scale-1");
    }

    #[test]
    fn a_choice_has_no_order_and_other_questions_have_no_steps() {
        assert_eq!(step(&question(AnswerKind::Choice, &["a", "b"]), State::Value, Some("b")), "choice");
        assert_eq!(step(&question(AnswerKind::YesNo, &["yes", "no"]), State::Yes, None), "");
        assert_eq!(key(&question(AnswerKind::Text, &[]), Some("words")), "");
    }

    #[test]
    fn answers_that_differ_in_signs_have_keys_of_their_own() {
        for words in [
            ["< 5 years", "> 5 years", "5 years"],
            ["A+", "A-", "A"],
            ["+", "-", "\u{b1}"],
            ["\u{a7} 1", "1", "\u{2014}"],
        ] {
            let choice = question(AnswerKind::Choice, &words);
            let keys: std::collections::BTreeSet<_> = words.iter().map(|word| key(&choice, Some(word))).collect();
            assert!(keys.len() == 3 && !keys.iter().any(|key| key.contains(' ')), "{keys:?}");
        }
        assert_eq!(key(&question(AnswerKind::Choice, &["fine, prison", "none"]), Some("fine, prison")), "fine-prison");
    }

    #[test]
    fn several_answers_are_told_one_by_one_in_the_order_of_the_question() {
        let several = question(AnswerKind::Several, &["recruit", "transport", "harbour"]);
        assert_eq!(key(&several, Some("transport, recruit")), "recruit transport");
        assert_eq!(shown(&several, "transport, recruit"), "recruit, transport");
        assert_eq!(step(&several, State::Value, Some("harbour")), "choice");
    }
}
