//! One cause, one report: a record that is missing is named once, with the places that name it.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Diagnostic, Diagnostics, Note, Span};

use super::super::{Corpus, Kind, SourceRole};
use super::index::UNKNOWN;
use super::remedy::file_of;

/// The most places that one report shows besides its own.
const SHOWN: usize = 4;

/// So many places name an id only where it was right once: a name that is spelt wrong stands in few.
const OFTEN: usize = 3;

/// The id that a message names last, in backquotes.
fn named(message: &str) -> Option<&str> {
    message.strip_suffix('`')?.rsplit('`').next()
}

/// Joins reports of one unknown id.
pub(super) fn group(corpus: &Corpus, found: &mut Diagnostics) {
    let unknown = found.take_if(|d| d.fault.code == UNKNOWN.code && named(&d.message).is_some());
    if unknown.is_empty() {
        return;
    }
    let mut by_id: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for fault in unknown {
        let id = named(&fault.message).unwrap_or_default();
        let of_kind = id.split_once(':').filter(|(kind, _)| Kind::parse(kind).is_some());
        let id = of_kind.map_or(id, |(_, id)| id).to_owned();
        by_id.entry(id).or_default().push(fault);
    }
    let orphans = orphans(corpus);
    for (id, mut list) in by_id {
        list.sort_by_key(|fault| fault.span);
        list.dedup_by_key(|fault| fault.span);
        let further: Vec<Span> = list.iter().skip(1).map(|fault| fault.span).collect();
        let of = |kind: &&Kind| list.iter().any(|fault| fault.message == format!("there is no {} `{id}`", kind.word()));
        let kind = Kind::ALL.iter().find(of).copied();
        let mut first = list.swap_remove(0);
        if let Some(kind) = kind {
            first.message = format!("there is no {} `{id}`", kind.word());
        }
        if kind == Some(Kind::Source)
            && let Some(new) = renamed(&id, &orphans)
        {
            first.help = vec![format!("did you mean `{new}`? nothing rests on it yet")];
        } else if further.len() >= OFTEN
            && let Some(file) = kind.and_then(|kind| file_of(kind, &id))
        {
            first.help.retain(|help| help.starts_with("did you mean"));
            first.help.push(format!("write `{file}` (was it deleted or renamed?), or correct the id at each place"));
        }
        if !further.is_empty() {
            first.message = format!("{}; {} places name it", first.message, further.len() + 1);
        }
        let note = |span: &Span| Note { span: Some(*span), message: "it is named here, too".to_owned() };
        first.notes.extend(further.iter().take(SHOWN).map(note));
        if further.len() > SHOWN {
            first.notes.push(Note { span: None, message: format!("and at {} more places", further.len() - SHOWN) });
        }
        found.push(first);
    }
}

/// Names the record in the faults of ids that are its name in words: `source = "Gazette"`.
pub(super) fn name_ids(corpus: &Corpus, found: &mut Diagnostics) {
    let named = |text: &str| {
        let is = |words: Option<&str>| words.is_some_and(|words| words.eq_ignore_ascii_case(text));
        let mut list = corpus
            .sources
            .iter()
            .filter(|source| is(source.short.as_deref()) || is(source.title.as_deref()) || is(Some(&source.citation)));
        let source = list.next().map(|source| source.id.as_str());
        source.filter(|_| list.next().is_none())
    };
    let bad = found.take_if(|fault| fault.fault.code == "bad-id");
    for mut fault in bad {
        let id =
            fault.message.strip_suffix("` cannot be an id").and_then(|text| text.strip_prefix('`')).and_then(named);
        if let Some(id) = id {
            fault.help = vec![format!("did you mean the source `{id}`?")];
        }
        found.push(fault);
    }
}

/// Sources that no citation and no prose names.
fn orphans(corpus: &Corpus) -> BTreeSet<&str> {
    let mut list: BTreeSet<&str> = corpus.sources.iter().map(|source| source.id.as_str()).collect();
    super::super::walk::each_citation(corpus, &mut |_, citation| {
        list.remove(citation.source.as_str());
    });
    super::super::walk::each_prose(corpus, &mut |_, prose| {
        for text in prose.text().split("[@").skip(1) {
            let id = text.split([',', ']', ';']).next().unwrap_or_default();
            list.remove(id);
        }
    });
    list.retain(|id| corpus.sources.get(id).is_some_and(|source| source.role == SourceRole::Cited));
    list
}

/// The only orphan that has the numbers of the id and most of its words.
fn renamed<'c>(id: &str, orphans: &BTreeSet<&'c str>) -> Option<&'c str> {
    let words = |text: &str| text.split('-').map(str::to_owned).collect::<BTreeSet<String>>();
    let own = words(id);
    let shares = |orphan: &&&str| words(orphan).intersection(&own).count() * 2 >= own.len().max(2);
    let has_numbers = |orphan: &&&str| {
        let numbers = own.iter().filter(|word| word.bytes().all(|b| b.is_ascii_digit()));
        numbers.into_iter().all(|number| words(orphan).contains(number))
    };
    // Of two letters are the names of countries.
    let has_country =
        |orphan: &&&str| own.iter().filter(|word| word.len() == 2).all(|word| words(orphan).contains(word));
    let mut list = orphans.iter().filter(shares).filter(has_numbers).filter(has_country);
    let first = list.next()?;
    list.next().is_none().then_some(first)
}
