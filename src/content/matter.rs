//! Countries, topics, terms, figures, gaps, observations, conflicts, sources and pages.

use crate::law::{
    AnyRecord, Conflict, ConflictId, Country, CountryId, CountryKind, Gap, Modality, Observation, Page, PageId,
    PageKind, Side, Source, SourceId, SourceRole, Statistic, Term, TermId, Tier, Topic, TopicId,
};
use crate::text::{At, Diagnostic};

use super::row::Row;

/// A country.
pub(super) fn country(id: String, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Country(Country {
        head: row.head(),
        id: CountryId::new(id),
        name: row.words("name")?,
        official_name: row.words("official_name"),
        kind: CountryKind::parse(row.word("kind")).unwrap_or(CountryKind::State),
        members: row.ids("members", CountryId::new),
        compared: row.flag("compared").unwrap_or(true),
        iso: row.words("iso"),
        iso3: row.words("iso3"),
        m49: row.words("m49"),
        capital: row.words("capital"),
        languages: row.list("languages"),
        names: row.localized_texts("names"),
        body: row.content_file.body(),
    }))
}

/// A topic.
pub(super) fn topic(id: String, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Topic(Topic {
        head: row.head(),
        id: TopicId::new(id),
        title: row.words("title")?,
        order: row.order(),
        body: row.content_file.body(),
    }))
}

/// A term.
pub(super) fn term(id: String, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Term(Term {
        head: row.head(),
        id: TermId::new(id),
        term: row.words("term")?,
        forms: row.list("forms"),
        originals: row.localized_texts("originals"),
        citation: row.citation(),
        observed: row.date("observed"),
        body: row.content_file.body(),
    }))
}

/// A country's figures.
pub(super) fn statistics(country: &CountryId, row: &Row<'_, '_>) -> Vec<AnyRecord> {
    row.entries("statistic").iter().filter_map(|row| statistic(country, row)).collect()
}

fn statistic(country: &CountryId, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Statistic(Statistic {
        head: row.head(),
        country: country.clone(),
        id: row.words_at("id")?,
        counted: row.words("counted")?,
        value: row.words("value")?,
        unit: row.words("unit")?,
        breakdown: row.words("breakdown"),
        counted_by: row.words("counted_by"),
        from: row.date("from"),
        until: row.date("until"),
        citation: row.citation()?,
        note: row.prose("note"),
    }))
}

/// A country's gaps.
pub(super) fn gaps(country: &CountryId, row: &Row<'_, '_>) -> Vec<AnyRecord> {
    row.entries("gap").iter().filter_map(|row| gap(country, row)).collect()
}

fn gap(country: &CountryId, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Gap(Gap {
        head: row.head(),
        country: country.clone(),
        id: row.words_at("id")?,
        text: row.prose("text")?,
        topics: row.topics(),
        observed: row.date("observed")?,
        citation: row.citation()?,
        later: row.table("later").and_then(|row| Some((row.prose("text")?, row.citation()?))),
    }))
}

/// What sources say of a country beside the codebook.
pub(super) fn observations(country: &CountryId, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Vec<AnyRecord> {
    row.entries("observation").iter().filter_map(|row| observation(country, row, faults)).collect()
}

fn observation(country: &CountryId, row: &Row<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    let quotation = row.quotation(faults);
    Some(AnyRecord::Observation(Observation {
        head: row.head(),
        country: country.clone(),
        id: row.words_at("id")?,
        text: row.prose("text")?,
        modality: Modality::parse(row.word("modality"))?,
        observed: row.date("observed")?,
        period: row.words("period"),
        topics: row.topics(),
        citation: row.citation()?,
        quotation,
        note: row.prose("note"),
    }))
}

/// A conflict.
pub(super) fn conflict(id: String, row: &Row<'_, '_>) -> Option<AnyRecord> {
    let preferred = row.number("preferred").and_then(|n| usize::try_from(n).ok());
    Some(AnyRecord::Conflict(Conflict {
        head: row.head(),
        id: ConflictId::new(id),
        title: row.words("title")?,
        sides: row.entries("side").iter().filter_map(side).collect(),
        preferred: preferred.map(|n| At::new(n, row.place("preferred"))),
        reason: row.prose("reason")?,
        touches: row.ids("touches", |text| text),
        body: row.content_file.body(),
    }))
}

fn side(row: &Row<'_, '_>) -> Option<Side> {
    Some(Side { at: row.at, says: row.prose("says")?, citation: row.citation()? })
}

/// A source.
pub(super) fn source(id: String, row: &Row<'_, '_>) -> Option<AnyRecord> {
    Some(AnyRecord::Source(Source {
        head: row.head(),
        id: SourceId::new(id),
        citation: row.words("citation")?,
        short: row.words("short"),
        author: row.words("author"),
        title: row.words("title"),
        publisher: row.words("publisher"),
        year: row.words("year"),
        kind: row.words("kind"),
        tier: Tier::parse(row.word("tier")),
        url: row.url("url"),
        archived: row.url("archived"),
        language: row.words("language"),
        licence: row.words("licence"),
        stored: row.date("stored"),
        accessed: row.date("accessed"),
        role: SourceRole::parse(row.word("role")).unwrap_or(SourceRole::Cited),
        body: row.content_file.body(),
    }))
}

/// A page of prose; the home page is called `index`.
pub(super) fn page(id: String, row: &Row<'_, '_>) -> Option<AnyRecord> {
    let kind = match id.as_str() {
        "index" => PageKind::Home,
        "about" => PageKind::About,
        _ => PageKind::Page,
    };
    Some(AnyRecord::Page(Page {
        head: row.head(),
        id: PageId::new(id),
        title: row.words("title")?,
        kind,
        order: row.order(),
        body: row.content_file.body(),
    }))
}
