//! References that can name records of several kinds, such as `[[id]]`: in prose, benchmarks, conflicts, amendments,
//! exercises and the configuration.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{
    At, ByAuthor, CITATION_BY_AUTHOR, CITATION_FORM, Diagnostic, Diagnostics, Fault, Level, Span, Target, is_slug,
    nearest_id, slug_meant,
};

use super::super::corpus::kinds_at_depth;
use super::super::excluded::Excluded;
use super::super::{Corpus, Kind, RecordRef, ResolveError, RestsOn, walk};
use super::index::UNKNOWN;
use super::remedy::{remedy, without_folders};

pub static AMBIGUOUS: Fault = Fault {
    code: "ambiguous-reference",
    level: Level::Error,
    summary: "a reference fits records of several kinds",
    explanation: "A topic and a term may share a name. In prose, say which is meant: `[[term:registration]]` or \
                  `[[topic:registration]]`.",
};

pub static UNKNOWN_PART: Fault = Fault {
    code: "unknown-part",
    level: Level::Error,
    summary: "a reference names a part of a record that does not exist",
    explanation: "After `#` stands the number of a paragraph that is written in the words of an article (`#2`; `#2/a` \
                  for its point a), the key of an instrument's article, the id of an amendment's element, the id of a \
                  module's handout or exercise, or a country on a question's page.",
};

/// Resolves such references in fields; those that cannot be resolved are reported and removed.
pub(super) fn resolve_text_refs(corpus: &mut Corpus, excluded: &Excluded, found: &mut Diagnostics) {
    name_amended(corpus);
    resolve_benchmarks(corpus, excluded, found);
    resolve_paragraphs(corpus, excluded, found);
    let mut wrong: BTreeSet<Span> = BTreeSet::new();
    let mut check = |text: &At<String>, corpus: &Corpus| {
        if let Err(lost) = corpus.resolve(&text.value) {
            found.extend(lost_at(corpus, &text.value, text.span, lost, excluded));
            wrong.insert(text.span);
        }
    };
    corpus.conflicts.iter().flat_map(|c| &c.touches).for_each(|t| check(t, corpus));
    corpus.modules.iter().flat_map(|m| &m.exercises).flat_map(|e| &e.proves).for_each(|t| check(t, corpus));
    for text in corpus.amendments.iter().flat_map(|a| &a.amends) {
        if let Err(lost) = corpus.resolve_amended(&text.value) {
            found.extend(lost_at(corpus, &text.value, text.span, lost, excluded));
            wrong.insert(text.span);
        }
    }
    let named = corpus.settings.countries.iter().chain(corpus.settings.groups.iter().flat_map(|g| &g.countries));
    for country in named.filter(|c| corpus.countries.get(c.as_str()).is_none()) {
        wrong.insert(country.span);
        // The configuration may name a draft country: it has a column in builds that show drafts.
        if excluded.names_unread(country.as_str()) || excluded.drafts.has(Kind::Country, country.as_str()) {
            continue;
        }
        let fault = UNKNOWN.at(country.span, format!("there is no country `{}`", country.value));
        found.push(remedy(fault, &[Kind::Country], country.as_str(), &|kind| corpus.ids(kind)));
    }
    resolve_safety(corpus, excluded, &mut wrong, found);
    corpus.settings.countries.retain(|c| !wrong.contains(&c.span));
    corpus.settings.groups.iter_mut().for_each(|g| g.countries.retain(|c| !wrong.contains(&c.span)));
    let right = |text: &At<String>| !wrong.contains(&text.span);
    corpus.conflicts.each_mut(|c| c.touches.retain(right));
    corpus.amendments.each_mut(|a| a.amends.retain(right));
    corpus.modules.each_mut(|m| m.exercises.iter_mut().for_each(|e| e.proves.retain(right)));
}

/// Replaces the text of each reference to an amended law or provision by the present id, without former ids and kind
/// prefixes, because later look-ups compare the text as it is.
fn name_amended(corpus: &mut Corpus) {
    let mut named: BTreeMap<Span, String> = BTreeMap::new();
    for text in corpus.amendments.iter().flat_map(|amendment| &amendment.amends) {
        if let Ok(RecordRef { kind: Kind::Law | Kind::Provision, id, .. }) = corpus.resolve_amended(&text.value)
            && *id != *text.value
        {
            named.insert(text.span, id.to_string());
        }
    }
    if named.is_empty() {
        return;
    }
    corpus.amendments.each_mut(|amendment| {
        for text in &mut amendment.amends {
            if let Some(id) = named.get(&text.span) {
                text.value.clone_from(id);
            }
        }
    });
}

/// Resolves the benchmarks of questions (an instrument, or an article of one). Those that cannot be resolved are
/// reported and removed; a former id becomes the present one.
fn resolve_benchmarks(corpus: &mut Corpus, excluded: &Excluded, found: &mut Diagnostics) {
    let mut resolved: BTreeMap<Span, String> = BTreeMap::new();
    for text in corpus.questions.iter().filter_map(|question| question.benchmark.as_ref()) {
        match corpus.resolve_as(Kind::Instrument, &text.value) {
            Ok(RecordRef { id, anchor: Some(part), .. }) => resolved.insert(text.span, format!("{id}#{part}")),
            Ok(RecordRef { id, .. }) => resolved.insert(text.span, id.to_string()),
            Err(ResolveError::Unknown) => {
                found.extend(no_instrument(corpus, text, excluded));
                continue;
            }
            Err(lost) => {
                found.extend(lost_at(corpus, &text.value, text.span, lost, excluded));
                continue;
            }
        };
    }
    corpus.questions.each_mut(|question| {
        let whole = question.benchmark.as_ref().and_then(|text| resolved.remove(&text.span));
        question.benchmark = question.benchmark.take().zip(whole).map(|(text, whole)| text.map(|_| whole));
    });
}

/// Reports the paragraphs on which findings are said to rest and which no wording of their article has. Such a finding
/// rests on the whole article.
fn resolve_paragraphs(corpus: &mut Corpus, excluded: &Excluded, found: &mut Diagnostics) {
    let mut wrong: BTreeSet<Span> = BTreeSet::new();
    for rests_on in corpus.findings.iter().flat_map(|finding| &finding.rests_on) {
        let RestsOn::Provision(id, Some(part)) = rests_on else { continue };
        let text = format!("{}#{part}", id.value);
        if let Err(lost) = corpus.resolve_as(Kind::Provision, &text) {
            found.extend(lost_at(corpus, &text, id.span, lost, excluded));
            wrong.insert(id.span);
        }
    }
    for rests_on in corpus.findings.iter_mut().flat_map(|finding| &mut finding.rests_on) {
        if let RestsOn::Provision(id, part) = rests_on {
            part.take_if(|_| wrong.contains(&id.span));
        }
    }
}

/// The fault of a benchmark that names no instrument; `None` where the instrument's file could not be decoded, since
/// that is reported already.
fn no_instrument(corpus: &Corpus, text: &At<String>, excluded: &Excluded) -> Option<Diagnostic> {
    let id = text.value.split('#').next().unwrap_or_default();
    if excluded.names_unread(id) {
        return None;
    }
    if let Some(fault) = excluded.drafts.fault(&[Kind::Instrument], id, text.span) {
        return Some(fault);
    }
    let fault = UNKNOWN.at(text.span, format!("there is no instrument `{id}`"));
    Some(remedy(fault, &[Kind::Instrument], id, &|kind| corpus.ids(kind)))
}

/// Resolves the sections and the help page that `[safety]` names.
fn resolve_safety(corpus: &mut Corpus, excluded: &Excluded, wrong: &mut BTreeSet<Span>, found: &mut Diagnostics) {
    let safety = &corpus.settings.safety;
    let sections = safety.sections.iter().filter(|id| corpus.sections.get(id.as_str()).is_none());
    let help = safety.help.iter().filter(|id| corpus.pages.get(id.as_str()).is_none());
    let sections = sections.map(|id| (Kind::Section, id.span, id.as_str()));
    for (kind, span, id) in sections.chain(help.map(|id| (Kind::Page, id.span, id.as_str()))) {
        wrong.insert(span);
        if excluded.names_unread(id) {
            continue;
        }
        if let Some(fault) = excluded.drafts.fault(&[kind], id, span) {
            found.push(fault);
            continue;
        }
        let names: Vec<&str> = match kind {
            Kind::Section => corpus.sections.iter().map(|section| section.id.as_str()).collect(),
            _ => corpus.pages.iter().map(|page| page.id.as_str()).collect(),
        };
        found.push(UNKNOWN.at(span, format!("there is no {} `{id}`", kind.word())).suggest(nearest_id(id, names)));
    }
    corpus.settings.safety.sections.retain(|id| !wrong.contains(&id.span));
    corpus.settings.safety.help.take_if(|id| wrong.contains(&id.span));
}

/// Reports references in prose that cannot be resolved. The prose itself is not changed: pages print such a reference
/// as its words.
pub(super) fn check_prose(corpus: &Corpus, excluded: &Excluded, found: &mut Diagnostics) {
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    walk::each_prose(corpus, &mut |_, prose| {
        for (id, place, span) in prose.without_mark() {
            let is_source = corpus.sources.get(corpus.source_id(id)).is_some();
            if is_source && seen.insert(*span) {
                let fault = CITATION_FORM.at(*span, format!("`{id}` is a source, and is not cited"));
                found.push(fault.help(format!("a citation begins with `@`: write `[@{id}, {place}]`")));
            }
        }
        for (cited, span) in prose.by_author() {
            if !seen.contains(span)
                && let Some(fault) = cited_by_author(corpus, cited, *span)
            {
                seen.insert(*span);
                found.push(fault);
            }
        }
        for reference in prose.refs() {
            let named = match &reference.target {
                Target::Record(text) => text,
                Target::Source { source, .. } => source,
            };
            if !seen.insert(reference.span) || excluded.names_unread(named) {
                continue;
            }
            match &reference.target {
                Target::Record(text) => {
                    if let Err(lost) = corpus.resolve(text) {
                        found.extend(lost_at(corpus, text, reference.span, lost, excluded));
                    }
                }
                Target::Source { source, .. } => {
                    if corpus.sources.get(corpus.source_id(source)).is_some() {
                        continue;
                    }
                    if let Some(fault) = excluded.drafts.fault(&[Kind::Source], source, reference.span) {
                        found.push(fault);
                    } else {
                        let fault = UNKNOWN.at(reference.span, format!("there is no source `{source}`"));
                        let small = slug_meant(source);
                        if corpus.sources.get(corpus.source_id(&small)).is_some() {
                            found.push(fault.suggest(Some(small)));
                            continue;
                        }
                        found.push(remedy(fault, &[Kind::Source], source, &|kind| corpus.ids(kind)));
                    }
                }
            }
        }
    });
}

/// The fault of a citation by author or number: where one source of the site has this author and year, or where nothing
/// else can be meant.
fn cited_by_author(corpus: &Corpus, cited: &ByAuthor, span: Span) -> Option<Diagnostic> {
    let place = if cited.place.is_empty() { "place" } else { &cited.place };
    let form = "a citation is `[@source, place]`, with the id of the source: `collatio new source ID` makes its record";
    if cited.author.is_empty() {
        let message = "a number in brackets leads to no source";
        return Some(CITATION_BY_AUTHOR.at(span, message).help(form));
    }
    let words = |text: &str, word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
    let is_meant = |source: &&crate::law::Source| {
        let author = source.author.as_deref().or_else(|| source.citation.split(['.', '(']).next()).unwrap_or_default();
        let year = source.year.as_deref().unwrap_or(&source.citation);
        let short = source.short.as_deref().unwrap_or_default();
        words(author, &cited.author) && words(year, &cited.year)
            || words(short, &cited.author) && words(short, &cited.year)
    };
    let mut meant = corpus.sources.iter().filter(is_meant);
    let (source, other) = (meant.next(), meant.next());
    let name = format!("{} {}", cited.author, cited.year);
    match (source, other) {
        (Some(source), None) => {
            let message = format!("`{name}` is the source `{}`, and is not cited", source.id);
            let help = format!("a citation names the record: write `[@{}, {place}]`", source.id);
            Some(CITATION_BY_AUTHOR.at(span, message).help(help))
        }
        (Some(one), Some(other)) => {
            let message = format!("`{name}` may be the source `{}` or `{}`, and is not cited", one.id, other.id);
            Some(CITATION_BY_AUTHOR.at(span, message).help(format!("write `[@{}, {place}]`, or the other", one.id)))
        }
        _ => {
            let message = format!("`{name}` leads to no source");
            cited.is_clear.then(|| CITATION_BY_AUTHOR.at(span, message).help(form))
        }
    }
}

/// The id of a record that is most likely meant by `text`, which names none.
pub fn id_meant(corpus: &Corpus, text: &str) -> Option<String> {
    let (word, id) = text.split_once(':').map_or((None, text), |(word, id)| (Some(word), id));
    let id = slug_meant(id);
    let kinds: Vec<Kind> = match word {
        Some(word) => Kind::parse(word).into_iter().collect(),
        None => kinds_at_depth(&id).collect(),
    };
    let former = || corpus.aliases.iter().filter(|((kind, _), _)| kinds.contains(kind));
    let known = kinds.iter().flat_map(|kind| corpus.ids(*kind)).chain(former().map(|((_, former), _)| &**former));
    let near = nearest_id(&id, known)?;
    // A slip of a former id means the record that has another now.
    let now = former().find(|((_, former), _)| &**former == near).map(|(_, now)| &**now);
    Some(now.unwrap_or(near).to_owned())
}

/// The fault of a reference that fits records of several kinds.
pub(super) fn ambiguous(text: &str, kinds: &[Kind], span: Span) -> Diagnostic {
    let words: Vec<&str> = kinds.iter().map(|k| k.word()).collect();
    let ways: Vec<String> = words.iter().map(|w| format!("`{w}:{text}`")).collect();
    AMBIGUOUS
        .at(span, format!("`{text}` is the name of several things: {}", words.join(", ")))
        .help(format!("write {}", ways.join(" or ")))
}

/// The fault of a reference that cannot be resolved; `None` where the file of the record could not be decoded, since
/// that is reported already.
fn lost_at(corpus: &Corpus, text: &str, span: Span, lost: ResolveError, excluded: &Excluded) -> Option<Diagnostic> {
    if excluded.names_unread(text) {
        return None;
    }
    Some(match lost {
        ResolveError::Unknown => {
            let whole = text.split('#').next().unwrap_or_default();
            let (word, id) = whole.split_once(':').map_or((None, whole), |(word, id)| (Some(word), id));
            let kinds: Vec<Kind> = match word {
                Some(word) => Kind::parse(word).into_iter().collect(),
                None => kinds_at_depth(id).collect(),
            };
            if let Some(fault) = excluded.drafts.fault(&kinds, id, span) {
                return Some(fault);
            }
            let small = slug_meant(whole);
            let small = without_folders(&small);
            if small != whole && corpus.resolve(&small).is_ok() {
                return Some(UNKNOWN.at(span, format!("no record has the id `{whole}`")).suggest(Some(small)));
            }
            if !id.split(['/', '-']).all(is_slug) {
                let fault = UNKNOWN.at(span, format!("`{whole}` cannot be the id of a record"));
                return Some(fault.help("the id stands first, then a bar and the words: `[[id|words]]`"));
            }
            let kinds = if kinds.is_empty() { kinds_at_depth(id).collect() } else { kinds };
            remedy(UNKNOWN.at(span, format!("no record has the id `{whole}`")), &kinds, id, &|kind| corpus.ids(kind))
        }
        ResolveError::Ambiguous(kinds) => ambiguous(text, &kinds, span),
        ResolveError::Part(record_ref) => {
            let part = text.split_once('#').map_or("", |(_, part)| part);
            if record_ref.kind == Kind::Question
                && let Some(fault) = excluded.drafts.fault(&[Kind::Country], part, span)
            {
                return Some(fault);
            }
            if record_ref.kind == Kind::Question && corpus.countries.get(part).is_none() {
                let fault = UNKNOWN.at(span, format!("there is no country `{part}`"));
                return Some(remedy(fault, &[Kind::Country], part, &|kind| corpus.ids(kind)));
            }
            let parts = corpus.parts(&record_ref);
            let near = nearest_id(part, parts.iter().map(AsRef::as_ref));
            let diagnostic = UNKNOWN_PART
                .at(span, format!("the {} `{}` has no part `{part}`", record_ref.kind.word(), record_ref.id));
            let diagnostic = match corpus.record(record_ref.kind, &record_ref.id) {
                Some(record) => diagnostic.note(record.head().at, "the record is here"),
                None => diagnostic,
            };
            match near {
                Some(_) => diagnostic.suggest(near),
                None if parts.is_empty() => diagnostic.help("leave out what stands after `#`"),
                None => diagnostic.help(format!(
                    "it has {}",
                    parts.iter().take(12).map(|p| format!("`{p}`")).collect::<Vec<_>>().join(", ")
                )),
            }
        }
    })
}
