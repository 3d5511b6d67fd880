//! What stands at a place, in words: the meaning of a field, the record behind an id.

use std::fmt::Write as _;
use std::ops::Range;

use crate::content::{Form, of_path};
use crate::law::{Kind, RecordRef};
use crate::text::FileId;

use super::complete::meaning;
use super::cursor::{Cursor, cursor};
use super::navigate::mentioned_at;
use super::workspace::Workspace;

/// What stands at byte `offset` of a file, whose `text` may be newer than the law of the site: the bytes of the word, and
/// Markdown about it.
pub fn hover(workspace: &Workspace, file: FileId, text: &str, offset: usize) -> Option<(Range<usize>, String)> {
    if let Some(mention) = mentioned_at(workspace, file, offset) {
        let range = mention.span.range();
        let is_there = text.get(range.clone()) == workspace.files.get(file).text.get(range.clone());
        return is_there.then(|| (range, of_record(workspace, &mention.record)));
    }
    let form = of_path(&workspace.files.get(file).path)?;
    let (table, key, word) = match cursor(text, offset, matches!(form, Form::Settings))? {
        Cursor::Key { table, word } => (table, text[word.clone()].to_owned(), word),
        Cursor::Value { table, key, word, .. } => (table, key, word),
        Cursor::Header { word, .. } => {
            let mut names: Vec<String> = text[word.clone()].split('.').map(str::to_owned).collect();
            let last = names.pop()?;
            (names, last, word)
        }
        Cursor::Record { .. } | Cursor::Source { .. } => return None,
    };
    let names: Vec<&str> = table.iter().map(String::as_str).collect();
    let field = form.fields(&names)?.into_iter().find(|field| field.name == key)?;
    let required = if field.required { " (required)" } else { "" };
    Some((word, format!("**`{}`**{required}: {}", field.name, meaning(field))))
}

/// A record in a few words: its kind, its title, and what a reader of the id wants to know first.
fn of_record(workspace: &Workspace, record: &RecordRef) -> String {
    let corpus = &workspace.corpus;
    let title = corpus.record(record.kind, &record.id).map(|record| record.title().to_owned()).unwrap_or_default();
    let mut out = format!("**{title}**\n\n{} `{}`", record.kind.word(), record.id);
    if let Some(part) = &record.anchor {
        let _ = write!(out, ", part `{part}`");
    }
    match record.kind {
        Kind::Question => question(workspace, &record.id, &mut out),
        Kind::Provision => provision(workspace, &record.id, &mut out),
        Kind::Source => {
            if let Some(source) = corpus.sources.get(&record.id) {
                let _ = write!(out, "\n\n{}", source.citation);
            }
        }
        Kind::Law => {
            if let Some(official) = corpus.laws.get(&record.id).and_then(|law| law.official_title.as_ref()) {
                let _ = write!(out, "\n\n{}", official.text);
            }
        }
        _ => {
            let body = corpus.record(record.kind, &record.id).and_then(|record| record.body());
            let first = body.and_then(|body| body.text().split("\n\n").map(str::trim).find(|text| !text.is_empty()));
            if let Some(first) = first.filter(|text| !text.starts_with('#')) {
                let _ = write!(out, "\n\n{first}");
            }
        }
    }
    out
}

/// The question in full, what counts and what does not, and its answers.
fn question(workspace: &Workspace, id: &str, out: &mut String) {
    let Some(question) = workspace.corpus.questions.get(id) else { return };
    let _ = write!(out, "\n\n{}", &*question.wording);
    for (word, prose) in [("Counts", &question.include), ("Does not count", &question.exclude)] {
        if let Some(prose) = prose {
            let _ = write!(out, "\n\n*{word}:* {}", prose.text().trim());
        }
    }
    for (answer, means) in &question.answers {
        let _ = write!(out, "\n- `{answer}`: {}", means.text().trim());
    }
}

/// Heading and words of the latest wording of an article.
fn provision(workspace: &Workspace, id: &str, out: &mut String) {
    let Some(provision) = workspace.corpus.provisions.get(id) else { return };
    let law = workspace.corpus.laws.get(provision.law.as_str()).map(|law| law.title.as_str()).unwrap_or_default();
    let _ = write!(out, "\n\n{law}, {}", provision.article);
    let Some(wording) = provision.wordings.last() else { return };
    if let Some(heading) = &wording.heading {
        let _ = write!(out, "\n\n*{}*", &**heading);
    }
    if let Some(quotation) = &wording.quotation {
        let words: String = quotation.text.chars().take(600).collect();
        let _ = write!(out, "\n\n> {}", words.replace('\n', "\n> "));
    } else if let Some(summary) = &wording.summary {
        let _ = write!(out, "\n\n{}", summary.text().trim());
    }
}
