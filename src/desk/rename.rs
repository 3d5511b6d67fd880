//! Renames a record: its file or folder, everything that names it or what lies below it, and an alias that keeps its old
//! address.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::kind::KINDS;
use crate::content::{Mention, mentions, of_path, pictures, record_at};
use crate::law::{Corpus, Kind, RecordRef, ResolveError, id_meant};
use crate::text::{Diagnostics, File, FileId, Files, Level, Span, is_slug, not_portable};
use crate::{Input, survey};

use super::front::Front;
use super::plan::Edit;

/// Bytes of a file, and what takes their place.
type Piece = (Range<usize>, String);

/// What a renaming does.
#[derive(Debug)]
pub struct Renaming {
    /// The files whose text changes, with the paths that they have before the moves.
    pub edits: Vec<Edit>,
    /// Files and folders that get other names, relative to the root of the site.
    pub moves: Vec<(String, String)>,
    /// The places that named the record or what lies below it: path and line.
    pub places: Vec<(String, u32)>,
    /// Whether its old address leads to the new one.
    pub has_alias: bool,
}

/// Why nothing is renamed.
#[derive(Debug)]
pub struct NotRenamed {
    /// The reason.
    pub why: String,
    /// What helps.
    pub help: String,
    /// What would be wrong in the renamed site, or is wrong in the site as it is.
    pub faults: Option<(Files, Diagnostics)>,
}

fn refusal(why: impl Into<String>, help: impl Into<String>) -> NotRenamed {
    NotRenamed { why: why.into(), help: help.into(), faults: None }
}

/// What becomes of the id that a record had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldId {
    /// It is an alias: its address leads to the new one, and whoever names it means the record.
    Kept,
    /// It is forgotten, because nobody has seen it.
    Forgotten,
}

/// Plans to call the record `old` (`id` or `kind:id`) by the id `new`.
pub fn rename(input: &Input, old: &str, new: &str, old_id: OldId) -> Result<Renaming, NotRenamed> {
    let input = &Input { drafts: true, ..input.clone() };
    let before = survey(input);
    if before.diagnostics.count(Level::Error) > 0 {
        let why = "the content has errors, so that nobody can tell what all references mean".to_owned();
        let faults = Some((before.files, before.diagnostics));
        return Err(NotRenamed { why, help: "correct them first".to_owned(), faults });
    }
    let Some(corpus) = before.corpora.first() else { return Err(refusal("there is no site", "begin one")) };
    // People point at files.
    let (old, new) = (&id_of(old), &id_of(new));
    let new = new.split_once(':').map_or(new.as_str(), |(_, id)| id);
    let record = which(corpus, old)?;
    fits(corpus, &record, new)?;
    let task = Task { corpus, kind: record.kind, old: &record.id, new };
    let moves = task.moves(input)?;
    let mut pieces: BTreeMap<String, Vec<Piece>> = BTreeMap::new();
    let mut places = Vec::new();
    for (id, file) in before.files.iter() {
        let mentioned = mentions(id, file).into_iter();
        let named = mentioned.filter_map(|mention| Some((mention.span.range(), task.renamed(&mention)?)));
        let shown = pictures(id, file).into_iter();
        let shown = shown.filter_map(|(path, span)| task.picture(file, &path, span, &moves));
        for (range, words) in named.chain(shown).chain(task.own_entry(id, file)) {
            places.push((file.path.to_string(), file.place(range.start as u32).line));
            pieces.entry(file.path.to_string()).or_default().push((range, words));
        }
    }
    let own = task.own_file(&before.files);
    let has_alias = own.is_some() && record.kind != Kind::Offence && old_id == OldId::Kept;
    if let Some((path, file)) = own.filter(|_| record.kind != Kind::Offence) {
        let former = Some(&*record.id).filter(|_| has_alias);
        let piece = alias(&path, &file.text, former, new);
        pieces.entry(path).or_default().extend(piece);
    }
    let mut edits = Vec::new();
    for (path, list) in pieces {
        let Some(id) = before.files.find(&path) else { continue };
        let text = &before.files.get(id).text;
        edits.push(Edit { path, old: Some(text.clone()), new: replaced(text, list) });
    }
    let mut renaming = Renaming { edits, moves, places, has_alias };
    renaming.keep_translations(input, &before.files);
    let after = survey(&renaming.applied(input));
    if after.diagnostics.count(Level::Error) > 0 {
        let why = format!("the site in which `{old}` is called `{new}` would have errors");
        let help = "nothing was changed; correct what is told, or choose another id";
        return Err(NotRenamed { why, help: help.to_owned(), faults: Some((after.files, after.diagnostics)) });
    }
    Ok(renaming)
}

/// The id of the record whose file or folder is named, or what is named.
fn id_of(named: &str) -> String {
    let path = named.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let record = record_at(path).or_else(|| record_at(&format!("{path}/index.md")));
    record.map_or_else(|| named.to_owned(), |(kind, id)| format!("{}:{id}", kind.word()))
}

/// The record that `old` names, by its present id.
fn which(corpus: &Corpus, old: &str) -> Result<RecordRef, NotRenamed> {
    match corpus.resolve(old) {
        Ok(record) if record.anchor.is_some() => {
            Err(refusal(format!("`{old}` is a part of a record"), "name the record, without what stands after `#`"))
        }
        Ok(record) => Ok(record),
        Err(ResolveError::Ambiguous(kinds)) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| format!("`{}:{old}`", kind.word())).collect();
            Err(refusal(format!("`{old}` fits several records"), format!("write {}", kinds.join(" or "))))
        }
        Err(_) => {
            let help = match id_meant(corpus, old) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "an id is the path of a record below its folder, such as `xr/penal-code/12`".to_owned(),
            };
            Err(refusal(format!("no record has the id `{old}`"), help))
        }
    }
}

/// Refuses an id that cannot be one, is taken, or would put the record elsewhere.
fn fits(corpus: &Corpus, record: &RecordRef, new: &str) -> Result<(), NotRenamed> {
    let parent = |id: &str| id.rsplit_once('/').map(|(parent, _)| parent.to_owned());
    let bad = new.split('/').find(|part| !is_slug(part) || not_portable(part).is_some() || *part == "index");
    if let Some(bad) = bad {
        let help = "use lower-case ASCII letters, digits and single `-`";
        return Err(refusal(format!("`{bad}` cannot be a part of an id"), help));
    }
    if parent(new) != parent(&record.id) {
        let why = format!("`{new}` would lie in another folder than `{}`", record.id);
        return Err(refusal(why, "only the last part of an id can be another"));
    }
    // Its own former id may come back.
    let former = corpus.aliases.get(&(record.kind, new.into())).is_some_and(|now| *now != record.id);
    if former || corpus.record(record.kind, new).is_some() {
        let what = if former { "is a former id of a record" } else { "exists" };
        return Err(refusal(format!("the {} `{new}` {what}", record.kind.word()), "choose another id"));
    }
    Ok(())
}

struct Task<'c> {
    corpus: &'c Corpus,
    kind: Kind,
    old: &'c str,
    new: &'c str,
}

impl Task<'_> {
    /// The path of the record's file below the root, under the id `id`; `None` for an entry of a file.
    fn path(&self, id: &str) -> Option<String> {
        let pattern = KINDS.iter().find(|kind| kind.name == self.kind.word())?.path;
        let section = self.corpus.questions.get(self.old).map(|question| question.section.as_str());
        let mut names = section.into_iter().chain(id.split('/'));
        let parts = pattern.split('/').map(|part| match part.starts_with('{') {
            true => names.next().map(|name| if part.ends_with(".md") { format!("{name}.md") } else { name.to_owned() }),
            false => Some(part.to_owned()),
        });
        Some(format!("content/{}", parts.collect::<Option<Vec<String>>>()?.join("/")))
    }

    fn own_file<'f>(&self, files: &'f Files) -> Option<(String, &'f File)> {
        let path = self.path(self.old)?;
        let file = files.get(files.find(&path)?);
        Some((path, file))
    }

    /// The folder of the record, or its file and the translations of it.
    fn moves(&self, input: &Input) -> Result<Vec<(String, String)>, NotRenamed> {
        let (Some(from), Some(to)) = (self.path(self.old), self.path(self.new)) else { return Ok(Vec::new()) };
        let moves: Vec<(String, String)> = match (from.strip_suffix("/index.md"), to.strip_suffix("/index.md")) {
            (Some(from), Some(to)) => vec![(from.to_owned(), to.to_owned())],
            _ => {
                let (from, to) = (from.trim_end_matches(".md"), to.trim_end_matches(".md"));
                let own = |path: &str| {
                    let end = path.strip_prefix(from).filter(|end| end.starts_with('.') && end.ends_with(".md"))?;
                    Some((path.to_owned(), format!("{to}{end}")))
                };
                input.files.iter().filter_map(|file| own(&file.path)).collect()
            }
        };
        let taken = moves.iter().find(|(_, to)| input.files.iter().any(|file| lies(&file.path, to)));
        match taken {
            Some((_, to)) => Err(refusal(format!("`{to}` is there already"), "choose another id")),
            None => Ok(moves),
        }
    }

    /// A picture that lies in the folder of the record: where its path is written, and the path as it becomes.
    fn picture(&self, file: &File, path: &str, span: Span, moves: &[(String, String)]) -> Option<Piece> {
        let below = |place: &str| place.strip_prefix("content/").map(|place| format!("{place}/"));
        let (from, to) = moves.iter().find_map(|(from, to)| Some((below(from)?, below(to)?)))?;
        if !path.trim_start_matches('/').starts_with(&from) {
            return None;
        }
        let at = span.range().start + file.text[span.range()].find(&from)?;
        Some((at..at + from.len(), to))
    }

    /// The id of an entry, where the record is one: its own file says it without the country.
    fn own_entry(&self, id: FileId, file: &File) -> Option<Piece> {
        let at = self.corpus.offences.get(self.old).filter(|_| self.kind == Kind::Offence)?.head.at;
        let last = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
        let (old, new) = (format!("\"{}\"", last(self.old)), format!("\"{}\"", last(self.new)));
        let mut start = at.range().end;
        for line in file.text.get(start..).filter(|_| at.file == id)?.split_inclusive('\n') {
            let is_id = line.trim_start().strip_prefix("id").is_some_and(|rest| rest.trim_start().starts_with('='));
            if let Some(value) = line.find(&old).filter(|_| is_id) {
                return Some((start + value..start + value + old.len(), new));
            }
            start += line.len();
        }
        None
    }

    /// What a mention says when the record has its new id; `None` where it names something else.
    fn renamed(&self, mention: &Mention) -> Option<String> {
        let (whole, part) = match mention.text.split_once('#') {
            Some((whole, part)) => (whole, Some(part)),
            None => (mention.text.as_str(), None),
        };
        let (word, id) = whole.split_once(':').map_or(("", whole), |(word, id)| (word, id));
        let kinds = self.kinds_of(mention, whole);
        let id = match id.strip_prefix(self.old) {
            Some("") if kinds.contains(&self.kind) => self.new.to_owned(),
            Some(below) if below.starts_with('/') && kinds.iter().any(|kind| self.owns(*kind)) => {
                format!("{}{below}", self.new)
            }
            _ => id.to_owned(),
        };
        let is_of_country = self.kind == Kind::Country && kinds.contains(&Kind::Question);
        let part = part.map(|part| if is_of_country && part == self.old { self.new } else { part });
        let colon = if word.is_empty() { "" } else { ":" };
        let text = format!("{word}{colon}{id}{}", part.map(|part| format!("#{part}")).unwrap_or_default());
        (text != mention.text).then_some(text)
    }

    /// The kinds that the mention may name.
    fn kinds_of(&self, mention: &Mention, whole: &str) -> Vec<Kind> {
        match mention.kind {
            Some(kind) => vec![kind],
            None => match self.corpus.resolve(whole) {
                Ok(record) => vec![record.kind],
                Err(ResolveError::Ambiguous(kinds)) => kinds,
                Err(_) => Vec::new(),
            },
        }
    }

    /// Whether the ids of records of `kind` begin with the id of the record.
    fn owns(&self, kind: Kind) -> bool {
        match self.kind {
            Kind::Country => matches!(kind, Kind::Law | Kind::Provision | Kind::Offence | Kind::Amendment),
            Kind::Law => kind == Kind::Provision,
            _ => false,
        }
    }
}

/// Whether `path` is `place` or lies below it.
fn lies(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The former id `old` as a piece of the record's own file, in its place among the fields; `new` is none any more. `None`
/// where nothing is to be written.
fn alias(path: &str, text: &str, old: Option<&str>, new: &str) -> Option<Piece> {
    let start = text.find('\n').map_or(text.len(), |at| at + 1);
    let newline = if text[..start].ends_with("\r\n") { "\r\n" } else { "\n" };
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let field = line.trim_start();
        if field.starts_with('[') || field.trim_end() == "+++" {
            break;
        }
        let is_aliases = field.strip_prefix("aliases").is_some_and(|rest| rest.trim_start().starts_with('='));
        if let (Some(open), Some(close)) = (text[at..].find('['), text[at..].find(']'))
            && is_aliases
        {
            let list = at + open + 1..at + close;
            let new = format!("\"{new}\"");
            let others = text[list.clone()].replace(&format!("{new}, "), "").replace(&format!(", {new}"), "");
            let others = others.replace(&new, "");
            let comma = if others.trim().is_empty() { "" } else { ", " };
            return match old {
                Some(old) => Some((list, format!("\"{old}\"{comma}{others}"))),
                None if others.trim().is_empty() => Some((at..at + line.len(), String::new())),
                None => Some((list, others)),
            };
        }
        at += line.len();
    }
    let old = old?;
    let at = place_of_aliases(path, text).unwrap_or(start);
    // The header of a table has an empty line before it, but where it was the first.
    let gap = if at == start && text[at..].starts_with('[') { newline } else { "" };
    Some((at..at, format!("aliases = [\"{old}\"]{newline}{gap}")))
}

/// The offset of the line behind the last field that stands before `aliases` in the order of the form.
fn place_of_aliases(path: &str, text: &str) -> Option<usize> {
    let order: Vec<&str> = of_path(path)?.fields(&[])?.iter().map(|field| field.name).collect();
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let front = Front::read(text)?;
    let before = front.own.fields.iter().rfind(|field| rank(&field.name) < rank("aliases"))?;
    text[before.range.end..].find('\n').map(|at| before.range.end + at + 1)
}

fn replaced(text: &str, mut list: Vec<Piece>) -> String {
    list.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (range, words) in list {
        out.push_str(&text[at..range.start.max(at)]);
        out.push_str(&words);
        at = range.end.max(at);
    }
    out + &text[at..]
}

impl Renaming {
    /// The site as it is afterwards.
    fn applied(&self, input: &Input) -> Input {
        let moved = |path: &str| {
            let new = self.moves.iter().find(|(from, _)| lies(path, from));
            new.map_or(path.to_owned(), |(from, to)| format!("{to}{}", &path[from.len()..]))
        };
        let files = input.files.iter().map(|file| {
            let edit = self.edits.iter().find(|edit| *edit.path == *file.path);
            File::new(moved(&file.path), edit.map_or(&*file.text, |edit| edit.new.as_str()))
        });
        let below = |path: &str| moved(&format!("content/{path}")).trim_start_matches("content/").to_owned();
        let assets = input.assets.iter().map(|(path, bytes)| (below(path), bytes.clone())).collect();
        Input { files: files.collect(), assets, ..input.clone() }
    }

    /// A translation says by a checksum which words it translates. Where these are the same but for the id, it says so.
    fn keep_translations(&mut self, input: &Input, before: &Files) {
        let old = survey(input);
        let was_stale = |path: &str| stale(&old.diagnostics).any(|(span, _)| *old.files.get(span.file).path == *path);
        let after = survey(&self.applied(input));
        let mut sums: Vec<(String, Range<usize>, String)> = Vec::new();
        for (span, sum) in stale(&after.diagnostics) {
            let path = after.files.get(span.file).path.to_string();
            let home = self.moves.iter().find(|(_, to)| lies(&path, to));
            let path = home.map_or(path.clone(), |(from, to)| format!("{from}{}", &path[to.len()..]));
            if !was_stale(&path) {
                sums.push((path, span.range(), format!("\"{sum}\"")));
            }
        }
        for (path, range, sum) in sums {
            let Some(id) = before.find(&path) else { continue };
            let text = before.get(id).text.clone();
            if !self.edits.iter().any(|edit| edit.path == path) {
                self.edits.push(Edit { path: path.clone(), old: Some(text.clone()), new: text.to_string() });
            }
            if let Some(edit) = self.edits.iter_mut().find(|edit| edit.path == path) {
                edit.new.replace_range(range, &sum);
            }
        }
    }
}

/// Where translations say which words they translate, with the checksum of the words as they are.
fn stale(found: &Diagnostics) -> impl Iterator<Item = (Span, &str)> {
    let stale = found.iter().filter(|found| found.fault.code == "stale-translation");
    stale.filter_map(|found| Some((found.span, found.message.rsplit(' ').next()?)))
}
