//! A depositary's table becomes treaty acts; a later table of the same treaty becomes a difference to what the files say.
//!
//! An act that the files have on the same day is no change. A state of which a complete table says nothing else gets one
//! further statement, so that it is known to be in that table too. An act that the files have on another day gets a second
//! statement, for the files keep what each source says. What the files have and the table lacks is told and left.

use std::collections::{BTreeMap, BTreeSet};

use crate::Input;
use crate::content;
use crate::law::{self, Action, ActionKind, Corpus, CountryId, InstrumentId, Kind, SourceId, TableScope};
use crate::text::{Files, nearest_id};

use super::front::{Entry, Front, Value};
use super::grid::Grid;
use super::markup;
use super::open::open;
use super::plan::{Change, Edit, Plan, Spot, Step};
use super::splice::{Splice, insert, line, splice};
use super::state::{States, is_state};
use super::table::{Act, acts};
use super::trial::{Owner, trial};

/// What the command line says of a table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The id of the treaty; `None` for the one whose title the file names.
    pub instrument: Option<String>,
    /// The id of the source that the table is.
    pub source: String,
    /// The place in the source; `None` is the status table and the row.
    pub place: Option<String>,
    /// Whether the table lists some participants only, so that nothing follows for those that it lacks.
    pub is_excerpt: bool,
}

/// What the table in the file `name` would change in the site; an error says why it cannot be read at all.
pub fn treaties(input: &Input, name: &str, bytes: &[u8], table: &Table) -> Result<Plan, String> {
    let files = Files::new(input.files.clone());
    let (settings, records, _) = content::read(&files, &input.unreadable);
    let (corpus, _) = law::assemble(settings, records, true);
    let instrument = match &table.instrument {
        Some(id) => corpus.present_id(Kind::Instrument, id).to_owned(),
        None => named(&corpus, bytes)?,
    };
    let table = &Table { source: corpus.source_id(&table.source).to_owned(), ..table.clone() };
    known("treaty", &instrument, corpus.instruments.iter().map(|instrument| instrument.id.as_str()))?;
    let instrument = InstrumentId::new(instrument);
    known("source", &table.source, corpus.sources.iter().map(|source| source.id.as_str()))?;
    let mut plan = Plan::default();
    let mut read = None;
    for grid in grids(name, bytes)? {
        if let Some(found) = acts(&grid, &mut plan) {
            plan.notices.extend(grid.notices);
            read = Some(found);
            break;
        }
    }
    let read = read.ok_or(
        "it has no table whose first heading is `Participant` and in which another names an act, such as `Ratification, Accession(a)`",
    )?;
    let mut import = Import { input, corpus: &corpus, table, instrument, plan, additions: BTreeMap::new() };
    let (acts, listed) = import.matched(read.acts, &read.participants);
    acts.iter().for_each(|(country, act)| import.act(country, act));
    import.confirm(&acts);
    import.missing(&acts, &listed, read.scope.unwrap_or(TableScope::All));
    let mut owners = import.edits();
    import.complete(read.scope.unwrap_or(TableScope::All), &mut owners);
    let mut plan = import.plan;
    plan.steps.sort_by_key(|step| step.spot.clone());
    trial(input, &mut plan, &owners);
    Ok(plan)
}

fn known<'c>(kind: &str, id: &str, ids: impl Iterator<Item = &'c str> + Clone) -> Result<(), String> {
    if ids.clone().any(|known| known == id) {
        return Ok(());
    }
    let near = nearest_id(id, ids).map(|near| format!("; did you mean `{near}`?"));
    Err(format!("the site has no {kind} `{id}`{}", near.unwrap_or_default()))
}

/// The treaty of which the file names the title; an error where there is none, or more than one.
fn named(corpus: &Corpus, bytes: &[u8]) -> Result<String, String> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let mut found: Vec<(&str, &str)> = Vec::new();
    for instrument in corpus.instruments.iter() {
        let title: &str = &instrument.title;
        if text.contains(&title.to_lowercase()) {
            found.push((instrument.id.as_str(), title));
        }
    }
    // The title of a protocol may hold that of its convention.
    let longest = found.iter().map(|(_, title)| title.len()).max();
    let mut best = found.iter().filter(|(_, title)| Some(title.len()) == longest);
    match (best.next(), best.next()) {
        (Some((id, _)), None) => Ok((*id).to_owned()),
        _ => Err("it does not name the treaty by a title of the site; use `--instrument ID`".to_owned()),
    }
}

/// The tables of a file: one of a spreadsheet, or all of a saved page.
fn grids(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, String> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if !matches!(ending.as_str(), "xml" | "html" | "htm" | "xhtml") {
        return open(name, bytes, "").map(|grid| vec![grid]);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8; save the page again as UTF-8".to_owned())?;
    Ok(markup::tables(text))
}

struct Import<'i> {
    input: &'i Input,
    corpus: &'i Corpus,
    table: &'i Table,
    instrument: InstrumentId,
    plan: Plan,
    /// By path: what is inserted, in the order of the table.
    additions: BTreeMap<String, Vec<Addition>>,
}

/// Text that is inserted into a file of treaty actions.
struct Addition {
    /// The number of the action to which a statement is added; `None` for a new action.
    action: Option<usize>,
    text: String,
    spot: Spot,
}

impl Import<'_> {
    /// The acts whose states are records of the site, and all states that the table lists; tells which have none.
    fn matched(
        &mut self,
        acts: Vec<Act>,
        participants: &[(u32, String)],
    ) -> (Vec<(CountryId, Act)>, BTreeSet<CountryId>) {
        let states = States::of(self.corpus);
        let (mut foreign, mut unknown) = (Vec::new(), Vec::new());
        let mut listed = BTreeSet::new();
        for (row, name) in participants {
            match states.find(name) {
                Some(id) => {
                    listed.insert(id.clone());
                }
                None if is_state(name) => foreign.push(name.clone()),
                None => unknown.push(format!("{name} (row {row})")),
            }
        }
        if !foreign.is_empty() {
            let count = foreign.len();
            self.plan.notice(format!(
                "states of which the site has no record, passed over ({count}): {}",
                foreign.join(", ")
            ));
        }
        if !unknown.is_empty() {
            let count = unknown.len();
            let help = "write such a name into `names` or `former_name` of the record that is meant";
            self.plan
                .notice(format!("names that match nothing, passed over ({count}): {}; {help}", unknown.join(", ")));
        }
        let acts = acts.into_iter().filter_map(|act| Some((states.find(&act.participant)?.clone(), act)));
        (acts.collect(), listed)
    }

    fn own(&self, country: &CountryId) -> &[Action] {
        self.corpus.actions_of(country, &self.instrument)
    }

    fn act(&mut self, country: &CountryId, act: &Act) {
        let corpus = self.corpus;
        let own = corpus.actions_of(country, &self.instrument);
        let same_day = |action: &&Action| days(action).any(|day| day == act.day.to_string());
        if let Some(action) = own.iter().find(|action| action.kind.value == act.kind) {
            if same_day(&action) {
                return;
            }
            let old = days(action).collect::<Vec<_>>().join(", ");
            self.add_statement(Change::Differs, action, act, &old);
            return;
        }
        let other = own.iter().filter(|action| action.binds() && act.kind.binds()).find(same_day);
        if let Some(other) = other {
            let (own, read) = (other.kind.value.word(), act.kind.word());
            self.plan.refusals.push(super::plan::Refusal {
                spot: act.spot.clone(),
                is_conflict: true,
                why: format!("the files have {own} of {} on {}, the table {read}", country, act.day),
                help: vec![format!(
                    "correct the `kind` of that action in `content/countries/{country}/treaties.md`, or the table"
                )],
            });
            return;
        }
        let fields = [("instrument", self.instrument.as_str()), ("kind", act.kind.word())];
        let head: String = fields.iter().map(|(name, words)| line(name, &Value::Text((*words).to_owned()))).collect();
        let text = format!("[[action]]\n{head}\n[[action.statement]]\n{}", self.statement(act));
        self.step(Change::New, country, act, "");
        let path = format!("content/countries/{country}/treaties.md");
        let spot = act.spot.clone();
        self.additions.entry(path).or_default().push(Addition { action: None, text, spot });
    }

    /// Adds to an action of the files what the table says of it.
    fn add_statement(&mut self, change: Change, action: &Action, act: &Act, old: &str) {
        let text = format!("\n[[action.statement]]\n{}", self.statement(act));
        let Some((path, number)) = self.stands(action) else { return };
        self.step(change, &action.country, act, old);
        let addition = Addition { action: Some(number), text, spot: act.spot.clone() };
        self.additions.entry(path).or_default().push(addition);
    }

    /// Lets the complete table name each state that it lists: where neither the files nor this import have a statement of
    /// it on an act that binds the state (or, if it shows none, on the signature), the last act that both have gets one.
    fn confirm(&mut self, acts: &[(CountryId, Act)]) {
        if self.table.is_excerpt {
            return;
        }
        let corpus = self.corpus;
        let countries: BTreeSet<&CountryId> = acts.iter().map(|(country, _)| country).collect();
        for country in countries {
            let own = corpus.actions_of(country, &self.instrument);
            let shown = || acts.iter().filter(|(of, _)| of == country).map(|(_, act)| act);
            let binds = shown().any(|act| act.kind.binds());
            let counts = |kind: ActionKind| !binds || kind.binds();
            let cites = |action: &&Action| {
                action.statements.iter().any(|statement| statement.citation.source.value.as_str() == self.table.source)
            };
            let is_cited = own.iter().filter(cites).any(|action| counts(action.kind.value));
            let is_added = |act: &Act| self.plan.steps.iter().any(|step| step.spot == act.spot);
            if is_cited || shown().any(|act| counts(act.kind) && is_added(act)) {
                continue;
            }
            let same = |act: &Act| {
                let alike = |action: &&Action| action.kind.value == act.kind;
                own.iter().filter(alike).find(|action| days(action).any(|day| day == act.day.to_string()))
            };
            let last = shown().filter(|act| counts(act.kind)).filter_map(|act| Some((act, same(act)?))).next_back();
            if let Some((act, action)) = last {
                self.add_statement(Change::Confirmed, action, act, "");
            }
        }
    }

    fn step(&mut self, change: Change, country: &CountryId, act: &Act, old: &str) {
        let mut fields = vec![(act.kind.word().to_owned(), old.to_owned(), act.day.to_string())];
        fields.extend(act.effect.map(|day| ("effect".to_owned(), String::new(), day.to_string())));
        let subject = format!("{country}, {}", self.instrument);
        self.plan.steps.push(Step { change, spot: act.spot.clone(), subject, fields });
    }

    /// The fields of a statement that says what the table says.
    fn statement(&self, act: &Act) -> String {
        let place = self.table.place.clone().unwrap_or_else(|| "status table".to_owned());
        let date = match act.kind {
            ActionKind::Signature | ActionKind::DefinitiveSignature => "signed",
            ActionKind::ProvisionalApplication => "given",
            _ => "deposited",
        };
        let effect = if act.kind.ends() { "effective" } else { "in_force" };
        let day = act.day.to_string();
        let effect_day = act.effect.filter(|_| act.kind.binds() || act.kind.ends()).map(|day| day.to_string());
        let fields = [
            ("source", Some(self.table.source.clone())),
            ("place", Some(format!("{place}, row {}", act.participant))),
            (date, Some(day)),
            (effect, effect_day),
            ("mark", act.mark.clone()),
        ];
        let filled = fields.into_iter().filter_map(|(name, words)| Some((name, words?)));
        filled.map(|(name, words)| line(name, &Value::Text(words))).collect()
    }

    /// The file in which an action stands, and its number there.
    fn stands(&self, action: &Action) -> Option<(String, usize)> {
        let path = format!("content/countries/{}/treaties.md", action.country);
        let front = Front::read(&self.input.files.iter().find(|file| *file.path == *path)?.text)?;
        let at = action.head.at.start as usize;
        let found = front.all("action").find(|entry| entry.range.contains(&at))?.number;
        Some((path, found))
    }

    /// Tells what a depositary recorded according to the files and the table does not show.
    fn missing(&mut self, acts: &[(CountryId, Act)], listed: &BTreeSet<CountryId>, scope: TableScope) {
        let mut told = Vec::new();
        for country in self.corpus.countries.iter().map(|country| &country.id) {
            for action in self.own(country) {
                let kind = action.kind.value;
                let is_of_tables = match kind {
                    ActionKind::Signature => scope != TableScope::Bonds,
                    kind => kind.binds() && scope != TableScope::Signatures,
                };
                let is_recorded = action.statements.iter().any(|statement| self.corpus.records_act(action, statement));
                let is_there = acts.iter().any(|(id, act)| id == country && act.kind == kind);
                let is_asked = !self.table.is_excerpt || listed.contains(country);
                if is_of_tables && is_recorded && !is_there && is_asked {
                    let days = days(action).collect::<Vec<_>>().join(", ");
                    told.push(format!("{country}: {} {days}", kind.word()));
                }
            }
        }
        if !told.is_empty() {
            self.plan.notice(format!("in the files and not in the table, left as it is: {}", told.join("; ")));
        }
    }

    fn edits(&mut self) -> Vec<Owner> {
        let mut owners = Vec::new();
        for (path, list) in std::mem::take(&mut self.additions) {
            let old = self.input.files.iter().find(|file| *file.path == *path).map(|file| file.text.clone());
            let whole = old.as_deref().unwrap_or("+++\n+++\n");
            let Some(front) = Front::read(whole) else {
                let spot = list.first().map(|addition| addition.spot.clone());
                let spot = spot.unwrap_or(Spot { row: 0, column: None });
                self.plan.refuse(spot, format!("`{path}` cannot be read"), "run `collatio check`, and mend it first");
                continue;
            };
            let mut number = front.all("action").count();
            let mut is_first = front.is_bare();
            let mut splices: Vec<Splice> = Vec::new();
            for Addition { action, text, spot } in list {
                let entry: Option<&Entry> =
                    action.and_then(|number| front.all("action").find(|it| it.number == number));
                let at = entry.map_or_else(|| front.behind("action"), |entry| entry.range.end);
                let own = action.unwrap_or(number);
                number += usize::from(action.is_none());
                // The first entry may stand right below the fence, and never right below a remark.
                let above = &whole[..at];
                let is_apart = is_first && (above.trim_end().ends_with("+++") || above.ends_with("\n\n"));
                let gap = if action.is_some() || is_apart { "" } else { "\n" };
                is_first = false;
                splices.push(insert(at, format!("{gap}{text}")));
                owners.push(Owner::new(&path, "action", own, spot));
            }
            self.plan.edits.push(Edit { new: splice(whole, splices), old, path });
        }
        owners
    }

    /// Says in the file of the source that its table is complete, unless it says so already.
    fn complete(&mut self, scope: TableScope, owners: &mut Vec<Owner>) {
        let instrument = self.instrument.clone();
        let source = SourceId::new(self.table.source.clone());
        let says = |table: &law::CompleteTable| table.citation.source.value == source;
        if self.table.is_excerpt || self.corpus.complete_tables_of(&instrument).iter().any(says) {
            return;
        }
        let path = format!("content/sources/{source}.md");
        let Some(file) = self.input.files.iter().find(|file| *file.path == *path) else { return };
        let Some(front) = Front::read(&file.text) else { return };
        let names = Value::List(vec![instrument.to_string()]);
        let says = |entry: &Entry| entry.field("instruments").is_some_and(|field| field.value == names);
        if front.all("complete").any(says) {
            return;
        }
        let spot = Spot { row: 1, column: None };
        let is_dated = self.corpus.sources.get(source.as_str()).is_some_and(|source| source.stored.is_some());
        if !is_dated {
            self.plan.notice(format!(
                "`{path}` does not say of which day the table is; write `stored`, or `accessed`, so that what it lacks counts by that day"
            ));
            return;
        }
        let place = self.table.place.clone().unwrap_or_else(|| "status table".to_owned());
        let lists = match scope {
            TableScope::All => String::new(),
            part => line("lists", &Value::Text(part.word().to_owned())),
        };
        let text =
            format!("\n[[complete]]\n{}{lists}{}", line("instruments", &names), line("place", &Value::Text(place)));
        let subject = format!("{source}, a complete table of {instrument}");
        self.plan.steps.push(Step { change: Change::New, spot: spot.clone(), subject, fields: Vec::new() });
        let number = front.all("complete").count();
        owners.push(Owner::new(&path, "complete", number, spot));
        let new = splice(&file.text, vec![insert(front.behind("complete"), text)]);
        self.plan.edits.push(Edit { path, old: Some(file.text.clone()), new });
    }
}

/// The days of an act that its statements give.
fn days(action: &Action) -> impl Iterator<Item = String> {
    let dates = action.statements.iter().filter_map(|statement| statement.date());
    let days: BTreeSet<String> = dates.filter_map(|date| date.exact()).map(|day| day.to_string()).collect();
    days.into_iter()
}
