//! Lists of literature (CSL-JSON, BibTeX, RIS, the CSV of Zotero) become records of sources.
//!
//! What a list has is taken as it is written; what a source of the site needs besides, such as its tier, is said for each
//! entry and never guessed. A work that the site has already is passed over.

use std::collections::BTreeMap;

use crate::Input;
use crate::content;
use crate::content::form::Field;
use crate::content::kind::SOURCE_FILE;
use crate::law::{self, Corpus, Kind};
use crate::text::{Files, check_language, decoded, is_web_address};

use super::bibtex;
use super::comma::UNKNOWN_ENCODING;
use super::csl;
use super::front::Value;
use super::plan::{Change, Edit, Plan, Spot, Step};
use super::reference::{Person, Reference, date};
use super::ris;
use super::source_id::id;
use super::splice::line;
use super::trial::{Owner, trial};
use super::zotero;

/// What the list of literature in the file `name` would add to the site; an error says why it cannot be read at all.
pub fn sources(input: &Input, name: &str, bytes: &[u8]) -> Result<Plan, String> {
    let files = Files::new(input.files.clone());
    let (settings, records, _) = content::read(&files, &input.unreadable);
    let (corpus, _) = law::assemble(settings, records, true);
    let mut plan = Plan::default();
    let references = references(name, bytes, &mut plan)?;
    if references.is_empty() && plan.refusals.is_empty() {
        return Err("it has no references".to_owned());
    }
    let mut known = Known::of(&corpus);
    let mut owners = Vec::new();
    for reference in &references {
        let spot = spot(reference);
        let label = label(reference);
        if let Some(there) = known.find(reference) {
            plan.notice(format!("{spot}: passed over, for it is `{there}`"));
            continue;
        }
        if reference.title.is_empty() {
            plan.refuse(spot, "it has no title", "write one in the list, or take the entry out");
            continue;
        }
        let id = id(reference, |id| known.is_taken(id));
        known.add(reference, &id);
        let (fields, missing) = fields(reference, &corpus);
        let list = fields.iter().map(|(name, words)| ((*name).to_owned(), String::new(), words.clone())).collect();
        plan.steps.push(Step { change: Change::New, spot: spot.clone(), subject: id.clone(), fields: list });
        plan.notice(format!("{spot}: `{id}`{label} lacks {}", missing.join(", ")));
        let order = |name: &str| SOURCE_FILE.fields.iter().position(|field: &Field| field.name == name);
        let mut ordered = fields.clone();
        ordered.sort_by_key(|(name, _)| order(name));
        let lines: String = ordered.iter().map(|(name, words)| line(name, &Value::Text(words.clone()))).collect();
        let path = format!("content/sources/{id}.md");
        owners.push(Owner::new(&path, "", 0, spot));
        plan.edits.push(Edit { path, old: None, new: format!("+++\n{lines}+++\n") });
    }
    trial(input, &mut plan, &owners);
    // Nothing cites a source yet that has just been recorded.
    plan.notices.retain(|notice| !notice.contains("warning[unused-source]"));
    Ok(plan)
}

fn references(name: &str, bytes: &[u8], plan: &mut Plan) -> Result<Vec<Reference>, String> {
    let (text, encoding) = decoded(bytes).ok_or(UNKNOWN_ENCODING)?;
    if let Some(encoding) = encoding {
        plan.notice(format!("the file is in {encoding}; export it again as UTF-8 to be sure of its letters"));
    }
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "json" | "csl" | "csljson" => csl::read(&text),
        "ris" => Ok(ris::read(&text)),
        "csv" => zotero::read(bytes),
        "bib" | "bibtex" | "biblatex" => {
            let (list, broken) = bibtex::read(&text);
            for entry in broken {
                let key = if entry.key.is_empty() { "without a key".to_owned() } else { entry.key };
                let spot = Spot { row: entry.number, column: Some((String::new(), key)) };
                let why = format!("{}; the entry begins on line {}", entry.why, entry.line);
                plan.refuse(spot, why, "mend the entry, or export the list again");
            }
            Ok(list)
        }
        _ if begins.starts_with("TY  -") => Ok(ris::read(&text)),
        _ if begins.starts_with(['[', '{']) => csl::read(&text),
        _ => {
            Err("it is none of CSL-JSON (`.json`), BibTeX (`.bib`), RIS (`.ris`) and the CSV of Zotero (`.csv`)"
                .to_owned())
        }
    }
}

fn spot(reference: &Reference) -> Spot {
    let key = if reference.key.is_empty() { reference.title.chars().take(30).collect() } else { reference.key.clone() };
    Spot { row: reference.number, column: Some((String::new(), key)) }
}

fn label(reference: &Reference) -> String {
    let title: String = reference.title.chars().take(50).collect();
    if title.is_empty() { String::new() } else { format!(" (\"{title}\")") }
}

/// What the site has already.
struct Known {
    /// By address, and by title with year: the id.
    works: BTreeMap<String, String>,
    ids: Vec<String>,
}

impl Known {
    fn of(corpus: &Corpus) -> Known {
        let mut known = Known { works: BTreeMap::new(), ids: Vec::new() };
        for source in corpus.sources.iter() {
            let id = source.id.to_string();
            if let Some(url) = &source.url {
                known.works.insert(address(&url.value), id.clone());
            }
            if let Some(title) = &source.title {
                let year = source.year.as_deref().map(date).unwrap_or_default();
                known.works.insert(work(title, &year, source.author.as_deref().unwrap_or_default()), id.clone());
            }
            known.ids.push(id);
        }
        // A former id leads to the source that has another now.
        let former = corpus.aliases.keys().filter(|(kind, _)| *kind == Kind::Source);
        known.ids.extend(former.map(|(_, id)| id.to_string()));
        known
    }

    fn keys(reference: &Reference) -> Vec<String> {
        let mut keys = Vec::new();
        let url = web_address(reference);
        if !url.is_empty() {
            keys.push(address(&url));
        }
        if !reference.title.is_empty() {
            keys.push(work(&reference.title, &reference.date, &authors(reference)));
        }
        keys
    }

    fn find(&self, reference: &Reference) -> Option<&String> {
        Known::keys(reference).iter().find_map(|key| self.works.get(key))
    }

    fn add(&mut self, reference: &Reference, id: &str) {
        for key in Known::keys(reference) {
            self.works.insert(key, id.to_owned());
        }
        self.ids.push(id.to_owned());
    }

    fn is_taken(&self, id: &str) -> bool {
        self.ids.iter().any(|known| known == id)
    }
}

fn address(url: &str) -> String {
    let bare = url.trim().trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    format!("at {}", bare.trim_end_matches('/'))
}

/// A work by its title, year and author, whatever stands between the letters.
fn work(title: &str, date: &str, author: &str) -> String {
    let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    format!("{} {} {}", letters(title), date.get(..4).unwrap_or_default(), letters(author))
}

fn web_address(reference: &Reference) -> String {
    let doi = reference.doi.trim_start_matches("https://doi.org/").trim_start_matches("doi:");
    let url = if reference.url.is_empty() && !doi.is_empty() {
        format!("https://doi.org/{doi}")
    } else {
        reference.url.clone()
    };
    if is_web_address(&url) { url } else { String::new() }
}

fn authors(reference: &Reference) -> String {
    let people = if reference.authors.is_empty() { &reference.editors } else { &reference.authors };
    let names: Vec<String> = people.iter().map(Person::name).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, second, third] => format!("{first}, {second} and {third}"),
        [first, ..] => format!("{first} and others"),
    }
}

/// The fields of the record, and what the list does not have.
fn fields(reference: &Reference, corpus: &Corpus) -> (Vec<(&'static str, String)>, Vec<String>) {
    let url = web_address(reference);
    let tag = reference.language.replace('_', "-");
    let is_tag =
        tag.split('-').next().is_some_and(|part| (2..=3).contains(&part.len())) && check_language(&tag).is_ok();
    let language = if is_tag { tag } else { String::new() };
    // `kind` is in the language of the site, and a list has it in English.
    let is_english = corpus.settings.language.split('-').next() == Some("en");
    let kind = if is_english { reference.kind.clone() } else { String::new() };
    let year = reference.date.get(..4).unwrap_or_default();
    let first = reference.authors.first().or(reference.editors.first()).map(|person| person.family.clone());
    let short = first.filter(|_| !year.is_empty()).map(|family| format!("{family} {year}")).unwrap_or_default();
    let all = [
        ("citation", citation(reference)),
        ("short", short),
        ("author", authors(reference)),
        ("title", reference.title.clone()),
        ("publisher", reference.publisher.clone()),
        ("year", reference.date.clone()),
        ("kind", kind),
        ("url", url),
        ("language", language),
        ("accessed", reference.accessed.clone()),
    ];
    let mut missing = vec!["`tier` (how near to the law it stands)".to_owned()];
    for (name, words) in &all {
        let is_needed =
            matches!(*name, "author" | "year" | "language" | "kind") || *name == "accessed" && !all[7].1.is_empty();
        if words.is_empty() && is_needed {
            missing.push(format!("`{name}`"));
        }
    }
    (all.into_iter().filter(|(_, words)| !words.is_empty()).collect(), missing)
}

/// The whole reference: author, title, where it appeared, who published it and when.
fn citation(reference: &Reference) -> String {
    let editors = if reference.authors.is_empty() && !reference.editors.is_empty() { " (ed.)" } else { "" };
    let mut parts = Vec::new();
    let author = authors(reference);
    if !author.is_empty() {
        parts.push(format!("{author}{editors}"));
    }
    parts.push(reference.title.clone());
    let mut container = reference.container.clone();
    if !container.is_empty() {
        if !reference.volume.is_empty() {
            container.push_str(&format!(" {}", reference.volume));
        }
        if !reference.issue.is_empty() {
            container.push_str(&format!("({})", reference.issue));
        }
        parts.push(container);
    }
    let mut out = parts.join(", ");
    let imprint: Vec<&str> = [&reference.publisher, &reference.town]
        .into_iter()
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    let imprint = format!("{} {}", imprint.join(", "), reference.date);
    if !imprint.trim().is_empty() {
        out.push_str(&format!(" ({})", imprint.trim()));
    }
    if !reference.pages.is_empty() {
        out.push_str(&format!(", {}", reference.pages));
    }
    if !reference.doi.is_empty() {
        out.push_str(&format!(
            ", doi:{}",
            reference.doi.trim_start_matches("https://doi.org/").trim_start_matches("doi:")
        ));
    }
    out
}
