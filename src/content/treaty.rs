//! Instruments, treaty actions and absences.

use crate::law::{
    Absence, Action, ActionKind, AnyRecord, Article, CountryId, EntryIntoForce, Instrument, InstrumentId,
    InstrumentKind, LawId, Statement,
};
use crate::text::Diagnostic;

use super::row::Row;

/// An instrument.
pub(super) fn instrument(id: String, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    Some(AnyRecord::Instrument(Instrument {
        head: row.head(),
        id: InstrumentId::new(id),
        title: row.words("title")?,
        short: row.words("short"),
        kind: InstrumentKind::parse(row.word("kind")).unwrap_or(InstrumentKind::Treaty),
        order: row.order(),
        adopted: row.date("adopted"),
        opened: row.date("opened"),
        closed: row.date("closed"),
        in_force: row.date("in_force"),
        entry: row.table("entry").and_then(|row| entry_into_force(&row)),
        ratification_needs_signature: row.flag("ratification_needs_signature").unwrap_or(true),
        depositary: row.words("depositary"),
        supplements: row.id("supplements", InstrumentId::new),
        citations: row.entries("citation").iter().filter_map(Row::citation).collect(),
        articles: row.entries("article").iter().filter_map(|row| article(row, faults)).collect(),
        body: row.content_file.body(),
    }))
}

fn entry_into_force(row: &Row<'_, '_>) -> Option<EntryIntoForce> {
    let count = |name: &str| row.number(name).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    Some(EntryIntoForce {
        days: count("days"),
        months: count("months"),
        words: row.words("words")?,
        citation: row.citation()?,
    })
}

fn article(row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<Article> {
    Some(Article {
        at: row.at,
        key: row.words_at("key")?,
        number: row.words("number")?,
        heading: row.words("heading"),
        quotation: row.quotation(faults),
        citation: row.citation(),
        summary: row.prose("summary"),
    })
}

/// A country's treaty actions and absences.
pub(super) fn treaties(country: &CountryId, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    let actions = row.entries("action");
    let absences = row.entries("absence");
    let mut records: Vec<AnyRecord> = actions.iter().filter_map(|row| action(country, row, faults)).collect();
    records.extend(absences.iter().filter_map(|row| absence(country, row)));
    records
}

fn action(country: &CountryId, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let mut statements: Vec<Statement> = row.entries("statement").iter().filter_map(statement).collect();
    statements.shrink_to_fit();
    if statements.is_empty() {
        return None;
    }
    Some(AnyRecord::Action(Action {
        head: row.head(),
        country: country.clone(),
        instrument: row.id("instrument", InstrumentId::new)?,
        kind: crate::text::At::new(ActionKind::parse(row.word("kind"))?, row.place("kind")),
        number: row.number("number").and_then(|n| u32::try_from(n).ok()).unwrap_or(1).max(1),
        act: ActionKind::parse(row.word("act")),
        articles: row.list("articles"),
        quotation: row.quotation(faults),
        law: row.id("law", LawId::new),
        statements,
        note: row.prose("note"),
    }))
}

fn statement(row: &Row<'_, '_>) -> Option<Statement> {
    Some(Statement {
        at: row.at,
        citation: row.citation()?,
        observed: row.date("observed"),
        signed: row.date_at("signed"),
        deposited: row.date_at("deposited"),
        in_force: row.date_at("in_force"),
        domestic: row.date_at("domestic"),
        effective: row.date_at("effective"),
        given: row.date_at("given"),
        mark: row.words("mark"),
        quote: row.words("quote"),
        preferred: row.words("preferred"),
        note: row.prose("note"),
        trace: row.list("trace"),
    })
}

fn absence(country: &CountryId, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Absence(Absence {
        head: row.head(),
        country: country.clone(),
        instrument: row.id("instrument", InstrumentId::new)?,
        finding: row.words("finding")?,
        signature_only: row.flag("signature_only").unwrap_or(false),
        observed: row.date("observed")?,
        citation: row.citation()?,
    }))
}
