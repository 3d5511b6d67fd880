//! The codebook and its answers: which answers a question allows, computed answers that must not be written, conditions
//! of questions, countries without answers, and groups with too many pages of pairs.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::cell::{self, State};
use crate::law::{Answer, AnswerKind, Basis, Corpus, CountryId, Date, Day, Finding, Group, Question, RestsOn};
use crate::text::{Diagnostic, Diagnostics, Fault, Level, nearest, nearest_id};

use super::alone::alone;

/// An answer that the question does not list.
pub static ANSWER_NOT_LISTED: Fault = Fault {
    code: "answer-not-listed",
    level: Level::Error,
    summary: "an answer that is not among the answers of its question",
    explanation: "A question of kind `scale`, `choice` or `several` defines its answers; a question of kind `yes-no` is \
                  answered by `yes`, `no` and the other states, and by what it defines besides. Any other word would be an \
                  answer that nobody defined, and would match no filter. `yes` and `no` answer only a question that asks for \
                  them, or defines them; that the law has nothing of the kind is `no-provision`.\n\n\
                  Use one of the words in the question's `answers` (for `several`, with commas or `;` between), or define the new one \
                  there.",
};

/// A value of another type than the question asks for.
pub static ANSWER_KIND: Fault = Fault {
    code: "answer-kind",
    level: Level::Error,
    summary: "an answer that is not a date, or not a number, where the question asks for one",
    explanation: "The answer to a question of kind `date` is a date as everywhere in the files (`2003-08`, `mid-2005`); the \
                  answer to one of kind `number` begins with the number, and its unit follows (`15 years`). Neither is answered by \
                  `yes` or `no`: where the law has no such thing, the answer is `no-provision`, and where the source does not give \
                  the date or number, `source-silent`.",
};

/// A question whose basis and computation do not fit together.
pub static BASIS_ACTION: Fault = Fault {
    code: "basis-action",
    level: Level::Error,
    summary: "a question that rests on treaty actions without saying how it is computed, or the reverse",
    explanation: "A question with `basis = \"action\"` is computed from treaty actions, and says how:\n\n\
                  ```toml\nbasis = \"action\"\n[computed]\nasks = \"bound\"\ninstruments = [\"my-treaty\"]\n```\n\n\
                  A question with another basis has no `[computed]`.",
};

/// An answer of law that names no law.
pub static BASIS_NOT_RECORDED: Fault = Fault {
    code: "basis-not-recorded",
    level: Level::Warning,
    summary: "a question asks for a provision, and its answer rests on the word of a source alone",
    explanation: "A question with `basis = \"provision\"` is answered by the law: readers want to see the article. Where the source names none, or \
                  its article is not recorded here, the finding says why no provision is named:\n\n\
                  ```toml\nrests_on = [\"source\"]\nbasis_note = \"the report names no article\"\n```\n\n\
                  In `[defaults]` the note holds for all findings of the file. An answer `no` or `no-provision` has nothing to name, and \
                  neither have `source-silent` and `source-unavailable`.",
};

/// An answer that is computed, but also written in a file.
pub static TYPED_TWICE: Fault = Fault {
    code: "typed-twice",
    level: Level::Error,
    summary: "a finding was typed although it is computed from a treaty action of the same source",
    explanation: "The answer follows from the country's treaty actions. Typed once more, the two can drift apart.\n\n\
                  Remove the finding. Its note and its words of the source belong to the statement in `treaties.md`.",
};

/// The name of a coder that is reserved.
pub static CODER_RESERVED: Fault = Fault {
    code: "coder-reserved",
    level: Level::Error,
    summary: "a finding was typed under the name that computed findings have",
    explanation: "The coder `computed` marks findings that the program made from treaty actions, and what the depositary \
                  records among them stands before all others.\n\nGive the coder another id: `coder-1`.",
};

/// A condition on an answer that the parent question cannot have.
pub static PARENT_ANSWER: Fault = Fault {
    code: "parent-answer",
    level: Level::Error,
    summary: "a question applies with an answer that the question above cannot have",
    explanation: "`when` lists answers of the parent question: states (`yes`, `partial`) and the words that it defines. With \
                  a word that it cannot have, this question would never apply.",
};

/// An answer to a question that does not apply to the country.
pub static ANSWER_EXCLUDED: Fault = Fault {
    code: "answer-excluded",
    level: Level::Warning,
    summary: "a question is answered although the answer above it excludes it",
    explanation: "The parent's answer leaves no room for this question, so the site shows `not-applicable` and hides the \
                  finding.\n\n\
                  One of the two findings is wrong, or the parent's `when` is too narrow: perhaps `partial` or `indirect` \
                  belongs into it.",
};

/// A country that is compared but answers no question.
pub static COUNTRY_UNANSWERED: Fault = Fault {
    code: "country-unanswered",
    level: Level::Warning,
    summary: "a country that is compared has no finding at all",
    explanation: "Its column says `not-researched` from top to bottom.\n\n\
                  Add its findings, mark it as `draft = true` until they are there, or let it appear with the instruments \
                  alone: `compared = false`.",
};

/// A group that makes more pages of two countries than anybody reads.
pub static MANY_PAIRS: Fault = Fault {
    code: "many-pairs",
    level: Level::Warning,
    summary: "a group of countries brings more than a thousand pages of two",
    explanation: "Each two countries of a group have a page on which they stand side by side. Their number grows with the \
                  square of the group: 10 for five countries, 990 for forty-five, 18,915 for a hundred and ninety-five. Past \
                  a thousand they are most of the files of a site, and few of them are ever read.\n\n\
                  Make smaller groups of those whose comparison is asked for (neighbours, a region, a family of laws): a \
                  country may stand in several, and a pair that stands in two has one page. All countries together are what \
                  the matrix is for; in it readers choose any two.",
};

/// The most pages of pairs that one group may make without a warning.
const MOST_PAIRS: usize = 1000;

/// Runs all checks of questions and answers; `today` is the day of the main views. Where `faulty` records were left
/// out, countries are not reported as unanswered.
pub(super) fn check(corpus: &Corpus, today: Option<Day>, faulty: bool, found: &mut Diagnostics) {
    for question in corpus.questions.iter() {
        alone(question.head.at, found, |found| {
            check_basis(question, found);
            check_parent(corpus, question, found);
        });
    }
    check_answer_words(corpus, found);
    for (question, country, range) in corpus.cells.iter() {
        let Some(question) = corpus.questions.get(question.as_str()) else { continue };
        let findings = corpus.findings.get(range).unwrap_or(&[]);
        let computed: Vec<&Finding> = findings.iter().filter(|f| f.is_computed()).collect();
        for finding in findings {
            alone(finding.head.at, found, |found| {
                check_coder(finding, found);
                if !finding.is_computed() {
                    check_answer(question, finding, found);
                    check_basis_of(question, finding, found);
                    check_typed_twice(&computed, finding, found);
                }
            });
        }
        if let (Some(today), Some(first)) = (today, findings.first()) {
            alone(first.head.at, found, |found| check_excluded(corpus, question, country, findings, today, found));
        }
    }
    corpus.settings.groups.iter().for_each(|group| check_pairs(corpus, group, found));
    if !faulty {
        check_unanswered(corpus, found);
    }
}

fn check_pairs(corpus: &Corpus, group: &Group, found: &mut Diagnostics) {
    let members: BTreeSet<&CountryId> = group.countries.iter().map(|id| &id.value).collect();
    let compared = members.into_iter().filter(|id| corpus.columns.contains(id)).count();
    let pairs = compared * compared.saturating_sub(1) / 2;
    if pairs > MOST_PAIRS {
        let message = format!("`{}` brings {pairs} pages of two countries", group.title);
        let help = "make smaller groups: a country may stand in several; in the matrix readers choose any two";
        found.push(MANY_PAIRS.at(group.at, message).help(help));
    }
}

fn name(finding: &Finding) -> String {
    format!("`{}`, `{}`", finding.country, finding.question.value)
}

fn check_basis(question: &Question, found: &mut Diagnostics) {
    let message = match (question.basis, &question.computed) {
        (Basis::Action, None) => "rests on treaty actions, but does not say how it is computed",
        (Basis::Provision | Basis::Source, Some(_)) => "is computed, but does not rest on treaty actions",
        _ => return,
    };
    found.push(
        BASIS_ACTION
            .at(question.head.at, format!("`{}` {message}", question.id))
            .help("`basis = \"action\"` and `[computed]` belong together"),
    );
}

/// The keywords that the question lists as answers; free values are left out.
fn words(question: &Question) -> impl Iterator<Item = &str> {
    let is_asked = takes_yes_and_no(question);
    let states = State::ALL.iter().filter(move |state| match state {
        State::Value | State::Conflicting | State::NotApplicable | State::NotResearched => false,
        State::Yes | State::No => is_asked,
        _ => true,
    });
    // The answers that the question defines stand first, and each once.
    let defined = |word: &str| question.answers.iter().any(|(answer, _)| answer == word);
    let further = states.map(|state| state.word()).filter(move |word| !defined(word));
    question.answers.iter().map(|(word, _)| word.as_str()).chain(further)
}

/// Whether `yes` and `no` answer the question even where it does not define them.
fn takes_yes_and_no(question: &Question) -> bool {
    matches!(question.kind, AnswerKind::YesNo | AnswerKind::Text)
}

/// A defined answer whose word is almost another.
pub static ANSWER_MISSPELT: Fault = Fault {
    code: "answer-misspelt",
    level: Level::Warning,
    summary: "a question defines an answer whose word is almost that of another",
    explanation: "`pendnig` in `[answers]` defines an answer that nobody will give: findings say `pending`, and its definition is not \
                  shown. Compared are words that one question alone defines and no finding gives, with the states (`partial`, `pending` …) \
                  and the words of several other questions.\n\n\
                  Correct the word, or acknowledge the warning where it is meant.",
};

fn check_answer_words(corpus: &Corpus, found: &mut Diagnostics) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    corpus.questions.iter().flat_map(|q| &q.answers).for_each(|(word, _)| *counts.entry(word).or_default() += 1);
    let states: Vec<&str> = State::ALL.iter().map(|state| state.word()).collect();
    let known = || {
        let shared = counts.iter().filter(|(_, count)| **count > 1).map(|(word, _)| *word);
        shared.chain(states.iter().copied())
    };
    for question in corpus.questions.iter() {
        let is_given = |word: &str| {
            let own = corpus.findings.iter().filter(|finding| finding.question.value == question.id);
            own.into_iter()
                .any(|finding| finding.answer.value.value().is_some_and(|v| cell::several(v).any(|v| v == word)))
        };
        for (word, meaning) in &question.answers {
            if counts.get(word.as_str()) != Some(&1) || states.contains(&word.as_str()) {
                continue;
            }
            let near = nearest_id(word, known()).filter(|near| question.answers.iter().all(|(own, _)| own != near));
            if let Some(near) = near.filter(|_| !is_given(word)) {
                let message = format!("the answer `{word}` is almost `{near}`, and no finding gives it");
                found.push(ANSWER_MISSPELT.at(meaning.span(), message).help(format!("did you mean `{near}`?")));
            }
        }
    }
}

fn check_parent(corpus: &Corpus, question: &Question, found: &mut Diagnostics) {
    let Some(parent) = &question.parent else { return };
    let Some(above) = corpus.questions.get(parent.question.as_str()) else { return };
    let free = matches!(above.kind, AnswerKind::Date | AnswerKind::Number | AnswerKind::Text);
    for word in &parent.when {
        if words(above).any(|known| known == word) || (free && word == State::Value.word()) {
            continue;
        }
        found.push(
            PARENT_ANSWER
                .at(
                    parent.question.span,
                    format!("`{}` applies when `{}` is `{word}`, which it cannot be", question.id, above.id),
                )
                .suggest(nearest(word, words(above)))
                .help("`when` lists states (`yes`, `partial` …) and words from the `answers` of the question above")
                .note(above.head.at, "the question above is here"),
        );
    }
}

fn check_coder(finding: &Finding, found: &mut Diagnostics) {
    if !finding.is_computed() && finding.coder() == Finding::COMPUTED {
        found.push(
            CODER_RESERVED
                .at(finding.head.at, format!("{}: the coder `{}` is not a person", name(finding), Finding::COMPUTED))
                .help("give the coder another id: `coder-1`"),
        );
    }
}

fn check_answer(question: &Question, finding: &Finding, found: &mut Diagnostics) {
    let at = finding.answer.span;
    let listed = |word: &str| question.answers.iter().any(|(answer, _)| answer == word);
    let given: Vec<&str> = match &finding.answer.value {
        Answer::Value(value) if question.kind == AnswerKind::Several => cell::several(value).collect(),
        Answer::Value(value) => vec![value.as_str()],
        // Other words for states say why there is no answer of the asked kind, or how far there is one.
        answer @ (Answer::Yes | Answer::No) if !takes_yes_and_no(question) => vec![answer.state().word()],
        _ => return,
    };
    match question.kind {
        AnswerKind::Text => {}
        AnswerKind::Date => {
            for value in given.iter().filter(|value| Date::parse(value).is_err()) {
                let message = format!("{}: `{value}` is not a date", name(finding));
                let fault = ANSWER_KIND.at(at, message);
                let fault = fault.help("write it as `2003-08-01`, `2003-08`, `2003`, `mid-2005` …");
                found.push(where_none(finding, fault));
            }
        }
        AnswerKind::Number => {
            for value in given.iter().filter(|value| !begins_with_number(value)) {
                let message = format!("{}: `{value}` is not a number", name(finding));
                let fault = ANSWER_KIND.at(at, message).help("begin with the number; its unit follows: `15 years`");
                found.push(where_none(finding, fault));
            }
        }
        AnswerKind::YesNo | AnswerKind::Scale | AnswerKind::Choice | AnswerKind::Several => {
            for value in given.iter().filter(|value| !listed(value)) {
                let fault = ANSWER_NOT_LISTED
                    .at(at, format!("{}: `{value}` is not an answer of the question", name(finding)))
                    .note(question.head.at, "the question is here");
                let is_plain = matches!(finding.answer.value, Answer::Yes | Answer::No);
                let near = nearest(value, words(question)).filter(|_| !is_plain);
                let fault = match near {
                    Some(near) => fault.suggest(Some(near)),
                    None if question.kind == AnswerKind::Several => fault.help(several(question)),
                    None => fault.help(format!("it is one of {}", quoted(words(question)))),
                };
                found.push(where_none(finding, fault));
            }
        }
    }
}

/// Adds to the fault of a `yes` or `no` to a question that asks for a value which answers say that there is none.
fn where_none(finding: &Finding, fault: Diagnostic) -> Diagnostic {
    match finding.answer.value {
        Answer::Yes | Answer::No => {
            fault.help("where the law has no such thing, it is `no-provision`; where the source does not say which, `source-silent`")
        }
        _ => fault,
    }
}

/// What helps where several answers may be given.
fn several(question: &Question) -> String {
    let first: Vec<&str> = question.answers.iter().take(2).map(|(word, _)| word.as_str()).collect();
    let all = quoted(words(question));
    format!("it is one of {all}, or several of them with commas between: `{}`", first.join(", "))
}

fn check_basis_of(question: &Question, finding: &Finding, found: &mut Diagnostics) {
    let state = finding.answer.value.state();
    let asks = question.basis == Basis::Provision && state.answers() && finding.basis_note.is_none();
    let [RestsOn::Source(at)] = finding.rests_on[..] else { return };
    if asks && !matches!(state, State::No | State::NoProvision | State::Pending | State::Unclear) {
        let message = format!("{}: the question asks for a provision, and the answer names none", name(finding));
        let fault = BASIS_NOT_RECORDED.at(at, message);
        found.push(fault.help("name the provision in `rests_on`, or say in `basis_note` why none is named"));
    }
}

fn quoted<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Whether a value begins with a number: `15`, `-2.5`, `1,200 persons`, `15–20 years`.
fn begins_with_number(value: &str) -> bool {
    let value = value.trim_start_matches(['-', '−', '+', '~', '<', '>', '≤', '≥']).trim_start();
    value.starts_with(|c: char| c.is_ascii_digit())
}

fn check_typed_twice(computed: &[&Finding], finding: &Finding, found: &mut Diagnostics) {
    let source = &finding.citation.source.value;
    if let Some(computed) = computed.iter().find(|other| other.citation.source.value == *source) {
        found.push(
            TYPED_TWICE
                .at(finding.head.at, format!("{}: the answer of `{source}` is computed", name(finding)))
                .help("remove the finding; its note belongs to the statement")
                .note(computed.head.at, "it is computed from this"),
        );
    }
}

fn check_excluded(
    corpus: &Corpus,
    question: &Question,
    country: &CountryId,
    findings: &[Finding],
    today: Day,
    found: &mut Diagnostics,
) {
    let Some(parent) = &question.parent else { return };
    if cell::on(corpus, question, country, today).state != State::NotApplicable {
        return;
    }
    if let Some(finding) = cell::deciding(corpus, findings, today).into_iter().find(|f| !f.is_computed()) {
        let mut fault = ANSWER_EXCLUDED
            .at(
                finding.answer.span,
                format!("{}: answered, but `{}` excludes it", name(finding), parent.question.value),
            )
            .help("correct one of the two findings, or the question's `when`");
        let above = corpus.findings_of(&parent.question.value, country);
        if let Some(above) = cell::deciding(corpus, above, today).first() {
            fault = fault.note(above.head.at, "the answer above is here");
        }
        found.push(fault);
    }
}

fn check_unanswered(corpus: &Corpus, found: &mut Diagnostics) {
    let answered: BTreeSet<&CountryId> = corpus.cells.iter().map(|(_, country, _)| country).collect();
    if corpus.questions.is_empty() {
        return;
    }
    for id in corpus.columns.iter().filter(|id| !answered.contains(id)) {
        let Some(country) = corpus.countries.get(id.as_str()) else { continue };
        found.push(
            COUNTRY_UNANSWERED
                .at(country.head.at, format!("`{id}` is compared, but has no finding"))
                .help("add its findings, or write `compared = false`"),
        );
    }
}
