//! The findings of a sheet as texts of files: fields that are set, entries that are added.

use std::collections::BTreeMap;

use crate::law::Corpus;
use crate::text::File;

use super::column::{Column, Part};
use super::front::{Front, Value};
use super::heads::Heads;
use super::home::{Addition, homes};
use super::known::Known;
use super::plan::{Edit, Plan, Spot};
use super::splice::{Splice, insert, line, set, splice};
use super::trial::Owner;

/// Fields of a finding that get other words.
#[derive(Clone, Debug)]
pub(super) struct Update {
    pub(super) row: u32,
    pub(super) path: String,
    /// The number of the finding in its file.
    pub(super) number: usize,
    pub(super) question: String,
    /// Columns, and their new words.
    pub(super) values: Vec<(usize, String)>,
    /// The words of all columns.
    pub(super) all: Vec<String>,
    /// For a correction: the old answer, the day and the reason.
    pub(super) was: Option<(String, String, String)>,
}

/// The site that is edited.
pub(super) struct Corpora<'c> {
    pub(super) files: &'c [File],
    pub(super) corpus: &'c Corpus,
    pub(super) columns: &'c [Column],
    /// The names of the fields in the order of the form.
    pub(super) order: &'c [&'static str],
}

/// Adds the new texts of files to `plan`; returns which entries come from which rows.
pub(super) fn edits(
    site: &Corpora<'_>,
    known: &BTreeMap<String, Vec<Known>>,
    updates: &[Update],
    additions: &[Addition],
    heads: &Heads,
    plan: &mut Plan,
) -> Vec<Owner> {
    let mut of_file: BTreeMap<String, (Vec<&Update>, Vec<&Addition>)> = BTreeMap::new();
    for update in updates {
        of_file.entry(update.path.clone()).or_default().0.push(update);
    }
    for (path, addition) in homes(site.corpus, site.columns, known, additions).into_iter().zip(additions) {
        of_file.entry(path).or_default().1.push(addition);
    }
    let fields = site.columns.iter().filter_map(|column| {
        let (letters, heading) = heads.letters(&column.name)?;
        (column.part != Part::Language).then(|| (column.field.name.to_owned(), letters, heading))
    });
    let question = heads.letters("question").map(|(letters, name)| (name.clone(), letters, name));
    let columns: Vec<(String, String, String)> = fields.chain(question).collect();
    let mut owners = Vec::new();
    for (path, (updates, additions)) in of_file {
        let old = site.files.iter().find(|file| *file.path == *path).map(|file| file.text.clone());
        let text = old.as_deref().unwrap_or("+++\n+++\n");
        let Some(front) = Front::read(text) else {
            let row = updates.first().map(|update| update.row).or(additions.first().map(|addition| addition.row));
            let spot = Spot { row: row.unwrap_or_default(), column: None };
            plan.refuse(spot, format!("`{path}` cannot be read"), "run `collatio check`, and mend it first");
            continue;
        };
        let mut splices = Vec::new();
        for update in updates {
            site.update(text, &front, update, heads, &mut splices, plan);
            owners.push(owner(&path, update.number, update.row, &columns));
        }
        for (at, addition) in additions.into_iter().enumerate() {
            site.defaults(&front, &path, addition, heads, plan);
            let is_first = at == 0 && front.is_bare();
            splices.push(insert(front.behind("finding"), entry(site, addition, is_first)));
            let owner = owner(&path, front.all("finding").count() + at, addition.row, &columns);
            owners.push(Owner { is_second_coding: addition.is_second_coding, ..owner });
        }
        // Changes stand behind findings that are inserted at the same place.
        splices.sort_by_key(Splice::is_change);
        plan.edits.push(Edit { new: splice(text, splices), old, path });
    }
    owners
}

fn owner(path: &str, number: usize, row: u32, columns: &[(String, String, String)]) -> Owner {
    Owner { columns: columns.to_vec(), ..Owner::new(path, "finding", number, Spot { row, column: None }) }
}

impl Corpora<'_> {
    /// Refuses cells that are empty where the file's `[defaults]` would fill them.
    fn defaults(&self, front: &Front, path: &str, addition: &Addition, heads: &Heads, plan: &mut Plan) {
        let Some(defaults) = front.all("defaults").next() else { return };
        for (column, value) in self.columns.iter().zip(&addition.values) {
            if value.is_empty() && defaults.field(column.field.name).is_some() {
                let spot = Spot { row: addition.row, column: heads.letters(&column.name) };
                let why = format!("`{}` is empty, but `[defaults]` of `{path}` would give it a value", column.name);
                plan.refuse(spot, why, "write what is right into the cell");
            }
        }
    }

    /// The value of a field, of which a column may hold a part.
    fn value(&self, at: usize, words: &[String]) -> Option<Value> {
        let column = &self.columns[at];
        match column.part {
            Part::Whole => column.value(&words[at]),
            Part::Text | Part::Language => {
                let of = |part: Part| {
                    let found = self.columns.iter().zip(words);
                    let mut found =
                        found.filter(|(other, _)| other.field.name == column.field.name && other.part == part);
                    found.next().map(|(_, words)| words.clone()).unwrap_or_default()
                };
                let (text, language) = (of(Part::Text), of(Part::Language));
                (!text.is_empty()).then_some(Value::Localized(text, language))
            }
        }
    }

    fn update(
        &self,
        text: &str,
        front: &Front,
        update: &Update,
        heads: &Heads,
        splices: &mut Vec<Splice>,
        plan: &mut Plan,
    ) {
        let Some(entry) = front.all("finding").find(|entry| entry.number == update.number) else { return };
        let defaults = front.all("defaults").next();
        let mut done: Vec<&str> = Vec::new();
        for (at, _) in &update.values {
            let column = &self.columns[*at];
            let name = column.field.name;
            if done.contains(&name) {
                continue;
            }
            done.push(name);
            let value = self.value(*at, &update.all);
            let spot = Spot { row: update.row, column: heads.letters(&column.name) };
            if value.is_none() && defaults.is_some_and(|defaults| defaults.field(name).is_some()) {
                let why = format!("`{name}` is emptied, but `[defaults]` of `{}` give it a value", update.path);
                plan.refuse(spot, why, "write what is right into the cell");
                continue;
            }
            match set(text, entry, name, value.as_ref(), self.order) {
                Some(splice) => splices.push(splice),
                None => plan.refuse(
                    spot,
                    format!("`{name}` is written in a form that a sheet cannot show"),
                    format!("edit it in `{}`", update.path),
                ),
            }
        }
        if let Some((was, day, reason)) = &update.was {
            let of = |name: &str| {
                self.columns.iter().position(|column| column.name == name).map(|at| update.all[at].clone())
            };
            let coder = of("coder").unwrap_or_default();
            let fields =
                [("question", &update.question), ("was", was), ("changed", day), ("reason", reason), ("coder", &coder)];
            let filled = fields.into_iter().filter(|(_, words)| !words.is_empty());
            let lines: String = filled.map(|(name, words)| line(name, &Value::Text(words.clone()))).collect();
            splices.push(insert(front.behind("change"), format!("\n[[change]]\n{lines}")).of_change());
        }
    }
}

/// A finding as TOML; the first thing in a file has no empty line before it.
fn entry(site: &Corpora<'_>, addition: &Addition, is_first: bool) -> String {
    let mut out = String::from(if is_first { "[[finding]]\n" } else { "\n[[finding]]\n" });
    out.push_str(&line("question", &Value::Text(addition.question.clone())));
    for (at, column) in site.columns.iter().enumerate().filter(|(_, column)| column.part != Part::Language) {
        if let Some(value) = site.value(at, &addition.values) {
            out.push_str(&line(column.field.name, &value));
        }
    }
    out
}
