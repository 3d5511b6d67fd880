//! What may be typed at a place: fields of the table, words of the vocabulary, ids of records, answers of the question.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::content::form::{Field, FieldType};
use crate::content::{Form, of_path};
use crate::law::{AnswerKind, Kind, State};
use crate::text::FileId;

use super::cursor::{Cursor, cursor, toml_range};
use super::workspace::{Entry, Workspace};

/// Something that may be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// What the list shows, and what is matched with what was typed.
    pub label: String,
    /// The bytes of the file that it replaces.
    pub replaces: Range<usize>,
    /// What is written in their place.
    pub insert: String,
    /// Bytes of `insert` before the place where typing goes on; at its end where there is nothing to fill in.
    pub caret: usize,
    /// A few words beside the label.
    pub detail: String,
    /// What it means.
    pub documentation: String,
    /// Its place in the list, smallest first; then by label.
    pub rank: u32,
}

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A field of the table.
    Field,
    /// The header of a table or of an entry.
    Table,
    /// A word of the vocabulary, or an answer.
    Word,
    /// The id of a record.
    Record,
}

/// What may be typed at byte `offset` of a file, whose `text` may be newer than the law of the site.
pub fn complete(workspace: &Workspace, file: FileId, text: &str, offset: usize) -> Vec<Completion> {
    let path = &workspace.files.get(file).path;
    let Some(form) = of_path(path) else { return Vec::new() };
    let at = Spot { workspace, path, text, form, offset };
    let mut list = match cursor(text, offset, matches!(form, Form::Settings)) {
        None => Vec::new(),
        Some(Cursor::Key { table, word }) => at.fields(&table, &word),
        Some(Cursor::Header { word, is_entry }) => at.headers(&word, is_entry),
        Some(Cursor::Record { word }) => at.records(None, &word, Quotes::None),
        Some(Cursor::Source { word }) => at.records(Some(Kind::Source), &word, Quotes::None),
        Some(Cursor::Value { table, key, word, is_quoted }) => {
            at.values(&table, &key, &word, if is_quoted { Quotes::Typed } else { Quotes::Wanted })
        }
    };
    list.sort_by(|a, b| (a.rank, &a.label).cmp(&(b.rank, &b.label)));
    list
}

/// Whether a value must bring quotation marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// It lies between them already.
    Typed,
    /// They have to be written.
    Wanted,
    /// The place has none.
    None,
}

struct Spot<'w> {
    workspace: &'w Workspace,
    path: &'w str,
    text: &'w str,
    form: Form,
    offset: usize,
}

impl Spot<'_> {
    fn fields(&self, table: &[String], word: &Range<usize>) -> Vec<Completion> {
        let Some(fields) = self.fields_of(table) else { return Vec::new() };
        let there = self.names_in_table();
        let typed = &self.text[word.clone()];
        let is_new = |field: &&&Field| field.name == typed || !there.contains(field.name);
        fields.iter().filter(is_new).map(|field| self.field(field, table, word)).collect()
    }

    fn field(&self, field: &Field, table: &[String], word: &Range<usize>) -> Completion {
        let is_table = matches!(field.holds, FieldType::Entries(_) | FieldType::Table(_) | FieldType::Map);
        let path = || table.iter().map(String::as_str).chain([field.name]).collect::<Vec<_>>().join(".");
        // A name that has its value already is only replaced.
        let has_value = self.text[word.end..].lines().next().unwrap_or_default().trim_start().starts_with('=');
        let (insert, caret) = match field.holds {
            _ if has_value => (field.name.to_owned(), field.name.len()),
            FieldType::Entries(_) => ended(format!("[[{}]]\n", path())),
            FieldType::Table(_) | FieldType::Map => ended(format!("[{}]\n", path())),
            FieldType::Flag | FieldType::Number => ended(format!("{} = ", field.name)),
            FieldType::LocalizedText => within(format!("{} = {{ text = \"", field.name), "\", language = \"\" }"),
            FieldType::LocalizedTexts => within(format!("{} = [{{ text = \"", field.name), "\", language = \"\" }]"),
            FieldType::Ids(_) | FieldType::AnyIds | FieldType::List | FieldType::Languages => {
                within(format!("{} = [\"", field.name), "\"]")
            }
            _ => within(format!("{} = \"", field.name), "\""),
        };
        Completion {
            kind: if is_table { CompletionKind::Table } else { CompletionKind::Field },
            label: field.name.to_owned(),
            replaces: word.clone(),
            insert,
            caret,
            detail: if field.required { "required" } else { "" }.to_owned(),
            documentation: meaning(field),
            rank: u32::from(!field.required),
        }
    }

    fn headers(&self, word: &Range<usize>, is_entry: bool) -> Vec<Completion> {
        let mut paths: Vec<(Vec<String>, &'static Field)> = Vec::new();
        self.tables_below(&[], is_entry, &mut paths);
        let behind = &self.text[word.end..];
        let close = if behind.starts_with(']') { "" } else { ["]", "]]"][usize::from(is_entry)] };
        let header = |(path, field): (Vec<String>, &'static Field)| {
            let (insert, caret) = ended(format!("{}{close}", path.join(".")));
            Completion {
                kind: CompletionKind::Table,
                label: path.join("."),
                replaces: word.clone(),
                insert,
                caret,
                detail: String::new(),
                documentation: meaning(field),
                rank: path.len() as u32,
            }
        };
        paths.into_iter().map(header).collect()
    }

    /// The tables that can stand in the file: those with one bracket, or entries.
    fn tables_below(&self, path: &[String], is_entry: bool, out: &mut Vec<(Vec<String>, &'static Field)>) {
        for field in self.fields_of(path).unwrap_or_default() {
            let inner: Vec<String> = path.iter().cloned().chain([field.name.to_owned()]).collect();
            match field.holds {
                FieldType::Entries(_) if is_entry => out.push((inner.clone(), field)),
                FieldType::Table(_) | FieldType::Map if !is_entry => out.push((inner.clone(), field)),
                FieldType::Entries(_) | FieldType::Table(_) => {}
                _ => continue,
            }
            if inner.len() < 4 && !matches!(field.holds, FieldType::Map) {
                self.tables_below(&inner, is_entry, out);
            }
        }
    }

    fn values(&self, table: &[String], key: &str, word: &Range<usize>, quotes: Quotes) -> Vec<Completion> {
        let Some(field) = self.fields_of(table).and_then(|list| list.into_iter().find(|field| field.name == key))
        else {
            return Vec::new();
        };
        match field.holds {
            FieldType::OneOf(words) => words.iter().map(|text| self.word(text, "", word, quotes)).collect(),
            FieldType::Flag if quotes == Quotes::Wanted => {
                ["true", "false"].iter().map(|text| self.word(text, "", word, Quotes::None)).collect()
            }
            FieldType::Id(kind) | FieldType::Ids(kind) | FieldType::IdOrIds(kind) => match Kind::parse(kind) {
                Some(kind) => self.records(Some(kind), word, quotes),
                None => Vec::new(),
            },
            FieldType::AnyIds => self.records(None, word, quotes),
            FieldType::Language | FieldType::Languages => {
                self.languages().iter().map(|tag| self.word(tag, "", word, quotes)).collect()
            }
            FieldType::Words if key == "answer" => self.answers(word, quotes),
            FieldType::Words if key == "fault" => self.faults(word, quotes),
            FieldType::Words if matches!(key, "coder" | "reviewer") => {
                let coded = self.workspace.corpus.findings.iter().filter(|finding| !finding.is_computed());
                let known: BTreeSet<&str> = coded.map(|finding| finding.coder()).collect();
                known.iter().map(|coder| self.word(coder, "", word, quotes)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn word(&self, text: &str, means: &str, word: &Range<usize>, quotes: Quotes) -> Completion {
        let (insert, caret) = ended(match quotes {
            Quotes::Wanted => format!("\"{text}\""),
            Quotes::Typed | Quotes::None => text.to_owned(),
        });
        Completion {
            kind: CompletionKind::Word,
            label: text.to_owned(),
            replaces: word.clone(),
            insert,
            caret,
            detail: String::new(),
            documentation: means.to_owned(),
            rank: 0,
        }
    }

    fn records(&self, kind: Option<Kind>, word: &Range<usize>, quotes: Quotes) -> Vec<Completion> {
        let entries: Vec<Entry> = match kind {
            Some(kind) => self.workspace.entries(kind).collect(),
            None => self.workspace.all_entries().collect(),
        };
        // Those of the country in whose folder the file lies come first.
        let own = self.path.strip_prefix("content/countries/").and_then(|rest| rest.split('/').next());
        let is_own = |id: &str| own.is_some_and(|own| id == own || id.starts_with(&format!("{own}/")));
        let completion = |entry: Entry| {
            let text = match kind {
                Some(_) => entry.id.clone(),
                None => self.workspace.written(entry.kind, &entry.id),
            };
            Completion {
                kind: CompletionKind::Record,
                detail: format!("{}: {}", entry.kind.word(), entry.title),
                rank: u32::from(!is_own(&entry.id)),
                ..self.word(&text, "", word, quotes)
            }
        };
        entries.into_iter().map(completion).collect()
    }

    /// The answers to the question that the entry names.
    fn answers(&self, word: &Range<usize>, quotes: Quotes) -> Vec<Completion> {
        let id = self.value_in_entry("question");
        let question = id.and_then(|id| self.workspace.corpus.questions.get(&id));
        let defined: &[(String, _)] = question.map_or(&[], |question| &question.answers);
        let is_yes_no = question.is_none_or(|question| question.kind == AnswerKind::YesNo);
        let mut list: Vec<Completion> =
            defined.iter().map(|(answer, means)| self.word(answer, means.text().trim(), word, quotes)).collect();
        let never = [State::Value, State::Conflicting, State::NotResearched];
        let of_yes_no = [State::Yes, State::No, State::Partial];
        for state in State::ALL.iter().filter(|state| !never.contains(state)) {
            let is_known = defined.iter().any(|(answer, _)| answer == state.word());
            if !is_known && (is_yes_no || !of_yes_no.contains(state)) {
                list.push(Completion { rank: 1, ..self.word(state.word(), "", word, quotes) });
            }
        }
        list
    }

    fn faults(&self, word: &Range<usize>, quotes: Quotes) -> Vec<Completion> {
        crate::check::FAULTS.iter().map(|fault| self.word(fault.code, fault.summary, word, quotes)).collect()
    }

    fn languages(&self) -> BTreeSet<String> {
        let corpus = &self.workspace.corpus;
        let of_countries = corpus.countries.iter().flat_map(|country| country.languages.iter().cloned());
        let of_sources = corpus.sources.iter().filter_map(|source| source.language.clone());
        of_countries.chain(of_sources).chain([corpus.settings.language.clone()]).collect()
    }

    fn fields_of(&self, table: &[String]) -> Option<Vec<&'static Field>> {
        let names: Vec<&str> = table.iter().map(String::as_str).collect();
        let fields = self.form.fields(&names)?;
        let is_translation = matches!(self.form, Form::Translation(_));
        let has_tables = |field: &Field| matches!(field.holds, FieldType::Entries(_) | FieldType::Table(_));
        Some(fields.into_iter().filter(|f| !is_translation || f.translatable || has_tables(f)).collect())
    }

    /// The lines of the table or entry in which the place lies.
    fn lines_of_table(&self) -> impl Iterator<Item = &str> {
        let is_all_toml = matches!(self.form, Form::Settings);
        let toml = toml_range(self.text, is_all_toml).unwrap_or(0..0);
        let offset = self.offset.clamp(toml.start, toml.end.max(toml.start));
        let is_header = |line: &str| line.trim_start().starts_with('[') && line.trim_end().ends_with(']');
        let mut start = toml.start;
        let mut at = toml.start;
        for line in self.text[toml.start..].split_inclusive('\n') {
            if at > offset {
                break;
            }
            if is_header(line) {
                start = at + line.len();
            }
            at += line.len();
        }
        let start = start.min(toml.end);
        self.text[start..toml.end.max(start)].lines().take_while(move |line| !is_header(line))
    }

    fn names_in_table(&self) -> BTreeSet<&str> {
        self.lines_of_table().filter_map(|line| Some(line.split_once('=')?.0.trim())).collect()
    }

    /// The words of a field of the same entry.
    fn value_in_entry(&self, name: &str) -> Option<String> {
        let value = self.lines_of_table().find_map(|line| line.split_once('=').filter(|(key, _)| key.trim() == name));
        let text = value?.1.trim().trim_matches(['"', '\'']);
        (!text.is_empty()).then(|| text.to_owned())
    }
}

/// The text of a completion whose typing goes on at its end.
fn ended(text: String) -> (String, usize) {
    let caret = text.len();
    (text, caret)
}

/// The text of a completion whose typing goes on between two parts.
fn within(before: String, behind: &str) -> (String, usize) {
    let caret = before.len();
    (before + behind, caret)
}

/// What a field means, with an example.
pub(super) fn meaning(field: &Field) -> String {
    match field.example {
        "" => field.meaning.to_owned(),
        example => format!("{}\n\n```toml\n{} = {example}\n```", field.meaning, field.name),
    }
}
