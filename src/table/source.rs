//! Tables of sources: what rests on them, the words that they use, and where they disagree.

use crate::law::{Citation, Conflict, Corpus, Kind, Side, Source, Term};

use super::list::{Child, TableOf, applicable, children, table};

pub(super) fn citations(corpus: &Corpus) -> TableOf<'_, RecordCitation<'_>> {
    table(cited(corpus), &["kind", "record", "number"], "What the facts on instruments and laws rest on.")
        .column("kind", "instrument or law.", |citation| citation.kind)
        .column("record", "Id of the record.", |citation| citation.record)
        .column("number", "Which citation of the record, from 1.", |citation| citation.number)
        .reference("instrument", "instruments", "The record, if it is an instrument.", |citation| {
            applicable(Some(citation.record).filter(|_| citation.kind == Kind::Instrument))
        })
        .reference("law", "laws", "The record, if it is a law.", |citation| {
            applicable(Some(citation.record).filter(|_| citation.kind == Kind::Law))
        })
        .column("citation", "The source.", |citation| citation.citation)
}

pub(super) fn sources(corpus: &Corpus) -> TableOf<'_, &Source> {
    table(corpus.sources.iter(), &["id"], "Where statements come from.")
        .column("id", "Id, as in the address of its page.", |source| &source.id)
        .column("citation", "The whole reference.", |source| &source.citation)
        .column("short", "Short name.", |source| &source.short)
        .column("author", "Author.", |source| &source.author)
        .column("title", "Title.", |source| &source.title)
        .column("publisher", "Publisher.", |source| &source.publisher)
        .column("year", "Year or date of publication, in the words of the reference.", |source| &source.year)
        .column("kind", "Kind, in words.", |source| &source.kind)
        .column("tier", "How near to the law it stands, from depositary to encyclopaedia.", |source| source.tier)
        .column("url", "Address on the web.", |source| &source.url)
        .column("archived", "An archived copy.", |source| &source.archived)
        .column("language", "Language, BCP 47.", |source| &source.language)
        .column("licence", "Licence.", |source| &source.licence)
        .column("stored", "The day to which the copy that was read belongs.", |source| &source.stored)
        .column("accessed", "The day it was last looked up.", |source| &source.accessed)
        .column("role", "cited, or background: context only.", |source| source.role)
        .common(|source| &source.head)
}

pub(super) fn terms(corpus: &Corpus) -> TableOf<'_, &Term> {
    table(corpus.terms.iter(), &["id"], "The glossary.")
        .column("id", "Id, as in its address.", |term| &term.id)
        .column("term", "The word.", |term| &term.term)
        .column("forms", "Other forms of it.", |term| &term.forms)
        .column("originals", "The word in the original languages, each with its language before it.", |term| {
            &term.originals
        })
        .column("meaning", "What it means.", |term| &term.body)
        .column("observed", "The day for which the source uses it so.", |term| &term.observed)
        .column("citation", "The source.", |term| &term.citation)
        .common(|term| &term.head)
}

pub(super) fn conflicts(corpus: &Corpus) -> TableOf<'_, &Conflict> {
    table(corpus.conflicts.iter(), &["id"], "Disagreements between sources, or inside one.")
        .column("id", "Id, as in its address.", |conflict| &conflict.id)
        .column("title", "What is disputed, in one line.", |conflict| &conflict.title)
        .column("preferred", "Which side is preferred, by its number; not applicable where none is.", |conflict| {
            applicable(conflict.preferred.as_ref().map(|side| side.value))
        })
        .column("reason", "Why that one, or why none.", |conflict| &conflict.reason)
        .column("touches", "Records that it touches.", |conflict| &conflict.touches)
        .common(|conflict| &conflict.head)
}

pub(super) fn sides(corpus: &Corpus) -> TableOf<'_, Child<'_, Conflict, Side>> {
    table(
        children(corpus.conflicts.rows(), |conflict| &conflict.sides),
        &["conflict", "number"],
        "What each side of a conflict says.",
    )
    .reference("conflict", "conflicts", "The conflict.", |side| &side.of.id)
    .column("number", "Which side, from 1.", |side| side.number)
    .column("says", "What it says.", |side| &side.item.says)
    .column("citation", "The source.", |side| &side.item.citation)
    .column("preferred", "Whether it is the preferred side.", |side| is_preferred(side))
}

/// One citation of an instrument or a law.
pub(super) struct RecordCitation<'c> {
    kind: Kind,
    record: &'c str,
    number: usize,
    citation: &'c Citation,
}

fn cited(corpus: &Corpus) -> impl Iterator<Item = RecordCitation<'_>> {
    let of_instruments = children(corpus.instruments.rows(), |instrument| &instrument.citations);
    let of_laws = children(corpus.laws.rows(), |law| &law.citations);
    let instruments = of_instruments.map(|c| (Kind::Instrument, c.of.id.as_str(), c.number, c.item));
    let laws = of_laws.map(|c| (Kind::Law, c.of.id.as_str(), c.number, c.item));
    instruments.chain(laws).map(|(kind, record, number, citation)| RecordCitation { kind, record, number, citation })
}

fn is_preferred(side: &Child<'_, Conflict, Side>) -> bool {
    side.of.preferred.as_ref().is_some_and(|preferred| preferred.value == side.number)
}
