//! A sheet of cells that comes back: what it changes in the files of the findings.
//!
//! A finding is known again by its code. Whether a cell was edited, and whether the files were, follows from the
//! checksum in the code: what neither side or only one of them changed is no conflict.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::Input;
use crate::content;
use crate::law::{self, Corpus, Date, Day};
use crate::text::Files;

use super::change::{Corpora, Update, edits};
use super::column::{Column, Part, columns, order};
use super::former::FormerIds;
use super::grid::Grid;
use super::heads::{Heads, is_same_but_lost, is_same_day};
use super::home::Addition;
use super::known::{Known, findings};
use super::open::open;
use super::plan::{Change, Plan, Refusal, Step};
use super::rows::{Read, Reading};
use super::trial::trial;
use super::workbook::ANSWERS;

/// What the file `name` with these bytes would change in the site; an error says why it cannot be read at all.
pub fn import(input: &Input, name: &str, bytes: &[u8]) -> Result<Plan, String> {
    let grid = open(name, bytes, ANSWERS)?;
    let heads = Heads::find(&grid, &["country", "question", "answer"]);
    let heads = heads.ok_or("it has no row with the headings `country`, `question` and `answer`")?;
    let files = Files::new(input.files.clone());
    let (settings, records, _) = content::read(&files, &input.unreadable);
    let (corpus, _) = law::assemble(settings, records, true);
    let columns = columns();
    let reading = Reading { corpus: &corpus, columns: &columns, heads: &heads };
    let mut plan = Plan { notices: grid.notices.clone(), ..Plan::default() };
    let rows = reading.rows(&grid, &mut plan);
    let former = FormerIds::of(&corpus);
    let mut known = findings(&input.files, &columns);
    former.apply(&mut known, &columns);
    let today = input.today.or(corpus.settings.edition);
    let mut import = Import {
        corpus: &corpus,
        columns: &columns,
        reading: &reading,
        known: &known,
        former: &former,
        today,
        plan,
        updates: Vec::new(),
        additions: Vec::new(),
        is_lossy: grid.is_lossy,
    };
    import.rows(&rows);
    import.missing(&grid, &rows);
    let Import { mut plan, updates, additions, .. } = import;
    let corpora = Corpora { files: &input.files, corpus: &corpus, columns: &columns, order: &order() };
    let owners = edits(&corpora, &known, &updates, &additions, &heads, &mut plan);
    plan.steps.sort_by_key(|step| step.spot.row);
    trial(input, &mut plan, &owners);
    Ok(plan)
}

struct Import<'i> {
    corpus: &'i Corpus,
    columns: &'i [Column],
    reading: &'i Reading<'i>,
    known: &'i BTreeMap<String, Vec<Known>>,
    former: &'i FormerIds<'i>,
    /// The day on which corrections are made.
    today: Option<Day>,
    plan: Plan,
    updates: Vec<Update>,
    additions: Vec<Addition>,
    is_lossy: bool,
}

impl Import<'_> {
    fn rows(&mut self, rows: &[Read]) {
        let mut of_entry: BTreeMap<(&str, usize), Vec<&Read>> = BTreeMap::new();
        for read in rows {
            if read.entry.is_empty() {
                // A sheet that is imported twice brings nothing new.
                if !self.is_there(read) {
                    self.add(read, Change::New, Vec::new());
                }
                continue;
            }
            match self.locate(read) {
                Some(at) => of_entry.entry((read.country.as_str(), at)).or_default().push(read),
                None => self.refuse_lost(read),
            }
        }
        for ((country, at), rows) in of_entry {
            let Some(known) = self.known.get(country).and_then(|list| list.get(at)) else { continue };
            // A row that was copied is a further answer; the one that still says what the files say is the old one.
            let original = rows.iter().position(|read| self.changed(known, read).is_empty()).unwrap_or(0);
            let mut seen = BTreeSet::new();
            for (number, read) in rows.iter().enumerate() {
                let changed = self.changed(known, read);
                if number == original {
                    self.update(known, read, &changed);
                } else if !changed.is_empty() && seen.insert(self.filled(known, read)) {
                    match self.is_of_another_coder(known, read) {
                        true if self.is_there(read) => {}
                        true => self.code_again(read, &changed),
                        false => self.add(read, self.further(known, read), self.details(known, read, &changed)),
                    }
                }
            }
        }
    }

    /// Whether the files have a finding that says all that the row says; more may have been added to it since.
    fn is_there(&self, read: &Read) -> bool {
        let list = self.known.get(&read.country).map_or(&[][..], Vec::as_slice);
        let says = |at: usize| read.values[at].as_ref().is_some_and(|words| !words.is_empty());
        let mut own = list.iter().filter(|known| known.question == read.question);
        own.any(|known| !self.changed(known, read).into_iter().any(says))
    }

    /// The position of the row's finding in the list of its country.
    fn locate(&self, read: &Read) -> Option<usize> {
        let (place, sum) = read.entry.rsplit_once('@')?;
        let (file, number) = place.rsplit_once('#')?;
        let number = number.parse::<usize>().ok()?.checked_sub(1)?;
        let list = self.known.get(&read.country)?;
        let same = |known: &&Known| known.question == read.question && known.is_as_in(sum);
        let stands = |known: &&Known| known.file == file && known.number == number;
        let at = |found: &dyn Fn(&&Known) -> bool| list.iter().position(|known| found(&known));
        at(&|known| same(known) && stands(known))
            .or_else(|| at(&|known| same(known)))
            .or_else(|| at(&|known| stands(known) && known.question == read.question))
    }

    fn refuse_lost(&mut self, read: &Read) {
        let spot = self.reading.spot(read.row, "entry");
        let cell = format!("{}, {}", read.country, read.question);
        let why = format!("the files have no finding `{}` for {cell}", read.entry);
        let help = "ids are not edited; for a new answer empty the cell `entry`, else export again";
        self.plan.refuse(spot, why, help);
    }

    /// The words of the row; where the sheet lacks a column, or means the same by other words, those of the files.
    fn filled(&self, known: &Known, read: &Read) -> Vec<String> {
        let same = |column: &Column, own: &str, cell: &str| {
            own == cell
                || (self.is_lossy && is_same_but_lost(own, cell))
                || ((column.is_date() || column.name == "answer") && is_same_day(own, cell))
        };
        let pairs = self.columns.iter().zip(&known.values).zip(&read.values);
        pairs
            .map(|((column, own), cell)| match cell {
                Some(cell) if !same(column, own, cell) => cell.clone(),
                _ => own.clone(),
            })
            .collect()
    }

    /// The columns in which the row says something else than the files.
    fn changed(&self, known: &Known, read: &Read) -> Vec<usize> {
        let filled = self.filled(known, read);
        (0..self.columns.len()).filter(|at| filled[*at] != known.values[*at]).collect()
    }

    fn details(&self, known: &Known, read: &Read, changed: &[usize]) -> Vec<(String, String, String)> {
        let filled = self.filled(known, read);
        let detail = |at: &usize| (self.columns[*at].name.clone(), known.values[*at].clone(), filled[*at].clone());
        changed.iter().map(detail).collect()
    }

    /// How the row stands to the finding of the files beside which it is put: by the days that both give.
    fn further(&self, known: &Known, read: &Read) -> Change {
        let day = |words: &str| Date::parse(words).ok()?.earliest();
        let filled = self.filled(known, read);
        let (old, new) = (day(known.text(self.columns, "observed")), day(&self.value_of(&filled, "observed")));
        match old.zip(new).map(|(old, new)| new.cmp(&old)) {
            Some(Ordering::Less) => Change::Earlier,
            Some(Ordering::Equal) => Change::Beside,
            _ => Change::Later,
        }
    }

    fn update(&mut self, known: &Known, read: &Read, changed: &[usize]) {
        let filled = self.filled(known, read);
        let exported = read.entry.rsplit_once('@').map_or("", |(_, sum)| sum);
        if changed.is_empty() {
            return;
        }
        let is_edited = self.former.sums(&known.question, self.columns, &filled).iter().all(|sum| sum != exported);
        let is_as_exported = known.is_as_in(exported);
        if !is_as_exported && !is_edited {
            let place = format!("{}#{}", known.path, known.number + 1);
            self.plan.notice(format!(
                "row {}: not edited here, but in `{place}` since the export; it stays as it is there",
                read.row
            ));
            return;
        }
        if self.is_of_another_coder(known, read) && read.reason.is_empty() {
            if !self.is_there(read) {
                self.code_again(read, changed);
            }
            return;
        }
        let details = self.details(known, read, changed);
        if !is_as_exported {
            self.conflict(known, read, &details);
            return;
        }
        let name = |at: &usize| self.columns[*at].name.as_str();
        let is_changed = |wanted: &str| changed.iter().any(|at| name(at) == wanted);
        if !self.may_change(known, read, &filled, changed) {
            return;
        }
        if read.reason.is_empty() && (is_changed("observed") || is_changed("source")) {
            self.add(read, self.further(known, read), details);
            return;
        }
        let spot = self.reading.spot(read.row, "answer");
        if is_changed("answer") && read.reason.is_empty() {
            let help = "for a later answer write its `observed` and `source`, too; for a mistake say in `reason` why it was one";
            self.plan.refuse(spot, "the answer is another, for the same day from the same source", help);
            return;
        }
        let was = is_changed("answer").then(|| self.value_of(&known.values, "answer"));
        if was.is_some() && self.today.is_none() {
            self.plan.refuse(
                spot,
                "nobody says on which day it is corrected",
                "write `edition` into `collatio.toml`, or use `--today DAY`",
            );
            return;
        }
        let change = if was.is_some() { Change::Corrected } else { Change::Edited };
        self.step(change, read, details);
        self.updates.push(Update {
            row: read.row,
            path: known.path.clone(),
            number: known.number,
            values: changed.iter().map(|at| (*at, filled[*at].clone())).collect(),
            all: filled,
            was: was.map(|was| (was, self.today.map(|day| day.to_string()).unwrap_or_default(), read.reason.clone())),
            question: known.question.clone(),
        });
    }

    /// Whether the row is another coder's answer to the cell of the finding.
    fn is_of_another_coder(&self, known: &Known, read: &Read) -> bool {
        let coder = self.value_of(&self.filled(known, read), "coder");
        !coder.is_empty() && coder != known.text(self.columns, "coder")
    }

    /// Plans the answer of another coder, who wrote it over that of the first.
    fn code_again(&mut self, read: &Read, changed: &[usize]) {
        // What was decided about the first answer, and who looked it over, was not said of this one.
        let is_of_first = |at: &usize| {
            matches!(&*self.columns[*at].name, "preferred" | "reviewer" | "confirmed_on") && !changed.contains(at)
        };
        let mut own = read.clone();
        for at in (0..self.columns.len()).filter(is_of_first) {
            own.values[at] = None;
        }
        self.add(&own, Change::New, Vec::new());
    }

    fn value_of(&self, values: &[String], name: &str) -> String {
        let found = self.columns.iter().zip(values).find(|(column, _)| column.name == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn conflict(&mut self, known: &Known, read: &Read, details: &[(String, String, String)]) {
        for (name, own, cell) in details {
            self.plan.refusals.push(Refusal {
                spot: self.reading.spot(read.row, name),
                is_conflict: true,
                why: format!("edited here and in `{}`: here {}, there {}", known.path, quoted(cell), quoted(own)),
                help: vec![
                    "write what is right into the cell and the file, or delete the row here; then export again"
                        .to_owned(),
                ],
            });
        }
    }

    /// Whether each changed cell may be changed from a sheet; refuses those that may not.
    fn may_change(&mut self, known: &Known, read: &Read, filled: &[String], changed: &[usize]) -> bool {
        let count = self.plan.refusals.len();
        for at in changed {
            let column = &self.columns[*at];
            let spot = self.reading.spot(read.row, &column.name);
            if column.field.required && filled[*at].is_empty() {
                let help = format!("fill it in; to take the finding away, delete it in `{}`", known.path);
                self.plan.refuse(spot, format!("`{}` is empty, and a finding needs it", column.name), help);
            } else if known.values[*at].encode_utf16().count() > 32_000 {
                let help = format!("edit it in `{}`", known.path);
                self.plan.refuse(spot, "the text is too long for a cell, and stands here in part", help);
            }
        }
        self.plan.refusals.len() == count
    }

    fn step(&mut self, change: Change, read: &Read, fields: Vec<(String, String, String)>) {
        let spot = super::plan::Spot { row: read.row, column: None };
        self.plan.steps.push(Step { change, spot, subject: format!("{}, {}", read.country, read.question), fields });
    }

    /// Plans a further finding with the words of the row.
    fn add(&mut self, read: &Read, change: Change, details: Vec<(String, String, String)>) {
        let values: Vec<String> = read.values.iter().map(|value| value.clone().unwrap_or_default()).collect();
        if !self.is_whole(read, &values) || self.contradicts(read, &values) {
            return;
        }
        let coder = self.value_of(&values, "coder");
        let mut known = self.known.get(&read.country).into_iter().flatten();
        let is_second_coding = known
            .any(|known| known.question == read.question && known.text(self.columns, "coder") != coder)
            || self.additions.iter().any(|other| {
                (&other.country, &other.question) == (&read.country, &read.question) && other.coder != coder
            });
        let filled = self.columns.iter().zip(&values).filter(|(_, value)| !value.is_empty());
        let all = filled.map(|(column, value)| (column.name.clone(), String::new(), value.clone()));
        let details = if details.is_empty() { all.collect() } else { details };
        self.step(change, read, details);
        self.additions.push(Addition {
            row: read.row,
            country: read.country.clone(),
            question: read.question.clone(),
            coder,
            is_second_coding,
            values,
        });
    }

    /// Whether a new finding has all that it needs; refuses what is empty.
    fn is_whole(&mut self, read: &Read, values: &[String]) -> bool {
        let count = self.plan.refusals.len();
        for (column, value) in self.columns.iter().zip(values) {
            let spot = self.reading.spot(read.row, &column.name);
            if column.field.required && value.is_empty() {
                let meaning = column.meaning();
                let meaning = meaning.trim_end_matches('.');
                self.plan.refuse(
                    spot,
                    format!("`{}` is empty, and a finding needs it", column.name),
                    format!("write it: {meaning}"),
                );
            } else if column.part == Part::Language {
                let text = self.value_of(values, column.field.name);
                if text.is_empty() != value.is_empty() {
                    let help = format!("`{}` and `{}` belong together", column.field.name, column.name);
                    self.plan.refuse(spot, "a text and its language, of which one is missing", help);
                }
            }
        }
        self.plan.refusals.len() == count
    }

    /// Whether the files give another answer of the same source for the same day; that is then refused as a conflict.
    fn contradicts(&mut self, read: &Read, values: &[String]) -> bool {
        let of = |values: &[String], name: &str| self.value_of(values, name);
        let same = |known: &&Known| {
            let fields = ["source", "observed", "place", "coder"];
            known.question == read.question
                && fields.iter().all(|name| of(&known.values, name) == of(values, name))
                && of(&known.values, "answer") != of(values, "answer")
        };
        let found = self.known.get(&read.country).and_then(|list| list.iter().find(same));
        let Some(known) = found else { return false };
        let (own, cell) = (of(&known.values, "answer"), of(values, "answer"));
        let why = format!(
            "`{}` has the answer {} from the same place for the same day; here it is {}",
            known.path,
            quoted(&own),
            quoted(&cell)
        );
        let help = "export again, and say in `reason` why the old answer was wrong; another coder's answer has that coder \
                    in `coder`";
        let spot = self.reading.spot(read.row, "answer");
        self.plan.refusals.push(Refusal { spot, is_conflict: true, why, help: vec![help.to_owned()] });
        true
    }

    /// Tells how many findings of the countries and questions of the sheet are not in it.
    fn missing(&mut self, grid: &Grid, rows: &[Read]) {
        let cells: BTreeSet<(&str, &str)> =
            rows.iter().map(|read| (read.country.as_str(), read.question.as_str())).collect();
        let coders: BTreeSet<&str> = rows.iter().filter_map(|read| read.value(self.columns, "coder")).collect();
        let there = rows.iter().filter_map(|read| Some((read.country.as_str(), self.locate(read)?)));
        let there: BTreeSet<(&str, usize)> = there.collect();
        let mut missing = 0;
        for (country, list) in self.known {
            for (at, known) in list.iter().enumerate() {
                let is_of_sheet = cells.contains(&(country.as_str(), known.question.as_str()))
                    && (coders.is_empty() || coders.contains(known.text(self.columns, "coder")));
                missing += usize::from(is_of_sheet && !there.contains(&(country.as_str(), at)));
            }
        }
        if missing > 0 && !grid.rows.is_empty() {
            self.plan
                .notice(format!("findings of these cells that are not in the sheet, and stay as they are: {missing}"));
        }
        let unknown = self.corpus.codebook.is_empty();
        if unknown {
            self.plan.notice("the site has no questions".to_owned());
        }
    }
}

/// Words in a message, cut where they are long.
fn quoted(words: &str) -> String {
    let short: String = words.chars().take(60).collect();
    match words.is_empty() {
        true => "nothing".to_owned(),
        false if short.len() < words.len() => format!("\"{short}…\""),
        false => format!("\"{words}\""),
    }
}
