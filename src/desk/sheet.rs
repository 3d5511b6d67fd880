//! The cells of a site as rows of a sheet: one row for each finding, and an empty one for each cell that nobody has
//! researched.
//!
//! What comes in is a sound site; what goes out are rows of words, in the order of countries and codebook. This file
//! knows nothing of XLSX and CSV.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::law::cell::{self, State};
use crate::law::{AnswerKind, Basis, Corpus, CountryId, Day, Finding, Kind, Question};
use crate::text::{File, nearest_id};

use super::column::{Column, columns};
use super::known::{Known, findings};
use super::sum::sum;

/// Which cells a sheet has; an empty list means all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Ids of countries.
    pub countries: Vec<String>,
    /// Ids of sections of the codebook.
    pub sections: Vec<String>,
    /// Ids of questions.
    pub questions: Vec<String>,
    /// The coder for whom the sheet is made: it has what this coder answered and says nothing of other people's answers;
    /// all other cells are empty but for the coder. `None` for a sheet of everybody's answers.
    pub coder: Option<String>,
}

/// The headings of the columns before the fields, which nobody fills in.
pub(super) const FIXED: [&str; 7] = ["entry", "codebook", "country", "question", "asks", "now", "answers"];

/// The heading of the last column: why an answer was wrong.
pub(super) const REASON: &str = "reason";

/// The rows of a sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The columns of the fields.
    pub columns: Vec<Column>,
    /// In the order of countries, codebook and files.
    pub rows: Vec<Row>,
    /// The sources of the site: id, short name, citation, kind, tier.
    pub sources: Vec<[String; 5]>,
    /// The title of the site.
    pub title: String,
}

/// A finding, or an empty cell of the matrix.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where the finding stands, with a checksum of what it says; empty for an empty cell.
    pub entry: String,
    /// The checksum of the question.
    pub codebook: String,
    /// The id of the country.
    pub country: String,
    /// The id of the question.
    pub question: String,
    /// The question in full.
    pub asks: String,
    /// What the cell says on the day of the main views: the word of its state, or its value.
    pub now: String,
    /// The words that may be answered; the same list for all rows of a question.
    pub answers: Arc<Answers>,
    /// The words of the fields, by column.
    pub values: Vec<String>,
}

/// How a question may be answered.
#[derive(Debug)]
pub struct Answers {
    /// The keywords.
    pub words: Vec<String>,
    /// Whether other words may be written, too: a date, a number, a sentence, several keywords.
    pub free: bool,
    /// The definitions, a line each.
    pub definitions: String,
}

/// The cells of `corpus` that `selection` asks for; `files` are the files from which it was made. An unknown id is an
/// error, with the id that was probably meant.
pub fn sheet(corpus: &Corpus, files: &[File], selection: &Selection, today: Option<Day>) -> Result<Sheet, String> {
    let columns = columns();
    let known = findings(files, &columns);
    let coder = coder(selection)?;
    let day = today.or(corpus.settings.edition).or_else(|| corpus.latest_day());
    let countries = countries(corpus, selection)?;
    let questions = questions(corpus, selection)?;
    let mut rows = Vec::new();
    for country in &countries {
        let own = known.get(country.as_str()).map_or(&[][..], Vec::as_slice);
        for (question, answers) in &questions {
            let id = question.id.as_str();
            let now = day.filter(|_| coder.is_empty()).map(|day| now(corpus, question, country, day));
            let now = now.unwrap_or_default();
            let row = |entry: String, values: Vec<String>| Row {
                entry,
                codebook: fingerprint(question, id),
                country: country.to_string(),
                question: id.to_owned(),
                asks: question.wording.to_string(),
                now: now.clone(),
                answers: answers.clone(),
                values,
            };
            let is_of_cell = |known: &&Known| {
                corpus.present_id(Kind::Question, &known.question) == id
                    && (coder.is_empty() || known.text(&columns, "coder") == coder)
            };
            let findings: Vec<&Known> = own.iter().filter(is_of_cell).collect();
            rows.extend(findings.iter().map(|known| row(known.code(), known.values.clone())));
            // Nobody types what is computed from the acts of a country.
            if findings.is_empty() && question.basis != Basis::Action {
                let filled = |column: &Column| if column.name == "coder" { coder.to_owned() } else { String::new() };
                rows.push(row(String::new(), columns.iter().map(filled).collect()));
            }
        }
    }
    let title = corpus.settings.title.as_ref().map(|title| title.to_string()).unwrap_or_default();
    Ok(Sheet { columns, rows, sources: sources(corpus), title })
}

/// The coder for whom the sheet is made; empty where it is made for nobody in particular.
fn coder(selection: &Selection) -> Result<&str, String> {
    match selection.coder.as_deref().map(str::trim) {
        Some("") => Err("the coder has no name".to_owned()),
        Some(Finding::COMPUTED) => Err(format!("the coder `{}` is not a person", Finding::COMPUTED)),
        coder => Ok(coder.unwrap_or_default()),
    }
}

/// The present ids of what is chosen.
fn present(corpus: &Corpus, kind: Kind, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| corpus.present_id(kind, id).to_owned()).collect()
}

fn countries<'c>(corpus: &'c Corpus, selection: &Selection) -> Result<Vec<&'c CountryId>, String> {
    let wanted = present(corpus, Kind::Country, &selection.countries);
    all_known("country", &wanted, || corpus.countries.iter().map(|country| country.id.as_str()))?;
    let compared = corpus.columns.iter();
    let others = corpus.countries.iter().map(|country| &country.id).filter(|id| !corpus.columns.contains(id));
    let chosen = |id: &&CountryId| match wanted.is_empty() {
        true => corpus.columns.contains(id),
        false => wanted.iter().any(|chosen| chosen == id.as_str()),
    };
    Ok(compared.chain(others).filter(chosen).collect())
}

fn questions<'c>(corpus: &'c Corpus, selection: &Selection) -> Result<Vec<(&'c Question, Arc<Answers>)>, String> {
    let sections = present(corpus, Kind::Section, &selection.sections);
    let wanted = present(corpus, Kind::Question, &selection.questions);
    all_known("section", &sections, || corpus.sections.iter().map(|section| section.id.as_str()))?;
    all_known("question", &wanted, || corpus.questions.iter().map(|question| question.id.as_str()))?;
    let all = sections.is_empty() && wanted.is_empty();
    let chosen = |question: &&Question| {
        let (id, section) = (question.id.as_str(), question.section.as_str());
        all || wanted.iter().any(|chosen| chosen == id) || sections.iter().any(|chosen| chosen == section)
    };
    let list = corpus.codebook.iter().filter_map(|id| corpus.questions.get(id.as_str())).filter(chosen);
    Ok(list.map(|question| (question, Arc::new(answers(question)))).collect())
}

fn all_known<'c, I: Iterator<Item = &'c str>>(kind: &str, ids: &[String], known: impl Fn() -> I) -> Result<(), String> {
    let Some(unknown) = ids.iter().find(|id| known().all(|known| known != id.as_str())) else { return Ok(()) };
    let near = nearest_id(unknown, known()).map(|near| format!("; did you mean `{near}`?"));
    Err(format!("there is no {kind} `{unknown}`{}", near.unwrap_or_default()))
}

fn now(corpus: &Corpus, question: &Question, country: &CountryId, day: Day) -> String {
    let cell = cell::on(corpus, question, country, day);
    let value = cell.shown.and_then(|finding| finding.answer.value.value());
    match (cell.state, value) {
        (State::Value, Some(value)) => value.to_owned(),
        (state, _) => state.word().to_owned(),
    }
}

/// The answers that a question allows, as `check` has them: those that it defines, and the states.
fn answers(question: &Question) -> Answers {
    let states = State::ALL.iter().filter(|state| state.is_written() && **state != State::NotApplicable);
    let is_yes_no = question.kind == AnswerKind::YesNo;
    let states = states.filter(|state| is_yes_no || !matches!(state, State::Yes | State::No));
    let mut words: Vec<String> = question.answers.iter().map(|(word, _)| word.clone()).collect();
    for state in states.map(|state| state.word().to_owned()) {
        if !words.contains(&state) {
            words.push(state);
        }
    }
    let free = !matches!(question.kind, AnswerKind::YesNo | AnswerKind::Scale | AnswerKind::Choice);
    let mut lines = vec![question.wording.to_string()];
    lines.extend(question.answers.iter().map(|(word, meaning)| format!("{word}: {}", meaning.text().trim())));
    let more = [("Counts", &question.include), ("Does not count", &question.exclude)];
    for (name, prose) in more {
        lines.extend(prose.iter().map(|prose| format!("{name}: {}", prose.text().trim())));
    }
    lines.extend(match question.kind {
        AnswerKind::Date => Some("A date: 2003-08-01, 2003-08, 2003, mid-2005.".to_owned()),
        AnswerKind::Number => Some("A number and its unit: 15 years.".to_owned()),
        AnswerKind::Several => Some("Several of these words, with commas or `;` between.".to_owned()),
        _ => None,
    });
    Answers { words, free, definitions: lines.join("\n\n") }
}

/// The checksum of all that makes an answer to a question right or wrong, for a question that is or was called `id`.
pub(super) fn fingerprint(question: &Question, id: &str) -> String {
    let prose = [&question.include, &question.exclude].map(|prose| prose.as_ref().map_or("", |prose| prose.text()));
    let defined = question.answers.iter().flat_map(|(word, meaning)| [word.as_str(), meaning.text()]);
    let wording: &str = &question.wording;
    let own = [id, wording, question.kind.word(), question.domain.word(), question.basis.word()];
    sum(own.into_iter().chain(prose).chain(defined))
}

fn sources(corpus: &Corpus) -> Vec<[String; 5]> {
    let mut seen = BTreeSet::new();
    let list = corpus.sources.iter().filter(|source| seen.insert(source.id.as_str()));
    list.map(|source| {
        let kind = source.kind.as_ref().map(|kind| kind.to_string()).unwrap_or_default();
        let tier = source.tier.map_or("", |tier| tier.word()).to_owned();
        let short = source.short.clone().unwrap_or_default();
        [source.id.to_string(), short, source.citation.clone(), kind, tier]
    })
    .collect()
}
